//! What another answer does where sources disagree (law.md section 10, K-1..K-12).

use serde_json::{Value, json};

use super::proef::{rij, zaak};

/// The case with one answer set.
fn met(keuze: &str, antwoord: &str, invoer: &Value) -> Value {
    let mut invoer = invoer.clone();
    invoer["keuzes"] = json!({ keuze: antwoord });
    zaak(invoer)
}

/// The last day by ours and by another answer; the reason of each names the question.
#[track_caller]
fn check(keuze: &str, antwoord: &str, invoer: Value, [id, basis]: [&str; 2], dagen: [&str; 2]) {
    let anders = met(keuze, antwoord, &invoer);
    for (zaak, dag) in [(zaak(invoer), dagen[0]), (anders, dagen[1])] {
        let rij = rij(&zaak, id, basis);
        assert_eq!(rij["uiterlijk"], dag, "{rij}");
        assert_eq!(rij["herleiding"]["keuze"]["id"], keuze);
        let uitleg = rij["uitleg"].as_str().unwrap();
        assert!(uitleg.contains(&format!("({keuze})")), "{uitleg}");
    }
}

/// Illness from Wednesday 5 March 2025 on.
fn ziek() -> Value {
    json!({ "perioden": [{ "eerste_ziektedag": "2025-03-05" }] })
}

fn ziek_met(veld: &str, waarde: Value) -> Value {
    let mut invoer = ziek();
    invoer[veld] = waarde;
    invoer
}

#[test]
fn k_1_de_melding_aan_de_arbodienst_kan_strenger_en_ruimer() {
    let rij = ["melding_arbodienst", "praktijk"];
    check("K-1", "week_1", ziek(), rij, ["2025-03-12", "2025-03-11"]);
    check("K-1", "vier_werkdagen", ziek(), rij, ["2025-03-12", "2025-03-11"]);
    check("K-1", "zes_weken", ziek(), rij, ["2025-03-12", "2025-04-16"]);
}

#[test]
fn k_2_verlof_kan_buiten_de_vier_weken_blijven() {
    let invoer = json!({
        "perioden": [
            { "eerste_ziektedag": "2025-01-06", "hersteld_per": "2025-05-26" },
            { "eerste_ziektedag": "2025-09-29" },
        ],
        "verlof": [{ "van": "2025-06-02", "tot_en_met": "2025-09-21" }],
    });
    assert_eq!(zaak(invoer.clone())["verschoven_eerste_ziektedag"], "2025-09-29");
    let anders = met("K-2", "telt_niet_mee", &invoer);
    assert_eq!(anders["eerste_ziektedag"], "2025-01-06");
    assert_eq!(anders["onderbrekingen_dagen"], json!([126]));
}

#[test]
fn k_5_te_laat_kan_pas_na_de_dag_van_uwv_zijn() {
    let mut invoer = json!({
        "perioden": [{ "eerste_ziektedag": "2025-03-06" }],
        "gedaan": { "melding_42e_week": "2025-12-29" },
    });
    assert_eq!(rij(&zaak(invoer.clone()), "melding_42e_week", "wet")["status"], "te_laat");
    let anders = met("K-5", "na_dag_van_uwv", &invoer);
    assert_eq!(rij(&anders, "melding_42e_week", "wet")["status"], "voldaan");
    invoer["gedaan"]["melding_42e_week"] = json!("2025-12-30");
    let anders = met("K-5", "na_dag_van_uwv", &invoer);
    assert_eq!(rij(&anders, "melding_42e_week", "wet")["status"], "te_laat");
}

#[test]
fn k_6_de_berekende_dag_kan_voor_de_brief_gaan() {
    let invoer = json!({
        "perioden": [{ "eerste_ziektedag": "2024-01-01" }],
        "uwv_brief_uiterlijk": "2025-10-13",
        "gedaan": { "wia_aanvraag": "2025-10-13" },
    });
    assert_eq!(zaak(invoer.clone())["laatste_dag_loondoorbetaling"], "2025-12-28");
    let anders = met("K-6", "berekend", &invoer);
    assert_eq!(anders["laatste_dag_loondoorbetaling"], "2025-12-29");
}

#[test]
fn k_7_de_weken_kunnen_een_dag_later_vol_zijn() {
    check("K-7", "dag_later", ziek(), ["grens_81_weken", "wet"], ["2026-09-21", "2026-09-22"]);
    check(
        "K-7",
        "dag_later",
        ziek(),
        ["uwv_kennisgeving_wia", "wet"],
        ["2026-11-17", "2026-11-18"],
    );
}

#[test]
fn k_8_de_vierde_dag_kan_een_werkdag_zijn() {
    let invoer = ziek_met("vangnet", json!("fictieve_dienstbetrekking"));
    check("K-8", "werkdag", invoer, ["vangnetmelding", "wet"], ["2025-03-10", "2025-03-11"]);
}

#[test]
fn k_9_zwangerschap_kan_op_de_vierde_dag() {
    let invoer = ziek_met("vangnet", json!("zwangerschap"));
    check("K-9", "vierde_dag", invoer, ["vangnetmelding", "wet"], ["2025-04-16", "2025-03-10"]);
}

#[test]
fn k_10_de_treden_van_de_boete_kunnen_weg() {
    let invoer = json!({
        "perioden": [{ "eerste_ziektedag": "2025-03-03" }],
        "gedaan": { "melding_42e_week": "2026-01-05" },
    });
    let boete = |zaak: &Value| rij(zaak, "melding_42e_week", "wet")["boete_indicatie"].clone();
    assert_eq!(boete(&zaak(invoer.clone())), 230);
    assert_eq!(boete(&met("K-10", "weglaten", &invoer)), Value::Null);
}

#[test]
fn k_12_de_aow_datum_kan_buiten_de_weken_blijven() {
    let invoer = ziek_met("aow_datum", json!("2025-08-01"));
    let rij = ["einde_loondoorbetaling", "wet"];
    check("K-12", "dag_erna", invoer, rij, ["2025-09-11", "2025-09-12"]);
    let ziek_na_aow = ziek_met("aow_datum", json!("2025-01-01"));
    check("K-12", "dag_erna", ziek_na_aow, rij, ["2025-04-15", "2025-04-15"]);
}
