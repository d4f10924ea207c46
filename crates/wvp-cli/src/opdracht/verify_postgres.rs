//! `verify` on PostgreSQL: the same walk; places are positions in the log.

use std::path::Path;

use anyhow::bail;
use wvp_store::keyring::KekBestand;
use wvp_store::{EventStore as _, Schade};
use wvp_store_postgres::{
    Bevinding, Instellingen, PostgresStore, SleutelbosPostgres, Verslag, verifieer,
};

use crate::tekening::KOP;

/// Prints counts, and every damage with position, stream and version.
pub(crate) async fn draai(
    instellingen: &Instellingen,
    sleutels: &Path,
    json: bool,
) -> anyhow::Result<()> {
    let keks = KekBestand::open(sleutels)?;
    let store = PostgresStore::open(instellingen.clone()).await?;
    let verslag = verifieer(&store, &SleutelbosPostgres::new(&store, keks)).await?;
    store.sluit().await?;
    if json {
        anstream::println!("{}", als_json(&verslag));
    } else {
        toon(&verslag);
    }
    if verslag.is_heel() {
        return Ok(());
    }
    let plekken: Vec<String> = verslag.bevindingen.iter().map(|(schade, _)| plek(schade)).collect();
    bail!("de opslag is beschadigd: {}", plekken.join("; "))
}

fn als_json(verslag: &Verslag) -> serde_json::Value {
    let schade = verslag.bevindingen.iter().map(|(schade, bevinding)| {
        serde_json::json!({
            "positie": schade.offset,
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
    for (schade, bevinding) in &verslag.bevindingen {
        anstream::println!("  {}: {}", in_woorden(bevinding), plek(schade));
    }
}

fn plek(schade: &Schade) -> String {
    let stroom = schade.stroom.map(|stroom| format!(", {stroom}")).unwrap_or_default();
    let versie = schade.versie.map(|versie| format!(" versie {versie}")).unwrap_or_default();
    format!("positie {}{stroom}{versie}", schade.offset)
}

fn in_woorden(bevinding: &Bevinding) -> String {
    match bevinding {
        Bevinding::Onleesbaar => "er staat iets anders dan er is vastgelegd".to_owned(),
        Bevinding::Weg => "gebeurtenis is weg".to_owned(),
        Bevinding::Volgorde => "versie sluit niet aan".to_owned(),
        Bevinding::Ketting => "keten verbroken".to_owned(),
        Bevinding::Zegel(letter) => format!("zegel {letter:?} verbroken"),
        Bevinding::Sleutel(reden) => format!("sleutel past niet ({reden})"),
    }
}
