//! Reads back what was written: the norm, the texts, the metadata, the same bytes twice.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod andere;
mod documenten;
mod feiten;
mod voorbeeld;

use lopdf::{Dictionary, Document, Object};
use proptest::prelude::*;
use voorbeeld::{
    datum, klein_stuk, lang_stuk, lastige_teksten, oordeel_werknemer, plan_van_aanpak,
};
use wvp_reports::{
    Blok, Controle, Gegeven, Ondertekening, Stuk, Tabel, Tekening, Voorblad, stuk, voorblad,
};

/// Portals take 10 MB per document; ours stay far below.
const BYTES_MAX: usize = 1_000_000;

#[test]
fn elk_stuk_noemt_pdf_a_2a_en_pdf_ua_1() {
    for document in alle_soorten() {
        eis_normen(&document);
    }
}

#[test]
fn taal_en_titel_staan_in_het_bestand() {
    let document = lees(&stuk(&plan_van_aanpak()).unwrap());
    assert_eq!(taal(&document), "nl");
    assert!(xmp(&document).contains("<rdf:li xml:lang=\"x-default\">Plan van aanpak</rdf:li>"));
}

#[test]
fn de_metadata_noemen_geen_persoon_en_geen_trefwoorden() {
    for document in alle_soorten() {
        eis_kale_metadata(&document);
    }
}

#[test]
fn de_datum_van_het_bestand_is_de_datum_van_het_stuk() {
    let document = lees(&stuk(&plan_van_aanpak()).unwrap());
    let datum = info(&document).get(b"CreationDate").unwrap().as_str().unwrap();
    assert!(datum.starts_with(b"D:20250422"));
}

#[test]
fn elk_lettertype_zit_in_het_bestand() {
    for document in alle_soorten() {
        eis_ingebed(&document);
    }
}

#[test]
fn dezelfde_gegevens_geven_dezelfde_bytes() {
    assert!(stuk(&plan_van_aanpak()).unwrap() == stuk(&plan_van_aanpak()).unwrap());
    assert!(voorblad(&voorbeeld::voorblad()).unwrap() == voorblad(&voorbeeld::voorblad()).unwrap());
}

#[test]
fn andere_gegevens_geven_een_ander_kenmerk() {
    let kenmerk = |stuk_: &Stuk| {
        let document = lees(&stuk(stuk_).unwrap());
        format!("{:?}", document.trailer.get(b"ID").unwrap())
    };
    let ander = Stuk { dossiernummer: "8A1B-22".to_owned(), ..plan_van_aanpak() };
    assert_ne!(kenmerk(&plan_van_aanpak()), kenmerk(&ander));
}

#[test]
fn de_tekst_is_te_lezen_en_te_doorzoeken() {
    let tekst = tekst(&lees(&stuk(&plan_van_aanpak()).unwrap()));
    for woord in [
        "Plan van aanpak",
        "Opgemaakt op 22 april 2025",
        "999990019",
        "Werkplekonderzoek",
        "Voor 1 juni 2025",
        "Ondertekend op 22 april 2025",
        "Niet ondertekend op 23 april 2025. Reden: Ik ben het niet eens",
        "Geen medische gegevens",
        "Pagina 1 van 1",
        "Dossier 7F3K-21",
    ] {
        assert!(tekst.contains(woord), "`{woord}` staat niet in: {tekst}");
    }
}

#[test]
fn opmaaktekens_in_een_tekst_blijven_tekst() {
    let stuk_ = klein_stuk(vec![Blok::Tekst(lastige_teksten())]);
    let gezet = tekst(&lees(&stuk(&stuk_).unwrap()));
    for regel in lastige_teksten().iter().filter(|regel| !regel.starts_with("https")) {
        assert!(gezet.contains(regel), "`{regel}` staat niet in: {gezet}");
    }
}

#[test]
fn opmaaktekens_mogen_overal_staan() {
    let teksten = lastige_teksten();
    let gegevens = teksten.iter().map(|tekst| Gegeven::new(tekst, tekst)).collect::<Vec<_>>();
    let mut stuk_ = klein_stuk(vec![Blok::Gegevens(gegevens.clone()), Blok::Lijst(teksten)]);
    stuk_.organisatie = "#panic() $ * <".to_owned();
    stuk_.dossiernummer = "#x".to_owned();
    stuk_.delen[0].titel = "* #let <".to_owned();
    stuk_.kop = gegevens;
    assert!(tekst(&lees(&stuk(&stuk_).unwrap())).contains("#panic() $ * <"));
}

#[test]
fn een_teken_zonder_letter_wordt_zichtbaar_vervangen() {
    let stuk_ = klein_stuk(vec![Blok::Tekst(vec!["goed \u{1F44D}\u{0}".to_owned()])]);
    let gezet = tekst(&lees(&stuk(&stuk_).unwrap()));
    assert!(gezet.contains("goed □"));
    assert!(gezet.contains("staat voor een teken dat niet kan worden afgedrukt"));
}

#[test]
fn een_lange_tabel_loopt_door_met_haar_kop() {
    let document = lees(&stuk(&lang_stuk(60)).unwrap());
    let paginas = paginas(&document);
    assert!(paginas.len() > 1);
    for (index, pagina) in paginas.iter().enumerate() {
        assert!(pagina.contains("Wat er is besproken"));
        assert!(pagina.contains(&format!("Pagina {} van {}", index + 1, paginas.len())));
    }
    assert!(paginas.last().unwrap().contains("Gesprek nummer 60"));
}

#[test]
fn een_lange_reden_van_een_weigering_loopt_door_op_de_volgende_bladzijde() {
    let mut plan = plan_van_aanpak();
    let reden = "Ik ben het niet eens met de uren. ".repeat(400);
    plan.ondertekening[1].tekening = Tekening::Geweigerd { op: datum("2025-04-23"), reden };
    assert!(paginas(&lees(&stuk(&plan).unwrap())).len() >= 4);
}

#[test]
fn een_vraag_staat_op_dezelfde_bladzijde_als_de_regels_voor_haar_toelichting() {
    let vraag = |nr: usize| {
        let opties = vec!["Eens".to_owned(), "Oneens".to_owned()];
        let toelichting = "Toelichting".to_owned();
        [
            Blok::Keuze { vraag: format!("Vraag {nr}?"), opties },
            Blok::Invulveld { vraag: toelichting, regels: 2 },
        ]
    };
    let document = lees(&stuk(&klein_stuk((1..=30).flat_map(vraag).collect())).unwrap());
    for pagina in paginas(&document) {
        assert_eq!(pagina.matches("Vraag").count(), pagina.matches("Toelichting").count());
    }
}

#[test]
fn een_regel_van_de_inhoud_staat_op_een_bladzijde() {
    let mut blad = voorbeeld::voorblad();
    let mut regel = blad.inhoud.remove(2);
    regel.ondertekening = vec![regel.ondertekening.remove(1); 5];
    blad.inhoud = vec![regel; 20];
    for pagina in paginas(&lees(&voorblad(&blad).unwrap())) {
        let namen = pagina.matches("02b_bijstelling_pva_01.pdf 18").count();
        assert_eq!(5 * namen, pagina.matches("Werknemer: nog niet getekend").count());
    }
}

#[test]
fn een_cel_langer_dan_een_bladzijde_loopt_door() {
    let lang = "Wij hebben besproken wat er al kan. ".repeat(400);
    let kop = vec!["Wat".to_owned()];
    let tabel = Tabel::try_new(kop, vec![vec![lang.clone()]]).unwrap();
    let regels = "Een regel.\n".repeat(200);
    let gegevens = vec![Gegeven::new("Voortgang", lang), Gegeven::new("Afspraken", regels)];
    let stuk_ = klein_stuk(vec![Blok::Tabel(tabel), Blok::Gegevens(gegevens)]);
    assert!(paginas(&lees(&stuk(&stuk_).unwrap())).len() >= 11);
}

#[test]
fn een_concept_draagt_op_elke_pagina_het_woord_concept() {
    let concept = Stuk { concept: true, ..lang_stuk(60) };
    let document = lees(&stuk(&concept).unwrap());
    assert!(paginas(&document).iter().all(|pagina| pagina.contains("CONCEPT")));
    let vast = lees(&stuk(&lang_stuk(60)).unwrap());
    assert!(!tekst(&vast).to_lowercase().contains("concept"));
}

#[test]
fn het_voorblad_noemt_wat_er_is_en_wat_ontbreekt() {
    let gezet = tekst(&lees(&voorblad(&voorbeeld::voorblad()).unwrap()));
    for woord in [
        "Re-integratieverslag",
        "Bijstelling plan van aanpak 2",
        "7 dagen te laat",
        "Er ontbreken nog 2 stukken.",
        "Eindevaluatie (werkgever en werknemer) en Medische informatie (bedrijfsarts)",
        "Niet nodig",
        "28 februari 2027",
    ] {
        assert!(gezet.contains(woord), "`{woord}` staat niet in: {gezet}");
    }
}

#[test]
fn de_inhoud_noemt_bestand_datum_auteur_ondertekening_en_bladzijden() {
    let gezet = tekst(&lees(&voorblad(&voorbeeld::voorblad()).unwrap()));
    for woord in [
        "Inhoud",
        "02_plan_van_aanpak.pdf 22 april 2025",
        "H. van Dijk, Werkgever: getekend op 22 april 2025",
        "S. de Wit, Werknemer: geweigerd met reden op 23 april 2025",
        "A. Vos, Bedrijfsarts: opgesteld op 9 april 2025",
        "Werknemer: nog niet getekend",
    ] {
        assert!(gezet.contains(woord), "`{woord}` staat niet in: {gezet}");
    }
}

#[test]
fn een_volledig_voorblad_zegt_dat_het_volledig_is() {
    let mut volledig = voorbeeld::voorblad();
    volledig.regels.truncate(4);
    assert!(tekst(&lees(&voorblad(&volledig).unwrap())).contains("Volledig."));
}

#[test]
fn een_leeg_voorblad_en_een_leeg_stuk_worden_ook_gezet() {
    let leeg = Voorblad {
        controle: Controle::default(),
        ondertitel: String::new(),
        werknemer: Vec::new(),
        werkgever: Vec::new(),
        termijnen: Vec::new(),
        regels: Vec::new(),
        inhoud: Vec::new(),
        verklaring: Vec::new(),
        ondertekening: Vec::new(),
        bestanden: Vec::new(),
        ..voorbeeld::voorblad()
    };
    assert!(voorblad(&leeg).is_ok());
    assert!(tekst(&lees(&stuk(&klein_stuk(Vec::new())).unwrap())).contains("Niets vastgelegd"));
}

#[test]
fn elk_bestand_blijft_ver_onder_tien_megabyte() {
    assert!(stuk(&lang_stuk(1000)).unwrap().len() < BYTES_MAX);
    assert!(voorblad(&voorbeeld::voorblad()).unwrap().len() < BYTES_MAX);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn elke_tekst_is_te_zetten(een: String, ander: String) {
        let tabel = Tabel::try_new(vec![een.clone()], vec![vec![ander.clone()]]).unwrap();
        let mut stuk_ = klein_stuk(vec![
            Blok::Tabel(tabel),
            Blok::Tekst(vec![een.clone()]),
            Blok::Lijst(vec![ander.clone()]),
            Blok::Keuze { vraag: een.clone(), opties: vec![ander.clone()] },
            Blok::Invulveld { vraag: ander.clone(), regels: 1 },
        ]);
        stuk_.organisatie = een.clone();
        stuk_.dossiernummer = ander.clone();
        stuk_.delen[0].titel = een.clone();
        stuk_.kop = vec![Gegeven::new(een.clone(), ander.clone())];
        stuk_.ondertekening = vec![Ondertekening {
            naam: een,
            functie: ander.clone(),
            tekening: Tekening::Geweigerd { op: datum("2025-04-22"), reden: ander },
        }];
        prop_assert!(stuk(&stuk_).is_ok());
    }
}

fn alle_soorten() -> Vec<Document> {
    [
        stuk(&plan_van_aanpak()),
        stuk(&oordeel_werknemer()),
        stuk(&Stuk { concept: true, ..lang_stuk(30) }),
        voorblad(&voorbeeld::voorblad()),
    ]
    .into_iter()
    .map(|bytes| lees(&bytes.unwrap()))
    .collect()
}

fn eis_normen(document: &Document) {
    let xmp = xmp(document);
    assert!(xmp.contains("<pdfaid:part>2</pdfaid:part>"));
    assert!(xmp.contains("<pdfaid:conformance>A</pdfaid:conformance>"));
    assert!(xmp.contains("<pdfuaid:part>1</pdfuaid:part>"));
}

fn eis_ingebed(document: &Document) {
    let beschrijvingen: Vec<&Dictionary> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|dict| dict.has_type(b"FontDescriptor"))
        .collect();
    assert!(!beschrijvingen.is_empty());
    for beschrijving in beschrijvingen {
        assert!(beschrijving.has(b"FontFile2"));
        let naam = beschrijving.get(b"FontName").unwrap().as_name().unwrap();
        assert!(String::from_utf8_lossy(naam).contains("SourceSans3"));
    }
}

fn eis_kale_metadata(document: &Document) {
    let info = info(document);
    assert!(!info.has(b"Author") && !info.has(b"Keywords") && !info.has(b"Subject"));
    let xmp = xmp(document);
    let personen = ["dc:creator", "pdf:Keywords>", "Wit", "Dijk", "999990019", "Linde", "IJssel"];
    for woord in personen {
        assert!(!xmp.contains(woord), "{woord}");
    }
}

fn taal(document: &Document) -> String {
    let taal = document.catalog().unwrap().get(b"Lang").unwrap().as_str().unwrap();
    String::from_utf8_lossy(taal).into_owned()
}

fn lees(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).unwrap()
}

fn info(document: &Document) -> &Dictionary {
    let verwijzing = document.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
    document.get_dictionary(verwijzing).unwrap()
}

fn xmp(document: &Document) -> String {
    let verwijzing = document.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
    let stream = document.get_object(verwijzing).unwrap().as_stream().unwrap();
    String::from_utf8(stream.get_plain_content().unwrap()).unwrap()
}

/// The text of each page, white space and line ends as one space.
fn paginas(document: &Document) -> Vec<String> {
    let pagina = |nr: &u32| {
        let tekst = document.extract_text(&[*nr]).unwrap();
        tekst.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    document.get_pages().keys().map(pagina).collect()
}

fn tekst(document: &Document) -> String {
    paginas(document).join(" ")
}
