//! Beheer: which organisation keeps another one: its accounts, its functions and who works for it.
//!
//! One stream per organisation that is kept. An organisation always keeps itself. That it keeps another opens
//! nothing: it says whose functioneel beheerder and planner may arrange things there, so that several
//! arbodiensten, employers and insurers stay apart in one installation.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rechten::eis_nieuw;
use super::{Einde, Geldigheid, Organisatie, Recht, Rechten, Weigering};
use crate::{Compartiment, Datum, Sectie, Secties, StukId};

/// A fact about who keeps an organisation, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// An organisation keeps this one.
    BeheerToegekend(Secties<Beheer>),
    /// It no longer does.
    BeheerBeeindigd(Secties<Einde>),
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Lets an organisation keep this one.
    KenBeheerToe(Secties<Beheer>),
    /// Ends that.
    BeeindigBeheer(Secties<Einde>),
}

/// Section A: who keeps it, and when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Beheer {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Who keeps it.
    pub aan: Organisatie,
    /// The days on which it holds.
    pub geldig: Geldigheid,
}

impl Sectie for Beheer {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Recht for Beheer {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn geldigheid(&self) -> Geldigheid {
        self.geldig
    }
}

/// The state that decisions need: section A.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Beheerd {
    /// Every document ever taken in.
    pub stukken: BTreeSet<StukId>,
    /// Who keeps it.
    pub beheer: Rechten<Beheer>,
}

impl Beheerd {
    /// Whether nobody was ever given this organisation to keep.
    #[must_use]
    pub fn is_van_niemand(&self) -> bool {
        self.beheer.gegeven.is_empty()
    }

    /// Whether an organisation keeps it on a day.
    #[must_use]
    pub fn is_van(&self, organisatie: Organisatie, dag: Datum) -> bool {
        self.beheer.op(dag).any(|it| it.aan == organisatie)
    }
}

/// Decides what a command makes true. An empty list means: already so.
///
/// # Errors
///
/// [`Weigering`]; the last one to keep an organisation goes on keeping it.
pub fn decide(staat: &Beheerd, command: Command, vandaag: Datum) -> Result<Vec<Event>, Weigering> {
    match command {
        Command::KenBeheerToe(c) if staat.beheer.gegeven.contains(&c.a) => Ok(vec![]),
        Command::BeeindigBeheer(c) if staat.beheer.beeindigd.contains(&c.a) => Ok(vec![]),
        Command::KenBeheerToe(c) => {
            eis_nieuw(&staat.stukken, c.a.stuk)?;
            c.a.geldig.eis_vooruit()?;
            Ok(vec![Event::BeheerToegekend(c)])
        }
        Command::BeeindigBeheer(c) => {
            eis_nieuw(&staat.stukken, c.a.stuk)?;
            staat.beheer.beoordeel_einde(&c.a, vandaag)?;
            eis_een_ander(staat, &c.a)?;
            Ok(vec![Event::BeheerBeeindigd(c)])
        }
    }
}

fn eis_een_ander(staat: &Beheerd, einde: &Einde) -> Result<(), Weigering> {
    let blijft = staat.beheer.op(einde.per).any(|it| it.stuk != einde.recht);
    if blijft { Ok(()) } else { Err(Weigering::ZonderBeheer) }
}

impl Event {
    /// The document or report this fact came with.
    #[must_use]
    pub fn stuk(&self) -> StukId {
        match self {
            Self::BeheerToegekend(e) => e.a.stuk,
            Self::BeheerBeeindigd(e) => e.a.stuk,
        }
    }
}

/// Folds one fact into who keeps it.
#[must_use]
pub fn evolve(mut staat: Beheerd, event: &Event) -> Beheerd {
    staat.stukken.insert(event.stuk());
    match event {
        Event::BeheerToegekend(e) => staat.beheer.gegeven.push(e.a.clone()),
        Event::BeheerBeeindigd(e) => staat.beheer.beeindigd.push(e.a.clone()),
    }
    staat
}

/// Rebuilds who keeps an organisation from its history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Beheerd {
    events.into_iter().fold(Beheerd::default(), evolve)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Beheer, Command, decide, replay};
    use crate::bevoegdheid::{Einde, Geldigheid, Organisatie, Weigering};
    use crate::mijlpaal::voorbeeld::{dag, stuk};
    use crate::{OrganisatieId, Secties};

    const VANDAAG: &str = "2025-06-02";

    fn organisatie(nummer: u128) -> Organisatie {
        Organisatie::Overig(OrganisatieId(Uuid::from_u128(nummer)))
    }

    fn aan(nummer: u128) -> Command {
        Command::KenBeheerToe(Secties::proces(Beheer {
            stuk: stuk(nummer),
            aan: organisatie(nummer),
            geldig: Geldigheid::vanaf(dag("2025-03-03")),
        }))
    }

    fn einde(nummer: u128, recht: u128) -> Command {
        let a = Einde { stuk: stuk(nummer), recht: stuk(recht), per: dag(VANDAAG) };
        Command::BeeindigBeheer(Secties::proces(a))
    }

    fn na(opdrachten: Vec<Command>) -> super::Beheerd {
        let mut feiten = vec![];
        for opdracht in opdrachten {
            feiten.extend(decide(&replay(&feiten), opdracht.clone(), dag(VANDAAG)).unwrap());
            assert_eq!(decide(&replay(&feiten), opdracht, dag(VANDAAG)), Ok(vec![]));
        }
        replay(&feiten)
    }

    #[test]
    fn wie_het_beheer_overneemt_houdt_het_en_wie_stopt_niet() {
        let staat = na(vec![aan(1), aan(2), einde(3, 1)]);
        let op = |nummer, op: &str| staat.is_van(organisatie(nummer), dag(op));
        assert!(op(1, "2025-06-01") && !op(1, VANDAAG) && op(2, VANDAAG));
    }

    #[test]
    fn een_organisatie_houdt_altijd_iemand_die_haar_beheert() {
        let uitkomst = decide(&na(vec![aan(1)]), einde(2, 1), dag(VANDAAG));
        assert_eq!(uitkomst, Err(Weigering::ZonderBeheer));
    }

    #[test]
    fn wie_ooit_van_iemand_was_is_niet_van_niemand() {
        assert!(na(vec![]).is_van_niemand() && !na(vec![aan(1)]).is_van_niemand());
    }
}
