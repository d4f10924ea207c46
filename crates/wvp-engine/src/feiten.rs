//! Circumstances that the events of a dossier establish.

use wvp_access::{Feit, Omstandigheden};
use wvp_domain::Dossier;

use crate::gebruiker::Gebruiker;

/// What is known about this person and this dossier together.
pub(crate) fn vastgesteld(dossier: &Dossier, wie: &Gebruiker) -> Omstandigheden {
    let melding = dossier.ziekmelding.first();
    let eigen = wie.werknemer.zip(melding).is_some_and(|(zelf, melding)| zelf == melding.werknemer);
    wie.sessie
        .met(Feit::AfterSickReport, melding.is_some())
        .met(Feit::NamedInPva, dossier.is_genoemd_in_plan(wie.account))
        .met(Feit::OwnRecord, eigen)
}
