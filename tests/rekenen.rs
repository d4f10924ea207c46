//! The law group by group, in plain Dutch (tests/suite/rekenen): what a lawyer can read is what is asked
//! of the calculator.

use tests::rekenzin::speel;

/// Plays a file; what does not hold is named with its line.
fn gaat_op(tekst: &str) {
    let uitkomst = speel(tekst);
    assert!(uitkomst.as_ref().is_ok_and(|gevallen| *gevallen > 0), "{uitkomst:#?}");
}

#[test]
fn het_stappenschema() {
    gaat_op(include_str!("suite/rekenen/stappenschema.geval"));
}

#[test]
fn samentelling_en_ketens() {
    gaat_op(include_str!("suite/rekenen/samentelling.geval"));
}

#[test]
fn verlof() {
    gaat_op(include_str!("suite/rekenen/verlof.geval"));
}

#[test]
fn de_melding_in_week_42() {
    gaat_op(include_str!("suite/rekenen/week_42.geval"));
}

#[test]
fn de_brief_en_de_aanvraag_van_de_wia() {
    gaat_op(include_str!("suite/rekenen/wia.geval"));
}

#[test]
fn loonsanctie_en_bekorting() {
    gaat_op(include_str!("suite/rekenen/loonsanctie.geval"));
}

#[test]
fn verlenging_en_verkorting_van_de_wachttijd() {
    gaat_op(include_str!("suite/rekenen/wachttijd.geval"));
}

#[test]
fn vangnet() {
    gaat_op(include_str!("suite/rekenen/vangnet.geval"));
}

#[test]
fn ziek_uit_dienst() {
    gaat_op(include_str!("suite/rekenen/uit_dienst.geval"));
}

#[test]
fn aow() {
    gaat_op(include_str!("suite/rekenen/aow.geval"));
}

#[test]
fn kalender() {
    gaat_op(include_str!("suite/rekenen/kalender.geval"));
}

#[test]
fn versies_van_de_wet() {
    gaat_op(include_str!("suite/rekenen/versies.geval"));
}

#[test]
fn herstel() {
    gaat_op(include_str!("suite/rekenen/herstel.geval"));
}

#[test]
fn samenloop_van_feiten() {
    gaat_op(include_str!("suite/rekenen/samenloop.geval"));
}

#[test]
fn weigeringen() {
    gaat_op(include_str!("suite/rekenen/weigeringen.geval"));
}

#[test]
fn elk_bestand_in_de_map_wordt_gespeeld() {
    let map = concat!(env!("CARGO_MANIFEST_DIR"), "/suite/rekenen");
    let hier = include_str!("rekenen.rs");
    for regel in std::fs::read_dir(map).unwrap() {
        let naam = regel.unwrap().file_name().into_string().unwrap();
        assert!(hier.contains(&format!("rekenen/{naam}")), "niet gespeeld: {naam}");
    }
}
