//! Two organisations that were set up apart in one installation: who keeps accounts, plans or supervises for one
//! finds nothing of the other, by the same answer as for what does not exist.

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::afwijking::{self, RedenToets, Toets};
use wvp_domain::bevoegdheid::beheer::{self, Beheer};
use wvp_domain::bevoegdheid::gebruiker::{self, Blokkade, Functie, RedenBlokkade};
use wvp_domain::bevoegdheid::toewijzing::{self, Aan, Toewijzing};
use wvp_domain::bevoegdheid::{Geldigheid, Organisatie};
use wvp_domain::{AccountId, OrganisatieId, Secties};
use wvp_engine::{Aanleiding, Accountvraag, ExecuteError, Gebruiker, Werkterrein, Zoekvraag};

use crate::hulp::{
    DOSSIER, Huis, WERKGEVER, WERKNEMER, account, als, dag, ingelogd, met_spreekuur, stuk,
};
use crate::mensen::{beheerder, einde, functie, organisatie, registratie, stuk_van_functie};
use crate::opvragen::ANDER;

const VANDAAG: &str = "2024-01-01";
const NIEUWE_BEHEERDER: AccountId = AccountId(Uuid::from_u128(1_090));
const TWEEDE: Organisatie = Organisatie::Overig(OrganisatieId(Uuid::from_u128(1_990)));
/// Offices of the second organisation.
const AMBTEN: [Lezer; 4] = [
    Lezer::Planner,
    Lezer::Directeur,
    Lezer::MedischManager,
    Lezer::FunctionarisGegevensbescherming,
];
const CASEMANAGER: Lezer = Lezer::CasemanagerZwWgaWvp;

fn nieuwe_beheerder() -> Gebruiker {
    ingelogd(NIEUWE_BEHEERDER, Lezer::FunctioneelBeheerder)
}

fn bij_tweede(nummer: u128, lezer: Lezer) -> gebruiker::Command {
    let functie = Functie { organisatie: TWEEDE, ..functie(nummer, lezer) };
    gebruiker::Command::KenFunctieToe(Secties::proces(functie))
}

fn ambtsdrager(lezer: Lezer) -> Gebruiker {
    ingelogd(AccountId(Uuid::from_u128(1_100 + lezer as u128)), lezer)
}

async fn sticht_tweede(huis: &Huis) {
    let eerste = [registratie(40_000, None), bij_tweede(40_001, Lezer::FunctioneelBeheerder)];
    huis.engine.richt_in(NIEUWE_BEHEERDER, eerste).await.unwrap();
}

/// The house with a dossier, and a second organisation with people of its own.
async fn twee_organisaties() -> Huis {
    let huis = met_spreekuur().await;
    sticht_tweede(&huis).await;
    for lezer in AMBTEN {
        let nummer = 41_000 + 10 * lezer as u128;
        let getekend =
            gebruiker::Geheimhouding { stuk: stuk(nummer + 2), getekend_op: dag(VANDAAG) };
        for opdracht in [
            registratie(nummer, None),
            bij_tweede(nummer + 1, lezer),
            gebruiker::Command::TekenGeheimhouding(Secties::proces(getekend)),
        ] {
            let wie = ambtsdrager(lezer).account;
            huis.engine.execute_gebruiker(&nieuwe_beheerder(), wie, opdracht).await.unwrap();
        }
    }
    huis
}

fn is_er_niet<T>(uitkomst: &Result<T, ExecuteError>) -> bool {
    matches!(uitkomst, Err(ExecuteError::NietGevonden))
}

fn wijs_toe(nummer: u128, aan: Aan, lezer: Lezer) -> toewijzing::Command {
    toewijzing::Command::WijsToe(Secties::proces(Toewijzing {
        stuk: stuk(nummer),
        aan,
        lezer: lezer.to_string(),
        geldig: Geldigheid::vanaf(dag(VANDAAG)),
    }))
}

fn in_beheer(nummer: u128, aan: Organisatie) -> beheer::Command {
    let geldig = Geldigheid::vanaf(dag(VANDAAG));
    beheer::Command::KenBeheerToe(Secties::proces(Beheer { stuk: stuk(nummer), aan, geldig }))
}

fn blokkade(nummer: u128) -> gebruiker::Command {
    let a = Blokkade { stuk: stuk(nummer), reden: RedenBlokkade::Beveiliging };
    gebruiker::Command::BlokkeerAccount(Secties::proces(a))
}

#[tokio::test]
async fn ac_48_een_account_van_een_ander_is_er_niet_voor_een_beheerder() {
    let huis = twee_organisaties().await;
    let (wie, ander) = (nieuwe_beheerder(), account(CASEMANAGER));
    let recht = stuk_van_functie(CASEMANAGER);
    for opdracht in [
        blokkade(42_000),
        gebruiker::Command::BeeindigFunctie(einde(42_001, recht, VANDAAG)),
        gebruiker::Command::BevestigRecht(Secties::proces(gebruiker::Bevestiging {
            stuk: stuk(42_002),
            recht,
            op: dag(VANDAAG),
        })),
        gebruiker::Command::BrengOnder(Secties::proces(gebruiker::Onderbrenging {
            stuk: stuk(42_003),
            bij: TWEEDE,
        })),
    ] {
        let uitkomst = huis.engine.execute_gebruiker(&wie, ander, opdracht).await;
        assert!(is_er_niet(&uitkomst), "{uitkomst:?}");
    }
    assert!(is_er_niet(&huis.engine.nodig_uit(&wie, ander).await));
    assert!(is_er_niet(&huis.engine.herstel_inlog(&wie, ander).await));
    assert!(is_er_niet(&huis.engine.beeindig_sessies(&wie, ander).await));
    assert!(is_er_niet(&huis.engine.waarnemingen(&wie, ander).await));
    let van = Aanleiding::default();
    assert!(is_er_niet(&huis.engine.account_van_iemand(&wie, ander, &van).await));
    assert!(huis.engine.delegaties(&wie, ander, &van).await.unwrap().is_empty());
}

#[tokio::test]
async fn ac_48_een_beheerder_geeft_niemand_een_functie_of_een_dossier_van_een_ander() {
    let huis = twee_organisaties().await;
    let wie = nieuwe_beheerder();
    for plek in [organisatie(CASEMANAGER), Organisatie::Werkgever(WERKGEVER)] {
        let a = Functie { organisatie: plek, ..functie(42_010, CASEMANAGER) };
        let opdracht = gebruiker::Command::KenFunctieToe(Secties::proces(a));
        let eigen = ambtsdrager(Lezer::Planner).account;
        assert!(is_er_niet(&huis.engine.execute_gebruiker(&wie, eigen, opdracht).await));
        assert!(is_er_niet(
            &huis.engine.execute_beheer(&wie, plek, in_beheer(42_011, TWEEDE)).await
        ));
    }
    let als_werknemer = registratie(42_012, Some(WERKNEMER));
    let nieuw = AccountId(Uuid::from_u128(1_200));
    assert!(is_er_niet(&huis.engine.execute_gebruiker(&wie, nieuw, als_werknemer).await));
    let planner = ambtsdrager(Lezer::Planner);
    for terrein in [Werkterrein::Dossier(DOSSIER), Werkterrein::Werkgever(WERKGEVER)] {
        for wie in [&wie, &planner] {
            let toe = wijs_toe(42_013, Aan::Account(nieuw), CASEMANAGER);
            assert!(is_er_niet(&huis.engine.execute_toewijzing(wie, terrein, toe).await));
        }
    }
}

#[tokio::test]
async fn ac_48_wie_toezicht_houdt_of_beslist_doet_dat_niet_bij_een_ander() {
    let huis = twee_organisaties().await;
    let (engine, van) = (&huis.engine, Aanleiding::default());
    let fg = ambtsdrager(Lezer::FunctionarisGegevensbescherming);
    assert!(engine.leeslog(&fg, DOSSIER, &Zoekvraag::default(), &van).await.is_err());
    assert!(engine.getoond(&fg, DOSSIER, &van).await.is_err());
    let toen = engine.toen(&fg, &als(CASEMANAGER), DOSSIER, dag(VANDAAG), &van).await;
    assert!(toen.is_err());
    for lezer in AMBTEN {
        let wie = ambtsdrager(lezer);
        assert!(engine.afwijkingen(&wie, DOSSIER, &van).await.is_err());
        for terrein in [Werkterrein::Dossier(DOSSIER), Werkterrein::Werkgever(WERKGEVER)] {
            assert!(engine.toewijzingen(&wie, terrein, &van).await.is_err());
        }
    }
    let a = Toets {
        stuk: stuk(42_020),
        account: ambtsdrager(Lezer::Planner).account,
        collega: account(CASEMANAGER),
        reden: RedenToets::Steekproef,
        geldig: Geldigheid {
            tot_en_met: Some(dag("2024-01-31")),
            ..Geldigheid::vanaf(dag(VANDAAG))
        },
    };
    let toets = afwijking::Command::WijsToetsToe(Secties::proces(a));
    let directeur = ambtsdrager(Lezer::Directeur);
    assert!(is_er_niet(&engine.execute_afwijking(&directeur, DOSSIER, toets).await));
}

#[tokio::test]
async fn ac_48_lijsten_van_beheer_noemen_alleen_de_eigen_organisatie() {
    let huis = twee_organisaties().await;
    let (engine, van) = (&huis.engine, Aanleiding::default());
    let eigen: Vec<AccountId> = AMBTEN.map(|lezer| ambtsdrager(lezer).account).to_vec();
    let is_eigen = |id: &AccountId| eigen.contains(id) || *id == NIEUWE_BEHEERDER;
    for wie in [nieuwe_beheerder(), ambtsdrager(Lezer::Directeur)] {
        let alle = engine.accountlijst(&wie, Accountvraag::default(), &van).await.unwrap().accounts;
        assert_eq!(alle.len(), eigen.len() + 1);
        assert!(alle.iter().all(|blad| is_eigen(&blad.account)));
    }
    let wie = nieuwe_beheerder();
    assert!(engine.werkgevers(&wie, &van).await.unwrap().is_empty());
    assert!(is_er_niet(&engine.protocol_van(&wie, WERKGEVER).await));
    huis.klok.zet(dag("2025-01-01"));
    let regels = engine.nakijken(&wie).await.unwrap();
    assert!(!regels.is_empty());
    assert!(regels.iter().all(|regel| match regel.houder {
        wvp_engine::Houder::Account(id) => is_eigen(&id),
        wvp_engine::Houder::Organisatie(plek) => plek == TWEEDE,
    }));
}

#[tokio::test]
async fn een_nieuwe_werkgever_is_van_wie_er_het_eerst_iemand_toewijst() {
    let huis = twee_organisaties().await;
    let terrein = Werkterrein::Werkgever(ANDER);
    let toe = |nummer| wijs_toe(nummer, Aan::Organisatie(TWEEDE), CASEMANAGER);
    huis.engine.execute_toewijzing(&nieuwe_beheerder(), terrein, toe(42_030)).await.unwrap();
    let ander = huis.engine.execute_toewijzing(&beheerder(), terrein, toe(42_031)).await;
    assert!(is_er_niet(&ander), "{ander:?}");
    let planner = ambtsdrager(Lezer::Planner);
    huis.engine.execute_toewijzing(&planner, terrein, toe(42_032)).await.unwrap();
}

#[tokio::test]
async fn een_planner_begint_geen_beheer_van_een_werkgever_die_van_niemand_is() {
    let huis = twee_organisaties().await;
    let toe = wijs_toe(42_035, Aan::Organisatie(TWEEDE), CASEMANAGER);
    let terrein = Werkterrein::Werkgever(ANDER);
    let planner = ambtsdrager(Lezer::Planner);
    assert!(is_er_niet(&huis.engine.execute_toewijzing(&planner, terrein, toe).await));
}

#[tokio::test]
async fn een_werkgever_gaat_over_naar_een_andere_arbodienst_en_de_oude_beheert_dan_niets_meer() {
    let huis = twee_organisaties().await;
    let werkgever = Organisatie::Werkgever(WERKGEVER);
    let baas = als(Lezer::Werkgever);
    huis.engine.execute_beheer(&baas, werkgever, in_beheer(42_040, TWEEDE)).await.unwrap();
    let terrein = Werkterrein::Werkgever(WERKGEVER);
    let toe = |nummer| wijs_toe(nummer, Aan::Organisatie(TWEEDE), CASEMANAGER);
    huis.engine.execute_toewijzing(&nieuwe_beheerder(), terrein, toe(42_041)).await.unwrap();
    let oud = huis.engine.beheerders(&baas, werkgever).await.unwrap().remove(0).recht.stuk;
    let einde = beheer::Command::BeeindigBeheer(einde(42_042, oud, VANDAAG));
    huis.engine.execute_beheer(&baas, werkgever, einde).await.unwrap();
    let uitkomst = huis.engine.execute_toewijzing(&beheerder(), terrein, toe(42_043)).await;
    assert!(is_er_niet(&uitkomst), "{uitkomst:?}");
}

#[tokio::test]
async fn wie_bij_twee_organisaties_werkt_wordt_alleen_geblokkeerd_waar_het_account_is() {
    let huis = twee_organisaties().await;
    let dubbel = account(CASEMANAGER);
    let tweede = bij_tweede(42_050, CASEMANAGER);
    huis.engine.execute_gebruiker(&nieuwe_beheerder(), dubbel, tweede).await.unwrap();
    let uitkomst =
        huis.engine.execute_gebruiker(&nieuwe_beheerder(), dubbel, blokkade(42_051)).await;
    assert!(is_er_niet(&uitkomst), "{uitkomst:?}");
    assert!(is_er_niet(&huis.engine.herstel_inlog(&nieuwe_beheerder(), dubbel).await));
    let weg = gebruiker::Command::BeeindigFunctie(einde(42_052, stuk(42_050), VANDAAG));
    huis.engine.execute_gebruiker(&nieuwe_beheerder(), dubbel, weg).await.unwrap();
    huis.engine.execute_gebruiker(&beheerder(), dubbel, blokkade(42_053)).await.unwrap();
}

#[tokio::test]
async fn een_organisatie_krijgt_een_eerste_beheerder_en_geen_tweede_van_het_huis() {
    let huis = twee_organisaties().await;
    let nog_een = [registratie(42_060, None), bij_tweede(42_061, Lezer::FunctioneelBeheerder)];
    let indringer = AccountId(Uuid::from_u128(1_201));
    let uitkomst = huis.engine.richt_in(indringer, nog_een).await;
    assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{uitkomst:?}");
}
