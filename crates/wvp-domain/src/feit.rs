//! What every fact in section A has: the document it came with and the day it is about.

use crate::{Datum, StukId};

/// A fact of section A.
pub trait Feit {
    /// The document or report the fact came with.
    fn stuk(&self) -> StukId;
    /// The day the fact is about (a calendar day in Amsterdam).
    fn datum(&self) -> Datum;
    /// Moves the fact to another day. Only a correctie does so.
    fn zet_datum(&mut self, datum: Datum);
}

/// All facts of one kind, whatever their kind.
pub(crate) trait Feiten {
    /// The fact that came with this document, if it is of this kind.
    fn met_stuk(&mut self, stuk: StukId) -> Option<&mut dyn Feit>;
    /// Forgets the fact that came with this document.
    fn trek_in(&mut self, stuk: StukId);
}

impl<F: Feit> Feiten for Vec<F> {
    fn met_stuk(&mut self, stuk: StukId) -> Option<&mut dyn Feit> {
        let feit = self.iter_mut().find(|feit| feit.stuk() == stuk)?;
        Some(feit)
    }

    fn trek_in(&mut self, stuk: StukId) {
        self.retain(|feit| feit.stuk() != stuk);
    }
}
