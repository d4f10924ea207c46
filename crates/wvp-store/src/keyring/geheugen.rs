//! A keyring in memory, for tests and simulations: holds every compartment unless told otherwise.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use wvp_domain::Compartiment;

use super::{Bewijs, Leessleutel, Sleutel, SleutelFout, SleutelId, Sleutelbos};
use crate::stroom::StroomId;

/// A keyring in memory.
#[derive(Debug)]
pub struct SleutelbosGeheugen {
    compartimenten: BTreeSet<Compartiment>,
    sleutels: Mutex<HashMap<(StroomId, Compartiment), Option<Sleutel>>>,
    bewijzen: Mutex<Vec<Bewijs>>,
}

impl SleutelbosGeheugen {
    /// A keyring that holds every compartment.
    #[must_use]
    pub fn new() -> Self {
        Self::met(Compartiment::ALLE)
    }

    /// A keyring of a node that holds only these compartments.
    pub fn met(compartimenten: impl IntoIterator<Item = Compartiment>) -> Self {
        let compartimenten = compartimenten.into_iter().collect();
        Self { compartimenten, sleutels: Mutex::default(), bewijzen: Mutex::default() }
    }
}

impl Default for SleutelbosGeheugen {
    fn default() -> Self {
        Self::new()
    }
}

#[async_trait]
impl Sleutelbos for SleutelbosGeheugen {
    async fn voor_schrijven(
        &self,
        stroom: StroomId,
        compartiment: Compartiment,
    ) -> Result<Sleutel, SleutelFout> {
        if !self.compartimenten.contains(&compartiment) {
            return Err(SleutelFout::GeenKek(compartiment));
        }
        let mut sleutels = self.sleutels.lock().unwrap_or_else(PoisonError::into_inner);
        match sleutels.get(&(stroom, compartiment)) {
            Some(Some(sleutel)) => Ok(sleutel.clone()),
            Some(None) => Err(SleutelFout::Vernietigd { stroom, compartiment }),
            None => {
                let sleutel = Sleutel::willekeurig()?;
                sleutels.insert((stroom, compartiment), Some(sleutel.clone()));
                Ok(sleutel)
            }
        }
    }

    async fn voor_lezen(
        &self,
        stroom: StroomId,
        compartiment: Compartiment,
        sleutel: SleutelId,
    ) -> Result<Leessleutel, SleutelFout> {
        if !self.compartimenten.contains(&compartiment) {
            return Ok(Leessleutel::GeenKek);
        }
        let sleutels = self.sleutels.lock().unwrap_or_else(PoisonError::into_inner);
        match sleutels.get(&(stroom, compartiment)) {
            Some(None) => Ok(Leessleutel::Vernietigd),
            Some(Some(eigen)) if eigen.id() == sleutel => Ok(Leessleutel::Open(eigen.clone())),
            Some(Some(_)) | None => Err(SleutelFout::Onbekend { stroom, compartiment, sleutel }),
        }
    }

    async fn vernietig(&self, bewijzen: &[Bewijs]) -> Result<(), SleutelFout> {
        let mut sleutels = self.sleutels.lock().unwrap_or_else(PoisonError::into_inner);
        sleutels.extend(bewijzen.iter().map(|it| ((it.wat().stroom, it.wat().compartiment), None)));
        let mut alle = self.bewijzen.lock().unwrap_or_else(PoisonError::into_inner);
        alle.extend(bewijzen);
        Ok(())
    }

    async fn bewijzen(&self) -> Result<Vec<Bewijs>, SleutelFout> {
        Ok(self.bewijzen.lock().unwrap_or_else(PoisonError::into_inner).clone())
    }
}
