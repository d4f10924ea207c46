//! Nakijken: the periodic review of rights. What ends soon, lies unused, or is wider than the
//! function of its owner is listed; somebody confirms it or withdraws it.

mod gebruik;
mod regel;

use wvp_access::Lezer;
use wvp_domain::bevoegdheid::gebruiker::Bevestiging;
use wvp_domain::bevoegdheid::{Einde, afwijking, delegatie, gebruiker, toewijzing};
use wvp_domain::{AccountId, Datum, DossierId, Secties, StukId};
use wvp_store::{Gebeurtenis, StoreError, StroomId, Stroomsoort, Versie};

pub use regel::{Houder, RedenNakijken, Regel, SoortRecht};

use crate::beheer::{Werkterrein, geweigerd};
use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;
use crate::laden::BLADZIJDE;
use gebruik::Gebruik;
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
        let mut opname = Opname::op(vandaag, &accounts, &gebruik);
        opname.functies(&gebied);
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
        let a = Bevestiging { stuk, recht: regel.recht, op: self.klok.vandaag() };
        let a = Secties::proces(a);
        match (regel.houder, regel.soort) {
            (Houder::Account(account), _) => {
                let opdracht = gebruiker::Command::BevestigRecht(a);
                self.execute_gebruiker(wie, account, opdracht).await
            }
            (Houder::Organisatie(_), soort) => {
                let opdracht = toewijzing::Command::BevestigToewijzing(a);
                self.execute_toewijzing(wie, self.terrein_van(soort).await?, opdracht).await
            }
        }
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
        let einde = Secties::proces(Einde { stuk, recht: regel.recht, per: self.klok.vandaag() });
        match regel.soort {
            SoortRecht::Functie => {
                let opdracht = gebruiker::Command::BeeindigFunctie(einde);
                self.execute_gebruiker(wie, regel.houder.account()?, opdracht).await
            }
            SoortRecht::Toewijzing(_) => {
                let opdracht = toewijzing::Command::BeeindigToewijzing(einde);
                self.execute_toewijzing(wie, self.terrein_van(regel.soort).await?, opdracht).await
            }
            SoortRecht::Opdracht(_) => {
                let opdracht = toewijzing::Command::BeeindigOpdracht(einde);
                self.execute_toewijzing(wie, self.terrein_van(regel.soort).await?, opdracht).await
            }
            SoortRecht::Polis(_) => {
                let opdracht = toewijzing::Command::BeeindigPolis(einde);
                self.execute_toewijzing(wie, self.terrein_van(regel.soort).await?, opdracht).await
            }
            SoortRecht::Delegatie => {
                let opdracht = delegatie::Command::TrekDelegatieIn(einde);
                self.execute_delegatie(wie, regel.houder.account()?, opdracht).await
            }
            SoortRecht::Afwijking(dossier) => {
                let opdracht = afwijking::Command::TrekAfwijkingIn(einde);
                self.execute_afwijking(wie, dossier, opdracht).await
            }
            SoortRecht::Toets(dossier) => {
                let opdracht = afwijking::Command::BeeindigToets(einde);
                self.execute_afwijking(wie, dossier, opdracht).await
            }
        }
    }

    /// Where a right was given.
    async fn terrein_van(&self, soort: SoortRecht) -> Result<Werkterrein, ExecuteError> {
        match soort {
            SoortRecht::Toewijzing(bij) | SoortRecht::Opdracht(bij) | SoortRecht::Polis(bij) => {
                Ok(self.terrein(bij).await?)
            }
            SoortRecht::Functie
            | SoortRecht::Delegatie
            | SoortRecht::Afwijking(_)
            | SoortRecht::Toets(_) => Err(ExecuteError::NietGevonden),
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
