//! Every text of a section with the path of its field: a serializer that keeps nothing else.
//!
//! Read from the shape itself, so that a field that is added later is guarded from its first day.

use std::fmt;

use serde::Serialize;
use serde::ser::{self, Impossible, Serializer};

/// Calls `doe` with the field ("beperkingen.tekst") and content of every text in a section.
///
/// Words of a fixed set are no text. A section that cannot be serialised has no stored form either, so
/// the store refuses it: what was read until there is enough here.
pub(crate) fn lees_teksten<S: Serialize>(sectie: &S, doe: &mut dyn FnMut(&str, &str)) {
    let _zonder_vorm = sectie.serialize(&mut Lezer { pad: vec![], doe });
}

/// Where the reading is, and whom to tell.
struct Lezer<'a> {
    pad: Vec<&'static str>,
    doe: &'a mut dyn FnMut(&str, &str),
}

impl Lezer<'_> {
    fn veld<T: Serialize + ?Sized>(
        &mut self,
        naam: &'static str,
        waarde: &T,
    ) -> Result<(), ZonderVorm> {
        self.pad.push(naam);
        let uitkomst = waarde.serialize(&mut *self);
        self.pad.pop();
        uitkomst
    }
}

/// A value that has no form.
#[derive(Debug)]
struct ZonderVorm;

impl fmt::Display for ZonderVorm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("een waarde zonder vorm")
    }
}

impl std::error::Error for ZonderVorm {}

impl ser::Error for ZonderVorm {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Uitkomst = Result<(), ZonderVorm>;

impl<'s, 'a> Serializer for &'s mut Lezer<'a> {
    type Ok = ();
    type Error = ZonderVorm;
    type SerializeSeq = &'s mut Lezer<'a>;
    type SerializeTuple = &'s mut Lezer<'a>;
    type SerializeTupleStruct = &'s mut Lezer<'a>;
    type SerializeTupleVariant = &'s mut Lezer<'a>;
    type SerializeMap = Impossible<(), ZonderVorm>;
    type SerializeStruct = &'s mut Lezer<'a>;
    type SerializeStructVariant = &'s mut Lezer<'a>;

    fn serialize_str(self, tekst: &str) -> Uitkomst {
        (self.doe)(&self.pad.join("."), tekst);
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, waarde: &T) -> Uitkomst {
        waarde.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        waarde: &T,
    ) -> Uitkomst {
        waarde.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        waarde: &T,
    ) -> Uitkomst {
        waarde.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, ZonderVorm> {
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, ZonderVorm> {
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, ZonderVorm> {
        Ok(self)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, ZonderVorm> {
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, ZonderVorm> {
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, ZonderVorm> {
        Ok(self)
    }

    /// No section holds a map; one that does is read when it comes.
    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, ZonderVorm> {
        Err(ZonderVorm)
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_bool(self, _: bool) -> Uitkomst {
        Ok(())
    }

    fn serialize_i8(self, _: i8) -> Uitkomst {
        Ok(())
    }

    fn serialize_i16(self, _: i16) -> Uitkomst {
        Ok(())
    }

    fn serialize_i32(self, _: i32) -> Uitkomst {
        Ok(())
    }

    fn serialize_i64(self, _: i64) -> Uitkomst {
        Ok(())
    }

    fn serialize_u8(self, _: u8) -> Uitkomst {
        Ok(())
    }

    fn serialize_u16(self, _: u16) -> Uitkomst {
        Ok(())
    }

    fn serialize_u32(self, _: u32) -> Uitkomst {
        Ok(())
    }

    fn serialize_u64(self, _: u64) -> Uitkomst {
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Uitkomst {
        Ok(())
    }

    fn serialize_f64(self, _: f64) -> Uitkomst {
        Ok(())
    }

    fn serialize_char(self, _: char) -> Uitkomst {
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Uitkomst {
        Ok(())
    }

    fn serialize_none(self) -> Uitkomst {
        Ok(())
    }

    fn serialize_unit(self) -> Uitkomst {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Uitkomst {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Uitkomst {
        Ok(())
    }
}

impl ser::SerializeSeq for &mut Lezer<'_> {
    type Ok = ();
    type Error = ZonderVorm;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, waarde: &T) -> Uitkomst {
        waarde.serialize(&mut **self)
    }

    fn end(self) -> Uitkomst {
        Ok(())
    }
}

impl ser::SerializeTuple for &mut Lezer<'_> {
    type Ok = ();
    type Error = ZonderVorm;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, waarde: &T) -> Uitkomst {
        waarde.serialize(&mut **self)
    }

    fn end(self) -> Uitkomst {
        Ok(())
    }
}

impl ser::SerializeTupleStruct for &mut Lezer<'_> {
    type Ok = ();
    type Error = ZonderVorm;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, waarde: &T) -> Uitkomst {
        waarde.serialize(&mut **self)
    }

    fn end(self) -> Uitkomst {
        Ok(())
    }
}

impl ser::SerializeTupleVariant for &mut Lezer<'_> {
    type Ok = ();
    type Error = ZonderVorm;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, waarde: &T) -> Uitkomst {
        waarde.serialize(&mut **self)
    }

    fn end(self) -> Uitkomst {
        Ok(())
    }
}

impl ser::SerializeStruct for &mut Lezer<'_> {
    type Ok = ();
    type Error = ZonderVorm;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        naam: &'static str,
        waarde: &T,
    ) -> Uitkomst {
        self.veld(naam, waarde)
    }

    fn end(self) -> Uitkomst {
        Ok(())
    }
}

impl ser::SerializeStructVariant for &mut Lezer<'_> {
    type Ok = ();
    type Error = ZonderVorm;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        naam: &'static str,
        waarde: &T,
    ) -> Uitkomst {
        self.veld(naam, waarde)
    }

    fn end(self) -> Uitkomst {
        Ok(())
    }
}
