//! Master data: employees and employers, as far as who asks may know of them.

use axum::extract::{Path, State};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use wvp_access::kan_schrijven;
use wvp_domain::werkgever::{self, Bedrijf};
use wvp_domain::werknemer::{self, Persoon};
use wvp_domain::{Compartiment, WerkgeverId, WerknemerId};
use wvp_engine::{Werkgeverblad, Werknemerblad};

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

const VAN_WERKNEMER: Onderwerp<werknemer::Command> = Onderwerp {
    pad: "/v1/werknemers/{werknemer}",
    nummer: WERKNEMER,
    groep: GROEP,
    doe: |engine, wie, id, wat, _| {
        Box::pin(
            async move { engine.execute_werknemer(wie, WerknemerId(id), wat).await.map(|_| ()) },
        )
    },
    biedt_aan: |lezer, wat| match wat {
        werknemer::Command::LegGegevensVast(_) => kan_schrijven(lezer, Compartiment::D),
        werknemer::Command::LegBsnVast(_) => kan_schrijven(lezer, Compartiment::ABsn),
    },
};

const VAN_WERKGEVER: Onderwerp<werkgever::Command> = Onderwerp {
    pad: "/v1/werkgevers/{werkgever}",
    nummer: WERKGEVER,
    groep: GROEP,
    doe: |engine, wie, id, wat, _| {
        Box::pin(
            async move { engine.execute_werkgever(wie, WerkgeverId(id), wat).await.map(|_| ()) },
        )
    },
    biedt_aan: |lezer, wat| match wat {
        werkgever::Command::LegGegevensVast(_) => kan_schrijven(lezer, Compartiment::D),
        // It has a page of its own, which asks the engine.
        werkgever::Command::StelProtocolVast(_) => true,
    },
};

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![
        rij(
            &VAN_WERKNEMER,
            "gegevens-werknemer",
            "Schrijf een werknemer in, of wijzig de gegevens",
            werknemer::Command::LegGegevensVast,
        ),
        rij(
            &VAN_WERKNEMER,
            "burgerservicenummers",
            "Leg het burgerservicenummer vast",
            werknemer::Command::LegBsnVast,
        ),
        rij(
            &VAN_WERKGEVER,
            "gegevens-werkgever",
            "Schrijf een werkgever in, of wijzig de gegevens",
            werkgever::Command::LegGegevensVast,
        ),
        rij(
            &VAN_WERKGEVER,
            "protocolversies",
            "Stel een versie van het protocol vast",
            werkgever::Command::StelProtocolVast,
        ),
        Eindpunt::get(VAN_WERKNEMER.pad, geef_werknemer)
            .heet("leesWerknemer", "Lees een werknemer")
            .onder(GROEP)
            .met(WERKNEMER.parameter())
            .geeft::<Werknemerbeeld>(200, "De werknemer, zo ver u die mag zien"),
        Eindpunt::get("/v1/werkgevers", geef_werkgevers)
            .heet("lijstWerkgevers", "Lijst van de werkgevers waarvoor u werkt")
            .onder(GROEP)
            .geeft::<Werkgeverlijst>(200, "De werkgevers"),
        Eindpunt::get(VAN_WERKGEVER.pad, geef_werkgever)
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
