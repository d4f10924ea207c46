//! Help for who does not know the field: how it works, and what words mean. Needs no log-in.

use askama::Template;

use crate::kader::Kader;

/// Help, with the words of the field.
#[derive(Template)]
#[template(path = "hulp/hulp.html")]
pub struct Hulp {
    /// Around it.
    pub k: Kader,
}

/// What was and what was not done so that everybody can use the pages.
#[derive(Template)]
#[template(path = "hulp/toegankelijkheid.html")]
pub struct Toegankelijkheid {
    /// Around it.
    pub k: Kader,
}

/// Words of the field, in the order of the alphabet.
const BEGRIPPEN: [&str; 16] = [
    "actueel-oordeel",
    "bedrijfsarts",
    "casemanager",
    "deskundigenoordeel",
    "eerstejaarsevaluatie",
    "loonsanctie",
    "plan-van-aanpak",
    "poortwachter",
    "probleemanalyse",
    "re-integratieverslag",
    "spoor",
    "uwv",
    "vangnet",
    "wachttijd",
    "week-42",
    "wia",
];

impl Hulp {
    fn begrippen(&self) -> Vec<(String, String)> {
        let begrip = |it: &&str| {
            (self.k.zeg(&format!("begrip-{it}")), self.k.zeg(&format!("begrip-{it}-uitleg")))
        };
        BEGRIPPEN.iter().map(begrip).collect()
    }
}
