//! Master data: employees and employers, each as far as the table opens them for whoever asks.
//!
//! Somebody who works for an employer has its data by that, somebody who works on one dossier by that dossier.
//! Both are asked of the table; what neither opens stays closed, and what neither lets know of is not there.

use std::collections::{BTreeMap, BTreeSet};

use wvp_access::{Lezer, kan_lezen};
use wvp_domain::leeslog::Register;
use wvp_domain::werkgever::Bedrijf;
use wvp_domain::werknemer::Persoon;
use wvp_domain::{Compartiment, Dossier, DossierId, WerkgeverId, WerknemerId};
use wvp_store::StoreError;

use super::noteren::Toon;
use super::zicht::Rondgang;
use crate::adresboek::Weg;
use crate::engine::Engine;
use crate::fout::ReadError;
use crate::gebruiker::Gebruiker;
use crate::leeslog::Aanleiding;
use crate::omstandigheden::Onderwerp;
use crate::toegang::leesbaar;

/// An employee. Has no `Debug`: it holds a name.
pub struct Werknemerblad {
    /// Which employee.
    pub werknemer: WerknemerId,
    /// Where this employee is registered.
    pub werkgever: WerkgeverId,
    /// Who it is, if category D is open.
    pub persoon: Option<Persoon>,
    /// The burgerservicenummer, if it is open in a dossier and was asked for.
    pub bsn: Option<String>,
}

/// An employer. Has no `Debug`: it holds names.
pub struct Werkgeverblad {
    /// Which employer.
    pub werkgever: WerkgeverId,
    /// Who it is, if category D is open.
    pub bedrijf: Option<Bedrijf>,
}

impl Engine {
    /// An employee, with the burgerservicenummer where that is open. What is opened is in the reading log
    /// first, and so is that somebody asked in vain.
    ///
    /// # Errors
    ///
    /// [`ReadError::NietGevonden`] when there is no such employee for this person.
    pub async fn werknemer(
        &self,
        wie: &Gebruiker,
        id: WerknemerId,
        aanleiding: &Aanleiding,
    ) -> Result<Werknemerblad, ReadError> {
        let mut rondgang = self.rondgang(wie).await?;
        let mut blad = self.werknemerblad(wie, id, &mut rondgang).await?;
        let (mut getoond, mut geopend) = (vec![], vec![]);
        if let Some((blad, open)) = &mut blad {
            if open.contains(&Compartiment::ABsn) {
                blad.bsn = self.bsn(id).await?;
            }
            getoond.push(id.0);
            geopend = geopend_van(blad);
        }
        self.toon(wie, aanleiding, Toon::open(Register::Werknemer, getoond, geopend)).await?;
        blad.map(|(blad, _)| blad).ok_or(ReadError::NietGevonden)
    }

    /// The employees of an employer that this person may know of, without burgerservicenummer.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn werknemers(
        &self,
        wie: &Gebruiker,
        werkgever: WerkgeverId,
        aanleiding: &Aanleiding,
    ) -> Result<Vec<Werknemerblad>, StoreError> {
        let mut rondgang = self.rondgang(wie).await?;
        let mut bladen = vec![];
        for id in self.kandidaten(Weg::WerkgeverWerknemer, werkgever.0).await? {
            let blad = self.werknemerblad(wie, WerknemerId(id), &mut rondgang).await?;
            bladen.extend(blad.map(|(blad, _)| blad).filter(|it| it.werkgever == werkgever));
        }
        let getoond = bladen.iter().map(|blad| blad.werknemer.0).collect();
        let geopend: Vec<Compartiment> = bladen.iter().flat_map(geopend_van).collect();
        self.toon(wie, aanleiding, Toon::open(Register::Werknemer, getoond, geopend)).await?;
        Ok(bladen)
    }

    /// An employer.
    ///
    /// # Errors
    ///
    /// [`ReadError::NietGevonden`] when there is no such employer for this person.
    pub async fn werkgever(
        &self,
        wie: &Gebruiker,
        id: WerkgeverId,
        aanleiding: &Aanleiding,
    ) -> Result<Werkgeverblad, ReadError> {
        let mut rondgang = self.rondgang(wie).await?;
        let blad = self.werkgeverblad(wie, id, &mut rondgang).await?;
        self.toon(wie, aanleiding, toon_werkgevers(blad.as_ref())).await?;
        blad.ok_or(ReadError::NietGevonden)
    }

    /// The employers that this hat works for; for the functioneel beheerder those that the own organisation keeps,
    /// with no more of their data than the table opens.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn werkgevers(
        &self,
        wie: &Gebruiker,
        aanleiding: &Aanleiding,
    ) -> Result<Vec<Werkgeverblad>, StoreError> {
        let mut rondgang = self.rondgang(wie).await?;
        let mut bladen = vec![];
        for id in self.werkgevers_misschien(wie, &mut rondgang).await? {
            bladen.extend(self.werkgeverblad(wie, id, &mut rondgang).await?);
        }
        self.toon(wie, aanleiding, toon_werkgevers(&bladen)).await?;
        Ok(bladen)
    }

    /// The names of these employers, as far as this hat may know them. Whose function never reads master data is
    /// not weighed, and nothing is shown then.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn namen_van_werkgevers(
        &self,
        wie: &Gebruiker,
        werkgevers: &BTreeSet<WerkgeverId>,
        aanleiding: &Aanleiding,
    ) -> Result<BTreeMap<WerkgeverId, String>, StoreError> {
        if !kan_lezen(wie.lezer, Compartiment::D) {
            return Ok(BTreeMap::new());
        }
        let mut rondgang = self.rondgang(wie).await?;
        let mut bladen = vec![];
        for id in werkgevers {
            bladen.extend(self.werkgeverblad(wie, *id, &mut rondgang).await?);
        }
        bladen.retain(|it| it.bedrijf.is_some());
        self.toon(wie, aanleiding, toon_werkgevers(&bladen)).await?;
        let namen = bladen.into_iter().filter_map(|it| Some((it.werkgever, it.bedrijf?.naam)));
        Ok(namen.collect())
    }

    async fn werkgevers_misschien(
        &self,
        wie: &Gebruiker,
        rondgang: &mut Rondgang,
    ) -> Result<BTreeSet<WerkgeverId>, StoreError> {
        if wie.lezer == Lezer::FunctioneelBeheerder {
            // Nothing for who has the function nowhere, or at several places and chose none.
            let gebied = self.beheergebied(wie, rondgang.vandaag).await;
            return Ok(gebied.map_or_else(|_| BTreeSet::new(), |it| it.werkgevers()));
        }
        let Rondgang { vandaag, veld, misschien } = rondgang;
        let mut werkgevers = self.terreinen_misschien(wie, veld).await?;
        let gezien = self.in_zicht_van(wie, misschien, *vandaag, veld).await?;
        let meldingen = gezien.iter().filter_map(|it| it.staat.ziekmelding.first());
        werkgevers.extend(meldingen.map(|melding| melding.werkgever.0));
        Ok(werkgevers.into_iter().map(WerkgeverId).collect())
    }

    async fn werknemerblad(
        &self,
        wie: &Gebruiker,
        id: WerknemerId,
        rondgang: &mut Rondgang,
    ) -> Result<Option<(Werknemerblad, BTreeSet<Compartiment>)>, StoreError> {
        let Some(werkgever) = self.werkgever_van(id).await? else { return Ok(None) };
        let onderwerp =
            Onderwerp { werkgever: Some(werkgever), werknemer: Some(id), dossier: None };
        let dossiers = self.kandidaten(Weg::WerknemerDossier, id.0).await?;
        let open = self.open_over(wie, (onderwerp, dossiers), rondgang).await?;
        if open.is_empty() {
            return Ok(None);
        }
        let mag_d = open.contains(&Compartiment::D);
        let persoon = if mag_d { self.persoon(id).await? } else { None };
        Ok(Some((Werknemerblad { werknemer: id, werkgever, persoon, bsn: None }, open)))
    }

    async fn werkgeverblad(
        &self,
        wie: &Gebruiker,
        id: WerkgeverId,
        rondgang: &mut Rondgang,
    ) -> Result<Option<Werkgeverblad>, StoreError> {
        if !self.is_er(id.into()).await? {
            return Ok(None);
        }
        let open = self.open_bij_werkgever(wie, id, rondgang).await?;
        let is_beheerder = wie.lezer == Lezer::FunctioneelBeheerder
            && self.eis_in_functie(wie, rondgang.vandaag).await.is_ok()
            && self.houdt_werkgever(wie, id, rondgang.vandaag).await;
        if open.is_empty() && !is_beheerder {
            return Ok(None);
        }
        let mag_d = open.contains(&Compartiment::D);
        let bedrijf = if mag_d { self.bedrijf(id).await? } else { None };
        Ok(Some(Werkgeverblad { werkgever: id, bedrijf }))
    }

    /// What somebody may open of what is kept of an employer.
    pub(super) async fn open_bij_werkgever(
        &self,
        wie: &Gebruiker,
        id: WerkgeverId,
        rondgang: &mut Rondgang,
    ) -> Result<BTreeSet<Compartiment>, StoreError> {
        let onderwerp = Onderwerp { werkgever: Some(id), ..Onderwerp::default() };
        let open = self.open_door_werk(wie, onderwerp, rondgang).await?;
        if open.contains(&Compartiment::D) {
            // Dossiers open nothing more of an employer.
            return Ok(open);
        }
        let dossiers = self.kandidaten(Weg::WerkgeverDossier, id.0).await?;
        self.open_over(wie, (onderwerp, dossiers), rondgang).await
    }

    /// What of A and D somebody may open by working for an employer.
    async fn open_door_werk(
        &self,
        wie: &Gebruiker,
        onderwerp: Onderwerp,
        rondgang: &mut Rondgang,
    ) -> Result<BTreeSet<Compartiment>, StoreError> {
        let Rondgang { vandaag, veld, .. } = rondgang;
        let leeg = Dossier::default();
        let bekend = self.omstandigheden_in(veld, wie, onderwerp, &leeg, *vandaag).await?;
        let mut open: BTreeSet<Compartiment> = leesbaar(wie, &bekend).into_iter().collect();
        // Without a dossier nobody was reported ill, and then there is no number to see.
        open.retain(|it| matches!(it, Compartiment::A | Compartiment::D));
        Ok(open)
    }

    /// What of A, A.bsn and D somebody may open by working for an employer, or else in one of these dossiers.
    async fn open_over(
        &self,
        wie: &Gebruiker,
        (onderwerp, dossiers): (Onderwerp, Vec<uuid::Uuid>),
        rondgang: &mut Rondgang,
    ) -> Result<BTreeSet<Compartiment>, StoreError> {
        let mut open = self.open_door_werk(wie, onderwerp, rondgang).await?;
        let Rondgang { vandaag, veld, misschien } = rondgang;
        let eigen = dossiers.into_iter().map(DossierId).filter(|it| misschien.contains(it));
        for gezien in self.in_zicht_van(wie, &eigen.collect(), *vandaag, veld).await? {
            open.extend(
                gezien.leesbaar.into_iter().filter(|it| {
                    matches!(it, Compartiment::A | Compartiment::ABsn | Compartiment::D)
                }),
            );
        }
        Ok(open)
    }
}

fn geopend_van(blad: &Werknemerblad) -> Vec<Compartiment> {
    let d = blad.persoon.is_some().then_some(Compartiment::D);
    let bsn = blad.bsn.is_some().then_some(Compartiment::ABsn);
    [Some(Compartiment::A), d, bsn].into_iter().flatten().collect()
}

fn toon_werkgevers<'a>(bladen: impl IntoIterator<Item = &'a Werkgeverblad>) -> Toon {
    let (mut getoond, mut geopend) = (vec![], vec![Compartiment::A]);
    for blad in bladen {
        getoond.push(blad.werkgever.0);
        geopend.extend(blad.bedrijf.is_some().then_some(Compartiment::D));
    }
    Toon::open(Register::Werkgever, getoond, geopend)
}
