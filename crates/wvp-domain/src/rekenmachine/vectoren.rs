//! The calculator against law_vectors.json.

use serde_json::{Value, json};

use super::{Ruw, Uitvoer, bereken_ruw};
use crate::Datum;

const VECTOREN: &str = include_str!("../../../../tests/data/law_vectors.json");

pub(super) fn datum(tekst: &str) -> Datum {
    tekst.parse().unwrap()
}

fn dag(waarde: &Value) -> Datum {
    datum(waarde.as_str().unwrap())
}

pub(super) fn ruw(invoer: Value) -> Ruw {
    serde_json::from_value(invoer).unwrap()
}

pub(super) fn uitvoer(invoer: Value) -> Uitvoer {
    bereken_ruw(ruw(invoer), datum("2030-01-01")).unwrap()
}

pub(super) fn reken(invoer: Value) -> Value {
    serde_json::to_value(uitvoer(invoer)).unwrap()
}

/// The last case that comes out.
pub(super) fn zaak(invoer: Value) -> Value {
    reken(invoer)["zaken"].as_array().unwrap().last().unwrap().clone()
}

pub(super) fn rij<'a>(zaak: &'a Value, id: &str, basis: &str) -> &'a Value {
    let termijnen = zaak["termijnen"].as_array().unwrap();
    let gevonden = termijnen.iter().find(|rij| rij["id"] == id && rij["basis"] == basis);
    gevonden.unwrap_or_else(|| panic!("geen rij {id} {basis}"))
}

#[track_caller]
fn vectoren_van(soort: &str, check: impl Fn(&Value, &Value, &str)) {
    let alle: Vec<Value> = serde_json::from_str(VECTOREN).unwrap();
    let gekozen: Vec<&Value> = alle.iter().filter(|vector| vector["type"] == soort).collect();
    assert!(!gekozen.is_empty(), "geen vectoren van soort {soort}");
    for vector in gekozen {
        check(&vector["input"], &vector["expect"], vector["id"].as_str().unwrap());
    }
}

/// Reads a key of the vectors from a case (mapping of the contract).
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
        "D_star_after" | "D_star" => zaak["verschoven_eerste_ziektedag"].clone(),
        onbekend => panic!("geen vertaling voor {onbekend}"),
    }
}

#[track_caller]
fn vergelijk(zaak: &Value, verwacht: &Value, id: &str) {
    let niet_getoond = ["weeks", "week", "delay_days", "calendar", "schedule", "chains", "current"];
    for (sleutel, verwacht) in verwacht.as_object().unwrap() {
        if !niet_getoond.contains(&sleutel.as_str()) {
            assert_eq!(waarde(zaak, sleutel), *verwacht, "{id}: {sleutel}");
        }
    }
}

pub(super) fn ziek_vanaf(waarde: &Value) -> Value {
    json!([{ "eerste_ziektedag": waarde }])
}

#[test]
fn het_schema_volgt_de_vectoren() {
    vectoren_van("schedule", |invoer, verwacht, id| {
        vergelijk(&zaak(json!({ "perioden": ziek_vanaf(&invoer["D_star"]) })), verwacht, id);
    });
}

#[test]
fn samentelling_volgt_de_vectoren() {
    vectoren_van("samentelling", |invoer, verwacht, id| {
        let perioden: Vec<Value> = invoer["spells"]
            .as_array()
            .unwrap()
            .iter()
            .map(|periode| {
                let hersteld_per = periode[1].as_str().map(|laatste| datum(laatste).volgende());
                json!({ "eerste_ziektedag": periode[0], "hersteld_per": hersteld_per })
            })
            .collect();
        let uit = reken(json!({ "perioden": perioden }));
        let zaken = uit["zaken"].as_array().unwrap();
        let ketens: Vec<Value> = zaken
            .iter()
            .map(|zaak| {
                json!({
                    "first": zaak["eerste_ziektedag"],
                    "gaps": zaak["onderbrekingen_dagen"],
                    "D_star": zaak["verschoven_eerste_ziektedag"],
                })
            })
            .collect();
        assert_eq!(json!(ketens), verwacht["chains"], "{id}");
        vergelijk(zaken.last().unwrap(), &verwacht["current"], id);
    });
}

#[test]
fn het_plan_volgt_de_probleemanalyse() {
    vectoren_van("pva_from_pa", |invoer, verwacht, id| {
        let uit = zaak(json!({
            "perioden": ziek_vanaf(&invoer["D_star"]),
            "gedaan": { "probleemanalyse": invoer["pa_date"] },
        }));
        vergelijk(&uit, verwacht, id);
    });
}

#[test]
fn verlof_volgt_de_vectoren_in_een_periode_en_tussen_twee() {
    vectoren_van("wazo_leave", |invoer, verwacht, id| {
        let (van, tot_en_met) = (&invoer["leave"][0], &invoer["leave"][1]);
        let verlof = json!([{ "van": van, "tot_en_met": tot_en_met, "zelfde_oorzaak": true }]);
        let tussen = json!([
            { "eerste_ziektedag": invoer["D"], "hersteld_per": van },
            { "eerste_ziektedag": dag(tot_en_met).volgende() },
        ]);
        for perioden in [ziek_vanaf(&invoer["D"]), tussen] {
            let uit = zaak(json!({ "perioden": perioden, "verlof": verlof }));
            vergelijk(&uit, verwacht, id);
            vergelijk(&uit, &verwacht["schedule"], id);
        }
    });
}

#[test]
fn aow_volgt_de_vectoren() {
    vectoren_van("aow", |invoer, verwacht, id| {
        let perioden = ziek_vanaf(&invoer["D_star"]);
        let uit = zaak(json!({ "perioden": perioden, "aow_datum": invoer["aow_date"] }));
        vergelijk(&uit, verwacht, id);
        assert_eq!(uit["riv"], "geen", "{id}");
    });
}

#[test]
fn bekorting_volgt_de_vectoren() {
    vectoren_van("bekorting", |invoer, verwacht, id| {
        let uit = zaak(json!({
            "perioden": ziek_vanaf(&invoer["D_star"]),
            "loonsanctie": {
                "bekorting_gevraagd": invoer["melding"], "besluit": invoer["decision"],
            },
        }));
        vergelijk(&uit, verwacht, id);
    });
}

#[test]
fn de_boete_volgt_de_vectoren() {
    vectoren_van("boete_42w", |invoer, verwacht, id| {
        let begin = datum("2025-03-03");
        let gemeld =
            begin.plus(294 + i32::try_from(invoer["days_late"].as_i64().unwrap()).unwrap());
        let uit = zaak(json!({
            "perioden": ziek_vanaf(&json!(begin)), "gedaan": { "melding_42e_week": gemeld },
        }));
        vergelijk(&uit, verwacht, id);
    });
}

#[test]
fn een_late_wia_aanvraag_volgt_de_vectoren() {
    vectoren_van("late_wia", |invoer, verwacht, id| {
        let nooit = invoer.as_object().unwrap().contains_key("letter_received");
        let uit = zaak(json!({
            "perioden": ziek_vanaf(&invoer["D_star"]),
            "gedaan": { "wia_aanvraag": invoer["application"] },
            "uwv_brief": if nooit { "nooit" } else { "op_tijd" },
        }));
        vergelijk(&uit, verwacht, id);
        let gewoon = dag(&uit["laatste_dag_wachttijd"]);
        let vertraging = gewoon.dagen_tot(dag(&uit["laatste_dag_loondoorbetaling"]));
        assert_eq!(json!(vertraging), verwacht["delay_days"], "{id}");
    });
}

#[test]
fn vervroegde_iva_volgt_de_vectoren() {
    vectoren_van("iva_verkort", |invoer, verwacht, id| {
        let uit = zaak(json!({
            "perioden": ziek_vanaf(&invoer["D_star"]),
            "vervroegde_iva_aanvraag": invoer["application"],
        }));
        vergelijk(&uit, verwacht, id);
        assert_eq!(uit["riv"], "geen", "{id}");
    });
}

#[test]
fn ziek_uit_dienst_volgt_de_vectoren() {
    vectoren_van("ziek_uit_dienst", |invoer, verwacht, id| {
        let uit = zaak(json!({
            "perioden": ziek_vanaf(&invoer["D"]), "laatste_werkdag": invoer["last_working_day"],
        }));
        vergelijk(&uit, verwacht, id);
    });
}

#[test]
fn de_regimes_volgen_de_vectoren() {
    vectoren_van("regime", |invoer, verwacht, id| {
        vergelijk(&zaak(json!({ "perioden": ziek_vanaf(&invoer["D_star"]) })), verwacht, id);
    });
}

#[test]
fn de_vangnetmelding_volgt_de_vectoren() {
    for (soort, vangnet) in
        [("zw_4th_day", "fictieve_dienstbetrekking"), ("zw_six_weeks", "no_risk")]
    {
        vectoren_van(soort, |invoer, verwacht, id| {
            let perioden = ziek_vanaf(&invoer["D"]);
            let uit = zaak(json!({ "perioden": perioden, "vangnet": vangnet }));
            vergelijk(&uit, verwacht, id);
        });
    }
}
