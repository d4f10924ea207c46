//! The elements of a re-integratieverslag by their exact names (BWBR0015184 art. 2(2)).

/// An element that is typeset as a document of its own.
///
/// Without UWV's own forms the elements must be separate and recognisable: each bears exactly
/// [`Element::naam`] as its title. The medical part is not here on purpose: it is never typeset
/// for the re-integratieverslag (see [`Onderdeel::MedischeInformatie`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Element {
    /// By the bedrijfsarts, week 6.
    Probleemanalyse,
    /// A later version of the probleemanalyse.
    BijstellingProbleemanalyse,
    /// By employer and employee, week 8.
    PlanVanAanpak,
    /// A later version of the plan van aanpak.
    BijstellingPlanVanAanpak,
    /// By employer and employee, end of the first year.
    Eerstejaarsevaluatie,
    /// By the bedrijfsarts, at most three months before the application.
    ActueelOordeel,
    /// By employer and employee, before week 91.
    Eindevaluatie,
    /// A form that the employee fills in.
    OordeelWerknemer,
}

/// What a line of the cover stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Onderdeel {
    /// A document of the re-integratieverslag.
    Element(Element),
    /// The medical part: a name on the cover only. It goes from bedrijfsarts to employee, closed.
    MedischeInformatie,
}

impl Element {
    /// The exact Dutch name, used as title.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Probleemanalyse => "Probleemanalyse",
            Self::BijstellingProbleemanalyse => "Bijstelling probleemanalyse",
            Self::PlanVanAanpak => "Plan van aanpak",
            Self::BijstellingPlanVanAanpak => "Bijstelling plan van aanpak",
            Self::Eerstejaarsevaluatie => "Eerstejaarsevaluatie",
            Self::ActueelOordeel => "Actueel oordeel",
            Self::Eindevaluatie => "Eindevaluatie",
            Self::OordeelWerknemer => "Oordeel werknemer",
        }
    }

    /// The document type code for manifests.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Probleemanalyse => "PA",
            Self::BijstellingProbleemanalyse => "PA-BIJ",
            Self::PlanVanAanpak => "PVA",
            Self::BijstellingPlanVanAanpak => "PVA-BIJ",
            Self::Eerstejaarsevaluatie => "EJE",
            Self::ActueelOordeel => "AO",
            Self::Eindevaluatie => "EINDE",
            Self::OordeelWerknemer => "OW",
        }
    }

    /// The file name within the verslag, sorting in reading order.
    ///
    /// `nr` counts the bijstellingen of one kind from 1; the other elements occur once and ignore
    /// it. A name never holds a person or a fact of the case.
    #[must_use]
    pub fn bestandsnaam(self, nr: u16) -> String {
        match self {
            Self::Probleemanalyse => "01_probleemanalyse.pdf".to_owned(),
            Self::BijstellingProbleemanalyse => format!("01b_bijstelling_pa_{nr:02}.pdf"),
            Self::PlanVanAanpak => "02_plan_van_aanpak.pdf".to_owned(),
            Self::BijstellingPlanVanAanpak => format!("02b_bijstelling_pva_{nr:02}.pdf"),
            Self::Eerstejaarsevaluatie => "03_eerstejaarsevaluatie.pdf".to_owned(),
            Self::ActueelOordeel => "04_actueel_oordeel.pdf".to_owned(),
            Self::Eindevaluatie => "05_eindevaluatie.pdf".to_owned(),
            Self::OordeelWerknemer => "06_oordeel_werknemer.pdf".to_owned(),
        }
    }

    /// Whether one verslag may hold several of these, numbered in order of date.
    #[must_use]
    pub fn komt_vaker_voor(self) -> bool {
        match self {
            Self::BijstellingProbleemanalyse | Self::BijstellingPlanVanAanpak => true,
            Self::Probleemanalyse
            | Self::PlanVanAanpak
            | Self::Eerstejaarsevaluatie
            | Self::ActueelOordeel
            | Self::Eindevaluatie
            | Self::OordeelWerknemer => false,
        }
    }
}

impl Onderdeel {
    /// The exact Dutch name.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Element(element) => element.naam(),
            Self::MedischeInformatie => "Medische informatie",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Element;

    #[test]
    fn bestandsnamen_staan_in_leesvolgorde_en_tellen_bijstellingen() {
        let namen = [
            Element::Probleemanalyse.bestandsnaam(1),
            Element::BijstellingProbleemanalyse.bestandsnaam(1),
            Element::BijstellingProbleemanalyse.bestandsnaam(12),
            Element::PlanVanAanpak.bestandsnaam(1),
            Element::BijstellingPlanVanAanpak.bestandsnaam(2),
            Element::Eerstejaarsevaluatie.bestandsnaam(1),
            Element::ActueelOordeel.bestandsnaam(1),
            Element::Eindevaluatie.bestandsnaam(1),
            Element::OordeelWerknemer.bestandsnaam(1),
        ];
        assert!(namen.is_sorted());
        assert_eq!(namen[1], "01b_bijstelling_pa_01.pdf");
        assert_eq!(namen[2], "01b_bijstelling_pa_12.pdf");
        assert_eq!(namen[4], "02b_bijstelling_pva_02.pdf");
    }
}
