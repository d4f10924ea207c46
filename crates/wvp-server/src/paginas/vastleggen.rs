//! Recording something by a form: the form begins with what the facts know, and goes the way of the API.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use uuid::Uuid;
use wvp_domain::voorzet::Soort as Stuksoort;
use wvp_domain::{Compartiment, Datum, DossierId, TermijnId};
use wvp_engine::{Concept, VoorzetError, nieuw_id};
use wvp_paginas::dossier::Tab;
use wvp_paginas::formulier::{self, Conceptknoppen, Formulier, Veldfout, Vorm};
use wvp_paginas::thuis::Thuis;
use wvp_paginas::vastleggen::{Formulierlink, Keuze};
use wvp_paginas::{Melding, functie_van_woorden, stap};

use super::bezoek::{Bezoek, Velden};
use super::dossier::{Gelezen, Nummer, lees};
use super::ingevuld::{Ingevuld, Knop};
use super::verwijzingen::verwijzingen;
use super::{Blad, Mis, naar, naar_met};
use crate::api::Daad;
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;

/// What acts on a dossier are about.
const DOSSIER: &str = "/v1/dossiers/{dossier}";
/// The head of what is recorded in a dossier; its other acts are about rights.
const MIJLPALEN: &str = "Mijlpalen";
/// The sections that the employer reads of what a bedrijfsarts records.
const VOOR_WERKGEVER: [char; 2] = ['a', 'b'];
/// What is signed is signed on a page of its own, by each for oneself.
const GETEKEND: [&str; 1] = ["a.ondertekeningen"];

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
    let concepten = concepten(&staat, &bezoek, &gelezen).await?;
    let bewaard = |woord: &str| {
        let van = concepten.iter().find(|it| it.woord == woord)?;
        Some(van.bewaard_op)
    };
    let alle = formulieren(&staat, &bezoek);
    Ok(Blad::van(&Keuze {
        k: bezoek.kader(),
        kop: gelezen.kop(&staat, &bezoek, Tab::Feiten),
        formulieren: (alle.into_iter())
            .map(|it| Formulierlink {
                woord: it.woord,
                titel: it.titel,
                concept: bewaard(it.woord),
            })
            .collect(),
    }))
}

async fn concepten(staat: &Staat, bezoek: &Bezoek, gelezen: &Gelezen) -> Result<Vec<Concept>, Mis> {
    let concepten = staat.engine.concepten(&bezoek.wie, (gelezen.dossier, &gelezen.inzage)).await;
    Ok(concepten.map_err(|fout| Probleem::storing(&fout))?)
}

pub(super) async fn toon(
    State(staat): State<Staat>,
    Path((dossier, woord)): Path<(Uuid, String)>,
    bezoek: Bezoek,
    Query(vraag): Query<Vec<(String, String)>>,
) -> Result<Blad, Mis> {
    let daad = zoek(&staat, &bezoek, &woord)?;
    let gelezen = lees(&staat, &bezoek, dossier).await?;
    let concepten = concepten(&staat, &bezoek, &gelezen).await?;
    let concept = concepten.into_iter().find(|it| it.woord == woord);
    let (waarden, begin) = match concept {
        Some(concept) => (concept.inhoud, Begin::Concept(concept.bewaard_op)),
        None => match voorzet(&staat, &bezoek, &gelezen, daad).await? {
            Some(inhoud) => (inhoud, Begin::Feiten),
            None => (uit_adres(daad, &vraag), Begin::Niets),
        },
    };
    let waarden = if matches!(begin, Begin::Concept(_)) {
        waarden
    } else {
        met_auteur(&bezoek, daad, waarden)
    };
    let invulling = Invulling { waarden: &waarden, fouten: &[], stuk: nieuw_id(), begin };
    Ok(Blad::van(&blad(&staat, &bezoek, (&gelezen, daad), &invulling).await?))
}

/// Who fills in a document that bears its author is that, until somebody else is filled in.
fn met_auteur(bezoek: &Bezoek, daad: &Daad, mut waarden: Value) -> Value {
    let schema = daad.vorm.schema.as_value();
    if schema.pointer("/properties/a/properties/auteur").is_none() {
        return waarden;
    }
    let functie = functie_van_woorden(bezoek.taal(), bezoek.wie.lezer.functie());
    let zelf = json!({ "naam": bezoek.naam(), "functie": functie.to_lowercase() });
    if waarden.is_null() {
        waarden = json!({});
    }
    if let Some(alles) = waarden.as_object_mut() {
        let a = alles.entry("a").or_insert_with(|| json!({}));
        if let Some(a) = a.as_object_mut().filter(|a| a.get("auteur").is_none_or(is_leeg)) {
            a.insert("auteur".to_owned(), zelf);
        }
    }
    waarden
}

/// Whether nothing was filled in under it.
fn is_leeg(waarde: &Value) -> bool {
    match waarde {
        Value::Null => true,
        Value::String(tekst) => tekst.is_empty(),
        Value::Array(alle) => alle.iter().all(is_leeg),
        Value::Object(velden) => velden.values().all(is_leeg),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// What a link gives along: the numbers of facts and people. Words in an address are not repeated on a page.
fn uit_adres(daad: &Daad, vraag: &[(String, String)]) -> Value {
    let nummers = vraag.iter().filter(|(_, waarde)| Uuid::parse_str(waarde).is_ok());
    let nummers: Vec<(String, String)> = nummers.cloned().collect();
    formulier::lees(daad.vorm.schema.as_value(), &nummers)
}

pub(super) async fn leg_vast(
    State(staat): State<Staat>,
    Path((dossier, woord)): Path<(Uuid, String)>,
    bezoek: Bezoek,
    velden: Velden,
) -> Result<Response, Mis> {
    let daad = zoek(&staat, &bezoek, &woord)?;
    let ingevuld = Ingevuld::lees(daad, &velden);
    let fouten = match ingevuld.knop {
        Knop::LegVast => {
            match daad.doe(&staat, bezoek.wie, dossier, ingevuld.lading(), None).await {
                Ok(()) => {
                    return vastgelegd(&staat, &bezoek, dossier, (&woord, ingevuld.stuk)).await;
                }
                Err(probleem) => fouten(probleem)?,
            }
        }
        Knop::GooiWeg => {
            let weg = staat.engine.wis_concept(&bezoek.wie, DossierId(dossier), &woord).await;
            weg.map_err(|fout| Probleem::storing(&fout))?;
            let hier = format!("/dossiers/{dossier}/vastleggen/{woord}");
            return Ok(naar_met(&hier, Melding::Weggegooid));
        }
        Knop::Meer | Knop::Bewaar | Knop::Speel | Knop::Voorproef => vec![],
    };
    let gelezen = lees(&staat, &bezoek, dossier).await?;
    if ingevuld.knop == Knop::Bewaar {
        return bewaar(&staat, &bezoek, &gelezen, (&woord, &ingevuld.json)).await;
    }
    let (waarden, stuk) = (&ingevuld.json, ingevuld.stuk);
    let toont = ingevuld.knop == Knop::Voorproef;
    let begin = if toont { Begin::Voorproef } else { Begin::Niets };
    let invulling = Invulling { waarden, fouten: &fouten, stuk, begin };
    let blad = blad(&staat, &bezoek, (&gelezen, daad), &invulling).await?;
    if fouten.is_empty() {
        return Ok(Blad::van(&blad).into_response());
    }
    Ok(Blad::met(StatusCode::BAD_REQUEST, &blad).into_response())
}

/// What was recorded is no draft any more; that stays behind when the store fails just then, and the fact is there.
async fn vastgelegd(
    staat: &Staat,
    bezoek: &Bezoek,
    dossier: Uuid,
    (woord, stuk): (&str, Uuid),
) -> Result<Response, Mis> {
    let weg = staat.engine.wis_concept(&bezoek.wie, DossierId(dossier), woord).await;
    weg.map_err(|fout| Probleem::storing(&fout))?;
    let gedaan = Melding::Vastgelegd.woord();
    Ok(naar(&format!("/dossiers/{dossier}/feiten?gedaan={gedaan}#s-{stuk}")))
}

/// Keeps a draft of the sections that this reader has.
async fn bewaar(
    staat: &Staat,
    bezoek: &Bezoek,
    gelezen: &Gelezen,
    (woord, json): (&str, &Value),
) -> Result<Response, Mis> {
    let mut inhoud = json.clone();
    if let Some(secties) = inhoud.as_object_mut() {
        let delen = delen(bezoek, gelezen);
        secties.retain(|letter, _| delen.contains(&letter.as_str()));
    }
    let waar = (gelezen.dossier, &gelezen.inzage);
    let bewaard = staat.engine.bewaar_concept(&bezoek.wie, waar, woord, &inhoud).await;
    bewaard.map_err(|fout| Probleem::storing(&fout))?;
    let dossier = gelezen.dossier.0;
    Ok(naar_met(&format!("/dossiers/{dossier}/vastleggen/{woord}"), Melding::Bewaard))
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
    begin: Begin,
}

/// What a form begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begin {
    /// What a link said, or what was just filled in.
    Niets,
    /// What the facts know already.
    Feiten,
    /// The draft that was kept on a day.
    Concept(Datum),
    /// What was just filled in, to be shown as others will read it.
    Voorproef,
}

/// The sections of a form that this reader has.
fn delen(bezoek: &Bezoek, gelezen: &Gelezen) -> &'static [&'static str] {
    let is_arts = Thuis::van(bezoek.wie.lezer) == Thuis::Spreekuur;
    let ziet_c = gelezen.inzage.compartimenten.contains(&Compartiment::C);
    if is_arts || ziet_c { &["a", "b", "c", "d"] } else { &["a", "b", "d"] }
}

async fn blad(
    staat: &Staat,
    bezoek: &Bezoek,
    (gelezen, daad): (&Gelezen, &Daad),
    invulling: &Invulling<'_>,
) -> Result<Formulier, Mis> {
    let k = bezoek.kader();
    let is_arts = Thuis::van(bezoek.wie.lezer) == Thuis::Spreekuur;
    let verwijzingen = verwijzingen(staat, bezoek, gelezen, daad).await?;
    let vorm = Vorm {
        schema: daad.vorm.schema.as_value(),
        waarden: invulling.waarden,
        fouten: invulling.fouten,
        verwijzingen: &verwijzingen,
        delen: delen(bezoek, gelezen),
        vast: &GETEKEND,
    };
    let (delen, fouten) = formulier::bouw(&k, &vorm);
    let dossier = gelezen.dossier.0;
    let mut vooraf = termijn(bezoek, gelezen, daad);
    match invulling.begin {
        Begin::Niets | Begin::Voorproef => {}
        Begin::Feiten => vooraf.push(bezoek.taal().zeg("ingevuld-uit-dossier")),
        Begin::Concept(dag) => {
            vooraf.push(bezoek.taal().met("verder-met-concept", &dag.voluit()));
        }
    }
    let leest_werkgever = is_arts && delen.iter().any(|it| it.letter == 'b');
    if leest_werkgever {
        vooraf.push(bezoek.taal().zeg("wordt-gelezen"));
    }
    Ok(Formulier {
        titel: daad.titel.to_owned(),
        terug: (format!("/dossiers/{dossier}"), naam(gelezen)),
        adres: format!("/dossiers/{dossier}/vastleggen/{}", daad.woord),
        vooraf,
        delen,
        verborgen: vec![("stuk".to_owned(), invulling.stuk.to_string())],
        fouten,
        concept: match invulling.begin {
            Begin::Concept(_) => Conceptknoppen::Verder,
            Begin::Niets | Begin::Feiten | Begin::Voorproef => Conceptknoppen::Bewaar,
        },
        voorproef: (invulling.begin == Begin::Voorproef)
            .then(|| formulier::voorproef(&k, &vorm, &VOOR_WERKGEVER)),
        heeft_voorproef: leest_werkgever,
        zonder_medisch: !is_arts,
        k,
    })
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

#[cfg(test)]
mod tests {
    use wvp_paginas::vastleggen::heeft_kop;

    use super::{DOSSIER, MIJLPALEN};
    use crate::api::daden;

    #[test]
    fn elk_formulier_van_een_dossier_staat_onder_een_kop() {
        let alle = daden();
        let los: Vec<&str> = alle
            .iter()
            .filter(|it| it.pad == DOSSIER && it.groep == MIJLPALEN && it.woord != "ziekmeldingen")
            .map(|it| it.woord)
            .filter(|it| !heeft_kop(it))
            .collect();
        assert_eq!(los, [""; 0]);
    }
}
