//! Aanwijzing casemanager: named by employer and employee together, in the plan van aanpak.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{
    AccountId, Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Geen, Sectie, Secties, StukId,
};

/// The payload, by category.
pub type AanwijzingCasemanager = Secties<Aanwijzing, Geen, Geen, Contact>;

/// Section A: who, since when, named in the plan or not.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Aanwijzing {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day.
    pub per: Datum,
    /// The account of the casemanager.
    pub account: AccountId,
    /// Name.
    pub naam: String,
    /// Organisation.
    pub organisatie: String,
}

impl Sectie for Aanwijzing {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Aanwijzing {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.per
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.per = datum;
    }
}

/// Section D: how to reach the casemanager.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// Function.
    pub functie: String,
    /// Telephone number.
    pub telefoon: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
}

impl Sectie for Contact {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: AanwijzingCasemanager,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.casemanager.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("per", a.per, vandaag)?;
    Ok(vec![Event::CasemanagerAangewezen(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Aanwijzing) {
    dossier.stukken.insert(a.stuk);
    dossier.casemanager.push(a.clone());
}
