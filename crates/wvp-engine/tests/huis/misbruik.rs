//! Abuse cases of domain/access.md D.2 that concern accounts, functions and what they rest on.

mod afwijking;
mod beheer;
mod delegatie;
mod huurders;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::gebruiker::{self, Blokkade, RedenBlokkade};
use wvp_domain::bevoegdheid::toestemming::{
    self, Doel as Waarvoor, Onderwerp, Ontvanger, Toestemming, Vorm,
};
use wvp_domain::bevoegdheid::toewijzing;
use wvp_domain::bevoegdheid::{Geldigheid, Weigering};
use wvp_domain::doel::Doel;
use wvp_domain::{AccountId, Command, Compartiment, DossierId, Secties};
use wvp_engine::{ExecuteError, Gebruiker, Inzage, ReadError, Sessie};
use wvp_store::Versie;

use crate::hulp::{
    DOSSIER, Huis, WERKGEVER, WERKNEMER, account, als, dag, ingelogd, melding_arbodienst,
    met_spreekuur, stuk, vangnet_arbodienst,
};
use crate::mensen::{
    beheer, beheerder, einde, functie, neem_aan, organisatie, registratie, stuk_van_functie,
    stuk_van_toewijzing, wijs,
};

const VANDAAG: &str = "2024-01-01";
const ARTS: Lezer = Lezer::BedrijfsartsStafarts;
const ASSISTENT: Lezer = Lezer::Pob;

async fn lees(huis: &Huis, wie: &Gebruiker) -> Result<Inzage, ReadError> {
    huis.engine.read(wie, DOSSIER, None).await
}

async fn ziet(huis: &Huis, wie: &Gebruiker, compartiment: Compartiment) -> bool {
    lees(huis, wie).await.is_ok_and(|inzage| inzage.compartimenten.contains(&compartiment))
}

fn tot(laatste: &str) -> Geldigheid {
    Geldigheid { van: dag(VANDAAG), tot_en_met: Some(dag(laatste)) }
}

fn is_weg<T>(uitkomst: &Result<T, ReadError>) -> bool {
    matches!(uitkomst, Err(ReadError::NietGevonden))
}

#[tokio::test]
async fn een_functie_die_eindigt_neemt_elk_recht_meteen_mee() {
    let huis = met_spreekuur().await;
    for (nummer, lezer) in (602..).zip([Lezer::Werkgever, ARTS, Lezer::CasemanagerZwWgaWvp]) {
        assert!(lees(&huis, &als(lezer)).await.is_ok(), "{lezer}");
        let recht = stuk_van_functie(lezer);
        let wat = gebruiker::Command::BeeindigFunctie(einde(nummer, recht, VANDAAG));
        beheer(&huis, account(lezer), wat).await.unwrap();
        assert!(is_weg(&lees(&huis, &als(lezer)).await), "{lezer}");
    }
}

#[tokio::test]
async fn een_geblokkeerd_account_leest_en_schrijft_niets() {
    let huis = met_spreekuur().await;
    for (nummer, reden) in (610..).zip([RedenBlokkade::UitDienst, RedenBlokkade::Gedeeld]) {
        let lezer = if nummer == 610 { Lezer::Werkgever } else { ARTS };
        let wat = Blokkade { stuk: stuk(nummer), reden };
        let wat = gebruiker::Command::BlokkeerAccount(Secties::proces(wat));
        beheer(&huis, account(lezer), wat).await.unwrap();
        assert!(is_weg(&lees(&huis, &als(lezer)).await), "{lezer}");
    }
}

#[tokio::test]
async fn wie_niet_meer_aan_het_dossier_werkt_leest_het_niet() {
    let huis = met_spreekuur().await;
    let recht = stuk_van_toewijzing(ARTS);
    let wat = toewijzing::Command::BeeindigToewijzing(einde(603, recht, VANDAAG));
    wijs(&huis, wat).await.unwrap();
    assert!(is_weg(&lees(&huis, &als(ARTS)).await));
}

#[tokio::test]
async fn ac_20_een_eerdere_dag_lezen_geeft_de_feiten_van_toen_door_de_rechten_van_nu() {
    let huis = met_spreekuur().await;
    huis.klok.zet(dag("2024-01-10"));
    let recht = stuk_van_functie(Lezer::Werkgever);
    let wat = gebruiker::Command::BeeindigFunctie(einde(602, recht, "2024-01-10"));
    beheer(&huis, account(Lezer::Werkgever), wat).await.unwrap();
    let toen = huis.engine.read(&als(Lezer::Werkgever), DOSSIER, Some(dag(VANDAAG))).await;
    assert!(is_weg(&toen));
}

fn toestemming(nummer: u128) -> Toestemming {
    Toestemming {
        stuk: stuk(nummer),
        dossier: Some(DOSSIER),
        vorm: Vorm::Schriftelijk,
        onderwerp: Onderwerp::Vangnet,
        doel: Waarvoor::Loondoorbetaling,
        aan: Ontvanger::Organisatie(organisatie(Lezer::Werkgever)),
        geldig: Geldigheid::vanaf(dag(VANDAAG)),
    }
}

async fn geef(
    huis: &Huis,
    wie: &Gebruiker,
    toestemming: Toestemming,
) -> Result<Versie, ExecuteError> {
    let wat = toestemming::Command::GeefToestemming(Secties::proces(toestemming));
    huis.engine.execute_toestemming(wie, WERKNEMER, wat).await
}

#[tokio::test]
async fn toestemming_voor_een_ander_een_ander_dossier_doel_of_onderwerp_opent_niets() {
    let huis = met_spreekuur().await;
    huis.doe(ARTS, vangnet_arbodienst(50)).await.unwrap();
    let goed = toestemming(620);
    let elders = Some(DossierId(Uuid::from_u128(99)));
    let ander = Ontvanger::Account(account(Lezer::Planner));
    for bijna in [
        Toestemming { stuk: stuk(621), aan: ander, ..goed.clone() },
        Toestemming { stuk: stuk(622), dossier: elders, ..goed.clone() },
        Toestemming { stuk: stuk(623), doel: Waarvoor::Behandeling, ..goed.clone() },
        Toestemming { stuk: stuk(624), onderwerp: Onderwerp::Onderzoek, ..goed.clone() },
        Toestemming { stuk: stuk(625), vorm: Vorm::Uitdrukkelijk, ..goed.clone() },
        Toestemming {
            stuk: stuk(626),
            geldig: Geldigheid::vanaf(dag("2024-01-02")),
            ..goed.clone()
        },
    ] {
        geef(&huis, &als(Lezer::Werknemer), bijna).await.unwrap();
    }
    assert!(!ziet(&huis, &als(Lezer::Werkgever), Compartiment::AVangnet).await);
    geef(&huis, &als(Lezer::Werknemer), goed).await.unwrap();
    assert!(ziet(&huis, &als(Lezer::Werkgever), Compartiment::AVangnet).await);
}

#[tokio::test]
async fn ac_20_ingetrokken_toestemming_sluit_wat_zij_opende_en_niet_met_terugwerkende_kracht() {
    let huis = met_spreekuur().await;
    huis.doe(ARTS, vangnet_arbodienst(50)).await.unwrap();
    let (werknemer, werkgever) = (als(Lezer::Werknemer), als(Lezer::Werkgever));
    assert!(!ziet(&huis, &werkgever, Compartiment::AVangnet).await);
    geef(&huis, &werknemer, toestemming(620)).await.unwrap();
    assert!(ziet(&huis, &werkgever, Compartiment::AVangnet).await);
    huis.klok.zet(dag("2024-01-10"));
    let terug = toestemming::Command::TrekToestemmingIn(einde(621, stuk(620), VANDAAG));
    let uitkomst = huis.engine.execute_toestemming(&werknemer, WERKNEMER, terug).await;
    let nee = Weigering::MetTerugwerkendeKracht { per: dag(VANDAAG) };
    assert!(
        matches!(uitkomst, Err(ExecuteError::BevoegdheidGeweigerd(fout)) if fout == nee),
        "{uitkomst:?}"
    );
    let wat = toestemming::Command::TrekToestemmingIn(einde(622, stuk(620), "2024-01-10"));
    huis.engine.execute_toestemming(&werknemer, WERKNEMER, wat).await.unwrap();
    assert!(!ziet(&huis, &werkgever, Compartiment::AVangnet).await);
    let toen = huis.engine.read(&werkgever, DOSSIER, Some(dag(VANDAAG))).await.unwrap();
    assert!(!toen.compartimenten.contains(&Compartiment::AVangnet));
}

#[tokio::test]
async fn niemand_anders_dan_de_werknemer_geeft_toestemming() {
    let huis = met_spreekuur().await;
    let ander = AccountId(Uuid::from_u128(77));
    neem_aan(&huis, ander, Lezer::Secretariaat, None, 77_000).await;
    for wie in [als(Lezer::Werkgever), als(ARTS), ingelogd(ander, Lezer::Werknemer)] {
        let uitkomst = geef(&huis, &wie, toestemming(620)).await;
        assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{}", wie.lezer);
    }
}

#[tokio::test]
async fn ac_32_de_casemanager_die_niet_in_het_plan_staat_leest_geen_re_integratiegegevens() {
    let huis = met_spreekuur().await;
    for lezer in [Lezer::CasemanagerZwWgaWvp, Lezer::VerzekeraarCasemanagerMkb] {
        assert!(!ziet(&huis, &als(lezer), Compartiment::BBedrijfsarts).await, "{lezer}");
    }
}

#[tokio::test]
async fn ac_44_een_persoon_beoordeelt_nooit_claims_en_begeleidt_re_integratie() {
    let huis = met_spreekuur().await;
    let claims = account(Lezer::VerzekeraarClaimbeoordelaar);
    for lezer in [
        Lezer::VerzekeraarMedischeStaf,
        Lezer::ReIntegratiebedrijfReIntegratieadviseur,
        Lezer::VerzekeraarMedischAdviseur,
        ARTS,
    ] {
        let wat = gebruiker::Command::KenFunctieToe(Secties::proces(functie(640, lezer)));
        let uitkomst = beheer(&huis, claims, wat).await;
        let botst = matches!(
            uitkomst,
            Err(ExecuteError::BevoegdheidGeweigerd(Weigering::Functiescheiding { .. }))
        );
        assert!(botst, "{lezer}: {uitkomst:?}");
    }
}

#[tokio::test]
async fn ac_44_wie_het_taakgebied_verdraait_wordt_geweigerd() {
    let huis = met_spreekuur().await;
    let mut vals = functie(640, Lezer::VerzekeraarMedischeStaf);
    vals.taakgebied = gebruiker::Taakgebied::Overig;
    let wat = gebruiker::Command::KenFunctieToe(Secties::proces(vals));
    let uitkomst = beheer(&huis, account(Lezer::VerzekeraarClaimbeoordelaar), wat).await;
    assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{uitkomst:?}");
}

#[tokio::test]
async fn ac_47_en_48_elke_pet_heeft_haar_eigen_rechten_en_een_pet_die_niemand_gaf_heeft_er_geen() {
    let huis = met_spreekuur().await;
    let werkgever = account(Lezer::Werkgever);
    let met_andere_pet = ingelogd(werkgever, ARTS);
    assert!(is_weg(&lees(&huis, &met_andere_pet).await));
    let wat = functie(670, Lezer::CasemanagerExternCasemanagerWvp);
    let wat = gebruiker::Command::KenFunctieToe(Secties::proces(wat));
    beheer(&huis, werkgever, wat).await.unwrap();
    let casemanager = ingelogd(werkgever, Lezer::CasemanagerExternCasemanagerWvp);
    assert!(ziet(&huis, &als(Lezer::Werkgever), Compartiment::BBedrijfsarts).await);
    assert!(is_weg(&lees(&huis, &casemanager).await));
}

#[tokio::test]
async fn ac_46_niemand_beheert_het_eigen_account_en_alleen_de_beheerder_beheert() {
    let huis = met_spreekuur().await;
    let wat = gebruiker::Command::KenFunctieToe(Secties::proces(functie(680, ARTS)));
    for wie in [beheerder(), als(Lezer::Directeur), als(Lezer::Systeembeheerder)] {
        let uitkomst = huis.engine.execute_gebruiker(&wie, beheerder().account, wat.clone()).await;
        assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{}", wie.lezer);
    }
}

#[tokio::test]
async fn een_opslag_met_accounts_krijgt_geen_tweede_eerste_beheerder() {
    let huis = met_spreekuur().await;
    for (nummer, lezer) in [(690, Lezer::FunctioneelBeheerder), (695, ARTS)] {
        let opdrachten = [
            registratie(nummer, None),
            gebruiker::Command::KenFunctieToe(Secties::proces(functie(nummer + 1, lezer))),
        ];
        let id = AccountId(Uuid::from_u128(nummer));
        let uitkomst = huis.engine.richt_in(id, opdrachten).await;
        assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{lezer}: {uitkomst:?}");
    }
}

#[tokio::test]
async fn ac_01_de_werkgever_van_een_ander_leest_en_schrijft_niets() {
    let huis = met_spreekuur().await;
    let id = AccountId(Uuid::from_u128(81));
    let ander = wvp_domain::WerkgeverId(Uuid::from_u128(82));
    assert_ne!(ander, WERKGEVER);
    beheer(&huis, id, registratie(81_000, None)).await.unwrap();
    let mut baan = functie(81_001, Lezer::Werkgever);
    baan.organisatie = wvp_domain::bevoegdheid::Organisatie::Werkgever(ander);
    let baan = gebruiker::Command::KenFunctieToe(Secties::proces(baan));
    beheer(&huis, id, baan).await.unwrap();
    let wie = ingelogd(id, Lezer::Werkgever);
    assert!(is_weg(&lees(&huis, &wie).await));
    let schrijft: Command = melding_arbodienst(11);
    let schrijft = huis.engine.execute(&wie, DOSSIER, schrijft).await;
    assert!(matches!(schrijft, Err(ExecuteError::NietGevonden)), "{schrijft:?}");
}

#[tokio::test]
async fn een_doel_dat_niet_bij_de_functie_past_opent_niets() {
    let huis = met_spreekuur().await;
    let sessie = Sessie::ingelogd(Doel::Claimbeoordeling).met_tweede_factor();
    let wie = Gebruiker { sessie, ..als(ARTS) };
    assert!(is_weg(&lees(&huis, &wie).await));
}
