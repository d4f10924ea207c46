//! Which passwords are fine. Length counts and nothing else: no rules about digits and signs, which make
//! people choose what is easy to guess.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::LazyLock;

use thiserror::Error;
use zeroize::Zeroizing;

/// Characters at least.
const MINSTENS: usize = 12;
/// Characters at most: no work for a text of megabytes.
const HOOGSTENS: usize = 200;

/// Passwords of the length that is asked for, and known to everybody.
static BEKEND: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| include_str!("bekende_wachtwoorden.txt").lines().collect());

/// A password is not fine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WachtwoordFout {
    /// Too short.
    #[error("een wachtwoord heeft minstens {MINSTENS} tekens; een korte zin is goed")]
    TeKort,
    /// Too long.
    #[error("een wachtwoord heeft hoogstens {HOOGSTENS} tekens")]
    TeLang,
    /// Everybody knows it.
    #[error("dit wachtwoord is bij iedereen bekend; kies een ander")]
    Bekend,
}

/// A password that somebody types. `Debug` prints nothing of it.
pub(super) struct Wachtwoord(Zeroizing<String>);

impl Wachtwoord {
    /// A new password.
    ///
    /// # Errors
    ///
    /// [`WachtwoordFout`].
    pub(super) fn try_new(tekst: &str) -> Result<Self, WachtwoordFout> {
        match tekst.chars().count() {
            lengte if lengte < MINSTENS => Err(WachtwoordFout::TeKort),
            lengte if lengte > HOOGSTENS => Err(WachtwoordFout::TeLang),
            _ if is_bekend(tekst) => Err(WachtwoordFout::Bekend),
            _ => Ok(Self(Zeroizing::new(tekst.to_owned()))),
        }
    }

    /// A password to hold against what is kept. One that could never have been set becomes the empty one,
    /// which is never right and costs the same.
    pub(super) fn geprobeerd(tekst: &str) -> Self {
        let kan = tekst.chars().nth(HOOGSTENS).is_none();
        Self(Zeroizing::new(if kan { tekst.to_owned() } else { String::new() }))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Wachtwoord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wachtwoord")
    }
}

fn is_bekend(tekst: &str) -> bool {
    let klein = Zeroizing::new(tekst.to_lowercase());
    let mut tekens = klein.chars();
    let eerste = tekens.next();
    BEKEND.contains(klein.as_str()) || tekens.all(|teken| Some(teken) == eerste)
}

#[cfg(test)]
mod tests {
    use super::{BEKEND, HOOGSTENS, MINSTENS, Wachtwoord, WachtwoordFout};

    fn fout(tekst: &str) -> Option<WachtwoordFout> {
        Wachtwoord::try_new(tekst).err()
    }

    #[test]
    fn een_wachtwoord_heeft_minstens_twaalf_en_hoogstens_tweehonderd_tekens() {
        assert_eq!(fout("fietsbel op"), Some(WachtwoordFout::TeKort));
        assert_eq!(fout("fietsbel opa"), None);
        assert_eq!(fout(&"ab".repeat(100)), None);
        assert_eq!(fout(&format!("{}c", "ab".repeat(100))), Some(WachtwoordFout::TeLang));
        assert_eq!(fout("ééééééééééé1"), None, "tekens, geen bytes");
    }

    #[test]
    fn wat_iedereen_kent_of_een_teken_herhaalt_wordt_geweigerd() {
        for tekst in ["Wachtwoord123", "qwertyuiop123", "aaaaaaaaaaaaa"] {
            assert_eq!(fout(tekst), Some(WachtwoordFout::Bekend), "{tekst}");
        }
    }

    #[test]
    fn elke_regel_van_de_lijst_kan_voorkomen() {
        assert_eq!(BEKEND.len(), 200);
        for regel in BEKEND.iter() {
            let lengte = regel.chars().count();
            assert!((MINSTENS..=HOOGSTENS).contains(&lengte), "{regel}");
            assert_eq!(*regel, regel.to_lowercase());
        }
    }

    #[test]
    fn debug_drukt_niets_van_een_wachtwoord_af() {
        assert_eq!(format!("{:?}", Wachtwoord::geprobeerd("fietsbel opa")), "Wachtwoord");
    }
}
