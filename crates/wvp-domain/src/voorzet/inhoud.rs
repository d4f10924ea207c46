//! The payload of a command as far as it is known: fields with their values, as JSON in the shape of the
//! payload.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::mijlpaal::eerstejaarsevaluatie::BesluitTweedeSpoor;
use crate::mijlpaal::gedeeld::{
    Beperking, Ondertekenaar, Opbouwstap, Urenbeperking, Visie, WijzeContact,
};
use crate::mijlpaal::oordeel_werknemer::OordeelOverElement;
use crate::mijlpaal::plan_van_aanpak::{Activiteit, Spoor, Tussendoel};
use crate::mijlpaal::riv::ElementStand;
use crate::{AccountId, Datum, StukId};

/// What a field holds, in the type that the payload has for it. Has no `Debug`: it holds what sections hold.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Waarde {
    /// A text.
    Tekst(String),
    /// Texts in order.
    Teksten(Vec<String>),
    /// A calendar day.
    Dag(Datum),
    /// Calendar days in order.
    Dagen(Vec<Datum>),
    /// Yes or no.
    JaNee(bool),
    /// A document.
    Stuk(StukId),
    /// An account.
    Account(AccountId),
    /// Who draws a document up.
    Auteur(Ondertekenaar),
    /// How the employee was seen.
    Contact(WijzeContact),
    /// Goals on the way.
    Doelen(Vec<Tussendoel>),
    /// What is done.
    Activiteiten(Vec<Activiteit>),
    /// The track.
    Spoor(Spoor),
    /// The view of one party.
    Visie(Visie),
    /// Limitations.
    Beperkingen(Vec<Beperking>),
    /// The limit on hours.
    Uren(Urenbeperking),
    /// Steps of resumption.
    Opbouw(Vec<Opbouwstap>),
    /// What is concluded on the second track.
    TweedeSpoor(BesluitTweedeSpoor),
    /// The elements of the re-integratieverslag.
    Elementen(Vec<ElementStand>),
    /// What the employee thinks of them.
    Oordelen(Vec<OordeelOverElement>),
}

/// The fields that are known, by their place in the payload ("b.doel_eind"). Serialises to the shape of
/// the payload: sections, then fields.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Inhoud {
    velden: BTreeMap<String, Waarde>,
    /// Places that are there also when no field below them is.
    plaatsen: BTreeSet<String>,
}

impl Inhoud {
    /// What stands in a field, if it is known.
    #[must_use]
    pub fn waarde(&self, veld: &str) -> Option<&Waarde> {
        self.velden.get(veld)
    }

    pub(super) fn zet(&mut self, veld: String, waarde: Waarde) {
        self.velden.insert(veld, waarde);
    }

    pub(super) fn zet_plaats(&mut self, plaats: &str) {
        self.plaatsen.insert(plaats.to_owned());
    }
}

impl Waarde {
    /// A text; nothing when there is no word in it.
    pub(super) fn tekst(tekst: &str) -> Option<Self> {
        (!tekst.trim().is_empty()).then(|| Self::Tekst(tekst.to_owned()))
    }

    /// Several of something; nothing when there are none.
    pub(super) fn lijst<T: Clone>(punten: &[T], maak: fn(Vec<T>) -> Self) -> Option<Self> {
        (!punten.is_empty()).then(|| maak(punten.to_vec()))
    }
}

/// Any object: which fields it has is said by the form of the document.
impl JsonSchema for Inhoud {
    fn schema_name() -> Cow<'static, str> {
        "Inhoud".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object" })
    }
}

impl Serialize for Inhoud {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let velden = self.velden.iter().map(|(pad, waarde)| (pad.as_str(), Some(waarde)));
        let plaatsen = self.plaatsen.iter().map(|plaats| (plaats.as_str(), None));
        Tak(velden.chain(plaatsen).collect()).serialize(serializer)
    }
}

/// What stands below one place: fields with what is left of their paths, and places without a value.
struct Tak<'a>(Vec<(&'a str, Option<&'a Waarde>)>);

impl Serialize for Tak<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut takken: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        let mut bladen = BTreeMap::new();
        for (pad, waarde) in &self.0 {
            match (pad.split_once('.'), waarde) {
                (Some((hier, verder)), _) => {
                    takken.entry(hier).or_default().push((verder, *waarde));
                }
                (None, Some(waarde)) => drop(bladen.insert(*pad, *waarde)),
                (None, None) => {
                    takken.entry(*pad).or_default();
                }
            }
        }
        let mut kaart = serializer.serialize_map(None)?;
        for (naam, waarde) in bladen {
            kaart.serialize_entry(naam, waarde)?;
        }
        for (naam, velden) in takken {
            kaart.serialize_entry(naam, &Tak(velden))?;
        }
        kaart.end()
    }
}
