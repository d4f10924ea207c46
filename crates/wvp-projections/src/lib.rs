//! Read models: pure folds that hold section A at most, and the timeline a reader sees.

pub mod agenda;
pub mod kalender;
pub mod overzicht;
mod termijnen;
pub mod tijdlijn;
#[cfg(test)]
mod voorbeeld;
pub mod werkvoorraad;

pub use tijdlijn::{Herinneringen, Tijdlijn, Vastgelegd, tijdlijn};

/// Rows of a read model with their keys.
pub type Rijen<T> = Vec<(Vec<u8>, T)>;
