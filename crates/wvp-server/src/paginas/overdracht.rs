//! Handing over several dossiers at once to a colleague with the same function.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;
use wvp_domain::{AccountId, DossierId, StukId};
use wvp_engine::{Dossiervraag, Grootte, Overdracht, Standsoort, Voorraad, nieuw_id};
use wvp_paginas::Melding;
use wvp_paginas::overdracht::Overdrachtblad;

use super::bezoek::{Bezoek, Velden};
use super::namen::namen_van_werkgevers;
use super::vastleggen::fouten;
use super::{Blad, Mis, naar_met};
use crate::probleem::Probleem;
use crate::staat::Staat;

/// How many dossiers there are to choose from.
const HOOGSTENS: usize = 200;

pub(super) async fn toon(State(staat): State<Staat>, bezoek: Bezoek) -> Result<Blad, Mis> {
    Ok(Blad::van(&blad(&staat, &bezoek, Gekozen::default()).await?))
}

/// What was chosen, and why it could not be.
#[derive(Default)]
struct Gekozen {
    dossiers: BTreeSet<DossierId>,
    naar: Option<AccountId>,
    nee: Option<String>,
}

async fn blad(staat: &Staat, bezoek: &Bezoek, gekozen: Gekozen) -> Result<Overdrachtblad, Mis> {
    let (wie, aanleiding) = (&bezoek.wie, &bezoek.aanleiding);
    let grootte = Grootte::try_new(HOOGSTENS).map_err(|fout| Probleem::storing(&fout))?;
    let stand = Some(Standsoort::Lopend);
    let vraag = Dossiervraag { stand, grootte, ..Dossiervraag::default() };
    let dossiers = staat.engine.dossiers(wie, &vraag, aanleiding).await;
    let dossiers = dossiers.map_err(|fout| Probleem::storing(&fout))?;
    let collegas = staat.engine.collegas(wie, aanleiding).await;
    let collegas = collegas.map_err(|fout| Probleem::storing(&fout))?;
    let lezer = wie.lezer.to_string();
    let welke = dossiers.regels.iter().map(|it| it.werkgever).collect();
    let zelfde = collegas.into_iter().filter(|it| it.account != wie.account);
    Ok(Overdrachtblad {
        k: bezoek.kader(),
        regels: dossiers.regels,
        werkgevers: namen_van_werkgevers(staat, bezoek, &welke).await?,
        collegas: zelfde
            .filter(|it| it.functies.contains(&lezer))
            .map(|it| (it.account, it.naam))
            .collect(),
        gekozen: gekozen.dossiers,
        naar: gekozen.naar,
        nee: gekozen.nee,
    })
}

pub(super) async fn draag_over(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    velden: Velden,
) -> Result<Response, Mis> {
    let nummers = velden.alle().iter().filter(|(naam, _)| naam == "dossier");
    let nummers = nummers.filter_map(|(_, waarde)| Uuid::parse_str(waarde).ok());
    let dossiers: BTreeSet<DossierId> = nummers.map(DossierId).collect();
    let naar = Uuid::parse_str(velden.tekst("naar")).ok().map(AccountId);
    let t = bezoek.taal();
    let nee = match naar {
        _ if dossiers.is_empty() => t.zeg("overdracht-geen-dossier"),
        None => t.zeg("overdracht-geen-collega"),
        Some(naar) => {
            let (van, lezer) = (bezoek.wie.account, bezoek.wie.lezer);
            let overdracht = Overdracht { stuk: StukId(nieuw_id()), van, naar, lezer };
            let voorraad = Voorraad::Deze(&dossiers);
            match staat.engine.draag_voorraad_over(&bezoek.wie, overdracht, voorraad).await {
                Ok(0) => t.zeg("overdracht-niets"),
                Ok(_) => return Ok(naar_met("/overdracht", Melding::Overgedragen)),
                Err(fout) => {
                    let zinnen = fouten(fout.into())?.into_iter().map(|(_, zin)| zin);
                    zinnen.collect::<Vec<_>>().join(" ")
                }
            }
        }
    };
    let blad = blad(&staat, &bezoek, Gekozen { dossiers, naar, nee: Some(nee) }).await?;
    Ok(Blad::met(StatusCode::BAD_REQUEST, &blad).into_response())
}
