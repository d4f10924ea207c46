//! Signing: each party for itself, what was shown, and copies that were signed on paper.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::fs;
use std::path::Path;
use std::process::Output;
use std::sync::Arc;

use serde_json::Value;
use tests::gespeeld::Gespeeld;
use wvp_cli::demo::{Rol, lezer};
use wvp_cli::huis::Huis;
use wvp_engine::Systeemklok;
use wvp_store::Stroomsoort;

const PROGRAMMA: &str = env!("CARGO_BIN_EXE_proef-poortwachter");
const WAAR: &str = "--opslag sled:opslag --sleutels sleutels";

struct Proef {
    gespeeld: Gespeeld,
    plan: String,
}

/// A case that was played up to a plan that nobody signed yet.
async fn proef(map: &Path) -> Proef {
    let gespeeld = Gespeeld::met_ongetekend_plan(map).await.unwrap();
    let door_niemand = |it: &&Value| veld(it, "nog_niet").as_array().unwrap().len() == 2;
    let plan = tekst(lijst(&gespeeld).iter().find(door_niemand).unwrap(), "stuk");
    Proef { gespeeld, plan }
}

fn veld<'a>(van: &'a Value, naam: &str) -> &'a Value {
    van.get(naam).unwrap()
}

fn tekst(van: &Value, naam: &str) -> String {
    veld(van, naam).as_str().unwrap().to_owned()
}

fn draai(gespeeld: &Gespeeld, argumenten: &str) -> Output {
    gespeeld.draai(PROGRAMMA, &format!("{argumenten} {WAAR}")).unwrap()
}

#[track_caller]
fn gelukt(uit: &Output) -> String {
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
    String::from_utf8(uit.stdout.clone()).unwrap()
}

#[track_caller]
fn fout(uit: &Output) -> String {
    assert_eq!(uit.status.code(), Some(1), "{}", String::from_utf8_lossy(&uit.stdout));
    String::from_utf8(uit.stderr.clone()).unwrap()
}

fn lijst(gespeeld: &Gespeeld) -> Vec<Value> {
    let dossier = gespeeld.zaak.dossier;
    let wie = lezer(Rol::Werkgever);
    let uit = draai(gespeeld, &format!("teken lijst {dossier} --lezer {wie} --json"));
    serde_json::from_str(&gelukt(&uit)).unwrap()
}

impl Proef {
    fn stuk(&self) -> Value {
        let alle = lijst(&self.gespeeld);
        alle.into_iter().find(|it| it["stuk"] == self.plan.as_str()).unwrap()
    }

    fn teken(&self, wie: Rol, meer: &str) -> Output {
        let getal = tekst(&self.stuk(), "controlegetal");
        self.teken_met(wie, &getal, meer)
    }

    fn teken_met(&self, wie: Rol, getal: &str, meer: &str) -> Output {
        let (dossier, plan, wie) = (self.gespeeld.zaak.dossier, &self.plan, lezer(wie));
        let waarmee = format!("--lezer {wie} --stuk {plan} --controlegetal {getal}{meer}");
        draai(&self.gespeeld, &format!("teken stuk {dossier} {waarmee}"))
    }

    fn neem(&self, wie: Rol, bestand: &str) -> Output {
        let (dossier, plan, wie) = (self.gespeeld.zaak.dossier, &self.plan, lezer(wie));
        let op = tekst(&self.stuk(), "datum");
        let waarmee = format!("--getekend-op {op} --tekenaars tekenaars.json");
        let opdracht = format!(
            "teken neem {dossier} --lezer {wie} --stuk {plan} --bestand {bestand} {waarmee}"
        );
        draai(&self.gespeeld, &opdracht)
    }

    async fn bewaarde_bestanden(&self) -> usize {
        let map = self.gespeeld.map.as_path();
        let (opslag, sleutels) = (map.join("opslag"), map.join("sleutels"));
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open_of_maak(&opslag, &sleutels, klok).await.unwrap();
        let aantal = huis.store.stromen(Stroomsoort::Bijlage, None, 9).await.unwrap().len();
        huis.store.sluit().await.unwrap();
        aantal
    }

    fn leg_klaar(&self, naam: &str, bytes: &[u8]) {
        let map = &self.gespeeld.map;
        fs::write(map.join(naam), bytes).unwrap();
        let tekenaars = r#"[{"partij": "werknemer", "naam": "A. Jansen", "functie": "monteur"}]"#;
        fs::write(map.join("tekenaars.json"), tekenaars).unwrap();
    }

    fn controle(&self) -> String {
        let dossier = self.gespeeld.zaak.dossier;
        gelukt(&draai(&self.gespeeld, &format!("riv controle {dossier}")))
    }
}

#[tokio::test]
async fn na_beide_handtekeningen_vraagt_geen_regel_er_meer_om() {
    let map = tempfile::tempdir().unwrap();
    let proef = proef(map.path()).await;
    assert_eq!(proef.controle().matches("RIV-15").count(), 2);
    gelukt(&proef.teken(Rol::Werkgever, ""));
    gelukt(&proef.teken(Rol::Werknemer, ""));
    assert_eq!(proef.stuk()["nog_niet"], Value::Array(vec![]));
    assert_eq!(proef.controle().matches("RIV-15").count(), 0);
}

#[tokio::test]
async fn wie_iets_anders_zag_tekent_niet() {
    let map = tempfile::tempdir().unwrap();
    let proef = proef(map.path()).await;
    let uit = proef.teken_met(Rol::Werknemer, &"0".repeat(64), "");
    assert!(fout(&uit).contains("is veranderd sinds het werd getoond"));
    assert_eq!(proef.stuk()["nog_niet"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn een_casemanager_tekent_voor_niemand() {
    let map = tempfile::tempdir().unwrap();
    let proef = proef(map.path()).await;
    let uit = proef.teken(Rol::Casemanager, "");
    assert!(fout(&uit).contains("tekenen de werkgever en de werknemer zelf"));
}

#[tokio::test]
async fn een_weigering_met_reden_telt_en_staat_op_het_stuk() {
    let map = tempfile::tempdir().unwrap();
    let proef = proef(map.path()).await;
    fs::write(map.path().join("reden"), "De afgesproken uren zijn mij te veel.\n").unwrap();
    gelukt(&proef.teken(Rol::Werkgever, ""));
    gelukt(&proef.teken(Rol::Werknemer, " --weiger reden"));
    assert_eq!(proef.controle().matches("RIV-15").count(), 0);
    let dossier = proef.gespeeld.zaak.dossier;
    gelukt(&draai(&proef.gespeeld, &format!("riv {dossier} --naar riv")));
    let pad = map.path().join("riv/02_plan_van_aanpak.pdf");
    let mut document = lopdf::Document::load(pad).unwrap();
    document.decompress();
    let paginas: Vec<u32> = document.get_pages().into_keys().collect();
    let tekst = document.extract_text(&paginas).unwrap().replace('\n', " ");
    assert!(tekst.contains("De afgesproken uren zijn mij te veel."), "{tekst}");
}

#[tokio::test]
async fn een_reden_met_een_gezondheidswoord_komt_er_niet_in() {
    let map = tempfile::tempdir().unwrap();
    let proef = proef(map.path()).await;
    fs::write(map.path().join("reden"), "Ik heb te veel rugpijn.").unwrap();
    let melding = fout(&proef.teken(Rol::Werknemer, " --weiger reden"));
    assert!(melding.contains("motivering") && !melding.contains("rugpijn"), "{melding}");
}

#[tokio::test]
async fn een_exemplaar_op_papier_telt_als_handtekening_en_komt_ongewijzigd_terug() {
    let map = tempfile::tempdir().unwrap();
    let proef = proef(map.path()).await;
    let bytes = [b"%PDF-1.7\n".as_slice(), &vec![7; 700_000]].concat();
    proef.leg_klaar("scan", &bytes);
    gelukt(&proef.neem(Rol::Werknemer, "scan"));
    gelukt(&proef.neem(Rol::Werknemer, "scan"));
    assert_eq!(proef.stuk()["nog_niet"], serde_json::json!(["werkgever"]));
    let exemplaren = proef.stuk()["exemplaren"].as_array().unwrap().clone();
    assert_eq!(exemplaren.len(), 1, "the same file twice is one copy");
    let (dossier, stuk) = (proef.gespeeld.zaak.dossier, exemplaren[0].as_str().unwrap());
    let wie = lezer(Rol::Werkgever);
    let opdracht = format!("teken geef {dossier} --lezer {wie} --stuk {stuk} --naar terug");
    gelukt(&draai(&proef.gespeeld, &opdracht));
    assert!(fs::read(map.path().join("terug")).unwrap() == bytes);
    gelukt(&draai(&proef.gespeeld, "verify"));
}

#[tokio::test]
async fn een_exemplaar_op_papier_gaat_ongewijzigd_mee_in_het_pakket() {
    let map = tempfile::tempdir().unwrap();
    let proef = proef(map.path()).await;
    let bytes = b"%PDF-1.7\nmet twee handtekeningen";
    proef.leg_klaar("scan", bytes);
    gelukt(&proef.neem(Rol::Werknemer, "scan"));
    let dossier = proef.gespeeld.zaak.dossier;
    gelukt(&draai(&proef.gespeeld, &format!("riv {dossier} --naar riv")));
    let naam = "02_plan_van_aanpak_getekend.pdf";
    assert!(fs::read(map.path().join("riv").join(naam)).unwrap() == bytes);
    let lijst = fs::read(map.path().join("riv/manifest.json")).unwrap();
    let lijst: Value = serde_json::from_slice(&lijst).unwrap();
    let bestanden = veld(&lijst, "bestanden").as_array().unwrap();
    let regel = bestanden.iter().find(|it| veld(it, "naam") == naam).unwrap();
    assert_eq!(veld(regel, "portaalsoort"), "Plan van aanpak");
    assert_eq!(veld(regel, "ondertekend_op"), veld(&proef.stuk(), "datum"));
    assert_eq!(veld(regel, "ondertekenaars").as_array().unwrap().len(), 1);
    gelukt(&draai(&proef.gespeeld, "riv verify riv"));
}

#[tokio::test]
async fn een_bestand_telt_om_wat_het_is_en_niet_om_zijn_naam() {
    let map = tempfile::tempdir().unwrap();
    let proef = proef(map.path()).await;
    proef.leg_klaar("plan.pdf", b"MZ\x90\x00 not a paper at all");
    let melding = fout(&proef.neem(Rol::Werknemer, "plan.pdf"));
    assert!(melding.contains("geen PDF, JPG of DOCX"), "{melding}");
}

#[tokio::test]
async fn wie_het_stuk_niet_mag_schrijven_laat_niets_achter() {
    let map = tempfile::tempdir().unwrap();
    let proef = proef(map.path()).await;
    proef.leg_klaar("scan", b"%PDF-1.7\nvan een ander");
    assert_eq!(proef.neem(Rol::Bedrijfsarts, "scan").status.code(), Some(1));
    assert_eq!(proef.bewaarde_bestanden().await, 0);
    gelukt(&proef.neem(Rol::Werknemer, "scan"));
    assert_eq!(proef.bewaarde_bestanden().await, 1);
}
