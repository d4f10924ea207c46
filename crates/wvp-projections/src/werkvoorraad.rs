//! The caseload: which dossiers a casemanager runs.

use serde::{Deserialize, Serialize};
use wvp_domain::{AccountId, Dossier, DossierId};

use crate::Rijen;

/// A dossier of a casemanager: section A only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rij {
    /// The casemanager.
    pub casemanager: AccountId,
    /// Which dossier.
    pub dossier: DossierId,
}

/// The row of a dossier under its newest casemanager; none when there is none or it is closed.
#[must_use]
pub fn rijen(dossier_id: DossierId, dossier: &Dossier) -> Rijen<Rij> {
    let aanwijzing = dossier.casemanager.last().filter(|_| !dossier.is_gesloten());
    aanwijzing
        .map(|aanwijzing| Rij { casemanager: aanwijzing.account, dossier: dossier_id })
        .map(|rij| ([van(rij.casemanager), dossier_id.0.as_bytes().to_vec()].concat(), rij))
        .into_iter()
        .collect()
}

/// How the keys of the dossiers of this casemanager begin.
#[must_use]
pub fn van(casemanager: AccountId) -> Vec<u8> {
    casemanager.0.as_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use wvp_domain::{Dossier, DossierId, Event, replay};

    use super::{Rij, rijen, van};
    use crate::Rijen;
    use crate::voorbeeld::{account, casemanager, gesloten, hersteld, ziek};

    /// Rows are made of the state of a dossier, and that holds section A only.
    const _: fn(DossierId, &Dossier) -> Rijen<Rij> = rijen;

    fn werkvoorraad(events: &[Event]) -> Rijen<Rij> {
        rijen(DossierId(Uuid::from_u128(1)), &replay(events))
    }

    #[test]
    fn een_dossier_staat_alleen_bij_de_nieuwste_casemanager() {
        let voor = [ziek(), casemanager(10, account(1)), casemanager(11, account(2))];
        let [(sleutel, rij)] = werkvoorraad(&voor).try_into().unwrap();
        assert_eq!(rij.casemanager, account(2));
        assert!(sleutel.starts_with(&van(account(2))));
    }

    #[test]
    fn zonder_casemanager_of_na_sluiten_staat_het_nergens() {
        assert!(werkvoorraad(&[ziek()]).is_empty());
        let dicht = [ziek(), casemanager(10, account(1)), hersteld(), gesloten()];
        assert!(werkvoorraad(&dicht).is_empty());
    }
}
