//! The document of the API, to read at a browser.

use askama::Template;

use crate::kader::Kader;

/// The groups, or one of them.
#[derive(Template)]
#[template(path = "documentatie/documentatie.html")]
pub struct Documentatie<'a> {
    /// Around it.
    pub k: Kader,
    /// Every group.
    pub groepen: &'a [Groep],
    /// The group that is shown; none for the first page.
    pub gekozen: Option<&'a Groep>,
}

/// Operations that belong together.
#[derive(Debug)]
pub struct Groep {
    /// What they are about.
    pub naam: String,
    /// The operations.
    pub handelingen: Vec<Handeling>,
}

/// One operation.
#[derive(Debug)]
pub struct Handeling {
    /// Its method.
    pub methode: String,
    /// Its address.
    pub pad: String,
    /// What it does.
    pub titel: String,
    /// Its name for programs.
    pub naam: String,
    /// Whether it needs no log-in.
    pub open: bool,
    /// What goes in beside the body.
    pub parameters: Vec<Parameter>,
    /// An example of the body, as JSON.
    pub voorbeeld: Option<String>,
    /// The form of the body, as a JSON Schema.
    pub vorm: Option<String>,
    /// What can be answered.
    pub antwoorden: Vec<Antwoord>,
}

/// What goes in beside the body.
#[derive(Debug)]
pub struct Parameter {
    /// Its name.
    pub naam: String,
    /// `path`, `query` or `header`.
    pub waar: String,
    /// What it is for.
    pub uitleg: String,
}

/// An answer.
#[derive(Debug)]
pub struct Antwoord {
    /// Its status.
    pub status: String,
    /// What it means.
    pub uitleg: String,
    /// Its form, as a JSON Schema.
    pub vorm: Option<String>,
}

impl Documentatie<'_> {
    fn is_gekozen(&self, groep: &Groep) -> bool {
        self.gekozen.is_some_and(|it| std::ptr::eq(it, groep))
    }
}
