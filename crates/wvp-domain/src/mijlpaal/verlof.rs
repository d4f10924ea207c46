//! Zwangerschaps- en bevallingsverlof in or beside the spells (R-28, R-29). Which leave it is stays in section C.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_omgekeerd;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Geen, Sectie, Secties, StukId};

/// The payload, by category.
pub type Verlof = Secties<Periode, Geen, SoortVerlof>;

/// Section A: when, and whether it counts through.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Periode {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day of leave.
    pub van: Datum,
    /// Last day of leave.
    pub tot_en_met: Datum,
    /// Derived fact without its reason: same cause (R-28); otherwise it is part of the gap (R-29).
    pub telt_door: bool,
}

impl Sectie for Periode {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Periode {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.van
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.van = datum;
    }
}

/// Section C: which leave.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SoortVerlof {
    /// Which leave.
    pub soort: Verlofsoort,
}

impl Sectie for SoortVerlof {
    const COMPARTIMENT: Compartiment = Compartiment::CVangnet;
}

/// Kinds of leave (WAZO 3:1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verlofsoort {
    /// Zwangerschapsverlof.
    Zwangerschap,
    /// Bevallingsverlof.
    Bevalling,
    /// Both in one stretch.
    ZwangerschapEnBevalling,
    /// Extension while the child is in hospital (WAZO 3:1(5)).
    Couveuse,
}

pub(crate) fn decide(dossier: &Dossier, opdracht: Verlof) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.verlof.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_omgekeerd("tot_en_met", a.van, Some(a.tot_en_met))?;
    dossier.eis_na_begin("tot_en_met", a.tot_en_met)?;
    dossier.eis_geen_ander_verlof(a.stuk, a.van, a.tot_en_met)?;
    Ok(vec![Event::VerlofVastgelegd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Periode) {
    dossier.stukken.insert(a.stuk);
    dossier.verlof.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn welk_verlof_het_is_blijft_dicht() {
        let gegeven = na([ziek()]);
        let opdracht =
            Command::LegVerlofVast(voorbeeld::verlof(2, dag("2025-05-01"), dag("2025-08-20")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"VerlofVastgelegd {"stuk":"#02","van":"2025-05-01","tot_en_met":"2025-08-20","telt_door":true}"##);
    }

    #[test]
    fn verlof_dat_ander_verlof_raakt_wordt_geweigerd() {
        let gegeven = na([
            ziek(),
            Command::LegVerlofVast(voorbeeld::verlof(2, dag("2025-05-01"), dag("2025-08-20"))),
        ]);
        let opdracht =
            Command::LegVerlofVast(voorbeeld::verlof(3, dag("2025-08-20"), dag("2025-09-01")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-28]: er is al verlof vastgelegd van `2025-05-01` tot en met `2025-08-20`. Corrigeer het verlof dat er al staat.");
    }

    #[test]
    fn verlof_van_voor_de_ziekte_hoort_niet_in_dit_dossier() {
        let gegeven = na([ziek()]);
        let opdracht =
            Command::LegVerlofVast(voorbeeld::verlof(2, dag("2025-01-01"), dag("2025-03-02")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: `tot_en_met` (`2025-03-02`) ligt voor de eerste ziektedag `2025-03-03`. Controleer de datum. Klopt de eerste ziektedag niet? Leg dan een correctie vast.");
    }
}
