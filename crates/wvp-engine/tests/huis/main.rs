//! The engine through its public door, on the memory backend with a clock that is set by hand.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod auteurs;
mod collegas;
mod concepten;
mod gereedheid;
mod hulp;
mod ingehaald;
mod inkijk;
mod inloggen;
mod leeslog;
mod lezen;
mod melden;
mod mensen;
mod misbruik;
mod nakijken;
mod opslag;
mod opvragen;
mod overdracht;
mod postvak;
mod reizen;
mod rooster;
mod samenloop;
mod schade;
mod schrijven;
mod stamgegevens;
mod stromen;
mod systemen;
mod tijd;
mod toen;
mod verzoeken;
mod voorzet;
mod waarneming;
mod zoeken;
