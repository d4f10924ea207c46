//! Where a field can come from: the facts that stand, through the eyes of whoever asks.

pub(super) mod afspraken;
pub(super) mod arts;
pub(super) mod overig;

use super::{Herkomst, Vraag, Waarde};
use crate::beschrijving::titel;
use crate::termijn::{Geval, Wie};
use crate::{Afgeschermd, Datum, Dossier, Event, Feit, Kenmerk, Sectie, StukId};

/// One dossier for one draft.
pub(super) struct Zicht<'a> {
    vraag: &'a Vraag<'a>,
    dossier: &'a Dossier,
    geval: Option<&'a Geval<'a>>,
}

/// What the facts say about a field.
pub(super) enum Vondst {
    Gevuld {
        waarde: Waarde,
        herkomst: Vec<Herkomst>,
        /// Whose it is to say that it still holds.
        bevestigt: Option<Wie>,
    },
    /// Nothing.
    Leeg,
    /// It may stand in a section that is closed to whoever asks.
    Dicht,
    /// It is a signature.
    Tekenen,
}

/// What there is to read in a section of a document.
pub(super) enum Uit<T> {
    Open(T, Herkomst),
    Leeg,
    Dicht,
}

/// A document that was not withdrawn; its day is the corrected one.
#[derive(Clone, Copy)]
pub(super) struct Document<'a> {
    event: &'a Event,
    stuk: StukId,
    datum: Datum,
}

impl<'a> Zicht<'a> {
    pub(super) fn new(
        vraag: &'a Vraag<'a>,
        dossier: &'a Dossier,
        geval: Option<&'a Geval<'a>>,
    ) -> Self {
        Self { vraag, dossier, geval }
    }

    /// The documents behind these facts, oldest first.
    fn documenten<F: Feit>(&self, feiten: &[F]) -> Vec<Document<'a>> {
        let mut documenten: Vec<_> =
            feiten.iter().filter_map(|feit| self.document(feit.stuk(), feit.datum())).collect();
        documenten.sort_by_key(|document| document.datum);
        documenten
    }

    fn document(&self, stuk: StukId, datum: Datum) -> Option<Document<'a>> {
        let events = self.vraag.feiten.events;
        let event = events.iter().find(|it| it.kenmerk() == Kenmerk::Stuk(stuk))?;
        Some(Document { event, stuk, datum })
    }

    /// The content of a section: closed is empty when whoever asks could have opened it.
    fn sectie<'s, T: Sectie>(&self, van: Document, sectie: &'s Afgeschermd<T>) -> Uit<&'s T> {
        match sectie.inhoud() {
            Some(inhoud) => Uit::Open(inhoud, van.herkomst()),
            None if self.vraag.feiten.inzage.contains(&T::COMPARTIMENT) => Uit::Leeg,
            None => Uit::Dicht,
        }
    }
}

impl Document<'_> {
    fn herkomst(&self) -> Herkomst {
        Herkomst::Stuk { titel: titel(self.event), stuk: self.stuk, datum: self.datum }
    }
}

impl<T> Uit<T> {
    fn map<U>(self, doe: impl FnOnce(T) -> U) -> Uit<U> {
        match self {
            Self::Open(inhoud, herkomst) => Uit::Open(doe(inhoud), herkomst),
            Self::Leeg => Uit::Leeg,
            Self::Dicht => Uit::Dicht,
        }
    }

    /// The field that the content fills; `kies` says nothing when the content does not.
    pub(super) fn vul(self, kies: impl FnOnce(T) -> Option<Waarde>) -> Vondst {
        match self {
            Self::Open(inhoud, herkomst) => Vondst::uit(kies(inhoud), vec![herkomst]),
            Self::Leeg => Vondst::Leeg,
            Self::Dicht => Vondst::Dicht,
        }
    }
}

impl Vondst {
    fn uit(waarde: Option<Waarde>, herkomst: Vec<Herkomst>) -> Self {
        match waarde {
            Some(waarde) => Self::Gevuld { waarde, herkomst, bevestigt: None },
            None => Self::Leeg,
        }
    }

    /// The same, to be confirmed by whose it is to say.
    pub(super) fn bevestigd_door(self, wie: Wie) -> Self {
        match self {
            Self::Gevuld { waarde, herkomst, bevestigt: _ } => {
                Self::Gevuld { waarde, herkomst, bevestigt: Some(wie) }
            }
            Self::Leeg | Self::Dicht | Self::Tekenen => self,
        }
    }
}
