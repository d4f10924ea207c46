//! Loading what is known: a handful of short streams, each found by the id it is about.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::Arc;

use wvp_domain::bevoegdheid::{
    afwijking, beheer, delegatie, gebruiker, toestemming, toewijzing, waarneming,
};
use wvp_domain::{AccountId, Datum, Dossier};
use wvp_store::{Gebeurtenis, StoreError, StroomId, Stroomsoort, Versie};

use super::wegen::{
    Afwezige, Pet, Stand, heeft_functie, is_actief, is_toegewezen, organisaties, weeg,
};
use super::{Bekend, Onderwerp};
use crate::adresboek::waarnemingstroom;
use crate::beheergebied::{beheerstroom, is_ambt};
use crate::engine::Engine;
use crate::functie::is_bedrijfsarts;
use crate::gebruiker::Gebruiker;
use crate::laden::alleen_a;
use crate::lezen::begin;

/// What is looked at.
#[derive(Default)]
pub(crate) struct Blikveld {
    /// Only what was in the log at the end of this day; everything without.
    tot: Option<Datum>,
    /// Streams read on the way, with the version that was seen.
    gezien: Vec<(StroomId, Versie)>,
    /// Facts that were opened before in the same request, when it is about many subjects.
    onthouden: Option<BTreeMap<StroomId, Onthouden>>,
}

impl Blikveld {
    /// For one request about many subjects: what is about the person, or about an employer, is opened once.
    /// For reading only: no right to write may rest on it, for it keeps no versions.
    pub(crate) fn voor_veel() -> Self {
        Self { onthouden: Some(BTreeMap::new()), ..Self::default() }
    }
}

/// The facts of one stream.
struct Onthouden {
    feiten: Arc<dyn Any + Send + Sync>,
    is_alles_open: bool,
}

impl Engine {
    /// What is known about this person and this subject on a day.
    pub(crate) async fn omstandigheden(
        &self,
        wie: &Gebruiker,
        onderwerp: Onderwerp,
        dossier: &Dossier,
        vandaag: Datum,
    ) -> Result<Bekend, StoreError> {
        self.bekend(wie, onderwerp, dossier, vandaag, &mut Blikveld::default()).await
    }

    /// The same within a request that asks it more than once.
    pub(crate) async fn omstandigheden_in(
        &self,
        veld: &mut Blikveld,
        wie: &Gebruiker,
        onderwerp: Onderwerp,
        dossier: &Dossier,
        vandaag: Datum,
    ) -> Result<Bekend, StoreError> {
        self.bekend(wie, onderwerp, dossier, vandaag, veld).await
    }

    /// What was known on an earlier day, by what stood in the log at the end of it. For supervision
    /// only: no right follows from it.
    pub(crate) async fn omstandigheden_toen(
        &self,
        wie: &Gebruiker,
        onderwerp: Onderwerp,
        dossier: &Dossier,
        dag: Datum,
    ) -> Result<Bekend, StoreError> {
        let mut toen = Blikveld { tot: Some(dag), ..Blikveld::default() };
        self.bekend(wie, onderwerp, dossier, dag, &mut toen).await
    }

    async fn bekend(
        &self,
        wie: &Gebruiker,
        onderwerp: Onderwerp,
        dossier: &Dossier,
        dag: Datum,
        veld: &mut Blikveld,
    ) -> Result<Bekend, StoreError> {
        let mut stand = self.stand(wie, onderwerp, veld).await?;
        stand.afwezige = self.afwezige(wie, onderwerp, dag, veld).await?;
        self.zeef_delegaties(&mut stand, onderwerp, dag, veld).await?;
        self.zeef_toetsen(wie, &mut stand, dag, veld).await?;
        let bewaakt = std::mem::take(&mut veld.gezien);
        Ok(Bekend { bewaakt, ..weeg(wie, onderwerp, dossier, &stand, dag) })
    }

    /// An account, folded from its facts.
    pub(crate) async fn account(&self, id: AccountId) -> Result<gebruiker::Gebruiker, StoreError> {
        let (_, events) = self.laad::<gebruiker::Event>(id.into()).await?;
        Ok(gebruiker::replay(&events))
    }

    async fn stand(
        &self,
        wie: &Gebruiker,
        onderwerp: Onderwerp,
        veld: &mut Blikveld,
    ) -> Result<Stand, StoreError> {
        let account = wie.account;
        let dossier = onderwerp.dossier.map(|id| id.0);
        let stroom = |soort, id: Option<_>| id.map(|id| StroomId { soort, id });
        let van_account = Some(StroomId::from(account));
        let tot_taken = stroom(Stroomsoort::Delegatie, Some(account.0));
        let bij_dossier = stroom(Stroomsoort::Toewijzing, dossier);
        let bij_werkgever = stroom(Stroomsoort::Toewijzing, onderwerp.werkgever.map(|id| id.0));
        let uitzonderingen = stroom(Stroomsoort::Afwijking, dossier);
        let van_werknemer = stroom(Stroomsoort::Toestemming, onderwerp.werknemer.map(|id| id.0));
        let (gebruiker, _) = self.zie::<gebruiker::Event>(van_account, veld).await?;
        let (taken, _) = self.zie::<delegatie::Event>(tot_taken, veld).await?;
        let (dossier, _) = self.zie::<toewijzing::Event>(bij_dossier, veld).await?;
        let (werkgever, _) = self.zie::<toewijzing::Event>(bij_werkgever, veld).await?;
        let (uitzonderingen, is_alles_open) =
            self.zie::<afwijking::Event>(uitzonderingen, veld).await?;
        let (toestemmingen, _) = self.zie::<toestemming::Event>(van_werknemer, veld).await?;
        let van_werkgever = onderwerp.werkgever.filter(|_| is_ambt(wie.lezer));
        let beheer = van_werkgever.map(|id| beheerstroom(id.0));
        let (beheer, _) = self.zie::<beheer::Event>(beheer, veld).await?;
        Ok(Stand {
            beheerd: beheer::replay(&beheer),
            gebruiker: gebruiker::replay(&gebruiker),
            afwezige: None,
            gegeven_delegaties: delegatie::replay(&taken).delegaties,
            delegaties: vec![],
            bij: [toewijzing::replay(&dossier), toewijzing::replay(&werkgever)],
            afwijkingen: afwijking::replay(&uitzonderingen),
            is_alles_open,
            toestemmingen: toestemming::replay(&toestemmingen).toestemmingen,
        })
    }

    /// Who is acted for, with what was handed over for this subject on this day.
    async fn afwezige(
        &self,
        wie: &Gebruiker,
        onderwerp: Onderwerp,
        dag: Datum,
        veld: &mut Blikveld,
    ) -> Result<Option<Afwezige>, StoreError> {
        let Some(voor) = wie.sessie.waarneming_voor() else { return Ok(None) };
        let (van_voor, _) = self.zie::<gebruiker::Event>(Some(voor.into()), veld).await?;
        let stroom = Some(waarnemingstroom(voor));
        let (waarnemingen, _) = self.zie::<waarneming::Event>(stroom, veld).await?;
        let omvat = |it: &waarneming::Dossiers| match onderwerp.dossier {
            Some(dossier) => it.omvat(dossier),
            None => *it == waarneming::Dossiers::Alle,
        };
        let staat = waarneming::replay(&waarnemingen).waarnemingen;
        let geldend = staat.op(dag).find(|it| it.door == wie.account && omvat(&it.dossiers));
        let categorieen = geldend.map(|it| it.categorieen.clone()).unwrap_or_default();
        Ok(Some(Afwezige { id: voor, account: gebruiker::replay(&van_voor), categorieen }))
    }

    /// Keeps the delegations of a bedrijfsarts who still is one and works on this dossier.
    async fn zeef_delegaties(
        &self,
        stand: &mut Stand,
        onderwerp: Onderwerp,
        vandaag: Datum,
        veld: &mut Blikveld,
    ) -> Result<(), StoreError> {
        let voor = |it: &&delegatie::Delegatie| {
            it.dossier.is_none_or(|dossier| Some(dossier) == onderwerp.dossier)
        };
        let gegeven = std::mem::take(&mut stand.gegeven_delegaties);
        let kandidaten: Vec<_> = gegeven.op(vandaag).filter(voor).cloned().collect();
        for delegatie in kandidaten {
            let door = Some(delegatie.door.into());
            let (events, _) = self.zie::<gebruiker::Event>(door, veld).await?;
            let arts = gebruiker::replay(&events);
            let werkt_hier = |account: &gebruiker::Gebruiker, id, lezer| {
                let plekken: Vec<_> = organisaties(account, lezer, vandaag).into_iter().collect();
                let pet = Pet { account, id, lezer, plekken: &plekken };
                is_toegewezen(&pet, &stand.bij, onderwerp.werkgever, vandaag)
            };
            let als = wvp_access::Lezer::ALLE.into_iter().find(|lezer| {
                is_bedrijfsarts(*lezer)
                    && is_actief(&arts)
                    && heeft_functie(&arts, *lezer, vandaag)
                    && werkt_hier(&arts, delegatie.door, *lezer)
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
        veld: &mut Blikveld,
    ) -> Result<(), StoreError> {
        let toetsen = &stand.afwijkingen.toetsen;
        let van_mij = toetsen.op(vandaag).filter(|it| it.account == wie.account);
        let kandidaten: Vec<_> = van_mij.cloned().collect();
        stand.afwijkingen.toetsen.gegeven.clear();
        for toets in kandidaten {
            let collega = Some(toets.collega.into());
            let (events, _) = self.zie::<gebruiker::Event>(collega, veld).await?;
            if heeft_functie(&gebruiker::replay(&events), wie.lezer, vandaag) {
                stand.afwijkingen.toetsen.gegeven.push(toets);
            }
        }
        Ok(())
    }

    /// The facts of a stream, and whether all of them were open; notes the version.
    async fn zie<E: Gebeurtenis + Clone + 'static>(
        &self,
        stroom: Option<StroomId>,
        veld: &mut Blikveld,
    ) -> Result<(Vec<E>, bool), StoreError> {
        let Some(stroom) = stroom else { return Ok((vec![], true)) };
        if let Some(eerder) = veld.onthouden.as_ref().and_then(|alle| alle.get(&stroom))
            && let Some(feiten) = eerder.feiten.downcast_ref::<Vec<E>>()
        {
            return Ok((feiten.clone(), eerder.is_alles_open));
        }
        let alle = self.records(stroom).await?;
        if veld.gezien.iter().all(|(ander, _)| *ander != stroom) {
            veld.gezien.push((stroom, Versie(alle.len() as u64)));
        }
        let records = begin(&alle, veld.tot);
        let gelezen = self.open::<E>(records, alleen_a()).await?;
        let is_alles_open = records.len() == gelezen.len();
        let feiten: Vec<E> = gelezen.into_iter().map(|it| it.event).collect();
        if let Some(onthouden) = &mut veld.onthouden {
            onthouden.insert(stroom, Onthouden { feiten: Arc::new(feiten.clone()), is_alles_open });
        }
        Ok((feiten, is_alles_open))
    }
}
