//! Which passwords are fine. Length counts, and how many guesses it takes: no rules about digits and signs, which make
//! people choose what is easy to guess.

use std::fmt;

use thiserror::Error;
use zeroize::Zeroizing;
use zxcvbn::{Score, zxcvbn};

/// Characters at least.
const MINSTENS: usize = 12;
/// Characters at most: no work for a text of megabytes.
const HOOGSTENS: usize = 200;

/// What people here try first: words of this house, and what the estimator does not know because it knows English.
const VOOR_DE_HAND: &str = include_str!("voor_de_hand.txt");
/// Shorter parts of a name say nothing.
const NAAMDEEL_MINSTENS: usize = 3;

/// A password is not fine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WachtwoordFout {
    /// Too short.
    #[error(
        "een wachtwoord heeft minstens {MINSTENS} tekens; een paar woorden die niet bij elkaar horen is goed"
    )]
    TeKort,
    /// Too long.
    #[error("een wachtwoord heeft hoogstens {HOOGSTENS} tekens")]
    TeLang,
    /// Fewer than ten billion guesses find it.
    #[error(
        "dit wachtwoord is makkelijk te raden; kies een paar woorden die niet bij elkaar horen"
    )]
    TeRaden,
}

/// A password that somebody types. `Debug` prints nothing of it.
pub(super) struct Wachtwoord(Zeroizing<String>);

impl Wachtwoord {
    /// A new password, of somebody who is known by these texts (a name, an address).
    ///
    /// # Errors
    ///
    /// [`WachtwoordFout`].
    pub(super) fn try_new(tekst: &str, van: &[&str]) -> Result<Self, WachtwoordFout> {
        match tekst.chars().count() {
            lengte if lengte < MINSTENS => Err(WachtwoordFout::TeKort),
            lengte if lengte > HOOGSTENS => Err(WachtwoordFout::TeLang),
            _ if is_te_raden(tekst, van) => Err(WachtwoordFout::TeRaden),
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

fn is_te_raden(tekst: &str, van: &[&str]) -> bool {
    let delen = van.iter().flat_map(|it| it.split(|teken: char| !teken.is_alphanumeric()));
    let namen = delen.filter(|deel| deel.chars().count() >= NAAMDEEL_MINSTENS);
    let woorden: Vec<&str> = namen.chain(VOOR_DE_HAND.lines()).collect();
    zxcvbn(tekst, &woorden).score() < Score::Four
}

#[cfg(test)]
mod tests {
    use super::{HOOGSTENS, VOOR_DE_HAND, Wachtwoord, WachtwoordFout};

    fn fout(tekst: &str) -> Option<WachtwoordFout> {
        Wachtwoord::try_new(tekst, &["Tjitske Wiersma", "t.wiersma@arbonoord.example"]).err()
    }

    #[test]
    fn een_wachtwoord_heeft_minstens_twaalf_en_hoogstens_tweehonderd_tekens() {
        assert_eq!(fout("kraan mosze"), Some(WachtwoordFout::TeKort));
        assert_eq!(fout("kraan moszes"), None);
        let lang = |tekens: usize| {
            "boterham lamp zeven kraan ".chars().cycle().take(tekens).collect::<String>()
        };
        assert_eq!(fout(&lang(HOOGSTENS)), None);
        assert_eq!(fout(&lang(HOOGSTENS + 1)), Some(WachtwoordFout::TeLang));
        assert_eq!(fout("ééñßöüçàèùï1"), None, "tekens, geen bytes");
    }

    #[test]
    fn wat_iedereen_kent_of_een_patroon_is_wordt_geweigerd() {
        for tekst in [
            "password1234",
            "iloveyou1234",
            "qwertyuiop123",
            "1q2w3e4r5t6y",
            "aaaaaaaaaaaaa",
            "abcabcabcabc",
            "123456789012",
            "P@ssw0rd1234",
            "drowssap1234",
            "20-11-201999",
        ] {
            assert_eq!(fout(tekst), Some(WachtwoordFout::TeRaden), "{tekst}");
        }
    }

    #[test]
    fn woorden_van_het_huis_en_van_hier_zijn_te_raden() {
        for tekst in [
            "Wachtwoord123",
            "Welkom123456!",
            "poortwachter1",
            "Arbodienst2026",
            "W@chtw00rd99",
            "herfst202612",
            "ditismijnwachtwoord",
            "bedrijfsarts12",
        ] {
            assert_eq!(fout(tekst), Some(WachtwoordFout::TeRaden), "{tekst}");
        }
    }

    #[test]
    fn de_eigen_naam_en_het_eigen_adres_zijn_te_raden() {
        for tekst in ["arbonoord2026", "Arbonoord1234", "tjitskewiersma12"] {
            assert_eq!(fout(tekst), Some(WachtwoordFout::TeRaden), "{tekst}");
        }
        let ander = Wachtwoord::try_new("tjitskewiersma12", &[]).err();
        assert_eq!(ander, None, "who is called otherwise");
    }

    #[test]
    fn een_paar_woorden_die_niet_bij_elkaar_horen_zijn_goed() {
        for tekst in
            ["paard trekt kast naar zolder", "correct battery lamp boterham", "zeven kraan mos 4"]
        {
            assert_eq!(fout(tekst), None, "{tekst}");
        }
    }

    #[test]
    fn elk_woord_voor_de_hand_staat_er_een_keer_in_kleine_letters() {
        let woorden: Vec<&str> = VOOR_DE_HAND.lines().collect();
        assert!(woorden.is_sorted_by(|een, ander| een < ander), "sorted, none twice");
        assert!(woorden.iter().all(|it| **it == it.to_lowercase()));
    }

    #[test]
    fn debug_drukt_niets_van_een_wachtwoord_af() {
        assert_eq!(format!("{:?}", Wachtwoord::geprobeerd("fietsbel opa")), "Wachtwoord");
    }
}
