//! How the hand-over of the medical part speaks.

use super::gedeeld::auteur;
use super::{Beschreven, Veld, datum, lijst, samen, tekst};
use crate::Datum;
use crate::mijlpaal::medische_informatie::{Medisch, Overhandigd};
use crate::mijlpaal::probleemanalyse::GbmGrond;

impl Beschreven for Overhandigd {
    fn velden(&self) -> Vec<Veld> {
        samen([datum("Overhandigd aan werknemer op", self.overhandigd_op), auteur(&self.auteur)])
    }
}

impl Beschreven for Medisch {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Klachten", self.klachten.as_str()),
            lijst("Diagnoses", self.diagnoses.clone()),
            tekst("Bevindingen", self.bevindingen.as_str()),
            lijst("Behandelingen", self.behandelingen.clone()),
            tekst("Medicatie", self.medicatie.as_str()),
            tekst("Beloop", self.beloop.as_str()),
            tekst("Prognose", self.prognose.as_str()),
            tekst("Medische onderbouwing", self.onderbouwing_beperkingen.as_str()),
            tekst("Grond van de urenbeperking", self.urenbeperking_grond.as_deref()),
            tekst("Grond van geen benutbare mogelijkheden", self.gbm_grond.map(GbmGrond::naam)),
            lijst("Informatie van behandelaars", self.informatie_behandelend_sector.clone()),
            tekst("Waarom anders dan de richtlijn", self.afwijking_richtlijn_motivering.as_deref()),
            lijst("Spreekuren", self.spreekuren.iter().copied().map(Datum::voluit)),
        ])
    }
}
