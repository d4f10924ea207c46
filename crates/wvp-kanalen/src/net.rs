//! Which addresses are safe to name or to talk to: https, or this machine itself.

use hyper::Uri;
use thiserror::Error;
use wvp_lijn::is_deze_machine;

/// Why an address is not used. The text repeats nothing of it: an address may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WebadresFout {
    /// It cannot be read as the address of a page.
    #[error("dit is geen webadres")]
    GeenWebadres,
    /// It is not https, and it leads out of this machine.
    #[error("het webadres begint niet met https://, en is niet van deze machine zelf")]
    Onbeveiligd,
    /// It holds a name or password, or a question behind a `?`.
    #[error("het webadres bevat een naam, een wachtwoord of een vraag achter een `?`")]
    Teveel,
}

/// Reads a web address that is encrypted, or leads to this machine.
///
/// # Errors
///
/// When it is something else.
pub(crate) fn webadres(tekst: &str) -> Result<Uri, WebadresFout> {
    let uri: Uri = tekst.parse().map_err(|_| WebadresFout::GeenWebadres)?;
    let host = uri.host().filter(|host| !host.is_empty()).ok_or(WebadresFout::GeenWebadres)?;
    let heeft_naam = uri.authority().is_some_and(|authority| authority.as_str().contains('@'));
    if heeft_naam || uri.query().is_some() || tekst.contains('#') {
        return Err(WebadresFout::Teveel);
    }
    match uri.scheme_str() {
        Some("https") => Ok(uri),
        Some("http") if is_deze_machine(host) => Ok(uri),
        Some(_) => Err(WebadresFout::Onbeveiligd),
        None => Err(WebadresFout::GeenWebadres),
    }
}

/// Whether a text is a host name as it may stand behind the @ of an id.
pub(crate) fn is_domein(tekst: &str) -> bool {
    let is_deel = |deel: &str| {
        let streepjes = deel.starts_with('-') || deel.ends_with('-');
        let tekens = deel.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
        !deel.is_empty() && tekens && !streepjes
    };
    tekst.len() <= DOMEIN_TEKENS_MAX && tekst.contains('.') && tekst.split('.').all(is_deel)
}

/// Longest host name (RFC 1035).
const DOMEIN_TEKENS_MAX: usize = 253;

#[cfg(test)]
mod tests {
    use super::{WebadresFout, is_domein, webadres};

    #[test]
    fn alleen_https_of_deze_machine() {
        for goed in
            ["https://a.example/x", "http://127.0.0.1:80/x", "http://[::1]:9/", "http://localhost/"]
        {
            assert!(webadres(goed).is_ok(), "{goed}");
        }
        let fout = |tekst| webadres(tekst).unwrap_err();
        assert_eq!(fout("http://a.example/"), WebadresFout::Onbeveiligd);
        assert_eq!(fout("http://127.0.0.1.a.example/"), WebadresFout::Onbeveiligd);
        assert_eq!(fout("ftp://127.0.0.1/"), WebadresFout::Onbeveiligd);
        assert_eq!(fout("https://u:p@a.example/"), WebadresFout::Teveel);
        assert_eq!(fout("https://a.example/?t=1"), WebadresFout::Teveel);
        assert_eq!(fout("/x"), WebadresFout::GeenWebadres);
    }

    #[test]
    fn een_domein_heeft_geen_vreemde_tekens() {
        assert!(is_domein("post.werkgever.example"));
        for fout in ["", "x", "a..b", "a b.example", "a.example>\r\nBcc:", "-a.example"] {
            assert!(!is_domein(fout), "{fout}");
        }
    }
}
