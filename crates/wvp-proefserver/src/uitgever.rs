//! Certificates of an authority of our own, for a server of a test.

use std::path::{Path, PathBuf};
use std::{fs, io};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tempfile::TempDir;

/// An authority, and a certificate by it for this machine, in a folder that goes with it.
#[derive(Debug)]
pub struct Uitgever {
    wortel: String,
    map: TempDir,
}

impl Uitgever {
    /// A new one.
    ///
    /// # Errors
    ///
    /// When it cannot be made or written.
    pub fn nieuw() -> io::Result<Self> {
        let (wortel, certificaat, sleutel) = maak().map_err(io::Error::other)?;
        let uitgever = Self { wortel, map: tempfile::tempdir()? };
        fs::write(uitgever.wortelbestand(), &uitgever.wortel)?;
        fs::write(uitgever.certificaat(), certificaat)?;
        fs::write(uitgever.sleutel(), sleutel)?;
        Ok(uitgever)
    }

    /// The authority, as PEM.
    #[must_use]
    pub fn wortel(&self) -> &str {
        &self.wortel
    }

    /// The same, as a file.
    #[must_use]
    pub fn wortelbestand(&self) -> PathBuf {
        self.map().join("wortel.pem")
    }

    /// The certificate of the server, as a file.
    #[must_use]
    pub fn certificaat(&self) -> PathBuf {
        self.map().join("cert.pem")
    }

    /// The key of the server, as a file.
    #[must_use]
    pub fn sleutel(&self) -> PathBuf {
        self.map().join("key.pem")
    }

    fn map(&self) -> &Path {
        self.map.path()
    }
}

/// Authority, certificate and key, as PEM.
fn maak() -> Result<(String, String, String), rcgen::Error> {
    let mut parameters = CertificateParams::new(vec![])?;
    parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let wortel = CertifiedIssuer::self_signed(parameters, KeyPair::generate()?)?;
    let sleutel = KeyPair::generate()?;
    let namen = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
    let certificaat = CertificateParams::new(namen)?.signed_by(&sleutel, &wortel)?;
    Ok((wortel.pem(), certificaat.pem(), sleutel.serialize_pem()))
}
