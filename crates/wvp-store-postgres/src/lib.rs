//! The promises of [`wvp_store::EventStore`] on PostgreSQL: several nodes, one log.
//!
//! Every node has one writer, which stores the appends that wait in one transaction (group commit).
//! The writers of all nodes take turns on one row, `teller`, and hold it until their commit. So a
//! position is handed out only when every position before it is committed or given back: the global
//! order is the order of the commits, it has no gaps, and no reader can pass a position that comes
//! later. Nothing waits for a time-out and nothing depends on which transactions run elsewhere in
//! the cluster. Because a turn is taken per group and not per append, the queue at the row costs
//! little: what waits for a turn grows the next group.
//!
//! While a node is the only one that writes, it remembers where the log and its streams end, and stores a
//! group in one statement that does nothing if somebody else wrote after all; then, and for whatever that
//! cannot judge, it takes its turn and asks first.
//!
//! An answer that was lost with its connection is found again by asking once more: the new turn
//! begins only when the old transaction is over, and then the ids are there or they are not.

mod fout;
mod geheugen;
mod groep;
mod huur;
mod instellingen;
mod leesmodel;
mod lezen;
mod lijn;
mod luisteraar;
mod migratie;
mod rij;
mod schrijver;
mod sleutelbos;
mod store;
mod verbinding;
mod verifieer;
mod voorraad;

pub use instellingen::{Instellingen, UrlFout};
pub use migratie::MIGRATIES;
pub use sleutelbos::SleutelbosPostgres;
pub use store::PostgresStore;
pub use verifieer::{verifieer, verifieer_tegen};
