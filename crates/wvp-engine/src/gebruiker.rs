//! Who asks, with which hat on.

use wvp_access::{Lezer, Omstandigheden};
use wvp_domain::{AccountId, WerknemerId};
use wvp_store::{Auteur, Kop};

use crate::toeval::nieuw_id;

/// A person with one hat on. Rights of two hats are never added up (abuse case AC-48).
#[derive(Debug, Clone)]
pub struct Gebruiker {
    /// The personal account.
    pub account: AccountId,
    /// Party and function.
    pub lezer: Lezer,
    /// The employee this person is, when this person asks as the employee.
    pub werknemer: Option<WerknemerId>,
    /// What is known about this session apart from any dossier; see [`crate::aanname`].
    pub sessie: Omstandigheden,
}

impl Gebruiker {
    /// What stands on everything this person does.
    pub(crate) fn kop(&self) -> Kop {
        let door = Auteur {
            account: self.account,
            partij: self.lezer.partij().woord().to_owned(),
            functie: self.lezer.functie().to_owned(),
        };
        Kop { door, namens: None, verzoek: nieuw_id() }
    }
}
