//! The folder of the employee as files: the papers of the verslag, the form, and the receipt.

use wvp_domain::mijlpaal::riv;
use wvp_engine::{Bestand, Keuring, OpmaakFout, Opmaker, RivInvoer};
use wvp_reports::RapportFout;
use wvp_reports::stukken::ontvangstbewijs;

use crate::element::formulier;
use crate::verslag::{bestanden, kop, los};

/// Makes the papers of the verslag as the employee may read them, with what only the employee gets.
#[derive(Debug, Clone, Copy)]
pub struct Werknemersdrukker;

impl Opmaker for Werknemersdrukker {
    fn maak(&self, invoer: &RivInvoer, keur: Keuring<'_>) -> Result<Vec<Bestand>, OpmaakFout> {
        met_extra(invoer, keur).map_err(|fout| OpmaakFout::Mislukt(fout.to_string()))
    }
}

fn met_extra(invoer: &RivInvoer, keur: Keuring<'_>) -> Result<Vec<Bestand>, RapportFout> {
    let kop = kop(invoer);
    let mut bestanden = bestanden(invoer, keur)?;
    let is_oordeel = |it: &Bestand| {
        it.herkomst.is_some_and(|(element, _)| element == riv::Element::OordeelWerknemer)
    };
    // The verslag leaves it out where no verslag is needed; the employee may give an opinion anyway.
    if !bestanden.iter().any(is_oordeel) {
        bestanden.push(formulier(&kop, invoer)?);
    }
    let overhandigd = &invoer.dossier.medische_informatie;
    if !overhandigd.is_empty() {
        bestanden.push(los(ontvangstbewijs(&kop, invoer.dag, overhandigd)?));
    }
    Ok(bestanden)
}
