//! `sivi import`: reports of absence of an employer, each taken in, known already, or refused.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::Args;
use wvp_berichten::sivi::{Reden, Regel, Uitslag, neem_in};
use wvp_uitwisseling::sivi::per_melding::lees;

use crate::opdracht::als_wie::AlsWie;
use crate::opdracht::leeslog::HIER;
use crate::tekening::{KOP, ZACHT};

#[derive(Debug, Args)]
pub(super) struct Import {
    /// Het bericht Verzuimmeldingen (XML)
    #[arg(value_name = "BESTAND", help_heading = "Invoer")]
    bestand: PathBuf,
    /// Toon wat er zou gebeuren, en leg niets vast
    #[arg(long, help_heading = "Opties")]
    proef: bool,
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    pub(super) json: bool,
    #[command(flatten)]
    wie: AlsWie,
}

impl Import {
    /// Takes in what can be taken in.
    pub(super) async fn draai(self) -> anyhow::Result<()> {
        let bytes = std::fs::read(&self.bestand)
            .with_context(|| format!("`{}` is niet te lezen", self.bestand.display()))?;
        let gelezen = lees(&bytes)?;
        let (huis, wie) = self.wie.open().await?;
        let regels = neem_in(&huis.engine, (&wie, &HIER), &gelezen, self.proef).await;
        huis.store.sluit().await?;
        self.toon(&regels?)
    }

    fn toon(&self, regels: &[Regel]) -> anyhow::Result<()> {
        if self.json {
            anstream::println!("{}", serde_json::to_string_pretty(regels)?);
        } else {
            regels.iter().for_each(druk);
            if self.proef {
                anstream::println!(
                    "\nproef: er is niets vastgelegd, en rechten zijn niet beoordeeld"
                );
            }
        }
        let geweigerd = regels.iter().filter(|it| it.uitslag == Uitslag::Geweigerd).count();
        if geweigerd > 0 {
            bail!("{geweigerd} van {} meldingen geweigerd", regels.len());
        }
        Ok(())
    }
}

fn druk(regel: &Regel) {
    let wat = regel.vastgelegd.join(", ");
    let wat = if wat.is_empty() { wat } else { format!(": {wat}") };
    anstream::println!("{KOP}{}{KOP:#}  {}{wat}", regel.plaats, regel.uitslag.woord());
    if let Some(verwerking) = &regel.verwerking {
        anstream::println!("  {ZACHT}VrwrkCd{ZACHT:#} {verwerking}");
    }
    for Reden { veld, regel } in &regel.redenen {
        anstream::println!("  {ZACHT}{veld}{ZACHT:#} {regel}");
    }
}
