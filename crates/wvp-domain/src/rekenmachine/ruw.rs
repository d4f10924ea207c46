//! Input as it came in: any JSON, before anybody looked at it. Reading it this way lets every fault be
//! named at once, where a typed reader stops at the first.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A value of any sort.
#[derive(Debug, Clone, PartialEq)]
pub enum Ruw {
    /// `null`.
    Leeg,
    /// `true` or `false`.
    Waarheid(bool),
    /// A number, as it would be written.
    Getal(String),
    /// A text.
    Tekst(String),
    /// A list.
    Lijst(Vec<Ruw>),
    /// Fields in the order in which they came, with repeats.
    Object(Vec<(String, Ruw)>),
}

impl fmt::Display for Ruw {
    /// The value itself when it is short; of a list or an object only that it is one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Leeg => f.write_str("null"),
            Self::Waarheid(waarheid) => waarheid.fmt(f),
            Self::Getal(getal) => f.write_str(getal),
            Self::Tekst(tekst) if tekst.chars().count() > LANGSTE_TEKST => {
                let begin: String = tekst.chars().take(LANGSTE_TEKST).collect();
                write!(f, "{begin}…")
            }
            Self::Tekst(tekst) => f.write_str(tekst),
            Self::Lijst(_) => f.write_str("[…]"),
            Self::Object(_) => f.write_str("{…}"),
        }
    }
}

impl Ruw {
    /// What sort of value it is: for fields that nobody knows, whose content is not repeated.
    #[must_use]
    pub fn soort(&self) -> &'static str {
        match self {
            Self::Leeg => "(leeg)",
            Self::Waarheid(_) => "(true of false)",
            Self::Getal(_) => "(getal)",
            Self::Tekst(_) => "(tekst)",
            Self::Lijst(_) => "(lijst)",
            Self::Object(_) => "(object)",
        }
    }
}

/// Longest text that is repeated in an error, in characters.
const LANGSTE_TEKST: usize = 60;

impl<'de> Deserialize<'de> for Ruw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Bezoeker)
    }
}

struct Bezoeker;

impl<'de> Visitor<'de> for Bezoeker {
    type Value = Ruw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, waarheid: bool) -> Result<Ruw, E> {
        Ok(Ruw::Waarheid(waarheid))
    }

    fn visit_i64<E>(self, getal: i64) -> Result<Ruw, E> {
        Ok(Ruw::Getal(getal.to_string()))
    }

    fn visit_u64<E>(self, getal: u64) -> Result<Ruw, E> {
        Ok(Ruw::Getal(getal.to_string()))
    }

    fn visit_f64<E>(self, getal: f64) -> Result<Ruw, E> {
        Ok(Ruw::Getal(getal.to_string()))
    }

    fn visit_str<E>(self, tekst: &str) -> Result<Ruw, E> {
        Ok(Ruw::Tekst(tekst.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Ruw, E> {
        Ok(Ruw::Leeg)
    }

    fn visit_none<E>(self) -> Result<Ruw, E> {
        Ok(Ruw::Leeg)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Ruw, D::Error> {
        Ruw::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rij: A) -> Result<Ruw, A::Error> {
        let mut lijst = vec![];
        while let Some(waarde) = rij.next_element()? {
            lijst.push(waarde);
        }
        Ok(Ruw::Lijst(lijst))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut velden: A) -> Result<Ruw, A::Error> {
        let mut object = vec![];
        while let Some(veld) = velden.next_entry()? {
            object.push(veld);
        }
        Ok(Ruw::Object(object))
    }
}
