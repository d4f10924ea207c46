//! One question: who wants to do what with which object.

use crate::{handeling::Handeling, lezer::Lezer, object::Object};

/// Reader, object and action together: one cell of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Vraag {
    pub(crate) lezer: Lezer,
    pub(crate) object: Object,
    pub(crate) handeling: Handeling,
}

impl Vraag {
    /// The same reader and object, but reading: what sending on also needs (B.1 line 6).
    pub(crate) const fn lezen(self) -> Self {
        Self { handeling: Handeling::Lezen, ..self }
    }
}
