//! What whoever is at the machine and holds the keys may do with a log-in, without one.

use wvp_domain::bevoegdheid::inlog::{Command, TotpGeheim, TweedeFactor};
use wvp_domain::{AccountId, Secties};

use super::factor::{GEHEIM_BYTES, instellen};
use super::geheim::Geheim;
use super::in_log::nieuw_stuk;
use super::uitnodigen::UREN;
use super::{InlogFout, Instellen};
use crate::engine::Engine;
use crate::omstandigheden::is_actief;

impl Engine {
    /// Invites the owner of an account.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenAccount`] when the account is not open, [`InlogFout::Geweigerd`] when it has a
    /// password: then it must be reset.
    pub async fn nodig_uit_als_huis(&self, account: AccountId) -> Result<Geheim, InlogFout> {
        self.eis_account(account).await?;
        let nieuw = self.nieuwe_uitnodiging(account, UREN);
        self.doe_als_huis(account, nieuw.uitnodiging()).await?;
        Ok(nieuw.geheim)
    }

    /// Takes away every way to log in on an account, and invites its owner again.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenAccount`] when the account is not open.
    pub async fn herstel_inlog_als_huis(&self, account: AccountId) -> Result<Geheim, InlogFout> {
        self.eis_account(account).await?;
        let nieuw = self.nieuwe_uitnodiging(account, UREN);
        self.doe_als_huis(account, nieuw.herstel()).await?;
        Ok(nieuw.geheim)
    }

    /// Gives an account a password and a second factor that are known beforehand, where it has none: for a
    /// demo, where nobody sets them up.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenAccount`], [`InlogFout::Wachtwoord`].
    pub async fn geef_inlog_als_huis(
        &self,
        account: AccountId,
        wachtwoord: &str,
        totp: [u8; GEHEIM_BYTES],
    ) -> Result<Instellen, InlogFout> {
        self.eis_account(account).await?;
        let staat = self.inlog_van(account).await?;
        if !staat.heeft_wachtwoord {
            let feit = self.wachtwoordfeit(account, wachtwoord).await?;
            self.doe_als_huis(account, Command::ZetWachtwoord(feit)).await?;
        }
        if !staat.heeft_tweede_factor {
            let feit = Secties::proces(TweedeFactor { stuk: nieuw_stuk() })
                .met_d(TotpGeheim { geheim: totp.to_vec() });
            self.doe_als_huis(account, Command::ZetTweedeFactor(feit, vec![])).await?;
        }
        instellen(account, &totp)
    }

    async fn eis_account(&self, account: AccountId) -> Result<(), InlogFout> {
        if is_actief(&self.account(account).await?) { Ok(()) } else { Err(InlogFout::GeenAccount) }
    }
}
