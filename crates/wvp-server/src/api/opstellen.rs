//! Drawing up: a document as the facts fill it in already, and what to answer to UWV.

use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;
use wvp_domain::rivcontrole::verweer::{Redencode, Verweer, Verzoek};
use wvp_domain::voorzet::{Soort as Stuksoort, Voorzet};
use wvp_domain::{Datum, DossierId};

use super::gedeeld::{DOSSIER, fout, tekst, vraag};
use crate::eindpunt::{Eindpunt, Parameter, Waar};
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::Ingelogd;

const GROEP: &str = "Opstellen";

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![voorzet(), verweer()]
}

fn voorzet() -> Eindpunt {
    let soort = Parameter {
        naam: "soort",
        waar: Waar::Pad,
        uitleg: "Welk stuk",
        schema: json!({ "type": "string", "enum": Stuksoort::ALLE.map(Stuksoort::woord) }),
    };
    Eindpunt::get("/v1/dossiers/{dossier}/voorzetten/{soort}", geef_voorzet)
        .heet("leesVoorzet", "Een stuk zoals de feiten het al invullen, en wat er nog te doen is")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .met(soort)
        .geeft::<Voorzet>(200, "De voorzet; `inhoud` is het lijf waarmee u het stuk vastlegt")
}

async fn geef_voorzet(
    State(staat): State<Staat>,
    pad: Result<Path<(Uuid, String)>, PathRejection>,
    ingelogd: Ingelogd,
) -> Result<Uit<Voorzet>, Probleem> {
    let onbekend = || Probleem::van(Soort::NietGevonden);
    let Path((dossier, woord)) = pad.map_err(|_| onbekend())?;
    let soort = Stuksoort::ALLE.into_iter().find(|it| it.woord() == woord);
    let (soort, dossier) = (soort.ok_or_else(onbekend)?, DossierId(dossier));
    let Ingelogd { wie, aanleiding } = &ingelogd;
    Ok(Uit(staat.engine.voorzet(wie, dossier, soort, aanleiding).await?))
}

/// What UWV asks or says in a letter.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Verweervraag {
    reden: String,
    ontvangen_op: Datum,
    uiterlijk_in_brief: Option<Datum>,
    volledig_verklaard_op: Option<Datum>,
}

fn verweer() -> Eindpunt {
    let codes = json!({ "type": "string", "enum": Redencode::ALLE.map(Redencode::code).to_vec() });
    Eindpunt::get("/v1/dossiers/{dossier}/verweer", geef_verweer)
        .heet(
            "leesVerweer",
            "Of een verzoek van UWV klopt, welke stukken erover gaan, en wanneer u antwoordt",
        )
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .met(vraag("reden", "De reden van UWV als code (verplicht)", codes))
        .met(vraag("ontvangenOp", "De dag waarop de brief binnenkwam (verplicht)", tekst("date")))
        .met(vraag("uiterlijkInBrief", "De laatste dag die in de brief staat", tekst("date")))
        .met(vraag(
            "volledigVerklaardOp",
            "De dag waarop UWV schreef dat het verslag volledig is",
            tekst("date"),
        ))
        .geeft::<Verweer>(200, "Het oordeel")
}

async fn geef_verweer(
    State(staat): State<Staat>,
    Path(dossier): Path<Uuid>,
    ingelogd: Ingelogd,
    brief: Result<Query<Verweervraag>, QueryRejection>,
) -> Result<Uit<Verweer>, Probleem> {
    let Query(brief) = brief.map_err(|_| fout("", "`reden` en `ontvangenOp` horen erbij"))?;
    let reden = Redencode::ALLE.into_iter().find(|it| it.code() == brief.reden);
    let reden = reden.ok_or_else(|| fout("reden", "een code die in het document staat"))?;
    let verzoek = Verzoek {
        reden,
        ontvangen_op: brief.ontvangen_op,
        uiterlijk_in_brief: brief.uiterlijk_in_brief,
        volledig_verklaard_op: brief.volledig_verklaard_op,
    };
    let Ingelogd { wie, aanleiding } = &ingelogd;
    let oordeel = staat.engine.riv_verweer(wie, DossierId(dossier), &verzoek, aanleiding).await?;
    oordeel.map(Uit).ok_or_else(|| Probleem::van(Soort::NietGevonden))
}
