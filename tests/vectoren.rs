//! The vectors of the law through the program: `poortwachter termijnen --json`.
//!
//! The table in design/contract.md says which key of a vector is which row of the output.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests stop at the first surprise"
)]

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use wvp_domain::Datum;

/// Asks the calculator; the answer must be a success.
fn bereken(vraag: &Value) -> Value {
    let mut kind = Command::new(env!("CARGO_BIN_EXE_proef-poortwachter"))
        .args(["termijnen", "--json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    kind.stdin.take().unwrap().write_all(vraag.to_string().as_bytes()).unwrap();
    let uit = kind.wait_with_output().unwrap();
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

/// Rows whose `uiterlijk` a vector names, with the days in between.
const UITERLIJK: &[(&str, &str, &str, i32)] = &[
    ("pa_legal_latest", "probleemanalyse", "wet", 0),
    ("pa_week6_last", "probleemanalyse", "praktijk", 0),
    ("pva_projected_latest", "plan_van_aanpak", "wet", 0),
    ("pva_legal", "plan_van_aanpak", "wet", 0),
    ("pva_week8_last", "plan_van_aanpak", "praktijk", 0),
    ("uwv42_legal", "melding_42e_week", "wet", 0),
    ("uwv42_week42_last", "melding_42e_week", "wet", -1),
    ("uwv42_uwv_practice", "melding_42e_week", "praktijk_uwv", 0),
    ("eje_close_week52", "eerstejaarsevaluatie", "praktijk", 0),
    ("year2_first_day", "einde_eerste_ziektejaar", "wet", 1),
    ("uwv_notice_legal_latest_89w", "uwv_kennisgeving_wia", "wet", 0),
    ("riv_to_employee_week91_last", "riv_aan_werknemer", "wet", 0),
    ("wia_application_week93_last", "wia_aanvraag", "wet", 0),
    ("uwv_sanction_decision_latest", "uwv_besluit_loonsanctie", "wet", 0),
    ("loonsanctie_52w_last_day", "einde_loonsanctie", "wet", 0),
    ("loonsanctie_52w_end_excl", "einde_loonsanctie", "wet", 1),
];

/// Every key of a schedule; a key that nobody knows fails.
fn toets_schema(naam: &str, zaak: &Value, schema: &Value) {
    for (sleutel, verwacht) in schema.as_object().unwrap() {
        match sleutel.as_str() {
            "eje_open_week46" => {
                assert_eq!(&rij(zaak, "eerstejaarsevaluatie", "praktijk")["vroegst"], verwacht);
            }
            "uwv_letter_week88" => {
                let brief = rij(zaak, "uwv_kennisgeving_wia", "praktijk_uwv");
                assert_eq!(json!([brief["vroegst"], brief["uiterlijk"]]), *verwacht, "{naam}");
            }
            "wachttijd_last_day" => assert_eq!(&zaak["laatste_dag_wachttijd"], verwacht, "{naam}"),
            "wia_entitlement_day" => assert_eq!(&zaak["eerste_wia_dag"], verwacht, "{naam}"),
            sleutel => {
                let (_, id, basis, dagen) = UITERLIJK
                    .iter()
                    .find(|(naam, ..)| *naam == sleutel)
                    .unwrap_or_else(|| panic!("{naam}: sleutel {sleutel} wordt niet getoetst"));
                let uitkomst = dag(&rij(zaak, id, basis)["uiterlijk"]).plus(*dagen);
                assert_eq!(uitkomst, dag(verwacht), "{naam} {sleutel}");
            }
        }
    }
}

#[test]
fn elk_schema_klopt() {
    for vector in vectoren("schedule") {
        let uit = bereken(&json!({
            "peildatum": vector["input"]["D_star"],
            "perioden": [{ "eerste_ziektedag": vector["input"]["D_star"] }],
        }));
        toets_schema(vector["id"].as_str().unwrap(), laatste_zaak(&uit), &vector["expect"]);
    }
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
        let peildatum = perioden.last().unwrap()["eerste_ziektedag"].clone();
        let uit = bereken(&json!({ "peildatum": peildatum, "perioden": perioden }));
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
        toets_schema(naam, laatste_zaak(&uit), &vector["expect"]["current"]);
    }
}

#[test]
fn het_plan_volgt_veertien_dagen_na_de_probleemanalyse() {
    for vector in vectoren("pva_from_pa") {
        let analyse = &vector["input"]["pa_date"];
        let uit = bereken(&json!({
            "peildatum": analyse,
            "perioden": [{ "eerste_ziektedag": vector["input"]["D_star"] }],
            "gedaan": { "probleemanalyse": analyse },
        }));
        toets_schema(vector["id"].as_str().unwrap(), laatste_zaak(&uit), &vector["expect"]);
    }
}

#[test]
fn verlof_met_dezelfde_oorzaak_schuift_alles_op() {
    for vector in vectoren("wazo_leave") {
        let naam = vector["id"].as_str().unwrap();
        let invoer = &vector["input"];
        let uit = bereken(&json!({
            "peildatum": dag(&invoer["leave"][1]).volgende(),
            "perioden": [{ "eerste_ziektedag": invoer["D"] }],
            "verlof": [{
                "van": invoer["leave"][0],
                "tot_en_met": invoer["leave"][1],
                "zelfde_oorzaak": invoer["adjoining_same_cause"],
            }],
        }));
        let zaak = laatste_zaak(&uit);
        assert_eq!(zaak["verlof_dagen"], vector["expect"]["leave_days"], "{naam}");
        assert_eq!(zaak["verschoven_eerste_ziektedag"], vector["expect"]["D_star_after"], "{naam}");
        toets_schema(naam, zaak, &vector["expect"]["schedule"]);
    }
}
