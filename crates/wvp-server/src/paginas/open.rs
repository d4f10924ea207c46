//! Pages for anybody: where to begin, and the language.

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use wvp_paginas::Taal;
use wvp_paginas::hulp::{Hulp, Toegankelijkheid};
use wvp_paginas::thuis::Thuis;

use super::bezoek::{Bezoek, Bezoeker};
use super::{Blad, Mis, naar};
use crate::probleem::{Probleem, Soort};
use crate::wacht::{TAAL, zet};

/// The first page of whoever is logged in.
pub(super) async fn begin(bezoek: Bezoek) -> Response {
    naar(Thuis::van(bezoek.wie.lezer).adres())
}

/// Keeps the language, and shows the page where that was chosen again.
pub(super) async fn kies_taal(
    Path(woord): Path<String>,
    koppen: HeaderMap,
) -> Result<Response, Mis> {
    let taal = Taal::van(&woord).ok_or_else(|| Probleem::van(Soort::NietGevonden))?;
    let mut antwoord = naar(&terug(&koppen));
    zet(antwoord.headers_mut(), TAAL, taal.woord());
    Ok(antwoord)
}

/// The page on this server that a link was followed from.
fn terug(koppen: &HeaderMap) -> String {
    let kop = |naam| koppen.get(naam).and_then(|it| it.to_str().ok());
    let van = kop(header::REFERER).and_then(|it| it.split_once("://")).map(|(_, rest)| rest);
    let (Some(van), Some(host)) = (van, kop(header::HOST)) else { return "/".to_owned() };
    van.strip_prefix(host).filter(|it| it.starts_with('/')).unwrap_or("/").to_owned()
}

/// Help, for anybody.
pub(super) async fn hulp(bezoeker: Bezoeker) -> Blad {
    Blad::van(&Hulp { k: bezoeker.kader() })
}

/// What was done so that everybody can use the pages.
pub(super) async fn toegankelijkheid(bezoeker: Bezoeker) -> Blad {
    Blad::van(&Toegankelijkheid { k: bezoeker.kader() })
}
