//! Medische informatie: from the bedrijfsarts to the employee, never past the employer (R-16, documents.md 1.9).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{Ondertekenaar, eis_inhoud, eis_naam_en_functie, niet_in_toekomst};
use super::probleemanalyse::GbmGrond;
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
    /// Ground of a medical limit on hours: UWV asks a verzekeringsarts to look at it.
    pub urenbeperking_grond: Option<String>,
    /// Ground of a period without possibilities: UWV asks a verzekeringsarts to look at it.
    pub gbm_grond: Option<GbmGrond>,
    /// Information that came from those who treat the employee.
    pub informatie_behandelend_sector: Vec<String>,
    /// Why the guidance departs from the medical standards.
    pub afwijking_richtlijn_motivering: Option<String>,
    /// Days of the consultations it rests on.
    pub spreekuren: Vec<Datum>,
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
    eis_naam_en_functie("auteur", &a.auteur)?;
    eis_inhoud("Medische informatie", &opdracht.c)?;
    Ok(vec![Event::MedischeInformatieOverhandigd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Overhandigd) {
    dossier.stukken.insert(a.stuk);
    dossier.medische_informatie.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};
    use crate::{Command, Secties};

    #[test]
    fn sectie_a_zegt_alleen_dat_de_informatie_is_overhandigd() {
        let gegeven = na([ziek()]);
        let opdracht = Command::OverhandigMedischeInformatie(documenten::medische_informatie(
            5,
            dag("2026-11-23"),
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"MedischeInformatieOverhandigd {"stuk":"#05","overhandigd_op":"2026-11-23","auteur":{"naam":"A. de Vries","functie":"bedrijfsarts"}}"##);
    }

    #[test]
    fn een_lege_envelop_wordt_geweigerd() {
        let volledig = documenten::medische_informatie(5, dag("2026-11-23"));
        let informatie = Secties::proces(volledig.a);
        let gegeven = na([ziek()]);
        let opdracht = Command::OverhandigMedischeInformatie(informatie);
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-04]: `Medische informatie` heeft geen inhoud. Vul het stuk in voordat u het vastlegt.");
    }
}
