//! Ontvangst: who gets a message about a dossier, with which hat on, and where. It follows from the facts of
//! today: who must act, and who acts for them while they are away.

use wvp_access::Lezer;
use wvp_domain::bevoegdheid::waarneming::{self, Waarneming};
use wvp_domain::bevoegdheid::{Organisatie, gebruiker};
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::mijlpaal::ziekmelding::Melding;
use wvp_domain::postvak::{self, Postvak};
use wvp_domain::werkgever::Contact;
use wvp_domain::werknemer::Persoon;
use wvp_domain::{
    AccountId, Categorie, Compartiment, Dossier, DossierId, Event, StukId, WerkgeverId, WerknemerId,
};
use wvp_store::{StoreError, Toegang};

use crate::adresboek::{Weg, postvakstroom, waarnemingstroom};
use crate::auteurschap::is_casemanager;
use crate::engine::Engine;
use crate::omstandigheden::{heeft_functie, is_actief};

/// Where a message goes.
pub(crate) struct Ontvangst {
    /// With which hat on.
    pub(crate) lezer: Lezer,
    pub(crate) contact: Contact,
    /// The account of the receiver, if one is kept here.
    pub(crate) account: Option<AccountId>,
    /// Whether the receiver acts for somebody else.
    pub(crate) neemt_waar: bool,
}

impl Engine {
    /// Who gets a reminder. Without a casemanager who can be reached the employer gets it; so does the
    /// employer for the teamleider, whose account no dossier names. Who is away is left to the substitute.
    /// None when there is no address.
    pub(crate) async fn ontvangst(
        &self,
        id: DossierId,
        staat: &Dossier,
        aan: Ontvanger,
    ) -> Result<Option<Ontvangst>, StoreError> {
        let Some(melding) = staat.ziekmelding.first() else { return Ok(None) };
        let eigen = match self.eigen_ontvangst(id, staat, melding, aan).await? {
            None if aan == Ontvanger::Casemanager => self.van_werkgever(melding.werkgever).await?,
            eigen => eigen,
        };
        let Some(eigen) = eigen else { return Ok(None) };
        let Some(voor) = eigen.account else { return Ok(Some(eigen)) };
        let ander = self.waarnemer(voor, id, eigen.lezer).await?;
        Ok(Some(ander.unwrap_or(eigen)))
    }

    async fn eigen_ontvangst(
        &self,
        id: DossierId,
        staat: &Dossier,
        melding: &Melding,
        aan: Ontvanger,
    ) -> Result<Option<Ontvangst>, StoreError> {
        let (lezer, contact) = match aan {
            Ontvanger::Werkgever | Ontvanger::Teamleider => {
                return self.van_werkgever(melding.werkgever).await;
            }
            Ontvanger::Werknemer => {
                let persoon = self.persoon(melding.werknemer).await?;
                (Lezer::Werknemer, persoon.and_then(als_contact))
            }
            Ontvanger::Bedrijfsarts => {
                let bedrijf = self.bedrijf(melding.werkgever).await?;
                (Lezer::BedrijfsartsStafarts, bedrijf.map(|it| it.bedrijfsarts))
            }
            Ontvanger::Casemanager => {
                (Lezer::CasemanagerZwWgaWvp, self.casemanager(id, staat).await?)
            }
        };
        let Some(contact) = contact else { return Ok(None) };
        let account = self.verantwoordelijke(id, staat, aan).await?.map(|(_, account)| account);
        Ok(Some(Ontvangst { lezer, contact, account, neemt_waar: false }))
    }

    async fn van_werkgever(&self, id: WerkgeverId) -> Result<Option<Ontvangst>, StoreError> {
        let Some(bedrijf) = self.bedrijf(id).await? else { return Ok(None) };
        let account = self.account_bij(id).await?;
        let lezer = Lezer::Werkgever;
        Ok(Some(Ontvangst { lezer, contact: bedrijf.contact, account, neemt_waar: false }))
    }

    /// Whose turn it is, as an account with a hat on; none when no account is kept of them.
    pub(crate) async fn verantwoordelijke(
        &self,
        id: DossierId,
        staat: &Dossier,
        aan: Ontvanger,
    ) -> Result<Option<(Lezer, AccountId)>, StoreError> {
        let Some(melding) = staat.ziekmelding.first() else { return Ok(None) };
        Ok(match aan {
            Ontvanger::Werkgever | Ontvanger::Teamleider => {
                self.account_bij(melding.werkgever).await?.map(|it| (Lezer::Werkgever, it))
            }
            Ontvanger::Werknemer => {
                self.account_van(melding.werknemer).await?.map(|it| (Lezer::Werknemer, it))
            }
            Ontvanger::Bedrijfsarts => self.bedrijfsarts_bij(id, melding.werkgever).await?,
            Ontvanger::Casemanager => self.casemanager_nu(staat).await?,
        })
    }

    async fn account_van(&self, id: WerknemerId) -> Result<Option<AccountId>, StoreError> {
        for account in self.accounts_van(id).await? {
            let staat = self.account(account).await?;
            let eigen = staat.registratie.as_ref().and_then(|it| it.werknemer) == Some(id);
            if eigen && is_actief(&staat) {
                return Ok(Some(account));
            }
        }
        Ok(None)
    }

    async fn account_bij(&self, id: WerkgeverId) -> Result<Option<AccountId>, StoreError> {
        let woord = Lezer::Werkgever.to_string();
        for account in
            self.kandidaten(Weg::OrganisatieAccount, id.0).await?.into_iter().map(AccountId)
        {
            let staat = self.account(account).await?;
            let hier = staat.functies.op(self.klok.vandaag()).any(|functie| {
                functie.lezer == woord && functie.organisatie == Organisatie::Werkgever(id)
            });
            if hier && is_actief(&staat) {
                return Ok(Some(account));
            }
        }
        Ok(None)
    }

    async fn bedrijfsarts_bij(
        &self,
        id: DossierId,
        werkgever: WerkgeverId,
    ) -> Result<Option<(Lezer, AccountId)>, StoreError> {
        for lezer in [Lezer::BedrijfsartsStafarts, Lezer::Bedrijfsarts] {
            if let Some(account) = self.toegewezene(id, werkgever, lezer).await?
                && self.werkt_als(account, lezer).await?
            {
                return Ok(Some((lezer, account)));
            }
        }
        Ok(None)
    }

    async fn casemanager_nu(
        &self,
        staat: &Dossier,
    ) -> Result<Option<(Lezer, AccountId)>, StoreError> {
        let Some(aanwijzing) = staat.casemanager.last() else { return Ok(None) };
        let account = self.account(aanwijzing.account).await?;
        let vandaag = self.klok.vandaag();
        let werkt = |lezer: &Lezer| {
            is_casemanager(*lezer)
                && is_actief(&account)
                && heeft_functie(&account, *lezer, vandaag)
        };
        Ok(Lezer::ALLE.into_iter().find(werkt).map(|lezer| (lezer, aanwijzing.account)))
    }

    /// Who acts for an account on a dossier today, if anybody can be reached.
    async fn waarnemer(
        &self,
        voor: AccountId,
        dossier: DossierId,
        lezer: Lezer,
    ) -> Result<Option<Ontvangst>, StoreError> {
        for waarneming in self.waarnemers_van(voor, dossier).await? {
            let ziet_a = waarneming.categorieen.contains(&Categorie::A);
            if !ziet_a || !self.werkt_als_een_van(waarneming.door, voor).await? {
                continue;
            }
            if let Some(contact) = self.contact_van(waarneming.door).await? {
                let account = Some(waarneming.door);
                return Ok(Some(Ontvangst { lezer, contact, account, neemt_waar: true }));
            }
        }
        Ok(None)
    }

    /// The substitutions of an account that hold on a dossier today.
    pub(crate) async fn waarnemers_van(
        &self,
        voor: AccountId,
        dossier: DossierId,
    ) -> Result<Vec<Waarneming>, StoreError> {
        let (_, events) = self.laad::<waarneming::Event>(waarnemingstroom(voor)).await?;
        let staat = waarneming::replay(&events);
        Ok(staat.op(self.klok.vandaag(), dossier).cloned().collect())
    }

    /// What the owner of an account decided about messages.
    pub(crate) async fn postvak_van(&self, account: AccountId) -> Result<Postvak, StoreError> {
        let (_, events) = self.laad::<postvak::Event>(postvakstroom(account)).await?;
        Ok(postvak::replay(&events))
    }

    pub(crate) async fn werkt_als(
        &self,
        account: AccountId,
        lezer: Lezer,
    ) -> Result<bool, StoreError> {
        let staat = self.account(account).await?;
        Ok(is_actief(&staat) && heeft_functie(&staat, lezer, self.klok.vandaag()))
    }

    /// Whether somebody holds a function today that another holds too, at the same place: what a
    /// substitute needs.
    pub(crate) async fn werkt_als_een_van(
        &self,
        door: AccountId,
        voor: AccountId,
    ) -> Result<bool, StoreError> {
        let (door, voor) = (self.account(door).await?, self.account(voor).await?);
        let vandaag = self.klok.vandaag();
        let gedeeld = voor.functies.op(vandaag).any(|een| {
            door.functies.op(vandaag).any(|ander| {
                (ander.lezer.as_str(), ander.organisatie) == (een.lezer.as_str(), een.organisatie)
            })
        });
        Ok(gedeeld && is_actief(&door) && is_actief(&voor))
    }

    pub(crate) async fn contact_van(
        &self,
        account: AccountId,
    ) -> Result<Option<Contact>, StoreError> {
        let bereikbaar = self.eigenaar_van(account).await?.filter(|it| !it.email.is_empty());
        let contact = |it: gebruiker::Persoon| Contact {
            naam: it.naam,
            functie: String::new(),
            email: it.email,
        };
        Ok(bereikbaar.map(contact))
    }

    /// Whose account it is, if it is kept here.
    pub(crate) async fn eigenaar_van(
        &self,
        account: AccountId,
    ) -> Result<Option<gebruiker::Persoon>, StoreError> {
        let toegang = Toegang::tot([Compartiment::A, Compartiment::D]);
        let records = self.records(account.into()).await?;
        let gelezen = self.open::<gebruiker::Event>(&records, toegang).await?;
        Ok(gelezen.iter().find_map(|it| {
            let gebruiker::Event::AccountGeregistreerd(e) = &it.event else { return None };
            e.d.inhoud().cloned()
        }))
    }

    /// The casemanager who is appointed now, never one before.
    async fn casemanager(
        &self,
        id: DossierId,
        staat: &Dossier,
    ) -> Result<Option<Contact>, StoreError> {
        let Some(aanwijzing) = staat.casemanager.last() else { return Ok(None) };
        // Who left the function hears no more of it. An account that is not kept here cannot
        // have left.
        let is_bekend = self.account(aanwijzing.account).await?.registratie.is_some();
        if is_bekend && self.casemanager_nu(staat).await?.is_none() {
            return Ok(None);
        }
        let toegang = Toegang::tot([Compartiment::A, Compartiment::D]);
        let gelezen = self.open::<Event>(&self.records(id.into()).await?, toegang).await?;
        Ok(gelezen.iter().find_map(|gelezen| als_casemanager(&gelezen.event, aanwijzing.stuk)))
    }
}

fn als_casemanager(event: &Event, stuk: StukId) -> Option<Contact> {
    let Event::CasemanagerAangewezen(e) = event else { return None };
    let contact = e.d.inhoud().filter(|_| e.a.stuk == stuk)?;
    let email = contact.email.clone()?;
    Some(Contact { naam: e.a.naam.clone(), functie: contact.functie.clone(), email })
}

fn als_contact(persoon: Persoon) -> Option<Contact> {
    let email = persoon.email?;
    Some(Contact { naam: persoon.naam, functie: persoon.functie, email })
}
