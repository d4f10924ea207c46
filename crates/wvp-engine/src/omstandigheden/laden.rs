//! Loading what is known: a handful of short streams, each found by the id it is about.

use wvp_domain::bevoegdheid::{afwijking, delegatie, gebruiker, toestemming, toewijzing};
use wvp_domain::{AccountId, Datum, Dossier};
use wvp_store::{Gebeurtenis, StoreError, StroomId, Stroomsoort, Versie};

use super::wegen::{Stand, heeft_functie, is_actief, is_toegewezen, weeg};
use super::{Bekend, Onderwerp};
use crate::engine::Engine;
use crate::functie::is_bedrijfsarts;
use crate::gebruiker::Gebruiker;

/// Streams read on the way, with the version that was seen.
type Gezien = Vec<(StroomId, Versie)>;

impl Engine {
    /// What is known about this person and this subject on a day.
    pub(crate) async fn omstandigheden(
        &self,
        wie: &Gebruiker,
        onderwerp: Onderwerp,
        dossier: &Dossier,
        vandaag: Datum,
    ) -> Result<Bekend, StoreError> {
        let mut gezien = Gezien::new();
        let mut stand = self.stand(wie.account, onderwerp, &mut gezien).await?;
        self.zeef_delegaties(&mut stand, onderwerp, vandaag, &mut gezien).await?;
        self.zeef_toetsen(wie, &mut stand, vandaag, &mut gezien).await?;
        Ok(Bekend { bewaakt: gezien, ..weeg(wie, onderwerp, dossier, &stand, vandaag) })
    }

    /// An account, folded from its facts.
    pub(crate) async fn account(&self, id: AccountId) -> Result<gebruiker::Gebruiker, StoreError> {
        let (_, events) = self.laad::<gebruiker::Event>(id.into()).await?;
        Ok(gebruiker::replay(&events))
    }

    async fn stand(
        &self,
        account: AccountId,
        onderwerp: Onderwerp,
        gezien: &mut Gezien,
    ) -> Result<Stand, StoreError> {
        let dossier = onderwerp.dossier.map(|id| id.0);
        let stroom = |soort, id: Option<_>| id.map(|id| StroomId { soort, id });
        let van_account = Some(StroomId::from(account));
        let tot_taken = stroom(Stroomsoort::Delegatie, Some(account.0));
        let bij_dossier = stroom(Stroomsoort::Toewijzing, dossier);
        let bij_werkgever = stroom(Stroomsoort::Toewijzing, onderwerp.werkgever.map(|id| id.0));
        let uitzonderingen = stroom(Stroomsoort::Afwijking, dossier);
        let van_werknemer = stroom(Stroomsoort::Toestemming, onderwerp.werknemer.map(|id| id.0));
        let (gebruiker, _) = self.zie::<gebruiker::Event>(van_account, gezien).await?;
        let (taken, _) = self.zie::<delegatie::Event>(tot_taken, gezien).await?;
        let (dossier, _) = self.zie::<toewijzing::Event>(bij_dossier, gezien).await?;
        let (werkgever, _) = self.zie::<toewijzing::Event>(bij_werkgever, gezien).await?;
        let (uitzonderingen, is_alles_open) =
            self.zie::<afwijking::Event>(uitzonderingen, gezien).await?;
        let (toestemmingen, _) = self.zie::<toestemming::Event>(van_werknemer, gezien).await?;
        Ok(Stand {
            gebruiker: gebruiker::replay(&gebruiker),
            gegeven_delegaties: delegatie::replay(&taken).delegaties,
            delegaties: vec![],
            bij: [toewijzing::replay(&dossier), toewijzing::replay(&werkgever)],
            afwijkingen: afwijking::replay(&uitzonderingen),
            is_alles_open,
            toestemmingen: toestemming::replay(&toestemmingen).toestemmingen,
        })
    }

    /// Keeps the delegations of a bedrijfsarts who still is one and works on this dossier.
    async fn zeef_delegaties(
        &self,
        stand: &mut Stand,
        onderwerp: Onderwerp,
        vandaag: Datum,
        gezien: &mut Gezien,
    ) -> Result<(), StoreError> {
        let voor = |it: &&delegatie::Delegatie| {
            it.dossier.is_none_or(|dossier| Some(dossier) == onderwerp.dossier)
        };
        let gegeven = std::mem::take(&mut stand.gegeven_delegaties);
        let kandidaten: Vec<_> = gegeven.op(vandaag).filter(voor).cloned().collect();
        for delegatie in kandidaten {
            let door = Some(delegatie.door.into());
            let (events, _) = self.zie::<gebruiker::Event>(door, gezien).await?;
            let arts = gebruiker::replay(&events);
            let als = wvp_access::Lezer::ALLE.into_iter().find(|lezer| {
                is_bedrijfsarts(*lezer)
                    && is_actief(&arts)
                    && heeft_functie(&arts, *lezer, vandaag)
                    && is_toegewezen(&arts, delegatie.door, *lezer, &stand.bij, vandaag)
            });
            stand.delegaties.extend(als.map(|als| (delegatie, als)));
        }
        Ok(())
    }

    /// Keeps the reviews of a colleague in the same profession.
    async fn zeef_toetsen(
        &self,
        wie: &Gebruiker,
        stand: &mut Stand,
        vandaag: Datum,
        gezien: &mut Gezien,
    ) -> Result<(), StoreError> {
        let toetsen = &stand.afwijkingen.toetsen;
        let van_mij = toetsen.op(vandaag).filter(|it| it.account == wie.account);
        let kandidaten: Vec<_> = van_mij.cloned().collect();
        stand.afwijkingen.toetsen.gegeven.clear();
        for toets in kandidaten {
            let collega = Some(toets.collega.into());
            let (events, _) = self.zie::<gebruiker::Event>(collega, gezien).await?;
            if heeft_functie(&gebruiker::replay(&events), wie.lezer, vandaag) {
                stand.afwijkingen.toetsen.gegeven.push(toets);
            }
        }
        Ok(())
    }

    /// The facts of a stream, and whether all of them were open; notes the version.
    async fn zie<E: Gebeurtenis>(
        &self,
        stroom: Option<StroomId>,
        gezien: &mut Gezien,
    ) -> Result<(Vec<E>, bool), StoreError> {
        let Some(stroom) = stroom else { return Ok((vec![], true)) };
        let (versie, events) = self.laad::<E>(stroom).await?;
        if gezien.iter().all(|(ander, _)| *ander != stroom) {
            gezien.push((stroom, versie));
        }
        let is_alles_open = versie.0 == events.len() as u64;
        Ok((events, is_alles_open))
    }
}
