//! A torn tail: an append that was going on when everything stopped.

use std::fs;

use wvp_store::conformance::{record, stroom};
use wvp_store::{EventStore, Positie, Toevoeging, Verwacht};
use wvp_store_sled::{Afgekapt, Verlies};

use crate::hulp::{kopieer, lees, map, open, posities, segmenten, voeg_toe};

/// A journal of three groups; answers its bytes and where the last group begins.
async fn drie_groepen(map: &std::path::Path) -> (Vec<u8>, usize) {
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

#[tokio::test]
async fn wat_is_afgekapt_blijft_naast_het_segment_bewaard() {
    let map = map();
    let (bytes, begin) = drie_groepen(map.path()).await;
    fs::remove_dir_all(map.path().join("index")).unwrap();
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
    }
}
