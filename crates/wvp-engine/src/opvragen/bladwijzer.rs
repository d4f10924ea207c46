//! Pages: how many rows, and where the next page begins.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;
use uuid::Uuid;
use wvp_domain::{Datum, DossierId};

use crate::versiemerk::uit_hex;

/// How many rows on a page: 1 to 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grootte(usize);

/// No number of rows on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("`{0}` regels op een bladzijde kan niet: het zijn er 1 tot en met 200")]
pub struct VerkeerdeGrootte(pub usize);

impl Grootte {
    const HOOGSTENS: usize = 200;

    /// Takes 1 to 200.
    ///
    /// # Errors
    ///
    /// [`VerkeerdeGrootte`] for any other number.
    pub fn try_new(regels: usize) -> Result<Self, VerkeerdeGrootte> {
        let past = (1..=Self::HOOGSTENS).contains(&regels);
        past.then_some(Self(regels)).ok_or(VerkeerdeGrootte(regels))
    }

    /// The number of rows.
    #[must_use]
    pub fn regels(self) -> usize {
        self.0
    }
}

impl Default for Grootte {
    fn default() -> Self {
        Self(50)
    }
}

/// Some rows of a list, with where the next ones begin. No total: the rest was not weighed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bladzijde<T> {
    /// The rows, in order.
    pub regels: Vec<T>,
    /// Where to go on; none when this was the last.
    pub verder: Option<Bladwijzer>,
}

/// The place of a row in a list: by first due term, then by number of the dossier. It names the last row that
/// was shown and nothing that was not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bladwijzer {
    /// A dossier that waits for nothing stands last.
    eerst_zonder: bool,
    dag: Datum,
    dossier: DossierId,
}

/// What is no place in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("deze bladwijzer klopt niet: begin opnieuw bij de eerste bladzijde")]
pub struct GeenBladwijzer;

/// Whether there is a day (1), the day (4) and the dossier (16).
const BYTES: usize = 21;

impl Bladwijzer {
    pub(super) fn bij(uiterlijk: Option<Datum>, dossier: DossierId) -> Self {
        let dag = uiterlijk.unwrap_or(Datum::EERSTE);
        Self { eerst_zonder: uiterlijk.is_none(), dag, dossier }
    }
}

impl fmt::Display for Bladwijzer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let zonder = u8::from(self.eerst_zonder);
        let dag = Datum::EERSTE.dagen_tot(self.dag);
        write!(f, "{zonder:02x}{dag:08x}{}", self.dossier.0.simple())
    }
}

impl FromStr for Bladwijzer {
    type Err = GeenBladwijzer;

    fn from_str(tekst: &str) -> Result<Self, GeenBladwijzer> {
        uit_hex::<BYTES>(tekst).and_then(|bytes| ontleed(&bytes)).ok_or(GeenBladwijzer)
    }
}

fn ontleed(bytes: &[u8; BYTES]) -> Option<Bladwijzer> {
    let (zonder, rest) = bytes.split_first()?;
    let (dag, dossier) = rest.split_first_chunk::<4>()?;
    let dagen = i32::from_be_bytes(*dag);
    // A day of this calendar; adding stays within it by itself.
    let dag = Datum::EERSTE.plus(dagen);
    let eerst_zonder = match zonder {
        0 => false,
        1 => true,
        _ => return None,
    };
    let is_echt = Datum::EERSTE.dagen_tot(dag) == dagen;
    let dossier = DossierId(Uuid::from_slice(dossier).ok()?);
    is_echt.then_some(Bladwijzer { eerst_zonder, dag, dossier })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use wvp_domain::DossierId;

    use super::{Bladwijzer, GeenBladwijzer, Grootte, VerkeerdeGrootte};

    #[test]
    fn een_bladwijzer_leest_terug_wat_hij_schreef() {
        let dossier = DossierId(Uuid::from_u128(7));
        for dag in [None, Some("2025-03-03".parse().unwrap())] {
            let bladwijzer = Bladwijzer::bij(dag, dossier);
            assert_eq!(bladwijzer.to_string().parse(), Ok(bladwijzer));
        }
    }

    #[test]
    fn wie_nergens_op_wacht_staat_achteraan() {
        let dossier = DossierId(Uuid::from_u128(7));
        let laat = Bladwijzer::bij(Some("2199-12-31".parse().unwrap()), dossier);
        assert!(laat < Bladwijzer::bij(None, DossierId(Uuid::nil())));
    }

    #[test]
    fn wat_geen_bladwijzer_is_wordt_geweigerd() {
        let vreemd =
            [String::new(), "f".repeat(42), "0".repeat(41), format!("02{}", "0".repeat(40))];
        for tekst in vreemd {
            assert_eq!(tekst.parse::<Bladwijzer>(), Err(GeenBladwijzer), "{tekst}");
        }
    }

    #[test]
    fn een_bladzijde_heeft_een_tot_tweehonderd_regels() {
        assert_eq!(Grootte::try_new(0), Err(VerkeerdeGrootte(0)));
        assert_eq!(Grootte::try_new(201), Err(VerkeerdeGrootte(201)));
        assert_eq!(Grootte::try_new(200).unwrap().regels(), 200);
    }
}
