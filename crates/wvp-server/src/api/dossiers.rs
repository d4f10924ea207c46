//! Dossiers: the list of who asks, search, one dossier as that reader sees it, and what it waits for.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;
use wvp_domain::leeslog::Geraadpleegd;
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::rivcontrole::Uitslag;
use wvp_domain::{Datum, DossierId, TermijnId, WerkgeverId, WerknemerId};
use wvp_engine::{
    Dossierregel, Dossiervraag, Grootte, Leesregel, Standsoort, Termijnstatus, Wacht, Zoekterm,
    Zoekvraag, herinneringen,
};
use wvp_projections::tijdlijn;
use wvp_projections::tijdlijn::beeld::Tijdlijnbeeld;

use super::gedeeld::{DOSSIER, etag, fout, grootte, hoogstens, na, tekst, vraag, zet};
use crate::eindpunt::{Eindpunt, Methode};
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::Ingelogd;

const GROEP: &str = "Dossiers";

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![lijst(), zoek(), een(), controle(), leeslog()]
}

/// A dossier in a list.
#[derive(Serialize, JsonSchema)]
struct Dossierrij {
    dossier: DossierId,
    werknemer: WerknemerId,
    /// Name of the employee, as reported in this dossier.
    naam: String,
    werkgever: WerkgeverId,
    eerste_ziektedag: Datum,
    stand: Standwoord,
    /// The open terms that somebody must act on, by last day.
    termijnen: Vec<Termijnrij>,
    /// How many terms passed their last day.
    te_laat: usize,
    /// Names what was seen of it: the `ETag` of the dossier.
    etag: String,
}

/// An open term.
#[derive(Serialize, JsonSchema)]
struct Termijnrij {
    termijn: TermijnId,
    /// Last day (inclusive).
    uiterlijk: Datum,
    /// Who must act.
    wie: Vec<Ontvanger>,
    status: Statuswoord,
}

/// How a dossier stands.
#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Standwoord {
    Lopend,
    Hersteld,
    Gesloten,
}

/// How urgent a term is.
#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Statuswoord {
    TeLaat,
    DezeWeek,
    Later,
}

impl From<Standsoort> for Standwoord {
    fn from(soort: Standsoort) -> Self {
        match soort {
            Standsoort::Lopend => Self::Lopend,
            Standsoort::Hersteld => Self::Hersteld,
            Standsoort::Gesloten => Self::Gesloten,
        }
    }
}

impl From<Standwoord> for Standsoort {
    fn from(woord: Standwoord) -> Self {
        match woord {
            Standwoord::Lopend => Self::Lopend,
            Standwoord::Hersteld => Self::Hersteld,
            Standwoord::Gesloten => Self::Gesloten,
        }
    }
}

impl From<Termijnstatus> for Statuswoord {
    fn from(status: Termijnstatus) -> Self {
        match status {
            Termijnstatus::TeLaat => Self::TeLaat,
            Termijnstatus::DezeWeek => Self::DezeWeek,
            Termijnstatus::Later => Self::Later,
        }
    }
}

impl From<Statuswoord> for Termijnstatus {
    fn from(woord: Statuswoord) -> Self {
        match woord {
            Statuswoord::TeLaat => Self::TeLaat,
            Statuswoord::DezeWeek => Self::DezeWeek,
            Statuswoord::Later => Self::Later,
        }
    }
}

impl From<Dossierregel> for Dossierrij {
    fn from(it: Dossierregel) -> Self {
        let termijnen = it.termijnen.into_iter().map(|it| Termijnrij {
            termijn: it.termijn,
            uiterlijk: it.uiterlijk,
            wie: it.wie,
            status: it.status.into(),
        });
        Self {
            dossier: it.dossier,
            werknemer: it.werknemer,
            naam: it.naam,
            werkgever: it.werkgever,
            eerste_ziektedag: it.eerste_ziektedag,
            stand: Standsoort::from(it.stand).into(),
            termijnen: termijnen.collect(),
            te_laat: it.te_laat,
            etag: etag(it.merk),
        }
    }
}

/// A page of dossiers.
#[derive(Serialize, JsonSchema)]
struct Dossierlijst {
    dossiers: Vec<Dossierrij>,
    /// What to ask with `na` for the next page; none when this was the last.
    verder: Option<String>,
}

/// Which dossiers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lijstvraag {
    werkgever: Option<Uuid>,
    stand: Option<Standwoord>,
    status: Option<Statuswoord>,
    na: Option<String>,
    hoogstens: Option<usize>,
}

fn lijst() -> Eindpunt {
    Eindpunt::get("/v1/dossiers", geef_lijst)
        .heet("lijstDossiers", "Lijst van uw dossiers, met wat het eerst moet")
        .onder(GROEP)
        .met(vraag("werkgever", "Alleen van deze werkgever", tekst("uuid")))
        .met(vraag(
            "stand",
            "Alleen die zo staan",
            json!({ "type": "string", "enum": ["lopend", "hersteld", "gesloten"] }),
        ))
        .met(vraag(
            "status",
            "Alleen waarvan het eerste zo dringt",
            json!({ "type": "string", "enum": ["te_laat", "deze_week", "later"] }),
        ))
        .met(na())
        .met(hoogstens())
        .geeft::<Dossierlijst>(200, "Een bladzijde")
}

async fn geef_lijst(
    State(staat): State<Staat>,
    ingelogd: Ingelogd,
    vraag: Result<Query<Lijstvraag>, axum::extract::rejection::QueryRejection>,
) -> Result<Uit<Dossierlijst>, Probleem> {
    let Query(vraag) = vraag.map_err(|_| fout("", "een onbekende of onleesbare parameter"))?;
    let na = vraag
        .na
        .map(|it| it.parse().map_err(|_| fout("na", "geen plek die deze lijst gaf")))
        .transpose()?;
    let grootte = grootte(vraag.hoogstens)?;
    let wacht = Wacht { op: None, status: vraag.status.map(Into::into) };
    let werkgever = vraag.werkgever.map(WerkgeverId);
    let vraag = Dossiervraag { werkgever, stand: vraag.stand.map(Into::into), wacht, na, grootte };
    let blad = staat.engine.dossiers(&ingelogd.wie, &vraag, &ingelogd.aanleiding).await;
    let blad = blad.map_err(|fout| Probleem::storing(&fout))?;
    let verder = blad.verder.map(|it| it.to_string());
    Ok(Uit(Dossierlijst { dossiers: blad.regels.into_iter().map(Into::into).collect(), verder }))
}

/// What is searched for. In a body: nothing of it may stand in an address.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Zoekopdracht {
    /// The number of a dossier, (the beginning of) a name, or a burgerservicenummer.
    #[schemars(length(min = 2, max = 100))]
    term: String,
}

/// What was found.
#[derive(Serialize, JsonSchema)]
struct Gevonden {
    dossiers: Vec<Dossierrij>,
}

fn zoek() -> Eindpunt {
    Eindpunt::met_lijf(Methode::Post, "/v1/dossiers/_zoek", geef_gevonden)
        .heet("zoekDossiers", "Zoek op nummer, naam of burgerservicenummer")
        .onder(GROEP)
        .voorbeeld(json!({ "term": "jansen" }))
        .geeft::<Gevonden>(200, "Wat u mag zien van wat past")
}

async fn geef_gevonden(
    staat: Staat,
    ingelogd: Ingelogd,
    opdracht: Zoekopdracht,
) -> Result<Uit<Gevonden>, Probleem> {
    let term = Zoekterm::lees(&opdracht.term);
    let term = term.map_err(|nee| fout("term", &nee.to_string()))?;
    let (wie, hoogstens) = (&ingelogd.wie, Grootte::default());
    let gevonden = staat.engine.zoek(wie, &term, hoogstens, &ingelogd.aanleiding).await;
    let gevonden = gevonden.map_err(|fout| Probleem::storing(&fout))?;
    Ok(Uit(Gevonden { dossiers: gevonden.into_iter().map(Into::into).collect() }))
}

/// As of which day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Opdag {
    op: Option<Datum>,
}

fn een() -> Eindpunt {
    let op = vraag("op", "De feiten van deze dag, met de rechten van nu", tekst("date"));
    Eindpunt::get("/v1/dossiers/{dossier}", geef_een)
        .heet("leesDossier", "Lees een dossier zoals u het mag zien")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .met(op)
        .geeft::<Tijdlijnbeeld>(200, "Het dossier; `ETag` noemt wat u zag")
        .leeg(304, "Niet gewijzigd sinds `If-None-Match`")
}

async fn geef_een(
    State(staat): State<Staat>,
    Path(dossier): Path<Uuid>,
    ingelogd: Ingelogd,
    op: Result<Query<Opdag>, axum::extract::rejection::QueryRejection>,
    koppen: HeaderMap,
) -> Result<Response, Probleem> {
    let Query(Opdag { op }) = op.map_err(|_| fout("op", "een dag (JJJJ-MM-DD)"))?;
    let (dossier, wie) = (DossierId(dossier), &ingelogd.wie);
    let inzage = staat.engine.read_om(wie, dossier, op, &ingelogd.aanleiding).await?;
    let merk = etag(inzage.merk);
    let lijn = tijdlijn(&inzage.gebeurtenissen, inzage.feiten_van, herinneringen(wie.lezer));
    let beeld = Tijdlijnbeeld::van(dossier, wie.lezer.to_string(), inzage.feiten_van, &lijn);
    let bekend = koppen.get(header::IF_NONE_MATCH).is_some_and(|it| *it == *merk.as_str());
    let mut antwoord = if bekend && op.is_none() {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Uit(beeld).into_response()
    };
    zet(antwoord.headers_mut(), header::ETAG, &merk);
    Ok(antwoord)
}

fn controle() -> Eindpunt {
    Eindpunt::get("/v1/dossiers/{dossier}/riv-controle", geef_controle)
        .heet("controleerRiv", "Wat er nog ontbreekt aan het re-integratieverslag")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .geeft::<Uitslag>(200, "Wat er ontbreekt of niet klopt, wie dat herstelt en voor wanneer")
}

async fn geef_controle(
    State(staat): State<Staat>,
    Path(dossier): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Uit<Uitslag>, Probleem> {
    let Ingelogd { wie, aanleiding } = &ingelogd;
    Ok(Uit(staat.engine.riv_controle(wie, DossierId(dossier), aanleiding).await?))
}

/// Who looked.
#[derive(Serialize, JsonSchema)]
struct Leesrij {
    /// When (UTC).
    tijdstip: String,
    /// Who asked what, and what came of it; holds no content of the dossier.
    vraag: Geraadpleegd,
}

impl From<&Leesregel> for Leesrij {
    fn from(it: &Leesregel) -> Self {
        Self { tijdstip: it.tijdstip(), vraag: it.vraag.clone() }
    }
}

/// The reading log of a dossier.
#[derive(Serialize, JsonSchema)]
struct Leeslijst {
    regels: Vec<Leesrij>,
}

fn leeslog() -> Eindpunt {
    Eindpunt::get("/v1/dossiers/{dossier}/leeslog", geef_leeslog)
        .heet("leesLeeslog", "Wie keek mee in dit dossier")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .geeft::<Leeslijst>(200, "De regels, de oudste eerst")
}

async fn geef_leeslog(
    State(staat): State<Staat>,
    Path(dossier): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Uit<Leeslijst>, Probleem> {
    let vraag = Zoekvraag::default();
    let regels = staat
        .engine
        .leeslog(&ingelogd.wie, DossierId(dossier), &vraag, &ingelogd.aanleiding)
        .await?;
    Ok(Uit(Leeslijst { regels: regels.iter().map(Into::into).collect() }))
}
