//! The calculator: the example of the contract, single rules, and its refusals.

use serde_json::{Value, json};

use super::proef::{datum, rij, ruw, uitvoer, zaak, ziek_vanaf};
use super::{InvoerFout, bereken_ruw};

fn fouten(invoer: Value) -> Vec<InvoerFout> {
    bereken_ruw(ruw(invoer), datum("2030-01-01")).unwrap_err()
}

#[test]
fn het_voorbeeld_van_het_contract_klopt() {
    let uit = zaak(json!({
        "peildatum": "2025-06-01",
        "perioden": [
            { "eerste_ziektedag": "2025-03-03", "hersteld_per": "2025-04-14" },
            { "eerste_ziektedag": "2025-05-11" },
        ],
        "gedaan": { "probleemanalyse": "2025-03-24" },
    }));
    let mut kop = uit.clone();
    kop.as_object_mut().unwrap().remove("termijnen");
    kop.as_object_mut().unwrap().remove("stellingen");
    let verwacht = json!({
        "eerste_ziektedag": "2025-03-03", "verschoven_eerste_ziektedag": "2025-03-30",
        "onderbrekingen_dagen": [27], "verlof_dagen": 0, "ziekteweek": 10,
        "laatste_dag_wachttijd": "2027-03-27", "eerste_wia_dag": "2027-03-28",
        "laatste_dag_loondoorbetaling": "2027-03-27", "riv": "volledig",
    });
    assert_eq!(kop, verwacht);
    let mut rij = rij(&uit, "probleemanalyse", "wet").clone();
    let uitleg = rij.as_object_mut().unwrap().remove("uitleg").unwrap();
    rij.as_object_mut().unwrap().remove("herleiding").unwrap();
    let verwacht = json!({
        "id": "probleemanalyse", "basis": "wet", "vroegst": null, "uiterlijk": "2025-05-11",
        "wie": "bedrijfsarts", "status": "voldaan", "voldaan_op": "2025-03-24",
        "grondslag": ["R-03", "Regeling procesgang art. 2 lid 2"],
    });
    assert_eq!(rij, verwacht);
    insta::assert_snapshot!(uitleg.as_str().unwrap(), @"De bedrijfsarts geeft binnen zes weken een probleemanalyse als lang verzuim dreigt. Gerekend 42 dagen na de eerste ziektedag (verschoven: 30 maart 2025): 11 mei 2025. De eerste ziektedag 3 maart 2025 schuift 27 dagen naar 30 maart 2025: 27 dagen hersteld van 14 april 2025 tot en met 10 mei 2025. 11 mei 2025 is geen werkdag (zondag) en de termijn schuift niet: de werkdag ervoor is 9 mei 2025. Weekteller en wet schelen een dag (K-4): wij tonen beide en herinneren voor de vroegste.");
}

#[test]
fn een_feestdag_staat_met_naam_in_de_uitleg() {
    let uit = zaak(json!({ "perioden": ziek_vanaf(&json!("2025-03-06")) }));
    let uitleg = rij(&uit, "melding_42e_week", "praktijk_uwv")["uitleg"].as_str().unwrap();
    insta::assert_snapshot!(uitleg, @"UWV accepteert de melding nog op de eerste werkdag na de 42e ziekteweek. Gerekend 294 dagen na de eerste ziektedag (6 maart 2025): 25 december 2025. 25 december 2025 is geen werkdag (Eerste Kerstdag, Tweede Kerstdag, zaterdag, zondag): de dag wordt 29 december 2025 (UWV rekent met werkdagen). De wet rekent met de kalenderdag, UWV accepteert ook de eerstvolgende werkdag (K-5). Te laat is pas na de wettelijke dag.");
}

#[test]
fn een_onbekend_veld_wordt_genoemd_zonder_zijn_inhoud() {
    let fouten = fouten(json!({
        "perioden": [{ "eerste_ziektedag": "2025-03-03" }], "bsn": "123456782",
    }));
    assert_eq!(fouten[0].veld, "bsn");
    assert!(!fouten[0].to_string().contains("123456782"), "{}", fouten[0]);
}

#[test]
fn een_onbekende_stap_in_gedaan_wordt_geweigerd() {
    let fouten = fouten(json!({
        "perioden": [{ "eerste_ziektedag": "2025-03-03" }], "gedaan": { "taart": "2025-03-03" },
    }));
    assert_eq!(fouten[0].veld, "gedaan.taart");
}

#[test]
fn wat_niet_te_lezen_is_en_wat_niet_kan_komen_in_een_keer_terug() {
    let fouten = fouten(json!({
        "peildatum": "2026-06-01",
        "perioden": [
            { "eerste_ziektedag": "2025-03-33" },
            { "eerste_ziektedag": "2025-04-01", "hersteld_per": "2025-03-01", "kleur": "rood" },
            "ziek",
            { "hersteld_per": "2025-05-01" },
            { "eerste_ziektedag": "2025-07-01", "hersteld_per": 20_250_801 },
        ],
        "verlof": {},
        "herstel_binnen_3_maanden": "ja",
        "vangnet": "kapot",
        "verlenging": {},
        "loonsanctie": { "opgelegd": "2026-07-01", "bekorting": "2026-07-01" },
        "keuzes": { "K-1": "ooit", "K-99": "x" },
        "extra": 1,
    }));
    let velden: Vec<&str> = fouten.iter().map(|fout| fout.veld.as_str()).collect();
    assert_eq!(
        velden,
        [
            "perioden[0].eerste_ziektedag",
            "perioden[1].kleur",
            "perioden[2]",
            "perioden[2].eerste_ziektedag",
            "perioden[3].eerste_ziektedag",
            "perioden[4].hersteld_per",
            "verlof",
            "herstel_binnen_3_maanden",
            "vangnet",
            "verlenging.tot",
            "loonsanctie.bekorting",
            "keuzes.K-1",
            "keuzes.K-99",
            "extra",
            "perioden[1].hersteld_per",
            "loonsanctie.opgelegd",
        ]
    );
}

#[test]
fn een_veld_dat_er_twee_keer_staat_wordt_geweigerd() {
    let tekst = r#"{ "perioden": [{ "eerste_ziektedag": "2025-03-03" }],
        "aow_datum": "2030-01-01", "aow_datum": "2031-01-01" }"#;
    let fouten = bereken_ruw(serde_json::from_str(tekst).unwrap(), datum("2030-01-01"));
    assert_eq!(fouten.unwrap_err()[0].veld, "aow_datum");
}

#[test]
fn een_leeg_veld_telt_als_afwezig() {
    let met = zaak(json!({ "perioden": ziek_vanaf(&json!("2025-03-03")), "vangnet": null }));
    assert_eq!(met, zaak(json!({ "perioden": ziek_vanaf(&json!("2025-03-03")) })));
}

#[test]
fn elk_veld_van_het_schema_wordt_gelezen() {
    let schema = serde_json::to_value(schemars::schema_for!(super::Invoer)).unwrap();
    let velden = schema["properties"].as_object().unwrap().keys();
    let leeg: serde_json::Map<String, Value> =
        velden.map(|veld| (veld.clone(), Value::Null)).collect();
    let fouten = fouten(Value::Object(leeg));
    let velden: Vec<&str> = fouten.iter().map(|fout| fout.veld.as_str()).collect();
    assert_eq!(velden, ["perioden"]);
}

#[test]
fn gepland_verlof_en_een_gepland_einde_mogen_na_de_peildatum_liggen() {
    zaak(json!({
        "peildatum": "2025-06-01",
        "perioden": [{ "eerste_ziektedag": "2025-03-03", "hersteld_per": "2025-07-01" }],
        "verlof": [{ "van": "2025-08-01", "tot_en_met": "2025-11-20" }],
        "laatste_werkdag": "2025-12-31", "aow_datum": "2026-02-01",
    }));
}

#[test]
fn een_loonsanctie_van_na_de_peildatum_wordt_geweigerd() {
    let fouten = fouten(json!({
        "peildatum": "2025-12-01", "perioden": ziek_vanaf(&json!("2024-01-01")),
        "loonsanctie": {
            "opgelegd": "2025-12-02", "bekorting_gevraagd": "2025-12-03", "besluit": "2025-12-04",
        },
    }));
    let velden: Vec<&str> = fouten.iter().map(|fout| fout.veld.as_str()).collect();
    assert_eq!(
        velden,
        ["loonsanctie.opgelegd", "loonsanctie.bekorting_gevraagd", "loonsanctie.besluit"]
    );
}

#[test]
fn alle_fouten_komen_tegelijk_terug() {
    let fouten = fouten(json!({
        "peildatum": "2025-06-01",
        "perioden": [
            { "eerste_ziektedag": "2025-03-03", "hersteld_per": "2025-03-01" },
            { "eerste_ziektedag": "2025-04-01", "hersteld_per": "2025-05-01" },
            { "eerste_ziektedag": "2025-04-15" },
        ],
        "gedaan": { "probleemanalyse": "2025-07-01", "plan_van_aanpak": "2025-01-01" },
        "verlof": [{ "van": "2025-04-10", "tot_en_met": "2025-04-01" }],
        "uwv_brief": "ontvangen",
    }));
    let velden: Vec<&str> = fouten.iter().map(|fout| fout.veld.as_str()).collect();
    assert_eq!(
        velden,
        [
            "perioden[0].hersteld_per",
            "perioden[2].eerste_ziektedag",
            "gedaan.probleemanalyse",
            "gedaan.plan_van_aanpak",
            "verlof[0].tot_en_met",
            "gedaan.uwv_brief_ontvangen",
        ]
    );
    insta::assert_snapshot!(fouten[1], @"`perioden[2].eerste_ziektedag`: `2025-04-15` kan niet: perioden overlappen niet: de vorige loopt tot 2025-05-01 (R-21)");
}

#[test]
fn zonder_perioden_geen_antwoord() {
    assert_eq!(fouten(json!({ "perioden": [] }))[0].veld, "perioden");
}

#[test]
fn alleen_de_laatste_periode_mag_open_zijn() {
    let fouten = fouten(json!({ "perioden": [
        { "eerste_ziektedag": "2025-03-03" }, { "eerste_ziektedag": "2025-04-15" },
    ] }));
    assert_eq!(fouten[0].veld, "perioden[1].eerste_ziektedag");
}

#[test]
fn een_geval_van_voor_de_oudste_regel_is_een_fout() {
    let fouten = fouten(json!({ "perioden": ziek_vanaf(&json!("2003-01-06")) }));
    assert!(fouten[0].regel.contains("kennen wij geen regel"), "{}", fouten[0]);
}

#[test]
fn een_late_brief_geeft_vier_weken_verschoven_naar_een_werkdag() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2024-01-01")),
        "uwv_brief": "ontvangen",
        "gedaan": { "uwv_brief_ontvangen": "2025-09-20", "wia_aanvraag": "2025-10-21" },
    }));
    assert_eq!(rij(&uit, "wia_aanvraag", "wet")["uiterlijk"], "2025-10-20");
    assert_eq!(uit["laatste_dag_loondoorbetaling"], "2025-12-29");
}

#[test]
fn een_te_late_42e_weeksmelding_neemt_de_soepelheid_weg() {
    let d_ster = datum("2024-01-01");
    for (gemeld, uiterlijk) in [(565, "2025-10-20"), (566, "2025-10-12")] {
        let uit = zaak(json!({
            "perioden": ziek_vanaf(&json!(d_ster)),
            "gedaan": {
                "uwv_brief_ontvangen": "2025-09-20", "melding_42e_week": d_ster.plus(gemeld),
            },
        }));
        assert_eq!(rij(&uit, "wia_aanvraag", "wet")["uiterlijk"], uiterlijk);
    }
}

#[test]
fn de_datum_in_de_brief_gaat_voor() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2024-01-01")),
        "uwv_brief_uiterlijk": "2025-10-13",
        "gedaan": { "wia_aanvraag": "2025-10-13" },
    }));
    assert_eq!(rij(&uit, "wia_aanvraag", "brief")["status"], "voldaan");
    assert_eq!(uit["laatste_dag_loondoorbetaling"], "2025-12-28");
}

#[test]
fn vrijwillige_verlenging_verschuift_verslag_en_aanvraag() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2024-01-01")), "verlenging": { "tot": "2026-06-28" },
    }));
    let einde = datum("2026-06-28");
    assert_eq!(uit["laatste_dag_wachttijd"], json!(einde));
    assert_eq!(rij(&uit, "riv_aan_werknemer", "wet")["uiterlijk"], json!(einde.plus(-91)));
    assert_eq!(rij(&uit, "wia_aanvraag", "wet")["uiterlijk"], json!(einde.plus(-77)));
}

#[test]
fn een_loonsanctie_na_de_wachttijd_telt_niet() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2024-01-01")), "loonsanctie": { "opgelegd": "2025-12-29" },
    }));
    assert_eq!(uit["laatste_dag_loondoorbetaling"], "2025-12-28");
}

#[test]
fn een_te_laat_sanctiebesluit_maakt_de_sanctie_korter() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2024-01-01")), "loonsanctie": { "opgelegd": "2025-11-26" },
    }));
    assert_eq!(rij(&uit, "einde_loonsanctie", "wet")["uiterlijk"], "2026-12-17");
    assert_eq!(uit["laatste_dag_loondoorbetaling"], "2026-12-17");
}

#[test]
fn een_iva_aanvraag_buiten_het_venster_verkort_niets() {
    let d_ster = datum("2025-01-06");
    for (dagen, status) in [(19, "te_vroeg"), (20, "voldaan"), (475, "voldaan"), (476, "te_laat")] {
        let uit = zaak(json!({
            "perioden": ziek_vanaf(&json!(d_ster)), "vervroegde_iva_aanvraag": d_ster.plus(dagen),
        }));
        assert_eq!(rij(&uit, "iva_aanvraagvenster", "wet")["status"], status, "{dagen}");
    }
}

#[test]
fn na_herstel_is_wat_nog_komt_opgeschort_en_wat_te_laat_was_te_laat() {
    let uit = zaak(json!({
        "peildatum": "2025-05-20",
        "perioden": [{ "eerste_ziektedag": "2025-03-03", "hersteld_per": "2025-05-05" }],
    }));
    assert_eq!(rij(&uit, "probleemanalyse", "wet")["status"], "te_laat");
    assert_eq!(rij(&uit, "melding_42e_week", "wet")["status"], "vervallen");
    assert_eq!(rij(&uit, "einde_keten", "wet")["uiterlijk"], "2025-06-01");
}

#[test]
fn na_een_terugval_na_zes_weken_kijkt_de_bedrijfsarts_opnieuw() {
    let uit = zaak(json!({ "perioden": [
        { "eerste_ziektedag": "2025-03-03", "hersteld_per": "2025-05-05" },
        { "eerste_ziektedag": "2025-05-12" },
    ] }));
    assert_eq!(rij(&uit, "bijstelling_probleemanalyse", "praktijk")["uiterlijk"], "2025-05-12");
}

#[test]
fn het_volgende_gesprek_is_zes_weken_na_het_vorige() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2025-03-03")),
        "gedaan": { "plan_van_aanpak": "2025-04-22", "voortgangsgesprek": "2025-06-02" },
    }));
    let rij = rij(&uit, "voortgangsgesprek", "praktijk");
    assert_eq!((&rij["uiterlijk"], &rij["voldaan_op"]), (&json!("2025-07-14"), &Value::Null));
}

#[test]
fn zonder_mogelijkheden_is_er_geen_plan_nodig() {
    let uit = uitvoer(json!({
        "perioden": ziek_vanaf(&json!("2025-03-03")), "geen_mogelijkheden": true,
    }));
    let plan = crate::TermijnId::PlanVanAanpak;
    assert!(uit.zaken[0].termijnen.iter().all(|rij| rij.id != plan));
}
