//! Wijziging inzetbaarheid: partial recovery or setback, on the advice of the bedrijfsarts (R-25, R-82).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{Minuten, Percentage};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Inzetbaarheid = Secties<Wijziging, Werkzaamheden>;

/// Section A: from when, how much, on whose advice.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Wijziging {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day it holds.
    pub vanaf: Datum,
    /// Share of the contract hours that cannot be worked.
    pub ao_percentage: Percentage,
    /// Working time per week.
    pub uren_per_week: Option<Minuten>,
    /// The spreekuur or document of the bedrijfsarts it rests on (Abrona, AP 2016: never the employer alone).
    pub grond: StukId,
}

impl Sectie for Wijziging {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Wijziging {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.vanaf
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.vanaf = datum;
    }
}

/// Section B: what work is done meanwhile.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Werkzaamheden {
    /// Tasks.
    pub werkzaamheden: String,
    /// Whether it is the own job.
    pub eigen_werk: bool,
}

impl Sectie for Werkzaamheden {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

pub(crate) fn decide(dossier: &Dossier, opdracht: Inzetbaarheid) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.inzetbaarheid.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    dossier.eis_na_begin("vanaf", a.vanaf)?;
    dossier.eis_ziek_op("vanaf", a.vanaf)?;
    dossier.eis_in_dienst_op(a.vanaf)?;
    dossier.eis_oordeel_bedrijfsarts(a.grond)?;
    Ok(vec![Event::InzetbaarheidGewijzigd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Wijziging) {
    dossier.stukken.insert(a.stuk);
    dossier.inzetbaarheid.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, documenten, ziek};

    #[test]
    fn een_percentage_rust_op_een_spreekuur() {
        let gegeven =
            na([ziek(), Command::LegSpreekuurVast(documenten::spreekuur(2, dag("2025-03-20")))]);
        let opdracht =
            Command::WijzigInzetbaarheid(voorbeeld::inzetbaarheid(3, dag("2025-04-01"), 2));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"InzetbaarheidGewijzigd {"stuk":"#03","vanaf":"2025-04-01","ao_percentage":5000,"uren_per_week":1200,"grond":"#02"}"##);
    }

    #[test]
    fn een_percentage_zonder_bedrijfsarts_wordt_geweigerd() {
        let gegeven = na([ziek()]);
        let opdracht =
            Command::WijzigInzetbaarheid(voorbeeld::inzetbaarheid(3, dag("2025-04-01"), 1));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [NIET-08]: er is geen oordeel van de bedrijfsarts waar dit percentage op rust. Noem het spreekuur of het stuk van de bedrijfsarts waar het percentage in staat.");
    }

    #[test]
    fn na_herstel_verandert_de_inzetbaarheid_niet_meer() {
        let gegeven = na([
            ziek(),
            Command::LegSpreekuurVast(documenten::spreekuur(2, dag("2025-03-20"))),
            Command::MeldHersteld(voorbeeld::herstelmelding(3, dag("2025-04-01"))),
        ]);
        let opdracht =
            Command::WijzigInzetbaarheid(voorbeeld::inzetbaarheid(4, dag("2025-04-01"), 2));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [C-01]: de werknemer is niet ziek op `2025-04-01` (`vanaf`). Leg eerst een (hernieuwde) ziekmelding vast.");
    }

    #[test]
    fn over_een_eerdere_ziekteperiode_mag_later_nog_een_percentage_komen() {
        let gegeven = na([
            ziek(),
            Command::LegSpreekuurVast(documenten::spreekuur(2, dag("2025-03-20"))),
            Command::MeldHersteld(voorbeeld::herstelmelding(3, dag("2025-04-01"))),
            Command::MeldOpnieuwZiek(voorbeeld::terugval(4, dag("2025-04-10"))),
        ]);
        let opdracht =
            Command::WijzigInzetbaarheid(voorbeeld::inzetbaarheid(5, dag("2025-03-24"), 2));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"InzetbaarheidGewijzigd {"stuk":"#05","vanaf":"2025-03-24","ao_percentage":5000,"uren_per_week":1200,"grond":"#02"}"##);
    }
}
