//! The steps from anchor to last day, as data (issue of every date: `herleiding`).

use serde_json::{Value, json};

use super::proef::{rij, zaak, ziek_vanaf};

fn herleiding(invoer: Value, id: &str, basis: &str) -> Value {
    rij(&zaak(invoer), id, basis)["herleiding"].clone()
}

#[test]
fn een_onderbreking_staat_in_de_stappen() {
    let stappen = herleiding(
        json!({ "perioden": [
            { "eerste_ziektedag": "2025-03-03", "hersteld_per": "2025-04-14" },
            { "eerste_ziektedag": "2025-05-11" },
        ] }),
        "probleemanalyse",
        "wet",
    );
    assert_eq!(
        stappen,
        json!({
            "regel": {
                "omschrijving": "De bedrijfsarts geeft binnen zes weken een probleemanalyse als lang verzuim dreigt.",
                "geldt": "altijd", "in_kracht_van": "2005-12-29",
                "gekozen_op": "verschoven_eerste_ziektedag", "peildag": "2025-03-30",
            },
            "anker": { "naam": "de eerste ziektedag", "dag": "2025-03-30" },
            "verschuiving": {
                "van": "2025-03-03", "naar": "2025-03-30", "dagen": 27,
                "door": [{
                    "soort": "hersteld", "van": "2025-04-14", "tot_en_met": "2025-05-10",
                    "dagen": 27,
                }],
            },
            "duur": { "eenheid": "dagen", "aantal": 42 },
            "geteld": "2025-05-11",
            "vrije_dag": { "naam": "zondag", "werkdag_ervoor": "2025-05-09" },
            "keuze": {
                "id": "K-4", "antwoord": "vroegste",
                "reden": "Weekteller en wet schelen een dag (K-4): wij tonen beide en herinneren voor de vroegste.",
            },
        })
    );
}

#[test]
fn een_rol_noemt_elke_feestdag() {
    let stappen = herleiding(
        json!({ "perioden": ziek_vanaf(&json!("2025-03-06")) }),
        "melding_42e_week",
        "praktijk_uwv",
    );
    assert_eq!(
        stappen["rol"],
        json!({
            "regel": "UWV rekent met werkdagen", "van": "2025-12-25", "naar": "2025-12-29",
            "overgeslagen": [
                { "dag": "2025-12-25", "naam": "Eerste Kerstdag" },
                { "dag": "2025-12-26", "naam": "Tweede Kerstdag" },
                { "dag": "2025-12-27", "naam": "zaterdag" },
                { "dag": "2025-12-28", "naam": "zondag" },
            ],
            "twee_werkdagen": false,
        })
    );
}

#[test]
fn een_vroege_probleemanalyse_vervangt_de_geraamde_dag_van_het_plan() {
    let stappen = herleiding(
        json!({
            "perioden": ziek_vanaf(&json!("2025-03-03")),
            "gedaan": { "probleemanalyse": "2025-03-24" },
        }),
        "plan_van_aanpak",
        "wet",
    );
    assert_eq!(stappen["in_plaats_van"]["uiterlijk"], "2025-04-28");
    assert_eq!(stappen["in_plaats_van"]["geldt"], "er is nog geen probleemanalyse");
}

#[test]
fn de_brief_en_de_wet_wijzen_naar_elkaar() {
    let invoer = json!({
        "perioden": ziek_vanaf(&json!("2024-01-01")), "uwv_brief_uiterlijk": "2025-10-13",
    });
    let wet = herleiding(invoer.clone(), "wia_aanvraag", "wet");
    assert_eq!(wet["vervangen_door"]["uiterlijk"], "2025-10-13");
    let brief = herleiding(invoer, "wia_aanvraag", "brief");
    assert_eq!(brief["in_plaats_van"]["uiterlijk"], "2025-10-12");
}

#[test]
fn een_late_brief_vervangt_de_elf_weken_en_dat_staat_in_de_uitleg() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2024-01-01")),
        "gedaan": { "uwv_brief_ontvangen": "2025-09-20" },
    }));
    let uitleg = rij(&uit, "wia_aanvraag", "wet")["uitleg"].as_str().unwrap();
    assert!(
        uitleg.contains("komt in de plaats van 12 oktober 2025 (R-18: WIA art. 64 lid 3)"),
        "{uitleg}"
    );
}

#[test]
fn een_oudere_versie_staat_erbij_met_de_dag_die_zij_gaf() {
    let stappen = herleiding(
        json!({ "perioden": ziek_vanaf(&json!("2011-10-10")) }),
        "riv_aan_werknemer",
        "wet",
    );
    assert_eq!(stappen["regel"]["in_kracht_van"], "2013-07-01");
    assert_eq!(stappen["regel"]["gekozen_op"], "uiterlijk");
    let eerdere = &stappen["eerdere_versies"][0];
    assert_eq!(eerdere["uiterlijk"], "2013-06-23");
    assert_eq!(eerdere["in_kracht"], json!(["2005-12-29", "2013-06-30"]));
}

#[test]
fn wat_vervalt_noemt_waardoor_en_vanaf_wanneer() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2024-09-02")), "aow_datum": "2025-03-14",
    }));
    let rij = rij(&uit, "riv_aan_werknemer", "wet");
    assert_eq!(rij["herleiding"]["vervallen"], json!({ "door": "aow", "vanaf": "2025-03-14" }));
    let uitleg = rij["uitleg"].as_str().unwrap();
    assert!(uitleg.contains("Vervallen door: AOW (vanaf 14 maart 2025)."), "{uitleg}");
}

#[test]
fn perioden_zonder_dag_ertussen_zijn_geen_terugval() {
    let uit = zaak(json!({ "perioden": [
        { "eerste_ziektedag": "2025-03-03", "hersteld_per": "2025-05-05" },
        { "eerste_ziektedag": "2025-05-05" },
    ] }));
    assert_eq!(uit["onderbrekingen_dagen"], json!([0]));
    let termijnen = uit["termijnen"].as_array().unwrap();
    assert!(termijnen.iter().all(|rij| rij["id"] != "bijstelling_probleemanalyse"));
}
