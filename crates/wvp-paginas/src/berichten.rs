//! The mailbox: what was asked of somebody, newest first.

use askama::Template;
use wvp_domain::mijlpaal::uitstel::Waarover;
use wvp_engine::{Postbericht, Postinhoud};

use crate::kader::Kader;

/// The mailbox of whoever is logged in.
#[derive(Template)]
#[template(path = "berichten/berichten.html")]
pub struct Berichten {
    /// Around it.
    pub k: Kader,
    /// The messages, newest first.
    pub berichten: Vec<Postbericht>,
}

impl Berichten {
    fn ongelezen(&self) -> usize {
        self.berichten.iter().filter(|it| !it.is_gelezen).count()
    }

    fn titel(&self, bericht: &Postbericht) -> String {
        match &bericht.inhoud {
            Postinhoud::Stap { over: Waarover::Termijn(termijn), .. } => termijn.naam().to_owned(),
            Postinhoud::Stap { over: Waarover::Stap(naam), .. } => naam.clone(),
            Postinhoud::Stukken { .. } => self.k.zeg("bericht-stukken"),
            Postinhoud::NietBezorgd { .. } => self.k.zeg("bericht-niet-bezorgd"),
        }
    }

    fn uitleg(&self, bericht: &Postbericht) -> String {
        match &bericht.inhoud {
            Postinhoud::Stap { uiterlijk, .. } => {
                self.k.met("nu-uiterlijk", self.k.dag(*uiterlijk).voluit())
            }
            Postinhoud::Stukken { elementen, uiterlijk } => {
                let namen: Vec<&str> = elementen.iter().map(|it| it.naam()).collect();
                let dag = self.k.met("nu-uiterlijk", self.k.dag(*uiterlijk).voluit());
                format!("{}. {dag}", namen.join(", "))
            }
            Postinhoud::NietBezorgd { .. } => self.k.zeg("bericht-niet-bezorgd-uitleg"),
        }
    }
}
