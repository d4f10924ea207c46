//! Logging in through another party that says who somebody is (OpenID Connect). Who asked that party and
//! checked its signature calls this; here it is only held against the links that owners made.

use tracing::info;
use wvp_domain::bevoegdheid::inlog::{self, Command, Ontkoppeling};
use wvp_domain::{Secties, StukId};

use super::in_log::nieuw_stuk;
use super::sessies::{Lopend, Rij, Stadium};
use super::{InlogFout, Inlogstap};
use crate::engine::Engine;
use crate::omstandigheden::is_actief;

/// How long after logging in a link can be made: a quarter of an hour, in microseconds. The round at the other party
/// is within it.
const PAS_INGELOGD: i64 = 15 * 60 * 1_000_000;

/// Who somebody is at another party. `Debug` is not there: it would print who.
#[derive(Clone, Copy)]
pub struct Gekoppeld<'a> {
    /// The address under which that party signs (`iss`).
    pub uitgever: &'a str,
    /// The name that party knows the person by (`sub`).
    pub onderwerp: &'a str,
    /// Whether that party asked for a second factor.
    pub tweede_factor: bool,
}

impl Engine {
    /// Links the account of a session to a person at another party.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenSessie`], [`InlogFout::TeLangGeleden`], or when the store fails.
    pub async fn koppel(&self, geheim: &str, elders: Gekoppeld<'_>) -> Result<StukId, InlogFout> {
        let lopend = self.pas_binnen(geheim).await?;
        let stuk = nieuw_stuk();
        let a = inlog::Koppeling { stuk, uitgever: elders.uitgever.to_owned() };
        let d = inlog::Onderwerp { onderwerp: elders.onderwerp.to_owned() };
        let koppeling = Command::KoppelInlog(Secties::proces(a).met_d(d));
        self.doe_zelf(lopend.rij.account(), koppeling).await?;
        Ok(stuk)
    }

    /// Asks that whoever has this session proved a moment ago who that is: a session that somebody else got hold of
    /// must not become a way in that stays.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenSessie`], [`InlogFout::TeLangGeleden`], or when the store fails.
    pub async fn eis_pas_ingelogd(&self, geheim: &str) -> Result<(), InlogFout> {
        self.pas_binnen(geheim).await.map(|_| ())
    }

    async fn pas_binnen(&self, geheim: &str) -> Result<Lopend, InlogFout> {
        let lopend = self.binnen(geheim).await?;
        let sinds = self.klok.nu().0.saturating_sub(lopend.rij.gemaakt);
        if sinds <= PAS_INGELOGD { Ok(lopend) } else { Err(InlogFout::TeLangGeleden) }
    }

    /// Through which other parties the owner of a session may log in.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenSessie`], or when the store fails.
    pub async fn koppelingen(&self, geheim: &str) -> Result<Vec<inlog::Koppeling>, InlogFout> {
        Ok(self.binnen(geheim).await?.inlog.koppelingen)
    }

    /// Ends a link.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenSessie`], or when there is no such link.
    pub async fn ontkoppel(&self, geheim: &str, koppeling: StukId) -> Result<(), InlogFout> {
        let lopend = self.binnen(geheim).await?;
        let a = Ontkoppeling { stuk: nieuw_stuk(), koppeling };
        let einde = Command::OntkoppelInlog(Secties::proces(a));
        self.doe_zelf(lopend.rij.account(), einde).await?;
        Ok(())
    }

    /// Logs in whoever was linked to this person at another party.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn log_in_gekoppeld(&self, elders: Gekoppeld<'_>) -> Result<Inlogstap, InlogFout> {
        for kandidaat in self.accounts_elders(elders.uitgever, elders.onderwerp).await? {
            let id = kandidaat.account;
            let account = self.account(id).await?;
            let inlog = self.inlog_van(id).await?;
            let geldt = inlog.koppelingen.iter().any(|it| it.stuk == kandidaat.koppeling);
            if !geldt || !is_actief(&account) {
                continue;
            }
            if !elders.tweede_factor {
                return self.na_wachtwoord(id, &account, &inlog, None).await;
            }
            let rij = Rij::nieuw(id, Stadium::Binnen, self.klok.nu(), &inlog);
            let sessie = self.open_sessie(&Rij { tweede_factor: true, ..rij }).await?;
            return Ok(Inlogstap::Ingelogd(self.ingelogd(id, sessie).await?));
        }
        info!("inlog van elders geweigerd");
        Ok(Inlogstap::Geweigerd)
    }
}
