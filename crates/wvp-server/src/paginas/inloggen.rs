//! Logging in by pages: the steps of the API, with what leads on in the forms.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use wvp_engine::{Factor, Geheim, Ingelogd as Binnen, InlogFout, Inlogstap, Poging};
use wvp_paginas::inloggen::{Herstelcodes, Instellen, Nee, TweedeFactor, Uitnodiging, Wachtwoord};
use wvp_paginas::{Melding, Taal};

use super::bezoek::{Bezoeker, Velden};
use super::functie::hoeden;
use super::{Blad, Mis, naar, naar_met};
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::wacht::{Herkomst, SESSIE, TOESTEL, lees_koekje, zet};

/// Where to go afterwards.
#[derive(Deserialize)]
pub(super) struct Verder {
    #[serde(default)]
    verder: String,
    /// `nee` for who comes back from another party in vain.
    #[serde(default)]
    elders: String,
}

/// An address on this server; the first page for any other.
pub(super) fn eigen_adres(adres: &str) -> &str {
    let hier = adres.starts_with('/') && !adres.starts_with("//");
    let gewoon = adres.bytes().all(|it| it.is_ascii_graphic() && it != b'\\');
    if hier && gewoon { adres } else { "/" }
}

pub(super) async fn toon(
    State(staat): State<Staat>,
    bezoeker: Bezoeker,
    Query(vraag): Query<Verder>,
) -> Blad {
    let in_vrede = wachtwoord(&staat, &bezoeker, eigen_adres(&vraag.verder));
    let zin = || bezoeker.taal.zeg("inloggen-elders-nee");
    let nee = (vraag.elders == "nee").then(|| Nee { zin: zin(), veld: "email" });
    Blad::van(&Wachtwoord { nee, ..in_vrede })
}

fn wachtwoord(staat: &Staat, bezoeker: &Bezoeker, verder: &str) -> Wachtwoord {
    Wachtwoord {
        k: bezoeker.kader(),
        nee: None,
        email: String::new(),
        verder: verder.to_owned(),
        elders: aanbieders(staat),
    }
}

/// Other parties where somebody can log in, by their word and name.
pub(super) fn aanbieders(staat: &Staat) -> Vec<(String, String)> {
    let alle = staat.instellingen.aanbieders.iter();
    alle.map(|it| (it.naam().to_owned(), it.titel().to_owned())).collect()
}

pub(super) async fn probeer(
    State(staat): State<Staat>,
    van: Herkomst,
    bezoeker: Bezoeker,
    koppen: HeaderMap,
    velden: Velden,
) -> Result<Response, Mis> {
    let (van, toestel) = (van.tekst(), lees_koekje(&koppen, TOESTEL));
    let (email, verder) = (velden.tekst("email"), eigen_adres(velden.tekst("verder")));
    let wachtwoord_ = velden.precies("wachtwoord");
    let poging = Poging { email, wachtwoord: wachtwoord_, van: &van, toestel: toestel.as_deref() };
    let (status, zin) = match staat.engine.log_in(poging).await? {
        Inlogstap::Geweigerd => {
            (StatusCode::UNAUTHORIZED, bezoeker.taal.zeg("inloggen-klopt-niet"))
        }
        Inlogstap::Wacht { seconden } => {
            (StatusCode::TOO_MANY_REQUESTS, wacht_even(bezoeker.taal, seconden))
        }
        Inlogstap::NogTweedeFactor(vervolg) => {
            let blad = vraag_factor(&bezoeker, vervolg.toon(), verder, None);
            return Ok(Blad::van(&blad).into_response());
        }
        Inlogstap::MoetTweedeFactorInstellen(vervolg) => {
            return stel_in(&staat, &bezoeker, &vervolg, verder).await;
        }
        Inlogstap::Ingelogd(binnen) => return laat_binnen(&staat, &binnen, verder).await,
    };
    let nee = Some(Nee { zin, veld: "email" });
    let blad = Wachtwoord { nee, email: email.to_owned(), ..wachtwoord(&staat, &bezoeker, verder) };
    Ok(Blad::met(status, &blad).into_response())
}

pub(super) fn wacht_even(taal: Taal, seconden: u64) -> String {
    taal.aantal("inloggen-wacht", usize::try_from(seconden).unwrap_or(usize::MAX))
}

pub(super) fn vraag_factor(
    bezoeker: &Bezoeker,
    vervolg: &str,
    verder: &str,
    nee: Option<String>,
) -> TweedeFactor {
    TweedeFactor {
        k: bezoeker.kader(),
        nee: nee.map(|zin| Nee { zin, veld: "code" }),
        vervolg: vervolg.to_owned(),
        verder: verder.to_owned(),
    }
}

pub(super) async fn tweede_factor(
    State(staat): State<Staat>,
    van: Herkomst,
    bezoeker: Bezoeker,
    velden: Velden,
) -> Result<Response, Mis> {
    let (vervolg, verder) = (velden.tekst("vervolg"), eigen_adres(velden.tekst("verder")));
    let code = zonder_spaties(velden.tekst("code"));
    let factor = match velden.misschien("herstelcode") {
        Some(herstelcode) => Factor::Herstelcode(herstelcode),
        None => Factor::Code(&code),
    };
    let (status, zin) = match staat.engine.tweede_factor(vervolg, factor, &van.tekst()).await? {
        Inlogstap::Ingelogd(binnen) => return laat_binnen(&staat, &binnen, verder).await,
        Inlogstap::Wacht { seconden } => {
            (StatusCode::TOO_MANY_REQUESTS, wacht_even(bezoeker.taal, seconden))
        }
        Inlogstap::Geweigerd
        | Inlogstap::NogTweedeFactor(_)
        | Inlogstap::MoetTweedeFactorInstellen(_) => {
            (StatusCode::UNAUTHORIZED, bezoeker.taal.zeg("factor-duurde-te-lang"))
        }
    };
    let blad = vraag_factor(&bezoeker, vervolg, verder, Some(zin));
    Ok(Blad::met(status, &blad).into_response())
}

/// People type a code as an app shows it, in groups.
pub(super) fn zonder_spaties(code: &str) -> String {
    code.split_whitespace().collect()
}

pub(super) async fn stel_in(
    staat: &Staat,
    bezoeker: &Bezoeker,
    vervolg: &Geheim,
    verder: &str,
) -> Result<Response, Mis> {
    let nieuw = staat.engine.begin_tweede_factor(vervolg.toon()).await?;
    let blad = Instellen {
        k: bezoeker.kader(),
        nee: None,
        vervolg: vervolg.toon().to_owned(),
        verder: verder.to_owned(),
        geheim: in_groepen(nieuw.geheim.toon()),
        adres: nieuw.adres.toon().to_owned(),
    };
    Ok(Blad::van(&blad).into_response())
}

/// In groups of four, so that it can be typed over.
fn in_groepen(geheim: &str) -> String {
    let letters: Vec<char> = geheim.chars().collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

pub(super) async fn instellen(
    State(staat): State<Staat>,
    bezoeker: Bezoeker,
    velden: Velden,
) -> Result<Response, Mis> {
    let (vervolg, verder) = (velden.tekst("vervolg"), eigen_adres(velden.tekst("verder")));
    let code = zonder_spaties(velden.tekst("code"));
    match staat.engine.bevestig_tweede_factor(vervolg, &code).await {
        Ok(klaar) => {
            let codes = klaar.herstelcodes.iter().map(|it| it.toon().to_owned()).collect();
            let blad = Herstelcodes { k: bezoeker.kader(), codes, verder: verder.to_owned() };
            let mut antwoord = Blad::van(&blad).into_response();
            zet_binnen(&staat, &klaar.ingelogd, antwoord.headers_mut()).await?;
            Ok(antwoord)
        }
        Err(InlogFout::Onjuist | InlogFout::GeenSessie) => {
            let zin = bezoeker.taal.zeg("factor-duurde-te-lang");
            let blad = Instellen {
                k: bezoeker.kader(),
                nee: Some(Nee { zin, veld: "code" }),
                vervolg: vervolg.to_owned(),
                verder: verder.to_owned(),
                geheim: velden.tekst("geheim").to_owned(),
                adres: velden.tekst("adres").to_owned(),
            };
            Ok(Blad::met(StatusCode::UNAUTHORIZED, &blad).into_response())
        }
        Err(fout) => Err(fout.into()),
    }
}

/// Sends whoever got in on to where that was going.
async fn laat_binnen(staat: &Staat, binnen: &Binnen, verder: &str) -> Result<Response, Mis> {
    let mut antwoord = naar(verder);
    zet_binnen(staat, binnen, antwoord.headers_mut()).await?;
    Ok(antwoord)
}

/// Sets the cookies of a log-in. Who can work in one way only has nothing to choose.
async fn zet_binnen(staat: &Staat, binnen: &Binnen, koppen: &mut HeaderMap) -> Result<(), Mis> {
    let mut sessie = binnen.sessie.toon().to_owned();
    let toegelaten = staat.engine.sessie(&sessie).await.map_err(|fout| Probleem::storing(&fout))?;
    if let Some(toegelaten) = toegelaten {
        let hoeden = hoeden(staat, toegelaten.account).await?;
        if let [(hoed, _)] = hoeden.as_slice() {
            let met_hoed = staat.engine.kies_hoed(&sessie, *hoed).await?;
            met_hoed.toon().clone_into(&mut sessie);
        }
    }
    zet(koppen, SESSIE, &sessie);
    zet(koppen, TOESTEL, binnen.toestel.toon());
    Ok(())
}

pub(super) async fn uitnodiging(bezoeker: Bezoeker) -> Blad {
    Blad::van(&Uitnodiging { k: bezoeker.kader(), nee: None, uitnodiging: String::new() })
}

pub(super) async fn neem_aan(
    State(staat): State<Staat>,
    bezoeker: Bezoeker,
    velden: Velden,
) -> Result<Response, Mis> {
    let (code, wachtwoord) = (velden.tekst("uitnodiging"), velden.precies("wachtwoord"));
    let nee = match staat.engine.neem_uitnodiging_aan(code, wachtwoord).await {
        Ok(()) => return Ok(naar_met("/inloggen", Melding::Gewijzigd)),
        Err(InlogFout::Wachtwoord(nee)) => Nee { zin: nee.to_string(), veld: "wachtwoord" },
        Err(InlogFout::Geweigerd(_) | InlogFout::Onjuist | InlogFout::GeenAccount) => {
            Nee { zin: bezoeker.taal.zeg("uitnodiging-klopt-niet"), veld: "uitnodiging" }
        }
        Err(fout) => return Err(fout.into()),
    };
    let blad = Uitnodiging { k: bezoeker.kader(), nee: Some(nee), uitnodiging: code.to_owned() };
    Ok(Blad::met(StatusCode::BAD_REQUEST, &blad).into_response())
}

#[cfg(test)]
mod tests {
    use super::{eigen_adres, in_groepen};

    #[test]
    fn na_het_inloggen_gaat_het_alleen_naar_een_adres_hier() {
        assert_eq!(eigen_adres("/dossiers/1?op=2"), "/dossiers/1?op=2");
        for elders in ["//kwaad.example", "https://kwaad.example", "/\\kwaad", "", "/a\r\nb"] {
            assert_eq!(eigen_adres(elders), "/", "{elders}");
        }
    }

    #[test]
    fn een_geheim_staat_er_in_groepen_van_vier() {
        assert_eq!(in_groepen("ABCDEFGHIJ"), "ABCD EFGH IJ");
    }
}
