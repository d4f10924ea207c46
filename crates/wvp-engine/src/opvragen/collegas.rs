//! Whom somebody can name in a form: the people who have a function at the organisation of the hat that is on. An
//! employee of an employer is no colleague in this sense: that somebody has an account as an employee is for nobody
//! else to see, and an employee sees nobody.

use wvp_access::Lezer;
use wvp_domain::AccountId;
use wvp_domain::bevoegdheid::Organisatie;
use wvp_domain::leeslog::Register;
use wvp_store::StoreError;

use super::noteren::Toon;
use crate::adresboek::{Weg, organisatie};
use crate::engine::Engine;
use crate::gebruiker::Gebruiker;
use crate::leeslog::Aanleiding;
use crate::omstandigheden::{is_actief, plekken};

/// Somebody with a function at the same organisation. Has no `Debug`: it holds a name.
pub struct Collega {
    /// Which account.
    pub account: AccountId,
    /// Who it is.
    pub naam: String,
    /// The functions there today, in the words of the access table.
    pub functies: Vec<String>,
}

impl Engine {
    /// The colleagues of this person today, oneself included, by name. The list is one line in the reading log.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn collegas(
        &self,
        wie: &Gebruiker,
        aanleiding: &Aanleiding,
    ) -> Result<Vec<Collega>, StoreError> {
        let vandaag = self.klok.vandaag();
        let zelf = self.account(wie.account).await?;
        let waar = plekken(wie, &zelf, vandaag).first().copied();
        let Some(waar) = waar.filter(|_| wie.lezer != Lezer::Werknemer) else { return Ok(vec![]) };
        self.volg_adressen().await?;
        let mut collegas = vec![];
        for id in self.kandidaten(Weg::OrganisatieAccount, organisatie(waar)).await? {
            collegas.extend(self.collega(AccountId(id), waar).await?);
        }
        collegas.sort_by(|een: &Collega, ander| een.naam.cmp(&ander.naam));
        let getoond = collegas.iter().map(|it| it.account.0).collect();
        self.toon(wie, aanleiding, Toon::open(Register::Account, getoond, [])).await?;
        Ok(collegas)
    }

    async fn collega(
        &self,
        account: AccountId,
        waar: Organisatie,
    ) -> Result<Option<Collega>, StoreError> {
        let staat = self.account(account).await?;
        let (vandaag, werknemer) = (self.klok.vandaag(), Lezer::Werknemer.to_string());
        let hier = staat.functies.op(vandaag).filter(|it| it.organisatie == waar);
        let functies: Vec<String> =
            hier.map(|it| it.lezer.clone()).filter(|it| *it != werknemer).collect();
        if functies.is_empty() || !is_actief(&staat) {
            return Ok(None);
        }
        let eigenaar = self.eigenaar_van(account).await?;
        Ok(eigenaar.map(|it| Collega { account, naam: it.naam, functies }))
    }
}
