//! The reading log: who asked what, granted or refused, and who may search it.

use std::sync::Arc;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::doel::Doel;
use wvp_domain::leeslog::{self, Actie, Gelezen, Kanaal, Netwerk, Uitkomst};
use wvp_domain::{AccountId, Compartiment, DossierId, Secties};
use wvp_engine::{Aanleiding, Gebruiker, Leesregel, ReadError, Sessie, Zoekvraag};
use wvp_store::{
    EventStore as _, GebeurtenisId, Moment, Omslag, Richting, StroomId, Stroomsoort, Toevoeging,
    Versie, Verwacht, verzegel,
};

use crate::hulp::{DOSSIER, Huis, WERKGEVER, als, dag, huis, met_spreekuur, spreekuur};

const FG: Lezer = Lezer::FunctionarisGegevensbescherming;
const LOG: StroomId = StroomId { soort: Stroomsoort::Leeslog, id: DOSSIER.0 };

async fn zoek(huis: &Huis, lezer: Lezer, vraag: Zoekvraag) -> Result<Vec<Leesregel>, ReadError> {
    huis.engine.leeslog(&als(lezer), DOSSIER, &vraag, &Aanleiding::default()).await
}

#[tokio::test]
async fn een_regel_zegt_wie_waarvoor_en_waarvandaan_en_nooit_wat() {
    let huis = met_spreekuur().await;
    let aanleiding = Aanleiding { kanaal: Kanaal::Pagina, netwerk: Netwerk::Extern };
    let wie = als(Lezer::BedrijfsartsStafarts);
    let sessie = Sessie::ingelogd(Doel::ReIntegratie).met_tweede_factor();
    let wie = Gebruiker { sessie, ..wie };
    huis.engine.read_om(&wie, DOSSIER, None, &aanleiding).await.unwrap();
    let [regel] = huis.leeslog().await.try_into().ok().unwrap();
    assert_eq!((regel.account, regel.namens), (wie.account, None));
    assert_eq!(regel.lezer, "arbodienst/bedrijfsarts_stafarts");
    assert_eq!((regel.actie, regel.uitkomst), (Actie::Lezen, Uitkomst::Toegestaan));
    assert_eq!((regel.kanaal, regel.netwerk), (Kanaal::Pagina, Netwerk::Extern));
    assert_eq!((regel.doel, regel.feiten_van), (Doel::ReIntegratie, dag("2024-01-01")));
    assert!(regel.compartimenten.contains(&Compartiment::C.nummer()));
    assert!(regel.regels.is_empty() && !regel.tabel.is_empty());
}

#[tokio::test]
async fn zonder_opgegeven_doel_staat_er_het_doel_van_de_functie() {
    let huis = met_spreekuur().await;
    for lezer in [Lezer::Werkgever, Lezer::Werknemer, Lezer::VerzekeraarClaimbeoordelaar] {
        huis.engine.read(&als(lezer), DOSSIER, None).await.unwrap();
    }
    let doelen: Vec<Doel> = huis.leeslog().await.iter().map(|regel| regel.doel).collect();
    assert_eq!(doelen, [Doel::Verzuimbegeleiding, Doel::EigenDossier, Doel::Claimbeoordeling]);
}

#[tokio::test]
async fn een_geweigerde_inzage_staat_er_ook_met_de_regels() {
    let huis = met_spreekuur().await;
    assert!(huis.engine.read(&als(Lezer::Planner), DOSSIER, None).await.is_err());
    let [regel] = huis.leeslog().await.try_into().ok().unwrap();
    assert_eq!((regel.actie, regel.uitkomst), (Actie::Lezen, Uitkomst::Geweigerd));
    assert!(regel.compartimenten.is_empty() && !regel.regels.is_empty());
}

#[tokio::test]
async fn een_geweigerde_opdracht_staat_er_ook() {
    let huis = met_spreekuur().await;
    assert!(huis.doe(Lezer::Werkgever, spreekuur()).await.is_err());
    assert!(huis.doe(Lezer::Planner, spreekuur()).await.is_err());
    let regels = huis.leeslog().await;
    assert!(regels.iter().all(|it| it.actie == Actie::Vastleggen));
    assert!(regels.iter().all(|it| it.uitkomst == Uitkomst::Geweigerd));
    let lezers: Vec<&str> = regels.iter().map(|it| it.lezer.as_str()).collect();
    assert_eq!(lezers, ["werkgever/werkgever", "arbodienst/planner"]);
}

#[tokio::test]
async fn wie_een_dossier_zoekt_dat_er_niet_is_maakt_geen_log_maar_een_regel() {
    let huis = met_spreekuur().await;
    let onbekend = DossierId(Uuid::from_u128(99));
    assert!(huis.engine.read(&als(Lezer::Planner), onbekend, None).await.is_err());
    let van = async |id| {
        let stroom = StroomId { soort: Stroomsoort::Leeslog, id };
        huis.store.read_stream(stroom, Versie(1), Richting::Vooruit, 9).await.unwrap().len()
    };
    assert_eq!((van(onbekend.0).await, van(Uuid::nil()).await), (0, 1));
}

#[tokio::test]
async fn de_werknemer_ziet_wie_het_dossier_las_en_waarom() {
    let huis = met_spreekuur().await;
    huis.engine.read(&als(Lezer::Werkgever), DOSSIER, None).await.unwrap();
    let regels = zoek(&huis, Lezer::Werknemer, Zoekvraag::default()).await.unwrap();
    let [regel] = regels.try_into().ok().unwrap();
    assert_eq!(regel.vraag.lezer, "werkgever/werkgever");
    assert_eq!(regel.vraag.doel, Doel::Verzuimbegeleiding);
    assert_eq!(regel.tijdstip(), "2024-01-01T08:00:00+00:00");
}

#[tokio::test]
async fn niemand_anders_dan_werknemer_en_functionaris_leest_het_log() {
    let huis = met_spreekuur().await;
    for lezer in Lezer::ALLE {
        let mag = matches!(lezer, Lezer::Werknemer | Lezer::FunctionarisGegevensbescherming);
        let uitkomst = zoek(&huis, lezer, Zoekvraag::default()).await;
        assert_eq!(uitkomst.is_ok(), mag, "{lezer}");
    }
}

#[tokio::test]
async fn zonder_tweede_factor_leest_ook_de_functionaris_niets() {
    let huis = met_spreekuur().await;
    let fg = als(FG);
    let fg = Gebruiker { sessie: Sessie::ingelogd(Doel::Toezicht), ..fg };
    let vraag = Zoekvraag::default();
    let uitkomst = huis.engine.leeslog(&fg, DOSSIER, &vraag, &Aanleiding::default()).await;
    assert!(matches!(uitkomst, Err(ReadError::NietGevonden)));
}

#[tokio::test]
async fn het_lezen_van_het_log_staat_zelf_in_het_log() {
    let huis = met_spreekuur().await;
    assert!(zoek(&huis, FG, Zoekvraag::default()).await.unwrap().is_empty());
    let regels = zoek(&huis, FG, Zoekvraag::default()).await.unwrap();
    let [regel] = regels.try_into().ok().unwrap();
    assert_eq!((regel.vraag.actie, regel.vraag.doel), (Actie::LeeslogLezen, Doel::Toezicht));
}

#[tokio::test]
async fn de_functionaris_zoekt_op_lezer_dag_en_uitkomst() {
    let huis = met_spreekuur().await;
    huis.engine.read(&als(Lezer::Werkgever), DOSSIER, None).await.unwrap();
    assert!(huis.engine.read(&als(Lezer::Planner), DOSSIER, None).await.is_err());
    huis.klok.zet(dag("2024-01-05"));
    huis.engine.read(&als(Lezer::Werkgever), DOSSIER, None).await.unwrap();
    let aantal = async |vraag| zoek(&huis, FG, vraag).await.unwrap().len();
    let werkgever = Zoekvraag { lezer: Some(Lezer::Werkgever), ..Zoekvraag::default() };
    assert_eq!(aantal(werkgever).await, 2);
    let laat = Zoekvraag { van: Some(dag("2024-01-02")), ..werkgever };
    assert_eq!(aantal(laat).await, 1);
    let vroeg = Zoekvraag { tot_en_met: Some(dag("2024-01-04")), ..werkgever };
    assert_eq!(aantal(vroeg).await, 1);
    let nee = Zoekvraag { uitkomst: Some(Uitkomst::Geweigerd), ..Zoekvraag::default() };
    assert_eq!(aantal(nee).await, 1);
}

#[tokio::test]
async fn een_regel_van_voor_de_uitbreiding_blijft_leesbaar() {
    let huis = met_spreekuur().await;
    let oud = leeslog::Event::DossierIngezien(Secties::proces(Gelezen {
        account: AccountId(Uuid::from_u128(7)),
        lezer: "werkgever/werkgever".to_owned(),
        compartimenten: vec![Compartiment::A.nummer()],
        feiten_van: dag("2024-01-01"),
        tabel: "oud".to_owned(),
    }));
    let eerste = huis.records(DOSSIER.into()).await.remove(0);
    let kop = wvp_store::Kop {
        door: wvp_store::Auteur {
            account: AccountId(WERKGEVER.0),
            partij: "werkgever".to_owned(),
            functie: "werkgever".to_owned(),
        },
        namens: None,
        verzoek: eerste.id.0,
    };
    let id = GebeurtenisId(Uuid::from_u128(1));
    let omslag = Omslag { id, moment: Moment(0), kop };
    let record = verzegel(&*huis.sleutels, LOG, Versie(1), omslag, &oud).await.unwrap();
    let toevoeging = Toevoeging { stroom: LOG, verwacht: Verwacht::Geen, records: vec![record] };
    huis.store.append(vec![toevoeging]).await.unwrap();
    let regels = zoek(&huis, Lezer::Werknemer, Zoekvraag::default()).await.unwrap();
    let [regel] = regels.try_into().ok().unwrap();
    assert_eq!((regel.vraag.actie, regel.vraag.uitkomst), (Actie::Lezen, Uitkomst::Toegestaan));
    assert_eq!(regel.vraag.doel, Doel::Verzuimbegeleiding);
}

/// On one thread tasks take turns, so it is known who waits when the first append is let go.
#[tokio::test]
async fn wie_samen_leest_deelt_een_schrijfactie() {
    let huis = Arc::new(met_spreekuur().await);
    huis.opslag.houd_leeslog_vast();
    let lees = |huis: &Arc<Huis>| {
        let engine = huis.engine.clone();
        tokio::spawn(
            async move { engine.read(&als(Lezer::Werkgever), DOSSIER, None).await.is_ok() },
        )
    };
    let eerste = lees(&huis);
    huis.opslag.tot_vast().await;
    let volgende: Vec<_> = (0..63).map(|_| lees(&huis)).collect();
    for _ in 0..64 {
        tokio::task::yield_now().await;
    }
    huis.opslag.laat_leeslog_los();
    for taak in [eerste].into_iter().chain(volgende) {
        assert!(taak.await.unwrap());
    }
    assert_eq!(huis.leeslog().await.len(), 64);
    assert_eq!(huis.opslag.aantal_in_leeslog(), 2);
}

#[tokio::test]
async fn wie_weggaat_terwijl_het_log_wacht_houdt_niemand_op() {
    let huis = Arc::new(huis().await);
    huis.doe(Lezer::Werkgever, crate::hulp::ziekmelding()).await.unwrap();
    huis.opslag.houd_leeslog_vast();
    let lees = || {
        let engine = huis.engine.clone();
        tokio::spawn(
            async move { engine.read(&als(Lezer::Werkgever), DOSSIER, None).await.is_ok() },
        )
    };
    let eerste = lees();
    huis.opslag.tot_vast().await;
    let tweede = lees();
    tokio::task::yield_now().await;
    eerste.abort();
    huis.opslag.laat_leeslog_los();
    assert!(tweede.await.unwrap());
    assert_eq!(huis.leeslog().await.len(), 2);
}
