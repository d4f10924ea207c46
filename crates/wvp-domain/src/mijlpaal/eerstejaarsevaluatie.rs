//! Eerstejaarsevaluatie: the look back at the end of year one, with both views (R-12).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{
    Ondertekening, Visies, eis_handtekeningen, eis_inhoud, niet_in_toekomst, niet_voor,
};
use super::plan_van_aanpak::Activiteit;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Eerstejaarsevaluatie = Secties<Opgesteld, Terugblik>;

/// Section A: when, who signed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opgesteld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day it was drawn up.
    pub opgesteld_op: Datum,
    /// Who signed, or refused to.
    pub ondertekeningen: Vec<Ondertekening>,
    /// Whether the view of the employer is in it (RIV-16).
    pub visie_werkgever: bool,
    /// Whether the view of the employee is in it (RIV-16).
    pub visie_werknemer: bool,
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

/// Section B: what was done and what comes (documents.md 1.5).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Terugblik {
    /// First day of the period looked back on.
    pub periode_van: Datum,
    /// Last day of the period looked back on.
    pub periode_tot_en_met: Datum,
    /// What was done, with its result.
    pub activiteiten: Vec<Activiteit>,
    /// Work, hours, tasks now.
    pub huidige_situatie: String,
    /// Signals of stagnation that the law names.
    pub stagnatie: Vec<Stagnatiesignaal>,
    /// Whether the second track starts.
    pub tweede_spoor: BesluitTweedeSpoor,
    /// Why the second track starts or not.
    pub tweede_spoor_motivering: String,
    /// What was agreed.
    pub nieuwe_afspraken: Vec<String>,
    /// Views of employer and employee.
    pub visies: Visies,
    /// Why somebody refuses to sign.
    pub weigering_motivering: Option<String>,
}

impl Sectie for Terugblik {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// What employer and employee conclude on the second track (documents.md 1.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BesluitTweedeSpoor {
    /// It starts.
    Starten,
    /// Not needed: concrete perspective in the own company.
    NietNodig,
    /// It started before.
    AlGestart,
}

/// Signals of stagnation (Beleidsregels beoordelingskader poortwachter).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stagnatiesignaal {
    /// Behind on a goal.
    AchterOpDoel,
    /// No plan or goal.
    GeenPlanOfDoel,
    /// Not stable.
    NietStabiel,
    /// Treatment stagnates.
    StagnatieBehandeling,
    /// A deskundigenoordeel without effect.
    DeskundigenoordeelZonderEffect,
    /// Changing work, dropping out again.
    WisselendWerkUitval,
    /// Too long in arbeidstherapie.
    TeLangArbeidstherapie,
    /// Level or hours too low.
    TeLaagNiveauOfUren,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Eerstejaarsevaluatie,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.eerstejaarsevaluatie.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("opgesteld_op", a.opgesteld_op, vandaag)?;
    let analyse = dossier.eis_probleemanalyse()?;
    niet_voor("opgesteld_op", a.opgesteld_op, "de probleemanalyse", analyse.opgesteld_op)?;
    eis_handtekeningen(&a.ondertekeningen, vandaag)?;
    eis_inhoud("Eerstejaarsevaluatie", &opdracht.b)?;
    Ok(vec![Event::EerstejaarsevaluatieVastgesteld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Opgesteld) {
    dossier.stukken.insert(a.stuk);
    dossier.eerstejaarsevaluatie.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};

    #[test]
    fn de_evaluatie_toont_wie_tekende() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht = Command::StelEerstejaarsevaluatieVast(documenten::eerstejaarsevaluatie(
            5,
            dag("2026-02-16"),
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"EerstejaarsevaluatieVastgesteld {"stuk":"#05","opgesteld_op":"2026-02-16","ondertekeningen":[{"partij":"werkgever","wie":{"naam":"A. de Vries","functie":"bedrijfsarts"},"keuze":"getekend","op":"2026-02-16"},{"partij":"werknemer","wie":{"naam":"A. de Vries","functie":"bedrijfsarts"},"keuze":"getekend","op":"2026-02-16"}],"visie_werkgever":true,"visie_werknemer":true}"##);
    }

    #[test]
    fn een_handtekening_in_de_toekomst_wordt_geweigerd() {
        let mut evaluatie = documenten::eerstejaarsevaluatie(5, dag("2026-02-16"));
        evaluatie.a.ondertekeningen[0].op = dag("2026-02-21");
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht = Command::StelEerstejaarsevaluatieVast(evaluatie);
        assert_snapshot!(uitkomst(&gegeven, "2026-02-20", opdracht), @"afgewezen [R-85]: `ondertekeningen` ligt in de toekomst: `2026-02-21`. Leg dit vast op of na de dag zelf.");
    }
}
