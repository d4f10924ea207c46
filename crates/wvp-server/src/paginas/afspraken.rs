//! The agreements and contacts of a dossier, from the facts that the reader may see.

use std::collections::BTreeSet;

use axum::extract::{Path, State};
use wvp_domain::{Dossier, Event, StukId};
use wvp_paginas::afspraken::{Afsprakenblad, Mens, Moment};
use wvp_paginas::dossier::Tab;
use wvp_projections::tijdlijn::beeld::{Regelbeeld, Tijdlijnbeeld};

use super::bezoek::Bezoek;
use super::dossier::{Gelezen, Nummer, lees};
use super::{Blad, Mis};
use crate::staat::Staat;

pub(super) async fn toon(
    State(staat): State<Staat>,
    Path(dossier): Nummer,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    let gelezen = lees(&staat, &bezoek, dossier).await?;
    Ok(Blad::van(&Afsprakenblad {
        k: bezoek.kader(),
        kop: gelezen.kop(&staat, &bezoek, Tab::Afspraken),
        mensen: mensen(&gelezen),
        momenten: momenten(&gelezen.inzage.dossier),
        afspraken: afspraken(&bezoek, &gelezen),
    }))
}

/// The casemanager of now, and who saw the employee last.
fn mensen(gelezen: &Gelezen) -> Vec<Mens> {
    let aangewezen = gelezen.inzage.gebeurtenissen.iter().rev().find_map(|it| {
        if let Event::CasemanagerAangewezen(aanwijzing) = &it.event {
            return Some(aanwijzing);
        }
        None
    });
    let casemanager = aangewezen.map(|it| {
        let contact = it.d.inhoud();
        let bereikbaar = [
            Some(it.a.organisatie.clone()),
            contact.and_then(|it| it.telefoon.clone()),
            contact.and_then(|it| it.email.clone()),
        ];
        let bereikbaar = bereikbaar.into_iter().flatten().collect();
        Mens { rol: "wie-casemanager", naam: it.a.naam.clone(), bereikbaar }
    });
    let arts = gelezen.inzage.dossier.spreekuur.iter().max_by_key(|it| it.gehouden_op).map(|it| {
        let bereikbaar = vec![it.auteur.functie.clone()];
        Mens { rol: "wie-bedrijfsarts", naam: it.auteur.naam.clone(), bereikbaar }
    });
    casemanager.into_iter().chain(arts).collect()
}

/// Consultations, talks and evaluations, held and planned. What was planned before a later one is past.
fn momenten(dossier: &Dossier) -> Vec<Moment> {
    let moment = |wat, op| Moment { wat, op };
    let spreekuren = dossier.spreekuur.iter().map(|it| moment("moment-spreekuur", it.gehouden_op));
    let gesprekken =
        dossier.voortgangsgesprek.iter().map(|it| moment("moment-gesprek", it.gehouden_op));
    let volgend_spreekuur = dossier.spreekuur.iter().max_by_key(|it| it.gehouden_op);
    let volgend_spreekuur = volgend_spreekuur.and_then(|it| it.volgende_op);
    let volgend_gesprek = dossier.voortgangsgesprek.iter().max_by_key(|it| it.gehouden_op);
    let volgend_gesprek = volgend_gesprek.and_then(|it| it.volgende_op);
    let bijgesteld = dossier.bijstelling_plan_van_aanpak.last().map(|it| &it.evaluatiemomenten);
    let plan = dossier.plan_van_aanpak.last().map(|it| &it.evaluatiemomenten);
    let evaluaties = bijgesteld.or(plan).into_iter().flatten();
    let mut alle: Vec<Moment> = spreekuren
        .chain(gesprekken)
        .chain(volgend_spreekuur.map(|op| moment("moment-spreekuur", op)))
        .chain(volgend_gesprek.map(|op| moment("moment-gesprek", op)))
        .chain(evaluaties.map(|op| moment("moment-evaluatie", *op)))
        .collect();
    alle.sort_by_key(|it| (std::cmp::Reverse(it.op), it.wat));
    alle.dedup();
    alle
}

/// The facts in which employer and employee agreed on something, with what they agreed.
fn afspraken(bezoek: &Bezoek, gelezen: &Gelezen) -> Vec<Regelbeeld> {
    let met_afspraken = met_afspraken(&gelezen.inzage.dossier);
    let (lezer, feiten_van) = (bezoek.wie.lezer.to_string(), gelezen.inzage.feiten_van);
    let beeld = Tijdlijnbeeld::van(gelezen.dossier, lezer, feiten_van, &gelezen.lijn);
    let regels = beeld.regels.into_iter().rev();
    let regels = regels.filter(|it| it.stuk.is_some_and(|it| met_afspraken.contains(&it)));
    let met_b = regels.map(|mut regel| {
        regel.delen.retain(|it| it.categorie == 'B');
        regel
    });
    met_b.filter(|it| !it.delen.is_empty()).collect()
}

fn met_afspraken(dossier: &Dossier) -> BTreeSet<StukId> {
    let plannen = dossier.plan_van_aanpak.iter().map(|it| it.stuk);
    let bijgesteld = dossier.bijstelling_plan_van_aanpak.iter().map(|it| it.stuk);
    let gesprekken = dossier.voortgangsgesprek.iter().map(|it| it.stuk);
    let evaluaties = dossier.eerstejaarsevaluatie.iter().map(|it| it.stuk);
    let interventies = dossier.interventie_afspraak.iter().map(|it| it.stuk);
    plannen.chain(bijgesteld).chain(gesprekken).chain(evaluaties).chain(interventies).collect()
}
