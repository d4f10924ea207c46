//! Herstelmelding: fit for the full bedongen arbeid (R-25, R-80).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Herstelmelding = Secties<Herstel>;

/// Section A: from when the employee is fit.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Herstel {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First fit day; the last sick day is the day before (R-80).
    pub eerste_dag_geschikt: Datum,
    /// Day of the report.
    pub gemeld_op: Datum,
}

impl Sectie for Herstel {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Herstel {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.eerste_dag_geschikt
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.eerste_dag_geschikt = datum;
    }
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Herstelmelding,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.herstelmelding.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    niet_in_toekomst("eerste_dag_geschikt", a.eerste_dag_geschikt, vandaag)?;
    dossier.eis_na_begin("gemeld_op", a.gemeld_op)?;
    dossier.eis_herstelbaar(a.eerste_dag_geschikt)?;
    Ok(vec![Event::HersteldGemeld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Herstel) {
    dossier.stukken.insert(a.stuk);
    dossier.herstelmelding.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn herstel_sluit_de_ziekteperiode() {
        let gegeven = na([ziek()]);
        let opdracht = Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"HersteldGemeld {"stuk":"#02","eerste_dag_geschikt":"2025-04-14","gemeld_op":"2025-04-14"}"##);
    }

    #[test]
    fn twee_keer_herstellen_kan_niet() {
        let gegeven =
            na([ziek(), Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14")))]);
        let opdracht = Command::MeldHersteld(voorbeeld::herstelmelding(3, dag("2025-04-15")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [C-01]: de werknemer is niet ziek op `2025-04-15` (`eerste_dag_geschikt`). Leg eerst een (hernieuwde) ziekmelding vast.");
    }

    #[test]
    fn herstel_op_de_eerste_ziektedag_laat_geen_ziektedag_over() {
        let gegeven = na([ziek()]);
        let opdracht = Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-03-03")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-80]: bij herstel per `2025-03-03` is er geen enkele ziektedag. Controleer de datum. Was er geen ziekte? Sluit het dossier dan als ten onrechte geopend, of trek de hernieuwde ziekmelding in.");
    }

    #[test]
    fn herstel_in_de_toekomst_wordt_geweigerd() {
        let gegeven = na([ziek()]);
        let opdracht = Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14")));
        assert_snapshot!(uitkomst(&gegeven, "2025-04-13", opdracht), @"afgewezen [R-85]: `gemeld_op` ligt in de toekomst: `2025-04-14`. Leg dit vast op of na de dag zelf.");
    }

    #[test]
    fn na_een_onderbreking_zonder_dagen_eindigt_herstel_de_nieuwe_periode() {
        let gegeven = na([
            ziek(),
            Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14"))),
            Command::MeldOpnieuwZiek(voorbeeld::terugval(3, dag("2025-04-14"))),
        ]);
        let opdracht = Command::MeldHersteld(voorbeeld::herstelmelding(4, dag("2025-05-01")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"HersteldGemeld {"stuk":"#04","eerste_dag_geschikt":"2025-05-01","gemeld_op":"2025-05-01"}"##);
    }
}
