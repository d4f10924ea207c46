//! What a message adds to what is known. A pure function over the reports of one employer.
//!
//! There is no list of what disappeared: that a report is not in a message says nothing, so an import never deletes.

use std::collections::BTreeMap;

use super::verzuimmeldingen::Werkgevermeldingen;
use super::{Dienstverband, Verzuim, Werknemer};

/// One report with whom it is about.
#[derive(Clone, Copy, PartialEq)]
pub struct Melding<'a> {
    /// The number of the employee.
    pub werknemer: &'a str,
    /// The number of the employment.
    pub dienstverband: &'a str,
    /// The report.
    pub verzuim: &'a Verzuim,
}

/// What a message adds, in the order of the message.
#[derive(Clone, PartialEq)]
pub struct Verschil<'a> {
    /// Not known yet.
    pub nieuw: Vec<Melding<'a>>,
    /// Known, and otherwise: as it was, as it is now.
    pub gewijzigd: Vec<(Melding<'a>, Melding<'a>)>,
    /// Known, and the same.
    pub gelijk: Vec<Melding<'a>>,
}

/// The reports of one employer, in the order of the message.
pub fn meldingen(werkgever: &Werkgevermeldingen) -> Vec<Melding<'_>> {
    werkgever.werknemers.iter().flat_map(van_werknemer).collect()
}

fn van_werknemer(werknemer: &Werknemer) -> impl Iterator<Item = Melding<'_>> {
    let nummer = werknemer.nummer.tekst();
    werknemer.dienstverbanden.iter().flat_map(move |it| van_dienstverband(nummer, it))
}

fn van_dienstverband<'a>(
    werknemer: &'a str,
    dienstverband: &'a Dienstverband,
) -> impl Iterator<Item = Melding<'a>> {
    let nummer = dienstverband.nummer.tekst();
    let melding = move |verzuim| Melding { werknemer, dienstverband: nummer, verzuim };
    dienstverband.verzuim.iter().map(melding)
}

/// Holds what was received against what is known of the same employer. A report is known by its case and its
/// number in that case; what it says and whom it is about may have changed.
pub fn vergelijk<'a>(bekend: &[Melding<'a>], ontvangen: &[Melding<'a>]) -> Verschil<'a> {
    let bekend: BTreeMap<_, _> = bekend.iter().map(|it| (it.verzuim.sleutel(), *it)).collect();
    let mut verschil = Verschil { nieuw: vec![], gewijzigd: vec![], gelijk: vec![] };
    for melding in ontvangen {
        match bekend.get(&melding.verzuim.sleutel()) {
            None => verschil.nieuw.push(*melding),
            Some(eerder) if eerder == melding => verschil.gelijk.push(*melding),
            Some(eerder) => verschil.gewijzigd.push((*eerder, *melding)),
        }
    }
    verschil
}
