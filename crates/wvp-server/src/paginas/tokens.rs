//! Tokens for programs that act for whoever is logged in: which there are, a new one, and withdrawing one.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;
use wvp_domain::Datum;
use wvp_domain::bevoegdheid::inlog::{Reikwijdte, TokenId};
use wvp_engine::{ExecuteError, InlogFout, Tokenaanvraag, Tokenregel};
use wvp_paginas::account::{Tokenblad, Tokenvelden};
use wvp_paginas::inloggen::Nee;
use wvp_paginas::tabel::{Cel, Tabel, Tabelblad};
use wvp_paginas::{Melding, Taal, functie_van_woorden};

use super::bezoek::{Bezoek, VanHier, Velden};
use super::{Blad, Mis, naar_met};
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::wacht::InSessie;

const HIER: &str = "/account/tokens";
/// A token lasts a year at most; a quarter is long enough to begin with.
const DAGEN: i32 = 90;

pub(super) async fn toon(State(staat): State<Staat>, bezoek: Bezoek) -> Result<Blad, Mis> {
    let velden = Tokenvelden {
        naam: String::new(),
        alleen_lezen: true,
        tot_en_met: staat.engine.klok().vandaag().plus(DAGEN).to_string(),
    };
    Ok(Blad::van(&blad(&staat, &bezoek, velden, None).await?))
}

async fn blad(
    staat: &Staat,
    bezoek: &Bezoek,
    velden: Tokenvelden,
    nee: Option<Nee>,
) -> Result<Tokenblad, Mis> {
    let tokens = staat.engine.tokens(bezoek.wie.account).await;
    let tokens = tokens.map_err(|fout| Probleem::storing(&fout))?;
    let tabel = tabel(bezoek.taal(), &tokens);
    Ok(Tokenblad { k: bezoek.kader(), nee, tabel, velden })
}

fn tabel(t: Taal, tokens: &[Tokenregel]) -> Tabel {
    let rij = |it: &Tokenregel| {
        let reikwijdte = match it.reikwijdte {
            Reikwijdte::Lezen => "token-lezen",
            Reikwijdte::LezenEnSchrijven => "token-lezen-en-schrijven",
        };
        vec![
            Cel::tekst(it.naam.clone()),
            Cel::tekst(functie_van_woorden(t, &it.lezer)),
            Cel::tekst(t.zeg(reikwijdte)),
            Cel::tekst(it.tot_en_met.voluit()),
            Cel::knop(format!("{HIER}/{}/intrekken", it.id.0), t.zeg("token-trek-in")),
        ]
    };
    let kop = ["token-naam", "account-functie", "token-mag", "tot-en-met-kop", "actie"];
    Tabel {
        titel: t.zeg("tokens-van-u"),
        kop: kop.map(|it| t.zeg(it)).to_vec(),
        rijen: tokens.iter().map(rij).collect(),
        leeg: t.zeg("tokens-geen"),
    }
}

/// The secret is on this page and nowhere else.
pub(super) async fn geef(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    sessie: InSessie,
    velden: Velden,
) -> Result<Response, Mis> {
    let ingevuld = Tokenvelden {
        naam: velden.tekst("naam").to_owned(),
        alleen_lezen: velden.tekst("mag") != "lezen_en_schrijven",
        tot_en_met: velden.tekst("tot_en_met").to_owned(),
    };
    let t = bezoek.taal();
    match staat.engine.eis_pas_ingelogd(&sessie.geheim).await {
        Err(fout @ InlogFout::TeLangGeleden) => {
            let nee = Nee { zin: fout.to_string(), veld: "naam" };
            return opnieuw(&staat, &bezoek, ingevuld, nee).await;
        }
        anders => anders?,
    }
    let uitkomst = match aanvraag(&ingevuld) {
        Ok(aanvraag) => staat.engine.geef_token(&bezoek.wie, aanvraag).await,
        Err(veld) => {
            let nee = Nee { zin: t.zeg(&format!("token-{veld}-nodig")), veld };
            return opnieuw(&staat, &bezoek, ingevuld, nee).await;
        }
    };
    match uitkomst {
        Ok(geheim) => {
            let blad = Tabelblad {
                titel: t.zeg("token-nieuw"),
                uitleg: vec![t.zeg("token-getoond"), geheim.toon().to_owned()],
                knoppen: vec![(HIER.to_owned(), t.zeg("terug"))],
                tabellen: vec![],
                k: bezoek.kader(),
            };
            Ok(Blad::van(&blad).into_response())
        }
        Err(ExecuteError::InlogGeweigerd(regel)) => {
            let nee = Nee { zin: regel.to_string(), veld: "tot_en_met" };
            opnieuw(&staat, &bezoek, ingevuld, nee).await
        }
        Err(fout) => Err(fout.into()),
    }
}

async fn opnieuw(
    staat: &Staat,
    bezoek: &Bezoek,
    velden: Tokenvelden,
    nee: Nee,
) -> Result<Response, Mis> {
    let blad = blad(staat, bezoek, velden, Some(nee)).await?;
    Ok(Blad::met(StatusCode::BAD_REQUEST, &blad).into_response())
}

/// What is asked for, or the field that is still to be filled in.
fn aanvraag(velden: &Tokenvelden) -> Result<Tokenaanvraag, &'static str> {
    if velden.naam.is_empty() {
        return Err("naam");
    }
    let tot_en_met: Datum = velden.tot_en_met.parse().map_err(|_| "tot_en_met")?;
    let reikwijdte =
        if velden.alleen_lezen { Reikwijdte::Lezen } else { Reikwijdte::LezenEnSchrijven };
    Ok(Tokenaanvraag { naam: velden.naam.clone(), reikwijdte, tot_en_met })
}

pub(super) async fn trek_in(
    State(staat): State<Staat>,
    Path(token): Path<Uuid>,
    bezoek: Bezoek,
    _: VanHier,
) -> Result<Response, Mis> {
    staat.engine.trek_token_in(&bezoek.wie, TokenId(token)).await?;
    Ok(naar_met(HIER, Melding::Beeindigd))
}
