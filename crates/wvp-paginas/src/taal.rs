//! The words of the pages, in Dutch and English (`talen/`). What the law and the facts say stays Dutch in both.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Taal {
    /// Dutch, unless somebody chose otherwise.
    #[default]
    Nl,
    /// English.
    En,
}

type Woorden = FluentBundle<FluentResource>;

/// The files of a language, joined by the names of the pages.
macro_rules! bestanden {
    ($taal:literal) => {
        [
            include_str!(concat!("../talen/", $taal, "/kader.ftl")),
            include_str!(concat!("../talen/", $taal, "/inloggen.ftl")),
            include_str!(concat!("../talen/", $taal, "/werklijst.ftl")),
            include_str!(concat!("../talen/", $taal, "/dossier.ftl")),
            include_str!(concat!("../talen/", $taal, "/formulier.ftl")),
            include_str!(concat!("../talen/", $taal, "/dossiers.ftl")),
            include_str!(concat!("../talen/", $taal, "/overig.ftl")),
            include_str!(concat!("../talen/", $taal, "/hulp.ftl")),
        ]
    };
}

const NL: LanguageIdentifier = langid!("nl");
const EN: LanguageIdentifier = langid!("en");

static IN_HET_NEDERLANDS: LazyLock<Woorden> = LazyLock::new(|| woorden(NL, &bestanden!("nl")));
static IN_HET_ENGELS: LazyLock<Woorden> = LazyLock::new(|| woorden(EN, &bestanden!("en")));

/// A file that does not parse in part gives what it does; a test holds that every line parses.
fn woorden(taal: LanguageIdentifier, bestanden: &[&str]) -> Woorden {
    let mut bundel = FluentBundle::new_concurrent(vec![taal]);
    bundel.set_use_isolating(false);
    for bestand in bestanden {
        let bron = FluentResource::try_new((*bestand).to_owned()).unwrap_or_else(|(bron, _)| bron);
        bundel.add_resource_overriding(bron);
    }
    bundel
}

impl Taal {
    /// Both.
    pub const ALLE: [Self; 2] = [Self::Nl, Self::En];

    /// Its word in an address, a cookie and `lang`.
    #[must_use]
    pub const fn woord(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The language of a word; none for another.
    #[must_use]
    pub fn van(woord: &str) -> Option<Self> {
        Self::ALLE.into_iter().find(|it| it.woord() == woord)
    }

    /// What stands under a key.
    #[must_use]
    pub fn zeg(self, sleutel: &str) -> String {
        self.zeg_met(sleutel, &FluentArgs::new())
    }

    /// The same around a number, as `$aantal`.
    #[must_use]
    pub fn aantal(self, sleutel: &str, aantal: usize) -> String {
        let mut argumenten = FluentArgs::new();
        argumenten.set("aantal", FluentValue::from(aantal));
        self.zeg_met(sleutel, &argumenten)
    }

    /// The same around a text, as `$wat`.
    #[must_use]
    pub fn met(self, sleutel: &str, wat: &str) -> String {
        let mut argumenten = FluentArgs::new();
        argumenten.set("wat", FluentValue::from(wat));
        self.zeg_met(sleutel, &argumenten)
    }

    /// What stands under a key, when anything does.
    #[must_use]
    pub fn misschien(self, sleutel: &str) -> Option<String> {
        self.bundel().has_message(sleutel).then(|| self.zeg(sleutel))
    }

    fn zeg_met(self, sleutel: &str, argumenten: &FluentArgs) -> String {
        let bundel = self.bundel();
        let patroon = bundel.get_message(sleutel).and_then(|it| it.value());
        // A key that nobody wrote shows itself; a test finds it before a reader does.
        patroon.map_or_else(
            || sleutel.to_owned(),
            |it| bundel.format_pattern(it, Some(argumenten), &mut vec![]).into_owned(),
        )
    }

    fn bundel(self) -> &'static Woorden {
        match self {
            Self::Nl => &IN_HET_NEDERLANDS,
            Self::En => &IN_HET_ENGELS,
        }
    }
}
