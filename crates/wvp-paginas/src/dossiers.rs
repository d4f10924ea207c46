//! Lists of dossiers: the own ones page by page, and what a search found.

use std::collections::BTreeMap;

use askama::Template;
use wvp_domain::WerkgeverId;
use wvp_engine::{Dossierregel, Standsoort, Termijnregel};

use crate::kader::Kader;
use crate::stap;

/// A list of dossiers.
#[derive(Template)]
#[template(path = "dossiers/dossiers.html")]
pub struct Dossiers {
    /// Around it.
    pub k: Kader,
    /// The dossiers.
    pub regels: Vec<Dossierregel>,
    /// Where the next page is; none when this was the last.
    pub verder: Option<String>,
    /// The names of employers, where they are known.
    pub werkgevers: BTreeMap<WerkgeverId, String>,
    /// Whether these were searched for. What was searched for is not repeated.
    pub gezocht: bool,
    /// Why nothing could be searched.
    pub nee: Option<String>,
}

impl Dossiers {
    fn titel(&self) -> String {
        self.k.zeg(if self.gezocht { "dossiers-gevonden" } else { "menu-dossiers" })
    }

    fn werkgever(&self, regel: &Dossierregel) -> String {
        self.werkgevers.get(&regel.werkgever).cloned().unwrap_or_default()
    }

    fn stand(&self, regel: &Dossierregel) -> String {
        self.k.zeg(match Standsoort::from(regel.stand) {
            Standsoort::Lopend => "stand-lopend",
            Standsoort::Hersteld => "stand-hersteld",
            Standsoort::Gesloten => "stand-gesloten",
        })
    }

    fn week(&self, regel: &Dossierregel) -> i32 {
        stap::ziekteweek(regel.eerste_ziektedag, self.k.vandaag).max(1)
    }

    fn eerste(regel: &Dossierregel) -> Option<&Termijnregel> {
        regel.termijnen.first()
    }
}
