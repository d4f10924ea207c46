//! Forms made from the schema of what they record: the same schema judges what comes back. A field is named by its
//! place (`b.afspraken[0].wat`), which is how a fault names it too, so a fault finds its field.
//!
//! Labels, hints and the words of choices stand in `talen/*/formulier.ftl` by the name of the field.

mod bouw;
mod html;
mod keuzewoord;
mod lees;
mod voorproef;
mod vorm;

use std::collections::BTreeMap;

use askama::Template;
use serde_json::Value;

use crate::kader::Kader;

pub use keuzewoord::keuzewoord;
pub use lees::lees;
pub use voorproef::voorproef;

/// The button that asks for more rows in a list of a form.
pub const MEER: &str = ":meer";
/// The button that keeps a draft.
pub const BEWAAR: &str = ":bewaar";
/// The button that throws a draft away.
pub const GOOI_WEG: &str = ":weg";

/// The button that plays what was filled in, and records nothing.
pub const SPEEL: &str = ":speel";

/// The button that shows what others will read, and records nothing.
pub const VOORPROEF: &str = ":voorproef";

/// What others will read of a form: labels with words. Has no `Debug`: it holds what sections hold.
pub struct Voorproef {
    /// Label and words of every field that is not empty.
    pub regels: Vec<(String, String)>,
}

/// Which buttons about drafts a form has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conceptknoppen {
    /// None: the form has no drafts.
    Geen,
    /// To keep what was filled in.
    Bewaar,
    /// To keep it, or to throw away the draft that it began with.
    Verder,
}

/// A choice for a field that refers to something: its number, and what people call it.
pub type Verwijzing = (String, String);

/// What fields can refer to: by the name of their schema (`StukId`, `AccountId`, `Organisatie`), or by their own place
/// (`a.lezer`). At a place it is these and nothing else; beside known organisations another one can be filled in.
pub type Verwijzingen = BTreeMap<&'static str, Vec<Verwijzing>>;

/// A fault: the place of the field, and what should hold.
pub type Veldfout = (String, String);

/// What a form is made of.
#[derive(Debug, Clone, Copy)]
pub struct Vorm<'a> {
    /// The schema, with its definitions under `$defs`.
    pub schema: &'a Value,
    /// What the fields begin with; null for nothing.
    pub waarden: &'a Value,
    /// What was wrong.
    pub fouten: &'a [Veldfout],
    /// What fields can refer to.
    pub verwijzingen: &'a Verwijzingen,
    /// The sections that are shown: `a`, `b`, `c`, `d`.
    pub delen: &'a [&'a str],
    /// Places that are filled in by the house and not shown.
    pub vast: &'a [&'a str],
}

/// A page with a form that records something.
#[derive(Template)]
#[template(path = "formulier/formulier.html")]
pub struct Formulier {
    /// Around it.
    pub k: Kader,
    /// What is recorded, as a title.
    pub titel: String,
    /// Where it leads back to, and what that is called.
    pub terug: (String, String),
    /// Where it is sent.
    pub adres: String,
    /// What is good to know first, each in a sentence.
    pub vooraf: Vec<String>,
    /// The sections.
    pub delen: Vec<Deel>,
    /// Fields that go along unseen.
    pub verborgen: Vec<(String, String)>,
    /// Faults, with the id of the field they are about; none when that has no field.
    pub fouten: Vec<Fout>,
    /// Which buttons about drafts it has.
    pub concept: Conceptknoppen,
    /// What others will read of what was filled in; none when that was not asked.
    pub voorproef: Option<Voorproef>,
    /// Whether the form can be shown as others will read it.
    pub heeft_voorproef: bool,
    /// Whether the form holds a fence against medical words.
    pub zonder_medisch: bool,
}

/// A fault as the list above the form shows it.
pub struct Fout {
    /// In a sentence.
    pub zin: String,
    /// The id of the field.
    pub veld: Option<String>,
}

/// A section of a form. Has no `Debug`: it may hold what a section holds.
pub struct Deel {
    /// The letter of its category.
    pub letter: char,
    /// Its title; none when there is one section only.
    pub titel: Option<String>,
    html: String,
}

impl Deel {
    /// Its fields.
    pub(crate) fn html(&self) -> &str {
        &self.html
    }

    fn is_medisch(&self) -> bool {
        self.letter == 'c'
    }
}

/// The sections and the faults of a form.
#[must_use]
pub fn bouw(k: &Kader, vorm: &Vorm<'_>) -> (Vec<Deel>, Vec<Fout>) {
    bouw_als(k, vorm, |velden| velden.iter().map(|it| html::veld(k, it)).collect())
}

/// The same, with only the fields of these places in sight: the others unfold, and are unfolded when one of them was
/// filled in or is wrong.
#[must_use]
pub fn bouw_met_meer(k: &Kader, vorm: &Vorm<'_>, voorop: &[&str]) -> (Vec<Deel>, Vec<Fout>) {
    bouw_als(k, vorm, |velden| {
        let (eerst, meer): (Vec<_>, Vec<_>) =
            velden.into_iter().partition(|it| voorop.contains(&it.plek.as_str()));
        let eerst: String = eerst.iter().map(|it| html::veld(k, it)).collect();
        eerst + &html::meer(k, &meer)
    })
}

fn bouw_als(
    k: &Kader,
    vorm: &Vorm<'_>,
    als_html: impl Fn(Vec<bouw::Veld>) -> String,
) -> (Vec<Deel>, Vec<Fout>) {
    let bouwer = bouw::Bouwer { k, vorm };
    let delen = bouwer.delen();
    let met_titel = delen.len() > 1;
    let delen = delen.into_iter().map(|(letter, velden)| Deel {
        letter,
        titel: met_titel.then(|| k.zeg(&format!("deel-{letter}"))),
        html: als_html(velden),
    });
    let fouten = vorm.fouten.iter().map(|fout| bouwer.fout(fout)).collect();
    (delen.collect(), fouten)
}
