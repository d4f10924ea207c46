//! The payload of a command as far as it is known: fields with their values, as JSON in the shape of the
//! payload.

use std::collections::BTreeMap;

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
pub struct Inhoud(BTreeMap<String, Waarde>);

impl Inhoud {
    /// What stands in a field, if it is known.
    #[must_use]
    pub fn waarde(&self, veld: &str) -> Option<&Waarde> {
        self.0.get(veld)
    }

    pub(super) fn zet(&mut self, veld: String, waarde: Waarde) {
        self.0.insert(veld, waarde);
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

impl Serialize for Inhoud {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Tak(self.0.iter().map(|(pad, waarde)| (pad.as_str(), waarde)).collect())
            .serialize(serializer)
    }
}

/// Fields below one place, with what is left of their paths.
struct Tak<'a>(Vec<(&'a str, &'a Waarde)>);

impl Serialize for Tak<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut takken: BTreeMap<&str, Vec<(&str, &Waarde)>> = BTreeMap::new();
        let mut bladen = BTreeMap::new();
        for (pad, waarde) in &self.0 {
            match pad.split_once('.') {
                Some((hier, verder)) => takken.entry(hier).or_default().push((verder, *waarde)),
                None => drop(bladen.insert(*pad, *waarde)),
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
