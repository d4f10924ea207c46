//! Postvak: what one person decides about own messages, and what was read. One stream per account.
//!
//! Nothing here says what a message is about. What may not be left unsaid is not decided here: no choice
//! silences the last rungs of the law (`mijlpaal::uitstel::mag_wachten`).

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::bezorging::{BerichtId, Kanaal};
use crate::{Compartiment, Datum, Sectie, Secties, StukId};

/// A fact about a mailbox, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A message was read.
    BerichtGelezen(Secties<Gelezen>),
    /// The owner chose how to be told.
    VoorkeurenGekozen(Secties<Voorkeuren>),
    /// The owner got a secret address for the own calendar; an earlier one ended.
    AgendaGeopend(Secties<Agenda>),
    /// The address works no more.
    AgendaGesloten(Secties<AgendaEinde>),
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Marks a message as read.
    LeesBericht(Secties<Gelezen>),
    /// Chooses how to be told.
    KiesVoorkeuren(Secties<Voorkeuren>),
    /// Opens the calendar under a new secret address.
    OpenAgenda(Secties<Agenda>),
    /// Ends the address.
    SluitAgenda(Secties<AgendaEinde>),
}

/// Section A: which message, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gelezen {
    /// The message.
    pub bericht: BerichtId,
    /// The day it was read first.
    pub op: Datum,
}

impl Sectie for Gelezen {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: how somebody wants to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Voorkeuren {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Ways that are not wanted. What the law does not let wait goes that way all the same.
    pub afgemeld: BTreeSet<Kanaal>,
    /// One by one, or once a day.
    pub bundeling: Bundeling,
    /// When nothing is sent; none = always.
    pub stille_uren: Option<StilleUren>,
}

impl Sectie for Voorkeuren {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// One by one, or once a day. The order is stored and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bundeling {
    /// Every message by itself.
    #[default]
    Los,
    /// All messages of a day as one.
    PerDag,
}

/// Hours of the day in Amsterdam in which nothing is sent; they may run past midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StilleUren {
    /// First minute of the day (0 to 1439).
    pub van: u16,
    /// First minute after it (0 to 1439); never the same as `van`.
    pub tot: u16,
}

/// Minutes of a day.
const DAG: u16 = 24 * 60;

impl StilleUren {
    /// How many minutes it stays silent, seen from a minute of the day; none when it is not silent then.
    #[must_use]
    pub fn nog(self, minuut: u16) -> Option<u16> {
        let sinds = (minuut % DAG + DAG - self.van) % DAG;
        let duur = (self.tot + DAG - self.van) % DAG;
        (sinds < duur).then(|| duur - sinds)
    }
}

/// Section A: what is kept of the secret in the address of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Agenda {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Hash of the secret.
    pub hash: [u8; 32],
}

impl Sectie for Agenda {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: the address of a calendar ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AgendaEinde {
    /// The document or report this fact came with.
    pub stuk: StukId,
}

impl Sectie for AgendaEinde {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// The state that decisions need: section A.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Postvak {
    /// Every document ever taken in.
    pub stukken: BTreeSet<StukId>,
    /// Messages that were read.
    pub gelezen: BTreeSet<BerichtId>,
    /// The newest choices; none while the owner chose nothing.
    pub voorkeuren: Option<Voorkeuren>,
    /// What is kept of the address of the calendar; none while there is none.
    pub agenda: Option<[u8; 32]>,
}

impl Postvak {
    /// Whether the owner does not want to be told this way.
    #[must_use]
    pub fn is_afgemeld(&self, kanaal: Kanaal) -> bool {
        self.voorkeuren.as_ref().is_some_and(|it| it.afgemeld.contains(&kanaal))
    }

    /// One by one, or once a day.
    #[must_use]
    pub fn bundeling(&self) -> Bundeling {
        self.voorkeuren.as_ref().map(|it| it.bundeling).unwrap_or_default()
    }

    /// When nothing is sent.
    #[must_use]
    pub fn stille_uren(&self) -> Option<StilleUren> {
        self.voorkeuren.as_ref()?.stille_uren
    }
}

/// A refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Weigering {
    /// The document was taken in before, with other facts.
    #[error("stuk `{}` is al eerder vastgelegd", .stuk.0)]
    StukAlBekend {
        /// Which document.
        stuk: StukId,
    },
    /// No time of the day.
    #[error("`{veld}` is geen tijd van de dag: minuut `{minuut}` (0 tot en met 1439)")]
    GeenTijd {
        /// Name of the field.
        veld: &'static str,
        /// Its value.
        minuut: u16,
    },
    /// Silent from a moment to the same moment: never, or always.
    #[error("de stille uren beginnen en eindigen op hetzelfde moment")]
    HeleDagStil,
    /// There is no address.
    #[error("er is geen agenda-adres om in te trekken")]
    GeenAgenda,
}

/// Decides what a command makes true. An empty list means: already so.
///
/// # Errors
///
/// [`Weigering`].
pub fn decide(staat: &Postvak, command: Command) -> Result<Vec<Event>, Weigering> {
    match command {
        Command::LeesBericht(c) if staat.gelezen.contains(&c.a.bericht) => Ok(vec![]),
        Command::LeesBericht(c) => Ok(vec![Event::BerichtGelezen(c)]),
        Command::KiesVoorkeuren(c) if staat.voorkeuren.as_ref() == Some(&c.a) => Ok(vec![]),
        Command::KiesVoorkeuren(c) => {
            eis_nieuw(staat, c.a.stuk)?;
            c.a.stille_uren.map_or(Ok(()), eis_uren)?;
            Ok(vec![Event::VoorkeurenGekozen(c)])
        }
        Command::OpenAgenda(c) if staat.agenda == Some(c.a.hash) => Ok(vec![]),
        Command::OpenAgenda(c) => {
            eis_nieuw(staat, c.a.stuk)?;
            Ok(vec![Event::AgendaGeopend(c)])
        }
        Command::SluitAgenda(c) if staat.stukken.contains(&c.a.stuk) => Ok(vec![]),
        Command::SluitAgenda(_) if staat.agenda.is_none() => Err(Weigering::GeenAgenda),
        Command::SluitAgenda(c) => Ok(vec![Event::AgendaGesloten(c)]),
    }
}

fn eis_nieuw(staat: &Postvak, stuk: StukId) -> Result<(), Weigering> {
    if staat.stukken.contains(&stuk) { Err(Weigering::StukAlBekend { stuk }) } else { Ok(()) }
}

fn eis_uren(uren: StilleUren) -> Result<(), Weigering> {
    for (veld, minuut) in [("stille_uren.van", uren.van), ("stille_uren.tot", uren.tot)] {
        if minuut >= DAG {
            return Err(Weigering::GeenTijd { veld, minuut });
        }
    }
    if uren.van == uren.tot { Err(Weigering::HeleDagStil) } else { Ok(()) }
}

impl Event {
    /// The document this fact came with; none for what was read.
    #[must_use]
    pub fn stuk(&self) -> Option<StukId> {
        match self {
            Self::BerichtGelezen(_) => None,
            Self::VoorkeurenGekozen(e) => Some(e.a.stuk),
            Self::AgendaGeopend(e) => Some(e.a.stuk),
            Self::AgendaGesloten(e) => Some(e.a.stuk),
        }
    }
}

/// Rebuilds a mailbox from its history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Postvak {
    events.into_iter().fold(Postvak::default(), |mut staat, event| {
        staat.stukken.extend(event.stuk());
        match event {
            Event::BerichtGelezen(e) => {
                staat.gelezen.insert(e.a.bericht);
            }
            Event::VoorkeurenGekozen(e) => staat.voorkeuren = Some(e.a.clone()),
            Event::AgendaGeopend(e) => staat.agenda = Some(e.a.hash),
            Event::AgendaGesloten(_) => staat.agenda = None,
        }
        staat
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use uuid::Uuid;

    use super::{
        Agenda, AgendaEinde, Bundeling, Command, Event, Gelezen, StilleUren, Voorkeuren, Weigering,
        decide, replay,
    };
    use crate::Secties;
    use crate::bezorging::{BerichtId, Kanaal};
    use crate::mijlpaal::voorbeeld::{dag, stuk};

    /// Each command is given twice; the second time it adds nothing.
    fn na(opdrachten: Vec<Command>) -> Vec<Event> {
        opdrachten.into_iter().fold(vec![], |mut feiten, opdracht| {
            feiten.extend(decide(&replay(&feiten), opdracht.clone()).unwrap());
            assert_eq!(decide(&replay(&feiten), opdracht), Ok(vec![]));
            feiten
        })
    }

    fn kies(nummer: u128, stille_uren: Option<StilleUren>) -> Command {
        let afgemeld = BTreeSet::from([Kanaal::Mail]);
        let bundeling = Bundeling::PerDag;
        Command::KiesVoorkeuren(Secties::proces(Voorkeuren {
            stuk: stuk(nummer),
            afgemeld,
            bundeling,
            stille_uren,
        }))
    }

    #[test]
    fn wie_niets_koos_krijgt_alles_meteen_en_los() {
        let leeg = replay(&[]);
        assert!(!leeg.is_afgemeld(Kanaal::Mail));
        assert_eq!((leeg.bundeling(), leeg.stille_uren()), (Bundeling::Los, None));
    }

    #[test]
    fn de_nieuwste_keuze_geldt() {
        let nacht = StilleUren { van: 22 * 60, tot: 7 * 60 };
        let staat = replay(&na(vec![kies(1, None), kies(2, Some(nacht))]));
        assert!(staat.is_afgemeld(Kanaal::Mail));
        assert_eq!((staat.bundeling(), staat.stille_uren()), (Bundeling::PerDag, Some(nacht)));
    }

    #[test]
    fn een_bericht_wordt_een_keer_gelezen() {
        let bericht = BerichtId(Uuid::from_u128(7));
        let lees = |op| Command::LeesBericht(Secties::proces(Gelezen { bericht, op }));
        let feiten = na(vec![lees(dag("2025-03-03"))]);
        assert_eq!(decide(&replay(&feiten), lees(dag("2025-03-04"))), Ok(vec![]));
        assert!(replay(&feiten).gelezen.contains(&bericht));
    }

    #[test]
    fn een_nieuw_adres_van_de_agenda_vervangt_het_oude_en_intrekken_wist_het() {
        let open = |nummer, hash| {
            Command::OpenAgenda(Secties::proces(Agenda { stuk: stuk(nummer), hash: [hash; 32] }))
        };
        let feiten = na(vec![open(1, 1), open(2, 2)]);
        assert_eq!(replay(&feiten).agenda, Some([2; 32]));
        let sluit =
            |nummer| Command::SluitAgenda(Secties::proces(AgendaEinde { stuk: stuk(nummer) }));
        let feiten = na(vec![open(1, 1), sluit(2)]);
        assert_eq!(replay(&feiten).agenda, None);
        assert_eq!(decide(&replay(&feiten), sluit(3)), Err(Weigering::GeenAgenda));
    }

    #[test]
    fn stille_uren_zijn_tijden_van_de_dag_en_geen_hele_dag() {
        let fout = |van, tot| decide(&replay(&[]), kies(1, Some(StilleUren { van, tot })));
        let veld = "stille_uren.tot";
        assert_eq!(fout(0, 1440), Err(Weigering::GeenTijd { veld, minuut: 1440 }));
        assert_eq!(fout(600, 600), Err(Weigering::HeleDagStil));
    }

    proptest! {
        /// After so many minutes it is no longer silent, and until then it is.
        #[test]
        fn stille_uren_eindigen_precies_op_tijd(van in 0..1440_u16, tot in 0..1440_u16, nu in 0..1440_u16) {
            prop_assume!(van != tot);
            let uren = StilleUren { van, tot };
            let in_de_uren = if van < tot { (van..tot).contains(&nu) } else { nu >= van || nu < tot };
            prop_assert_eq!(uren.nog(nu).is_some(), in_de_uren);
            if let Some(nog) = uren.nog(nu) {
                prop_assert_eq!((nu + nog) % 1440, tot);
            }
        }
    }
}
