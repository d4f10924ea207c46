//! The employee: the own file in plain words, what is expected and when, and what can be done with it.

use std::collections::BTreeSet;

use askama::Template;
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_engine::{Dossierregel, Standsoort, Termijnregel};

use crate::kader::Kader;
use crate::stap;

/// The own file.
#[derive(Template)]
#[template(path = "mijn/mijn.html")]
pub struct Mijn {
    /// Around it.
    pub k: Kader,
    /// The own dossiers, those that run first.
    pub dossiers: Vec<Dossierregel>,
}

impl Mijn {
    fn week(&self, regel: &Dossierregel) -> i32 {
        stap::ziekteweek(regel.eerste_ziektedag, self.k.vandaag).max(1)
    }

    fn loopt(regel: &Dossierregel) -> bool {
        Standsoort::from(regel.stand) == Standsoort::Lopend
    }

    /// What is expected of the employee, and then of others.
    fn stappen(regel: &Dossierregel, eigen: bool) -> Vec<&Termijnregel> {
        let is_eigen = |it: &&Termijnregel| it.wie.contains(&Ontvanger::Werknemer) == eigen;
        // A step with two grounds is told once, by the first of its days.
        let mut gehad = BTreeSet::new();
        let een_keer = |it: &&Termijnregel| gehad.insert(it.termijn);
        regel.termijnen.iter().filter(is_eigen).filter(een_keer).take(4).collect()
    }

    fn aanzet(&self, termijn: &Termijnregel) -> String {
        let wie: Vec<String> =
            termijn.wie.iter().map(|it| stap::aanzet(self.k.taal, *it)).collect();
        wie.join(", ")
    }
}
