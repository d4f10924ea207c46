//! Logging in and out, the second factor, and the hat that is on. Secrets go in bodies and cookies, never in an
//! address.

mod eigen;
mod elders;
mod koppelingen;
mod stappen;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::AccountId;
use wvp_domain::bevoegdheid::Organisatie;
use wvp_engine::{
    Hoed, Hoedkeuze, Ingelogd as Binnen, InlogFout, Inlogstap, Poging, Toegelaten,
    vereist_tweede_factor,
};

use super::gedeeld::fout;
use crate::eindpunt::{Eindpunt, Methode};
use crate::probleem::{Probleem, Soort, Veldfout};
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::{
    AANBIEDER, EigenSite, Herkomst, InSessie, SESSIE, TOESTEL, lees_koekje, vergeet, wis_bewaard,
    zet,
};

pub(crate) use elders::begin_ronde;
pub(crate) use koppelingen::begin_koppeling;

const GROEP: &str = "Inloggen";

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    let mut alle = vec![log_in()];
    alle.extend(stappen::eindpunten());
    alle.extend(elders::eindpunten());
    alle.extend([huidige(), functie(), log_uit()]);
    alle.extend(eigen::eindpunten());
    alle.extend(koppelingen::eindpunten());
    alle
}

/// A log-in with a password.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Inlog {
    /// E-mail address of the account.
    email: String,
    /// Password.
    wachtwoord: String,
}

/// What came of a step of logging in.
#[derive(Serialize, JsonSchema)]
struct Stap {
    #[serde(rename = "stap")]
    waar: Stapwoord,
    /// Opens the next step, for a short time; none once logged in.
    #[serde(skip_serializing_if = "Option::is_none")]
    vervolg: Option<String>,
    /// Codes for when the device is lost: shown once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    herstelcodes: Vec<String>,
}

/// Where a log-in stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Stapwoord {
    /// The session is open; its secret is in the cookie.
    Ingelogd,
    /// A code of the second factor is asked.
    TweedeFactor,
    /// A second factor must be set up first.
    TweedeFactorInstellen,
}

/// Where the browser goes next.
#[derive(Serialize, JsonSchema)]
struct Verder {
    /// An address of another party.
    verder: String,
}

/// A step that was not refused, with the cookies that go with it.
fn antwoord(stap: Inlogstap) -> Result<Response, Probleem> {
    let verder = |waar, vervolg: &wvp_engine::Geheim| {
        Uit(Stap { waar, vervolg: Some(vervolg.toon().to_owned()), herstelcodes: vec![] })
            .into_response()
    };
    match stap {
        Inlogstap::Geweigerd => {
            Err(Probleem::van(Soort::NietIngelogd)
                .met_detail("Dit klopt niet. Probeer het opnieuw."))
        }
        Inlogstap::Wacht { seconden } => Err(Probleem::te_vaak(seconden)),
        Inlogstap::NogTweedeFactor(vervolg) => Ok(verder(Stapwoord::TweedeFactor, &vervolg)),
        Inlogstap::MoetTweedeFactorInstellen(vervolg) => {
            Ok(verder(Stapwoord::TweedeFactorInstellen, &vervolg))
        }
        Inlogstap::Ingelogd(binnen) => Ok(binnengelaten(&binnen, vec![])),
    }
}

fn binnengelaten(binnen: &Binnen, herstelcodes: Vec<String>) -> Response {
    let stap = Stap { waar: Stapwoord::Ingelogd, vervolg: None, herstelcodes };
    let mut antwoord = Uit(stap).into_response();
    zet_koekjes(&mut antwoord, binnen);
    antwoord
}

fn zet_koekjes(antwoord: &mut Response, binnen: &Binnen) {
    zet(antwoord.headers_mut(), SESSIE, binnen.sessie.toon());
    zet(antwoord.headers_mut(), TOESTEL, binnen.toestel.toon());
}

impl From<InlogFout> for Probleem {
    fn from(fout: InlogFout) -> Self {
        let tekst = fout.to_string();
        match fout {
            InlogFout::GeenSessie | InlogFout::GeenAccount => {
                Self::van(Soort::NietIngelogd).met_detail(tekst)
            }
            InlogFout::Onjuist => Self::van(Soort::NietIngelogd).met_detail(tekst),
            InlogFout::Wacht { seconden } => Self::te_vaak(seconden),
            InlogFout::GeenFunctie
            | InlogFout::WelkeOrganisatie
            | InlogFout::TweedeFactorNodig
            | InlogFout::TeLangGeleden => Self::van(Soort::MagNiet).met_detail(tekst),
            InlogFout::Wachtwoord(_) => Self::invoer(vec![Veldfout {
                veld: "wachtwoord".to_owned(),
                regel: tekst,
                waarde: None,
            }]),
            InlogFout::Geweigerd(_) => Self::van(Soort::Afgewezen).met_detail(tekst),
            InlogFout::Druk => Self::van(Soort::Druk).met_detail(tekst),
            InlogFout::Beheer(fout) => fout.into(),
            InlogFout::Cijfer => Self::storing(&InlogFout::Cijfer),
            InlogFout::Store(fout) => Self::storing(&fout),
        }
    }
}

fn log_in() -> Eindpunt {
    Eindpunt::met_lijf(Methode::Post, "/v1/sessies", probeer)
        .heet("logIn", "Log in met mailadres en wachtwoord")
        .onder(GROEP)
        .open()
        .voorbeeld(json!({ "email": "i.dewit@arbodebrug.example", "wachtwoord": "…" }))
        .geeft::<Stap>(200, "De volgende stap, of ingelogd")
        .weigert(401, "Het klopt niet; wat er niet klopt, staat er niet bij")
}

async fn probeer(
    staat: Staat,
    (van, _, koppen): (Herkomst, EigenSite, HeaderMap),
    Inlog { email, wachtwoord }: Inlog,
) -> Result<Response, Probleem> {
    let (van, toestel) = (van.tekst(), lees_koekje(&koppen, TOESTEL));
    let (email, wachtwoord, toestel) = (email.as_str(), wachtwoord.as_str(), toestel.as_deref());
    let poging = Poging { email, wachtwoord, van: &van, toestel };
    antwoord(staat.engine.log_in(poging).await?)
}

/// Who is logged in, and as what.
#[derive(Serialize, JsonSchema)]
struct Sessiebeeld {
    account: AccountId,
    tweede_factor: bool,
    /// Party and function that are on; none while none was chosen.
    functie: Option<String>,
    /// On whose behalf, if anybody's.
    namens: Option<AccountId>,
    /// What can be put on today.
    functies: Vec<Functiebeeld>,
}

/// A function that can be put on.
#[derive(Serialize, JsonSchema)]
struct Functiebeeld {
    /// Party and function.
    functie: String,
    /// At which organisation; none for who is an employee.
    organisatie: Option<Uuid>,
    /// Whether it asks for a second factor.
    tweede_factor_nodig: bool,
}

fn huidige() -> Eindpunt {
    Eindpunt::get("/v1/sessies/huidige", geef_huidige)
        .heet("leesSessie", "Wie is ingelogd, en als wat")
        .onder(GROEP)
        .geeft::<Sessiebeeld>(200, "De sessie")
}

async fn geef_huidige(
    State(staat): State<Staat>,
    sessie: InSessie,
) -> Result<Uit<Sessiebeeld>, Probleem> {
    let Toegelaten { account, tweede_factor, gebruiker, .. } = sessie.toegelaten;
    let functies = staat.engine.functies(account).await.map_err(|fout| Probleem::storing(&fout))?;
    let functies = functies.into_iter().map(|it| Functiebeeld {
        functie: it.lezer.to_string(),
        organisatie: it.organisatie.map(nummer),
        tweede_factor_nodig: vereist_tweede_factor(it.lezer),
    });
    Ok(Uit(Sessiebeeld {
        account,
        tweede_factor,
        functie: gebruiker.map(|it| it.lezer.to_string()),
        namens: gebruiker.and_then(|it| it.sessie.waarneming_voor()),
        functies: functies.collect(),
    }))
}

fn nummer(organisatie: Organisatie) -> Uuid {
    match organisatie {
        Organisatie::Werkgever(id) => id.0,
        Organisatie::Overig(id) => id.0,
    }
}

/// The hat to put on.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Functiekeuze {
    /// Party and function, for example `werkgever/werkgever`.
    functie: String,
    /// At which organisation; needed when the function is held at more than one.
    organisatie: Option<Uuid>,
    /// On whose behalf, for who acts for somebody who is away.
    namens: Option<Uuid>,
}

fn functie() -> Eindpunt {
    Eindpunt::met_lijf(Methode::Put, "/v1/sessies/huidige/functie", kies)
        .heet("kiesFunctie", "Kies als wie u werkt")
        .onder(GROEP)
        .voorbeeld(json!({ "functie": "werkgever/werkgever" }))
        .leeg(204, "De functie is gekozen; de sessie heeft een nieuw geheim")
}

async fn kies(
    staat: Staat,
    sessie: InSessie,
    Functiekeuze { functie, organisatie, namens }: Functiekeuze,
) -> Result<Response, Probleem> {
    let (partij, naam) = functie.split_once('/').unwrap_or((functie.as_str(), ""));
    let lezer = Lezer::zoek(partij, naam).map_err(|nee| fout("functie", &nee.to_string()))?;
    let hoeden = staat.engine.functies(sessie.toegelaten.account).await;
    let hoeden = hoeden.map_err(|fout| Probleem::storing(&fout))?;
    let waar = |it: &Hoed| it.organisatie.filter(|waar| organisatie == Some(nummer(*waar)));
    let gekozen = hoeden.iter().find_map(waar);
    if organisatie.is_some() && gekozen.is_none() {
        return Err(InlogFout::GeenFunctie.into());
    }
    let keuze = Hoedkeuze { lezer, organisatie: gekozen, namens: namens.map(AccountId) };
    let nieuw = staat.engine.kies_hoed(&sessie.geheim, keuze).await?;
    let mut antwoord = StatusCode::NO_CONTENT.into_response();
    zet(antwoord.headers_mut(), SESSIE, nieuw.toon());
    Ok(antwoord)
}

fn log_uit() -> Eindpunt {
    Eindpunt::delete("/v1/sessies/huidige", doe_uit)
        .heet("logUit", "Log uit")
        .onder(GROEP)
        .geeft::<Verder>(200, "Hier uitgelogd; bij de andere partij kan het op dit adres")
        .leeg(204, "Uitgelogd")
}

async fn doe_uit(
    State(staat): State<Staat>,
    koppen: HeaderMap,
    sessie: InSessie,
) -> Result<Response, Probleem> {
    staat.engine.log_uit(&sessie.geheim).await.map_err(|fout| Probleem::storing(&fout))?;
    let mut antwoord = match elders::uitlogadres(&staat, &koppen).await {
        Some(verder) => Uit(Verder { verder }).into_response(),
        None => StatusCode::NO_CONTENT.into_response(),
    };
    vergeet(antwoord.headers_mut(), SESSIE);
    vergeet(antwoord.headers_mut(), AANBIEDER);
    wis_bewaard(antwoord.headers_mut());
    Ok(antwoord)
}
