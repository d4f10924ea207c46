//! What is behind a case: the texts that its documents repeat, by who writes them.

use wvp_domain::mijlpaal::gedeeld::{Rubriek, WijzeContact};
use wvp_domain::mijlpaal::probleemanalyse::{GbmGrond, Werkgerelateerd};

use super::mensen::Mens;

/// One case in words.
pub struct Verhaal {
    /// Short key of the case: part of every id and of the folder with its papers.
    pub sleutel: &'static str,
    /// What the case shows, for the terminal.
    pub titel: &'static str,
    /// Whose case.
    pub mens: &'static Mens,
    /// Where the employee can be reached, if not at home.
    pub verblijf: Option<[&'static str; 4]>,
    /// Medical words: section C, for bedrijfsarts and employee only.
    pub medisch: MedischVerhaal,
    /// What the bedrijfsarts tells employer and employee.
    pub belastbaarheid: BelastbaarVerhaal,
    /// What employer and employee think and agree.
    pub plan: PlanVerhaal,
}

/// Section C.
pub struct MedischVerhaal {
    /// Complaints.
    pub klachten: &'static str,
    /// Diagnosis.
    pub diagnose: &'static str,
    /// Treatment.
    pub behandeling: &'static str,
    /// Medication.
    pub medicatie: &'static str,
    /// Findings.
    pub bevindingen: &'static str,
    /// Course so far.
    pub beloop: &'static str,
    /// What to expect.
    pub prognose: &'static str,
    /// Ground of the limitations.
    pub onderbouwing: &'static str,
    /// Whether work has to do with it.
    pub werkgerelateerd: Werkgerelateerd,
    /// Ground of a period without possibilities.
    pub gbm_grond: Option<GbmGrond>,
}

/// Section B of the bedrijfsarts.
pub struct BelastbaarVerhaal {
    /// What plays a part at work and at home.
    pub factoren: &'static str,
    /// Limitations, by heading.
    pub beperkingen: &'static [(Rubriek, &'static str)],
    /// Possibilities.
    pub mogelijkheden: &'static str,
    /// What to expect.
    pub prognose: &'static str,
    /// What it should lead to.
    pub doel: &'static str,
    /// Changes to the work.
    pub aanpassingen: &'static [&'static str],
    /// Percentage of the contract hours at the start and after twelve weeks.
    pub opbouw_procent: [u16; 2],
    /// What is still being looked into.
    pub onderzoek: Option<&'static str>,
    /// Whether mediation is wise.
    pub mediation: bool,
    /// No plan of action is needed, and why.
    pub geen_plan: Option<&'static str>,
}

/// Section B of employer and employee.
pub struct PlanVerhaal {
    /// Goal on the way.
    pub tussendoel: &'static str,
    /// What, and by whom.
    pub activiteiten: &'static [(&'static str, &'static str)],
    /// On possibilities, activities, agreements.
    pub visie_werkgever: [&'static str; 3],
    /// On possibilities, activities, agreements.
    pub visie_werknemer: [&'static str; 3],
    /// Work meanwhile.
    pub taken: &'static str,
}

/// One consultation.
pub struct SpreekuurVerhaal {
    /// Week of illness, from 1, counted from the first day of illness.
    pub week: i32,
    /// How the employee was seen.
    pub contact: WijzeContact,
    /// Possibilities.
    pub mogelijkheden: &'static str,
    /// Advice.
    pub advies: &'static str,
    /// Notes: section C.
    pub aantekeningen: &'static str,
    /// Whether the employee cooperates.
    pub werkt_mee: bool,
}

/// One progress talk.
pub struct GespreksVerhaal {
    /// Week of illness, from 1, counted from the first day of illness.
    pub week: i32,
    /// Progress.
    pub voortgang: &'static str,
    /// What was agreed.
    pub afspraken: &'static [&'static str],
}
