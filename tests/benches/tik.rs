//! Measures what a tick costs when ever more dossiers are open and the same number is due:
//! `cargo bench -p tests --bench tik -- 1000 10000 100000`. On the embedded store, on the disk that holds the
//! temporary folder.

#![expect(clippy::print_stdout, reason = "a measurement for a person at a terminal")]

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use tokio::task::JoinSet;
use uuid::Uuid;
use wvp_domain::mijlpaal::{melding_arbodienst, ziekmelding};
use wvp_domain::{AccountId, Datum, DossierId, Event, Secties, StukId, WerkgeverId, WerknemerId};
use wvp_engine::{Engine, Handklok, Klok, Onderdelen};
use wvp_store::keyring::{KekBestand, SleutelbosBestand};
use wvp_store::{
    Auteur, EventStore, GebeurtenisId, Huren, Kop, Omslag, Sleutelbos, Toevoeging, Versie,
    Verwacht, verzegel,
};
use wvp_store_sled::{Instellingen, SledStore};

/// How many dossiers are due on the day of the tick.
const AAN_DE_BEURT: u32 = 100;
/// Writers while the dossiers are made.
const SCHRIJVERS: u32 = 256;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let aantallen: Vec<u32> = std::env::args().filter_map(|it| it.parse().ok()).collect();
    let dag = meetdag().await?;
    println!("{:>9} {:>9} {:>9} {:>9} {:>9}", "dossiers", "beurt", "feiten", "ms", "vullen s");
    for aantal in if aantallen.is_empty() { vec![1_000, 10_000] } else { aantallen } {
        meet(aantal, dag).await?;
    }
    Ok(())
}

/// A store in a folder with an engine on it.
struct Proef {
    store: Arc<SledStore>,
    sleutels: Arc<SleutelbosBestand>,
    klok: Arc<Handklok>,
    engine: Engine,
}

impl Proef {
    async fn op(map: &Path, dag: Datum) -> anyhow::Result<Self> {
        let opslag = map.join("opslag");
        let store = Arc::new(SledStore::open(&opslag, Instellingen::default()).await?.0);
        let keks = KekBestand::open_of_maak(&map.join("sleutels"))?;
        let sleutels = Arc::new(SleutelbosBestand::open(&opslag, keks)?);
        let klok = Arc::new(Handklok::op(dag));
        let engine = Engine::new(Onderdelen {
            store: Arc::clone(&store) as Arc<dyn EventStore>,
            modellen: Arc::clone(&store) as Arc<dyn Huren>,
            sleutels: Arc::clone(&sleutels) as Arc<dyn Sleutelbos>,
            klok: Arc::clone(&klok) as Arc<dyn Klok>,
        });
        Ok(Self { store, sleutels, klok, engine })
    }

    /// Ticks on a day; the dossiers that were due and the facts that came of it.
    async fn tik(&self, dag: Datum) -> anyhow::Result<(usize, u64)> {
        self.klok.zet(dag);
        let ervoor = self.store.kop().0;
        let getikt = self.engine.tick().await?;
        Ok((getikt.dossiers, self.store.kop().0 - ervoor))
    }
}

fn begin() -> anyhow::Result<Datum> {
    Ok(Datum::ymd(2024, 1, 1)?)
}

/// The third day on which a dossier that began on the first has something to say.
async fn meetdag() -> anyhow::Result<Datum> {
    let map = tempfile::tempdir()?;
    let mut dag = begin()?;
    let proef = Proef::op(map.path(), dag).await?;
    vul(&proef, 0..1, dag).await?;
    let mut keer = 0;
    loop {
        keer += u32::from(proef.tik(dag).await?.1 > 0);
        if keer == 3 {
            return Ok(dag);
        }
        dag = dag.volgende();
    }
}

async fn meet(aantal: u32, meetdag: Datum) -> anyhow::Result<()> {
    let map = tempfile::tempdir()?;
    let (mut dag, sinds) = (begin()?, Instant::now());
    let proef = Proef::op(map.path(), dag).await?;
    vul(&proef, 0..AAN_DE_BEURT, dag).await?;
    while dag < meetdag {
        proef.tik(dag).await?;
        dag = dag.volgende();
    }
    // The others begin on the day itself: nothing of theirs is due yet.
    proef.klok.zet(meetdag);
    vul(&proef, AAN_DE_BEURT..aantal, meetdag).await?;
    proef.engine.follow().await?;
    let (gevuld, start) = (sinds.elapsed().as_secs_f64(), Instant::now());
    let (beurt, feiten) = proef.tik(meetdag).await?;
    let duur = start.elapsed().as_secs_f64() * 1e3;
    println!("{aantal:>9} {beurt:>9} {feiten:>9} {duur:>9.1} {gevuld:>9.1}");
    proef.store.sluit().await?;
    Ok(())
}

/// Writes so many dossiers straight into the log.
async fn vul(proef: &Proef, nummers: std::ops::Range<u32>, dag: Datum) -> anyhow::Result<()> {
    let mut taken = JoinSet::new();
    for eerste in nummers.start..nummers.end.min(nummers.start.saturating_add(SCHRIJVERS)) {
        let (store, sleutels) = (Arc::clone(&proef.store), Arc::clone(&proef.sleutels));
        let (moment, einde) = (proef.klok.nu(), nummers.end);
        taken.spawn(async move {
            for nummer in (eerste..einde).step_by(SCHRIJVERS as usize) {
                let id = Uuid::from_u128(0x7000_0000 + u128::from(nummer));
                let stroom = DossierId(id).into();
                let (mut records, mut versie) = (vec![], Versie::GEEN);
                for event in meldingen(id, dag) {
                    versie = versie.volgende();
                    let id =
                        GebeurtenisId(Uuid::from_u128(id.as_u128() << 8 | u128::from(versie.0)));
                    let omslag = Omslag { id, moment, kop: kop() };
                    records.push(verzegel(&*sleutels, stroom, versie, omslag, &event).await?);
                }
                store
                    .append(vec![Toevoeging { stroom, verwacht: Verwacht::Geen, records }])
                    .await?;
            }
            anyhow::Ok(())
        });
    }
    while let Some(klaar) = taken.join_next().await {
        klaar??;
    }
    Ok(())
}

fn kop() -> Kop {
    let account = AccountId(Uuid::from_u128(9));
    let door = Auteur { account, partij: "werkgever".into(), functie: "werkgever".into() };
    Kop { door, namens: None, verzoek: Uuid::from_u128(5) }
}

/// A report of illness, and that it was passed on: the next step is weeks away.
fn meldingen(id: Uuid, dag: Datum) -> [Event; 2] {
    let ziek = ziekmelding::Melding {
        stuk: StukId(id),
        werknemer: WerknemerId(id),
        werkgever: WerkgeverId(Uuid::from_u128(3)),
        naam: "T. Est".to_owned(),
        eerste_ziektedag: dag,
        gemeld_op: dag,
        werkhervatting_verwacht: None,
    };
    let stuk = StukId(Uuid::from_u128(id.as_u128() + (1 << 64)));
    let door = melding_arbodienst::Melding { stuk, gemeld_op: dag };
    [
        Event::ZiekmeldingOntvangen(Secties::proces(ziek)),
        Event::BijArbodienstGemeld(Secties::proces(door)),
    ]
}
