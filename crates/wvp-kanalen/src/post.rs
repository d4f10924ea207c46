//! A message that is ready to be sent: subject, text and HTML from the same data.

use std::fmt;

use uuid::Uuid;
use wvp_domain::Datum;

use crate::adres::Adres;

/// A message in words. Only [`Sjablonen`](crate::Sjablonen) makes one, so what it says went through its rules.
#[derive(Clone, PartialEq, Eq)]
pub struct Post {
    pub(crate) id: Uuid,
    pub(crate) aan: Adres,
    pub(crate) op: Datum,
    pub(crate) onderwerp: String,
    pub(crate) tekst: String,
    pub(crate) html: String,
}

impl Post {
    /// The id, from which the Message-ID follows.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// Whom it is for.
    #[must_use]
    pub fn aan(&self) -> &Adres {
        &self.aan
    }

    /// The subject: one line.
    #[must_use]
    pub fn onderwerp(&self) -> &str {
        &self.onderwerp
    }

    /// The plain text.
    #[must_use]
    pub fn tekst(&self) -> &str {
        &self.tekst
    }

    /// The same as HTML.
    #[must_use]
    pub fn html(&self) -> &str {
        &self.html
    }
}

/// Prints the id only.
impl fmt::Debug for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Post({})", self.id)
    }
}
