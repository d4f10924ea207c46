//! Candidates: which dossiers are worth weighing for somebody with this hat on. No right follows from it.

use std::collections::BTreeSet;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::DossierId;
use wvp_domain::bevoegdheid::Organisatie;
use wvp_store::StoreError;

use crate::adresboek::{Weg, organisatie};
use crate::engine::Engine;
use crate::gebruiker::Gebruiker;
use crate::omstandigheden::Blikveld;

impl Engine {
    /// The dossiers that may be this person's, by number; on behalf of somebody, those of that one.
    pub(super) async fn dossiers_misschien(
        &self,
        wie: &Gebruiker,
        veld: &mut Blikveld,
    ) -> Result<BTreeSet<DossierId>, StoreError> {
        let van = wie.sessie.waarneming_voor().unwrap_or(wie.account);
        if wie.lezer == Lezer::Werknemer {
            self.volg_adressen().await?;
            let staat = self.account_in(van, veld).await?;
            let Some(zelf) = staat.registratie.as_ref().and_then(|it| it.werknemer) else {
                return Ok(BTreeSet::new());
            };
            let eigen = self.kandidaten(Weg::WerknemerDossier, zelf.0).await?;
            return Ok(eigen.into_iter().map(DossierId).collect());
        }
        let terreinen = self.terreinen_misschien(wie, veld).await?;
        let mut dossiers: BTreeSet<Uuid> = self.dossiers_in(&terreinen).await?;
        dossiers.extend(self.kandidaten(Weg::CasemanagerDossier, van.0).await?);
        dossiers.extend(self.kandidaten(Weg::UitzonderingDossier, van.0).await?);
        Ok(dossiers.into_iter().map(DossierId).collect())
    }

    /// Where this person may work with this hat on: numbers of dossiers and of employers.
    pub(super) async fn terreinen_misschien(
        &self,
        wie: &Gebruiker,
        veld: &mut Blikveld,
    ) -> Result<BTreeSet<Uuid>, StoreError> {
        self.volg_adressen().await?;
        let van = wie.sessie.waarneming_voor().unwrap_or(wie.account);
        let mut terreinen: BTreeSet<Uuid> =
            self.kandidaten(Weg::AccountTerrein, van.0).await?.into_iter().collect();
        let woord = wie.lezer.to_string();
        let staat = self.account_in(van, veld).await?;
        for functie in staat.functies.op(self.klok.vandaag()).filter(|it| it.lezer == woord) {
            let plek = functie.organisatie;
            terreinen.extend(self.kandidaten(Weg::OrganisatieTerrein, organisatie(plek)).await?);
            if let Organisatie::Werkgever(eigen) = plek {
                terreinen.insert(eigen.0);
            }
        }
        Ok(terreinen)
    }
}
