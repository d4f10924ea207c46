//! A torn tail: an append that was going on when everything stopped.

use std::fs;
use std::path::Path;

use wvp_store::conformance::{record, stroom};
use wvp_store::keyring::SleutelbosGeheugen;
use wvp_store::verificatie::{Afgekapt, Verlies, Verslag};
use wvp_store::{EventStore, Positie, Toevoeging, Verwacht};
use wvp_store_sled::{IndexStand, verifieer};

use crate::hulp::{
    draai_byte_om, kopieer, lees, map, open, posities, segmenten, vergeet, voeg_toe,
};

/// A journal of three groups; answers its bytes and where the last group begins.
async fn drie_groepen(map: &Path) -> (Vec<u8>, usize) {
    let (store, _) = open(map).await;
    voeg_toe(&store, stroom(1), [1, 2]).await;
    voeg_toe(&store, stroom(2), [1]).await;
    let begin = fs::metadata(&segmenten(map)[0]).unwrap().len();
    let kort = [3, 4].map(|nummer| {
        let mut kort = record(nummer);
        kort.secties.clear();
        kort
    });
    let deel = Toevoeging { stroom: stroom(1), verwacht: Verwacht::Elke, records: kort.into() };
    store.append(vec![deel]).await.unwrap();
    store.sluit().await.unwrap();
    (fs::read(&segmenten(map)[0]).unwrap(), usize::try_from(begin).unwrap())
}

#[tokio::test]
async fn een_scheur_bij_elke_byte_van_de_laatste_groep_kost_die_groep_en_niets_anders() {
    let bron = map();
    let (bytes, begin) = drie_groepen(bron.path()).await;
    for lengte in begin..bytes.len() {
        // The index never heard of the last group: it stopped before it was acknowledged.
        let map = map();
        fs::create_dir_all(map.path().join("journaal")).unwrap();
        let segment = map.path().join("journaal/00000000000000000000.log");
        fs::write(&segment, &bytes[..lengte]).unwrap();
        let (store, opening) = open(map.path()).await;
        let kwijt = (lengte > begin).then(|| Afgekapt {
            segment: 0,
            offset: begin as u64,
            bytes: (lengte - begin) as u64,
        });
        assert_eq!((opening.kop, opening.afgekapt), (Positie(3), kwijt), "lengte {lengte}");
        assert_eq!((opening.verlies, opening.schade), (None, vec![]), "lengte {lengte}");
        assert_eq!(fs::read(&segment).unwrap(), bytes[..begin], "lengte {lengte}");
        voeg_toe(&store, stroom(1), [5]).await;
        assert_eq!(lees(&store, stroom(1)).await.unwrap().len(), 3, "lengte {lengte}");
        assert_eq!(posities(&store).await, [1, 2, 3, 4], "lengte {lengte}");
    }
}

/// Pages that did not come to the disk, while others of the same sync did.
fn maak_gat(map: &Path, van: usize, lengte: usize) {
    let pad = segmenten(map).pop().unwrap();
    let mut bytes = fs::read(&pad).unwrap();
    let tot = bytes.len().min(van + lengte);
    bytes[van..tot].iter_mut().for_each(|byte| *byte = !*byte);
    fs::write(pad, bytes).unwrap();
}

async fn verslag(map: &Path) -> Verslag {
    verifieer(map, &SleutelbosGeheugen::met([])).await.unwrap()
}

#[tokio::test]
async fn een_gat_waar_ook_in_een_groep_die_nooit_gesynct_is_kost_die_groep_en_niets_anders() {
    let bron = map();
    let (bytes, begin) = drie_groepen(bron.path()).await;
    vergeet(bron.path());
    for van in (begin..bytes.len()).step_by(13) {
        let map = map();
        kopieer(bron.path(), map.path());
        maak_gat(map.path(), van, 20);
        let verslag = verslag(map.path()).await;
        assert!(verslag.is_heel() && verslag.staart.is_some(), "{van}: {verslag:?}");
        let (store, opening) = open(map.path()).await;
        assert_eq!((opening.kop, opening.schade), (Positie(3), vec![]), "{van}");
        let kwijt = opening.afgekapt.map(|kwijt| kwijt.offset);
        assert_eq!((opening.verlies, kwijt), (None, Some(begin as u64)), "{van}");
        voeg_toe(&store, stroom(1), [5]).await;
        assert_eq!(posities(&store).await, [1, 2, 3, 4], "{van}");
    }
}

#[tokio::test]
async fn een_gat_waar_ook_in_een_groep_die_bevestigd_is_heet_schade() {
    let bron = map();
    let (bytes, begin) = drie_groepen(bron.path()).await;
    for (van, met_index) in (begin..bytes.len()).step_by(13).zip([true, false].into_iter().cycle())
    {
        let map = map();
        kopieer(bron.path(), map.path());
        maak_gat(map.path(), van, 20);
        if met_index {
            fs::remove_file(map.path().join("bevestigd")).unwrap();
            fs::remove_file(map.path().join("index/controlepunt")).unwrap();
        } else {
            fs::remove_dir_all(map.path().join("index")).unwrap();
            assert!(!verslag(map.path()).await.is_heel(), "{van}");
        }
        let (store, opening) = open(map.path()).await;
        assert_eq!((opening.kop, opening.afgekapt), (Positie(5), None), "{van}: {opening:?}");
        // A gap that two records share is damage to both.
        assert!((1..=2).contains(&opening.schade.len()), "{van}: {opening:?}");
        voeg_toe(&store, stroom(2), [5]).await;
        assert_eq!(store.kop(), Positie(6), "{van}");
        store.sluit().await.unwrap();
        let verslag = verslag(map.path()).await;
        assert!(verslag.kop == Positie(6) && !verslag.is_heel(), "{van}: {verslag:?}");
    }
}

#[tokio::test]
async fn wat_bevestigd_is_blijft_bekend_als_het_proces_stopt_zonder_te_sluiten() {
    let bron = map();
    let (store, _) = open(bron.path()).await;
    voeg_toe(&store, stroom(1), [1, 2]).await;
    let lengte = fs::read(&segmenten(bron.path())[0]).unwrap().len();
    for offset in (0..lengte).step_by(17) {
        let map = map();
        kopieer(&bron.path().join("journaal"), &map.path().join("journaal"));
        fs::copy(bron.path().join("bevestigd"), map.path().join("bevestigd")).unwrap();
        draai_byte_om(&segmenten(map.path())[0], offset);
        let verslag = verslag(map.path()).await;
        assert!(!verslag.bevindingen.is_empty() && verslag.staart.is_none(), "{offset}");
    }
}

#[tokio::test]
async fn een_omgedraaide_byte_in_de_aantekening_verandert_niets() {
    let map = map();
    drie_groepen(map.path()).await;
    let aantekening = map.path().join("bevestigd");
    for offset in 0..fs::read(&aantekening).unwrap().len() {
        draai_byte_om(&aantekening, offset);
        let (_store, opening) = open(map.path()).await;
        assert_eq!((opening.kop, opening.verlies, opening.afgekapt), (Positie(5), None, None));
        assert_eq!((opening.index, opening.schade), (IndexStand::Aanwezig, vec![]), "{offset}");
    }
}

#[tokio::test]
async fn een_gat_voor_iets_dat_later_is_gesynct_is_schade() {
    let bron = map();
    let (bytes, begin) = drie_groepen(bron.path()).await;
    let (store, _) = open(bron.path()).await;
    voeg_toe(&store, stroom(2), [9]).await;
    store.sluit().await.unwrap();
    vergeet(bron.path());
    for van in (begin..bytes.len() - 20).step_by(13) {
        let map = map();
        kopieer(bron.path(), map.path());
        maak_gat(map.path(), van, 20);
        let verslag = verslag(map.path()).await;
        assert!(!verslag.is_heel() && verslag.staart.is_none(), "{van}: {verslag:?}");
        let (_store, opening) = open(map.path()).await;
        assert_eq!((opening.kop, opening.afgekapt), (Positie(6), None), "{van}");
        assert!((1..=2).contains(&opening.schade.len()), "{van}: {opening:?}");
    }
}

#[tokio::test]
async fn een_enkele_byte_achter_een_merk_zegt_dat_zijn_groep_gesynct_was() {
    let map = map();
    let (mut bytes, begin) = drie_groepen(map.path()).await;
    vergeet(map.path());
    bytes[begin + 60] ^= 0x55;
    bytes.push(0);
    fs::write(&segmenten(map.path())[0], &bytes).unwrap();
    let (_store, opening) = open(map.path()).await;
    assert_eq!((opening.kop, opening.schade.len()), (Positie(5), 1));
    assert_eq!(opening.afgekapt.map(|kwijt| kwijt.bytes), Some(1));
}

#[tokio::test]
async fn het_merk_van_een_gescheurde_groep_zegt_dat_de_groep_ervoor_gesynct_was() {
    let bron = map();
    let (bytes, begin) = drie_groepen(bron.path()).await;
    vergeet(bron.path());
    let merk = frames(&bytes).into_iter().rfind(|frame| *frame < begin).unwrap();
    let einde = bytes.len();
    for (geraakt, weg) in [(merk, 40), (merk + 55, 9), (merk, begin + 10 - merk)] {
        // With the last group whole, and with a hole in its second record.
        for (gat, kop) in [(einde, Positie(5)), (begin + 170, Positie(3))] {
            let map = map();
            kopieer(bron.path(), map.path());
            maak_gat(map.path(), geraakt, weg);
            maak_gat(map.path(), gat, 20);
            let kop = if weg > 40 { Positie(3) } else { kop };
            let wat = format!("{geraakt} {weg} {gat}");
            let (store, opening) = open(map.path()).await;
            assert_eq!((opening.kop, opening.schade.len()), (kop, 1), "{wat}: {opening:?}");
            assert_eq!(opening.afgekapt.is_some(), kop == Positie(3), "{wat}");
            voeg_toe(&store, stroom(2), [9]).await;
            store.sluit().await.unwrap();
            vergeet(map.path());
            let (store, opening) = open(map.path()).await;
            assert_eq!((opening.kop, opening.schade.len()), (kop.volgende(), 1), "{wat}");
            assert_eq!(posities(&store).await.len() as u64, kop.volgende().0, "{wat}");
        }
    }
}

/// Where frames begin.
fn frames(bytes: &[u8]) -> Vec<usize> {
    (0..bytes.len() - 3).filter(|op| bytes[*op..].starts_with(b"PwJ")).collect()
}

#[tokio::test]
async fn wat_is_afgekapt_blijft_naast_het_segment_bewaard() {
    let map = map();
    let (bytes, begin) = drie_groepen(map.path()).await;
    vergeet(map.path());
    fs::write(&segmenten(map.path())[0], &bytes[..bytes.len() - 1]).unwrap();
    open(map.path()).await;
    let naast = map.path().join(format!("journaal/00000000000000000000.afgekapt-{begin}"));
    assert_eq!(fs::read(naast).unwrap(), bytes[begin..bytes.len() - 1]);
}

#[tokio::test]
async fn een_afgeknipte_staart_die_bevestigd_was_heet_verlies() {
    let bron = map();
    let (bytes, begin) = drie_groepen(bron.path()).await;
    for lengte in [0, begin - 1, begin, begin + 1, bytes.len() - 100] {
        let map = map();
        kopieer(bron.path(), map.path());
        fs::write(&segmenten(map.path())[0], &bytes[..lengte]).unwrap();
        let (store, opening) = open(map.path()).await;
        let verlies = Some(Verlies { na: opening.kop, tot_en_met: Positie(5) });
        assert_eq!(opening.verlies, verlies, "lengte {lengte}");
        voeg_toe(&store, stroom(9), [1]).await;
        let tot = opening.kop.0 + 1;
        assert_eq!(posities(&store).await, (1..=tot).collect::<Vec<_>>(), "lengte {lengte}");
        store.sluit().await.unwrap();
        let (_store, opening) = open(map.path()).await;
        assert_eq!((opening.kop, opening.verlies), (Positie(tot), None), "lengte {lengte}");
    }
}
