//! Example events, made from the shapes alone: a deserializer that invents every value.
//!
//! Example `ronde` of a type takes variant `ronde` of every enum (modulo their number), and every
//! field filled in but in round 1. So each variant is in some fixture, and swapping two of them
//! breaks it.

use std::cell::Cell;
use std::fmt::Write as _;

use serde::de::value::{BytesDeserializer, U32Deserializer};
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer as _, SeqAccess,
    VariantAccess, Visitor,
};
use wvp_domain::{Sectie, Secties};
use wvp_store::Gebeurtenis;
use wvp_store::codec::{Gecodeerd, OpenSecties};

/// The folder of the fixtures, within the crate.
pub(crate) const IJKVORMEN: &str = "tests/data";
