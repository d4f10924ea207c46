//! What a reader can infer: hidden facts leave no trace, and what was opened stands in the log.

use std::sync::Mutex;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::mijlpaal::correctie::Wordt;
use wvp_domain::mijlpaal::gedeeld::Adres;
use wvp_domain::werknemer::{self, Bsn, Bsnmelding, Inschrijving, Persoon};
use wvp_domain::{AccountId, Afwijzing, Compartiment, Event, Secties, StukId};
use wvp_engine::{
    Aanleiding, Bestand, ExecuteError, Keuring, OpmaakFout, Opmaker, ReadError, RivInvoer,
};

use crate::hulp::{
    DOSSIER, Huis, WERKGEVER, WERKNEMER, als, correctie, dag, huis, ingelogd, met_spreekuur,
    met_werkgever, stuk, vangnet_arbodienst,
};
use crate::mensen::neem_aan;

/// A case in which the arbodienst established a vangnet and withdrew it.
async fn met_verborgen_feiten() -> Huis {
    let huis = met_spreekuur().await;
    let arts = Lezer::BedrijfsartsStafarts;
    huis.doe(arts, vangnet_arbodienst(50)).await.unwrap();
    huis.doe(arts, correctie(51, 50, Wordt::Ingetrokken, "2024-01-01")).await.unwrap();
    huis.doe(arts, vangnet_arbodienst(52)).await.unwrap();
    huis
}

#[tokio::test]
async fn de_staat_die_een_lezer_krijgt_volgt_uit_wat_die_lezer_ziet() {
    let huis = met_verborgen_feiten().await;
    let werkgever = huis.engine.read(&als(Lezer::Werkgever), DOSSIER, None).await.unwrap();
    assert!(werkgever.dossier.vangnet_arbodienst.is_empty());
    assert!(!werkgever.dossier.stukken.contains(&stuk(52)));
    let arts = huis.engine.read(&als(Lezer::BedrijfsartsStafarts), DOSSIER, None).await.unwrap();
    assert_eq!(arts.dossier.vangnet_arbodienst.len(), 1);
}

#[tokio::test]
async fn een_correctie_van_een_verborgen_feit_is_zelf_verborgen() {
    let huis = met_verborgen_feiten().await;
    let is_correctie = |event: &Event| matches!(event, Event::FeitGecorrigeerd(_));
    for (lezer, aantal) in [(Lezer::Werkgever, 0), (Lezer::BedrijfsartsStafarts, 1)] {
        let inzage = huis.engine.read(&als(lezer), DOSSIER, None).await.unwrap();
        let gezien = inzage.gebeurtenissen.iter().filter(|feit| is_correctie(&feit.event)).count();
        assert_eq!(gezien, aantal, "{lezer}");
    }
}

#[tokio::test]
async fn een_verborgen_feit_corrigeren_klinkt_als_een_stuk_dat_er_niet_is() {
    let huis = met_verborgen_feiten().await;
    let antwoord = async |van: u128| {
        let wat = correctie(60, van, Wordt::Ingetrokken, "2024-01-01");
        huis.doe(Lezer::Werkgever, wat).await.unwrap_err()
    };
    let onbekend = |fout: &ExecuteError, van: StukId| matches!(fout, ExecuteError::Afgewezen(Afwijzing::StukOnbekend { stuk, .. }) if *stuk == van);
    for van in [52, 99] {
        let fout = antwoord(van).await;
        assert!(onbekend(&fout, stuk(van)), "{fout}");
    }
}

#[tokio::test]
async fn een_gewist_dossier_ziet_eruit_als_geen_dossier() {
    let huis = met_spreekuur().await;
    huis.vernietig(DOSSIER).await;
    let wie = als(Lezer::Werkgever);
    let gelezen = huis.engine.read(&wie, DOSSIER, None).await;
    assert!(matches!(gelezen, Err(ReadError::NietGevonden)));
    let geschreven = huis.doe(Lezer::Werkgever, crate::hulp::ziekmelding()).await;
    assert!(matches!(geschreven, Err(ExecuteError::NietGevonden)), "{geschreven:?}");
}

#[tokio::test]
async fn een_arts_leest_het_eigen_dossier_niet_met_de_rechten_van_de_betrokkene() {
    let huis = met_spreekuur().await;
    let account = AccountId(Uuid::from_u128(78));
    let arts = Lezer::BedrijfsartsStafarts;
    neem_aan(&huis, account, arts, Some(WERKNEMER), 78_000).await;
    let zelf = ingelogd(account, arts);
    let gelezen = huis.engine.read(&zelf, DOSSIER, None).await;
    assert!(matches!(gelezen, Err(ReadError::NietGevonden)));
}

#[derive(Debug, Default)]
struct Bekijker(Mutex<(bool, bool)>);

impl Opmaker for Bekijker {
    fn maak(&self, invoer: &RivInvoer, _: Keuring<'_>) -> Result<Vec<Bestand>, OpmaakFout> {
        *self.0.lock().unwrap() = (invoer.persoon.is_some(), invoer.bsn.is_some());
        Ok(vec![])
    }
}

async fn ingeschreven(huis: &Huis) {
    let wie = als(Lezer::CasemanagerZwWgaWvp);
    let adres = Adres {
        straat: "Dorpsstraat".to_owned(),
        huisnummer: "1".to_owned(),
        postcode: "1234AB".to_owned(),
        plaats: "Ons Dorp".to_owned(),
    };
    let a = Inschrijving { stuk: stuk(70), werkgever: WERKGEVER, per: dag("2023-01-01") };
    let persoon = Persoon {
        naam: "T. Est".to_owned(),
        geboortedatum: dag("1980-05-05"),
        adres,
        telefoon: None,
        email: None,
        functie: "drukker".to_owned(),
        uren_per_week_minuten: 2_160,
        naamdelen: None,
        geslacht: None,
        personeelsnummer: None,
        dienstverband: None,
    };
    let gegevens = werknemer::Command::LegGegevensVast(Secties::proces(a).met_d(persoon));
    huis.engine.execute_werknemer(&wie, WERKNEMER, gegevens).await.unwrap();
    let a = Bsnmelding { stuk: stuk(71), per: dag("2024-01-01") };
    let bsn = Secties::proces(a).met_d(Bsn::try_new("111222333").unwrap());
    let bsn = werknemer::Command::LegBsnVast(bsn);
    huis.engine.execute_werknemer(&wie, WERKNEMER, bsn).await.unwrap();
}

#[tokio::test]
async fn wat_een_verslag_van_persoon_en_nummer_opent_staat_in_het_leeslog() {
    let huis = met_werkgever().await;
    ingeschreven(&huis).await;
    let opmaker = Bekijker::default();
    huis.engine
        .riv(&als(Lezer::CasemanagerZwWgaWvp), DOSSIER, &Aanleiding::default(), &opmaker)
        .await
        .unwrap();
    assert_eq!(*opmaker.0.lock().unwrap(), (true, true));
    let [regel] = huis.leeslog().await.try_into().ok().unwrap();
    for geopend in [Compartiment::A, Compartiment::ABsn, Compartiment::D] {
        assert!(regel.compartimenten.contains(&geopend.nummer()), "{geopend:?}");
    }
}

#[tokio::test]
async fn een_gewone_inzage_noemt_geen_nummer_dat_niet_is_geopend() {
    let huis = met_werkgever().await;
    ingeschreven(&huis).await;
    huis.engine.read(&als(Lezer::CasemanagerZwWgaWvp), DOSSIER, None).await.unwrap();
    let [regel] = huis.leeslog().await.try_into().ok().unwrap();
    assert!(!regel.compartimenten.contains(&Compartiment::ABsn.nummer()));
}

#[tokio::test]
async fn zonder_regel_in_het_leeslog_geen_inzage() {
    let huis = met_spreekuur().await;
    huis.opslag.houd_leeslog_bezet();
    let gelezen = huis.engine.read(&als(Lezer::Werkgever), DOSSIER, None).await;
    assert!(matches!(gelezen, Err(ReadError::Store(_))));
}

#[tokio::test]
async fn voor_de_eerste_ziekmelding_komt_er_geen_nummer() {
    let huis = huis().await;
    let wie = als(Lezer::CasemanagerZwWgaWvp);
    let a = Bsnmelding { stuk: stuk(71), per: dag("2024-01-01") };
    let bsn = Secties::proces(a).met_d(Bsn::try_new("111222333").unwrap());
    let bsn = werknemer::Command::LegBsnVast(bsn);
    let uitkomst = huis.engine.execute_werknemer(&wie, WERKNEMER, bsn).await;
    assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))));
}
