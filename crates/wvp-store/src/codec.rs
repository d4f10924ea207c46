//! The stored encoding of events: the only place that turns sections into bytes and back.
//!
//! A section is bincode 2, `standard()`, through serde; days are i32. Names and shapes are forever:
//! a changed shape is a new schema version beside the old one, and a fixture under `tests/data`
//! holds each of them still. A retired shape keeps its `(name, schema)` row in `decodeer`, which reads
//! it through [`crate::upcast`]; when only a variant was added at the end, the old bytes are read as
//! today's.

mod afwijking;
mod beheer;
mod bezorging;
mod bijlage;
mod delegatie;
mod dossier;
mod gebruiker;
mod inlog;
mod leeslog;
mod postvak;
mod toestemming;
mod toewijzing;
mod waarneming;
mod werkgever;
mod werknemer;

use serde::de::DeserializeOwned;
use thiserror::Error;
use wvp_domain::{Afgeschermd, Compartiment, Sectie, Secties};
use zeroize::Zeroizing;

use crate::record::Letter;
use crate::stroom::Stroomsoort;
use crate::upcast;

/// An event that can be stored.
pub trait Gebeurtenis: Sized + Send + Sync {
    /// The kind of stream it stands in.
    const STROOMSOORT: Stroomsoort;

    /// The stored name of every type of event there is.
    const TYPEN: &'static [&'static str];

    /// Encodes each section that is open.
    ///
    /// # Errors
    ///
    /// [`CodecFout::Codeer`] when a value has no stored form.
    fn codeer(&self) -> Result<Gecodeerd, CodecFout>;

    /// Builds the event from the sections that are open; the others read as closed. None when
    /// section A is closed: then this reader cannot see the event at all.
    ///
    /// # Errors
    ///
    /// [`CodecFout`] when the name is unknown or the bytes are no such section.
    fn decodeer(
        type_naam: &str,
        schema: u16,
        secties: &OpenSecties,
    ) -> Result<Option<Self>, CodecFout>;
}

/// Why an event could not be encoded or decoded. Never repeats content.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CodecFout {
    /// The value has no stored form.
    #[error("`{0}` is niet te coderen")]
    Codeer(&'static str),
    /// No such type of event in this kind of stream, or a schema from after this program.
    #[error("onbekende gebeurtenis `{type_naam}` met schema {schema}")]
    Onbekend {
        /// Name of the type.
        type_naam: String,
        /// Version of its shape.
        schema: u16,
    },
    /// The bytes are no such section.
    #[error("sectie {0:?} is niet te lezen")]
    Decodeer(Letter),
}

/// An event as bytes per section, before the seal.
pub struct Gecodeerd {
    /// Stored name of the type.
    pub type_naam: &'static str,
    /// Version of the stored shape.
    pub schema: u16,
    /// The open sections.
    pub secties: Vec<GecodeerdeSectie>,
}

/// One section as bytes.
pub struct GecodeerdeSectie {
    /// Which part of the record.
    pub letter: Letter,
    /// What it is to be sealed as.
    pub compartiment: Compartiment,
    /// The bytes; wiped from memory after use.
    pub inhoud: Zeroizing<Vec<u8>>,
}

/// The sections of a record that this reader may see, as bytes.
#[derive(Default)]
pub struct OpenSecties(Vec<(Letter, Zeroizing<Vec<u8>>)>);

impl OpenSecties {
    /// Adds an opened section.
    pub fn neem_op(&mut self, letter: Letter, inhoud: Zeroizing<Vec<u8>>) {
        self.0.push((letter, inhoud));
    }

    /// Number of sections.
    #[must_use]
    pub fn aantal(&self) -> usize {
        self.0.len()
    }

    /// The section with this letter; closed when it is not there.
    ///
    /// # Errors
    ///
    /// [`CodecFout::Decodeer`] when the bytes are no such section.
    pub fn sectie<S: DeserializeOwned>(&self, letter: Letter) -> Result<Afgeschermd<S>, CodecFout> {
        Ok(self.lees(letter)?.map_or_else(Afgeschermd::dicht, Afgeschermd::open))
    }

    /// The section with this letter in the shape it was stored in; none when it is closed.
    ///
    /// # Errors
    ///
    /// [`CodecFout::Decodeer`] when the bytes are no such section.
    pub fn lees<S: DeserializeOwned>(&self, letter: Letter) -> Result<Option<S>, CodecFout> {
        let gevonden = self.0.iter().find(|(aanwezig, _)| *aanwezig == letter);
        gevonden.map(|(_, bytes)| lees(letter, bytes)).transpose()
    }

    /// The payload, as the event it belongs to; none when section A is closed.
    ///
    /// # Errors
    ///
    /// [`CodecFout::Decodeer`] when a section is none of this payload.
    pub fn als<A: Sectie, B: Sectie, C: Sectie, D: Sectie, E>(
        &self,
        event: impl FnOnce(Secties<A, B, C, D>) -> E,
    ) -> Result<Option<E>, CodecFout> {
        upcast::als::<A, B, C, D, E>(self, event)
    }
}

/// Encodes the open sections of a payload at schema 1.
///
/// # Errors
///
/// [`CodecFout::Codeer`] when a value has no stored form.
pub fn codeer<A: Sectie, B: Sectie, C: Sectie, D: Sectie>(
    type_naam: &'static str,
    payload: &Secties<A, B, C, D>,
) -> Result<Gecodeerd, CodecFout> {
    codeer_als(type_naam, 1, payload)
}

/// Encodes the open sections of a payload at a later schema.
///
/// # Errors
///
/// [`CodecFout::Codeer`] when a value has no stored form.
pub fn codeer_als<A: Sectie, B: Sectie, C: Sectie, D: Sectie>(
    type_naam: &'static str,
    schema: u16,
    payload: &Secties<A, B, C, D>,
) -> Result<Gecodeerd, CodecFout> {
    let open = [
        Some(codeer_sectie(type_naam, Letter::A, &payload.a)),
        payload.b.inhoud().map(|b| codeer_sectie(type_naam, Letter::B, b)),
        payload.c.inhoud().map(|c| codeer_sectie(type_naam, Letter::C, c)),
        payload.d.inhoud().map(|d| codeer_sectie(type_naam, Letter::D, d)),
    ];
    let secties = open.into_iter().flatten().collect::<Result<_, _>>()?;
    Ok(Gecodeerd { type_naam, schema, secties })
}

/// Encodes one section.
///
/// # Errors
///
/// [`CodecFout::Codeer`] when a value has no stored form.
pub fn codeer_sectie<S: Sectie>(
    type_naam: &'static str,
    letter: Letter,
    sectie: &S,
) -> Result<GecodeerdeSectie, CodecFout> {
    let bytes = bincode::serde::encode_to_vec(sectie, bincode::config::standard())
        .map_err(|_| CodecFout::Codeer(type_naam))?;
    Ok(GecodeerdeSectie { letter, compartiment: S::COMPARTIMENT, inhoud: Zeroizing::new(bytes) })
}

/// The error for a type or schema that this program does not know.
#[must_use]
pub fn onbekend(type_naam: &str, schema: u16) -> CodecFout {
    CodecFout::Onbekend { type_naam: type_naam.to_owned(), schema }
}

/// Every byte must be used: what is left over is another shape.
fn lees<S: DeserializeOwned>(letter: Letter, bytes: &[u8]) -> Result<S, CodecFout> {
    match bincode::serde::decode_from_slice(bytes, bincode::config::standard()) {
        Ok((sectie, gelezen)) if gelezen == bytes.len() => Ok(sectie),
        Ok(_) | Err(_) => Err(CodecFout::Decodeer(letter)),
    }
}
