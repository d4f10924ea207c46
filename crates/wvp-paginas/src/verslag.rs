//! The re-integratieverslag: what is missing or wrong, who mends it and by when, and the package.

use askama::Template;
use wvp_domain::rivcontrole::{Bevinding, Ernst, Uitslag};
use wvp_domain::termijn::Riv;

use crate::dossier::Dossierkop;
use crate::kader::Kader;

/// The re-integratieverslag of a dossier.
#[derive(Template)]
#[template(path = "verslag/verslag.html")]
pub struct Verslag {
    /// Around it.
    pub k: Kader,
    /// Above it.
    pub kop: Dossierkop,
    /// What the rules say of it.
    pub uitslag: Uitslag,
    /// Whether this reader may put the package together.
    pub stelt_samen: bool,
    /// Why it could not be put together.
    pub nee: Option<String>,
}

impl Verslag {
    fn bevindingen(&self, ernst: Ernst) -> Vec<&Bevinding> {
        self.uitslag.bevindingen.iter().filter(|it| it.ernst == ernst).collect()
    }

    /// Kinds of findings that there are, worst first.
    fn soorten(&self) -> Vec<(Ernst, Vec<&Bevinding>)> {
        let alle = [Ernst::Blokkade, Ernst::Fout, Ernst::Waarschuwing, Ernst::Opmerking];
        alle.map(|it| (it, self.bevindingen(it)))
            .into_iter()
            .filter(|(_, er)| !er.is_empty())
            .collect()
    }

    fn kop_van(ernst: Ernst) -> &'static str {
        match ernst {
            Ernst::Blokkade => "riv-blokkade",
            Ernst::Fout => "riv-fout",
            Ernst::Waarschuwing => "riv-waarschuwing",
            Ernst::Opmerking => "riv-opmerking",
        }
    }

    fn welk(&self) -> &'static str {
        match self.uitslag.riv {
            Riv::Volledig => "riv-volledig",
            Riv::Verkort => "riv-verkort",
            Riv::Geen => "riv-geen",
        }
    }

    fn is_nodig(&self) -> bool {
        self.uitslag.riv != Riv::Geen
    }
}
