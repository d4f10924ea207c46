//! The mailbox: what was asked of somebody, newest first.

use std::collections::BTreeMap;

use askama::Template;
use wvp_domain::DossierId;
use wvp_domain::mijlpaal::uitstel::Waarover;
use wvp_engine::{Postbericht, Postinhoud, kenmerk};

use crate::kader::Kader;

/// The mailbox of whoever is logged in.
#[derive(Template)]
#[template(path = "berichten/berichten.html")]
pub struct Berichten {
    /// Around it.
    pub k: Kader,
    /// The messages of this page, newest first.
    pub berichten: Vec<Postbericht>,
    /// Whom their dossiers are about, where this reader may know.
    pub namen: BTreeMap<DossierId, String>,
    /// How many of all messages were not read yet.
    pub ongelezen: usize,
    /// Which page, from 1.
    pub bladzijde: usize,
    /// How many there are.
    pub bladzijden: usize,
}

impl Berichten {
    fn titel(&self, bericht: &Postbericht) -> String {
        match &bericht.inhoud {
            Postinhoud::Stap { over: Waarover::Termijn(termijn), .. } => termijn.naam().to_owned(),
            Postinhoud::Stap { over: Waarover::Stap(naam), .. } => naam.clone(),
            Postinhoud::Stukken { .. } => self.k.zeg("bericht-stukken"),
            Postinhoud::NietBezorgd { .. } => self.k.zeg("bericht-niet-bezorgd"),
        }
    }

    /// Whom it is about, by name where that may be known; an employee has one name and knows it.
    fn over(&self, bericht: &Postbericht) -> String {
        let kenmerk = self.k.met("dossier-met-nummer", kenmerk(bericht.dossier));
        match self.namen.get(&bericht.dossier) {
            Some(naam) => format!("{naam} · {kenmerk}"),
            None => kenmerk,
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
