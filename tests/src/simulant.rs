//! Plays the random caseload: all that people do on a day, then the tick, then the mail.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use async_trait::async_trait;
use tracing::info;
use wvp_cli::demo::{Rol, Zaak, gebruiker, lezer, schrijf_werkgever_in, schrijf_werknemer_in};
use wvp_cli::huis::Huis;
use wvp_domain::werknemer::{self, Bsnmelding};
use wvp_domain::{Datum, Secties};
use wvp_engine::{Bericht, BezorgFout, ExecuteError, Handklok, Notifier};
use wvp_kanalen::Smtp;

use crate::post;
use crate::voorraad::{Levensloop, levenslopen};

/// A caseload on a house, with a mail server.
#[derive(Debug)]
pub struct Simulant {
    huis: Huis,
    klok: Arc<Handklok>,
    levenslopen: Vec<Levensloop>,
    bezorger: Melder,
}

/// Says in the log that a mail was taken over: the moment between that and the fact is the one to be killed in.
#[derive(Debug)]
struct Melder(Smtp);

#[async_trait]
impl Notifier for Melder {
    async fn bezorg(&self, bericht: &Bericht) -> Result<(), BezorgFout> {
        self.0.bezorg(bericht).await?;
        info!(bericht = %bericht.id, "overgenomen");
        Ok(())
    }
}

impl Simulant {
    /// Opens the house, or makes it, with the seed and the number of dossiers of its caseload.
    ///
    /// # Errors
    ///
    /// When store, keys or channel cannot be opened.
    pub async fn open(
        (opslag, sleutels): (&str, &Path),
        poort: u16,
        (seed, dossiers): (u64, u32),
    ) -> anyhow::Result<Self> {
        let klok = Arc::new(Handklok::op(Datum::EERSTE));
        let opslag = opslag.parse()?;
        let huis = Huis::open_of_maak_op(&opslag, sleutels, Arc::clone(&klok) as _).await?;
        let bezorger = Melder(post::smtp(poort)?);
        Ok(Self { huis, klok, levenslopen: levenslopen(seed, dossiers), bezorger })
    }

    /// Registers the employer and who works for it, on the day the first employee falls ill: who keeps the employer
    /// keeps it from that day on, and two nodes may ask on any day after. Twice is fine, by two nodes at once is not.
    ///
    /// # Errors
    ///
    /// When it is refused or the store fails.
    pub async fn richt_in(&self) -> anyhow::Result<()> {
        let eerste = self.levenslopen.iter().min_by_key(|it| it.begin);
        let eerste = eerste.context("de voorraad is leeg")?;
        self.klok.zet(eerste.begin);
        schrijf_werkgever_in(&self.huis.engine, &eerste.zaak()?).await
    }

    /// Plays one day. Whatever of it was played before stays as it is.
    ///
    /// # Errors
    ///
    /// When the store fails; a refusal is part of the game.
    pub async fn speel(&self, dag: Datum) -> anyhow::Result<()> {
        self.klok.zet(dag);
        for levensloop in self.levenslopen.iter().filter(|it| it.is_bezig_op(dag)) {
            self.speel_dossier(levensloop, dag).await?;
        }
        let getikt = self.huis.engine.tick().await?;
        anyhow::ensure!(getikt.mislukt == 0, "{} dossiers mislukt", getikt.mislukt);
        self.huis.engine.alert(&self.bezorger).await?;
        Ok(())
    }

    /// Closes the store.
    ///
    /// # Errors
    ///
    /// When it could not be left in order.
    pub async fn sluit(&self) -> anyhow::Result<()> {
        Ok(self.huis.store.sluit().await?)
    }

    async fn speel_dossier(&self, levensloop: &Levensloop, dag: Datum) -> anyhow::Result<()> {
        let zaak = levensloop.zaak()?;
        if levensloop.begin == dag {
            schrijf_werknemer_in(&self.huis.engine, &zaak).await?;
        }
        for stap in levensloop.stappen_op(dag)? {
            let wie = gebruiker(&zaak, stap.wie);
            match self.huis.engine.execute(&wie, zaak.dossier, stap.wat).await {
                // Who does things at random also does what the law forbids, or what is for others to do.
                Ok(_) | Err(ExecuteError::Afgewezen(_) | ExecuteError::Geweigerd(_)) => {}
                Err(fout) => return Err(fout).with_context(|| lezer(stap.wie).to_string()),
            }
        }
        if levensloop.begin == dag {
            self.leg_bsn_vast(levensloop, &zaak).await?;
        }
        Ok(())
    }

    /// The number is recorded once there is a report of illness.
    async fn leg_bsn_vast(&self, levensloop: &Levensloop, zaak: &Zaak) -> anyhow::Result<()> {
        let melding = Bsnmelding { stuk: levensloop.stuk("bsn"), per: levensloop.begin };
        let gegevens = Secties::proces(melding).met_d(zaak.bsn.clone());
        let wie = gebruiker(zaak, Rol::Casemanager);
        let opdracht = werknemer::Command::LegBsnVast(gegevens);
        self.huis.engine.execute_werknemer(&wie, zaak.werknemer, opdracht).await?;
        Ok(())
    }
}
