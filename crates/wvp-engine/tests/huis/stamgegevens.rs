//! Master data and rights, as far as whoever asks may see them.

use wvp_access::Lezer;
use wvp_domain::Compartiment;
use wvp_domain::leeslog::{self, Register};
use wvp_engine::{Aanleiding, Accountvraag, ExecuteError, ReadError, Werkterrein};
use wvp_store::{EventStore as _, Stroomsoort, Toegang, ontzegel};

use crate::hulp::{
    DOSSIER, Huis, WERKGEVER, WERKNEMER, account, als, ingelogd, met_spreekuur, met_werkgever,
};
use crate::mensen::beheerder;
use crate::opvragen::{ANDER, BAAS, met_ander, ziek_bij_ander};
use crate::zoeken::{BSN, met_bsn};

const VAN: fn() -> Aanleiding = Aanleiding::default;

/// The newest line of what an account was shown.
async fn laatst_getoond(huis: &Huis, lezer: Lezer) -> leeslog::Getoond {
    let mut gevonden = vec![];
    for (stroom, _) in huis.store.stromen(Stroomsoort::Leeslog, None, 999).await.unwrap() {
        for record in huis.records(stroom).await {
            let open = ontzegel::<leeslog::Event>(&*huis.sleutels, &record, Toegang::alles()).await;
            if let leeslog::Event::RegisterGeraadpleegd(e) = open.unwrap().event.unwrap() {
                gevonden.extend((e.a.account == account(lezer)).then_some(e.a));
            }
        }
    }
    gevonden.pop().unwrap()
}

#[tokio::test]
async fn een_werknemer_is_te_lezen_zoals_de_tabel_d_en_bsn_opent() {
    let huis = met_spreekuur().await;
    met_bsn(&huis).await;
    let mut standen = [0; 3];
    for lezer in Lezer::ALLE {
        let wie = als(lezer);
        let leest = huis.engine.read(&wie, DOSSIER, None).await;
        let in_dossier = |it| leest.as_ref().is_ok_and(|ja| ja.compartimenten.contains(&it));
        match huis.engine.werknemer(&wie, WERKNEMER, &VAN()).await {
            Ok(blad) => {
                assert_eq!(
                    blad.bsn.as_deref() == Some(BSN),
                    in_dossier(Compartiment::ABsn),
                    "{lezer}"
                );
                assert!(blad.persoon.is_some() || !in_dossier(Compartiment::D), "{lezer}");
                let regel = laatst_getoond(&huis, lezer).await;
                assert_eq!(
                    (regel.wat, regel.getoond.as_slice()),
                    (Register::Werknemer, [WERKNEMER.0].as_slice())
                );
                let d = regel.compartimenten.contains(&Compartiment::D.nummer());
                assert_eq!(d, blad.persoon.is_some(), "{lezer}");
                standen[usize::from(d)] += 1;
            }
            Err(ReadError::NietGevonden) => {
                assert!(leest.is_err(), "{lezer}");
                standen[2] += 1;
            }
            Err(fout) => panic!("{fout}"),
        }
    }
    assert!(standen.iter().all(|aantal| *aantal > 0), "{standen:?}");
}

#[tokio::test]
async fn de_lijst_van_werknemers_heeft_geen_bsn_en_is_leeg_voor_een_ander() {
    let huis = met_spreekuur().await;
    met_bsn(&huis).await;
    met_ander(&huis).await;
    let lijst = huis.engine.werknemers(&als(Lezer::CasemanagerZwWgaWvp), WERKGEVER, &VAN()).await;
    let [blad] = lijst.unwrap().try_into().ok().unwrap();
    assert!(blad.persoon.is_some() && blad.bsn.is_none());
    let baas = ingelogd(BAAS, Lezer::Werkgever);
    assert!(huis.engine.werknemers(&baas, WERKGEVER, &VAN()).await.unwrap().is_empty());
    let weg = huis.engine.werknemer(&baas, WERKNEMER, &VAN()).await;
    assert!(matches!(weg, Err(ReadError::NietGevonden)));
}

#[tokio::test]
async fn een_werkgever_is_er_voor_wie_er_werkt_en_de_beheerder_ziet_er_niet_meer_van_dan_de_tabel()
{
    let huis = met_werkgever().await;
    met_ander(&huis).await;
    ziek_bij_ander(&huis, 750, "B. Ander").await;
    let casemanager = als(Lezer::CasemanagerZwWgaWvp);
    let alle = huis.engine.werkgevers(&casemanager, &VAN()).await.unwrap();
    assert_eq!(alle.iter().map(|it| it.werkgever).collect::<Vec<_>>(), [WERKGEVER]);
    assert!(alle[0].bedrijf.is_some());
    let van_beheer = huis.engine.werkgevers(&beheerder(), &VAN()).await.unwrap();
    assert!(van_beheer.iter().any(|it| it.werkgever == WERKGEVER && it.bedrijf.is_none()));
    let weg = huis.engine.werkgever(&ingelogd(BAAS, Lezer::Werkgever), WERKGEVER, &VAN()).await;
    assert!(matches!(weg, Err(ReadError::NietGevonden)));
    assert!(huis.engine.werkgever(&casemanager, ANDER, &VAN()).await.is_err());
}

#[tokio::test]
async fn accounts_zijn_voor_wie_ze_beheert_of_nakijkt_en_het_eigen_account_voor_ieder() {
    let huis = met_spreekuur().await;
    let planner = als(Lezer::Planner);
    let eigen = huis.engine.account_van_iemand(&planner, planner.account, &VAN()).await.unwrap();
    assert_eq!(eigen.functies.len(), 1);
    assert_eq!(eigen.toewijzingen.len(), 1);
    assert!(eigen.persoon.is_some());
    let ander = huis.engine.account_van_iemand(&planner, account(Lezer::Directeur), &VAN()).await;
    assert!(matches!(ander, Err(ExecuteError::Geweigerd(_))));
    assert!(matches!(
        huis.engine.accountlijst(&planner, Accountvraag::default(), &VAN()).await,
        Err(ExecuteError::Geweigerd(_))
    ));
    let alle = huis
        .engine
        .accountlijst(&als(Lezer::Directeur), Accountvraag::default(), &VAN())
        .await
        .unwrap()
        .accounts;
    assert!(alle.iter().any(|blad| blad.account == planner.account));
    let regel = laatst_getoond(&huis, Lezer::Directeur).await;
    assert_eq!((regel.wat, regel.getoond.len()), (Register::Account, alle.len()));
}

#[tokio::test]
async fn wie_er_werkt_ziet_wie_er_werkt_en_een_ander_niet() {
    let huis = met_spreekuur().await;
    met_ander(&huis).await;
    let terrein = Werkterrein::Werkgever(WERKGEVER);
    let blad = huis.engine.toewijzingen(&als(Lezer::Werkgever), terrein, &VAN()).await.unwrap();
    assert!(blad.toewijzingen.len() > 10 && !blad.opdrachten.is_empty());
    assert!(huis.engine.toewijzingen(&als(Lezer::Planner), terrein, &VAN()).await.is_ok());
    let baas = ingelogd(BAAS, Lezer::Werkgever);
    for terrein in [terrein, Werkterrein::Dossier(DOSSIER)] {
        let weg = huis.engine.toewijzingen(&baas, terrein, &VAN()).await;
        assert!(matches!(weg, Err(ExecuteError::NietGevonden)));
    }
    assert!(huis.engine.afwijkingen(&baas, DOSSIER, &VAN()).await.is_err());
    assert!(huis.engine.protocol_van(&baas, WERKGEVER).await.is_err());
    assert!(huis.engine.protocol_van(&als(Lezer::Werkgever), WERKGEVER).await.is_ok());
}
