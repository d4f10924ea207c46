//! A dossier: its terms, its facts, and who looked.

use axum::extract::{Path, State};
use uuid::Uuid;
use wvp_domain::DossierId;
use wvp_engine::{Inzage, Zoekvraag, herinneringen};
use wvp_paginas::dossier::{Dossierkop, Feitenblad, Inzageblad, Inzageregel, Tab, Tijdlijnblad};
use wvp_paginas::termijnen::Termijntabel;
use wvp_paginas::thuis::Thuis;
use wvp_projections::tijdlijn::beeld::Tijdlijnbeeld;
use wvp_projections::tijdlijn::{Tijdlijn, tijdlijn};

use super::bezoek::Bezoek;
use super::werklijst::als;
use super::{Blad, Mis, vastleggen};
use crate::probleem::Probleem;
use crate::staat::Staat;

/// The word of the form that corrects a fact.
const CORRECTIE: &str = "correcties";

/// The number of a dossier in an address.
pub(super) type Nummer = Path<Uuid>;

/// A dossier as this reader sees it today, and the line made of it.
pub(super) struct Gelezen {
    pub(super) dossier: DossierId,
    pub(super) inzage: Inzage,
    pub(super) lijn: Tijdlijn,
}

pub(super) async fn lees(staat: &Staat, bezoek: &Bezoek, dossier: Uuid) -> Result<Gelezen, Mis> {
    let (dossier, wie) = (DossierId(dossier), &bezoek.wie);
    let inzage = staat.engine.read_om(wie, dossier, None, &bezoek.aanleiding).await?;
    let lijn = tijdlijn(&inzage.gebeurtenissen, inzage.feiten_van, herinneringen(wie.lezer));
    Ok(Gelezen { dossier, inzage, lijn })
}

impl Gelezen {
    pub(super) fn kop(&self, staat: &Staat, bezoek: &Bezoek, tab: Tab) -> Dossierkop {
        let naam = self.inzage.dossier.ziekmelding.first().map(|it| it.naam.clone());
        Dossierkop {
            dossier: self.dossier,
            naam: naam.unwrap_or_else(|| bezoek.taal().zeg("dossier")),
            eerste_ziektedag: self.lijn.eerste_ziektedag,
            tab,
            tabs: tabs(Thuis::van(bezoek.wie.lezer)),
            legt_vast: !vastleggen::formulieren(staat, bezoek).is_empty(),
        }
    }
}

/// The parts that a desk has. Who looked is for the employee, and for who watches.
fn tabs(thuis: Thuis) -> Vec<Tab> {
    match thuis {
        Thuis::Werklijst | Thuis::Overzicht | Thuis::Spreekuur => {
            vec![Tab::Tijdlijn, Tab::Afspraken, Tab::Feiten, Tab::Stukken, Tab::Verslag]
        }
        Thuis::Eigen => Tab::ALLE.to_vec(),
        Thuis::Lijst | Thuis::Beheer | Thuis::Planning | Thuis::Directie => {
            vec![Tab::Tijdlijn, Tab::Afspraken, Tab::Feiten]
        }
        Thuis::Toezicht => vec![Tab::Tijdlijn, Tab::Feiten, Tab::Inzage],
    }
}

pub(super) async fn termijnen(
    State(staat): State<Staat>,
    Path(dossier): Nummer,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    let gelezen = lees(&staat, &bezoek, dossier).await?;
    let tabel = gelezen.lijn.eerste_ziektedag.map(|eerste| Termijntabel {
        k: bezoek.kader(),
        eerste,
        op: gelezen.inzage.feiten_van,
        termijnen: gelezen.lijn.termijnen.clone(),
        als: als(Thuis::van(bezoek.wie.lezer)),
        adres: Some(format!("/dossiers/{dossier}")),
    });
    let kop = gelezen.kop(&staat, &bezoek, Tab::Tijdlijn);
    Ok(Blad::van(&Tijdlijnblad { k: bezoek.kader(), kop, tabel }))
}

pub(super) async fn feiten(
    State(staat): State<Staat>,
    Path(dossier): Nummer,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    let gelezen = lees(&staat, &bezoek, dossier).await?;
    let (lezer, feiten_van) = (bezoek.wie.lezer.to_string(), gelezen.inzage.feiten_van);
    let beeld = Tijdlijnbeeld::van(gelezen.dossier, lezer, feiten_van, &gelezen.lijn);
    Ok(Blad::van(&Feitenblad {
        k: bezoek.kader(),
        kop: gelezen.kop(&staat, &bezoek, Tab::Feiten),
        regels: beeld.regels.into_iter().rev().collect(),
        corrigeert: vastleggen::formulieren(&staat, &bezoek).iter().any(|it| it.woord == CORRECTIE),
    }))
}

pub(super) async fn inzage(
    State(staat): State<Staat>,
    Path(dossier): Nummer,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    let gelezen = lees(&staat, &bezoek, dossier).await?;
    let (wie, vraag) = (&bezoek.wie, Zoekvraag::default());
    let regels = staat.engine.leeslog(wie, gelezen.dossier, &vraag, &bezoek.aanleiding).await;
    let regels = regels.map_err(Probleem::from)?;
    let k = bezoek.kader();
    Ok(Blad::van(&Inzageblad {
        regels: regels.iter().rev().map(|it| Inzageregel::van(&k, it)).collect(),
        k,
        kop: gelezen.kop(&staat, &bezoek, Tab::Inzage),
    }))
}
