//! The promises of `wvp_store::EventStore` on PostgreSQL, for several nodes on one log. An empty wall.
//!
//! It will hold the same frames as columns, one statement per append, group commit, and a global order
//! by transaction horizon; it passes the same conformance suite as the memory and sled backends.
//! Allowed edges: wvp-store and wvp-domain.
