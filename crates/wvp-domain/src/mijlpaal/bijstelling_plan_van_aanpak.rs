//! Bijstelling plan van aanpak: both views again, the old version stays (R-10, art. 4(5)).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{
    Ondertekening, eis_handtekeningen, eis_inhoud, niet_in_toekomst, niet_omgekeerd, niet_voor,
};
use super::plan_van_aanpak::Afspraken;
use crate::{
    AccountId, Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId,
};

/// The payload, by category.
pub type BijstellingPlanVanAanpak = Secties<Bijgesteld, Wijziging>;

/// Section A: when, who signed, which version it replaces.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bijgesteld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day it was drawn up.
    pub opgesteld_op: Datum,
    /// Who signed, or refused to.
    pub ondertekeningen: Vec<Ondertekening>,
    /// The version it replaces.
    pub vervangt: StukId,
    /// Agreed moments of evaluation.
    pub evaluatiemomenten: Vec<Datum>,
    /// The casemanager named in the plan.
    pub casemanager: Option<AccountId>,
    /// Whether the view of the employer is in it (RIV-16).
    pub visie_werkgever: bool,
    /// Whether the view of the employee is in it (RIV-16).
    pub visie_werknemer: bool,
}

impl Sectie for Bijgesteld {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Bijgesteld {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.opgesteld_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.opgesteld_op = datum;
    }
}

/// Section B: why, and the plan as it now is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Wijziging {
    /// What gave cause.
    pub aanleiding: Aanleiding,
    /// The plan, whole.
    pub afspraken: Afspraken,
}

impl Sectie for Wijziging {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// What gave cause for the bijstelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Aanleiding {
    /// An evaluation.
    Evaluatie,
    /// Advice of the bedrijfsarts.
    AdviesBedrijfsarts,
    /// The probleemanalyse was adjusted.
    GewijzigdeProbleemanalyse,
    /// The second track starts.
    TweedeSpoor,
    /// UWV imposed a loonsanctie.
    Loonsanctie,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: BijstellingPlanVanAanpak,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.bijstelling_plan_van_aanpak.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("opgesteld_op", a.opgesteld_op, vandaag)?;
    dossier.eis_plan()?;
    let vorige = dossier.eis_versie_plan(a.vervangt)?;
    niet_voor("opgesteld_op", a.opgesteld_op, "de versie die vervalt", vorige)?;
    for moment in &a.evaluatiemomenten {
        niet_omgekeerd("evaluatiemomenten", a.opgesteld_op, Some(*moment))?;
    }
    eis_handtekeningen(&a.ondertekeningen, vandaag)?;
    eis_inhoud("Bijstelling plan van aanpak", &opdracht.b)?;
    Ok(vec![Event::PlanVanAanpakBijgesteld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Bijgesteld) {
    dossier.stukken.insert(a.stuk);
    dossier.bijstelling_plan_van_aanpak.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, documenten, ziek};

    #[test]
    fn een_bijstelling_vervangt_de_vorige_versie() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
            Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(3, dag("2025-04-21"))),
        ]);
        let opdracht =
            Command::StelPlanVanAanpakBij(documenten::bijstelling_plan(4, dag("2025-07-01"), 3));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"PlanVanAanpakBijgesteld {"stuk":"#04","opgesteld_op":"2025-07-01","ondertekeningen":[{"partij":"werkgever","wie":{"naam":"A. de Vries","functie":"bedrijfsarts"},"keuze":"getekend","op":"2025-07-01"},{"partij":"werknemer","wie":{"naam":"A. de Vries","functie":"bedrijfsarts"},"keuze":"getekend","op":"2025-07-01"}],"vervangt":"#03","evaluatiemomenten":[],"casemanager":null,"visie_werkgever":true,"visie_werknemer":true}"##);
    }

    #[test]
    fn een_probleemanalyse_is_geen_versie_van_het_plan() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
            Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(3, dag("2025-04-21"))),
        ]);
        let opdracht =
            Command::StelPlanVanAanpakBij(documenten::bijstelling_plan(4, dag("2025-07-01"), 2));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: `vervangt` verwijst naar stuk `00000000-0000-0000-0000-000000000002`, maar dat is geen versie van het plan van aanpak. Controleer naar welk stuk u verwijst.");
    }

    #[test]
    fn een_ingetrokken_versie_is_niet_te_vervangen() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
            Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(3, dag("2025-04-21"))),
            Command::StelPlanVanAanpakBij(documenten::bijstelling_plan(4, dag("2025-07-01"), 3)),
            Command::CorrigeerFeit(voorbeeld::intrekking(9, 4)),
        ]);
        let opdracht =
            Command::StelPlanVanAanpakBij(documenten::bijstelling_plan(5, dag("2025-08-01"), 4));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: `vervangt` verwijst naar stuk `00000000-0000-0000-0000-000000000004`, dat is ingetrokken. Verwijs naar het stuk dat ervoor in de plaats kwam.");
    }

    #[test]
    fn zonder_plan_geen_bijstelling() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht =
            Command::StelPlanVanAanpakBij(documenten::bijstelling_plan(4, dag("2025-07-01"), 2));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-05]: er is nog geen plan van aanpak. Leg eerst het plan van aanpak vast.");
    }
}
