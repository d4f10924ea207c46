//! Voortgangsgesprek: every six weeks in practice (R-08, documents.md 1.6).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{niet_in_toekomst, niet_omgekeerd};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Voortgangsgesprek = Secties<Gesprek, Verslag>;

/// Section A: when, and when again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gesprek {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the talk.
    pub gehouden_op: Datum,
    /// Day of the next talk.
    pub volgende_op: Option<Datum>,
    /// Whether the activities of the plan are done in time (field pva.tijdig); none without a plan.
    pub activiteiten_tijdig: Option<bool>,
}

impl Sectie for Gesprek {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Gesprek {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.gehouden_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.gehouden_op = datum;
    }
}

/// Section B: what was said.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Verslag {
    /// Who took part.
    pub aanwezigen: Vec<String>,
    /// Progress per activity.
    pub voortgang: String,
    /// What was agreed.
    pub afspraken: Vec<String>,
}

impl Sectie for Verslag {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Voortgangsgesprek,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.voortgangsgesprek.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gehouden_op", a.gehouden_op, vandaag)?;
    dossier.eis_na_begin("gehouden_op", a.gehouden_op)?;
    niet_omgekeerd("volgende_op", a.gehouden_op, a.volgende_op)?;
    Ok(vec![Event::VoortgangsgesprekGevoerd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Gesprek) {
    dossier.stukken.insert(a.stuk);
    dossier.voortgangsgesprek.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};

    #[test]
    fn een_gesprek_toont_alleen_de_dagen() {
        let gegeven = na([ziek()]);
        let opdracht =
            Command::LegVoortgangsgesprekVast(documenten::voortgangsgesprek(2, dag("2025-06-02")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"VoortgangsgesprekGevoerd {"stuk":"#02","gehouden_op":"2025-06-02","volgende_op":"2025-07-14","activiteiten_tijdig":true}"##);
    }

    #[test]
    fn het_volgende_gesprek_ligt_niet_voor_dit_gesprek() {
        let mut gesprek = documenten::voortgangsgesprek(2, dag("2025-06-02"));
        gesprek.a.volgende_op = Some(dag("2025-06-01"));
        let gegeven = na([ziek()]);
        let opdracht = Command::LegVoortgangsgesprekVast(gesprek);
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: `volgende_op` (`2025-06-01`) ligt voor het begin `2025-06-02`. Controleer de datum. Klopt de eerste ziektedag niet? Leg dan een correctie vast.");
    }
}
