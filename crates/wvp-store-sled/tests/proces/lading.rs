//! The load under which processes die: sealed events in pairs, new keys, destroyed keys, rotation of
//! the keys that wrap them, and a read model; all that is acknowledged is printed. And what must be true of it afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use uuid::Uuid;
use wvp_domain::mijlpaal::ziekmelding::{Bereikbaarheid, Melding};
use wvp_domain::{
    AccountId, Compartiment, DossierId, Event, Secties, StukId, WerkgeverId, WerknemerId,
};
use wvp_store::keyring::{KekBestand, Reden, SleutelbosBestand, Vernietiging};
use wvp_store::{
    Auteur, EventStore as _, GebeurtenisId, Kop, Leesmodellen as _, Moment, NieuwRecord, Omslag,
    Positie, Sleutelbos as _, StroomId, Toevoeging, Versie, Verwacht, Wijziging, verzegel,
};
use wvp_store_sled::{Instellingen, SledStore, verifieer};

use crate::toeval::Toeval;

/// Writers at the same time.
const SCHRIJVERS: u128 = 6;

/// Pairs that a writer puts in a stream before it begins the next one.
const PAREN: u64 = 4;

pub(crate) fn instellingen() -> Instellingen {
    Instellingen { segment_bytes: 32 << 10, controle_na: 60, ..Instellingen::default() }
}

pub(crate) fn opslag(map: &Path) -> PathBuf {
    map.join("opslag")
}

pub(crate) fn keks(map: &Path) -> KekBestand {
    KekBestand::open_of_maak(&hoofdsleutels(map)).unwrap()
}

fn hoofdsleutels(map: &Path) -> PathBuf {
    map.join("hoofdsleutels")
}

fn ziekmelding() -> Event {
    let dag = "2025-03-03".parse().unwrap();
    let melding = Melding {
        stuk: StukId(Uuid::from_u128(1)),
        werknemer: WerknemerId(Uuid::from_u128(2)),
        werkgever: WerkgeverId(Uuid::from_u128(3)),
        naam: "Anna de Vries".to_owned(),
        eerste_ziektedag: dag,
        gemeld_op: dag,
        werkhervatting_verwacht: None,
    };
    let telefoon = Some("0612345678".to_owned());
    let bereikbaarheid = Bereikbaarheid { telefoon, verblijfadres: None };
    Event::ZiekmeldingOntvangen(Secties::proces(melding).met_d(bereikbaarheid))
}

/// A sealed event with this number, for this version of a stream.
pub(crate) async fn record(
    bos: &SleutelbosBestand,
    stroom: StroomId,
    versie: Versie,
    nummer: u128,
) -> NieuwRecord {
    let account = AccountId(Uuid::from_u128(9));
    let door = Auteur { account, partij: "werkgever".into(), functie: "werkgever".into() };
    let kop = Kop { door, namens: None, verzoek: Uuid::from_u128(5) };
    let omslag = Omslag { id: GebeurtenisId(Uuid::from_u128(nummer)), moment: Moment(0), kop };
    verzegel(bos, stroom, versie, omslag, &ziekmelding()).await.unwrap()
}

pub(crate) fn stroom(nummer: u128) -> StroomId {
    DossierId(Uuid::from_u128(nummer)).into()
}

/// The child: writes until it is killed.
pub(crate) async fn schrijf(map: &Path) {
    let keks = keks(map);
    let (store, _) = SledStore::open(&opslag(map), instellingen()).await.unwrap();
    let bos = Arc::new(SleutelbosBestand::open(&opslag(map), keks).unwrap());
    let store = Arc::new(store);
    let begin = u128::from(store.kop().0 + 1) << 32;
    let mut taken: Vec<_> = (0..SCHRIJVERS)
        .map(|wie| {
            let (store, bos) = (Arc::clone(&store), Arc::clone(&bos));
            let pad = hoofdsleutels(map);
            tokio::spawn(
                async move { schrijver(&store, &bos, &pad, (wie, begin + (wie << 24))).await },
            )
        })
        .collect();
    taken.push(tokio::spawn(async move { model(&store).await }));
    for taak in taken {
        taak.await.unwrap();
    }
}

async fn schrijver(
    store: &SledStore,
    bos: &SleutelbosBestand,
    pad: &Path,
    (wie, begin): (u128, u128),
) {
    let keks = KekBestand::open(pad).unwrap();
    for nummer in begin.. {
        // The first of the writers, at every second stream.
        if wie == 0 && nummer % 2 == 1 {
            wissel(bos, pad).await;
        }
        for paar in 0..PAREN {
            let stroom = stroom(nummer);
            let versie = Versie(2 * paar + 1);
            let id = (nummer << 8) + u128::from(versie.0);
            let records = vec![
                record(bos, stroom, versie, id).await,
                record(bos, stroom, versie.volgende(), id + 1).await,
            ];
            let verwacht = Verwacht::Precies(Versie(2 * paar));
            let deel = Toevoeging { stroom, verwacht, records };
            let posities = store.append(vec![deel]).await.unwrap().remove(0).posities;
            print(&format!("E {} {} {nummer}", posities[0], posities[1]));
        }
        if nummer % 3 == 0 {
            let wat = Vernietiging {
                stroom: stroom(nummer),
                compartiment: Compartiment::D,
                moment: Moment(1),
                door: AccountId(Uuid::from_u128(9)),
                reden: Reden::Bewaartermijn,
            };
            let bewijs = keks.ondertekenaar().unwrap().onderteken(wat).unwrap();
            bos.vernietig(&[bewijs]).await.unwrap();
            print(&format!("V {nummer}"));
        }
    }
}

/// Wraps every data key again under new key-encryption keys, and lets the old ones go.
async fn wissel(bos: &SleutelbosBestand, keks: &Path) {
    let nieuw = KekBestand::open(keks).unwrap().met_nieuwe_generatie().unwrap();
    let uitkomst = bos.herwikkel(nieuw.clone()).await.unwrap();
    assert_eq!(uitkomst.zonder_kek, 0);
    nieuw.met_alleen_de_nieuwste().unwrap();
}

/// Keeps a read model whose one row says the same as its checkpoint.
async fn model(store: &SledStore) {
    let mut kop = store.kop_volgen();
    loop {
        let nu = *kop.borrow_and_update();
        let was = store.controlepunt("telling").await.unwrap();
        let rij = vec![Wijziging::Zet(b"stand".to_vec(), nu.0.to_be_bytes().to_vec())];
        if was != Some(nu) {
            store.schrijf("telling", was, nu, rij).await.unwrap();
        }
        kop.changed().await.unwrap();
    }
}

fn print(regel: &str) {
    writeln!(std::io::stdout().lock(), "{regel}").unwrap();
}

/// What a child said was acknowledged.
#[derive(Debug, Default, Clone)]
pub(crate) struct Bevestigd {
    /// Position of an event, with the number of its stream.
    events: BTreeMap<u64, u128>,
    /// Streams whose key of section D is destroyed.
    vernietigd: BTreeSet<u128>,
}

impl Bevestigd {
    pub(crate) fn aantal(&self) -> usize {
        self.events.len()
    }

    fn neem(&mut self, regel: &str) {
        let woorden: Vec<&str> = regel.split(' ').collect();
        match woorden.as_slice() {
            ["E", eerste, tweede, stroom] => {
                for positie in [eerste, tweede] {
                    self.events.insert(positie.parse().unwrap(), stroom.parse().unwrap());
                }
            }
            ["V", stroom] => {
                self.vernietigd.insert(stroom.parse().unwrap());
            }
            anders => assert!(anders.is_empty(), "{anders:?}"),
        }
    }
}

/// Starts a writing child, kills it after a random number of acknowledgements, and takes in what it
/// said until then.
pub(crate) fn dood_een_schrijver(
    map: &Path,
    toeval: &mut Toeval,
    bevestigd: &mut Bevestigd,
    bereid_voor: impl FnOnce(&mut Command),
) {
    let mut opdracht = Command::new(std::env::current_exe().unwrap());
    opdracht.args(["kind", "schrijf", map.to_str().unwrap()]).stdout(Stdio::piped());
    bereid_voor(&mut opdracht);
    let mut kind = opdracht.spawn().unwrap();
    let mut uit = BufReader::new(kind.stdout.take().unwrap());
    let genoeg = 1 + toeval.onder(120);
    let mut gezien = 0;
    let mut regel = String::new();
    // What it could still print after the kill was acknowledged as well; a torn last line was not.
    while uit.read_line(&mut regel).unwrap() > 0 {
        gezien += 1;
        if gezien == genoeg {
            kind.kill().unwrap();
        }
        if let Some(heel) = regel.strip_suffix('\n') {
            bevestigd.neem(heel);
        }
        regel.clear();
    }
    assert!(gezien >= genoeg, "het kind stopte zelf");
    kind.wait().unwrap();
}

/// Opens what a dead process left, and holds it against what was acknowledged.
pub(crate) async fn toets(map: &Path, bevestigd: &Bevestigd) {
    let (store, opening) = SledStore::open(&opslag(map), instellingen()).await.unwrap();
    assert_eq!((opening.verlies, opening.schade), (None, vec![]));
    let alles = store.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
    let posities = alles.iter().map(|record| record.positie.0);
    assert!(posities.eq(1..=opening.kop.0), "gaten");
    for (positie, nummer) in &bevestigd.events {
        let record = alles.get(usize::try_from(*positie).unwrap() - 1);
        assert_eq!(record.map(|record| record.stroom), Some(stroom(*nummer)), "positie {positie}");
    }
    // A group is there whole: records come in pairs.
    let mut versies: BTreeMap<StroomId, u64> = BTreeMap::new();
    for record in &alles {
        let versie = versies.entry(record.stroom).or_default();
        *versie += 1;
        assert_eq!(record.versie.0, *versie, "volgorde in {}", record.stroom);
    }
    assert!(versies.values().all(|versie| versie % 2 == 0), "een halve groep");
    let stand = store.controlepunt("telling").await.unwrap();
    let rij = store.haal("telling", b"stand").await.unwrap();
    assert_eq!(rij, stand.map(|stand| stand.0.to_be_bytes().to_vec()), "leesmodel");
    assert!(stand.is_none_or(|stand| stand <= opening.kop), "leesmodel loopt voor");
    store.sluit().await.unwrap();
    let bos = SleutelbosBestand::open(&opslag(map), keks(map)).unwrap();
    let verslag = verifieer(&opslag(map), &bos).await.unwrap();
    assert!(verslag.is_heel() && verslag.staart.is_none(), "{:?}", verslag.bevindingen);
    let weg: BTreeSet<StroomId> = bos.vernietigd().into_iter().map(|(stroom, _)| stroom).collect();
    let bewezen = bos.bewijzen().await.unwrap();
    let bewezen: BTreeSet<StroomId> = bewezen.iter().map(|bewijs| bewijs.wat().stroom).collect();
    assert_eq!(weg, bewezen, "elke vernietiging heeft een bewijs");
    for nummer in &bevestigd.vernietigd {
        assert!(weg.contains(&stroom(*nummer)), "een vernietigde sleutel kwam terug");
    }
}

/// Makes a folder that holds nothing.
pub(crate) fn schoon(map: &Path) {
    if map.exists() {
        fs::remove_dir_all(map).unwrap();
    }
    fs::create_dir_all(map).unwrap();
}
