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

/// The words of each language, a file per page.
const NEDERLANDS: [&str; 8] = [
    include_str!("../talen/nl/kader.ftl"),
    include_str!("../talen/nl/inloggen.ftl"),
    include_str!("../talen/nl/werklijst.ftl"),
    include_str!("../talen/nl/dossier.ftl"),
    include_str!("../talen/nl/formulier.ftl"),
    include_str!("../talen/nl/dossiers.ftl"),
    include_str!("../talen/nl/overig.ftl"),
    include_str!("../talen/nl/hulp.ftl"),
];
const ENGELS: [&str; 8] = [
    include_str!("../talen/en/kader.ftl"),
    include_str!("../talen/en/inloggen.ftl"),
    include_str!("../talen/en/werklijst.ftl"),
    include_str!("../talen/en/dossier.ftl"),
    include_str!("../talen/en/formulier.ftl"),
    include_str!("../talen/en/dossiers.ftl"),
    include_str!("../talen/en/overig.ftl"),
    include_str!("../talen/en/hulp.ftl"),
];

const NL: LanguageIdentifier = langid!("nl");
const EN: LanguageIdentifier = langid!("en");

static IN_HET_NEDERLANDS: LazyLock<Woorden> = LazyLock::new(|| woorden(NL, &NEDERLANDS));
static IN_HET_ENGELS: LazyLock<Woorden> = LazyLock::new(|| woorden(EN, &ENGELS));

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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use fluent_bundle::FluentResource;

    use super::Taal;

    /// The lines of a language: key and text.
    fn regels(taal: Taal) -> BTreeMap<String, String> {
        let map = Path::new(env!("CARGO_MANIFEST_DIR")).join("talen").join(taal.woord());
        let mut alle = BTreeMap::new();
        for bestand in fs::read_dir(map).unwrap() {
            let tekst = fs::read_to_string(bestand.unwrap().path()).unwrap();
            assert!(FluentResource::try_new(tekst.clone()).is_ok(), "{tekst}");
            for regel in tekst.lines().filter(|it| it.starts_with(char::is_lowercase)) {
                let (sleutel, zin) = regel.split_once(" =").unwrap();
                let al = alle.insert(sleutel.to_owned(), zin.trim().to_owned());
                assert_eq!(al, None, "{sleutel} staat er twee keer");
            }
        }
        alle
    }

    /// What stands between quotes after a word, in every template and source file.
    fn gevraagd(ervoor: &str) -> Vec<String> {
        let hier = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mappen =
            [hier.join("templates"), hier.join("src"), hier.join("../wvp-server/src/paginas")];
        let (mut mappen, mut gevonden) = (mappen.to_vec(), vec![]);
        while let Some(map) = mappen.pop() {
            for bestand in fs::read_dir(map).unwrap() {
                let pad = bestand.unwrap().path();
                if pad.is_dir() {
                    mappen.push(pad);
                    continue;
                }
                let tekst = fs::read_to_string(pad).unwrap();
                let delen = tekst.split(ervoor).skip(1);
                gevonden.extend(delen.filter_map(|it| it.split('"').next().map(str::to_owned)));
            }
        }
        gevonden
    }

    #[test]
    fn beide_talen_zeggen_hetzelfde_met_dezelfde_gaten() {
        let [nl, en] = Taal::ALLE.map(regels);
        let sleutels = |it: &BTreeMap<String, String>| it.keys().cloned().collect::<Vec<_>>();
        assert_eq!(sleutels(&nl), sleutels(&en));
        let gaten = |zin: &str| zin.matches('$').count();
        for (sleutel, zin) in &nl {
            assert_eq!(en.get(sleutel).map(|it| gaten(it)), Some(gaten(zin)), "{sleutel}");
        }
    }

    #[test]
    fn wat_een_bladzijde_vraagt_staat_in_de_talen() {
        let nl = regels(Taal::Nl);
        let manieren = [".zeg(\"", ".aantal(\"", ".met(\""];
        let alle: Vec<String> = manieren.iter().flat_map(|it| gevraagd(it)).collect();
        assert!(alle.len() > 100, "{}", alle.len());
        for sleutel in alle.iter().filter(|it| !it.is_empty()) {
            assert!(nl.contains_key(sleutel), "{sleutel}");
        }
    }

    #[test]
    fn elk_bestand_met_woorden_is_in_gebruik() {
        for taal in Taal::ALLE {
            for sleutel in regels(taal).keys() {
                assert!(taal.misschien(sleutel).is_some(), "{sleutel} in {}", taal.woord());
            }
        }
    }

    #[test]
    fn een_getal_buigt_het_woord() {
        assert_eq!(Taal::Nl.aantal("dag-te-laat", 1), "1 dag te laat");
        assert_eq!(Taal::Nl.aantal("dag-te-laat", 3), "3 dagen te laat");
        assert_eq!(Taal::En.aantal("dag-te-laat", 3), "3 days late");
    }

    #[test]
    fn elke_functie_heeft_een_naam_in_beide_talen() {
        for lezer in wvp_access::Lezer::ALLE {
            for taal in Taal::ALLE {
                for sleutel in [
                    format!("functie-{}", lezer.functie()),
                    format!("partij-{}", lezer.partij().woord()),
                ] {
                    assert!(taal.misschien(&sleutel).is_some(), "{sleutel}");
                }
            }
        }
    }
}
