//! Several files as one (ZIP): written the same for the same files, and read with a limit on what comes out of it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use thiserror::Error;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The most files that are read from one archive.
const BESTANDEN_HOOGSTENS: usize = 200;

/// Why an archive is not read. Repeats nothing of it.
#[derive(Debug, Error)]
pub(crate) enum ArchiefFout {
    /// It is no archive, or damaged.
    #[error("dit is geen ZIP-bestand, of het is beschadigd")]
    GeenArchief,
    /// More comes out of it than fits.
    #[error("in dit ZIP-bestand zit te veel")]
    TeGroot,
}

/// Packs files by name. Without times and without rights, so that the same files give the same bytes; not
/// compressed, because a PDF is already.
///
/// # Errors
///
/// When two files have the same name.
pub(crate) fn pak<'a>(
    bestanden: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<Vec<u8>, ZipError> {
    let mut archief = ZipWriter::new(Cursor::new(vec![]));
    let opties = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    for (naam, inhoud) in bestanden {
        archief.start_file(naam, opties)?;
        archief.write_all(inhoud)?;
    }
    Ok(archief.finish()?.into_inner())
}

/// Unpacks at most so many bytes, by the names of the files: a folder around them does not count.
pub(crate) fn pak_uit(
    bytes: &[u8],
    hoogstens: usize,
) -> Result<BTreeMap<String, Vec<u8>>, ArchiefFout> {
    let mut archief = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ArchiefFout::GeenArchief)?;
    if archief.len() > BESTANDEN_HOOGSTENS {
        return Err(ArchiefFout::TeGroot);
    }
    let (mut bestanden, mut over) = (BTreeMap::new(), hoogstens as u64);
    for nummer in 0..archief.len() {
        let bestand = archief.by_index(nummer).map_err(|_| ArchiefFout::GeenArchief)?;
        if bestand.is_dir() {
            continue;
        }
        let naam = bestand.name().map_err(|_| ArchiefFout::GeenArchief)?.into_owned();
        let naam = naam.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        let mut inhoud = vec![];
        // What the archive says of its sizes proves nothing: what comes out is counted.
        let gelezen = bestand.take(over.saturating_add(1)).read_to_end(&mut inhoud);
        let gelezen = gelezen.map_err(|_| ArchiefFout::GeenArchief)? as u64;
        over = over.checked_sub(gelezen).ok_or(ArchiefFout::TeGroot)?;
        if bestanden.insert(naam, inhoud).is_some() {
            return Err(ArchiefFout::GeenArchief);
        }
    }
    Ok(bestanden)
}

#[cfg(test)]
mod tests {
    use super::{ArchiefFout, pak, pak_uit};

    #[test]
    fn wat_is_ingepakt_komt_eruit_en_is_telkens_hetzelfde() {
        let bestanden: [(&str, &[u8]); 2] = [("a.pdf", b"een"), ("manifest.json", b"{}")];
        let archief = pak(bestanden).unwrap();
        assert_eq!(archief, pak(bestanden).unwrap());
        let uit = pak_uit(&archief, 5).unwrap();
        assert_eq!(uit.get("a.pdf").map(Vec::as_slice), Some(b"een".as_slice()));
        assert_eq!(uit.len(), 2);
    }

    #[test]
    fn er_komt_nooit_meer_uit_dan_past() {
        let archief = pak([("a.pdf", [0; 100].as_slice())]).unwrap();
        assert!(matches!(pak_uit(&archief, 99), Err(ArchiefFout::TeGroot)));
        assert!(matches!(pak_uit(b"PK", 99), Err(ArchiefFout::GeenArchief)));
    }
}
