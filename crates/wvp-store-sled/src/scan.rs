//! Reads segments from front to back, and says of every byte what became of it.
//!
//! A group is what one sync made durable: its records, then one commit mark. It is written when the
//! group before it is on disk, and so:
//!
//! 1. Whatever stands behind a mark, be it one byte or a later segment, proves that its group was on
//!    disk. A mark also proves what lies before its own first position, when that lost its mark.
//! 2. Only the mark on which the journal ends may stand behind a group that is not whole, because pages
//!    that were not synced reach the disk in any order. Such a group is a torn tail, and so is what no
//!    mark closes; unless it is known to have been acknowledged (`Bekend`).
//! 3. All else that is unreadable or missing is damage, and is named.

mod loper;

use wvp_store::verificatie::Afgekapt;
use wvp_store::{Positie, Record, Schade, StoreError, StroomId, Versie};

use self::loper::Loper;
use crate::index::Velden;
use crate::segment::{Plek, Segmenten};

/// A record with its place.
#[derive(Debug)]
pub(crate) struct Geplaatst {
    pub(crate) record: Record,
    pub(crate) plek: Plek,
    /// Length of the frame in bytes.
    pub(crate) lengte: u64,
}

/// How far the journal is known to have been acknowledged: position, and the place after it when
/// that is known too (else the very beginning).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Bekend {
    pub(crate) positie: Positie,
    pub(crate) plek: Plek,
}

impl Bekend {
    /// As bytes, with a checksum.
    pub(crate) fn bytes(self) -> Vec<u8> {
        let mut bytes = self.positie.0.to_be_bytes().to_vec();
        bytes.extend(self.plek.segment.to_be_bytes());
        bytes.extend(self.plek.offset.to_be_bytes());
        bytes.extend(crc32c::crc32c(&bytes).to_be_bytes());
        bytes
    }

    /// Reads the bytes; none when they are damaged.
    pub(crate) fn uit_bytes(bytes: &[u8]) -> Option<Self> {
        let (velden, som) = bytes.split_last_chunk::<4>()?;
        if crc32c::crc32c(velden) != u32::from_be_bytes(*som) {
            return None;
        }
        let mut velden = Velden(velden);
        Some(Self { positie: Positie(velden.u64()?), plek: velden.plek()? })
    }

    /// The one that reaches furthest.
    pub(crate) fn verste(self, ander: Self) -> Self {
        if ander.positie > self.positie { ander } else { self }
    }
}

/// What is found, in order.
#[derive(Debug)]
pub(crate) enum Vondst {
    /// A record.
    Record(Box<Geplaatst>),
    /// Damage.
    Schade(Schade),
    /// All that came before is settled; the journal goes on here.
    Tot(Positie, Plek),
}

/// The torn tail of the last segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Staart {
    pub(crate) plek: Plek,
    pub(crate) bytes: u64,
}

impl Staart {
    /// As it is reported.
    pub(crate) fn afgekapt(self) -> Afgekapt {
        let Plek { segment, offset } = self.plek;
        Afgekapt { segment, offset, bytes: self.bytes }
    }
}

/// Where a scan ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Einde {
    /// The last position.
    pub(crate) kop: Positie,
    /// The torn tail, if there is one.
    pub(crate) staart: Option<Staart>,
}

/// Scans from a place (with the last position before it) to the end of the journal.
///
/// What is known to have been acknowledged counts without a commit mark, and without being whole.
pub(crate) fn scan(
    segmenten: &Segmenten,
    vanaf: (Positie, Plek),
    bekend: Bekend,
    vondst: &mut dyn FnMut(Vondst) -> Result<(), StoreError>,
) -> Result<Einde, StoreError> {
    let (mut kop, begin) = vanaf;
    let mut staart = None;
    let nummers = segmenten.alle();
    for segment in nummers.iter().copied().filter(|segment| *segment >= begin.segment) {
        let plek = if segment == begin.segment { begin } else { Plek { segment, offset: 0 } };
        if segment > kop.0 {
            vondst(Vondst::Schade(schade(plek, None)))?;
            kop = Positie(segment);
        }
        let is_laatste = nummers.last() == Some(&segment);
        let grens = is_laatste.then_some(bekend);
        let (tot, vast) = scan_segment(segmenten, (kop, plek), grens, vondst)?;
        kop = tot;
        let bytes = segmenten.lengte(segment)?.saturating_sub(vast.offset);
        staart = (is_laatste && bytes > 0).then_some(Staart { plek: vast, bytes });
        vondst(Vondst::Tot(kop, vast))?;
    }
    Ok(Einde { kop, staart })
}

/// Scans one segment from a place on. With `bekend` it may have a torn tail; without, all of it was on
/// disk. Answers the last position and where all is settled.
pub(crate) fn scan_segment(
    segmenten: &Segmenten,
    (kop, plek): (Positie, Plek),
    bekend: Option<Bekend>,
    vondst: &mut dyn FnMut(Vondst) -> Result<(), StoreError>,
) -> Result<(Positie, Plek), StoreError> {
    let bytes = segmenten.lees(plek, usize::MAX)?;
    let mut loper = Loper::new((kop, plek), bekend, vondst);
    loper.loop_door(&bytes)?;
    let (kop, offset) = loper.rond_af(bytes.len() as u64)?;
    Ok((kop, Plek { offset, ..plek }))
}

fn schade(plek: Plek, van: Option<(StroomId, Versie)>) -> Schade {
    let Plek { segment, offset } = plek;
    Schade { segment, offset, stroom: van.map(|(stroom, _)| stroom), versie: van.map(|(_, v)| v) }
}
