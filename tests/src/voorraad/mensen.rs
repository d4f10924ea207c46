//! The employees of the caseload: a name and a number that are theirs alone and are found wherever they stand.

use wvp_domain::werknemer::{Afwijzing, Bsn};

/// Stands in the name of every employee, and nowhere else.
pub const NAAMMERK: &str = "Naamteken";

/// The name of an employee.
#[must_use]
pub fn naam(nummer: u32) -> String {
    format!("J. {NAAMMERK}-{nummer:04}")
}

/// The address of an employee: it says nothing of the name, so that a name is never there by way of an address.
#[must_use]
pub fn email(nummer: u32) -> String {
    format!("p{nummer:04}@post.example")
}

/// The number of an employee: from the range that is given to nobody, and it passes the elfproef.
///
/// # Errors
///
/// When there are more employees than numbers.
pub fn bsn(nummer: u32) -> Result<Bsn, Afwijzing> {
    // Of ten numbers in a row one passes, or none.
    let begin = 999_000_000 + 20 * u64::from(nummer);
    let geldig = (begin..begin + 20).find_map(|getal| Bsn::try_new(&getal.to_string()).ok());
    geldig.ok_or(Afwijzing::OngeldigBsn)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::bsn;

    #[test]
    fn elk_nummer_is_van_een_ander() {
        let alle: BTreeSet<String> =
            (0..2_000).map(|it| bsn(it).unwrap().cijfers().into()).collect();
        assert_eq!(alle.len(), 2_000);
    }
}
