//! Sanction defence: what a request of UWV comes down to, what the dossier says about it, by when to answer.

pub mod antwoord;
pub mod bewijs;
pub mod reden;
mod tabel;

use serde::Serialize;

pub use antwoord::Antwoord;
pub use bewijs::{Bewijs, Bewijssoort};
pub use reden::{Redencode, Soort};

use crate::termijn::{Geval, Verloop};
use crate::{Datum, Dossier};

/// What UWV asks or says in a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verzoek {
    /// Why UWV asks.
    pub reden: Redencode,
    /// Day the letter came in.
    pub ontvangen_op: Datum,
    /// Last day (inclusive) to answer that UWV printed in it.
    pub uiterlijk_in_brief: Option<Datum>,
    /// Day on which UWV confirmed that the report is complete.
    pub volledig_verklaard_op: Option<Datum>,
}

/// What to make of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Verweer {
    /// The reason that UWV gives.
    pub gevraagd: Redencode,
    /// What it comes down to: the same, or why it is no ground.
    pub reden: Redencode,
    /// What kind of reason that is.
    pub soort: Soort,
    /// Whether UWV may ask or say this now.
    pub geldig: bool,
    /// What it means and what to do, in Dutch.
    pub uitleg: String,
    /// The rule and its source.
    pub grondslag: [&'static str; 2],
    /// The facts that speak about it, oldest first.
    pub bewijs: Vec<Bewijs>,
    /// By when to answer.
    pub antwoord: Antwoord,
    /// Last day (inclusive) to object to a loonsanctie that was imposed.
    pub bezwaar_uiterlijk: Option<Datum>,
}

/// Judges a request of UWV by the dossier; none when the dossier has no case.
#[must_use]
pub fn verweer(dossier: &Dossier, verzoek: &Verzoek) -> Option<Verweer> {
    let verloop = Verloop::uit_dossier(dossier);
    let ketens = verloop.ketens();
    let geval = Geval::new(&verloop, ketens.last()?, verzoek.ontvangen_op);
    let gevraagd = tabel::rij(verzoek.reden)?;
    let rij = tabel::rij(komt_neer_op(&geval, verzoek, gevraagd.soort))?;
    let geldig = rij.soort != Soort::GeenGrond;
    let soorten: Vec<_> = gevraagd.bewijs.iter().chain(rij.bewijs).copied().collect();
    Some(Verweer {
        gevraagd: gevraagd.reden,
        reden: rij.reden,
        soort: rij.soort,
        geldig,
        uitleg: format!("{} {}", rij.zin, advies(rij.soort)),
        grondslag: [rij.grondslag.regel, rij.grondslag.bron],
        bewijs: bewijs::bewijs(dossier, &soorten),
        antwoord: antwoord::antwoord(&geval, verzoek, rij.soort),
        bezwaar_uiterlijk: antwoord::bezwaar(dossier),
    })
}

/// By when the employee answers a request of UWV, of this day, for the oordeel werknemer; none when the
/// dossier has no case.
#[must_use]
pub fn oordeel_gevraagd(dossier: &Dossier, ontvangen_op: Datum) -> Option<Antwoord> {
    let verloop = Verloop::uit_dossier(dossier);
    let ketens = verloop.ketens();
    Some(antwoord::van_werknemer(&Geval::new(&verloop, ketens.last()?, ontvangen_op)))
}

/// After the wachttijd nothing helps UWV any more; after its own confirmation no document is missing.
fn komt_neer_op(geval: &Geval, verzoek: &Verzoek, soort: Soort) -> Redencode {
    let op = verzoek.ontvangen_op;
    if op > geval.einde_loon_zonder_sanctie() {
        return Redencode::OngNaWeek104;
    }
    let al_volledig = verzoek.volledig_verklaard_op.is_some_and(|dag| dag < op);
    if al_volledig && soort == Soort::Administratief {
        return Redencode::OngNaVolledig;
    }
    verzoek.reden
}

fn advies(soort: Soort) -> &'static str {
    match soort {
        Soort::Administratief => "UWV mag hierom vragen. Zorg dat het op tijd in orde is.",
        Soort::GeenGrond => {
            "Dit is geen geldige administratieve grond. Antwoord op tijd, en schrijf dat UWV hierom geen loonsanctie kan opleggen."
        }
        Soort::Inhoudelijk => {
            "Dit gaat over de inhoud. Antwoord met wat er is gedaan en waarom, en wijs de stukken hieronder aan."
        }
    }
}

#[cfg(test)]
mod tests;
