//! A typeset document: its bytes, with the name of its file.

/// A document as a file. It has no `Debug`: it holds what a document holds.
#[derive(Clone, PartialEq, Eq)]
pub struct Pdf {
    /// Name of the file without a folder; says nothing about a person or a fact of the case.
    pub bestandsnaam: String,
    /// The bytes (PDF/A-2a and PDF/UA-1).
    pub inhoud: Vec<u8>,
    /// Number of pages.
    pub bladzijden: usize,
}

/// A document for the employee only. It is a type of its own, so that it cannot end up among the files
/// of a re-integratieverslag by mistake.
#[derive(Clone, PartialEq, Eq)]
pub struct Gesloten(Pdf);

impl Gesloten {
    pub(crate) fn new(pdf: Pdf) -> Self {
        Self(pdf)
    }

    /// Gives up the file, for whoever hands it to the employee.
    #[must_use]
    pub fn voor_werknemer(self) -> Pdf {
        self.0
    }
}
