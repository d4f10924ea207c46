//! The ladder of reminders: per term, per recipient, each rung once, and never a burst.
//!
//! A rung is given or skipped, and a skipped one is named by the one that replaced it. Why it was skipped
//! and why a rung moved follow from its key and the calendar, so they are not stored.

mod beurt;
mod tabel;
mod tredendag;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use beurt::{Beurt, RedenOvergeslagen, beurt, reden_overgeslagen};
pub use tabel::{GEWOON, HARD, Ladder};
pub use tredendag::{Tredendag, tredendag};

use crate::mijlpaal::herinnering::{Gegeven, Ontvanger, Sleutel};
use crate::mijlpaal::uitstel::{Uitgesteld, Waarover, met_uitstel};
use crate::termijn::{Basis, Geval, KeuzeId, Optie, Rijstand, Termijn, Wie, stand};
use crate::{Datum, TermijnId};

/// What was done about reminders before.
#[derive(Clone, Copy)]
pub struct Eerder<'a> {
    /// Reminders that were given.
    pub gegeven: &'a BTreeSet<Sleutel>,
    /// Reminders that were put off.
    pub uitgesteld: &'a [Uitgesteld],
}

/// The reminders that are due on a day and were not given. Of several rungs only the newest is given;
/// it names those that it skips.
///
/// The caller asks this only of an open dossier of somebody who is ill. `ladder` gives the ladder of a
/// row: [`Ladder::bij`], or that of a protocol, which may be stricter.
#[must_use]
pub fn herinneringen(
    eerder: Eerder,
    geval: &Geval,
    ladder: impl Fn(&Termijn) -> Ladder,
) -> Vec<Gegeven> {
    let standen = volgens_instelling(geval, stand::standen(geval));
    maatgevend(&standen, geval.peildatum)
        .into_iter()
        .flat_map(|stand| van_termijn(eerder, geval, stand, &ladder(stand.rij)))
        .collect()
}

/// Leaves out the rows of practice beside a row of the law, when reminders are set to follow the law
/// (K-4).
fn volgens_instelling(geval: &Geval, mut standen: Vec<Rijstand>) -> Vec<Rijstand> {
    if geval.kiest(KeuzeId::K4, Optie::WettelijkeRij) {
        let heeft_wet = |id| geval.rij(id, Basis::Wet).is_some();
        standen.retain(|stand| stand.rij.basis != Basis::Praktijk || !heeft_wet(stand.rij.id));
    }
    standen
}

/// Per term the row that drives its reminders: the date UWV printed, or else the earliest row that
/// still waits for somebody (K-4, K-6). A row whose ladder is over makes way for a later
/// day of the law: a late probleemanalyse gives the plan a new one.
fn maatgevend(standen: &[Rijstand], vandaag: Datum) -> Vec<&Rijstand> {
    let mut per_term: Vec<&Rijstand> = vec![];
    for stand in standen.iter().filter(|stand| stand.wacht_op_iemand()) {
        match per_term.iter_mut().find(|ander| ander.rij.id == stand.rij.id) {
            Some(ander) if gaat_voor(stand, ander, vandaag) => *ander = stand,
            Some(_) => {}
            None => per_term.push(stand),
        }
    }
    per_term
}

fn gaat_voor(stand: &Rijstand, ander: &Rijstand, vandaag: Datum) -> bool {
    match (stand.rij.basis == Basis::Brief, ander.rij.basis == Basis::Brief) {
        (true, false) => true,
        (false, true) => false,
        (true, true) | (false, false) if stand.uiterlijk() < ander.uiterlijk() => {
            !maakt_plaats(stand, ander, vandaag)
        }
        (true, true) | (false, false) => maakt_plaats(ander, stand, vandaag),
    }
}

/// Whether the ladder of the earlier row is over, and the law gives a last day after its end.
fn maakt_plaats(vroeg: &Rijstand, laat: &Rijstand, vandaag: Datum) -> bool {
    let over = tredendag(vroeg.uiterlijk(), Ladder::bij(vroeg.rij).laatste()).dag;
    laat.rij.basis == Basis::Wet && over < vandaag && over < laat.uiterlijk()
}

/// What one term gives today, per recipient.
fn van_termijn(eerder: Eerder, geval: &Geval, stand: &Rijstand, ladder: &Ladder) -> Vec<Gegeven> {
    let (termijn, uiterlijk, vandaag) = (stand.rij.id, stand.uiterlijk(), geval.peildatum);
    let keer = keer(geval, termijn);
    ontvangers(uitvoerders(stand.rij.wie), ladder)
        .into_iter()
        .filter_map(|(aan, vanaf)| {
            let sleutel = |trede| Sleutel { termijn, keer, uiterlijk, trede, aan };
            let nieuwste = nieuwste(eerder.gegeven, sleutel(0));
            let uitgesteld = eerder.uitgesteld.iter().filter(|it| {
                let zelfde = (it.keer, it.uiterlijk, it.aan) == (keer, uiterlijk, aan);
                zelfde && it.over == Waarover::Termijn(termijn)
            });
            let ladder = met_uitstel(ladder, uitgesteld);
            let Beurt { trede, laat, overgeslagen } =
                beurt(&ladder, vanaf, uiterlijk, nieuwste, vandaag)?;
            Some(Gegeven { sleutel: sleutel(trede), gegeven_op: vandaag, laat, overgeslagen })
        })
        .collect()
}

/// Which occurrence of a term this is; only the progress talk returns.
fn keer(geval: &Geval, termijn: TermijnId) -> u16 {
    if termijn == TermijnId::Voortgangsgesprek {
        u16::try_from(geval.keren(termijn)).unwrap_or(u16::MAX)
    } else {
        0
    }
}

/// The newest rung that was given for this term, occurrence, last day and recipient.
fn nieuwste(gegeven: &BTreeSet<Sleutel>, van: Sleutel) -> Option<i16> {
    // No ladder has the lowest rung there is, so it bounds the keys of one last day on both sides.
    let begin = Sleutel { trede: i16::MIN, ..van };
    let einde = Sleutel { uiterlijk: van.uiterlijk.volgende(), ..begin };
    let zelfde = gegeven.range(begin..einde).rfind(|sleutel| sleutel.aan == van.aan);
    zelfde.map(|sleutel| sleutel.trede)
}

/// Everybody on a ladder with the first rung that is theirs: who must act from the beginning, and upward
/// from where the ladder says. Nobody stands on it twice; without somebody who must act nobody does.
#[must_use]
pub fn ontvangers(uitvoerders: &[Ontvanger], ladder: &Ladder) -> Vec<(Ontvanger, i16)> {
    let omhoog = [
        (Ontvanger::Casemanager, ladder.casemanager_vanaf),
        (Ontvanger::Teamleider, ladder.teamleider_vanaf),
    ];
    let omhoog = omhoog
        .into_iter()
        .filter(|(aan, _)| !uitvoerders.is_empty() && !uitvoerders.contains(aan))
        .filter_map(|(aan, vanaf)| Some((aan, vanaf?)));
    uitvoerders.iter().map(|aan| (*aan, i16::MIN)).chain(omhoog).collect()
}

/// Who must act on a row of the table.
fn uitvoerders(wie: Wie) -> &'static [Ontvanger] {
    match wie {
        Wie::Werkgever => &[Ontvanger::Werkgever],
        Wie::Werknemer => &[Ontvanger::Werknemer],
        Wie::WerkgeverEnWerknemer => &[Ontvanger::Werkgever, Ontvanger::Werknemer],
        Wie::Bedrijfsarts => &[Ontvanger::Bedrijfsarts],
        Wie::Casemanager => &[Ontvanger::Casemanager],
        Wie::Uwv | Wie::Niemand => &[],
    }
}
