//! `verify`: walks every stream; order, hash chain and seals.

use anyhow::bail;
use clap::Args;
use wvp_store::keyring::{KekBestand, SleutelbosBestand};
use wvp_store_sled::{Bevinding, Verslag, verifieer};

use super::Opslag;
use crate::huis::{OpslagUrl, eis_opslag};
use crate::tekening::KOP;

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// Geef de uitkomst als JSON
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
    #[command(flatten)]
    opslag: Opslag,
}

impl Verify {
    /// Prints counts, and every damage with segment, stream and version.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let map = match &self.opslag.opslag {
            OpslagUrl::Sled(map) => map,
            OpslagUrl::Postgres(server) => {
                let sleutels = &self.opslag.sleutels;
                return super::verify_postgres::draai(server, sleutels, self.json).await;
            }
        };
        eis_opslag(map)?;
        let sleutelbos = SleutelbosBestand::open(map, KekBestand::open(&self.opslag.sleutels)?)?;
        let verslag = verifieer(map, &sleutelbos).await?;
        if self.json {
            anstream::println!("{}", als_json(&verslag));
        } else {
            toon(&verslag);
        }
        if verslag.is_heel() {
            return Ok(());
        }
        let plekken: Vec<String> =
            verslag.bevindingen.iter().map(|(schade, _)| schade.to_string()).collect();
        bail!("de opslag is beschadigd: {}", plekken.join("; "))
    }
}

fn als_json(verslag: &Verslag) -> serde_json::Value {
    let schade = verslag.bevindingen.iter().map(|(schade, bevinding)| {
        serde_json::json!({
            "segment": schade.segment,
            "offset": schade.offset,
            "stroom": schade.stroom.map(|stroom| stroom.to_string()),
            "versie": schade.versie.map(|versie| versie.0),
            "wat": in_woorden(bevinding),
        })
    });
    serde_json::json!({
        "heel": verslag.is_heel(),
        "stromen": verslag.stromen,
        "gebeurtenissen": verslag.records,
        "secties_open": verslag.secties_open,
        "secties_dicht": verslag.secties_dicht,
        "laatste_positie": verslag.kop.0,
        "schade": schade.collect::<Vec<_>>(),
    })
}

fn toon(verslag: &Verslag) {
    let heel = if verslag.is_heel() { "heel" } else { "beschadigd" };
    anstream::println!("{KOP}{heel}{KOP:#}");
    for (naam, aantal) in [
        ("stromen", verslag.stromen),
        ("gebeurtenissen", verslag.records),
        ("secties open", verslag.secties_open),
        ("secties dicht", verslag.secties_dicht),
        ("laatste positie", verslag.kop.0),
    ] {
        anstream::println!("  {naam:16} {aantal:>10}");
    }
    if let Some(staart) = verslag.staart {
        anstream::println!(
            "  afgebroken staart: segment {:020}, vanaf {}, {} bytes; nooit bevestigd",
            staart.segment,
            staart.offset,
            staart.bytes
        );
    }
    if let Some(verlies) = verslag.verlies {
        anstream::println!(
            "  weg: posities {} tot en met {}",
            verlies.na.plus(1).0,
            verlies.tot_en_met.0
        );
    }
    for (schade, bevinding) in &verslag.bevindingen {
        anstream::println!("  {}: {schade}", in_woorden(bevinding));
    }
}

fn in_woorden(bevinding: &Bevinding) -> String {
    match bevinding {
        Bevinding::Onleesbaar => "onleesbaar".to_owned(),
        Bevinding::Merk => "merk van de groep onleesbaar, de gebeurtenis zelf is er".to_owned(),
        Bevinding::Volgorde => "versie sluit niet aan".to_owned(),
        Bevinding::Ketting => "keten verbroken".to_owned(),
        Bevinding::Zegel(letter) => format!("zegel {letter:?} verbroken"),
        Bevinding::Sleutel(reden) => format!("sleutel past niet ({reden})"),
    }
}
