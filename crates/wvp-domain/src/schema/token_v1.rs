//! A token as it was stored before it said at which organisation it works.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bevoegdheid::inlog::{self, Hash, Label, Reikwijdte, TokenId};
use crate::{Compartiment, Datum, Geen, Sectie, Secties, StukId};

/// Section A: what a program may do.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Token {
    /// The document or report this fact came with.
    stuk: StukId,
    /// Its number.
    #[serde(rename = "token")]
    nummer: TokenId,
    /// Hash of its secret.
    hash: Hash,
    /// Under which function, in the words of the access table (`werkgever/werkgever`).
    lezer: String,
    /// How much of what that function may do.
    reikwijdte: Reikwijdte,
    /// Last day, inclusive.
    tot_en_met: Datum,
    /// Whether the owner had used a second factor when it was made.
    tweede_factor: bool,
}

impl Sectie for Token {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl From<Token> for inlog::Token {
    fn from(toen: Token) -> Self {
        Self {
            stuk: toen.stuk,
            token: toen.nummer,
            hash: toen.hash,
            lezer: toen.lezer,
            reikwijdte: toen.reikwijdte,
            tot_en_met: toen.tot_en_met,
            tweede_factor: toen.tweede_factor,
            organisatie: None,
        }
    }
}

/// Stands in for the event of then.
pub(super) fn uitgegeven(_: Secties<Token, Geen, Geen, Label>) {}
