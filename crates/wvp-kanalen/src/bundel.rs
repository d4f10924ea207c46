//! The reminders of one message, with an address that was checked.

use uuid::Uuid;
use wvp_domain::Datum;
use wvp_engine::Bericht;
use wvp_engine::bericht::Stapmelding;

use crate::adres::{Adres, AdresFout};

/// Reminders that go out as one message: at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundel {
    id: Uuid,
    aan: Adres,
    op: Datum,
    eerste: Stapmelding,
    overige: Vec<Stapmelding>,
}

impl Bundel {
    /// The reminders of a message; none when it is about something else.
    ///
    /// # Errors
    ///
    /// When its address is none.
    pub fn try_van(bericht: &Bericht) -> Result<Option<Self>, AdresFout> {
        let aan = Adres::try_new(&bericht.aan_email)?;
        let Some((eerste, overige)) = bericht.stappen.split_first() else { return Ok(None) };
        let (eerste, overige) = (eerste.clone(), overige.to_vec());
        Ok(Some(Self { id: bericht.id, aan, op: bericht.op, eerste, overige }))
    }

    /// The id of the message.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// Whom it is for.
    #[must_use]
    pub fn aan(&self) -> &Adres {
        &self.aan
    }

    /// The day of its newest reminder.
    #[must_use]
    pub fn op(&self) -> Datum {
        self.op
    }

    /// The reminder, when there is one only.
    #[must_use]
    pub fn enige(&self) -> Option<&Stapmelding> {
        self.overige.is_empty().then_some(&self.eerste)
    }

    /// Its reminders, at least one.
    pub fn stappen(&self) -> impl Iterator<Item = &Stapmelding> {
        std::iter::once(&self.eerste).chain(&self.overige)
    }
}
