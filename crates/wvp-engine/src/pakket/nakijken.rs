//! Holding a package against the log: its files against the manifest, the manifest against the log.

use std::collections::BTreeMap;

use thiserror::Error;
use wvp_domain::{DossierId, Event};
use wvp_store::chain::sluit_aan;
use wvp_store::{Record, StoreError};

use super::manifest::{Manifest, cijfers, som};
use crate::engine::Engine;
use crate::fout::ReadError;
use crate::gebruiker::Gebruiker;
use crate::laden::alleen_a;
use crate::leeslog::Aanleiding;

/// Where a package and the log differ.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum Afwijking {
    /// The manifest itself is not one that was recorded.
    #[error("`manifest.json` staat niet zo in het log")]
    Manifest,
    /// The version before it is not the one that was recorded before it.
    #[error("versie {0} van het verslag, waar dit pakket op volgt, staat niet zo in het log")]
    Schakel(usize),
    /// It was recorded as another version than it says.
    #[error("het pakket zegt dat het versie {0} is, en is als een andere versie vastgelegd")]
    Versie(usize),
    /// A file that the manifest names is not there.
    #[error("`{0}` ontbreekt")]
    Ontbreekt(String),
    /// A file is not as the manifest says.
    #[error("`{0}` is veranderd")]
    Veranderd(String),
    /// A file that the manifest does not name.
    #[error("`{0}` hoort niet bij het pakket")]
    Overtollig(String),
    /// An event behind a file is not as the manifest says.
    #[error("gebeurtenis {versie} van het dossier, achter `{bestand}`, is veranderd of weg")]
    Gebeurtenis {
        /// Which file.
        bestand: String,
        /// Which event, by its version.
        versie: u64,
    },
    /// The log of the dossier does not lead to the head of then.
    #[error("gebeurtenis {0} van het dossier, waar het pakket op eindigt, is veranderd of weg")]
    Hoofd(u64),
    /// A record of the dossier does not follow from the one before it.
    #[error("gebeurtenis {0} van het dossier volgt niet uit die ervoor")]
    Keten(u64),
}

impl Engine {
    /// Everything in which a package differs from the log; nothing when it is the package of then. `bytes`
    /// is the manifest as it was read, `bestanden` every other file by its name. Opens no content.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn kijk_pakket_na(
        &self,
        manifest: &Manifest,
        bytes: &[u8],
        bestanden: &BTreeMap<String, Vec<u8>>,
    ) -> Result<Vec<Afwijking>, StoreError> {
        let dossier = DossierId(manifest.dossier);
        let mut alle = bestandsverschillen(manifest, bestanden);
        alle.extend(versieverschillen(manifest, &som(bytes), &self.versies(dossier).await?));
        for bestand in &manifest.bestanden {
            for bron in &bestand.gebeurtenissen {
                let record = self.record(dossier, bron.versie).await?;
                let klopt =
                    record.is_some_and(|it| it.id.0 == bron.id && cijfers(&it.hash.0) == bron.hash);
                if !klopt {
                    let (bestand, versie) = (bestand.naam.clone(), bron.versie);
                    alle.push(Afwijking::Gebeurtenis { bestand, versie });
                }
            }
        }
        alle.extend(self.ketenverschil(manifest).await?);
        alle.sort();
        alle.dedup();
        Ok(alle)
    }

    /// Holds a package against the log for somebody who may read the dossier.
    ///
    /// # Errors
    ///
    /// [`ReadError`]. The reading is in the reading log first.
    pub async fn kijk_pakket_na_voor(
        &self,
        wie: &Gebruiker,
        manifest: &Manifest,
        (bytes, bestanden): (&[u8], &BTreeMap<String, Vec<u8>>),
        aanleiding: &Aanleiding,
    ) -> Result<Vec<Afwijking>, ReadError> {
        // Whoever may not know of the dossier learns nothing of its log either.
        self.zonder_c(wie, DossierId(manifest.dossier), aanleiding).await?;
        Ok(self.kijk_pakket_na(manifest, bytes, bestanden).await?)
    }

    /// The hash of the manifest of every version that was recorded, in order.
    async fn versies(&self, dossier: DossierId) -> Result<Vec<String>, StoreError> {
        let records = self.records(dossier.into()).await?;
        let gelezen = self.open::<Event>(&records, alleen_a()).await?;
        let hash = |event: Event| {
            let Event::RivSamengesteld(e) = event else { return None };
            Some(e.a.manifest)
        };
        Ok(gelezen.into_iter().filter_map(|it| hash(it.event)).collect())
    }

    /// The first record up to the head that is not what it was.
    async fn ketenverschil(&self, manifest: &Manifest) -> Result<Option<Afwijking>, StoreError> {
        let records = self.records(DossierId(manifest.dossier).into()).await?;
        let tot = records.iter().take_while(|it| it.versie.0 <= manifest.hoofd.versie);
        let mut vorige: Option<&Record> = None;
        for record in tot {
            if !sluit_aan(vorige, record) || !is_heel(record) {
                return Ok(Some(Afwijking::Keten(record.versie.0)));
            }
            vorige = Some(record);
        }
        let klopt = vorige.is_some_and(|it| cijfers(&it.hash.0) == manifest.hoofd.hash);
        Ok((!klopt).then_some(Afwijking::Hoofd(manifest.hoofd.versie)))
    }
}

/// Whether the package was recorded, as the version that it says, after the version that it names.
fn versieverschillen(manifest: &Manifest, hash: &str, versies: &[String]) -> Vec<Afwijking> {
    let mut alle = vec![];
    let plaats = versies.iter().position(|it| it == hash);
    if plaats.is_none() {
        alle.push(Afwijking::Manifest);
    }
    // The first form knows no versions.
    let Some(versie) = manifest.versie else { return alle };
    if plaats.is_some_and(|plaats| plaats.saturating_add(1) != versie) {
        alle.push(Afwijking::Versie(versie));
    }
    let ervoor = versie.saturating_sub(1);
    let genoemd = ervoor.checked_sub(1).and_then(|it| versies.get(it));
    let is_heel = genoemd == manifest.vorige.as_ref() && (ervoor == 0 || genoemd.is_some());
    alle.extend((!is_heel).then_some(Afwijking::Schakel(ervoor)));
    alle
}

/// Whether a record has the hash of what it holds.
fn is_heel(record: &Record) -> bool {
    let Record { stroom, versie, positie, vorige, hash, .. } = *record;
    Record::plaats(record.clone().opnieuw(), stroom, versie, positie, vorige).hash == hash
}

fn bestandsverschillen(
    manifest: &Manifest,
    bestanden: &BTreeMap<String, Vec<u8>>,
) -> Vec<Afwijking> {
    let mut alle = vec![];
    for genoemd in &manifest.bestanden {
        let naam = genoemd.naam.clone();
        match bestanden.get(&naam) {
            None => alle.push(Afwijking::Ontbreekt(naam)),
            Some(inhoud) if som(inhoud) != genoemd.sha256 => alle.push(Afwijking::Veranderd(naam)),
            Some(_) => {}
        }
    }
    let is_genoemd = |naam: &String| manifest.bestanden.iter().any(|it| it.naam == *naam);
    let extra = bestanden.keys().filter(|naam| !is_genoemd(naam)).cloned();
    alle.extend(extra.map(Afwijking::Overtollig));
    alle
}
