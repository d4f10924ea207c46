//! Who did it: sealed with every record, apart from the payload.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wvp_domain::{AccountId, Compartiment, Sectie};

/// Who did it, for whom, at which request.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kop {
    /// Who did it.
    pub door: Auteur,
    /// On whose behalf, when delegated.
    pub namens: Option<Auteur>,
    /// The request or run it came with.
    pub verzoek: Uuid,
}

impl Sectie for Kop {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// An account in the party and function it acted in, in the words of the access table.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Auteur {
    /// The account.
    pub account: AccountId,
    /// The party.
    pub partij: String,
    /// The function.
    pub functie: String,
}

/// Never prints content.
impl fmt::Debug for Kop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kop(…)")
    }
}

/// Never prints content.
impl fmt::Debug for Auteur {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Auteur(…)")
    }
}
