//! The API: every endpoint in one list. A resource is a file here that adds its own.

mod agenda;
mod beheer;
mod bijlagen;
mod dossiers;
mod eigen;
mod gedeeld;
mod mijlpalen;
mod opdrachten;
mod opstellen;
mod opvragen;
mod pakketten;
mod papieren;
mod protocollen;
mod rechten;
mod rekenen;
mod sessies;
mod sivi;
mod stam;
mod tekenen;
mod toezicht;
mod tokens;
mod uitnodigen;
mod uwv;

pub(crate) use agenda::{open_agenda, sluit_agenda};
pub(crate) use opdrachten::Daad;
pub(crate) use pakketten::stel_samen;
pub(crate) use papieren::woord_van_afschrift;
pub(crate) use rekenen::{WatAlsInvoer, reken_wat_als};
pub(crate) use sessies::{begin_koppeling, begin_ronde};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use axum::routing::get;

use crate::eindpunt::{self, Eindpunt};
use crate::instellingen::Instellingen;
use crate::openapi;
use crate::staat::Staat;

/// Every endpoint, in the order of the document.
pub(crate) fn eindpunten() -> Vec<Eindpunt> {
    let groepen = [
        sessies::eindpunten(),
        tokens::eindpunten(),
        dossiers::eindpunten(),
        mijlpalen::eindpunten(),
        tekenen::eindpunten(),
        papieren::eindpunten(),
        pakketten::eindpunten(),
        bijlagen::eindpunten(),
        opstellen::eindpunten(),
        uwv::eindpunten(),
        sivi::eindpunten(),
        eigen::eindpunten(),
        agenda::eindpunten(),
        stam::eindpunten(),
        rechten::eindpunten(),
        opvragen::eindpunten(),
        toezicht::eindpunten(),
        protocollen::eindpunten(),
        beheer::eindpunten(),
        uitnodigen::eindpunten(),
        rekenen::eindpunten(),
    ];
    groepen.into_iter().flatten().collect()
}

/// Every act that a page can do, by what it is about.
pub(crate) fn daden() -> Vec<Daad> {
    eindpunten().into_iter().filter_map(|it| it.daad).collect()
}

/// The OpenAPI document, as JSON.
#[must_use]
pub fn document() -> String {
    // Texts, numbers and lists: there is nothing in it that JSON cannot say.
    serde_json::to_string_pretty(&openapi::document(&eindpunten())).unwrap_or_default()
}

/// A router for every endpoint and the document.
pub(crate) fn router(instellingen: &Instellingen) -> Router<Staat> {
    eindpunt::router(&eindpunten(), instellingen).route("/v1/openapi.json", get(geef_document))
}

/// Anybody may read the document, also a page of another site.
async fn geef_document(State(staat): State<Staat>) -> impl IntoResponse {
    let koppen = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600")),
    ];
    (koppen, staat.document.to_string())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::eindpunten;
    use crate::eindpunt::Lijf;
    use crate::invoer::Keurder;
    use crate::voorbeeld;

    #[test]
    fn elk_voorbeeld_past_bij_zijn_vorm() {
        for eindpunt in eindpunten() {
            let Some(Lijf::Json(vorm)) = &eindpunt.invoer else { continue };
            let voorbeeld = eindpunt.voorbeeld.clone().unwrap_or_else(|| voorbeeld::van(vorm));
            let gekeurd = Keurder::new(vorm).lees::<Value>(voorbeeld);
            assert!(gekeurd.is_ok(), "{}: {:?}", eindpunt.naam, gekeurd.err());
        }
    }

    #[test]
    fn elke_vorm_van_invoer_is_een_schema() {
        for eindpunt in eindpunten() {
            let Some(Lijf::Json(vorm)) = &eindpunt.invoer else { continue };
            let bruikbaar = Keurder::new(vorm).is_bruikbaar();
            assert!(bruikbaar, "{}", eindpunt.naam);
        }
    }

    #[test]
    fn elke_vorm_staat_onder_zijn_naam_in_het_document_en_geen_andere() {
        let alle = eindpunten();
        let document = crate::openapi::document(&alle);
        let velden = |vorm: Option<&Value>| vorm.and_then(|it| it.get("properties")).map(namen);
        for eindpunt in &alle {
            let uit = eindpunt.antwoorden.iter().filter_map(|it| it.lijf.as_ref());
            for lijf in eindpunt.invoer.iter().chain(uit) {
                let Lijf::Json(vorm) = lijf else { continue };
                let staat = document.pointer(&format!("/components/schemas/{}", vorm.naam));
                let zelf = velden(Some(vorm.schema.as_value()));
                assert_eq!(velden(staat), zelf, "{}", vorm.naam);
            }
        }
    }

    fn namen(velden: &Value) -> BTreeSet<String> {
        velden.as_object().into_iter().flat_map(|it| it.keys().cloned()).collect()
    }

    #[test]
    fn elk_eindpunt_heeft_een_eigen_naam_en_een_titel() {
        let alle = eindpunten();
        let namen: BTreeSet<&str> = alle.iter().map(|it| it.naam.as_str()).collect();
        assert_eq!(namen.len(), alle.len());
        assert!(
            alle.iter()
                .all(|it| !it.naam.is_empty() && !it.titel.is_empty() && !it.groep.is_empty())
        );
    }
}
