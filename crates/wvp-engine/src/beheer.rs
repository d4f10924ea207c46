//! Beheer: who gives and takes rights. The same way in as every command: may this person, decide,
//! seal, append.

pub(crate) mod mag;

use wvp_access::Lezer;
use wvp_domain::bevoegdheid::gebruiker::Onderbrenging;
use wvp_domain::bevoegdheid::{
    Organisatie, Rechten, Weigering, afwijking, beheer, delegatie, gebruiker, toestemming,
    toewijzing, waarneming,
};
use wvp_domain::{
    AccountId, Datum, Dossier, DossierId, Secties, StukId, WerkgeverId, WerknemerId, postvak,
};
use wvp_store::{Auteur, Gebeurtenis, Kop, StroomId, Stroomsoort, Versie};

use crate::adresboek::{organisatie, postvakstroom, waarnemingstroom};
use crate::beheergebied::{begin_van_beheer, beheerstroom, is_ambt};
use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;
use crate::herkenning::Herkenbaar;
use crate::leeslog::Aanleiding;
use crate::omstandigheden::{Bekend, Onderwerp};
use crate::opvragen::{Collega, Geldend, nog_geldig};
use crate::toeval::nieuw_id;
use crate::uitvoeren::afgeleid_id;

pub use mag::{beheert_accounts, doet_aan_delegatie, doet_aan_toewijzing};
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
    /// Appoints the first functioneel beheerder of an organisation: the house's own act, for whoever holds the
    /// keys. From then on the organisation keeps itself. Twice is fine; another account later is refused, and so
    /// is an organisation that another one keeps.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn richt_in(
        &self,
        account: AccountId,
        opdrachten: [gebruiker::Command; 2],
    ) -> Result<(), ExecuteError> {
        let van = mag::inrichten(&opdrachten)?;
        let eigen = StroomId::from(account);
        let (versie, events) = self.laad::<beheer::Event>(beheerstroom(organisatie(van))).await?;
        let beheerd = beheer::replay(&events);
        if self.records(eigen).await?.is_empty() && !beheerd.is_van_niemand() {
            return Err(mag::geweigerd("R-291", "Deze organisatie heeft al een beheerder.").into());
        }
        let huis = Auteur {
            account: AccountId(uuid::Uuid::nil()),
            partij: "huis".to_owned(),
            functie: "inrichting".to_owned(),
        };
        let verzoek = self.verzoek_van(Kop { door: huis, namens: None, verzoek: nieuw_id() });
        let zelf = begin_van_beheer(organisatie(van), van, verzoek.vandaag());
        if beheerd.is_van_niemand() {
            let nieuw = beheer::decide(&beheerd, zelf, verzoek.vandaag())?;
            let stroom = beheerstroom(organisatie(van));
            self.leg_vast(stroom, versie, &verzoek, &nieuw, vec![]).await?;
        }
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
        let gebied = self.eis_eigen_account(wie, &self.account(id).await?, &command).await?;
        let ondergebracht = Onderbrenging {
            stuk: StukId(afgeleid_id(id.into(), b"ondergebracht")),
            bij: gebied.van,
        };
        self.beheer(wie, id.into(), Onderwerp::default(), |events, vandaag| {
            let mut nieuw =
                gebruiker::decide(&gebruiker::replay(events), command.clone(), vandaag)?;
            if let [gebruiker::Event::AccountGeregistreerd(_)] = nieuw.as_slice() {
                let bij = Secties::proces(ondergebracht.clone());
                nieuw.push(gebruiker::Event::AccountOndergebracht(bij));
            }
            Ok::<_, Weigering>(nieuw)
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
        mag::toewijzing(wie, terrein, &command)?;
        let (id, onderwerp) = match terrein {
            Werkterrein::Dossier(id) => (id.0, self.onderwerp_van(id).await?),
            Werkterrein::Werkgever(id) => {
                // Who gives begins to keep; there is nothing to end at an employer of nobody.
                if is_ambt(wie.lezer) && mag::geeft(&command) {
                    let gebied = self.beheergebied(wie, self.klok.vandaag()).await?;
                    self.eis_in_beheer(wie, &gebied, Organisatie::Werkgever(id)).await?;
                }
                (id.0, Onderwerp { werkgever: Some(id), ..Onderwerp::default() })
            }
        };
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
        if wie.lezer == Lezer::FunctioneelBeheerder {
            self.eis_kent(wie, [aan]).await?;
        }
        let stroom = StroomId { soort: Stroomsoort::Delegatie, id: aan.0 };
        self.beheer(wie, stroom, Onderwerp::default(), |events, vandaag| {
            let staat = delegatie::replay(events);
            mag::eis_eigen_delegatie(wie, &staat, &command)?;
            Ok::<_, ExecuteError>(delegatie::decide(aan, &staat, command.clone(), vandaag)?)
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
        let onderwerp = self.onderwerp_van(id).await?;
        self.beheer(wie, stroom, onderwerp, |events, vandaag| {
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
        if wie.account != voor {
            let door = match &command {
                waarneming::Command::RegelWaarneming(c) => Some(c.a.door),
                waarneming::Command::BeeindigWaarneming(_) => None,
            };
            self.eis_kent(wie, [Some(voor), door].into_iter().flatten()).await?;
        }
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
        Ok(self.geregeld_voor(wie, voor).await?.gegeven)
    }

    /// Who acts for an account today or later, each with the days on which that holds now.
    ///
    /// # Errors
    ///
    /// As of [`Engine::waarnemingen`].
    pub async fn waarnemers(
        &self,
        wie: &Gebruiker,
        voor: AccountId,
    ) -> Result<Vec<Geldend<waarneming::Waarneming>>, ExecuteError> {
        Ok(nog_geldig(&self.geregeld_voor(wie, voor).await?, self.klok.vandaag()))
    }

    /// The colleagues of this person, with who acts for them today or later: for the planner and the beheerder.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn collegas_met_waarnemers(
        &self,
        wie: &Gebruiker,
        aanleiding: &Aanleiding,
    ) -> Result<Vec<(Collega, Vec<Geldend<waarneming::Waarneming>>)>, ExecuteError> {
        let vandaag = self.klok.vandaag();
        mag::eis_regelt_voor_anderen(wie)?;
        self.eis_in_functie(wie, vandaag).await?;
        let mut alle = vec![];
        for collega in self.collegas(wie, aanleiding).await? {
            let stroom = waarnemingstroom(collega.account);
            let (_, events) = self.laad::<waarneming::Event>(stroom).await?;
            let staat = waarneming::replay(&events).waarnemingen;
            alle.push((collega, nog_geldig(&staat, vandaag)));
        }
        Ok(alle)
    }

    async fn geregeld_voor(
        &self,
        wie: &Gebruiker,
        voor: AccountId,
    ) -> Result<Rechten<waarneming::Waarneming>, ExecuteError> {
        mag::eis_regelt_waarneming(wie, voor)?;
        self.eis_in_functie(wie, self.klok.vandaag()).await?;
        if wie.account != voor {
            self.eis_kent(wie, [voor]).await?;
        }
        let (_, events) = self.laad::<waarneming::Event>(waarnemingstroom(voor)).await?;
        Ok(waarneming::replay(&events).waarnemingen)
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

    /// Asks that these accounts are kept by the organisation of the hat, or have or had a function there.
    async fn eis_kent(
        &self,
        wie: &Gebruiker,
        accounts: impl IntoIterator<Item = AccountId> + Send,
    ) -> Result<(), ExecuteError> {
        let gebied = self.beheergebied(wie, self.klok.vandaag()).await?;
        for id in accounts.into_iter().collect::<Vec<_>>() {
            if !gebied.kent_account(&self.account(id).await?) {
                return Err(ExecuteError::NietGevonden);
            }
        }
        Ok(())
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
            mag::eis_betrokken(wie, &bekend, onderwerp)?;
            Ok(decide(events, vandaag)?)
        };
        self.herhaal_voor((wie, onderwerp), &verzoek, stroom, met_recht).await
    }
}
