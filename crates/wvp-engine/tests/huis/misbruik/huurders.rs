//! Two arbodiensten in one installation, and somebody with the same function at both: with one hat on, nothing of
//! the other shows.

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::Organisatie;
use wvp_domain::bevoegdheid::gebruiker::{self, Functie};
use wvp_domain::bevoegdheid::inlog::Reikwijdte;
use wvp_domain::bevoegdheid::toewijzing::Aan;
use wvp_domain::mijlpaal::casemanager;
use wvp_domain::{AccountId, Command, DossierId, OrganisatieId, Secties, WerkgeverId, WerknemerId};
use wvp_engine::{
    Aanleiding, Accountvraag, Dossiervraag, ExecuteError, Gebruiker, Grootte, ReadError,
    Tokenaanvraag, Werkterrein, Zoekterm, Zoekvraag,
};

use crate::hulp::{
    DOSSIER, Huis, WERKGEVER, WERKNEMER, als, dag, ingelogd, melding_arbodienst, met_werkgever,
    stuk,
};
use crate::mensen::{beheer, einde, functie, neem_aan, organisatie};
use crate::opvragen::{ANDER, BAAS, met_ander, wijs_toe, ziek_bij_ander};
use crate::zoeken::{gegevens, met_bsn};

const WIE: Lezer = Lezer::CasemanagerZwWgaWvp;
/// At work at both.
const DUBBEL: AccountId = AccountId(Uuid::from_u128(77));
/// The second arbodienst.
const TWEEDE: Organisatie = Organisatie::Overig(OrganisatieId(Uuid::from_u128(990)));

fn met_pet(plek: Organisatie) -> Gebruiker {
    let wie = ingelogd(DUBBEL, WIE);
    Gebruiker { sessie: wie.sessie.bij(plek), ..wie }
}

/// A dossier at each of two employers, each with an arbodienst of its own, and somebody who is assigned to both
/// employers in person and is the casemanager of the second dossier.
async fn twee_huurders() -> (Huis, DossierId) {
    let huis = met_werkgever().await;
    met_bsn(&huis).await;
    met_ander(&huis).await;
    let ander = ziek_bij_ander(&huis, 760, "B. Bijzonder").await;
    neem_aan(&huis, DUBBEL, WIE, None, 77_000).await;
    let tweede = Functie { organisatie: TWEEDE, ..functie(77_010, WIE) };
    beheer(&huis, DUBBEL, gebruiker::Command::KenFunctieToe(Secties::proces(tweede)))
        .await
        .unwrap();
    let terrein = Werkterrein::Werkgever(ANDER);
    wijs_toe(&huis, 803, terrein, Aan::Organisatie(TWEEDE), WIE).await;
    wijs_toe(&huis, 804, terrein, Aan::Account(DUBBEL), WIE).await;
    let a = casemanager::Aanwijzing {
        stuk: stuk(805),
        per: dag("2024-01-01"),
        account: DUBBEL,
        naam: "D. Dubbel".to_owned(),
        organisatie: "Tweede".to_owned(),
    };
    let d = casemanager::Contact { functie: "casemanager".to_owned(), telefoon: None, email: None };
    let wat = Command::WijsCasemanagerAan(Secties::proces(a).met_d(d));
    huis.engine.execute(&met_pet(TWEEDE), ander, wat).await.unwrap();
    (huis, ander)
}

async fn in_lijst(huis: &Huis, wie: &Gebruiker) -> Vec<DossierId> {
    let lijst = huis.engine.dossiers(wie, &Dossiervraag::default(), &Aanleiding::default()).await;
    lijst.unwrap().regels.iter().map(|it| it.dossier).collect()
}

/// Nothing of this dossier and this employer shows through any door.
async fn ziet_niets(huis: &Huis, wie: &Gebruiker, (dossier, werkgever): (DossierId, WerkgeverId)) {
    let (engine, van) = (&huis.engine, Aanleiding::default());
    assert!(!in_lijst(huis, wie).await.contains(&dossier));
    for term in [dossier.0.to_string().as_str(), "bijzonder", "est"] {
        let term = Zoekterm::lees(term).unwrap();
        let treffers = engine.zoek(wie, &term, Grootte::default(), &van).await.unwrap();
        assert!(treffers.iter().all(|it| it.dossier != dossier));
    }
    let punten = engine.agenda(wie, 900, &van).await.unwrap();
    assert!(punten.iter().all(|it| it.dossier != dossier));
    assert!(matches!(engine.read(wie, dossier, None).await, Err(ReadError::NietGevonden)));
    let schrijft = engine.execute(wie, dossier, melding_arbodienst(806)).await;
    assert!(matches!(schrijft, Err(ExecuteError::NietGevonden)), "{schrijft:?}");
    assert!(engine.leeslog(wie, dossier, &Zoekvraag::default(), &van).await.is_err());
    assert!(engine.getoond(wie, dossier, &van).await.is_err());
    assert!(engine.werkgever(wie, werkgever, &van).await.is_err());
    let werkgevers = engine.werkgevers(wie, &van).await.unwrap();
    assert!(werkgevers.iter().all(|it| it.werkgever != werkgever));
    assert!(engine.werknemers(wie, werkgever, &van).await.unwrap().is_empty());
    assert!(engine.protocol_van(wie, werkgever).await.is_err());
    for terrein in [Werkterrein::Dossier(dossier), Werkterrein::Werkgever(werkgever)] {
        assert!(engine.toewijzingen(wie, terrein, &van).await.is_err());
    }
    assert!(engine.afwijkingen(wie, dossier, &van).await.is_err());
}

#[tokio::test]
async fn ac_48_met_de_pet_van_de_ene_arbodienst_is_er_niets_van_de_andere() {
    let (huis, ander) = twee_huurders().await;
    let (eerste, tweede) = (met_pet(organisatie(WIE)), met_pet(TWEEDE));
    assert_eq!(in_lijst(&huis, &eerste).await, [DOSSIER]);
    assert_eq!(in_lijst(&huis, &tweede).await, [ander]);
    assert!(huis.engine.read(&eerste, DOSSIER, None).await.is_ok());
    assert!(huis.engine.read(&tweede, ander, None).await.is_ok());
    ziet_niets(&huis, &eerste, (ander, ANDER)).await;
    ziet_niets(&huis, &tweede, (DOSSIER, WERKGEVER)).await;
}

#[tokio::test]
async fn ac_48_wie_geen_van_beide_petten_koos_of_een_vreemde_heeft_geen_recht() {
    let (huis, ander) = twee_huurders().await;
    let vreemd = Organisatie::Overig(OrganisatieId(Uuid::from_u128(991)));
    for wie in [ingelogd(DUBBEL, WIE), met_pet(vreemd)] {
        ziet_niets(&huis, &wie, (DOSSIER, WERKGEVER)).await;
        ziet_niets(&huis, &wie, (ander, ANDER)).await;
    }
    let collega = als(WIE);
    assert_eq!(in_lijst(&huis, &collega).await, [DOSSIER]);
}

#[tokio::test]
async fn ac_48_wie_van_arbodienst_wisselt_neemt_geen_dossiers_mee() {
    let (huis, ander) = twee_huurders().await;
    let weg = gebruiker::Command::BeeindigFunctie(einde(807, stuk(77_010), "2024-01-01"));
    beheer(&huis, DUBBEL, weg).await.unwrap();
    let over = ingelogd(DUBBEL, WIE);
    assert_eq!(in_lijst(&huis, &over).await, [DOSSIER]);
    ziet_niets(&huis, &over, (ander, ANDER)).await;
}

#[tokio::test]
async fn ac_48_een_directeur_ziet_accounts_van_de_eigen_organisatie() {
    let (huis, _) = twee_huurders().await;
    let van = Aanleiding::default();
    let directeur = als(Lezer::Directeur);
    let alle =
        huis.engine.accountlijst(&directeur, Accountvraag::default(), &van).await.unwrap().accounts;
    assert!(alle.iter().any(|blad| blad.account == DUBBEL));
    assert!(alle.iter().all(|blad| blad.account != BAAS));
    let baas = huis.engine.account_van_iemand(&directeur, BAAS, &van).await;
    assert!(matches!(baas, Err(ExecuteError::NietGevonden)));
}

#[tokio::test]
async fn ac_48_een_token_geldt_voor_de_organisatie_waar_het_is_gemaakt() {
    let (huis, ander) = twee_huurders().await;
    for (plek, dossier) in [(organisatie(WIE), DOSSIER), (TWEEDE, ander)] {
        let aanvraag = Tokenaanvraag {
            naam: "koppeling".to_owned(),
            reikwijdte: Reikwijdte::Lezen,
            tot_en_met: dag("2024-06-30"),
        };
        let token = huis.engine.geef_token(&met_pet(plek), aanvraag).await.unwrap();
        let programma = huis.engine.token(token.toon()).await.unwrap().unwrap();
        assert_eq!(in_lijst(&huis, &programma.gebruiker.unwrap()).await, [dossier]);
    }
}

#[tokio::test]
async fn ac_48_wie_bij_een_andere_werkgever_werkt_schrijft_een_werknemer_niet_over() {
    let (huis, _) = twee_huurders().await;
    let wie = met_pet(TWEEDE);
    let eigen = WerknemerId(Uuid::from_u128(808));
    huis.engine.execute_werknemer(&wie, eigen, gegevens(809, ANDER)).await.unwrap();
    let over = huis.engine.execute_werknemer(&wie, WERKNEMER, gegevens(810, ANDER)).await;
    assert!(matches!(over, Err(ExecuteError::NietGevonden)), "{over:?}");
}
