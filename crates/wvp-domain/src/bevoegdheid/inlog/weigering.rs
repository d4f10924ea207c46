//! Refusals about logging in. None says whether a password, code or token was nearly right.

use thiserror::Error;

use crate::StukId;

/// Why a way to log in was not given, used or taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Weigering {
    /// The document was taken in before, with other facts.
    #[error("stuk `{}` is al eerder vastgelegd", .stuk.0)]
    StukAlBekend {
        /// Which document.
        stuk: StukId,
    },
    /// What it is about is not there.
    #[error("de gegevens zelf ontbreken")]
    InhoudOntbreekt,
    /// The one-time token was never given, was used, was replaced, or is too old.
    #[error("deze uitnodiging werkt niet (meer)")]
    UitnodigingOngeldig,
    /// Whoever has a password needs no invitation.
    #[error("dit account heeft al een wachtwoord")]
    HeeftWachtwoord,
    /// There is a second factor, or there is none.
    #[error("dit account heeft {} tweede factor", if *.aanwezig { "al een" } else { "geen" })]
    TweedeFactor {
        /// Whether there is one.
        aanwezig: bool,
    },
    /// The code was never given, was used, or was replaced.
    #[error("deze herstelcode werkt niet (meer)")]
    CodeOnbekend,
    /// There is no such link.
    #[error("deze koppeling is er niet")]
    KoppelingOnbekend,
    /// There is no such token.
    #[error("dit token is er niet (meer)")]
    TokenOnbekend,
    /// The number of the token is taken.
    #[error("dit token bestaat al")]
    TokenBestaat,
    /// The end has passed.
    #[error("dit eindigt voordat het begint")]
    AlVoorbij,
    /// The token would work too long.
    #[error("een token werkt hoogstens {hoogstens_dagen} dagen")]
    TeLang {
        /// Days after today.
        hoogstens_dagen: i32,
    },
}

impl Weigering {
    /// What to do about it, in Dutch.
    #[must_use]
    pub fn advies(&self) -> &'static str {
        match self {
            Self::StukAlBekend { .. } => "Geef een nieuw stuk een nieuw nummer.",
            Self::InhoudOntbreekt => "Vul in wat ontbreekt.",
            Self::UitnodigingOngeldig => "Vraag de beheerder om een nieuwe uitnodiging.",
            Self::HeeftWachtwoord => {
                "Log in met het wachtwoord. Is het kwijt? Vraag de beheerder om te herstellen."
            }
            Self::TweedeFactor { aanwezig: true } => "Verwijder eerst de oude tweede factor.",
            Self::TweedeFactor { aanwezig: false } => "Stel eerst een tweede factor in.",
            Self::CodeOnbekend => "Neem een andere code van de lijst.",
            Self::KoppelingOnbekend | Self::TokenOnbekend => "U hoeft niets te doen.",
            Self::TokenBestaat => "Probeer het opnieuw.",
            Self::AlVoorbij => "Kies een latere einddatum.",
            Self::TeLang { .. } => "Kies een eerdere einddatum; een nieuw token kan altijd.",
        }
    }
}
