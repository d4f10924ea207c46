//! Tests of the lekken.
