//! Logging in through another party that says who somebody is (OpenID Connect).
//!
//! That party never makes an account, and an e-mail address from it opens none: addresses change hands, and what is
//! behind this log-in is health data. Whoever owns an account, which begins with the invitation of an administrator,
//! links it from a session of one's own (`koppelingen.rs`). All others get the answer of a wrong password.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use wvp_engine::{Gekoppeld, Inlogstap};
use wvp_kanalen::geheim::Geheim;
use wvp_kanalen::oidc::{Aanbieder, OidcFout, Persoon, Ronde, Terugkeer};

use super::{GROEP, Stap, antwoord, zet_koekjes};
use crate::api::gedeeld::{tekst, zet as zet_kop};
use crate::eindpunt::{Eindpunt, Parameter, Waar};
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::{AANBIEDER, RONDE, eis_van_hier, lees_koekje, vergeet, zet, zet_ronde};

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![aanbieders(), begin(), terugkeer()]
}

/// What the log-in page offers beside a password.
#[derive(Serialize, JsonSchema)]
struct Aanbod {
    aanbieders: Vec<Aanbiederbeeld>,
}

/// One other party.
#[derive(Serialize, JsonSchema)]
struct Aanbiederbeeld {
    /// Its name in addresses.
    aanbieder: String,
    /// Its name for people.
    titel: String,
}

fn aanbieders() -> Eindpunt {
    let doe = |State(staat): State<Staat>| async move {
        let beeld = |it: &Arc<Aanbieder>| Aanbiederbeeld {
            aanbieder: it.naam().to_owned(),
            titel: it.titel().to_owned(),
        };
        Uit(Aanbod { aanbieders: staat.instellingen.aanbieders.iter().map(beeld).collect() })
    };
    Eindpunt::get("/v1/sessies/_elders", doe)
        .heet("leesAanbieders", "Bij welke andere partijen iemand kan inloggen")
        .onder(GROEP)
        .open()
        .geeft::<Aanbod>(200, "De andere partijen")
}

fn begin() -> Eindpunt {
    Eindpunt::get("/v1/sessies/_elders/{aanbieder}", ga)
        .heet("beginElders", "Ga inloggen bij een andere partij")
        .onder(GROEP)
        .open()
        .met(pad())
        .leeg(303, "De browser gaat naar de andere partij")
        .weigert(403, "Een andere site stuurt de browser hierheen")
        .weigert(404, "Deze partij is hier niet bekend")
        .weigert(502, "De andere partij antwoordt niet")
}

async fn ga(
    State(staat): State<Staat>,
    Path(naam): Path<String>,
    koppen: HeaderMap,
) -> Result<Response, Probleem> {
    // A link elsewhere would log somebody in who did not ask for it.
    eis_van_hier(&koppen)?;
    let (adres, ronde) = begin_ronde(&staat, &naam).await?;
    let mut antwoord = StatusCode::SEE_OTHER.into_response();
    zet_kop(antwoord.headers_mut(), header::LOCATION, &adres);
    zet_ronde(antwoord.headers_mut(), &ronde);
    Ok(antwoord)
}

/// Begins a round that ends with a log-in: the address at the other party, and the cookie of the round.
///
/// # Errors
///
/// A problem when the party is not known here, or does not answer.
pub(crate) async fn begin_ronde(staat: &Staat, naam: &str) -> Result<(String, String), Probleem> {
    let aanbieder = zoek(staat, naam)?;
    let geheim = Geheim::nieuw().toon();
    let adres = adres_bij(staat, aanbieder, &geheim).await?;
    Ok((adres, (*geheim).clone()))
}

/// What the other party sends along with the browser.
#[derive(Deserialize)]
struct Vraag {
    code: Option<String>,
    state: Option<String>,
    iss: Option<String>,
}

fn terugkeer() -> Eindpunt {
    let vraag = |naam, uitleg| Parameter { naam, waar: Waar::Vraag, uitleg, schema: tekst("") };
    Eindpunt::get("/v1/sessies/_elders/{aanbieder}/terugkeer", keer_terug)
        .heet("keerTerugVanElders", "Kom terug van een andere partij")
        .onder(GROEP)
        .open()
        .met(pad())
        .met(vraag("code", "De code die de andere partij gaf, voor één keer"))
        .met(vraag("state", "Het kenmerk van deze ronde"))
        .met(vraag("iss", "Wie de code gaf"))
        .geeft::<Stap>(200, "De volgende stap, of ingelogd")
        .leeg(204, "De koppeling is gemaakt")
        .leeg(303, "Wie om HTML vraagt, gaat naar de bladzijde van de volgende stap")
        .weigert(401, "Niet bewezen wie dit is, of niet gekoppeld: het antwoord is hetzelfde")
        .weigert(404, "Deze partij is hier niet bekend")
        .weigert(502, "De andere partij antwoordt niet")
}

async fn keer_terug(
    State(staat): State<Staat>,
    Path(naam): Path<String>,
    Query(vraag): Query<Vraag>,
    koppen: HeaderMap,
) -> Result<Response, Probleem> {
    let aanbieder = zoek(&staat, &naam)?;
    let koekje = lees_koekje(&koppen, RONDE).unwrap_or_default();
    let uitkomst = rond_af(&staat, aanbieder, &vraag, &koekje).await;
    let gelukt = match &uitkomst {
        Ok(Uitkomst::Stap(stap)) => !matches!(stap, Inlogstap::Geweigerd | Inlogstap::Wacht { .. }),
        Ok(Uitkomst::Gekoppeld) => true,
        Err(_) => false,
    };
    let (mut antwoord, verder) = if wil_blad(&koppen) {
        als_blad(uitkomst, koekje.contains('.'))
    } else {
        (als_json(uitkomst).into_response(), None)
    };
    match verder {
        Some(vervolg) => zet_ronde(antwoord.headers_mut(), &vervolg),
        // Whatever came of it: this round is over.
        None => vergeet(antwoord.headers_mut(), RONDE),
    }
    if gelukt {
        zet(antwoord.headers_mut(), AANBIEDER, aanbieder.naam());
    }
    Ok(antwoord)
}

/// What a return comes to.
enum Uitkomst {
    Stap(Inlogstap),
    Gekoppeld,
}

fn als_json(uitkomst: Result<Uitkomst, Probleem>) -> Result<Response, Probleem> {
    match uitkomst? {
        Uitkomst::Stap(stap) => antwoord(stap),
        Uitkomst::Gekoppeld => Ok(StatusCode::NO_CONTENT.into_response()),
    }
}

/// Whether a person at a browser comes back, and not a program.
fn wil_blad(koppen: &HeaderMap) -> bool {
    let wil = koppen.get(header::ACCEPT).and_then(|it| it.to_str().ok());
    wil.is_some_and(|it| it.contains("text/html"))
}

/// Sends a browser on to the page of the next step, with what leads on to put in the cookie of the round. Whoever came
/// to link is logged in, and hears there that it did not work.
fn als_blad(uitkomst: Result<Uitkomst, Probleem>, koppelt: bool) -> (Response, Option<String>) {
    let (waar, binnen, vervolg) = match uitkomst {
        Ok(Uitkomst::Gekoppeld) => ("/account/inlog?gedaan=gewijzigd", None, None),
        Ok(Uitkomst::Stap(Inlogstap::Ingelogd(binnen))) => ("/functie", Some(binnen), None),
        Ok(Uitkomst::Stap(Inlogstap::NogTweedeFactor(vervolg))) => {
            ("/inloggen/verder?stap=factor", None, Some(vervolg))
        }
        Ok(Uitkomst::Stap(Inlogstap::MoetTweedeFactorInstellen(vervolg))) => {
            ("/inloggen/verder?stap=instellen", None, Some(vervolg))
        }
        Ok(Uitkomst::Stap(Inlogstap::Geweigerd | Inlogstap::Wacht { .. })) | Err(_) if koppelt => {
            ("/account/inlog?koppelen=nee", None, None)
        }
        Ok(Uitkomst::Stap(Inlogstap::Geweigerd | Inlogstap::Wacht { .. })) | Err(_) => {
            ("/inloggen?elders=nee", None, None)
        }
    };
    let mut antwoord = StatusCode::SEE_OTHER.into_response();
    zet_kop(antwoord.headers_mut(), header::LOCATION, waar);
    if let Some(binnen) = binnen {
        zet_koekjes(&mut antwoord, &binnen);
    }
    (antwoord, vervolg.map(|it| it.toon().to_owned()))
}

/// Logs in, or links the session that asked for that.
async fn rond_af(
    staat: &Staat,
    aanbieder: &Aanbieder,
    vraag: &Vraag,
    koekje: &str,
) -> Result<Uitkomst, Probleem> {
    let (geheim, sessie) = koekje.split_once('.').unwrap_or((koekje, ""));
    let Persoon { uitgever, onderwerp, tweede_factor } =
        match persoon(staat, aanbieder, vraag, geheim).await {
            Err(OidcFout::Onbereikbaar) => return Err(stil()),
            // No round, no proof, or nobody who wants to: one answer, and the same as for who is not linked.
            Err(OidcFout::Geweigerd) => return Ok(Uitkomst::Stap(Inlogstap::Geweigerd)),
            Ok(persoon) => persoon,
        };
    let elders = Gekoppeld { uitgever: &uitgever, onderwerp: &onderwerp, tweede_factor };
    if sessie.is_empty() {
        return Ok(Uitkomst::Stap(staat.engine.log_in_gekoppeld(elders).await?));
    }
    staat.engine.koppel(sessie, elders).await?;
    Ok(Uitkomst::Gekoppeld)
}

async fn persoon(
    staat: &Staat,
    aanbieder: &Aanbieder,
    vraag: &Vraag,
    geheim: &str,
) -> Result<Persoon, OidcFout> {
    let (Some(code), Some(state), false) = (&vraag.code, &vraag.state, geheim.is_empty()) else {
        return Err(OidcFout::Geweigerd);
    };
    let terug = Terugkeer { code, state, uitgever: vraag.iss.as_deref() };
    let ronde = Ronde::van(geheim, aanbieder.naam());
    aanbieder.wie(terug, &ronde, nu_seconden(staat)).await
}

/// Where the browser logs out at the party it logged in at, if there is such a place.
pub(super) async fn uitlogadres(staat: &Staat, koppen: &HeaderMap) -> Option<String> {
    let naam = lees_koekje(koppen, AANBIEDER)?;
    zoek(staat, &naam).ok()?.uitlogadres(nu_seconden(staat)).await
}

/// A party by its name in addresses.
pub(super) fn zoek<'a>(staat: &'a Staat, naam: &str) -> Result<&'a Aanbieder, Probleem> {
    let gevonden = staat.instellingen.aanbieders.iter().find(|it| it.naam() == naam);
    gevonden.map(|it| &**it).ok_or_else(|| Probleem::van(Soort::NietGevonden))
}

/// Where a round with this secret begins.
pub(super) async fn adres_bij(
    staat: &Staat,
    aanbieder: &Aanbieder,
    geheim: &str,
) -> Result<String, Probleem> {
    let ronde = Ronde::van(geheim, aanbieder.naam());
    aanbieder.begin(&ronde, nu_seconden(staat)).await.map_err(|_| stil())
}

fn stil() -> Probleem {
    Probleem::van(Soort::Inlogdienst)
        .met_detail("Log in met mailadres en wachtwoord, of probeer het later opnieuw.")
}

fn nu_seconden(staat: &Staat) -> i64 {
    staat.engine.klok().nu().0.div_euclid(1_000_000)
}

fn pad() -> Parameter {
    let uitleg = "De naam van de andere partij, uit de lijst";
    Parameter { naam: "aanbieder", waar: Waar::Pad, uitleg, schema: tekst("") }
}
