//! Follow: keeps the read models up with the log, each with its own checkpoint.

use std::collections::BTreeSet;

use async_trait::async_trait;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tracing::error;
use wvp_domain::{Dossier, DossierId, Event, replay};
use wvp_projections::{agenda, overzicht, werkvoorraad};
use wvp_store::rij::{open_rij, verzegel_rij};
use wvp_store::{Bereik, Positie, Record, StoreError, StroomId, Stroomsoort, Wijziging};

use crate::adresboek::ADRESBOEK;
use crate::engine::Engine;
use crate::fout::is_van_een_stroom;
use crate::inloggen::INLOGADRES;
use crate::laden::BLADZIJDE;
use crate::opvragen::ZOEKINDEX;
use crate::wekker::{WEKKER, Wekker};

/// Rows of one dossier: key and value.
pub(crate) type Rijen<T> = Vec<(Vec<u8>, T)>;

/// Overview of dossiers, by dossier id.
pub(crate) const OVERZICHT: &str = "overzicht";
/// Open terms, by last day.
pub(crate) const AGENDA: &str = "agenda";
/// Dossiers per casemanager.
pub(crate) const WERKVOORRAAD: &str = "werkvoorraad";

/// Keys of rows begin with this byte.
pub(crate) const RIJ: u8 = b'r';
/// Keys of the list of row keys per dossier begin with this byte.
const INDEX: u8 = b'i';
/// The byte after that of rows.
const NA_RIJ: u8 = RIJ + 1;
/// Keys of dossiers that could not be opened, and are tried again, begin with this byte.
const ACHTER: u8 = b'a';

/// A read model: rows per dossier, made anew when the dossier changes.
#[async_trait]
pub(crate) trait Leesmodel: Send + Sync {
    /// What a row holds.
    type Rij: Serialize + Send + Sync;

    /// Its name in the store.
    fn naam(&self) -> &'static str;

    /// The rows of a dossier.
    async fn rijen(
        &self,
        engine: &Engine,
        id: DossierId,
        dossier: &Dossier,
    ) -> Result<Rijen<Self::Rij>, StoreError>;

    /// Dossiers that these records change without being about them.
    async fn geraakt(
        &self,
        _engine: &Engine,
        _records: &[Record],
    ) -> Result<BTreeSet<StroomId>, StoreError> {
        Ok(BTreeSet::new())
    }
}

/// A read model that follows from the dossier alone.
struct Vouw<T> {
    naam: &'static str,
    rijen: fn(DossierId, &Dossier) -> Rijen<T>,
}

#[async_trait]
impl<T: Serialize + Send + Sync> Leesmodel for Vouw<T> {
    type Rij = T;

    fn naam(&self) -> &'static str {
        self.naam
    }

    async fn rijen(
        &self,
        _engine: &Engine,
        id: DossierId,
        dossier: &Dossier,
    ) -> Result<Rijen<T>, StoreError> {
        Ok((self.rijen)(id, dossier))
    }
}

impl Engine {
    /// Brings every read model up to the end of the log.
    ///
    /// # Errors
    ///
    /// When the store fails. A dossier that cannot be opened keeps the rows it had and is tried again
    /// the next time; the rest goes on.
    pub async fn follow(&self) -> Result<(), StoreError> {
        self.volg(&Vouw { naam: OVERZICHT, rijen: overzicht::rijen }).await?;
        self.volg(&Vouw { naam: AGENDA, rijen: agenda::rijen }).await?;
        self.volg(&Vouw { naam: WERKVOORRAAD, rijen: werkvoorraad::rijen }).await?;
        self.volg_adressen().await?;
        self.volg_inlogadressen().await?;
        self.volg_zoekindex().await?;
        self.volg(&Wekker).await
    }

    /// Builds every read model anew from the log. What waits to be sent is no read model and stays.
    ///
    /// # Errors
    ///
    /// When the store fails; repeating it is fine.
    pub async fn herbouw(&self) -> Result<(), StoreError> {
        let alle = [OVERZICHT, AGENDA, WERKVOORRAAD, ADRESBOEK, INLOGADRES, ZOEKINDEX, WEKKER];
        for model in alle {
            self.modellen.wis_model(model).await?;
        }
        self.follow().await
    }

    /// The rows of a read model, in order of their key; rows that are closed are left out.
    pub(crate) async fn rijen<T: DeserializeOwned>(
        &self,
        model: &str,
    ) -> Result<Vec<(Vec<u8>, T)>, StoreError> {
        let mut rijen = Vec::new();
        let mut vanaf = vec![RIJ];
        loop {
            let bereik = Bereik::VanTot(vanaf, vec![NA_RIJ]);
            let bladzijde = self.modellen.reeks(model, bereik, BLADZIJDE).await?;
            let Some((laatste, _)) = bladzijde.last() else { return Ok(rijen) };
            vanaf = volgende_sleutel(laatste);
            for (sleutel, waarde) in bladzijde {
                match open_rij(&*self.sleutels, &plek(model, &sleutel), &waarde).await {
                    Ok(Some(rij)) => rijen.push((sleutel.into_iter().skip(1).collect(), rij)),
                    Ok(None) => {}
                    Err(fout) if is_van_een_stroom(&fout) => {
                        error!(%fout, model, "rij overgeslagen");
                    }
                    Err(fout) => return Err(fout),
                }
            }
        }
    }

    async fn volg<M: Leesmodel>(&self, soort: &M) -> Result<(), StoreError> {
        let model = soort.naam();
        self.haal_in(soort).await?;
        loop {
            let oud = self.modellen.controlepunt(model).await?;
            let records = self.bladzijde(oud.unwrap_or(Positie::BEGIN)).await?;
            let Some(laatste) = records.last() else { return Ok(()) };
            let mut dossiers: BTreeSet<StroomId> = records
                .iter()
                .map(|record| record.stroom)
                .filter(|stroom| stroom.soort == Stroomsoort::Dossier)
                .collect();
            dossiers.extend(soort.geraakt(self, &records).await?);
            let mut wijzigingen = Vec::new();
            for stroom in dossiers {
                wijzigingen.extend(self.werk_bij(soort, stroom).await?);
            }
            match self.modellen.schrijf(model, oud, laatste.positie, wijzigingen).await {
                // Another engine was first: go on from where it is now.
                Ok(()) | Err(StoreError::Checkpoint { .. }) => {}
                Err(fout) => return Err(fout),
            }
        }
    }

    /// Tries again the dossiers that could not be opened before; a page of them per time.
    async fn haal_in<M: Leesmodel>(&self, soort: &M) -> Result<(), StoreError> {
        let model = soort.naam();
        let oud = self.modellen.controlepunt(model).await?;
        let mut wijzigingen = Vec::new();
        for stroom in self.achterop(model).await? {
            wijzigingen.extend(self.werk_bij(soort, stroom).await?);
        }
        self.schrijf_terzijde(model, oud, wijzigingen).await
    }

    /// The dossiers that could not be opened for a read model; a page of them.
    pub(crate) async fn achterop(&self, model: &str) -> Result<Vec<StroomId>, StoreError> {
        let bereik = Bereik::Voorvoegsel(vec![ACHTER]);
        let achter = self.modellen.reeks(model, bereik, BLADZIJDE).await?;
        Ok(achter.iter().filter_map(|(sleutel, _)| uit_sleutel(sleutel)).collect())
    }

    /// Looks again at one dossier of which nothing changed: time did.
    pub(crate) async fn ververs<M: Leesmodel>(
        &self,
        soort: &M,
        stroom: StroomId,
    ) -> Result<(), StoreError> {
        let oud = self.modellen.controlepunt(soort.naam()).await?;
        let wijzigingen = self.werk_bij(soort, stroom).await?;
        self.schrijf_terzijde(soort.naam(), oud, wijzigingen).await
    }

    /// Changes rows without moving on in the log. When another engine moved on meanwhile, it is left to
    /// the next time.
    async fn schrijf_terzijde(
        &self,
        model: &str,
        oud: Option<Positie>,
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError> {
        if wijzigingen.is_empty() {
            return Ok(());
        }
        match self.modellen.schrijf(model, oud, oud.unwrap_or(Positie::BEGIN), wijzigingen).await {
            Err(StoreError::Checkpoint { .. }) => Ok(()),
            uitkomst => uitkomst,
        }
    }

    /// The changes for one dossier; when it cannot be opened, the note that it stays behind.
    async fn werk_bij<M: Leesmodel>(
        &self,
        soort: &M,
        stroom: StroomId,
    ) -> Result<Vec<Wijziging>, StoreError> {
        let model = soort.naam();
        let achter = sleutel(ACHTER, stroom);
        match self.vernieuw(soort, DossierId(stroom.id)).await {
            Ok(mut wijzigingen) => {
                wijzigingen.push(Wijziging::Wis(achter));
                Ok(wijzigingen)
            }
            Err(fout) if is_van_een_stroom(&fout) => {
                error!(%stroom, %fout, model, "dossier overgeslagen");
                Ok(vec![Wijziging::Zet(achter, vec![ACHTER])])
            }
            Err(fout) => Err(fout),
        }
    }

    /// The changes that bring the rows of one dossier up to date.
    async fn vernieuw<M: Leesmodel>(
        &self,
        soort: &M,
        id: DossierId,
    ) -> Result<Vec<Wijziging>, StoreError> {
        let model = soort.naam();
        let stroom = StroomId::from(id);
        let (_, events) = self.laad::<Event>(stroom).await?;
        let index = sleutel(INDEX, stroom);
        let mut wijzigingen = self.wis_oude(model, &index).await?;
        if events.is_empty() {
            wijzigingen.push(Wijziging::Wis(index));
            return Ok(wijzigingen);
        }
        let mut sleutels = Vec::new();
        for (eigen, rij) in soort.rijen(self, id, &replay(&events)).await? {
            let sleutel = [&[RIJ], eigen.as_slice()].concat();
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
        let oud: Option<Vec<Vec<u8>>> = match open_rij(&*self.sleutels, &plek, &waarde).await {
            // A list that is damaged is written anew; a row that it named opens no more or is replaced.
            Err(StoreError::Seal { .. } | StoreError::Codec(_)) => None,
            uitkomst => uitkomst?,
        };
        Ok(oud.unwrap_or_default().into_iter().map(Wijziging::Wis).collect())
    }
}

/// The first key after this one.
pub(crate) fn volgende_sleutel(sleutel: &[u8]) -> Vec<u8> {
    [sleutel, &[0]].concat()
}

fn sleutel(soort: u8, stroom: StroomId) -> Vec<u8> {
    [&[soort], stroom.bytes().as_slice()].concat()
}

fn uit_sleutel(sleutel: &[u8]) -> Option<StroomId> {
    let (_, stroom) = sleutel.split_first()?;
    StroomId::uit_bytes(stroom)
}

/// Where a row stands: its seal opens nowhere else.
pub(crate) fn plek(model: &str, sleutel: &[u8]) -> Vec<u8> {
    [model.as_bytes(), b"/", sleutel].concat()
}

impl Engine {
    /// Changes rows that follow from no log; their checkpoint stays where it is.
    pub(crate) async fn schrijf_los(
        &self,
        model: &str,
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError> {
        loop {
            let nu = self.modellen.controlepunt(model).await?;
            let nieuw = nu.unwrap_or(Positie::BEGIN);
            match self.modellen.schrijf(model, nu, nieuw, wijzigingen.clone()).await {
                Err(StoreError::Checkpoint { .. }) => {}
                uitkomst => return uitkomst,
            }
        }
    }
}
