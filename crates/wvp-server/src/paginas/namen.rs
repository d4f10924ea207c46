//! Names beside numbers: of employers where master data may be read, and of employees also as reported in the dossiers
//! that this visitor may open.

use std::collections::{BTreeMap, BTreeSet};

use wvp_domain::{DossierId, WerkgeverId, WerknemerId};
use wvp_engine::{Dossiervraag, Werkgeverblad, Werknemerblad};
use wvp_paginas::thuis::Thuis;

use super::Mis;
use super::bezoek::Bezoek;
use crate::probleem::Probleem;
use crate::staat::Staat;

/// What people are called.
#[derive(Default)]
pub(super) struct Namen(BTreeMap<WerknemerId, String>);

impl Namen {
    /// The name of an employee; the number where nobody was told it.
    pub(super) fn van(&self, blad: &Werknemerblad) -> String {
        let bekend = blad.persoon.as_ref().map(|it| it.naam.clone());
        let naam = bekend.or_else(|| self.0.get(&blad.werknemer).cloned());
        naam.unwrap_or_else(|| blad.werknemer.0.to_string())
    }

    /// The name of an employee, where it is known.
    pub(super) fn misschien(&self, werknemer: WerknemerId) -> Option<String> {
        self.0.get(&werknemer).cloned()
    }
}

/// The name of an employer. Who works there needs none: the access table gives an employer no master data (GAP-03).
pub(super) fn naam_van_bedrijf(bezoek: &Bezoek, blad: &Werkgeverblad) -> String {
    match (&blad.bedrijf, Thuis::van(bezoek.wie.lezer)) {
        (Some(bedrijf), _) => bedrijf.naam.clone(),
        (None, Thuis::Overzicht) => bezoek.taal().zeg("eigen-organisatie"),
        (None, _) => blad.werkgever.0.to_string(),
    }
}

/// The names of the employees of an employer. Their dossiers are opened only when a name is missing: that is a reading.
pub(super) async fn bij_werkgever(
    staat: &Staat,
    bezoek: &Bezoek,
    werkgever: WerkgeverId,
    mensen: &[Werknemerblad],
) -> Result<Namen, Mis> {
    let mut namen = Namen::default();
    if mensen.iter().all(|it| it.persoon.is_some()) {
        return Ok(namen);
    }
    let mut vraag = Dossiervraag { werkgever: Some(werkgever), ..Dossiervraag::default() };
    loop {
        let blad = staat.engine.dossiers(&bezoek.wie, &vraag, &bezoek.aanleiding).await;
        let blad = blad.map_err(|fout| Probleem::storing(&fout))?;
        namen.0.extend(blad.regels.into_iter().map(|it| (it.werknemer, it.naam)));
        vraag.na = blad.verder;
        if vraag.na.is_none() {
            return Ok(namen);
        }
    }
}

/// The names of employers, where this visitor may know them.
pub(super) async fn namen_van_werkgevers(
    staat: &Staat,
    bezoek: &Bezoek,
    welke: &BTreeSet<WerkgeverId>,
) -> Result<BTreeMap<WerkgeverId, String>, Mis> {
    let namen = staat.engine.namen_van_werkgevers(&bezoek.wie, welke, &bezoek.aanleiding).await;
    Ok(namen.map_err(|fout| Probleem::storing(&fout))?)
}

/// Whom dossiers are about.
pub(super) async fn van_dossiers(
    staat: &Staat,
    bezoek: &Bezoek,
    dossiers: &BTreeSet<DossierId>,
) -> Result<BTreeMap<DossierId, String>, Mis> {
    let regels = staat.engine.dossiers_van(&bezoek.wie, dossiers, &bezoek.aanleiding).await;
    let regels = regels.map_err(|fout| Probleem::storing(&fout))?;
    Ok(regels.into_iter().map(|it| (it.dossier, it.naam)).collect())
}
