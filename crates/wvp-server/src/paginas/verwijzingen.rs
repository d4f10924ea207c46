//! What fields of a form can refer to by name: facts of the dossier, people, functions and organisations.

use std::collections::BTreeMap;

use serde_json::json;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::Organisatie;
use wvp_domain::{AccountId, OrganisatieId};
use wvp_engine::{
    Accountblad, Accountvraag, Collega, Grootte, Organisatieblad, is_toe_te_kennen, nieuw_id,
};
use wvp_paginas::formulier::{Verwijzing, Verwijzingen, keuzewoord};
use wvp_paginas::thuis::Thuis;
use wvp_paginas::{Taal, functie_met_partij, functie_van_woorden};

use super::Mis;
use super::bezoek::Bezoek;
use super::dossier::Gelezen;
use super::namen::namen_van_werkgevers;
use crate::api::Daad;
use crate::probleem::Probleem;
use crate::staat::Staat;

/// How many people a form names at most.
const MENSEN_MAX: usize = 200;

/// What fields of a form can refer to: the facts of the dossier, and people.
pub(super) async fn verwijzingen(
    staat: &Staat,
    bezoek: &Bezoek,
    gelezen: &Gelezen,
    daad: &Daad,
) -> Result<Verwijzingen, Mis> {
    let stukken = gelezen.lijn.regels.iter().filter_map(|regel| {
        let woorden = format!("{}, {}", regel.titel, regel.datum.voluit());
        Some((regel.stuk?.0.to_string(), woorden))
    });
    let mut verwijzingen = BTreeMap::from([("StukId", stukken.collect())]);
    verwijzingen.extend(mensen(staat, bezoek, daad).await?);
    Ok(verwijzingen)
}

/// What a form beside a dossier can refer to: people, functions, and organisations that are kept here.
pub(super) async fn van_een_recht(
    staat: &Staat,
    bezoek: &Bezoek,
    daad: &Daad,
) -> Result<Verwijzingen, Mis> {
    let mut verwijzingen: Verwijzingen = mensen(staat, bezoek, daad).await?.into_iter().collect();
    if daad.vorm.schema.as_value().pointer("/properties/a/properties/lezer").is_some() {
        verwijzingen.insert("a.lezer", functies(bezoek.taal()));
    }
    if noemt(daad, "Organisatie") {
        let alle = organisaties(staat, bezoek).await?;
        // Who keeps none fills in a number.
        verwijzingen.extend((!alle.is_empty()).then_some(("Organisatie", alle)));
    }
    Ok(verwijzingen)
}

fn noemt(daad: &Daad, soort: &str) -> bool {
    daad.vorm.schema.get("$defs").is_some_and(|it| it.get(soort).is_some())
}

/// The people that a form can name: colleagues, or oneself alone; nothing for a form that names nobody.
async fn mensen(
    staat: &Staat,
    bezoek: &Bezoek,
    daad: &Daad,
) -> Result<Option<(&'static str, Vec<Verwijzing>)>, Mis> {
    const SOORT: &str = "AccountId";
    if !noemt(daad, SOORT) {
        return Ok(None);
    }
    let zelf = bezoek.wie.account;
    if Thuis::van(bezoek.wie.lezer) == Thuis::Beheer {
        // Who keeps accounts does nothing for the own one.
        return Ok(Some((SOORT, accounts_zonder(staat, bezoek, zelf).await?)));
    }
    let collegas = collegas(staat, bezoek).await?;
    let mut mensen: Vec<Verwijzing> =
        collegas.into_iter().map(|it| (it.account.0.to_string(), it.naam)).collect();
    let zelf = zelf.0.to_string();
    if !mensen.iter().any(|(id, _)| *id == zelf) {
        mensen.push((zelf, bezoek.naam()));
    }
    Ok(Some((SOORT, mensen)))
}

/// The colleagues of this visitor.
pub(super) async fn collegas(staat: &Staat, bezoek: &Bezoek) -> Result<Vec<Collega>, Mis> {
    let collegas = staat.engine.collegas(&bezoek.wie, &bezoek.aanleiding).await;
    Ok(collegas.map_err(|fout| Probleem::storing(&fout))?)
}

/// The accounts that are kept here but for one, by name, with their functions.
pub(super) async fn accounts_zonder(
    staat: &Staat,
    bezoek: &Bezoek,
    wie_niet: AccountId,
) -> Result<Vec<Verwijzing>, Mis> {
    let grootte = Grootte::try_new(MENSEN_MAX).map_err(|fout| Probleem::storing(&fout))?;
    let vraag = Accountvraag { grootte, ..Accountvraag::default() };
    let alle = staat.engine.accountlijst(&bezoek.wie, vraag, &bezoek.aanleiding).await?.accounts;
    let anderen = alle.into_iter().filter(|it| it.account != wie_niet);
    let t = bezoek.taal();
    let mut namen: Vec<Verwijzing> =
        anderen.map(|it| (it.account.0.to_string(), naam_met_functies(t, &it))).collect();
    namen.sort_by(|(_, een), (_, ander)| een.cmp(ander));
    Ok(namen)
}

fn naam_met_functies(t: Taal, blad: &Accountblad) -> String {
    let naam =
        blad.persoon.as_ref().map_or_else(|| blad.account.0.to_string(), |it| it.naam.clone());
    let functies = functies_van(t, blad);
    if functies.is_empty() { naam } else { format!("{naam} ({functies})") }
}

/// The functions of an account, as people call them.
pub(super) fn functies_van(t: Taal, blad: &Accountblad) -> String {
    functies_in_woorden(t, blad.functies.iter().map(|it| it.recht.lezer.as_str()))
}

/// Functions by the words of the table, as people call them.
pub(super) fn functies_in_woorden<'a>(t: Taal, alle: impl IntoIterator<Item = &'a str>) -> String {
    let namen: Vec<String> = alle.into_iter().map(|it| functie_van_woorden(t, it)).collect();
    namen.join(", ")
}

/// Every function that somebody can have.
fn functies(t: Taal) -> Vec<Verwijzing> {
    let alle = Lezer::ALLE.into_iter().filter(|it| is_toe_te_kennen(*it));
    let mut alle: Vec<Verwijzing> =
        alle.map(|it| (it.to_string(), functie_met_partij(t, it))).collect();
    alle.sort_by(|(_, een), (_, ander)| een.cmp(ander));
    alle
}

/// The organisations that are kept here, the own one first: by name where this visitor may read that.
pub(super) async fn organisaties(staat: &Staat, bezoek: &Bezoek) -> Result<Vec<Verwijzing>, Mis> {
    let alle = staat.engine.organisaties(&bezoek.wie).await?;
    let werkgever = |it: &Organisatieblad| match it.organisatie {
        Organisatie::Werkgever(id) => Some(id),
        Organisatie::Overig(_) => None,
    };
    let welke = alle.iter().filter_map(werkgever).collect();
    let (namen, t) = (namen_van_werkgevers(staat, bezoek, &welke).await?, bezoek.taal());
    let woorden = |it: &Organisatieblad| match it.organisatie {
        _ if it.is_eigen => t.zeg("organisatie-eigen"),
        Organisatie::Werkgever(id) => {
            let naam = namen.get(&id).cloned();
            naam.unwrap_or_else(|| t.met("organisatie-werkgever", &id.0.to_string()))
        }
        Organisatie::Overig(id) => {
            let wie = functies_in_woorden(t, it.functies.iter().map(String::as_str));
            let naam = t.met("organisatie-anders", &id.0.to_string());
            if wie.is_empty() { naam } else { format!("{naam} ({wie})") }
        }
    };
    let keuze = |it: &Organisatieblad| (keuze_van(it.organisatie), woorden(it));
    Ok(alle.iter().map(keuze).collect())
}

/// The same, and one that nobody recorded anything about yet: the one that was chosen when that is none of them.
pub(super) async fn organisaties_en_een_nieuwe(
    staat: &Staat,
    bezoek: &Bezoek,
    gekozen: Option<&str>,
) -> Result<Vec<Verwijzing>, Mis> {
    let mut alle = organisaties(staat, bezoek).await?;
    let gekozen = gekozen.filter(|gekozen| !alle.iter().any(|(id, _)| id == gekozen));
    let nieuw = || keuze_van(Organisatie::Overig(OrganisatieId(nieuw_id())));
    let nieuw = gekozen.map_or_else(nieuw, str::to_owned);
    alle.push((nieuw, bezoek.taal().zeg("organisatie-nieuw")));
    Ok(alle)
}

/// An organisation as a list of a form has it.
pub(super) fn keuze_van(organisatie: Organisatie) -> String {
    keuzewoord(&json!(organisatie)).unwrap_or_default()
}
