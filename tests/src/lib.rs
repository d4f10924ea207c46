//! The house for tests: everything real but the store (in memory), the clock (set by hand) and the
//! post (recorded); and the language of the scenarios.

pub mod gespeeld;
pub mod merk;
pub mod proefhuis;
pub mod programma;
pub mod rekenzin;
pub mod scenario;
pub mod zin;
