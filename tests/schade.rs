//! Tests of the schade.
