//! Beheer: who gives and takes rights. The same way in as every command: may this person, decide,
//! seal, append.

mod mag;

use wvp_domain::bevoegdheid::{
    afwijking, delegatie, gebruiker, toestemming, toewijzing, waarneming,
};
use wvp_domain::{AccountId, Datum, Dossier, DossierId, WerkgeverId, WerknemerId, postvak};
use wvp_store::{Auteur, Gebeurtenis, Kop, StroomId, Stroomsoort, Versie};

use crate::adresboek::{postvakstroom, waarnemingstroom};
use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;
use crate::herkenning::Herkenbaar;
use crate::omstandigheden::{Bekend, Onderwerp};
use crate::toeval::nieuw_id;

pub(crate) use mag::{eis_accountbeheer, geweigerd};

/// What is assigned: one dossier, or all dossiers of an employer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Werkterrein {
    /// One dossier.
    Dossier(DossierId),
    /// All dossiers of an employer.
    Werkgever(WerkgeverId),
}

impl Engine {
    /// Appoints the first functioneel beheerder of a store that has no account yet: the house's own
    /// act, for whoever holds the keys. Twice is fine; another account later is refused.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn richt_in(
        &self,
        account: AccountId,
        opdrachten: [gebruiker::Command; 2],
    ) -> Result<(), ExecuteError> {
        mag::inrichten(&opdrachten)?;
        let eigen = StroomId::from(account);
        let er_zijn_accounts =
            !self.store.stromen(Stroomsoort::Gebruiker, None, 1).await?.is_empty();
        if er_zijn_accounts && self.records(eigen).await?.is_empty() {
            return Err(mag::geweigerd("R-291", "Deze opslag heeft al een beheerder.").into());
        }
        let huis = Auteur {
            account: AccountId(uuid::Uuid::nil()),
            partij: "huis".to_owned(),
            functie: "inrichting".to_owned(),
        };
        let verzoek = self.verzoek_van(Kop { door: huis, namens: None, verzoek: nieuw_id() });
        for command in opdrachten {
            let (versie, events) = self.laad::<gebruiker::Event>(eigen).await?;
            let staat = gebruiker::replay(&events);
            let nieuw = gebruiker::decide(&staat, command, verzoek.vandaag())?;
            self.leg_vast(eigen, versie, &verzoek, &nieuw, vec![]).await?;
        }
        Ok(())
    }

    /// Executes one command on an account.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn execute_gebruiker(
        &self,
        wie: &Gebruiker,
        id: AccountId,
        command: gebruiker::Command,
    ) -> Result<Versie, ExecuteError> {
        mag::gebruiker(wie, id, &command)?;
        self.beheer(wie, id.into(), Onderwerp::default(), |events, vandaag| {
            gebruiker::decide(&gebruiker::replay(events), command.clone(), vandaag)
        })
        .await
    }

    /// Executes one command on who works where.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn execute_toewijzing(
        &self,
        wie: &Gebruiker,
        terrein: Werkterrein,
        command: toewijzing::Command,
    ) -> Result<Versie, ExecuteError> {
        let (id, onderwerp) = match terrein {
            Werkterrein::Dossier(id) => {
                (id.0, Onderwerp { dossier: Some(id), ..Onderwerp::default() })
            }
            Werkterrein::Werkgever(id) => {
                (id.0, Onderwerp { werkgever: Some(id), ..Onderwerp::default() })
            }
        };
        mag::toewijzing(wie, terrein, &command)?;
        let stroom = StroomId { soort: Stroomsoort::Toewijzing, id };
        self.beheer(wie, stroom, onderwerp, |events, vandaag| {
            toewijzing::decide(&toewijzing::replay(events), command.clone(), vandaag)
        })
        .await
    }

    /// Executes one command on what an employee agreed to.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn execute_toestemming(
        &self,
        wie: &Gebruiker,
        id: WerknemerId,
        command: toestemming::Command,
    ) -> Result<Versie, ExecuteError> {
        mag::toestemming(wie)?;
        let stroom = StroomId { soort: Stroomsoort::Toestemming, id: id.0 };
        let onderwerp = Onderwerp { werknemer: Some(id), ..Onderwerp::default() };
        self.beheer(wie, stroom, onderwerp, |events, vandaag| {
            toestemming::decide(&toestemming::replay(events), command.clone(), vandaag)
        })
        .await
    }

    /// Executes one command on the tasks that were delegated to an account.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn execute_delegatie(
        &self,
        wie: &Gebruiker,
        aan: AccountId,
        command: delegatie::Command,
    ) -> Result<Versie, ExecuteError> {
        mag::delegatie(wie, &command)?;
        let stroom = StroomId { soort: Stroomsoort::Delegatie, id: aan.0 };
        self.beheer(wie, stroom, Onderwerp::default(), |events, vandaag| {
            delegatie::decide(aan, &delegatie::replay(events), command.clone(), vandaag)
        })
        .await
    }

    /// Executes one command on what differs from the rule for a dossier.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn execute_afwijking(
        &self,
        wie: &Gebruiker,
        id: DossierId,
        command: afwijking::Command,
    ) -> Result<Versie, ExecuteError> {
        mag::afwijking(wie, &command)?;
        let stroom = StroomId { soort: Stroomsoort::Afwijking, id: id.0 };
        self.beheer(wie, stroom, Onderwerp::default(), |events, vandaag| {
            afwijking::decide(&afwijking::replay(events), command.clone(), vandaag)
        })
        .await
    }

    /// Executes one command on who acts for an account while its owner is away.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn execute_waarneming(
        &self,
        wie: &Gebruiker,
        voor: AccountId,
        command: waarneming::Command,
    ) -> Result<Versie, ExecuteError> {
        mag::waarneming(wie, voor, &command)?;
        self.beheer(wie, waarnemingstroom(voor), Onderwerp::default(), |events, vandaag| {
            waarneming::decide(voor, &waarneming::replay(events), command.clone(), vandaag)
        })
        .await
    }

    /// Everything that was arranged for who acts for an account, oldest first.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]: it is for the owner, the planner and the beheerder.
    pub async fn waarnemingen(
        &self,
        wie: &Gebruiker,
        voor: AccountId,
    ) -> Result<Vec<waarneming::Waarneming>, ExecuteError> {
        mag::eis_regelt_waarneming(wie, voor)?;
        self.eis_in_functie(wie, self.klok.vandaag()).await?;
        let (_, events) = self.laad::<waarneming::Event>(waarnemingstroom(voor)).await?;
        Ok(waarneming::replay(&events).waarnemingen.gegeven)
    }

    /// Executes one command on the own messages: what was read, and how to be told.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn execute_postvak(
        &self,
        wie: &Gebruiker,
        command: postvak::Command,
    ) -> Result<Versie, ExecuteError> {
        let stroom = postvakstroom(wie.account);
        self.beheer(wie, stroom, Onderwerp::default(), |events, _| {
            postvak::decide(&postvak::replay(events), command.clone())
        })
        .await
    }

    /// Asks for an open account that holds the function on a day, entered with a second factor.
    pub(crate) async fn eis_in_functie(
        &self,
        wie: &Gebruiker,
        dag: Datum,
    ) -> Result<(), ExecuteError> {
        let leeg = Dossier::default();
        let bekend = self.omstandigheden(wie, Onderwerp::default(), &leeg, dag).await?;
        Ok(mag::eis_in_functie(&bekend.basis())?)
    }

    pub(crate) async fn beheer<E, F>(
        &self,
        wie: &Gebruiker,
        stroom: StroomId,
        onderwerp: Onderwerp,
        decide: impl Fn(&[E], Datum) -> Result<Vec<E>, F> + Send + Sync,
    ) -> Result<Versie, ExecuteError>
    where
        E: Gebeurtenis + Herkenbaar,
        ExecuteError: From<F>,
    {
        let verzoek = self.verzoek(wie);
        let vandaag = verzoek.vandaag();
        let met_recht = |events: &[E], bekend: Bekend| {
            mag::eis_in_functie(&bekend.basis())?;
            mag::eis_betrokken(wie, &bekend.basis(), onderwerp)?;
            Ok(decide(events, vandaag)?)
        };
        self.herhaal_voor((wie, onderwerp), &verzoek, stroom, met_recht).await
    }
}
