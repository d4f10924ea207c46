//! Reasons that UWV gives or may give, as codes that outsiders rely on (documents.md 2.6).

use serde::{Deserialize, Serialize};

use crate::mijlpaal::riv::Element;

/// Why UWV asks, or why it would impose a loonsanctie.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
pub enum Redencode {
    /// The probleemanalyse is missing.
    #[serde(rename = "ADM-PA-ONTBREEKT")]
    AdmPaOntbreekt,
    /// The plan van aanpak is missing.
    #[serde(rename = "ADM-PVA-ONTBREEKT")]
    AdmPvaOntbreekt,
    /// A bijstelling is missing.
    #[serde(rename = "ADM-BIJSTELLING-ONTBREEKT")]
    AdmBijstellingOntbreekt,
    /// The eerstejaarsevaluatie is missing.
    #[serde(rename = "ADM-EJE-ONTBREEKT")]
    AdmEjeOntbreekt,
    /// The eindevaluatie is missing.
    #[serde(rename = "ADM-EINDEVAL-ONTBREEKT")]
    AdmEindevalOntbreekt,
    /// The actueel oordeel is missing.
    #[serde(rename = "ADM-AO-ONTBREEKT")]
    AdmAoOntbreekt,
    /// The medische informatie is missing.
    #[serde(rename = "ADM-MED-ONTBREEKT")]
    AdmMedOntbreekt,
    /// A document is not signed.
    #[serde(rename = "ADM-NIET-ONDERTEKEND")]
    AdmNietOndertekend,
    /// A document is not in the required form.
    #[serde(rename = "ADM-VORMEIS")]
    AdmVormeis,
    /// The report was late.
    #[serde(rename = "ADM-TE-LAAT")]
    AdmTeLaat,
    /// UWV asks for a neuropsychological examination.
    #[serde(rename = "ONG-NEUROPSYCHOLOGISCH-ONDERZOEK")]
    OngNeuropsychologischOnderzoek,
    /// UWV asks why the second track began late.
    #[serde(rename = "ONG-UITLEG-SPOOR2-LAAT")]
    OngUitlegSpoor2Laat,
    /// UWV asks for information of those who treat.
    #[serde(rename = "ONG-BEHANDELENDE-SECTOR")]
    OngBehandelendeSector,
    /// UWV asks for answers to its doctor.
    #[serde(rename = "ONG-VRAGEN-VERZEKERINGSARTS")]
    OngVragenVerzekeringsarts,
    /// UWV asks after it confirmed completeness.
    #[serde(rename = "ONG-NA-VOLLEDIG")]
    OngNaVolledig,
    /// UWV asks after the wachttijd.
    #[serde(rename = "ONG-NA-WEEK-104")]
    OngNaWeek104,
    /// Nothing was done.
    #[serde(rename = "INH-GEEN-INSPANNING")]
    InhGeenInspanning,
    /// Too little for the own work.
    #[serde(rename = "INH-SPOOR1-EIGEN-ONVOLDOENDE")]
    InhSpoor1EigenOnvoldoende,
    /// Too little for other work at the employer.
    #[serde(rename = "INH-SPOOR1-ANDER-ONVOLDOENDE")]
    InhSpoor1AnderOnvoldoende,
    /// The second track did not start.
    #[serde(rename = "INH-SPOOR2-NIET")]
    InhSpoor2Niet,
    /// The second track started late.
    #[serde(rename = "INH-SPOOR2-TE-LAAT")]
    InhSpoor2TeLaat,
    /// Too little in the second track.
    #[serde(rename = "INH-SPOOR2-ONVOLDOENDE")]
    InhSpoor2Onvoldoende,
    /// The work is below the possibilities.
    #[serde(rename = "INH-NIET-PASSEND")]
    InhNietPassend,
    /// The work is not structural.
    #[serde(rename = "INH-NIET-STRUCTUREEL")]
    InhNietStructureel,
    /// Arbeidstherapie took too long.
    #[serde(rename = "INH-TE-LANG-ARBEIDSTHERAPIE")]
    InhTeLangArbeidstherapie,
    /// Nothing was done about stagnation.
    #[serde(rename = "INH-BEHANDELING-STAGNATIE")]
    InhBehandelingStagnatie,
    /// The judgement of the bedrijfsarts is not plausible.
    #[serde(rename = "INH-BA-OORDEEL-NIET-PLAUSIBEL")]
    InhBaOordeelNietPlausibel,
    /// There were possibilities to work.
    #[serde(rename = "INH-GBM-ONTERECHT")]
    InhGbmOnterecht,
    /// The employee did not cooperate and nothing followed.
    #[serde(rename = "INH-W-WERKT-NIET-MEE-GEEN-MAATREGEL")]
    InhWWerktNietMeeGeenMaatregel,
    /// The re-integratiebedrijf was not steered.
    #[serde(rename = "INH-RB-NIET-GESTUURD")]
    InhRbNietGestuurd,
    /// An offer of the employee was refused.
    #[serde(rename = "INH-AANBOD-W-GEWEIGERD")]
    InhAanbodWGeweigerd,
    /// A conflict was left alone.
    #[serde(rename = "INH-CONFLICT-NIET-AANGEPAKT")]
    InhConflictNietAangepakt,
    /// The probleemanalyse was not adjusted.
    #[serde(rename = "INH-PA-NIET-BIJGESTELD")]
    InhPaNietBijgesteld,
    /// The plan was not adjusted.
    #[serde(rename = "INH-PVA-NIET-BIJGESTELD")]
    InhPvaNietBijgesteld,
}

/// What kind of reason it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Soort {
    /// A document is missing, or not in order: UWV may ask for it.
    Administratief,
    /// No valid administrative ground: UWV may not stop the assessment for it.
    GeenGrond,
    /// About what was done to re-integrate.
    Inhoudelijk,
}

impl Redencode {
    /// Every reason, in the order of documents.md.
    pub const ALLE: [Self; 34] = [
        Self::AdmPaOntbreekt,
        Self::AdmPvaOntbreekt,
        Self::AdmBijstellingOntbreekt,
        Self::AdmEjeOntbreekt,
        Self::AdmEindevalOntbreekt,
        Self::AdmAoOntbreekt,
        Self::AdmMedOntbreekt,
        Self::AdmNietOndertekend,
        Self::AdmVormeis,
        Self::AdmTeLaat,
        Self::OngNeuropsychologischOnderzoek,
        Self::OngUitlegSpoor2Laat,
        Self::OngBehandelendeSector,
        Self::OngVragenVerzekeringsarts,
        Self::OngNaVolledig,
        Self::OngNaWeek104,
        Self::InhGeenInspanning,
        Self::InhSpoor1EigenOnvoldoende,
        Self::InhSpoor1AnderOnvoldoende,
        Self::InhSpoor2Niet,
        Self::InhSpoor2TeLaat,
        Self::InhSpoor2Onvoldoende,
        Self::InhNietPassend,
        Self::InhNietStructureel,
        Self::InhTeLangArbeidstherapie,
        Self::InhBehandelingStagnatie,
        Self::InhBaOordeelNietPlausibel,
        Self::InhGbmOnterecht,
        Self::InhWWerktNietMeeGeenMaatregel,
        Self::InhRbNietGestuurd,
        Self::InhAanbodWGeweigerd,
        Self::InhConflictNietAangepakt,
        Self::InhPaNietBijgesteld,
        Self::InhPvaNietBijgesteld,
    ];

    /// The code as documents.md and JSON write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::AdmPaOntbreekt => "ADM-PA-ONTBREEKT",
            Self::AdmPvaOntbreekt => "ADM-PVA-ONTBREEKT",
            Self::AdmBijstellingOntbreekt => "ADM-BIJSTELLING-ONTBREEKT",
            Self::AdmEjeOntbreekt => "ADM-EJE-ONTBREEKT",
            Self::AdmEindevalOntbreekt => "ADM-EINDEVAL-ONTBREEKT",
            Self::AdmAoOntbreekt => "ADM-AO-ONTBREEKT",
            Self::AdmMedOntbreekt => "ADM-MED-ONTBREEKT",
            Self::AdmNietOndertekend => "ADM-NIET-ONDERTEKEND",
            Self::AdmVormeis => "ADM-VORMEIS",
            Self::AdmTeLaat => "ADM-TE-LAAT",
            Self::OngNeuropsychologischOnderzoek => "ONG-NEUROPSYCHOLOGISCH-ONDERZOEK",
            Self::OngUitlegSpoor2Laat => "ONG-UITLEG-SPOOR2-LAAT",
            Self::OngBehandelendeSector => "ONG-BEHANDELENDE-SECTOR",
            Self::OngVragenVerzekeringsarts => "ONG-VRAGEN-VERZEKERINGSARTS",
            Self::OngNaVolledig => "ONG-NA-VOLLEDIG",
            Self::OngNaWeek104 => "ONG-NA-WEEK-104",
            Self::InhGeenInspanning => "INH-GEEN-INSPANNING",
            Self::InhSpoor1EigenOnvoldoende => "INH-SPOOR1-EIGEN-ONVOLDOENDE",
            Self::InhSpoor1AnderOnvoldoende => "INH-SPOOR1-ANDER-ONVOLDOENDE",
            Self::InhSpoor2Niet => "INH-SPOOR2-NIET",
            Self::InhSpoor2TeLaat => "INH-SPOOR2-TE-LAAT",
            Self::InhSpoor2Onvoldoende => "INH-SPOOR2-ONVOLDOENDE",
            Self::InhNietPassend => "INH-NIET-PASSEND",
            Self::InhNietStructureel => "INH-NIET-STRUCTUREEL",
            Self::InhTeLangArbeidstherapie => "INH-TE-LANG-ARBEIDSTHERAPIE",
            Self::InhBehandelingStagnatie => "INH-BEHANDELING-STAGNATIE",
            Self::InhBaOordeelNietPlausibel => "INH-BA-OORDEEL-NIET-PLAUSIBEL",
            Self::InhGbmOnterecht => "INH-GBM-ONTERECHT",
            Self::InhWWerktNietMeeGeenMaatregel => "INH-W-WERKT-NIET-MEE-GEEN-MAATREGEL",
            Self::InhRbNietGestuurd => "INH-RB-NIET-GESTUURD",
            Self::InhAanbodWGeweigerd => "INH-AANBOD-W-GEWEIGERD",
            Self::InhConflictNietAangepakt => "INH-CONFLICT-NIET-AANGEPAKT",
            Self::InhPaNietBijgesteld => "INH-PA-NIET-BIJGESTELD",
            Self::InhPvaNietBijgesteld => "INH-PVA-NIET-BIJGESTELD",
        }
    }

    /// The reason for which UWV asks the employer for a missing element; none for the oordeel
    /// werknemer, for which it asks the employee.
    #[must_use]
    pub fn bij_ontbreken(element: Element) -> Option<Self> {
        match element {
            Element::Probleemanalyse => Some(Self::AdmPaOntbreekt),
            Element::BijstellingProbleemanalyse | Element::BijstellingPlanVanAanpak => {
                Some(Self::AdmBijstellingOntbreekt)
            }
            Element::PlanVanAanpak => Some(Self::AdmPvaOntbreekt),
            Element::Eerstejaarsevaluatie => Some(Self::AdmEjeOntbreekt),
            Element::ActueelOordeel => Some(Self::AdmAoOntbreekt),
            Element::MedischeInformatie => Some(Self::AdmMedOntbreekt),
            Element::Eindevaluatie => Some(Self::AdmEindevalOntbreekt),
            Element::OordeelWerknemer => None,
        }
    }
}
