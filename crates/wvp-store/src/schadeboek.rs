//! What is known to be damaged: of every stream the first damage. From there on it cannot be read.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use crate::fout::{Schade, StoreError};
use crate::stroom::{StroomId, Versie};

/// The first damage of each stream, as far as a backend met it.
#[derive(Debug, Default)]
pub struct Schadeboek(RwLock<HashMap<StroomId, Schade>>);

impl Schadeboek {
    /// Remembers damage; of a stream, the first of it.
    pub fn onthoud(&self, schade: Schade) {
        let Some(stroom) = schade.stroom else {
            return;
        };
        let mut bekend = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let eerste = bekend.entry(stroom).or_insert(schade);
        if schade.versie < eerste.versie {
            *eerste = schade;
        }
    }

    /// Refuses a stream that is damaged at or before this version.
    ///
    /// # Errors
    ///
    /// [`StoreError::Damaged`] with the first damage of the stream.
    pub fn eis_heel(&self, stroom: StroomId, tot_en_met: Versie) -> Result<(), StoreError> {
        let bekend = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let geraakt = |schade: &&Schade| schade.versie.unwrap_or_default() <= tot_en_met;
        match bekend.get(&stroom).filter(geraakt) {
            Some(schade) => Err(StoreError::Damaged(*schade)),
            None => Ok(()),
        }
    }

    /// Every stream that has any.
    #[must_use]
    pub fn stromen(&self) -> Vec<StroomId> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).keys().copied().collect()
    }

    /// The first damage of every stream that has any.
    #[must_use]
    pub fn alle(&self) -> Vec<Schade> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).values().copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Schadeboek;
    use crate::conformance::stroom;
    use crate::fout::{Schade, StoreError};
    use crate::stroom::Versie;

    #[test]
    fn van_een_stroom_telt_de_eerste_schade() {
        let boek = Schadeboek::default();
        for versie in [5, 3, 4] {
            let (stroom, versie) = (Some(stroom(1)), Some(Versie(versie)));
            boek.onthoud(Schade { segment: 0, offset: 0, stroom, versie });
        }
        assert!(boek.eis_heel(stroom(1), Versie(2)).is_ok());
        assert!(boek.eis_heel(stroom(2), Versie(9)).is_ok());
        let fout = boek.eis_heel(stroom(1), Versie(3)).unwrap_err();
        assert!(matches!(fout, StoreError::Damaged(schade) if schade.versie == Some(Versie(3))));
        assert_eq!(boek.alle().len(), 1);
    }
}
