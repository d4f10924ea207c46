//! Lines to others: whether one stays on this machine, and whom it trusts when it does not. One set-up of TLS for mail,
//! webhooks, other parties and the database.

use std::net::IpAddr;
use std::sync::Arc;

use rustls::crypto::aws_lc_rs;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use thiserror::Error;

/// Whose word counts when a server shows a certificate. Texts are PEM.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vertrouwd<'a> {
    /// The authorities that the machine trusts.
    Machine,
    /// Those, and the ones that are named.
    MachineEn(&'a str),
    /// The ones that are named and no other.
    Alleen(&'a str),
}

/// Why a line cannot be encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LijnFout {
    /// The named authorities cannot be read.
    #[error("het certificaat van de uitgever is niet te lezen (verwacht: PEM)")]
    Wortel,
    /// TLS cannot be set up at all.
    #[error("een versleutelde lijn is niet in te stellen")]
    Tls,
}

/// TLS 1.2 or 1.3 to a server that proves its name.
///
/// # Errors
///
/// [`LijnFout`].
pub fn tls(vertrouwd: Vertrouwd<'_>) -> Result<ClientConfig, LijnFout> {
    let (machine, genoemd) = match vertrouwd {
        Vertrouwd::Machine => (true, None),
        Vertrouwd::MachineEn(pem) => (true, Some(pem)),
        Vertrouwd::Alleen(pem) => (false, Some(pem)),
    };
    let mut wortels = RootCertStore::empty();
    if machine {
        wortels.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    }
    for certificaat in genoemd.map_or(Ok(vec![]), certificaten)? {
        wortels.add(certificaat).map_err(|_| LijnFout::Wortel)?;
    }
    let bouwer = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()));
    let bouwer = bouwer.with_safe_default_protocol_versions().map_err(|_| LijnFout::Tls)?;
    Ok(bouwer.with_root_certificates(wortels).with_no_client_auth())
}

/// Whether a host is a loopback address, or the name that always means one (RFC 6761).
#[must_use]
pub fn is_deze_machine(host: &str) -> bool {
    let kaal = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || kaal.parse::<IpAddr>().is_ok_and(|adres| adres.is_loopback())
}

/// The certificates of a PEM text.
///
/// # Errors
///
/// [`LijnFout::Wortel`] when it holds none, or one that cannot be read.
pub fn certificaten(pem: &str) -> Result<Vec<CertificateDer<'static>>, LijnFout> {
    let gelezen: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem.as_bytes()).collect();
    gelezen.ok().filter(|certificaten| !certificaten.is_empty()).ok_or(LijnFout::Wortel)
}

#[cfg(test)]
mod tests {
    use wvp_proefserver::Uitgever;

    use super::{LijnFout, Vertrouwd, is_deze_machine, tls};

    #[test]
    fn alleen_loopback_en_localhost_zijn_deze_machine() {
        for hier in ["127.0.0.1", "127.8.0.1", "::1", "[::1]", "localhost", "LOCALHOST"] {
            assert!(is_deze_machine(hier), "{hier}");
        }
        for daar in ["", "10.0.0.5", "127.0.0.1.a.example", "localhost.example", "::2"] {
            assert!(!is_deze_machine(daar), "{daar}");
        }
    }

    #[test]
    fn een_genoemde_uitgever_moet_te_lezen_zijn() {
        let goed = Uitgever::nieuw().unwrap();
        assert!(tls(Vertrouwd::Alleen(goed.wortel())).is_ok());
        let half = goed.wortel().replace("END", "EIND");
        for pem in ["", "geen certificaat", half.as_str()] {
            assert_eq!(tls(Vertrouwd::Alleen(pem)).unwrap_err(), LijnFout::Wortel, "{pem}");
            assert_eq!(tls(Vertrouwd::MachineEn(pem)).unwrap_err(), LijnFout::Wortel, "{pem}");
        }
    }
}
