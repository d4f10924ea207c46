//! Employees: reporting one ill, what one agreed to, and what is recorded about one.

use std::collections::{BTreeMap, BTreeSet};

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
use super::namen::{bij_werkgever, naam_van_bedrijf, namen_van_werkgevers};
use super::{Blad, Mis};
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;

/// What the report of illness is about: a dossier that does not exist yet.
const DOSSIER: &str = "/v1/dossiers/{dossier}";
const WERKNEMER: &str = "/v1/werknemers/{werknemer}";
/// The act that registers an employee, or changes the data.
const GEGEVENS: &str = "gegevens-werknemer";

/// Whether a function reports people ill.
pub(super) fn meldt_ziek(staat: &Staat, bezoek: &Bezoek) -> bool {
    let melding = staat.daden.iter().find(|it| it.pad == DOSSIER && it.woord == "ziekmeldingen");
    melding.is_some_and(|it| it.is_voor(bezoek.wie.lezer))
}

/// Whether a function registers employees.
pub(super) fn schrijft_in(staat: &Staat, bezoek: &Bezoek) -> bool {
    let gegevens = staat.daden.iter().find(|it| it.pad == WERKNEMER && it.woord == GEGEVENS);
    gegevens.is_some_and(|it| it.is_voor(bezoek.wie.lezer))
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
        Ok(werknemer) => {
            melding(&staat, &bezoek, werknemer, None).await?.toon(&staat, &bezoek).await
        }
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
        let namen = bij_werkgever(staat, bezoek, it.werkgever, &mensen).await?;
        let rij = |it: &Werknemerblad| {
            vec![Cel::link(format!("/ziekmelding?werknemer={}", it.werknemer.0), namen.van(it))]
        };
        tabellen.push(Tabel {
            titel: naam_van_bedrijf(bezoek, &it),
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
    let mut naam = blad.persoon.as_ref().map(|it| it.naam.clone());
    let mut vast = vec!["a.werkgever", "a.werknemer"];
    vast.extend(naam.is_some().then_some("a.naam"));
    if naam.is_none() {
        let alleen = std::slice::from_ref(&blad);
        let bekend = bij_werkgever(staat, bezoek, blad.werkgever, alleen).await?;
        naam = bekend.misschien(blad.werknemer);
    }
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
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Begin {
    /// The consent that it is about.
    van: String,
    /// Where somebody is registered.
    werkgever: String,
}

pub(super) async fn werknemerformulier(
    State(staat): State<Staat>,
    Path((werknemer, woord)): Path<(Uuid, String)>,
    bezoek: Bezoek,
    Query(begin): Query<Begin>,
) -> Result<Blad, Mis> {
    van_werknemer(&staat, &bezoek, (werknemer, &woord), begin).await?.toon(&staat, &bezoek).await
}

pub(super) async fn werknemer_vast(
    State(staat): State<Staat>,
    Path((werknemer, woord)): Path<(Uuid, String)>,
    bezoek: Bezoek,
    velden: Velden,
) -> Result<Response, Mis> {
    let begin = Begin { werkgever: velden.tekst("a.werkgever").to_owned(), ..Begin::default() };
    let plek = van_werknemer(&staat, &bezoek, (werknemer, &woord), begin).await?;
    plek.leg_vast(&staat, &bezoek, &velden).await
}

async fn van_werknemer<'a>(
    staat: &Staat,
    bezoek: &Bezoek,
    (werknemer, woord): (Uuid, &'a str),
    begin: Begin,
) -> Result<Plek<'a>, Mis> {
    let vandaag = staat.engine.klok().vandaag();
    let (van, werkgever) = (Uuid::parse_str(&begin.van).ok(), Uuid::parse_str(&begin.werkgever));
    let t = bezoek.taal();
    if woord == GEGEVENS {
        let werkgever = werkgever.map_err(|_| Probleem::van(Soort::NietGevonden))?;
        return gegevens(staat, bezoek, werknemer, werkgever).await;
    }
    let begin = json!({ "a": { "recht": van, "per": vandaag, "geldig": { "van": vandaag } } });
    Ok(Plek {
        pad: WERKNEMER,
        woord,
        id: werknemer,
        adres: format!("/werknemers/{werknemer}/vastleggen/{woord}"),
        terug: (format!("/werknemers/{werknemer}/toestemming"), t.zeg("toestemming")),
        begin,
        vast: vec![],
        verwijzingen: verwijzingen(staat, bezoek, WerknemerId(werknemer)).await?,
    })
}

/// The form with the data of an employee at an employer, filled in as far as they may be read.
async fn gegevens<'a>(
    staat: &Staat,
    bezoek: &Bezoek,
    werknemer: Uuid,
    werkgever: Uuid,
) -> Result<Plek<'a>, Mis> {
    let mensen = staat.engine.werknemers(&bezoek.wie, WerkgeverId(werkgever), &bezoek.aanleiding);
    let mensen = mensen.await.map_err(|fout| Probleem::storing(&fout))?;
    let persoon = mensen.into_iter().find(|it| it.werknemer.0 == werknemer);
    let persoon = persoon.and_then(|it| it.persoon);
    let a = json!({ "werkgever": werkgever, "per": staat.engine.klok().vandaag() });
    Ok(Plek {
        pad: WERKNEMER,
        woord: GEGEVENS,
        id: werknemer,
        adres: format!("/werknemers/{werknemer}/vastleggen/{GEGEVENS}"),
        terug: (format!("/werkgevers/{werkgever}"), bezoek.taal().zeg("menu-werkgevers")),
        begin: json!({ "a": a, "d": persoon }),
        vast: vec![],
        verwijzingen: BTreeMap::from([(
            "WerkgeverId",
            vec![(werkgever.to_string(), naam_van_werkgever(staat, bezoek, werkgever).await?)],
        )]),
    })
}

async fn naam_van_werkgever(
    staat: &Staat,
    bezoek: &Bezoek,
    werkgever: Uuid,
) -> Result<String, Mis> {
    let id = WerkgeverId(werkgever);
    let namen = namen_van_werkgevers(staat, bezoek, &BTreeSet::from([id])).await?;
    Ok(namen.get(&id).cloned().unwrap_or_else(|| werkgever.to_string()))
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
