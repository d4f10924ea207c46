//! Opening, tables, refusals of the server.

use std::sync::Arc;

use wvp_proefserver::{Proefserver, proefserver};
use wvp_store::conformance::{deel, stroom};
use wvp_store::{EventStore, Positie, Richting, StoreError, Versie, Verwacht};
use wvp_store_postgres::{Instellingen, MIGRATIES, PostgresStore};

use crate::hulp::{database, leeg, naam, open};

async fn probeer(url: &str) -> Result<PostgresStore, StoreError> {
    PostgresStore::open(Instellingen::try_new(url).unwrap()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn een_oude_database_wordt_gelijk_aan_een_nieuwe() {
    let vers = database();
    open(&vers).await.sluit().await.unwrap();
    let beloofd = proefserver().schema(&naam(&vers)).unwrap();
    for stappen in 0..MIGRATIES.len() {
        let oud = database();
        let mut sql = "create schema poortwachter; \
                       create table poortwachter.migratie (nummer integer primary key);"
            .to_owned();
        for (nummer, stap) in (1..).zip(&MIGRATIES[..stappen]) {
            let noteer = format!("insert into poortwachter.migratie values ({nummer});");
            sql = [sql.as_str(), stap, &noteer].concat();
        }
        proefserver().psql(&naam(&oud), &sql).unwrap();
        open(&oud).await.sluit().await.unwrap();
        assert_eq!(proefserver().schema(&naam(&oud)).unwrap(), beloofd, "vanaf stap {stappen}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn knopen_die_tegelijk_een_lege_database_openen_maken_de_tabellen_een_keer() {
    let url = database();
    let knopen: Vec<_> = (0..6)
        .map(|_| {
            let url = url.clone();
            tokio::spawn(async move { probeer(&url).await.map(|_| ()) })
        })
        .collect();
    for knoop in knopen {
        knoop.await.unwrap().unwrap();
    }
    let stappen = "select count(*) from poortwachter.migratie";
    let gedaan = proefserver().psql(&naam(&url), stappen).unwrap();
    assert_eq!(gedaan, MIGRATIES.len().to_string());
}

#[tokio::test(flavor = "multi_thread")]
async fn een_database_van_een_nieuwere_versie_wordt_geweigerd() {
    let url = database();
    open(&url).await.sluit().await.unwrap();
    let later = "insert into poortwachter.migratie values (99)";
    proefserver().psql(&naam(&url), later).unwrap();
    let fout = probeer(&url).await.unwrap_err().to_string();
    let kent = format!("kent er {}", MIGRATIES.len());
    assert!(fout.contains("nieuwere versie") && fout.contains(&kent), "{fout}");
}

#[tokio::test(flavor = "multi_thread")]
async fn een_server_die_bevestigt_voordat_zijn_schijf_het_heeft_wordt_geweigerd() {
    let server = Proefserver::start().unwrap();
    let url = server.maak_database().unwrap();
    server.psql("postgres", "alter system set fsync = off").unwrap();
    server.stop_onmiddellijk().unwrap();
    server.start_weer().unwrap();
    let fout = probeer(&url).await.unwrap_err().to_string();
    assert!(fout.contains("fsync"), "{fout}");
}

#[tokio::test(flavor = "multi_thread")]
async fn een_server_die_er_niet_is_noemt_geen_wachtwoord() {
    let fout = probeer("postgres://jan:geheim@127.0.0.1:1/log").await.unwrap_err().to_string();
    assert_eq!(fout, "de opslag is niet bruikbaar: PostgreSQL is niet te bereiken");
}

#[tokio::test(flavor = "multi_thread")]
async fn een_volle_schijf_is_een_eigen_fout_en_laat_niets_achter() {
    let url = database();
    let store = open(&url).await;
    store.append(vec![deel(stroom(1), Verwacht::Geen, [1])]).await.unwrap();
    let vol = "create function vol() returns trigger language plpgsql as $$ begin \
               raise exception using errcode = '53100'; end $$; \
               create trigger vol before insert on poortwachter.record \
               for each row execute function vol()";
    proefserver().psql(&naam(&url), vol).unwrap();
    let fout = store.append(vec![deel(stroom(1), Verwacht::Elke, [2])]).await.unwrap_err();
    assert!(matches!(fout, StoreError::Full), "{fout}");
    let gelezen = store.read_stream(stroom(1), Versie(1), Richting::Vooruit, 9).await.unwrap();
    assert_eq!((gelezen.len(), store.kop()), (1, Positie(1)));
    proefserver().psql(&naam(&url), "drop trigger vol on poortwachter.record").unwrap();
    let weer = store.append(vec![deel(stroom(1), Verwacht::Elke, [2])]).await.unwrap();
    assert_eq!(weer[0].posities, [Positie(2)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn een_toevoeging_die_de_server_weigert_neemt_geen_andere_mee() {
    let store = leeg().await;
    let schrijvers: Vec<_> = (0..40_u128)
        .map(|wie| {
            let store = Arc::clone(&store);
            let mut delen = vec![deel(stroom(wie), Verwacht::Geen, [wie])];
            if wie % 10 == 0 {
                // No text in PostgreSQL holds a zero byte.
                delen[0].records[0].type_naam = "Proef\0".to_owned();
            }
            tokio::spawn(async move { (wie, store.append(delen).await) })
        })
        .collect();
    for schrijver in schrijvers {
        let (wie, uitkomst) = schrijver.await.unwrap();
        assert_eq!(uitkomst.is_ok(), wie % 10 != 0, "schrijver {wie}: {uitkomst:?}");
    }
    assert_eq!(store.kop(), Positie(36));
    assert_eq!(store.read_all(Positie::BEGIN, 99).await.unwrap().len(), 36);
}

#[tokio::test(flavor = "multi_thread")]
async fn een_te_groot_record_wordt_geweigerd_en_laat_niets_achter() {
    let store = leeg().await;
    let mut delen = vec![deel(stroom(1), Verwacht::Geen, [1])];
    delen[0].records[0].secties[0].cijfertekst = vec![1; 1 << 20];
    let fout = store.append(delen).await.unwrap_err();
    assert!(matches!(fout, StoreError::TooLarge { .. }), "{fout}");
    assert_eq!(store.kop(), Positie::BEGIN);
}

#[tokio::test(flavor = "multi_thread")]
async fn een_knoop_die_in_zijn_beurt_stilvalt_houdt_de_anderen_niet_vast() {
    let url = database();
    let mut instellingen = Instellingen::try_new(&url).unwrap();
    instellingen.opdracht_hoogstens = std::time::Duration::from_millis(200);
    let store = PostgresStore::open(instellingen).await.unwrap();
    let stil = crate::hulp::Rauw::begin(&url).await;
    stil.schrijf(stroom(9)).await;
    stil.val_stil_na_een_seconde().await;
    // Attempts run out of time until the server ends the silence of the other.
    let gelukt = store.append(vec![deel(stroom(1), Verwacht::Geen, [1])]).await.unwrap();
    assert_eq!(gelukt[0].posities, [Positie(1)]);
}
