//! All papers of a re-integratieverslag, with their file names.

use std::collections::BTreeMap;

use wvp_domain::mijlpaal::riv::{ElementStand, Toestand};
use wvp_domain::{Datum, Event, Kenmerk, StukId};

use super::voorblad::onderdeel;
use super::{Kop, formulier_oordeel_werknemer, stuk_van};
use crate::{Element, Onderdeel, RapportFout, Stuk};

/// A paper with its file name. It has no `Debug`: it holds what a section holds.
#[derive(Clone, PartialEq, Eq)]
pub struct Papier {
    /// File name within the verslag.
    pub bestandsnaam: String,
    /// Which element it is, and the document behind it; none for a form to fill in.
    pub herkomst: (wvp_domain::mijlpaal::riv::Element, Option<StukId>),
    /// The paper, ready to be typeset.
    pub stuk: Stuk,
}

/// The papers of a verslag on a day: one per element that is there, every bijstelling its own, numbered
/// in the order of `elementen`. The opinion of the employee is the form to fill in, unless `feiten`
/// holds its open content.
///
/// # Errors
///
/// [`RapportFout`] when a table of a fact is not well-formed.
pub fn papieren_van(
    kop: &Kop<'_>,
    dag: Datum,
    elementen: &[ElementStand],
    feiten: &[Event],
) -> Result<Vec<Papier>, RapportFout> {
    let mut nummers: BTreeMap<Element, u16> = BTreeMap::new();
    let mut papieren = vec![];
    for stand in elementen {
        let Onderdeel::Element(element) = onderdeel(stand.element) else { continue };
        let stuk = match papier(kop, stand, feiten)? {
            Some(stuk) => stuk,
            None if element == Element::OordeelWerknemer && is_nodig(stand) => {
                formulier_oordeel_werknemer(kop, dag, elementen)
            }
            None => continue,
        };
        let nummer = nummers.entry(element).or_default();
        *nummer = nummer.saturating_add(1);
        let bestandsnaam = element.bestandsnaam(*nummer);
        papieren.push(Papier { bestandsnaam, herkomst: (stand.element, stand.stuk), stuk });
    }
    Ok(papieren)
}

/// The paper of the fact behind an element; its day is that of the element, corrections included.
fn papier(
    kop: &Kop<'_>,
    stand: &ElementStand,
    feiten: &[Event],
) -> Result<Option<Stuk>, RapportFout> {
    let kenmerk = stand.stuk.map(Kenmerk::Stuk);
    let Some(feit) = feiten.iter().find(|feit| Some(feit.kenmerk()) == kenmerk) else {
        return Ok(None);
    };
    let stuk = stuk_van(kop, feit)?;
    Ok(stuk.map(|stuk| Stuk { datum: stand.datum.unwrap_or(stuk.datum), ..stuk }))
}

fn is_nodig(stand: &ElementStand) -> bool {
    match stand.toestand {
        Toestand::Aanwezig | Toestand::TeLaat | Toestand::NogNiet | Toestand::Ontbreekt => true,
        Toestand::NietNodig => false,
    }
}
