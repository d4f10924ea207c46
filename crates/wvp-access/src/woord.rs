//! A word that the table does not know.

use thiserror::Error;

/// A word of a request, or of a row, that is not in the table.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("onbekend woord `{waarde}` in `{veld}`; toegestaan: {}", .toegestaan.join(", "))]
pub struct OnbekendWoord {
    /// The field: `party`, `function`, `category`, `action` or `circumstances`.
    pub veld: &'static str,
    /// The word as it was given.
    pub waarde: String,
    /// The words that this field may hold, each once.
    pub toegestaan: Vec<&'static str>,
}

impl OnbekendWoord {
    /// An error about one field; a word given twice is named once.
    pub(crate) fn nieuw(
        veld: &'static str,
        waarde: &str,
        woorden: impl IntoIterator<Item = &'static str>,
    ) -> Self {
        let mut toegestaan: Vec<&'static str> = woorden.into_iter().collect();
        toegestaan.dedup();
        Self { veld, waarde: waarde.to_owned(), toegestaan }
    }
}
