//! Terms on paper: one line each, with how the date came about when that is asked for.

use anstyle::{AnsiColor, Style};
use serde::Serialize;
use wvp_domain::termijn::{Status, Termijnstand};

use super::{BREEDTE, ZACHT, dag, gebroken, geknipt};

/// Columns before the explanation.
const INSPRINGING: usize = 17;

/// Whether each term is followed by how its date came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Uitleg {
    /// Below its term.
    Tonen,
    /// Not shown.
    Weglaten,
}

/// The terms as lines, under a heading of columns.
pub(crate) fn termijnen(standen: &[Termijnstand], uitleg: Uitleg) -> Vec<String> {
    let kop = format!(
        "{ZACHT}  {:13} {:34} {:9} {:22} {:12} {}{ZACHT:#}",
        "uiterlijk", "termijn", "stand", "wie", "basis", "gedaan"
    );
    let regels = standen.iter().flat_map(|stand| match uitleg {
        Uitleg::Tonen => [vec![regel(stand)], toelichting(stand)].concat(),
        Uitleg::Weglaten => vec![regel(stand)],
    });
    std::iter::once(kop).chain(regels).collect()
}

fn regel(stand: &Termijnstand) -> String {
    let stijl = kleur(stand.status);
    let gedaan = stand.voldaan_op.map(|op| op.to_string()).unwrap_or_default();
    let tekst = format!(
        "  {:13} {:34} {stijl}{:9}{stijl:#} {:22} {:12} {gedaan}",
        dag(stand.uiterlijk),
        geknipt(stand.id.naam(), 34),
        woord(&stand.status),
        woord(&stand.wie),
        woord(&stand.basis)
    );
    tekst.trim_end().to_owned()
}

fn toelichting(stand: &Termijnstand) -> Vec<String> {
    let regels = gebroken(&stand.uitleg, BREEDTE.saturating_sub(INSPRINGING));
    regels.iter().map(|regel| format!("{ZACHT}{:INSPRINGING$}{regel}{ZACHT:#}", "")).collect()
}

fn kleur(status: Status) -> Style {
    match status {
        Status::Open | Status::Verwacht => Style::new(),
        Status::Voldaan => AnsiColor::Green.on_default(),
        Status::TeLaat => AnsiColor::Red.on_default(),
        Status::TeVroeg => AnsiColor::Yellow.on_default(),
        Status::Vervallen => ZACHT,
    }
}

/// The word of the contract, with spaces.
fn woord(waarde: &impl Serialize) -> String {
    let json = serde_json::to_value(waarde).unwrap_or_default();
    json.as_str().unwrap_or_default().replace('_', " ")
}
