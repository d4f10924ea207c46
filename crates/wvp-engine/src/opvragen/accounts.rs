//! Accounts, for whoever keeps or reviews them, and for their owner.

use wvp_access::Lezer;
use wvp_domain::bevoegdheid::gebruiker::{Functie, Gebruiker as Staat, Persoon, RedenBlokkade};
use wvp_domain::bevoegdheid::toewijzing::{self, Aan, Toewijzing};
use wvp_domain::leeslog::Register;
use wvp_domain::{AccountId, Compartiment, Datum};
use wvp_store::{StoreError, StroomId, Stroomsoort};

use super::bladwijzer::Grootte;
use super::noteren::Toon;
use super::rechten::{Geldend, nog_geldig};
use crate::adresboek::Weg;
use crate::beheer::Werkterrein;
use crate::beheergebied::Beheergebied;
use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;
use crate::leeslog::Aanleiding;

/// An account. Has no `Debug`: it holds a name.
pub struct Accountblad {
    /// Which account.
    pub account: AccountId,
    /// Whose; none when that was erased.
    pub persoon: Option<Persoon>,
    /// Functions that hold today or later, each with its end as it is now.
    pub functies: Vec<Geldend<Functie>>,
    /// What bars it.
    pub geblokkeerd: Option<RedenBlokkade>,
    /// Whether a declaration of secrecy was signed.
    pub geheimhouding: bool,
    /// Where it is assigned in person, today or later.
    pub toewijzingen: Vec<(Werkterrein, Geldend<Toewijzing>)>,
}

/// Which accounts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Accountvraag {
    /// After this one; none begins.
    pub na: Option<AccountId>,
    /// How many.
    pub grootte: Grootte,
}

/// Some accounts, with where the next ones begin.
pub struct Accountbladzijde {
    /// The accounts, by number.
    pub accounts: Vec<Accountblad>,
    /// The last of these; none when there are no more.
    pub verder: Option<AccountId>,
}

impl Engine {
    /// One account: the own one, or one of [`Engine::accountlijst`].
    ///
    /// # Errors
    ///
    /// [`ExecuteError::Geweigerd`], and [`ExecuteError::NietGevonden`] when there is no such account.
    pub async fn account_van_iemand(
        &self,
        wie: &Gebruiker,
        id: AccountId,
        aanleiding: &Aanleiding,
    ) -> Result<Accountblad, ExecuteError> {
        let vandaag = self.klok.vandaag();
        if wie.account == id {
            self.eis_in_functie(wie, vandaag).await?;
        } else {
            self.eis_nakijker(wie, vandaag).await?;
        }
        self.volg_adressen().await?;
        let staat = self.account(id).await?;
        let mag = wie.account == id || ziet(wie, &self.beheergebied(wie, vandaag).await?, &staat);
        if staat.registratie.is_none() || !mag {
            self.toon(wie, aanleiding, Toon::open(Register::Account, vec![], [])).await?;
            return Err(ExecuteError::NietGevonden);
        }
        let blad = self.accountblad(id, &staat, vandaag).await?;
        self.toon(wie, aanleiding, toon(std::slice::from_ref(&blad))).await?;
        Ok(blad)
    }

    /// The name of the owner of an account, for the pages of that owner: to be told one's own name is no reading.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn eigen_naam(&self, account: AccountId) -> Result<Option<String>, StoreError> {
        Ok(self.eigenaar_van(account).await?.map(|it| it.naam))
    }

    /// Accounts, by number: for the functioneel beheerder those that the organisation of the hat keeps, or with a
    /// function at what it keeps; for the directie and the functionaris gegevensbescherming those with a function,
    /// now or before, at the own organisation. A page of them.
    ///
    /// # Errors
    ///
    /// [`ExecuteError::Geweigerd`], or when the store fails.
    pub async fn accountlijst(
        &self,
        wie: &Gebruiker,
        vraag: Accountvraag,
        aanleiding: &Aanleiding,
    ) -> Result<Accountbladzijde, ExecuteError> {
        let vandaag = self.klok.vandaag();
        self.eis_nakijker(wie, vandaag).await?;
        self.volg_adressen().await?;
        let gebied = self.beheergebied(wie, vandaag).await?;
        let (mut bladen, mut verder) = (vec![], None);
        for (id, staat) in self.accounts().await? {
            let is_geweest = vraag.na.is_some_and(|na| id <= na);
            if is_geweest || !ziet(wie, &gebied, &staat) {
                continue;
            }
            if bladen.len() == vraag.grootte.regels() {
                verder = bladen.last().map(|blad: &Accountblad| blad.account);
                break;
            }
            bladen.push(self.accountblad(id, &staat, vandaag).await?);
        }
        self.toon(wie, aanleiding, toon(&bladen)).await?;
        Ok(Accountbladzijde { accounts: bladen, verder })
    }

    async fn accountblad(
        &self,
        id: AccountId,
        staat: &Staat,
        vandaag: Datum,
    ) -> Result<Accountblad, StoreError> {
        Ok(Accountblad {
            account: id,
            persoon: self.eigenaar_van(id).await?,
            functies: nog_geldig(&staat.functies, vandaag),
            geblokkeerd: staat.geblokkeerd,
            geheimhouding: staat.geheimhouding.iter().any(|it| it.getekend_op <= vandaag),
            toewijzingen: self.toewijzingen_aan(id, vandaag).await?,
        })
    }

    async fn toewijzingen_aan(
        &self,
        id: AccountId,
        vandaag: Datum,
    ) -> Result<Vec<(Werkterrein, Geldend<Toewijzing>)>, StoreError> {
        let mut alle = vec![];
        for plek in self.kandidaten(Weg::AccountTerrein, id.0).await? {
            let stroom = StroomId { soort: Stroomsoort::Toewijzing, id: plek };
            let (_, events) = self.laad::<toewijzing::Event>(stroom).await?;
            let staat = toewijzing::replay(&events).toewijzingen;
            let mut eigen = nog_geldig(&staat, vandaag);
            eigen.retain(|it| it.recht.aan == Aan::Account(id));
            if !eigen.is_empty() {
                let terrein = self.terrein(plek).await?;
                alle.extend(eigen.into_iter().map(|it| (terrein, it)));
            }
        }
        Ok(alle)
    }
}

/// The functioneel beheerder keeps accounts of others too; the rest looks at colleagues.
fn ziet(wie: &Gebruiker, gebied: &Beheergebied, account: &Staat) -> bool {
    if wie.lezer == Lezer::FunctioneelBeheerder {
        return gebied.kent_account(account);
    }
    gebied.is_collega(account)
}

fn toon(bladen: &[Accountblad]) -> Toon {
    let getoond = bladen.iter().map(|blad| blad.account.0).collect();
    let met_naam = bladen.iter().any(|blad| blad.persoon.is_some());
    let d = met_naam.then_some(Compartiment::D);
    Toon::open(Register::Account, getoond, [Compartiment::A].into_iter().chain(d))
}
