//! AOW-datum: a derived fact; the birth date itself stays with the employee (R-70..R-73).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type AowDatum = Secties<Aow>;

/// Section A: the date.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Aow {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day of AOW.
    pub aow_datum: Datum,
}

impl Sectie for Aow {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Aow {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.aow_datum
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.aow_datum = datum;
    }
}

pub(crate) fn decide(dossier: &Dossier, opdracht: AowDatum) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.aow.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    if let Some(aow) = dossier.aow.last() {
        return Err(Afwijzing::AlVastgelegd { wat: "de AOW-datum", op: aow.aow_datum });
    }
    Ok(vec![Event::AowDatumVastgelegd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Aow) {
    dossier.stukken.insert(a.stuk);
    dossier.aow.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn een_aow_datum_mag_in_de_toekomst_liggen() {
        let gegeven = na([ziek()]);
        let opdracht = Command::LegAowDatumVast(voorbeeld::aow(2, dag("2026-08-01")));
        assert_snapshot!(uitkomst(&gegeven, "2025-03-10", opdracht), @r##"AowDatumVastgelegd {"stuk":"#02","aow_datum":"2026-08-01"}"##);
    }

    #[test]
    fn een_tweede_aow_datum_is_een_correctie() {
        let gegeven = na([ziek(), Command::LegAowDatumVast(voorbeeld::aow(2, dag("2026-08-01")))]);
        let opdracht = Command::LegAowDatumVast(voorbeeld::aow(3, dag("2026-09-01")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: de AOW-datum staat al in het dossier, per `2026-08-01`. Klopt het niet? Corrigeer wat er staat, of trek het in en leg het opnieuw vast.");
    }
}
