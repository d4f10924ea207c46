//! Sluiten en heropenen van het dossier. Closing destroys nothing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{niet_in_toekomst, niet_voor};
use crate::termijn::Geval;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Sluiting = Secties<Gesloten>;

/// Section A: from when, why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gesloten {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day it is closed.
    pub per: Datum,
    /// Why.
    pub reden: RedenSluiten,
}

impl Sectie for Gesloten {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Gesloten {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.per
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.per = datum;
    }
}

/// The payload, by category.
pub type Heropening = Secties<Heropend>;

/// Section A: from when, why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Heropend {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day it is open again.
    pub per: Datum,
    /// Why.
    pub reden: RedenHeropenen,
}

impl Sectie for Heropend {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Heropend {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.per
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.per = datum;
    }
}

/// Why a dossier closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RedenSluiten {
    /// Recovered, and not ill again within four weeks (R-84).
    KetenAfgelopen,
    /// The wachttijd and any extension ended.
    WachttijdVoorbij,
    /// The employment ended.
    EindeDienstverband,
    /// AOW.
    Aow,
    /// The employee died.
    Overleden,
    /// Opened by mistake.
    TenOnrechte,
}

/// Why a dossier opens again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RedenHeropenen {
    /// Closed by mistake.
    TenOnrechteGesloten,
    /// A correction moved a date.
    Correctie,
    /// Objection or appeal against UWV.
    Bezwaar,
}

pub(crate) fn decide_sluiten(
    dossier: &Dossier,
    opdracht: Sluiting,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.sluiten.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("per", a.per, vandaag)?;
    dossier.eis_na_begin("per", a.per)?;
    eis_reden(dossier, a)?;
    Ok(vec![Event::DossierGesloten(opdracht)])
}

pub(crate) fn evolve_sluiten(dossier: &mut Dossier, a: &Gesloten) {
    dossier.stukken.insert(a.stuk);
    dossier.sluiten.push(a.clone());
}

pub(crate) fn decide_heropenen(
    dossier: &Dossier,
    opdracht: Heropening,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.heropenen.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_ziekmelding()?;
    niet_in_toekomst("per", a.per, vandaag)?;
    match dossier.sluiten.last() {
        Some(sluiting) if dossier.is_gesloten() => {
            niet_voor("per", a.per, "de sluiting", sluiting.per)?;
        }
        Some(_) | None => return Err(Afwijzing::NietGesloten),
    }
    Ok(vec![Event::DossierHeropend(opdracht)])
}

pub(crate) fn evolve_heropenen(dossier: &mut Dossier, a: &Heropend) {
    dossier.stukken.insert(a.stuk);
    dossier.heropenen.push(a.clone());
}

/// The facts must bear the reason out.
fn eis_reden(dossier: &Dossier, sluiting: &Gesloten) -> Result<(), Afwijzing> {
    match sluiting.reden {
        RedenSluiten::KetenAfgelopen => eis_keten_afgelopen(dossier, sluiting.per),
        RedenSluiten::WachttijdVoorbij => eis_wachttijd_voorbij(dossier, sluiting.per),
        RedenSluiten::EindeDienstverband => match dossier.einde_dienstverband.last() {
            Some(einde) if einde.laatste_werkdag < sluiting.per => Ok(()),
            Some(_) | None => Err(Afwijzing::DienstverbandLoopt),
        },
        RedenSluiten::Aow => match dossier.aow.last() {
            Some(aow) if aow.aow_datum <= sluiting.per => Ok(()),
            Some(_) | None => Err(Afwijzing::NogGeenAow),
        },
        RedenSluiten::Overleden | RedenSluiten::TenOnrechte => Ok(()),
    }
}

/// After the wachttijd (R-20), and after the wages that a late WIA application (R-32) or a loonsanctie
/// (R-34) makes run on.
fn eis_wachttijd_voorbij(dossier: &Dossier, per: Datum) -> Result<(), Afwijzing> {
    let eindes = |geval: &Geval| (geval.einde_wachttijd(), geval.einde_loondoorbetaling());
    match dossier.gevallen(per, eindes).pop() {
        Some((wachttijd, loon)) if wachttijd < loon && per <= loon => {
            Err(Afwijzing::LoondoorbetalingLoopt { tot_en_met: loon })
        }
        Some((tot_en_met, _)) if per <= tot_en_met => Err(Afwijzing::WachttijdLoopt { tot_en_met }),
        Some(_) | None => Ok(()),
    }
}

/// Recovered, and the watch over the chain is over: at the earliest day H+28 (R-84).
fn eis_keten_afgelopen(dossier: &Dossier, per: Datum) -> Result<(), Afwijzing> {
    let perioden = dossier.perioden();
    let Some(laatste) = perioden.last() else { return Err(Afwijzing::GeenZiekmelding) };
    let Some(hersteld_per) = laatste.hersteld_per else {
        return Err(Afwijzing::NogZiek { sinds: laatste.eerste_ziektedag });
    };
    let tot_en_met = dossier.bewaking_tot_en_met(hersteld_per);
    if per <= tot_en_met { Err(Afwijzing::KetenLoopt { tot_en_met }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::RedenSluiten;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::uwv_besluit::Soort;
    use crate::mijlpaal::voorbeeld::{self, dag, documenten, ziek};
    use crate::{Command, Event};

    #[test]
    fn een_niet_hersteld_dossier_sluit_niet_als_afgelopen_keten() {
        let gegeven = na([ziek()]);
        let opdracht = Command::SluitDossier(voorbeeld::sluiting(
            5,
            dag("2025-06-01"),
            RedenSluiten::KetenAfgelopen,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-25]: de werknemer is nog ziek gemeld sinds `2025-03-03`. Is de werknemer hersteld? Leg dat eerst vast. Kan de werknemer meer of minder werken? Leg dan een wijziging van de inzetbaarheid vast.");
    }

    #[test]
    fn op_dag_27_na_herstel_loopt_de_keten_nog() {
        let gegeven =
            na([ziek(), Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14")))]);
        let opdracht = Command::SluitDossier(voorbeeld::sluiting(
            5,
            dag("2025-05-11"),
            RedenSluiten::KetenAfgelopen,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-84]: een terugval tot en met `2025-05-11` hoort nog bij dit dossier. Sluit het dossier na die dag, of kies de juiste reden.");
    }

    #[test]
    fn op_dag_28_na_herstel_sluit_de_keten() {
        let gegeven =
            na([ziek(), Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14")))]);
        let opdracht = Command::SluitDossier(voorbeeld::sluiting(
            5,
            dag("2025-05-12"),
            RedenSluiten::KetenAfgelopen,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"DossierGesloten {"stuk":"#05","per":"2025-05-12","reden":"keten_afgelopen"}"##);
    }

    /// R-28: illness right after leave that counts through still belongs here.
    #[test]
    fn na_herstel_op_de_eerste_verlofdag_sluit_de_keten_pas_na_het_verlof() {
        let gegeven = na([
            ziek(),
            Command::LegVerlofVast(voorbeeld::verlof(2, dag("2025-04-14"), dag("2025-08-03"))),
            Command::MeldHersteld(voorbeeld::herstelmelding(3, dag("2025-04-14"))),
        ]);
        let opdracht = Command::SluitDossier(voorbeeld::sluiting(
            5,
            dag("2025-05-12"),
            RedenSluiten::KetenAfgelopen,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-84]: een terugval tot en met `2025-08-31` hoort nog bij dit dossier. Sluit het dossier na die dag, of kies de juiste reden.");
    }

    #[test]
    fn op_de_laatste_dag_van_de_wachttijd_sluit_het_dossier_nog_niet() {
        let gegeven = na([ziek()]);
        let opdracht = Command::SluitDossier(voorbeeld::sluiting(
            5,
            dag("2027-02-28"),
            RedenSluiten::WachttijdVoorbij,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-20]: de wachttijd loopt tot en met `2027-02-28`. Sluit het dossier na die dag, of kies de juiste reden.");
    }

    #[test]
    fn op_de_laatste_werkdag_sluit_het_dossier_nog_niet() {
        let gegeven = na([
            ziek(),
            Command::BeeindigDienstverband(voorbeeld::einde_dienstverband(5, dag("2025-09-30"))),
        ]);
        let opdracht = Command::SluitDossier(voorbeeld::sluiting(
            6,
            dag("2025-09-30"),
            RedenSluiten::EindeDienstverband,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-66]: het dienstverband is nog niet geëindigd. Leg het einde van het dienstverband vast en sluit het dossier na de laatste werkdag.");
    }

    #[test]
    fn zonder_aow_datum_geen_sluiting_wegens_aow() {
        let gegeven = na([ziek()]);
        let opdracht =
            Command::SluitDossier(voorbeeld::sluiting(6, dag("2025-09-30"), RedenSluiten::Aow));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-70]: de AOW is nog niet ingegaan. Leg de AOW-datum vast en sluit het dossier op of na die dag.");
    }

    #[test]
    fn in_een_gesloten_dossier_verandert_niets() {
        let gegeven = na([
            ziek(),
            Command::SluitDossier(voorbeeld::sluiting(
                5,
                dag("2025-06-01"),
                RedenSluiten::TenOnrechte,
            )),
        ]);
        let opdracht = Command::LegSpreekuurVast(documenten::spreekuur(2, dag("2025-03-20")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: het dossier is gesloten. Heropen het dossier als dit feit er nog bij hoort.");
    }

    #[test]
    fn na_heropenen_gaat_het_dossier_verder() {
        let gegeven = na([
            ziek(),
            Command::SluitDossier(voorbeeld::sluiting(
                5,
                dag("2025-06-01"),
                RedenSluiten::TenOnrechte,
            )),
            Command::HeropenDossier(voorbeeld::heropening(6, dag("2025-06-02"))),
        ]);
        let opdracht = Command::LegSpreekuurVast(documenten::spreekuur(2, dag("2025-03-20")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"SpreekuurGehouden {"stuk":"#02","gehouden_op":"2025-03-20","auteur":{"naam":"A. de Vries","functie":"bedrijfsarts"},"wijze_contact":"spreekuur","volgende_op":null,"werkt_mee":true,"verzuim_verwacht_tot":null}"##);
    }

    #[test]
    fn een_open_dossier_heropenen_kan_niet() {
        let gegeven = na([ziek()]);
        let opdracht = Command::HeropenDossier(voorbeeld::heropening(6, dag("2025-06-02")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: het dossier is niet gesloten. Dit dossier is open; ga gewoon verder.");
    }

    fn sluit_als_wachttijd_voorbij(gegeven: &[Event], per: &str) -> String {
        let sluiting = voorbeeld::sluiting(9, dag(per), RedenSluiten::WachttijdVoorbij);
        uitkomst(gegeven, "2028-12-31", Command::SluitDossier(sluiting))
    }

    fn met_loonsanctie() -> Vec<Event> {
        let soort = Soort::LoonsanctieOpgelegd;
        let besluit = voorbeeld::uwv_besluit(5, dag("2027-01-11"), soort);
        na([ziek(), Command::LegUwvBesluitVast(besluit)])
    }

    #[test]
    fn r34_op_de_laatste_dag_van_een_loonsanctie_sluit_het_dossier_nog_niet() {
        assert_snapshot!(sluit_als_wachttijd_voorbij(&met_loonsanctie(), "2028-02-27"), @"afgewezen [R-20]: de loondoorbetaling loopt tot en met `2028-02-27`. Sluit het dossier na die dag, of kies de juiste reden.");
    }

    #[test]
    fn r34_na_een_loonsanctie_sluit_het_dossier() {
        assert_snapshot!(sluit_als_wachttijd_voorbij(&met_loonsanctie(), "2028-02-28"), @r##"DossierGesloten {"stuk":"#09","per":"2028-02-28","reden":"wachttijd_voorbij"}"##);
    }

    #[test]
    fn r32_zo_lang_een_late_aanvraag_het_loon_verlengt_sluit_het_dossier_nog_niet() {
        let aanvraag = voorbeeld::wia_aanvraag(4, dag("2027-01-04"));
        let gegeven = na([ziek(), Command::LegWiaAanvraagVast(aanvraag)]);
        assert_snapshot!(sluit_als_wachttijd_voorbij(&gegeven, "2027-03-22"), @"afgewezen [R-20]: de loondoorbetaling loopt tot en met `2027-03-22`. Sluit het dossier na die dag, of kies de juiste reden.");
    }

    #[test]
    fn r20_het_einde_van_het_dienstverband_kort_de_wachttijd_niet_in() {
        let einde = voorbeeld::einde_dienstverband(4, dag("2025-09-30"));
        let gegeven = na([ziek(), Command::BeeindigDienstverband(einde)]);
        assert_snapshot!(sluit_als_wachttijd_voorbij(&gegeven, "2027-02-28"), @"afgewezen [R-20]: de wachttijd loopt tot en met `2027-02-28`. Sluit het dossier na die dag, of kies de juiste reden.");
    }
}
