//! What is set about the mail server, and what is wrong with it before anything is sent.

use std::fmt;

use lettre::message::Mailbox;
use thiserror::Error;
use wvp_lijn::is_deze_machine;
use zeroize::Zeroizing;

use crate::net;

/// The mail server and who we are there.
#[derive(Debug, Clone)]
pub struct SmtpInstelling {
    /// Host name or address of the server.
    pub host: String,
    /// Port: usually 587 for STARTTLS, 465 for TLS.
    pub poort: u16,
    /// How the line is protected.
    pub beveiliging: Beveiliging,
    /// Name and password; none when the server asks for none.
    pub inlog: Option<Inlog>,
    /// Sender, as `Name <address>`.
    pub afzender: String,
    /// Host name behind the @ of every Message-ID: one of ours, and never another once mail was sent.
    pub domein: String,
    /// An authority to trust beside those of the machine, as PEM.
    pub extra_wortel: Option<String>,
    /// Longest time for one message, in seconds, at least 1.
    pub termijn_seconden: u64,
    /// Most lines at once, at least 1.
    pub lijnen_max: u32,
}

/// How the line to the server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beveiliging {
    /// STARTTLS, and no mail without it.
    Starttls,
    /// TLS from the first byte.
    Tls,
    /// None: to this machine only.
    Geen,
}

/// Name and password at the mail server.
#[derive(Clone)]
pub struct Inlog {
    /// Name.
    pub naam: String,
    /// Password.
    pub wachtwoord: Zeroizing<String>,
}

/// Prints neither.
impl fmt::Debug for Inlog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Inlog(…)")
    }
}

/// Why there is no mail with these settings.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum InstelFout {
    /// Mail would go over the network as it is.
    #[error(
        "post naar `{0}` zou onbeveiligd over het netwerk gaan: kies starttls of tls, of een server op \
         deze machine zelf"
    )]
    Onbeveiligd(String),
    /// The sender cannot be read.
    #[error("de afzender is geen e-mailadres: schrijf `Naam <adres>`")]
    Afzender,
    /// The domain cannot stand in a Message-ID.
    #[error("`{0}` is geen domein voor het nummer van een bericht")]
    Domein(String),
    /// The extra authority cannot be read.
    #[error("het certificaat van de extra uitgever is niet te lezen")]
    Wortel,
    /// There is nothing to send from.
    #[error("post wordt verstuurd binnen een tokio-runtime, en die is er niet")]
    Looptijd,
    /// TLS cannot be set up at all.
    #[error("een beveiligde verbinding is niet in te stellen: klopt de naam van de mailserver?")]
    Tls,
}

/// What of the settings stands in every message, read.
#[derive(Debug, Clone)]
pub(super) struct Gekeurd {
    pub(super) afzender: Mailbox,
    pub(super) domein: String,
}

impl Gekeurd {
    pub(super) fn try_new(instelling: &SmtpInstelling) -> Result<Self, InstelFout> {
        let is_open = instelling.beveiliging == Beveiliging::Geen;
        if is_open && !is_deze_machine(&instelling.host) {
            return Err(InstelFout::Onbeveiligd(instelling.host.clone()));
        }
        let afzender = instelling.afzender.parse().map_err(|_| InstelFout::Afzender)?;
        if !net::is_domein(&instelling.domein) {
            return Err(InstelFout::Domein(instelling.domein.clone()));
        }
        Ok(Self { afzender, domein: instelling.domein.clone() })
    }
}
