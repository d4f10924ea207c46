//! One play, day by day: first the reminders of the day, then what is done on it.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::zaak::{Gedaan, Spelsoort};
use crate::ladder::{Eerder, RedenOvergeslagen, herinneringen, reden_overgeslagen, tredendag};
use crate::mijlpaal::herinnering::{Gegeven, Ontvanger, Sleutel};
use crate::mijlpaal::stapherinnering::{Stapgegeven, Stapsleutel};
use crate::protocol::{EerdereStappen, Lopend, Protocol, Stapzaak, lopend, stapherinneringen};
use crate::termijn::{Geval, Termijn, stand};
use crate::wachttijd::{LAATSTE_WACHTTIJDDAG, LANGSTE_ONDERBREKING_DAGEN};
use crate::{Datum, TermijnId};

/// A reminder in a play.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Gespeeld {
    /// The day on which it comes.
    pub dag: Datum,
    /// Name of the own step, or key of the term.
    pub stap: String,
    /// What it is called, in Dutch.
    pub titel: String,
    /// The last day, inclusive.
    pub uiterlijk: Datum,
    /// The earlier last day that the employer keeps for a term of the law.
    pub eigen_uiterlijk: Option<Datum>,
    /// The rung, in days relative to the last day.
    pub trede: i16,
    /// To whom.
    pub aan: Ontvanger,
    /// Whether its own day had passed: it was not known in time.
    pub laat: bool,
    /// Why it does not come on the day that was counted (a whole Dutch sentence).
    pub verschoven: Option<String>,
    /// Rungs that came on the same day and are one with it.
    pub samengevoegd: Vec<i16>,
    /// Rungs that were never given because this one was due before they could be.
    pub ingehaald: Vec<i16>,
}

impl Gespeeld {
    /// Whether a receiver hears of this rung.
    pub(super) fn brengt(&self, trede: i16) -> bool {
        self.trede == trede || self.samengevoegd.contains(&trede)
    }
}

/// What was given so far.
#[derive(Default)]
struct Gegevens {
    termijnen: BTreeSet<Sleutel>,
    stappen: BTreeSet<Stapsleutel>,
}

/// Every reminder of one play, in the order of days. The play goes on for four weeks after the wachttijd,
/// so that rungs after a last day are seen too.
pub(super) fn speel(protocol: &Protocol, soort: Spelsoort, eerste: Datum) -> Vec<Gespeeld> {
    let (mut gedaan, mut gegeven) = (Gedaan::default(), Gegevens::default());
    let mut alle = vec![];
    for dagen in 0..=LAATSTE_WACHTTIJDDAG.saturating_add(LANGSTE_ONDERBREKING_DAGEN) {
        let (verloop, zaak) = soort.feiten(eerste, dagen, &gedaan);
        let ketens = verloop.ketens();
        let Some(keten) = ketens.last() else { continue };
        let geval = Geval::new(&verloop, keten, eerste.plus(dagen));
        alle.extend(dag(protocol, &geval, &zaak, &mut gegeven));
        if soort.wordt_gewerkt(dagen) {
            doe(protocol, &geval, &zaak, &mut gedaan);
        }
    }
    alle
}

/// The reminders of one day; none once the watch after recovery is over.
fn dag(
    protocol: &Protocol,
    geval: &Geval,
    zaak: &Stapzaak,
    gegeven: &mut Gegevens,
) -> Vec<Gespeeld> {
    let vandaag = geval.peildatum;
    let hersteld = geval.keten.hersteld_per().filter(|dag| *dag <= vandaag);
    if hersteld.is_some_and(|dag| dag.plus(LANGSTE_ONDERBREKING_DAGEN) < vandaag) {
        return vec![];
    }
    let wet = if hersteld.is_some() { vec![] } else { van_de_wet(protocol, geval, gegeven) };
    let eerder = EerdereStappen { gegeven: &gegeven.stappen, uitgesteld: &[] };
    let eigen = stapherinneringen(protocol, geval, zaak, eerder);
    gegeven.termijnen.extend(wet.iter().map(|it| it.sleutel));
    gegeven.stappen.extend(eigen.iter().map(|it| it.sleutel.clone()));
    let wet = wet.into_iter().map(|it| van_termijn(protocol, it));
    wet.chain(eigen.into_iter().map(|it| van_stap(protocol, it))).collect()
}

fn van_de_wet(protocol: &Protocol, geval: &Geval, gegeven: &Gegevens) -> Vec<Gegeven> {
    let eerder = Eerder { gegeven: &gegeven.termijnen, uitgesteld: &[] };
    herinneringen(eerder, geval, |rij: &Termijn| protocol.ladder(rij))
}

fn van_termijn(protocol: &Protocol, gegeven: Gegeven) -> Gespeeld {
    let Sleutel { termijn, uiterlijk, trede, aan, .. } = gegeven.sleutel;
    let (samengevoegd, ingehaald) = verdeel(uiterlijk, trede, gegeven.overgeslagen);
    Gespeeld {
        dag: gegeven.gegeven_op,
        stap: termijn.sleutel().to_owned(),
        titel: termijn.naam().to_owned(),
        uiterlijk,
        eigen_uiterlijk: protocol.eigen_uiterlijk(termijn, uiterlijk),
        trede,
        aan,
        laat: gegeven.laat,
        verschoven: tredendag(uiterlijk, trede).uitleg(),
        samengevoegd,
        ingehaald,
    }
}

fn van_stap(protocol: &Protocol, gegeven: Stapgegeven) -> Gespeeld {
    let Stapsleutel { stap, uiterlijk, trede, aan, .. } = gegeven.sleutel;
    let (samengevoegd, ingehaald) = verdeel(uiterlijk, trede, gegeven.overgeslagen);
    let titel = protocol.stap(&stap).map(|stap| stap.titel.clone()).unwrap_or_default();
    Gespeeld {
        dag: gegeven.gegeven_op,
        stap,
        titel,
        uiterlijk,
        eigen_uiterlijk: None,
        trede,
        aan,
        laat: gegeven.laat,
        verschoven: tredendag(uiterlijk, trede).uitleg(),
        samengevoegd,
        ingehaald,
    }
}

/// Skipped rungs, by why they were skipped.
fn verdeel(uiterlijk: Datum, trede: i16, overgeslagen: Vec<i16>) -> (Vec<i16>, Vec<i16>) {
    overgeslagen.into_iter().partition(|andere| {
        reden_overgeslagen(uiterlijk, trede, *andere) == RedenOvergeslagen::Samengevoegd
    })
}

impl Protocol {
    /// The earlier last day that the employer keeps for a term whose last day by law is `uiterlijk`.
    #[must_use]
    pub fn eigen_uiterlijk(&self, termijn: TermijnId, uiterlijk: Datum) -> Option<Datum> {
        let strenger = self.aanscherpingen.iter().find(|it| it.termijn == termijn)?;
        let eerder = i32::from(strenger.dagen_eerder);
        (eerder > 0).then(|| uiterlijk.plus(eerder.saturating_neg()))
    }
}

/// Does everything whose last day it is, or was before it was known.
fn doe(protocol: &Protocol, geval: &Geval, zaak: &Stapzaak, gedaan: &mut Gedaan) {
    let vandaag = geval.peildatum;
    for Lopend { stap, keer, uiterlijk } in lopend(protocol, geval, zaak) {
        if uiterlijk <= vandaag {
            gedaan.stappen.insert((stap.naam.clone(), keer), vandaag);
        }
    }
    let standen = stand::standen(geval);
    let nu = standen.iter().filter(|it| it.wacht_op_iemand() && it.uiterlijk() <= vandaag);
    let nu: BTreeSet<TermijnId> = nu.map(|it| it.rij.id).collect();
    for termijn in nu {
        gedaan.termijnen.entry(termijn).or_default().push(vandaag);
    }
}
