//! The own account: as whom somebody works, who acts for them, and logging out.

use askama::Template;

use crate::kader::Kader;
use crate::tabel::{Cel, Tabel};

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
    /// Who acts for this person, with the address to arrange that; no address when nobody can, and none of it for who
    /// arranges no such thing.
    pub waarneming: Option<(Tabel, Option<String>)>,
}
