//! Oordeel werknemer: the opinion of the employee on all of it (documents.md 1.10, art. 6(1)l).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type OordeelWerknemer = Secties<Stand, Oordeel>;

/// Section A: offered, given or refused.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stand {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// What happened.
    pub keuze: Keuze,
    /// When.
    pub op: Datum,
}

impl Sectie for Stand {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Stand {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.op = datum;
    }
}

/// Section B: what the employee thinks; the employer reads it only if the employee shares it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Oordeel {
    /// Opinion per element.
    pub per_element: Vec<OordeelOverElement>,
    /// Own efforts.
    pub eigen_inspanningen: String,
    /// Efforts of the employer.
    pub inspanningen_werkgever: String,
    /// Wishes.
    pub wensen: String,
}

impl Sectie for Oordeel {
    const COMPARTIMENT: Compartiment = Compartiment::BWerknemer;
}

/// What happened with the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Keuze {
    /// Offered to the employee.
    Aangeboden,
    /// Given.
    Gegeven,
    /// The employee does not want to give one.
    Geweigerd,
}

/// Opinion on one element of the re-integratieverslag.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OordeelOverElement {
    /// Name of the element.
    pub element: String,
    /// Agrees: yes, no, in part.
    pub eens: Eens,
    /// Why.
    pub toelichting: String,
}

/// Agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Eens {
    /// Yes.
    Ja,
    /// No.
    Nee,
    /// In part.
    Deels,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: OordeelWerknemer,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.oordeel_werknemer.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("op", a.op, vandaag)?;
    Ok(vec![Event::OordeelWerknemerVastgelegd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Stand) {
    dossier.stukken.insert(a.stuk);
    dossier.oordeel_werknemer.push(a.clone());
}
