//! `copy`: a whole store into a new one, of the same kind or another.

use std::sync::Arc;

use clap::Args;
use wvp_store::EventStore;
use wvp_store::archief::kopieer;
use wvp_store::keyring::SleutelKopie;
use wvp_store_sled::SledStore;

use crate::huis::{OpslagUrl, eis_opslag};
use crate::voortgang::instellingen;

#[derive(Debug, Args)]
pub(crate) struct Copy {
    /// De opslag die wordt gekopieerd: `sled:PAD`
    #[arg(long, value_name = "URL", help_heading = "Opties")]
    from: OpslagUrl,
    /// De nieuwe opslag: `sled:PAD`
    #[arg(long, value_name = "URL", help_heading = "Opties")]
    to: OpslagUrl,
    /// Geef de uitkomst als JSON
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
}

impl Copy {
    /// Copies the log, and the keyring with its certificates.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let OpslagUrl::Sled(bron) = &self.from;
        let OpslagUrl::Sled(doel) = &self.to;
        eis_opslag(bron)?;
        let van = open(&self.from).await?;
        let naar = open(&self.to).await?;
        let gekopieerd = kopieer(&*van, &*naar).await;
        van.sluit().await?;
        naar.sluit().await?;
        let hoofden = gekopieerd?;
        SleutelKopie::van(bron)?.zet_terug(doel, &[])?;
        let (stromen, wortel) = (hoofden.aantal(), hoofden.wortel());
        if self.json {
            let uitkomst = serde_json::json!({
                "gebeurtenissen": naar.kop().0, "stromen": stromen, "wortel": wortel.to_string(),
            });
            anstream::println!("{uitkomst}");
        } else {
            let gebeurtenissen = naar.kop();
            anstream::println!("{gebeurtenissen} gebeurtenissen in {stromen} stromen gekopieerd");
            anstream::println!("wortel {wortel}");
        }
        Ok(())
    }
}

async fn open(url: &OpslagUrl) -> anyhow::Result<Arc<dyn EventStore>> {
    match url {
        OpslagUrl::Sled(map) => {
            let (store, _) = SledStore::open(map, instellingen()).await?;
            Ok(Arc::new(store))
        }
    }
}
