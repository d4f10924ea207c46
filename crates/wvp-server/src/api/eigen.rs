//! What is of oneself: the agenda, the mailbox and how to be told.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;
use wvp_domain::bezorging::{BerichtId, Kanaal};
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::mijlpaal::uitstel::Waarover;
use wvp_domain::postvak::{Bundeling, Command, Gelezen, StilleUren, Voorkeuren};
use wvp_domain::{AccountId, Datum, DossierId, Secties, StukId, TermijnId};
use wvp_engine::{Agendapunt, Postbericht, Postinhoud, nieuw_id};

use super::dossiers::Statuswoord;
use super::gedeeld::{Gedeeld, fout, grootte, hoogstens, na, vraag};
use crate::eindpunt::{Eindpunt, Methode};
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::Ingelogd;

const GROEP: &str = "Postvak en agenda";
const BERICHT: Gedeeld = Gedeeld::nummer("bericht", "Het nummer van het bericht");

/// How far an agenda looks when nobody says.
const DAGEN: u16 = 14;
/// How far it looks at most.
const DAGEN_HOOGSTENS: u16 = 366;

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    let voorkeuren = json!({
        "afgemeld": [], "bundeling": "per_dag", "stille_uren": { "van": 1320, "tot": 420 }
    });
    let alle = [
        Eindpunt::get("/v1/agenda", geef_agenda)
            .heet("leesAgenda", "Wat er te laat is of eraan komt, in al uw dossiers")
            .met(vraag(
                "dagen",
                "Zoveel dagen vooruit; standaard 14",
                json!({ "type": "integer", "minimum": 0, "maximum": DAGEN_HOOGSTENS }),
            ))
            .geeft::<Agenda>(200, "De termijnen, naar laatste dag"),
        Eindpunt::get("/v1/postvak", geef_postvak)
            .heet("lijstPostvak", "Uw berichten, en die van wie u waarneemt")
            .met(vraag("ongelezen", "Alleen wat niet is gelezen", json!({ "type": "boolean" })))
            .met(na())
            .met(hoogstens())
            .geeft::<Postlijst>(200, "Een bladzijde, het nieuwste eerst"),
        Eindpunt::post("/v1/postvak/{bericht}/_lees", lees_bericht)
            .heet("leesBericht", "Leg vast dat een bericht is gelezen")
            .met(BERICHT.parameter())
            .leeg(204, "Gelezen, of dat was het al"),
        Eindpunt::get("/v1/postvak/voorkeuren", geef_voorkeuren)
            .heet("leesVoorkeuren", "Hoe u berichten krijgt")
            .geeft::<Voorkeurenbeeld>(200, "De voorkeuren"),
        Eindpunt::met_lijf(Methode::Put, "/v1/postvak/voorkeuren", kies_voorkeuren)
            .heet("kiesVoorkeuren", "Kies hoe u berichten krijgt")
            .voorbeeld(voorkeuren)
            .leeg(204, "Vastgelegd; wat volgens de wet niet kan wachten, komt toch"),
    ];
    alle.into_iter().map(|eindpunt| eindpunt.onder(GROEP)).collect()
}

/// A term in one dossier.
#[derive(Serialize, JsonSchema)]
struct Agendarij {
    dossier: DossierId,
    termijn: TermijnId,
    /// Last day (inclusive).
    uiterlijk: Datum,
    /// Who must act.
    wie: Vec<Ontvanger>,
    status: Statuswoord,
    /// The days from today on which a reminder comes.
    herinneringen: Vec<Datum>,
}

/// What is due.
#[derive(Serialize, JsonSchema)]
struct Agenda {
    termijnen: Vec<Agendarij>,
}

impl From<Agendapunt> for Agendarij {
    fn from(it: Agendapunt) -> Self {
        Self {
            dossier: it.dossier,
            termijn: it.termijn.termijn,
            uiterlijk: it.termijn.uiterlijk,
            wie: it.termijn.wie,
            status: it.termijn.status.into(),
            herinneringen: it.treden,
        }
    }
}

/// How far.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Agendavraag {
    dagen: Option<u16>,
}

async fn geef_agenda(
    State(staat): State<Staat>,
    Ingelogd { wie, aanleiding }: Ingelogd,
    vraag: Result<Query<Agendavraag>, QueryRejection>,
) -> Result<Uit<Agenda>, Probleem> {
    let te_ver = || fout("dagen", "0 tot en met 366");
    let Query(Agendavraag { dagen }) = vraag.map_err(|_| te_ver())?;
    let dagen = dagen.unwrap_or(DAGEN);
    if dagen > DAGEN_HOOGSTENS {
        return Err(te_ver());
    }
    let punten = staat.engine.agenda(&wie, dagen, &aanleiding).await;
    let punten = punten.map_err(|fout| Probleem::storing(&fout))?;
    Ok(Uit(Agenda { termijnen: punten.into_iter().map(Into::into).collect() }))
}

/// A message: days and steps, and never what is in a dossier.
#[derive(Serialize, JsonSchema)]
struct Postrij {
    bericht: BerichtId,
    dossier: DossierId,
    /// The day on which it came.
    op: Datum,
    gelezen: bool,
    /// Whose it is, when you act for somebody else.
    namens: Option<AccountId>,
    inhoud: Postbeeld,
}

/// What a message is about.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "soort", rename_all = "snake_case")]
enum Postbeeld {
    /// A step of the law.
    Termijn { termijn: TermijnId, uiterlijk: Datum, trede: i16 },
    /// A step of the protocol of the employer.
    EigenStap { naam: String, uiterlijk: Datum, trede: i16 },
    /// Pieces of the re-integratieverslag that were asked for.
    Stukken { elementen: Vec<Element>, uiterlijk: Datum },
    /// A message to somebody else did not arrive.
    NietBezorgd { bericht: BerichtId },
}

impl From<Postinhoud> for Postbeeld {
    fn from(inhoud: Postinhoud) -> Self {
        match inhoud {
            Postinhoud::Stap { over: Waarover::Termijn(termijn), uiterlijk, trede } => {
                Self::Termijn { termijn, uiterlijk, trede }
            }
            Postinhoud::Stap { over: Waarover::Stap(naam), uiterlijk, trede } => {
                Self::EigenStap { naam, uiterlijk, trede }
            }
            Postinhoud::Stukken { elementen, uiterlijk } => Self::Stukken { elementen, uiterlijk },
            Postinhoud::NietBezorgd { bericht } => Self::NietBezorgd { bericht },
        }
    }
}

impl From<Postbericht> for Postrij {
    fn from(it: Postbericht) -> Self {
        Self {
            bericht: it.id,
            dossier: it.dossier,
            op: it.op,
            gelezen: it.is_gelezen,
            namens: it.voor,
            inhoud: it.inhoud.into(),
        }
    }
}

/// A page of messages.
#[derive(Serialize, JsonSchema)]
struct Postlijst {
    berichten: Vec<Postrij>,
    /// What to ask with `na` for the next page; none when this was the last.
    verder: Option<BerichtId>,
}

/// Which messages.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Postvraag {
    ongelezen: Option<bool>,
    na: Option<Uuid>,
    hoogstens: Option<usize>,
}

async fn geef_postvak(
    State(staat): State<Staat>,
    Ingelogd { wie, .. }: Ingelogd,
    vraag: Result<Query<Postvraag>, QueryRejection>,
) -> Result<Uit<Postlijst>, Probleem> {
    let Query(Postvraag { ongelezen, na, hoogstens }) =
        vraag.map_err(|_| fout("", "een onbekende of onleesbare parameter"))?;
    let aantal = grootte(hoogstens)?.regels();
    let alle = staat.engine.postvak(&wie).await?;
    let begin = match na {
        None => 0,
        // A message stays where it is, also when it was read in between.
        Some(na) => alle.iter().position(|it| it.id.0 == na).map_or(alle.len(), |plek| plek + 1),
    };
    let rest = alle.into_iter().skip(begin);
    let mut rest = rest.filter(|it| !ongelezen.unwrap_or(false) || !it.is_gelezen).peekable();
    let berichten: Vec<Postrij> = rest.by_ref().take(aantal).map(Into::into).collect();
    let verder = rest.peek().and(berichten.last()).map(|it| it.bericht);
    Ok(Uit(Postlijst { berichten, verder }))
}

async fn lees_bericht(
    State(staat): State<Staat>,
    Path(bericht): Path<Uuid>,
    Ingelogd { wie, .. }: Ingelogd,
) -> Result<StatusCode, Probleem> {
    let eigen = staat.engine.postvak(&wie).await?.into_iter().any(|it| it.id.0 == bericht);
    if !eigen {
        return Err(Probleem::van(Soort::NietGevonden));
    }
    let (bericht, op) = (BerichtId(bericht), staat.engine.klok().vandaag());
    let gelezen = Command::LeesBericht(Secties::proces(Gelezen { bericht, op }));
    staat.engine.execute_postvak(&wie, gelezen).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How somebody is told.
#[derive(Serialize, JsonSchema)]
struct Voorkeurenbeeld {
    /// Ways that are not wanted.
    afgemeld: Vec<Kanaal>,
    bundeling: Bundeling,
    /// When nothing is sent, in minutes of the day.
    stille_uren: Option<StilleUren>,
    /// Whether the own calendar has an address.
    agenda_adres: bool,
}

async fn geef_voorkeuren(
    State(staat): State<Staat>,
    Ingelogd { wie, .. }: Ingelogd,
) -> Result<Uit<Voorkeurenbeeld>, Probleem> {
    let keuzes = staat.engine.postkeuzes(&wie).await?;
    let gekozen = keuzes.voorkeuren;
    Ok(Uit(Voorkeurenbeeld {
        afgemeld: gekozen.iter().flat_map(|it| it.afgemeld.iter().copied()).collect(),
        bundeling: gekozen.as_ref().map(|it| it.bundeling).unwrap_or_default(),
        stille_uren: gekozen.and_then(|it| it.stille_uren),
        agenda_adres: keuzes.heeft_agenda,
    }))
}

/// How you want to be told.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Postkeuze {
    /// Ways that are not wanted.
    #[serde(default)]
    afgemeld: Vec<Kanaal>,
    bundeling: Bundeling,
    /// When nothing is sent, in minutes of the day.
    stille_uren: Option<StilleUren>,
}

async fn kies_voorkeuren(
    staat: Staat,
    Ingelogd { wie, .. }: Ingelogd,
    Postkeuze { afgemeld, bundeling, stille_uren }: Postkeuze,
) -> Result<StatusCode, Probleem> {
    // Every choice is a document of its own: going back to an earlier one is a new choice.
    let (stuk, afgemeld) = (StukId(nieuw_id()), afgemeld.into_iter().collect());
    let keuze = Voorkeuren { stuk, afgemeld, bundeling, stille_uren };
    staat.engine.execute_postvak(&wie, Command::KiesVoorkeuren(Secties::proces(keuze))).await?;
    Ok(StatusCode::NO_CONTENT)
}
