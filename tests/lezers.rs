//! Tests of the lezers.
