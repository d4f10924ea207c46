//! Beheergebied: what one organisation keeps. The tenant of a request, as a type.
//!
//! Several arbodiensten, employers and insurers share an installation and must not notice. Whoever keeps accounts,
//! assigns work or supervises does so for the organisation of the hat that is on, for the organisations that one
//! keeps, and for nothing else. What keeps what are facts (`wvp_domain::bevoegdheid::beheer`). An organisation that
//! is of nobody yet is kept by whose beheerder records the first thing about it: its number was made up there.

use std::collections::BTreeSet;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::beheer::{self, Beheer, Beheerd};
use wvp_domain::bevoegdheid::gebruiker::{self, Gebruiker as Account};
use wvp_domain::bevoegdheid::{Geldigheid, Organisatie};
use wvp_domain::{Datum, DossierId, Secties, StukId, WerkgeverId, WerknemerId, replay};
use wvp_store::{StoreError, StroomId, Stroomsoort, Versie};

use crate::adresboek::{Weg, organisatie};
use crate::beheer::{Werkterrein, geweigerd};
use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;
use crate::laden::alleen_a;
use crate::omstandigheden::{Onderwerp, plekken};
use crate::opvragen::{Geldend, nog_geldig};
use crate::uitvoeren::afgeleid_id;

/// An organisation with the organisations it keeps today.
pub(crate) struct Beheergebied {
    /// The organisation of the hat.
    pub(crate) van: Organisatie,
    houdt: BTreeSet<Uuid>,
}

impl Beheergebied {
    /// Whether an organisation is kept here. Every organisation keeps itself.
    pub(crate) fn omvat(&self, ander: Organisatie) -> bool {
        ander == self.van || self.houdt.contains(&organisatie(ander))
    }

    /// Whether an account is kept here: who may block it, and let its owner log in again.
    pub(crate) fn houdt_account(&self, account: &Account) -> bool {
        account.ondergebracht_bij().is_some_and(|bij| self.omvat(bij))
    }

    /// Whether an account is kept here, or has or had a function here.
    pub(crate) fn kent_account(&self, account: &Account) -> bool {
        self.houdt_account(account)
            || account.functies.gegeven.iter().any(|functie| self.omvat(functie.organisatie))
    }

    /// Whether somebody has, or had, a function at the organisation itself.
    pub(crate) fn is_collega(&self, account: &Account) -> bool {
        account.functies.gegeven.iter().any(|functie| functie.organisatie == self.van)
    }

    /// The numbers of the organisations that are kept beside the own one.
    pub(crate) fn anderen(&self) -> Vec<Uuid> {
        let eigen = organisatie(self.van);
        self.houdt.iter().copied().filter(|it| *it != eigen).collect()
    }

    /// What may be an employer of all that is kept, by number.
    pub(crate) fn werkgevers(&self) -> BTreeSet<WerkgeverId> {
        let alle = self.houdt.iter().copied().chain([organisatie(self.van)]);
        alle.map(WerkgeverId).collect()
    }
}

/// Functions whose work goes beyond the dossiers they are assigned to: for all that their organisation keeps.
pub(crate) fn is_ambt(lezer: Lezer) -> bool {
    matches!(
        lezer,
        Lezer::FunctioneelBeheerder
            | Lezer::Planner
            | Lezer::Directeur
            | Lezer::MedischManager
            | Lezer::FunctionarisGegevensbescherming
    )
}

/// The stream of who keeps an organisation.
pub(crate) fn beheerstroom(van: Uuid) -> StroomId {
    StroomId { soort: Stroomsoort::Beheer, id: van }
}

/// An organisation begins to keep one. The number follows from both, so that the same act is the same fact.
pub(crate) fn begin_van_beheer(welke: Uuid, aan: Organisatie, vandaag: Datum) -> beheer::Command {
    let stuk = StukId(afgeleid_id(beheerstroom(welke), organisatie(aan).as_bytes()));
    let a = Beheer { stuk, aan, geldig: Geldigheid::vanaf(vandaag) };
    beheer::Command::KenBeheerToe(Secties::proces(a))
}

impl Engine {
    /// What the organisation of this hat keeps.
    ///
    /// # Errors
    ///
    /// [`ExecuteError::Geweigerd`] for who has the function nowhere, or at several places and chose none.
    pub(crate) async fn beheergebied(
        &self,
        wie: &Gebruiker,
        vandaag: Datum,
    ) -> Result<Beheergebied, ExecuteError> {
        let account = self.account(wie.account).await?;
        let Some(van) = plekken(wie, &account, vandaag).first().copied() else {
            let uitleg = "Kies eerst voor welke organisatie u werkt.";
            return Err(geweigerd("R-287", uitleg).into());
        };
        self.volg_adressen().await?;
        let mut houdt = BTreeSet::new();
        for ander in self.kandidaten(Weg::BeheerderOrganisatie, organisatie(van)).await? {
            if self.beheerd(ander).await?.is_van(van, vandaag) {
                houdt.insert(ander);
            }
        }
        Ok(Beheergebied { van, houdt })
    }

    async fn beheerd(&self, van: Uuid) -> Result<Beheerd, StoreError> {
        let (_, events) = self.laad::<beheer::Event>(beheerstroom(van)).await?;
        Ok(beheer::replay(&events))
    }

    /// Whether an employer is kept by the organisation of this hat; not for who has the function nowhere.
    pub(crate) async fn houdt_werkgever(
        &self,
        wie: &Gebruiker,
        id: WerkgeverId,
        vandaag: Datum,
    ) -> bool {
        let gebied = self.beheergebied(wie, vandaag).await;
        gebied.is_ok_and(|it| it.omvat(Organisatie::Werkgever(id)))
    }

    /// Whether the employer of a dossier is kept here; not of one that is not there.
    pub(crate) async fn houdt_dossier(
        &self,
        gebied: &Beheergebied,
        id: DossierId,
    ) -> Result<bool, StoreError> {
        let werkgever = self.onderwerp_van(id).await?.werkgever;
        Ok(werkgever.is_some_and(|it| gebied.omvat(Organisatie::Werkgever(it))))
    }

    /// Whether the place with this number is kept here: a dossier or an employer.
    pub(crate) async fn houdt_terrein(
        &self,
        gebied: &Beheergebied,
        id: Uuid,
    ) -> Result<bool, StoreError> {
        match self.terrein(id).await? {
            Werkterrein::Dossier(id) => self.houdt_dossier(gebied, id).await,
            Werkterrein::Werkgever(id) => Ok(gebied.omvat(Organisatie::Werkgever(id))),
        }
    }

    /// Whether every employer that reports on an employee is kept here. Of an employee of whom nothing is known
    /// nothing can be seen either.
    pub(crate) async fn houdt_werknemer(
        &self,
        gebied: &Beheergebied,
        id: WerknemerId,
    ) -> Result<bool, StoreError> {
        self.volg_adressen().await?;
        let mut werkgevers: Vec<_> = self.werkgever_van(id).await?.into_iter().collect();
        for dossier in self.kandidaten(Weg::WerknemerDossier, id.0).await? {
            werkgevers.extend(self.onderwerp_van(DossierId(dossier)).await?.werkgever);
        }
        Ok(werkgevers.into_iter().all(|it| gebied.omvat(Organisatie::Werkgever(it))))
    }

    /// Whom and what a dossier is about; nothing when it is not there.
    pub(crate) async fn onderwerp_van(&self, id: DossierId) -> Result<Onderwerp, StoreError> {
        let records = self.records(id.into()).await?;
        let feiten = self.open::<wvp_domain::Event>(&records, alleen_a()).await?;
        let staat = replay(feiten.iter().map(|it| &it.event));
        Ok(Onderwerp::dossier(id, &staat, None))
    }

    /// Asks that an organisation is kept here, and begins to keep one that is of nobody.
    ///
    /// # Errors
    ///
    /// [`ExecuteError::NietGevonden`] when another one keeps it.
    pub(crate) async fn eis_in_beheer(
        &self,
        wie: &Gebruiker,
        gebied: &Beheergebied,
        welke: Organisatie,
    ) -> Result<(), ExecuteError> {
        if gebied.omvat(welke) {
            return Ok(());
        }
        if wie.lezer != Lezer::FunctioneelBeheerder {
            return Err(ExecuteError::NietGevonden);
        }
        let command = begin_van_beheer(organisatie(welke), gebied.van, self.klok.vandaag());
        self.beheer_van(wie, organisatie(welke), command, Beheerd::is_van_niemand).await?;
        Ok(())
    }

    /// Executes one command on who keeps an organisation: for the functioneel beheerder of one that keeps it, and
    /// for an employer about its own.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]; [`ExecuteError::NietGevonden`] when another organisation keeps it.
    pub async fn execute_beheer(
        &self,
        wie: &Gebruiker,
        welke: Organisatie,
        command: beheer::Command,
    ) -> Result<Versie, ExecuteError> {
        if !matches!(wie.lezer, Lezer::FunctioneelBeheerder | Lezer::Werkgever) {
            let uitleg = "Wie een organisatie beheert, bepaalt de beheerder of de werkgever zelf.";
            return Err(geweigerd("R-291", uitleg).into());
        }
        let vandaag = self.klok.vandaag();
        let gebied = self.beheergebied(wie, vandaag).await?;
        if matches!(command, beheer::Command::KenBeheerToe(_)) {
            self.eis_in_beheer(wie, &gebied, welke).await?;
        }
        let houdt = |staat: &Beheerd| gebied.van == welke || staat.is_van(gebied.van, vandaag);
        self.beheer_van(wie, organisatie(welke), command, houdt).await
    }

    /// Who keeps an organisation, today or later: for who may change it.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]; [`ExecuteError::NietGevonden`] when another organisation keeps it.
    pub async fn beheerders(
        &self,
        wie: &Gebruiker,
        welke: Organisatie,
    ) -> Result<Vec<Geldend<Beheer>>, ExecuteError> {
        let vandaag = self.klok.vandaag();
        self.eis_in_functie(wie, vandaag).await?;
        let bepaalt = matches!(wie.lezer, Lezer::FunctioneelBeheerder | Lezer::Werkgever);
        if !bepaalt || !self.beheergebied(wie, vandaag).await?.omvat(welke) {
            return Err(ExecuteError::NietGevonden);
        }
        Ok(nog_geldig(&self.beheerd(organisatie(welke)).await?.beheer, vandaag))
    }

    async fn beheer_van(
        &self,
        wie: &Gebruiker,
        van: Uuid,
        command: beheer::Command,
        mag: impl Fn(&Beheerd) -> bool + Send + Sync,
    ) -> Result<Versie, ExecuteError> {
        let stroom = beheerstroom(van);
        self.beheer(wie, stroom, Onderwerp::default(), |events: &[beheer::Event], vandaag| {
            let staat = beheer::replay(events);
            if !mag(&staat) {
                return Err(ExecuteError::NietGevonden);
            }
            Ok(beheer::decide(&staat, command.clone(), vandaag)?)
        })
        .await
    }

    /// Asks that somebody may do this with an account for the organisation of the hat.
    ///
    /// # Errors
    ///
    /// [`ExecuteError::NietGevonden`] when the account, or where the function is, is kept elsewhere.
    pub(crate) async fn eis_eigen_account(
        &self,
        wie: &Gebruiker,
        account: &Account,
        command: &gebruiker::Command,
    ) -> Result<Beheergebied, ExecuteError> {
        let gebied = self.beheergebied(wie, self.klok.vandaag()).await?;
        let mag = match command {
            gebruiker::Command::RegistreerAccount(c) => {
                let is_vrij = account.registratie.is_none() || gebied.kent_account(account);
                is_vrij
                    && match c.a.werknemer {
                        Some(werknemer) => self.houdt_werknemer(&gebied, werknemer).await?,
                        None => true,
                    }
            }
            gebruiker::Command::KenFunctieToe(c) => {
                self.eis_in_beheer(wie, &gebied, c.a.organisatie).await?;
                true
            }
            gebruiker::Command::BeeindigFunctie(c) => {
                let mut functies = account.functies.gegeven.iter();
                let functie = functies.find(|it| it.stuk == c.a.recht);
                functie.map_or(gebied.kent_account(account), |it| gebied.omvat(it.organisatie))
            }
            gebruiker::Command::BevestigRecht(_) => gebied.kent_account(account),
            gebruiker::Command::TekenGeheimhouding(_)
            | gebruiker::Command::BlokkeerAccount(_)
            | gebruiker::Command::HefBlokkadeOp(_)
            | gebruiker::Command::BrengOnder(_) => gebied.houdt_account(account),
        };
        if mag { Ok(gebied) } else { Err(ExecuteError::NietGevonden) }
    }
}
