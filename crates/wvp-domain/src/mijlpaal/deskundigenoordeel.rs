//! Deskundigenoordeel van UWV (WIA, Wet SUWI art. 32).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{niet_in_toekomst, niet_voor};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Deskundigenoordeel = Secties<Oordeel, Uitkomst>;

/// Section A: which question, when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Oordeel {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// What UWV was asked.
    pub soort: Vraag,
    /// Day of the request.
    pub aangevraagd_op: Option<Datum>,
    /// Day of the judgement.
    pub oordeel_op: Datum,
}

impl Sectie for Oordeel {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Oordeel {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.oordeel_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.oordeel_op = datum;
    }
}

/// Section B: what UWV thinks.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Uitkomst {
    /// The judgement.
    pub uitkomst: String,
}

impl Sectie for Uitkomst {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// What UWV can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Vraag {
    /// Can the employee do the own work?
    EigenWerk,
    /// Is there suitable work?
    PassendWerk,
    /// Does the employer do enough?
    InspanningWerkgever,
    /// Does the employee do enough?
    InspanningWerknemer,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Deskundigenoordeel,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.deskundigenoordeel.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("oordeel_op", a.oordeel_op, vandaag)?;
    dossier.eis_na_begin("oordeel_op", a.oordeel_op)?;
    if let Some(aanvraag) = a.aangevraagd_op {
        dossier.eis_na_begin("aangevraagd_op", aanvraag)?;
        niet_voor("oordeel_op", a.oordeel_op, "de aanvraag", aanvraag)?;
    }
    Ok(vec![Event::DeskundigenoordeelOntvangen(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Oordeel) {
    dossier.stukken.insert(a.stuk);
    dossier.deskundigenoordeel.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};

    #[test]
    fn een_oordeel_ligt_niet_voor_de_aanvraag() {
        let mut oordeel = documenten::deskundigenoordeel(2, dag("2025-09-01"));
        oordeel.a.aangevraagd_op = Some(dag("2025-09-02"));
        let gegeven = na([ziek()]);
        let opdracht = Command::LegDeskundigenoordeelVast(oordeel);
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: `oordeel_op` (`2025-09-01`) ligt voor de aanvraag van `2025-09-02`. Controleer beide datums. Klopt de eerdere datum niet? Leg dan een correctie vast.");
    }
}
