//! `copy`: a whole store into a new one, of the same kind or another.

use clap::Args;
use wvp_store::anker::Hoofden;
use wvp_store::archief::kopieer;

use crate::geheel::Geheel;
use crate::huis::{OpslagUrl, eis_opslag};

#[derive(Debug, Args)]
pub(crate) struct Copy {
    /// De opslag die wordt gekopieerd: `sled:PAD` of `postgres://GEBRUIKER@SERVER/DATABASE`
    #[arg(long, value_name = "URL", help_heading = "Opties")]
    from: OpslagUrl,
    /// De nieuwe opslag: `sled:PAD` of `postgres://GEBRUIKER@SERVER/DATABASE`
    #[arg(long, value_name = "URL", help_heading = "Opties")]
    to: OpslagUrl,
    /// Geef de uitkomst als JSON
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
}

impl Copy {
    /// Copies the log, and the keyring with its certificates.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        if let OpslagUrl::Sled(map) = &self.from {
            eis_opslag(map)?;
        }
        let (van, naar) = (Geheel::open(&self.from).await?, Geheel::open(&self.to).await?);
        let gekopieerd = kopieer_alles(&van, &naar).await;
        van.store.sluit().await?;
        naar.store.sluit().await?;
        let hoofden = gekopieerd?;
        let (stromen, wortel) = (hoofden.aantal(), hoofden.wortel());
        if self.json {
            let uitkomst = serde_json::json!({
                "gebeurtenissen": naar.store.kop().0, "stromen": stromen, "wortel": wortel.to_string(),
            });
            anstream::println!("{uitkomst}");
        } else {
            let gebeurtenissen = naar.store.kop();
            anstream::println!("{gebeurtenissen} gebeurtenissen in {stromen} stromen gekopieerd");
            anstream::println!("wortel {wortel}");
        }
        Ok(())
    }
}

/// The log, and after it the keyring, so that it has the keys of everything in there.
async fn kopieer_alles(van: &Geheel, naar: &Geheel) -> anyhow::Result<Hoofden> {
    let hoofden = kopieer(&*van.store, &*naar.store).await?;
    naar.zet_sleutels_terug(&van.sleutelkopie().await?, &[]).await?;
    Ok(hoofden)
}
