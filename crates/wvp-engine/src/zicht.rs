//! In sight: which facts a person may know of.

use std::collections::BTreeSet;

use wvp_access::{Lezer, Partij};
use wvp_domain::mijlpaal::correctie::Gecorrigeerd;
use wvp_domain::{Command, Compartiment, Event, Kenmerk, StukId};

use wvp_projections::Herinneringen;

use crate::laden::Gelezen;

/// Leaves out the facts whose section A stands in another compartment than these, and corrections of
/// what is left out: they would tell that it is there.
///
/// A doorzending is seen by sender and receiver, and by the employee, who sees every one: that
/// medical data went somewhere tells a third party that there are such data.
pub(crate) fn in_zicht(
    gelezen: Vec<Gelezen<Event>>,
    compartimenten: &[Compartiment],
    lezer: Lezer,
) -> Vec<Gelezen<Event>> {
    let mag = |it: &Gelezen<Event>| {
        it.in_a.is_some_and(|in_a| compartimenten.contains(&in_a)) && gaat_aan(&it.event, lezer)
    };
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

fn gaat_aan(event: &Event, lezer: Lezer) -> bool {
    let Event::Doorgestuurd(e) = event else { return true };
    let partij = lezer.partij().woord();
    lezer == Lezer::Werknemer || e.a.van.partij == partij || e.a.aan.partij == partij
}

fn stuk(event: &Event) -> Option<StukId> {
    match event.kenmerk() {
        Kenmerk::Stuk(stuk) => Some(stuk),
        Kenmerk::Herinnering(_) | Kenmerk::Stapherinnering(_) | Kenmerk::Verzoek(_) => None,
    }
}

fn correctie(event: &Event) -> Option<&Gecorrigeerd> {
    let Event::FeitGecorrigeerd(correctie) = event else { return None };
    Some(&correctie.a)
}

/// Whether reminders are on the timeline of a reader: they help who runs the case, employer and
/// arbodienst, and are noise to all others.
#[must_use]
pub fn herinneringen(lezer: Lezer) -> Herinneringen {
    match lezer.partij() {
        Partij::Arbodienst
        | Partij::BedrijfsartsZelfstandig
        | Partij::Werkgever
        | Partij::CasemanagerExtern => Herinneringen::Tonen,
        Partij::Werknemer
        | Partij::Verzekeraar
        | Partij::GevolmachtigdAgent
        | Partij::ReIntegratiebedrijf
        | Partij::Tussenpersoon
        | Partij::Verzuimloket
        | Partij::InterventieUitvoerder
        | Partij::Uwv
        | Partij::Zorgverlener
        | Partij::Overig => Herinneringen::Weglaten,
    }
}
