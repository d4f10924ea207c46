//! The vectors of the law through the program: `poortwachter termijnen --json`.
//!
//! The table in design/contract.md says which key of a vector is which row of the output.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests stop at the first surprise"
)]

use serde_json::{Value, json};
use tests::programma::draai;
use wvp_domain::Datum;

/// Asks the calculator; the answer must be a success.
fn bereken(vraag: &Value) -> Value {
    let programma = env!("CARGO_BIN_EXE_proef-poortwachter");
    let uit = draai(programma, &["termijnen", "--json", "-"], &vraag.to_string()).unwrap();
    assert!(uit.status.success(), "{vraag}: {}", String::from_utf8_lossy(&uit.stderr));
    serde_json::from_slice(&uit.stdout).unwrap()
}

fn vectoren(soort: &str) -> Vec<Value> {
    let alle: Vec<Value> = serde_json::from_str(include_str!("data/law_vectors.json")).unwrap();
    let soorten: Vec<Value> = alle.into_iter().filter(|vector| vector["type"] == soort).collect();
    assert!(!soorten.is_empty(), "geen vectoren van soort {soort}");
    soorten
}

fn laatste_zaak(uit: &Value) -> &Value {
    uit["zaken"].as_array().unwrap().last().unwrap()
}

fn rij<'a>(zaak: &'a Value, id: &str, basis: &str) -> &'a Value {
    let rijen = zaak["termijnen"].as_array().unwrap().iter();
    let mut gezocht = rijen.filter(|rij| rij["id"] == id && rij["basis"] == basis);
    gezocht.next().unwrap_or_else(|| panic!("geen rij {id} {basis}"))
}

fn dag(waarde: &Value) -> Datum {
    waarde.as_str().unwrap().parse().unwrap()
}

/// Illness from this day on, asked long after every date of the vectors.
fn ziek_vanaf(dag: &Value) -> Value {
    json!({ "peildatum": "2030-01-01", "perioden": [{ "eerste_ziektedag": dag }] })
}

/// The input with more fields.
fn met<const N: usize>(mut vraag: Value, velden: [(&str, Value); N]) -> Value {
    for (veld, waarde) in velden {
        vraag[veld] = waarde;
    }
    vraag
}

/// What stands in the output under a key of the vectors (table of the contract); a key that nobody
/// knows fails.
fn waarde(zaak: &Value, sleutel: &str) -> Value {
    let uiterlijk = |id, basis| rij(zaak, id, basis)["uiterlijk"].clone();
    let plus = |waarde: Value, dagen| json!(dag(&waarde).plus(dagen));
    match sleutel {
        "pa_legal_latest" => uiterlijk("probleemanalyse", "wet"),
        "pa_week6_last" => uiterlijk("probleemanalyse", "praktijk"),
        "pva_projected_latest" | "pva_legal" => uiterlijk("plan_van_aanpak", "wet"),
        "pva_week8_last" => uiterlijk("plan_van_aanpak", "praktijk"),
        "uwv42_week42_last" => plus(uiterlijk("melding_42e_week", "wet"), -1),
        "uwv42_legal" => uiterlijk("melding_42e_week", "wet"),
        "uwv42_uwv_practice" => uiterlijk("melding_42e_week", "praktijk_uwv"),
        "eje_open_week46" => rij(zaak, "eerstejaarsevaluatie", "praktijk")["vroegst"].clone(),
        "eje_close_week52" => uiterlijk("eerstejaarsevaluatie", "praktijk"),
        "year2_first_day" => plus(uiterlijk("einde_eerste_ziektejaar", "wet"), 1),
        "uwv_letter_week88" => {
            let brief = rij(zaak, "uwv_kennisgeving_wia", "praktijk_uwv");
            json!([brief["vroegst"], brief["uiterlijk"]])
        }
        "uwv_notice_legal_latest_89w" | "uwv_letter_latest" => {
            uiterlijk("uwv_kennisgeving_wia", "wet")
        }
        "riv_to_employee_week91_last" | "riv_to_employee" => uiterlijk("riv_aan_werknemer", "wet"),
        "wia_application_week93_last" | "wia_application" | "due" => {
            uiterlijk("wia_aanvraag", "wet")
        }
        "uwv_sanction_decision_latest" => uiterlijk("uwv_besluit_loonsanctie", "wet"),
        "wachttijd_last_day" | "wachttijd_end" => zaak["laatste_dag_wachttijd"].clone(),
        "wia_entitlement_day" | "iva_start" => zaak["eerste_wia_dag"].clone(),
        "loonsanctie_52w_last_day" | "sanction_last_day" | "sanction_end" => {
            uiterlijk("einde_loonsanctie", "wet")
        }
        "loonsanctie_52w_end_excl" => plus(uiterlijk("einde_loonsanctie", "wet"), 1),
        "sanction_start" => rij(zaak, "einde_loonsanctie", "wet")["vroegst"].clone(),
        "decision_latest" => uiterlijk("bekorting_besluit", "wet"),
        "last_paid_day" | "wage_end" => zaak["laatste_dag_loondoorbetaling"].clone(),
        "admissible_window" => {
            json!(rij(zaak, "iva_aanvraagvenster", "wet")["status"] == "voldaan")
        }
        "report_due" => uiterlijk("melding_ziek_uit_dienst", "wet"),
        "riv" => zaak["riv"].clone(),
        "with_atw" => uiterlijk("vangnetmelding", "wet"),
        "eur" => rij(zaak, "melding_42e_week", "wet")["boete_indicatie"].clone(),
        "leave_days" => zaak["verlof_dagen"].clone(),
        "D_star_after" => zaak["verschoven_eerste_ziektedag"].clone(),
        onbekend => panic!("geen vertaling voor {onbekend}"),
    }
}

/// Keys that the output does not show (contract); each test derives what it can from the rest.
const NIET_GETOOND: [&str; 7] =
    ["weeks", "week", "delay_days", "calendar", "schedule", "chains", "current"];

/// Every key of an expectation.
fn toets(naam: &str, zaak: &Value, verwacht: &Value) {
    for (sleutel, verwacht) in verwacht.as_object().unwrap() {
        if !NIET_GETOOND.contains(&sleutel.as_str()) {
            assert_eq!(waarde(zaak, sleutel), *verwacht, "{naam}: {sleutel}");
        }
    }
}

/// Asks every vector of a sort and compares the last case.
fn elke(soort: &str, vraag: impl Fn(&Value) -> Value) -> Vec<(Value, Value)> {
    let gevraagd = vectoren(soort).into_iter().map(|vector| {
        let zaak = laatste_zaak(&bereken(&vraag(&vector["input"]))).clone();
        toets(vector["id"].as_str().unwrap(), &zaak, &vector["expect"]);
        (vector, zaak)
    });
    gevraagd.collect()
}

#[test]
fn elke_vector_heeft_een_soort_die_hier_wordt_gevraagd() {
    let alle: Vec<Value> = serde_json::from_str(include_str!("data/law_vectors.json")).unwrap();
    let hier = include_str!("vectoren.rs");
    for vector in &alle {
        assert!(hier.contains(&format!("\"{}\"", vector["type"].as_str().unwrap())), "{vector}");
    }
    assert_eq!(alle.len(), 29);
}

#[test]
fn elk_schema_klopt() {
    elke("schedule", |invoer| ziek_vanaf(&invoer["D_star"]));
}

#[test]
fn elke_samentelling_klopt() {
    for vector in vectoren("samentelling") {
        let naam = vector["id"].as_str().unwrap();
        let perioden: Vec<Value> = vector["input"]["spells"]
            .as_array()
            .unwrap()
            .iter()
            .map(|spel| match spel[1].as_str() {
                Some(_) => json!({
                    "eerste_ziektedag": spel[0],
                    "hersteld_per": dag(&spel[1]).volgende(),
                }),
                None => json!({ "eerste_ziektedag": spel[0] }),
            })
            .collect();
        let uit = bereken(&json!({ "perioden": perioden }));
        let ketens: Vec<Value> = uit["zaken"]
            .as_array()
            .unwrap()
            .iter()
            .map(|zaak| {
                json!({
                    "first": zaak["eerste_ziektedag"],
                    "gaps": zaak["onderbrekingen_dagen"],
                    "D_star": zaak["verschoven_eerste_ziektedag"],
                })
            })
            .collect();
        assert_eq!(Value::Array(ketens), vector["expect"]["chains"], "{naam}");
        toets(naam, laatste_zaak(&uit), &vector["expect"]["current"]);
    }
}

#[test]
fn het_plan_volgt_veertien_dagen_na_de_probleemanalyse() {
    elke("pva_from_pa", |invoer| {
        let gedaan = json!({ "probleemanalyse": invoer["pa_date"] });
        met(ziek_vanaf(&invoer["D_star"]), [("gedaan", gedaan)])
    });
}

#[test]
fn verlof_met_dezelfde_oorzaak_schuift_alles_op_in_een_periode() {
    let gevraagd =
        elke("wazo_leave", |invoer| met(ziek_vanaf(&invoer["D"]), [("verlof", verlof(invoer))]));
    for (vector, zaak) in gevraagd {
        toets("W", &zaak, &vector["expect"]["schedule"]);
    }
}

#[test]
fn verlof_met_dezelfde_oorzaak_schuift_alles_op_tussen_twee_perioden() {
    let gevraagd = elke("wazo_leave", |invoer| {
        let perioden = json!([
            { "eerste_ziektedag": invoer["D"], "hersteld_per": invoer["leave"][0] },
            { "eerste_ziektedag": dag(&invoer["leave"][1]).volgende() },
        ]);
        json!({ "perioden": perioden, "verlof": verlof(invoer) })
    });
    for (vector, zaak) in gevraagd {
        toets("W", &zaak, &vector["expect"]["schedule"]);
    }
}

fn verlof(invoer: &Value) -> Value {
    json!([{
        "van": invoer["leave"][0],
        "tot_en_met": invoer["leave"][1],
        "zelfde_oorzaak": invoer["adjoining_same_cause"],
    }])
}

#[test]
fn aow_beperkt_het_loon_en_neemt_het_verslag_weg() {
    let gevraagd = elke("aow", |invoer| {
        met(ziek_vanaf(&invoer["D_star"]), [("aow_datum", invoer["aow_date"].clone())])
    });
    assert!(gevraagd.iter().all(|(_, zaak)| zaak["riv"] == "geen"));
}

#[test]
fn bekorting_beeindigt_de_loonsanctie() {
    elke("bekorting", |invoer| {
        let sanctie =
            json!({ "bekorting_gevraagd": invoer["melding"], "besluit": invoer["decision"] });
        met(ziek_vanaf(&invoer["D_star"]), [("loonsanctie", sanctie)])
    });
}

#[test]
fn de_boete_telt_dagen_na_de_wettelijke_dag() {
    elke("boete_42w", |invoer| {
        let begin: Datum = "2025-03-03".parse().unwrap();
        let te_laat = i32::try_from(invoer["days_late"].as_i64().unwrap()).unwrap();
        let gedaan = json!({ "melding_42e_week": begin.plus(294 + te_laat) });
        met(ziek_vanaf(&json!(begin)), [("gedaan", gedaan)])
    });
}

#[test]
fn een_late_wia_aanvraag_verlengt_het_loon_met_de_vertraging() {
    let gevraagd = elke("late_wia", |invoer| {
        let nooit = invoer.as_object().unwrap().contains_key("letter_received");
        let gedaan = json!({ "wia_aanvraag": invoer["application"] });
        let brief = json!(if nooit { "nooit" } else { "op_tijd" });
        met(ziek_vanaf(&invoer["D_star"]), [("gedaan", gedaan), ("uwv_brief", brief)])
    });
    for (vector, zaak) in gevraagd {
        let gewoon = dag(&zaak["laatste_dag_wachttijd"]);
        let vertraging = gewoon.dagen_tot(dag(&zaak["laatste_dag_loondoorbetaling"]));
        assert_eq!(json!(vertraging), vector["expect"]["delay_days"]);
    }
}

#[test]
fn een_vervroegde_iva_aanvraag_verkort_de_wachttijd() {
    let gevraagd = elke("iva_verkort", |invoer| {
        let aanvraag = invoer["application"].clone();
        met(ziek_vanaf(&invoer["D_star"]), [("vervroegde_iva_aanvraag", aanvraag)])
    });
    assert!(gevraagd.iter().all(|(_, zaak)| zaak["riv"] == "geen"));
}

#[test]
fn wie_ziek_uit_dienst_gaat_wordt_op_de_laatste_werkdag_gemeld() {
    elke("ziek_uit_dienst", |invoer| {
        met(ziek_vanaf(&invoer["D"]), [("laatste_werkdag", invoer["last_working_day"].clone())])
    });
}

#[test]
fn het_regime_volgt_de_dag_waarop_de_stap_valt() {
    elke("regime", |invoer| ziek_vanaf(&invoer["D_star"]));
}

#[test]
fn de_vangnetmelding_telt_vier_dagen_of_zes_weken() {
    elke("zw_4th_day", |invoer| {
        met(ziek_vanaf(&invoer["D"]), [("vangnet", json!("fictieve_dienstbetrekking"))])
    });
    elke("zw_six_weeks", |invoer| met(ziek_vanaf(&invoer["D"]), [("vangnet", json!("no_risk"))]));
}
