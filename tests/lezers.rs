//! Five readers, five timelines of one dossier.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::collections::BTreeSet;
use std::path::PathBuf;

use tests::proefhuis::Proefhuis;
use wvp_cli::demo::{Rol, Speler, Zaak, caseload, gebruiker, lezer};
use wvp_cli::herinneringen;
use wvp_domain::{Categorie, Datum};
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
