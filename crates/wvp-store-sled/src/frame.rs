//! A frame of the journal: a header that is checked by itself, then the body.
//!
//! Because the header has its own checksum, a damaged body still says whose it is and where the
//! next frame begins; a damaged header is stepped over by looking for the next one.

pub(crate) mod inhoud;

use wvp_store::{Positie, StroomId, Versie};

/// Largest body in bytes.
pub(crate) const GROOTSTE: usize = 1 << 20;

/// Bytes of a header: mark, length, kind, stream, version, position, two checksums.
pub(crate) const KOP: usize = 4 + 4 + 1 + StroomId::BYTES + 8 + 8 + 4 + 4;

const MERK: [u8; 4] = *b"PwJ\x01";
const SOORT_RECORD: u8 = 1;
const SOORT_GROEP: u8 = 2;

/// What the header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kopregel {
    /// What the frame is.
    pub(crate) soort: Soort,
    /// Position of the record; of a commit mark, of the last record of its group.
    pub(crate) positie: Positie,
}

/// What a frame is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Soort {
    /// A record of this stream and version.
    Record(StroomId, Versie),
    /// The commit mark that closes a group.
    Groep,
}

/// What stands at the beginning of some bytes.
#[derive(Debug)]
pub(crate) enum Ontleed<'a> {
    /// A whole frame of this many bytes.
    Heel(Kopregel, &'a [u8], usize),
    /// A good header with a damaged body; the next frame begins after this many bytes.
    Kapot(Kopregel, usize),
    /// No frame begins here.
    Onleesbaar,
    /// A frame may begin here, and goes on past the end.
    Kort,
}

/// Writes a frame.
pub(crate) fn schrijf(uit: &mut Vec<u8>, kop: Kopregel, inhoud: &[u8]) {
    let begin = uit.len();
    uit.extend(MERK);
    uit.extend(u32::try_from(inhoud.len()).unwrap_or(u32::MAX).to_be_bytes());
    let (soort, stroom, versie) = match kop.soort {
        Soort::Record(stroom, versie) => (SOORT_RECORD, stroom.bytes(), versie),
        Soort::Groep => (SOORT_GROEP, [0; StroomId::BYTES], Versie::GEEN),
    };
    uit.push(soort);
    uit.extend(stroom);
    uit.extend(versie.0.to_be_bytes());
    uit.extend(kop.positie.0.to_be_bytes());
    uit.extend(crc32c::crc32c(inhoud).to_be_bytes());
    let som = crc32c::crc32c(uit.get(begin..).unwrap_or_default());
    uit.extend(som.to_be_bytes());
    uit.extend(inhoud);
}

/// Reads what stands at the beginning of these bytes.
pub(crate) fn ontleed(bytes: &[u8]) -> Ontleed<'_> {
    let Some((kop, rest)) = bytes.split_first_chunk::<KOP>() else {
        return Ontleed::Kort;
    };
    let Some((kop, lengte, som)) = lees_kop(kop) else {
        return Ontleed::Onleesbaar;
    };
    match rest.get(..lengte) {
        None => Ontleed::Kort,
        Some(inhoud) if crc32c::crc32c(inhoud) == som => Ontleed::Heel(kop, inhoud, KOP + lengte),
        Some(_) => Ontleed::Kapot(kop, KOP + lengte),
    }
}

/// Offset of the next good header after the first byte.
pub(crate) fn zoek_volgende(bytes: &[u8]) -> Option<usize> {
    let kandidaten = bytes.windows(KOP).enumerate().skip(1);
    let mut goede = kandidaten.filter(|(_, venster)| {
        venster.starts_with(&MERK) && venster.first_chunk().and_then(lees_kop).is_some()
    });
    goede.next().map(|(offset, _)| offset)
}

/// Reads a header: what it says, length and checksum of the body; none when it is damaged.
fn lees_kop(kop: &[u8; KOP]) -> Option<(Kopregel, usize, u32)> {
    let (velden, som) = kop.split_last_chunk::<4>()?;
    if !velden.starts_with(&MERK) || crc32c::crc32c(velden) != u32::from_be_bytes(*som) {
        return None;
    }
    let (_, rest) = velden.split_first_chunk::<4>()?;
    let (lengte, rest) = rest.split_first_chunk::<4>()?;
    let (soort, rest) = rest.split_first()?;
    let (stroom, rest) = rest.split_first_chunk::<{ StroomId::BYTES }>()?;
    let (versie, rest) = rest.split_first_chunk::<8>()?;
    let (positie, rest) = rest.split_first_chunk::<8>()?;
    let soort = match *soort {
        SOORT_RECORD => {
            Soort::Record(StroomId::uit_bytes(stroom)?, Versie(u64::from_be_bytes(*versie)))
        }
        SOORT_GROEP => Soort::Groep,
        _ => return None,
    };
    let kop = Kopregel { soort, positie: Positie(u64::from_be_bytes(*positie)) };
    let lengte = usize::try_from(u32::from_be_bytes(*lengte)).ok()?;
    Some((kop, lengte, u32::from_be_bytes(*rest.first_chunk()?)))
}
