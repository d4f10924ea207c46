//! Who plans: colleagues with who acts for them, and employers with who works there.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde_json::json;
use uuid::Uuid;
use wvp_domain::bevoegdheid::Organisatie;
use wvp_domain::bevoegdheid::toewijzing::{Aan, Toewijzing};
use wvp_domain::bevoegdheid::waarneming::Waarneming;
use wvp_domain::{Datum, WerkgeverId};
use wvp_engine::{Collega, Geldend, Werkterrein};
use wvp_paginas::functie_van_woorden;
use wvp_paginas::tabel::{Cel, Tabel, Tabelblad};
use wvp_paginas::thuis::Thuis;

use super::bezoek::{Bezoek, Velden};
use super::daad::{Plek, WelkRecht};
use super::verwijzingen::{collegas, functies_in_woorden, keuze_van, organisaties};
use super::waarnemen::naam_van;
use super::{Blad, Mis};
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;

/// What acts on an employer are about.
const WERKGEVER: &str = "/v1/werkgevers/{werkgever}";
/// Assigns somebody.
const WIJS_TOE: &str = "werkgevertoewijzingen";
/// Ends an assignment.
const BEEINDIG: &str = "beeindigde-werkgevertoewijzingen";

/// Names of what is kept here, by the words of a list of a form.
type Namen = BTreeMap<String, String>;

pub(super) async fn toon(State(staat): State<Staat>, bezoek: Bezoek) -> Result<Blad, Mis> {
    let t = bezoek.taal();
    let collegas = staat.engine.collegas_met_waarnemers(&bezoek.wie, &bezoek.aanleiding).await?;
    let alle: Vec<&Collega> = collegas.iter().map(|(it, _)| it).collect();
    let rij = |(collega, waarnemers): &(Collega, Vec<Geldend<Waarneming>>)| {
        let functies = functies_in_woorden(t, collega.functies.iter().map(String::as_str));
        let wie = waarnemers.iter().map(|it| {
            let naam = alle.iter().find(|ander| ander.account == it.recht.door);
            let naam = naam.map_or_else(|| it.recht.door.0.to_string(), |it| it.naam.clone());
            let tot = it.geldig.tot_en_met.map_or_else(String::new, Datum::voluit);
            format!("{naam} ({} – {tot})", it.geldig.van.voluit())
        });
        let adres = format!("/waarnemingen/{}", collega.account.0);
        vec![
            Cel::link(adres, collega.naam.clone()),
            Cel::tekst(functies),
            Cel::tekst(if waarnemers.is_empty() {
                "—".to_owned()
            } else {
                wie.collect::<Vec<_>>().join(", ")
            }),
        ]
    };
    let kop = |sleutels: &[&str]| sleutels.iter().map(|it| t.zeg(it)).collect::<Vec<_>>();
    let werkgevers = namen(&staat, &bezoek).await?;
    let werkgevers = werkgevers.iter().filter_map(|(keuze, naam)| {
        let nummer = keuze.strip_prefix("Werkgever:")?;
        Some(vec![Cel::link(format!("/planning/werkgevers/{nummer}"), naam.clone())])
    });
    Ok(Blad::van(&Tabelblad {
        titel: t.zeg("menu-planning"),
        uitleg: vec![t.zeg("planning-uitleg")],
        knoppen: vec![],
        tabellen: vec![
            Tabel {
                titel: t.zeg("planning-collegas"),
                kop: kop(&["account-naam", "account-functie", "waarneming-wie"]),
                rijen: collegas.iter().map(rij).collect(),
                leeg: t.zeg("planning-geen-collegas"),
            },
            Tabel {
                titel: t.zeg("menu-werkgevers"),
                kop: kop(&["account-naam"]),
                rijen: werkgevers.collect(),
                leeg: t.zeg("planning-geen-werkgevers"),
            },
        ],
        k: bezoek.kader(),
    }))
}

async fn namen(staat: &Staat, bezoek: &Bezoek) -> Result<Namen, Mis> {
    Ok(organisaties(staat, bezoek).await?.into_iter().collect())
}

/// Who works for an employer, with how to end it.
pub(super) async fn werkgever(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    let (t, toegewezen) = (bezoek.taal(), toewijzingen(&staat, &bezoek, id).await?);
    let (collegas, namen) = (collegas(&staat, &bezoek).await?, namen(&staat, &bezoek).await?);
    let hier = format!("/planning/werkgevers/{id}");
    let rij = |it: &Geldend<Toewijzing>| {
        vec![
            Cel::tekst(wie(&it.recht.aan, &collegas, &namen)),
            Cel::tekst(functie_van_woorden(t, &it.recht.lezer)),
            Cel::tekst(it.geldig.tot_en_met.map_or_else(String::new, Datum::voluit)),
            Cel::link(
                format!("{hier}/vastleggen/{BEEINDIG}?recht={}", it.recht.stuk.0),
                t.zeg("beeindig"),
            ),
        ]
    };
    let kop = ["wie", "account-functie", "tot-en-met-kop", "actie"];
    Ok(Blad::van(&Tabelblad {
        titel: titel(id, &namen),
        uitleg: vec![],
        knoppen: vec![(format!("{hier}/vastleggen/{WIJS_TOE}"), t.zeg("planning-wijs-toe"))],
        tabellen: vec![Tabel {
            titel: t.zeg("planning-toewijzingen"),
            kop: kop.map(|it| t.zeg(it)).to_vec(),
            rijen: toegewezen.iter().map(rij).collect(),
            leeg: t.zeg("planning-niemand"),
        }],
        k: bezoek.kader(),
    }))
}

fn titel(id: Uuid, namen: &Namen) -> String {
    let keuze = keuze_van(Organisatie::Werkgever(WerkgeverId(id)));
    namen.get(&keuze).cloned().unwrap_or_else(|| id.to_string())
}

/// Whom an assignment is for, by name where that is known here.
fn wie(aan: &Aan, collegas: &[Collega], namen: &Namen) -> String {
    match aan {
        Aan::Account(account) => naam_van(collegas, *account),
        Aan::Organisatie(plek) => {
            let keuze = keuze_van(*plek);
            namen.get(&keuze).cloned().unwrap_or(keuze)
        }
    }
}

/// Who works for an employer, for who plans there.
async fn toewijzingen(
    staat: &Staat,
    bezoek: &Bezoek,
    id: Uuid,
) -> Result<Vec<Geldend<Toewijzing>>, Mis> {
    if Thuis::van(bezoek.wie.lezer) != Thuis::Planning {
        return Err(Probleem::van(Soort::NietGevonden).into());
    }
    let terrein = Werkterrein::Werkgever(WerkgeverId(id));
    let blad = staat.engine.toewijzingen(&bezoek.wie, terrein, &bezoek.aanleiding).await?;
    Ok(blad.toewijzingen)
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

/// The form of what who plans may do at an employer; of any other act this door knows nothing.
async fn plek<'a>(
    staat: &Staat,
    bezoek: &Bezoek,
    (id, woord): (Uuid, &'a str),
    recht: Option<Uuid>,
) -> Result<Plek<'a>, Mis> {
    let (t, nu) = (bezoek.taal(), toewijzingen(staat, bezoek, id).await?);
    let (collegas, namen) = (collegas(staat, bezoek).await?, namen(staat, bezoek).await?);
    let verwijzingen = match woord {
        // Nobody assigns the own account.
        WIJS_TOE => {
            let anderen = collegas.iter().filter(|it| it.account != bezoek.wie.account);
            let anderen = anderen.map(|it| (it.account.0.to_string(), it.naam.clone()));
            BTreeMap::from([("AccountId", anderen.collect())])
        }
        BEEINDIG => {
            let welke = nu.iter().map(|it| {
                let als = functie_van_woorden(t, &it.recht.lezer);
                let naam = wie(&it.recht.aan, &collegas, &namen);
                (it.recht.stuk.0.to_string(), format!("{naam}, {als}"))
            });
            BTreeMap::from([("StukId", welke.collect())])
        }
        _ => return Err(Probleem::van(Soort::NietGevonden).into()),
    };
    let vandaag = staat.engine.klok().vandaag();
    Ok(Plek {
        pad: WERKGEVER,
        woord,
        id,
        adres: format!("/planning/werkgevers/{id}/vastleggen/{woord}"),
        terug: (format!("/planning/werkgevers/{id}"), titel(id, &namen)),
        begin: json!({ "a": { "recht": recht, "per": vandaag, "geldig": { "van": vandaag } } }),
        vast: vec![],
        verwijzingen,
    })
}
