//! Sessie: what a log-in establishes about one session. It comes from nowhere else.

use wvp_access::{Feit, Lezer, Omstandigheden};
use wvp_domain::bevoegdheid::gebruiker::Taakgebied;

use crate::functie::taakgebied;

/// What somebody says the data are needed for. A purpose counts when it belongs to the
/// function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doel {
    /// Guiding absence.
    Verzuimbegeleiding,
    /// Re-integration or an intervention.
    ReIntegratie,
    /// Judging and paying claims.
    Claimbeoordeling,
    /// Medical advice to an insurer.
    MedischAdvies,
    /// Reviewing the dossier of a colleague.
    Kwaliteitstoets,
    /// Reading one's own dossier.
    EigenInzage,
    /// Running organisation and system, or a duty of the law.
    Beheer,
}

impl Doel {
    /// What a function is there for.
    #[must_use]
    pub fn van(lezer: Lezer) -> Self {
        match taakgebied(lezer) {
            _ if lezer == Lezer::Werknemer => Self::EigenInzage,
            _ if lezer == Lezer::Werkgever => Self::Verzuimbegeleiding,
            Taakgebied::Claims => Self::Claimbeoordeling,
            Taakgebied::ReIntegratie => Self::ReIntegratie,
            Taakgebied::Verzuimbegeleiding => Self::Verzuimbegeleiding,
            Taakgebied::MedischAdvies | Taakgebied::MedischeStaf => Self::MedischAdvies,
            Taakgebied::Overig => Self::Beheer,
        }
    }

    /// Whether somebody with this function can have this purpose.
    #[must_use]
    pub fn past_bij(self, lezer: Lezer) -> bool {
        let werk = taakgebied(lezer);
        match self {
            Self::Kwaliteitstoets => werk == Taakgebied::Verzuimbegeleiding,
            Self::ReIntegratie => matches!(
                werk,
                Taakgebied::ReIntegratie
                    | Taakgebied::Verzuimbegeleiding
                    | Taakgebied::MedischAdvies
                    | Taakgebied::MedischeStaf
            ),
            Self::Verzuimbegeleiding
            | Self::Claimbeoordeling
            | Self::MedischAdvies
            | Self::EigenInzage
            | Self::Beheer => self == Self::van(lezer),
        }
    }
}

/// One session of a person who logged in with a personal account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sessie {
    doel: Doel,
    tweede_factor: bool,
}

impl Sessie {
    /// Logged in with one factor, for this purpose.
    #[must_use]
    pub fn ingelogd(doel: Doel) -> Self {
        Self { doel, tweede_factor: false }
    }

    /// Logged in with a second factor too.
    #[must_use]
    pub fn met_tweede_factor(self) -> Self {
        Self { tweede_factor: true, ..self }
    }

    /// What the data are needed for.
    #[must_use]
    pub fn doel(self) -> Doel {
        self.doel
    }

    /// Whether a second factor was used.
    #[must_use]
    pub fn heeft_tweede_factor(self) -> bool {
        self.tweede_factor
    }

    /// What this session establishes for whoever wears this hat.
    pub(crate) fn feiten(self, lezer: Lezer) -> Omstandigheden {
        let past = self.doel.past_bij(lezer);
        Omstandigheden::onbekend()
            .met(Feit::Authenticated, true)
            .met(Feit::Mfa, self.tweede_factor)
            .met(Feit::PurposeDeclared, past)
            .met(Feit::PurposeReintegration, past && self.doel == Doel::ReIntegratie)
    }
}

#[cfg(test)]
mod tests {
    use super::Doel;
    use wvp_access::Lezer;

    #[test]
    fn elke_functie_kan_haar_eigen_doel_hebben() {
        for lezer in Lezer::ALLE {
            assert!(Doel::van(lezer).past_bij(lezer), "{lezer}");
        }
    }

    #[test]
    fn wie_claims_beoordeelt_heeft_geen_ander_doel() {
        let lezer = Lezer::VerzekeraarClaimbeoordelaar;
        for doel in [Doel::ReIntegratie, Doel::Verzuimbegeleiding, Doel::Kwaliteitstoets] {
            assert!(!doel.past_bij(lezer), "{doel:?}");
        }
    }
}
