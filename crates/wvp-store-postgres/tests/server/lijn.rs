//! The line to a server elsewhere: encrypted, and only to who proves its name.

use std::time::Duration;

use wvp_proefserver::{Uitgever, proefserver};
use wvp_store::conformance::{deel, stroom};
use wvp_store::{EventStore as _, Positie, Verwacht};
use wvp_store_postgres::{Instellingen, PostgresStore};

use crate::hulp::{database, naam};

/// The address of a new database with a wish behind it; `wie` trusts who is named in it.
fn adres(wie: Option<&Uitgever>) -> String {
    let wortel = wie.map(|it| format!("&sslrootcert={}", it.wortelbestand().display()));
    format!("{}?sslmode=require{}", database(), wortel.unwrap_or_default())
}

/// Why a store does not open. A test does not wait for a server that would come back.
async fn reden(url: &str) -> String {
    let mut instellingen = Instellingen::try_new(url).unwrap();
    instellingen.geduld = Duration::from_millis(50);
    let uitkomst = PostgresStore::open(instellingen).await;
    uitkomst.expect_err("the line was not refused").to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn over_een_versleutelde_lijn_gaat_alles_en_niets_ernaast() {
    let uitgever = Uitgever::nieuw().unwrap();
    proefserver().met_tls(&uitgever).unwrap();
    let url = adres(Some(&uitgever));
    let store = PostgresStore::open(Instellingen::try_new(&url).unwrap()).await.unwrap();
    store.append(vec![deel(stroom(1), Verwacht::Geen, [1])]).await.unwrap();
    assert_eq!(store.kop(), Positie(1));
    let lijnen = "select bool_and(ssl), count(*) > 1 from pg_stat_ssl join pg_stat_activity using (pid) \
                  where application_name = 'poortwachter'";
    let kaal = url.split('?').next().unwrap();
    assert_eq!(proefserver().psql(&naam(kaal), lijnen).unwrap(), "t|t");
}

#[tokio::test(flavor = "multi_thread")]
async fn een_server_met_het_certificaat_van_een_ander_wordt_niet_vertrouwd() {
    proefserver().met_tls(&Uitgever::nieuw().unwrap()).unwrap();
    let ander = Uitgever::nieuw().unwrap();
    for vertrouwd in [None, Some(&ander)] {
        let fout = reden(&adres(vertrouwd)).await;
        assert!(fout.contains("certificaat klopt niet"), "{fout}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn een_server_zonder_tls_krijgt_geen_open_lijn() {
    let fout = reden(&adres(None)).await;
    assert!(fout.contains("kan geen TLS"), "{fout}");
}
