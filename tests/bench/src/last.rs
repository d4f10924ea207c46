//! The load: so many writers at once, each in streams of its own, for so many seconds.

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use wvp_store::conformance::{record, stroom};
use wvp_store::{StroomId, Toevoeging, Versie, Verwacht};

pub type Uitkomst<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Bytes of payload of every event, in every way of storing it.
pub const LADING: usize = 300;
/// Events in a stream before its writer begins the next one.
pub const STROOM: u64 = 100;

/// One event: who writes it, and the number of the event for that writer, from 0.
#[derive(Debug, Clone, Copy)]
pub struct Een {
    pub wie: u64,
    pub nummer: u64,
}

impl Een {
    /// The number of its stream.
    pub fn stroom(self) -> u64 {
        self.wie + 1000 * (self.nummer / STROOM)
    }

    /// Its version in the stream, from 1.
    pub fn versie(self) -> u64 {
        self.nummer % STROOM + 1
    }

    /// As an append of our stores: one record with one section, and the version that it expects.
    pub fn toevoeging(self) -> Toevoeging {
        let mut nieuw = record(u128::from(self.nummer));
        nieuw.secties.iter_mut().for_each(|sectie| sectie.cijfertekst = vec![5; LADING]);
        let doel: StroomId = stroom(u128::from(self.stroom()));
        let verwacht = Verwacht::Precies(Versie(self.versie() - 1));
        Toevoeging { stroom: doel, verwacht, records: vec![nieuw] }
    }
}

/// How long each of many things took, within how much time.
#[derive(Debug)]
pub struct Tijden {
    tijden: Vec<Duration>,
    samen: Duration,
}

impl Tijden {
    pub fn new(mut tijden: Vec<Duration>, samen: Duration) -> Self {
        tijden.sort_unstable();
        Self { tijden, samen }
    }

    pub fn aantal(&self) -> usize {
        self.tijden.len()
    }

    pub fn per_seconde(&self) -> f64 {
        self.tijden.len() as f64 / self.samen.as_secs_f64()
    }

    /// Within how much time this share of all was done, in milliseconds.
    pub fn bij(&self, procent: usize) -> f64 {
        let plek = self.tijden.len() * procent / 100;
        self.tijden.get(plek).copied().unwrap_or_default().as_secs_f64() * 1e3
    }
}

/// Lets writers store one event after the other; each gets what `schrijver` makes for it.
pub async fn schrijf<S, F>(
    schrijvers: u64,
    duur: Duration,
    schrijver: impl Fn(u64) -> S,
    leg_vast: impl Fn(Arc<S>, Een) -> F + Clone + Send + 'static,
) -> Uitkomst<Tijden>
where
    S: Send + Sync + 'static,
    F: Future<Output = Uitkomst<()>> + Send,
{
    let begin = Instant::now();
    let taken: Vec<_> = (0..schrijvers)
        .map(|wie| {
            let (mijn, leg_vast) = (Arc::new(schrijver(wie)), leg_vast.clone());
            tokio::spawn(async move {
                let mut tijden = vec![];
                for nummer in 0.. {
                    if begin.elapsed() > duur {
                        break;
                    }
                    let sinds = Instant::now();
                    leg_vast(Arc::clone(&mijn), Een { wie, nummer }).await?;
                    tijden.push(sinds.elapsed());
                }
                Uitkomst::Ok(tijden)
            })
        })
        .collect();
    let mut tijden = vec![];
    for taak in taken {
        tijden.extend(taak.await??);
    }
    Ok(Tijden::new(tijden, begin.elapsed()))
}
