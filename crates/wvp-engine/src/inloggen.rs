//! Logging in, below any protocol: passwords, second factors, sessions, tokens of programs, invitations.
//!
//! What is right about a log-in is a fact in the log (`wvp_domain::bevoegdheid::inlog`). Sessions are rows
//! beside it, under the hash of a secret that only the client has; every use is held against the facts of
//! now, so a session never outlives the account, the function or what the session rests on. Failures are
//! counted in the memory of a node. No line of a log says more than the number of an account.

mod adres;
mod als_huis;
mod factor;
mod geheim;
mod gekoppeld;
mod hoeden;
mod in_log;
mod log_in;
mod overzicht;
mod rem;
mod sessies;
mod tokens;
mod uitnodigen;
mod verbruik;
mod wachtwoord;
mod werkplaats;

use std::time::Duration;

use thiserror::Error;
use uuid::Uuid;
use wvp_domain::AccountId;
use wvp_domain::bevoegdheid::inlog::{Reikwijdte, Weigering};
use wvp_store::{SleutelFout, StoreError};

use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;

pub(crate) use adres::INLOGADRES;
pub use factor::{Factor, Ingesteld, Instellen};
pub use geheim::Geheim;
pub use gekoppeld::Gekoppeld;
pub use hoeden::{Hoed, Hoedkeuze, vereist_tweede_factor};
pub use log_in::Poging;
pub use overzicht::Sessieregel;
pub use tokens::{Tokenaanvraag, Tokenregel};
pub use wachtwoord::WachtwoordFout;

/// How long sessions last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sessieduur {
    /// Without any use.
    pub stil: Duration,
    /// Whatever happens, from the log-in.
    pub hoogstens: Duration,
}

impl Default for Sessieduur {
    fn default() -> Self {
        Self { stil: Duration::from_mins(30), hoogstens: Duration::from_hours(12) }
    }
}

/// What an attempt came to. Unknown account, wrong password and blocked account look the same.
#[derive(Debug)]
pub enum Inlogstap {
    /// No.
    Geweigerd,
    /// Too many failures: not before so many seconds have passed.
    Wacht {
        /// Seconds.
        seconden: u64,
    },
    /// The password is right; this opens the next step only, for a short time.
    NogTweedeFactor(Geheim),
    /// The password is right, and a function of this account asks for a second factor that is not there yet.
    MoetTweedeFactorInstellen(Geheim),
    /// Logged in.
    Ingelogd(Ingelogd),
}

/// What a client keeps after logging in.
#[derive(Debug)]
pub struct Ingelogd {
    /// Opens the session.
    pub sessie: Geheim,
    /// Shows at a next log-in on this account that the client was here before. It opens nothing.
    pub toestel: Geheim,
}

/// Who may go on, by the secret of a session or of a program.
#[derive(Debug, Clone, Copy)]
pub struct Toegelaten {
    /// The account.
    pub account: AccountId,
    /// The number of the session or token.
    pub nummer: Uuid,
    /// Whether a second factor was used.
    pub tweede_factor: bool,
    /// The hat; none while none was chosen.
    pub gebruiker: Option<Gebruiker>,
    /// How much of what the hat may do.
    pub reikwijdte: Reikwijdte,
}

/// Why a step of logging in, or a change of it, did not go through.
#[derive(Debug, Error)]
pub enum InlogFout {
    /// No such session, or it has ended.
    #[error("u bent niet (meer) ingelogd")]
    GeenSessie,
    /// The code or password is not right.
    #[error("dit klopt niet")]
    Onjuist,
    /// Too many failures.
    #[error("te vaak geprobeerd; over {seconden} seconden kan het weer")]
    Wacht {
        /// Seconds.
        seconden: u64,
    },
    /// There is no such account, or it is blocked.
    #[error("dit account is er niet, of het is geblokkeerd")]
    GeenAccount,
    /// The account does not have that function today.
    #[error("u heeft deze functie niet (meer)")]
    GeenFunctie,
    /// The account has that function at more than one organisation.
    #[error("u heeft deze functie bij meer dan één organisatie; zeg ook bij welke")]
    WelkeOrganisatie,
    /// The function asks for a second factor.
    #[error("voor deze functie logt u in met een tweede factor")]
    TweedeFactorNodig,
    /// Logging in was too long ago for this.
    #[error("log eerst opnieuw in: dit kan alleen het eerste kwartier na het inloggen")]
    TeLangGeleden,
    /// The password breaks a rule.
    #[error(transparent)]
    Wachtwoord(#[from] WachtwoordFout),
    /// The facts say no.
    #[error(transparent)]
    Geweigerd(#[from] Weigering),
    /// More log-ins at once than this node takes.
    #[error("het is nu te druk om in te loggen; probeer het zo weer")]
    Druk,
    /// The cipher or the hash refused; never says why.
    #[error("versleutelen is mislukt")]
    Cijfer,
    /// Making the account did not go through.
    #[error(transparent)]
    Beheer(#[from] ExecuteError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<SleutelFout> for InlogFout {
    fn from(fout: SleutelFout) -> Self {
        Self::Store(fout.into())
    }
}

/// What a node keeps in memory about logging in.
#[derive(Debug, Default)]
pub(crate) struct Inlogwerk {
    pub(crate) duur: Sessieduur,
    pub(crate) rem: rem::Rem,
    pub(crate) werkplaats: werkplaats::Werkplaats,
}
