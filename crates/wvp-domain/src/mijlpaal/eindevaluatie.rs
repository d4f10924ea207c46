//! Eindevaluatie van het plan van aanpak, by week 91 (R-16, documents.md 1.7).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{
    Ondertekening, Visies, eis_handtekeningen, eis_inhoud, niet_in_toekomst, niet_voor,
};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Geen, Sectie, Secties, StukId};

/// The payload, by category.
pub type Eindevaluatie = Secties<Opgesteld, Evaluatie, Geen, Bedrijf>;

/// Section A: when, who signed, which required judgements are in it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opgesteld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day it was drawn up.
    pub opgesteld_op: Datum,
    /// Who signed, or refused to.
    pub ondertekeningen: Vec<Ondertekening>,
    /// Whether the employer judges the working relation (RIV-09).
    pub over_arbeidsrelatie: bool,
    /// Whether the employer judges suitable work (RIV-09).
    pub over_passende_arbeid: bool,
}

impl Sectie for Opgesteld {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Opgesteld {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.opgesteld_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.opgesteld_op = datum;
    }
}

/// Section B: the evaluation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Evaluatie {
    /// The employer on the working relation.
    pub oordeel_arbeidsrelatie: String,
    /// The employer on suitable work.
    pub oordeel_passende_arbeid: String,
    /// Work, place, hours, structural or not.
    pub stand_van_zaken: String,
    /// Result of the first track.
    pub resultaat_eerste_spoor: String,
    /// Result of the second track.
    pub resultaat_tweede_spoor: String,
    /// What follows.
    pub vervolg: String,
    /// Views of employer and employee.
    pub visies: Visies,
    /// Why somebody refuses to sign.
    pub weigering_motivering: Option<String>,
}

impl Sectie for Evaluatie {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// Section D: nature of the business (art. 2(5), RIV-10).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bedrijf {
    /// Nature and size.
    pub aard_bedrijf: String,
}

impl Sectie for Bedrijf {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Eindevaluatie,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.eindevaluatie.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("opgesteld_op", a.opgesteld_op, vandaag)?;
    let analyse = dossier.eis_probleemanalyse()?;
    niet_voor("opgesteld_op", a.opgesteld_op, "de probleemanalyse", analyse.opgesteld_op)?;
    eis_handtekeningen(&a.ondertekeningen, vandaag)?;
    eis_inhoud("Eindevaluatie", &opdracht.b)?;
    Ok(vec![Event::EindevaluatieVastgesteld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Opgesteld) {
    dossier.stukken.insert(a.stuk);
    dossier.eindevaluatie.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::gedeeld::Handtekening;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};

    #[test]
    fn een_weigering_met_motivering_telt_als_handtekening() {
        let mut evaluatie = documenten::eindevaluatie(5, dag("2026-11-23"));
        evaluatie.a.ondertekeningen[1].keuze = Handtekening::GeweigerdMetMotivering;
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht = Command::StelEindevaluatieVast(evaluatie);
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"EindevaluatieVastgesteld {"stuk":"#05","opgesteld_op":"2026-11-23","ondertekeningen":[{"partij":"werkgever","wie":{"naam":"A. de Vries","functie":"bedrijfsarts"},"keuze":"getekend","op":"2026-11-23"},{"partij":"werknemer","wie":{"naam":"A. de Vries","functie":"bedrijfsarts"},"keuze":"geweigerd_met_motivering","op":"2026-11-23"}],"over_arbeidsrelatie":true,"over_passende_arbeid":true}"##);
    }
}
