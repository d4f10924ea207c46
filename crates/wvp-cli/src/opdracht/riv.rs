//! `riv`: the re-integratieverslag of a dossier: its papers, what is still missing, and its proof.

mod controle;
mod medisch;
mod verify;
mod verweer;
mod wegleggen;
mod werknemer;

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use clap::{Args, Subcommand};
use wvp_access::Lezer;
use wvp_engine::Systeemklok;
use wvp_papieren::Drukker;

use super::SJABLOON;
use crate::bediener;
use crate::huis::{Huis, OpslagUrl};
use crate::opdracht::leeslog::HIER;
use wegleggen::Plaats;

/// Without a subcommand it makes the package. What that needs is asked of nobody who names a subcommand, so it
/// is optional here and required there.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    subcommand_help_heading = "Of"
)]
pub(crate) struct Riv {
    #[command(subcommand)]
    wat: Option<Wat>,
    /// Het nummer van het dossier, of het begin ervan
    #[arg(value_name = "DOSSIER", required = true, help_heading = "Invoer")]
    dossier: Option<String>,
    /// De map waarin de PDF's en de inhoudslijst komen; een map met een ander pakket blijft zoals die is
    #[arg(long, value_name = "MAP", required = true, help_heading = "Opties")]
    naar: Option<PathBuf>,
    /// Waar de opslag staat: `sled:PAD` of `postgres://GEBRUIKER@SERVER/DATABASE`
    #[arg(long, value_name = "URL", required = true, help_heading = "Opties")]
    opslag: Option<OpslagUrl>,
    /// Het bestand met de hoofdsleutels
    #[arg(long, value_name = "BESTAND", required = true, help_heading = "Opties")]
    sleutels: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Wat {
    /// Toon wat er nog ontbreekt of niet klopt, wie dat herstelt en voor wanneer
    #[command(help_template = SJABLOON)]
    Controle(controle::Controle),
    /// Kijk na of een pakket onveranderd is en bij het log hoort
    #[command(help_template = SJABLOON)]
    Verify(verify::Verify),
    /// Toon of een verzoek van UWV klopt, welke stukken erover gaan en voor wanneer u antwoordt
    #[command(help_template = SJABLOON)]
    Verweer(verweer::Verweer),
    /// Maak de map van de werknemer: afschriften, het oordeel en het bewijs van het gesloten deel
    #[command(help_template = SJABLOON)]
    Werknemer(werknemer::Werknemer),
    /// Maak het medische deel met een wachtwoord, voor de bedrijfsarts of de werknemer
    #[command(help_template = SJABLOON)]
    Medisch(medisch::Medisch),
}

impl Riv {
    /// Whether faults go out as JSON too.
    pub(crate) fn json(&self) -> bool {
        match &self.wat {
            Some(Wat::Controle(controle)) => controle.json,
            Some(Wat::Verweer(verweer)) => verweer.json,
            Some(Wat::Verify(_) | Wat::Werknemer(_) | Wat::Medisch(_)) | None => false,
        }
    }

    /// Makes the package, says what is missing, or proves a package.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        match &self.wat {
            Some(Wat::Controle(controle)) => controle.draai().await,
            Some(Wat::Verify(verify)) => verify.draai().await,
            Some(Wat::Verweer(verweer)) => verweer.draai().await,
            Some(Wat::Werknemer(werknemer)) => werknemer.draai().await,
            Some(Wat::Medisch(medisch)) => medisch.draai().await,
            None => self.maak().await,
        }
    }

    /// Makes the papers as the casemanager who is named in the plan may see them, and records the hash of
    /// their list of contents.
    async fn maak(&self) -> anyhow::Result<()> {
        let ontbreekt = "noem een dossier, een map, de opslag en de sleutels";
        let dossier = self.dossier.as_deref().context(ontbreekt)?;
        let naar = self.naar.as_deref().context(ontbreekt)?;
        let opslag = self.opslag.as_ref().context(ontbreekt)?;
        let sleutels = self.sleutels.as_deref().context(ontbreekt)?;
        let huis = Huis::open(opslag, sleutels, Arc::new(Systeemklok)).await?;
        let rij = huis.zoek(dossier).await?;
        let wie = bediener::als(&huis.engine, Lezer::CasemanagerZwWgaWvp, &rij).await?;
        let pakket = huis.engine.riv_pakket(&wie, rij.dossier, &HIER, &Drukker).await?;
        let plaats = Plaats::bekijk(naar, &pakket)?;
        let klaar = plaats.schrijf(&pakket)?;
        // Recorded before anybody can see it: a package that lies there is in the log.
        huis.engine.leg_riv_vast(&wie, &pakket).await?;
        klaar.toon(&pakket)?;
        huis.store.sluit().await?;
        Ok(())
    }
}
