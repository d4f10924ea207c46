//! Five readers, five timelines of one dossier.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::collections::BTreeSet;
use std::path::PathBuf;

use tests::proefhuis::Proefhuis;
use wvp_cli::demo::{Rol, Speler, Zaak, caseload, gebruiker, lezer};
use wvp_domain::{Categorie, Compartiment, Datum};
use wvp_engine::{Aanleiding, herinneringen};
use wvp_papieren::Drukker;
use wvp_projections::{Herinneringen, Tijdlijn, tijdlijn};

/// The straight case, played to the end in memory.
async fn gespeeld() -> (Proefhuis, Zaak) {
    let mut zaken = caseload().unwrap();
    zaken.truncate(1);
    for zaak in &mut zaken {
        zaak.papieren.clear();
    }
    let proef = Proefhuis::op(Datum::EERSTE);
    let speler = Speler {
        huis: &proef.huis,
        klok: proef.klok.clone(),
        zaken: &zaken,
        kanaal: &proef.post,
        papieren: PathBuf::new(),
    };
    speler.speel(&|_| {}).await.unwrap();
    (proef, zaken.remove(0))
}

async fn zoals(proef: &Proefhuis, zaak: &Zaak, rol: Rol) -> Tijdlijn {
    let inzage = proef.huis.engine.read(&gebruiker(zaak, rol), zaak.dossier, None).await.unwrap();
    tijdlijn(&inzage.gebeurtenissen, inzage.feiten_van, herinneringen(lezer(rol)))
}

fn categorieen(lijn: &Tijdlijn) -> BTreeSet<Categorie> {
    let delen = lijn.regels.iter().flat_map(|regel| &regel.delen);
    delen.map(|deel| deel.compartiment.categorie()).collect()
}

#[tokio::test]
async fn vijf_lezers_zien_vijf_verschillende_tijdlijnen() {
    let (proef, zaak) = gespeeld().await;
    let mut lijnen = Vec::new();
    for rol in Rol::ALLE {
        lijnen.push((rol, zoals(&proef, &zaak, rol).await));
    }
    for (plaats, (rol, lijn)) in lijnen.iter().enumerate() {
        for (ander, andere) in &lijnen[plaats + 1..] {
            assert!(lijn.regels != andere.regels, "{} = {}", rol.naam(), ander.naam());
        }
    }
}

#[tokio::test]
async fn alleen_bedrijfsarts_en_werknemer_lezen_het_medische_deel() {
    let (proef, zaak) = gespeeld().await;
    for rol in Rol::ALLE {
        let mag = matches!(rol, Rol::Bedrijfsarts | Rol::Werknemer);
        let lijn = zoals(&proef, &zaak, rol).await;
        assert_eq!(categorieen(&lijn).contains(&Categorie::C), mag, "{}", rol.naam());
    }
}

#[tokio::test]
async fn de_claimbeoordelaar_leest_geen_re_integratiegegevens() {
    let (proef, zaak) = gespeeld().await;
    let lijn = zoals(&proef, &zaak, Rol::Claimbeoordelaar).await;
    assert!(!categorieen(&lijn).contains(&Categorie::B));
}

#[tokio::test]
async fn werkgever_en_casemanager_lezen_niet_wat_in_het_oordeel_van_de_werknemer_staat() {
    let (proef, zaak) = gespeeld().await;
    for rol in Rol::ALLE {
        let lijn = zoals(&proef, &zaak, rol).await;
        let oordelen = lijn.regels.iter().filter(|regel| regel.titel == "Oordeel werknemer");
        let inhoud = oordelen.flat_map(|regel| &regel.delen).filter(|deel| {
            // Section A says that an opinion was given: everybody may know that.
            deel.compartiment != Compartiment::A
        });
        let mag = matches!(rol, Rol::Werknemer | Rol::Bedrijfsarts);
        assert_eq!(inhoud.count(), usize::from(mag), "{}", rol.naam());
    }
}

#[tokio::test]
async fn de_papieren_van_de_casemanager_hebben_geen_inhoud_van_het_oordeel() {
    let (proef, zaak) = gespeeld().await;
    let van_de_werknemer = oordeel_op_papier(&proef, &zaak, Rol::Werknemer).await;
    assert!(van_de_werknemer.contains("veertig brieven geschreven"));
    let van_de_casemanager = oordeel_op_papier(&proef, &zaak, Rol::Casemanager).await;
    assert!(!van_de_casemanager.contains("veertig brieven geschreven"));
    assert!(van_de_casemanager.contains("Bent u het eens met"));
}

async fn oordeel_op_papier(proef: &Proefhuis, zaak: &Zaak, rol: Rol) -> String {
    let wie = gebruiker(zaak, rol);
    let bestanden =
        proef.huis.engine.riv(&wie, zaak.dossier, &Aanleiding::default(), &Drukker).await.unwrap();
    let bestand = bestanden.iter().find(|it| it.naam == "06_oordeel_werknemer.pdf").unwrap();
    let mut document = lopdf::Document::load_mem(&bestand.inhoud).unwrap();
    document.decompress();
    let paginas: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&paginas).unwrap()
}

#[tokio::test]
async fn de_werkgever_ziet_niet_dat_de_arbodienst_een_vangnet_vaststelde() {
    let (proef, zaak) = gespeeld().await;
    let titel = "Vangnet vastgesteld door arbodienst";
    let ziet = |lijn: &Tijdlijn| lijn.regels.iter().any(|regel| regel.titel == titel);
    assert!(!ziet(&zoals(&proef, &zaak, Rol::Werkgever).await));
    assert!(ziet(&zoals(&proef, &zaak, Rol::Bedrijfsarts).await));
}

#[tokio::test]
async fn elke_lezing_staat_in_het_leeslog() {
    let (proef, zaak) = gespeeld().await;
    let voor = proef.huis.store.kop().0;
    for rol in Rol::ALLE {
        zoals(&proef, &zaak, rol).await;
    }
    assert_eq!(proef.huis.store.kop().0 - voor, 5);
}

#[tokio::test]
async fn wie_de_klok_terugzet_ziet_alleen_de_feiten_van_toen() {
    let (proef, zaak) = gespeeld().await;
    let toen = Datum::ymd(2024, 2, 6).unwrap();
    let wie = gebruiker(&zaak, Rol::Casemanager);
    let inzage = proef.huis.engine.read(&wie, zaak.dossier, Some(toen)).await.unwrap();
    let lijn = tijdlijn(&inzage.gebeurtenissen, toen, Herinneringen::Weglaten);
    let titels: Vec<&str> = lijn.regels.iter().map(|regel| regel.titel).collect();
    assert!(titels.contains(&"Probleemanalyse"));
    assert!(!titels.contains(&"Plan van aanpak"));
}
