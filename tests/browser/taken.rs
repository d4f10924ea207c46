//! What people come to do, from the first page to the last.

use serde_json::{Value, json};

use crate::gezien::Gezien;
use crate::wandeling::wandel;

/// A step was late, was recorded by its form, and is nowhere any more but among the facts.
fn is_vastgelegd(gezien: &Gezien) {
    assert_eq!(gezien.feit("in de werklijst"), true);
    let waar = gezien.feit("waar daarna").as_str().unwrap();
    assert!(waar.ends_with("/feiten?gedaan"), "{waar}");
    assert_eq!(gezien.feit("feit"), "Melding aan UWV in week 42");
    assert_eq!(gezien.feit("daarna in de werklijst"), false);
}

#[tokio::test(flavor = "multi_thread")]
async fn een_casemanager_legt_een_late_stap_vast_ook_na_een_fout() {
    let gezien = wandel("vastleggen.mjs").await;
    assert_eq!(gezien.feit("heeft de focus"), "fouten");
    assert_eq!(gezien.feit("wijst naar"), "a.gemeld_op");
    assert_eq!(gezien.feit("staat er nog"), gezien.feit("ingevuld"));
    is_vastgelegd(&gezien);
}

#[tokio::test(flavor = "multi_thread")]
async fn vastleggen_gaat_ook_zonder_script() {
    let gezien = wandel("zonder_script.mjs").await;
    is_vastgelegd(&gezien);
}

#[tokio::test(flavor = "multi_thread")]
async fn met_alleen_het_toetsenbord_gaat_een_dossier_open() {
    let gezien = wandel("toetsenbord.mjs").await;
    assert_eq!(gezien.feit("eerste"), "#inhoud");
    assert_eq!(gezien.feit("waar"), "/dossiers/-");
    assert_eq!(gezien.feit("onzichtbaar"), &Value::Array(vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn een_werknemer_ziet_wie_er_keek() {
    let gezien = wandel("inzage.mjs").await;
    let wie = |naam: &str| gezien.feit(naam).as_array().unwrap().clone();
    assert!(!wie("eerst").iter().any(|it| it == "Casemanager"), "{:?}", wie("eerst"));
    assert!(wie("daarna").iter().any(|it| it == "Casemanager"), "{:?}", wie("daarna"));
}

#[tokio::test(flavor = "multi_thread")]
async fn een_link_op_een_andere_site_komt_bij_het_dossier_uit() {
    let gezien = wandel("van_elders.mjs").await;
    assert_eq!(gezien.feit("waar"), &json!("/dossiers/-"));
    assert_eq!(gezien.feit("kop"), gezien.feit("naam"));
}
