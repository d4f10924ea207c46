//! Who visits a page: in which language, and for the pages behind the log-in as whom.

use std::convert::Infallible;

use axum::Form;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use wvp_domain::Datum;
use wvp_domain::leeslog::Kanaal;
use wvp_engine::{Aanleiding, Gebruiker, Toegelaten};
use wvp_paginas::{Kader, Melding, Persoon, Taal};

use super::mis::Mis;
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;
use crate::wacht::{Herkomst, InSessie, TAAL, eis_eigen_site, lees_koekje};

/// Anybody at all.
pub(super) struct Bezoeker {
    pub(super) taal: Taal,
    vandaag: Datum,
    hier: String,
    melding: Option<Melding>,
}

impl Bezoeker {
    /// What stands around a page for who is not logged in.
    pub(super) fn kader(&self) -> Kader {
        Kader {
            taal: self.taal,
            vandaag: self.vandaag,
            hier: self.hier.clone(),
            wie: None,
            melding: self.melding,
        }
    }
}

impl FromRequestParts<Staat> for Bezoeker {
    type Rejection = Infallible;

    async fn from_request_parts(delen: &mut Parts, staat: &Staat) -> Result<Self, Infallible> {
        Ok(Self {
            taal: taal(&delen.headers),
            vandaag: staat.engine.klok().vandaag(),
            hier: delen.uri.path().to_owned(),
            melding: melding(&delen.uri),
        })
    }
}

/// The language that was chosen here.
fn taal(koppen: &HeaderMap) -> Taal {
    lees_koekje(koppen, TAAL).and_then(|it| Taal::van(&it)).unwrap_or_default()
}

/// What was just done, by the address that the browser was sent to.
fn melding(adres: &Uri) -> Option<Melding> {
    let Query(vraag) = Query::<Vec<(String, String)>>::try_from_uri(adres).ok()?;
    vraag.iter().find(|(naam, _)| naam == "gedaan").and_then(|(_, woord)| Melding::van(woord))
}

/// Somebody who is logged in, with a hat on.
pub(super) struct Bezoek {
    pub(super) wie: Gebruiker,
    /// Why and from where, for the reading log.
    pub(super) aanleiding: Aanleiding,
    bezoeker: Bezoeker,
    naam: Option<String>,
}

impl Bezoek {
    /// The name of whoever visits, or a word for oneself.
    pub(super) fn naam(&self) -> String {
        self.naam.clone().unwrap_or_else(|| self.taal().zeg("wie-u"))
    }

    pub(super) fn taal(&self) -> Taal {
        self.bezoeker.taal
    }

    pub(super) fn kader(&self) -> Kader {
        let namens = self.wie.sessie.waarneming_voor().is_some();
        let wie = Persoon { naam: self.naam.clone(), lezer: self.wie.lezer, namens };
        Kader { wie: Some(wie), ..self.bezoeker.kader() }
    }
}

impl FromRequestParts<Staat> for Bezoek {
    type Rejection = Mis;

    async fn from_request_parts(delen: &mut Parts, staat: &Staat) -> Result<Self, Mis> {
        let Ok(bezoeker) = Bezoeker::from_request_parts(delen, staat).await;
        let herkomst = Herkomst::van(delen, staat);
        let sessie = InSessie::from_request_parts(delen, staat).await?;
        let Toegelaten { account, gebruiker, .. } = sessie.toegelaten;
        let wie = gebruiker.ok_or(Mis::KiesFunctie)?;
        let naam = staat.engine.eigen_naam(account).await;
        let naam = naam.map_err(|fout| Probleem::storing(&fout))?;
        let aanleiding = Aanleiding { kanaal: Kanaal::Pagina, ..herkomst.aanleiding() };
        Ok(Self { wie, aanleiding, bezoeker, naam })
    }
}

/// Whoever reads a page that is for everybody: who is logged in keeps the own menu.
pub(super) struct Kijker(Kader);

impl Kijker {
    pub(super) fn kader(&self) -> Kader {
        self.0.clone()
    }

    pub(super) fn taal(&self) -> Taal {
        self.0.taal
    }
}

impl FromRequestParts<Staat> for Kijker {
    type Rejection = Infallible;

    async fn from_request_parts(delen: &mut Parts, staat: &Staat) -> Result<Self, Infallible> {
        if let Ok(bezoek) = Bezoek::from_request_parts(delen, staat).await {
            return Ok(Self(bezoek.kader()));
        }
        let Ok(bezoeker) = Bezoeker::from_request_parts(delen, staat).await;
        Ok(Self(bezoeker.kader()))
    }
}

/// The fields of a form, in order, from a page of our own.
pub(super) struct Velden(Vec<(String, String)>);

impl Velden {
    /// What was filled in under a name, without spaces around it; empty when nothing was.
    pub(super) fn tekst(&self, naam: &str) -> &str {
        self.misschien(naam).unwrap_or_default()
    }

    /// The same; none when nothing was filled in.
    pub(super) fn misschien(&self, naam: &str) -> Option<&str> {
        let gevonden = self.0.iter().find(|(veld, _)| veld == naam);
        gevonden.map(|(_, waarde)| waarde.trim()).filter(|it| !it.is_empty())
    }

    /// As it was typed: a password may begin with a space.
    pub(super) fn precies(&self, naam: &str) -> &str {
        self.0.iter().find(|(veld, _)| veld == naam).map_or("", |(_, waarde)| waarde)
    }

    /// Every field.
    pub(super) fn alle(&self) -> &[(String, String)] {
        &self.0
    }
}

impl FromRequest<Staat> for Velden {
    type Rejection = Mis;

    async fn from_request(verzoek: Request, staat: &Staat) -> Result<Self, Mis> {
        eis_eigen_site(verzoek.method(), verzoek.headers())?;
        let Form(velden) = Form::from_request(verzoek, staat)
            .await
            .map_err(|_| Probleem::van(Soort::Invoer).met_detail("Dit formulier is onleesbaar."))?;
        Ok(Self(velden))
    }
}

/// A request that a page of our own sends.
pub(super) struct VanHier;

impl FromRequestParts<Staat> for VanHier {
    type Rejection = Mis;

    async fn from_request_parts(delen: &mut Parts, _: &Staat) -> Result<Self, Mis> {
        eis_eigen_site(&delen.method, &delen.headers)?;
        Ok(Self)
    }
}
