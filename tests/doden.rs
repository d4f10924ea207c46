//! Tests of the doden.
