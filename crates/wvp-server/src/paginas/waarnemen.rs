//! Who acts for somebody who is away: the own account, and for who plans that of a colleague. Who is away arranges it,
//! or the planner.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde_json::json;
use uuid::Uuid;
use wvp_domain::bevoegdheid::waarneming::{Dossiers, Waarneming};
use wvp_domain::{AccountId, Datum};
use wvp_engine::{Collega, Dossiervraag, Geldend, Grootte, Standsoort};
use wvp_paginas::account::Account;
use wvp_paginas::formulier::Verwijzingen;
use wvp_paginas::tabel::{Cel, Tabel, Tabelblad};
use wvp_paginas::thuis::Thuis;

use super::bezoek::{Bezoek, Velden};
use super::daad::{Plek, WelkRecht};
use super::functie::hoeden;
use super::verwijzingen::{collegas, functies_in_woorden};
use super::{Blad, Mis};
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;

/// What acts on an account are about.
const ACCOUNT: &str = "/v1/accounts/{account}";
/// Arranges that somebody acts.
const REGEL: &str = "waarnemingen";
/// Ends it.
const BEEINDIG: &str = "beeindigde-waarnemingen";
/// How many of the own dossiers a form names at most.
const DOSSIERS_MAX: usize = 200;

/// The own account: as whom somebody works, and who acts for them.
pub(super) async fn eigen_account(State(staat): State<Staat>, bezoek: Bezoek) -> Result<Blad, Mis> {
    let (account, t) = (bezoek.wie.account, bezoek.taal());
    let hoeden = hoeden(&staat, account).await?;
    let waarneming = if regelt_zelf(&bezoek) {
        let collegas = collegas(&staat, &bezoek).await?;
        let tabel = tabel(&staat, &bezoek, account, &collegas, t.zeg("waarneming-voor-u")).await?;
        let regel = format!("/waarnemingen/{}/vastleggen/{REGEL}", account.0);
        Some((tabel, kan_waarnemen(&collegas, account).next().map(|_| regel)))
    } else {
        None
    };
    Ok(Blad::van(&Account {
        k: bezoek.kader(),
        nummer: account.0.to_string(),
        wisselt: hoeden.len() > 1,
        waarneming,
    }))
}

/// An employee has nobody who acts for them, and who acts for another hands nothing on.
fn regelt_zelf(bezoek: &Bezoek) -> bool {
    Thuis::van(bezoek.wie.lezer) != Thuis::Eigen && bezoek.wie.sessie.waarneming_voor().is_none()
}

/// Who acts for a colleague, for who plans.
pub(super) async fn toon(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    let (account, t) = (AccountId(id), bezoek.taal());
    let collegas = collegas(&staat, &bezoek).await?;
    let tabel = tabel(&staat, &bezoek, account, &collegas, t.zeg("waarneming-nu")).await?;
    let kan = kan_waarnemen(&collegas, account).next().is_some();
    let regel = || (format!("/waarnemingen/{id}/vastleggen/{REGEL}"), t.zeg("waarneming-regel"));
    Ok(Blad::van(&Tabelblad {
        titel: t.met("waarneming-van", &naam_van(&collegas, account)),
        uitleg: vec![t.zeg(if kan { "waarneming-uitleg" } else { "waarneming-niemand" })],
        knoppen: kan.then(regel).into_iter().collect(),
        tabellen: vec![tabel],
        k: bezoek.kader(),
    }))
}

/// Who acts holds a function of who is away.
fn kan_waarnemen(collegas: &[Collega], voor: AccountId) -> impl Iterator<Item = &Collega> {
    let afwezig = collegas.iter().find(|it| it.account == voor);
    let functies = afwezig.map_or(&[][..], |it| it.functies.as_slice());
    let anderen = collegas.iter().filter(move |it| it.account != voor);
    anderen.filter(move |it| it.functies.iter().any(|een| functies.contains(een)))
}

/// The name of a colleague; of somebody else the number.
pub(super) fn naam_van(collegas: &[Collega], account: AccountId) -> String {
    let collega = collegas.iter().find(|it| it.account == account);
    collega.map_or_else(|| account.0.to_string(), |it| it.naam.clone())
}

/// What is arranged for an account, with how to end it.
async fn tabel(
    staat: &Staat,
    bezoek: &Bezoek,
    voor: AccountId,
    collegas: &[Collega],
    titel: String,
) -> Result<Tabel, Mis> {
    let t = bezoek.taal();
    let alle = staat.engine.waarnemers(&bezoek.wie, voor).await?;
    let rij = |it: &Geldend<Waarneming>| {
        let einde =
            format!("/waarnemingen/{}/vastleggen/{BEEINDIG}?recht={}", voor.0, it.recht.stuk.0);
        let welke = match &it.recht.dossiers {
            Dossiers::Alle => t.zeg("woord-alle"),
            Dossiers::Genoemd(deze) => t.aantal("waarneming-dossiers", deze.len()),
        };
        vec![
            Cel::tekst(naam_van(collegas, it.recht.door)),
            Cel::tekst(it.geldig.van.voluit()),
            Cel::tekst(it.geldig.tot_en_met.map_or_else(String::new, Datum::voluit)),
            Cel::tekst(welke),
            Cel::link(einde, t.zeg("beeindig")),
        ]
    };
    let kop = ["waarneming-wie", "vanaf-kop", "tot-en-met-kop", "menu-dossiers", "actie"];
    Ok(Tabel {
        titel,
        kop: kop.map(|it| t.zeg(it)).to_vec(),
        rijen: alle.iter().map(rij).collect(),
        leeg: t.zeg("waarneming-geen"),
    })
}

pub(super) async fn formulier(
    State(staat): State<Staat>,
    Path((id, woord)): Path<(Uuid, String)>,
    bezoek: Bezoek,
    Query(begin): Query<WelkRecht>,
) -> Result<Blad, Mis> {
    plek(&staat, &bezoek, (id, &woord), begin.nummer()).await?.toon(&staat, &bezoek).await
}

pub(super) async fn leg_vast(
    State(staat): State<Staat>,
    Path((id, woord)): Path<(Uuid, String)>,
    bezoek: Bezoek,
    velden: Velden,
) -> Result<Response, Mis> {
    plek(&staat, &bezoek, (id, &woord), None).await?.leg_vast(&staat, &bezoek, &velden).await
}

/// The form of an act on who acts for an account; of any other act this door knows nothing.
async fn plek<'a>(
    staat: &Staat,
    bezoek: &Bezoek,
    (id, woord): (Uuid, &'a str),
    recht: Option<Uuid>,
) -> Result<Plek<'a>, Mis> {
    let (voor, t) = (AccountId(id), bezoek.taal());
    let vandaag = staat.engine.klok().vandaag();
    let (collegas, is_eigen) = (collegas(staat, bezoek).await?, bezoek.wie.account == voor);
    // Whoever may not know who acts there arranges nothing either.
    let nu = staat.engine.waarnemers(&bezoek.wie, voor).await?;
    let verwijzingen = match woord {
        REGEL => {
            let wie = kan_waarnemen(&collegas, voor).map(|it| {
                let functies = functies_in_woorden(t, it.functies.iter().map(String::as_str));
                (it.account.0.to_string(), format!("{} ({functies})", it.naam))
            });
            let mut alle = BTreeMap::from([("AccountId", wie.collect())]);
            if is_eigen {
                alle.extend(eigen_dossiers(staat, bezoek).await?);
            }
            alle
        }
        BEEINDIG => {
            let welke = nu.iter().map(|it| {
                let van = it.geldig.van.voluit();
                (
                    it.recht.stuk.0.to_string(),
                    format!("{}, {van}", naam_van(&collegas, it.recht.door)),
                )
            });
            BTreeMap::from([("StukId", welke.collect())])
        }
        _ => return Err(Probleem::van(Soort::NietGevonden).into()),
    };
    let terug = if is_eigen {
        ("/account".to_owned(), t.zeg("account"))
    } else {
        (format!("/waarnemingen/{id}"), t.met("waarneming-van", &naam_van(&collegas, voor)))
    };
    Ok(Plek {
        pad: ACCOUNT,
        woord,
        id,
        adres: format!("/waarnemingen/{id}/vastleggen/{woord}"),
        terug,
        begin: json!({ "a": {
            "recht": recht, "per": vandaag, "geldig": { "van": vandaag }, "dossiers": "alle",
        } }),
        vast: vec![],
        verwijzingen,
    })
}

/// The dossiers of who is away, to choose some of.
async fn eigen_dossiers(staat: &Staat, bezoek: &Bezoek) -> Result<Verwijzingen, Mis> {
    let grootte = Grootte::try_new(DOSSIERS_MAX).map_err(|fout| Probleem::storing(&fout))?;
    let stand = Some(Standsoort::Lopend);
    let vraag = Dossiervraag { stand, grootte, ..Dossiervraag::default() };
    let dossiers = staat.engine.dossiers(&bezoek.wie, &vraag, &bezoek.aanleiding).await;
    let dossiers = dossiers.map_err(|fout| Probleem::storing(&fout))?;
    let regel = dossiers.regels.into_iter().map(|it| (it.dossier.0.to_string(), it.naam));
    Ok(BTreeMap::from([("DossierId", regel.collect())]))
}
