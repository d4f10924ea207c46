//! Looking up: which dossiers there are, and where a person can be reached.

use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::werkgever::{self, Bedrijf, Contact};
use wvp_domain::werknemer::{self, Persoon};
use wvp_domain::{Compartiment, DossierId, Event, WerkgeverId, WerknemerId};
use wvp_projections::overzicht;
use wvp_store::{StoreError, Toegang};

use crate::engine::Engine;
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
        }))
    }

    /// Where the receiver of a reminder can be reached. Without a casemanager the employer is.
    pub(crate) async fn contact(
        &self,
        dossier: DossierId,
        aan: Ontvanger,
    ) -> Result<Option<Contact>, StoreError> {
        let toegang = Toegang::tot([Compartiment::A, Compartiment::D]);
        let records = self.records(dossier.into()).await?;
        let gelezen = self.open::<Event>(&records, toegang).await?;
        let melding = gelezen.iter().find_map(|gelezen| als_partijen(&gelezen.event));
        let Some((werknemer, werkgever)) = melding else { return Ok(None) };
        let casemanager = gelezen.iter().rev().find_map(|gelezen| als_casemanager(&gelezen.event));
        Ok(match (aan, casemanager) {
            (Ontvanger::Casemanager, Some(contact)) => Some(contact),
            (Ontvanger::Casemanager | Ontvanger::Werkgever, _) => {
                self.bedrijf(werkgever).await?.map(|bedrijf| bedrijf.contact)
            }
            (Ontvanger::Bedrijfsarts, _) => {
                self.bedrijf(werkgever).await?.map(|bedrijf| bedrijf.bedrijfsarts)
            }
            (Ontvanger::Werknemer, _) => self.persoon(werknemer).await?.and_then(als_contact),
        })
    }
}

fn als_partijen(event: &Event) -> Option<(WerknemerId, WerkgeverId)> {
    let Event::ZiekmeldingOntvangen(e) = event else { return None };
    Some((e.a.werknemer, e.a.werkgever))
}

fn als_casemanager(event: &Event) -> Option<Contact> {
    let Event::CasemanagerAangewezen(e) = event else { return None };
    let contact = e.d.inhoud()?;
    let email = contact.email.clone()?;
    Some(Contact { naam: e.a.naam.clone(), functie: contact.functie.clone(), email })
}

fn als_contact(persoon: Persoon) -> Option<Contact> {
    let email = persoon.email?;
    Some(Contact { naam: persoon.naam, functie: persoon.functie, email })
}
