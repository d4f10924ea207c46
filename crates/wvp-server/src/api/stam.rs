//! Master data: employees and employers, as far as who asks may know of them.

use async_trait::async_trait;
use axum::extract::{Path, State};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use wvp_domain::werkgever::{self, Bedrijf};
use wvp_domain::werknemer::{self, Persoon};
use wvp_domain::{WerkgeverId, WerknemerId};
use wvp_engine::{Engine, ExecuteError, Gebruiker, Versiemerk, Werkgeverblad, Werknemerblad};

use super::gedeeld::Gedeeld;
use super::opdrachten::{Onderwerp, rij};
use crate::eindpunt::Eindpunt;
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::Ingelogd;

const GROEP: &str = "Werknemers en werkgevers";
const WERKNEMER: Gedeeld = Gedeeld::nummer("werknemer", "Het nummer van de werknemer");
const WERKGEVER: Gedeeld = Gedeeld::nummer("werkgever", "Het nummer van de werkgever");

/// An employee.
struct Werknemer;

#[async_trait]
impl Onderwerp for Werknemer {
    type Command = werknemer::Command;
    const PAD: &'static str = "/v1/werknemers/{werknemer}";
    const NUMMER: Gedeeld = WERKNEMER;
    const GROEP: &'static str = GROEP;

    async fn voer_uit(
        engine: &Engine,
        wie: &Gebruiker,
        id: Uuid,
        command: werknemer::Command,
        _: Option<Versiemerk>,
    ) -> Result<(), ExecuteError> {
        engine.execute_werknemer(wie, WerknemerId(id), command).await.map(|_| ())
    }
}

/// An employer.
struct Werkgever;

#[async_trait]
impl Onderwerp for Werkgever {
    type Command = werkgever::Command;
    const PAD: &'static str = "/v1/werkgevers/{werkgever}";
    const NUMMER: Gedeeld = WERKGEVER;
    const GROEP: &'static str = GROEP;

    async fn voer_uit(
        engine: &Engine,
        wie: &Gebruiker,
        id: Uuid,
        command: werkgever::Command,
        _: Option<Versiemerk>,
    ) -> Result<(), ExecuteError> {
        engine.execute_werkgever(wie, WerkgeverId(id), command).await.map(|_| ())
    }
}

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![
        rij::<Werknemer, _, _, _, _>(
            "gegevens-werknemer",
            "Schrijf een werknemer in, of wijzig de gegevens",
            werknemer::Command::LegGegevensVast,
        ),
        rij::<Werknemer, _, _, _, _>(
            "burgerservicenummers",
            "Leg het burgerservicenummer vast",
            werknemer::Command::LegBsnVast,
        ),
        rij::<Werkgever, _, _, _, _>(
            "gegevens-werkgever",
            "Schrijf een werkgever in, of wijzig de gegevens",
            werkgever::Command::LegGegevensVast,
        ),
        rij::<Werkgever, _, _, _, _>(
            "protocolversies",
            "Stel een versie van het protocol vast",
            werkgever::Command::StelProtocolVast,
        ),
        Eindpunt::get(Werknemer::PAD, geef_werknemer)
            .heet("leesWerknemer", "Lees een werknemer")
            .onder(GROEP)
            .met(WERKNEMER.parameter())
            .geeft::<Werknemerbeeld>(200, "De werknemer, zo ver u die mag zien"),
        Eindpunt::get("/v1/werkgevers", geef_werkgevers)
            .heet("lijstWerkgevers", "Lijst van de werkgevers waarvoor u werkt")
            .onder(GROEP)
            .geeft::<Werkgeverlijst>(200, "De werkgevers"),
        Eindpunt::get(Werkgever::PAD, geef_werkgever)
            .heet("leesWerkgever", "Lees een werkgever")
            .onder(GROEP)
            .met(WERKGEVER.parameter())
            .geeft::<Werkgeverbeeld>(200, "De werkgever, zo ver u die mag zien"),
        Eindpunt::get("/v1/werkgevers/{werkgever}/werknemers", geef_werknemers)
            .heet("lijstWerknemers", "Lijst van de werknemers van een werkgever")
            .onder(GROEP)
            .met(WERKGEVER.parameter())
            .geeft::<Werknemerlijst>(200, "De werknemers die u mag kennen"),
    ]
}

/// An employee.
#[derive(Serialize, JsonSchema)]
struct Werknemerbeeld {
    werknemer: WerknemerId,
    werkgever: WerkgeverId,
    /// Who it is, if that is open.
    persoon: Option<Persoon>,
    /// The burgerservicenummer, if that is open.
    bsn: Option<String>,
}

impl From<Werknemerblad> for Werknemerbeeld {
    fn from(it: Werknemerblad) -> Self {
        Self { werknemer: it.werknemer, werkgever: it.werkgever, persoon: it.persoon, bsn: it.bsn }
    }
}

/// Employees.
#[derive(Serialize, JsonSchema)]
struct Werknemerlijst {
    werknemers: Vec<Werknemerbeeld>,
}

/// An employer.
#[derive(Serialize, JsonSchema)]
struct Werkgeverbeeld {
    werkgever: WerkgeverId,
    /// Who it is, if that is open.
    bedrijf: Option<Bedrijf>,
}

impl From<Werkgeverblad> for Werkgeverbeeld {
    fn from(it: Werkgeverblad) -> Self {
        Self { werkgever: it.werkgever, bedrijf: it.bedrijf }
    }
}

/// Employers.
#[derive(Serialize, JsonSchema)]
struct Werkgeverlijst {
    werkgevers: Vec<Werkgeverbeeld>,
}

async fn geef_werknemer(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Uit<Werknemerbeeld>, Probleem> {
    let blad = staat.engine.werknemer(&ingelogd.wie, WerknemerId(id), &ingelogd.aanleiding).await?;
    Ok(Uit(blad.into()))
}

async fn geef_werknemers(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Uit<Werknemerlijst>, Probleem> {
    let bladen =
        staat.engine.werknemers(&ingelogd.wie, WerkgeverId(id), &ingelogd.aanleiding).await;
    let bladen = bladen.map_err(|fout| Probleem::storing(&fout))?;
    Ok(Uit(Werknemerlijst { werknemers: bladen.into_iter().map(Into::into).collect() }))
}

async fn geef_werkgever(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Uit<Werkgeverbeeld>, Probleem> {
    let blad = staat.engine.werkgever(&ingelogd.wie, WerkgeverId(id), &ingelogd.aanleiding).await?;
    Ok(Uit(blad.into()))
}

async fn geef_werkgevers(
    State(staat): State<Staat>,
    ingelogd: Ingelogd,
) -> Result<Uit<Werkgeverlijst>, Probleem> {
    let bladen = staat.engine.werkgevers(&ingelogd.wie, &ingelogd.aanleiding).await;
    let bladen = bladen.map_err(|fout| Probleem::storing(&fout))?;
    Ok(Uit(Werkgeverlijst { werkgevers: bladen.into_iter().map(Into::into).collect() }))
}
