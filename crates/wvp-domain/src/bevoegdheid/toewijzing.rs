//! Toewijzing: who works on a dossier, or for all dossiers of an employer.
//!
//! One stream per dossier and one per employer: what is assigned for an employer holds for each of
//! its dossiers. That an account or organisation is assigned gives no right; it puts the dossier in
//! scope, and the table decides.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gebruiker::{Bevestiging, eis_geweest};
use super::rechten::eis_nieuw;
use super::{Einde, Geldigheid, Organisatie, Recht, Rechten, Weigering};
use crate::{AccountId, Compartiment, Datum, Sectie, Secties, StukId};

/// A fact about assignments, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Somebody works on it.
    Toegewezen(Secties<Toewijzing>),
    /// Somebody no longer works on it.
    ToewijzingBeeindigd(Secties<Einde>),
    /// An organisation got a concrete order for re-integration or an intervention.
    OpdrachtGegeven(Secties<Opdracht>),
    /// The order ended.
    OpdrachtBeeindigd(Secties<Einde>),
    /// Re-integration is part of the policy of employer and insurer.
    PolisVastgelegd(Secties<Polis>),
    /// The policy ended.
    PolisBeeindigd(Secties<Einde>),
    /// A right of an organisation was looked at and is still needed.
    ToewijzingBevestigd(Secties<Bevestiging>),
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Assigns somebody.
    WijsToe(Secties<Toewijzing>),
    /// Ends an assignment.
    BeeindigToewijzing(Secties<Einde>),
    /// Orders re-integration or an intervention.
    GeefOpdracht(Secties<Opdracht>),
    /// Ends the order.
    BeeindigOpdracht(Secties<Einde>),
    /// Records a policy with re-integration.
    LegPolisVast(Secties<Polis>),
    /// Ends the policy.
    BeeindigPolis(Secties<Einde>),
    /// Says that a right of an organisation is still needed.
    BevestigToewijzing(Secties<Bevestiging>),
}

/// Section A: who works on it, with which hat on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Toewijzing {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Whom.
    pub aan: Aan,
    /// Party and function in the words of the access table.
    pub lezer: String,
    /// The days on which it holds.
    pub geldig: Geldigheid,
}

/// Whom an assignment is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Aan {
    /// One person. Who reads medical data is always assigned in person.
    Account(AccountId),
    /// Everybody with this function at an organisation.
    Organisatie(Organisatie),
}

impl Sectie for Toewijzing {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Recht for Toewijzing {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn geldigheid(&self) -> Geldigheid {
        self.geldig
    }
}

/// Section A: a concrete order: what kind of intervention it is stands elsewhere.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opdracht {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Who got it.
    pub aan: Organisatie,
    /// What for.
    pub soort: SoortOpdracht,
    /// The days on which it holds.
    pub geldig: Geldigheid,
}

/// What an order is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum SoortOpdracht {
    /// Guiding re-integration.
    ReIntegratie,
    /// Carrying out an intervention.
    Interventie,
}

impl Sectie for Opdracht {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Recht for Opdracht {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn geldigheid(&self) -> Geldigheid {
        self.geldig
    }
}

/// Section A: the employer has a policy of which re-integration is a part.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Polis {
    /// The policy.
    pub stuk: StukId,
    /// Insurer, or the agent who acts for it.
    pub verzekeraar: Organisatie,
    /// Whether the employer carries the risk of the WGA.
    pub eigenrisicodrager: bool,
    /// The days on which it holds.
    pub geldig: Geldigheid,
}

impl Sectie for Polis {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Recht for Polis {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn geldigheid(&self) -> Geldigheid {
        self.geldig
    }
}

/// The state that decisions need: section A.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Toewijzingen {
    /// Every document ever taken in.
    pub stukken: BTreeSet<StukId>,
    /// Who works on it.
    pub toewijzingen: Rechten<Toewijzing>,
    /// Orders.
    pub opdrachten: Rechten<Opdracht>,
    /// Policies.
    pub polissen: Rechten<Polis>,
    /// Reviews.
    pub bevestigd: Vec<Bevestiging>,
}

/// Decides what a command makes true. An empty list means: already so.
///
/// # Errors
///
/// [`Weigering`].
pub fn decide(
    staat: &Toewijzingen,
    command: Command,
    vandaag: Datum,
) -> Result<Vec<Event>, Weigering> {
    let nieuw = als_feit(command);
    if is_al_zo(staat, &nieuw) {
        return Ok(vec![]);
    }
    eis_nieuw(&staat.stukken, nieuw.stuk())?;
    match &nieuw {
        Event::Toegewezen(e) => e.a.geldig.eis_vooruit(),
        Event::OpdrachtGegeven(e) => e.a.geldig.eis_vooruit(),
        Event::PolisVastgelegd(e) => e.a.geldig.eis_vooruit(),
        Event::ToewijzingBeeindigd(e) => staat.toewijzingen.beoordeel_einde(&e.a, vandaag),
        Event::OpdrachtBeeindigd(e) => staat.opdrachten.beoordeel_einde(&e.a, vandaag),
        Event::PolisBeeindigd(e) => staat.polissen.beoordeel_einde(&e.a, vandaag),
        Event::ToewijzingBevestigd(e) => eis_geweest(e.a.op, vandaag),
    }?;
    Ok(vec![nieuw])
}

fn als_feit(command: Command) -> Event {
    match command {
        Command::WijsToe(c) => Event::Toegewezen(c),
        Command::BeeindigToewijzing(c) => Event::ToewijzingBeeindigd(c),
        Command::GeefOpdracht(c) => Event::OpdrachtGegeven(c),
        Command::BeeindigOpdracht(c) => Event::OpdrachtBeeindigd(c),
        Command::LegPolisVast(c) => Event::PolisVastgelegd(c),
        Command::BeeindigPolis(c) => Event::PolisBeeindigd(c),
        Command::BevestigToewijzing(c) => Event::ToewijzingBevestigd(c),
    }
}

fn is_al_zo(staat: &Toewijzingen, feit: &Event) -> bool {
    match feit {
        Event::Toegewezen(e) => staat.toewijzingen.gegeven.contains(&e.a),
        Event::ToewijzingBeeindigd(e) => staat.toewijzingen.beeindigd.contains(&e.a),
        Event::OpdrachtGegeven(e) => staat.opdrachten.gegeven.contains(&e.a),
        Event::OpdrachtBeeindigd(e) => staat.opdrachten.beeindigd.contains(&e.a),
        Event::PolisVastgelegd(e) => staat.polissen.gegeven.contains(&e.a),
        Event::PolisBeeindigd(e) => staat.polissen.beeindigd.contains(&e.a),
        Event::ToewijzingBevestigd(e) => staat.bevestigd.contains(&e.a),
    }
}

impl Event {
    /// The document or report this fact came with.
    #[must_use]
    pub fn stuk(&self) -> StukId {
        match self {
            Self::Toegewezen(e) => e.a.stuk,
            Self::OpdrachtGegeven(e) => e.a.stuk,
            Self::PolisVastgelegd(e) => e.a.stuk,
            Self::ToewijzingBevestigd(e) => e.a.stuk,
            Self::ToewijzingBeeindigd(e) | Self::OpdrachtBeeindigd(e) | Self::PolisBeeindigd(e) => {
                e.a.stuk
            }
        }
    }
}

/// Folds one fact into the assignments.
#[must_use]
pub fn evolve(mut staat: Toewijzingen, event: &Event) -> Toewijzingen {
    staat.stukken.insert(event.stuk());
    match event {
        Event::Toegewezen(e) => staat.toewijzingen.gegeven.push(e.a.clone()),
        Event::ToewijzingBeeindigd(e) => staat.toewijzingen.beeindigd.push(e.a.clone()),
        Event::OpdrachtGegeven(e) => staat.opdrachten.gegeven.push(e.a.clone()),
        Event::OpdrachtBeeindigd(e) => staat.opdrachten.beeindigd.push(e.a.clone()),
        Event::PolisVastgelegd(e) => staat.polissen.gegeven.push(e.a.clone()),
        Event::PolisBeeindigd(e) => staat.polissen.beeindigd.push(e.a.clone()),
        Event::ToewijzingBevestigd(e) => staat.bevestigd.push(e.a.clone()),
    }
    staat
}

/// Rebuilds the assignments from their history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Toewijzingen {
    events.into_iter().fold(Toewijzingen::default(), evolve)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Aan, Command, Event, Opdracht, Polis, SoortOpdracht, Toewijzing, decide, replay};
    use crate::bevoegdheid::{Einde, Geldigheid, Organisatie, Weigering};
    use crate::mijlpaal::voorbeeld::{dag, stuk};
    use crate::{AccountId, OrganisatieId, Secties};

    const VANDAAG: &str = "2025-06-02";

    fn geldig() -> Geldigheid {
        Geldigheid::vanaf(dag("2025-03-03"))
    }

    fn brug() -> Organisatie {
        Organisatie::Overig(OrganisatieId(Uuid::from_u128(5)))
    }

    fn einde(nummer: u128, recht: u128) -> Secties<Einde> {
        Secties::proces(Einde { stuk: stuk(nummer), recht: stuk(recht), per: dag(VANDAAG) })
    }

    fn wijs_toe(geldig: Geldigheid) -> Command {
        Command::WijsToe(Secties::proces(Toewijzing {
            stuk: stuk(1),
            aan: Aan::Account(AccountId(Uuid::from_u128(7))),
            lezer: "arbodienst/bedrijfsarts_stafarts".to_owned(),
            geldig,
        }))
    }

    fn na(opdrachten: Vec<Command>) -> Vec<Event> {
        let mut feiten = vec![];
        for opdracht in opdrachten {
            let nieuw = decide(&replay(&feiten), opdracht.clone(), dag(VANDAAG)).unwrap();
            feiten.extend(nieuw);
            assert_eq!(decide(&replay(&feiten), opdracht, dag(VANDAAG)), Ok(vec![]));
        }
        feiten
    }

    #[test]
    fn wat_is_toegewezen_opgedragen_of_verzekerd_houdt_op_met_een_einde() {
        let feiten = na(vec![
            wijs_toe(geldig()),
            Command::BeeindigToewijzing(einde(2, 1)),
            Command::GeefOpdracht(Secties::proces(Opdracht {
                stuk: stuk(3),
                aan: brug(),
                soort: SoortOpdracht::ReIntegratie,
                geldig: geldig(),
            })),
            Command::BeeindigOpdracht(einde(4, 3)),
            Command::LegPolisVast(Secties::proces(Polis {
                stuk: stuk(5),
                verzekeraar: brug(),
                eigenrisicodrager: false,
                geldig: geldig(),
            })),
            Command::BeeindigPolis(einde(6, 5)),
        ]);
        let staat = replay(&feiten);
        let geldt = |op: &str| {
            let op = dag(op);
            let toewijzing = staat.toewijzingen.op(op).count();
            toewijzing + staat.opdrachten.op(op).count() + staat.polissen.op(op).count()
        };
        assert_eq!((geldt("2025-06-01"), geldt(VANDAAG)), (3, 0));
    }

    #[test]
    fn een_toewijzing_die_eindigt_voor_zij_begint_wordt_geweigerd() {
        let omgekeerd = Geldigheid { tot_en_met: Some(dag("2025-03-02")), ..geldig() };
        let uitkomst = decide(&replay(&[]), wijs_toe(omgekeerd), dag(VANDAAG));
        assert_eq!(uitkomst, Err(Weigering::PeriodeOmgekeerd));
    }

    #[test]
    fn het_einde_van_een_opdracht_beeindigt_geen_toewijzing() {
        let staat = replay(&na(vec![wijs_toe(geldig())]));
        let uitkomst = decide(&staat, Command::BeeindigOpdracht(einde(2, 1)), dag(VANDAAG));
        assert_eq!(uitkomst, Err(Weigering::RechtOnbekend { stuk: stuk(1) }));
    }
}
