//! One log-in at another party: what goes along and must come back, made from one secret that the browser holds.

use sha2::{Digest as _, Sha256};

use crate::hex::hex_uit;

/// One log-in at another party. `Debug` is not there: it would print the secret.
#[derive(Clone, Copy)]
pub struct Ronde<'a> {
    geheim: &'a str,
    aanbieder: &'a str,
}

impl<'a> Ronde<'a> {
    /// The round of this secret at this provider: the same secret at another provider is another round.
    #[must_use]
    pub fn van(geheim: &'a str, aanbieder: &'a str) -> Self {
        Self { geheim, aanbieder }
    }

    pub(super) fn state(&self) -> String {
        self.deel("state")
    }

    pub(super) fn nonce(&self) -> String {
        self.deel("nonce")
    }

    /// 64 characters, within what PKCE asks.
    pub(super) fn pkce(&self) -> String {
        self.deel("pkce")
    }

    /// Whether this came from this round, in a time that does not depend on where it differs.
    pub(super) fn is_van(&self, state: &str) -> bool {
        let eigen = self.state();
        let verschil = |(een, twee): (u8, u8)| een ^ twee;
        eigen.len() == state.len()
            && eigen.bytes().zip(state.bytes()).map(verschil).fold(0, |som, it| som | it) == 0
    }

    /// The word goes first and the secret last, so that no part says anything of another.
    fn deel(&self, woord: &str) -> String {
        let delen = [woord, self.aanbieder, self.geheim].join("\0");
        hex_uit(&Sha256::digest(delen.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::Ronde;

    #[test]
    fn een_ronde_herkent_zichzelf_en_geen_andere() {
        let ronde = Ronde::van("geheim", "arbodienst");
        assert!(ronde.is_van(&ronde.state()));
        for ander in [Ronde::van("geheim", "elders"), Ronde::van("ander", "arbodienst")] {
            assert!(!ronde.is_van(&ander.state()));
        }
        assert!(!ronde.is_van("") && !ronde.is_van(&ronde.nonce()));
        assert_eq!(ronde.pkce().len(), 64);
        assert_ne!(ronde.pkce(), ronde.nonce());
    }
}
