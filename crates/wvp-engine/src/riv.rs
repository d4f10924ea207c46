//! The re-integratieverslag: what goes in, for whoever may read it. Never category C.

use wvp_access::mag_lezen;
use wvp_domain::dag::elementen;
use wvp_domain::{Categorie, Compartiment, DossierId};

use crate::engine::Engine;
use crate::feiten::vastgesteld;
use crate::fout::{ReadError, RivError};
use crate::gebruiker::Gebruiker;
use crate::opmaker::{Bestand, Opmaker, RivInvoer};

impl Engine {
    /// Makes the re-integratieverslag as far as this person may read the dossier, without category C
    /// whoever asks.
    ///
    /// # Errors
    ///
    /// [`RivError`].
    pub async fn riv(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        opmaker: &dyn Opmaker,
    ) -> Result<Vec<Bestand>, RivError> {
        let invoer = self.riv_invoer(wie, dossier).await?;
        Ok(opmaker.maak(&invoer)?)
    }

    async fn riv_invoer(&self, wie: &Gebruiker, id: DossierId) -> Result<RivInvoer, ReadError> {
        let inzage = self.inzien(wie, id, None, |it| it.categorie() != Categorie::C).await?;
        let mag =
            |compartiment| mag_lezen(wie.lezer, compartiment, &vastgesteld(&inzage.dossier, wie));
        let Some(melding) = inzage.dossier.ziekmelding.first() else {
            return Err(ReadError::NietGevonden);
        };
        let (werknemer, werkgever) = (melding.werknemer, melding.werkgever);
        let mag_d = mag(Compartiment::D);
        let persoon = if mag_d { self.persoon(werknemer).await? } else { None };
        let bedrijf = if mag_d { self.bedrijf(werkgever).await? } else { None };
        let bsn = if mag(Compartiment::ABsn) { self.bsn(werknemer).await? } else { None };
        Ok(RivInvoer {
            dossier_id: id,
            elementen: elementen::op_dag(&inzage.dossier, inzage.feiten_van),
            gebeurtenissen: inzage.gebeurtenissen.into_iter().map(|it| it.event).collect(),
            dossier: inzage.dossier,
            persoon,
            bsn,
            bedrijf,
            dag: inzage.feiten_van,
        })
    }
}
