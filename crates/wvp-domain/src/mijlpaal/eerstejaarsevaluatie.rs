//! Eerstejaarsevaluatie: the look back at the end of year one, with both views.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{Ondertekening, Visies, eis_handtekeningen, niet_in_toekomst};
use super::plan_van_aanpak::Activiteit;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Eerstejaarsevaluatie = Secties<Opgesteld, Terugblik>;

/// Section A: when, who signed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opgesteld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day it was drawn up.
    pub opgesteld_op: Datum,
    /// Who signed, or refused to.
    pub ondertekeningen: Vec<Ondertekening>,
    /// Whether the view of the employer is in it (RIV-16).
    pub visie_werkgever: bool,
    /// Whether the view of the employee is in it (RIV-16).
    pub visie_werknemer: bool,
}

impl Sectie for Opgesteld {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Opgesteld {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.opgesteld_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.opgesteld_op = datum;
    }
}

/// Section B: what was done and what comes (documents.md 1.5).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Terugblik {
    /// What was done, with its result.
    pub activiteiten: Vec<Activiteit>,
    /// Work, hours, tasks now.
    pub huidige_situatie: String,
    /// Signals of stagnation that the law names.
    pub stagnatie: Vec<Stagnatiesignaal>,
    /// Why the second track starts or not.
    pub tweede_spoor_motivering: String,
    /// What was agreed.
    pub nieuwe_afspraken: Vec<String>,
    /// Views of employer and employee.
    pub visies: Visies,
    /// Why somebody refuses to sign.
    pub weigering_motivering: Option<String>,
}

impl Sectie for Terugblik {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// Signals of stagnation (Beleidsregels beoordelingskader poortwachter).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stagnatiesignaal {
    /// Behind on a goal.
    AchterOpDoel,
    /// No plan or goal.
    GeenPlanOfDoel,
    /// Not stable.
    NietStabiel,
    /// Treatment stagnates.
    StagnatieBehandeling,
    /// A deskundigenoordeel without effect.
    DeskundigenoordeelZonderEffect,
    /// Changing work, dropping out again.
    WisselendWerkUitval,
    /// Too long in arbeidstherapie.
    TeLangArbeidstherapie,
    /// Level or hours too low.
    TeLaagNiveauOfUren,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Eerstejaarsevaluatie,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.eerstejaarsevaluatie.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("opgesteld_op", a.opgesteld_op, vandaag)?;
    dossier.eis_probleemanalyse()?;
    eis_handtekeningen(&a.ondertekeningen)?;
    dossier.eis_inhoud("Eerstejaarsevaluatie", &opdracht.b)?;
    Ok(vec![Event::EerstejaarsevaluatieVastgesteld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Opgesteld) {
    dossier.stukken.insert(a.stuk);
    dossier.eerstejaarsevaluatie.push(a.clone());
}
