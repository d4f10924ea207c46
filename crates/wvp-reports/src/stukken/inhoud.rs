//! From sections in words to the blocks of a paper. Category C does not come through.

use wvp_domain::beschrijving::{Beschreven, ONDERTEKENING, Veld, Waarde};
use wvp_domain::mijlpaal::plan_van_aanpak::Activiteit;
use wvp_domain::{Categorie, Compartiment, Datum, Sectie};

use crate::{Blok, Deel, Gegeven, RapportFout, Tabel};

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

/// The parts that fields fill.
pub(super) fn delen(titel: &str, velden: Vec<Veld>) -> Result<Vec<Deel>, RapportFout> {
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

pub(super) fn deel(titel: &str, blok: Blok) -> Deel {
    Deel { titel: titel.to_owned(), inhoud: vec![blok] }
}

/// The activities as a table; nothing when there are none.
pub(super) fn activiteiten(activiteiten: &[Activiteit]) -> Result<Vec<Deel>, RapportFout> {
    if activiteiten.is_empty() {
        return Ok(vec![]);
    }
    let kop = ["Wat", "Wie", "Gereed", "Voortgang"].map(str::to_owned).to_vec();
    let rij = |it: &Activiteit| {
        let gereed = it.gereed.map(Datum::voluit).unwrap_or_default();
        vec![it.omschrijving.clone(), it.wie.clone(), gereed, it.voortgang.clone()]
    };
    let tabel = Tabel::try_new(kop, activiteiten.iter().map(rij).collect())?;
    Ok(vec![deel("Activiteiten", Blok::Tabel(tabel))])
}
