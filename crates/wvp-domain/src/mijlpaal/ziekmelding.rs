//! Ziekmelding: opens the dossier and starts every clock (C-01, R-01).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{Adres, niet_in_toekomst};
use crate::{
    Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Geen, Sectie, Secties, StukId,
    WerkgeverId, WerknemerId,
};

/// The payload, by category.
pub type Ziekmelding = Secties<Melding, Geen, Geen, Bereikbaarheid>;

/// Section A: who, and since when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Melding {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Whose dossier this is.
    pub werknemer: WerknemerId,
    /// The employer.
    pub werkgever: WerkgeverId,
    /// Name of the employee: the copy of this case (field naw.naam).
    pub naam: String,
    /// First day of illness (C-01).
    pub eerste_ziektedag: Datum,
    /// Day of the report.
    pub gemeld_op: Datum,
    /// Day on which the employee expects to resume work (R-092).
    pub werkhervatting_verwacht: Option<Datum>,
}

impl Sectie for Melding {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Melding {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.eerste_ziektedag
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.eerste_ziektedag = datum;
    }
}

/// Section D: where the employee can be reached while ill (MAG-01).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bereikbaarheid {
    /// Telephone number.
    pub telefoon: Option<String>,
    /// Address of stay, if not at home.
    pub verblijfadres: Option<Adres>,
}

impl Sectie for Bereikbaarheid {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Ziekmelding,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.ziekmelding.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    if let Some(melding) = dossier.ziekmelding.first() {
        return Err(Afwijzing::AlZiekgemeld { sinds: melding.eerste_ziektedag });
    }
    niet_in_toekomst("eerste_ziektedag", a.eerste_ziektedag, vandaag)?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    if a.gemeld_op < a.eerste_ziektedag {
        return Err(Afwijzing::VoorEersteZiektedag {
            veld: "gemeld_op",
            datum: a.gemeld_op,
            eerste_ziektedag: a.eerste_ziektedag,
        });
    }
    Ok(vec![Event::ZiekmeldingOntvangen(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Melding) {
    dossier.stukken.insert(a.stuk);
    dossier.ziekmelding.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn de_ziekmelding_opent_het_dossier() {
        let opdracht = ziek();
        assert_snapshot!(uitkomst(&[], "2025-03-03", opdracht), @r##"ZiekmeldingOntvangen {"stuk":"#01","werknemer":"#01","werkgever":"#01","naam":"A. de Vries","eerste_ziektedag":"2025-03-03","gemeld_op":"2025-03-03","werkhervatting_verwacht":null}"##);
    }

    #[test]
    fn een_eerste_ziektedag_in_de_toekomst_wordt_geweigerd() {
        let opdracht = ziek();
        assert_snapshot!(uitkomst(&[], "2025-03-02", opdracht), @"afgewezen [R-85]: `eerste_ziektedag` ligt in de toekomst: `2025-03-03`. Leg dit vast op of na de dag zelf.");
    }

    #[test]
    fn een_tweede_ziekmelding_in_hetzelfde_dossier_wordt_geweigerd() {
        let gegeven = na([ziek()]);
        let opdracht = Command::MeldZiek(voorbeeld::ziekmelding(2, dag("2025-03-10")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [C-01]: er is al een ziekmelding, met `2025-03-03` als eerste ziektedag. Klopt de eerste ziektedag niet? Leg dan een correctie vast met de reden.");
    }

    #[test]
    fn hetzelfde_stuknummer_met_een_andere_dag_is_al_bekend() {
        let gegeven = na([
            ziek(),
            Command::MeldBijArbodienst(voorbeeld::melding_arbodienst(2, dag("2025-03-04"))),
        ]);
        let opdracht =
            Command::MeldBijArbodienst(voorbeeld::melding_arbodienst(2, dag("2025-03-05")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: stuk `00000000-0000-0000-0000-000000000002` is al eerder vastgelegd. Geef een nieuw stuk een nieuw nummer; wilt u iets veranderen, leg dan een correctie vast.");
    }
}
