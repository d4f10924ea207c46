//! What may stand in one element: each kind of value is a type that says its rule when it refuses.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};
use thiserror::Error;
use wvp_domain::invoerwacht::vindplaats;
use wvp_domain::nummer::is_cijfers;
use wvp_domain::{Compartiment, Datum};

/// A kind of value that comes in as text.
pub trait Waarde: Sized {
    /// What it is called in Dutch.
    const SOORT: &'static str;
    /// Whether a fault may repeat what was filled in: not when it says who somebody is, or why ill.
    const HERHAALBAAR: bool;

    /// Takes a text that keeps to the rule.
    ///
    /// # Errors
    ///
    /// [`WaardeFout`], which never repeats the text.
    fn try_new(tekst: &str) -> Result<Self, WaardeFout>;
}

/// Why a text is not such a value. It holds the rule and nothing of the text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{soort}` klopt niet: {regel}")]
pub struct WaardeFout {
    /// What it should have been.
    pub soort: &'static str,
    /// What should hold.
    pub regel: Cow<'static, str>,
}

/// The fault of a kind of value.
pub(crate) fn fout<T: Waarde>(regel: impl Into<Cow<'static, str>>) -> WaardeFout {
    WaardeFout { soort: T::SOORT, regel: regel.into() }
}

/// Whether a text is short, visible and without a number of nine digits: a burgerservicenummer also turns
/// up in fields where it does not belong.
pub(crate) fn is_herhaalbaar(tekst: &str) -> bool {
    let cijfers = tekst.chars().filter(char::is_ascii_digit).count();
    cijfers < 9 && tekst.chars().count() <= 40 && !tekst.chars().any(char::is_control)
}

/// Text of at most `MAX` characters, without blanks around it (format `an..MAX`).
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Tekst<const MAX: usize>(String);

impl<const MAX: usize> Tekst<MAX> {
    /// The text.
    pub fn tekst(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> Waarde for Tekst<MAX> {
    const SOORT: &'static str = "tekst";
    const HERHAALBAAR: bool = false;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        if tekst.is_empty() || tekst.trim() != tekst {
            return Err(fout::<Self>("niet leeg, en geen spaties aan begin of eind"));
        }
        if tekst.chars().count() > MAX {
            return Err(fout::<Self>(format!("hoogstens {MAX} tekens")));
        }
        // U+FFFE and U+FFFF may not stand in XML either.
        if tekst.chars().any(|teken| teken.is_control() || matches!(teken, '\u{fffe}' | '\u{ffff}'))
        {
            return Err(fout::<Self>("geen besturingstekens of regeleinden"));
        }
        Ok(Self(tekst.to_owned()))
    }
}

/// Text that somebody wrote in own words: held against the words that no employer may record.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct VrijeTekst<const MAX: usize>(Tekst<MAX>);

impl<const MAX: usize> Waarde for VrijeTekst<MAX> {
    const SOORT: &'static str = "vrije tekst";
    const HERHAALBAAR: bool = false;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        if let Some(soort) = vindplaats(Compartiment::A, tekst) {
            let (wat, regel) = (soort.naam(), soort.regel());
            return Err(fout::<Self>(format!("hierin mag niet staan: {wat} ({regel})")));
        }
        Tekst::try_new(tekst).map(Self)
    }
}

/// Digits only, from `MIN` to `MAX` of them (format `n..MAX`).
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Cijfers<const MIN: usize, const MAX: usize>(String);

impl<const MIN: usize, const MAX: usize> Cijfers<MIN, MAX> {
    /// The digits.
    pub fn cijfers(&self) -> &str {
        &self.0
    }
}

impl<const MIN: usize, const MAX: usize> Waarde for Cijfers<MIN, MAX> {
    const SOORT: &'static str = "nummer";
    // A telephone number is one.
    const HERHAALBAAR: bool = false;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        if is_cijfers(tekst, MIN, MAX) {
            return Ok(Self(tekst.to_owned()));
        }
        let aantal = if MIN == MAX { format!("{MAX}") } else { format!("{MIN} tot en met {MAX}") };
        Err(fout::<Self>(format!("{aantal} cijfers, zonder iets anders")))
    }
}

/// An amount with two decimals at most, from 0 to `MAX` hundredths; a percentage is `Honderdsten<10000>`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Honderdsten<const MAX: u32>(u32);

/// A percentage from 0 to 100 with two decimals.
pub type Percentage = Honderdsten<10_000>;

impl<const MAX: u32> Honderdsten<MAX> {
    /// How many hundredths.
    pub fn honderdsten(self) -> u32 {
        self.0
    }
}

impl<const MAX: u32> Waarde for Honderdsten<MAX> {
    const SOORT: &'static str = "getal";
    const HERHAALBAAR: bool = true;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        let (heel, deel) = tekst.split_once('.').unwrap_or((tekst, "0"));
        let getal = (is_cijfers(heel, 1, 7) && is_cijfers(deel, 1, 2))
            .then(|| format!("{heel}{deel:0<2}").parse().ok())
            .flatten();
        match getal {
            Some(getal) if getal <= MAX => Ok(Self(getal)),
            Some(_) | None => {
                let regel = format!("een getal van 0 tot en met {}", geschreven(MAX));
                Err(fout::<Self>(format!("{regel}, met een punt en hoogstens twee decimalen")))
            }
        }
    }
}

fn geschreven(honderdsten: u32) -> String {
    format!("{}.{:02}", honderdsten / 100, honderdsten % 100)
}

impl<const MAX: u32> Serialize for Honderdsten<MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&geschreven(self.0))
    }
}

/// Days of SIVI are written `JJJJ-MM-DD`.
impl Waarde for Datum {
    const SOORT: &'static str = "datum";
    const HERHAALBAAR: bool = true;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        let regel = "een bestaande dag van 1900 tot en met 2199, geschreven als JJJJ-MM-DD";
        tekst.parse().map_err(|_| fout::<Self>(regel))
    }
}

/// A day as UWV writes it: `JJJJMMDD`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct UwvDatum(pub Datum);

impl Waarde for UwvDatum {
    const SOORT: &'static str = "datum";
    const HERHAALBAAR: bool = true;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        let dag = (tekst.is_ascii() && is_cijfers(tekst, 8, 8)).then(|| {
            let (jaar, rest) = tekst.split_at(4);
            let (maand, dag) = rest.split_at(2);
            format!("{jaar}-{maand}-{dag}").parse().ok()
        });
        let regel = "een bestaande dag van 1900 tot en met 2199, geschreven als JJJJMMDD";
        dag.flatten().map(Self).ok_or_else(|| fout::<Self>(regel))
    }
}

impl fmt::Display for UwvDatum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_string().replace('-', ""))
    }
}

impl Serialize for UwvDatum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Day of birth as UWV writes it: `JJJJMMDD`, with zeros for what is not known.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Geboortedatum(String);

impl Waarde for Geboortedatum {
    const SOORT: &'static str = "geboortedatum";
    const HERHAALBAAR: bool = false;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        let is_bekend = UwvDatum::try_new(tekst).is_ok();
        let onbekend = is_cijfers(tekst, 8, 8) && {
            let (jaar, rest) = tekst.split_at(4);
            let (maand, dag) = rest.split_at(2);
            let jaar_kan = jaar == "0000" || ("1900"..="2199").contains(&jaar);
            let een_deel_nul = jaar == "0000" || maand == "00" || dag == "00";
            jaar_kan && een_deel_nul && maand <= "12" && dag <= "31"
        };
        if is_bekend || onbekend {
            return Ok(Self(tekst.to_owned()));
        }
        Err(fout::<Self>("een bestaande dag als JJJJMMDD; een onbekend deel is nul"))
    }
}

impl From<Datum> for Geboortedatum {
    fn from(dag: Datum) -> Self {
        Self(UwvDatum(dag).to_string())
    }
}

/// A moment as UWV writes it: `JJJJMMDDuummss`.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct UwvTijdstip(String);

impl Waarde for UwvTijdstip {
    const SOORT: &'static str = "tijdstip";
    const HERHAALBAAR: bool = true;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        let klopt = is_cijfers(tekst, 14, 14) && {
            let (dag, tijd) = tekst.split_at(8);
            let (uur, rest) = tijd.split_at(2);
            let (minuut, seconde) = rest.split_at(2);
            UwvDatum::try_new(dag).is_ok() && uur < "24" && minuut < "60" && seconde < "60"
        };
        if klopt {
            return Ok(Self(tekst.to_owned()));
        }
        Err(fout::<Self>("een bestaand tijdstip, geschreven als JJJJMMDDuummss"))
    }
}

/// A time of the day as SIVI writes it: `uu:mm:ss`.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Tijd(String);

impl Waarde for Tijd {
    const SOORT: &'static str = "tijd";
    const HERHAALBAAR: bool = true;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        let delen: Vec<&str> = tekst.split(':').collect();
        let klopt = match delen.as_slice() {
            [uur, minuut, seconde] => {
                delen.iter().all(|deel| is_cijfers(deel, 2, 2))
                    && *uur < "24"
                    && *minuut < "60"
                    && *seconde < "60"
            }
            _ => false,
        };
        if klopt {
            Ok(Self(tekst.to_owned()))
        } else {
            Err(fout::<Self>("geschreven als uu:mm:ss"))
        }
    }
}

/// Hours and minutes: `uumm`.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Uurminuut(String);

impl Waarde for Uurminuut {
    const SOORT: &'static str = "uren en minuten";
    const HERHAALBAAR: bool = true;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        if is_cijfers(tekst, 4, 4) && tekst.split_at(2).1 < "60" {
            return Ok(Self(tekst.to_owned()));
        }
        Err(fout::<Self>("vier cijfers, geschreven als uumm, met minuten onder de 60"))
    }
}

/// A Dutch postcode.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Postcode(String);

impl Postcode {
    /// The postcode, without a space.
    pub fn tekst(&self) -> &str {
        &self.0
    }
}

impl Waarde for Postcode {
    const SOORT: &'static str = "postcode";
    const HERHAALBAAR: bool = false;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        let klopt = match tekst.as_bytes() {
            [b'1'..=b'9', cijfers @ .., een, twee] => {
                cijfers.len() == 3
                    && cijfers.iter().all(u8::is_ascii_digit)
                    && een.is_ascii_uppercase()
                    && twee.is_ascii_uppercase()
            }
            _ => false,
        };
        if klopt {
            return Ok(Self(tekst.to_owned()));
        }
        Err(fout::<Self>("vier cijfers en twee hoofdletters, zonder spatie"))
    }
}

/// An address for e-mail, roughly: that it could be one.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Email(Tekst<320>);

impl Waarde for Email {
    const SOORT: &'static str = "e-mailadres";
    const HERHAALBAAR: bool = false;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        let delen: Vec<&str> = tekst.split('@').collect();
        let klopt = delen.len() == 2 && delen.iter().all(|deel| !deel.is_empty());
        if klopt && !tekst.contains(char::is_whitespace) {
            return Tekst::try_new(tekst).map(Self);
        }
        Err(fout::<Self>("een naam, een apenstaartje en een domein"))
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Cijfers, Email, Geboortedatum, Percentage, Postcode, Tekst, Tijd, Uurminuut, UwvDatum,
        UwvTijdstip, VrijeTekst, Waarde,
    };

    #[track_caller]
    fn keurt<T: Waarde>(goed: &[&str], fout: &[&str]) {
        for tekst in goed {
            assert!(T::try_new(tekst).is_ok(), "{tekst:?} hoort te mogen");
        }
        for tekst in fout {
            let fout = T::try_new(tekst).err();
            assert_eq!(fout.map(|it| it.soort), Some(T::SOORT), "{tekst:?} hoort niet te mogen");
        }
    }

    #[test]
    fn elke_soort_waarde_weigert_wat_haar_regel_niet_toelaat() {
        keurt::<Tekst<5>>(&["a", "é é é"], &["", " a", "a ", "abcdef", "a\nb", "a\u{ffff}"]);
        keurt::<Cijfers<2, 3>>(&["12", "123"], &["", "1", "1234", "1a", "１２"]);
        keurt::<Percentage>(
            &["0", "100", "99.9", "50.25"],
            &["100.01", "1,5", "-1", "1.234", "", "."],
        );
        keurt::<UwvDatum>(
            &["20250303"],
            &["2025-03-03", "20250230", "18991231", "2025033", "é250303"],
        );
        keurt::<UwvTijdstip>(
            &["20250303235959"],
            &["20250303240000", "20250303", "20250303236000"],
        );
        keurt::<Tijd>(&["09:30:00"], &["9:30:00", "24:00:00", "09:30", "09:60:00", "09:00:60"]);
        keurt::<Uurminuut>(&["3600", "0759"], &["0760", "36", "abcd"]);
        keurt::<Postcode>(&["1234AB"], &["0234AB", "1234 AB", "1234ab", "1234A", "12345AB"]);
        keurt::<Email>(&["a@b.nl"], &["a", "@b", "a@", "a@b@c", "a b@c"]);
    }

    #[test]
    fn een_onbekend_deel_van_een_geboortedatum_is_nul() {
        let fout = ["19801332", "19800230", "18500000", "1980", "19801300", "19800032"];
        keurt::<Geboortedatum>(&["19800505", "19800000", "00000000", "19800500"], &fout);
    }

    #[test]
    fn vrije_tekst_zegt_niets_over_ziekte_en_de_fout_herhaalt_haar_niet() {
        let fout = VrijeTekst::<512>::try_new("thuis met griep").err().map(|it| it.to_string());
        let fout = fout.unwrap_or_default();
        assert!(fout.contains("NIET-01") && !fout.contains("griep"), "{fout}");
        assert!(VrijeTekst::<512>::try_new("belt op dinsdag").is_ok());
    }
}
