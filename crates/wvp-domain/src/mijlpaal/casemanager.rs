//! Aanwijzing casemanager: named by employer and employee together, in the plan van aanpak (R-06, R-061).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{
    AccountId, Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Geen, Sectie, Secties, StukId,
};

/// The payload, by category.
pub type AanwijzingCasemanager = Secties<Aanwijzing, Geen, Geen, Contact>;

/// Section A: who and since when. Whether the plan names the same account follows from the plan.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Aanwijzing {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day.
    pub per: Datum,
    /// The account of the casemanager.
    pub account: AccountId,
    /// Name.
    pub naam: String,
    /// Organisation.
    pub organisatie: String,
}

impl Sectie for Aanwijzing {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Aanwijzing {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.per
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.per = datum;
    }
}

/// Section D: how to reach the casemanager.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// Function.
    pub functie: String,
    /// Telephone number.
    pub telefoon: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
}

impl Sectie for Contact {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: AanwijzingCasemanager,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.casemanager.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("per", a.per, vandaag)?;
    dossier.eis_na_begin("per", a.per)?;
    Ok(vec![Event::CasemanagerAangewezen(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Aanwijzing) {
    dossier.stukken.insert(a.stuk);
    dossier.casemanager.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn de_casemanager_wordt_aangewezen() {
        let gegeven = na([ziek()]);
        let opdracht = Command::WijsCasemanagerAan(voorbeeld::casemanager(2, dag("2025-04-21")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"CasemanagerAangewezen {"stuk":"#02","per":"2025-04-21","account":"#07","naam":"A. de Vries","organisatie":"vertrouwelijk"}"##);
    }

    #[test]
    fn een_aanwijzing_van_voor_de_ziekte_wordt_geweigerd() {
        let gegeven = na([ziek()]);
        let opdracht = Command::WijsCasemanagerAan(voorbeeld::casemanager(2, dag("2025-03-01")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: `per` (`2025-03-01`) ligt voor de eerste ziektedag `2025-03-03`. Controleer de datum. Klopt de eerste ziektedag niet? Leg dan een correctie vast.");
    }
}
