//! How terms speak.

use crate::TermijnId;

impl TermijnId {
    /// The Dutch words for it; a milestone that fulfils a term has the same name.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::MeldingArbodienst => "Melding aan arbodienst",
            Self::Probleemanalyse => "Probleemanalyse",
            Self::BijstellingProbleemanalyse => "Bijstelling probleemanalyse",
            Self::PlanVanAanpak => "Plan van aanpak",
            Self::BijstellingPlanVanAanpak => "Bijstelling plan van aanpak",
            Self::Voortgangsgesprek => "Voortgangsgesprek",
            Self::Melding42eWeek => "Melding aan UWV in week 42",
            Self::Grens81Weken => "Grens van 81 weken voor de melding aan UWV",
            Self::Eerstejaarsevaluatie => "Eerstejaarsevaluatie",
            Self::TweedeSpoor => "Besluit tweede spoor",
            Self::EindeEersteZiektejaar => "Einde eerste ziektejaar",
            Self::RivConcept => "Concept re-integratieverslag",
            Self::UwvKennisgevingWia => "Brief van UWV over de WIA",
            Self::ActueelOordeel => "Actueel oordeel",
            Self::Eindevaluatie => "Eindevaluatie",
            Self::RivAanWerknemer => "Re-integratieverslag aan werknemer",
            Self::WiaAanvraag => "WIA-aanvraag",
            Self::UwvBesluitLoonsanctie => "Besluit van UWV over een loonsanctie",
            Self::EindeWachttijd => "Einde wachttijd",
            Self::EindeLoondoorbetaling => "Einde loondoorbetaling",
            Self::EindeOpzegverbod => "Einde opzegverbod",
            Self::EindeKeten => "Vier weken na herstel",
            Self::Vangnetmelding => "Vangnetmelding aan UWV",
            Self::MeldingZiekUitDienst => "Melding ziek uit dienst",
            Self::VerlengingAanvraag => "Aanvraag verlenging wachttijd",
            Self::BekortingBesluit => "Besluit van UWV over bekorting",
            Self::EindeLoonsanctie => "Einde loonsanctie",
            Self::IvaAanvraagvenster => "Vervroegde IVA-aanvraag",
            Self::EindeVerkorteWachttijd => "Einde verkorte wachttijd",
        }
    }
}
