//! Bytes that rot: named, stepped over, and nothing else is lost.

use std::fs;
use std::path::Path;

use wvp_store::conformance::{deel, stroom};
use wvp_store::keyring::SleutelbosGeheugen;
use wvp_store::verificatie::Bevinding;
use wvp_store::{EventStore, Positie, Schade, StoreError, StroomId, Verwacht};
use wvp_store_sled::{herstel, verifieer};

use crate::hulp::{
    draai_byte_om, klein, kopieer, lees, leesbaar, map, open, open_met, posities, segmenten,
    voeg_toe,
};

const STROMEN: [u128; 3] = [1, 2, 3];

/// Nine groups of two records over three streams, in segments of a kilobyte.
async fn negen_groepen(map: &Path) {
    let (store, _) = open_met(map, klein()).await;
    for nummer in 0..9 {
        voeg_toe(&store, stroom(1 + nummer % 3), [2 * nummer, 2 * nummer + 1]).await;
    }
    store.sluit().await.unwrap();
    assert!(segmenten(map).len() > 2);
}

/// Flips one byte and looks: the damaged stream stops with a name, the other streams are whole.
async fn toets(bron: &Path, segment: usize, offset: usize, zonder_index: bool) {
    let wat = format!("segment {segment} offset {offset}");
    let map = map();
    kopieer(bron, map.path());
    draai_byte_om(&segmenten(map.path())[segment], offset);
    if zonder_index {
        fs::remove_dir_all(map.path().join("index")).unwrap();
    }
    let (store, opening) = open(map.path()).await;
    assert_eq!(opening.kop, Positie(18), "{wat}");
    // Either way of reading may be the first to find it.
    let vooraf = if offset.is_multiple_of(2) { Some(posities(&store).await) } else { None };
    let mut geraakt = vec![];
    for nummer in STROMEN {
        let (versies, fout) = leesbaar(&store, stroom(nummer)).await;
        match fout {
            None => assert_eq!(versies, 6, "{wat}"),
            Some(StoreError::Damaged(schade)) => {
                assert_eq!(schade.stroom, Some(stroom(nummer)), "{wat}");
                assert_eq!(schade.versie.unwrap().0, versies + 1, "{wat}");
                assert!(schade.offset <= offset as u64, "{wat}");
                geraakt.push((stroom(nummer), versies));
            }
            Some(anders) => panic!("{wat}: {anders}"),
        }
    }
    assert!(geraakt.len() <= 1, "{wat}: {geraakt:?}");
    let tegelijk = store.read_streams(&STROMEN.map(stroom), 99).await.unwrap();
    let kapot = tegelijk.iter().filter(|(_, records)| records.is_err()).map(|(stroom, _)| *stroom);
    assert!(kapot.eq(geraakt.iter().map(|(stroom, _)| *stroom)), "{wat}: tegelijk");
    let over: u64 = 18 - geraakt.iter().map(|(_, versies)| 6 - versies).sum::<u64>();
    let achteraf = posities(&store).await;
    assert_eq!(achteraf.len() as u64, over, "{wat}");
    assert!(vooraf.is_none_or(|vooraf| vooraf == achteraf), "{wat}");
    store.sluit().await.unwrap();
    let verslag = verifieer(map.path(), &SleutelbosGeheugen::met([])).await.unwrap();
    let genoemd = |schade: &Schade| geraakt.iter().all(|(id, _)| schade.stroom == Some(*id));
    assert!(verslag.bevindingen.iter().any(|(schade, _)| genoemd(schade)), "{wat}: {verslag:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn een_omgedraaide_byte_waar_ook_wordt_genoemd_en_de_rest_is_te_lezen() {
    let bron = map();
    negen_groepen(bron.path()).await;
    let lengtes: Vec<usize> =
        segmenten(bron.path()).iter().map(|pad| fs::read(pad).unwrap().len()).collect();
    for (segment, lengte) in lengtes.into_iter().enumerate() {
        for offset in (0..lengte).step_by(7) {
            toets(bron.path(), segment, offset, false).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ook_zonder_index_wordt_een_omgedraaide_byte_genoemd() {
    let bron = map();
    negen_groepen(bron.path()).await;
    let lengte = fs::read(&segmenten(bron.path())[1]).unwrap().len();
    for offset in (0..lengte).step_by(11) {
        toets(bron.path(), 1, offset, true).await;
    }
}

/// Damages the second record of stream 1, whose header says whose it is.
async fn met_schade() -> (tempfile::TempDir, StroomId) {
    let map = map();
    negen_groepen(map.path()).await;
    let eerste = fs::read(&segmenten(map.path())[0]).unwrap();
    let merken: Vec<usize> =
        (0..eerste.len() - 3).filter(|op| eerste[*op..].starts_with(b"PwJ")).collect();
    draai_byte_om(&segmenten(map.path())[0], merken[1] + 100);
    (map, stroom(1))
}

#[tokio::test]
async fn een_beschadigde_stroom_neemt_niets_meer_aan_en_een_andere_wel() {
    let (map, kapot) = met_schade().await;
    fs::remove_dir_all(map.path().join("index")).unwrap();
    let (store, opening) = open(map.path()).await;
    assert_eq!(opening.schade.len(), 1);
    let uitkomst = store.append(vec![deel(kapot, Verwacht::Elke, [99])]).await;
    assert!(matches!(uitkomst, Err(StoreError::Damaged(_))), "{uitkomst:?}");
    voeg_toe(&store, stroom(2), [99]).await;
    assert_eq!(lees(&store, stroom(2)).await.unwrap().len(), 7);
}

#[tokio::test]
async fn schade_blijft_bekend_na_een_herstart() {
    let (map, kapot) = met_schade().await;
    let (store, _) = open(map.path()).await;
    assert_eq!(posities(&store).await.len(), 13);
    store.sluit().await.unwrap();
    let (_store, opening) = open(map.path()).await;
    assert_eq!(opening.schade.first().and_then(|schade| schade.stroom), Some(kapot));
}

#[tokio::test]
async fn verifieren_noemt_segment_stroom_en_versie_en_telt_de_rest() {
    let (map, kapot) = met_schade().await;
    let verslag = verifieer(map.path(), &SleutelbosGeheugen::met([])).await.unwrap();
    assert_eq!((verslag.stromen, verslag.records, verslag.secties_dicht), (3, 17, 17));
    let [(schade, Bevinding::Onleesbaar)] = verslag.bevindingen.as_slice() else {
        panic!("{verslag:?}");
    };
    assert_eq!((schade.segment, schade.stroom), (0, Some(kapot)));
    assert_eq!(schade.versie.unwrap().0, 2);
}

#[tokio::test]
async fn verifieren_noemt_bij_elke_omgedraaide_byte_een_stroom_en_een_versie() {
    let bron = map();
    negen_groepen(bron.path()).await;
    let heel = fs::read(&segmenten(bron.path())[0]).unwrap();
    for offset in (0..heel.len()).step_by(5) {
        draai_byte_om(&segmenten(bron.path())[0], offset);
        let verslag = verifieer(bron.path(), &SleutelbosGeheugen::met([])).await.unwrap();
        fs::write(&segmenten(bron.path())[0], &heel).unwrap();
        let genoemd = |schade: &Schade| schade.stroom.is_some() && schade.versie.is_some();
        assert!(verslag.bevindingen.iter().any(|(schade, _)| genoemd(schade)), "{offset}");
    }
}

#[tokio::test]
async fn herstel_kopieert_al_wat_heel_is_en_noemt_de_rest() {
    let (map, kapot) = met_schade().await;
    let naar = tempfile::tempdir().unwrap();
    let verslag = herstel(map.path(), naar.path()).await.unwrap();
    assert_eq!((verslag.records, verslag.stromen), (13, 3));
    assert_eq!((verslag.schade.len(), verslag.overgeslagen.len()), (1, 4));
    assert!(verifieer(naar.path(), &SleutelbosGeheugen::met([])).await.unwrap().is_heel());
    let (store, _) = open(naar.path()).await;
    assert_eq!(lees(&store, kapot).await.unwrap().len(), 1);
    assert_eq!(posities(&store).await, (1..=13).collect::<Vec<_>>());
    let (bron, _) = open(map.path()).await;
    let (oud, nieuw) =
        (lees(&bron, stroom(2)).await.unwrap(), lees(&store, stroom(2)).await.unwrap());
    assert!(oud.iter().map(|it| it.hash).eq(nieuw.iter().map(|it| it.hash)));
}

#[tokio::test]
async fn een_verdwenen_segment_is_schade_en_geen_kortere_log() {
    let map = map();
    negen_groepen(map.path()).await;
    fs::remove_file(&segmenten(map.path())[1]).unwrap();
    fs::remove_dir_all(map.path().join("index")).unwrap();
    let (store, opening) = open(map.path()).await;
    assert_eq!(opening.kop, Positie(18));
    assert!(!opening.schade.is_empty());
    for nummer in STROMEN {
        let (versies, fout) = leesbaar(&store, stroom(nummer)).await;
        assert!(versies == 6 || matches!(fout, Some(StoreError::Damaged(_))), "{nummer}");
    }
}
