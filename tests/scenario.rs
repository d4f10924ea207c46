//! Cases of law in plain text (tests/suite): each is played through the whole house.

use tests::scenario::speel;

/// Plays a scenario; what does not hold is named with its line.
async fn gaat_op(tekst: &str) {
    let uitkomst = speel(tekst).await;
    assert_eq!(uitkomst, Ok(()), "{}", uitkomst.clone().err().unwrap_or_default());
}

#[tokio::test]
async fn de_rechte_104_weken() {
    gaat_op(include_str!("suite/recht.scenario")).await;
}

#[tokio::test]
async fn zevenentwintig_dagen_hersteld_telt_samen() {
    gaat_op(include_str!("suite/samentelling_27_dagen.scenario")).await;
}

#[tokio::test]
async fn achtentwintig_dagen_hersteld_is_een_nieuwe_zaak() {
    gaat_op(include_str!("suite/samentelling_28_dagen.scenario")).await;
}

#[tokio::test]
async fn drie_perioden_zijn_een_keten() {
    gaat_op(include_str!("suite/keten_van_drie.scenario")).await;
}

#[tokio::test]
async fn verlof_ertussen_wordt_overgeslagen() {
    gaat_op(include_str!("suite/verlof_ertussen.scenario")).await;
}

#[tokio::test]
async fn hersteld_op_de_eerste_verlofdag_en_ziek_direct_na_het_verlof_is_een_keten() {
    gaat_op(include_str!("suite/herstel_verlof_terugval.scenario")).await;
}

#[tokio::test]
async fn herstel_in_week_3_laat_vervallen_wat_nog_niet_hoefde() {
    gaat_op(include_str!("suite/herstel_in_week_3.scenario")).await;
}

#[tokio::test]
async fn een_correctie_na_week_42_schuift_elke_dag_mee() {
    gaat_op(include_str!("suite/correctie_na_week_42.scenario")).await;
}

#[tokio::test]
async fn elk_scenario_in_de_map_wordt_gespeeld() {
    let map = concat!(env!("CARGO_MANIFEST_DIR"), "/suite");
    let mut namen: Vec<String> = std::fs::read_dir(map)
        .unwrap()
        .map(|regel| regel.unwrap().file_name().into_string().unwrap())
        .filter(|naam| naam.ends_with(".scenario"))
        .collect();
    namen.sort();
    let hier = include_str!("scenario.rs");
    let vergeten: Vec<String> =
        namen.into_iter().filter(|naam| !hier.contains(&format!("suite/{naam}"))).collect();
    assert!(vergeten.is_empty(), "niet gespeeld: {vergeten:?}");
}
