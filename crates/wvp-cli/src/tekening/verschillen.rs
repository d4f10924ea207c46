//! What differs between two computations: before, after, days, and why.

use wvp_domain::rekenmachine::Verschil;
use wvp_domain::rekenmachine::verschil::Kort;
use wvp_domain::termijn::Status;

use super::{BREEDTE, ZACHT, dag, gebroken, geknipt};

/// Columns before a reason.
const INSPRINGING: usize = 4;

/// The differences as lines, under a heading of columns; nothing when there are none.
pub(crate) fn verschillen(verschillen: &[&Verschil]) -> Vec<String> {
    if verschillen.is_empty() {
        return vec![];
    }
    let kop = format!(
        "{ZACHT}  {:34} {:12} {:13}   {:13} {}{ZACHT:#}",
        "termijn", "basis", "was", "wordt", "verschil"
    );
    let vorige =
        std::iter::once(None).chain(verschillen.iter().map(|it| Some(it.redenen.as_slice())));
    let regels = verschillen.iter().zip(vorige).flat_map(|(verschil, vorige)| {
        // A reason that a whole row of terms shares is said once, at the first of them.
        let al_gezegd = vorige == Some(verschil.redenen.as_slice());
        let redenen = if al_gezegd { vec![] } else { redenen(verschil) };
        std::iter::once(regel(verschil)).chain(redenen)
    });
    std::iter::once(kop).chain(regels).collect()
}

fn regel(verschil: &Verschil) -> String {
    let verschuiving = match (verschil.dagen, verschil.voor, verschil.na) {
        (Some(0), _, Some(na)) => na.status.naam().to_owned(),
        (Some(dagen), _, Some(Kort { status: Status::Vervallen, .. })) => {
            format!("{dagen:+}, vervallen")
        }
        (Some(dagen), ..) => format!("{dagen:+}"),
        (None, None, Some(Kort { status: Status::Vervallen, .. })) => "nieuw, vervallen".to_owned(),
        (None, None, _) => "nieuw".to_owned(),
        (None, ..) => "weg".to_owned(),
    };
    let kort = |kort: Option<Kort>| kort.map_or_else(|| "-".to_owned(), |kort| dag(kort.uiterlijk));
    format!(
        "  {:34} {:12} {:13} → {:13} {verschuiving}",
        geknipt(verschil.id.naam(), 34),
        verschil.basis.naam(),
        kort(verschil.voor),
        kort(verschil.na)
    )
}

fn redenen(verschil: &Verschil) -> Vec<String> {
    let redenen = gebroken(&verschil.redenen.join(" "), BREEDTE.saturating_sub(INSPRINGING));
    redenen.iter().map(|reden| format!("{ZACHT}{:INSPRINGING$}{reden}{ZACHT:#}", "")).collect()
}
