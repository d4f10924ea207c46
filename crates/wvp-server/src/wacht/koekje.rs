//! Cookies: only for this host, only over TLS, never for scripts and never for other sites.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// The cookie of a session.
pub(crate) const SESSIE: &str = "__Host-sessie";
/// The cookie that says that this client logged in before. It opens nothing.
pub(crate) const TOESTEL: &str = "__Host-toestel";

/// The cookie of a log-in elsewhere that runs.
pub(crate) const RONDE: &str = "__Host-ronde";
/// The cookie that says at which other party somebody logged in, to log out there too. It opens nothing.
pub(crate) const AANBIEDER: &str = "__Host-aanbieder";

/// The cookie that says in which language pages are shown. It opens nothing.
pub(crate) const TAAL: &str = "__Host-taal";

/// A year: that of the device only keeps somebody from being locked out by others.
const JAAR_SECONDEN: u32 = 365 * 24 * 3600;

/// The value of a cookie.
pub(crate) fn lees(koppen: &HeaderMap, naam: &str) -> Option<String> {
    let alle = koppen.get_all(header::COOKIE).into_iter().filter_map(|it| it.to_str().ok());
    let delen = alle.flat_map(|kop| kop.split(';'));
    let mut gevonden = delen.filter_map(|deel| deel.trim().split_once('='));
    gevonden.find(|(sleutel, _)| *sleutel == naam).map(|(_, waarde)| waarde.to_owned())
}

/// Adds a cookie to an answer. That of a session ends with the browser, and on the server before that.
pub(crate) fn zet(koppen: &mut HeaderMap, naam: &str, waarde: &str) {
    let blijft = naam == TOESTEL || naam == TAAL;
    let duur = if blijft { format!("; Max-Age={JAAR_SECONDEN}") } else { String::new() };
    voeg_toe(koppen, &format!("{naam}={waarde}; Path=/; Secure; HttpOnly; SameSite=Strict{duur}"));
}

/// Adds the cookie of a log-in elsewhere, for ten minutes. It must come back with the browser that another site
/// sends back here, which a strict cookie does not.
pub(crate) fn zet_ronde(koppen: &mut HeaderMap, waarde: &str) {
    let rest = "Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600";
    voeg_toe(koppen, &format!("{RONDE}={waarde}; {rest}"));
}

/// Takes a cookie away.
pub(crate) fn vergeet(koppen: &mut HeaderMap, naam: &str) {
    voeg_toe(koppen, &format!("{naam}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0"));
}

fn voeg_toe(koppen: &mut HeaderMap, koekje: &str) {
    // A secret is letters and digits only.
    if let Ok(koekje) = HeaderValue::from_str(koekje) {
        koppen.append(header::SET_COOKIE, koekje);
    }
}

/// What a browser kept goes when somebody logs out. Not its cookies: that of the device keeps others from locking
/// its owner out.
pub(crate) fn wis_bewaard(koppen: &mut HeaderMap) {
    let wat = HeaderValue::from_static("\"cache\", \"storage\"");
    koppen.insert(HeaderName::from_static("clear-site-data"), wat);
}
