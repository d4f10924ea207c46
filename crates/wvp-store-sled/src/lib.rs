//! The embedded store: an append-only journal is the truth, sled its rebuildable index.
//!
//! One folder: `journaal/` (segments of frames, never rewritten), `sleutels/` (the keyring, see
//! [`wvp_store::keyring`]), `index/` (sled, and how far it is known to be on disk), `bevestigd` (how far
//! was acknowledged), `slot` (who holds the store), and `verlies.log` once acknowledged records were lost. Nothing that was acknowledged depends on `index/`.

mod bevestigd;
mod bewaren;
mod frame;
mod herstel;
mod huur;
mod index;
mod leesmodel;
mod lezen;
mod opening;
mod scan;
mod schrijver;
mod segment;
mod slot;
mod store;
mod verifieer;
mod verlies;
mod vorm;

pub use bewaren::bewaar;
pub use herstel::{Herstel, herstel};
pub use opening::{IndexStand, Instellingen, Opening, Voortgang};
pub use store::SledStore;
pub use verifieer::{verifieer, verifieer_tegen};
