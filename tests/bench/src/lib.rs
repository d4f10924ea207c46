//! What every measurement shares: the load, and the table that comes of it.

pub mod last;
pub mod tabel;
