//! Arbeidstherapie: work without pay value, in general six weeks at most; does not interrupt the spell.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{Minuten, niet_omgekeerd};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Arbeidstherapie = Secties<Afspraak, Werkzaamheden>;

/// Section A: from when until when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Afspraak {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day.
    pub van: Datum,
    /// Last day, if known.
    pub tot_en_met: Option<Datum>,
    /// Time per week.
    pub uren_per_week: Minuten,
}

impl Sectie for Afspraak {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Afspraak {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.van
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.van = datum;
    }
}

/// Section B: what is done.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Werkzaamheden {
    /// Tasks.
    pub werkzaamheden: String,
    /// What it should lead to.
    pub doel: String,
}

impl Sectie for Werkzaamheden {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Arbeidstherapie,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.arbeidstherapie.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    dossier.eis_na_begin("van", a.van)?;
    niet_omgekeerd("tot_en_met", a.van, a.tot_en_met)?;
    Ok(vec![Event::ArbeidstherapieGestart(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Afspraak) {
    dossier.stukken.insert(a.stuk);
    dossier.arbeidstherapie.push(a.clone());
}
