//! Delegatie: a task that a bedrijfsarts leaves to somebody else.
//!
//! One stream per account that got tasks. The five conditions are recorded one by one, every task has
//! an end, and a delegation lapses with the function of whoever gave it.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rechten::eis_nieuw;
use super::{Einde, Geldigheid, Recht, Rechten, Weigering};
use crate::{AccountId, Categorie, Compartiment, Datum, DossierId, Sectie, Secties, StukId};

/// A fact about delegation, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A task was delegated.
    TaakGedelegeerd(Secties<Delegatie>),
    /// The delegation was withdrawn.
    DelegatieIngetrokken(Secties<Einde>),
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Delegates a task.
    DelegeerTaak(Secties<Delegatie>),
    /// Withdraws it.
    TrekDelegatieIn(Secties<Einde>),
}

/// Section A: which task, by whom, for which dossiers.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Delegatie {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The bedrijfsarts, who stays accountable.
    pub door: AccountId,
    /// Which task.
    pub taak: Taak,
    /// One dossier; none for every dossier that both are assigned to.
    pub dossier: Option<DossierId>,
    /// The conditions, each of them met.
    pub voorwaarden: Voorwaarden,
    /// The days on which it holds.
    pub geldig: Geldigheid,
}

impl Sectie for Delegatie {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Recht for Delegatie {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn geldigheid(&self) -> Geldigheid {
        self.geldig
    }
}

/// A task that can be delegated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Taak {
    /// Keeping the process going: process data only.
    Proces,
    /// Guiding the employee: process and re-integration data.
    Begeleiding,
    /// Part of the medical guidance: medical data too.
    Medisch,
}

impl Taak {
    /// Whether the task needs data of a category.
    #[must_use]
    pub fn dekt(self, categorie: Categorie) -> bool {
        match categorie {
            Categorie::A | Categorie::D => true,
            Categorie::B => matches!(self, Self::Begeleiding | Self::Medisch),
            Categorie::C => self == Self::Medisch,
            Categorie::Factuur => false,
        }
    }
}

/// The five conditions of R-075.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(clippy::struct_excessive_bools, reason = "five conditions, each registered by itself")]
pub struct Voorwaarden {
    /// Able to do the task.
    pub bekwaam: bool,
    /// Trained for it.
    pub opgeleid: bool,
    /// The bedrijfsarts supervises.
    pub toezicht: bool,
    /// Bound to secrecy.
    pub geheimhouding: bool,
    /// What is done is handed over to the bedrijfsarts.
    pub overdracht: bool,
}

impl Voorwaarden {
    fn vervuld(self) -> bool {
        let Self { bekwaam, opgeleid, toezicht, geheimhouding, overdracht } = self;
        bekwaam && opgeleid && toezicht && geheimhouding && overdracht
    }
}

/// The state that decisions need: section A.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Delegaties {
    /// Every document ever taken in.
    pub stukken: BTreeSet<StukId>,
    /// Delegated tasks.
    pub delegaties: Rechten<Delegatie>,
}

/// A task is delegated for two years at most; then it is looked at again.
const HOOGSTENS_DAGEN: i32 = 731;

/// Decides what a command makes true for the tasks of `aan`. An empty list means: already so.
///
/// # Errors
///
/// [`Weigering`].
pub fn decide(
    aan: AccountId,
    staat: &Delegaties,
    command: Command,
    vandaag: Datum,
) -> Result<Vec<Event>, Weigering> {
    match command {
        Command::DelegeerTaak(c) if staat.delegaties.gegeven.contains(&c.a) => Ok(vec![]),
        Command::DelegeerTaak(c) => {
            eis_nieuw(&staat.stukken, c.a.stuk)?;
            c.a.geldig.eis_einde(HOOGSTENS_DAGEN)?;
            if c.a.door == aan {
                return Err(Weigering::EigenBelang);
            }
            if !c.a.voorwaarden.vervuld() {
                return Err(Weigering::VoorwaardeOntbreekt);
            }
            Ok(vec![Event::TaakGedelegeerd(c)])
        }
        Command::TrekDelegatieIn(c) if staat.delegaties.beeindigd.contains(&c.a) => Ok(vec![]),
        Command::TrekDelegatieIn(c) => {
            eis_nieuw(&staat.stukken, c.a.stuk)?;
            staat.delegaties.beoordeel_einde(&c.a, vandaag)?;
            Ok(vec![Event::DelegatieIngetrokken(c)])
        }
    }
}

impl Event {
    /// The document or report this fact came with.
    #[must_use]
    pub fn stuk(&self) -> StukId {
        match self {
            Self::TaakGedelegeerd(e) => e.a.stuk,
            Self::DelegatieIngetrokken(e) => e.a.stuk,
        }
    }
}

/// Folds one fact into the tasks of an account.
#[must_use]
pub fn evolve(mut staat: Delegaties, event: &Event) -> Delegaties {
    staat.stukken.insert(event.stuk());
    match event {
        Event::TaakGedelegeerd(e) => staat.delegaties.gegeven.push(e.a.clone()),
        Event::DelegatieIngetrokken(e) => staat.delegaties.beeindigd.push(e.a.clone()),
    }
    staat
}

/// Rebuilds the tasks of an account from their history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Delegaties {
    events.into_iter().fold(Delegaties::default(), evolve)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Command, Delegatie, Taak, Voorwaarden, decide, evolve, replay};
    use crate::bevoegdheid::{Einde, Geldigheid, Weigering};
    use crate::mijlpaal::voorbeeld::{dag, stuk};
    use crate::{AccountId, Categorie, Secties};

    const VANDAAG: &str = "2025-06-02";
    const ARTS: AccountId = AccountId(Uuid::from_u128(7));
    const AAN: AccountId = AccountId(Uuid::from_u128(8));

    fn delegatie() -> Delegatie {
        let voorwaarden = Voorwaarden {
            bekwaam: true,
            opgeleid: true,
            toezicht: true,
            geheimhouding: true,
            overdracht: true,
        };
        Delegatie {
            stuk: stuk(1),
            door: ARTS,
            taak: Taak::Begeleiding,
            dossier: None,
            voorwaarden,
            geldig: Geldigheid { van: dag("2025-03-03"), tot_en_met: Some(dag("2025-12-31")) },
        }
    }

    fn weigering(delegatie: Delegatie) -> Weigering {
        let opdracht = Command::DelegeerTaak(Secties::proces(delegatie));
        decide(AAN, &replay(&[]), opdracht, dag(VANDAAG)).unwrap_err()
    }

    #[test]
    fn een_delegatie_geldt_tot_zij_wordt_ingetrokken() {
        let geef = Command::DelegeerTaak(Secties::proces(delegatie()));
        let a = Einde { stuk: stuk(2), recht: stuk(1), per: dag(VANDAAG) };
        let trek_in = Command::TrekDelegatieIn(Secties::proces(a));
        let mut staat = replay(&[]);
        for opdracht in [geef, trek_in] {
            let nieuw = decide(AAN, &staat, opdracht.clone(), dag(VANDAAG)).unwrap();
            staat = nieuw.iter().fold(staat, evolve);
            assert_eq!(decide(AAN, &staat, opdracht, dag(VANDAAG)), Ok(vec![]));
        }
        assert_eq!(staat.delegaties.op(dag("2025-06-01")).count(), 1);
        assert_eq!(staat.delegaties.op(dag(VANDAAG)).count(), 0);
    }

    #[test]
    fn aan_elk_van_de_vijf_voorwaarden_moet_zijn_voldaan() {
        let alle = delegatie().voorwaarden;
        for voorwaarden in [
            Voorwaarden { bekwaam: false, ..alle },
            Voorwaarden { opgeleid: false, ..alle },
            Voorwaarden { toezicht: false, ..alle },
            Voorwaarden { geheimhouding: false, ..alle },
            Voorwaarden { overdracht: false, ..alle },
        ] {
            let nee = weigering(Delegatie { voorwaarden, ..delegatie() });
            assert_eq!(nee, Weigering::VoorwaardeOntbreekt, "{voorwaarden:?}");
        }
    }

    #[test]
    fn een_delegatie_heeft_een_einde_binnen_twee_jaar() {
        let geldig = Geldigheid::vanaf(dag("2025-03-03"));
        assert_eq!(weigering(Delegatie { geldig, ..delegatie() }), Weigering::EindeOntbreekt);
        let geldig = Geldigheid { tot_en_met: Some(dag("2099-12-31")), ..geldig };
        let nee = Weigering::TeLang { hoogstens_dagen: 731 };
        assert_eq!(weigering(Delegatie { geldig, ..delegatie() }), nee);
    }

    #[test]
    fn niemand_delegeert_aan_zichzelf() {
        assert_eq!(weigering(Delegatie { door: AAN, ..delegatie() }), Weigering::EigenBelang);
    }

    #[test]
    fn alleen_een_medische_taak_dekt_medische_gegevens() {
        for taak in [Taak::Proces, Taak::Begeleiding, Taak::Medisch] {
            assert_eq!(taak.dekt(Categorie::C), taak == Taak::Medisch, "{taak:?}");
        }
    }
}
