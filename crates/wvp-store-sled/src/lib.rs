//! The embedded log: an append-only journal, with sled as its rebuildable index.
