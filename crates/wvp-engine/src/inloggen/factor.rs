//! The second factor: codes by time (RFC 6238), and codes on paper for when the device is lost.

use totp_rs::{Builder, Secret, Totp};
use tracing::info;
use wvp_domain::bevoegdheid::inlog::{
    CodeGebruikt, Codes, Command, Hash, Inlog, TotpGeheim, TweedeFactor, TweedeFactorWeg, Weigering,
};
use wvp_domain::{AccountId, Compartiment, Secties};
use zeroize::Zeroizing;

use super::geheim::{Geheim, hash, hex};
use super::in_log::nieuw_stuk;
use super::log_in::merk_van;
use super::rem;
use super::sessies::{Lopend, Rij, Stadium};
use super::{Ingelogd, InlogFout, Inlogstap};
use crate::engine::Engine;
use crate::toeval::willekeurig;

/// Who asks for codes, as it stands in the app that shows them.
const UITGEVER: &str = "Poortwachter";
/// Bytes of the secret, as RFC 4226 asks.
pub(super) const GEHEIM_BYTES: usize = 20;
/// Number of codes on paper.
const AANTAL_CODES: usize = 10;
/// Bytes of a code on paper: 128 bits.
const CODE_BYTES: usize = 16;
/// Characters of a code on paper that stand together.
const GROEP: usize = 8;

/// What is shown as the second factor. `Debug` is not there: it would print a code.
#[derive(Clone, Copy)]
pub enum Factor<'a> {
    /// A code from the app.
    Code(&'a str),
    /// A code from paper; each works once.
    Herstelcode(&'a str),
}

/// What an app needs to show codes; shown once.
#[derive(Debug)]
pub struct Instellen {
    /// The secret, to type over.
    pub geheim: Geheim,
    /// The same as an address, to scan.
    pub adres: Geheim,
}

/// A second factor is there.
#[derive(Debug)]
pub struct Ingesteld {
    /// The session goes on under this.
    pub ingelogd: Ingelogd,
    /// Codes for when the device is lost; shown once.
    pub herstelcodes: Vec<Geheim>,
}

impl Engine {
    /// Shows the second factor after the password.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenSessie`] when the step before is too long ago, or when the store fails.
    pub async fn tweede_factor(
        &self,
        geheim: &str,
        factor: Factor<'_>,
        van: &str,
    ) -> Result<Inlogstap, InlogFout> {
        let wacht = self.lopend(geheim).await?;
        let wacht = wacht.filter(|it| it.rij.stadium == Stadium::WachtOpFactor);
        let wacht = wacht.ok_or(InlogFout::GeenSessie)?;
        match self.eis_factor(&wacht, factor, van).await {
            Err(InlogFout::Wacht { seconden }) => return Ok(Inlogstap::Wacht { seconden }),
            Err(InlogFout::Onjuist) => return Ok(Inlogstap::Geweigerd),
            anders => anders?,
        }
        let nieuw = Rij { stadium: Stadium::Binnen, tweede_factor: true, ..wacht.rij.clone() };
        let sessie = self.wissel(&wacht, &nieuw).await?;
        Ok(Inlogstap::Ingelogd(self.ingelogd(nieuw.account(), sessie).await?))
    }

    /// Begins with a second factor: what the app needs. Nothing is recorded yet; asked again in the same
    /// session it is the same.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenSessie`], or [`Weigering::TweedeFactor`] when there is one.
    pub async fn begin_tweede_factor(&self, geheim: &str) -> Result<Instellen, InlogFout> {
        let lopend = self.zonder_factor(geheim).await?;
        let nieuw = self.nieuw_totp(&lopend).await?;
        instellen(lopend.rij.account(), nieuw.as_ref())
    }

    /// Records the second factor when a code of it is right.
    ///
    /// # Errors
    ///
    /// As [`Engine::begin_tweede_factor`], and [`InlogFout::Onjuist`].
    pub async fn bevestig_tweede_factor(
        &self,
        geheim: &str,
        code: &str,
    ) -> Result<Ingesteld, InlogFout> {
        let lopend = self.zonder_factor(geheim).await?;
        let account = lopend.rij.account();
        let nieuw = self.nieuw_totp(&lopend).await?;
        let stap = totp(nieuw.as_ref())?.check(code, self.seconden()).ok_or(InlogFout::Onjuist)?;
        if !self.verbruik(account, stap).await? {
            return Err(InlogFout::Onjuist);
        }
        let (herstelcodes, hashes) = nieuwe_codes();
        let feit = Secties::proces(TweedeFactor { stuk: nieuw_stuk() })
            .met_d(TotpGeheim { geheim: nieuw.to_vec() });
        self.doe_zelf(account, Command::ZetTweedeFactor(feit, hashes)).await?;
        let rij = Rij { stadium: Stadium::Binnen, tweede_factor: true, ..lopend.rij.clone() };
        let sessie = self.wissel(&lopend, &rij).await?;
        Ok(Ingesteld { ingelogd: self.ingelogd(account, sessie).await?, herstelcodes })
    }

    /// Takes the second factor away, by the owner who shows it. Every session ends; this one goes on under a
    /// new secret, without a hat.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenSessie`], [`InlogFout::Onjuist`], [`InlogFout::Wacht`].
    pub async fn verwijder_tweede_factor(
        &self,
        geheim: &str,
        factor: Factor<'_>,
        van: &str,
    ) -> Result<Geheim, InlogFout> {
        self.zonder_oude_factor(geheim, (factor, van), Stadium::Binnen).await
    }

    /// Takes the second factor away to set up another: what it gives opens that step only, for a short time. Every
    /// session ends.
    ///
    /// # Errors
    ///
    /// As [`Engine::verwijder_tweede_factor`].
    pub async fn vervang_tweede_factor(
        &self,
        geheim: &str,
        factor: Factor<'_>,
        van: &str,
    ) -> Result<Geheim, InlogFout> {
        self.zonder_oude_factor(geheim, (factor, van), Stadium::MoetInstellen).await
    }

    async fn zonder_oude_factor(
        &self,
        geheim: &str,
        (factor, van): (Factor<'_>, &str),
        verder: Stadium,
    ) -> Result<Geheim, InlogFout> {
        let lopend = self.binnen(geheim).await?;
        self.eis_factor(&lopend, factor, van).await?;
        let feit = Secties::proces(TweedeFactorWeg { stuk: nieuw_stuk() });
        let account = lopend.rij.account();
        let inlog = self.doe_zelf(account, Command::VerwijderTweedeFactor(feit)).await?;
        let rij = Rij::nieuw(account, verder, self.klok.nu(), &inlog);
        self.wissel(&lopend, &rij).await
    }

    /// Replaces the codes on paper, by the owner who shows the second factor.
    ///
    /// # Errors
    ///
    /// As [`Engine::verwijder_tweede_factor`].
    pub async fn nieuwe_herstelcodes(
        &self,
        geheim: &str,
        factor: Factor<'_>,
        van: &str,
    ) -> Result<Vec<Geheim>, InlogFout> {
        let lopend = self.binnen(geheim).await?;
        self.eis_factor(&lopend, factor, van).await?;
        let (codes, hashes) = nieuwe_codes();
        let feit = Secties::proces(Codes { stuk: nieuw_stuk(), hashes });
        self.doe_zelf(lopend.rij.account(), Command::ZetHerstelcodes(feit)).await?;
        Ok(codes)
    }

    /// Asks for the second factor, which is used up by it.
    async fn eis_factor(
        &self,
        lopend: &Lopend,
        factor: Factor<'_>,
        van: &str,
    ) -> Result<(), InlogFout> {
        let account = lopend.rij.account();
        let telling = rem::Poging {
            account: *account.0.as_bytes(),
            van: merk_van(van),
            toestel: lopend.rij.toestel,
        };
        let nu = self.klok.nu();
        self.inloggen.rem.neem(&telling, nu).map_err(|seconden| InlogFout::Wacht { seconden })?;
        let klopt = match factor {
            Factor::Code(code) => self.code_klopt(account, code).await?,
            Factor::Herstelcode(code) => self.herstelcode_klopt(account, code).await?,
        };
        if !klopt {
            info!(account = %account.0, "tweede factor geweigerd");
            return Err(InlogFout::Onjuist);
        }
        self.inloggen.rem.gelukt(&telling);
        Ok(())
    }

    async fn code_klopt(&self, account: AccountId, code: &str) -> Result<bool, InlogFout> {
        let (_, bewaard) = self.inlog_met_bewaard(account).await?;
        let Some(geheim) = bewaard.totp else { return Ok(false) };
        match totp(&geheim)?.check(code, self.seconden()) {
            Some(stap) => Ok(self.verbruik(account, stap).await?),
            None => Ok(false),
        }
    }

    async fn herstelcode_klopt(&self, account: AccountId, code: &str) -> Result<bool, InlogFout> {
        let a = CodeGebruikt { stuk: nieuw_stuk(), hash: codehash(code) };
        let gebruik = Command::GebruikHerstelcode(Secties::proces(a));
        match self.doe_zelf(account, gebruik).await {
            Ok(_) => Ok(true),
            Err(InlogFout::Geweigerd(Weigering::CodeOnbekend)) => Ok(false),
            Err(fout) => Err(fout),
        }
    }

    async fn zonder_factor(&self, geheim: &str) -> Result<Lopend, InlogFout> {
        let lopend = self.lopend(geheim).await?;
        let lopend = lopend.filter(|it| it.rij.stadium != Stadium::WachtOpFactor);
        let lopend = lopend.ok_or(InlogFout::GeenSessie)?;
        if lopend.inlog.heeft_tweede_factor {
            return Err(Weigering::TweedeFactor { aanwezig: true }.into());
        }
        Ok(lopend)
    }

    /// The secret that this session may set up. It follows from the session and a key, so that nothing of it
    /// is kept before the owner has shown a code.
    async fn nieuw_totp(
        &self,
        lopend: &Lopend,
    ) -> Result<Zeroizing<[u8; GEHEIM_BYTES]>, InlogFout> {
        let Inlog { ronde, .. } = lopend.inlog;
        let sleutel = self.sleutels.zoeksleutel(Compartiment::D, "nieuwe tweede factor").await?;
        let bron = [lopend.rij.nummer.as_bytes().as_slice(), &ronde.to_be_bytes()].concat();
        let bytes = Zeroizing::new(sleutel.hmac(&bron));
        Ok(Zeroizing::new(std::array::from_fn(|plek| bytes.get(plek).copied().unwrap_or_default())))
    }

    /// Seconds since 1970, as codes count.
    fn seconden(&self) -> u64 {
        u64::try_from(self.klok.nu().0 / 1_000_000).unwrap_or_default()
    }
}

/// What an app needs. It shows the beginning of the number of the account: an address would say who it is.
pub(super) fn instellen(account: AccountId, geheim: &[u8]) -> Result<Instellen, InlogFout> {
    let schrift = Zeroizing::new(totp(geheim)?.secret().to_base32());
    let account = account.0.simple().to_string();
    let kort: String = account.chars().take(8).collect();
    let adres = Zeroizing::new(format!(
        "otpauth://totp/{UITGEVER}:{kort}?secret={}&issuer={UITGEVER}&algorithm=SHA1&digits=6&period=30",
        *schrift
    ));
    Ok(Instellen { geheim: Geheim::van(&schrift), adres: Geheim::van(&adres) })
}

/// Codes of six digits, every 30 seconds, with one step of drift to either side.
fn totp(geheim: &[u8]) -> Result<Totp, InlogFout> {
    let bouwer = Builder::new().with_secret(Secret::from(geheim)).with_skew(1);
    bouwer.build().map_err(|_| InlogFout::Cijfer)
}

fn nieuwe_codes() -> (Vec<Geheim>, Vec<Hash>) {
    let codes: Vec<Geheim> = (0..AANTAL_CODES).map(|_| nieuwe_code()).collect();
    let hashes = codes.iter().map(|code| codehash(code.toon())).collect();
    (codes, hashes)
}

fn nieuwe_code() -> Geheim {
    let bytes = willekeurig();
    let (bytes, _) = bytes.split_at(CODE_BYTES);
    let hex = hex(bytes);
    let mut code = Zeroizing::new(String::new());
    for (plek, teken) in hex.chars().enumerate() {
        if plek > 0 && plek % GROEP == 0 {
            code.push('-');
        }
        code.push(teken);
    }
    Geheim::van(&code)
}

/// People leave out what stands between, and type capitals.
fn codehash(code: &str) -> Hash {
    let tekens = code.chars().filter(char::is_ascii_alphanumeric);
    let kaal = Zeroizing::new(tekens.map(|teken| teken.to_ascii_lowercase()).collect::<String>());
    hash(kaal.as_bytes())
}
