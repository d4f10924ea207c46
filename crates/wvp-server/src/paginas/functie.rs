//! As whom somebody works, and logging out.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use uuid::Uuid;
use wvp_domain::AccountId;
use wvp_domain::bevoegdheid::Organisatie;
use wvp_engine::{Hoedkeuze, InlogFout};
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

/// Every way to work that somebody can choose today: the own functions, and for who is away.
pub(super) async fn hoeden(
    staat: &Staat,
    account: AccountId,
) -> Result<Vec<(Hoedkeuze, Option<String>)>, Mis> {
    let storing = |fout| Probleem::storing(&fout);
    let eigen = staat.engine.functies(account).await.map_err(storing)?;
    let namens = staat.engine.hoeden_namens(account).await.map_err(storing)?;
    Ok(eigen.into_iter().map(|it| (it.into(), None)).chain(namens).collect())
}

async fn keuze(
    staat: &Staat,
    bezoeker: &Bezoeker,
    sessie: &InSessie,
    verder: &str,
    nee: Option<Nee>,
) -> Result<Functie, Mis> {
    let iemand = || bezoeker.taal.zeg("functie-namens-iemand");
    let regel = |(hoed, naam): (Hoedkeuze, Option<String>)| Hoedregel {
        lezer: hoed.lezer,
        waarde: waarde(&hoed),
        namens: hoed.namens.map(|_| naam.unwrap_or_else(iemand)),
    };
    let hoeden = hoeden(staat, sessie.toegelaten.account).await?;
    let hoeden = hoeden.into_iter().map(regel).collect();
    Ok(Functie { k: bezoeker.kader(), hoeden, verder: verder.to_owned(), nee })
}

/// What the button of a hat sends.
fn waarde(hoed: &Hoedkeuze) -> String {
    let organisatie = hoed.organisatie.map(|it| nummer(it).to_string());
    let namens = hoed.namens.map(|it| it.0.to_string());
    let nummers = [organisatie, namens].into_iter().flatten();
    [hoed.lezer.to_string()].into_iter().chain(nummers).collect::<Vec<_>>().join(" ")
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
    let hoeden = hoeden(&staat, sessie.toegelaten.account).await?;
    let gekozen = hoeden.into_iter().find(|(it, _)| waarde(it) == velden.tekst("hoed"));
    let uitkomst = match gekozen {
        Some((hoed, _)) => staat.engine.kies_hoed(&sessie.geheim, hoed).await,
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

pub(super) async fn log_uit(State(staat): State<Staat>, sessie: InSessie) -> Result<Response, Mis> {
    staat.engine.log_uit(&sessie.geheim).await.map_err(|fout| Probleem::storing(&fout))?;
    let mut antwoord = naar_met("/inloggen", Melding::Uitgelogd);
    vergeet(antwoord.headers_mut(), SESSIE);
    vergeet(antwoord.headers_mut(), AANBIEDER);
    wis_bewaard(antwoord.headers_mut());
    Ok(antwoord)
}
