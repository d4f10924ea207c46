//! Employers with their people, and what is recorded about them.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::response::Response;
use serde_json::json;
use uuid::Uuid;
use wvp_domain::WerkgeverId;
use wvp_engine::{Werkgeverblad, Werknemerblad, nieuw_id};
use wvp_paginas::tabel::{Cel, Tabel, Tabelblad};
use wvp_paginas::thuis::Thuis;

use super::bezoek::{Bezoek, Velden};
use super::daad::Plek;
use super::namen::{Namen, bij_werkgever, naam_van_bedrijf};
use super::stam::{meldt_ziek, schrijft_in};
use super::{Blad, Mis};
use crate::probleem::Probleem;
use crate::staat::Staat;

/// What acts on an employer are about.
const WERKGEVER: &str = "/v1/werkgevers/{werkgever}";
/// It has a page of its own.
const PROTOCOL: &str = "protocolversies";

pub(super) async fn lijst(State(staat): State<Staat>, bezoek: Bezoek) -> Result<Blad, Mis> {
    let alle = staat.engine.werkgevers(&bezoek.wie, &bezoek.aanleiding).await;
    let mut alle = alle.map_err(|fout| Probleem::storing(&fout))?;
    alle.sort_by_key(|it| it.bedrijf.as_ref().map(|it| it.naam.clone()));
    let t = bezoek.taal();
    let rij = |it: Werkgeverblad| {
        let adres = format!("/werkgevers/{}", it.werkgever.0);
        let naam = naam_van_bedrijf(&bezoek, &it);
        let plaats = it.bedrijf.map_or_else(String::new, |bedrijf| bedrijf.adres.plaats);
        vec![Cel::link(adres, naam), Cel::tekst(plaats)]
    };
    let nieuw = || {
        let adres = format!("/werkgevers/{}/vastleggen/gegevens-werkgever", nieuw_id());
        (adres, t.zeg("werkgever-nieuw"))
    };
    Ok(Blad::van(&Tabelblad {
        titel: t.zeg("menu-werkgevers"),
        uitleg: vec![],
        knoppen: (Thuis::van(bezoek.wie.lezer) == Thuis::Beheer).then(nieuw).into_iter().collect(),
        tabellen: vec![Tabel {
            titel: t.zeg("menu-werkgevers"),
            kop: vec![t.zeg("account-naam"), t.zeg("plaats")],
            rijen: alle.into_iter().map(rij).collect(),
            leeg: t.zeg("werkgevers-geen"),
        }],
        k: bezoek.kader(),
    }))
}

/// Whether a desk keeps the data of employers and their people.
fn houdt_bij(bezoek: &Bezoek) -> bool {
    match Thuis::van(bezoek.wie.lezer) {
        Thuis::Beheer | Thuis::Overzicht => true,
        Thuis::Werklijst
        | Thuis::Spreekuur
        | Thuis::Eigen
        | Thuis::Lijst
        | Thuis::Toezicht
        | Thuis::Planning
        | Thuis::Directie => false,
    }
}

pub(super) async fn toon(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    let (wie, aanleiding) = (&bezoek.wie, &bezoek.aanleiding);
    let blad = staat.engine.werkgever(wie, WerkgeverId(id), aanleiding).await?;
    let mensen = staat.engine.werknemers(wie, WerkgeverId(id), aanleiding).await;
    let mensen = mensen.map_err(|fout| Probleem::storing(&fout))?;
    let t = bezoek.taal();
    // Who may not know the protocol is not led there.
    let protocol = staat.engine.protocol_van(wie, WerkgeverId(id)).await.is_ok();
    let protocol = protocol.then(|| (format!("/werkgevers/{id}/protocol"), t.zeg("protocol")));
    let namen = bij_werkgever(&staat, &bezoek, WerkgeverId(id), &mensen).await?;
    let mut tabellen = vec![mensen_van(&staat, &bezoek, id, (mensen, &namen))];
    if houdt_bij(&bezoek) {
        tabellen.push(formulieren(&staat, &bezoek, id));
    }
    Ok(Blad::van(&Tabelblad {
        titel: naam_van_bedrijf(&bezoek, &blad),
        uitleg: vec![],
        knoppen: protocol.into_iter().collect(),
        tabellen,
        k: bezoek.kader(),
    }))
}

fn mensen_van(
    staat: &Staat,
    bezoek: &Bezoek,
    id: Uuid,
    (mensen, namen): (Vec<Werknemerblad>, &Namen),
) -> Tabel {
    let (t, schrijft_in) = (bezoek.taal(), houdt_bij(bezoek) && schrijft_in(staat, bezoek));
    let meldt_ziek = meldt_ziek(staat, bezoek);
    let doen = |werknemer: Uuid| {
        if meldt_ziek {
            return Cel::link(format!("/ziekmelding?werknemer={werknemer}"), t.zeg("meld-ziek"));
        }
        if schrijft_in {
            let adres =
                format!("/werknemers/{werknemer}/vastleggen/gegevens-werknemer?werkgever={id}");
            return Cel::link(adres, t.zeg("gegevens-wijzigen"));
        }
        Cel::tekst("")
    };
    let rij = |it: Werknemerblad| {
        let naam = namen.van(&it);
        let functie = it.persoon.map_or_else(String::new, |it| it.functie);
        vec![Cel::tekst(naam), Cel::tekst(functie), doen(it.werknemer.0)]
    };
    Tabel {
        titel: t.zeg("werknemers"),
        kop: vec![t.zeg("account-naam"), t.zeg("account-functie"), t.zeg("actie")],
        rijen: mensen.into_iter().map(rij).collect(),
        leeg: t.zeg("werknemers-geen"),
    }
}

/// What can be recorded about an employer.
fn formulieren(staat: &Staat, bezoek: &Bezoek, id: Uuid) -> Tabel {
    let t = bezoek.taal();
    let nieuw = format!("/werknemers/{}/vastleggen/gegevens-werknemer?werkgever={id}", nieuw_id());
    let mut rijen = vec![];
    if schrijft_in(staat, bezoek) {
        rijen.push(vec![Cel::link(nieuw, t.zeg("werknemer-nieuw"))]);
    }
    let alle = staat.daden.iter().filter(|it| it.pad == WERKGEVER && it.woord != PROTOCOL);
    let alle = alle.filter(|it| it.is_voor(bezoek.wie.lezer));
    rijen.extend(
        alle.map(|it| {
            vec![Cel::link(format!("/werkgevers/{id}/vastleggen/{}", it.woord), it.titel)]
        }),
    );
    Tabel { titel: t.zeg("iets-vastleggen"), kop: vec![t.zeg("actie")], rijen, leeg: String::new() }
}

pub(super) async fn formulier(
    State(staat): State<Staat>,
    Path((id, woord)): Path<(Uuid, String)>,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    plek(&staat, &bezoek, id, &woord).await?.toon(&staat, &bezoek).await
}

pub(super) async fn leg_vast(
    State(staat): State<Staat>,
    Path((id, woord)): Path<(Uuid, String)>,
    bezoek: Bezoek,
    velden: Velden,
) -> Result<Response, Mis> {
    plek(&staat, &bezoek, id, &woord).await?.leg_vast(&staat, &bezoek, &velden).await
}

/// The form of an act, which begins with what is known of the employer.
async fn plek<'a>(
    staat: &Staat,
    bezoek: &Bezoek,
    id: Uuid,
    woord: &'a str,
) -> Result<Plek<'a>, Mis> {
    let vandaag = staat.engine.klok().vandaag();
    let alle = staat.engine.werkgevers(&bezoek.wie, &bezoek.aanleiding).await;
    let alle = alle.map_err(|fout| Probleem::storing(&fout))?;
    let bedrijf = alle.into_iter().find(|it| it.werkgever.0 == id).and_then(|it| it.bedrijf);
    Ok(Plek {
        pad: WERKGEVER,
        woord,
        id,
        adres: format!("/werkgevers/{id}/vastleggen/{woord}"),
        terug: ("/werkgevers".to_owned(), bezoek.taal().zeg("menu-werkgevers")),
        begin: json!({
            "a": { "per": vandaag, "op": vandaag, "geldig": { "van": vandaag } }, "d": bedrijf,
        }),
        vast: vec![],
        verwijzingen: BTreeMap::new(),
    })
}
