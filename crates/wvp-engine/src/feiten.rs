//! Circumstances that the events of a dossier establish.

use wvp_access::{Feit, Lezer, Omstandigheden};
use wvp_domain::{Dossier, WerknemerId};

use crate::gebruiker::Gebruiker;

/// What is known about this person and this dossier together.
pub(crate) fn vastgesteld(dossier: &Dossier, wie: &Gebruiker) -> Omstandigheden {
    let melding = dossier.ziekmelding.first();
    let eigen = melding.is_some_and(|melding| is_eigen(wie, melding.werknemer));
    wie.sessie
        .met(Feit::AfterSickReport, melding.is_some())
        .met(Feit::NamedInPva, dossier.is_genoemd_in_plan(wie.account))
        .met(Feit::OwnRecord, eigen)
}

/// What was known about this person and this dossier on the day that the facts are of. The one place that
/// looks back: what else comes to be established by facts is taken as it was then, here.
pub(crate) fn omstandigheden_op(staat_van_toen: &Dossier, wie: &Gebruiker) -> Omstandigheden {
    vastgesteld(staat_van_toen, wie)
}

/// Whether these are the data of this person, who asks as the employee. Who asks with another hat on
/// has no rights of a data subject, not even on the own dossier (abuse case AC-48).
pub(crate) fn is_eigen(wie: &Gebruiker, werknemer: WerknemerId) -> bool {
    wie.lezer == Lezer::Werknemer && wie.werknemer == Some(werknemer)
}
