//! WIA-aanvraag by the employee.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type WiaAanvraag = Secties<Aanvraag>;

/// Section A: when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Aanvraag {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the application.
    pub aangevraagd_op: Datum,
    /// Early application with a shortened wachttijd.
    pub verkorte_wachttijd: bool,
}

impl Sectie for Aanvraag {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Aanvraag {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.aangevraagd_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.aangevraagd_op = datum;
    }
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: WiaAanvraag,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.wia_aanvraag.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("aangevraagd_op", a.aangevraagd_op, vandaag)?;
    dossier.eis_na_begin("aangevraagd_op", a.aangevraagd_op)?;
    Ok(vec![Event::WiaAangevraagd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Aanvraag) {
    dossier.stukken.insert(a.stuk);
    dossier.wia_aanvraag.push(a.clone());
}
