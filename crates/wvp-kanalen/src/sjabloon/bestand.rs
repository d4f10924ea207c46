//! The files of templates: their names, what they come with, and which variables each may use.

/// A template, by the file it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bestand {
    /// Subject of a message about one step.
    EnkelOnderwerp,
    /// Text of it.
    EnkelTekst,
    /// HTML of it.
    EnkelHtml,
    /// Subject of a message about several steps.
    BundelOnderwerp,
    /// Text of it.
    BundelTekst,
    /// HTML of it.
    BundelHtml,
    /// HTML around a text that was written elsewhere.
    BerichtHtml,
}

/// What a line of a message about several steps may be asked for.
pub(super) const VELDEN: [&str; 5] = ["kenmerk", "stap", "uiterlijk", "te_laat", "toelichting"];

impl Bestand {
    /// Every template.
    pub const ALLE: [Self; 7] = [
        Self::EnkelOnderwerp,
        Self::EnkelTekst,
        Self::EnkelHtml,
        Self::BundelOnderwerp,
        Self::BundelTekst,
        Self::BundelHtml,
        Self::BerichtHtml,
    ];

    /// The name of the file.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::EnkelOnderwerp => "enkel.onderwerp.txt",
            Self::EnkelTekst => "enkel.txt",
            Self::EnkelHtml => "enkel.html",
            Self::BundelOnderwerp => "bundel.onderwerp.txt",
            Self::BundelTekst => "bundel.txt",
            Self::BundelHtml => "bundel.html",
            Self::BerichtHtml => "bericht.html",
        }
    }

    /// What it says when nobody changed it; an administrator begins with this.
    #[must_use]
    pub fn standaard(self) -> &'static str {
        match self {
            Self::EnkelOnderwerp => include_str!("../sjablonen/enkel.onderwerp.txt"),
            Self::EnkelTekst => include_str!("../sjablonen/enkel.txt"),
            Self::EnkelHtml => include_str!("../sjablonen/enkel.html"),
            Self::BundelOnderwerp => include_str!("../sjablonen/bundel.onderwerp.txt"),
            Self::BundelTekst => include_str!("../sjablonen/bundel.txt"),
            Self::BundelHtml => include_str!("../sjablonen/bundel.html"),
            Self::BerichtHtml => include_str!("../sjablonen/bericht.html"),
        }
    }

    /// The variables it may use.
    #[must_use]
    pub fn variabelen(self) -> &'static [&'static str] {
        match self {
            Self::EnkelOnderwerp => &["kenmerk", "stap"],
            Self::EnkelTekst | Self::EnkelHtml => {
                &["kenmerk", "stap", "uiterlijk", "te_laat", "toelichting", "inlogadres"]
            }
            Self::BundelOnderwerp => &[],
            Self::BundelTekst | Self::BundelHtml => &["regels", "aantal", "inlogadres"],
            Self::BerichtHtml => &["alineas"],
        }
    }

    pub(super) fn is_onderwerp(self) -> bool {
        matches!(self, Self::EnkelOnderwerp | Self::BundelOnderwerp)
    }

    pub(super) fn is_html(self) -> bool {
        matches!(self, Self::EnkelHtml | Self::BundelHtml | Self::BerichtHtml)
    }
}
