//! The rows of the table, as words.

use thiserror::Error;

/// A table or question that cannot be put to Cedar.
#[derive(Debug, Error)]
pub enum CedarFout {
    /// The table is not a csv file with seven columns.
    #[error("de tabel is geen leesbare csv")]
    Csv(#[from] csv::Error),
    /// A condition that cannot be read.
    #[error("voorwaarde `{0}` is niet te lezen")]
    Voorwaarde(String),
    /// Cedar refuses a policy, an entity or a question, or meets an error while it decides.
    #[error("cedar: {0}")]
    Cedar(String),
}

/// One row, as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CedarRij {
    /// Party of the reader, or `*`.
    pub partij: String,
    /// Function of the reader, or `*`.
    pub functie: String,
    /// Object, category or `*`.
    pub object: String,
    /// Action, `forward:*` or `*`.
    pub handeling: String,
    /// The condition.
    pub voorwaarde: String,
    /// `allow` or `deny`.
    pub oordeel: String,
}

/// Reads all rows.
pub(crate) fn lees(tabel: &str) -> Result<Vec<CedarRij>, CedarFout> {
    let mut lezer = csv::Reader::from_reader(tabel.as_bytes());
    let rijen = lezer.records().map(|rij| {
        let rij = rij?;
        let kolom = |plaats: usize| rij.get(plaats).unwrap_or_default().to_owned();
        Ok(CedarRij {
            partij: kolom(0),
            functie: kolom(1),
            object: kolom(2),
            handeling: kolom(3),
            voorwaarde: kolom(4),
            oordeel: kolom(5),
        })
    });
    rijen.collect()
}

impl CedarRij {
    /// Whether the row gives a right.
    pub(crate) fn geeft(&self) -> bool {
        self.oordeel == "allow"
    }
}

/// The category of a special object: `A` of `A.bsn`.
pub(crate) fn categorie(object: &str) -> Option<&str> {
    object.split_once('.').map(|(categorie, _)| categorie)
}
