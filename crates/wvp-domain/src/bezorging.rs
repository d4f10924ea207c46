//! Bezorging: what became of the messages about a dossier. One stream per dossier, apart from it, so that
//! sending never stands in the way of who works on the case.
//!
//! A message is named by the event behind it, so the same message is the same however often it is
//! offered. Nothing here says what a message is about or to whom it went.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Compartiment, Sectie, Secties};

/// A message, by the event behind it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct BerichtId(pub Uuid);

/// A way out of the house. The order is stored and never changes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Kanaal {
    /// Mail.
    Mail,
    /// A webhook of another system.
    Webhook,
}

impl Kanaal {
    /// Every way, in stored order.
    pub const ALLE: [Self; 2] = [Self::Mail, Self::Webhook];

    /// The stored number.
    #[must_use]
    pub fn nummer(self) -> u8 {
        match self {
            Self::Mail => 0,
            Self::Webhook => 1,
        }
    }

    /// The way with this stored number, if there is one.
    #[must_use]
    pub fn met_nummer(nummer: u8) -> Option<Self> {
        Self::ALLE.into_iter().find(|kanaal| kanaal.nummer() == nummer)
    }
}

/// A fact about delivery, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Taken over by the receiving side.
    BerichtBezorgd(Secties<Poging>),
    /// Not taken over now; it is offered again.
    BezorgingUitgesteld(Secties<Uitgesteld>),
    /// Not taken over, and never will be.
    BezorgingOpgegeven(Secties<Opgegeven>),
    /// Not sent: there is nobody left to tell.
    BerichtVervallen(Secties<Vervallen>),
    /// Left in the mailbox of the receiver, who does not want to be told this way.
    BerichtInPostvak(Secties<Verwijzing>),
    /// Given up before, and to be tried again.
    BezorgingHervat(Secties<Poging>),
}

impl Event {
    /// Which message it is about, and which way it went.
    #[must_use]
    pub fn bericht(&self) -> (BerichtId, Kanaal) {
        match self {
            Self::BerichtBezorgd(e) | Self::BezorgingHervat(e) => (e.a.bericht, e.a.kanaal),
            Self::BezorgingUitgesteld(e) => (e.a.poging.bericht, e.a.poging.kanaal),
            Self::BezorgingOpgegeven(e) => (e.a.poging.bericht, e.a.poging.kanaal),
            Self::BerichtVervallen(e) => (e.a.bericht, e.a.kanaal),
            Self::BerichtInPostvak(e) => (e.a.bericht, e.a.kanaal),
        }
    }

    /// Which attempt it was, from 1, or the last one before it was resumed; 0 when it was not tried.
    #[must_use]
    pub fn poging(&self) -> u16 {
        match self {
            Self::BerichtBezorgd(e) | Self::BezorgingHervat(e) => e.a.poging,
            Self::BezorgingUitgesteld(e) => e.a.poging.poging,
            Self::BezorgingOpgegeven(e) => e.a.poging.poging,
            Self::BerichtVervallen(_) | Self::BerichtInPostvak(_) => 0,
        }
    }
}

/// Section A: which message, which way, which attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Poging {
    /// The message.
    pub bericht: BerichtId,
    /// The way.
    pub kanaal: Kanaal,
    /// Which attempt, from 1.
    pub poging: u16,
}

impl Sectie for Poging {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: an attempt that failed, and when the next one is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Uitgesteld {
    /// The attempt.
    pub poging: Poging,
    /// Not before this moment, in microseconds since 1970 (UTC).
    pub niet_voor: i64,
}

impl Sectie for Uitgesteld {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: the last attempt, and why it was the last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opgegeven {
    /// The attempt.
    pub poging: Poging,
    /// Why.
    pub reden: RedenOpgegeven,
}

impl Sectie for Opgegeven {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Why it is not tried again. The order is stored and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RedenOpgegeven {
    /// The receiving side said that it never will.
    Geweigerd,
    /// It was tried as often as [`wachttijd`] allows.
    TeVaakGeprobeerd,
}

/// Section A: a message that was not sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Vervallen {
    /// The message.
    pub bericht: BerichtId,
    /// The way.
    pub kanaal: Kanaal,
    /// Why.
    pub reden: RedenVervallen,
}

impl Sectie for Vervallen {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Why a message was not sent. The order is stored and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RedenVervallen {
    /// The dossier was closed.
    Gesloten,
    /// The receiver may not know of the dossier.
    NietVoorOntvanger,
}

/// Section A: which message, which way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Verwijzing {
    /// The message.
    pub bericht: BerichtId,
    /// The way.
    pub kanaal: Kanaal,
}

impl Sectie for Verwijzing {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Records that it was taken over.
    LegBezorgdVast(BerichtId, Kanaal),
    /// Records that it was not.
    LegMislukkingVast {
        /// The message.
        bericht: BerichtId,
        /// The way.
        kanaal: Kanaal,
        /// Whether the receiving side said that it never will be.
        blijvend: bool,
        /// Now, in microseconds since 1970 (UTC).
        nu: i64,
    },
    /// Drops it.
    LaatVervallen(BerichtId, Kanaal, RedenVervallen),
    /// Leaves it in the mailbox.
    HoudInPostvak(BerichtId, Kanaal),
    /// Tries again what was given up; what was not given up stays as it is.
    Hervat(BerichtId, Kanaal),
}

impl Command {
    /// Which message it is about, and which way.
    #[must_use]
    pub fn bericht(&self) -> (BerichtId, Kanaal) {
        match self {
            Self::LegBezorgdVast(bericht, kanaal)
            | Self::LaatVervallen(bericht, kanaal, _)
            | Self::HoudInPostvak(bericht, kanaal)
            | Self::Hervat(bericht, kanaal)
            | Self::LegMislukkingVast { bericht, kanaal, .. } => (*bericht, *kanaal),
        }
    }
}

/// How far one message is, one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// It waits: attempts so far, and not before this moment (microseconds since 1970, UTC).
    Wacht {
        /// Attempts so far.
        pogingen: u16,
        /// Attempts before it was resumed; they do not count for how long to wait.
        eerder: u16,
        /// Not before.
        niet_voor: i64,
    },
    /// Given up after this many attempts.
    Opgegeven {
        /// Attempts so far.
        pogingen: u16,
    },
    /// Settled: delivered, dropped, or left in the mailbox.
    Klaar,
}

/// The state that decisions need: section A.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bezorging {
    /// Every message of which something was recorded.
    pub standen: BTreeMap<(BerichtId, Kanaal), Stand>,
}

impl Bezorging {
    /// How far a message is.
    #[must_use]
    pub fn stand(&self, bericht: BerichtId, kanaal: Kanaal) -> Stand {
        let nieuw = Stand::Wacht { pogingen: 0, eerder: 0, niet_voor: i64::MIN };
        self.standen.get(&(bericht, kanaal)).copied().unwrap_or(nieuw)
    }
}

const MINUUT: i64 = 60_000_000;

/// After how many minutes a failed attempt is followed by the next: four days in all, so that a weekend
/// without mail is no reason to give up.
const WACHTTIJDEN_MINUTEN: [i64; 8] = [5, 15, 60, 4 * 60, 12 * 60, 24 * 60, 24 * 60, 24 * 60];

/// How long to wait after this many attempts, in microseconds; none when it is given up.
#[must_use]
pub fn wachttijd(pogingen: u16) -> Option<i64> {
    let plaats = usize::from(pogingen).checked_sub(1)?;
    WACHTTIJDEN_MINUTEN.get(plaats).map(|minuten| minuten * MINUUT)
}

/// Decides what a command makes true. An empty list means: settled already. Nothing is refused: it has
/// happened.
#[must_use]
pub fn decide(staat: &Bezorging, command: &Command) -> Vec<Event> {
    let (bericht, kanaal) = command.bericht();
    let (pogingen, eerder) = match staat.stand(bericht, kanaal) {
        Stand::Wacht { pogingen, eerder, .. } => (pogingen, eerder),
        Stand::Opgegeven { pogingen } if matches!(command, Command::Hervat(..)) => {
            let poging = Poging { bericht, kanaal, poging: pogingen };
            return vec![Event::BezorgingHervat(Secties::proces(poging))];
        }
        Stand::Opgegeven { .. } | Stand::Klaar => return vec![],
    };
    let poging = Poging { bericht, kanaal, poging: pogingen.saturating_add(1) };
    vec![match command {
        Command::Hervat(..) => return vec![],
        Command::HoudInPostvak(..) => {
            Event::BerichtInPostvak(Secties::proces(Verwijzing { bericht, kanaal }))
        }
        Command::LegBezorgdVast(..) => Event::BerichtBezorgd(Secties::proces(poging)),
        Command::LaatVervallen(_, _, reden) => {
            let vervallen = Vervallen { bericht, kanaal, reden: *reden };
            Event::BerichtVervallen(Secties::proces(vervallen))
        }
        Command::LegMislukkingVast { blijvend, nu, .. } => mislukt(poging, eerder, *blijvend, *nu),
    }]
}

fn mislukt(poging: Poging, eerder: u16, blijvend: bool, nu: i64) -> Event {
    let reden = match wachttijd(poging.poging.saturating_sub(eerder)) {
        Some(wacht) if !blijvend => {
            let niet_voor = nu.saturating_add(wacht);
            return Event::BezorgingUitgesteld(Secties::proces(Uitgesteld { poging, niet_voor }));
        }
        Some(_) => RedenOpgegeven::Geweigerd,
        None if blijvend => RedenOpgegeven::Geweigerd,
        None => RedenOpgegeven::TeVaakGeprobeerd,
    };
    Event::BezorgingOpgegeven(Secties::proces(Opgegeven { poging, reden }))
}

/// Folds one fact into the deliveries.
#[must_use]
pub fn evolve(mut staat: Bezorging, event: &Event) -> Bezorging {
    let (bericht, kanaal) = event.bericht();
    let stand = match event {
        Event::BezorgingUitgesteld(e) => {
            let eerder = match staat.stand(bericht, kanaal) {
                Stand::Wacht { eerder, .. } => eerder,
                Stand::Opgegeven { .. } | Stand::Klaar => 0,
            };
            Stand::Wacht { pogingen: e.a.poging.poging, eerder, niet_voor: e.a.niet_voor }
        }
        Event::BezorgingHervat(e) => {
            Stand::Wacht { pogingen: e.a.poging, eerder: e.a.poging, niet_voor: i64::MIN }
        }
        Event::BezorgingOpgegeven(e) => Stand::Opgegeven { pogingen: e.a.poging.poging },
        Event::BerichtBezorgd(_) | Event::BerichtVervallen(_) | Event::BerichtInPostvak(_) => {
            Stand::Klaar
        }
    };
    staat.standen.insert((bericht, kanaal), stand);
    staat
}

/// Rebuilds the deliveries from their history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Bezorging {
    events.into_iter().fold(Bezorging::default(), evolve)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{
        BerichtId, Command, Event, Kanaal, RedenOpgegeven, RedenVervallen, Stand, decide, replay,
        wachttijd,
    };

    const BERICHT: BerichtId = BerichtId(Uuid::from_u128(1));

    fn mislukt(blijvend: bool) -> Command {
        Command::LegMislukkingVast { bericht: BERICHT, kanaal: Kanaal::Mail, blijvend, nu: 1_000 }
    }

    /// What comes of these commands, one after another.
    fn na(commands: &[Command]) -> Vec<Event> {
        commands.iter().fold(vec![], |mut events, command| {
            events.extend(decide(&replay(&events), command));
            events
        })
    }

    #[test]
    fn bezorgd_is_bezorgd() {
        let bezorgd = Command::LegBezorgdVast(BERICHT, Kanaal::Mail);
        let events = na(&[bezorgd.clone(), bezorgd, mislukt(false)]);
        assert_eq!(events.len(), 1);
        assert_eq!(replay(&events).stand(BERICHT, Kanaal::Mail), Stand::Klaar);
    }

    #[test]
    fn een_mislukte_poging_wacht_steeds_langer_en_houdt_een_keer_op() {
        let events = na(&vec![mislukt(false); 20]);
        let (opgegeven, uitgesteld) = events.split_last().unwrap();
        let wachten: Vec<i64> = uitgesteld
            .iter()
            .map(|event| {
                let Event::BezorgingUitgesteld(e) = event else { panic!("{event:?}") };
                e.a.niet_voor - 1_000
            })
            .collect();
        assert_eq!(wachten.len(), 8);
        assert!(wachten.is_sorted() && Some(wachten[0]) == wachttijd(1), "{wachten:?}");
        let Event::BezorgingOpgegeven(e) = opgegeven else { panic!("{opgegeven:?}") };
        assert_eq!((e.a.poging.poging, e.a.reden), (9, RedenOpgegeven::TeVaakGeprobeerd));
    }

    #[test]
    fn wat_nooit_gaat_wordt_meteen_opgegeven() {
        let events = na(&[mislukt(true)]);
        let [Event::BezorgingOpgegeven(e)] = events.as_slice() else { panic!("{events:?}") };
        assert_eq!(e.a.reden, RedenOpgegeven::Geweigerd);
    }

    #[test]
    fn wat_is_opgegeven_kan_worden_hervat_en_krijgt_dan_weer_alle_tijd() {
        let hervat = Command::Hervat(BERICHT, Kanaal::Mail);
        assert_eq!(na(std::slice::from_ref(&hervat)), vec![], "wat niet is opgegeven");
        let eens = na(&vec![mislukt(false); 9]);
        let opnieuw =
            na(&[vec![mislukt(false); 9], vec![hervat], vec![mislukt(false); 20]].concat());
        assert_eq!(opnieuw.len(), 2 * eens.len() + 1);
        let bezorgd = Command::LegBezorgdVast(BERICHT, Kanaal::Mail);
        assert_eq!(decide(&replay(&eens), &bezorgd), vec![]);
    }

    #[test]
    fn wat_in_het_postvak_blijft_is_klaar() {
        let blijft = Command::HoudInPostvak(BERICHT, Kanaal::Mail);
        let events = na(&[blijft.clone(), blijft, mislukt(false)]);
        assert!(matches!(events.as_slice(), [Event::BerichtInPostvak(_)]), "{events:?}");
    }

    #[test]
    fn elke_weg_heeft_een_eigen_stand() {
        let vervalt =
            Command::LaatVervallen(BERICHT, Kanaal::Mail, RedenVervallen::NietVoorOntvanger);
        let staat = replay(&na(&[vervalt]));
        assert_eq!(staat.stand(BERICHT, Kanaal::Mail), Stand::Klaar);
        let nieuw = Stand::Wacht { pogingen: 0, eerder: 0, niet_voor: i64::MIN };
        assert_eq!(staat.stand(BERICHT, Kanaal::Webhook), nieuw);
    }
}
