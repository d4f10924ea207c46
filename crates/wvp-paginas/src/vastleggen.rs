//! What can be recorded: the forms that a reader has, to choose from.

use askama::Template;
use wvp_domain::Datum;

use crate::dossier::Dossierkop;
use crate::kader::Kader;

/// The forms of a dossier.
#[derive(Template)]
#[template(path = "vastleggen/keuze.html")]
pub struct Keuze {
    /// Around it.
    pub k: Kader,
    /// Above it.
    pub kop: Dossierkop,
    /// Every form.
    pub formulieren: Vec<Formulierlink>,
}

/// Forms that belong together, under their head.
pub(crate) struct Groep<'a> {
    pub(crate) sleutel: &'static str,
    pub(crate) formulieren: Vec<&'a Formulierlink>,
}

/// In which order they are shown, and which forms stand under a head. What stands under none is shown last.
const GROEPEN: [(&str, &[&str]); 6] = [
    ("vast-gesprekken", &["spreekuren", "voortgangsgesprekken", "verlof"]),
    (
        "vast-stukken",
        &[
            "probleemanalyses",
            "bijstellingen-probleemanalyse",
            "plannen-van-aanpak",
            "bijstellingen-plan-van-aanpak",
            "eerstejaarsevaluaties",
            "eindevaluaties",
            "actuele-oordelen",
            "oordelen-werknemer",
            "riv-concepten",
            "riv-overdrachten",
            "medische-informatie",
        ],
    ),
    (
        "vast-werk",
        &[
            "inzetbaarheid",
            "arbeidstherapie",
            "herstelmeldingen",
            "hernieuwde-ziekmeldingen",
            "besluiten-tweede-spoor",
            "arbeidsdeskundige-onderzoeken",
            "deskundigenoordelen",
            "interventieadviezen",
            "interventieafspraken",
            "gestarte-interventies",
            "beeindigde-interventies",
        ],
    ),
    (
        "vast-uwv",
        &[
            "meldingen-42e-week",
            "wia-aanvragen",
            "uwv-brieven",
            "uwv-besluiten",
            "vangnetmeldingen-arbodienst",
            "vangnetmeldingen-uwv",
            "vangnetmeldingen-werknemer",
        ],
    ),
    (
        "vast-dienstverband",
        &[
            "einden-dienstverband",
            "aow-datums",
            "loonmaatregelen",
            "beeindigde-loonmaatregelen",
            "regres",
        ],
    ),
    (
        "vast-dossier",
        &[
            "meldingen-arbodienst",
            "casemanagers",
            "eigen-stappen",
            "uitstel",
            "correcties",
            "doorzendingen",
            "sluitingen",
            "heropeningen",
        ],
    ),
];
const ANDERS: &str = "vast-anders";

/// Whether a form stands under a head of its own kind.
#[must_use]
pub fn heeft_kop(woord: &str) -> bool {
    GROEPEN.iter().any(|(_, woorden)| woorden.contains(&woord))
}

impl Keuze {
    /// The forms of this reader under their heads; a head without any is left out.
    fn groepen(&self) -> Vec<Groep<'_>> {
        let onder = |woorden: &[&str]| -> Vec<&Formulierlink> {
            let van = woorden.iter();
            van.filter_map(|woord| self.formulieren.iter().find(|it| it.woord == *woord)).collect()
        };
        let mut groepen: Vec<Groep<'_>> = GROEPEN
            .iter()
            .map(|(sleutel, woorden)| Groep { sleutel, formulieren: onder(woorden) })
            .collect();
        let rest = self.formulieren.iter().filter(|it| !heeft_kop(it.woord)).collect();
        groepen.push(Groep { sleutel: ANDERS, formulieren: rest });
        groepen.retain(|it| !it.formulieren.is_empty());
        groepen
    }
}

/// A form to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formulierlink {
    /// Its word in addresses.
    pub woord: &'static str,
    /// What it is called.
    pub titel: &'static str,
    /// The day on which a draft of it was kept.
    pub concept: Option<Datum>,
}
