//! Which organisations somebody can name in a form about rights: the own one, and those that it keeps. No data of
//! anybody: it is no line in a log.

use std::collections::BTreeSet;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::Organisatie;
use wvp_domain::bevoegdheid::gebruiker::Functie;
use wvp_domain::{AccountId, OrganisatieId, WerkgeverId};
use wvp_store::StoreError;

use crate::adresboek::{Weg, organisatie};
use crate::beheergebied::is_ambt;
use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;

/// An organisation that is kept here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisatieblad {
    /// Which.
    pub organisatie: Organisatie,
    /// Whether it is the one of the hat.
    pub is_eigen: bool,
    /// The functions that somebody has there today, in the words of the access table.
    pub functies: BTreeSet<String>,
}

impl Engine {
    /// The organisation of this hat and those that it keeps: for who arranges rights there; for anybody else none.
    ///
    /// # Errors
    ///
    /// [`ExecuteError::Geweigerd`], or when the store fails.
    pub async fn organisaties(
        &self,
        wie: &Gebruiker,
    ) -> Result<Vec<Organisatieblad>, ExecuteError> {
        let vandaag = self.klok.vandaag();
        if !is_ambt(wie.lezer) && wie.lezer != Lezer::Werkgever {
            return Ok(vec![]);
        }
        self.eis_in_functie(wie, vandaag).await?;
        let gebied = self.beheergebied(wie, vandaag).await?;
        let eigen = Organisatieblad {
            organisatie: gebied.van,
            is_eigen: true,
            functies: woorden(&self.functies_bij(organisatie(gebied.van)).await?),
        };
        let mut bladen = vec![eigen];
        for ander in gebied.anderen() {
            bladen.push(self.organisatieblad(ander).await?);
        }
        Ok(bladen)
    }

    /// What kind of organisation has this number follows from what is recorded about it.
    async fn organisatieblad(&self, id: Uuid) -> Result<Organisatieblad, StoreError> {
        let functies = self.functies_bij(id).await?;
        let organisatie = if self.is_er(WerkgeverId(id).into()).await? {
            Organisatie::Werkgever(WerkgeverId(id))
        } else {
            let van_een_functie = functies.first().map(|it| it.organisatie);
            van_een_functie.unwrap_or(Organisatie::Overig(OrganisatieId(id)))
        };
        Ok(Organisatieblad { organisatie, is_eigen: false, functies: woorden(&functies) })
    }

    /// The functions that anybody has there today.
    async fn functies_bij(&self, id: Uuid) -> Result<Vec<Functie>, StoreError> {
        let mut functies = vec![];
        for account in self.kandidaten(Weg::OrganisatieAccount, id).await? {
            let staat = self.account(AccountId(account)).await?;
            let van_vandaag = staat.functies.op(self.klok.vandaag());
            functies.extend(van_vandaag.filter(|it| organisatie(it.organisatie) == id).cloned());
        }
        Ok(functies)
    }
}

fn woorden(functies: &[Functie]) -> BTreeSet<String> {
    functies.iter().map(|it| it.lezer.clone()).collect()
}
