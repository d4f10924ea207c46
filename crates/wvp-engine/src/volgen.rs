//! Follow: keeps the read models up with the log, each with its own checkpoint.

use std::collections::BTreeSet;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tracing::warn;
use uuid::Uuid;
use wvp_domain::{Dossier, DossierId, Event, replay};
use wvp_projections::{agenda, overzicht, werkvoorraad};
use wvp_store::rij::{open_rij, verzegel_rij};
use wvp_store::{Bereik, Positie, StoreError, StroomId, Stroomsoort, Wijziging};

use crate::engine::Engine;

/// Rows of one dossier: key and value.
pub(crate) type Rijen<T> = Vec<(Vec<u8>, T)>;

/// Overview of dossiers, by dossier id.
pub(crate) const OVERZICHT: &str = "overzicht";
/// Open terms, by last day.
pub(crate) const AGENDA: &str = "agenda";
/// Dossiers per casemanager.
pub(crate) const WERKVOORRAAD: &str = "werkvoorraad";

/// Keys of rows begin with this byte.
const RIJ: u8 = b'r';
/// Keys of the list of row keys per dossier begin with this byte.
const INDEX: u8 = b'i';

impl Engine {
    /// Brings every read model up to the end of the log.
    ///
    /// # Errors
    ///
    /// When the store fails. A dossier that is damaged keeps the rows it had; the rest goes on.
    pub async fn follow(&self) -> Result<(), StoreError> {
        self.volg(OVERZICHT, overzicht::rijen).await?;
        self.volg(AGENDA, agenda::rijen).await?;
        self.volg(WERKVOORRAAD, werkvoorraad::rijen).await
    }

    /// The rows of a read model, in order of their key; rows that are closed are left out.
    pub(crate) async fn rijen<T: DeserializeOwned>(
        &self,
        model: &str,
    ) -> Result<Vec<(Vec<u8>, T)>, StoreError> {
        let alle = self.modellen.reeks(model, Bereik::Voorvoegsel(vec![RIJ]), usize::MAX).await?;
        let mut rijen = Vec::with_capacity(alle.len());
        for (sleutel, waarde) in alle {
            if let Some(rij) = open_rij(&*self.sleutels, &plek(model, &sleutel), &waarde).await? {
                rijen.push((sleutel.into_iter().skip(1).collect(), rij));
            }
        }
        Ok(rijen)
    }

    async fn volg<T: Serialize + Send + Sync>(
        &self,
        model: &str,
        rijen: fn(DossierId, &Dossier) -> Rijen<T>,
    ) -> Result<(), StoreError> {
        loop {
            let oud = self.modellen.controlepunt(model).await?;
            let records = self.bladzijde(oud.unwrap_or(Positie::BEGIN)).await?;
            let Some(laatste) = records.last() else { return Ok(()) };
            let dossiers: BTreeSet<Uuid> = records
                .iter()
                .filter(|record| record.stroom.soort == Stroomsoort::Dossier)
                .map(|record| record.stroom.id)
                .collect();
            let mut wijzigingen = Vec::new();
            for id in dossiers {
                match self.vernieuw(model, DossierId(id), rijen).await {
                    Ok(nieuw) => wijzigingen.extend(nieuw),
                    Err(StoreError::Damaged(schade)) => {
                        warn!(%schade, model, "dossier overgeslagen");
                    }
                    Err(fout) => return Err(fout),
                }
            }
            self.modellen.schrijf(model, oud, laatste.positie, wijzigingen).await?;
        }
    }

    /// The changes that bring the rows of one dossier up to date.
    async fn vernieuw<T: Serialize + Send + Sync>(
        &self,
        model: &str,
        id: DossierId,
        rijen: fn(DossierId, &Dossier) -> Rijen<T>,
    ) -> Result<Vec<Wijziging>, StoreError> {
        let stroom = StroomId::from(id);
        let (_, events) = self.laad::<Event>(stroom).await?;
        let index = [&[INDEX], stroom.bytes().as_slice()].concat();
        let mut wijzigingen = self.wis_oude(model, &index).await?;
        if events.is_empty() {
            wijzigingen.push(Wijziging::Wis(index));
            return Ok(wijzigingen);
        }
        let mut sleutels = Vec::new();
        for (sleutel, rij) in rijen(id, &replay(&events)) {
            let sleutel = [&[RIJ], sleutel.as_slice()].concat();
            let waarde =
                verzegel_rij(&*self.sleutels, stroom, &plek(model, &sleutel), &rij).await?;
            wijzigingen.push(Wijziging::Zet(sleutel.clone(), waarde));
            sleutels.push(sleutel);
        }
        let waarde = verzegel_rij(&*self.sleutels, stroom, &plek(model, &index), &sleutels).await?;
        wijzigingen.push(Wijziging::Zet(index, waarde));
        Ok(wijzigingen)
    }

    async fn wis_oude(&self, model: &str, index: &[u8]) -> Result<Vec<Wijziging>, StoreError> {
        let Some(waarde) = self.modellen.haal(model, index).await? else { return Ok(vec![]) };
        let plek = plek(model, index);
        let oud: Option<Vec<Vec<u8>>> = open_rij(&*self.sleutels, &plek, &waarde).await?;
        Ok(oud.unwrap_or_default().into_iter().map(Wijziging::Wis).collect())
    }
}

/// Where a row stands: its seal opens nowhere else.
pub(crate) fn plek(model: &str, sleutel: &[u8]) -> Vec<u8> {
    [model.as_bytes(), b"/", sleutel].concat()
}
