//! The worklist.

use axum::extract::{Query, State};
use serde::Deserialize;
use uuid::Uuid;
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::{TermijnId, WerkgeverId};
use wvp_engine::{Aanzet, Grootte, Periode, Werklijstvraag};
use wvp_paginas::stap::woord_van;
use wvp_paginas::thuis::Thuis;
use wvp_paginas::werklijst::{Keuze, Werklijst};

use super::bezoek::Bezoek;
use super::namen::namen_van_werkgevers;
use super::stam::meldt_ziek;
use super::{Blad, Mis};
use crate::probleem::Probleem;
use crate::staat::Staat;

/// How many steps a page holds.
const PER_BLADZIJDE: usize = 200;

/// The filters, as the address words them. What it does not know chooses nothing.
#[derive(Deserialize)]
pub(super) struct Filter {
    #[serde(default)]
    werkgever: String,
    #[serde(default)]
    stap: String,
    #[serde(default)]
    wie: String,
    #[serde(default)]
    periode: String,
    #[serde(default)]
    bladzijde: String,
}

pub(super) async fn toon(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    Query(filter): Query<Filter>,
) -> Result<Blad, Mis> {
    let als = als(Thuis::van(bezoek.wie.lezer));
    let vraag = vraag(&filter, als)?;
    let (wie, aanleiding) = (&bezoek.wie, &bezoek.aanleiding);
    let blad = staat.engine.werklijst(wie, &vraag, aanleiding).await;
    let blad = blad.map_err(|fout| Probleem::storing(&fout))?;
    let werkgevers = namen_van_werkgevers(&staat, &bezoek, &blad.werkgevers).await?;
    Ok(Blad::van(&Werklijst {
        k: bezoek.kader(),
        blad,
        keuze: keuze(filter, &vraag),
        als,
        werkgevers,
        per_bladzijde: PER_BLADZIJDE,
        meldt_ziek: meldt_ziek(&staat, &bezoek),
    }))
}

/// As who a function acts in the steps of the law.
pub(super) fn als(thuis: Thuis) -> Option<Ontvanger> {
    match thuis {
        Thuis::Werklijst => Some(Ontvanger::Casemanager),
        Thuis::Overzicht => Some(Ontvanger::Werkgever),
        Thuis::Spreekuur => Some(Ontvanger::Bedrijfsarts),
        Thuis::Eigen => Some(Ontvanger::Werknemer),
        Thuis::Lijst | Thuis::Toezicht | Thuis::Beheer | Thuis::Planning | Thuis::Directie => None,
    }
}

fn vraag(filter: &Filter, als: Option<Ontvanger>) -> Result<Werklijstvraag, Mis> {
    let bladzijde = filter.bladzijde.parse().unwrap_or(1_usize).max(1);
    let grootte = Grootte::try_new(PER_BLADZIJDE).map_err(|fout| Probleem::storing(&fout))?;
    let aanzet = match filter.wie.as_str() {
        "ik" => Aanzet::Ik,
        "ander" => Aanzet::Ander,
        woord => {
            let wie = Keuze::WIE.into_iter().find(|it| woord_van(*it) == woord);
            wie.map_or(Aanzet::Iedereen, Aanzet::Wie)
        }
    };
    let periode = match filter.periode.as_str() {
        "te_laat" => Periode::TeLaat,
        "deze_week" => Periode::DezeWeek,
        "daarna" => Periode::Daarna,
        "alles" => Periode::Alles,
        _ => Periode::TotTweeWeken,
    };
    Ok(Werklijstvraag {
        werkgever: Uuid::parse_str(&filter.werkgever).ok().map(WerkgeverId),
        termijn: TermijnId::ALLE.into_iter().find(|it| it.sleutel() == filter.stap),
        aanzet,
        als,
        periode,
        bladzijde: bladzijde - 1,
        grootte,
    })
}

/// What was understood of the filters, so that no address repeats what anybody typed into it.
fn keuze(filter: Filter, vraag: &Werklijstvraag) -> Keuze {
    let kent = |woord: String, is: bool| if is { woord } else { String::new() };
    Keuze {
        werkgever: vraag.werkgever.map_or_else(String::new, |it| it.0.to_string()),
        stap: vraag.termijn.map_or_else(String::new, |it| it.sleutel().to_owned()),
        wie: kent(filter.wie, vraag.aanzet != Aanzet::Iedereen),
        periode: kent(filter.periode, vraag.periode != Periode::TotTweeWeken),
        bladzijde: vraag.bladzijde + 1,
    }
}
