//! Interventie: advised by the bedrijfsarts, agreed, started, ended (domain/access.md A.5).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{eis_inhoud, niet_in_toekomst, niet_voor};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Advies = Secties<Geadviseerd, Inhoud, Onderbouwing>;

/// Section A: that there is advice.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Geadviseerd {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the advice.
    pub geadviseerd_op: Datum,
}

impl Sectie for Geadviseerd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Geadviseerd {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.geadviseerd_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.geadviseerd_op = datum;
    }
}

/// Section B: what is advised; to the employer only with consent (R-167).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Inhoud {
    /// Kind of intervention.
    pub soort: String,
    /// What it should lead to.
    pub doel: String,
}

impl Sectie for Inhoud {
    const COMPARTIMENT: Compartiment = Compartiment::BInterventieAdvies;
}

/// Section C: why; stays with the bedrijfsarts.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Onderbouwing {
    /// Medical ground.
    pub onderbouwing: String,
}

impl Sectie for Onderbouwing {
    const COMPARTIMENT: Compartiment = Compartiment::C;
}

/// The payload, by category.
pub type Afspraak = Secties<Afgesproken>;

/// Section A: which advice, when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Afgesproken {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The advice it follows.
    pub advies: StukId,
    /// Day of the agreement.
    pub afgesproken_op: Datum,
    /// What the insurer pays, if there is one (field interventie.vergoeding).
    pub vergoeding: Option<Vergoeding>,
}

impl Sectie for Afgesproken {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Afgesproken {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.afgesproken_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.afgesproken_op = datum;
    }
}

/// What the insurer pays of an intervention (R-174). The amount is left out: it can identify the
/// kind of intervention (R-182).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Vergoeding {
    /// Nothing.
    Geen,
    /// A part.
    Deel,
    /// All of it.
    Geheel,
}

/// The payload, by category.
pub type Start = Secties<Gestart>;

/// Section A: that it started and when (A.interventie_wanneer).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gestart {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The agreement it follows.
    pub afspraak: StukId,
    /// First day.
    pub gestart_op: Datum,
}

impl Sectie for Gestart {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Gestart {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.gestart_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.gestart_op = datum;
    }
}

/// The payload, by category.
pub type Einde = Secties<Beeindigd, Resultaat, MedischRapport>;

/// Section A: when it ended.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Beeindigd {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The start it follows.
    pub start: StukId,
    /// Last day.
    pub beeindigd_op: Datum,
}

impl Sectie for Beeindigd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Beeindigd {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.beeindigd_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.beeindigd_op = datum;
    }
}

/// Section B: what it led to.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Resultaat {
    /// Result in terms of work.
    pub resultaat: String,
}

impl Sectie for Resultaat {
    const COMPARTIMENT: Compartiment = Compartiment::BOverig;
}

/// Section C: the medical part of the provider's report; to the bedrijfsarts only (R-179).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MedischRapport {
    /// What the provider found.
    pub bevindingen: String,
}

impl Sectie for MedischRapport {
    const COMPARTIMENT: Compartiment = Compartiment::C;
}

pub(crate) fn decide_advies(
    dossier: &Dossier,
    opdracht: Advies,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.interventie_advies.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("geadviseerd_op", a.geadviseerd_op, vandaag)?;
    dossier.eis_na_begin("geadviseerd_op", a.geadviseerd_op)?;
    eis_inhoud("Interventieadvies", &opdracht.b)?;
    Ok(vec![Event::InterventieGeadviseerd(opdracht)])
}

pub(crate) fn evolve_advies(dossier: &mut Dossier, a: &Geadviseerd) {
    dossier.stukken.insert(a.stuk);
    dossier.interventie_advies.push(a.clone());
}

pub(crate) fn decide_afspraak(
    dossier: &Dossier,
    opdracht: Afspraak,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.interventie_afspraak.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("afgesproken_op", a.afgesproken_op, vandaag)?;
    let adviezen = &dossier.interventie_advies;
    let advies = dossier.eis_verwijzing("advies", a.advies, "interventieadvies", adviezen)?;
    niet_voor("afgesproken_op", a.afgesproken_op, "het advies", advies.geadviseerd_op)?;
    Ok(vec![Event::InterventieAfgesproken(opdracht)])
}

pub(crate) fn evolve_afspraak(dossier: &mut Dossier, a: &Afgesproken) {
    dossier.stukken.insert(a.stuk);
    dossier.interventie_afspraak.push(a.clone());
}

pub(crate) fn decide_start(
    dossier: &Dossier,
    opdracht: Start,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.interventie_start.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gestart_op", a.gestart_op, vandaag)?;
    let afspraken = &dossier.interventie_afspraak;
    let afspraak = dossier.eis_verwijzing(
        "afspraak",
        a.afspraak,
        "afspraak over een interventie",
        afspraken,
    )?;
    niet_voor("gestart_op", a.gestart_op, "de afspraak", afspraak.afgesproken_op)?;
    if let Some(start) = dossier.interventie_start.iter().find(|b| b.afspraak == a.afspraak) {
        let wat = "de start van deze interventie";
        return Err(Afwijzing::AlVastgelegd { wat, op: start.gestart_op });
    }
    Ok(vec![Event::InterventieGestart(opdracht)])
}

pub(crate) fn evolve_start(dossier: &mut Dossier, a: &Gestart) {
    dossier.stukken.insert(a.stuk);
    dossier.interventie_start.push(a.clone());
}

pub(crate) fn decide_einde(
    dossier: &Dossier,
    opdracht: Einde,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.interventie_einde.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("beeindigd_op", a.beeindigd_op, vandaag)?;
    let starts = &dossier.interventie_start;
    let start = dossier.eis_verwijzing("start", a.start, "start van een interventie", starts)?;
    niet_voor("beeindigd_op", a.beeindigd_op, "de start", start.gestart_op)?;
    if let Some(einde) = dossier.interventie_einde.iter().find(|b| b.start == a.start) {
        return Err(Afwijzing::AlBeeindigd { op: einde.beeindigd_op });
    }
    Ok(vec![Event::InterventieBeeindigd(opdracht)])
}

pub(crate) fn evolve_einde(dossier: &mut Dossier, a: &Beeindigd) {
    dossier.stukken.insert(a.stuk);
    dossier.interventie_einde.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, documenten, ziek};

    #[test]
    fn sectie_a_zegt_dat_er_advies_is_en_niet_welk() {
        let gegeven = na([ziek()]);
        let opdracht =
            Command::AdviseerInterventie(voorbeeld::interventie_advies(2, dag("2025-05-01")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"InterventieGeadviseerd {"stuk":"#02","geadviseerd_op":"2025-05-01"}"##);
    }

    #[test]
    fn een_afspraak_rust_op_een_advies_en_niet_op_een_ander_stuk() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht =
            Command::SpreekInterventieAf(voorbeeld::interventie_afspraak(3, dag("2025-05-10"), 2));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: `advies` verwijst naar stuk `00000000-0000-0000-0000-000000000002`, maar dat is geen interventieadvies. Controleer naar welk stuk u verwijst.");
    }

    #[test]
    fn een_interventie_begint_maar_een_keer() {
        let gegeven = na([
            ziek(),
            Command::AdviseerInterventie(voorbeeld::interventie_advies(2, dag("2025-05-01"))),
            Command::SpreekInterventieAf(voorbeeld::interventie_afspraak(3, dag("2025-05-10"), 2)),
            Command::StartInterventie(voorbeeld::interventie_start(4, dag("2025-05-20"), 3)),
        ]);
        let opdracht =
            Command::StartInterventie(voorbeeld::interventie_start(6, dag("2025-05-21"), 3));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: de start van deze interventie staat al in het dossier, per `2025-05-20`. Klopt het niet? Corrigeer wat er staat, of trek het in en leg het opnieuw vast.");
    }

    #[test]
    fn een_interventie_eindigt_maar_een_keer() {
        let gegeven = na([
            ziek(),
            Command::AdviseerInterventie(voorbeeld::interventie_advies(2, dag("2025-05-01"))),
            Command::SpreekInterventieAf(voorbeeld::interventie_afspraak(3, dag("2025-05-10"), 2)),
            Command::StartInterventie(voorbeeld::interventie_start(4, dag("2025-05-20"), 3)),
            Command::BeeindigInterventie(voorbeeld::interventie_einde(5, dag("2025-07-01"), 4)),
        ]);
        let opdracht =
            Command::BeeindigInterventie(voorbeeld::interventie_einde(6, dag("2025-07-02"), 4));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: dit is al beëindigd per `2025-07-01`. Klopt die datum niet? Leg dan een correctie vast.");
    }

    #[test]
    fn een_interventie_begint_niet_voor_de_afspraak() {
        let gegeven = na([
            ziek(),
            Command::AdviseerInterventie(voorbeeld::interventie_advies(2, dag("2025-05-01"))),
            Command::SpreekInterventieAf(voorbeeld::interventie_afspraak(3, dag("2025-05-10"), 2)),
        ]);
        let opdracht =
            Command::StartInterventie(voorbeeld::interventie_start(4, dag("2025-05-09"), 3));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: `gestart_op` (`2025-05-09`) ligt voor de afspraak van `2025-05-10`. Controleer beide datums. Klopt de eerdere datum niet? Leg dan een correctie vast.");
    }
}
