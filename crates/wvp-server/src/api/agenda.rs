//! The own calendar behind a secret address, for programs that show calendars. Whoever has the address reads days and
//! steps, and never whose they are.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;
use wvp_domain::postvak::{Agenda, AgendaEinde, Command};
use wvp_domain::{Secties, StukId};
use wvp_engine::{Gebruiker, nieuw_id};
use wvp_kanalen::agenda::{AgendaInstelling, Ingang, MEDIATYPE, feed};
use wvp_kanalen::geheim::{Geheim, Geheimhash};

use super::gedeeld::tekst;
use crate::eindpunt::{Eindpunt, Parameter, Waar};
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::Ingelogd;

const GROEP: &str = "Postvak en agenda";

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    let geheim = Parameter {
        naam: "geheim",
        waar: Waar::Pad,
        uitleg: "Het geheim uit het adres",
        schema: tekst(""),
    };
    let alle = [
        Eindpunt::post("/v1/agenda/adressen", open)
            .heet("openAgenda", "Maak een geheim adres voor uw agenda; een eerder adres vervalt")
            .geeft::<Adres>(201, "Het adres, één keer getoond"),
        Eindpunt::delete("/v1/agenda/adressen/huidige", sluit)
            .heet("sluitAgenda", "Trek het adres van uw agenda in")
            .leeg(204, "Ingetrokken")
            .weigert(409, "Er is geen adres om in te trekken"),
        Eindpunt::get("/v1/agenda-feeds/{geheim}", geef)
            .heet("leesAgendaFeed", "De agenda achter een geheim adres, als iCalendar")
            .open()
            .met(geheim)
            .geeft_bestand(200, "De agenda: dagen en stappen, zonder namen", &["text/calendar"])
            .leeg(404, "Dit adres bestaat niet (meer)"),
    ];
    alle.into_iter().map(|eindpunt| eindpunt.onder(GROEP)).collect()
}

/// Where the calendar is.
#[derive(Serialize, JsonSchema)]
struct Adres {
    /// Below the address of this installation.
    adres: String,
}

/// An installation that hands out no calendars has no such address.
fn instelling(staat: &Staat) -> Result<&AgendaInstelling, Probleem> {
    let agenda = staat.instellingen.agenda.as_ref();
    agenda.ok_or_else(|| Probleem::van(Soort::NietGevonden))
}

async fn open(
    State(staat): State<Staat>,
    Ingelogd { wie, .. }: Ingelogd,
) -> Result<Response, Probleem> {
    let adres = open_agenda(&staat, &wie).await?;
    Ok((StatusCode::CREATED, Uit(Adres { adres })).into_response())
}

/// Opens the own calendar and gives its address on this server. The secret is shown once; what is kept of it opens
/// nothing.
pub(crate) async fn open_agenda(staat: &Staat, wie: &Gebruiker) -> Result<String, Probleem> {
    instelling(staat)?;
    let geheim = Geheim::nieuw();
    let feit = Agenda { stuk: StukId(nieuw_id()), hash: geheim.hash().bytes() };
    staat.engine.execute_postvak(wie, Command::OpenAgenda(Secties::proces(feit))).await?;
    Ok(format!("/v1/agenda-feeds/{}", *geheim.toon()))
}

async fn sluit(
    State(staat): State<Staat>,
    Ingelogd { wie, .. }: Ingelogd,
) -> Result<StatusCode, Probleem> {
    sluit_agenda(&staat, &wie).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends the address of the own calendar.
pub(crate) async fn sluit_agenda(staat: &Staat, wie: &Gebruiker) -> Result<(), Probleem> {
    let feit = AgendaEinde { stuk: StukId(nieuw_id()) };
    staat.engine.execute_postvak(wie, Command::SluitAgenda(Secties::proces(feit))).await?;
    Ok(())
}

async fn geef(
    State(staat): State<Staat>,
    Path(geheim): Path<String>,
) -> Result<Response, Probleem> {
    let instelling = instelling(&staat)?;
    let hash = Geheimhash::van(&geheim).ok_or_else(|| Probleem::van(Soort::NietGevonden))?;
    let regels = staat.engine.agenda_achter(&hash.bytes()).await;
    let regels = regels.map_err(|fout| Probleem::storing(&fout))?;
    let regels = regels.ok_or_else(|| Probleem::van(Soort::NietGevonden))?;
    let ingangen: Vec<Ingang> = regels.iter().map(Ingang::from).collect();
    let soort = [(header::CONTENT_TYPE, HeaderValue::from_static(MEDIATYPE))];
    Ok((soort, feed(instelling, &ingangen)).into_response())
}
