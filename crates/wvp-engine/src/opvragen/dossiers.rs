//! The list of dossiers of one person, page by page.

use std::collections::BTreeSet;

use wvp_domain::leeslog::Register;
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::{Compartiment, Datum, DossierId, WerkgeverId};
use wvp_projections::overzicht::Stand;
use wvp_store::StoreError;

use super::bladwijzer::{Bladwijzer, Bladzijde, Grootte};
use super::noteren::Toon;
use super::regel::{Dossierregel, Termijnstatus};
use crate::adresboek::Weg;
use crate::engine::Engine;
use crate::gebruiker::Gebruiker;
use crate::leeslog::Aanleiding;
use crate::omstandigheden::Blikveld;

/// Which dossiers are asked for; all of them when nothing is set.
#[derive(Debug, Clone, Copy, Default)]
pub struct Dossiervraag {
    /// Only of this employer.
    pub werkgever: Option<WerkgeverId>,
    /// Only those that stand like this.
    pub stand: Option<Standsoort>,
    /// Only those that wait like this.
    pub wacht: Wacht,
    /// Only what comes after this place.
    pub na: Option<Bladwijzer>,
    /// How many at most.
    pub grootte: Grootte,
}

/// What a dossier waits for, by the first term of those who are meant.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wacht {
    /// Only when it waits for this one.
    pub op: Option<Ontvanger>,
    /// Only when its first term is this urgent.
    pub status: Option<Termijnstatus>,
}

/// How a dossier stands, without the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standsoort {
    /// The employee is ill.
    Lopend,
    /// The employee is fit, and the dossier waits for a relapse.
    Hersteld,
    /// Closed.
    Gesloten,
}

impl From<Stand> for Standsoort {
    fn from(stand: Stand) -> Self {
        match stand {
            Stand::Ziek => Self::Lopend,
            Stand::Hersteld(_) => Self::Hersteld,
            Stand::Gesloten(_) => Self::Gesloten,
        }
    }
}

impl Engine {
    /// The dossiers of which this person may open process data today, with this hat on, by first due term and
    /// then by number. Nothing of category B, C or D is opened.
    ///
    /// Every dossier that may be this person's is weighed, so what it costs grows with the own caseload and
    /// not with the house. The page is one line in the reading log.
    ///
    /// # Errors
    ///
    /// When the store fails. A dossier that cannot be opened is left out.
    pub async fn dossiers(
        &self,
        wie: &Gebruiker,
        vraag: &Dossiervraag,
        aanleiding: &Aanleiding,
    ) -> Result<Bladzijde<Dossierregel>, StoreError> {
        let vandaag = self.klok.vandaag();
        let mut alle = self.regels_voor(wie, vraag.werkgever, vandaag).await?;
        alle.retain(|(regel, _)| {
            let verder = vraag.na.is_none_or(|na| na < regel.plek());
            verder && vraag.past(regel)
        });
        alle.sort_by_key(|(regel, _)| regel.plek());
        let is_meer = alle.len() > vraag.grootte.regels();
        alle.truncate(vraag.grootte.regels());
        let laatste = alle.last().map(|(regel, _)| regel.plek());
        let getoond = alle.iter().map(|(regel, _)| regel.dossier.0).collect();
        let geopend = alle.iter().flat_map(|(_, geopend)| geopend.clone());
        self.toon(wie, aanleiding, Toon::open(Register::Lijst, getoond, geopend)).await?;
        let regels = alle.into_iter().map(|(regel, _)| regel).collect();
        Ok(Bladzijde { regels, verder: laatste.filter(|_| is_meer) })
    }

    /// The rows of these dossiers, as far as this person may open process data of them. One line in the reading log.
    ///
    /// # Errors
    ///
    /// When the store fails. A dossier that cannot be opened is left out.
    pub async fn dossiers_van(
        &self,
        wie: &Gebruiker,
        dossiers: &BTreeSet<DossierId>,
        aanleiding: &Aanleiding,
    ) -> Result<Vec<Dossierregel>, StoreError> {
        let vandaag = self.klok.vandaag();
        let mut veld = Blikveld::voor_veel();
        let gezien = self.in_zicht_van(wie, dossiers, vandaag, &mut veld).await?;
        let (mut regels, mut geopend) = (vec![], BTreeSet::new());
        for zicht in &gezien {
            let Some(regel) = Dossierregel::van(zicht, vandaag) else { continue };
            geopend.extend(zicht.geopend.iter().copied());
            regels.push(regel);
        }
        let getoond = regels.iter().map(|it| it.dossier.0).collect();
        self.toon(wie, aanleiding, Toon::open(Register::Lijst, getoond, geopend)).await?;
        Ok(regels)
    }

    /// The rows of every dossier that this person may see, each with what was opened for it.
    pub(super) async fn regels_voor(
        &self,
        wie: &Gebruiker,
        werkgever: Option<WerkgeverId>,
        vandaag: Datum,
    ) -> Result<Vec<(Dossierregel, BTreeSet<Compartiment>)>, StoreError> {
        let mut veld = Blikveld::voor_veel();
        let mut dossiers = self.dossiers_misschien(wie, &mut veld).await?;
        if let Some(werkgever) = werkgever {
            let van = self.kandidaten(Weg::WerkgeverDossier, werkgever.0).await?;
            dossiers.retain(|it| van.binary_search(&it.0).is_ok());
        }
        let gezien = self.in_zicht_van(wie, &dossiers, vandaag, &mut veld).await?;
        let regels = gezien.into_iter().filter_map(|it| {
            let regel = Dossierregel::van(&it, vandaag)?;
            let past = werkgever.is_none_or(|it| it == regel.werkgever);
            past.then_some((regel, it.geopend))
        });
        Ok(regels.collect())
    }
}

impl Dossiervraag {
    fn past(&self, regel: &Dossierregel) -> bool {
        let stand = self.stand.is_none_or(|stand| stand == regel.stand.into());
        stand && self.wacht.past(regel)
    }
}

impl Wacht {
    fn past(self, regel: &Dossierregel) -> bool {
        if self.op.is_none() && self.status.is_none() {
            return true;
        }
        let mut termijnen =
            regel.termijnen.iter().filter(|it| self.op.is_none_or(|op| it.wie.contains(&op)));
        let eerste = termijnen.next();
        eerste.is_some_and(|it| self.status.is_none_or(|status| status == it.status))
    }
}
