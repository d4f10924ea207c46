//! The player: day by day, every step of the day, then the tick, the reminders and the papers.
//!
//! A step is the same step by its document, so playing on after a crash adds nothing twice: the
//! player begins again on the day of the last event in the log.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use wvp_access::Lezer;
use wvp_domain::werknemer::{self, Bsnmelding};
use wvp_domain::{Datum, Secties, StukId, werkgever};
use wvp_engine::bericht::kenmerk;
use wvp_engine::klok::dag_in_amsterdam;
use wvp_engine::{Aanleiding, Engine, Gebruiker, Handklok, Notifier};
use wvp_papieren::Drukker;
use wvp_store::{EventStore, Positie};

use super::{Rol, Zaak, rechten};
use crate::huis::Huis;
use wvp_engine::nummer;

/// Plays a caseload on a house.
pub struct Speler<'a> {
    /// The house.
    pub huis: &'a Huis,
    /// Its clock.
    pub klok: Arc<Handklok>,
    /// The cases.
    pub zaken: &'a [Zaak],
    /// Where reminders go.
    pub kanaal: &'a dyn Notifier,
    /// The folder for the papers.
    pub papieren: PathBuf,
}

/// What playing did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gespeeld {
    /// Simulated days.
    pub dagen: i32,
    /// Events in the log.
    pub gebeurtenissen: u64,
    /// Messages delivered by this run.
    pub bezorgd: usize,
}

/// Days that are played after the last step: the watch over a chain ends within them.
const UITLOOP_DAGEN: i32 = 35;
/// Records per page.
const BLADZIJDE: usize = 1_000;

impl Speler<'_> {
    /// The first and the last day (inclusive) of the whole caseload.
    #[must_use]
    pub fn periode(&self) -> Option<(Datum, Datum)> {
        let dagen = || self.zaken.iter().flat_map(|zaak| &zaak.stappen).map(|stap| stap.dag);
        Some((dagen().min()?, dagen().max()?.plus(UITLOOP_DAGEN)))
    }

    /// Plays on from where the log ends, until the end; `op_dag` hears of every day.
    ///
    /// # Errors
    ///
    /// When a step is refused or the store fails.
    pub async fn speel(&self, op_dag: &(dyn Fn(Datum) + Sync)) -> anyhow::Result<Gespeeld> {
        let mut gespeeld = Gespeeld::default();
        let Some((eerste, laatste)) = self.periode() else { return Ok(gespeeld) };
        let hervat = laatste_dag(&*self.huis.store).await?.unwrap_or(eerste);
        let mut dag = eerste.max(hervat);
        while dag <= laatste {
            op_dag(dag);
            self.klok.zet(dag);
            gespeeld.bezorgd += self.speel_dag(dag).await?;
            gespeeld.dagen += 1;
            dag = dag.volgende();
        }
        gespeeld.gebeurtenissen = self.huis.store.kop().0;
        Ok(gespeeld)
    }

    async fn speel_dag(&self, dag: Datum) -> anyhow::Result<usize> {
        for zaak in self.zaken {
            let fout = || format!("zaak `{}`, {dag}", zaak.sleutel);
            self.stappen(zaak, dag).await.with_context(fout)?;
        }
        let getikt = self.huis.engine.tick().await?;
        anyhow::ensure!(getikt.mislukt == 0, "{} dossiers mislukten op {dag}", getikt.mislukt);
        let gemeld = self.huis.engine.alert(self.kanaal).await?;
        for zaak in self.zaken {
            for (op, naam) in &zaak.papieren {
                if *op == dag {
                    self.druk(zaak, naam).await?;
                }
            }
        }
        Ok(gemeld.bezorgd)
    }

    async fn stappen(&self, zaak: &Zaak, dag: Datum) -> anyhow::Result<()> {
        if zaak.van == dag {
            schrijf_in(&self.huis.engine, zaak).await?;
        }
        for stap in zaak.stappen.iter().filter(|stap| stap.dag == dag) {
            let wie = gebruiker(zaak, stap.wie);
            self.huis.engine.execute(&wie, zaak.dossier, stap.wat.clone()).await?;
        }
        if zaak.van == dag {
            self.leg_bsn_vast(zaak).await?;
        }
        Ok(())
    }

    async fn leg_bsn_vast(&self, zaak: &Zaak) -> anyhow::Result<()> {
        let a = Bsnmelding { stuk: stuk(&["bsn", &zaak.sleutel]), per: zaak.van };
        let gegevens = Secties::proces(a).met_d(zaak.bsn.clone());
        let opdracht = werknemer::Command::LegBsnVast(gegevens);
        let wie = gebruiker(zaak, Rol::Casemanager);
        self.huis.engine.execute_werknemer(&wie, zaak.werknemer, opdracht).await?;
        Ok(())
    }

    async fn druk(&self, zaak: &Zaak, naam: &str) -> anyhow::Result<()> {
        let wie = gebruiker(zaak, Rol::Casemanager);
        let map = self.papieren.join(kenmerk(zaak.dossier)).join(naam);
        let bestanden =
            self.huis.engine.riv(&wie, zaak.dossier, &Aanleiding::default(), &Drukker).await?;
        std::fs::create_dir_all(&map)?;
        for bestand in bestanden {
            std::fs::write(map.join(bestand.naam), bestand.inhoud)?;
        }
        Ok(())
    }
}

/// Registers employer and employee of a case, with the accounts around them. Twice is fine.
///
/// # Errors
///
/// When it is refused or the store fails.
pub async fn schrijf_in(engine: &Engine, zaak: &Zaak) -> anyhow::Result<()> {
    schrijf_werkgever_in(engine, zaak).await?;
    schrijf_werknemer_in(engine, zaak).await
}

/// Registers the employer of a case and who works for it. Twice is fine.
///
/// # Errors
///
/// When it is refused or the store fails.
pub async fn schrijf_werkgever_in(engine: &Engine, zaak: &Zaak) -> anyhow::Result<()> {
    rechten::bij_werkgever(engine, zaak).await?;
    let wie = gebruiker(zaak, Rol::Casemanager);
    let document = stuk(&["werkgever", &zaak.bedrijf.naam, &zaak.sleutel]);
    let a = werkgever::Inschrijving { stuk: document, per: zaak.van };
    let gegevens = Secties::proces(a).met_d(zaak.bedrijf.clone());
    let opdracht = werkgever::Command::LegGegevensVast(gegevens);
    engine.execute_werkgever(&wie, zaak.werkgever, opdracht).await?;
    Ok(())
}

/// Registers the employee of a case, with an account. Twice is fine.
///
/// # Errors
///
/// When it is refused or the store fails.
pub async fn schrijf_werknemer_in(engine: &Engine, zaak: &Zaak) -> anyhow::Result<()> {
    rechten::van_werknemer(engine, zaak).await?;
    let wie = gebruiker(zaak, Rol::Casemanager);
    let document = stuk(&["werknemer", &zaak.sleutel]);
    let a = werknemer::Inschrijving { stuk: document, werkgever: zaak.werkgever, per: zaak.van };
    let gegevens = Secties::proces(a).met_d(zaak.persoon.clone());
    let opdracht = werknemer::Command::LegGegevensVast(gegevens);
    engine.execute_werknemer(&wie, zaak.werknemer, opdracht).await?;
    Ok(())
}

/// The person who plays a role in a case, logged in.
#[must_use]
pub fn gebruiker(zaak: &Zaak, rol: Rol) -> Gebruiker {
    crate::bediener::ingelogd(zaak.account(rol), lezer(rol))
}

/// Party and function of a role.
#[must_use]
pub fn lezer(rol: Rol) -> Lezer {
    match rol {
        Rol::Werkgever => Lezer::Werkgever,
        Rol::Casemanager => Lezer::CasemanagerZwWgaWvp,
        Rol::Bedrijfsarts => Lezer::BedrijfsartsStafarts,
        Rol::Claimbeoordelaar => Lezer::VerzekeraarClaimbeoordelaar,
        Rol::Werknemer => Lezer::Werknemer,
    }
}

/// The day (Amsterdam) of the newest event in the log; none when the log is empty.
async fn laatste_dag(store: &dyn EventStore) -> anyhow::Result<Option<Datum>> {
    let mut dagen = BTreeSet::new();
    let mut na = Positie::BEGIN;
    loop {
        let records = store.read_all(na, BLADZIJDE).await?;
        let Some(laatste) = records.last() else { return Ok(dagen.last().copied()) };
        na = laatste.positie;
        dagen.extend(records.iter().map(|record| dag_in_amsterdam(record.moment)));
    }
}

fn stuk(woorden: &[&str]) -> StukId {
    StukId(nummer(&[&["inschrijving"], woorden].concat()))
}
