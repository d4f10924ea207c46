//! Brief van UWV.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type UwvBrief = Secties<Brief>;

/// Section A: which letter, when, with which last day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Brief {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Which letter.
    pub soort: Soort,
    /// Day it came in.
    pub ontvangen_op: Datum,
    /// Last day that UWV printed in it; overrides the computed one (K-6).
    pub uiterlijk: Option<Datum>,
}

impl Sectie for Brief {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Brief {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.ontvangen_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.ontvangen_op = datum;
    }
}

/// Letters of UWV that start or move a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Soort {
    /// Kennisgeving WIA.
    KennisgevingWia,
    /// Receipt of the 42e-weeksmelding.
    OntvangstWeek42,
    /// Request to complete the re-integratieverslag (WIA 25(8)).
    AanvullingRiv,
    /// Another letter.
    Overig,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: UwvBrief,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.uwv_brief.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("ontvangen_op", a.ontvangen_op, vandaag)?;
    dossier.eis_na_begin("ontvangen_op", a.ontvangen_op)?;
    Ok(vec![Event::UwvBriefOntvangen(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Brief) {
    dossier.stukken.insert(a.stuk);
    dossier.uwv_brief.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn een_brief_van_voor_de_ziekte_hoort_niet_in_dit_dossier() {
        let gegeven = na([ziek()]);
        let opdracht = Command::LegUwvBriefVast(voorbeeld::uwv_brief(5, dag("2025-03-02")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: `ontvangen_op` (`2025-03-02`) ligt voor de eerste ziektedag `2025-03-03`. Controleer de datum. Klopt de eerste ziektedag niet? Leg dan een correctie vast.");
    }
}
