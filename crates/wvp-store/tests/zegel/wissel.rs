//! A new generation of key-encryption keys, and what a node may hold.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use uuid::Uuid;
use wvp_domain::{Compartiment, DossierId};
use wvp_store::keyring::{
    Herwikkeld, KekBestand, Leessleutel, Rol, SleutelId, SleutelbosBestand, SleutelbosGeheugen,
};
use wvp_store::{SleutelFout, Sleutelbos, StroomId};

use crate::hulp::{map, open};

fn stroom(nummer: u128) -> StroomId {
    DossierId(Uuid::from_u128(nummer)).into()
}

/// Makes the keys of this many streams in two compartments.
async fn vul(bos: &SleutelbosBestand, stromen: u128) -> Vec<(StroomId, Compartiment, SleutelId)> {
    let mut alle = vec![];
    for nummer in 0..stromen {
        for compartiment in [Compartiment::A, Compartiment::C] {
            let id = bos.voor_schrijven(stroom(nummer), compartiment).await.unwrap().id();
            alle.push((stroom(nummer), compartiment, id));
        }
    }
    alle
}

async fn eis_open(bos: &dyn Sleutelbos, alle: &[(StroomId, Compartiment, SleutelId)]) {
    for (stroom, compartiment, id) in alle {
        let sleutel = bos.voor_lezen(*stroom, *compartiment, *id).await.unwrap();
        assert!(matches!(sleutel, Leessleutel::Open(_)), "{stroom} {compartiment:?}");
    }
}

fn frames(opslag: &Path) -> Vec<u8> {
    fs::read(opslag.join("sleutels/sleutels.log")).unwrap()
}

#[tokio::test]
async fn na_een_wissel_kan_de_oude_hoofdsleutel_weg_en_opent_alles_nog() {
    let (opslag, keks) = (map(), map());
    let pad = keks.path().join("keks");
    let bos = open(opslag.path(), &pad);
    let alle = vul(&bos, 3).await;
    let oud = frames(opslag.path());
    let nieuw = KekBestand::open(&pad).unwrap().met_nieuwe_generatie().unwrap();
    eis_open(&bos, &alle).await;
    let uitkomst = bos.herwikkel(nieuw.clone()).await.unwrap();
    assert_eq!(uitkomst, Herwikkeld { omgezet: 6, was_goed: 0, zonder_kek: 0 });
    eis_open(&bos, &alle).await;
    nieuw.met_alleen_de_nieuwste().unwrap();
    drop(bos);
    let keks = KekBestand::open(&pad).unwrap();
    assert!(!keks.is_onderweg());
    let bos = SleutelbosBestand::open(opslag.path(), keks).unwrap();
    eis_open(&bos, &alle).await;
    let (oude, _) = oud.as_chunks::<91>();
    let nu = frames(opslag.path());
    assert!(oude.iter().all(|frame| !nu.windows(91).any(|deel| deel == frame)));
}

#[tokio::test]
async fn een_zoeksleutel_blijft_dezelfde_na_een_wissel_en_na_heropenen() {
    let (opslag, keks) = (map(), map());
    let pad = keks.path().join("keks");
    let bos = open(opslag.path(), &pad);
    let hash = bos.zoeksleutel(Compartiment::D, "adres").await.unwrap().hmac(b"waarde");
    let nieuw = KekBestand::open(&pad).unwrap().met_nieuwe_generatie().unwrap();
    bos.herwikkel(nieuw.clone()).await.unwrap();
    nieuw.met_alleen_de_nieuwste().unwrap();
    drop(bos);
    let bos = open(opslag.path(), &pad);
    let nu = bos.zoeksleutel(Compartiment::D, "adres").await.unwrap().hmac(b"waarde");
    assert_eq!(nu, hash);
    let elders = bos.zoeksleutel(Compartiment::ABsn, "adres").await.unwrap().hmac(b"waarde");
    assert_ne!(elders, hash);
}

#[tokio::test]
async fn wie_een_compartiment_niet_kan_openen_krijgt_er_geen_zoeksleutel_van() {
    let bos = SleutelbosGeheugen::met([Compartiment::A]);
    let fout = bos.zoeksleutel(Compartiment::D, "adres").await.unwrap_err();
    assert!(matches!(fout, SleutelFout::GeenKek(Compartiment::D)), "{fout}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn onder_een_wissel_opent_elke_sleutel_op_elk_moment() {
    let (opslag, keks) = (map(), map());
    let pad = keks.path().join("keks");
    let bos = Arc::new(open(opslag.path(), &pad));
    let alle = vul(&bos, 8).await;
    let klaar = Arc::new(AtomicBool::new(false));
    let lezers: Vec<_> = (0..4)
        .map(|_| {
            let (bos, alle, klaar) = (Arc::clone(&bos), alle.clone(), Arc::clone(&klaar));
            tokio::spawn(async move {
                while !klaar.load(Ordering::Relaxed) {
                    eis_open(bos.as_ref(), &alle).await;
                }
            })
        })
        .collect();
    for _ in 0..50 {
        let nieuw = KekBestand::open(&pad).unwrap().met_nieuwe_generatie().unwrap();
        bos.herwikkel(nieuw.clone()).await.unwrap();
        nieuw.met_alleen_de_nieuwste().unwrap();
    }
    klaar.store(true, Ordering::Relaxed);
    for lezer in lezers {
        lezer.await.unwrap();
    }
}

#[tokio::test]
async fn een_wissel_die_na_elk_frame_kan_stoppen_gaat_daarna_verder() {
    let (opslag, keks, werk) = (map(), map(), map());
    let pad = keks.path().join("keks");
    let bos = open(opslag.path(), &pad);
    let alle = vul(&bos, 2).await;
    let oud = frames(opslag.path());
    let nieuw = KekBestand::open(&pad).unwrap().met_nieuwe_generatie().unwrap();
    bos.herwikkel(nieuw.clone()).await.unwrap();
    let erbij = frames(opslag.path());
    for lengte in (0..=erbij.len()).step_by(13) {
        let half = werk.path().join(lengte.to_string());
        fs::create_dir_all(half.join("sleutels")).unwrap();
        let bytes = [oud.as_slice(), &erbij[..lengte]].concat();
        fs::write(half.join("sleutels/sleutels.log"), bytes).unwrap();
        let bos = open(&half, &pad);
        eis_open(&bos, &alle).await;
        let uitkomst = bos.herwikkel(nieuw.clone()).await.unwrap();
        assert_eq!(uitkomst.omgezet + uitkomst.was_goed, 4, "lengte {lengte}");
        assert_eq!(frames(&half).len(), 4 * 91, "lengte {lengte}");
        eis_open(&bos, &alle).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tijdens_een_wissel_lezen_en_schrijven_anderen_door() {
    let (opslag, keks) = (map(), map());
    let pad = keks.path().join("keks");
    let bos = std::sync::Arc::new(open(opslag.path(), &pad));
    let alle = vul(&bos, 300).await;
    let nieuw = KekBestand::open(&pad).unwrap().met_nieuwe_generatie().unwrap();
    let lezer = {
        let (bos, alle) = (std::sync::Arc::clone(&bos), alle.clone());
        tokio::spawn(async move { eis_open(&*bos, &alle).await })
    };
    let schrijver = {
        let bos = std::sync::Arc::clone(&bos);
        tokio::spawn(async move {
            let mut erbij = vec![];
            for nummer in 1000..1020 {
                let id = bos.voor_schrijven(stroom(nummer), Compartiment::A).await.unwrap().id();
                erbij.push((stroom(nummer), Compartiment::A, id));
            }
            erbij
        })
    };
    bos.herwikkel(nieuw.clone()).await.unwrap();
    lezer.await.unwrap();
    let erbij = schrijver.await.unwrap();
    drop(bos);
    let keks = nieuw.met_alleen_de_nieuwste().unwrap();
    let bos = SleutelbosBestand::open(opslag.path(), keks).unwrap();
    eis_open(&bos, &alle).await;
    eis_open(&bos, &erbij).await;
}

#[test]
fn een_node_met_een_sleutel_die_zijn_rol_verbiedt_start_niet() {
    let keks = map();
    let pad = keks.path().join("keks");
    KekBestand::open_of_maak(&pad).unwrap();
    let tekst = fs::read_to_string(&pad).unwrap();
    for rol in Rol::ALLE.into_iter().filter(|rol| *rol != Rol::Alles) {
        let met_rol = format!("rol {}\n{tekst}", rol.naam());
        fs::write(&pad, &met_rol).unwrap();
        let fout = KekBestand::open(&pad).unwrap_err();
        assert!(matches!(fout, SleutelFout::VerbodenVoorRol { .. }), "{fout}");
        let mag = |regel: &str| {
            let nummer = regel.split(' ').next().and_then(|nummer| nummer.parse().ok());
            nummer
                .and_then(Compartiment::met_nummer)
                .is_none_or(|compartiment| rol.mag(compartiment))
        };
        let toegestaan: Vec<&str> = met_rol.lines().filter(|regel| mag(regel)).collect();
        fs::write(&pad, toegestaan.join("\n")).unwrap();
        assert_eq!(KekBestand::open(&pad).unwrap().rol(), rol);
    }
}

#[test]
fn geen_enkele_rol_behalve_alles_mag_bij_medische_gegevens() {
    for rol in Rol::ALLE {
        assert_eq!(rol.mag(Compartiment::C), rol == Rol::Alles, "{}", rol.naam());
    }
}
