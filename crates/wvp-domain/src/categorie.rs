//! Where data categories live: a payload *is* its sections, and a section *is* its compartment.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::invoerwacht::lees_teksten;

/// Data category of domain/access.md (privacy statement, Bijlage 2).
/// The order is stored and never changes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub enum Categorie {
    /// Process data: dates, milestones, roles. The only section decisions read.
    A,
    /// Re-integration data: limitations, possibilities, plans.
    B,
    /// Medical data: complaints, diagnosis, treatment.
    C,
    /// General data of employer and person; contracts.
    D,
    /// Invoices of interventions: health data by inference, apart from A to D.
    Factuur,
}

/// What is sealed under one key: a category with its provenance or special object.
///
/// Two fields share a compartment only if every reader has the same condition on both
/// (domain/access.md C.1; recomputed from the table by a test in wvp-access).
/// The number is stored and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Compartiment {
    /// Ordinary process data.
    A = 0,
    /// Burgerservicenummer (A.bsn).
    ABsn = 1,
    /// That there is a vangnet or liable third party, told by the arbodienst (A.vangnet_exists).
    AVangnet = 2,
    /// A complaint (A.klacht).
    AKlacht = 3,
    /// Administrative data from SUAG (A.suag).
    ASuag = 4,
    /// That there is a vangnet or liable third party, told by the employee (A.vangnet_exists).
    AVangnetWerknemer = 5,
    /// Re-integration data established by the bedrijfsarts.
    BBedrijfsarts = 10,
    /// Re-integration data in a poortwachter document of employer and employee.
    BPoortwachter = 11,
    /// Re-integration data that only the employee told.
    BWerknemer = 12,
    /// Re-integration data of a re-integratiebedrijf, provider or arbeidsdeskundige.
    BOverig = 13,
    /// Advice on interventions, released by the bedrijfsarts with consent (B.interventie_advies).
    BInterventieAdvies = 14,
    /// Medical data of the bedrijfsarts.
    C = 20,
    /// Which vangnet applies (C.vangnet_kind).
    CVangnet = 21,
    /// Medical papers that came from UWV.
    CUwv = 22,
    /// Who treats the employee (C.behandelaar).
    CBehandelaar = 23,
    /// Whether the illness is related to work (C.arbeidsgerelateerd).
    CArbeidsgerelateerd = 24,
    /// Research data (C.research).
    COnderzoek = 25,
    /// General data of person and employer.
    D = 30,
    /// Invoice of a provider (INV.bronfactuur).
    FactuurBron = 40,
    /// Payment message: name and amount (INV.betaalbericht).
    FactuurBetaalbericht = 41,
}

impl Compartiment {
    /// Every compartment, in stored order.
    pub const ALLE: [Self; 20] = [
        Self::A,
        Self::ABsn,
        Self::AVangnet,
        Self::AKlacht,
        Self::ASuag,
        Self::AVangnetWerknemer,
        Self::BBedrijfsarts,
        Self::BPoortwachter,
        Self::BWerknemer,
        Self::BOverig,
        Self::BInterventieAdvies,
        Self::C,
        Self::CVangnet,
        Self::CUwv,
        Self::CBehandelaar,
        Self::CArbeidsgerelateerd,
        Self::COnderzoek,
        Self::D,
        Self::FactuurBron,
        Self::FactuurBetaalbericht,
    ];

    /// The category this compartment belongs to.
    #[must_use]
    pub fn categorie(self) -> Categorie {
        match self {
            Self::A
            | Self::ABsn
            | Self::AVangnet
            | Self::AKlacht
            | Self::ASuag
            | Self::AVangnetWerknemer => Categorie::A,
            Self::BBedrijfsarts
            | Self::BPoortwachter
            | Self::BWerknemer
            | Self::BOverig
            | Self::BInterventieAdvies => Categorie::B,
            Self::C
            | Self::CVangnet
            | Self::CUwv
            | Self::CBehandelaar
            | Self::CArbeidsgerelateerd
            | Self::COnderzoek => Categorie::C,
            Self::D => Categorie::D,
            Self::FactuurBron | Self::FactuurBetaalbericht => Categorie::Factuur,
        }
    }

    /// The stored number.
    #[must_use]
    pub fn nummer(self) -> u8 {
        self as u8
    }

    /// The compartment with this stored number, if there is one.
    #[must_use]
    pub fn met_nummer(nummer: u8) -> Option<Self> {
        Self::ALLE.into_iter().find(|compartiment| compartiment.nummer() == nummer)
    }
}

/// A section of a payload: what stands in one compartment.
pub trait Sectie: Serialize + DeserializeOwned + Clone + PartialEq {
    /// The compartment that every field of this struct belongs to.
    const COMPARTIMENT: Compartiment;
}

/// An event payload, cut into its four sections.
///
/// `a` is always present: decisions read nothing else. The others are sealed with their own key
/// and read as closed when the reader holds no key, or when the key was destroyed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secties<A, B = Geen, C = Geen, D = Geen> {
    /// Section A.
    pub a: A,
    /// Section B.
    pub b: Afgeschermd<B>,
    /// Section C.
    pub c: Afgeschermd<C>,
    /// Section D.
    pub d: Afgeschermd<D>,
}

impl<A, B, C, D> Secties<A, B, C, D> {
    /// A payload with a process section only.
    pub fn proces(a: A) -> Self {
        Self { a, b: Afgeschermd::dicht(), c: Afgeschermd::dicht(), d: Afgeschermd::dicht() }
    }

    /// Adds section B.
    #[must_use]
    pub fn met_b(self, b: B) -> Self {
        Self { b: Afgeschermd::open(b), ..self }
    }

    /// Adds section C.
    #[must_use]
    pub fn met_c(self, c: C) -> Self {
        Self { c: Afgeschermd::open(c), ..self }
    }

    /// Adds section D.
    #[must_use]
    pub fn met_d(self, d: D) -> Self {
        Self { d: Afgeschermd::open(d), ..self }
    }
}

impl<A: Sectie, B: Sectie, C: Sectie, D: Sectie> Secties<A, B, C, D> {
    /// The compartments of the sections that are open, A first.
    #[must_use]
    pub fn compartimenten(&self) -> Vec<Compartiment> {
        let open = [
            Some(A::COMPARTIMENT),
            (!self.b.is_dicht()).then_some(B::COMPARTIMENT),
            (!self.c.is_dicht()).then_some(C::COMPARTIMENT),
            (!self.d.is_dicht()).then_some(D::COMPARTIMENT),
        ];
        open.into_iter().flatten().collect()
    }
}

/// A payload of which it does not matter whose it is.
pub(crate) trait Lading {
    /// The compartments of the sections that are open, A first.
    fn compartimenten(&self) -> Vec<Compartiment>;

    /// Calls `doe` with the compartment, the field and the content of every text that is open.
    fn lees_teksten(&self, doe: &mut dyn FnMut(Compartiment, &str, &str));
}

impl<A: Sectie, B: Sectie, C: Sectie, D: Sectie> Lading for Secties<A, B, C, D> {
    fn compartimenten(&self) -> Vec<Compartiment> {
        self.compartimenten()
    }

    fn lees_teksten(&self, doe: &mut dyn FnMut(Compartiment, &str, &str)) {
        lees_sectie(&self.a, doe);
        self.b.inhoud().into_iter().for_each(|b| lees_sectie(b, doe));
        self.c.inhoud().into_iter().for_each(|c| lees_sectie(c, doe));
        self.d.inhoud().into_iter().for_each(|d| lees_sectie(d, doe));
    }
}

fn lees_sectie<S: Sectie>(sectie: &S, doe: &mut dyn FnMut(Compartiment, &str, &str)) {
    lees_teksten(sectie, &mut |veld, tekst| doe(S::COMPARTIMENT, veld, tekst));
}

/// Never prints content, not even of section A: names of signatories stand there.
impl<A, B, C, D> fmt::Debug for Secties<A, B, C, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secties(b: {:?}, c: {:?}, d: {:?})", self.b, self.c, self.d)
    }
}

/// "No such section". Has no values, so it can never be filled by mistake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub enum Geen {}

/// The compartment is never asked for: there is no value to seal.
impl Sectie for Geen {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// A section that may be closed to this reader.
#[derive(Clone, PartialEq, Eq)]
pub struct Afgeschermd<T>(Option<T>);

impl<T> Afgeschermd<T> {
    /// An open section.
    pub fn open(inhoud: T) -> Self {
        Self(Some(inhoud))
    }

    /// A closed section.
    #[must_use]
    pub fn dicht() -> Self {
        Self(None)
    }

    /// Whether the section is closed.
    #[must_use]
    pub fn is_dicht(&self) -> bool {
        self.0.is_none()
    }

    /// The content to add to, if it is open.
    pub(crate) fn inhoud_mut(&mut self) -> Option<&mut T> {
        self.0.as_mut()
    }

    /// The content, if this reader may see it.
    #[must_use]
    pub fn inhoud(&self) -> Option<&T> {
        self.0.as_ref()
    }
}

/// Never prints its content: a section cannot leak through a log line.
impl<T> fmt::Debug for Afgeschermd<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_dicht() { "dicht" } else { "open(…)" })
    }
}

#[cfg(test)]
mod tests {
    use super::{Afgeschermd, Compartiment, Secties};

    #[test]
    fn debug_drukt_nooit_inhoud_af() {
        let secties: Secties<&str, &str> = Secties::proces("anna").met_b("rugpijn");
        let tekst = format!("{secties:?} {:?}", Afgeschermd::open("rugpijn"));
        assert!(!tekst.contains("rugpijn") && !tekst.contains("anna"), "{tekst}");
    }

    #[test]
    fn elk_compartiment_is_terug_te_vinden_op_nummer() {
        for compartiment in Compartiment::ALLE {
            assert_eq!(Compartiment::met_nummer(compartiment.nummer()), Some(compartiment));
        }
    }
}
