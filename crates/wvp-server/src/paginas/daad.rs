//! Forms about other things than a dossier: an employer, an employee, an account.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;
use wvp_engine::nieuw_id;
use wvp_paginas::Melding;
use wvp_paginas::formulier::{self, Conceptknoppen, Formulier, Verwijzingen, Vorm};

use super::bezoek::{Bezoek, Velden};
use super::ingevuld::{Ingevuld, Knop};
use super::vastleggen::fouten;
use super::verwijzingen::van_een_recht;
use super::{Blad, Mis, naar_met};
use crate::api::Daad;
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;

/// Which right a form is about, when a link says so.
#[derive(Deserialize)]
pub(super) struct WelkRecht {
    #[serde(default)]
    recht: String,
}

impl WelkRecht {
    /// Its number; none for anything else.
    pub(super) fn nummer(&self) -> Option<Uuid> {
        Uuid::parse_str(&self.recht).ok()
    }
}

/// A form with where it stands.
pub(super) struct Plek<'a> {
    /// What acts here are about, as the API has it.
    pub(super) pad: &'a str,
    /// The word of the act.
    pub(super) woord: &'a str,
    /// The number of what it is about.
    pub(super) id: Uuid,
    /// Where the form is.
    pub(super) adres: String,
    /// Where to go afterwards, and what that is called.
    pub(super) terug: (String, String),
    /// What it begins with.
    pub(super) begin: Value,
    /// Fields that keep what they begin with, unseen.
    pub(super) vast: Vec<&'a str>,
    /// What fields can refer to.
    pub(super) verwijzingen: Verwijzingen,
}

impl Plek<'_> {
    fn daad<'s>(&self, staat: &'s Staat, bezoek: &Bezoek) -> Result<&'s Daad, Mis> {
        let is_deze = |it: &&Daad| it.pad == self.pad && it.woord == self.woord;
        let gevonden = staat.daden.iter().filter(is_deze).find(|it| it.is_voor(bezoek.wie.lezer));
        Ok(gevonden.ok_or_else(|| Probleem::van(Soort::NietGevonden))?)
    }

    pub(super) async fn toon(&self, staat: &Staat, bezoek: &Bezoek) -> Result<Blad, Mis> {
        let daad = self.daad(staat, bezoek)?;
        let gevuld = (&self.begin, [].as_slice(), nieuw_id());
        Ok(Blad::van(&self.blad(staat, bezoek, daad, gevuld).await?))
    }

    /// Records what was filled in, or shows the form again with what was wrong.
    pub(super) async fn leg_vast(
        &self,
        staat: &Staat,
        bezoek: &Bezoek,
        velden: &Velden,
    ) -> Result<Response, Mis> {
        let daad = self.daad(staat, bezoek)?;
        let mut ingevuld = Ingevuld::lees(daad, velden);
        self.zet_vaste(&mut ingevuld.json);
        let Ingevuld { stuk, ref json, knop } = ingevuld;
        if knop == Knop::Meer {
            let blad = self.blad(staat, bezoek, daad, (json, &[], stuk)).await?;
            return Ok(Blad::van(&blad).into_response());
        }
        let fout = match daad.doe(staat, bezoek.wie, self.id, ingevuld.lading(), None).await {
            Ok(()) => return Ok(naar_met(&self.terug.0, Melding::Vastgelegd)),
            Err(probleem) => fouten(probleem)?,
        };
        let blad = self.blad(staat, bezoek, daad, (json, &fout, stuk)).await?;
        Ok(Blad::met(StatusCode::BAD_REQUEST, &blad).into_response())
    }

    /// What the page says itself holds, whatever came in.
    fn zet_vaste(&self, json: &mut Value) {
        for plek in &self.vast {
            let pad = format!("/{}", plek.replace('.', "/"));
            let (Some(waarde), Some((deel, veld))) =
                (self.begin.pointer(&pad), plek.split_once('.'))
            else {
                continue;
            };
            if let Some(object) = json.get_mut(deel).and_then(Value::as_object_mut) {
                object.insert(veld.to_owned(), waarde.clone());
            }
        }
    }

    async fn blad(
        &self,
        staat: &Staat,
        bezoek: &Bezoek,
        daad: &Daad,
        (waarden, fouten, stuk): (&Value, &[formulier::Veldfout], Uuid),
    ) -> Result<Formulier, Mis> {
        let k = bezoek.kader();
        let mut verwijzingen = self.verwijzingen.clone();
        // A page that knows better what its form can name says so.
        for (soort, keuzes) in van_een_recht(staat, bezoek, daad).await? {
            verwijzingen.entry(soort).or_insert(keuzes);
        }
        let vorm = Vorm {
            schema: daad.vorm.schema.as_value(),
            waarden,
            fouten,
            verwijzingen: &verwijzingen,
            delen: &["a", "b", "d"],
            vast: &self.vast,
        };
        let (delen, fouten) = formulier::bouw(&k, &vorm);
        Ok(Formulier {
            titel: daad.titel.to_owned(),
            terug: self.terug.clone(),
            adres: self.adres.clone(),
            vooraf: vec![],
            delen,
            verborgen: vec![("stuk".to_owned(), stuk.to_string())],
            concept: Conceptknoppen::Geen,
            voorproef: None,
            heeft_voorproef: false,
            fouten,
            zonder_medisch: true,
            k,
        })
    }
}
