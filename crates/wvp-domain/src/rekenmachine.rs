//! The calculator: stateless, no personal data (contract: `poortwachter termijnen`).

pub mod invoer;
pub mod ruw;
pub mod verschil;
pub mod wat_als;

mod controle;
mod lees;
pub(crate) mod lezer;

#[cfg(test)]
mod gevallen;
#[cfg(test)]
mod keuzes;
#[cfg(test)]
mod nagerekend;
#[cfg(test)]
mod proef;
#[cfg(test)]
mod stappen;

use serde::Serialize;
use thiserror::Error;

pub use invoer::Invoer;
pub use lees::{Lezing, lees};
pub use ruw::Ruw;
pub use verschil::{Kort, Verschil, bij_regels, verschillen};
pub use wat_als::{WatAls, Wijziging, wat_als};

use crate::Datum;
use crate::termijn::{Zaak, zaken};

/// What the calculator answers: one case per chain of spells, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Uitvoer {
    /// The cases.
    pub zaken: Vec<Zaak>,
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, schemars::JsonSchema)]
#[error("`{veld}`: `{waarde}` kan niet: {regel}")]
pub struct InvoerFout {
    /// The field, with its place (`perioden[1].hersteld_per`).
    pub veld: String,
    /// What was filled in.
    pub waarde: String,
    /// What should hold.
    pub regel: String,
}

/// Reads raw input and computes every term of every case.
///
/// # Errors
///
/// Every fault of the input, all at once: what cannot be read and what cannot be.
pub fn bereken_ruw(ruw: Ruw, vandaag: Datum) -> Result<Uitvoer, Vec<InvoerFout>> {
    let invoer = lees_gecontroleerd(ruw, vandaag)?;
    bereken(&invoer, vandaag)
}

/// Reads raw input and checks it.
///
/// # Errors
///
/// Every fault of the input, all at once.
pub fn lees_gecontroleerd(ruw: Ruw, vandaag: Datum) -> Result<Invoer, Vec<InvoerFout>> {
    let Lezing { invoer, mut fouten } = lees(ruw);
    fouten.extend(controle::fouten(&invoer, invoer.peildatum.unwrap_or(vandaag)));
    if fouten.is_empty() { Ok(invoer) } else { Err(fouten) }
}

/// Computes every term of every case. `vandaag` is used when the input names no `peildatum`.
///
/// # Errors
///
/// Every fault of the input, all at once.
pub fn bereken(invoer: &Invoer, vandaag: Datum) -> Result<Uitvoer, Vec<InvoerFout>> {
    let peildatum = invoer.peildatum.unwrap_or(vandaag);
    let fouten = controle::fouten(invoer, peildatum);
    if !fouten.is_empty() {
        return Err(fouten);
    }
    let zaken = zaken(&invoer.verloop(), peildatum).map_err(|fout| {
        let waarde = invoer.eerste_ziektedag().map(|dag| dag.to_string()).unwrap_or_default();
        vec![InvoerFout { veld: "perioden".to_owned(), waarde, regel: fout.to_string() }]
    })?;
    if zaken.is_empty() {
        let regel = "na aftrek van verlof blijft er geen ziektedag over (R-29)".to_owned();
        return Err(vec![InvoerFout {
            veld: "verlof".to_owned(),
            waarde: "[…]".to_owned(),
            regel,
        }]);
    }
    Ok(Uitvoer { zaken })
}
