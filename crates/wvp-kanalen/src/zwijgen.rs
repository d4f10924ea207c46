//! What no message says: words about illness, and numbers that may be a burgerservicenummer.

use wvp_domain::Compartiment;
use wvp_domain::invoerwacht;

/// Parts of words that tell an outsider what kind of case this is. They are about no illness, so the list of
/// the invoerwacht does not hold them.
const VERRADERS: [&str; 9] = [
    "ziek",
    "verzuim",
    "herstel",
    "vangnet",
    "arbodienst",
    "bedrijfsarts",
    "medisch",
    "poortwachter",
    "arbeidsongeschikt",
];

/// So many digits in a row may be somebody's number.
const CIJFERS_MAX: usize = 5;

/// Whether a text tells that somebody is ill, or of what.
pub(crate) fn verraadt(tekst: &str) -> bool {
    let klein = tekst.to_lowercase();
    VERRADERS.iter().any(|deel| klein.contains(deel))
        || invoerwacht::vindplaats(Compartiment::A, tekst).is_some()
}

/// Whether more digits follow each other than a week, year or house number has.
pub(crate) fn heeft_een_nummer(tekst: &str) -> bool {
    let reeksen = tekst.split(|teken: char| !teken.is_ascii_digit());
    reeksen.map(str::len).any(|lengte| lengte > CIJFERS_MAX)
}

#[cfg(test)]
mod tests {
    use super::{heeft_een_nummer, verraadt};

    #[test]
    fn woorden_over_ziekte_en_over_de_soort_zaak_verraden() {
        for tekst in ["Ziekmelding", "wegens griep", "VERZUIM", "naar de bedrijfsarts"] {
            assert!(verraadt(tekst), "{tekst}");
        }
        assert!(!verraadt("Er staat een stap voor u klaar: Plan van aanpak"));
    }

    #[test]
    fn een_lang_nummer_is_een_nummer_en_een_week_niet() {
        assert!(heeft_een_nummer("nr 123456782"));
        assert!(!heeft_een_nummer("week 42 van 2024"));
    }
}
