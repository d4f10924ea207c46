//! The day on which rules change: which open dossiers have other dates by another version of the table.

use tracing::error;
use wvp_domain::rekenmachine::{Verschil, bij_regels};
use wvp_domain::termijn::Verloop;
use wvp_domain::{Datum, DossierId, replay};
use wvp_store::StoreError;

use crate::engine::Engine;

/// What a comparison of two versions found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vergeleken {
    /// Open dossiers that were looked at.
    pub dossiers: usize,
    /// Dossiers that could not be compared: not readable, or older than the rules of one version.
    pub mislukt: usize,
    /// Dossiers with other dates, each with the terms that differ.
    pub geraakt: Vec<(DossierId, Vec<Verschil>)>,
}

impl Engine {
    /// Computes every open dossier by the table as it stood on two days, and keeps what differs. Only
    /// section A is opened; what comes out are numbers of dossiers, terms and dates.
    ///
    /// # Errors
    ///
    /// When the log or the read models cannot be read; a single dossier that fails is counted.
    pub async fn vergelijk_regels(
        &self,
        van: Datum,
        naar: Datum,
    ) -> Result<Vergeleken, StoreError> {
        self.follow().await?;
        let vandaag = self.klok.vandaag();
        let mut vergeleken = Vergeleken::default();
        for dossier in self.open_dossiers().await? {
            let geladen = match self.laad_dossier(dossier).await {
                Ok(Some(geladen)) => geladen,
                // Erased: it is no dossier any more.
                Ok(None) => continue,
                Err(fout) => {
                    error!(%dossier, %fout, "dossier niet te vergelijken");
                    vergeleken.dossiers += 1;
                    vergeleken.mislukt += 1;
                    continue;
                }
            };
            vergeleken.dossiers += 1;
            let staat = replay(geladen.gelezen.iter().map(|gelezen| &gelezen.event));
            match bij_regels(&Verloop::uit_dossier(&staat), vandaag, van, naar) {
                Ok(verschillen) if verschillen.is_empty() => {}
                Ok(verschillen) => vergeleken.geraakt.push((dossier, verschillen)),
                Err(fout) => {
                    error!(%dossier, %fout, "dossier niet te vergelijken");
                    vergeleken.mislukt += 1;
                }
            }
        }
        Ok(vergeleken)
    }
}
