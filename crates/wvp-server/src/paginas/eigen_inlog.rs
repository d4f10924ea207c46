//! How somebody logs in and where they are logged in: what the API does for one's own session, as a page.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use uuid::Uuid;
use wvp_domain::StukId;
use wvp_engine::{Factor, InlogFout};
use wvp_paginas::account::EigenInlog;
use wvp_paginas::inloggen::{Herstelcodes, Nee};
use wvp_paginas::tabel::{Cel, Tabel};
use wvp_paginas::{Melding, Taal};

use super::bezoek::{Bezoek, Bezoeker, Velden};
use super::elders::naar_elders;
use super::inloggen::{aanbieders, stel_in, wacht_even, zonder_spaties};
use super::{Blad, Mis, naar_met};
use crate::api::begin_koppeling;
use crate::staat::Staat;
use crate::wacht::{AANBIEDER, Herkomst, InSessie, SESSIE, vergeet, wis_bewaard, zet};

const HIER: &str = "/account/inlog";

/// What came of linking another party.
#[derive(Deserialize)]
pub(super) struct Vraag {
    /// `nee` for who comes back from there in vain.
    #[serde(default)]
    koppelen: String,
}

pub(super) async fn toon(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    sessie: InSessie,
    Query(vraag): Query<Vraag>,
) -> Result<Blad, Mis> {
    let zin = || bezoek.taal().zeg("inlog-koppelen-nee");
    let nee = (vraag.koppelen == "nee").then(|| Nee { zin: zin(), veld: "koppelingen" });
    Ok(Blad::van(&blad(&staat, &bezoek, &sessie, nee).await?))
}

async fn blad(
    staat: &Staat,
    bezoek: &Bezoek,
    sessie: &InSessie,
    nee: Option<Nee>,
) -> Result<EigenInlog, Mis> {
    let elders = aanbieders(staat);
    let koppelingen = if elders.is_empty() {
        None
    } else {
        Some(koppelingen(staat, bezoek.taal(), sessie).await?)
    };
    Ok(EigenInlog {
        k: bezoek.kader(),
        nee,
        sessies: staat.engine.sessies(&sessie.geheim).await?,
        tweede_factor: sessie.toegelaten.tweede_factor,
        koppelingen,
        elders,
    })
}

/// The other parties that are linked, with how to undo it.
async fn koppelingen(staat: &Staat, t: Taal, sessie: &InSessie) -> Result<Tabel, Mis> {
    let alle = staat.engine.koppelingen(&sessie.geheim).await?;
    let los = |stuk: StukId| {
        Cel::knop(format!("{HIER}/koppelingen/{}", stuk.0), t.zeg("inlog-ontkoppel"))
    };
    Ok(Tabel {
        titel: t.zeg("inlog-koppelingen"),
        kop: ["inlog-uitgever", "actie"].map(|it| t.zeg(it)).to_vec(),
        rijen: alle.into_iter().map(|it| vec![Cel::tekst(it.uitgever), los(it.stuk)]).collect(),
        leeg: t.zeg("inlog-koppelingen-geen"),
    })
}

/// The page again, with what did not go well; other errors are pages of their own.
async fn nee(
    staat: &Staat,
    (bezoek, sessie): (&Bezoek, &InSessie),
    fout: InlogFout,
    (veld, klopt_niet): (&'static str, &str),
) -> Result<Response, Mis> {
    let t = bezoek.taal();
    let (status, zin, veld) = match fout {
        InlogFout::Onjuist => (StatusCode::BAD_REQUEST, t.zeg(klopt_niet), veld),
        InlogFout::Wachtwoord(nee) => (StatusCode::BAD_REQUEST, nee.to_string(), "nieuw"),
        InlogFout::Wacht { seconden } => {
            (StatusCode::TOO_MANY_REQUESTS, wacht_even(t, seconden), veld)
        }
        fout @ (InlogFout::GeenSessie
        | InlogFout::GeenAccount
        | InlogFout::GeenFunctie
        | InlogFout::WelkeOrganisatie
        | InlogFout::TweedeFactorNodig
        | InlogFout::TeLangGeleden
        | InlogFout::Geweigerd(_)
        | InlogFout::Druk
        | InlogFout::Beheer(_)
        | InlogFout::Cijfer
        | InlogFout::Store(_)) => return Err(fout.into()),
    };
    let blad = blad(staat, bezoek, sessie, Some(Nee { zin, veld })).await?;
    Ok(Blad::met(status, &blad).into_response())
}

pub(super) async fn wachtwoord(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    sessie: InSessie,
    velden: Velden,
) -> Result<Response, Mis> {
    let (oud, nieuw) = (velden.precies("oud"), velden.precies("nieuw"));
    match staat.engine.verander_wachtwoord(&sessie.geheim, oud, nieuw).await {
        Ok(verder) => {
            let mut antwoord = naar_met(HIER, Melding::Gewijzigd);
            zet(antwoord.headers_mut(), SESSIE, verder.toon());
            Ok(antwoord)
        }
        Err(fout) => nee(&staat, (&bezoek, &sessie), fout, ("oud", "inlog-oud-klopt-niet")).await,
    }
}

/// The codes are on this page and nowhere else.
pub(super) async fn herstelcodes(
    State(staat): State<Staat>,
    van: Herkomst,
    bezoek: Bezoek,
    sessie: InSessie,
    velden: Velden,
) -> Result<Response, Mis> {
    let code = zonder_spaties(velden.tekst("code"));
    let factor = Factor::Code(&code);
    match staat.engine.nieuwe_herstelcodes(&sessie.geheim, factor, &van.tekst()).await {
        Ok(codes) => {
            let codes = codes.iter().map(|it| it.toon().to_owned()).collect();
            let verder = HIER.to_owned();
            Ok(Blad::van(&Herstelcodes { k: bezoek.kader(), codes, verder }).into_response())
        }
        Err(fout) => nee(&staat, (&bezoek, &sessie), fout, ("code", "inlog-code-klopt-niet")).await,
    }
}

/// Takes the second factor away and sets up a new one at once: whoever stops halfway does that at the next log-in.
pub(super) async fn toestel(
    State(staat): State<Staat>,
    van: Herkomst,
    (bezoeker, bezoek): (Bezoeker, Bezoek),
    sessie: InSessie,
    velden: Velden,
) -> Result<Response, Mis> {
    let bewijs = zonder_spaties(velden.tekst("bewijs"));
    let is_van_de_app = bewijs.len() == CIJFERS && bewijs.bytes().all(|it| it.is_ascii_digit());
    let factor = if is_van_de_app { Factor::Code(&bewijs) } else { Factor::Herstelcode(&bewijs) };
    match staat.engine.vervang_tweede_factor(&sessie.geheim, factor, &van.tekst()).await {
        Ok(vervolg) => {
            let mut antwoord = stel_in(&staat, &bezoeker, &vervolg, HIER).await?;
            vergeet(antwoord.headers_mut(), SESSIE);
            Ok(antwoord)
        }
        Err(fout) => {
            nee(&staat, (&bezoek, &sessie), fout, ("bewijs", "inlog-code-klopt-niet")).await
        }
    }
}

/// Digits of a code from an app.
const CIJFERS: usize = 6;

pub(super) async fn sessie_uit(
    State(staat): State<Staat>,
    Path(nummer): Path<Uuid>,
    sessie: InSessie,
) -> Result<Response, Mis> {
    staat.engine.beeindig_sessie(&sessie.geheim, nummer).await?;
    Ok(naar_met(HIER, Melding::Beeindigd))
}

pub(super) async fn overal_uit(
    State(staat): State<Staat>,
    sessie: InSessie,
) -> Result<Response, Mis> {
    staat.engine.log_overal_uit(&sessie.geheim).await?;
    Ok(uitgelogd())
}

fn uitgelogd() -> Response {
    let mut antwoord = naar_met("/inloggen", Melding::Uitgelogd);
    vergeet(antwoord.headers_mut(), SESSIE);
    vergeet(antwoord.headers_mut(), AANBIEDER);
    wis_bewaard(antwoord.headers_mut());
    antwoord
}

/// Sends the browser to the other party, which sends it back linked.
pub(super) async fn koppel(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    sessie: InSessie,
    velden: Velden,
) -> Result<Response, Mis> {
    let ronde = begin_koppeling(&staat, &sessie, velden.tekst("aanbieder")).await?;
    Ok(naar_elders(bezoek.kader(), ronde))
}

pub(super) async fn ontkoppel(
    State(staat): State<Staat>,
    Path(koppeling): Path<Uuid>,
    sessie: InSessie,
) -> Result<Response, Mis> {
    staat.engine.ontkoppel(&sessie.geheim, StukId(koppeling)).await?;
    Ok(naar_met(HIER, Melding::Beeindigd))
}
