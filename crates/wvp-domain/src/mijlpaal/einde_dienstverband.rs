//! Einde dienstverband while ill.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type EindeDienstverband = Secties<Einde>;

/// Section A: the last working day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Einde {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Last day of the employment.
    pub laatste_werkdag: Datum,
    /// Derived fact: the bedrijfsarts expects full recovery within three months (short RIV).
    pub herstel_binnen_drie_maanden: bool,
    /// Day of the report to UWV.
    pub bij_uwv_gemeld_op: Option<Datum>,
}

impl Sectie for Einde {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Einde {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.laatste_werkdag
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.laatste_werkdag = datum;
    }
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: EindeDienstverband,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.einde_dienstverband.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    dossier.eis_na_begin("laatste_werkdag", a.laatste_werkdag)?;
    dossier.eis_nog_in_dienst()?;
    Ok(vec![Event::DienstverbandBeeindigd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Einde) {
    dossier.stukken.insert(a.stuk);
    dossier.einde_dienstverband.push(a.clone());
}
