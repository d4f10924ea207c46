//! Style, typeface and script: the same for everybody, kept by browsers for good.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use wvp_paginas::middelen;

use crate::probleem::{Probleem, Soort};

pub(super) async fn geef(
    Path((versie, naam)): Path<(String, String)>,
) -> Result<Response, Probleem> {
    let middel =
        middelen::zoek(&versie, &naam).ok_or_else(|| Probleem::van(Soort::NietGevonden))?;
    let mut antwoord = middel.bytes.into_response();
    let koppen = antwoord.headers_mut();
    koppen.insert(header::CONTENT_TYPE, HeaderValue::from_static(middel.soort));
    let bewaar = HeaderValue::from_static("public, max-age=31536000, immutable");
    koppen.insert(header::CACHE_CONTROL, bewaar);
    if middel.gecomprimeerd {
        koppen.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    Ok(antwoord)
}
