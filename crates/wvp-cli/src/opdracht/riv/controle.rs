//! `riv controle`: what is still missing, who mends it, and by when.

use std::sync::Arc;

use clap::Args;
use wvp_access::Lezer;
use wvp_domain::rivcontrole::{Bevinding, Stand, Uitslag};
use wvp_engine::Systeemklok;

use crate::bediener;
use crate::huis::Huis;
use crate::lezer::LezerWoord;
use crate::opdracht::Opslag;
use crate::opdracht::leeslog::HIER;
use crate::tekening::{KOP, ZACHT};

#[derive(Debug, Args)]
pub(super) struct Controle {
    /// Het nummer van het dossier, of het begin ervan
    #[arg(value_name = "DOSSIER", help_heading = "Invoer")]
    dossier: String,
    /// Wie er kijkt; standaard de casemanager
    #[arg(long, value_name = "PARTIJ/FUNCTIE", help_heading = "Opties")]
    lezer: Option<LezerWoord>,
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    pub(super) json: bool,
    #[command(flatten)]
    opslag: Opslag,
}

impl Controle {
    /// Judges and prints. The reading is in the reading log first.
    pub(super) async fn draai(&self) -> anyhow::Result<()> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let rij = huis.zoek(&self.dossier).await?;
        let lezer = self.lezer.map_or(Lezer::CasemanagerZwWgaWvp, |it| it.0);
        let wie = bediener::als(&huis.engine, lezer, &rij).await?;
        let uitslag = huis.engine.riv_controle(&wie, rij.dossier, &HIER).await?;
        if self.json {
            anstream::println!("{}", serde_json::to_string_pretty(&uitslag)?);
        } else {
            toon(&uitslag);
        }
        huis.store.sluit().await?;
        Ok(())
    }
}

fn toon(uitslag: &Uitslag) {
    let op = uitslag.op.voluit();
    match uitslag.bevindingen.len() {
        1 => anstream::println!("{KOP}1 bevinding op {op}{KOP:#}"),
        aantal => anstream::println!("{KOP}{aantal} bevindingen op {op}{KOP:#}"),
    }
    for bevinding in &uitslag.bevindingen {
        let Bevinding { regel, zin, uiterlijk, wie, grondslag, .. } = bevinding;
        anstream::println!(
            "\n{} · {} · {}",
            bevinding.ernst.naam(),
            stand(bevinding),
            regel.naam()
        );
        anstream::println!("  {zin}");
        anstream::println!(
            "  {ZACHT}wie{ZACHT:#} {}  {ZACHT}voor{ZACHT:#} {uiterlijk}  {ZACHT}bron{ZACHT:#} {}",
            wie.naam(),
            grondslag[1]
        );
    }
    anstream::println!(
        "\n{} regels voldaan, {} niet na te gaan, {} niet van toepassing",
        uitslag.voldaan.len(),
        uitslag.niet_na_te_gaan.len(),
        uitslag.niet_van_toepassing.len()
    );
}

fn stand(bevinding: &Bevinding) -> &'static str {
    match bevinding.stand {
        Stand::Komend => "op komst",
        Stand::Verlopen => "verlopen",
    }
}
