//! Correctie: moves or withdraws a fact, with the reason. History stays; the state follows.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Correctie = Secties<Gecorrigeerd, Toelichting>;

/// Section A: which fact, what it becomes, why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gecorrigeerd {
    /// The document or report this correction came with.
    pub stuk: StukId,
    /// The fact that is corrected.
    pub van: StukId,
    /// What becomes of it.
    pub wordt: Wordt,
    /// Day of the correction.
    pub op: Datum,
    /// Why.
    pub reden: Reden,
}

impl Sectie for Gecorrigeerd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Gecorrigeerd {
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

/// Section B: the reason in words.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Toelichting {
    /// The reason in words.
    pub toelichting: String,
}

impl Sectie for Toelichting {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// What becomes of the fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Wordt {
    /// The fact is about another day.
    Datum(Datum),
    /// The fact never was; it may be recorded anew under its own document.
    Ingetrokken,
}

/// Why a fact is corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reden {
    /// A slip of the pen.
    Verschrijving,
    /// Known only later.
    LaterGebleken,
    /// Recorded in the wrong dossier.
    VerkeerdDossier,
    /// UWV or a judge established otherwise.
    AndersVastgesteld,
}

pub(crate) fn decide(dossier: &Dossier, opdracht: Correctie) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.correctie.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_ziekmelding()?;
    dossier.eis_stuk("van", a.van)?;
    let mut erna = dossier.clone();
    evolve(&mut erna, a);
    erna.eis_samenhang()?;
    Ok(vec![Event::FeitGecorrigeerd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Gecorrigeerd) {
    dossier.stukken.insert(a.stuk);
    dossier.per_soort(&mut |feiten| match a.wordt {
        Wordt::Datum(datum) => {
            if let Some(feit) = feiten.met_stuk(a.van) {
                feit.zet_datum(datum);
            }
        }
        Wordt::Ingetrokken => feiten.trek_in(a.van),
    });
    dossier.correctie.push(a.clone());
}
