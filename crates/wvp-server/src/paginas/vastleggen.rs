//! Recording something by a form: the form begins with what the facts know, and goes the way of the API.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use uuid::Uuid;
use wvp_domain::voorzet::Soort as Stuksoort;
use wvp_domain::{Compartiment, TermijnId};
use wvp_engine::{VoorzetError, nieuw_id};
use wvp_paginas::dossier::Tab;
use wvp_paginas::formulier::{self, Formulier, Veldfout, Verwijzingen, Vorm};
use wvp_paginas::thuis::Thuis;
use wvp_paginas::vastleggen::Keuze;
use wvp_paginas::{Melding, stap};

use super::bezoek::{Bezoek, Velden};
use super::dossier::{Gelezen, Nummer, lees};
use super::{Blad, Mis, naar};
use crate::api::Daad;
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;

/// What acts on a dossier are about.
const DOSSIER: &str = "/v1/dossiers/{dossier}";
/// The head of what is recorded in a dossier; its other acts are about rights.
const MIJLPALEN: &str = "Mijlpalen";
/// What is signed is signed on a page of its own, by each for oneself.
const GETEKEND: [&str; 1] = ["a.ondertekeningen"];
/// The button that asks for more rows.
const MEER: &str = ":meer";

/// The forms of a dossier that a reader has. A first report of illness has a page of its own.
pub(super) fn formulieren<'a>(staat: &'a Staat, bezoek: &Bezoek) -> Vec<&'a Daad> {
    let van_dossier = staat.daden.iter().filter(|it| it.pad == DOSSIER && it.groep == MIJLPALEN);
    let anders = van_dossier.filter(|it| it.woord != "ziekmeldingen");
    anders.filter(|it| it.is_voor(bezoek.wie.lezer)).collect()
}

fn zoek<'a>(staat: &'a Staat, bezoek: &Bezoek, woord: &str) -> Result<&'a Daad, Mis> {
    let gevonden = formulieren(staat, bezoek).into_iter().find(|it| it.woord == woord);
    Ok(gevonden.ok_or_else(|| Probleem::van(Soort::NietGevonden))?)
}

pub(super) async fn kies(
    State(staat): State<Staat>,
    Path(dossier): Nummer,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    let gelezen = lees(&staat, &bezoek, dossier).await?;
    let alle = formulieren(&staat, &bezoek);
    Ok(Blad::van(&Keuze {
        k: bezoek.kader(),
        kop: gelezen.kop(&staat, &bezoek, Tab::Feiten),
        formulieren: alle.into_iter().map(|it| (it.woord, it.titel)).collect(),
    }))
}

pub(super) async fn toon(
    State(staat): State<Staat>,
    Path((dossier, woord)): Path<(Uuid, String)>,
    bezoek: Bezoek,
    Query(vraag): Query<Vec<(String, String)>>,
) -> Result<Blad, Mis> {
    let daad = zoek(&staat, &bezoek, &woord)?;
    let gelezen = lees(&staat, &bezoek, dossier).await?;
    let uit_feiten = voorzet(&staat, &bezoek, &gelezen, daad).await?;
    let schema = daad.vorm.schema.as_value();
    let bekend = uit_feiten.is_some();
    let waarden = uit_feiten.unwrap_or_else(|| formulier::lees(schema, &vraag));
    let invulling = Invulling { waarden: &waarden, fouten: &[], stuk: nieuw_id(), bekend };
    Ok(Blad::van(&blad(&bezoek, &gelezen, daad, &invulling)))
}

pub(super) async fn leg_vast(
    State(staat): State<Staat>,
    Path((dossier, woord)): Path<(Uuid, String)>,
    bezoek: Bezoek,
    velden: Velden,
) -> Result<Response, Mis> {
    let daad = zoek(&staat, &bezoek, &woord)?;
    let stuk = Uuid::parse_str(velden.tekst("stuk")).unwrap_or_else(|_| nieuw_id());
    let mut json = formulier::lees(daad.vorm.schema.as_value(), velden.alle());
    if velden.misschien(MEER).is_some() {
        let gelezen = lees(&staat, &bezoek, dossier).await?;
        let invulling = Invulling { waarden: &json, fouten: &[], stuk, bekend: false };
        return Ok(Blad::van(&blad(&bezoek, &gelezen, daad, &invulling)).into_response());
    }
    if let Some(a) = json.get_mut("a").and_then(Value::as_object_mut) {
        a.insert("stuk".to_owned(), json!(stuk));
    }
    let fout = match daad.doe(&staat, bezoek.wie, dossier, json.clone(), None).await {
        Ok(()) => {
            let gedaan = Melding::Vastgelegd.woord();
            return Ok(naar(&format!("/dossiers/{dossier}/feiten?gedaan={gedaan}#s-{stuk}")));
        }
        Err(probleem) => fouten(probleem)?,
    };
    let gelezen = lees(&staat, &bezoek, dossier).await?;
    let invulling = Invulling { waarden: &json, fouten: &fout, stuk, bekend: false };
    let blad = blad(&bezoek, &gelezen, daad, &invulling);
    Ok(Blad::met(StatusCode::BAD_REQUEST, &blad).into_response())
}

/// What the filler of a form can mend, or hear of: the fields, or the refusal with its rules. Anything else is a page
/// of its own.
pub(super) fn fouten(probleem: Probleem) -> Result<Vec<Veldfout>, Mis> {
    if probleem.is(Soort::Invoer) && !probleem.fouten.is_empty() {
        return Ok(probleem.fouten.into_iter().map(|it| (it.veld, it.regel)).collect());
    }
    let is_antwoord = [Soort::Invoer, Soort::Afgewezen, Soort::MagNiet, Soort::Ingehaald];
    if !is_antwoord.into_iter().any(|it| probleem.is(it)) {
        return Err(probleem.into());
    }
    let zinnen = [probleem.detail, probleem.advies].into_iter().flatten();
    let grondslag = Some(probleem.grondslag.join(", ")).filter(|it| !it.is_empty());
    let zinnen: Vec<String> = zinnen.chain(grondslag.map(|it| format!("({it})"))).collect();
    Ok(vec![(String::new(), zinnen.join(" "))])
}

/// What stands in a form.
struct Invulling<'a> {
    waarden: &'a Value,
    fouten: &'a [Veldfout],
    stuk: Uuid,
    /// Whether the facts filled it in.
    bekend: bool,
}

fn blad(bezoek: &Bezoek, gelezen: &Gelezen, daad: &Daad, invulling: &Invulling<'_>) -> Formulier {
    let k = bezoek.kader();
    let is_arts = Thuis::van(bezoek.wie.lezer) == Thuis::Spreekuur;
    let ziet_c = gelezen.inzage.compartimenten.contains(&Compartiment::C);
    let delen: &[&str] = if is_arts || ziet_c { &["a", "b", "c", "d"] } else { &["a", "b", "d"] };
    let verwijzingen = verwijzingen(bezoek, gelezen);
    let vorm = Vorm {
        schema: daad.vorm.schema.as_value(),
        waarden: invulling.waarden,
        fouten: invulling.fouten,
        verwijzingen: &verwijzingen,
        delen,
        vast: &GETEKEND,
    };
    let (delen, fouten) = formulier::bouw(&k, &vorm);
    let dossier = gelezen.dossier.0;
    let mut vooraf = termijn(bezoek, gelezen, daad);
    if invulling.bekend {
        vooraf.push(bezoek.taal().zeg("ingevuld-uit-dossier"));
    }
    if is_arts && delen.iter().any(|it| it.letter == 'b') {
        vooraf.push(bezoek.taal().zeg("wordt-gelezen"));
    }
    Formulier {
        titel: daad.titel.to_owned(),
        terug: (format!("/dossiers/{dossier}"), naam(gelezen)),
        adres: format!("/dossiers/{dossier}/vastleggen/{}", daad.woord),
        vooraf,
        delen,
        verborgen: vec![("stuk".to_owned(), invulling.stuk.to_string())],
        fouten,
        zonder_medisch: !is_arts,
        k,
    }
}

fn naam(gelezen: &Gelezen) -> String {
    gelezen.inzage.dossier.ziekmelding.first().map_or_else(String::new, |it| it.naam.clone())
}

/// The term that this form meets, when one is open.
fn termijn(bezoek: &Bezoek, gelezen: &Gelezen, daad: &Daad) -> Vec<String> {
    let van = |it: TermijnId| stap::formulier(it) == Some(daad.woord);
    let open = gelezen.lijn.termijnen.iter().filter(|it| van(it.id) && it.voldaan_op.is_none());
    let eerste = open.min_by_key(|it| it.uiterlijk);
    let zin = eerste.map(|it| {
        let wat = format!("{} ({})", it.id.naam(), it.uiterlijk.voluit());
        bezoek.taal().met("haalt-termijn", &wat)
    });
    zin.into_iter().collect()
}

/// What fields can refer to: the facts of the dossier, and the account of whoever fills in.
fn verwijzingen(bezoek: &Bezoek, gelezen: &Gelezen) -> Verwijzingen {
    let stukken = gelezen.lijn.regels.iter().filter_map(|regel| {
        let woorden = format!("{}, {}", regel.titel, regel.datum.voluit());
        Some((regel.stuk?.0.to_string(), woorden))
    });
    let zelf = (bezoek.wie.account.0.to_string(), bezoek.naam());
    BTreeMap::from([("StukId", stukken.collect()), ("AccountId", vec![zelf])])
}

/// The document as the facts fill it in already; none for a form that is no such document.
async fn voorzet(
    staat: &Staat,
    bezoek: &Bezoek,
    gelezen: &Gelezen,
    daad: &Daad,
) -> Result<Option<Value>, Mis> {
    let Some(soort) = Stuksoort::ALLE.into_iter().find(|it| woord_van(*it) == daad.woord) else {
        return Ok(None);
    };
    let (wie, aanleiding) = (&bezoek.wie, &bezoek.aanleiding);
    match staat.engine.voorzet(wie, gelezen.dossier, soort, aanleiding).await {
        Ok(voorzet) => {
            let inhoud = serde_json::to_value(&voorzet.inhoud);
            Ok(Some(inhoud.map_err(|fout| Probleem::storing(&fout))?))
        }
        Err(VoorzetError::Lezen(fout)) => Err(fout.into()),
        // Who may record it in some cases only begins with an empty form, and is judged when it comes in.
        Err(VoorzetError::Geweigerd(_)) => Ok(None),
    }
}

/// The word of the form of a document.
const fn woord_van(soort: Stuksoort) -> &'static str {
    match soort {
        Stuksoort::Probleemanalyse => "probleemanalyses",
        Stuksoort::BijstellingProbleemanalyse => "bijstellingen-probleemanalyse",
        Stuksoort::PlanVanAanpak => "plannen-van-aanpak",
        Stuksoort::BijstellingPlanVanAanpak => "bijstellingen-plan-van-aanpak",
        Stuksoort::Voortgangsgesprek => "voortgangsgesprekken",
        Stuksoort::Eerstejaarsevaluatie => "eerstejaarsevaluaties",
        Stuksoort::ActueelOordeel => "actuele-oordelen",
        Stuksoort::Eindevaluatie => "eindevaluaties",
        Stuksoort::OordeelWerknemer => "oordelen-werknemer",
        Stuksoort::Melding42eWeek => "meldingen-42e-week",
        Stuksoort::Herstelmelding => "herstelmeldingen",
        Stuksoort::RivConcept => "riv-concepten",
    }
}
