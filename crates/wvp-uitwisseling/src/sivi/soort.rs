//! Sorts of papers by our own list (domain/documents.md 4.9), and which of them an employer may read.

/// What a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Documentsoort {
    /// Probleemanalyse (PA).
    Probleemanalyse,
    /// Bijstelling probleemanalyse (PA-BIJ).
    BijstellingProbleemanalyse,
    /// Plan van aanpak (PVA).
    PlanVanAanpak,
    /// Bijstelling plan van aanpak (PVA-BIJ).
    BijstellingPlanVanAanpak,
    /// Tussentijdse evaluatie (EVAL).
    Evaluatie,
    /// Eerstejaarsevaluatie (EJE).
    Eerstejaarsevaluatie,
    /// Eindevaluatie plan van aanpak (EINDE).
    Eindevaluatie,
    /// Actueel oordeel bedrijfsarts (AO).
    ActueelOordeel,
    /// Medische informatie (MED).
    MedischeInformatie,
    /// Oordeel werknemer (OW).
    OordeelWerknemer,
    /// Verkort re-integratieverslag Ziektewet (VRIV).
    VerkortVerslag,
    /// 42e-weeksmelding (W42).
    Melding42eWeek,
    /// Herstelmelding (HERSTEL).
    Herstelmelding,
    /// Functionele mogelijkhedenlijst (FML).
    FunctioneleMogelijkheden,
    /// Inzetbaarheidsprofiel (IZP).
    Inzetbaarheidsprofiel,
    /// Beschrijving arbeidsbelastbaarheid en re-integratie (BAR).
    Arbeidsbelastbaarheid,
    /// Arbeidsdeskundig rapport (AD).
    ArbeidsdeskundigRapport,
    /// Plan tweede spoor (SP2-PLAN).
    Spoor2Plan,
    /// Voortgang tweede spoor (SP2-VOORTGANG).
    Spoor2Voortgang,
    /// Deskundigenoordeel (DO).
    Deskundigenoordeel,
    /// Inhoud re-integratieverslag (RIV-INHOUD).
    RivInhoud,
    /// Brief van UWV (UWV-BRIEF).
    UwvBrief,
    /// Besluit loonsanctie (LOONSANCTIE).
    Loonsanctie,
    /// Verzoek bekorting loonsanctie (BEKORTING).
    Bekorting,
}

impl Documentsoort {
    /// Every sort.
    pub const ALLE: [Self; 24] = [
        Self::Probleemanalyse,
        Self::BijstellingProbleemanalyse,
        Self::PlanVanAanpak,
        Self::BijstellingPlanVanAanpak,
        Self::Evaluatie,
        Self::Eerstejaarsevaluatie,
        Self::Eindevaluatie,
        Self::ActueelOordeel,
        Self::MedischeInformatie,
        Self::OordeelWerknemer,
        Self::VerkortVerslag,
        Self::Melding42eWeek,
        Self::Herstelmelding,
        Self::FunctioneleMogelijkheden,
        Self::Inzetbaarheidsprofiel,
        Self::Arbeidsbelastbaarheid,
        Self::ArbeidsdeskundigRapport,
        Self::Spoor2Plan,
        Self::Spoor2Voortgang,
        Self::Deskundigenoordeel,
        Self::RivInhoud,
        Self::UwvBrief,
        Self::Loonsanctie,
        Self::Bekorting,
    ];

    /// Its code in our own list.
    pub fn code(self) -> &'static str {
        self.regel().0
    }

    /// What it is called.
    pub fn titel(self) -> &'static str {
        self.regel().1
    }

    /// Whether it may go in a message that an employer can read.
    ///
    /// Not what is medical, what the employee gives on its own terms, what lists limits of health (the employer
    /// gets the translation into work), what holds such a part, and what UWV wrote to nobody knows whom.
    pub fn mag_naar_werkgever(self) -> bool {
        self.regel().2
    }

    fn regel(self) -> (&'static str, &'static str, bool) {
        match self {
            Self::Probleemanalyse => ("PA", "probleemanalyse", true),
            Self::BijstellingProbleemanalyse => ("PA-BIJ", "bijstelling probleemanalyse", true),
            Self::PlanVanAanpak => ("PVA", "plan van aanpak", true),
            Self::BijstellingPlanVanAanpak => ("PVA-BIJ", "bijstelling plan van aanpak", true),
            Self::Evaluatie => ("EVAL", "tussentijdse evaluatie", true),
            Self::Eerstejaarsevaluatie => ("EJE", "eerstejaarsevaluatie", true),
            Self::Eindevaluatie => ("EINDE", "eindevaluatie plan van aanpak", true),
            Self::ActueelOordeel => ("AO", "actueel oordeel bedrijfsarts", true),
            Self::MedischeInformatie => ("MED", "medische informatie", false),
            Self::OordeelWerknemer => ("OW", "oordeel werknemer", false),
            Self::VerkortVerslag => ("VRIV", "verkort re-integratieverslag Ziektewet", false),
            Self::Melding42eWeek => ("W42", "42e-weeksmelding", true),
            Self::Herstelmelding => ("HERSTEL", "herstelmelding", true),
            Self::FunctioneleMogelijkheden => ("FML", "functionele mogelijkhedenlijst", false),
            Self::Inzetbaarheidsprofiel => ("IZP", "inzetbaarheidsprofiel", false),
            Self::Arbeidsbelastbaarheid => {
                ("BAR", "beschrijving arbeidsbelastbaarheid en re-integratie", false)
            }
            Self::ArbeidsdeskundigRapport => ("AD", "arbeidsdeskundig rapport", true),
            Self::Spoor2Plan => ("SP2-PLAN", "plan tweede spoor", true),
            Self::Spoor2Voortgang => ("SP2-VOORTGANG", "voortgang tweede spoor", true),
            Self::Deskundigenoordeel => ("DO", "deskundigenoordeel", true),
            Self::RivInhoud => ("RIV-INHOUD", "inhoud re-integratieverslag", true),
            Self::UwvBrief => ("UWV-BRIEF", "brief van UWV", false),
            Self::Loonsanctie => ("LOONSANCTIE", "besluit loonsanctie", true),
            Self::Bekorting => ("BEKORTING", "verzoek bekorting loonsanctie", true),
        }
    }
}
