//! Opaque identities: they say nothing about a person and may stand in the clear.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A verzuimdossier: one chain of spells of illness of one employee at one employer.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
pub struct DossierId(pub Uuid);

/// An employee, as known to one employer.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
pub struct WerknemerId(pub Uuid);

/// An employer.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
pub struct WerkgeverId(pub Uuid);

/// A personal account: who did, wrote or read something.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
pub struct AccountId(pub Uuid);

/// An organisation that is no employer: arbodienst, insurer, re-integratiebedrijf, UWV.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
pub struct OrganisatieId(pub Uuid);

/// A document (stuk): makes "the same document again" different from "another one that day".
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
pub struct StukId(pub Uuid);

fn kort(soort: &str, id: Uuid, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{soort}({id})")
}

impl fmt::Debug for DossierId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        kort("dossier", self.0, f)
    }
}

impl fmt::Debug for WerknemerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        kort("werknemer", self.0, f)
    }
}

impl fmt::Debug for WerkgeverId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        kort("werkgever", self.0, f)
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        kort("account", self.0, f)
    }
}

impl fmt::Debug for OrganisatieId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        kort("organisatie", self.0, f)
    }
}

impl fmt::Debug for StukId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        kort("stuk", self.0, f)
    }
}

impl fmt::Display for DossierId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
