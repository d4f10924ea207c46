//! The way in for who has no password: a one-time token, for a new account, after a reset, and for the first
//! administrator of a store.

use tracing::info;
use uuid::Uuid;
use wvp_domain::bevoegdheid::inlog::{Command, Herstel, Uitnodiging, Wachtwoord, Wachtwoordhash};
use wvp_domain::bevoegdheid::{gebruiker, inlog};
use wvp_domain::{AccountId, Geen, Secties};
use wvp_store::Stroomsoort;

use super::InlogFout;
use super::geheim::{Geheim, uit_hex};
use super::in_log::{einde_van_sessies, inlogstroom, nieuw_stuk};
use super::rem;
use super::sessies::{Rij, Stadium};
use super::wachtwoord;
use super::werkplaats::Klant;
use crate::beheer::eis_accountbeheer;
use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;
use crate::omstandigheden::{Onderwerp, is_actief};
use crate::toeval::willekeurig;

/// What a one-time token begins with; the account follows.
const BEGIN: &str = "uit_";
const UUR_MICROS: i64 = 60 * 60 * 1_000_000;
/// How long a token works, in hours.
pub(super) const UREN: i64 = 72;
/// How long that of the first administrator works, in hours: it was printed on a screen.
const UREN_EERSTE: i64 = 24;

/// A token with what is recorded of it.
pub(super) struct Nieuw {
    pub(super) geheim: Geheim,
    hash: inlog::Hash,
    tot: i64,
}

impl Engine {
    /// Makes the first functioneel beheerder of a store without accounts, and a one-time token to set the
    /// password with. None when there is an account already.
    ///
    /// # Errors
    ///
    /// [`InlogFout::Beheer`] when these commands do something else, or when the store fails.
    pub async fn eerste_beheerder(
        &self,
        account: AccountId,
        opdrachten: [gebruiker::Command; 2],
    ) -> Result<Option<Geheim>, InlogFout> {
        if !self.store.stromen(Stroomsoort::Gebruiker, None, 1).await?.is_empty() {
            return Ok(None);
        }
        Ok(Some(self.beheerder_als_huis(account, opdrachten).await?))
    }

    /// Makes the first functioneel beheerder of one more organisation, and a one-time token to set the password
    /// with.
    ///
    /// # Errors
    ///
    /// [`InlogFout::Beheer`] when the organisation has one, or these commands do something else.
    pub async fn beheerder_als_huis(
        &self,
        account: AccountId,
        opdrachten: [gebruiker::Command; 2],
    ) -> Result<Geheim, InlogFout> {
        self.richt_in(account, opdrachten).await?;
        let nieuw = self.nieuwe_uitnodiging(account, UREN_EERSTE);
        self.doe_als_huis(account, nieuw.uitnodiging()).await?;
        Ok(nieuw.geheim)
    }

    /// Invites the owner of a new account: a one-time token to set the password with.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]: it is for the functioneel beheerder, and for who has no password.
    pub async fn nodig_uit(
        &self,
        wie: &Gebruiker,
        account: AccountId,
    ) -> Result<Geheim, ExecuteError> {
        let nieuw = self.nieuwe_uitnodiging(account, UREN);
        self.beheer_inlog(wie, account, nieuw.uitnodiging()).await?;
        Ok(nieuw.geheim)
    }

    /// Takes away every way to log in on an account, and invites its owner again.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]: it is for the functioneel beheerder.
    pub async fn herstel_inlog(
        &self,
        wie: &Gebruiker,
        account: AccountId,
    ) -> Result<Geheim, ExecuteError> {
        let nieuw = self.nieuwe_uitnodiging(account, UREN);
        self.beheer_inlog(wie, account, nieuw.herstel()).await?;
        Ok(nieuw.geheim)
    }

    /// Logs everybody out who is logged in on an account.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]: it is for the functioneel beheerder.
    pub async fn beeindig_sessies(
        &self,
        wie: &Gebruiker,
        account: AccountId,
    ) -> Result<(), ExecuteError> {
        self.beheer_inlog(wie, account, einde_van_sessies()).await
    }

    /// Sets the password of whoever has a one-time token, which is used up by it.
    ///
    /// # Errors
    ///
    /// [`InlogFout::Wachtwoord`], or [`InlogFout::Geweigerd`] when the token works no more.
    pub async fn neem_uitnodiging_aan(
        &self,
        uitnodiging: &str,
        wachtwoord: &str,
    ) -> Result<(), InlogFout> {
        let ongeldig = InlogFout::Geweigerd(inlog::Weigering::UitnodigingOngeldig);
        let Some(account) = account_in(uitnodiging) else { return Err(ongeldig) };
        let hash = Geheim::van(uitnodiging).hash();
        let open = self.inlog_van(account).await?.uitnodiging;
        if open.is_none_or(|(open, tot)| open != hash || self.klok.nu().0 >= tot)
            || !is_actief(&self.account(account).await?)
        {
            return Err(ongeldig);
        }
        let feit = self.wachtwoordfeit(account, wachtwoord).await?;
        self.doe_zelf(account, Command::NeemUitnodigingAan(hash, feit)).await?;
        info!(account = %account.0, "uitnodiging aangenomen");
        Ok(())
    }

    /// Replaces the password, by the owner who shows the old one. Every session ends; this one goes on under
    /// a new secret.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenSessie`], [`InlogFout::Onjuist`], [`InlogFout::Wacht`], [`InlogFout::Wachtwoord`].
    pub async fn verander_wachtwoord(
        &self,
        geheim: &str,
        oud: &str,
        nieuw: &str,
    ) -> Result<Geheim, InlogFout> {
        let lopend = self.binnen(geheim).await?;
        let account = lopend.rij.account();
        let merk = *account.0.as_bytes();
        let telling = rem::Poging { account: merk, van: merk, toestel: None };
        let nu = self.klok.nu();
        self.inloggen.rem.neem(&telling, nu).map_err(|seconden| InlogFout::Wacht { seconden })?;
        let (_, bewaard) = self.inlog_met_bewaard(account).await?;
        let oud = wachtwoord::Wachtwoord::geprobeerd(oud);
        if !self.inloggen.werkplaats.klopt(Klant::Bekend, oud, bewaard.phc).await? {
            return Err(InlogFout::Onjuist);
        }
        self.inloggen.rem.gelukt(&telling);
        let feit = self.wachtwoordfeit(account, nieuw).await?;
        let inlog = self.doe_zelf(account, Command::ZetWachtwoord(feit)).await?;
        let rij = Rij { stadium: Stadium::Binnen, ..lopend.rij.clone() }.in_ronde(&inlog);
        self.wissel(&lopend, &rij).await
    }

    pub(super) async fn wachtwoordfeit(
        &self,
        account: AccountId,
        tekst: &str,
    ) -> Result<Secties<Wachtwoord, Geen, Geen, Wachtwoordhash>, InlogFout> {
        let eigenaar = self.eigenaar_van(account).await?;
        let van = eigenaar.as_ref().map_or(vec![], |it| vec![&*it.naam, &*it.email]);
        let wachtwoord = wachtwoord::Wachtwoord::try_new(tekst, &van)?;
        let phc = self.inloggen.werkplaats.hash(wachtwoord).await?;
        Ok(Secties::proces(Wachtwoord { stuk: nieuw_stuk() }).met_d(Wachtwoordhash { phc }))
    }

    async fn beheer_inlog(
        &self,
        wie: &Gebruiker,
        account: AccountId,
        command: Command,
    ) -> Result<(), ExecuteError> {
        eis_accountbeheer(wie, account)?;
        let gebied = self.beheergebied(wie, self.klok.vandaag()).await?;
        if !gebied.houdt_account(&self.account(account).await?) {
            return Err(ExecuteError::NietGevonden);
        }
        let nu = self.klok.nu().0;
        self.beheer(wie, inlogstroom(account), Onderwerp::default(), |events, vandaag| {
            inlog::decide(&inlog::replay(events), command.clone(), nu, vandaag)
        })
        .await?;
        Ok(())
    }

    pub(super) fn nieuwe_uitnodiging(&self, account: AccountId, uren: i64) -> Nieuw {
        let begin = format!("{BEGIN}{}_", account.0.simple());
        let geheim = Geheim::met_begin(&begin, willekeurig().as_ref());
        let tot = self.klok.nu().0.saturating_add(uren * UUR_MICROS);
        Nieuw { hash: geheim.hash(), geheim, tot }
    }
}

impl Nieuw {
    pub(super) fn uitnodiging(&self) -> Command {
        let a = Uitnodiging { stuk: nieuw_stuk(), hash: self.hash, tot: self.tot };
        Command::MaakUitnodiging(Secties::proces(a))
    }

    pub(super) fn herstel(&self) -> Command {
        let a = Herstel { stuk: nieuw_stuk(), hash: self.hash, tot: self.tot };
        Command::HerstelInlog(Secties::proces(a))
    }
}

/// Whose token it is.
fn account_in(uitnodiging: &str) -> Option<AccountId> {
    let (account, _) = uitnodiging.strip_prefix(BEGIN)?.split_once('_')?;
    uit_hex::<16>(account).map(|bytes| AccountId(Uuid::from_bytes(bytes)))
}
