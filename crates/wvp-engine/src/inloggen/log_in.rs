//! Logging in with a password.

use tracing::info;
use uuid::Uuid;
use wvp_domain::bevoegdheid::gebruiker::Gebruiker as Account;
use wvp_domain::bevoegdheid::inlog::Inlog;
use wvp_domain::{AccountId, Compartiment};
use wvp_store::StoreError;

use super::geheim::{Geheim, gelijk, hash, helft, uit_hex};
use super::hoeden::{hoeden_van, vereist_tweede_factor};
use super::rem::{self, Merk};
use super::sessies::{Rij, Stadium};
use super::wachtwoord::Wachtwoord;
use super::werkplaats::Klant;
use super::{Ingelogd, InlogFout, Inlogstap};
use crate::engine::Engine;
use crate::omstandigheden::is_actief;
use crate::toeval::willekeurig;

/// An attempt to log in. `Debug` is not there: it would print a password.
#[derive(Clone, Copy)]
pub struct Poging<'a> {
    /// E-mail address.
    pub email: &'a str,
    /// Password.
    pub wachtwoord: &'a str,
    /// Where it comes from: an address, or a hash of it.
    pub van: &'a str,
    /// What the client kept of an earlier log-in.
    pub toestel: Option<&'a str>,
}

/// An account that is never there.
const NIEMAND: AccountId = AccountId(Uuid::nil());

/// Names the client in its secret; the rest proves that the house made it.
const NAAM_BYTES: usize = 16;

impl Engine {
    /// Tries an e-mail address and a password.
    ///
    /// Unknown account, wrong password and blocked account get one and the same answer, after the same work.
    ///
    /// # Errors
    ///
    /// [`InlogFout::Druk`] when more log in at once than this node takes, or when the store fails.
    pub async fn log_in(&self, poging: Poging<'_>) -> Result<Inlogstap, InlogFout> {
        let (merk, kandidaten) = self.accounts_bij(poging.email).await?;
        let id = self.te_proberen(&kandidaten).await?;
        let toestel = self.toestelnaam(id, poging.toestel).await?;
        let telling = rem::Poging { account: merk, van: merk_van(poging.van), toestel };
        if let Err(seconden) = self.inloggen.rem.neem(&telling, self.klok.nu()) {
            info!(account = %id.0, "inlog moet wachten");
            return Ok(Inlogstap::Wacht { seconden });
        }
        let account = self.account(id).await?;
        let (inlog, bewaard) = self.inlog_met_bewaard(id).await?;
        let klant = toestel.map_or(Klant::Vreemd, |_| Klant::Bekend);
        let wachtwoord = Wachtwoord::geprobeerd(poging.wachtwoord);
        let klopt = self.inloggen.werkplaats.klopt(klant, wachtwoord, bewaard.phc).await?;
        if !klopt || !is_actief(&account) {
            info!(account = %id.0, "inlog geweigerd");
            return Ok(Inlogstap::Geweigerd);
        }
        self.inloggen.rem.gelukt(&telling);
        self.na_wachtwoord(id, &account, &inlog, toestel).await
    }

    /// What comes after the password, or after another party said who it is.
    pub(super) async fn na_wachtwoord(
        &self,
        id: AccountId,
        account: &Account,
        inlog: &Inlog,
        toestel: Option<Merk>,
    ) -> Result<Inlogstap, InlogFout> {
        let nu = self.klok.nu();
        let rij = |stadium| Rij { toestel, ..Rij::nieuw(id, stadium, nu, inlog) };
        if inlog.heeft_tweede_factor {
            let geheim = self.open_sessie(&rij(Stadium::WachtOpFactor)).await?;
            return Ok(Inlogstap::NogTweedeFactor(geheim));
        }
        let mut hoeden = hoeden_van(account, self.klok.vandaag()).into_iter();
        if hoeden.any(|hoed| vereist_tweede_factor(hoed.lezer)) {
            let geheim = self.open_sessie(&rij(Stadium::MoetInstellen)).await?;
            return Ok(Inlogstap::MoetTweedeFactorInstellen(geheim));
        }
        let sessie = self.open_sessie(&rij(Stadium::Binnen)).await?;
        Ok(Inlogstap::Ingelogd(self.ingelogd(id, sessie).await?))
    }

    /// The end of logging in.
    pub(super) async fn ingelogd(
        &self,
        account: AccountId,
        sessie: Geheim,
    ) -> Result<Ingelogd, StoreError> {
        info!(account = %account.0, "ingelogd");
        Ok(Ingelogd { sessie, toestel: self.nieuw_toestel(account).await? })
    }

    /// The first account with this address that is open. With none, one that never is: it costs the same.
    async fn te_proberen(&self, kandidaten: &[AccountId]) -> Result<AccountId, StoreError> {
        for id in kandidaten {
            if is_actief(&self.account(*id).await?) {
                return Ok(*id);
            }
        }
        self.account(NIEMAND).await?;
        Ok(NIEMAND)
    }

    /// A secret by which a client is known again on this account.
    async fn nieuw_toestel(&self, account: AccountId) -> Result<Geheim, StoreError> {
        let naam = helft(&willekeurig());
        let bewijs = self.toestelbewijs(account, naam).await?;
        Ok(Geheim::met_begin("", &[naam.as_slice(), &bewijs].concat()))
    }

    /// The name of a client that was logged in on this account before, if it shows that.
    async fn toestelnaam(
        &self,
        account: AccountId,
        getoond: Option<&str>,
    ) -> Result<Option<Merk>, StoreError> {
        let bytes = getoond.and_then(uit_hex::<{ NAAM_BYTES + 32 }>);
        let Some(bytes) = bytes else { return Ok(None) };
        let Some((naam, bewijs)) = bytes.split_first_chunk::<NAAM_BYTES>() else { return Ok(None) };
        let verwacht = self.toestelbewijs(account, *naam).await?;
        Ok(gelijk(bewijs, &verwacht).then_some(*naam))
    }

    async fn toestelbewijs(&self, account: AccountId, naam: Merk) -> Result<[u8; 32], StoreError> {
        let sleutel = self.sleutels.zoeksleutel(Compartiment::D, "inlogtoestel").await?;
        Ok(sleutel.hmac(&[account.0.as_bytes().as_slice(), &naam].concat()))
    }
}

/// What attempts from one place are counted under.
pub(super) fn merk_van(plek: &str) -> Merk {
    helft(&hash(plek.as_bytes()))
}
