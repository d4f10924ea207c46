//! Where the server is, and how long and how much may be asked of it.

use std::fmt;
use std::str::FromStr as _;
use std::time::Duration;

use thiserror::Error;
use tokio_postgres::Config;

use crate::lijn::{Lijn, Wens};

/// Where the server is, and the limits of this node. `Debug` prints no address and no password.
#[derive(Clone)]
pub struct Instellingen {
    pub(crate) server: Config,
    pub(crate) lijn: Lijn,
    /// Connections for readers at most; the writer and the listener have one each beside them.
    pub lezers: usize,
    /// Appends that may wait for the writer; who comes after waits outside.
    pub wachtrij: usize,
    /// Longest time of one statement, the wait for a turn to write included.
    pub opdracht_hoogstens: Duration,
    /// Longest silence of this node within a transaction; the server ends it then, so that a node
    /// that stalls does not keep the others waiting.
    pub stilte_hoogstens: Duration,
    /// How long an append or a read outlives a server that is away, before it fails.
    pub geduld: Duration,
    /// How often the end of the log is looked up, for when a notification was lost.
    pub peiling: Duration,
}

impl Instellingen {
    /// Reads `postgres://user:password@host:port/database`, with the usual limits.
    ///
    /// Behind a `?` it takes `sslmode` (`disable`, or `require` and `verify-full`, which both hold the certificate
    /// of the server against its name) and `sslrootcert`, a PEM file with the authorities to trust instead of those of
    /// the machine. Without `sslmode` the line is open on this machine, and encrypted to any other.
    ///
    /// # Errors
    ///
    /// [`UrlFout`], which never repeats the URL: a password may stand in it.
    pub fn try_new(url: &str) -> Result<Self, UrlFout> {
        let (kaal, wens) = Wens::uit(url);
        let mut server = Config::from_str(&kaal).map_err(|_| UrlFout::Onleesbaar)?;
        if server.get_dbname().is_none() || server.get_hosts().is_empty() {
            return Err(UrlFout::Onvolledig);
        }
        let lijn = wens.lijn(&mut server)?;
        server
            .application_name("poortwachter")
            .connect_timeout(Duration::from_secs(5))
            .keepalives_idle(Duration::from_secs(10))
            .keepalives_interval(Duration::from_secs(5))
            .keepalives_retries(3)
            .tcp_user_timeout(Duration::from_secs(15));
        Ok(Self {
            server,
            lijn,
            lezers: 8,
            wachtrij: 4096,
            opdracht_hoogstens: Duration::from_secs(30),
            stilte_hoogstens: Duration::from_secs(5),
            geduld: Duration::from_secs(20),
            peiling: Duration::from_secs(1),
        })
    }
}

impl fmt::Debug for Instellingen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Instellingen").field("lezers", &self.lezers).finish_non_exhaustive()
    }
}

/// Why a text is no PostgreSQL server. Holds nothing of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum UrlFout {
    /// Not of the form that is asked for.
    #[error("de URL is onleesbaar (verwacht: postgres://gebruiker@server:poort/database)")]
    Onleesbaar,
    /// Without a server or a database.
    #[error("de URL noemt geen server of geen database")]
    Onvolledig,
    /// A mode of TLS that this program does not have: it never trusts a server without proof.
    #[error(
        "sslmode is `disable` (onversleuteld), `require` of `verify-full` (versleuteld, en het certificaat klopt)"
    )]
    Sslmode,
    /// The authorities to trust are not there.
    #[error("het bestand van sslrootcert is niet te lezen, of bevat geen certificaten (PEM)")]
    Sslrootcert,
    /// A socket stays on this machine, and has no name to prove.
    #[error("over een socket gaat niets de machine uit; laat sslmode en sslrootcert weg")]
    Socket,
    /// TLS cannot be set up at all.
    #[error("een versleutelde lijn is niet in te stellen")]
    Tls,
}

#[cfg(test)]
mod tests {
    use super::{Instellingen, UrlFout};

    #[test]
    fn een_fout_in_de_url_herhaalt_geen_wachtwoord() {
        let urls = [
            ("postgres://jan:geheim@server:poort/d", UrlFout::Onleesbaar),
            ("postgres://jan:geheim@server", UrlFout::Onvolledig),
            ("postgres://jan:geheim@server/d?sslmode=geheim", UrlFout::Sslmode),
            ("postgres://jan@server/d?sslrootcert=/geheim", UrlFout::Sslrootcert),
        ];
        for (url, beloofd) in urls {
            let fout = Instellingen::try_new(url).unwrap_err();
            assert_eq!(fout, beloofd, "{url}");
            assert!(!format!("{fout} {fout:?}").contains("geheim"));
        }
    }

    #[test]
    fn instellingen_drukken_geen_wachtwoord_af() {
        let instellingen = Instellingen::try_new("postgres://jan:geheim@server/d").unwrap();
        assert!(!format!("{instellingen:?}").contains("geheim"));
    }
}
