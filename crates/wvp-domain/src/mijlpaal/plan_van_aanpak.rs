//! Plan van aanpak: what employer and employee will do, due 14 days after the probleemanalyse (R-05, R-06).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{
    Ondertekening, Visies, eis_handtekeningen, eis_inhoud, niet_in_toekomst, niet_omgekeerd,
    niet_voor,
};
use crate::{
    AccountId, Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId,
};

/// The payload, by category.
pub type PlanVanAanpak = Secties<Opgesteld, Afspraken>;

/// Section A: that there is a plan, who signed it, when it is evaluated.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opgesteld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day it was drawn up.
    pub opgesteld_op: Datum,
    /// Who signed, or refused to.
    pub ondertekeningen: Vec<Ondertekening>,
    /// Agreed moments of evaluation.
    pub evaluatiemomenten: Vec<Datum>,
    /// The casemanager named in the plan (art. 4(2)c).
    pub casemanager: Option<AccountId>,
    /// Whether the view of the employer is in it (RIV-16).
    pub visie_werkgever: bool,
    /// Whether the view of the employee is in it (RIV-16).
    pub visie_werknemer: bool,
    /// Whether deviation from the term is motivated (art. 5).
    pub termijn_gemotiveerd: bool,
}

impl Sectie for Opgesteld {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Opgesteld {
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

/// Section B: what employer and employee agreed (documents.md 1.3).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Afspraken {
    /// Final goal.
    pub doel_eind: String,
    /// Goals on the way.
    pub doelen_tussen: Vec<Tussendoel>,
    /// What is done, by whom, when.
    pub activiteiten: Vec<Activiteit>,
    /// First track, second, or both.
    pub spoor: Spoor,
    /// Views of employer and employee (required since 2023-07-01).
    pub visies: Visies,
    /// Why the plan departs from the advice of the bedrijfsarts.
    pub afwijking_advies: Option<String>,
    /// Why somebody refuses to sign.
    pub weigering_motivering: Option<String>,
    /// Why a term was not met (art. 5).
    pub termijn_motivering: Option<String>,
}

impl Sectie for Afspraken {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// A goal on the way.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tussendoel {
    /// What should be reached.
    pub doel: String,
    /// By when.
    pub uiterlijk: Option<Datum>,
}

/// One thing that is done.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Activiteit {
    /// What.
    pub omschrijving: String,
    /// What it should lead to.
    pub doel: String,
    /// By whom.
    pub wie: String,
    /// First day.
    pub start: Option<Datum>,
    /// Last day.
    pub gereed: Option<Datum>,
    /// How it went so far.
    pub voortgang: String,
}

/// Track of re-integration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Spoor {
    /// Within the own company.
    Eerste,
    /// With another employer.
    Tweede,
    /// Both.
    EersteEnTweede,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: PlanVanAanpak,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.plan_van_aanpak.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("opgesteld_op", a.opgesteld_op, vandaag)?;
    let analyse = dossier.eis_probleemanalyse()?;
    if let Some(plan) = dossier.plan_van_aanpak.last() {
        return Err(Afwijzing::AlPlanVanAanpak { op: plan.opgesteld_op });
    }
    niet_voor("opgesteld_op", a.opgesteld_op, "de probleemanalyse", analyse.opgesteld_op)?;
    eis_plan_nodig(dossier)?;
    for moment in &a.evaluatiemomenten {
        niet_omgekeerd("evaluatiemomenten", a.opgesteld_op, Some(*moment))?;
    }
    eis_handtekeningen(&a.ondertekeningen, vandaag)?;
    eis_inhoud("Plan van aanpak", &opdracht.b)?;
    Ok(vec![Event::PlanVanAanpakVastgesteld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Opgesteld) {
    dossier.stukken.insert(a.stuk);
    dossier.plan_van_aanpak.push(a.clone());
}

/// The newest judgement of the bedrijfsarts decides whether a plan must follow (R-07).
fn eis_plan_nodig(dossier: &Dossier) -> Result<(), Afwijzing> {
    let analyses = dossier.probleemanalyse.iter().map(|a| (a.opgesteld_op, a.plan_nodig));
    let later = dossier.bijstelling_probleemanalyse.iter().map(|a| (a.opgesteld_op, a.plan_nodig));
    match analyses.chain(later).max_by_key(|(op, _)| *op) {
        Some((op, false)) => Err(Afwijzing::PlanNietNodig { op }),
        Some((_, true)) | None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};

    #[test]
    fn zonder_probleemanalyse_geen_plan() {
        let gegeven = na([ziek()]);
        let opdracht =
            Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(3, dag("2025-04-21")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-03]: er is nog geen probleemanalyse. Vraag de bedrijfsarts om de probleemanalyse.");
    }

    #[test]
    fn een_handtekening_zonder_functie_is_er_geen() {
        let mut plan = documenten::plan_van_aanpak(3, dag("2025-04-21"));
        plan.a.ondertekeningen[1].wie.functie = " ".to_owned();
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht = Command::StelPlanVanAanpakVast(plan);
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [RIV-14]: bij `ondertekeningen` ontbreekt de naam of de functie. Vul de naam en de functie in.");
    }

    #[test]
    fn zonder_mogelijkheden_geen_plan() {
        let mut analyse = documenten::probleemanalyse(2, dag("2025-04-07"));
        analyse.a.plan_nodig = false;
        let gegeven = na([ziek(), Command::StelProbleemanalyseVast(analyse)]);
        let opdracht =
            Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(3, dag("2025-04-21")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-07]: volgens de bedrijfsarts is sinds `2025-04-07` geen plan van aanpak nodig. Ziet u wel mogelijkheden? Vraag de bedrijfsarts om een bijstelling.");
    }

    #[test]
    fn na_een_bijstelling_met_mogelijkheden_komt_er_toch_een_plan() {
        let mut analyse = documenten::probleemanalyse(2, dag("2025-04-07"));
        analyse.a.plan_nodig = false;
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(analyse),
            Command::StelProbleemanalyseBij(documenten::bijstelling_probleemanalyse(
                4,
                dag("2025-06-02"),
                2,
            )),
        ]);
        let opdracht =
            Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(3, dag("2025-06-10")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"PlanVanAanpakVastgesteld {"stuk":"#03","opgesteld_op":"2025-06-10","ondertekeningen":[{"partij":"werkgever","wie":{"naam":"A. de Vries","functie":"bedrijfsarts"},"keuze":"getekend","op":"2025-06-10"},{"partij":"werknemer","wie":{"naam":"A. de Vries","functie":"bedrijfsarts"},"keuze":"getekend","op":"2025-06-10"}],"evaluatiemomenten":["2025-07-22"],"casemanager":null,"visie_werkgever":true,"visie_werknemer":true,"termijn_gemotiveerd":false}"##);
    }

    #[test]
    fn een_plan_van_voor_de_probleemanalyse_wordt_geweigerd() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht =
            Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(3, dag("2025-04-06")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: `opgesteld_op` (`2025-04-06`) ligt voor de probleemanalyse van `2025-04-07`. Controleer beide datums. Klopt de eerdere datum niet? Leg dan een correctie vast.");
    }
}
