//! What comes from the environment; read here and nowhere else.

use zeroize::Zeroizing;

/// The password at the mail server.
const SMTP_WACHTWOORD: &str = "POORTWACHTER_SMTP_WACHTWOORD";

/// The secret that is shared with the receiver of webhooks.
const WEBHOOK_SLEUTEL: &str = "POORTWACHTER_WEBHOOK_SLEUTEL";

/// A setting of the server by its key in the file.
pub(crate) fn uit_omgeving(sleutel: &str) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "the one reader of the environment")]
    let waarde = std::env::var(format!("POORTWACHTER_{}", sleutel.to_uppercase()));
    waarde.ok().filter(|it| !it.is_empty())
}

/// The secret that is shared with the receiver of webhooks; empty when the environment holds none.
pub(crate) fn webhook_sleutel() -> Zeroizing<String> {
    #[expect(clippy::disallowed_methods, reason = "the one reader of the environment")]
    let sleutel = std::env::var(WEBHOOK_SLEUTEL);
    Zeroizing::new(sleutel.unwrap_or_default())
}

/// The password at the mail server; empty when the environment holds none.
pub(crate) fn smtp_wachtwoord() -> Zeroizing<String> {
    #[expect(clippy::disallowed_methods, reason = "the one reader of the environment")]
    let wachtwoord = std::env::var(SMTP_WACHTWOORD);
    Zeroizing::new(wachtwoord.unwrap_or_default())
}
