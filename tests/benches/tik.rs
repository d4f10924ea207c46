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
/// On so many days is ticked: too few for the other dossiers to become due.
const MEETDAGEN: i32 = 20;
/// Writers while the dossiers are made.
const SCHRIJVERS: u32 = 256;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let aantallen: Vec<u32> = std::env::args().filter_map(|it| it.parse().ok()).collect();
    let dag = meetdag().await?;
    println!(
        "of ticks with so many due (beurt): the median on the clock and on the processors; of ticks"
    );
    println!("with nothing due (leeg): the median on the clock");
    let kop = ["dossiers", "beurt", "feiten", "ms", "cpu ms", "leeg ms", "vullen s"];
    println!("{}", kop.map(|it| format!("{it:>9}")).join(" "));
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

    async fn tik(&self, dag: Datum) -> anyhow::Result<Tik> {
        self.klok.zet(dag);
        let (ervoor, op_de_cpu, start) = (self.store.kop().0, cpu_ms(), Instant::now());
        let beurt = self.engine.tick().await?.dossiers;
        let (duur_ms, cpu_ms) = (start.elapsed().as_secs_f64() * 1e3, cpu_ms() - op_de_cpu);
        Ok(Tik { beurt, feiten: self.store.kop().0 - ervoor, duur_ms, cpu_ms })
    }
}

/// What a tick did and cost.
struct Tik {
    beurt: usize,
    feiten: u64,
    duur_ms: f64,
    cpu_ms: f64,
}

/// Time on the processors of all threads of this process; 0 where the system does not tell.
fn cpu_ms() -> f64 {
    let taken = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let per_taak = taken.filter_map(|taak| {
        let tekst = std::fs::read_to_string(taak.path().join("schedstat")).ok()?;
        tekst.split(' ').next()?.parse::<f64>().ok()
    });
    per_taak.sum::<f64>() / 1e6
}

fn mediaan(mut waarden: Vec<f64>) -> f64 {
    waarden.sort_by(f64::total_cmp);
    waarden.get(waarden.len() / 2).copied().unwrap_or_default()
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
        keer += u32::from(proef.tik(dag).await?.feiten > 0);
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
    let gevuld = sinds.elapsed().as_secs_f64();
    let mut tikken = vec![];
    for dagen in 0..MEETDAGEN {
        tikken.push(proef.tik(meetdag.plus(dagen)).await?);
    }
    let (leeg, vol): (Vec<_>, Vec<_>) = tikken.into_iter().partition(|tik| tik.beurt == 0);
    let beurt = vol.iter().map(|tik| tik.beurt).max().unwrap_or_default();
    let feiten: u64 = vol.iter().map(|tik| tik.feiten).sum();
    let ms = mediaan(vol.iter().map(|tik| tik.duur_ms).collect());
    let cpu = mediaan(vol.iter().map(|tik| tik.cpu_ms).collect());
    let leeg = mediaan(leeg.iter().map(|tik| tik.duur_ms).collect());
    println!("{aantal:>9} {beurt:>9} {feiten:>9} {ms:>9.1} {cpu:>9.1} {leeg:>9.2} {gevuld:>9.1}");
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
