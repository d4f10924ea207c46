//! Afwijking: what differs from the rule for one dossier. A deviation that the directie approved
//! the review of a colleague's dossier, and the restriction of processing.
//!
//! One stream per dossier.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rechten::eis_nieuw;
use super::{Einde, Geldigheid, Recht, Rechten, Weigering};
use crate::{AccountId, Categorie, Compartiment, Datum, Sectie, Secties, StukId};

/// A fact about exceptions, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The directie approved a deviation.
    AfwijkingGoedgekeurd(Secties<Afwijking>),
    /// The deviation was withdrawn.
    AfwijkingIngetrokken(Secties<Einde>),
    /// Somebody was asked to review the dossier.
    ToetsToegewezen(Secties<Toets>),
    /// The review is done.
    ToetsBeeindigd(Secties<Einde>),
    /// Processing was restricted.
    VerwerkingBeperkt(Secties<Beperking>),
    /// The restriction was lifted.
    BeperkingOpgeheven(Secties<Einde>),
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Approves a deviation.
    KeurAfwijkingGoed(Secties<Afwijking>),
    /// Withdraws it.
    TrekAfwijkingIn(Secties<Einde>),
    /// Asks somebody to review the dossier.
    WijsToetsToe(Secties<Toets>),
    /// Ends the review.
    BeeindigToets(Secties<Einde>),
    /// Restricts processing.
    BeperkVerwerking(Secties<Beperking>),
    /// Lifts the restriction.
    HefBeperkingOp(Secties<Einde>),
}

/// Section A: somebody may do what the function does not allow.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Afwijking {
    /// The decision of the directie.
    pub stuk: StukId,
    /// Who may.
    pub account: AccountId,
    /// Who decided, and so is accountable.
    pub goedgekeurd_door: AccountId,
    /// Which data.
    pub gegevens: Gegevens,
    /// Whether only reading, or writing too.
    pub handeling: Handeling,
    /// Why.
    pub grond: Grond,
    /// The days on which it holds.
    pub geldig: Geldigheid,
}

/// Which data a deviation opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Gegevens {
    /// Process data.
    Proces,
    /// Re-integration data.
    ReIntegratie,
    /// Medical data: only along with delegation and secrecy.
    Medisch,
    /// General data.
    Algemeen,
}

impl Gegevens {
    /// Whether these data are of a category.
    #[must_use]
    pub fn is(self, categorie: Categorie) -> bool {
        match categorie {
            Categorie::A => self == Self::Proces,
            Categorie::B => self == Self::ReIntegratie,
            Categorie::C => self == Self::Medisch,
            Categorie::D => self == Self::Algemeen,
            Categorie::Factuur => false,
        }
    }
}

/// What a deviation allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Handeling {
    /// Reading.
    Lezen,
    /// Reading and writing.
    LezenEnSchrijven,
}

/// Why a deviation is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Grond {
    /// Standing in for somebody who is absent.
    Waarneming,
    /// Handling a complaint.
    Klacht,
    /// Handling an incident.
    Incident,
    /// A case at law.
    Procedure,
}

impl Sectie for Afwijking {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Recht for Afwijking {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn geldigheid(&self) -> Geldigheid {
        self.geldig
    }
}

/// Section A: a professional reviews the dossier of a colleague.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Toets {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Who reviews.
    pub account: AccountId,
    /// The colleague, who gets the findings.
    pub collega: AccountId,
    /// Why.
    pub reden: RedenToets,
    /// The days on which it holds.
    pub geldig: Geldigheid,
}

/// Why a dossier is reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum RedenToets {
    /// Drawn at random.
    Steekproef,
    /// Review among peers.
    Intervisie,
    /// After a complaint.
    Klacht,
}

impl Sectie for Toets {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Recht for Toets {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn geldigheid(&self) -> Geldigheid {
        self.geldig
    }
}

/// Section A: nothing is written, removed or sent, but by the employee.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Beperking {
    /// The request, or what it was decided on.
    pub stuk: StukId,
    /// Why.
    pub reden: RedenBeperking,
    /// The days on which it holds.
    pub geldig: Geldigheid,
}

/// Why processing is restricted (AVG art. 18).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum RedenBeperking {
    /// The employee says that the data are wrong.
    JuistheidBetwist,
    /// The employee wants restriction rather than erasure.
    InPlaatsVanWissen,
    /// The employee needs the data for a claim at law.
    Rechtsvordering,
    /// The employee objected.
    Bezwaar,
}

impl Sectie for Beperking {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Recht for Beperking {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn geldigheid(&self) -> Geldigheid {
        self.geldig
    }
}

/// The state that decisions need: section A.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Afwijkingen {
    /// Every document ever taken in.
    pub stukken: BTreeSet<StukId>,
    /// Deviations.
    pub afwijkingen: Rechten<Afwijking>,
    /// Reviews.
    pub toetsen: Rechten<Toets>,
    /// Restrictions.
    pub beperkingen: Rechten<Beperking>,
}

/// A deviation lasts a year at most: one until 2099 is a rule of its own (abuse case AC-43).
const AFWIJKING_HOOGSTENS_DAGEN: i32 = 366;
/// A review lasts a quarter at most (abuse case AC-45).
const TOETS_HOOGSTENS_DAGEN: i32 = 92;

/// Decides what a command makes true. An empty list means: already so.
///
/// # Errors
///
/// [`Weigering`].
pub fn decide(
    staat: &Afwijkingen,
    command: Command,
    vandaag: Datum,
) -> Result<Vec<Event>, Weigering> {
    let nieuw = als_feit(command);
    if is_al_zo(staat, &nieuw) {
        return Ok(vec![]);
    }
    eis_nieuw(&staat.stukken, nieuw.stuk())?;
    match &nieuw {
        Event::AfwijkingGoedgekeurd(e) if e.a.account == e.a.goedgekeurd_door => {
            Err(Weigering::EigenBelang)
        }
        Event::AfwijkingGoedgekeurd(e) => e.a.geldig.eis_einde(AFWIJKING_HOOGSTENS_DAGEN),
        Event::ToetsToegewezen(e) if e.a.account == e.a.collega => Err(Weigering::EigenBelang),
        Event::ToetsToegewezen(e) => e.a.geldig.eis_einde(TOETS_HOOGSTENS_DAGEN),
        Event::VerwerkingBeperkt(e) => e.a.geldig.eis_vooruit(),
        Event::AfwijkingIngetrokken(e) => staat.afwijkingen.beoordeel_einde(&e.a, vandaag),
        Event::ToetsBeeindigd(e) => staat.toetsen.beoordeel_einde(&e.a, vandaag),
        Event::BeperkingOpgeheven(e) => staat.beperkingen.beoordeel_einde(&e.a, vandaag),
    }?;
    Ok(vec![nieuw])
}

fn als_feit(command: Command) -> Event {
    match command {
        Command::KeurAfwijkingGoed(c) => Event::AfwijkingGoedgekeurd(c),
        Command::TrekAfwijkingIn(c) => Event::AfwijkingIngetrokken(c),
        Command::WijsToetsToe(c) => Event::ToetsToegewezen(c),
        Command::BeeindigToets(c) => Event::ToetsBeeindigd(c),
        Command::BeperkVerwerking(c) => Event::VerwerkingBeperkt(c),
        Command::HefBeperkingOp(c) => Event::BeperkingOpgeheven(c),
    }
}

fn is_al_zo(staat: &Afwijkingen, feit: &Event) -> bool {
    match feit {
        Event::AfwijkingGoedgekeurd(e) => staat.afwijkingen.gegeven.contains(&e.a),
        Event::AfwijkingIngetrokken(e) => staat.afwijkingen.beeindigd.contains(&e.a),
        Event::ToetsToegewezen(e) => staat.toetsen.gegeven.contains(&e.a),
        Event::ToetsBeeindigd(e) => staat.toetsen.beeindigd.contains(&e.a),
        Event::VerwerkingBeperkt(e) => staat.beperkingen.gegeven.contains(&e.a),
        Event::BeperkingOpgeheven(e) => staat.beperkingen.beeindigd.contains(&e.a),
    }
}

impl Event {
    /// The document or report this fact came with.
    #[must_use]
    pub fn stuk(&self) -> StukId {
        match self {
            Self::AfwijkingGoedgekeurd(e) => e.a.stuk,
            Self::ToetsToegewezen(e) => e.a.stuk,
            Self::VerwerkingBeperkt(e) => e.a.stuk,
            Self::AfwijkingIngetrokken(e)
            | Self::ToetsBeeindigd(e)
            | Self::BeperkingOpgeheven(e) => e.a.stuk,
        }
    }
}

/// Folds one fact into the exceptions.
#[must_use]
pub fn evolve(mut staat: Afwijkingen, event: &Event) -> Afwijkingen {
    staat.stukken.insert(event.stuk());
    match event {
        Event::AfwijkingGoedgekeurd(e) => staat.afwijkingen.gegeven.push(e.a.clone()),
        Event::AfwijkingIngetrokken(e) => staat.afwijkingen.beeindigd.push(e.a.clone()),
        Event::ToetsToegewezen(e) => staat.toetsen.gegeven.push(e.a.clone()),
        Event::ToetsBeeindigd(e) => staat.toetsen.beeindigd.push(e.a.clone()),
        Event::VerwerkingBeperkt(e) => staat.beperkingen.gegeven.push(e.a.clone()),
        Event::BeperkingOpgeheven(e) => staat.beperkingen.beeindigd.push(e.a.clone()),
    }
    staat
}

/// Rebuilds the exceptions from their history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Afwijkingen {
    events.into_iter().fold(Afwijkingen::default(), evolve)
}

#[cfg(test)]
mod tests;
