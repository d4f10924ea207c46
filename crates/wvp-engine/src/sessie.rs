//! Sessie: what a log-in establishes about one session. It comes from nowhere else.

use uuid::Uuid;
use wvp_access::{Feit, Lezer, Omstandigheden};
use wvp_domain::AccountId;
use wvp_domain::bevoegdheid::Organisatie;
use wvp_domain::bevoegdheid::gebruiker::Taakgebied;
use wvp_domain::bevoegdheid::inlog::Reikwijdte;
use wvp_domain::doel::Doel;

use crate::auteurschap::{Kring, kring};
use crate::beheer::geweigerd;
use crate::fout::Geweigerd;
use crate::functie::taakgebied;
use crate::toeval::nieuw_id;

/// What a function is there for.
#[must_use]
pub fn doel_van(lezer: Lezer) -> Doel {
    if lezer == Lezer::FunctionarisGegevensbescherming {
        return Doel::Toezicht;
    }
    match (kring(lezer), taakgebied(lezer)) {
        (Some(Kring::Werknemer), _) => Doel::EigenDossier,
        (Some(Kring::Werkgeverszijde | Kring::Administratie), Taakgebied::Overig) => {
            Doel::Verzuimbegeleiding
        }
        (Some(Kring::MedischeLijn), Taakgebied::Verzuimbegeleiding) => Doel::MedischOordeel,
        (Some(Kring::Uwv), _) => Doel::WettelijkeMelding,
        (_, Taakgebied::Claims) => Doel::Claimbeoordeling,
        (_, Taakgebied::ReIntegratie) => Doel::ReIntegratie,
        (_, Taakgebied::Verzuimbegeleiding) => Doel::Verzuimbegeleiding,
        (_, Taakgebied::MedischAdvies | Taakgebied::MedischeStaf) => Doel::MedischAdvies,
        (_, Taakgebied::Overig) => Doel::Beheer,
    }
}

/// Whether somebody with this function can have this purpose.
pub(crate) fn past_bij(doel: Doel, lezer: Lezer) -> bool {
    let werk = taakgebied(lezer);
    match doel {
        Doel::Kwaliteitstoets => werk == Taakgebied::Verzuimbegeleiding,
        Doel::ReIntegratie => matches!(
            werk,
            Taakgebied::ReIntegratie
                | Taakgebied::Verzuimbegeleiding
                | Taakgebied::MedischAdvies
                | Taakgebied::MedischeStaf
        ),
        Doel::Verzuimbegeleiding
        | Doel::MedischOordeel
        | Doel::Interventie
        | Doel::WettelijkeMelding
        | Doel::Claimbeoordeling
        | Doel::Betaling
        | Doel::BezwaarOfBeroep
        | Doel::Zorg
        | Doel::EigenDossier
        | Doel::Toezicht
        | Doel::Beheer
        | Doel::MedischAdvies => doel == doel_van(lezer),
    }
}

/// One session of a person who logged in with a personal account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sessie {
    doel: Doel,
    tweede_factor: bool,
    namens: Option<AccountId>,
    organisatie: Option<Organisatie>,
    nummer: Uuid,
    /// How much a program may do that was let in; none when it is the owner who is logged in.
    programma: Option<Reikwijdte>,
}

impl Sessie {
    /// Logged in with one factor, for this purpose. A purpose counts when it belongs to the function.
    #[must_use]
    pub fn ingelogd(doel: Doel) -> Self {
        let nummer = nieuw_id();
        let (namens, organisatie, programma) = (None, None, None);
        Self { doel, tweede_factor: false, namens, organisatie, nummer, programma }
    }

    /// Logged in with a second factor too.
    #[must_use]
    pub fn met_tweede_factor(self) -> Self {
        Self { tweede_factor: true, ..self }
    }

    /// On behalf of somebody who is away: nothing of the own dossiers, and of theirs what was handed over.
    #[must_use]
    pub fn namens(self, account: AccountId) -> Self {
        Self { namens: Some(account), ..self }
    }

    /// At this organisation. Who has the same function at two must say at which: until then there is none, and
    /// no right either. What is assigned to one gives nothing with the hat of the other on.
    #[must_use]
    pub fn bij(self, organisatie: Organisatie) -> Self {
        Self { organisatie: Some(organisatie), ..self }
    }

    /// Under the number that the log-in keeps it by.
    #[must_use]
    pub fn met_nummer(self, nummer: Uuid) -> Self {
        Self { nummer, ..self }
    }

    /// Not the owner but a program of the owner, which may do so much.
    #[must_use]
    pub(crate) fn van_programma(self, reikwijdte: Reikwijdte) -> Self {
        Self { programma: Some(reikwijdte), ..self }
    }

    /// Whether it is a program and not its owner.
    pub(crate) fn is_programma(self) -> bool {
        self.programma.is_some()
    }

    /// Asks that anything may be recorded in it: a program that was let in to read records nothing,
    /// whatever its function may.
    pub(crate) fn eis_schrijven(self) -> Result<(), Geweigerd> {
        if self.programma == Some(Reikwijdte::Lezen) {
            return Err(geweigerd("R-287", "Dit token is alleen om te lezen."));
        }
        Ok(())
    }

    /// Its number: what a signature names.
    #[must_use]
    pub fn nummer(self) -> Uuid {
        self.nummer
    }

    /// On whose behalf, if anybody's.
    #[must_use]
    pub fn waarneming_voor(self) -> Option<AccountId> {
        self.namens
    }

    /// At which organisation, if that was said.
    #[must_use]
    pub fn organisatie(self) -> Option<Organisatie> {
        self.organisatie
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
        let past = past_bij(self.doel, lezer);
        Omstandigheden::onbekend()
            .met(Feit::Authenticated, true)
            .met(Feit::Mfa, self.tweede_factor)
            .met(Feit::PurposeDeclared, past)
            .met(Feit::PurposeReintegration, past && self.doel == Doel::ReIntegratie)
    }
}

#[cfg(test)]
mod tests {
    use super::{doel_van, past_bij};
    use wvp_access::Lezer;
    use wvp_domain::doel::Doel;

    #[test]
    fn elke_functie_kan_haar_eigen_doel_hebben() {
        for lezer in Lezer::ALLE {
            assert!(past_bij(doel_van(lezer), lezer), "{lezer}");
        }
    }

    #[test]
    fn wie_claims_beoordeelt_heeft_geen_ander_doel() {
        let lezer = Lezer::VerzekeraarClaimbeoordelaar;
        for doel in [Doel::ReIntegratie, Doel::Verzuimbegeleiding, Doel::Kwaliteitstoets] {
            assert!(!past_bij(doel, lezer), "{doel:?}");
        }
    }
}
