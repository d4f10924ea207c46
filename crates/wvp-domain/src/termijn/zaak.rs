//! What comes out: one case per chain of spells, with its terms. The JSON names are the contract's.

use serde::Serialize;

use super::herleiding::{Herleiding, herleiding};
use super::stand::{Rijstand, Status, standen};
use super::stelling::{Gesteld, gesteld};
use super::uitleg::uitleg;
use super::{
    Basis, Geval, KeuzeId, Optie, Tabelstand, TermijnFout, TermijnId, Verloop, Wie, tabel,
};
use crate::wachttijd::Onderbreking;
use crate::{Datum, Dossier};

/// One case: a chain of spells with one clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Zaak {
    /// First day of illness of the chain (D).
    pub eerste_ziektedag: Datum,
    /// The same, shifted by gaps and leave (D*, C-08).
    pub verschoven_eerste_ziektedag: Datum,
    /// Length in days of every gap, oldest first.
    pub onderbrekingen_dagen: Vec<i32>,
    /// Days of leave that are skipped.
    pub verlof_dagen: i32,
    /// Week of illness on the day of the question, counted from D* (C-03); 0 before it began. After
    /// recovery the week of the last sick day.
    pub ziekteweek: i32,
    /// Last day of the wachttijd (C-07), shortened or extended.
    pub laatste_dag_wachttijd: Datum,
    /// First day of WIA; none when AOW comes first.
    pub eerste_wia_dag: Option<Datum>,
    /// Last day of loondoorbetaling.
    pub laatste_dag_loondoorbetaling: Datum,
    /// Which re-integratieverslag is needed.
    pub riv: Riv,
    /// The terms: one per id and basis, in the order of the table.
    pub termijnen: Vec<Termijnstand>,
    /// What the law says about this case that is no term.
    pub stellingen: Vec<Gesteld>,
}

/// Which re-integratieverslag is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Riv {
    /// The full one.
    Volledig,
    /// The short one.
    Verkort,
    /// None.
    Geen,
}

impl Riv {
    /// The word for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Volledig => "volledig",
            Self::Verkort => "verkort",
            Self::Geen => "geen",
        }
    }
}

/// One term, filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Termijnstand {
    /// Which term.
    pub id: TermijnId,
    /// What the date rests on.
    pub basis: Basis,
    /// First day of the window.
    pub vroegst: Option<Datum>,
    /// Last day, inclusive.
    pub uiterlijk: Datum,
    /// Who must act.
    pub wie: Wie,
    /// What it is on the day.
    pub status: Status,
    /// When it was done.
    pub voldaan_op: Option<Datum>,
    /// Rule of law.md, and its source.
    pub grondslag: [&'static str; 2],
    /// How this date came about, in Dutch.
    pub uitleg: String,
    /// The same, as data.
    pub herleiding: Herleiding,
    /// Only on melding_42e_week wet: the fine to expect, in euros; null when none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub boete_indicatie: Option<BoeteIndicatie>,
}

/// The fine to expect for a late report in week 42.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum BoeteIndicatie {
    /// None: `null`.
    Geen,
    /// In euros.
    Euro(u32),
}

/// Fines by days late, from this many days on, newest tier first (R-11; tiers reported by mepros.nl, L).
pub const BOETE_42E_WEEK: [(i32, u32); 3] = [(28, 455), (7, 230), (1, 70)];

/// Every case of these facts on a day, oldest first.
///
/// # Errors
///
/// [`TermijnFout`] when a case is older than the rules we know.
pub fn zaken(verloop: &Verloop, peildatum: Datum) -> Result<Vec<Zaak>, TermijnFout> {
    zaken_bij_tabel(verloop, peildatum, Tabelstand::NU)
}

/// As [`zaken`], by the table as it stood on a day.
///
/// # Errors
///
/// [`TermijnFout`] when a case is older than the rules of that table.
pub fn zaken_bij_tabel(
    verloop: &Verloop,
    peildatum: Datum,
    tabel: Tabelstand,
) -> Result<Vec<Zaak>, TermijnFout> {
    tabel.eis_regels()?;
    let ketens = verloop.ketens();
    ketens.iter().map(|keten| zaak(&Geval::bij_tabel(verloop, keten, peildatum, tabel))).collect()
}

/// The terms of the last case of a dossier on a day; empty without a ziekmelding.
///
/// # Errors
///
/// [`TermijnFout`] when the case is older than the rules we know.
pub fn agenda(dossier: &Dossier, vandaag: Datum) -> Result<Vec<Termijnstand>, TermijnFout> {
    let zaken = zaken(&Verloop::uit_dossier(dossier), vandaag)?;
    Ok(zaken.into_iter().next_back().map(|zaak| zaak.termijnen).unwrap_or_default())
}

/// Which re-integratieverslag this case needs.
#[must_use]
pub fn riv(geval: &Geval) -> Riv {
    let uiterlijk = geval.uiterlijk(TermijnId::RivAanWerknemer, Basis::Wet);
    let aow = geval.verloop.aow_datum;
    let aow_ervoor = aow.zip(uiterlijk).is_some_and(|(aow, uiterlijk)| aow <= uiterlijk);
    // Whoever left before the early application needed the report on the last working day.
    let iva_in_dienst = geval.is_iva_toelaatbaar()
        && geval.laatste_werkdag().zip(geval.iva_aanvraag()).is_none_or(|(dag, op)| op <= dag);
    if iva_in_dienst || aow_ervoor { Riv::Geen } else { geval.riv_bij_uit_dienst() }
}

fn zaak(geval: &Geval) -> Result<Zaak, TermijnFout> {
    tabel::eis_bekend_recht(geval)?;
    let verkort = geval.uiterlijk(TermijnId::EindeVerkorteWachttijd, Basis::Wet);
    Ok(Zaak {
        eerste_ziektedag: geval.keten.eerste_ziektedag,
        verschoven_eerste_ziektedag: geval.d_ster,
        onderbrekingen_dagen: geval.keten.onderbrekingen.iter().map(Onderbreking::dagen).collect(),
        verlof_dagen: geval.keten.verlof_dagen(),
        ziekteweek: ziekteweek(geval),
        laatste_dag_wachttijd: verkort.unwrap_or(geval.einde_wachttijd()),
        eerste_wia_dag: eerste_wia_dag(geval, verkort),
        laatste_dag_loondoorbetaling: geval.einde_loondoorbetaling(),
        riv: riv(geval),
        termijnen: standen(geval).iter().map(|stand| termijnstand(geval, stand)).collect(),
        stellingen: gesteld(geval),
    })
}

fn termijnstand(geval: &Geval, stand: &Rijstand) -> Termijnstand {
    let (rij, herleiding) = (stand.rij, herleiding(geval, stand));
    Termijnstand {
        id: rij.id,
        basis: rij.basis,
        vroegst: stand.vroegst,
        uiterlijk: stand.uiterlijk(),
        wie: rij.wie,
        status: stand.status,
        voldaan_op: stand.voldaan_op,
        grondslag: [rij.grondslag.regel, rij.grondslag.bron],
        uitleg: uitleg(stand, &herleiding),
        herleiding,
        boete_indicatie: boete_indicatie(geval, stand),
    }
}

/// Week k is D*+7(k-1) up to and including D*+7k-1 (C-03).
fn ziekteweek(geval: &Geval) -> i32 {
    let laatste_ziektedag = geval.keten.hersteld_per().map(Datum::vorige);
    let dag = laatste_ziektedag.map_or(geval.peildatum, |laatste| laatste.min(geval.peildatum));
    geval.d_ster.dagen_tot(dag).div_euclid(7).saturating_add(1).max(0)
}

/// The day after the wachttijd, or after the longer loondoorbetaling that shuts out WIA (C-07, R-34);
/// wages that stopped with the employment shut out nothing (R-35a, R-66).
fn eerste_wia_dag(geval: &Geval, verkort: Option<Datum>) -> Option<Datum> {
    let gewoon = geval.einde_wachttijd().max(geval.einde_loondoorbetaling());
    let dag = verkort.unwrap_or(gewoon).volgende();
    geval.verloop.aow_datum.is_none_or(|aow| aow > dag).then_some(dag)
}

/// Counted from the legal last day; none when UWV still accepted it.
fn boete_indicatie(geval: &Geval, stand: &Rijstand) -> Option<BoeteIndicatie> {
    let is_melding = stand.rij.id == TermijnId::Melding42eWeek && stand.rij.basis == Basis::Wet;
    if !is_melding {
        return None;
    }
    if geval.kiest(KeuzeId::K10, Optie::TredenWeglaten) {
        return Some(BoeteIndicatie::Geen);
    }
    let geaccepteerd = geval.uiterlijk(TermijnId::Melding42eWeek, Basis::PraktijkUwv)?;
    let op = stand.voldaan_op.unwrap_or(geval.peildatum);
    if op <= geaccepteerd || stand.status == Status::Vervallen {
        return Some(BoeteIndicatie::Geen);
    }
    let dagen = stand.uiterlijk().dagen_tot(op);
    let trede = BOETE_42E_WEEK.iter().find(|(vanaf, _)| dagen >= *vanaf);
    Some(trede.map_or(BoeteIndicatie::Geen, |(_, euro)| BoeteIndicatie::Euro(*euro)))
}
