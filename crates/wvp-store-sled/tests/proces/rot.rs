//! A disk that loses the end of a file, or a byte in the middle: reported, never silently wrong, and
//! repair and restore bring back what can be brought back.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use wvp_store::anker::Anker;
use wvp_store::archief::zet_terug;
use wvp_store::keyring::{SleutelKopie, SleutelbosBestand};
use wvp_store::{
    EventStore as _, Moment, Positie, Record, Richting, StoreError, StroomId, Toevoeging, Versie,
    Verwacht,
};
use wvp_store_sled::{SledStore, bewaar, herstel, verifieer, verifieer_tegen};

use crate::lading::{instellingen, keks, opslag, record, stroom};
use crate::toeval::Toeval;

/// Records in the store that is damaged.
const RECORDS: u64 = 120;

/// A store that was closed in order, with an anchor, an archive and a copy of its keyring.
struct Bron {
    map: tempfile::TempDir,
    records: Vec<Record>,
    anker: Anker,
}

impl Bron {
    async fn gevuld() -> Self {
        let map = tempfile::tempdir().unwrap();
        let keks = keks(map.path());
        let opslag = opslag(map.path());
        let (store, _) = SledStore::open(&opslag, instellingen()).await.unwrap();
        let bos = SleutelbosBestand::open(&opslag, keks).unwrap();
        for nummer in 0..RECORDS {
            let (stroom, versie) = (stroom(u128::from(nummer % 5)), Versie(nummer / 5 + 1));
            let nieuw = record(&bos, stroom, versie, u128::from(nummer)).await;
            let verwacht = Verwacht::Precies(Versie(nummer / 5));
            let deel = Toevoeging { stroom, verwacht, records: vec![nieuw] };
            store.append(vec![deel]).await.unwrap();
        }
        let records = store.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
        store.sluit().await.unwrap();
        let verslag = verifieer(&opslag, &bos).await.unwrap();
        assert!(verslag.is_heel());
        let anker = Anker { moment: Moment(1), positie: verslag.kop, hoofden: verslag.hoofden };
        bewaar(&opslag, &map.path().join("archief"), Moment(1)).await.unwrap();
        SleutelKopie::van(&opslag).unwrap().schrijf(&map.path().join("kopie")).unwrap();
        Self { map, records, anker }
    }

    fn kopie(&self, naar: &Path) {
        kopieer(self.map.path(), naar);
    }

    /// From the archive everything comes back.
    async fn eis_terug(&self, map: &Path) {
        let (store, _) = SledStore::open(&opslag(map), instellingen()).await.unwrap();
        let (_, bewijzen) = zet_terug(&self.map.path().join("archief"), &store).await.unwrap();
        let terug = store.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
        assert!(terug == self.records, "het archief geeft iets anders terug");
        store.sluit().await.unwrap();
        let kopie = SleutelKopie::lees(&self.map.path().join("kopie")).unwrap();
        kopie.zet_terug(&opslag(map), &bewijzen).unwrap();
        let bos = SleutelbosBestand::open(&opslag(map), keks(self.map.path())).unwrap();
        let (verslag, afwijkingen) =
            verifieer_tegen(&opslag(map), &bos, &self.anker).await.unwrap();
        assert!(verslag.is_heel() && afwijkingen.is_empty(), "{:?}", verslag.bevindingen);
    }
}

fn kopieer(van: &Path, naar: &Path) {
    fs::create_dir_all(naar).unwrap();
    for ingang in fs::read_dir(van).unwrap() {
        let pad = ingang.unwrap().path();
        let doel = naar.join(pad.file_name().unwrap());
        if pad.is_dir() {
            kopieer(&pad, &doel);
        } else {
            fs::copy(&pad, &doel).unwrap();
        }
    }
}

/// The segments of the journal, in order.
fn segmenten(map: &Path) -> Vec<PathBuf> {
    let mut paden = bestanden(&opslag(map).join("journaal"));
    paden.retain(|pad| pad.extension().is_some_and(|soort| soort == "log"));
    paden
}

fn bestanden(map: &Path) -> Vec<PathBuf> {
    let paden = fs::read_dir(map).unwrap().map(|ingang| ingang.unwrap().path());
    let mut alle: Vec<PathBuf> =
        paden.flat_map(|pad| if pad.is_dir() { bestanden(&pad) } else { vec![pad] }).collect();
    alle.sort();
    alle
}

pub(crate) async fn afgeknipt(rondes: usize) {
    let bron = Bron::gevuld().await;
    assert!(segmenten(bron.map.path()).len() > 1);
    let mut toeval = Toeval::new();
    for ronde in 0..rondes {
        let werk = tempfile::tempdir().unwrap();
        bron.kopie(werk.path());
        let segment = segmenten(werk.path()).pop().unwrap();
        let bytes = fs::read(&segment).unwrap();
        fs::write(&segment, &bytes[..toeval.onder(bytes.len())]).unwrap();
        let opslag = opslag(werk.path());
        let bos = SleutelbosBestand::open(&opslag, keks(werk.path())).unwrap();
        let (verslag, afwijkingen) = verifieer_tegen(&opslag, &bos, &bron.anker).await.unwrap();
        let weg = verslag.kop < Positie(RECORDS);
        assert_eq!(verslag.verlies.is_some(), weg, "ronde {ronde}");
        assert_eq!(!afwijkingen.is_empty(), weg, "ronde {ronde}");
        let fout = bewaar(&opslag, &werk.path().join("nieuw"), Moment(2)).await;
        assert!(fout.is_err() == weg || verslag.staart.is_some(), "ronde {ronde}: {fout:?}");
        let (store, opening) = SledStore::open(&opslag, instellingen()).await.unwrap();
        assert_eq!(opening.verlies.is_some(), weg, "ronde {ronde}");
        let over = store.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
        let kop = usize::try_from(opening.kop.0).unwrap();
        assert!(over == bron.records[..kop], "ronde {ronde}: iets anders");
        store.sluit().await.unwrap();
        // The log goes on, and the loss stays known.
        let verslag = verifieer(&opslag, &bos).await.unwrap();
        assert_eq!(verslag.is_heel(), !weg, "ronde {ronde}");
        bron.eis_terug(&werk.path().join("terug")).await;
    }
}

pub(crate) async fn omgekeerd(rondes: usize) {
    let bron = Bron::gevuld().await;
    let mut toeval = Toeval::new();
    let mut gemeld = BTreeMap::new();
    for ronde in 0..rondes {
        let werk = tempfile::tempdir().unwrap();
        bron.kopie(werk.path());
        let soort = ["journaal", "index"][ronde % 2];
        let doelen = bestanden(&opslag(werk.path()).join(soort));
        let doelen: Vec<_> =
            doelen.into_iter().filter(|pad| pad.metadata().unwrap().len() > 0).collect();
        let doel = &doelen[toeval.onder(doelen.len())];
        let mut bytes = fs::read(doel).unwrap();
        let plek = toeval.onder(bytes.len());
        bytes[plek] ^= 1 << toeval.onder(8);
        fs::write(doel, bytes).unwrap();
        let wat = format!("ronde {ronde}: {} byte {plek}", doel.display());
        if soort == "journaal" {
            *gemeld.entry(soort).or_insert(0) +=
                usize::from(lees_met_schade(&bron, werk.path(), &wat).await);
            eis_herstel(&bron, werk.path(), &wat).await;
        } else {
            *gemeld.entry(soort).or_insert(0) +=
                usize::from(lees_met_index(&bron, werk.path(), &wat).await);
        }
    }
    println!("{rondes} rondes, gemeld: {gemeld:?}");
}

/// What a stream gives: whole, or a named damage.
async fn lees(store: &SledStore, stroom: StroomId) -> Result<Vec<Record>, StoreError> {
    store.read_stream(stroom, Versie(1), Richting::Vooruit, usize::MAX).await
}

/// A byte of the journal: verifying names it, every stream reads as it was or as damaged.
async fn lees_met_schade(bron: &Bron, map: &Path, wat: &str) -> bool {
    let opslag = opslag(map);
    let bos = SleutelbosBestand::open(&opslag, keks(map)).unwrap();
    let verslag = verifieer(&opslag, &bos).await.unwrap();
    assert!(!verslag.is_heel(), "{wat}: niet gemeld");
    let (store, _) = SledStore::open(&opslag, instellingen()).await.unwrap();
    let mut geraakt = false;
    for nummer in 0..5 {
        let waren = bron.records.iter().filter(|record| record.stroom == stroom(nummer));
        match lees(&store, stroom(nummer)).await {
            Ok(records) => assert!(records.iter().eq(waren), "{wat}: stroom {nummer} is anders"),
            Err(StoreError::Damaged(schade)) => {
                assert_eq!(schade.stroom, Some(stroom(nummer)), "{wat}");
                geraakt = true;
            }
            anders => assert!(anders.is_ok(), "{wat}: {anders:?}"),
        }
    }
    let alles = store.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
    assert!(alles.iter().all(|record| bron.records.contains(record)), "{wat}: iets anders");
    store.sluit().await.unwrap();
    geraakt
}

/// What is whole is in the new store, and what is not is on the list.
async fn eis_herstel(bron: &Bron, map: &Path, wat: &str) {
    let nieuw = map.join("hersteld");
    let uitkomst = herstel(&opslag(map), &nieuw).await.unwrap();
    assert!(!uitkomst.schade.is_empty(), "{wat}");
    let bos = SleutelbosBestand::open(&nieuw, keks(map)).unwrap();
    let verslag = verifieer(&nieuw, &bos).await.unwrap();
    assert!(verslag.is_heel(), "{wat}: {:?}", verslag.bevindingen);
    assert!(verslag.records + uitkomst.overgeslagen.len() as u64 + 2 > RECORDS, "{wat}");
    bron.eis_terug(&map.join("terug")).await;
}

/// A byte of the index: what is read is right or an error, and after one restart all of it is right.
async fn lees_met_index(bron: &Bron, map: &Path, wat: &str) -> bool {
    let opslag = opslag(map);
    let mut gemeld = false;
    for keer in 0..3 {
        let (store, opening) = SledStore::open(&opslag, instellingen()).await.unwrap();
        assert_eq!((opening.kop, opening.verlies), (Positie(RECORDS), None), "{wat}");
        let mut fout_nu = false;
        for nummer in 0..5 {
            let waren = bron.records.iter().filter(|record| record.stroom == stroom(nummer));
            match lees(&store, stroom(nummer)).await {
                Ok(records) => {
                    assert!(records.iter().eq(waren), "{wat}: stroom {nummer} is anders");
                }
                Err(fout) => {
                    println!("{wat}: {fout}");
                    fout_nu = true;
                }
            }
        }
        drop(store.sluit().await);
        if !fout_nu && keer > 0 {
            return gemeld;
        }
        assert!(keer < 2, "{wat}: ook na een herstart niet goed");
        gemeld |= fout_nu;
    }
    gemeld
}
