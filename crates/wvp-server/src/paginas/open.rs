//! Pages for anybody: where to begin, and the language.

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use wvp_paginas::Taal;
use wvp_paginas::hulp::{Hulp, Toegankelijkheid};
use wvp_paginas::thuis::Thuis;

use super::bezoek::{Bezoek, Kijker};
use super::inloggen::eigen_adres;
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
    // An address that begins with two slashes would lead away from here.
    eigen_adres(van.strip_prefix(host).unwrap_or_default()).to_owned()
}

/// Help, for anybody.
pub(super) async fn hulp(kijker: Kijker) -> Blad {
    Blad::van(&Hulp { k: kijker.kader() })
}

/// What was done so that everybody can use the pages.
pub(super) async fn toegankelijkheid(kijker: Kijker) -> Blad {
    Blad::van(&Toegankelijkheid { k: kijker.kader() })
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, header};

    use super::terug;

    fn van(verwijzer: &'static str) -> String {
        let mut koppen = HeaderMap::new();
        koppen.insert(header::HOST, HeaderValue::from_static("hier.example"));
        koppen.insert(header::REFERER, HeaderValue::from_static(verwijzer));
        terug(&koppen)
    }

    #[test]
    fn na_de_taal_gaat_het_terug_naar_een_pagina_hier_en_nergens_anders() {
        assert_eq!(van("https://hier.example/werklijst?periode=alles"), "/werklijst?periode=alles");
        for elders in ["https://hier.example//kwaad.example", "https://kwaad.example/a"] {
            assert_eq!(van(elders), "/", "{elders}");
        }
    }
}
