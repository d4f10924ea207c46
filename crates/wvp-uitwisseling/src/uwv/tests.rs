//! Each message: what it looks like, what it asks, and that reading a preview gives the message again.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::proef::{alle, hersteld, hervat, onderbroken, week_42, ziekte};
use super::{Bericht, LET_OP, valideer};
use crate::Invoer;

/// Parts of a name that ask for illness (domain/documents.md 4.3), whole and as a standard shortens them.
const ZIEKTE: [&str; 16] = [
    "diagnos",
    "klacht",
    "symptoom",
    "oorzaak",
    "oorz",
    "medicat",
    "medicijn",
    "behandel",
    "beloop",
    "bevinding",
    "medisch",
    "aandoening",
    "aantekening",
    "beperking",
    "gehandicapt",
    "prognose",
];

fn invoer(bericht: &Value) -> Invoer {
    Invoer::uit_json(&bericht.to_string()).unwrap()
}

#[track_caller]
fn goed(bericht: &Value) -> Bericht {
    valideer(&invoer(bericht)).unwrap()
}

#[track_caller]
fn fouten(bericht: &Value) -> String {
    let fouten = valideer(&invoer(bericht)).unwrap_err();
    fouten.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn de_42e_weeksmelding_als_json_en_xml() {
    let bericht = goed(&onderbroken());
    insta::assert_snapshot!("melding_42e_week_json", bericht.als_json().unwrap());
    insta::assert_snapshot!("melding_42e_week_xml", bericht.als_xml().unwrap());
}

#[test]
fn de_herstelmelding_als_json_en_xml() {
    let bericht = goed(&hersteld());
    insta::assert_snapshot!("herstelmelding_json", bericht.als_json().unwrap());
    insta::assert_snapshot!("herstelmelding_xml", bericht.als_xml().unwrap());
}

#[test]
fn de_ziekteaangifte_als_json_en_xml() {
    let bericht = goed(&ziekte());
    insta::assert_snapshot!("ziekteaangifte_json", bericht.als_json().unwrap());
    insta::assert_snapshot!("ziekteaangifte_xml", bericht.als_xml().unwrap());
}

#[test]
fn elk_voorbeeld_zegt_dat_het_geen_digipoort_envelop_is() {
    for bericht in alle().iter().map(goed) {
        let (json, xml) = (bericht.als_json().unwrap(), bericht.als_xml().unwrap());
        assert!(json.contains(&format!("\"voorbeeld\": \"{LET_OP}\"")), "{json}");
        assert!(xml.contains(&format!("<!-- LET OP: {LET_OP} -->")), "{xml}");
        assert!(xml.contains(&format!("<UwvZwMeldingInternBody voorbeeld=\"{LET_OP}\">")), "{xml}");
    }
}

#[test]
fn een_voorbeeld_dat_wordt_teruggelezen_is_hetzelfde_bericht() {
    for bericht in alle().iter().map(goed) {
        let json = Invoer::uit_json(&bericht.als_json().unwrap()).unwrap();
        assert!(valideer(&json).unwrap() == bericht, "{bericht:?} uit JSON");
        let xml = Invoer::uit_xml(bericht.als_xml().unwrap().as_bytes()).unwrap();
        assert!(valideer(&xml).unwrap() == bericht, "{bericht:?} uit XML");
    }
}

proptest! {
    #[test]
    fn elke_tekst_en_elke_dag_komt_ongeschonden_terug(
        naam in "[\\PC&<>\"']{1,60}", dag in 0_i32..9000,
    ) {
        let naam = naam.trim();
        prop_assume!(!naam.is_empty() && !naam.contains(['\u{fffe}', '\u{ffff}']));
        let eerste = wvp_domain::Datum::ymd(2000, 1, 1).unwrap().plus(dag);
        let mut invoer_ = week_42();
        invoer_["NatuurlijkPersoon"]["SignificantDeelVanDeAchternaam"] = json!(naam);
        invoer_["MeldingLangdurigAo"]["DatEersteAoDag"] =
            json!(crate::waarde::UwvDatum(eerste).to_string());
        let bericht = valideer(&invoer(&invoer_)).unwrap();
        let xml = bericht.als_xml().unwrap();
        prop_assert_eq!(&xml, &bericht.als_xml().unwrap());
        let gelezen = valideer(&Invoer::uit_xml(xml.as_bytes()).unwrap()).unwrap();
        prop_assert!(gelezen == bericht);
        let json = bericht.als_json().unwrap();
        prop_assert!(valideer(&Invoer::uit_json(&json).unwrap()).unwrap() == bericht);
    }
}

/// The message without that field.
fn zonder(bericht: &Value, pad: &[&str]) -> Value {
    let mut bericht = bericht.clone();
    let (laatste, begin) = pad.split_last().unwrap();
    let groep = begin.iter().fold(&mut bericht, |groep, naam| &mut groep[*naam]);
    groep.as_object_mut().unwrap().remove(*laatste).unwrap();
    bericht
}

#[test]
fn elk_verplicht_veld_dat_ontbreekt_wordt_genoemd() {
    let verplicht: [(Value, &[&[&str]]); 5] = [
        (
            week_42(),
            &[
                &["CdBerichtType"],
                &["NatuurlijkPersoon"],
                &["NatuurlijkPersoon", "Burgerservicenr"],
                &["NatuurlijkPersoon", "Geboortedat"],
                &["AdministratieveEenheid"],
                &["AdministratieveEenheid", "Loonheffingennr"],
                &["MeldingLangdurigAo", "DatEersteAoDag"],
                &["MeldingLangdurigAo", "IndOnafgebrokenAo"],
            ],
        ),
        (
            hersteld(),
            &[
                &["MeldingHersteldLangdurigAo", "DatHersteld"],
                &["MeldingHersteldLangdurigAo", "DatEersteAoDag"],
            ],
        ),
        (
            ziekte(),
            &[&["MeldingZiekte", "DatEersteAoDag"], &["MeldingZiekte", "CdRedenAangifteAo"]],
        ),
        (
            hervat(&json!({ "VolledigHersteld": { "DatHersteld": "20250401" } })),
            &[
                &["MeldingWerkhervatting", "DatEersteAoDag"],
                &["MeldingWerkhervatting", "VolledigHersteld", "DatHersteld"],
            ],
        ),
        (
            hervat(
                &json!({ "WerkhervattingGedeeltelijk": { "DatGedeeltelijkeWerkhervatting": "20250401" } }),
            ),
            &[&[
                "MeldingWerkhervatting",
                "WerkhervattingGedeeltelijk",
                "DatGedeeltelijkeWerkhervatting",
            ]],
        ),
    ];
    for (bericht, paden) in verplicht {
        goed(&bericht);
        for pad in paden {
            let fouten = fouten(&zonder(&bericht, pad));
            let verwacht = format!("`{}`: `(leeg)` kan niet: ", pad.join("."));
            assert!(fouten.starts_with(&verwacht) && fouten.ends_with("is verplicht"), "{fouten}");
        }
    }
}

#[test]
fn alle_fouten_komen_tegelijk_en_geen_fout_zegt_wie_het_is() {
    let mut bericht = ziekte();
    bericht["CdBerichtType"] = json!("ZZ");
    bericht["NatuurlijkPersoon"]["Burgerservicenr"] = json!("123456789");
    bericht["NatuurlijkPersoon"]["Geboortedat"] = json!("19801332");
    bericht["NatuurlijkPersoon"]["Voorletters"] = json!("ABCDEFGHIJ");
    bericht["NatuurlijkPersoon"]["Bankrekening"] = json!({ "Iban": "NL91ABNA0417164301" });
    bericht["AdministratieveEenheid"]["Loonheffingennr"] = json!("123456789L01");
    bericht["MeldingZiekte"]["DatEersteAoDag"] = json!("123456789");
    bericht["MeldingZiekte"]["CdRedenAangifteAo"] = json!("zwangerschap");
    bericht["MeldingZiekte"]["ToelichtingMelding"] = json!("thuis met griep");
    bericht["MeldingZiekte"]["GemiddeldAantWerkurenPerWeek"] = json!(36);
    bericht["MeldingZiekte"]["111222333"] = json!("x");
    bericht["MeldingZiekte"]["Diagnose"] = json!("griep");
    bericht["AoPeriode"] = json!("geen");
    insta::assert_snapshot!("alle_fouten", fouten(&bericht));
}

/// Every message that comes of putting a burgerservicenummer in the place of one value.
fn met_bsn_in_elk_veld(waarde: &Value) -> Vec<Value> {
    match waarde {
        Value::Object(velden) => {
            let namen = velden.keys();
            let met = |naam: &String| {
                let anders = met_bsn_in_elk_veld(&waarde[naam]).into_iter();
                let ingezet = anders.map(|kind| {
                    let mut kopie = waarde.clone();
                    kopie[naam] = kind;
                    kopie
                });
                ingezet.collect::<Vec<_>>()
            };
            namen.flat_map(met).collect()
        }
        Value::Array(waarden) => {
            waarden.iter().flat_map(met_bsn_in_elk_veld).map(|kind| json!([kind])).collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            vec![json!("999990342"), json!(999_990_342)]
        }
    }
}

#[test]
fn geen_fout_herhaalt_een_bsn_waar_het_ook_staat() {
    let mut geweigerd = 0;
    for bericht in alle().iter().flat_map(met_bsn_in_elk_veld) {
        if let Err(fouten) = valideer(&invoer(&bericht)) {
            geweigerd += 1;
            assert!(!format!("{fouten:?}").contains("999990342"), "{fouten:?}");
        }
    }
    assert!(geweigerd > 50, "{geweigerd}");
}

#[test]
fn regels_tussen_velden_worden_gehouden() {
    let mut overlap = onderbroken();
    overlap["AoPeriode"][1] =
        json!({ "DatEersteAoDag": "20250316", "DatLaatsteAoDag": "20250310" });
    let mut te_vroeg = hersteld();
    te_vroeg["MeldingHersteldLangdurigAo"]["DatHersteld"] = json!("20250303");
    let mut geen_no_risk = ziekte();
    geen_no_risk["MeldingZiekte"]["CdRedenAangifteAo"] = json!("01");
    geen_no_risk["MeldingZiekte"]["DatVerwachtHerstel"] = json!("20250303");
    geen_no_risk["MeldingZiekte"]["DatLaatsteGewerkteDag"] = json!("20250304");
    let mut zonder_perioden = week_42();
    zonder_perioden["MeldingLangdurigAo"]["IndOnafgebrokenAo"] = json!("2");
    let mut met_perioden = onderbroken();
    met_perioden["MeldingLangdurigAo"]["IndOnafgebrokenAo"] = json!("1");
    let mut twee_rekeningen = ziekte();
    twee_rekeningen["NatuurlijkPersoon"]["Bankrekening"]["Bankrekeningnr"] = json!("123");
    let mut drie_partijen = week_42();
    drie_partijen["Ketenpartij"] = json!([{}, {}, {}]);
    let geen_van_beide = hervat(&json!({}));
    let gevallen = [
        overlap,
        te_vroeg,
        geen_no_risk,
        zonder_perioden,
        met_perioden,
        twee_rekeningen,
        drie_partijen,
        geen_van_beide,
    ];
    let fouten: Vec<String> = gevallen.iter().map(fouten).collect();
    insta::assert_snapshot!("regels_tussen_velden", fouten.join("\n"));
}

#[test]
fn een_bericht_meldt_precies_een_ding() {
    let mut twee = week_42();
    twee["MeldingHersteldLangdurigAo"] = hersteld()["MeldingHersteldLangdurigAo"].clone();
    let geen = zonder(&week_42(), &["MeldingLangdurigAo"]);
    insta::assert_snapshot!(format!("{}\n{}", fouten(&twee), fouten(&geen)), @r"
    `Melding`: `2` kan niet: precies een van MeldingZiekte, MeldingWerkhervatting, MeldingLangdurigAo, MeldingHersteldLangdurigAo
    `Melding`: `0` kan niet: precies een van MeldingZiekte, MeldingWerkhervatting, MeldingLangdurigAo, MeldingHersteldLangdurigAo
    ");
}

#[test]
fn een_fout_in_de_json_zelf_herhaalt_niets() {
    let fout = Invoer::uit_json("{\"Burgerservicenr\": 111222333").unwrap_err();
    assert!(!fout.to_string().contains("111222333"), "{fout}");
}

#[test]
fn geen_debug_drukt_een_persoon_af() {
    let invoer = invoer(&ziekte());
    let gedrukt = format!("{invoer:?} {:?}", valideer(&invoer).unwrap());
    assert_eq!(gedrukt, "Invoer(…) Bericht(MeldingZiekte)");
}

fn namen(waarde: &Value, gevonden: &mut Vec<String>) {
    if let Value::Object(velden) = waarde {
        gevonden.extend(velden.keys().map(|naam| naam.to_lowercase()));
    }
    let kinderen: Vec<&Value> = match waarde {
        Value::Object(velden) => velden.values().collect(),
        Value::Array(waarden) => waarden.iter().collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => vec![],
    };
    for kind in kinderen {
        namen(kind, gevonden);
    }
}

#[test]
fn geen_veld_van_een_bericht_vraagt_naar_ziekte() {
    let mut gevonden = vec![];
    for bericht in alle() {
        let json = goed(&bericht).als_json().unwrap();
        namen(&serde_json::from_str(&json).unwrap(), &mut gevonden);
    }
    let bron = concat!(
        include_str!("eenheid.rs"),
        include_str!("melding.rs"),
        include_str!("persoon.rs"),
        include_str!("ziekte.rs"),
    );
    let velden =
        bron.lines().filter_map(|regel| regel.trim().strip_prefix("pub ")?.split_once(':'));
    gevonden.extend(velden.map(|(veld, _)| veld.replace('_', "")));
    assert!(gevonden.iter().any(|naam| naam == "toelichtingmelding"), "{gevonden:?}");
    for naam in gevonden {
        assert!(!ZIEKTE.iter().any(|deel| naam.contains(deel)), "{naam}");
    }
}
