//! In sight: which facts a person may know of.

use std::collections::BTreeSet;

use wvp_domain::mijlpaal::correctie::Gecorrigeerd;
use wvp_domain::{Command, Compartiment, Event, Kenmerk, StukId};

use crate::laden::Gelezen;

/// Leaves out the facts whose section A stands in another compartment than these, and corrections of
/// what is left out: they would tell that it is there.
pub(crate) fn in_zicht(
    gelezen: Vec<Gelezen<Event>>,
    compartimenten: &[Compartiment],
) -> Vec<Gelezen<Event>> {
    let mag = |it: &Gelezen<Event>| it.in_a.is_some_and(|in_a| compartimenten.contains(&in_a));
    let mut zichtbaar: Vec<_> = gelezen.into_iter().filter(mag).collect();
    let stukken: BTreeSet<StukId> = zichtbaar.iter().filter_map(|it| stuk(&it.event)).collect();
    zichtbaar.retain(|it| correctie(&it.event).is_none_or(|c| stukken.contains(&c.van)));
    zichtbaar
}

/// Whether a command is about a fact that is not among these.
pub(crate) fn gaat_over_iets_anders(command: &Command, zichtbaar: &[&Event]) -> bool {
    let Command::CorrigeerFeit(c) = command else { return false };
    !zichtbaar.iter().any(|event| stuk(event) == Some(c.a.van))
}

fn stuk(event: &Event) -> Option<StukId> {
    match event.kenmerk() {
        Kenmerk::Stuk(stuk) => Some(stuk),
        Kenmerk::Herinnering(_) => None,
    }
}

fn correctie(event: &Event) -> Option<&Gecorrigeerd> {
    let Event::FeitGecorrigeerd(correctie) = event else { return None };
    Some(&correctie.a)
}
