//! A synthetic caseload through the real engine and store, with what it costs.
//!
//! How long people are ill follows the figures of the field ([`model`]); the texts are those of the
//! example of the demo, the numbers differ per dossier, so that a seed always gives the same caseload.

mod loop_van_zaken;
pub mod meting;
pub mod model;

use std::sync::Arc;

use anyhow::Context as _;
use tokio::task::JoinSet;
use wvp_domain::Datum;
use wvp_engine::{Engine, Handklok};

use crate::demo::{Zaak, gebruiker, schrijf_werkgever_in, schrijf_werknemer_in};
pub(crate) use loop_van_zaken::script;
use loop_van_zaken::zaak;
use model::{Plan, plannen};

/// Which caseload.
#[derive(Debug, Clone, Copy)]
pub struct Simulatie {
    /// How many dossiers.
    pub dossiers: u32,
    /// Which of all caseloads of that size.
    pub seed: u64,
    /// Over how many years the first days of illness are spread.
    pub jaren: u16,
}

/// First day of every simulation: a Monday.
const BEGIN: (i32, u32, u32) = (2024, 1, 1);
/// Dossiers that are written to at the same moment.
const TEGELIJK: usize = 64;
/// Days after which the read models are brought up to date.
const VOLG_DAGEN: i32 = 30;

/// The steps of one dossier on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Dagwerk {
    dag: Datum,
    plaats: usize,
}

impl Simulatie {
    /// The first and the last day (inclusive).
    ///
    /// # Errors
    ///
    /// When so many years do not fit in the calendar.
    pub fn periode(&self) -> anyhow::Result<(Datum, Datum)> {
        let (jaar, maand, dag) = BEGIN;
        let tot = Datum::ymd(jaar + i32::from(self.jaren), maand, dag)
            .context("zoveel jaren passen niet in de kalender")?;
        Ok((Datum::ymd(jaar, maand, dag)?, tot.vorige()))
    }

    /// Every dossier, with its first day and how long it lasts.
    ///
    /// # Errors
    ///
    /// When so many years do not fit in the calendar.
    pub fn plannen(&self) -> anyhow::Result<Vec<Plan>> {
        let (van, tot) = self.periode()?;
        Ok(plannen(self.seed, self.dossiers, van, tot))
    }

    /// Writes the caseload day by day; within a day many dossiers at once.
    ///
    /// # Errors
    ///
    /// When a step is refused or the store fails.
    pub async fn schrijf(
        &self,
        engine: &Engine,
        klok: &Handklok,
        plannen: &Arc<Vec<Plan>>,
    ) -> anyhow::Result<()> {
        let (van, tot) = self.periode()?;
        klok.zet(van);
        if let Some(plan) = plannen.first() {
            schrijf_werkgever_in(engine, &zaak(plan, tot)?).await?;
        }
        let werk = dagwerk(plannen, tot)?;
        let mut gevolgd = van;
        for vandaag in werk.chunk_by(|een, ander| een.dag == ander.dag) {
            let Some(Dagwerk { dag, .. }) = vandaag.first().copied() else { continue };
            klok.zet(dag);
            speel_dag(engine, plannen, vandaag, tot).await?;
            if gevolgd.dagen_tot(dag) >= VOLG_DAGEN {
                engine.follow().await?;
                gevolgd = dag;
            }
        }
        klok.zet(tot);
        engine.follow().await?;
        Ok(())
    }
}

/// The days on which each dossier has something to record, in order. Only days and places are kept:
/// the commands are written again when their day comes, so that a country fits in memory.
fn dagwerk(plannen: &[Plan], tot: Datum) -> anyhow::Result<Vec<Dagwerk>> {
    let mut werk = vec![];
    for (plaats, plan) in plannen.iter().enumerate() {
        let mut dagen: Vec<Datum> = zaak(plan, tot)?.stappen.iter().map(|stap| stap.dag).collect();
        dagen.dedup();
        werk.extend(dagen.into_iter().map(|dag| Dagwerk { dag, plaats }));
    }
    werk.sort_unstable();
    Ok(werk)
}

async fn speel_dag(
    engine: &Engine,
    plannen: &Arc<Vec<Plan>>,
    vandaag: &[Dagwerk],
    tot: Datum,
) -> anyhow::Result<()> {
    let mut bezig: JoinSet<anyhow::Result<()>> = JoinSet::new();
    for Dagwerk { dag, plaats } in vandaag.iter().copied() {
        if bezig.len() >= TEGELIJK
            && let Some(klaar) = bezig.join_next().await
        {
            klaar??;
        }
        let Some(plan) = plannen.get(plaats).copied() else { continue };
        let engine = engine.clone();
        bezig.spawn(async move { speel(&engine, &zaak(&plan, tot)?, dag).await });
    }
    while let Some(klaar) = bezig.join_next().await {
        klaar??;
    }
    Ok(())
}

/// The steps of one dossier on one day, one after the other.
async fn speel(engine: &Engine, zaak: &Zaak, dag: Datum) -> anyhow::Result<()> {
    if zaak.van == dag {
        schrijf_werknemer_in(engine, zaak).await?;
    }
    for stap in zaak.stappen.iter().filter(|stap| stap.dag == dag) {
        let wie = gebruiker(zaak, stap.wie);
        let gedaan = engine.execute(&wie, zaak.dossier, stap.wat.clone()).await;
        gedaan.with_context(|| format!("dossier {}, {dag}", zaak.dossier))?;
    }
    Ok(())
}
