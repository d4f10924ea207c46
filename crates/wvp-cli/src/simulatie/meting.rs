//! What a simulation costs: the figures of the last line.

use std::path::Path;
use std::time::{Duration, Instant};

use serde::Serialize;
use wvp_engine::Engine;
use wvp_projections::{Herinneringen, tijdlijn};

use super::loop_van_zaken::zaak;
use super::model::Plan;
use crate::demo::{Rol, gebruiker};
use wvp_domain::Datum;

/// The last line of `poortwachter simulate`; names and units are the contract's.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Meting {
    /// Dossiers written.
    pub dossiers: u32,
    /// Events in the log after writing.
    pub events: u64,
    /// Seconds of writing, read models included.
    pub seconds: f64,
    /// Events per second of writing.
    pub events_per_second: f64,
    /// Bytes of the store on disk.
    pub bytes_on_disk: u64,
    /// Highest resident memory of the process, in bytes; 0 where the system does not tell.
    pub peak_rss_bytes: u64,
    /// Seconds to close and open the store again.
    pub reopen_seconds: f64,
    /// Seconds to build every read model anew.
    pub rebuild_seconds: f64,
    /// Seconds of one tick over all open dossiers.
    pub tick_seconds: f64,
    /// Events that the tick added: reminders, drafts, closed chains.
    pub tick_due: u64,
    /// Median time of reading one timeline, in microseconds.
    pub timeline_p50_us: u64,
    /// 99th percentile of the same.
    pub timeline_p99_us: u64,
}

/// Timelines that are read to measure.
const STEEKPROEF: usize = 1_000;

/// Reads timelines of dossiers spread over the caseload, each as the casemanager sees it; gives the
/// median and the 99th percentile in microseconds.
///
/// # Errors
///
/// When a dossier cannot be read.
pub async fn tijdlijnen(engine: &Engine, plannen: &[Plan], tot: Datum) -> anyhow::Result<[u64; 2]> {
    let stap = (plannen.len() / STEEKPROEF).max(1);
    let mut duren = vec![];
    for plan in plannen.iter().step_by(stap) {
        let zaak = zaak(plan, tot)?;
        if zaak.stappen.is_empty() {
            continue;
        }
        let begin = Instant::now();
        let inzage = engine.read(&gebruiker(&zaak, Rol::Casemanager), zaak.dossier, None).await?;
        let lijn = tijdlijn(&inzage.gebeurtenissen, inzage.feiten_van, Herinneringen::Tonen);
        std::hint::black_box(lijn);
        duren.push(begin.elapsed());
    }
    duren.sort_unstable();
    Ok([percentiel(&duren, 50), percentiel(&duren, 99)])
}

fn percentiel(duren: &[Duration], procent: usize) -> u64 {
    let plaats = duren.len().saturating_mul(procent) / 100;
    let duur = duren.get(plaats.min(duren.len().saturating_sub(1)));
    duur.map_or(0, |duur| u64::try_from(duur.as_micros()).unwrap_or(u64::MAX))
}

/// The bytes of all files below a folder.
///
/// # Errors
///
/// When the folder cannot be read.
pub fn bytes_in(map: &Path) -> std::io::Result<u64> {
    let mut som = 0;
    for regel in std::fs::read_dir(map)? {
        let regel = regel?;
        let soort = regel.file_type()?;
        som += if soort.is_dir() { bytes_in(&regel.path())? } else { regel.metadata()?.len() };
    }
    Ok(som)
}

/// The highest resident memory of this process so far, in bytes.
#[must_use]
pub fn piek_geheugen() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let regel = status.lines().find_map(|regel| regel.strip_prefix("VmHWM:"));
    let kilobytes = regel.and_then(|regel| regel.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or(0).saturating_mul(1024)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{bytes_in, percentiel};

    #[test]
    fn een_percentiel_valt_binnen_de_metingen() {
        let duren: Vec<Duration> = (1..=100).map(Duration::from_micros).collect();
        assert_eq!((percentiel(&duren, 50), percentiel(&duren, 99)), (51, 100));
        assert_eq!(percentiel(&[], 50), 0);
    }

    #[test]
    fn bytes_tellen_ook_in_mappen_eronder() {
        let map = tempfile::tempdir().unwrap();
        std::fs::create_dir(map.path().join("onder")).unwrap();
        std::fs::write(map.path().join("een"), [0; 10]).unwrap();
        std::fs::write(map.path().join("onder/twee"), [0; 5]).unwrap();
        assert_eq!(bytes_in(map.path()).unwrap(), 15);
    }
}
