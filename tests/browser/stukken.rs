//! What the law asks, from the first page to the fact or the paper: reporting ill, analysis, plan, the package.

use std::collections::BTreeSet;
use std::fs::File;

use serde_json::{Value, json};
use tests::bewoond::Bewoond;
use wvp_cli::demo::{Zaak, schrijf_in};
use wvp_domain::Command;
use zip::ZipArchive;

use crate::gezien::Gezien;
use crate::wandeling::{WIENS, lopend, wandel_door};

/// Somebody of the same employer, who was never ill.
const GEZOND: &str = "R. Visser";
/// Whose analysis nobody recorded.
const ZONDER_ANALYSE: &str = "N. Willemsen";
/// Whose plan nobody recorded.
const ZONDER_PLAN: &str = "J. Yılmaz";
/// Ill for ninety weeks.
const BIJNA_TWEE_JAAR: &str = "P. van den Heuvel";

/// A walk through the case of somebody, for which nothing else is needed.
async fn wandel_bij(naam: &str, script: &str) -> Gezien {
    wandel_door(script, vec![lopend(naam)], async |_, _| {}).await
}

#[tokio::test(flavor = "multi_thread")]
async fn een_werkgever_meldt_iemand_ziek_en_de_casemanager_vindt_het_dossier() {
    let gezien = wandel_door("ziekmelding.mjs", vec![lopend(WIENS)], met_gezonde).await;
    assert_eq!(gezien.feit("waar daarna"), "/dossiers/-?gedaan");
    assert_eq!(gezien.feit("is nieuw"), true);
    assert_eq!(gezien.feit("bij de casemanager"), GEZOND);
}

/// Registers somebody who is not ill.
async fn met_gezonde(bewoond: &Bewoond, vraag: &mut Value) {
    let gezond = lopend(GEZOND);
    schrijf_in(&bewoond.huis.engine, &gezond).await.unwrap();
    vraag["gezond"] = json!({ "werknemer": gezond.werknemer.0, "naam": GEZOND });
}

#[tokio::test(flavor = "multi_thread")]
async fn van_een_probleemanalyse_leest_de_werkgever_alles_behalve_het_medische_deel() {
    let gezien = wandel_bij(ZONDER_ANALYSE, "probleemanalyse.mjs").await;
    assert_eq!(gezien.feit("feit"), "Probleemanalyse");
    let gelezen = |rol: &str| {
        let regel = gezien.soort("gelezen").find(|it| it["rol"] == rol).unwrap();
        [&regel["voor_beiden"], &regel["medisch"]].map(|it| it.as_bool().unwrap())
    };
    assert_eq!(gelezen("bedrijfsarts"), [true, true]);
    assert_eq!(gelezen("werkgever"), [true, false]);
}

#[tokio::test(flavor = "multi_thread")]
async fn een_plan_tekenen_werkgever_en_werknemer_ieder_voor_zich() {
    let gezien = wandel_bij(ZONDER_PLAN, "plan.mjs").await;
    assert_eq!(gezien.feit("eerst"), &json!([]));
    assert_eq!(gezien.feit("daarna"), &json!(["Werknemer: Getekend", "Werkgever: Getekend"]));
    assert_eq!(gezien.feit("vraagt nog om een handtekening"), false);
}

#[tokio::test(flavor = "multi_thread")]
async fn een_re_integratieverslag_gaat_van_concept_tot_pakket() {
    let map = tempfile::tempdir().unwrap();
    let pakket = map.path().join("pakket.zip");
    let zaken = vec![nog_niet_overgedragen()];
    let regel = async |_: &Bewoond, vraag: &mut Value| vraag["pakket"] = json!(pakket);
    let gezien = wandel_door("verslag.mjs", zaken, regel).await;
    assert_eq!(gezien.feit("concept"), "Concept re-integratieverslag");
    let bevindingen = gezien.feit("bevindingen").as_array().unwrap();
    assert!(!bevindingen.is_empty());
    assert_eq!(gezien.feit("telling"), &json!(bevindingen.len().to_string()));
    assert_eq!(gezien.feit("naam"), "re-integratieverslag_1.zip");
    let mut archief = ZipArchive::new(File::open(&pakket).unwrap()).unwrap();
    let inhoudslijst: Value =
        serde_json::from_reader(archief.by_name("manifest.json").unwrap()).unwrap();
    let genoemd = inhoudslijst["bestanden"].as_array().unwrap();
    let genoemd: BTreeSet<&str> = genoemd.iter().map(|it| it["naam"].as_str().unwrap()).collect();
    assert!(genoemd.iter().any(|it| it.contains("plan_van_aanpak")), "{genoemd:?}");
    let papieren = archief.file_names().map(|it| it.unwrap().to_string());
    let papieren: BTreeSet<String> = papieren.filter(|it| it != "manifest.json").collect();
    assert!(papieren.iter().map(String::as_str).eq(genoemd), "{papieren:?}");
}

/// A case in which all is there but the report was not handed over.
fn nog_niet_overgedragen() -> Zaak {
    let mut zaak = lopend(BIJNA_TWEE_JAAR);
    let gaat_weg = |wat: &Command| matches!(wat, Command::DraagRivOver(_));
    zaak.stappen.retain(|stap| !gaat_weg(&stap.wat));
    zaak
}
