//! All papers of a re-integratieverslag, with their file names.

use std::collections::BTreeMap;

use wvp_domain::mijlpaal::getekend_exemplaar::Exemplaar;
use wvp_domain::mijlpaal::riv::{ElementStand, Toestand};
use wvp_domain::{Datum, Event, Kenmerk, StukId};

use super::tekening::vastgelegd;
use super::verband::verband;
use super::voorblad::onderdeel;
use super::{Kop, formulier_oordeel_werknemer, stuk_van};
use crate::stuk::pdf;
use crate::{Element, Inhoudsregel, Onderdeel, Pdf, RapportFout, Stuk};

/// A paper with its file name. It has no `Debug`: it holds what a section holds.
#[derive(Clone, PartialEq, Eq)]
pub struct Papier {
    /// File name within the verslag.
    pub bestandsnaam: String,
    /// Which element it is, and the document behind it; none for a form to fill in.
    pub herkomst: (wvp_domain::mijlpaal::riv::Element, Option<StukId>),
    /// The paper, ready to be typeset.
    pub stuk: Stuk,
    /// Which of its kind it is, from 1.
    nummer: u16,
}

impl Papier {
    /// Typesets the paper under its file name.
    ///
    /// # Errors
    ///
    /// [`RapportFout::Zetten`] or [`RapportFout::Norm`] when template or result break a rule.
    pub fn pdf(&self) -> Result<Pdf, RapportFout> {
        pdf(&self.stuk, self.bestandsnaam.clone())
    }

    /// Its line in the contents of the cover, once it is typeset as `pdf`.
    #[must_use]
    pub fn inhoudsregel(&self, pdf: &Pdf) -> Inhoudsregel {
        Inhoudsregel {
            naam: self.naam(),
            bestandsnaam: pdf.bestandsnaam.clone(),
            datum: self.stuk.datum,
            ondertekening: self.stuk.ondertekening.clone(),
            bladzijden: Some(pdf.bladzijden),
        }
    }

    /// What the list of contents says of a copy of it that was signed on paper.
    #[must_use]
    pub fn regel_van_exemplaar(&self, bestandsnaam: &str, exemplaar: &Exemplaar) -> Inhoudsregel {
        Inhoudsregel {
            naam: format!("{}, getekend exemplaar", self.naam()),
            bestandsnaam: bestandsnaam.to_owned(),
            datum: exemplaar.getekend_op,
            ondertekening: vastgelegd(&exemplaar.ondertekeningen, None),
            bladzijden: None,
        }
    }

    fn naam(&self) -> String {
        let soort = self.stuk.soort;
        if soort.komt_vaker_voor() {
            format!("{} {}", soort.naam(), self.nummer)
        } else {
            soort.naam().to_owned()
        }
    }
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
        let stuk = match papier(kop, stand, elementen, feiten)? {
            Some(stuk) => stuk,
            None if element == Element::OordeelWerknemer && is_nodig(stand) => {
                formulier_oordeel_werknemer(kop, dag, elementen)
            }
            None => continue,
        };
        let nummer = nummers.entry(element).or_default();
        *nummer = nummer.saturating_add(1);
        let bestandsnaam = element.bestandsnaam(*nummer);
        let herkomst = (stand.element, stand.stuk);
        papieren.push(Papier { bestandsnaam, herkomst, stuk, nummer: *nummer });
    }
    Ok(papieren)
}

/// The paper of the fact behind an element; its day is that of the element, corrections included.
fn papier(
    kop: &Kop<'_>,
    stand: &ElementStand,
    elementen: &[ElementStand],
    feiten: &[Event],
) -> Result<Option<Stuk>, RapportFout> {
    let kenmerk = stand.stuk.map(Kenmerk::Stuk);
    let Some(feit) = feiten.iter().find(|feit| Some(feit.kenmerk()) == kenmerk) else {
        return Ok(None);
    };
    let Some(mut stuk) = stuk_van(kop, feit, feiten)? else { return Ok(None) };
    stuk.datum = stand.datum.unwrap_or(stuk.datum);
    stuk.kop.extend(verband(feit, elementen, feiten));
    Ok(Some(stuk))
}

fn is_nodig(stand: &ElementStand) -> bool {
    match stand.toestand {
        Toestand::Aanwezig | Toestand::TeLaat | Toestand::NogNiet | Toestand::Ontbreekt => true,
        Toestand::NietNodig => false,
    }
}
