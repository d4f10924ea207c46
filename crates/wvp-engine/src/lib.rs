//! The moving parts: execute, read, follow, tick, alert.
