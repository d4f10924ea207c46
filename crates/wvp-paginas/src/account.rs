//! The own account: as whom somebody works, and logging out.

use askama::Template;

use crate::kader::Kader;

/// The own account.
#[derive(Template)]
#[template(path = "account/account.html")]
pub struct Account {
    /// Around it.
    pub k: Kader,
    /// The number of the account.
    pub nummer: String,
    /// Whether there is more than one way to work.
    pub wisselt: bool,
}
