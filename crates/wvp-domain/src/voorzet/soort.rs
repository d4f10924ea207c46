//! The documents that a draft is made of: their names, their fields, their last day.

use serde::Serialize;

use super::velden::{self, Groep};
use crate::mijlpaal::riv::Element;
use crate::termijn::{Basis, Geval};
use crate::{Categorie, Compartiment, Datum, TermijnId};

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Soort {
    /// Probleemanalyse.
    Probleemanalyse,
    /// Bijstelling of the probleemanalyse.
    BijstellingProbleemanalyse,
    /// Plan van aanpak.
    PlanVanAanpak,
    /// Bijstelling of the plan van aanpak.
    BijstellingPlanVanAanpak,
    /// Voortgangsgesprek.
    Voortgangsgesprek,
    /// Eerstejaarsevaluatie.
    Eerstejaarsevaluatie,
    /// Actueel oordeel.
    ActueelOordeel,
    /// Eindevaluatie.
    Eindevaluatie,
    /// Oordeel werknemer.
    OordeelWerknemer,
    /// Report to UWV in week 42.
    #[serde(rename = "melding_42e_week")]
    Melding42eWeek,
    /// Report of full recovery.
    Herstelmelding,
    /// Our draft of the re-integratieverslag.
    RivConcept,
}

impl Soort {
    /// Every kind, in the order of the case.
    pub const ALLE: [Self; 12] = [
        Self::Probleemanalyse,
        Self::BijstellingProbleemanalyse,
        Self::PlanVanAanpak,
        Self::BijstellingPlanVanAanpak,
        Self::Voortgangsgesprek,
        Self::Eerstejaarsevaluatie,
        Self::ActueelOordeel,
        Self::Eindevaluatie,
        Self::OordeelWerknemer,
        Self::Melding42eWeek,
        Self::Herstelmelding,
        Self::RivConcept,
    ];

    /// The word that programs know it by.
    #[must_use]
    pub fn woord(self) -> &'static str {
        match self {
            Self::Probleemanalyse => "probleemanalyse",
            Self::BijstellingProbleemanalyse => "bijstelling_probleemanalyse",
            Self::PlanVanAanpak => "plan_van_aanpak",
            Self::BijstellingPlanVanAanpak => "bijstelling_plan_van_aanpak",
            Self::Voortgangsgesprek => "voortgangsgesprek",
            Self::Eerstejaarsevaluatie => "eerstejaarsevaluatie",
            Self::ActueelOordeel => "actueel_oordeel",
            Self::Eindevaluatie => "eindevaluatie",
            Self::OordeelWerknemer => "oordeel_werknemer",
            Self::Melding42eWeek => "melding_42e_week",
            Self::Herstelmelding => "herstelmelding",
            Self::RivConcept => "riv_concept",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Probleemanalyse => Element::Probleemanalyse.naam(),
            Self::BijstellingProbleemanalyse => Element::BijstellingProbleemanalyse.naam(),
            Self::PlanVanAanpak => Element::PlanVanAanpak.naam(),
            Self::BijstellingPlanVanAanpak => Element::BijstellingPlanVanAanpak.naam(),
            Self::Voortgangsgesprek => "Voortgangsgesprek",
            Self::Eerstejaarsevaluatie => Element::Eerstejaarsevaluatie.naam(),
            Self::ActueelOordeel => Element::ActueelOordeel.naam(),
            Self::Eindevaluatie => Element::Eindevaluatie.naam(),
            Self::OordeelWerknemer => Element::OordeelWerknemer.naam(),
            Self::Melding42eWeek => "Melding aan UWV in week 42",
            Self::Herstelmelding => "Herstelmelding",
            Self::RivConcept => "Concept re-integratieverslag",
        }
    }

    /// The compartments of its sections, A first.
    #[must_use]
    pub fn compartimenten(self) -> &'static [Compartiment] {
        match self {
            Self::Probleemanalyse => {
                &[Compartiment::A, Compartiment::BBedrijfsarts, Compartiment::C, Compartiment::D]
            }
            Self::BijstellingProbleemanalyse => {
                &[Compartiment::A, Compartiment::BBedrijfsarts, Compartiment::C]
            }
            Self::ActueelOordeel => {
                &[Compartiment::A, Compartiment::BBedrijfsarts, Compartiment::D]
            }
            Self::Eindevaluatie => &[Compartiment::A, Compartiment::BPoortwachter, Compartiment::D],
            Self::PlanVanAanpak
            | Self::BijstellingPlanVanAanpak
            | Self::Voortgangsgesprek
            | Self::Eerstejaarsevaluatie => &[Compartiment::A, Compartiment::BPoortwachter],
            Self::OordeelWerknemer => &[Compartiment::A, Compartiment::BWerknemer],
            Self::Melding42eWeek | Self::Herstelmelding | Self::RivConcept => &[Compartiment::A],
        }
    }

    /// The fields that it asks for, in reading order.
    pub(super) fn groepen(self) -> &'static [Groep] {
        match self {
            Self::Probleemanalyse => velden::analyse::PROBLEEMANALYSE,
            Self::BijstellingProbleemanalyse => velden::analyse::BIJSTELLING,
            Self::ActueelOordeel => velden::analyse::ACTUEEL_OORDEEL,
            Self::PlanVanAanpak => velden::plan::PLAN,
            Self::BijstellingPlanVanAanpak => velden::plan::BIJSTELLING,
            Self::Voortgangsgesprek => velden::evaluatie::GESPREK,
            Self::Eerstejaarsevaluatie => velden::evaluatie::EERSTE_JAAR,
            Self::Eindevaluatie => velden::evaluatie::EINDE,
            Self::OordeelWerknemer => velden::evaluatie::WERKNEMER,
            Self::Melding42eWeek => velden::melding::WEEK_42,
            Self::Herstelmelding => velden::melding::HERSTEL,
            Self::RivConcept => velden::melding::RIV_CONCEPT,
        }
    }

    /// The compartment of a place in the payload, by the letter that it begins with.
    pub(super) fn compartiment(self, plaats: &str) -> Option<Compartiment> {
        let letter = plaats.split('.').next();
        let staat_in = |it: &Compartiment| letter == Some(letter_van(*it));
        self.compartimenten().iter().copied().find(staat_in)
    }

    /// Last day to record it: by the row that binds most.
    pub(super) fn uiterlijk(self, geval: &Geval) -> Option<Datum> {
        let termijn = self.termijn()?;
        [Basis::Wet, Basis::Praktijk, Basis::PraktijkUwv, Basis::Intern]
            .into_iter()
            .find_map(|basis| geval.uiterlijk(termijn, basis))
    }

    /// The term it fulfils; a recovery is reported when it is there.
    fn termijn(self) -> Option<TermijnId> {
        match self {
            Self::Probleemanalyse => Some(TermijnId::Probleemanalyse),
            Self::BijstellingProbleemanalyse => Some(TermijnId::BijstellingProbleemanalyse),
            Self::PlanVanAanpak => Some(TermijnId::PlanVanAanpak),
            Self::BijstellingPlanVanAanpak => Some(TermijnId::BijstellingPlanVanAanpak),
            Self::Voortgangsgesprek => Some(TermijnId::Voortgangsgesprek),
            Self::Eerstejaarsevaluatie => Some(TermijnId::Eerstejaarsevaluatie),
            Self::ActueelOordeel => Some(TermijnId::ActueelOordeel),
            Self::Eindevaluatie => Some(TermijnId::Eindevaluatie),
            Self::OordeelWerknemer => Some(TermijnId::RivAanWerknemer),
            Self::Melding42eWeek => Some(TermijnId::Melding42eWeek),
            Self::Herstelmelding => None,
            Self::RivConcept => Some(TermijnId::RivConcept),
        }
    }
}

fn letter_van(compartiment: Compartiment) -> &'static str {
    match compartiment.categorie() {
        Categorie::A => "a",
        Categorie::B => "b",
        Categorie::C => "c",
        Categorie::D | Categorie::Factuur => "d",
    }
}
