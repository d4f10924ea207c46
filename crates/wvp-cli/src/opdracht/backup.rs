//! `backup`: the whole log as one file, and the keyring apart from it.

use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use wvp_engine::{Klok as _, Systeemklok};
use wvp_store::archief::{self, Bewaard, Manifest};
use wvp_store::keyring::{KekBestand, SleutelKopie};

use super::{OpslagZonderSleutels, verify};
use crate::geheel::Geheel;
use crate::huis::{OpslagUrl, eis_opslag};

#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// Het nieuwe bestand
    #[arg(value_name = "BESTAND", help_heading = "Invoer")]
    naar: PathBuf,
    /// Bewaar ook de sleutelbos, in een eigen bestand; leg dat ergens anders weg
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    sleutelbos: Option<PathBuf>,
    /// Schrijf ook een anker van hetzelfde moment, om buiten het systeem te bewaren
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    anker: Option<PathBuf>,
    /// Geef de uitkomst als JSON
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
    #[command(flatten)]
    opslag: OpslagZonderSleutels,
}

impl Backup {
    /// Writes the archive, also while another process works with the store.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        // The keyring is read after the log, so that it has the keys of everything in there.
        let (Bewaard { manifest, anker }, kopie) = self.bewaar().await?;
        self.eis_eigen_bewijzen(&kopie)?;
        if let Some(pad) = &self.sleutelbos {
            kopie.schrijf(pad)?;
        }
        if let Some(pad) = &self.anker {
            verify::schrijf_anker(pad, &anker)?;
        }
        toon(&manifest, self.json);
        Ok(())
    }

    /// A folder is read without opening the store, which another process may hold.
    async fn bewaar(&self) -> anyhow::Result<(Bewaard, SleutelKopie)> {
        let nu = Systeemklok.nu();
        match &self.opslag.opslag {
            OpslagUrl::Sled(map) => {
                eis_opslag(map)?;
                let bewaard = wvp_store_sled::bewaar(map, &self.naar, nu).await?;
                Ok((bewaard, SleutelKopie::van(map)?))
            }
            url @ OpslagUrl::Postgres(_) => {
                let geheel = Geheel::open(url).await?;
                let eerder = geheel.sleutelkopie().await?;
                let bewaard = archief::bewaar(&*geheel.store, eerder.bewijzen(), &self.naar, nu);
                Ok((bewaard.await?, geheel.sleutelkopie().await?))
            }
        }
    }

    fn eis_eigen_bewijzen(&self, kopie: &SleutelKopie) -> anyhow::Result<()> {
        let Some(sleutels) = &self.opslag.sleutels else { return Ok(()) };
        let keks = KekBestand::open(sleutels)?;
        let vreemd = kopie.bewijzen().iter().filter(|bewijs| !keks.vertrouwt(bewijs)).count();
        if vreemd > 0 {
            bail!("{vreemd} bewijzen van vernietiging zijn niet met dit sleutelbestand ondertekend")
        }
        Ok(())
    }
}

/// Prints what is in an archive.
pub(super) fn toon(manifest: &Manifest, json: bool) {
    let Manifest { records, stromen, bewijzen, positie, wortel, .. } = manifest;
    if json {
        let uitkomst = serde_json::json!({
            "gebeurtenissen": records, "stromen": stromen, "bewijzen": bewijzen,
            "laatste_positie": positie.0, "wortel": wortel.to_string(),
        });
        anstream::println!("{uitkomst}");
    } else {
        anstream::println!(
            "{records} gebeurtenissen in {stromen} stromen, {bewijzen} bewijzen van vernietiging"
        );
        anstream::println!("wortel {wortel}");
    }
}
