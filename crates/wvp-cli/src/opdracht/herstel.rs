//! `herstel`: copies all that is whole into a new store, and names the rest.

use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use wvp_store::keyring::{KekBestand, SleutelbosBestand};
use wvp_store::{Schade, StroomId};
use wvp_store_sled::{Herstel as Uitkomst, herstel, verifieer};

use super::OpslagZonderSleutels;
use crate::huis::{OpslagUrl, eis_opslag};

#[derive(Debug, Args)]
pub(crate) struct Herstel {
    /// De nieuwe map voor wat heel is
    #[arg(long, value_name = "MAP", help_heading = "Opties")]
    naar: PathBuf,
    /// Geef de uitkomst als JSON
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
    #[command(flatten)]
    opslag: OpslagZonderSleutels,
}

impl Herstel {
    /// Copies and lists. That something was damaged is no failure of this command.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let OpslagUrl::Sled(map) = &self.opslag.opslag else {
            bail!(
                "een database herstelt dit programma niet zelf: zet een archief terug met \
                 `poortwachter restore`, of gebruik de reservekopie van PostgreSQL"
            )
        };
        eis_opslag(map)?;
        let uitkomst = herstel(map, &self.naar).await?;
        if let Some(sleutels) = &self.opslag.sleutels {
            let bos = SleutelbosBestand::open(&self.naar, KekBestand::open(sleutels)?)?;
            let verslag = verifieer(&self.naar, &bos).await?;
            if !verslag.is_heel() {
                bail!("hersteld, maar niet alles opent; bekijk het met `poortwachter verify`");
            }
        }
        if self.json {
            anstream::println!("{}", als_json(&uitkomst));
        } else {
            toon(&uitkomst);
        }
        Ok(())
    }
}

fn als_json(uitkomst: &Uitkomst) -> serde_json::Value {
    let lijst = |alle: &[Schade]| {
        let regels = alle.iter().map(|schade| {
            serde_json::json!({
                "segment": schade.segment,
                "offset": schade.offset,
                "stroom": schade.stroom.as_ref().map(StroomId::to_string),
                "versie": schade.versie.map(|versie| versie.0),
            })
        });
        regels.collect::<Vec<_>>()
    };
    serde_json::json!({
        "gebeurtenissen": uitkomst.records,
        "stromen": uitkomst.stromen,
        "schade": lijst(&uitkomst.schade),
        "overgeslagen": lijst(&uitkomst.overgeslagen),
    })
}

fn toon(uitkomst: &Uitkomst) {
    let Uitkomst { records, stromen, schade, overgeslagen } = uitkomst;
    anstream::println!("{records} gebeurtenissen in {stromen} stromen overgezet");
    for schade in schade {
        anstream::println!("  beschadigd: {schade}");
    }
    for schade in overgeslagen {
        anstream::println!("  heel, maar na de schade in zijn stroom: {schade}");
    }
}
