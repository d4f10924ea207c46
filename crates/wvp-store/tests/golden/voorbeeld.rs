//! Example events, made from the shapes alone: a deserializer that invents every value.
//!
//! Example `ronde` of a type takes variant `ronde` of every enum (modulo their number), and leaves
//! options and lists empty in round 1. Values follow from the name of their field. So swapping two
//! variants, or two fields of the same shape, breaks a fixture; a field that gets another name in
//! the code keeps its stored one with `#[serde(rename)]`.

// Named, because the example reads this file from elsewhere.
#[path = "voorbeeld/bevoegdheid.rs"]
mod bevoegdheid;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::de::value::Error;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer as _, SeqAccess,
    VariantAccess, Visitor,
};
use wvp_domain::{
    Afgeschermd, Event, Sectie, Secties, bezorging, bijlage, leeslog, postvak, werkgever, werknemer,
};
use wvp_store::Gebeurtenis;
use wvp_store::codec::Gecodeerd;

/// The folder of the fixtures, within the crate.
pub(crate) const IJKVORMEN: &str = "tests/data";

/// Fixtures of retired shapes: nothing writes them any more, and every later program reads them.
#[cfg(test)]
pub(crate) const AFGEDANKT: [&str; 4] = [
    "dossier-HerinneringGegeven.v1.hex",
    "inlog-TokenUitgegeven.v1.hex",
    "werkgever-GegevensVastgelegd.v1.hex",
    "werknemer-GegevensVastgelegd.v1.hex",
];

/// The fixture of every type of event: name of the file, lines of hex.
pub(crate) fn ijkvormen() -> BTreeMap<String, String> {
    let mut vormen = BTreeMap::new();
    neem_op(&mut vormen, dossier());
    neem_op(&mut vormen, werknemer());
    neem_op(&mut vormen, ronden(werkgever::Event::GegevensVastgelegd));
    neem_op(&mut vormen, ronden(werkgever::Event::ProtocolVastgesteld));
    neem_op(&mut vormen, ronden(leeslog::Event::DossierIngezien));
    neem_op(&mut vormen, ronden(leeslog::Event::DossierGeraadpleegd));
    neem_op(&mut vormen, ronden(leeslog::Event::RegisterGeraadpleegd));
    neem_op(&mut vormen, ronden(bezorging::Event::BerichtBezorgd));
    neem_op(&mut vormen, ronden(bezorging::Event::BezorgingUitgesteld));
    neem_op(&mut vormen, ronden(bezorging::Event::BezorgingOpgegeven));
    neem_op(&mut vormen, ronden(bezorging::Event::BerichtVervallen));
    neem_op(&mut vormen, ronden(bezorging::Event::BerichtInPostvak));
    neem_op(&mut vormen, ronden(bezorging::Event::BezorgingHervat));
    neem_op(&mut vormen, ronden(postvak::Event::BerichtGelezen));
    neem_op(&mut vormen, ronden(postvak::Event::VoorkeurenGekozen));
    neem_op(&mut vormen, ronden(postvak::Event::AgendaGeopend));
    neem_op(&mut vormen, ronden(postvak::Event::AgendaGesloten));
    neem_op(&mut vormen, ronden(bijlage::Event::DeelPoortwachter));
    neem_op(&mut vormen, ronden(bijlage::Event::DeelBedrijfsarts));
    neem_op(&mut vormen, ronden(bijlage::Event::DeelWerknemer));
    neem_op(&mut vormen, ronden(bijlage::Event::DeelMedisch));
    bevoegdheid::rechten(&mut vormen);
    bevoegdheid::inlog(&mut vormen);
    vormen
}

/// One line of a fixture: `A=00ff D=01`.
pub(crate) fn regel(gecodeerd: &Gecodeerd) -> String {
    let hex = |bytes: &[u8]| {
        bytes.iter().fold(String::new(), |mut hex, byte| {
            let _nooit_fout = write!(hex, "{byte:02x}");
            hex
        })
    };
    let secties = gecodeerd.secties.iter();
    let delen = secties.map(|sectie| format!("{:?}={}", sectie.letter, hex(&sectie.inhoud)));
    delen.collect::<Vec<_>>().join(" ")
}

fn neem_op<E: Gebeurtenis>(vormen: &mut BTreeMap<String, String>, events: Vec<E>) {
    for event in events {
        let gecodeerd = event.codeer().unwrap();
        let Gecodeerd { type_naam, schema, .. } = gecodeerd;
        let naam = format!("{}-{type_naam}.v{schema}.hex", E::STROOMSOORT.naam());
        let vorm: &mut String = vormen.entry(naam).or_default();
        vorm.push_str(&regel(&gecodeerd));
        vorm.push('\n');
    }
}

fn dossier() -> Vec<Event> {
    [
        ronden(Event::ZiekmeldingOntvangen),
        ronden(Event::BijArbodienstGemeld),
        ronden(Event::InzetbaarheidGewijzigd),
        ronden(Event::ArbeidstherapieGestart),
        ronden(Event::HersteldGemeld),
        ronden(Event::OpnieuwZiekGemeld),
        ronden(Event::FeitGecorrigeerd),
        ronden(Event::VerlofVastgelegd),
        ronden(Event::ProbleemanalyseVastgesteld),
        ronden(Event::ProbleemanalyseBijgesteld),
        ronden(Event::PlanVanAanpakVastgesteld),
        ronden(Event::PlanVanAanpakBijgesteld),
        ronden(Event::CasemanagerAangewezen),
        ronden(Event::VoortgangsgesprekGevoerd),
        ronden(Event::SpreekuurGehouden),
        ronden(Event::Week42Gemeld),
        ronden(Event::EerstejaarsevaluatieVastgesteld),
        ronden(Event::TweedeSpoorBesloten),
        ronden(Event::ArbeidsdeskundigOnderzoekGedaan),
        ronden(Event::DeskundigenoordeelOntvangen),
        ronden(Event::InterventieGeadviseerd),
        ronden(Event::InterventieAfgesproken),
        ronden(Event::InterventieGestart),
        ronden(Event::InterventieBeeindigd),
        ronden(Event::LoonmaatregelOpgelegd),
        ronden(Event::LoonmaatregelBeeindigd),
        ronden(Event::VangnetGemeldDoorWerknemer),
        ronden(Event::VangnetGemeldDoorArbodienst),
        ronden(Event::VangnetBijUwvGemeld),
        ronden(Event::RegresGemeld),
        ronden(Event::AowDatumVastgelegd),
        ronden(Event::ActueelOordeelVastgesteld),
        ronden(Event::MedischeInformatieOverhandigd),
        ronden(Event::EindevaluatieVastgesteld),
        ronden(Event::OordeelWerknemerVastgelegd),
        ronden(Event::RivConceptOpgesteld),
        ronden(Event::RivOvergedragen),
        ronden(Event::WiaAangevraagd),
        ronden(Event::UwvBriefOntvangen),
        ronden(Event::UwvBesluitOntvangen),
        ronden(Event::DienstverbandBeeindigd),
        ronden(Event::DossierGesloten),
        ronden(Event::DossierHeropend),
        ronden(Event::Doorgestuurd),
        ronden(Event::HerinneringGegeven),
        ronden(Event::StapherinneringGegeven),
        ronden(Event::RivSamengesteld),
        ronden(Event::EigenStapGedaan),
        ronden(Event::HerinneringUitgesteld),
        ronden(Event::OndertekeningVastgelegd),
        ronden(Event::GetekendExemplaarOntvangen),
        ronden(Event::StukkenGevraagd),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn werknemer() -> Vec<werknemer::Event> {
    let mut events = ronden(werknemer::Event::GegevensVastgelegd);
    events.extend(ronden(werknemer::Event::BsnVastgelegd));
    events
}

/// Examples of one type, until every variant of every enum in it was there.
fn ronden<A: Sectie, B: Sectie, C: Sectie, D: Sectie, E>(
    event: impl Fn(Secties<A, B, C, D>) -> E,
) -> Vec<E> {
    let meeste = Cell::new(2);
    let mut events = vec![];
    while events.len() < meeste.get() {
        let ronde = events.len();
        let a = A::deserialize(Bedenk { ronde, meeste: &meeste, veld: "" });
        events.push(event(Secties {
            a: a.unwrap(),
            b: sectie(ronde, &meeste),
            c: sectie(ronde, &meeste),
            d: sectie(ronde, &meeste),
        }));
    }
    events
}

/// A section; closed when it has no values (`Geen`).
fn sectie<S: Sectie>(ronde: usize, meeste: &Cell<usize>) -> Afgeschermd<S> {
    S::deserialize(Bedenk { ronde, meeste, veld: "" })
        .map_or_else(|_| Afgeschermd::dicht(), Afgeschermd::open)
}

/// Invents a value of any shape.
#[derive(Clone, Copy)]
struct Bedenk<'a> {
    ronde: usize,
    meeste: &'a Cell<usize>,
    /// The field that the value is for.
    veld: &'static str,
}

impl Bedenk<'_> {
    /// A small number that follows from the name of the field.
    fn getal(&self) -> u8 {
        self.veld.bytes().fold(1, |som: u8, letter| som.wrapping_mul(31).wrapping_add(letter)) / 2
    }
}

impl<'de> Deserializer<'de> for Bedenk<'_> {
    type Error = Error;

    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("a shape that bincode cannot hold"))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool((self.ronde + usize::from(self.getal())).is_multiple_of(2))
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_u8(self.getal())
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_u16(1000 + u16::from(self.getal()))
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_u32(123_000 + u32::from(self.getal()))
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_u64(12_345_678_000 + u64::from(self.getal()))
    }

    fn deserialize_i16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_i16(-i16::from(self.getal()))
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        // The only i32 is a day; 739,313 is 2025-03-03.
        visitor.visit_i32(739_313 + i32::from(self.getal()))
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_i64(-12_345_678_000 - i64::from(self.getal()))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.veld)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        // The only bytes are those of an id.
        visitor.visit_bytes(&[self.getal(); 16])
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.ronde == 1 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(Aantal { over: usize::from(self.ronde != 1), velden: &[], bedenk: self })
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        over: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(Aantal { over, velden: &[], bedenk: self })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        velden: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(Aantal { over: velden.len(), velden, bedenk: self })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        varianten: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if varianten.is_empty() {
            return Err(Error::custom("no values"));
        }
        self.meeste.set(self.meeste.get().max(varianten.len()));
        let keuze = u32::try_from(self.ronde % varianten.len()).unwrap();
        visitor.visit_enum(Keuze { keuze, bedenk: self })
    }

    serde::forward_to_deserialize_any! {
        i8 i128 u128 f32 f64 char byte_buf unit unit_struct tuple_struct map identifier ignored_any
    }
}

struct Aantal<'a> {
    over: usize,
    /// The names of the fields that are left; none for lists and tuples.
    velden: &'static [&'static str],
    bedenk: Bedenk<'a>,
}

impl<'de> SeqAccess<'de> for Aantal<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        zaad: T,
    ) -> Result<Option<T::Value>, Error> {
        if self.over == 0 {
            return Ok(None);
        }
        self.over -= 1;
        let mut bedenk = self.bedenk;
        if let Some((veld, rest)) = self.velden.split_first() {
            (bedenk.veld, self.velden) = (*veld, rest);
        }
        zaad.deserialize(bedenk).map(Some)
    }
}

struct Keuze<'a> {
    keuze: u32,
    bedenk: Bedenk<'a>,
}

impl<'de, 'a> EnumAccess<'de> for Keuze<'a> {
    type Error = Error;
    type Variant = Bedenk<'a>;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        zaad: V,
    ) -> Result<(V::Value, Bedenk<'a>), Error> {
        Ok((zaad.deserialize(self.keuze.into_deserializer())?, self.bedenk))
    }
}

impl<'de> VariantAccess<'de> for Bedenk<'_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, zaad: T) -> Result<T::Value, Error> {
        zaad.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, over: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_tuple(over, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        velden: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(Aantal { over: velden.len(), velden, bedenk: self })
    }
}
