//! Recovery: copies all that is whole into a new store, and lists what is not.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use wvp_store::keyring::SleutelKopie;
use wvp_store::verificatie::Ketens;
use wvp_store::{EventStore, Schade, StoreError, StroomId, Toevoeging, Verwacht};

use crate::opening::Instellingen;
use crate::scan::{Geplaatst, Vondst};
use crate::store::SledStore;
use crate::verifieer::{Journaal, schade_van};

/// What was copied and what was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Herstel {
    /// Number of records that were copied.
    pub records: u64,
    /// Number of streams that were copied, whole or up to their damage.
    pub stromen: u64,
    /// Damage; a stream is copied up to it.
    pub schade: Vec<Schade>,
    /// Whole records that were left out because their stream is damaged before them.
    pub overgeslagen: Vec<Schade>,
}

/// Number of records that are appended at once.
const STAPEL: usize = 256;

/// Copies all that is whole from one folder into a new store, with its keyring. Positions close up;
/// versions and chains stay.
///
/// # Errors
///
/// [`StoreError::InUse`] when a process holds the damaged store, [`StoreError::Unavailable`] when
/// there is none or something stands in the new folder.
pub async fn herstel(van: &Path, naar: &Path) -> Result<Herstel, StoreError> {
    if fs::read_dir(naar).is_ok_and(|mut map| map.next().is_some()) {
        return Err(StoreError::Unavailable(format!("`{}` is niet leeg", naar.display())));
    }
    let mut journaal = Journaal::open(van)?;
    let (store, _) = SledStore::open(naar, Instellingen::default()).await?;
    let mut kopie =
        Kopie { store, stapel: vec![], ketens: Ketens::default(), einde: HashSet::new() };
    let mut herstel = Herstel { records: 0, stromen: 0, schade: vec![], overgeslagen: vec![] };
    while let Some(vondst) = journaal.vondsten.recv().await {
        match vondst {
            Vondst::Record(geplaatst) => kopie.neem(*geplaatst, &mut herstel).await?,
            Vondst::Schade(schade) => {
                kopie.einde.extend(schade.stroom);
                herstel.schade.push(schade);
            }
            Vondst::Tot(..) => {}
        }
    }
    kopie.leg_vast().await?;
    kopie.store.sluit().await?;
    journaal.einde().await?;
    SleutelKopie::van(van)?.zet_terug(naar, &[])?;
    herstel.stromen = kopie.ketens.aantal();
    Ok(herstel)
}

struct Kopie {
    store: SledStore,
    stapel: Vec<Toevoeging>,
    ketens: Ketens,
    /// Streams that are damaged: nothing of them is copied any more.
    einde: HashSet<StroomId>,
}

impl Kopie {
    async fn neem(
        &mut self,
        geplaatst: Geplaatst,
        herstel: &mut Herstel,
    ) -> Result<(), StoreError> {
        let plek = schade_van(&geplaatst);
        let stroom = geplaatst.record.stroom;
        if self.einde.contains(&stroom) {
            herstel.overgeslagen.push(plek);
            return Ok(());
        }
        if self.ketens.neem(&geplaatst.record).is_some() {
            self.einde.insert(stroom);
            herstel.schade.push(plek);
            return Ok(());
        }
        let nieuw = geplaatst.record.opnieuw();
        self.stapel.push(Toevoeging { stroom, verwacht: Verwacht::Elke, records: vec![nieuw] });
        herstel.records += 1;
        if self.stapel.len() >= STAPEL { self.leg_vast().await } else { Ok(()) }
    }

    async fn leg_vast(&mut self) -> Result<(), StoreError> {
        self.store.append(std::mem::take(&mut self.stapel)).await.map(|_| ())
    }
}
