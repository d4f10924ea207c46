//! Who may be the author of what: provenance cannot be forged through any command.

use wvp_access::Lezer;
use wvp_domain::mijlpaal::correctie::Wordt;
use wvp_domain::mijlpaal::oordeel_werknemer::{Keuze, Stand};
use wvp_domain::mijlpaal::sluiten::{Gesloten, RedenSluiten};
use wvp_domain::mijlpaal::vangnet::GemeldDoorWerknemer;
use wvp_domain::{Command, Secties};
use wvp_engine::ExecuteError;

use crate::hulp::{
    aanwijzing, correctie, dag, herstel, huis, melding_arbodienst, met_spreekuur, spreekuur, stuk,
    ziekmelding,
};

fn sluiting() -> Command {
    let per = dag("2024-01-01");
    let reden = RedenSluiten::TenOnrechte;
    Command::SluitDossier(Secties::proces(Gesloten { stuk: stuk(80), per, reden }))
}

fn oordeel(keuze: Keuze) -> Command {
    let a = Stand { stuk: stuk(81), keuze, op: dag("2024-01-01") };
    Command::LegOordeelWerknemerVast(Secties::proces(a))
}

fn geweigerd(uitkomst: &Result<wvp_store::Versie, ExecuteError>) -> bool {
    matches!(uitkomst, Err(ExecuteError::Geweigerd(_)))
}

#[tokio::test]
async fn wie_claims_beoordeelt_legt_niets_vast_in_het_verzuimdossier() {
    let huis = met_spreekuur().await;
    let opdrachten = [
        sluiting(),
        aanwijzing(40, None),
        melding_arbodienst(11),
        herstel(30, "2024-01-01"),
        correctie(41, 10, Wordt::Datum(dag("2023-12-01")), "2024-01-01"),
        Command::SluitDag,
    ];
    for opdracht in opdrachten {
        let lezer = Lezer::VerzekeraarClaimbeoordelaar;
        assert!(geweigerd(&huis.doe(lezer, opdracht.clone()).await), "{opdracht:?}");
    }
}

#[tokio::test]
async fn de_werkgever_legt_ook_geen_kaal_spreekuur_vast() {
    let huis = huis().await;
    huis.doe(Lezer::Werkgever, ziekmelding()).await.unwrap();
    let Command::LegSpreekuurVast(secties) = spreekuur() else { unreachable!() };
    let kaal = Command::LegSpreekuurVast(Secties::proces(secties.a));
    assert!(geweigerd(&huis.doe(Lezer::Werkgever, kaal).await));
}

#[tokio::test]
async fn niemand_verplaatst_of_wist_het_feit_van_een_ander() {
    let huis = met_spreekuur().await;
    for lezer in [Lezer::Werkgever, Lezer::CasemanagerZwWgaWvp, Lezer::Werknemer] {
        let wat = correctie(41, 20, Wordt::Ingetrokken, "2024-01-01");
        assert!(geweigerd(&huis.doe(lezer, wat).await), "{lezer}");
    }
    let arts = Lezer::BedrijfsartsStafarts;
    huis.doe(arts, correctie(41, 20, Wordt::Ingetrokken, "2024-01-01")).await.unwrap();
}

#[tokio::test]
async fn de_casemanager_corrigeert_wat_de_werkgever_vastlegde() {
    let huis = met_spreekuur().await;
    huis.doe(Lezer::Werkgever, melding_arbodienst(11)).await.unwrap();
    let wat = correctie(41, 11, Wordt::Ingetrokken, "2024-01-01");
    huis.doe(Lezer::CasemanagerZwWgaWvp, wat).await.unwrap();
}

#[tokio::test]
async fn alleen_de_werknemer_weigert_het_eigen_oordeel() {
    let huis = met_spreekuur().await;
    assert!(geweigerd(&huis.doe(Lezer::Werkgever, oordeel(Keuze::Geweigerd)).await));
    huis.doe(Lezer::Werknemer, oordeel(Keuze::Geweigerd)).await.unwrap();
}

#[tokio::test]
async fn de_werkgever_legt_vast_dat_het_oordeel_is_aangeboden() {
    let huis = met_spreekuur().await;
    huis.doe(Lezer::Werkgever, oordeel(Keuze::Aangeboden)).await.unwrap();
}

#[tokio::test]
async fn alleen_de_werknemer_spreekt_voor_de_werknemer() {
    let huis = met_spreekuur().await;
    let a =
        GemeldDoorWerknemer { stuk: stuk(82), van_toepassing: false, gemeld_op: dag("2024-01-01") };
    let wat = Command::MeldVangnetAlsWerknemer(Secties::proces(a));
    for lezer in [Lezer::Werkgever, Lezer::BedrijfsartsStafarts] {
        assert!(geweigerd(&huis.doe(lezer, wat.clone()).await), "{lezer}");
    }
    huis.doe(Lezer::Werknemer, wat).await.unwrap();
}

#[tokio::test]
async fn de_backoffice_meldt_ziek_en_hersteld_en_verder_niets() {
    let huis = huis().await;
    let lezer = Lezer::VerzuimmedewerkerBackoffice;
    huis.doe(lezer, ziekmelding()).await.unwrap();
    assert!(geweigerd(&huis.doe(lezer, sluiting()).await));
    assert!(geweigerd(&huis.doe(lezer, aanwijzing(40, None)).await));
    huis.klok.zet(dag("2024-01-10"));
    huis.doe(lezer, herstel(30, "2024-01-10")).await.unwrap();
}

#[tokio::test]
async fn een_weigering_zegt_wie_het_wel_mag_vastleggen() {
    let huis = met_spreekuur().await;
    let fout = huis.doe(Lezer::Werkgever, spreekuur()).await.unwrap_err().to_string();
    assert!(fout.contains("bedrijfsarts"), "{fout}");
}

#[tokio::test]
async fn een_onbekend_dossier_en_een_verboden_opdracht_klinken_voor_een_buitenstaander_gelijk() {
    let huis = met_spreekuur().await;
    for opdracht in [sluiting(), Command::SluitDag, spreekuur()] {
        let uitkomst = huis.doe(Lezer::Planner, opdracht).await;
        assert!(matches!(uitkomst, Err(ExecuteError::NietGevonden)), "{uitkomst:?}");
    }
}
