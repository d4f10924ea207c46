//! Medische informatie: from the bedrijfsarts to the employee, never past the employer (R-16, documents.md 1.9).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{Ondertekenaar, niet_in_toekomst};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Geen, Sectie, Secties, StukId};

/// The payload, by category.
pub type MedischeInformatie = Secties<Overhandigd, Geen, Medisch>;

/// Section A: that it was handed over, by whom.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Overhandigd {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day it was handed over.
    pub overhandigd_op: Datum,
    /// Who drew it up.
    pub auteur: Ondertekenaar,
}

impl Sectie for Overhandigd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Overhandigd {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.overhandigd_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.overhandigd_op = datum;
    }
}

/// Section C: the medical part.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Medisch {
    /// Complaints.
    pub klachten: String,
    /// Diagnoses.
    pub diagnoses: Vec<String>,
    /// Findings.
    pub bevindingen: String,
    /// Treatments, with who gives them.
    pub behandelingen: Vec<String>,
    /// Medication.
    pub medicatie: String,
    /// Course.
    pub beloop: String,
    /// Outlook.
    pub prognose: String,
    /// Ground of the limitations.
    pub onderbouwing_beperkingen: String,
}

impl Sectie for Medisch {
    const COMPARTIMENT: Compartiment = Compartiment::C;
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: MedischeInformatie,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.medische_informatie.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("overhandigd_op", a.overhandigd_op, vandaag)?;
    dossier.eis_na_begin("overhandigd_op", a.overhandigd_op)?;
    dossier.eis_inhoud("Medische informatie", &opdracht.c)?;
    Ok(vec![Event::MedischeInformatieOverhandigd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Overhandigd) {
    dossier.stukken.insert(a.stuk);
    dossier.medische_informatie.push(a.clone());
}
