//! Measures what a page costs, with its line in the reading log and without:
//! `cargo bench -p tests --bench inzage`. On the disk that holds the temporary folder.

#![expect(clippy::print_stdout, reason = "a measurement for a person at a terminal")]

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use tokio::sync::watch;
use wvp_cli::Postmap;
use wvp_cli::demo::{Rol, Speler, caseload, gebruiker};
use wvp_cli::huis::Huis;
use wvp_domain::{Datum, DossierId};
use wvp_engine::{Engine, Gebruiker, Handklok, Klok};
use wvp_store::keyring::{KekBestand, SleutelbosBestand};
use wvp_store::{
    EventStore, Huren, Positie, Record, Resultaat, Richting, Sleutelbos, StoreError, StroomId,
    Stroomsoort, Toevoeging, Versie,
};
use wvp_store_sled::{Instellingen, SledStore};

/// How long one measurement takes.
const DUUR: Duration = Duration::from_secs(3);

/// The store, but lines of reading logs go nowhere.
#[derive(Debug)]
struct ZonderLeeslog(Arc<SledStore>);

#[async_trait]
impl EventStore for ZonderLeeslog {
    async fn append(&self, toevoegingen: Vec<Toevoeging>) -> Result<Vec<Resultaat>, StoreError> {
        if toevoegingen.iter().all(|deel| deel.stroom.soort == Stroomsoort::Leeslog) {
            return Ok(vec![]);
        }
        self.0.append(toevoegingen).await
    }

    async fn read_stream(
        &self,
        stroom: StroomId,
        vanaf: Versie,
        richting: Richting,
        hoogstens: usize,
    ) -> Result<Vec<Record>, StoreError> {
        self.0.read_stream(stroom, vanaf, richting, hoogstens).await
    }

    async fn read_all(&self, na: Positie, hoogstens: usize) -> Result<Vec<Record>, StoreError> {
        self.0.read_all(na, hoogstens).await
    }

    async fn stromen(
        &self,
        soort: Stroomsoort,
        na: Option<StroomId>,
        hoogstens: usize,
    ) -> Result<Vec<(StroomId, Versie)>, StoreError> {
        self.0.stromen(soort, na, hoogstens).await
    }

    fn beschadigd(&self) -> Vec<StroomId> {
        self.0.beschadigd()
    }

    fn kop(&self) -> Positie {
        self.0.kop()
    }

    fn kop_volgen(&self) -> watch::Receiver<Positie> {
        self.0.kop_volgen()
    }

    async fn sluit(&self) -> Result<(), StoreError> {
        self.0.sluit().await
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let map = tempfile::tempdir()?;
    let klok = Arc::new(Handklok::op(Datum::EERSTE));
    let (opslag, sleutels) = (map.path().join("opslag"), map.path().join("sleutels"));
    let (store, _) = SledStore::open(&opslag, Instellingen::default()).await?;
    let store = Arc::new(store);
    let bos = Arc::new(SleutelbosBestand::open(&opslag, KekBestand::open_of_maak(&sleutels)?)?);
    let huis = |log: Arc<dyn EventStore>| {
        let modellen = Arc::clone(&store) as Arc<dyn Huren>;
        let bos = Arc::clone(&bos) as Arc<dyn Sleutelbos>;
        Huis::op(log, modellen, bos, Arc::clone(&klok) as Arc<dyn Klok>)
    };
    let met = huis(Arc::clone(&store) as _);
    let zonder = huis(Arc::new(ZonderLeeslog(Arc::clone(&store))));
    let mut zaken = caseload()?;
    zaken.truncate(1);
    for zaak in &mut zaken {
        zaak.papieren.clear();
    }
    let kanaal = Postmap::try_new(&map.path().join("berichten"))?;
    let papieren = PathBuf::new();
    let speler =
        Speler { huis: &met, klok: klok.clone(), zaken: &zaken, kanaal: &kanaal, papieren };
    speler.speel(&|_| {}).await?;
    let Some(zaak) = zaken.first() else { return Ok(()) };
    let wie = gebruiker(zaak, Rol::Bedrijfsarts);
    let feiten = met.engine.read(&wie, zaak.dossier, None).await?.gebeurtenissen.len();
    println!("een dossier van {feiten} feiten, gelezen door de bedrijfsarts");
    println!("{:>7} {:>22} {:>9} {:>9} {:>9}", "lezers", "", "per s", "p50 ms", "p99 ms");
    for lezers in [1, 8, 64] {
        for (naam, huis) in [("met leeslog", &met), ("zonder leeslog", &zonder)] {
            meet(naam, &huis.engine, wie, zaak.dossier, lezers).await?;
        }
    }
    store.sluit().await?;
    Ok(())
}

async fn meet(
    naam: &str,
    engine: &Engine,
    wie: Gebruiker,
    dossier: DossierId,
    lezers: usize,
) -> anyhow::Result<()> {
    let begin = Instant::now();
    let taken: Vec<_> = (0..lezers)
        .map(|_| {
            let engine = engine.clone();
            tokio::spawn(async move {
                let mut duren = vec![];
                while begin.elapsed() < DUUR {
                    let start = Instant::now();
                    engine.read(&wie, dossier, None).await?;
                    duren.push(start.elapsed().as_secs_f64() * 1e3);
                }
                anyhow::Ok(duren)
            })
        })
        .collect();
    let mut duren = vec![];
    for taak in taken {
        duren.extend(taak.await??);
    }
    duren.sort_by(f64::total_cmp);
    let bij = |deel: usize| duren.get(duren.len() * deel / 100).copied().unwrap_or_default();
    let aantal = f64::from(u32::try_from(duren.len()).unwrap_or(u32::MAX));
    let per_s = aantal / begin.elapsed().as_secs_f64();
    println!("{lezers:>7} {naam:>22} {per_s:>9.0} {:>9.2} {:>9.2}", bij(50), bij(99));
    Ok(())
}
