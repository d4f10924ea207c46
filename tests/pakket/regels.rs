//! One thing less, or one thing too many, gives the finding of its rule: through facts, papers and manifest.

use std::collections::BTreeSet;

use serde_json::Value;
use wvp_cli::demo::{Rol, Stap};
use wvp_domain::mijlpaal::einde_dienstverband::Einde;
use wvp_domain::mijlpaal::gedeeld::Partij;
use wvp_domain::{Afgeschermd, Command, Event, Secties, StukId};
use wvp_engine::{Bestand, Keuring, OpmaakFout, Opmaker, Pakket, RivInvoer, nieuw_id};
use wvp_papieren::Drukker;

use crate::dossier::{Proef, recht};

/// Every finding of the manifest as rule and element.
fn bevindingen(pakket: &Pakket) -> Vec<String> {
    let alle = pakket.manifest.regels.get("bevindingen").and_then(Value::as_array).unwrap();
    let een = |it: &Value| {
        let regel = it.pointer("/grondslag/0").and_then(Value::as_str).unwrap();
        format!("{regel} {}", it.get("element").and_then(Value::as_str).unwrap_or("-"))
    };
    alle.iter().map(een).collect()
}

fn regels(pakket: &Pakket) -> BTreeSet<String> {
    let regel = |it: String| it.split_once(' ').unwrap().0.to_owned();
    bevindingen(pakket).into_iter().map(regel).collect()
}

/// The real papers, with something done to one of them (by its name) after they were made.
struct Na(&'static str, fn(&mut Bestand));

impl std::fmt::Debug for Na {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Na")
    }
}

impl Opmaker for Na {
    fn maak(&self, invoer: &RivInvoer, keur: Keuring<'_>) -> Result<Vec<Bestand>, OpmaakFout> {
        let mut bestanden = Drukker.maak(invoer, keur)?;
        let gekozen = bestanden.iter_mut().find(|it| it.naam == self.0).unwrap();
        (self.1)(gekozen);
        Ok(bestanden)
    }
}

async fn na(doe: fn(&mut Bestand)) -> Vec<String> {
    na_op("02_plan_van_aanpak.pdf", doe).await
}

async fn na_op(naam: &'static str, doe: fn(&mut Bestand)) -> Vec<String> {
    bevindingen(&Proef::compleet().await.pakket_door(&Na(naam, doe)).await)
}

#[tokio::test]
async fn een_compleet_dossier_geeft_een_definitief_pakket_dat_aan_alle_regels_voldoet() {
    let pakket = Proef::compleet().await.pakket().await;
    assert_eq!(bevindingen(&pakket), [""; 0]);
    assert!(pakket.manifest.definitief);
    for bestand in pakket.manifest.bestanden.iter().filter(|it| it.stuk.is_some()) {
        let is_formulier = bestand.naam.starts_with("06_");
        assert_eq!(bestand.portaalsoort.is_none(), is_formulier, "{}", bestand.naam);
        assert_eq!(bestand.ondertekend_op.is_none(), is_formulier, "{}", bestand.naam);
    }
}

#[tokio::test]
async fn zonder_burgerservicenummer_noemt_riv_15_elk_stuk() {
    let (zaak, dag) = recht();
    let pakket = Proef::zonder_bsn(zaak, dag, |_| {}).await.pakket().await;
    assert_eq!(regels(&pakket), BTreeSet::from(["RIV-15".to_owned()]));
    let stukken = pakket.manifest.bestanden.iter().filter(|it| it.portaalsoort.is_some());
    assert_eq!(bevindingen(&pakket).len(), stukken.count());
    assert!(!pakket.manifest.definitief);
}

#[tokio::test]
async fn met_een_handtekening_minder_noemt_riv_15_het_stuk() {
    let (zaak, dag) = recht();
    let zonder = |event: &mut Event| {
        if let Event::EindevaluatieVastgesteld(e) = event {
            e.a.ondertekeningen.retain(|it| it.partij == Partij::Werkgever);
        }
    };
    let pakket = Proef::met(zaak, dag, zonder).await.pakket().await;
    // As a fact, and not once more because the file shows it too.
    assert_eq!(bevindingen(&pakket), ["RIV-15 eindevaluatie"]);
}

#[tokio::test]
async fn zonder_enige_handtekening_heeft_het_stuk_ook_geen_dag_van_ondertekening() {
    let (zaak, dag) = recht();
    let zonder = |event: &mut Event| {
        if let Event::EindevaluatieVastgesteld(e) = event {
            e.a.ondertekeningen.clear();
        }
    };
    let pakket = Proef::met(zaak, dag, zonder).await.pakket().await;
    let verwacht = ["RIV-15", "RIV-19", "RIV-24"].map(str::to_owned);
    assert_eq!(regels(&pakket), BTreeSet::from(verwacht));
}

#[tokio::test]
async fn een_woord_over_ziekte_van_voor_de_wacht_blokkeert_het_pakket() {
    let (zaak, dag) = recht();
    let met_woord = |event: &mut Event| {
        if let Event::EindevaluatieVastgesteld(e) = event {
            let mut b = e.b.inhoud().unwrap().clone();
            b.vervolg = "Sinds de griep gaat het minder.".to_owned();
            e.b = Afgeschermd::open(b);
        }
    };
    let pakket = Proef::met(zaak, dag, met_woord).await.pakket().await;
    assert_eq!(bevindingen(&pakket), ["RIV-19 eindevaluatie"]);
    assert!(!pakket.manifest.definitief);
    assert!(!String::from_utf8_lossy(&pakket.lijst).contains("griep"));
}

#[tokio::test]
async fn een_andere_naam_of_geen_eerste_ziektedag_op_een_stuk_is_riv_17() {
    let naam = na(|it| it.gedrukt.naam = Some("Iemand Anders".to_owned())).await;
    assert_eq!(naam, ["RIV-17 plan_van_aanpak"]);
    let dag = na(|it| it.gedrukt.eerste_ziektedag = None).await;
    assert_eq!(dag, ["RIV-17 plan_van_aanpak"]);
}

#[tokio::test]
async fn een_bestand_dat_te_groot_is_of_iets_anders_is_riv_23() {
    let groot = na(|it| it.inhoud.resize(10_000_001, b' ')).await;
    assert_eq!(groot, ["RIV-23 plan_van_aanpak"]);
    // Its name still says that it is a PDF.
    let anders = na(|it| it.inhoud = b"geen pdf".to_vec()).await;
    assert_eq!(anders, ["RIV-23 plan_van_aanpak"]);
}

#[tokio::test]
async fn zonder_big_nummer_op_een_stuk_van_de_bedrijfsarts_is_riv_18() {
    let zonder = na_op("01_probleemanalyse.pdf", |it| it.gedrukt.big_nummer = false).await;
    assert_eq!(zonder, ["RIV-18 probleemanalyse"]);
}

#[tokio::test]
async fn een_verkort_verslag_zonder_stand_van_zaken_is_vrk_02() {
    let (mut zaak, _) = recht();
    let laatste_werkdag = zaak.van.plus(55);
    zaak.stappen.truncate(1);
    let einde = Einde {
        stuk: StukId(nieuw_id()),
        laatste_werkdag,
        herstel_binnen_drie_maanden: false,
        bij_uwv_gemeld_op: Some(laatste_werkdag),
    };
    let wat = Command::BeeindigDienstverband(Secties::proces(einde));
    zaak.stappen.push(Stap { dag: laatste_werkdag, wie: Rol::Werkgever, wat });
    let pakket = Proef::met(zaak, laatste_werkdag, |_| {}).await.pakket().await;
    let gevonden = regels(&pakket);
    assert!(gevonden.contains("VRK-02"), "{gevonden:?}");
    assert!(!gevonden.contains("VRK-05"), "{gevonden:?}");
}

#[tokio::test]
async fn het_voorblad_toont_wat_de_regels_vinden() {
    let (zaak, dag) = recht();
    let proef = Proef::zonder_bsn(zaak, dag, |_| {}).await;
    let met = voorblad(&proef.pakket().await);
    assert!(met.contains("ontbreekt het burgerservicenummer"), "{met}");
    assert!(voorblad(&Proef::compleet().await.pakket().await).contains("voldoet aan alle regels"));
}

/// The words on the cover, in one line.
fn voorblad(pakket: &Pakket) -> String {
    let blad = pakket.bestanden.iter().find(|it| it.herkomst.is_none()).unwrap();
    let mut document = lopdf::Document::load_mem(&blad.inhoud).unwrap();
    document.decompress();
    let paginas: Vec<u32> = document.get_pages().into_keys().collect();
    let tekst = document.extract_text(&paginas).unwrap();
    tekst.split_whitespace().collect::<Vec<_>>().join(" ")
}
