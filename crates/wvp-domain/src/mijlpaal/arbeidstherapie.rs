//! Arbeidstherapie: work without pay value, in general six weeks at most; does not interrupt the spell (R-25).

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
    dossier.eis_ziek_op("van", a.van)?;
    dossier.eis_in_dienst_op(a.van)?;
    niet_omgekeerd("tot_en_met", a.van, a.tot_en_met)?;
    Ok(vec![Event::ArbeidstherapieGestart(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Afspraak) {
    dossier.stukken.insert(a.stuk);
    dossier.arbeidstherapie.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn arbeidstherapie_onderbreekt_de_ziekte_niet() {
        let gegeven = na([ziek()]);
        let opdracht =
            Command::StartArbeidstherapie(voorbeeld::arbeidstherapie(2, dag("2025-05-01")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"ArbeidstherapieGestart {"stuk":"#02","van":"2025-05-01","tot_en_met":"2025-06-11","uren_per_week":480}"##);
    }

    #[test]
    fn wie_hersteld_is_krijgt_geen_arbeidstherapie() {
        let gegeven =
            na([ziek(), Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-01")))]);
        let opdracht =
            Command::StartArbeidstherapie(voorbeeld::arbeidstherapie(3, dag("2025-05-01")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [C-01]: de werknemer is niet ziek op `2025-05-01` (`van`). Leg eerst een (hernieuwde) ziekmelding vast.");
    }
}
