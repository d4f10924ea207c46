//! Besluit tweede spoor: looking for work with another employer (R-13).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{niet_in_toekomst, niet_omgekeerd, niet_voor};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type TweedeSpoor = Secties<Besluit, Motivering>;

/// Section A: what was decided, from when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Besluit {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the decision.
    pub besloten_op: Datum,
    /// What was decided.
    pub keuze: Keuze,
    /// First day of the second track.
    pub start_op: Option<Datum>,
}

impl Sectie for Besluit {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Besluit {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.besloten_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.besloten_op = datum;
    }
}

/// Section B: why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Motivering {
    /// Why, or which concrete perspective there is.
    pub motivering: String,
}

impl Sectie for Motivering {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Keuze {
    /// The second track starts.
    Starten,
    /// Not needed: concrete perspective in the own company.
    NietNodig,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: TweedeSpoor,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.tweede_spoor.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("besloten_op", a.besloten_op, vandaag)?;
    let analyse = dossier.eis_probleemanalyse()?;
    niet_voor("besloten_op", a.besloten_op, "de probleemanalyse", analyse.opgesteld_op)?;
    niet_omgekeerd("start_op", a.besloten_op, a.start_op)?;
    if a.keuze == Keuze::NietNodig && a.start_op.is_some() {
        return Err(Afwijzing::VeldenTegenstrijdig { veld: "start_op", met: "keuze" });
    }
    Ok(vec![Event::TweedeSpoorBesloten(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Besluit) {
    dossier.stukken.insert(a.stuk);
    dossier.tweede_spoor.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};

    #[test]
    fn het_tweede_spoor_begint() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht = Command::BesluitTweedeSpoor(documenten::tweede_spoor(5, dag("2026-03-02")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"TweedeSpoorBesloten {"stuk":"#05","besloten_op":"2026-03-02","keuze":"starten","start_op":"2026-03-02"}"##);
    }

    #[test]
    fn niet_nodig_met_een_begindag_spreekt_zich_tegen() {
        let mut besluit = documenten::tweede_spoor(5, dag("2026-03-02"));
        besluit.a.keuze = super::Keuze::NietNodig;
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht = Command::BesluitTweedeSpoor(besluit);
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: `start_op` past niet bij `keuze`. Kies een van beide en laat het andere weg.");
    }
}
