//! The keyring that nodes share.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;
use wvp_domain::{AccountId, Compartiment};
use wvp_proefserver::proefserver;
use wvp_store::conformance::{deel, stroom};
use wvp_store::keyring::{
    Bewijs, KekBestand, Leessleutel, Ondertekenaar, Reden, SleutelId, Vernietiging,
};
use wvp_store::{EventStore, Moment, SleutelFout, Sleutelbos, Sleutelvraag, Verwacht};
use wvp_store_postgres::{PostgresStore, SleutelbosPostgres, verifieer};

use crate::hulp::{database, naam, open};

/// A node with its keyring; the key file is shared, as an administrator would hand it to each.
async fn knoop(url: &str, keks: &Path) -> (Arc<PostgresStore>, SleutelbosPostgres) {
    let store = open(url).await;
    let bos = SleutelbosPostgres::new(&store, KekBestand::open_of_maak(keks).unwrap());
    (store, bos)
}

fn kekbestand() -> (TempDir, PathBuf) {
    let map = tempfile::tempdir().unwrap();
    let pad = map.path().join("keks");
    (map, pad)
}

/// The certificate that the key of compartment C of a stream was destroyed.
fn bewijs(nummer: u128) -> Bewijs {
    let wat = Vernietiging {
        stroom: stroom(nummer),
        compartiment: Compartiment::C,
        moment: Moment(1_764_000_000_000_000),
        door: AccountId(uuid::Uuid::from_u128(7)),
        reden: Reden::Verzoek,
    };
    Ondertekenaar::willekeurig().unwrap().onderteken(wat).unwrap()
}

/// Everything that the server keeps of a table, as it lies on disk.
fn op_schijf(url: &str, tabel: &str) -> Vec<u8> {
    let vraag = format!("checkpoint; select pg_relation_filepath('{tabel}')");
    let pad = proefserver().psql(&naam(url), &vraag).unwrap();
    fs::read(proefserver().datamap().join(pad)).unwrap()
}

fn bevat(bytes: &[u8], deel: &[u8]) -> bool {
    bytes.windows(deel.len()).any(|venster| venster == deel)
}

#[tokio::test(flavor = "multi_thread")]
async fn knopen_die_tegelijk_een_sleutel_vragen_krijgen_dezelfde() {
    let (url, (_map, keks)) = (database(), kekbestand());
    let knopen = [knoop(&url, &keks).await, knoop(&url, &keks).await];
    let vragers: Vec<_> = (0..16_usize)
        .map(|wie| {
            let bos = knopen[wie % 2].1.clone();
            tokio::spawn(async move { bos.voor_schrijven(stroom(1), Compartiment::C).await })
        })
        .collect();
    let mut ids = vec![];
    for vrager in vragers {
        ids.push(vrager.await.unwrap().unwrap().id());
    }
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    for (_, bos) in &knopen {
        let sleutel = bos.voor_lezen(stroom(1), Compartiment::C, ids[0]).await.unwrap();
        assert!(matches!(sleutel, Leessleutel::Open(open) if open.id() == ids[0]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn knopen_zoeken_met_dezelfde_sleutel() {
    let (url, (_map, keks)) = (database(), kekbestand());
    let (_een, bos) = knoop(&url, &keks).await;
    let (_twee, ander) = knoop(&url, &keks).await;
    let een = bos.zoeksleutel(Compartiment::D, "adres").await.unwrap();
    let twee = ander.zoeksleutel(Compartiment::D, "adres").await.unwrap();
    assert_eq!(een.hmac(b"waarde"), twee.hmac(b"waarde"));
}

#[tokio::test(flavor = "multi_thread")]
async fn wat_de_ene_knoop_vernietigt_is_bij_de_andere_weg_en_komt_niet_terug() {
    let (url, (_map, keks)) = (database(), kekbestand());
    let (_een, bos) = knoop(&url, &keks).await;
    let (_twee, ander) = knoop(&url, &keks).await;
    let a = ander.voor_schrijven(stroom(1), Compartiment::A).await.unwrap().id();
    let c = ander.voor_schrijven(stroom(1), Compartiment::C).await.unwrap().id();
    for _ in 0..2 {
        bos.vernietig(&[bewijs(1)]).await.unwrap();
    }
    let gelezen = ander.voor_lezen(stroom(1), Compartiment::C, c).await.unwrap();
    assert!(matches!(gelezen, Leessleutel::Vernietigd));
    let nieuw = ander.voor_schrijven(stroom(1), Compartiment::C).await;
    assert!(matches!(nieuw, Err(SleutelFout::Vernietigd { .. })), "{nieuw:?}");
    let over = ander.voor_lezen(stroom(1), Compartiment::A, a).await.unwrap();
    assert!(matches!(over, Leessleutel::Open(_)));
}

#[tokio::test(flavor = "multi_thread")]
async fn een_vernietigde_sleutel_is_van_de_schijf_en_een_oude_kopie_brengt_hem_niet_terug() {
    const TABEL: &str = "poortwachter_sleutels.sleutel";
    let (url, (_map, keks)) = (database(), kekbestand());
    let (_store, bos) = knoop(&url, &keks).await;
    let sleutel = bos.voor_schrijven(stroom(1), Compartiment::C).await.unwrap();
    let id = sleutel.id().0.to_ne_bytes();
    let vraag = "create table kopie as table poortwachter_sleutels.sleutel";
    proefserver().psql(&naam(&url), vraag).unwrap();
    assert!(bevat(&op_schijf(&url, TABEL), &id));
    bos.vernietig(&[bewijs(1)]).await.unwrap();
    assert!(!bevat(&op_schijf(&url, TABEL), &id));
    let terug = "insert into poortwachter_sleutels.sleutel table kopie";
    proefserver().psql(&naam(&url), terug).unwrap();
    let aantal = "select count(*) from poortwachter_sleutels.sleutel";
    assert_eq!(proefserver().psql(&naam(&url), aantal).unwrap(), "0");
    for sql in ["delete from", "truncate"] {
        let sql = format!("{sql} poortwachter_sleutels.vernietigd");
        assert!(proefserver().psql(&naam(&url), &sql).is_err(), "{sql}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn zonder_of_met_een_andere_hoofdsleutel_gaat_niets_open() {
    let (url, (_map, keks), (_ander_map, ander)) = (database(), kekbestand(), kekbestand());
    let (store, bos) = knoop(&url, &keks).await;
    let id = bos.voor_schrijven(stroom(1), Compartiment::C).await.unwrap().id();
    let verkeerd = SleutelbosPostgres::new(&store, KekBestand::open_of_maak(&ander).unwrap());
    let fout = verkeerd.voor_lezen(stroom(1), Compartiment::C, id).await.unwrap_err();
    assert!(matches!(fout, SleutelFout::VerkeerdeKek(Compartiment::C)), "{fout}");
    // A node that was given every line but that of C.
    let nummer = format!("{} ", Compartiment::C.nummer());
    let tekst = fs::read_to_string(&keks).unwrap();
    let regels = tekst.split_inclusive('\n').filter(|regel| !regel.starts_with(&nummer));
    fs::write(&keks, regels.collect::<String>()).unwrap();
    let beperkt = SleutelbosPostgres::new(&store, KekBestand::open(&keks).unwrap());
    let gelezen = beperkt.voor_lezen(stroom(1), Compartiment::C, id).await.unwrap();
    assert!(matches!(gelezen, Leessleutel::GeenKek));
    let fout = beperkt.voor_schrijven(stroom(1), Compartiment::C).await.unwrap_err();
    assert!(matches!(fout, SleutelFout::GeenKek(Compartiment::C)), "{fout}");
    let fout = bos.voor_lezen(stroom(2), Compartiment::C, SleutelId(9)).await.unwrap_err();
    assert!(matches!(fout, SleutelFout::Onbekend { .. }), "{fout}");
}

#[tokio::test(flavor = "multi_thread")]
async fn veel_sleutels_tegelijk_zijn_dezelfde_als_een_voor_een() {
    let (url, (_map, keks)) = (database(), kekbestand());
    let (store, bos) = knoop(&url, &keks).await;
    let mut vragen = vec![];
    for (nummer, compartiment) in
        [(1, Compartiment::A), (1, Compartiment::C), (2, Compartiment::C), (3, Compartiment::D)]
    {
        let sleutel = bos.voor_schrijven(stroom(nummer), compartiment).await.unwrap().id();
        vragen.push(Sleutelvraag { stroom: stroom(nummer), compartiment, sleutel });
    }
    // One that never was, one of another key, one that was destroyed, and D that this node does not hold.
    vragen.push(Sleutelvraag { stroom: stroom(9), ..vragen[0] });
    vragen.push(Sleutelvraag { sleutel: SleutelId(9), ..vragen[0] });
    bos.vernietig(&[bewijs(2)]).await.unwrap();
    let nummer = format!("{} ", Compartiment::D.nummer());
    let tekst = fs::read_to_string(&keks).unwrap();
    let regels = tekst.split_inclusive('\n').filter(|regel| !regel.starts_with(&nummer));
    fs::write(&keks, regels.collect::<String>()).unwrap();
    let bos = SleutelbosPostgres::new(&store, KekBestand::open(&keks).unwrap());
    let tegelijk = bos.voor_lezen_veel(&vragen).await.unwrap();
    for vraag in vragen {
        let Sleutelvraag { stroom, compartiment, sleutel } = vraag;
        let los = bos.voor_lezen(stroom, compartiment, sleutel).await.ok();
        assert_eq!(format!("{:?}", tegelijk.get(&vraag)), format!("{:?}", los.as_ref()));
    }
    assert_eq!(tegelijk.len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn een_sleutelbos_die_niet_antwoordt_is_een_eigen_fout() {
    let (url, (_map, keks)) = (database(), kekbestand());
    let (store, bos) = knoop(&url, &keks).await;
    store.sluit().await.unwrap();
    let fout = bos.voor_schrijven(stroom(1), Compartiment::A).await.unwrap_err();
    assert!(matches!(fout, SleutelFout::Onbereikbaar(_)), "{fout}");
}

#[tokio::test(flavor = "multi_thread")]
async fn verifieren_noemt_sleutels_die_de_sleutelbos_niet_kent() {
    let (url, (_map, keks)) = (database(), kekbestand());
    let (store, bos) = knoop(&url, &keks).await;
    store.append(vec![deel(stroom(1), Verwacht::Geen, [1])]).await.unwrap();
    let verslag = verifieer(&store, &bos).await.unwrap();
    assert_eq!((verslag.records, verslag.bevindingen.len()), (1, 1), "{verslag:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn opnieuw_verpakken_laat_alles_open_en_doet_het_geen_tweede_keer() {
    let (url, (_map, pad)) = (database(), kekbestand());
    let (store, bos) = knoop(&url, &pad).await;
    let id = bos.voor_schrijven(stroom(1), Compartiment::C).await.unwrap().id();
    let keks = KekBestand::open(&pad).unwrap().met_nieuwe_generatie().unwrap();
    let eerste = bos.herwikkel(&keks).await.unwrap();
    assert_eq!((eerste.omgezet, eerste.was_goed, eerste.zonder_kek), (1, 0, 0));
    let tweede = bos.herwikkel(&keks).await.unwrap();
    assert_eq!((tweede.omgezet, tweede.was_goed, tweede.zonder_kek), (0, 1, 0));
    let alleen_nieuw = keks.met_alleen_de_nieuwste().unwrap();
    let later = SleutelbosPostgres::new(&store, alleen_nieuw);
    let gelezen = later.voor_lezen(stroom(1), Compartiment::C, id).await.unwrap();
    assert!(matches!(gelezen, Leessleutel::Open(_)));
}

#[tokio::test(flavor = "multi_thread")]
async fn een_kopie_van_de_sleutelbos_opent_in_een_andere_database_maar_niet_wat_weg_is() {
    let (url, ander, (_map, pad)) = (database(), database(), kekbestand());
    let (_store, bos) = knoop(&url, &pad).await;
    let a = bos.voor_schrijven(stroom(1), Compartiment::A).await.unwrap().id();
    let c = bos.voor_schrijven(stroom(1), Compartiment::C).await.unwrap().id();
    let kopie = bos.kopie().await.unwrap();
    let (_tweede, doel) = knoop(&ander, &pad).await;
    doel.zet_terug(&kopie, &[bewijs(1)]).await.unwrap();
    let open = doel.voor_lezen(stroom(1), Compartiment::A, a).await.unwrap();
    assert!(matches!(open, Leessleutel::Open(_)));
    let weg = doel.voor_lezen(stroom(1), Compartiment::C, c).await.unwrap();
    assert!(matches!(weg, Leessleutel::Vernietigd));
    assert!(doel.zet_terug(&kopie, &[]).await.is_err());
}
