//! Leases in memory.

use async_trait::async_trait;

use super::{MemoryStore, op_slot};
use crate::fout::StoreError;
use crate::huur::{Hek, Huren, Huur};
use crate::leesmodel::Wijziging;
use crate::stroom::{Moment, Positie};

/// The newest lease of some work; nobody has it after it was given back.
#[derive(Debug)]
pub(super) struct Stand {
    wie: Option<String>,
    hek: Hek,
    tot: Moment,
}

impl Stand {
    fn is_van(&self, huur: &Huur) -> bool {
        self.hek == huur.hek && self.wie.as_deref() == Some(&huur.wie)
    }
}

#[async_trait]
impl Huren for MemoryStore {
    async fn neem(
        &self,
        werk: &str,
        wie: &str,
        nu: Moment,
        tot: Moment,
    ) -> Result<Huur, StoreError> {
        self.eis_open()?;
        let mut huren = op_slot(&self.huren);
        let nieuw = Stand { wie: None, hek: Hek(0), tot: nu };
        let stand = huren.entry(werk.to_owned()).or_insert(nieuw);
        if let Some(ander) = stand.wie.as_ref().filter(|ander| *ander != wie && stand.tot > nu) {
            let (werk, wie) = (werk.to_owned(), ander.clone());
            return Err(StoreError::Verhuurd { werk, wie, tot: stand.tot });
        }
        let hek = Hek(stand.hek.0.saturating_add(1));
        *stand = Stand { wie: Some(wie.to_owned()), hek, tot };
        Ok(Huur { werk: werk.to_owned(), wie: wie.to_owned(), hek, tot })
    }

    async fn verleng(&self, huur: &Huur, tot: Moment) -> Result<Huur, StoreError> {
        self.eis_open()?;
        let mut huren = op_slot(&self.huren);
        let eigen = huren.get_mut(&huur.werk).filter(|stand| stand.is_van(huur));
        let stand = eigen.ok_or_else(|| StoreError::HuurKwijt(huur.werk.clone()))?;
        stand.tot = tot;
        Ok(Huur { tot, ..huur.clone() })
    }

    async fn geef_terug(&self, huur: Huur) -> Result<(), StoreError> {
        self.eis_open()?;
        if let Some(stand) = op_slot(&self.huren).get_mut(&huur.werk).filter(|it| it.is_van(&huur))
        {
            stand.wie = None;
        }
        Ok(())
    }

    async fn schrijf_onder(
        &self,
        huur: &Huur,
        model: &str,
        verwacht: Option<Positie>,
        nieuw: Positie,
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError> {
        self.eis_open()?;
        // Held until the rows are written: nobody takes the work in between.
        let huren = op_slot(&self.huren);
        if !huren.get(&huur.werk).is_some_and(|stand| stand.is_van(huur)) {
            return Err(StoreError::HuurKwijt(huur.werk.clone()));
        }
        self.schrijf_nu(model, verwacht, nieuw, wijzigingen)
    }
}
