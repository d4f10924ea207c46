//! The steps of logging in after the password: the second factor, setting one up, and an invitation.

use axum::http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use wvp_engine::Factor;

use super::{GROEP, Stap, antwoord, binnengelaten};
use crate::api::gedeeld::fout;
use crate::eindpunt::{Eindpunt, Methode};
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::{EigenSite, Herkomst};

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![tweede_factor(), begin_factor(), bevestig_factor(), uitnodiging()]
}

/// The second factor, after the password.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Tweede {
    /// What the step before gave.
    vervolg: String,
    /// The code from the app.
    code: Option<String>,
    /// A code from paper, when the device is lost.
    herstelcode: Option<String>,
}

fn tweede_factor() -> Eindpunt {
    let doe = |staat: Staat, (van, _): (Herkomst, EigenSite), lijf: Tweede| async move {
        let Tweede { vervolg, code, herstelcode } = lijf;
        let factor = factor(code.as_ref(), herstelcode.as_ref())?;
        antwoord(staat.engine.tweede_factor(&vervolg, factor, &van.tekst()).await?)
    };
    Eindpunt::met_lijf(Methode::Post, "/v1/sessies/_tweede-factor", doe)
        .heet("toonTweedeFactor", "Toon de tweede factor, na het wachtwoord")
        .onder(GROEP)
        .open()
        .voorbeeld(json!({ "vervolg": "…", "code": "123456" }))
        .geeft::<Stap>(200, "Ingelogd")
        .weigert(401, "Het klopt niet, of duurde te lang")
}

/// One of the two.
pub(super) fn factor<'a>(
    code: Option<&'a String>,
    herstelcode: Option<&'a String>,
) -> Result<Factor<'a>, Probleem> {
    match (code, herstelcode) {
        (Some(code), None) => Ok(Factor::Code(code)),
        (None, Some(code)) => Ok(Factor::Herstelcode(code)),
        (Some(_), Some(_)) | (None, None) => {
            Err(fout("code", "geef `code` of `herstelcode`, en één van beide"))
        }
    }
}

/// What the step before gave.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Vervolg {
    /// What the step before gave; the secret of the session otherwise.
    vervolg: String,
}

/// What an app needs to show codes.
#[derive(Serialize, JsonSchema)]
struct Instelling {
    /// The secret, to type over; shown once.
    geheim: String,
    /// The same as an `otpauth` address, to scan.
    adres: String,
}

fn begin_factor() -> Eindpunt {
    let doe = |staat: Staat, _: EigenSite, lijf: Vervolg| async move {
        let Vervolg { vervolg } = lijf;
        let nieuw = staat.engine.begin_tweede_factor(&vervolg).await?;
        let (geheim, adres) = (nieuw.geheim.toon().to_owned(), nieuw.adres.toon().to_owned());
        Ok::<_, Probleem>(Uit(Instelling { geheim, adres }))
    };
    Eindpunt::met_lijf(Methode::Post, "/v1/sessies/_begin-tweede-factor", doe)
        .heet("beginTweedeFactor", "Begin met het instellen van een tweede factor")
        .onder(GROEP)
        .open()
        .geeft::<Instelling>(200, "Wat de app nodig heeft, één keer getoond")
        .weigert(401, "Het klopt niet, of duurde te lang")
}

/// The first code of a new second factor.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Bevestiging {
    /// What the step before gave.
    vervolg: String,
    /// The code that the app shows.
    code: String,
}

fn bevestig_factor() -> Eindpunt {
    let doe = |staat: Staat, _: EigenSite, lijf: Bevestiging| async move {
        let Bevestiging { vervolg, code } = lijf;
        let klaar = staat.engine.bevestig_tweede_factor(&vervolg, &code).await?;
        let codes = klaar.herstelcodes.iter().map(|it| it.toon().to_owned()).collect();
        Ok::<_, Probleem>(binnengelaten(&klaar.ingelogd, codes))
    };
    Eindpunt::met_lijf(Methode::Post, "/v1/sessies/_bevestig-tweede-factor", doe)
        .heet("bevestigTweedeFactor", "Bevestig de tweede factor met de eerste code")
        .onder(GROEP)
        .open()
        .geeft::<Stap>(200, "Ingelogd, met codes voor als het toestel kwijt is")
        .weigert(401, "Het klopt niet, of duurde te lang")
}

/// An invitation that is taken up.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Uitnodiging {
    /// The one-time token.
    uitnodiging: String,
    /// The new password: 12 to 200 characters.
    wachtwoord: String,
}

fn uitnodiging() -> Eindpunt {
    let doe = |staat: Staat, _: EigenSite, lijf: Uitnodiging| async move {
        let Uitnodiging { uitnodiging, wachtwoord } = lijf;
        staat.engine.neem_uitnodiging_aan(&uitnodiging, &wachtwoord).await?;
        Ok::<_, Probleem>(StatusCode::NO_CONTENT)
    };
    Eindpunt::met_lijf(Methode::Post, "/v1/sessies/_uitnodiging", doe)
        .heet("neemUitnodigingAan", "Kies een wachtwoord met een uitnodiging")
        .onder(GROEP)
        .open()
        .leeg(204, "Het wachtwoord is gekozen; log nu in")
        .weigert(409, "De uitnodiging werkt niet (meer)")
}
