//! Melding aan de arbodienst.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type MeldingArbodienst = Secties<Melding>;

/// Section A: when the arbodienst was told.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Melding {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the report.
    pub gemeld_op: Datum,
}

impl Sectie for Melding {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Melding {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.gemeld_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.gemeld_op = datum;
    }
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: MeldingArbodienst,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.melding_arbodienst.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    dossier.eis_na_begin("gemeld_op", a.gemeld_op)?;
    Ok(vec![Event::BijArbodienstGemeld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Melding) {
    dossier.stukken.insert(a.stuk);
    dossier.melding_arbodienst.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn zonder_ziekmelding_geen_melding_bij_de_arbodienst() {
        let opdracht =
            Command::MeldBijArbodienst(voorbeeld::melding_arbodienst(2, dag("2025-03-04")));
        assert_snapshot!(uitkomst(&[], "2027-06-01", opdracht), @"afgewezen [C-01]: er is geen ziekmelding in dit dossier. Leg eerst de ziekmelding vast.");
    }

    #[test]
    fn een_melding_voor_de_eerste_ziektedag_wordt_geweigerd() {
        let gegeven = na([ziek()]);
        let opdracht =
            Command::MeldBijArbodienst(voorbeeld::melding_arbodienst(2, dag("2025-03-02")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: `gemeld_op` (`2025-03-02`) ligt voor de eerste ziektedag `2025-03-03`. Controleer de datum. Klopt de eerste ziektedag niet? Leg dan een correctie vast.");
    }
}
