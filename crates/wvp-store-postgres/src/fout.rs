//! What PostgreSQL says, as errors of a store. Texts of the server are left out: they may hold values.

use std::error::Error as _;

use tokio_postgres::Error;
use tokio_postgres::error::SqlState;
use wvp_store::StoreError;

/// Whether the same may succeed on a new connection or in a new transaction.
pub(crate) fn is_voorbijgaand(fout: &Error) -> bool {
    let Some(code) = fout.code() else {
        // No answer of the server: the connection is gone or was never there.
        return true;
    };
    let klasse = code.code().get(..2).unwrap_or_default();
    // Connection, transaction rolled back, operator intervention, too many connections; or what is
    // unique was taken, which only somebody without a turn can do.
    matches!(klasse, "08" | "40" | "57")
        || *code == SqlState::TOO_MANY_CONNECTIONS
        || *code == SqlState::UNIQUE_VIOLATION
        || *code == SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT
}

/// The error of a store.
pub(crate) fn store_fout(fout: &Error) -> StoreError {
    match fout.code() {
        Some(code) if *code == SqlState::DISK_FULL => StoreError::Full,
        Some(_) | None => StoreError::Unavailable(reden(fout)),
    }
}

/// What happened, without anything that was sent or stored.
pub(crate) fn reden(fout: &Error) -> String {
    match fout.code() {
        Some(code) if *code == SqlState::INSUFFICIENT_PRIVILEGE => {
            "PostgreSQL geeft deze gebruiker te weinig rechten".to_owned()
        }
        Some(code)
            if *code == SqlState::INVALID_PASSWORD
                || *code == SqlState::INVALID_AUTHORIZATION_SPECIFICATION =>
        {
            "PostgreSQL laat deze gebruiker niet binnen".to_owned()
        }
        Some(code) if *code == SqlState::INVALID_CATALOG_NAME => {
            "deze database bestaat niet op de PostgreSQL-server".to_owned()
        }
        Some(code) => format!("PostgreSQL meldt {}", code.code()),
        None if is_tls(fout) => {
            let kan_niet = fout.source().is_some_and(|it| it.to_string() == ZONDER_TLS);
            let waarom = if kan_niet {
                "de PostgreSQL-server kan geen TLS; met `sslmode=disable` gaat alles onversleuteld"
            } else {
                "de PostgreSQL-server bewijst niet dat hij het is: zijn certificaat klopt niet"
            };
            waarom.to_owned()
        }
        None if fout.is_closed() => "de verbinding met PostgreSQL is verbroken".to_owned(),
        None => "PostgreSQL is niet te bereiken".to_owned(),
    }
}

/// How the library says that the server has no TLS.
const ZONDER_TLS: &str = "server does not support TLS";

/// Whether the line could not be encrypted. The library tells that in words only.
fn is_tls(fout: &Error) -> bool {
    fout.to_string() == "error performing TLS handshake"
}

/// An answer of the server that this program cannot have asked for.
pub(crate) fn vreemd() -> StoreError {
    StoreError::Unavailable("PostgreSQL geeft een onverwacht antwoord".to_owned())
}
