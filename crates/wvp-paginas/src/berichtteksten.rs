//! How messages go out and what they say, for who keeps the house.

use askama::Template;

use crate::kader::Kader;
use crate::tabel::{Cel, Tabel};

/// The channels, and the messages as they go out.
#[derive(Template)]
#[template(path = "berichten/teksten.html")]
pub struct Berichtteksten {
    /// Around it.
    pub k: Kader,
    /// How each channel does; its cells are words.
    pub kanalen: Tabel,
    /// Subject and text of each kind of message.
    pub voorbeelden: Vec<(String, String)>,
}

impl Berichtteksten {
    fn lab(&self, kolom: usize) -> &str {
        self.kanalen.kop.get(kolom).map_or("", String::as_str)
    }
}
