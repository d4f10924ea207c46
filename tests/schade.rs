//! Damage: named to the version, and nothing else suffers from it; the index can always be rebuilt.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop at the first surprise"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use tests::proefhuis::Opname;
use wvp_cli::demo::{Rol, Speler, Zaak, caseload, gebruiker};
use wvp_cli::huis::{Huis, OpslagUrl};
use wvp_domain::Datum;
use wvp_engine::Handklok;

/// A store on disk with three short cases.
struct Proef {
    map: tempfile::TempDir,
    zaken: Vec<Zaak>,
}

impl Proef {
    async fn gespeeld() -> Self {
        let map = tempfile::tempdir().unwrap();
        let mut zaken = caseload().unwrap();
        zaken.retain(|zaak| ["samentelling", "verlof", "herstel"].contains(&zaak.sleutel.as_str()));
        let klok = Arc::new(Handklok::op(Datum::EERSTE));
        let huis = Huis::open_of_maak(
            &map.path().join("opslag"),
            &map.path().join("sleutels"),
            klok.clone(),
        )
        .await
        .unwrap();
        let (kanaal, papieren) = (Opname::default(), PathBuf::new());
        let speler = Speler { huis: &huis, klok, zaken: &zaken, kanaal: &kanaal, papieren };
        speler.speel(&|_| {}).await.unwrap();
        huis.store.sluit().await.unwrap();
        Self { map, zaken }
    }

    fn opslag(&self) -> PathBuf {
        self.map.path().join("opslag")
    }

    /// How many facts the casemanager sees of each case; none when it cannot be read.
    async fn leesbaar(&self) -> BTreeMap<String, Option<usize>> {
        let klok = Arc::new(Handklok::op(Datum::ymd(2026, 1, 1).unwrap()));
        let url = OpslagUrl::Sled(self.opslag());
        let huis = Huis::open(&url, &self.map.path().join("sleutels"), klok).await.unwrap();
        let mut alle = BTreeMap::new();
        for zaak in &self.zaken {
            let wie = gebruiker(zaak, Rol::Casemanager);
            let inzage = huis.engine.read(&wie, zaak.dossier, None).await;
            alle.insert(
                zaak.sleutel.clone(),
                inzage.ok().map(|inzage| inzage.gebeurtenissen.len()),
            );
        }
        huis.store.sluit().await.unwrap();
        alle
    }

    fn verify(&self) -> Output {
        Command::new(env!("CARGO_BIN_EXE_proef-poortwachter"))
            .args(["verify", "--opslag"])
            .arg(format!("sled:{}", self.opslag().display()))
            .arg("--sleutels")
            .arg(self.map.path().join("sleutels"))
            .output()
            .unwrap()
    }

    fn segment(&self) -> PathBuf {
        let segmenten = fs::read_dir(self.opslag().join("journaal")).unwrap();
        segmenten
            .map(|it| it.unwrap().path())
            .find(|pad| pad.extension().is_some_and(|it| it == "log"))
            .unwrap()
    }

    /// Flips one bit in the middle event of a dossier. Ids stand in the clear, so that is where its
    /// frame is.
    fn keer_om(&self, zaak: &Zaak) {
        let mut bytes = fs::read(self.segment()).unwrap();
        let id = zaak.dossier.0.into_bytes();
        let plekken: Vec<usize> =
            (0..bytes.len() - id.len()).filter(|plek| bytes[*plek..].starts_with(&id)).collect();
        bytes[plekken[plekken.len() / 2] + 100] ^= 0x10;
        fs::write(self.segment(), bytes).unwrap();
    }
}

fn bestanden(map: &Path) -> Vec<PathBuf> {
    let regels = fs::read_dir(map).unwrap().map(|regel| regel.unwrap().path());
    regels.flat_map(|pad| if pad.is_dir() { bestanden(&pad) } else { vec![pad] }).collect()
}

#[tokio::test]
async fn een_omgekeerde_bit_wordt_genoemd_met_segment_stroom_en_versie() {
    let proef = Proef::gespeeld().await;
    assert!(proef.verify().status.success());
    let zaak = &proef.zaken[1];
    proef.keer_om(zaak);
    let uit = proef.verify();
    let tekst = String::from_utf8(uit.stderr).unwrap();
    assert_eq!(uit.status.code(), Some(1), "{tekst}");
    let stroom = format!("dossier/{} versie ", zaak.dossier);
    for woord in ["segment 00000000000000000000", &stroom] {
        assert!(tekst.contains(woord), "geen {woord:?} in {tekst}");
    }
}

#[tokio::test]
async fn na_een_omgekeerde_bit_leest_al_het_andere_nog() {
    let proef = Proef::gespeeld().await;
    let heel = proef.leesbaar().await;
    proef.keer_om(&proef.zaken[1]);
    let erna = proef.leesbaar().await;
    for (sleutel, feiten) in heel {
        let verwacht = if sleutel == proef.zaken[1].sleutel { None } else { feiten };
        assert_eq!(erna[&sleutel], verwacht, "{sleutel}");
    }
}

#[tokio::test]
async fn zonder_index_bouwt_de_opslag_hem_opnieuw() {
    let proef = Proef::gespeeld().await;
    let heel = proef.leesbaar().await;
    fs::remove_dir_all(proef.opslag().join("index")).unwrap();
    assert_eq!(proef.leesbaar().await, heel);
    assert!(proef.verify().status.success());
}

#[tokio::test]
async fn met_ruis_in_de_index_bouwt_de_opslag_hem_opnieuw() {
    let proef = Proef::gespeeld().await;
    let heel = proef.leesbaar().await;
    for pad in bestanden(&proef.opslag().join("index")) {
        let lengte = fs::metadata(&pad).unwrap().len().max(64);
        let ruis = (0..lengte).flat_map(|i| i.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_le_bytes());
        let ruis: Vec<u8> = ruis.step_by(8).collect();
        fs::write(pad, ruis).unwrap();
    }
    assert_eq!(proef.leesbaar().await, heel);
    assert!(proef.verify().status.success());
}
