//! What falls due on a day: reminders, the draft of the re-integratieverslag, the end of a chain.

use crate::{Datum, Dossier, Event};

/// Everything that this day makes true; empty when it was already so.
#[must_use]
pub fn sluit(_dossier: &Dossier, _vandaag: Datum) -> Vec<Event> {
    vec![]
}
