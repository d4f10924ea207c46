//! Rule ids that a row may cite: `regels.txt`, one id with its place in the sources per line.

const REGELS: &str = include_str!("../regels.txt");

/// Every rule id with the place in the sources it was drawn from (domain/access.md A.2 and A.6).
pub fn regels() -> impl Iterator<Item = (&'static str, &'static str)> {
    REGELS.lines().filter_map(|regel| regel.split_once('\t'))
}
