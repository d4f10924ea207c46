//! HTTP: the API and the pages. The only crate that takes HTTP in: it parses a request, calls wvp-engine, and
//! answers. It knows JSON bodies, HTML, cookies and status codes, and never a store.
//!
//! Begin reading at `api.rs`: every endpoint of the API is a value in a list there, from which both the router and
//! the OpenAPI document are made.

mod api;
mod archief;
mod bestand;
mod dienst;
mod drempel;
mod drukpers;
mod eindpunt;
mod gezond;
pub mod instellingen;
mod invoer;
mod koppen;
mod metingen;
mod openapi;
mod paginas;
mod probleem;
mod staat;
mod uit;
mod voorbeeld;
mod vorm;
mod wacht;

pub use api::document;
pub use dienst::{Dienst, DienstFout, router};
pub use drempel::Tempo;
pub use paginas::bladen;
pub use staat::Staat;

/// The version of the API, by Semantic Versioning.
pub const VERSIE: &str = "1.0.0";
