//! Numbers that say who somebody is: each checked by its own rule, none printed by `Debug`.
//!
//! What domain/documents.md (4.7) marks as not confirmed: that the first nine digits of a loonheffingennummer
//! pass the elfproef, and what the first two digits of a BIG number mean. The first is asked here, the second
//! is not. A KvK number and a BIG number have no check digit that is public: only their form is judged.

mod aansluitingsnr;
mod bic;
mod big;
mod burgerservicenr;
mod iban;
mod kvk;
mod loonheffingennummer;

pub use aansluitingsnr::AansluitingsnrBv;
pub use bic::Bic;
pub use big::BigNummer;
pub use burgerservicenr::Burgerservicenr;
pub use iban::IbanNummer;
pub use kvk::KvkNummer;
pub use loonheffingennummer::Loonheffingennummer;

#[cfg(test)]
mod tests;
