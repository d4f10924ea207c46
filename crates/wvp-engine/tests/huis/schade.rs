//! One dossier that is damaged or erased never stops the others.

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::{Command, DossierId, Event};
use wvp_engine::Klok as _;
use wvp_store::keyring::SleutelbosGeheugen;
use wvp_store::{
    Auteur, EventStore as _, GebeurtenisId, Kop, Leesmodellen as _, Omslag, StroomId, Toevoeging,
    Versie, Verwacht, verzegel,
};

use crate::hulp::{
    DOSSIER, Postvak, account, dag, dagen, extra_dossier, melding_arbodienst, met_werkgever,
};

const ANDER: u128 = 4_711;

#[tokio::test]
async fn een_beschadigd_dossier_houdt_de_berichten_van_anderen_niet_op() {
    let huis = met_werkgever().await;
    extra_dossier(&huis, ANDER).await;
    let postvak = Postvak::default();
    *postvak.storing.lock().unwrap() = true;
    dagen(&huis, "2024-01-01", 5, &postvak).await;
    *postvak.storing.lock().unwrap() = false;
    huis.klok.zet(dag("2024-01-06"));
    huis.opslag.beschadig(DOSSIER);
    let gemeld = huis.engine.alert(&postvak).await.unwrap();
    assert!(gemeld.bezorgd > 0 && gemeld.wachtend > 0, "{gemeld:?}");
    huis.opslag.herstel(DOSSIER);
    let daarna = huis.engine.alert(&postvak).await.unwrap();
    assert_eq!((daarna.bezorgd, daarna.wachtend), (gemeld.wachtend, 0));
}

#[tokio::test]
async fn een_gewist_dossier_houdt_tik_en_berichten_van_anderen_niet_op() {
    let huis = met_werkgever().await;
    extra_dossier(&huis, ANDER).await;
    huis.engine.follow().await.unwrap();
    huis.vernietig(DOSSIER).await;
    huis.klok.zet(dag("2024-02-13"));
    let getikt = huis.engine.tick().await.unwrap();
    assert_eq!((getikt.dossiers, getikt.mislukt), (1, 0));
    let gemeld = huis.engine.alert(&Postvak::default()).await.unwrap();
    assert!(gemeld.bezorgd > 0);
    assert_eq!(huis.engine.overzicht().await.unwrap().len(), 1);
}

#[tokio::test]
async fn een_beschadigd_dossier_telt_als_mislukt_ook_als_het_nooit_in_het_overzicht_stond() {
    let huis = met_werkgever().await;
    extra_dossier(&huis, ANDER).await;
    huis.opslag.beschadig(DOSSIER);
    huis.klok.zet(dag("2024-02-13"));
    let getikt = huis.engine.tick().await.unwrap();
    assert_eq!((getikt.dossiers, getikt.mislukt), (2, 1));
    assert!(huis.engine.alert(&Postvak::default()).await.unwrap().bezorgd > 0);
}

#[tokio::test]
async fn een_dossier_waarvan_de_sleutel_zoek_is_houdt_het_volgen_niet_op() {
    let huis = met_werkgever().await;
    let ander = extra_dossier(&huis, ANDER).await;
    verzegel_met_een_andere_sleutelbos(&huis, DossierId(Uuid::from_u128(9))).await;
    huis.engine.follow().await.unwrap();
    let overzicht = huis.engine.overzicht().await.unwrap();
    assert_eq!(overzicht.iter().map(|rij| rij.dossier).collect::<Vec<_>>(), [DOSSIER, ander]);
    assert_eq!(huis.engine.tick().await.unwrap().mislukt, 1);
    huis.engine.alert(&Postvak::default()).await.unwrap();
}

/// Puts a dossier in the store that the keyring of the house never heard of.
async fn verzegel_met_een_andere_sleutelbos(huis: &crate::hulp::Huis, dossier: DossierId) {
    let Command::MeldZiek(melding) = crate::hulp::ziekmelding() else { unreachable!() };
    let stroom = StroomId::from(dossier);
    let door = Auteur {
        account: account(Lezer::Werkgever),
        partij: String::new(),
        functie: String::new(),
    };
    let kop = Kop { door, namens: None, verzoek: Uuid::from_u128(1) };
    let omslag = Omslag { id: GebeurtenisId(Uuid::from_u128(1)), moment: huis.klok.nu(), kop };
    let vreemd = SleutelbosGeheugen::new();
    let event = Event::ZiekmeldingOntvangen(melding);
    let record = verzegel(&vreemd, stroom, Versie(1), omslag, &event).await.unwrap();
    let deel = Toevoeging { stroom, verwacht: Verwacht::Geen, records: vec![record] };
    huis.store.append(vec![deel]).await.unwrap();
}

#[tokio::test]
async fn een_kapotte_rij_van_een_leesmodel_houdt_de_andere_rijen_niet_tegen() {
    let huis = met_werkgever().await;
    let ander = extra_dossier(&huis, ANDER).await;
    huis.engine.follow().await.unwrap();
    verknoei_rijen(&huis, DOSSIER).await;
    let overzicht = huis.engine.overzicht().await.unwrap();
    assert_eq!(overzicht.iter().map(|rij| rij.dossier).collect::<Vec<_>>(), [ander]);
    huis.doe(Lezer::Werkgever, melding_arbodienst(11)).await.unwrap();
    huis.engine.follow().await.unwrap();
    assert_eq!(huis.engine.overzicht().await.unwrap().len(), 2);
}

/// Flips the last byte of every row of the overview that is about this dossier.
async fn verknoei_rijen(huis: &crate::hulp::Huis, dossier: DossierId) {
    let alle = huis.store.reeks("overzicht", wvp_store::Bereik::Alles, 99).await.unwrap();
    let eigen = alle.into_iter().filter(|(sleutel, _)| sleutel.ends_with(dossier.0.as_bytes()));
    let kapot = eigen.map(|(sleutel, mut waarde)| {
        *waarde.last_mut().unwrap() ^= 1;
        wvp_store::Wijziging::Zet(sleutel, waarde)
    });
    let punt = huis.store.controlepunt("overzicht").await.unwrap();
    let wijzigingen: Vec<_> = kapot.collect();
    assert_eq!(wijzigingen.len(), 2);
    huis.store.schrijf("overzicht", punt, punt.unwrap(), wijzigingen).await.unwrap();
}

#[tokio::test]
async fn een_hersteld_dossier_komt_vanzelf_weer_in_het_overzicht() {
    let huis = met_werkgever().await;
    huis.engine.follow().await.unwrap();
    huis.doe(Lezer::Werkgever, melding_arbodienst(11)).await.unwrap();
    let volgende = async || {
        let overzicht = huis.engine.overzicht().await.unwrap();
        overzicht.first().unwrap().volgende.map(|volgende| volgende.termijn)
    };
    let voor = volgende().await;
    huis.opslag.beschadig_lezen(DOSSIER);
    huis.engine.follow().await.unwrap();
    huis.opslag.herstel(DOSSIER);
    huis.engine.follow().await.unwrap();
    assert_ne!(volgende().await, voor);
}
