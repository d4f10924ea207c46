//! Marks planted in texts come out on no disk, in no log line and in no mail; those of section C in no
//! timeline and no PDF of anybody but bedrijfsarts and employee. Who sees which mark: merken.rs.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop at the first surprise"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use tests::logboek::Logboek;
use tests::merk::{MERK, Planter};
use tests::vermomming::{bevat, eis_schoon};
use wvp_cli::Postmap;
use wvp_cli::demo::{Rol, Speler, Zaak, caseload, gebruiker, lezer};
use wvp_cli::huis::Huis;
use wvp_domain::Datum;
use wvp_engine::Handklok;
use wvp_engine::bericht::kenmerk;

/// The marked straight case, on disk, with mail and papers.
struct Proef {
    map: tempfile::TempDir,
    zaak: Zaak,
    geplant: usize,
}

impl Proef {
    async fn medisch() -> Self {
        Self::gespeeld(Planter::in_medisch()).await
    }

    async fn gespeeld(mut planter: Planter) -> Self {
        let map = tempfile::tempdir().unwrap();
        let mut zaken = caseload().unwrap();
        zaken.truncate(1);
        zaken[0].stappen.iter_mut().for_each(|stap| planter.opdracht(&mut stap.wat));
        let klok = Arc::new(Handklok::op(Datum::EERSTE));
        let huis = Huis::open_of_maak(
            &map.path().join("opslag"),
            &map.path().join("sleutels"),
            klok.clone(),
        )
        .await
        .unwrap();
        let kanaal = Postmap::try_new(&map.path().join("berichten")).unwrap();
        let papieren = map.path().join("riv");
        let speler = Speler { huis: &huis, klok, zaken: &zaken, kanaal: &kanaal, papieren };
        speler.speel(&|_| {}).await.unwrap();
        for rol in Rol::ALLE {
            let wie = gebruiker(&zaken[0], rol);
            huis.engine.read(&wie, zaken[0].dossier, None).await.unwrap();
        }
        huis.store.sluit().await.unwrap();
        Self { map, zaak: zaken.remove(0), geplant: planter.merken.len() }
    }

    /// The timeline of a reader through the program, as JSON or as text.
    fn tijdlijn(&self, lezer: &str, json: bool) -> String {
        let mut opdracht = Command::new(env!("CARGO_BIN_EXE_proef-poortwachter"));
        opdracht
            .args(["tijdlijn", &self.zaak.dossier.to_string(), "--lezer", lezer, "--opslag"])
            .arg(format!("sled:{}", self.map.path().join("opslag").display()))
            .arg("--sleutels")
            .arg(self.map.path().join("sleutels"));
        if json {
            opdracht.arg("--json");
        }
        let uit = opdracht.output().unwrap();
        assert!(uit.status.success(), "{lezer}: {}", String::from_utf8_lossy(&uit.stderr));
        String::from_utf8(uit.stdout).unwrap()
    }
}

fn bestanden(map: &Path) -> Vec<PathBuf> {
    let regels = fs::read_dir(map).unwrap().map(|regel| regel.unwrap().path());
    regels.flat_map(|pad| if pad.is_dir() { bestanden(&pad) } else { vec![pad] }).collect()
}

#[tokio::test]
async fn het_merk_komt_uit_bij_bedrijfsarts_en_werknemer_en_bij_niemand_anders() {
    let proef = Proef::medisch().await;
    assert!(proef.geplant > 30, "{} teksten", proef.geplant);
    for rol in [Rol::Bedrijfsarts, Rol::Werknemer] {
        let tekst = proef.tijdlijn(&lezer(rol).to_string(), true);
        assert_eq!(tekst.matches(MERK).count(), proef.geplant, "{}", rol.naam());
    }
    for rol in [Rol::Werkgever, Rol::Casemanager, Rol::Claimbeoordelaar] {
        for json in [true, false] {
            let tekst = proef.tijdlijn(&lezer(rol).to_string(), json);
            assert!(tekst.contains("Probleemanalyse"), "{}", rol.naam());
            eis_schoon(rol.naam(), tekst.as_bytes());
        }
    }
}

#[tokio::test]
async fn het_merk_staat_in_geen_enkel_bestand() {
    let proef = Proef::medisch().await;
    let alle = bestanden(proef.map.path());
    for soort in ["log", "eml", "pdf"] {
        assert!(alle.iter().any(|pad| pad.extension().is_some_and(|it| it == soort)), "{soort}");
    }
    for pad in alle {
        eis_schoon(&pad.display().to_string(), &fs::read(&pad).unwrap());
    }
}

#[tokio::test]
async fn geen_enkele_categorie_staat_leesbaar_in_de_opslag() {
    let proef = Proef::gespeeld(Planter::in_alles()).await;
    let alle = bestanden(&proef.map.path().join("opslag"));
    assert!(alle.iter().any(|pad| pad.extension().is_some_and(|it| it == "log")));
    for pad in alle {
        eis_schoon(&pad.display().to_string(), &fs::read(&pad).unwrap());
    }
}

#[tokio::test]
async fn het_merk_staat_in_geen_pdf() {
    let proef = Proef::medisch().await;
    let mut teksten = String::new();
    for pad in bestanden(&proef.map.path().join("riv")) {
        let mut document = lopdf::Document::load(&pad).unwrap();
        document.decompress();
        let paginas: Vec<u32> = document.get_pages().into_keys().collect();
        teksten.push_str(&document.extract_text(&paginas).unwrap());
        let mut uitgepakt = Vec::new();
        document.save_to(&mut uitgepakt).unwrap();
        eis_schoon(&pad.display().to_string(), &uitgepakt);
    }
    // What is not medical is there, so the mark would have been found.
    assert!(teksten.contains("Teamleider verpakken"));
    eis_schoon("een PDF", teksten.as_bytes());
}

#[tokio::test]
async fn de_map_van_de_papieren_zegt_niets_over_de_zaak() {
    let proef = Proef::medisch().await;
    let mappen = fs::read_dir(proef.map.path().join("riv")).unwrap();
    let namen: Vec<_> = mappen.map(|map| map.unwrap().file_name()).collect();
    assert_eq!(namen, [kenmerk(proef.zaak.dossier).as_str()]);
}

#[tokio::test]
async fn het_merk_staat_in_geen_logregel() {
    let logboek = Logboek::begin().unwrap();
    Proef::gespeeld(Planter::in_alles()).await;
    let regels = logboek.regels();
    assert!(bevat(&regels, b"vastgelegd"), "er is gelogd");
    eis_schoon("een logregel", &regels);
}
