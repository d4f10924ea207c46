//! Toestemming: what an employee agreed to, or authorised somebody for.
//!
//! One stream per employee. A withdrawal works from its day on; what was done before stays.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rechten::eis_nieuw;
use super::{Einde, Geldigheid, Organisatie, Recht, Rechten, Weigering};
use crate::{AccountId, Compartiment, Datum, DossierId, Sectie, Secties, StukId};

/// A fact about consent, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The employee agreed.
    ToestemmingGegeven(Secties<Toestemming>),
    /// The employee withdrew it.
    ToestemmingIngetrokken(Secties<Einde>),
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Records that the employee agreed.
    GeefToestemming(Secties<Toestemming>),
    /// Withdraws it.
    TrekToestemmingIn(Secties<Einde>),
}

/// Section A: agreed to what, for what, to whom. It names no illness.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Toestemming {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The dossier it is about; none for every dossier of this employee.
    pub dossier: Option<DossierId>,
    /// Consent or authorisation, written or not.
    pub vorm: Vorm,
    /// What it is about.
    pub onderwerp: Onderwerp,
    /// What for.
    pub doel: Doel,
    /// Who may have it.
    pub aan: Ontvanger,
    /// The days on which it holds.
    pub geldig: Geldigheid,
}

impl Sectie for Toestemming {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Recht for Toestemming {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn geldigheid(&self) -> Geldigheid {
        self.geldig
    }
}

/// How the employee agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Vorm {
    /// Explicitly, noted in the dossier.
    Uitdrukkelijk,
    /// In writing.
    Schriftelijk,
    /// A signed authorisation (machtiging).
    Machtiging,
}

/// What consent is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Onderwerp {
    /// The advice on interventions.
    Interventieadvies,
    /// That there is a vangnet or a liable third party.
    Vangnet,
    /// Medical data.
    MedischeGegevens,
    /// Use of the burgerservicenummer in the medical sector.
    Burgerservicenummer,
    /// Use for research.
    Onderzoek,
}

impl Onderwerp {
    /// Whether consent about this is about what is sealed in a compartment.
    #[must_use]
    pub fn dekt(self, compartiment: Compartiment) -> bool {
        match self {
            Self::Interventieadvies => compartiment == Compartiment::BInterventieAdvies,
            Self::Vangnet => compartiment == Compartiment::AVangnet,
            Self::MedischeGegevens => matches!(
                compartiment,
                Compartiment::C
                    | Compartiment::CUwv
                    | Compartiment::CBehandelaar
                    | Compartiment::CArbeidsgerelateerd
            ),
            Self::Burgerservicenummer => compartiment == Compartiment::ABsn,
            Self::Onderzoek => compartiment == Compartiment::COnderzoek,
        }
    }
}

/// What consent is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Doel {
    /// Guidance and return to work.
    ReIntegratie,
    /// Treatment by a care provider.
    Behandeling,
    /// Judging wages and insurance.
    Loondoorbetaling,
    /// A new judgement, objection or appeal.
    BezwaarOfBeroep,
    /// Research.
    Onderzoek,
}

/// Who may have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Ontvanger {
    /// One person.
    Account(AccountId),
    /// An organisation.
    Organisatie(Organisatie),
}

/// The state that decisions need: section A.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Toestemmingen {
    /// Every document ever taken in.
    pub stukken: BTreeSet<StukId>,
    /// What was agreed to.
    pub toestemmingen: Rechten<Toestemming>,
}

/// Decides what a command makes true. An empty list means: already so.
///
/// # Errors
///
/// [`Weigering`].
pub fn decide(
    staat: &Toestemmingen,
    command: Command,
    vandaag: Datum,
) -> Result<Vec<Event>, Weigering> {
    match command {
        Command::GeefToestemming(c) if staat.toestemmingen.gegeven.contains(&c.a) => Ok(vec![]),
        Command::GeefToestemming(c) => {
            eis_nieuw(&staat.stukken, c.a.stuk)?;
            c.a.geldig.eis_vooruit()?;
            Ok(vec![Event::ToestemmingGegeven(c)])
        }
        Command::TrekToestemmingIn(c) if staat.toestemmingen.beeindigd.contains(&c.a) => Ok(vec![]),
        Command::TrekToestemmingIn(c) => {
            eis_nieuw(&staat.stukken, c.a.stuk)?;
            staat.toestemmingen.beoordeel_einde(&c.a, vandaag)?;
            Ok(vec![Event::ToestemmingIngetrokken(c)])
        }
    }
}

impl Event {
    /// The document or report this fact came with.
    #[must_use]
    pub fn stuk(&self) -> StukId {
        match self {
            Self::ToestemmingGegeven(e) => e.a.stuk,
            Self::ToestemmingIngetrokken(e) => e.a.stuk,
        }
    }
}

/// Folds one fact into what the employee agreed to.
#[must_use]
pub fn evolve(mut staat: Toestemmingen, event: &Event) -> Toestemmingen {
    staat.stukken.insert(event.stuk());
    match event {
        Event::ToestemmingGegeven(e) => staat.toestemmingen.gegeven.push(e.a.clone()),
        Event::ToestemmingIngetrokken(e) => staat.toestemmingen.beeindigd.push(e.a.clone()),
    }
    staat
}

/// Rebuilds what an employee agreed to from its history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Toestemmingen {
    events.into_iter().fold(Toestemmingen::default(), evolve)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Command, Doel, Onderwerp, Ontvanger, Toestemming, Vorm, decide, evolve, replay};
    use crate::bevoegdheid::{Einde, Geldigheid, Weigering};
    use crate::mijlpaal::voorbeeld::{dag, stuk};
    use crate::{AccountId, Compartiment, Secties};

    const VANDAAG: &str = "2025-06-02";

    fn geef() -> Command {
        Command::GeefToestemming(Secties::proces(Toestemming {
            stuk: stuk(1),
            dossier: None,
            vorm: Vorm::Schriftelijk,
            onderwerp: Onderwerp::Interventieadvies,
            doel: Doel::ReIntegratie,
            aan: Ontvanger::Account(AccountId(Uuid::from_u128(7))),
            geldig: Geldigheid::vanaf(dag("2025-03-03")),
        }))
    }

    fn trek_in(per: &str) -> Command {
        let a = Einde { stuk: stuk(2), recht: stuk(1), per: dag(per) };
        Command::TrekToestemmingIn(Secties::proces(a))
    }

    #[test]
    fn intrekken_werkt_vanaf_vandaag_en_niet_terug() {
        let gegeven = decide(&replay(&[]), geef(), dag(VANDAAG)).unwrap();
        let staat = replay(&gegeven);
        assert_eq!(decide(&staat, geef(), dag(VANDAAG)), Ok(vec![]));
        let terug = decide(&staat, trek_in("2025-06-01"), dag(VANDAAG));
        assert_eq!(terug, Err(Weigering::MetTerugwerkendeKracht { per: dag("2025-06-01") }));
        let ingetrokken = decide(&staat, trek_in(VANDAAG), dag(VANDAAG)).unwrap();
        let staat = ingetrokken.iter().fold(staat, evolve);
        assert_eq!(staat.toestemmingen.op(dag("2025-06-01")).count(), 1);
        assert_eq!(staat.toestemmingen.op(dag(VANDAAG)).count(), 0);
        assert_eq!(decide(&staat, trek_in(VANDAAG), dag(VANDAAG)), Ok(vec![]));
    }

    #[test]
    fn toestemming_gaat_alleen_over_haar_onderwerp() {
        for compartiment in Compartiment::ALLE {
            let dekt = Onderwerp::Interventieadvies.dekt(compartiment);
            assert_eq!(dekt, compartiment == Compartiment::BInterventieAdvies, "{compartiment:?}");
        }
    }
}
