//! Every text of every section carries a mark of its own; every reader looks through every output. Marks
//! are seen exactly where the access table allows, before and after rights and facts change.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop at the first surprise"
)]

mod adressen;
mod http;
mod mensen;
mod proef;
mod rechten;
mod uitvoer;

use std::collections::{BTreeMap, BTreeSet};

use tests::merk::MERK;
use wvp_access::Lezer;
use wvp_domain::Categorie;

use mensen::{Iemand, van_de_zaak, voor_elke_functie};
use proef::Proef;

/// A reader, the marks of an output, and what the table lets that reader see.
struct Gezien {
    wie: String,
    wel: BTreeSet<String>,
    mag: BTreeSet<String>,
}

/// What everybody sees of a case in one output.
async fn allen(proef: &Proef, nummer: usize, uitvoer: uitvoer::Uitvoer) -> Vec<Gezien> {
    let mut allen = vec![];
    let mensen = voor_elke_functie().into_iter().chain(van_de_zaak(proef, nummer));
    for iemand in mensen {
        let tekst = uitvoer(proef, nummer, &iemand).await;
        let mag = proef.mag_zien(nummer, &iemand).await;
        allen.push(Gezien { wie: iemand.naam(), wel: proef.merken_in(nummer, &tekst), mag });
    }
    allen
}

/// Asks that each sees exactly those marks of all that anybody sees which the table allows.
fn eis_precies(wat: &str, allen: &[Gezien]) -> BTreeSet<String> {
    let getoond: BTreeSet<String> = allen.iter().flat_map(|it| it.wel.clone()).collect();
    for Gezien { wie, wel, mag } in allen {
        let verwacht: BTreeSet<String> = getoond.intersection(mag).cloned().collect();
        let te_veel: Vec<_> = wel.difference(&verwacht).collect();
        let te_weinig: Vec<_> = verwacht.difference(wel).collect();
        assert!(te_veel.is_empty(), "{wat}: {wie} ziet te veel: {te_veel:?}");
        assert!(te_weinig.is_empty(), "{wat}: {wie} ziet te weinig: {te_weinig:?}");
    }
    getoond
}

#[tokio::test]
async fn elke_lezer_ziet_op_de_tijdlijn_precies_wat_de_tabel_toestaat() {
    let proef = Proef::van_alle_zaken().await;
    let mut per_categorie: BTreeMap<Categorie, usize> = BTreeMap::new();
    for nummer in 0..proef.zaken.len() {
        let tekst = eis_precies("tekst", &allen(&proef, nummer, uitvoer::als_tekst).await);
        let json = eis_precies("JSON", &allen(&proef, nummer, uitvoer::als_json).await);
        assert!(tekst.is_subset(&json), "{:?}", tekst.difference(&json));
        for merk in proef.merken[nummer].iter().filter(|merk| json.contains(&merk.tekst)) {
            *per_categorie.entry(merk.compartiment.categorie()).or_default() += 1;
        }
    }
    for categorie in [Categorie::A, Categorie::B, Categorie::C, Categorie::D] {
        assert!(
            per_categorie.get(&categorie).is_some_and(|aantal| *aantal >= 10),
            "{per_categorie:?}"
        );
    }
}

#[tokio::test]
async fn elke_categorie_is_voor_iemand_open_en_voor_iemand_dicht() {
    let proef = Proef::gespeeld().await;
    let gezien = allen(&proef, 0, uitvoer::als_json).await;
    for categorie in [Categorie::A, Categorie::B, Categorie::C, Categorie::D] {
        let ziet = |it: &Gezien| {
            let mut merken = proef.merken[0].iter();
            merken.any(|merk| {
                merk.compartiment.categorie() == categorie && it.wel.contains(&merk.tekst)
            })
        };
        assert!(gezien.iter().any(ziet), "niemand ziet {categorie:?}");
        assert!(!gezien.iter().all(ziet), "iedereen ziet {categorie:?}");
    }
}

#[tokio::test]
async fn papieren_tonen_niemand_iets_buiten_zijn_rechten_en_nooit_iets_medisch() {
    let proef = Proef::gespeeld().await;
    let gezien = allen(&proef, 0, uitvoer::als_papier).await;
    assert!(gezien.iter().any(|it| it.wel.len() > 10), "er staat iets op papier");
    for Gezien { wie, wel, mag } in gezien {
        assert!(wel.is_subset(&mag), "{wie}: {:?}", wel.difference(&mag));
        let medisch = proef.van_categorie(0, Categorie::C);
        assert!(wel.is_disjoint(&medisch), "{wie}: {:?}", wel.intersection(&medisch));
    }
}

#[tokio::test]
async fn geen_bericht_draagt_een_merk() {
    let proef = Proef::gespeeld().await;
    let berichten = proef.huis.post.berichten();
    assert!(berichten.len() > 50, "{} berichten", berichten.len());
    for bericht in berichten {
        // Whom it is for is no secret to the receiver.
        let zonder_aanhef = bericht.tekst.replace(&bericht.aan_naam, "");
        let alles = [bericht.onderwerp, zonder_aanhef, bericht.aan_email].concat();
        assert!(!alles.contains(MERK), "{alles}");
    }
}

#[tokio::test]
async fn geen_foutmelding_draagt_een_merk() {
    let proef = Proef::gespeeld().await;
    let mut geweigerd = 0;
    for lezer in [Lezer::Planner, Lezer::Werkgever, Lezer::VerzekeraarClaimbeoordelaar] {
        for stap in &proef.zaken[0].stappen {
            let wie = Iemand::met_functie(lezer);
            let fout = proef.probeer(0, &wie, &stap.wat).await;
            geweigerd += usize::from(fout.is_some());
            let tekst = fout.unwrap_or_default();
            assert!(!tekst.contains(MERK), "{tekst}");
        }
    }
    assert!(geweigerd > 20, "{geweigerd} weigeringen");
}

/// Every subcommand, with where its output is searched for marks, or why there is nothing to find.
const OPDRACHTEN: [(&str, &str); 34] = [
    ("demo", "wat de vijf van een zaak zien: als_tekst, als_json"),
    ("serve", "over_http_ziet_ieder_wat_de_tabel_toestaat_en_zeggen_log_en_metingen_niets"),
    ("config", "instellingen, zonder dossier"),
    ("account", "een geheim, zonder dossier"),
    ("termijnen", "rekent met wat wordt ingetypt"),
    ("wat-als", "rekent met wat wordt ingetypt"),
    ("regels", "de tabel van termijnen; vergelijken telt en noemt dossiernummers"),
    ("protocol", "verzonnen gevallen"),
    ("ziektedag", "rekent met wat wordt ingetypt"),
    ("tijdlijn", "als_tekst, als_json"),
    (
        "leeslog",
        "nummers en woorden van de tabel: een_regel_zegt_wie_waarvoor_en_waarvandaan_en_nooit_wat",
    ),
    ("toegang", "de tabel van bevoegdheden"),
    ("bevoegdheden", "rechten, zonder dossier"),
    ("waarneming", "nummers en dagen"),
    ("overdracht", "tellingen"),
    ("postvak", "namen van stappen en dagen: geen_bericht_draagt_een_merk"),
    ("agenda", "namen van stappen en dagen: geen_agenda_zegt_wie_of_wat"),
    ("bezorging", "nummers en tellingen"),
    ("riv", "als_papier; werknemer en medisch: het_merk_staat_alleen_in_het_medische_deel"),
    ("stuk", "het_merk_staat_alleen_in_het_medische_deel"),
    ("teken", "namen van stukken; een exemplaar gaat zoals het kwam"),
    ("uwv", "procesgegevens en personen: B en C gaan er niet voor open"),
    ("sivi", "het_bericht_met_stukken_heeft_de_papieren_van_de_werkgever_en_niets_medisch"),
    ("voorzet", "een_voorzet_voor_werkgever_of_werknemer_draagt_geen_merk"),
    ("tick", "geen_bericht_draagt_een_merk"),
    ("rooster", "stuurt wat tick stuurt: geen_bericht_draagt_een_merk"),
    ("gereed", "dagen en tellingen"),
    ("simulate", "verzonnen dossiers"),
    ("verify", "nummers en tellingen: het_merk_staat_in_geen_enkel_bestand"),
    ("herstel", "verzegelde bytes: geen_enkele_categorie_staat_leesbaar_in_de_opslag"),
    ("backup", "verzegelde bytes: geen_enkele_categorie_staat_leesbaar_in_de_opslag"),
    ("restore", "verzegelde bytes: geen_enkele_categorie_staat_leesbaar_in_de_opslag"),
    ("copy", "verzegelde bytes: geen_enkele_categorie_staat_leesbaar_in_de_opslag"),
    ("sleutels", "sleutels, zonder dossier"),
];

#[test]
fn van_elke_opdracht_staat_er_waar_haar_uitvoer_is_onderzocht() {
    let programma = env!("CARGO_BIN_EXE_proef-poortwachter");
    let uit = std::process::Command::new(programma).arg("--help").output().unwrap();
    let tekst = String::from_utf8(uit.stdout).unwrap();
    let (_, lijst) = tekst.split_once("Opdrachten:").unwrap();
    let (lijst, _) = lijst.split_once("Opties:").unwrap();
    let gevonden: BTreeSet<&str> =
        lijst.lines().filter_map(|it| it.split_whitespace().next()).collect();
    let bekend: BTreeSet<&str> = OPDRACHTEN.iter().map(|(naam, _)| *naam).collect();
    assert_eq!(gevonden, bekend);
}
