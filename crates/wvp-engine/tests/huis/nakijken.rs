//! The periodic review: what is listed, and how a line is settled.

use wvp_access::Lezer;
use wvp_domain::bevoegdheid::Geldigheid;
use wvp_domain::bevoegdheid::afwijking::{self, Afwijking, Gegevens, Grond, Handeling};
use wvp_domain::bevoegdheid::gebruiker;
use wvp_domain::{Secties, StukId};
use wvp_engine::{ExecuteError, Houder, RedenNakijken, Regel};

use crate::hulp::{DOSSIER, Huis, account, als, dag, met_spreekuur, stuk};
use crate::mensen::{beheer, beheerder, einde, functie, stuk_van_functie, stuk_van_toewijzing};

async fn lijst(huis: &Huis) -> Vec<Regel> {
    huis.engine.nakijken(&beheerder()).await.unwrap()
}

fn redenen(lijst: &[Regel], recht: StukId) -> Vec<RedenNakijken> {
    lijst.iter().filter(|regel| regel.recht == recht).flat_map(|it| it.redenen.clone()).collect()
}

#[tokio::test]
async fn wat_negentig_dagen_niet_is_gebruikt_staat_op_de_lijst_en_wat_gebruikt_is_niet() {
    let huis = met_spreekuur().await;
    huis.engine.read(&als(Lezer::Werkgever), DOSSIER, None).await.unwrap();
    huis.klok.zet(dag("2024-03-30"));
    let na_89_dagen = lijst(&huis).await;
    assert_eq!(redenen(&na_89_dagen, stuk_van_functie(Lezer::Werkgever)), []);
    let ongebruikt = [RedenNakijken::Ongebruikt];
    assert_eq!(redenen(&na_89_dagen, stuk_van_functie(Lezer::Planner)), ongebruikt);
    huis.klok.zet(dag("2024-03-31"));
    assert_eq!(redenen(&lijst(&huis).await, stuk_van_functie(Lezer::Werkgever)), ongebruikt);
}

#[tokio::test]
async fn wat_binnen_dertig_dagen_eindigt_staat_op_de_lijst() {
    let huis = met_spreekuur().await;
    let mut tijdelijk = functie(700, Lezer::Secretariaat);
    tijdelijk.geldig = Geldigheid { van: dag("2023-12-31"), tot_en_met: Some(dag("2024-02-01")) };
    let wat = gebruiker::Command::KenFunctieToe(Secties::proces(tijdelijk));
    beheer(&huis, account(Lezer::Planner), wat).await.unwrap();
    assert_eq!(redenen(&lijst(&huis).await, stuk(700)), []);
    huis.klok.zet(dag("2024-01-02"));
    assert_eq!(redenen(&lijst(&huis).await, stuk(700)), [RedenNakijken::LooptAf]);
}

#[tokio::test]
async fn een_toewijzing_zonder_functie_is_ruimer_dan_de_functie() {
    let huis = met_spreekuur().await;
    let lezer = Lezer::BedrijfsartsStafarts;
    let wat =
        gebruiker::Command::BeeindigFunctie(einde(701, stuk_van_functie(lezer), "2024-01-01"));
    beheer(&huis, account(lezer), wat).await.unwrap();
    let redenen = redenen(&lijst(&huis).await, stuk_van_toewijzing(lezer));
    assert!(redenen.contains(&RedenNakijken::RuimerDanFunctie), "{redenen:?}");
}

async fn met_afwijking() -> Huis {
    let huis = met_spreekuur().await;
    let afwijking = Afwijking {
        stuk: stuk(710),
        account: account(Lezer::Planner),
        goedgekeurd_door: account(Lezer::Directeur),
        gegevens: Gegevens::Proces,
        handeling: Handeling::Lezen,
        grond: Grond::Klacht,
        geldig: Geldigheid { van: dag("2024-01-01"), tot_en_met: Some(dag("2024-06-30")) },
    };
    let wat = afwijking::Command::KeurAfwijkingGoed(Secties::proces(afwijking));
    huis.engine.execute_afwijking(&als(Lezer::Directeur), DOSSIER, wat).await.unwrap();
    huis
}

/// The order of the organisation of the casemanager.
fn opdracht() -> StukId {
    stuk(20_000 + Lezer::CasemanagerZwWgaWvp as u128)
}

#[tokio::test]
async fn een_opdracht_die_niemand_van_de_organisatie_gebruikt_staat_op_de_lijst() {
    let huis = met_spreekuur().await;
    huis.klok.zet(dag("2024-03-31"));
    assert_eq!(redenen(&lijst(&huis).await, opdracht()), [RedenNakijken::Ongebruikt]);
    huis.engine.read(&als(Lezer::CasemanagerZwWgaWvp), DOSSIER, None).await.unwrap();
    assert_eq!(redenen(&lijst(&huis).await, opdracht()), []);
}

#[tokio::test]
async fn een_bevestigde_opdracht_gaat_van_de_lijst_en_een_ingetrokken_opdracht_ook() {
    let huis = met_spreekuur().await;
    huis.klok.zet(dag("2024-03-31"));
    let eerst = regel(&huis, opdracht()).await;
    assert!(matches!(eerst.houder, Houder::Organisatie(_)), "{eerst:?}");
    huis.engine.bevestig_recht(&beheerder(), &eerst, stuk(720)).await.unwrap();
    assert_eq!(redenen(&lijst(&huis).await, opdracht()), []);
    huis.klok.zet(dag("2024-06-30"));
    let weer = regel(&huis, opdracht()).await;
    huis.engine.trek_recht_in(&beheerder(), &weer, stuk(721)).await.unwrap();
    assert_eq!(redenen(&lijst(&huis).await, opdracht()), []);
}

async fn regel(huis: &Huis, recht: StukId) -> Regel {
    lijst(huis).await.into_iter().find(|regel| regel.recht == recht).unwrap()
}

#[tokio::test]
async fn wie_een_recht_bevestigt_haalt_het_voor_negentig_dagen_van_de_lijst() {
    let huis = met_afwijking().await;
    let eerst = regel(&huis, stuk(710)).await;
    assert_eq!(eerst.redenen, [RedenNakijken::RuimerDanFunctie]);
    huis.engine.bevestig_recht(&beheerder(), &eerst, stuk(711)).await.unwrap();
    assert_eq!(redenen(&lijst(&huis).await, stuk(710)), []);
    huis.klok.zet(dag("2024-03-31"));
    let daarna = redenen(&lijst(&huis).await, stuk(710));
    assert!(daarna.contains(&RedenNakijken::RuimerDanFunctie), "{daarna:?}");
}

#[tokio::test]
async fn wie_een_recht_intrekt_sluit_wat_het_opende() {
    let huis = met_afwijking().await;
    let planner = als(Lezer::Planner);
    assert!(huis.engine.read(&planner, DOSSIER, None).await.is_ok());
    let nagekeken = regel(&huis, stuk(710)).await;
    huis.engine.trek_recht_in(&beheerder(), &nagekeken, stuk(711)).await.unwrap();
    assert!(huis.engine.read(&planner, DOSSIER, None).await.is_err());
    assert_eq!(redenen(&lijst(&huis).await, stuk(710)), []);
}

#[tokio::test]
async fn elk_soort_recht_op_de_lijst_is_in_te_trekken() {
    let huis = met_spreekuur().await;
    huis.klok.zet(dag("2024-06-01"));
    for (nummer, recht) in
        (720..).zip([stuk_van_toewijzing(Lezer::Planner), stuk_van_functie(Lezer::Planner)])
    {
        let nagekeken = regel(&huis, recht).await;
        huis.engine.trek_recht_in(&beheerder(), &nagekeken, stuk(nummer)).await.unwrap();
        assert_eq!(redenen(&lijst(&huis).await, recht), []);
    }
}

#[tokio::test]
async fn alleen_wie_toezicht_houdt_kijkt_bevoegdheden_na() {
    let huis = met_spreekuur().await;
    for lezer in [Lezer::Werkgever, Lezer::BedrijfsartsStafarts, Lezer::Systeembeheerder] {
        let uitkomst = huis.engine.nakijken(&als(lezer)).await;
        assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{lezer}");
    }
    assert!(huis.engine.nakijken(&als(Lezer::FunctionarisGegevensbescherming)).await.is_ok());
}
