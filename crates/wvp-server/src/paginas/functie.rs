//! As whom somebody works, and logging out.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::Organisatie;
use wvp_engine::{Hoed, Hoedkeuze, InlogFout};
use wvp_paginas::Melding;
use wvp_paginas::inloggen::{Functie, Hoedregel, Nee};

use super::bezoek::{Bezoeker, Velden};
use super::inloggen::eigen_adres;
use super::{Blad, Mis, naar, naar_met};
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::wacht::{AANBIEDER, InSessie, SESSIE, vergeet, wis_bewaard, zet};

/// Where to go afterwards.
#[derive(Deserialize)]
pub(super) struct Verder {
    #[serde(default)]
    verder: String,
}

pub(super) async fn toon(
    State(staat): State<Staat>,
    bezoeker: Bezoeker,
    sessie: InSessie,
    Query(vraag): Query<Verder>,
) -> Result<Response, Mis> {
    let blad = keuze(&staat, &bezoeker, &sessie, eigen_adres(&vraag.verder), None).await?;
    Ok(Blad::van(&blad).into_response())
}

async fn keuze(
    staat: &Staat,
    bezoeker: &Bezoeker,
    sessie: &InSessie,
    verder: &str,
    nee: Option<Nee>,
) -> Result<Functie, Mis> {
    let hoeden = staat.engine.functies(sessie.toegelaten.account).await;
    let hoeden = hoeden.map_err(|fout| Probleem::storing(&fout))?;
    let regel = |it: Hoed| Hoedregel {
        lezer: it.lezer,
        organisatie: it.organisatie.map(|it| nummer(it).to_string()),
        naam: None,
    };
    let hoeden = hoeden.into_iter().map(regel).collect();
    Ok(Functie { k: bezoeker.kader(), hoeden, verder: verder.to_owned(), nee })
}

fn nummer(organisatie: Organisatie) -> Uuid {
    match organisatie {
        Organisatie::Werkgever(id) => id.0,
        Organisatie::Overig(id) => id.0,
    }
}

pub(super) async fn kies(
    State(staat): State<Staat>,
    bezoeker: Bezoeker,
    sessie: InSessie,
    velden: Velden,
) -> Result<Response, Mis> {
    let verder = eigen_adres(velden.tekst("verder"));
    let hoeden = staat.engine.functies(sessie.toegelaten.account).await;
    let hoeden = hoeden.map_err(|fout| Probleem::storing(&fout))?;
    let gekozen = hoeden.iter().find(|it| is(it, velden.tekst("hoed")));
    let uitkomst = match gekozen {
        Some(hoed) => {
            let keuze = Hoedkeuze { organisatie: hoed.organisatie, ..hoed.lezer.into() };
            staat.engine.kies_hoed(&sessie.geheim, keuze).await
        }
        None => Err(InlogFout::GeenFunctie),
    };
    match uitkomst {
        Ok(nieuw) => {
            let mut antwoord = naar(verder);
            zet(antwoord.headers_mut(), SESSIE, nieuw.toon());
            Ok(antwoord)
        }
        Err(
            InlogFout::GeenFunctie | InlogFout::WelkeOrganisatie | InlogFout::TweedeFactorNodig,
        ) => {
            let nee = Nee { zin: bezoeker.taal.zeg("functie-kan-niet"), veld: "inhoud" };
            let blad = self::keuze(&staat, &bezoeker, &sessie, verder, Some(nee)).await?;
            Ok(Blad::met(StatusCode::FORBIDDEN, &blad).into_response())
        }
        Err(fout) => Err(fout.into()),
    }
}

/// Whether a button stands for this hat: function, and the organisation when there is one.
fn is(hoed: &Hoed, waarde: &str) -> bool {
    let (functie, organisatie) = waarde.split_once(' ').unwrap_or((waarde, ""));
    let (partij, naam) = functie.split_once('/').unwrap_or((functie, ""));
    let waar = hoed.organisatie.map(|it| nummer(it).to_string()).unwrap_or_default();
    Lezer::zoek(partij, naam).is_ok_and(|it| it == hoed.lezer) && waar == organisatie
}

pub(super) async fn log_uit(State(staat): State<Staat>, sessie: InSessie) -> Result<Response, Mis> {
    staat.engine.log_uit(&sessie.geheim).await.map_err(|fout| Probleem::storing(&fout))?;
    let mut antwoord = naar_met("/inloggen", Melding::Uitgelogd);
    vergeet(antwoord.headers_mut(), SESSIE);
    vergeet(antwoord.headers_mut(), AANBIEDER);
    wis_bewaard(antwoord.headers_mut());
    Ok(antwoord)
}
