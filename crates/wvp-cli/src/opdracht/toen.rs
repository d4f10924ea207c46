//! `tijdlijn --toen`: which sections a reader could open on a day, for the privacy officer.

use anyhow::Result;
use serde_json::json;
use wvp_access::Lezer;
use wvp_domain::Datum;
use wvp_engine::Toen;
use wvp_projections::overzicht::Rij;

use wvp_projections::tijdlijn::beeld::letter;

use super::leeslog::HIER;
use crate::bediener;
use crate::huis::Huis;
use crate::tekening::{KOP, ZACHT};

/// Asks as the privacy officer what `lezer` could open of a dossier on a day, and prints it.
pub(super) async fn toon(
    huis: &Huis,
    rij: &Rij,
    lezer: Lezer,
    dag: Datum,
    als_json: bool,
) -> Result<()> {
    let wie = bediener::als(&huis.engine, Lezer::FunctionarisGegevensbescherming, rij).await?;
    let over = bediener::als(&huis.engine, lezer, rij).await?;
    let rijen = huis.engine.toen(&wie, &over, rij.dossier, dag, &HIER).await?;
    if als_json {
        let feiten: Vec<_> = rijen.iter().map(feit).collect();
        let alles = json!({
            "dossier": rij.dossier.0, "lezer": lezer.to_string(), "toen": dag, "feiten": feiten,
        });
        anstream::println!("{}", serde_json::to_string_pretty(&alles)?);
        return Ok(());
    }
    anstream::println!("{KOP}Dossier {}{KOP:#}", rij.dossier);
    anstream::println!(
        "{ZACHT}wat {lezer} kon openen op {}, naar de rechten van die dag, zonder inhoud{ZACHT:#}\n",
        dag.voluit()
    );
    for rij in &rijen {
        anstream::println!("{:>4}  {}  {}", rij.nummer, rij.vastgelegd_op, open(rij));
    }
    Ok(())
}

/// The letters of the sections; a closed one is a dot.
fn open(rij: &Toen) -> String {
    if !rij.is_zichtbaar {
        return "niet te zien".to_owned();
    }
    let letters = rij.secties.iter();
    letters.map(|(it, open)| if *open { letter(it.categorie()) } else { '·' }).collect()
}

fn feit(rij: &Toen) -> serde_json::Value {
    let sectie = |(compartiment, open): &(wvp_domain::Compartiment, bool)| {
        json!({
            "categorie": letter(compartiment.categorie()).to_string(),
            "compartiment": compartiment.nummer(),
            "open": *open && rij.is_zichtbaar,
        })
    };
    json!({
        "nummer": rij.nummer,
        "vastgelegd_op": rij.vastgelegd_op,
        "zichtbaar": rij.is_zichtbaar,
        "secties": rij.secties.iter().map(sectie).collect::<Vec<_>>(),
    })
}
