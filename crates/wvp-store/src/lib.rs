//! The log and the seal.
