//! Both sides of every limit of the law, by the day.

use serde_json::{Value, json};

use crate::Datum;
use crate::rekenmachine::{Ruw, bereken_ruw};

const EERSTE_ZIEKTEDAG: &str = "2025-03-03";

fn dag(dagen: i32) -> Datum {
    EERSTE_ZIEKTEDAG.parse::<Datum>().unwrap().plus(dagen)
}

/// The last case; illness from the first day on unless the input says otherwise.
fn zaak(invoer: &Value) -> Value {
    let mut alles = json!({
        "peildatum": "2035-01-01", "perioden": [{ "eerste_ziektedag": EERSTE_ZIEKTEDAG }],
    });
    for (veld, waarde) in invoer.as_object().unwrap() {
        alles[veld] = waarde.clone();
    }
    let ruw: Ruw = serde_json::from_value(alles).unwrap();
    let uitvoer = bereken_ruw(ruw, dag(0)).unwrap();
    serde_json::to_value(uitvoer.zaken.last()).unwrap()
}

/// The state of a row on a day, counted from the first day of illness.
fn status(peil: i32, id: &str, basis: &str) -> String {
    let zaak = zaak(&json!({ "peildatum": dag(peil) }));
    let mut rijen = zaak["termijnen"].as_array().unwrap().iter();
    let rij = rijen.find(|rij| rij["id"] == id && rij["basis"] == basis).unwrap();
    rij["status"].as_str().unwrap().to_owned()
}

/// A row is one thing up to and including its last day, and another the day after.
#[track_caller]
fn kantelt(laatste: i32, id: &str, basis: &str, [ervoor, erna]: [&str; 2]) {
    assert_eq!(status(laatste, id, basis), ervoor, "dag {laatste}");
    assert_eq!(status(laatste + 1, id, basis), erna, "dag {}", laatste + 1);
}

#[test]
fn dag_27_en_28_van_een_onderbreking() {
    for (dagen, d_ster) in [(27, 27), (28, 70)] {
        let zaak = zaak(&json!({ "perioden": [
            { "eerste_ziektedag": dag(0), "hersteld_per": dag(42) },
            { "eerste_ziektedag": dag(42 + dagen) },
        ] }));
        assert_eq!(zaak["verschoven_eerste_ziektedag"], json!(dag(d_ster)), "{dagen}");
    }
}

#[test]
fn dag_41_en_42_van_de_probleemanalyse() {
    kantelt(41, "probleemanalyse", "praktijk", ["open", "te_laat"]);
    kantelt(42, "probleemanalyse", "wet", ["open", "te_laat"]);
}

#[test]
fn dag_55_en_56_van_het_plan_van_aanpak() {
    kantelt(55, "plan_van_aanpak", "praktijk", ["open", "te_laat"]);
    kantelt(56, "plan_van_aanpak", "wet", ["open", "te_laat"]);
}

#[test]
fn dag_41_en_42_en_69_en_70_van_ziek_uit_dienst() {
    for (dagen, riv) in [(41, "geen"), (42, "verkort"), (69, "verkort"), (70, "volledig")] {
        assert_eq!(zaak(&json!({ "laatste_werkdag": dag(dagen) }))["riv"], riv, "{dagen}");
    }
}

#[test]
fn dag_90_en_91_van_de_verkorte_wachttijd() {
    // A + 70 passes the thirteen weeks (day 90) from an application on day 21 on.
    for (aanvraag, einde) in [(20, 90), (21, 91)] {
        let zaak = zaak(&json!({ "vervroegde_iva_aanvraag": dag(aanvraag) }));
        assert_eq!(zaak["laatste_dag_wachttijd"], json!(dag(einde)), "{aanvraag}");
    }
}

#[test]
fn dag_41_en_90_van_het_loon_na_aow() {
    for (eerste_ziektedag, dagen) in [("2023-06-30", 90), ("2023-07-01", 41)] {
        let zaak = zaak(&json!({
            "perioden": [{ "eerste_ziektedag": eerste_ziektedag }], "aow_datum": "2020-01-01",
        }));
        let begin: Datum = eerste_ziektedag.parse().unwrap();
        assert_eq!(zaak["laatste_dag_loondoorbetaling"], json!(begin.plus(dagen)));
    }
}

#[test]
fn dag_294_en_295_van_de_melding_in_week_42() {
    kantelt(294, "melding_42e_week", "wet", ["open", "te_laat"]);
}

#[test]
fn dag_363_en_364_van_het_eerste_jaar() {
    kantelt(363, "einde_eerste_ziektejaar", "wet", ["verwacht", "voldaan"]);
    kantelt(363, "eerstejaarsevaluatie", "praktijk", ["open", "te_laat"]);
}

#[test]
fn dag_545_en_546_van_de_langste_verkorte_wachttijd() {
    for (aanvraag, einde) in [(475, 545), (476, 727)] {
        let zaak = zaak(&json!({ "vervroegde_iva_aanvraag": dag(aanvraag) }));
        assert_eq!(zaak["laatste_dag_wachttijd"], json!(dag(einde)), "{aanvraag}");
    }
}

#[test]
fn dag_565_en_566_van_de_soepelheid() {
    kantelt(565, "grens_81_weken", "wet", ["open", "te_laat"]);
    for (gemeld, uiterlijk) in [(565, dag(625 + 28)), (566, dag(650))] {
        let zaak = zaak(&json!({ "gedaan": {
            "melding_42e_week": dag(gemeld), "uwv_brief_ontvangen": dag(625),
        } }));
        let rijen = zaak["termijnen"].as_array().unwrap();
        let wia = rijen.iter().find(|rij| rij["id"] == "wia_aanvraag" && rij["basis"] == "wet");
        assert_eq!(wia.unwrap()["uiterlijk"], json!(uiterlijk), "{gemeld}");
    }
}

#[test]
fn dag_622_en_623_van_de_brief_van_uwv() {
    for (ontvangen, status) in [(622, "voldaan"), (623, "te_laat")] {
        let zaak = zaak(&json!({ "gedaan": { "uwv_brief_ontvangen": dag(ontvangen) } }));
        let rijen = zaak["termijnen"].as_array().unwrap();
        let brief =
            rijen.iter().find(|rij| rij["id"] == "uwv_kennisgeving_wia" && rij["basis"] == "wet");
        assert_eq!(brief.unwrap()["status"], status, "{ontvangen}");
    }
}

#[test]
fn dag_636_en_650_van_verslag_en_aanvraag() {
    kantelt(636, "riv_aan_werknemer", "wet", ["open", "te_laat"]);
    kantelt(650, "wia_aanvraag", "wet", ["open", "te_laat"]);
}

#[test]
fn dag_727_en_728_van_de_wachttijd() {
    kantelt(727, "einde_wachttijd", "wet", ["verwacht", "voldaan"]);
    assert_eq!(zaak(&json!({}))["eerste_wia_dag"], json!(dag(728)));
    for (opgelegd, loon) in [(727, 1091 - 42), (728, 727)] {
        let zaak = zaak(&json!({ "loonsanctie": { "opgelegd": dag(opgelegd) } }));
        assert_eq!(zaak["laatste_dag_loondoorbetaling"], json!(dag(loon)), "{opgelegd}");
    }
}

#[test]
fn dag_1091_en_1092_van_een_loonsanctie() {
    let zaak = zaak(&json!({ "loonsanctie": {} }));
    assert_eq!(zaak["laatste_dag_loondoorbetaling"], json!(dag(1091)));
    assert_eq!(zaak["eerste_wia_dag"], json!(dag(1092)));
}
