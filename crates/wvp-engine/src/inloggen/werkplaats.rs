//! Hashing passwords: work that takes time and memory on purpose, away from the runtime and only so much
//! at once, so that log-ins cannot exhaust the machine.

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::{Semaphore, SemaphorePermit};
use zeroize::Zeroizing;

use super::InlogFout;
use super::wachtwoord::Wachtwoord;
use crate::toeval::willekeurig;

/// OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, 2 passes, 1 lane.
const GEHEUGEN_KIB: u32 = 19 * 1024;
const RONDEN: u32 = 2;
const BANEN: u32 = 1;
const ZOUT_BYTES: usize = 16;

/// What a password is held against when there is none: the same work, and never right.
const NIETS: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$\
                     AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// At once, for clients that were never here.
const TEGELIJK: usize = 2;
/// At once, for clients that were: strangers never keep them waiting.
const TEGELIJK_BEKEND: usize = 1;
/// That may wait, of each.
const IN_DE_RIJ: usize = 64;

/// Whether a client showed that it was logged in on the account before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Klant {
    Vreemd,
    Bekend,
}

#[derive(Debug)]
struct Loket {
    rij: Semaphore,
    plekken: Semaphore,
}

impl Loket {
    fn met(plekken: usize) -> Self {
        Self { rij: Semaphore::new(IN_DE_RIJ), plekken: Semaphore::new(plekken) }
    }

    async fn neem(&self) -> Result<[SemaphorePermit<'_>; 2], InlogFout> {
        let in_de_rij = self.rij.try_acquire().map_err(|_| InlogFout::Druk)?;
        let plek = self.plekken.acquire().await.map_err(|_| InlogFout::Druk)?;
        Ok([in_de_rij, plek])
    }
}

/// Where passwords are hashed.
#[derive(Debug)]
pub(crate) struct Werkplaats {
    vreemd: Loket,
    bekend: Loket,
}

impl Default for Werkplaats {
    fn default() -> Self {
        Self { vreemd: Loket::met(TEGELIJK), bekend: Loket::met(TEGELIJK_BEKEND) }
    }
}

impl Werkplaats {
    /// What is kept of a password.
    pub(super) async fn hash(&self, wachtwoord: Wachtwoord) -> Result<String, InlogFout> {
        let _plek = self.bekend.neem().await?;
        let werk = tokio::task::spawn_blocking(move || hash(&wachtwoord));
        werk.await.map_err(|_| InlogFout::Cijfer)?
    }

    /// Whether a password is the one that this was kept of; with nothing kept the answer is no, after the
    /// same work.
    pub(super) async fn klopt(
        &self,
        klant: Klant,
        wachtwoord: Wachtwoord,
        phc: Option<Zeroizing<String>>,
    ) -> Result<bool, InlogFout> {
        let loket = match klant {
            Klant::Vreemd => &self.vreemd,
            Klant::Bekend => &self.bekend,
        };
        let _plek = loket.neem().await?;
        let werk = tokio::task::spawn_blocking(move || klopt(&wachtwoord, phc.as_deref()));
        werk.await.map_err(|_| InlogFout::Cijfer)?
    }
}

fn argon2() -> Result<Argon2<'static>, InlogFout> {
    let maat = Params::new(GEHEUGEN_KIB, RONDEN, BANEN, None).map_err(|_| InlogFout::Cijfer)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, maat))
}

fn hash(wachtwoord: &Wachtwoord) -> Result<String, InlogFout> {
    let zout = willekeurig();
    let (zout, _) = zout.split_at(ZOUT_BYTES);
    let hash: PasswordHash = argon2()?
        .hash_password_with_salt(wachtwoord.bytes(), zout)
        .map_err(|_| InlogFout::Cijfer)?;
    Ok(hash.to_string())
}

fn klopt(wachtwoord: &Wachtwoord, phc: Option<&String>) -> Result<bool, InlogFout> {
    let bewaard = phc.map_or(NIETS, String::as_str);
    let hash = PasswordHash::new(bewaard).map_err(|_| InlogFout::Cijfer)?;
    let past = argon2()?.verify_password(wachtwoord.bytes(), &hash).is_ok();
    Ok(past && phc.is_some())
}

#[cfg(test)]
mod tests {
    use super::{hash, klopt};
    use crate::inloggen::wachtwoord::Wachtwoord;

    #[test]
    fn een_wachtwoord_past_op_zijn_eigen_hash_en_op_geen_andere() {
        let goed = || Wachtwoord::geprobeerd("fietsbel opa");
        let bewaard = hash(&goed()).unwrap();
        assert!(bewaard.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{bewaard}");
        assert_ne!(hash(&goed()).unwrap(), bewaard, "elk zijn eigen zout");
        assert!(klopt(&goed(), Some(&bewaard)).unwrap());
        assert!(!klopt(&Wachtwoord::geprobeerd("fietsbel oma"), Some(&bewaard)).unwrap());
        assert!(!klopt(&goed(), None).unwrap());
    }
}
