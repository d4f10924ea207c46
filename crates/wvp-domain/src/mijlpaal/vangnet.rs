//! Vangnet en regres: that there is one (A.vangnet_exists) and, apart, which one (C.vangnet_kind; R-201..R-209).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Geen, Sectie, Secties, StukId};

/// The payload, by category.
pub type VangnetDoorWerknemer = Secties<GemeldDoorWerknemer, Geen, Welk>;

/// Section A: yes or no, told by the employee.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GemeldDoorWerknemer {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Whether a vangnet applies.
    pub van_toepassing: bool,
    /// Day it was told.
    pub gemeld_op: Datum,
}

impl Sectie for GemeldDoorWerknemer {
    const COMPARTIMENT: Compartiment = Compartiment::AVangnetWerknemer;
}

impl Feit for GemeldDoorWerknemer {
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

/// Section C: which vangnet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Welk {
    /// Which one.
    pub soort: VangnetSoort,
}

impl Sectie for Welk {
    const COMPARTIMENT: Compartiment = Compartiment::CVangnet;
}

/// The payload, by category.
pub type VangnetDoorArbodienst = Secties<GemeldDoorArbodienst, Geen, WelkVolgensArbodienst>;

/// Section A: yes or no, told by the arbodienst.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GemeldDoorArbodienst {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Whether a vangnet applies.
    pub van_toepassing: bool,
    /// Day it was told.
    pub gemeld_op: Datum,
}

impl Sectie for GemeldDoorArbodienst {
    const COMPARTIMENT: Compartiment = Compartiment::AVangnet;
}

impl Feit for GemeldDoorArbodienst {
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

/// Section C: which vangnet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WelkVolgensArbodienst {
    /// Which one.
    pub soort: VangnetSoort,
}

impl Sectie for WelkVolgensArbodienst {
    const COMPARTIMENT: Compartiment = Compartiment::CVangnet;
}

/// The payload, by category.
pub type VangnetBijUwv = Secties<BijUwvGemeld>;

/// Section A: when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BijUwvGemeld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the report (R-60..R-65).
    pub gemeld_op: Datum,
}

impl Sectie for BijUwvGemeld {
    const COMPARTIMENT: Compartiment = Compartiment::AVangnet;
}

impl Feit for BijUwvGemeld {
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

/// Which vangnet (design/contract.md, law.md section 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VangnetSoort {
    /// Fictieve dienstbetrekking (ZW 29(2)(a), R-60).
    FictieveDienstbetrekking,
    /// Ill in the flexible period of leave (ZW 29a(2), R-61).
    FlexibeleVerlofperiode,
    /// Ill by pregnancy, before leave (ZW 29a(1), R-62).
    Zwangerschap,
    /// Ill by pregnancy or birth, after leave (ZW 29a(4), R-63).
    NaBevalling,
    /// Organ donation (ZW 29(2)(e), R-62).
    Orgaandonatie,
    /// No-risk (ZW 29b, R-62).
    NoRisk,
}

const ZELFDE_ANTWOORD: &str = "dit antwoord over een vangnet";

pub(crate) fn decide_werknemer(
    dossier: &Dossier,
    opdracht: VangnetDoorWerknemer,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.vangnet_werknemer.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    dossier.eis_na_begin("gemeld_op", a.gemeld_op)?;
    eis_soort_bij_ja(a.van_toepassing, opdracht.c.is_dicht())?;
    match dossier.vangnet_werknemer.last() {
        Some(eerder) if eerder.van_toepassing == a.van_toepassing => {
            Err(Afwijzing::AlVastgelegd { wat: ZELFDE_ANTWOORD, op: eerder.gemeld_op })
        }
        Some(_) | None => Ok(vec![Event::VangnetGemeldDoorWerknemer(opdracht)]),
    }
}

pub(crate) fn evolve_werknemer(dossier: &mut Dossier, a: &GemeldDoorWerknemer) {
    dossier.stukken.insert(a.stuk);
    dossier.vangnet_werknemer.push(a.clone());
}

pub(crate) fn decide_arbodienst(
    dossier: &Dossier,
    opdracht: VangnetDoorArbodienst,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.vangnet_arbodienst.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    dossier.eis_na_begin("gemeld_op", a.gemeld_op)?;
    eis_soort_bij_ja(a.van_toepassing, opdracht.c.is_dicht())?;
    match dossier.vangnet_arbodienst.last() {
        Some(eerder) if eerder.van_toepassing == a.van_toepassing => {
            Err(Afwijzing::AlVastgelegd { wat: ZELFDE_ANTWOORD, op: eerder.gemeld_op })
        }
        Some(_) | None => Ok(vec![Event::VangnetGemeldDoorArbodienst(opdracht)]),
    }
}

pub(crate) fn evolve_arbodienst(dossier: &mut Dossier, a: &GemeldDoorArbodienst) {
    dossier.stukken.insert(a.stuk);
    dossier.vangnet_arbodienst.push(a.clone());
}

pub(crate) fn decide_bij_uwv(
    dossier: &Dossier,
    opdracht: VangnetBijUwv,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.vangnet_bij_uwv.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    dossier.eis_na_begin("gemeld_op", a.gemeld_op)?;
    eis_eerste_in_periode(dossier)?;
    Ok(vec![Event::VangnetBijUwvGemeld(opdracht)])
}

pub(crate) fn evolve_bij_uwv(dossier: &mut Dossier, a: &BijUwvGemeld) {
    dossier.stukken.insert(a.stuk);
    dossier.vangnet_bij_uwv.push(a.clone());
}

/// Which vangnet can only be told when there is one.
fn eis_soort_bij_ja(van_toepassing: bool, soort_ontbreekt: bool) -> Result<(), Afwijzing> {
    if van_toepassing || soort_ontbreekt {
        Ok(())
    } else {
        Err(Afwijzing::VeldenTegenstrijdig { veld: "soort", met: "van_toepassing" })
    }
}

/// One report to UWV per spell: after a relapse the employer reports again.
fn eis_eerste_in_periode(dossier: &Dossier) -> Result<(), Afwijzing> {
    let begin = dossier.perioden().last().map(|periode| periode.eerste_ziektedag);
    let in_periode = |eerder: &&BijUwvGemeld| begin.is_none_or(|begin| eerder.gemeld_op >= begin);
    match dossier.vangnet_bij_uwv.iter().find(in_periode) {
        Some(eerder) => Err(Afwijzing::AlVastgelegd {
            wat: "de melding van het vangnet aan UWV",
            op: eerder.gemeld_op,
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn welk_vangnet_het_is_blijft_dicht() {
        let gegeven = na([ziek()]);
        let opdracht =
            Command::MeldVangnetAlsWerknemer(voorbeeld::vangnet_werknemer(2, dag("2025-03-10")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"VangnetGemeldDoorWerknemer {"stuk":"#02","van_toepassing":true,"gemeld_op":"2025-03-10"}"##);
    }

    #[test]
    fn hetzelfde_antwoord_een_tweede_keer_wordt_geweigerd() {
        let gegeven = na([
            ziek(),
            Command::MeldVangnetAlsWerknemer(voorbeeld::vangnet_werknemer(2, dag("2025-03-10"))),
        ]);
        let opdracht =
            Command::MeldVangnetAlsWerknemer(voorbeeld::vangnet_werknemer(3, dag("2025-04-10")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: dit antwoord over een vangnet staat al in het dossier, per `2025-03-10`. Klopt het niet? Corrigeer wat er staat, of trek het in en leg het opnieuw vast.");
    }

    #[test]
    fn geen_vangnet_met_een_soort_spreekt_zich_tegen() {
        let mut melding = voorbeeld::vangnet_arbodienst(2, dag("2025-03-10"));
        melding.a.van_toepassing = false;
        let gegeven = na([ziek()]);
        let opdracht = Command::MeldVangnetAlsArbodienst(melding);
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: `soort` past niet bij `van_toepassing`. Kies een van beide en laat het andere weg.");
    }

    #[test]
    fn een_ziekteperiode_wordt_een_keer_bij_uwv_gemeld() {
        let gegeven = na([
            ziek(),
            Command::MeldVangnetBijUwv(voorbeeld::vangnet_bij_uwv(3, dag("2025-03-12"))),
        ]);
        let opdracht = Command::MeldVangnetBijUwv(voorbeeld::vangnet_bij_uwv(4, dag("2025-03-13")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: de melding van het vangnet aan UWV staat al in het dossier, per `2025-03-12`. Klopt het niet? Corrigeer wat er staat, of trek het in en leg het opnieuw vast.");
    }

    #[test]
    fn na_een_terugval_meldt_de_werkgever_opnieuw_bij_uwv() {
        let gegeven = na([
            ziek(),
            Command::MeldVangnetBijUwv(voorbeeld::vangnet_bij_uwv(3, dag("2025-03-12"))),
            Command::MeldHersteld(voorbeeld::herstelmelding(5, dag("2025-04-14"))),
            Command::MeldOpnieuwZiek(voorbeeld::terugval(6, dag("2025-05-01"))),
        ]);
        let opdracht = Command::MeldVangnetBijUwv(voorbeeld::vangnet_bij_uwv(7, dag("2025-05-02")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"VangnetBijUwvGemeld {"stuk":"#07","gemeld_op":"2025-05-02"}"##);
    }
}
