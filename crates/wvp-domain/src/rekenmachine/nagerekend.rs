//! Cases that a second computation of law.md, apart from this code, brought to light.

use serde_json::{Value, json};

use super::proef::{datum, reken, rij, ruw, zaak, ziek_vanaf};

#[track_caller]
fn uiterlijk(zaak: &Value, id: &str, verwacht: &str) {
    assert_eq!(rij(zaak, id, "wet")["uiterlijk"], verwacht, "{id}");
}

/// R-18, section 1a: the regime also counts while UWV's letter is not there.
#[test]
fn zonder_brief_is_de_wia_aanvraag_tot_juli_2013_dertien_weken_ervoor() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2010-01-04")), "uwv_brief": "nooit",
    }));
    uiterlijk(&uit, "wia_aanvraag", "2011-10-02");
}

/// R-15, section 1a: 609 days after D* is late by one day; four weeks later is the last day.
#[test]
fn een_late_brief_in_2012_geeft_vier_weken_en_niet_de_elf_weken_van_nu() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2010-08-09")),
        "gedaan": { "uwv_brief_ontvangen": "2012-04-09" },
    }));
    uiterlijk(&uit, "wia_aanvraag", "2012-05-07");
}

/// R-66, section 1a.
#[test]
fn bij_ziek_uit_dienst_is_het_verslag_tot_juli_2013_vijftien_weken_ervoor() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2010-01-04")), "laatste_werkdag": "2011-12-30",
    }));
    uiterlijk(&uit, "riv_aan_werknemer", "2011-09-18");
}

/// an extension never makes the wachttijd shorter than 104 weeks, whatever ends it.
#[test]
fn een_verlenging_maakt_de_wachttijd_nooit_korter_dan_104_weken() {
    let perioden = ziek_vanaf(&json!("2024-01-01"));
    for invoer in [
        json!({ "perioden": perioden, "verlenging": { "tot": "2025-06-01" } }),
        json!({
            "perioden": perioden, "laatste_werkdag": "2025-03-31",
            "verlenging": { "tot": "2026-06-28", "verkorting_gevraagd": "2025-02-01" },
        }),
    ] {
        assert_eq!(zaak(invoer)["laatste_dag_wachttijd"], "2025-12-28");
    }
}

/// repaired before the sanction begins, the delay of the application still counts.
#[test]
fn een_snel_bekorte_loonsanctie_laat_de_vertraging_van_de_wia_aanvraag_staan() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2024-01-01")),
        "gedaan": { "wia_aanvraag": "2025-11-03" },
        "loonsanctie": {
            "opgelegd": "2025-11-10", "bekorting_gevraagd": "2025-11-17", "besluit": "2025-11-24",
        },
    }));
    assert_eq!(uit["laatste_dag_loondoorbetaling"], "2026-01-19");
}

/// leave after the last day of a loonsanctie interrupts nothing.
#[test]
fn verlof_na_een_bekorte_loonsanctie_verlengt_haar_niet() {
    let sanctie = |verlof: &str, tot_en_met: &str| {
        zaak(json!({
            "perioden": ziek_vanaf(&json!("2024-01-01")),
            "verlof": [{ "van": verlof, "tot_en_met": tot_en_met, "zelfde_oorzaak": true }],
            "loonsanctie": { "bekorting_gevraagd": "2026-03-02", "besluit": "2026-03-16" },
        }))
    };
    uiterlijk(&sanctie("2026-04-28", "2026-08-17"), "einde_loonsanctie", "2026-04-27");
    uiterlijk(&sanctie("2026-04-27", "2026-08-16"), "einde_loonsanctie", "2026-08-17");
}

/// the explanation names the leave that the sanction waits for.
#[test]
fn de_uitleg_noemt_het_verlof_waarop_een_loonsanctie_wacht() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2024-01-01")),
        "verlof": [{ "van": "2025-12-29", "tot_en_met": "2026-04-19", "zelfde_oorzaak": true }],
        "loonsanctie": {},
    }));
    let rij = rij(&uit, "einde_loonsanctie", "wet");
    assert_eq!(rij["vroegst"], "2026-04-20");
    let uitleg = rij["uitleg"].as_str().unwrap();
    assert!(uitleg.contains("wacht op het verlof tot en met 19 april 2026"), "{uitleg}");
}

/// after the leave the clock of the opzegverbod runs, also when one spell holds it all.
#[test]
fn ziekte_na_het_verlof_telt_voor_het_opzegverbod() {
    let uit = zaak(json!({
        "perioden": [{ "eerste_ziektedag": "2025-01-06", "door_zwangerschap": true }],
        "verlof": [{ "van": "2025-02-03", "tot_en_met": "2025-05-25", "zelfde_oorzaak": true }],
    }));
    let rij = rij(&uit, "einde_opzegverbod", "wet");
    assert_eq!(rij["uiterlijk"], "2027-05-25");
    let uitleg = rij["uitleg"].as_str().unwrap();
    assert!(uitleg.contains("door zwangerschap telt hier niet mee"), "{uitleg}");
}

/// leave within illness by pregnancy is not subtracted twice.
#[test]
fn verlof_binnen_ziekte_door_zwangerschap_telt_een_keer() {
    let uit = zaak(json!({
        "perioden": [
            { "eerste_ziektedag": "2025-01-06", "hersteld_per": "2025-01-20" },
            { "eerste_ziektedag": "2025-01-20", "door_zwangerschap": true },
        ],
        "verlof": [{ "van": "2025-02-03", "tot_en_met": "2025-05-25", "zelfde_oorzaak": true }],
    }));
    uiterlijk(&uit, "einde_opzegverbod", "2027-05-11");
}

/// R-66, C-07: wages that stopped with the employment do not put off the WIA.
#[test]
fn wie_uit_dienst_is_krijgt_wia_na_104_weken_ook_na_een_late_aanvraag() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2024-01-01")), "laatste_werkdag": "2025-06-30",
        "gedaan": { "wia_aanvraag": "2025-11-03" },
    }));
    assert_eq!(uit["eerste_wia_dag"], "2025-12-29");
}

/// what belongs to a new case changes nothing in the one before it.
#[test]
fn feiten_van_een_nieuw_geval_veranderen_het_vorige_niet() {
    let perioden = json!([
        { "eerste_ziektedag": "2023-01-02", "hersteld_per": "2024-01-01" },
        { "eerste_ziektedag": "2024-03-04" },
    ]);
    let kaal = reken(json!({ "perioden": perioden }))["zaken"][0].clone();
    for (veld, waarde) in [
        ("vervroegde_iva_aanvraag", json!("2024-04-01")),
        ("uwv_brief_uiterlijk", json!("2025-12-15")),
        ("verlenging", json!({ "tot": "2026-06-28" })),
        ("loonsanctie", json!({})),
        ("loonsanctie", json!({ "opgelegd": "2024-12-20" })),
        ("gedaan", json!({ "uwv_brief_ontvangen": "2025-12-01" })),
    ] {
        let mut invoer = json!({ "perioden": perioden });
        invoer[veld] = waarde;
        assert_eq!(reken(invoer)["zaken"][0], kaal, "{veld}");
    }
}

/// R-64 and section 6: the day on which the employer could know is not part of the term (C-04), so
/// Maundy Thursday does not count as one of the two working days.
#[test]
fn de_vierde_dag_na_bekend_worden_heeft_twee_werkdagen() {
    let uit = zaak(json!({
        "perioden": ziek_vanaf(&json!("2025-03-03")), "vangnet": "na_bevalling",
        "bekend_sinds": "2025-04-17",
    }));
    uiterlijk(&uit, "vangnetmelding", "2025-04-23");
    let uitleg = rij(&uit, "vangnetmelding", "wet")["uitleg"].as_str().unwrap().to_owned();
    assert!(uitleg.contains("ten minste twee werkdagen"), "{uitleg}");
}

/// a relapse on a day off has no working day before it to act on.
#[test]
fn een_terugval_in_het_weekend_verwijst_niet_naar_de_werkdag_ervoor() {
    let uit = zaak(json!({ "perioden": [
        { "eerste_ziektedag": "2025-03-03", "hersteld_per": "2025-05-05" },
        { "eerste_ziektedag": "2025-05-10" },
    ] }));
    let uitleg = rij(&uit, "bijstelling_probleemanalyse", "praktijk")["uitleg"].clone();
    assert!(!uitleg.as_str().unwrap().contains("werkdag ervoor"), "{uitleg}");
}

#[test]
fn een_verzonnen_datum_staat_in_de_fouten() {
    let invoer = ruw(json!({
        "perioden": ziek_vanaf(&json!("2025-03-03")),
        "uwv_brief_uiterlijk": "2024-01-01", "loonsanctie": { "opgelegd": "2024-02-01" },
    }));
    let fouten = super::bereken_ruw(invoer, datum("2030-01-01")).unwrap_err();
    let velden: Vec<&str> = fouten.iter().map(|fout| fout.veld.as_str()).collect();
    assert_eq!(velden, ["uwv_brief_uiterlijk", "loonsanctie.opgelegd"]);
}
