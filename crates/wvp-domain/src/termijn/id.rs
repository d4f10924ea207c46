//! Names of the terms: words that outsiders rely on (design/contract.md).

use serde::{Deserialize, Serialize};

/// Names a term. One term may have several rows: one per basis.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum TermijnId {
    /// Report to the arbodienst.
    MeldingArbodienst,
    /// Probleemanalyse.
    Probleemanalyse,
    /// Bijstelling of the probleemanalyse after a relapse.
    BijstellingProbleemanalyse,
    /// Plan van aanpak.
    PlanVanAanpak,
    /// Bijstelling of the plan van aanpak.
    BijstellingPlanVanAanpak,
    /// Six-weekly progress talk.
    Voortgangsgesprek,
    /// Report to UWV in week 42.
    #[serde(rename = "melding_42e_week")]
    Melding42eWeek,
    /// Last day on which a late week-42 report keeps the leniency of art. 64(6) WIA.
    #[serde(rename = "grens_81_weken")]
    Grens81Weken,
    /// Evaluation at the end of the first year.
    Eerstejaarsevaluatie,
    /// Start of the second track.
    TweedeSpoor,
    /// End of the first year of illness.
    EindeEersteZiektejaar,
    /// Our own draft of the re-integratieverslag in week 84.
    RivConcept,
    /// UWV's letter on the WIA.
    UwvKennisgevingWia,
    /// Actueel oordeel of the bedrijfsarts.
    ActueelOordeel,
    /// Final evaluation.
    Eindevaluatie,
    /// Re-integratieverslag to the employee.
    RivAanWerknemer,
    /// Application for the WIA.
    WiaAanvraag,
    /// UWV's last day to decide on a loonsanctie.
    UwvBesluitLoonsanctie,
    /// Last day of the wachttijd.
    EindeWachttijd,
    /// Last day of loondoorbetaling.
    EindeLoondoorbetaling,
    /// Last day of the opzegverbod.
    EindeOpzegverbod,
    /// End of the watch after recovery.
    EindeKeten,
    /// Report of a vangnet case to UWV (R-60..R-65).
    Vangnetmelding,
    /// Report of the end of the employment while ill.
    MeldingZiekUitDienst,
    /// Joint request to extend the wachttijd.
    VerlengingAanvraag,
    /// UWV's decision on a request to shorten a loonsanctie.
    BekortingBesluit,
    /// Last day of a loonsanctie.
    EindeLoonsanctie,
    /// Window of the early IVA application.
    IvaAanvraagvenster,
    /// Last day of a shortened wachttijd.
    EindeVerkorteWachttijd,
}

impl TermijnId {
    /// Every term, in the order of the contract.
    pub const ALLE: [Self; 29] = [
        Self::MeldingArbodienst,
        Self::Probleemanalyse,
        Self::BijstellingProbleemanalyse,
        Self::PlanVanAanpak,
        Self::BijstellingPlanVanAanpak,
        Self::Voortgangsgesprek,
        Self::Melding42eWeek,
        Self::Grens81Weken,
        Self::Eerstejaarsevaluatie,
        Self::TweedeSpoor,
        Self::EindeEersteZiektejaar,
        Self::RivConcept,
        Self::UwvKennisgevingWia,
        Self::ActueelOordeel,
        Self::Eindevaluatie,
        Self::RivAanWerknemer,
        Self::WiaAanvraag,
        Self::UwvBesluitLoonsanctie,
        Self::EindeWachttijd,
        Self::EindeLoondoorbetaling,
        Self::EindeOpzegverbod,
        Self::EindeKeten,
        Self::Vangnetmelding,
        Self::MeldingZiekUitDienst,
        Self::VerlengingAanvraag,
        Self::BekortingBesluit,
        Self::EindeLoonsanctie,
        Self::IvaAanvraagvenster,
        Self::EindeVerkorteWachttijd,
    ];

    /// The word for it in JSON.
    #[must_use]
    pub fn sleutel(self) -> &'static str {
        match self {
            Self::MeldingArbodienst => "melding_arbodienst",
            Self::Probleemanalyse => "probleemanalyse",
            Self::BijstellingProbleemanalyse => "bijstelling_probleemanalyse",
            Self::PlanVanAanpak => "plan_van_aanpak",
            Self::BijstellingPlanVanAanpak => "bijstelling_plan_van_aanpak",
            Self::Voortgangsgesprek => "voortgangsgesprek",
            Self::Melding42eWeek => "melding_42e_week",
            Self::Grens81Weken => "grens_81_weken",
            Self::Eerstejaarsevaluatie => "eerstejaarsevaluatie",
            Self::TweedeSpoor => "tweede_spoor",
            Self::EindeEersteZiektejaar => "einde_eerste_ziektejaar",
            Self::RivConcept => "riv_concept",
            Self::UwvKennisgevingWia => "uwv_kennisgeving_wia",
            Self::ActueelOordeel => "actueel_oordeel",
            Self::Eindevaluatie => "eindevaluatie",
            Self::RivAanWerknemer => "riv_aan_werknemer",
            Self::WiaAanvraag => "wia_aanvraag",
            Self::UwvBesluitLoonsanctie => "uwv_besluit_loonsanctie",
            Self::EindeWachttijd => "einde_wachttijd",
            Self::EindeLoondoorbetaling => "einde_loondoorbetaling",
            Self::EindeOpzegverbod => "einde_opzegverbod",
            Self::EindeKeten => "einde_keten",
            Self::Vangnetmelding => "vangnetmelding",
            Self::MeldingZiekUitDienst => "melding_ziek_uit_dienst",
            Self::VerlengingAanvraag => "verlenging_aanvraag",
            Self::BekortingBesluit => "bekorting_besluit",
            Self::EindeLoonsanctie => "einde_loonsanctie",
            Self::IvaAanvraagvenster => "iva_aanvraagvenster",
            Self::EindeVerkorteWachttijd => "einde_verkorte_wachttijd",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TermijnId;

    #[test]
    fn de_sleutel_is_de_naam_in_json() {
        for id in TermijnId::ALLE {
            assert_eq!(serde_json::to_value(id).unwrap(), id.sleutel());
        }
    }
}
