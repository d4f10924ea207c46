//! Who asks, with which hat on.

use wvp_access::Lezer;
use wvp_domain::AccountId;
use wvp_store::{Auteur, Kop};

use crate::sessie::Sessie;
use crate::toeval::nieuw_id;

/// A person with one hat on. Rights of two hats are never added up (abuse case AC-48).
///
/// It carries no circumstances: whether this account has the function, works on the dossier or is the
/// employee follows from facts in the log (`omstandigheden.rs`).
#[derive(Debug, Clone, Copy)]
pub struct Gebruiker {
    /// The personal account.
    pub account: AccountId,
    /// Party and function.
    pub lezer: Lezer,
    /// What the log-in established.
    pub sessie: Sessie,
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
