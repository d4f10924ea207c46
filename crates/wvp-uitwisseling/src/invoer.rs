//! A message as it came in, before anybody judged it.

use std::fmt;

use thiserror::Error;
use wvp_domain::rekenmachine::Ruw;

use crate::uwv::LET_OP;
use crate::xml::{self, Vorm, XmlFout};

/// The outer element of a message to UWV, also of its preview.
pub(crate) const WORTEL: &str = "UwvZwMeldingInternBody";
/// The field or attribute that says that it is a preview.
pub(crate) const VOORBEELD: &str = "voorbeeld";

const VORM: Vorm = Vorm {
    wortel: WORTEL,
    naamruimte: "http://schemas.uwv.nl/UwvML/Berichten/UwvZwMeldingInternBody-v0428",
    attribuut: VOORBEELD,
};

/// The fields of a message, by the element names of UWV.
#[derive(Clone, PartialEq)]
pub struct Invoer(Ruw);

/// No JSON.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("dit is geen JSON: regel {regel}, kolom {kolom}")]
pub struct JsonFout {
    /// The line, from 1.
    pub regel: usize,
    /// The column, from 1.
    pub kolom: usize,
}

impl Invoer {
    /// Reads JSON: the fields themselves, or the preview that holds them.
    ///
    /// # Errors
    ///
    /// [`JsonFout`], which tells the place and nothing of the content.
    pub fn uit_json(json: &str) -> Result<Self, JsonFout> {
        let ruw: Ruw = serde_json::from_str(json)
            .map_err(|fout| JsonFout { regel: fout.line(), kolom: fout.column() })?;
        Ok(Self(zonder_omslag(ruw)))
    }

    /// Reads XML: the preview, or what is inside it.
    ///
    /// # Errors
    ///
    /// [`XmlFout`].
    pub fn uit_xml(bytes: &[u8]) -> Result<Self, XmlFout> {
        xml::lees(bytes, &VORM).map(Self)
    }

    pub(crate) fn ruw(&self) -> &Ruw {
        &self.0
    }
}

/// A preview holds its label and the message; only with that label the rest is the message.
fn zonder_omslag(ruw: Ruw) -> Ruw {
    let Ruw::Object(mut velden) = ruw else { return ruw };
    let is_label = |(naam, waarde): &(String, Ruw)| {
        naam == VOORBEELD && *waarde == Ruw::Tekst(LET_OP.to_owned())
    };
    let is_omslag = velden.len() == 2
        && velden.first().is_some_and(is_label)
        && velden.last().is_some_and(|(naam, _)| naam == WORTEL);
    match (is_omslag, velden.pop()) {
        (true, Some((_, bericht))) => bericht,
        (_, laatste) => {
            velden.extend(laatste);
            Ruw::Object(velden)
        }
    }
}

impl fmt::Debug for Invoer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Invoer(…)")
    }
}
