//! What stands in each section of a fact about logging in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Hash, Tijdstip};
use crate::{Compartiment, Sectie, StukId};

/// Section A: there is a password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Wachtwoord {
    /// The document or report this fact came with.
    pub stuk: StukId,
}

impl Sectie for Wachtwoord {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section D: what a password is held against.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Wachtwoordhash {
    /// The hash (Argon2id) with its parameters and its salt, as a PHC string.
    pub phc: String,
}

impl Sectie for Wachtwoordhash {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

/// Section A: there is a second factor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TweedeFactor {
    /// The document or report this fact came with.
    pub stuk: StukId,
}

impl Sectie for TweedeFactor {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section D: what codes of the second factor are computed from.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TotpGeheim {
    /// The secret of RFC 6238, 20 bytes.
    pub geheim: Vec<u8>,
}

impl Sectie for TotpGeheim {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

/// Section A: there is no second factor any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TweedeFactorWeg {
    /// The document or report this fact came with.
    pub stuk: StukId,
}

impl Sectie for TweedeFactorWeg {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: codes for when the second factor is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Codes {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Hashes of the codes.
    pub hashes: Vec<Hash>,
}

impl Sectie for Codes {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: a code was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CodeGebruikt {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Hash of the code.
    pub hash: Hash,
}

impl Sectie for CodeGebruikt {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: which other party says who logs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Koppeling {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The address under which that party signs (OpenID Connect `iss`).
    pub uitgever: String,
}

impl Sectie for Koppeling {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section D: who the owner is there.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Onderwerp {
    /// The name that party knows the owner by (OpenID Connect `sub`).
    pub onderwerp: String,
}

impl Sectie for Onderwerp {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

/// Section A: not through that party any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ontkoppeling {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The document that the link came with.
    pub koppeling: StukId,
}

impl Sectie for Ontkoppeling {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: a one-time token to set the password with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Uitnodiging {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Hash of the token.
    pub hash: Hash,
    /// The first moment on which it works no more.
    pub tot: Tijdstip,
}

impl Sectie for Uitnodiging {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: the one-time token was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UitnodigingGebruik {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Hash of the token.
    pub hash: Hash,
}

impl Sectie for UitnodigingGebruik {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: every way to log in was taken away, and there is a one-time token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Herstel {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Hash of the token.
    pub hash: Hash,
    /// The first moment on which it works no more.
    pub tot: Tijdstip,
}

impl Sectie for Herstel {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// Section A: everybody was logged out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Beeindiging {
    /// The document or report this fact came with.
    pub stuk: StukId,
}

impl Sectie for Beeindiging {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}
