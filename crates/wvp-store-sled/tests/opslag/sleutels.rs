//! Seals and keys in a real folder.

use std::path::Path;

use uuid::Uuid;
use wvp_domain::mijlpaal::ziekmelding::{Bereikbaarheid, Melding};
use wvp_domain::{AccountId, Compartiment, Event, Secties, StukId, WerkgeverId, WerknemerId};
use wvp_store::conformance::stroom;
use wvp_store::keyring::{Bewijs, KekBestand, Reden, SleutelbosBestand, Vernietiging};
use wvp_store::verificatie::Bevinding;
use wvp_store::{
    Auteur, EventStore, GebeurtenisId, Kop, Moment, Omslag, Sleutelbos, StroomId, Toegang,
    Toevoeging, Versie, Verwacht, ontzegel, verzegel,
};
use wvp_store_sled::verifieer;

use crate::hulp::{lees, map, open, segmenten};

fn ziekmelding() -> Event {
    let melding = Melding {
        stuk: StukId(Uuid::from_u128(1)),
        werknemer: WerknemerId(Uuid::from_u128(2)),
        werkgever: WerkgeverId(Uuid::from_u128(3)),
        naam: "Anna de Vries".to_owned(),
        eerste_ziektedag: "2025-03-03".parse().unwrap(),
        gemeld_op: "2025-03-03".parse().unwrap(),
        werkhervatting_verwacht: None,
    };
    let bereikbaarheid =
        Bereikbaarheid { telefoon: Some("0612345678".to_owned()), verblijfadres: None };
    Event::ZiekmeldingOntvangen(Secties::proces(melding).met_d(bereikbaarheid))
}

fn omslag() -> Omslag {
    let door = Auteur {
        account: AccountId(Uuid::from_u128(9)),
        partij: "werkgever".to_owned(),
        functie: "werkgever".to_owned(),
    };
    let kop = Kop { door, namens: None, verzoek: Uuid::from_u128(5) };
    Omslag { id: GebeurtenisId(Uuid::from_u128(4)), moment: Moment(0), kop }
}

fn sleutelbos(opslag: &Path, keks: &Path) -> SleutelbosBestand {
    SleutelbosBestand::open(opslag, KekBestand::open_of_maak(keks).unwrap()).unwrap()
}

/// A certificate, signed by the key file.
fn bewijs(keks: &Path, stroom: StroomId, compartiment: Compartiment) -> Bewijs {
    let (moment, door) = (Moment(8), AccountId(Uuid::from_u128(9)));
    let wat = Vernietiging { stroom, compartiment, moment, door, reden: Reden::Bewaartermijn };
    KekBestand::open(keks).unwrap().ondertekenaar().unwrap().onderteken(wat).unwrap()
}

async fn vul(opslag: &Path, keks: &Path) {
    let (store, _) = open(opslag).await;
    let bos = sleutelbos(opslag, keks);
    let record = verzegel(&bos, stroom(1), Versie(1), omslag(), &ziekmelding()).await.unwrap();
    let deel = Toevoeging { stroom: stroom(1), verwacht: Verwacht::Geen, records: vec![record] };
    store.append(vec![deel]).await.unwrap();
    store.sluit().await.unwrap();
}

#[tokio::test]
async fn niets_van_een_sectie_staat_leesbaar_in_het_journaal() {
    let (opslag, keks) = (map(), map());
    vul(opslag.path(), &keks.path().join("keks")).await;
    let bytes = std::fs::read(&segmenten(opslag.path())[0]).unwrap();
    for geheim in ["Anna", "0612345678", "werkgever"] {
        assert!(!bytes.windows(geheim.len()).any(|deel| deel == geheim.as_bytes()), "{geheim}");
    }
}

#[tokio::test]
async fn een_vernietigde_sleutel_sluit_een_compartiment_en_de_rest_blijft_open() {
    let (opslag, keks) = (map(), map());
    let keks = keks.path().join("keks");
    vul(opslag.path(), &keks).await;
    let bos = sleutelbos(opslag.path(), &keks);
    bos.vernietig(&[bewijs(&keks, stroom(1), Compartiment::D)]).await.unwrap();
    let (store, _) = open(opslag.path()).await;
    let record = lees(&store, stroom(1)).await.unwrap().remove(0);
    let open = ontzegel::<Event>(&bos, &record, Toegang::alles()).await.unwrap();
    let Some(Event::ZiekmeldingOntvangen(melding)) = open.event else {
        panic!("{open:?}");
    };
    assert_eq!(melding.a.naam, "Anna de Vries");
    assert!(melding.d.is_dicht());
    store.sluit().await.unwrap();
    let verslag = verifieer(opslag.path(), &bos).await.unwrap();
    assert!(verslag.is_heel(), "{verslag:?}");
    assert_eq!((verslag.secties_open, verslag.secties_dicht), (2, 1));
}

#[tokio::test]
async fn verifieren_noemt_een_verkeerde_sleutelbos() {
    let (opslag, keks, ander) = (map(), map(), map());
    vul(opslag.path(), &keks.path().join("keks")).await;
    let leeg = sleutelbos(ander.path(), &keks.path().join("keks"));
    let verslag = verifieer(opslag.path(), &leeg).await.unwrap();
    let [(plek, Bevinding::Sleutel(_))] = verslag.bevindingen.as_slice() else {
        panic!("{verslag:?}");
    };
    assert_eq!((plek.stroom, plek.versie), (Some(stroom(1)), Some(Versie(1))));
}
