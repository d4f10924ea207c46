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
use crate::lezen::begin;
use crate::vooraf::Vooraf;

/// What is looked at.
#[derive(Default)]
pub(crate) struct Blikveld {
    /// Only what was in the log at the end of this day; everything without.
    tot: Option<Datum>,
    /// Streams read on the way, with the version that was seen.
    gezien: Vec<(StroomId, Versie)>,
    /// Facts that were opened before in the same request, when it is about many subjects.
    onthouden: Option<BTreeMap<StroomId, Onthouden>>,
    /// Streams that were read and not opened yet.
    vooraf: Vooraf,
}

impl Blikveld {
    /// For one request about many subjects: what is about the person, or about an employer, is opened once.
    /// For reading only: no right to write may rest on it, for it keeps no versions.
    pub(crate) fn voor_veel() -> Self {
        Self { onthouden: Some(BTreeMap::new()), ..Self::default() }
    }

    /// Lets go of what was read and is not remembered: before a next group of subjects.
    pub(crate) fn laat_los(&mut self) {
        self.vooraf = Vooraf::default();
    }
}

/// The facts of one stream.
struct Onthouden {
    feiten: Arc<dyn Any + Send + Sync>,
    is_alles_open: bool,
}

/// The streams that bear on one person and one subject, as far as that is known.
struct Feitstromen {
    account: Option<StroomId>,
    taken: Option<StroomId>,
    bij_dossier: Option<StroomId>,
    bij_werkgever: Option<StroomId>,
    uitzonderingen: Option<StroomId>,
    werknemer: Option<StroomId>,
    beheer: Option<StroomId>,
    /// Of who is acted for: the account, and what was handed over.
    afwezige: Option<[StroomId; 2]>,
}

impl Feitstromen {
    fn over(wie: &Gebruiker, onderwerp: Onderwerp) -> Self {
        let stroom = |soort, id: Option<_>| id.map(|id| StroomId { soort, id });
        let dossier = onderwerp.dossier.map(|id| id.0);
        let werkgever = onderwerp.werkgever.map(|id| id.0);
        let werknemer = onderwerp.werknemer.map(|id| id.0);
        let voor = wie.sessie.waarneming_voor();
        Self {
            account: Some(wie.account.into()),
            taken: stroom(Stroomsoort::Delegatie, Some(wie.account.0)),
            bij_dossier: stroom(Stroomsoort::Toewijzing, dossier),
            bij_werkgever: stroom(Stroomsoort::Toewijzing, werkgever),
            uitzonderingen: stroom(Stroomsoort::Afwijking, dossier),
            werknemer: stroom(Stroomsoort::Toestemming, werknemer),
            beheer: werkgever.filter(|_| is_ambt(wie.lezer)).map(beheerstroom),
            afwezige: voor.map(|voor| [voor.into(), waarnemingstroom(voor)]),
        }
    }

    fn alle(&self) -> impl Iterator<Item = StroomId> + use<> {
        let Self { account, taken, bij_dossier, bij_werkgever, .. } = self;
        let Self { uitzonderingen, werknemer, beheer, afwezige, .. } = self;
        let van_onderwerp = [account, taken, bij_dossier, bij_werkgever].map(|it| *it);
        let meer = [uitzonderingen, werknemer, beheer].map(|it| *it);
        let afwezige = afwezige.iter().flatten().copied().collect::<Vec<_>>();
        van_onderwerp.into_iter().chain(meer).flatten().chain(afwezige)
    }
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

    /// Reads the facts that bear on these subjects, each stream once and all in one go.
    pub(crate) async fn zie_vooraf(
        &self,
        wie: &Gebruiker,
        onderwerpen: impl IntoIterator<Item = Onderwerp>,
        veld: &mut Blikveld,
    ) -> Result<(), StoreError> {
        let onthouden = &veld.onthouden;
        let is_bekend = |stroom: &StroomId| {
            onthouden.as_ref().is_some_and(|onthouden| onthouden.contains_key(stroom))
        };
        let stromen = onderwerpen.into_iter().flat_map(|it| Feitstromen::over(wie, it).alle());
        self.lees_vooraf(&mut veld.vooraf, stromen.filter(|stroom| !is_bekend(stroom))).await
    }

    /// An account, folded from its facts, within a request that asks more.
    pub(crate) async fn account_in(
        &self,
        id: AccountId,
        veld: &mut Blikveld,
    ) -> Result<gebruiker::Gebruiker, StoreError> {
        let (events, _) = self.zie::<gebruiker::Event>(Some(id.into()), veld).await?;
        Ok(gebruiker::replay(&events))
    }

    async fn stand(
        &self,
        wie: &Gebruiker,
        onderwerp: Onderwerp,
        veld: &mut Blikveld,
    ) -> Result<Stand, StoreError> {
        self.zie_vooraf(wie, [onderwerp], veld).await?;
        let van = Feitstromen::over(wie, onderwerp);
        let (gebruiker, _) = self.zie::<gebruiker::Event>(van.account, veld).await?;
        let (taken, _) = self.zie::<delegatie::Event>(van.taken, veld).await?;
        let (dossier, _) = self.zie::<toewijzing::Event>(van.bij_dossier, veld).await?;
        let (werkgever, _) = self.zie::<toewijzing::Event>(van.bij_werkgever, veld).await?;
        let (uitzonderingen, is_alles_open) =
            self.zie::<afwijking::Event>(van.uitzonderingen, veld).await?;
        let (toestemmingen, _) = self.zie::<toestemming::Event>(van.werknemer, veld).await?;
        let (beheer, _) = self.zie::<beheer::Event>(van.beheer, veld).await?;
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
        self.lees_vooraf(&mut veld.vooraf, [stroom]).await?;
        let alle = veld.vooraf.records(stroom)?;
        if veld.gezien.iter().all(|(ander, _)| *ander != stroom) {
            veld.gezien.push((stroom, Versie(alle.len() as u64)));
        }
        let records = begin(alle, veld.tot);
        let gelezen = self.open_vooraf::<E>(&veld.vooraf, records).await?;
        let is_alles_open = records.len() == gelezen.len();
        let feiten: Vec<E> = gelezen.into_iter().map(|it| it.event).collect();
        if let Some(onthouden) = &mut veld.onthouden {
            onthouden.insert(stroom, Onthouden { feiten: Arc::new(feiten.clone()), is_alles_open });
        }
        Ok((feiten, is_alles_open))
    }
}
