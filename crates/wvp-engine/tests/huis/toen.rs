//! Time travel, two questions: the facts of then through the rights of now, and the rights of then.

use wvp_access::{Feit, Lezer};
use wvp_domain::Compartiment;
use wvp_engine::{Aanleiding, Gebruiker, ReadError, Toen};

use crate::hulp::{DOSSIER, Huis, als, dag, met_spreekuur, open_in_spreekuur, vangnet_arbodienst};

const FG: Lezer = Lezer::FunctionarisGegevensbescherming;

async fn toen(huis: &Huis, over: &Gebruiker, op: &str) -> Vec<Toen> {
    let aanleiding = Aanleiding::default();
    huis.engine.toen(&als(FG), over, DOSSIER, dag(op), &aanleiding).await.unwrap()
}

/// Which of B and C of the consultation could be opened.
fn spreekuur(rijen: &[Toen]) -> (bool, bool) {
    let rij = rijen.iter().find(|rij| rij.nummer == 2).unwrap();
    let open = |welk| rij.secties.iter().any(|(it, open)| *it == welk && *open);
    (open(Compartiment::BBedrijfsarts), open(Compartiment::C))
}

#[tokio::test]
async fn ac_20_een_eerdere_dag_gaat_door_de_rechten_van_nu() {
    let huis = met_spreekuur().await;
    huis.klok.zet(dag("2024-03-01"));
    let wie = als(Lezer::BedrijfsartsStafarts);
    let toen_wel = huis.engine.read(&wie, DOSSIER, Some(dag("2024-01-02"))).await.unwrap();
    let open = toen_wel.gebeurtenissen.iter().find_map(open_in_spreekuur);
    assert_eq!(open, Some((true, true)));
    let nu_niet = Gebruiker { sessie: wie.sessie.met(Feit::Revoked, true), ..wie };
    let uitkomst = huis.engine.read(&nu_niet, DOSSIER, Some(dag("2024-01-02"))).await;
    assert!(matches!(uitkomst, Err(ReadError::NietGevonden)));
}

#[tokio::test]
async fn de_functionaris_hoort_welke_secties_een_lezer_toen_kon_openen() {
    let huis = met_spreekuur().await;
    assert_eq!(spreekuur(&toen(&huis, &als(Lezer::Werkgever), "2024-01-02").await), (true, false));
    let arts = als(Lezer::BedrijfsartsStafarts);
    assert_eq!(spreekuur(&toen(&huis, &arts, "2024-01-02").await), (true, true));
}

#[tokio::test]
async fn feiten_van_later_zijn_er_toen_niet_bij() {
    let huis = met_spreekuur().await;
    huis.klok.zet(dag("2024-02-01"));
    huis.doe(Lezer::BedrijfsartsStafarts, vangnet_arbodienst(50)).await.unwrap();
    let wie = als(Lezer::Werkgever);
    assert_eq!(toen(&huis, &wie, "2024-01-31").await.len(), 2);
    let later = toen(&huis, &wie, "2024-02-01").await;
    let zichtbaar: Vec<bool> = later.iter().map(|rij| rij.is_zichtbaar).collect();
    assert_eq!(zichtbaar, [true, true, false]);
}

#[tokio::test]
async fn alleen_de_functionaris_vraagt_wat_een_ander_kon_zien() {
    let huis = met_spreekuur().await;
    let over = als(Lezer::Werkgever);
    for lezer in [Lezer::Werkgever, Lezer::BedrijfsartsStafarts, Lezer::Directeur] {
        let aanleiding = Aanleiding::default();
        let uitkomst =
            huis.engine.toen(&als(lezer), &over, DOSSIER, dag("2024-01-02"), &aanleiding).await;
        assert!(matches!(uitkomst, Err(ReadError::NietGevonden)), "{lezer}");
    }
}

#[tokio::test]
async fn de_functionaris_opent_zelf_geen_enkele_sectie() {
    let huis = met_spreekuur().await;
    toen(&huis, &als(Lezer::BedrijfsartsStafarts), "2024-01-02").await;
    let [regel] = huis.leeslog().await.try_into().ok().unwrap();
    assert!(regel.compartimenten.is_empty());
    let gelezen = huis.engine.read(&als(FG), DOSSIER, None).await;
    assert!(matches!(gelezen, Err(ReadError::NietGevonden)));
}
