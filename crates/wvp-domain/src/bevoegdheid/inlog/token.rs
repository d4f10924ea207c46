//! Tokens with which a program acts for the owner of an account.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Hash, Inlog, Weigering, eis};
use crate::bevoegdheid::Organisatie;
use crate::{Compartiment, Datum, Geen, Sectie, Secties, StukId};

/// Days after today on which a token may still work.
const HOOGSTENS_DAGEN: i32 = 365;

/// Names a token.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct TokenId(pub Uuid);

/// Section A: what a program may do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Token {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Its number.
    pub token: TokenId,
    /// Hash of its secret.
    pub hash: Hash,
    /// Under which function, in the words of the access table (`werkgever/werkgever`).
    pub lezer: String,
    /// How much of what that function may do.
    pub reikwijdte: Reikwijdte,
    /// Last day, inclusive.
    pub tot_en_met: Datum,
    /// Whether the owner had used a second factor when it was made.
    pub tweede_factor: bool,
    /// At which organisation, when the function is held at one; a token from before that was kept has none.
    pub organisatie: Option<Organisatie>,
}

impl Sectie for Token {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section D: what the owner calls it; people put names in it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Label {
    /// The name.
    pub naam: String,
}

impl Sectie for Label {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

/// How much a token may do of what its function may do. The order is stored and never changes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Reikwijdte {
    /// Reading only.
    Lezen,
    /// Reading and writing.
    LezenEnSchrijven,
}

/// Section A: a token was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Intrekking {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Which token.
    pub token: TokenId,
}

impl Sectie for Intrekking {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

pub(super) fn eis_mogelijk(
    staat: &Inlog,
    nieuw: &Secties<Token, Geen, Geen, Label>,
    vandaag: Datum,
) -> Result<(), Weigering> {
    eis(!nieuw.d.is_dicht(), Weigering::InhoudOntbreekt)?;
    eis(!staat.tokens.contains_key(&nieuw.a.token), Weigering::TokenBestaat)?;
    eis(vandaag <= nieuw.a.tot_en_met, Weigering::AlVoorbij)?;
    let dagen = vandaag.dagen_tot(nieuw.a.tot_en_met);
    eis(dagen <= HOOGSTENS_DAGEN, Weigering::TeLang { hoogstens_dagen: HOOGSTENS_DAGEN })
}
