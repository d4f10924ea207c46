//! The documents beside the elements: what they say, and that nothing medical leaves the closed one.

use lopdf::Document;
use wvp_reports::Pdf;

use crate::documenten::{
    bewijs, brieven, een_brief, herstel, medisch, open, verkort, verslag, week_42,
};
use crate::feiten::{MERKTEKEN_C, NAAM};
use crate::{
    BYTES_MAX, eis_ingebed, eis_kale_metadata, eis_normen, info, lees, paginas, taal, tekst, xmp,
};

#[test]
fn elk_ander_stuk_houdt_zich_aan_de_normen() {
    for document in alle() {
        eis_normen(&document);
        eis_ingebed(&document);
        assert_eq!(taal(&document), "nl");
    }
}

#[test]
fn de_metadata_van_elk_ander_stuk_noemen_alleen_de_titel() {
    for document in alle() {
        eis_kale_metadata(&document);
    }
}

#[test]
fn elk_ander_stuk_heeft_bij_dezelfde_feiten_dezelfde_bytes() {
    assert!(open() == open());
    assert!(medisch() == medisch());
}

#[test]
fn elk_ander_stuk_blijft_ver_onder_tien_megabyte() {
    let groot = verslag(500);
    assert!(groot.bladzijden > 20);
    for pdf in open().into_iter().chain([medisch(), groot]) {
        assert!(pdf.inhoud.len() < BYTES_MAX, "{}", pdf.bestandsnaam);
    }
}

#[test]
fn alleen_de_medische_informatie_bevat_medische_gegevens() {
    for pdf in open() {
        let gezet = gezet(&pdf);
        assert!(!gezet.contains(MERKTEKEN_C) && gezet.contains("Geen medische gegevens"));
    }
    assert_eq!(gezet(&medisch()).matches(MERKTEKEN_C).count(), 12);
}

#[test]
fn de_medische_informatie_is_voor_de_werknemer_en_op_elke_bladzijde_geheim() {
    let pdf = medisch();
    let paginas = paginas(&lees(&pdf.inhoud));
    assert_eq!(paginas.len(), pdf.bladzijden);
    for pagina in &paginas {
        assert_eq!(pagina.matches("Medisch geheim").count(), 2 + eerste(pagina));
        assert!(!pagina.contains("Geen medische gegevens") && !pagina.contains("Holding"));
    }
    let wat = [
        "Aan Zoë",
        "1234 ZZ IJsselmuiden",
        "Overhandigd aan de werknemer op 18 november 2026",
        "BIG 19012345601",
        "999990019",
        "12 november 2026",
        "Opgesteld op 18 november 2026",
    ];
    eis(&pdf, &wat);
}

#[test]
fn buiten_om_is_aan_de_medische_informatie_niets_te_zien() {
    let pdf = medisch();
    assert_eq!(pdf.bestandsnaam, "stuk_voor_werknemer.pdf");
    let document = lees(&pdf.inhoud);
    let buiten = format!("{}{:?}", xmp(&document), info(&document));
    assert!(buiten.contains("Gesloten stuk voor de werknemer"));
    assert!(!buiten.contains("edisch") && !buiten.contains(MERKTEKEN_C));
}

#[test]
fn het_bewijs_noemt_dag_arts_en_nummer_en_niets_van_de_inhoud() {
    let nummer = "Nummer van het stuk";
    eis(&bewijs(), &["Ontvangstbewijs", "18 november 2026", nummer, "niets van de inhoud"]);
}

#[test]
fn een_bestandsnaam_noemt_soort_en_dag_en_geen_persoon() {
    let namen: Vec<String> = open().into_iter().map(|pdf| pdf.bestandsnaam).collect();
    insta::assert_snapshot!(namen.join("\n"), @"
    voortgangsverslag_2025-06-02.pdf
    42e_weeksmelding.pdf
    herstelmelding_2026-03-01.pdf
    verkort_re_integratieverslag.pdf
    07_ontvangstbewijs.pdf
    brief_oproep_2025-05-01.pdf
    brief_herinnering_2025-05-01.pdf
    brief_waarschuwing_2025-05-01.pdf
    brief_loonopschorting_2025-05-01.pdf
    brief_loonstop_2025-05-01.pdf
    ");
}

#[test]
fn een_voortgangsverslag_noemt_gesprek_activiteiten_en_wie_tekende() {
    let pdf = verslag(80);
    let wat = [
        "Voortgangsverslag",
        "2 juni 2025",
        "14 juli 2025",
        "Activiteit 80:",
        "30 september 2025",
        "Ondertekend op 3 juni 2025",
        "Niet ondertekend op 4 juni 2025. Reden: Ik ben het niet eens",
        "Handtekening",
    ];
    eis(&pdf, &wat);
    let met_activiteit = |pagina: &&String| pagina.contains("Activiteit 4");
    let paginas = paginas(&lees(&pdf.inhoud));
    assert!(paginas.iter().find(met_activiteit).unwrap().contains("Voortgang"));
}

#[test]
fn een_naam_van_zestig_tekens_blijft_heel() {
    assert_eq!(NAAM.chars().count(), 60);
    // The break in a long word is a zero-width space: it is not a part of the name.
    let gezet = gezet(&week_42()).replace('\u{200B}', "");
    assert!(gezet.contains(NAAM), "{gezet}");
}

#[test]
fn de_42e_weeksmelding_noemt_wat_uwv_vraagt() {
    let wat = [
        "42e-weeksmelding",
        "Ziektewet art. 38 lid 1",
        "001234567L01",
        "999990019",
        "3 maart 2025",
        "11 mei 2025",
        "Duurt nog voort",
        "Opgesteld op 22 december 2025",
    ];
    eis(&week_42(), &wat);
}

#[test]
fn de_herstelmelding_noemt_de_laatste_ziektedag() {
    let wat = [
        "Herstelmelding",
        "28 februari 2026",
        "1 maart 2026",
        "LAO-2025-0042",
        "1 september 2025",
        "Opgesteld op 2 maart 2026",
    ];
    eis(&herstel(), &wat);
}

#[test]
fn het_verkorte_verslag_noemt_alle_onderdelen_en_laat_beiden_tekenen() {
    let pdf = verkort();
    let wat = [
        "Verkort re-integratieverslag",
        "Actuele stand van zaken",
        "Zes weken of langer ziek",
        "Aard van het bedrijf Drukkerij",
        "Mbo logistiek",
        "Gesloten aan de werknemer gegeven op 28 april 2025",
        "Oordeel werknemer Aangeboden op 28 april 2025",
    ];
    eis(&pdf, &wat);
    assert_eq!(gezet(&pdf).matches("Handtekening").count(), 2);
}

#[test]
fn elke_brief_noemt_zijn_grondslag() {
    let gronden = [
        ["Oproep voor een gesprek", "8 mei 2025", "BW art. 7:660a"],
        ["Herinnering aan afspraken", "uiterlijk op 15 mei 2025", "lid 3 onder e"],
        ["Waarschuwing voor loonopschorting", "uiterlijk op 15 mei 2025", "lid 6"],
        ["Loonopschorting", "vanaf 15 mei 2025", "lid 6"],
        ["Loonstop", "vanaf 15 mei 2025", "lid 3 onder c"],
    ];
    for (soort, wat) in brieven().into_iter().zip(gronden) {
        eis(&een_brief(&soort), &wat);
    }
}

#[test]
fn een_maatregel_op_het_loon_wordt_meteen_gemeld_en_is_te_bestrijden() {
    for soort in brieven().into_iter().skip(2) {
        eis(&een_brief(&soort), &["BW art. 7:629 lid 7", "deskundigenoordeel", "Handtekening"]);
    }
}

#[test]
fn een_brief_draagt_geen_nummer_en_geen_gegevens_van_ziekte() {
    for soort in brieven() {
        let gezet = gezet(&een_brief(&soort));
        assert!(!gezet.contains("999990019") && !gezet.contains("3 maart 2025"));
        assert!(!gezet.to_lowercase().contains("ziek"), "{gezet}");
    }
}

/// The frame on the first page says it once more.
fn eerste(pagina: &str) -> usize {
    usize::from(pagina.contains("Aan Zoë"))
}

fn alle() -> Vec<Document> {
    open().iter().chain([&medisch()]).map(|pdf| lees(&pdf.inhoud)).collect()
}

fn gezet(pdf: &Pdf) -> String {
    tekst(&lees(&pdf.inhoud))
}

fn eis(pdf: &Pdf, wat: &[&str]) {
    let gezet = gezet(pdf);
    for woord in wat {
        assert!(gezet.contains(woord), "`{woord}` staat niet in: {gezet}");
    }
}
