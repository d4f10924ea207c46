//! Looking up: which dossiers there are, who works on them, and the newest data of people.

use wvp_access::Lezer;
use wvp_domain::bevoegdheid::toewijzing::{self, Aan};
use wvp_domain::werkgever::{self, Bedrijf};
use wvp_domain::werknemer::{self, Persoon};
use wvp_domain::{AccountId, Compartiment, DossierId, WerkgeverId, WerknemerId};
use wvp_projections::overzicht;
use wvp_store::{StoreError, StroomId, Stroomsoort, Toegang};

use crate::engine::Engine;
use crate::omstandigheden::{heeft_functie, is_actief};
use crate::volgen::OVERZICHT;

impl Engine {
    /// The overview of every dossier, in order of id.
    ///
    /// For the house itself: rows hold the name of the employee (section A).
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn overzicht(&self) -> Result<Vec<overzicht::Rij>, StoreError> {
        let rijen = self.rijen::<overzicht::Rij>(OVERZICHT).await?;
        Ok(rijen.into_iter().map(|(_, rij)| rij).collect())
    }

    /// Who works on a dossier in person with this hat on, today: in the dossier itself, or for all
    /// dossiers of its employer.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn toegewezene(
        &self,
        dossier: DossierId,
        werkgever: WerkgeverId,
        lezer: Lezer,
    ) -> Result<Option<AccountId>, StoreError> {
        if lezer == Lezer::Werknemer {
            return self.werknemer_in(dossier).await;
        }
        for id in [dossier.0, werkgever.0] {
            let stroom = StroomId { soort: Stroomsoort::Toewijzing, id };
            let (_, events) = self.laad::<toewijzing::Event>(stroom).await?;
            let staat = toewijzing::replay(&events);
            let woord = lezer.to_string();
            let hier = staat.toewijzingen.op(self.klok.vandaag()).filter(|it| it.lezer == woord);
            let personen = hier.filter_map(|it| match it.aan {
                Aan::Account(account) => Some(account),
                Aan::Organisatie(_) => None,
            });
            if let Some(account) = personen.last() {
                return Ok(Some(account));
            }
        }
        Ok(None)
    }

    /// The newest account of the employee of a dossier, who has it by being ill and not by an assignment.
    async fn werknemer_in(&self, dossier: DossierId) -> Result<Option<AccountId>, StoreError> {
        let Some(werknemer) = self.onderwerp_van(dossier).await?.werknemer else { return Ok(None) };
        self.volg_adressen().await?;
        Ok(self.accounts_van(werknemer).await?.pop())
    }

    /// Somebody who holds a function today, whatever dossiers that is for. Looks through all accounts.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn met_functie(&self, lezer: Lezer) -> Result<Option<AccountId>, StoreError> {
        let vandaag = self.klok.vandaag();
        let accounts = self.accounts().await?.into_iter();
        let mut gevonden =
            accounts.filter(|(_, it)| is_actief(it) && heeft_functie(it, lezer, vandaag));
        Ok(gevonden.next().map(|(id, _)| id))
    }

    /// Whether the employee was ever reported ill (R-194: no burgerservicenummer before that).
    pub(crate) async fn is_ziek_gemeld(&self, id: WerknemerId) -> Result<bool, StoreError> {
        self.follow().await?;
        Ok(self.overzicht().await?.iter().any(|rij| rij.werknemer == id))
    }

    /// The newest personal data of an employee.
    pub(crate) async fn persoon(&self, id: WerknemerId) -> Result<Option<Persoon>, StoreError> {
        let toegang = Toegang::tot([Compartiment::A, Compartiment::D]);
        let records = self.records(id.into()).await?;
        let gelezen = self.open::<werknemer::Event>(&records, toegang).await?;
        Ok(gelezen.iter().rev().find_map(|gelezen| match &gelezen.event {
            werknemer::Event::GegevensVastgelegd(e) => e.d.inhoud().cloned(),
            werknemer::Event::BsnVastgelegd(_) => None,
        }))
    }

    /// The burgerservicenummer of an employee.
    pub(crate) async fn bsn(&self, id: WerknemerId) -> Result<Option<String>, StoreError> {
        let toegang = Toegang::tot([Compartiment::A, Compartiment::ABsn]);
        let records = self.records(id.into()).await?;
        let gelezen = self.open::<werknemer::Event>(&records, toegang).await?;
        Ok(gelezen.iter().rev().find_map(|gelezen| match &gelezen.event {
            werknemer::Event::BsnVastgelegd(e) => e.d.inhoud().map(|bsn| bsn.cijfers().to_owned()),
            werknemer::Event::GegevensVastgelegd(_) => None,
        }))
    }

    /// The newest data of an employer.
    pub(crate) async fn bedrijf(&self, id: WerkgeverId) -> Result<Option<Bedrijf>, StoreError> {
        let toegang = Toegang::tot([Compartiment::A, Compartiment::D]);
        let records = self.records(id.into()).await?;
        let gelezen = self.open::<werkgever::Event>(&records, toegang).await?;
        Ok(gelezen.iter().rev().find_map(|gelezen| match &gelezen.event {
            werkgever::Event::GegevensVastgelegd(e) => e.d.inhoud().cloned(),
            werkgever::Event::ProtocolVastgesteld(_) => None,
        }))
    }
}
