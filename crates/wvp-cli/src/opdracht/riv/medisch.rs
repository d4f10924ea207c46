//! `riv medisch`: the medical part under a password, for the bedrijfsarts and the employee.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::StukId;
use wvp_engine::Systeemklok;
use wvp_papieren::{gesloten, toeval};
use wvp_reports::Wachtwoord;
use zeroize::Zeroizing;

use crate::bediener;
use crate::huis::Huis;
use crate::invoer::lees;
use crate::lezer::LezerWoord;
use crate::map::{eis_geen_pakket, schrijf_medisch};
use crate::opdracht::Opslag;
use crate::opdracht::leeslog::HIER;

#[derive(Debug, Args)]
pub(super) struct Medisch {
    /// Het nummer van het dossier, of het begin ervan
    #[arg(value_name = "DOSSIER", help_heading = "Invoer")]
    dossier: String,
    /// De map waarin het stuk komt; niet die van een verslag of van de werknemer
    #[arg(long, value_name = "MAP", help_heading = "Opties")]
    naar: PathBuf,
    /// Het bestand met het wachtwoord, van ten minste 12 tekens; `-` leest stdin
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    wachtwoord: PathBuf,
    /// Wie het vraagt; standaard de bedrijfsarts
    #[arg(long, value_name = "PARTIJ/FUNCTIE", help_heading = "Opties")]
    lezer: Option<LezerWoord>,
    /// Het nummer van het stuk; standaard het nieuwste
    #[arg(long, value_name = "NUMMER", help_heading = "Opties")]
    stuk: Option<Uuid>,
    #[command(flatten)]
    opslag: Opslag,
}

impl Medisch {
    /// Makes the sealed file. Reading or refusal is in the reading log first.
    pub(super) async fn draai(&self) -> anyhow::Result<()> {
        eis_geen_pakket(&self.naar)?;
        let wachtwoord = lees_wachtwoord(&self.wachtwoord)?;
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let rij = huis.zoek(&self.dossier).await?;
        let lezer = self.lezer.map_or(Lezer::BedrijfsartsStafarts, |it| it.0);
        let wie = bediener::als(&huis.engine, lezer, &rij).await?;
        let stuk = self.stuk.map(StukId);
        let invoer = huis.engine.medische_invoer(&wie, rij.dossier, stuk, &HIER).await;
        huis.store.sluit().await?;
        let pdf = gesloten(&invoer?)?.met_wachtwoord(&wachtwoord, &toeval())?;
        schrijf_medisch(&self.naar, &pdf)
    }
}

/// The first line of a file, without its end.
fn lees_wachtwoord(bestand: &Path) -> anyhow::Result<Wachtwoord> {
    let tekst = Zeroizing::new(lees(Some(bestand))?);
    let regel = tekst.strip_suffix('\n').unwrap_or(&tekst);
    let regel = regel.strip_suffix('\r').unwrap_or(regel);
    Ok(Wachtwoord::try_new(Zeroizing::new(regel.to_owned()))?)
}
