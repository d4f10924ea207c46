//! The keyring on disk.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use wvp_domain::{Compartiment, Event};
use wvp_store::keyring::{KekBestand, SleutelbosBestand};
use wvp_store::{SleutelFout, Sleutelbos, StoreError, Toegang, ontzegel};

use crate::hulp::{STROOM, bewijs, map, open, verzegeld, ziekmelding};

#[tokio::test]
async fn sleutels_overleven_een_herstart() {
    let (opslag, keks) = (map(), map());
    let keks = keks.path().join("keks");
    let record = verzegeld(&open(opslag.path(), &keks)).await.unwrap();
    let bos = open(opslag.path(), &keks);
    let event = ontzegel::<Event>(&bos, &record, Toegang::alles()).await.unwrap().event;
    assert_eq!(event, Some(ziekmelding()));
}

#[test]
fn een_nieuw_sleutelbestand_is_alleen_voor_de_eigenaar() {
    let keks = map();
    let pad = keks.path().join("keks");
    KekBestand::open_of_maak(&pad).unwrap();
    assert_eq!(fs::metadata(&pad).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn een_sleutelbestand_dat_anderen_kunnen_lezen_wordt_geweigerd() {
    let keks = map();
    let pad = keks.path().join("keks");
    KekBestand::open_of_maak(&pad).unwrap();
    fs::set_permissions(&pad, fs::Permissions::from_mode(0o640)).unwrap();
    let fout = KekBestand::open_of_maak(&pad).unwrap_err();
    assert!(matches!(fout, SleutelFout::LeesbaarVoorAnderen(_)), "{fout}");
}

#[test]
fn een_sleutelbestand_in_de_opslag_wordt_geweigerd() {
    let opslag = map();
    let keks = KekBestand::open_of_maak(&opslag.path().join("keks")).unwrap();
    let fout = SleutelbosBestand::open(opslag.path(), keks).unwrap_err();
    assert!(matches!(fout, SleutelFout::InOpslag(_)), "{fout}");
}

#[test]
fn een_kapotte_regel_wordt_genoemd_zonder_hem_te_herhalen() {
    let keks = map();
    let pad = keks.path().join("keks");
    KekBestand::open_of_maak(&pad).unwrap();
    let tekst = fs::read_to_string(&pad).unwrap().replacen("\n1 ", "\n1 zz", 1);
    fs::write(&pad, tekst).unwrap();
    let fout = KekBestand::open(&pad).unwrap_err().to_string();
    assert!(fout.ends_with("regel 2 is geen hoofdsleutel"), "{fout}");
}

#[tokio::test]
async fn andere_hoofdsleutels_passen_niet() {
    let (opslag, keks) = (map(), map());
    let record = verzegeld(&open(opslag.path(), &keks.path().join("een"))).await.unwrap();
    let bos = open(opslag.path(), &keks.path().join("twee"));
    let fout = ontzegel::<Event>(&bos, &record, Toegang::alles()).await.unwrap_err();
    assert!(matches!(fout, StoreError::Keyring(SleutelFout::VerkeerdeKek(_))), "{fout}");
}

#[tokio::test]
async fn een_vernietigde_sleutel_is_van_de_schijf_en_blijft_weg() {
    let (opslag, keks) = (map(), map());
    let keks = keks.path().join("keks");
    let bos = open(opslag.path(), &keks);
    verzegeld(&bos).await.unwrap();
    let pad = opslag.path().join("sleutels/sleutels.log");
    let gewikkeld = fs::read(&pad).unwrap().chunks(91).map(<[u8]>::to_vec).collect::<Vec<_>>();
    let doel = [bewijs(Compartiment::D)];
    bos.vernietig(&doel).await.unwrap();
    bos.vernietig(&doel).await.unwrap();
    let over = fs::read(&pad).unwrap();
    let nog = gewikkeld.iter().filter(|frame| over.windows(91).any(|it| it == frame.as_slice()));
    assert_eq!((gewikkeld.len(), nog.count()), (2, 1));
    drop(bos);
    let fout = open(opslag.path(), &keks).voor_schrijven(STROOM, Compartiment::D).await;
    assert!(matches!(fout, Err(SleutelFout::Vernietigd { .. })), "{fout:?}");
}

#[tokio::test]
async fn een_gescheurde_staart_kost_die_sleutel_en_niets_anders() {
    let (opslag, keks) = (map(), map());
    let keks = keks.path().join("keks");
    let pad = opslag.path().join("sleutels/sleutels.log");
    let eerste = open(opslag.path(), &keks).voor_schrijven(STROOM, Compartiment::A).await.unwrap();
    let heel = fs::read(&pad).unwrap();
    open(opslag.path(), &keks).voor_schrijven(STROOM, Compartiment::D).await.unwrap();
    let beide = fs::read(&pad).unwrap();
    for lengte in heel.len()..beide.len() {
        fs::write(&pad, &beide[..lengte]).unwrap();
        let bos = open(opslag.path(), &keks);
        assert_eq!(fs::read(&pad).unwrap(), heel, "lengte {lengte}");
        let weer = bos.voor_schrijven(STROOM, Compartiment::A).await.unwrap();
        assert_eq!(weer.id(), eerste.id(), "lengte {lengte}");
    }
}

#[tokio::test]
async fn een_beschadigde_sleutel_is_onbekend_en_de_andere_niet() {
    let (opslag, keks) = (map(), map());
    let keks = keks.path().join("keks");
    let pad = opslag.path().join("sleutels/sleutels.log");
    let bos = open(opslag.path(), &keks);
    let a = bos.voor_schrijven(STROOM, Compartiment::A).await.unwrap().id();
    let d = bos.voor_schrijven(STROOM, Compartiment::D).await.unwrap().id();
    drop(bos);
    let mut bytes = fs::read(&pad).unwrap();
    bytes[50] ^= 1;
    fs::write(&pad, bytes).unwrap();
    let bos = open(opslag.path(), &keks);
    assert_eq!(bos.beschadigd(), 1);
    let fout = bos.voor_lezen(STROOM, Compartiment::A, a).await;
    assert!(matches!(fout, Err(SleutelFout::Onbekend { .. })), "{fout:?}");
    assert!(bos.voor_lezen(STROOM, Compartiment::D, d).await.is_ok());
}

#[tokio::test]
async fn een_tweede_proces_krijgt_de_sleutelbos_niet() {
    let (opslag, keks) = (map(), map());
    let keks = keks.path().join("keks");
    let _bos = open(opslag.path(), &keks);
    let tweede = SleutelbosBestand::open(opslag.path(), KekBestand::open(&keks).unwrap());
    assert!(matches!(tweede, Err(SleutelFout::InGebruik(_))), "{tweede:?}");
}
