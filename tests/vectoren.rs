//! Tests of the vectoren.
