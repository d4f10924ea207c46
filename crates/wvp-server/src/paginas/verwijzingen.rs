//! What fields of a form can refer to by name: facts of the dossier, and people.

use std::collections::BTreeMap;

use wvp_paginas::formulier::{Verwijzing, Verwijzingen};

use super::Mis;
use super::bezoek::Bezoek;
use super::dossier::Gelezen;
use crate::api::Daad;
use crate::probleem::Probleem;
use crate::staat::Staat;

/// What fields of a form can refer to: the facts of the dossier, and people.
pub(super) async fn verwijzingen(
    staat: &Staat,
    bezoek: &Bezoek,
    gelezen: &Gelezen,
    daad: &Daad,
) -> Result<Verwijzingen, Mis> {
    let stukken = gelezen.lijn.regels.iter().filter_map(|regel| {
        let woorden = format!("{}, {}", regel.titel, regel.datum.voluit());
        Some((regel.stuk?.0.to_string(), woorden))
    });
    let mut verwijzingen = BTreeMap::from([("StukId", stukken.collect())]);
    verwijzingen.extend(mensen(staat, bezoek, daad).await?);
    Ok(verwijzingen)
}

/// The people that a form can name: colleagues, or oneself alone; nothing for a form that names nobody.
pub(super) async fn mensen(
    staat: &Staat,
    bezoek: &Bezoek,
    daad: &Daad,
) -> Result<Option<(&'static str, Vec<Verwijzing>)>, Mis> {
    const SOORT: &str = "AccountId";
    let defs = daad.vorm.schema.get("$defs");
    if defs.is_none_or(|it| it.get(SOORT).is_none()) {
        return Ok(None);
    }
    let collegas = staat.engine.collegas(&bezoek.wie, &bezoek.aanleiding).await;
    let collegas = collegas.map_err(|fout| Probleem::storing(&fout))?;
    let mut mensen: Vec<Verwijzing> =
        collegas.into_iter().map(|it| (it.account.0.to_string(), it.naam)).collect();
    let zelf = bezoek.wie.account.0.to_string();
    if !mensen.iter().any(|(id, _)| *id == zelf) {
        mensen.push((zelf, bezoek.naam()));
    }
    Ok(Some((SOORT, mensen)))
}
