//! The server dies, or the line is cut, while two nodes write: what was acknowledged stays, nothing is
//! there by half, and who follows sees it all once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::watch;
use tokio::task::{JoinHandle, spawn_blocking};
use wvp_proefserver::{Proefserver, proefserver};
use wvp_store::chain::sluit_aan;
use wvp_store::conformance::{deel, stroom};
use wvp_store::{
    EventStore, Positie, Resultaat, Richting, StoreError, StroomId, Versie, Verwacht, Volger,
};
use wvp_store_postgres::PostgresStore;

use crate::hulp::{database, naam, open};

const SCHRIJVERS: u128 = 12;
/// Rounds of each kind by hand: `POORTWACHTER_RONDES=250 cargo test -p wvp-store-postgres`.
const MET_DE_HAND: Option<&str> = option_env!("POORTWACHTER_RONDES");
/// Rounds of each kind otherwise.
const RONDES: u64 = 50;

/// Writers that go on until they are told to stop, on two nodes or all on the first: a node that writes
/// alone stores in another way.
struct Last {
    knopen: [Arc<PostgresStore>; 2],
    genoeg: Arc<AtomicBool>,
    bevestigd: Arc<watch::Sender<u64>>,
    schrijvers: Vec<JoinHandle<Vec<Resultaat>>>,
}

impl Last {
    async fn begin(url: &str, schrijvend: u128) -> Self {
        let knopen = [open(url).await, open(url).await];
        let (genoeg, bevestigd) = (Arc::<AtomicBool>::default(), Arc::new(watch::Sender::new(0)));
        let schrijvers = (0..SCHRIJVERS).map(|wie| {
            let knoop = Arc::clone(&knopen[usize::try_from(wie % schrijvend).unwrap()]);
            tokio::spawn(schrijf(knoop, wie, Arc::clone(&genoeg), Arc::clone(&bevestigd)))
        });
        let schrijvers = schrijvers.collect();
        Self { knopen, genoeg, bevestigd, schrijvers }
    }

    /// Waits until so many more appends were acknowledged.
    async fn wacht_op(&self, aantal: u64) {
        let doel = *self.bevestigd.borrow() + aantal;
        self.bevestigd.subscribe().wait_for(|bevestigd| *bevestigd >= doel).await.unwrap();
    }

    /// Stops the writers and holds what they were told against what is stored.
    async fn toets(self) {
        self.genoeg.store(true, Ordering::SeqCst);
        let mut bevestigd = vec![];
        for schrijver in self.schrijvers {
            bevestigd.extend(schrijver.await.unwrap());
        }
        let [een, _] = &self.knopen;
        let alles = een.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
        let posities: Vec<u64> = alles.iter().map(|record| record.positie.0).collect();
        assert_eq!(posities, (1..=alles.len() as u64).collect::<Vec<_>>());
        // Everything that is there was acknowledged, as each writer went on until it was.
        let mut beloofd: Vec<_> = bevestigd
            .iter()
            .flat_map(|deel| deel.posities.iter().map(|positie| (*positie, deel.stroom)))
            .collect();
        beloofd.sort_unstable();
        let gevonden: Vec<_> = alles.iter().map(|record| (record.positie, record.stroom)).collect();
        assert_eq!(gevonden, beloofd);
        for wie in 0..SCHRIJVERS {
            for doel in streams(wie) {
                let records =
                    een.read_stream(doel, Versie(1), Richting::Vooruit, usize::MAX).await.unwrap();
                let voorgangers = std::iter::once(None).chain(records.iter().map(Some));
                assert!(records.iter().zip(voorgangers).all(|(na, voor)| sluit_aan(voor, na)));
                let ids: Vec<u128> = records.iter().map(|it| it.id.0.as_u128()).collect();
                let paren = (0..ids.len() as u128 / 2).flat_map(|ronde| [2 * ronde, 2 * ronde + 1]);
                assert_eq!(ids, paren.collect::<Vec<_>>(), "van elk tweetal staat alles er");
            }
        }
    }
}

/// The two streams of a writer.
fn streams(wie: u128) -> [StroomId; 2] {
    [stroom(2 * wie), stroom(2 * wie + 1)]
}

/// Appends two events to each of two streams at once, and repeats it until there is an answer.
async fn schrijf(
    knoop: Arc<PostgresStore>,
    wie: u128,
    genoeg: Arc<AtomicBool>,
    bevestigd: Arc<watch::Sender<u64>>,
) -> Vec<Resultaat> {
    let mut alle = vec![];
    for ronde in 0.. {
        if genoeg.load(Ordering::SeqCst) {
            break;
        }
        let verwacht = Verwacht::Precies(Versie(2 * ronde));
        let ids = [2 * u128::from(ronde), 2 * u128::from(ronde) + 1];
        let delen = streams(wie).map(|doel| deel(doel, verwacht, ids)).to_vec();
        loop {
            match knoop.append(delen.clone()).await {
                Ok(resultaten) => {
                    alle.extend(resultaten);
                    bevestigd.send_modify(|aantal| *aantal += 1);
                    break;
                }
                Err(StoreError::Unavailable(_)) => {}
                Err(fout) => {
                    // Nobody waits for the others any more.
                    bevestigd.send_replace(u64::MAX);
                    panic!("schrijver {wie}, ronde {ronde}: {fout}")
                }
            }
        }
    }
    alle
}

/// Follows through every failure until it is told where the end is.
fn volg(knoop: &Arc<PostgresStore>, genoeg: &Arc<AtomicBool>) -> JoinHandle<Vec<u64>> {
    let mut volger = Volger::new(Arc::clone(knoop) as Arc<dyn EventStore>, Positie::BEGIN, 50);
    let genoeg = Arc::clone(genoeg);
    tokio::spawn(async move {
        let mut gezien: Vec<u64> = vec![];
        while !genoeg.load(Ordering::SeqCst) {
            match volger.volgende().await {
                Ok(records) => gezien.extend(records.iter().map(|record| record.positie.0)),
                Err(StoreError::Unavailable(_)) => {}
                Err(fout) => panic!("volger: {fout}"),
            }
        }
        gezien
    })
}

/// Breaks something, in every round after another number of appends, and tests what is left.
async fn met_storingen(
    url: &str,
    schrijvend: u128,
    rondes: u64,
    storing: impl Fn() + Clone + Send + Sync + 'static,
) {
    let last = Last::begin(url, schrijvend).await;
    let volger = volg(&last.knopen[1], &last.genoeg);
    for ronde in 0..MET_DE_HAND.map_or(rondes, |rondes| rondes.parse().unwrap()) {
        last.wacht_op(1 + ronde * 37 % 90).await;
        spawn_blocking(storing.clone()).await.unwrap();
    }
    last.wacht_op(20).await;
    let [knoop, _] = last.knopen.each_ref().map(Arc::clone);
    last.toets().await;
    // Wakes a follower that waits for one more.
    knoop.append(vec![deel(stroom(999), Verwacht::Elke, [1])]).await.unwrap();
    let gezien = volger.await.unwrap();
    assert_eq!(gezien, (1..=gezien.len() as u64).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn een_server_die_onmiddellijk_stopt_verliest_niets_dat_bevestigd_was() {
    // A server of its own: the others would not like it.
    let server = Arc::new(Proefserver::start().unwrap());
    let url = server.maak_database().unwrap();
    let stoppen = move || {
        server.stop_onmiddellijk().unwrap();
        server.start_weer().unwrap();
    };
    met_storingen(&url, 2, RONDES, stoppen).await;
}

/// Ends every session of a database.
fn knip(database: &str) {
    let sql = "select pg_terminate_backend(pid) from pg_stat_activity \
               where datname = current_database() and pid <> pg_backend_pid()";
    proefserver().psql(database, sql).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn een_lijn_die_midden_in_een_transactie_wordt_geknipt_verliest_niets() {
    let url = database();
    let database = naam(&url);
    met_storingen(&url, 2, RONDES, move || knip(&database)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn een_knoop_die_alleen_schrijft_verliest_niets_als_zijn_lijn_wordt_geknipt() {
    let url = database();
    let database = naam(&url);
    met_storingen(&url, 1, RONDES, move || knip(&database)).await;
}
