//! The log and the seal: what every store promises, and how events are encoded, sealed and chained.
//!
//! The way of an event: [`codec`] turns it into sections, [`seal`] closes each section under a key
//! of the [`keyring`], an [`EventStore`] appends the record and links it to the [`chain`] of its
//! stream. Backends share [`oordeel`] (may this append be stored) and prove themselves with
//! [`conformance`].

pub mod anker;
pub mod archief;
pub mod chain;
pub mod codec;
pub mod conformance;
pub mod fout;
pub mod huur;
pub mod keyring;
pub mod kop;
pub mod leesmodel;
pub mod memory;
pub mod oordeel;
pub mod record;
pub mod recordvorm;
pub mod rij;
pub mod schadeboek;
pub mod seal;
pub mod store;
pub mod stroom;
pub mod upcast;
pub mod verificatie;
pub mod volg;

pub use codec::{CodecFout, Gebeurtenis};
pub use fout::{Botsing, Schade, StoreError, Verzoekfout};
pub use huur::{Hek, Huren, Huur};
pub use keyring::{SleutelFout, Sleutelbos, Sleutelvraag};
pub use kop::{Auteur, Kop};
pub use leesmodel::{Bereik, Leesmodellen, Wijziging};
pub use memory::MemoryStore;
pub use record::{Hash, Letter, NieuwRecord, Record, VerzegeldeSectie};
pub use schadeboek::Schadeboek;
pub use seal::{Leessleutels, Omslag, Ontzegeld, Toegang, ontzegel, ontzegel_met, verzegel};
pub use store::{EventStore, Resultaat, Richting, Stromen, Toevoeging, Verwacht, heel_of_schade};
pub use stroom::{GebeurtenisId, Moment, Positie, StroomId, Stroomsoort, Versie};
pub use volg::Volger;
