//! Lists of codes as data: each with its source, and for each code what it means in plain Dutch.
//!
//! A list is a type of its own, so a code of one list cannot stand in the place of another. A code of which no
//! label is known has a neutral one ("code 05"): the product guesses no meaning.

pub mod sivi;
pub mod uwv;

use std::fmt;
use std::marker::PhantomData;

use serde::{Serialize, Serializer};

use crate::waarde::{Waarde, WaardeFout, fout};

/// A list of codes.
pub trait Lijst: Copy + PartialEq {
    /// The name of the list, as the standard calls it.
    const NAAM: &'static str;
    /// Where it was read, with its version. From when to when a code holds the sources do not say.
    const BRON: &'static str;
    /// Each code with its label; an empty label means that none is known.
    const CODES: &'static [(&'static str, &'static str)];
    /// What a code without a label is called; `{}` is the code.
    const NEUTRAAL: &'static str = "code {}";
    /// Whether a code may be repeated in a fault: not when it tells why somebody is ill.
    const HERHAALBAAR: bool = true;
}

/// A code of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code<L> {
    teken: &'static str,
    label: &'static str,
    lijst: PhantomData<L>,
}

impl<L: Lijst> Code<L> {
    /// Every code of the list, in its order.
    pub fn alle() -> impl Iterator<Item = Self> {
        L::CODES.iter().map(|(teken, label)| Self { teken, label, lijst: PhantomData })
    }

    /// The code as it stands in a message.
    pub fn code(self) -> &'static str {
        self.teken
    }

    /// What it means in plain Dutch, or a neutral label.
    pub fn label(self) -> String {
        if self.label.is_empty() {
            return L::NEUTRAAL.replace("{}", self.teken);
        }
        self.label.to_owned()
    }
}

impl<L: Lijst> Waarde for Code<L> {
    const SOORT: &'static str = L::NAAM;
    const HERHAALBAAR: bool = L::HERHAALBAAR;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        let gevonden = Self::alle().find(|code| code.teken == tekst);
        gevonden.ok_or_else(|| {
            let codes: Vec<&str> = L::CODES.iter().map(|(code, _)| *code).collect();
            fout::<Self>(format!("een van {}", codes.join(", ")))
        })
    }
}

impl<L: Lijst> fmt::Debug for Code<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}(…)", L::NAAM)
    }
}

impl<L: Lijst> Serialize for Code<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.teken)
    }
}

#[cfg(test)]
mod tests {
    use super::sivi::OorzaakVerzuim;
    use super::uwv::{Aangifte, BerichtType, RedenNoRisk, RedenZiekmelding};
    use super::{Code, Lijst};
    use crate::waarde::Waarde;

    #[test]
    fn een_code_zonder_bekende_betekenis_heeft_een_neutraal_label() {
        let label = |code| Code::<BerichtType>::try_new(code).unwrap().label();
        assert_eq!(label("RFX"), "code RFX");
        assert_eq!(label("VM"), "verzuimmelder");
        let sivi = Code::<OorzaakVerzuim>::try_new("10").unwrap().label();
        assert_eq!(sivi, "SIVI-code 10 (betekenis: zie SIVI)");
    }

    #[test]
    fn een_code_buiten_de_lijst_wordt_geweigerd_met_de_lijst() {
        let fout = Code::<OorzaakVerzuim>::try_new("12").unwrap_err();
        insta::assert_snapshot!(fout, @"`OorzkVrzmCd` klopt niet: een van 10, 11, 99");
    }

    #[test]
    fn wat_zegt_waarom_iemand_ziek_is_komt_in_geen_fout_en_in_geen_debug() {
        let herhaalbaar = [
            <Code<Aangifte> as Waarde>::HERHAALBAAR,
            <Code<RedenZiekmelding> as Waarde>::HERHAALBAAR,
            <Code<RedenNoRisk> as Waarde>::HERHAALBAAR,
            <Code<OorzaakVerzuim> as Waarde>::HERHAALBAAR,
            <Code<BerichtType> as Waarde>::HERHAALBAAR,
        ];
        assert_eq!(herhaalbaar, [false, false, false, false, true]);
        let code = Code::<Aangifte>::alle().last().unwrap();
        assert_eq!(format!("{code:?}"), format!("{}(…)", Aangifte::NAAM));
    }
}
