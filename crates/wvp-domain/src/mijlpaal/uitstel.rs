//! Uitstel: somebody puts off a reminder, with a reason, where the term can bear it.
//!
//! Only the message comes again: the last day stays, and so does every later rung. The rungs of the law on
//! and after the last day, and those of a day that nobody can give back, are never put off. What is put
//! off becomes an extra rung, for this receiver only.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::herinnering::{Ontvanger, Sleutel};
use super::stapherinnering::Stapsleutel;
use crate::ladder::{HARD, Ladder, tredendag};
use crate::protocol::Protocol;
use crate::termijn::rijen;
use crate::{
    Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId, TermijnId,
    kalender,
};

/// The payload, by category.
pub type Uitstel = Secties<Uitgesteld>;

/// Section A: which reminder, until when, and why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Uitgesteld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// What the reminder is about.
    pub over: Waarover,
    /// Which occurrence (0 = the first).
    pub keer: u16,
    /// The last day of the term or step.
    pub uiterlijk: Datum,
    /// The rung that was given, in days relative to that day.
    pub trede: i16,
    /// Whose reminder it is.
    pub aan: Ontvanger,
    /// The working day on which it comes again.
    pub tot: Datum,
    /// Why. Others read it too.
    pub reden: String,
}

/// What a reminder is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Waarover {
    /// A term of the law.
    Termijn(TermijnId),
    /// An own step, by its name.
    Stap(String),
}

impl Sectie for Uitgesteld {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Uitgesteld {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.tot
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.tot = datum;
    }
}

/// Why a reminder is not put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GeenUitstel {
    /// It was not given.
    #[error("deze herinnering is niet gegeven")]
    NietGegeven,
    /// The rung stays whatever is asked.
    #[error("deze herinnering kan niet wachten: de termijn laat dat niet toe")]
    NietUitTeStellen,
    /// No day after today, or no working day.
    #[error("`tot` is geen werkdag na vandaag: `{0}`")]
    GeenLatereWerkdag(Datum),
    /// On or after the day of the next rung, which would overtake it.
    #[error("`tot` (`{tot}`) ligt niet voor `{volgende}`, de dag van de volgende herinnering")]
    TotNaVolgende {
        /// Until when was asked.
        tot: Datum,
        /// The day of the next rung.
        volgende: Datum,
    },
    /// Nothing said.
    #[error("`reden` is leeg")]
    GeenReden,
}

/// Whether a rung may wait, and whether its receiver may leave its channel to others: never on or after
/// the last day of the law, never on the hard ladder, and never the last rung of an own step.
#[must_use]
pub fn mag_wachten(over: &Waarover, ladder: &Ladder, trede: i16) -> bool {
    match over {
        Waarover::Termijn(id) => trede < 0 && Ladder::van(*id) != HARD,
        Waarover::Stap(_) => trede < ladder.laatste(),
    }
}

impl Uitgesteld {
    /// The extra rung, in days relative to the last day.
    #[must_use]
    pub fn extra_trede(&self) -> i16 {
        i16::try_from(self.uiterlijk.dagen_tot(self.tot)).unwrap_or(i16::MAX)
    }

    fn is_gegeven(&self, dossier: &Dossier) -> bool {
        let Self { keer, uiterlijk, trede, aan, .. } = *self;
        match &self.over {
            Waarover::Termijn(termijn) => {
                let sleutel = Sleutel { termijn: *termijn, keer, uiterlijk, trede, aan };
                dossier.herinneringen.contains(&sleutel)
            }
            Waarover::Stap(stap) => {
                let sleutel = Stapsleutel { stap: stap.clone(), keer, uiterlijk, aan, trede };
                dossier.stapherinneringen.contains(&sleutel)
            }
        }
    }
}

/// The ladder with what this receiver put off.
pub(crate) fn met_uitstel<'a>(
    ladder: &Ladder,
    uitgesteld: impl Iterator<Item = &'a Uitgesteld>,
) -> Ladder {
    let extra: Vec<i16> = uitgesteld.map(Uitgesteld::extra_trede).collect();
    if extra.is_empty() {
        return ladder.clone();
    }
    let mut treden = [&*ladder.treden, &extra].concat();
    treden.sort_unstable();
    treden.dedup();
    Ladder { treden: Cow::Owned(treden), ..ladder.clone() }
}

pub(crate) fn decide(
    dossier: &Dossier,
    protocol: &Protocol,
    opdracht: Uitstel,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.uitstel.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    eis_uit_te_stellen(dossier, protocol, a, vandaag)?;
    Ok(vec![Event::HerinneringUitgesteld(opdracht)])
}

fn eis_uit_te_stellen(
    dossier: &Dossier,
    protocol: &Protocol,
    a: &Uitgesteld,
    vandaag: Datum,
) -> Result<(), GeenUitstel> {
    if !a.is_gegeven(dossier) {
        return Err(GeenUitstel::NietGegeven);
    }
    let ladder = ladder(protocol, &a.over).ok_or(GeenUitstel::NietUitTeStellen)?;
    let volgende = ladder.treden.iter().copied().find(|later| *later > a.trede);
    let volgende = volgende.filter(|_| mag_wachten(&a.over, &ladder, a.trede));
    let volgende = volgende.ok_or(GeenUitstel::NietUitTeStellen)?;
    if a.tot <= vandaag || !kalender::is_werkdag(a.tot) {
        return Err(GeenUitstel::GeenLatereWerkdag(a.tot));
    }
    let volgende = tredendag(a.uiterlijk, volgende).dag;
    if a.tot >= volgende {
        return Err(GeenUitstel::TotNaVolgende { tot: a.tot, volgende });
    }
    if a.reden.trim().is_empty() { Err(GeenUitstel::GeenReden) } else { Ok(()) }
}

/// The ladder of the protocol for it; none for a step that it does not have.
fn ladder(protocol: &Protocol, over: &Waarover) -> Option<Ladder> {
    match over {
        Waarover::Termijn(id) => rijen().find(|rij| rij.id == *id).map(|rij| protocol.ladder(rij)),
        Waarover::Stap(naam) => Some(protocol.stap(naam)?.ladder()),
    }
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Uitgesteld) {
    dossier.stukken.insert(a.stuk);
    dossier.uitstel.push(a.clone());
}

#[cfg(test)]
mod tests;
