//! Doel: what data are read or sent for. A purpose is one of these, never a text of one's own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A purpose. The order is stored and never changes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Doel {
    /// Guiding the absence: employer, casemanager, administration.
    Verzuimbegeleiding,
    /// Judging abilities, by or for the bedrijfsarts.
    MedischOordeel,
    /// Re-integration, the second track and work that fits.
    ReIntegratie,
    /// An intervention: advice, agreement, execution.
    Interventie,
    /// What the law says must go to UWV.
    WettelijkeMelding,
    /// Judging a claim on the insurance.
    Claimbeoordeling,
    /// Paying for an intervention.
    Betaling,
    /// Objection, appeal or reassessment.
    BezwaarOfBeroep,
    /// Care by somebody outside the arbodienst.
    Zorg,
    /// The own data of the employee.
    EigenDossier,
    /// Supervision of how data are handled.
    Toezicht,
    /// Keeping the administration and the system running.
    Beheer,
    /// Medical advice to an insurer.
    MedischAdvies,
    /// Reviewing the dossier of a colleague.
    Kwaliteitstoets,
}

impl Doel {
    /// Every purpose, in stored order.
    pub const ALLE: [Self; 14] = [
        Self::Verzuimbegeleiding,
        Self::MedischOordeel,
        Self::ReIntegratie,
        Self::Interventie,
        Self::WettelijkeMelding,
        Self::Claimbeoordeling,
        Self::Betaling,
        Self::BezwaarOfBeroep,
        Self::Zorg,
        Self::EigenDossier,
        Self::Toezicht,
        Self::Beheer,
        Self::MedischAdvies,
        Self::Kwaliteitstoets,
    ];

    /// The purpose in plain Dutch.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Verzuimbegeleiding => "Begeleiding van het verzuim",
            Self::MedischOordeel => "Oordeel van de bedrijfsarts",
            Self::ReIntegratie => "Re-integratie",
            Self::Interventie => "Interventie",
            Self::WettelijkeMelding => "Wettelijke melding aan UWV",
            Self::Claimbeoordeling => "Beoordeling van een claim",
            Self::Betaling => "Betaling van een interventie",
            Self::BezwaarOfBeroep => "Bezwaar, beroep of herbeoordeling",
            Self::Zorg => "Zorg",
            Self::EigenDossier => "Eigen dossier",
            Self::Toezicht => "Toezicht op de gegevensbescherming",
            Self::Beheer => "Beheer",
            Self::MedischAdvies => "Medisch advies aan een verzekeraar",
            Self::Kwaliteitstoets => "Toets van de kwaliteit",
        }
    }
}
