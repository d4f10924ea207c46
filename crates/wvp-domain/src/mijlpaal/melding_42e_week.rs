//! 42e-weeksmelding aan UWV (R-11, ZW 38(1)).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{niet_in_toekomst, niet_voor};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Melding42eWeek = Secties<Melding>;

/// Section A: when, with which first day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Melding {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the report.
    pub gemeld_op: Datum,
    /// First day of illness as reported: D* (C-08).
    pub eerste_ziektedag: Datum,
}

impl Sectie for Melding {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Melding {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.gemeld_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.gemeld_op = datum;
    }
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Melding42eWeek,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.melding_42e_week.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    dossier.eis_na_begin("gemeld_op", a.gemeld_op)?;
    niet_voor("gemeld_op", a.gemeld_op, "de eerste ziektedag", a.eerste_ziektedag)?;
    if let Some(melding) = dossier.melding_42e_week.last() {
        return Err(Afwijzing::AlVastgelegd { wat: "de 42e-weeksmelding", op: melding.gemeld_op });
    }
    Ok(vec![Event::Week42Gemeld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Melding) {
    dossier.stukken.insert(a.stuk);
    dossier.melding_42e_week.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn een_melding_noemt_de_eerste_ziektedag() {
        let gegeven = na([ziek()]);
        let opdracht = Command::MeldWeek42(voorbeeld::melding_42e_week(2, dag("2025-12-22")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"Week42Gemeld {"stuk":"#02","gemeld_op":"2025-12-22","eerste_ziektedag":"2025-03-03"}"##);
    }

    #[test]
    fn een_tweede_melding_wordt_geweigerd() {
        let gegeven =
            na([ziek(), Command::MeldWeek42(voorbeeld::melding_42e_week(2, dag("2025-12-22")))]);
        let opdracht = Command::MeldWeek42(voorbeeld::melding_42e_week(3, dag("2025-12-23")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: de 42e-weeksmelding staat al in het dossier, per `2025-12-22`. Klopt het niet? Corrigeer wat er staat, of trek het in en leg het opnieuw vast.");
    }
}
