//! What a [`super::Geval`] computed before, so that it is computed once.

use std::cell::Cell;

use crate::Datum;
use crate::termijn::{Termijn, tabel};

/// Row and last day per group, once they were asked for.
pub(super) struct Onthouden {
    pub(super) rijen: [Cell<Gevraagd<&'static Termijn>>; tabel::PLAATSEN_HOOGSTENS],
    pub(super) dagen: [Cell<Gevraagd<Datum>>; tabel::PLAATSEN_HOOGSTENS],
}

/// Whether something was asked for, and then what the answer was.
#[derive(Clone, Copy)]
pub(super) enum Gevraagd<T> {
    NogNiet,
    Ja(Option<T>),
}

impl Onthouden {
    pub(super) fn leeg() -> Self {
        Self {
            rijen: [const { Cell::new(Gevraagd::NogNiet) }; _],
            dagen: [const { Cell::new(Gevraagd::NogNiet) }; _],
        }
    }
}

/// The value in the place, computed the first time; without a place it is computed every time.
pub(super) fn onthoud<T: Copy>(
    plaats: Option<&Cell<Gevraagd<T>>>,
    bereken: impl FnOnce() -> Option<T>,
) -> Option<T> {
    if let Some(Gevraagd::Ja(eerder)) = plaats.map(Cell::get) {
        return eerder;
    }
    let waarde = bereken();
    if let Some(plaats) = plaats {
        plaats.set(Gevraagd::Ja(waarde));
    }
    waarde
}
