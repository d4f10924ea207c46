//! Retired shapes: how a section as an older program stored it becomes today's.
//!
//! A shape that changes keeps its old struct as a retired one, with [`Opvolging`] to
//! today's; `decodeer` gets a row for `(name, old schema)` that reads through [`als`]. Sections that
//! did not change pass as they are. Nothing is rewritten on disk.

use serde::de::DeserializeOwned;
use wvp_domain::{Afgeschermd, Sectie, Secties};

use crate::codec::{CodecFout, OpenSecties};
use crate::record::Letter;

/// A stored shape with what it is today.
pub trait Opvolging: DeserializeOwned {
    /// The shape of today.
    type Vandaag: Sectie;

    /// Turns it into today's. Never fails: what cannot be known has a value that says so.
    fn opvolgen(self) -> Self::Vandaag;
}

/// What never changed is its own successor.
impl<S: Sectie> Opvolging for S {
    type Vandaag = S;

    fn opvolgen(self) -> S {
        self
    }
}

/// The payload in today's shapes, read from older ones; none when section A is closed.
///
/// # Errors
///
/// [`CodecFout::Decodeer`] when a section is none of these shapes.
pub fn als<A: Opvolging, B: Opvolging, C: Opvolging, D: Opvolging, E>(
    secties: &OpenSecties,
    event: impl FnOnce(Secties<A::Vandaag, B::Vandaag, C::Vandaag, D::Vandaag>) -> E,
) -> Result<Option<E>, CodecFout> {
    let Some(a) = secties.lees::<A>(Letter::A)? else {
        return Ok(None);
    };
    let (b, c, d) = (
        opgevolgd::<B>(secties, Letter::B)?,
        opgevolgd::<C>(secties, Letter::C)?,
        opgevolgd::<D>(secties, Letter::D)?,
    );
    Ok(Some(event(Secties { a: a.opvolgen(), b, c, d })))
}

fn opgevolgd<O: Opvolging>(
    secties: &OpenSecties,
    letter: Letter,
) -> Result<Afgeschermd<O::Vandaag>, CodecFout> {
    let oud = secties.lees::<O>(letter)?;
    Ok(oud.map_or_else(Afgeschermd::dicht, |oud| Afgeschermd::open(oud.opvolgen())))
}
