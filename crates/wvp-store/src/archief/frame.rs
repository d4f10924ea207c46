//! Frames of an archive: length, kind, checksum, body.

use super::Manifest;
use crate::keyring::Bewijs;
use crate::record::{Hash, Record};
use crate::stroom::{Moment, Positie, StroomId, Versie};

/// Stands at the beginning of every archive.
pub(super) const MERK: &[u8; 12] = b"PwArchief1\r\n";

/// Bytes before the body of a frame.
pub(super) const KOP: usize = 4 + 1 + 4;

/// Largest body in bytes: a record of the largest size with its header, twice over.
pub(super) const GROOTSTE: usize = 2 << 20;

/// What a frame is. The number is stored and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Soort {
    /// When the archive was made.
    Kop = 1,
    Record = 2,
    Bewijs = 3,
    /// The manifest, with a checksum over all that stands before it.
    Manifest = 4,
}

impl Soort {
    const ALLE: [Self; 4] = [Self::Kop, Self::Record, Self::Bewijs, Self::Manifest];
}

/// Writes a frame.
pub(super) fn schrijf(soort: Soort, inhoud: &[u8]) -> Vec<u8> {
    let mut frame = u32::try_from(inhoud.len()).unwrap_or(u32::MAX).to_be_bytes().to_vec();
    frame.push(soort as u8);
    frame.extend(som(&frame, inhoud).to_be_bytes());
    frame.extend(inhoud);
    frame
}

/// Reads the header of a frame: its kind and the length of its body.
pub(super) fn lees_kop(kop: &[u8; KOP]) -> Option<(Soort, usize)> {
    let (lengte, rest) = kop.split_first_chunk::<4>()?;
    let soort = Soort::ALLE.into_iter().find(|soort| Some(&(*soort as u8)) == rest.first())?;
    let lengte = usize::try_from(u32::from_be_bytes(*lengte)).ok()?;
    (lengte <= GROOTSTE).then_some((soort, lengte))
}

/// Whether the checksum in a header fits it and the body.
pub(super) fn is_heel(kop: &[u8; KOP], inhoud: &[u8]) -> bool {
    let Some((velden, gelezen)) = kop.split_last_chunk::<4>() else { return false };
    som(velden, inhoud).to_be_bytes() == *gelezen
}

fn som(velden: &[u8], inhoud: &[u8]) -> u32 {
    crc32c::crc32c_append(crc32c::crc32c(velden), inhoud)
}

/// The body of a record: stream, version, position, then the record.
pub(super) fn van_record(record: &Record, vorm: &[u8]) -> Vec<u8> {
    let mut inhoud = record.stroom.bytes().to_vec();
    inhoud.extend(record.versie.0.to_be_bytes());
    inhoud.extend(record.positie.0.to_be_bytes());
    inhoud.extend(vorm);
    inhoud
}

/// Reads the body of a record.
pub(super) fn als_record(inhoud: &[u8]) -> Option<Record> {
    let (stroom, rest) = inhoud.split_first_chunk::<{ StroomId::BYTES }>()?;
    let (versie, rest) = rest.split_first_chunk::<8>()?;
    let (positie, rest) = rest.split_first_chunk::<8>()?;
    let versie = Versie(u64::from_be_bytes(*versie));
    let positie = Positie(u64::from_be_bytes(*positie));
    crate::recordvorm::lees(positie, StroomId::uit_bytes(stroom)?, versie, rest)
}

/// Reads the body of a certificate.
pub(super) fn als_bewijs(inhoud: &[u8]) -> Option<Bewijs> {
    Bewijs::uit_bytes(inhoud.try_into().ok()?).filter(Bewijs::klopt)
}

/// The body of a manifest; `alles` is the checksum over what stands before it.
pub(super) fn van_manifest(manifest: &Manifest, alles: &[u8; 32]) -> Vec<u8> {
    let mut inhoud = manifest.moment.0.to_be_bytes().to_vec();
    for getal in [manifest.records, manifest.stromen, manifest.bewijzen, manifest.positie.0] {
        inhoud.extend(getal.to_be_bytes());
    }
    inhoud.extend(manifest.wortel.0);
    inhoud.extend(alles);
    inhoud
}

/// Reads the body of a manifest, with the checksum over what stands before it.
pub(super) fn als_manifest(inhoud: &[u8]) -> Option<(Manifest, [u8; 32])> {
    let (moment, rest) = inhoud.split_first_chunk::<8>()?;
    let (records, rest) = rest.split_first_chunk::<8>()?;
    let (stromen, rest) = rest.split_first_chunk::<8>()?;
    let (bewijzen, rest) = rest.split_first_chunk::<8>()?;
    let (positie, rest) = rest.split_first_chunk::<8>()?;
    let (wortel, alles) = rest.split_first_chunk::<32>()?;
    let manifest = Manifest {
        moment: Moment(i64::from_be_bytes(*moment)),
        records: u64::from_be_bytes(*records),
        stromen: u64::from_be_bytes(*stromen),
        bewijzen: u64::from_be_bytes(*bewijzen),
        positie: Positie(u64::from_be_bytes(*positie)),
        wortel: Hash(*wortel),
    };
    Some((manifest, alles.try_into().ok()?))
}
