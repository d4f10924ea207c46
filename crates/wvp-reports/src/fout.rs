//! Why a document could not be made. No variant holds a text from the document.

use thiserror::Error;

/// Why a document could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RapportFout {
    /// A table without columns.
    #[error("een tabel heeft minstens één kolom nodig")]
    TabelZonderKolommen,
    /// A table row (counted from 1) whose number of cells is not that of the head.
    #[error("rij {rij} van de tabel heeft {gevonden} cellen, de kop heeft er {verwacht}")]
    TabelRij {
        /// Number of the row, from 1.
        rij: usize,
        /// Number of cells in the head.
        verwacht: usize,
        /// Number of cells in this row.
        gevonden: usize,
    },
    /// The template refused the data; the place is file and line of the template.
    #[error("het stuk kon niet worden gezet (`{plaats}`)")]
    Zetten {
        /// File and line in the template.
        plaats: String,
    },
    /// The typeset pages break a rule of PDF/A-2a or PDF/UA-1.
    #[error("het stuk voldoet niet aan PDF/A-2a en PDF/UA-1 (`{plaats}`)")]
    Norm {
        /// File and line in the template.
        plaats: String,
    },
    /// The typeset pages could not be put under a password.
    #[error("het stuk kon niet met het wachtwoord worden gesloten")]
    Sluiten,
}
