//! How the line to the server goes: open within this machine, and over TLS to any other.

use std::fs;
use std::net::IpAddr;

use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;
use wvp_lijn::{LijnFout, Vertrouwd, is_deze_machine, tls};

use crate::instellingen::UrlFout;

/// How the line goes.
#[derive(Clone)]
pub(crate) enum Lijn {
    /// As it is.
    Open,
    /// Encrypted, to a server that shows a certificate for its name.
    Tls(MakeRustlsConnect),
}

/// What a URL asks of the line.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Wens {
    modus: Option<String>,
    wortel: Option<String>,
}

impl Wens {
    /// Takes what is about the line out of a URL. The rest is for the library, which knows less of it than libpq.
    pub(crate) fn uit(url: &str) -> (String, Self) {
        // A password may hold a `?`; what follows it begins behind the server.
        let (wie, waar) = url.split_once('@').unwrap_or(("", url));
        let (server, vragen) = waar.split_once('?').unwrap_or((waar, ""));
        let kaal = if wie.is_empty() { server.to_owned() } else { format!("{wie}@{server}") };
        let (mut wens, mut rest) = (Self::default(), vec![]);
        for vraag in vragen.split('&').filter(|vraag| !vraag.is_empty()) {
            match vraag.split_once('=') {
                Some(("sslmode", waarde)) => wens.modus = Some(ontcijferd(waarde)),
                Some(("sslrootcert", waarde)) => wens.wortel = Some(ontcijferd(waarde)),
                Some(_) | None => rest.push(vraag),
            }
        }
        let teken = if rest.is_empty() { "" } else { "?" };
        (format!("{kaal}{teken}{}", rest.join("&")), wens)
    }

    /// The line that is asked for. Without a word it is open on this machine and encrypted to any other.
    ///
    /// # Errors
    ///
    /// [`UrlFout`]: a mode that proves nothing, or certificates that are not there.
    pub(crate) fn lijn(&self, server: &mut Config) -> Result<Lijn, UrlFout> {
        let met_tls = match self.modus.as_deref() {
            None => self.wortel.is_some() || !is_hier(server),
            Some("disable") => false,
            Some("require" | "verify-full") => true,
            Some(_) => return Err(UrlFout::Sslmode),
        };
        if !met_tls {
            server.ssl_mode(SslMode::Disable);
            return Ok(Lijn::Open);
        }
        if server.get_hosts().iter().any(|it| matches!(it, Host::Unix(_))) {
            return Err(UrlFout::Socket);
        }
        server.ssl_mode(SslMode::Require);
        self.tls()
    }

    /// Trusts the named authorities and no other, or those of the machine.
    fn tls(&self) -> Result<Lijn, UrlFout> {
        let onleesbaar = |_| UrlFout::Sslrootcert;
        let pem = self.wortel.as_ref().map(fs::read_to_string).transpose().map_err(onleesbaar)?;
        let vertrouwd = pem.as_deref().map_or(Vertrouwd::Machine, Vertrouwd::Alleen);
        match tls(vertrouwd) {
            Ok(tls) => Ok(Lijn::Tls(MakeRustlsConnect::new(tls))),
            Err(LijnFout::Wortel) => Err(UrlFout::Sslrootcert),
            Err(LijnFout::Tls) => Err(UrlFout::Tls),
        }
    }
}

/// Whether every server that may answer is on this machine; a socket is.
fn is_hier(server: &Config) -> bool {
    let host = |host: &Host| match host {
        Host::Unix(_) => true,
        Host::Tcp(naam) => is_deze_machine(naam),
    };
    server.get_hosts().iter().all(host) && server.get_hostaddrs().iter().all(IpAddr::is_loopback)
}

fn ontcijferd(waarde: &str) -> String {
    percent_encoding::percent_decode_str(waarde).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use std::str::FromStr as _;

    use tokio_postgres::Config;
    use tokio_postgres::config::SslMode;

    use super::Wens;
    use crate::instellingen::UrlFout;

    /// Whether a URL leads to an encrypted line.
    fn versleuteld(url: &str) -> Result<bool, UrlFout> {
        let (kaal, wens) = Wens::uit(url);
        let mut server = Config::from_str(&kaal).unwrap();
        wens.lijn(&mut server)?;
        Ok(server.get_ssl_mode() == SslMode::Require)
    }

    #[test]
    fn binnen_de_machine_is_de_lijn_open_en_daarbuiten_versleuteld() {
        for hier in ["127.0.0.1", "localhost", "[::1]", "%2Frun%2Fpostgresql"] {
            assert_eq!(versleuteld(&format!("postgres://jan@{hier}/d")), Ok(false), "{hier}");
        }
        for daar in ["db.example", "10.0.0.5", "localhost.example", "127.0.0.1,db.example"] {
            assert_eq!(versleuteld(&format!("postgres://jan@{daar}/d")), Ok(true), "{daar}");
        }
        let elders = "postgres://jan@localhost/d?hostaddr=10.0.0.5";
        assert_eq!(versleuteld(elders), Ok(true), "the address counts, not the name");
    }

    #[test]
    fn wie_het_zegt_krijgt_een_open_of_een_versleutelde_lijn() {
        assert_eq!(versleuteld("postgres://jan@db.example/d?sslmode=disable"), Ok(false));
        for modus in ["require", "verify-full"] {
            assert_eq!(
                versleuteld(&format!("postgres://jan@localhost/d?sslmode={modus}")),
                Ok(true)
            );
        }
    }

    #[test]
    fn een_vraagteken_in_een_wachtwoord_is_geen_vraag() {
        let url = "postgres://jan:wat?@localhost/d?sslmode=require";
        assert_eq!(versleuteld(url), Ok(true));
        assert_eq!(Wens::uit(url).0, "postgres://jan:wat?@localhost/d");
    }

    #[test]
    fn over_een_socket_gaat_niets_de_machine_uit() {
        let url = "postgres://jan@%2Frun%2Fpostgresql/d?sslmode=require";
        assert_eq!(versleuteld(url), Err(UrlFout::Socket));
    }

    #[test]
    fn een_wijze_die_niets_bewijst_wordt_geweigerd() {
        for modus in ["prefer", "allow", "verify-ca", "aan"] {
            let url = format!("postgres://jan@db.example/d?sslmode={modus}");
            assert_eq!(versleuteld(&url), Err(UrlFout::Sslmode), "{modus}");
        }
    }

    #[test]
    fn certificaten_die_er_niet_zijn_worden_bij_het_lezen_al_gemeld() {
        let url = "postgres://jan@db.example/d?sslrootcert=/bestaat/niet.pem";
        assert_eq!(versleuteld(url), Err(UrlFout::Sslrootcert));
        let zonder = "postgres://jan@db.example/d?sslrootcert=Cargo.toml";
        assert_eq!(versleuteld(zonder), Err(UrlFout::Sslrootcert), "a file without certificates");
    }

    #[test]
    fn wat_niet_over_de_lijn_gaat_blijft_in_de_url() {
        let (kaal, wens) =
            Wens::uit("postgres://jan@s/d?a=1&sslrootcert=%2Fmet%20spatie&b=2&sslmode=require");
        assert_eq!(kaal, "postgres://jan@s/d?a=1&b=2");
        let gelezen = Wens { modus: Some("require".into()), wortel: Some("/met spatie".into()) };
        assert_eq!(wens, gelezen);
    }
}
