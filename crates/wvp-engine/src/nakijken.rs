//! Nakijken: the periodic review of rights. What ends soon, lies unused, or is wider than the
//! function of its owner is listed; somebody confirms it or withdraws it.

mod gebruik;
mod opdracht;
mod regel;

use wvp_access::Lezer;
use wvp_domain::bevoegdheid::{afwijking, delegatie, gebruiker, toewijzing};
use wvp_domain::{AccountId, Datum, DossierId, StukId};
use wvp_store::{Gebeurtenis, StoreError, StroomId, Stroomsoort, Versie};

pub use regel::{Houder, RedenNakijken, Regel, SoortRecht};

use crate::beheer::geweigerd;
use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;
use crate::laden::BLADZIJDE;
use gebruik::Gebruik;
use opdracht::Opdracht;
use regel::{Accounts, Opname};

impl Engine {
    /// The rights that need a look today, by holder and document.
    ///
    /// For the functioneel beheerder, the directie and the functionaris gegevensbescherming, of what their
    /// organisation keeps. Walks
    /// every account, assignment and reading log: for once a month, not for every page.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn nakijken(&self, wie: &Gebruiker) -> Result<Vec<Regel>, ExecuteError> {
        let vandaag = self.klok.vandaag();
        self.eis_nakijker(wie, vandaag).await?;
        let gebied = self.beheergebied(wie, vandaag).await?;
        let accounts = self.accounts().await?;
        let gebruik = self.gebruik().await?;
        let is_eigen = |id: AccountId| accounts.get(&id).is_some_and(|it| gebied.kent_account(it));
        let mut opname = Opname::op(vandaag, &gebied, &accounts, &gebruik);
        opname.functies();
        for (stroom, events) in self.alle::<toewijzing::Event>(Stroomsoort::Toewijzing).await? {
            if self.houdt_terrein(&gebied, stroom.id).await? {
                let staat = toewijzing::replay(&events);
                opname.toewijzingen(stroom.id, &staat);
                opname.opdrachten(stroom.id, &staat);
            }
        }
        for (stroom, events) in self.alle::<delegatie::Event>(Stroomsoort::Delegatie).await? {
            if is_eigen(AccountId(stroom.id)) {
                opname.delegaties(AccountId(stroom.id), &delegatie::replay(&events));
            }
        }
        for (stroom, events) in self.alle::<afwijking::Event>(Stroomsoort::Afwijking).await? {
            if self.houdt_dossier(&gebied, DossierId(stroom.id)).await? {
                opname.afwijkingen(DossierId(stroom.id), &afwijking::replay(&events));
            }
        }
        Ok(opname.regels())
    }

    /// Says that a right is still needed.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn bevestig_recht(
        &self,
        wie: &Gebruiker,
        regel: &Regel,
        stuk: StukId,
    ) -> Result<Versie, ExecuteError> {
        self.kijk_na(wie, regel.bevestiging(stuk, self.klok.vandaag())?).await
    }

    /// Withdraws a right, from today on.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn trek_recht_in(
        &self,
        wie: &Gebruiker,
        regel: &Regel,
        stuk: StukId,
    ) -> Result<Versie, ExecuteError> {
        self.kijk_na(wie, regel.intrekking(stuk, self.klok.vandaag())?).await
    }

    async fn kijk_na(&self, wie: &Gebruiker, opdracht: Opdracht) -> Result<Versie, ExecuteError> {
        match opdracht {
            Opdracht::Account(account, wat) => self.execute_gebruiker(wie, account, wat).await,
            Opdracht::Werk(bij, wat) => {
                self.execute_toewijzing(wie, self.terrein(bij).await?, wat).await
            }
            Opdracht::Taak(aan, wat) => self.execute_delegatie(wie, aan, wat).await,
            Opdracht::Dossier(dossier, wat) => self.execute_afwijking(wie, dossier, wat).await,
        }
    }

    pub(crate) async fn eis_nakijker(
        &self,
        wie: &Gebruiker,
        vandaag: Datum,
    ) -> Result<(), ExecuteError> {
        let mag = matches!(
            wie.lezer,
            Lezer::FunctioneelBeheerder | Lezer::Directeur | Lezer::FunctionarisGegevensbescherming
        );
        if !mag {
            let uitleg = "Bevoegdheden nakijken is werk van beheerder, directie of functionaris \
                          gegevensbescherming.";
            return Err(geweigerd("R-295", uitleg).into());
        }
        self.eis_in_functie(wie, vandaag).await
    }

    /// Accounts that have, or had, a function.
    pub(crate) async fn accounts(&self) -> Result<Accounts, StoreError> {
        let mut accounts = Accounts::new();
        for (stroom, events) in self.alle::<gebruiker::Event>(Stroomsoort::Gebruiker).await? {
            let account = gebruiker::replay(&events);
            accounts.insert(AccountId(stroom.id), account);
        }
        Ok(accounts)
    }

    /// When who last read what.
    async fn gebruik(&self) -> Result<Gebruik, StoreError> {
        let mut gebruik = Gebruik::default();
        for stroom in self.stromen_van(Stroomsoort::Leeslog).await? {
            let records = self.records(stroom).await?;
            let regels = self.open(&records, crate::laden::alleen_a()).await?;
            for regel in &regels {
                gebruik.neem_op(DossierId(stroom.id), regel);
            }
        }
        Ok(gebruik)
    }

    /// Every stream of a kind with its facts.
    async fn alle<E: Gebeurtenis>(
        &self,
        soort: Stroomsoort,
    ) -> Result<Vec<(StroomId, Vec<E>)>, StoreError> {
        let mut alle = vec![];
        for stroom in self.stromen_van(soort).await? {
            alle.push((stroom, self.laad::<E>(stroom).await?.1));
        }
        Ok(alle)
    }

    pub(crate) async fn stromen_van(
        &self,
        soort: Stroomsoort,
    ) -> Result<Vec<StroomId>, StoreError> {
        let mut alle: Vec<StroomId> = vec![];
        loop {
            let deel = self.store.stromen(soort, alle.last().copied(), BLADZIJDE).await?;
            let laatste = deel.len() < BLADZIJDE;
            alle.extend(deel.into_iter().map(|(stroom, _)| stroom));
            if laatste {
                return Ok(alle);
            }
        }
    }
}
