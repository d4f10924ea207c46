//! From sections in words to the blocks of a paper. Category C does not come through.

use wvp_domain::beschrijving::{Beschreven, ONDERTEKENING, Veld, Waarde};
use wvp_domain::mijlpaal::gedeeld::{self, Handtekening, Ondertekenaar};
use wvp_domain::{Categorie, Compartiment, Datum, Sectie};

use crate::{Blok, Deel, Gegeven, Ondertekening, RapportFout, Tabel, Tekening};

/// The parts of a paper that a section fills: its short fields under `titel`, then every list and
/// table under its own heading. Nothing when the section is closed or may not be on paper.
pub(super) fn sectie<S: Sectie + Beschreven>(
    titel: &str,
    sectie: Option<&S>,
) -> Result<Vec<Deel>, RapportFout> {
    match sectie {
        Some(sectie) if mag_op_papier(S::COMPARTIMENT) => delen(titel, sectie.velden()),
        Some(_) | None => Ok(vec![]),
    }
}

/// Medical data and invoices never go into a re-integratieverslag (RIV-19).
fn mag_op_papier(compartiment: Compartiment) -> bool {
    match compartiment.categorie() {
        Categorie::A | Categorie::B | Categorie::D => true,
        Categorie::C | Categorie::Factuur => false,
    }
}

fn delen(titel: &str, velden: Vec<Veld>) -> Result<Vec<Deel>, RapportFout> {
    let mut gegevens = vec![];
    let mut overige = vec![];
    for Veld { naam, waarde } in velden {
        match waarde {
            Waarde::Tekst(tekst) => gegevens.push(Gegeven::new(naam, tekst)),
            Waarde::Datum(datum) => gegevens.push(Gegeven::new(naam, datum.voluit())),
            Waarde::JaNee(true) => gegevens.push(Gegeven::new(naam, "Ja")),
            Waarde::JaNee(false) => gegevens.push(Gegeven::new(naam, "Nee")),
            Waarde::Lijst(punten) => overige.push(deel(naam, Blok::Lijst(punten))),
            // Who signed stands at the foot of the paper.
            Waarde::Tabel { .. } if naam == ONDERTEKENING => {}
            Waarde::Tabel { kop, rijen } => {
                let kop = kop.into_iter().map(str::to_owned).collect();
                overige.push(deel(naam, Blok::Tabel(Tabel::try_new(kop, rijen)?)));
            }
            // Numbers of documents and accounts say nothing on paper.
            Waarde::Verwijzing(_) | Waarde::Identiteit(_) => {}
        }
    }
    let eerste = (!gegevens.is_empty()).then(|| deel(titel, Blok::Gegevens(gegevens)));
    Ok(eerste.into_iter().chain(overige).collect())
}

fn deel(titel: &str, blok: Blok) -> Deel {
    Deel { titel: titel.to_owned(), inhoud: vec![blok] }
}

/// Who signed and who refused. `motivering` is what section B says about a refusal, if it is open.
pub(super) fn getekend(
    ondertekeningen: &[gedeeld::Ondertekening],
    motivering: Option<&str>,
) -> Vec<Ondertekening> {
    let motivering = motivering.unwrap_or("De motivering staat niet in dit afschrift.");
    ondertekeningen
        .iter()
        .map(|ondertekening| Ondertekening {
            naam: ondertekening.wie.naam.clone(),
            functie: functie(ondertekening),
            tekening: match ondertekening.keuze {
                Handtekening::Getekend => Tekening::Getekend(ondertekening.op),
                Handtekening::GeweigerdMetMotivering => {
                    Tekening::Geweigerd { reden: motivering.to_owned() }
                }
            },
        })
        .collect()
}

/// Name, function and date of the author (RIV-14). That an author recorded a document is not a
/// signature, so it does not say so.
pub(super) fn opgesteld(auteur: &Ondertekenaar, op: Datum) -> Vec<Ondertekening> {
    vec![Ondertekening {
        naam: auteur.naam.clone(),
        functie: auteur.functie.clone(),
        tekening: Tekening::Opgesteld(op),
    }]
}

/// For whom, and the function when it adds something.
fn functie(ondertekening: &gedeeld::Ondertekening) -> String {
    let partij = ondertekening.partij.naam();
    let functie = ondertekening.wie.functie.trim();
    if functie.is_empty() || functie.eq_ignore_ascii_case(partij) {
        partij.to_owned()
    } else {
        format!("{partij}, {functie}")
    }
}
