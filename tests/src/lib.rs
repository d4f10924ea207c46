//! The house for tests: everything real but the store (in memory), the clock (set by hand) and the
//! post (recorded); the language of the scenarios; and a caseload that behaves at random.

pub mod aanbieder;
pub mod bediend;
pub mod bewoond;
pub mod gediend;
pub mod gespeeld;
pub mod inlog;
pub mod klant;
pub mod last;
pub mod logboek;
pub mod merk;
pub mod post;
pub mod proefhuis;
pub mod programma;
pub mod rekenzin;
pub mod scenario;
pub mod simulant;
pub mod vermomming;
pub mod voorraad;
pub mod zin;
