//! Logging in on a store on disk, through the program and the engine.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use tests::programma::draai;
use totp_rs::{Builder, Secret};
use wvp_cli::demo::{Rol, caseload, geef_inlog, schrijf_in};
use wvp_cli::huis::Huis;
use wvp_engine::{Factor, Geheim, Handklok, Inlogstap, Klok as _, Poging};

async fn open(map: &Path, klok: &Arc<Handklok>) -> Huis {
    let klok = Arc::clone(klok);
    Huis::open_of_maak(&map.join("opslag"), &map.join("sleutels"), klok).await.unwrap()
}

async fn klop_aan(huis: &Huis, account: &str, wachtwoord: &str) -> Inlogstap {
    let poging = Poging { email: account, wachtwoord, van: "192.0.2.7", toestel: None };
    huis.engine.log_in(poging).await.unwrap()
}

fn code(geheim: &Geheim, klok: &Handklok) -> String {
    let geheim = Secret::try_from_base32(geheim.toon()).unwrap();
    let totp = Builder::new().with_secret(geheim).build().unwrap();
    totp.generate(u64::try_from(klok.nu().0 / 1_000_000).unwrap()).to_string()
}

/// Every file of a folder and the folders in it.
fn bestanden(map: &Path) -> Vec<Vec<u8>> {
    fs::read_dir(map)
        .unwrap()
        .map(|ingang| ingang.unwrap().path())
        .flat_map(|pad| if pad.is_dir() { bestanden(&pad) } else { vec![fs::read(&pad).unwrap()] })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn iedereen_van_de_demo_logt_in_en_blijft_dat_na_heropenen_zonder_geheim_op_schijf() {
    let map = tempfile::tempdir().unwrap();
    let zaken = [caseload().unwrap().remove(0)];
    let klok = Arc::new(Handklok::op(zaken[0].van));
    let huis = open(map.path(), &klok).await;
    schrijf_in(&huis.engine, &zaken[0]).await.unwrap();
    let inloggen = geef_inlog(&huis.engine, &zaken).await.unwrap();
    assert_eq!(inloggen.len(), Rol::ALLE.len() + 3, "and who keeps, watches over and plans for it");
    let mut geheimen = vec![];
    for inlog in &inloggen {
        let account = inlog.account.0.to_string();
        let stap = klop_aan(&huis, &account, &inlog.wachtwoord).await;
        let Inlogstap::NogTweedeFactor(wacht) = stap else { panic!("{stap:?}") };
        let code = code(&inlog.tweede_factor.geheim, &klok);
        let factor = Factor::Code(&code);
        let stap = huis.engine.tweede_factor(wacht.toon(), factor, "192.0.2.7").await.unwrap();
        let Inlogstap::Ingelogd(binnen) = stap else { panic!("{stap:?}") };
        let hoed = huis.engine.kies_hoed(binnen.sessie.toon(), inlog.lezer).await.unwrap();
        geheimen.push((inlog, hoed));
    }
    huis.store.sluit().await.unwrap();
    drop(huis);

    let huis = open(map.path(), &klok).await;
    for (inlog, hoed) in &geheimen {
        let gezien = huis.engine.sessie(hoed.toon()).await.unwrap().unwrap();
        assert_eq!(gezien.gebruiker.unwrap().lezer, inlog.lezer);
    }
    let weer = geef_inlog(&huis.engine, &zaken).await.unwrap();
    assert_eq!(weer[0].tweede_factor.geheim, inloggen[0].tweede_factor.geheim);
    huis.store.sluit().await.unwrap();
    drop(huis);
    let bestanden = bestanden(&map.path().join("opslag"));
    let verboden = geheimen.iter().flat_map(|(inlog, hoed)| [hoed.toon(), &inlog.wachtwoord]);
    for geheim in verboden.chain(["$argon2id$"]) {
        let staat_er =
            |inhoud: &Vec<u8>| inhoud.windows(geheim.len()).any(|it| it == geheim.as_bytes());
        assert!(!bestanden.iter().any(staat_er), "{geheim}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wie_bij_de_machine_kan_maakt_een_uitnodiging_en_herstelt_wie_al_een_wachtwoord_heeft() {
    let map = tempfile::tempdir().unwrap();
    let zaken = [caseload().unwrap().remove(0)];
    let klok = Arc::new(Handklok::op(zaken[0].van));
    let huis = open(map.path(), &klok).await;
    schrijf_in(&huis.engine, &zaken[0]).await.unwrap();
    huis.store.sluit().await.unwrap();
    drop(huis);
    let account = zaken[0].account(Rol::Werkgever).0.to_string();
    let doe = |extra: &[&str]| {
        let opslag = format!("--opslag=sled:{}", map.path().join("opslag").display());
        let sleutels = format!("--sleutels={}", map.path().join("sleutels").display());
        let begin = ["account", "uitnodiging", &account, opslag.as_str(), sleutels.as_str()];
        draai(env!("CARGO_BIN_EXE_proef-poortwachter"), &[&begin, extra].concat(), "").unwrap()
    };
    let eerste = doe(&[]);
    assert!(eerste.status.success(), "{}", String::from_utf8_lossy(&eerste.stderr));
    let uitnodiging = String::from_utf8(eerste.stdout).unwrap();
    let huis = open(map.path(), &klok).await;
    let nieuw = "een fietsbel op zolder";
    huis.engine.neem_uitnodiging_aan(uitnodiging.trim(), nieuw).await.unwrap();
    huis.store.sluit().await.unwrap();
    drop(huis);
    let nog_een = doe(&[]);
    assert_eq!(nog_een.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&nog_een.stderr).contains("heeft al een wachtwoord"));
    assert!(doe(&["--herstel"]).status.success());
}
