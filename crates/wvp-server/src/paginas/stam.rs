//! Employers with their people, reporting somebody ill, and what an employee agreed to.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;
use wvp_domain::bevoegdheid::toestemming::Toestemming;
use wvp_domain::{Datum, WerkgeverId, WerknemerId};
use wvp_engine::{Dossierregel, Dossiervraag, Geldend, Werknemerblad};
use wvp_paginas::Taal;
use wvp_paginas::formulier::Verwijzingen;
use wvp_paginas::tabel::{Cel, Tabel, Tabelblad};

use super::bezoek::{Bezoek, Velden};
use super::daad::Plek;
use super::{Blad, Mis};
use crate::probleem::Probleem;
use crate::staat::Staat;

/// What the report of illness is about: a dossier that does not exist yet.
const DOSSIER: &str = "/v1/dossiers/{dossier}";
const WERKNEMER: &str = "/v1/werknemers/{werknemer}";

pub(super) async fn werkgevers(State(staat): State<Staat>, bezoek: Bezoek) -> Result<Blad, Mis> {
    let alle = staat.engine.werkgevers(&bezoek.wie, &bezoek.aanleiding).await;
    let alle = alle.map_err(|fout| Probleem::storing(&fout))?;
    let t = bezoek.taal();
    let rij = |it: wvp_engine::Werkgeverblad| {
        let adres = format!("/werkgevers/{}", it.werkgever.0);
        let (naam, plaats) = it.bedrijf.map_or_else(
            || (it.werkgever.0.to_string(), String::new()),
            |bedrijf| (bedrijf.naam, bedrijf.adres.plaats),
        );
        vec![Cel::link(adres, naam), Cel::tekst(plaats)]
    };
    let mut alle: Vec<_> = alle;
    alle.sort_by_key(|it| it.bedrijf.as_ref().map(|it| it.naam.clone()));
    Ok(Blad::van(&Tabelblad {
        titel: t.zeg("menu-werkgevers"),
        uitleg: vec![],
        knoppen: vec![],
        tabellen: vec![Tabel {
            titel: t.zeg("menu-werkgevers"),
            kop: vec![t.zeg("account-naam"), t.zeg("plaats")],
            rijen: alle.into_iter().map(rij).collect(),
            leeg: t.zeg("werkgevers-geen"),
        }],
        k: bezoek.kader(),
    }))
}

pub(super) async fn werkgever(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    let (wie, aanleiding) = (&bezoek.wie, &bezoek.aanleiding);
    let blad = staat.engine.werkgever(wie, WerkgeverId(id), aanleiding).await?;
    let mensen = staat.engine.werknemers(wie, WerkgeverId(id), aanleiding).await;
    let mensen = mensen.map_err(|fout| Probleem::storing(&fout))?;
    let t = bezoek.taal();
    let meldt_ziek = meldt_ziek(&staat, &bezoek);
    let rij = |it: Werknemerblad| {
        let naam = naam_van(&it);
        let ziek = format!("/ziekmelding?werknemer={}", it.werknemer.0);
        let functie = it.persoon.map_or_else(String::new, |it| it.functie);
        let doen = if meldt_ziek { Cel::link(ziek, t.zeg("meld-ziek")) } else { Cel::tekst("") };
        vec![Cel::tekst(naam), Cel::tekst(functie), doen]
    };
    let bedrijf = blad.bedrijf.map_or_else(|| id.to_string(), |it| it.naam);
    Ok(Blad::van(&Tabelblad {
        titel: bedrijf,
        uitleg: vec![],
        knoppen: vec![],
        tabellen: vec![Tabel {
            titel: t.zeg("werknemers"),
            kop: vec![t.zeg("account-naam"), t.zeg("account-functie"), t.zeg("actie")],
            rijen: mensen.into_iter().map(rij).collect(),
            leeg: t.zeg("werknemers-geen"),
        }],
        k: bezoek.kader(),
    }))
}

fn naam_van(blad: &Werknemerblad) -> String {
    blad.persoon.as_ref().map_or_else(|| blad.werknemer.0.to_string(), |it| it.naam.clone())
}

/// Whether a function reports people ill.
pub(super) fn meldt_ziek(staat: &Staat, bezoek: &Bezoek) -> bool {
    let melding = staat.daden.iter().find(|it| it.pad == DOSSIER && it.woord == "ziekmeldingen");
    melding.is_some_and(|it| it.is_voor(bezoek.wie.lezer))
}

/// Who is ill.
#[derive(Deserialize)]
pub(super) struct Wie {
    #[serde(default)]
    werknemer: String,
}

/// The form that reports somebody ill, and before that the choice who.
pub(super) async fn ziekmelding(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    Query(vraag): Query<Wie>,
) -> Result<Blad, Mis> {
    match Uuid::parse_str(&vraag.werknemer) {
        Ok(werknemer) => melding(&staat, &bezoek, werknemer, None).await?.toon(&staat, &bezoek),
        Err(_) => kies_wie(&staat, &bezoek).await,
    }
}

async fn kies_wie(staat: &Staat, bezoek: &Bezoek) -> Result<Blad, Mis> {
    let (wie, aanleiding, t) = (&bezoek.wie, &bezoek.aanleiding, bezoek.taal());
    let werkgevers = staat.engine.werkgevers(wie, aanleiding).await;
    let werkgevers = werkgevers.map_err(|fout| Probleem::storing(&fout))?;
    let mut tabellen = vec![];
    for it in werkgevers {
        let mensen = staat.engine.werknemers(wie, it.werkgever, aanleiding).await;
        let mensen = mensen.map_err(|fout| Probleem::storing(&fout))?;
        let rij = |it: &Werknemerblad| {
            vec![Cel::link(format!("/ziekmelding?werknemer={}", it.werknemer.0), naam_van(it))]
        };
        tabellen.push(Tabel {
            titel: it.bedrijf.map_or_else(|| it.werkgever.0.to_string(), |it| it.naam),
            kop: vec![t.zeg("account-naam")],
            rijen: mensen.iter().map(rij).collect(),
            leeg: t.zeg("werknemers-geen"),
        });
    }
    Ok(Blad::van(&Tabelblad {
        titel: t.zeg("ziekmelding"),
        uitleg: vec![t.zeg("ziekmelding-wie"), t.zeg("geen-medisch")],
        knoppen: vec![],
        tabellen,
        k: bezoek.kader(),
    }))
}

/// The report of an employee: in a new dossier, under the number that the form brings along.
async fn melding<'a>(
    staat: &Staat,
    bezoek: &Bezoek,
    werknemer: Uuid,
    dossier: Option<Uuid>,
) -> Result<Plek<'a>, Mis> {
    let blad = staat.engine.werknemer(&bezoek.wie, WerknemerId(werknemer), &bezoek.aanleiding);
    let blad = blad.await?;
    let dossier = dossier.unwrap_or_else(wvp_engine::nieuw_id);
    let vandaag = staat.engine.klok().vandaag();
    // Who may not read the name fills it in: a report bears one.
    let naam = blad.persoon.as_ref().map(|it| it.naam.clone());
    let mut vast = vec!["a.werkgever", "a.werknemer"];
    vast.extend(naam.is_some().then_some("a.naam"));
    let a = json!({
        "werkgever": blad.werkgever, "werknemer": werknemer, "naam": naam,
        "gemeld_op": vandaag, "eerste_ziektedag": vandaag,
    });
    Ok(Plek {
        pad: DOSSIER,
        woord: "ziekmeldingen",
        id: dossier,
        adres: format!("/ziekmelding/{werknemer}/{dossier}"),
        terug: (format!("/dossiers/{dossier}"), bezoek.taal().zeg("ziekmelding")),
        begin: json!({ "a": a }),
        vast,
        verwijzingen: BTreeMap::new(),
    })
}

pub(super) async fn meld_ziek(
    State(staat): State<Staat>,
    Path((werknemer, dossier)): Path<(Uuid, Uuid)>,
    bezoek: Bezoek,
    velden: Velden,
) -> Result<Response, Mis> {
    let plek = melding(&staat, &bezoek, werknemer, Some(dossier)).await?;
    plek.leg_vast(&staat, &bezoek, &velden).await
}

/// What an employee agreed to, with how to withdraw it.
pub(super) async fn toestemming(
    State(staat): State<Staat>,
    Path(werknemer): Path<Uuid>,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    let (wie, aanleiding, t) = (&bezoek.wie, &bezoek.aanleiding, bezoek.taal());
    let alle = staat.engine.toestemmingen(wie, WerknemerId(werknemer), aanleiding).await?;
    let hier = format!("/werknemers/{werknemer}");
    let rij = |it: &Geldend<Toestemming>| {
        let trek_in =
            format!("{hier}/vastleggen/ingetrokken-toestemmingen?van={}", it.recht.stuk.0);
        let tot = it.geldig.tot_en_met.map_or_else(String::new, Datum::voluit);
        vec![
            Cel::tekst(woord(t, &it.recht.onderwerp)),
            Cel::tekst(woord(t, &it.recht.doel)),
            Cel::tekst(tot),
            Cel::link(trek_in, t.zeg("trek-in")),
        ]
    };
    let kop = ["toestemming-onderwerp", "toestemming-doel", "tot-en-met-kop", "actie"];
    Ok(Blad::van(&Tabelblad {
        titel: t.zeg("toestemming"),
        uitleg: vec![t.zeg("toestemming-uitleg")],
        knoppen: vec![(format!("{hier}/vastleggen/toestemmingen"), t.zeg("toestemming-geef"))],
        tabellen: vec![Tabel {
            titel: t.zeg("toestemming-nu"),
            kop: kop.map(|it| t.zeg(it)).to_vec(),
            rijen: alle.iter().map(rij).collect(),
            leeg: t.zeg("toestemming-geen"),
        }],
        k: bezoek.kader(),
    }))
}

/// A word of the domain, as its form says it too.
fn woord(t: Taal, wat: &impl serde::Serialize) -> String {
    let woord = serde_json::to_value(wat).ok();
    let woord = woord.as_ref().and_then(Value::as_str).unwrap_or_default();
    t.misschien(&format!("woord-{woord}")).unwrap_or_else(|| woord.to_owned())
}

/// What a form of an employee begins with.
#[derive(Deserialize)]
pub(super) struct Begin {
    #[serde(default)]
    van: String,
}

pub(super) async fn werknemerformulier(
    State(staat): State<Staat>,
    Path((werknemer, woord)): Path<(Uuid, String)>,
    bezoek: Bezoek,
    Query(begin): Query<Begin>,
) -> Result<Blad, Mis> {
    let plek = van_werknemer(&staat, &bezoek, werknemer, &woord, &begin.van).await?;
    plek.toon(&staat, &bezoek)
}

pub(super) async fn werknemer_vast(
    State(staat): State<Staat>,
    Path((werknemer, woord)): Path<(Uuid, String)>,
    bezoek: Bezoek,
    velden: Velden,
) -> Result<Response, Mis> {
    let plek = van_werknemer(&staat, &bezoek, werknemer, &woord, "").await?;
    plek.leg_vast(&staat, &bezoek, &velden).await
}

async fn van_werknemer<'a>(
    staat: &Staat,
    bezoek: &Bezoek,
    werknemer: Uuid,
    woord: &'a str,
    van: &str,
) -> Result<Plek<'a>, Mis> {
    let vandaag = staat.engine.klok().vandaag();
    let recht = Uuid::parse_str(van).ok();
    let begin = json!({ "a": { "recht": recht, "per": vandaag, "geldig": { "van": vandaag } } });
    Ok(Plek {
        pad: WERKNEMER,
        woord,
        id: werknemer,
        adres: format!("/werknemers/{werknemer}/vastleggen/{woord}"),
        terug: (format!("/werknemers/{werknemer}/toestemming"), bezoek.taal().zeg("toestemming")),
        begin,
        vast: vec![],
        verwijzingen: verwijzingen(staat, bezoek, WerknemerId(werknemer)).await?,
    })
}

/// What an employee can refer to by name: the own employer, the own dossiers, and what was agreed to.
async fn verwijzingen(
    staat: &Staat,
    bezoek: &Bezoek,
    werknemer: WerknemerId,
) -> Result<Verwijzingen, Mis> {
    let (wie, aanleiding, t) = (&bezoek.wie, &bezoek.aanleiding, bezoek.taal());
    let blad = staat.engine.werknemer(wie, werknemer, aanleiding).await?;
    let dossiers = staat.engine.dossiers(wie, &Dossiervraag::default(), aanleiding).await;
    let dossiers = dossiers.map_err(|fout| Probleem::storing(&fout))?.regels.into_iter();
    let gegeven = staat.engine.toestemmingen(wie, werknemer, aanleiding).await?.into_iter();
    let eigen = (blad.werkgever.0.to_string(), t.zeg("toestemming-werkgever"));
    let ziek = |it: Dossierregel| {
        let sinds = t.met("ziek-sinds", &it.eerste_ziektedag.voluit());
        (it.dossier.0.to_string(), sinds)
    };
    let toestemming = |it: Geldend<Toestemming>| {
        let waarover = [woord(t, &it.recht.onderwerp), woord(t, &it.recht.doel)].join(", ");
        (it.recht.stuk.0.to_string(), waarover)
    };
    Ok(BTreeMap::from([
        ("WerkgeverId", vec![eigen]),
        ("DossierId", dossiers.map(ziek).collect()),
        ("StukId", gegeven.map(toestemming).collect()),
    ]))
}
