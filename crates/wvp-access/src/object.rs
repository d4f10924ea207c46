//! What is asked for: the 27 objects of the table.

use crate::woord::OnbekendWoord;

/// Object of a decision, column `category` of the table (domain/access.md A.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Object {
    /// Process data.
    A,
    /// Burgerservicenummer.
    ABsn,
    /// What an intervention cost.
    AInterventieKosten,
    /// Whether and when there was an intervention.
    AInterventieWanneer,
    /// A complaint (O-24).
    AKlacht,
    /// Whether there is a plan van aanpak and it is carried out.
    APvaExists,
    /// Administrative data that UWV delivered through SUAG.
    ASuag,
    /// Whether there is a vangnet or a liable third party.
    AVangnetExists,
    /// Aggregates over a group.
    Agg,
    /// Who read what in the own dossier.
    Leeslog,
    /// Re-integration data.
    B,
    /// Limitations and possibilities, translated from medical data.
    BBeperkingen,
    /// Advice on an intervention.
    BInterventieAdvies,
    /// Medical advice on an intervention.
    BInterventieMedischAdvies,
    /// Which kind of intervention.
    BInterventieSoort,
    /// Content of the plan van aanpak.
    BPvaContent,
    /// Medical data.
    C,
    /// Whether the illness is related to work (GAP-07).
    CArbeidsgerelateerd,
    /// Who treats the employee.
    CBehandelaar,
    /// Data for research.
    CResearch,
    /// Which vangnet applies.
    CVangnetKind,
    /// A consent.
    Toestemming,
    /// General data of person and employer; contracts and invoices of the arbodienst.
    D,
    /// Payment message: name and amount.
    Betaalbericht,
    /// Invoice of a provider, health data by inference.
    Bronfactuur,
    /// A request of the data subject.
    Rechten,
    /// A role somebody is given.
    Rol,
}

impl Object {
    /// Every object, in the order of the words.
    pub const ALLE: [Self; 27] = [
        Self::A,
        Self::ABsn,
        Self::AInterventieKosten,
        Self::AInterventieWanneer,
        Self::AKlacht,
        Self::APvaExists,
        Self::ASuag,
        Self::AVangnetExists,
        Self::Agg,
        Self::Leeslog,
        Self::B,
        Self::BBeperkingen,
        Self::BInterventieAdvies,
        Self::BInterventieMedischAdvies,
        Self::BInterventieSoort,
        Self::BPvaContent,
        Self::C,
        Self::CArbeidsgerelateerd,
        Self::CBehandelaar,
        Self::CResearch,
        Self::CVangnetKind,
        Self::Toestemming,
        Self::D,
        Self::Betaalbericht,
        Self::Bronfactuur,
        Self::Rechten,
        Self::Rol,
    ];

    /// Looks an object up by the word of the table.
    ///
    /// # Errors
    ///
    /// Names the word that is not known and the words that are.
    pub fn zoek(woord: &str) -> Result<Self, OnbekendWoord> {
        let gevonden = Self::ALLE.into_iter().find(|object| object.woord() == woord);
        gevonden.ok_or_else(|| OnbekendWoord::nieuw("category", woord, Self::ALLE.map(Self::woord)))
    }

    /// The word of the table.
    #[must_use]
    pub const fn woord(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::ABsn => "A.bsn",
            Self::AInterventieKosten => "A.interventie_kosten",
            Self::AInterventieWanneer => "A.interventie_wanneer",
            Self::AKlacht => "A.klacht",
            Self::APvaExists => "A.pva_exists",
            Self::ASuag => "A.suag",
            Self::AVangnetExists => "A.vangnet_exists",
            Self::Agg => "AGG",
            Self::Leeslog => "AUDIT.access_log",
            Self::B => "B",
            Self::BBeperkingen => "B.beperkingen",
            Self::BInterventieAdvies => "B.interventie_advies",
            Self::BInterventieMedischAdvies => "B.interventie_medisch_advies",
            Self::BInterventieSoort => "B.interventie_soort",
            Self::BPvaContent => "B.pva_content",
            Self::C => "C",
            Self::CArbeidsgerelateerd => "C.arbeidsgerelateerd",
            Self::CBehandelaar => "C.behandelaar",
            Self::CResearch => "C.research",
            Self::CVangnetKind => "C.vangnet_kind",
            Self::Toestemming => "CONSENT",
            Self::D => "D",
            Self::Betaalbericht => "INV.betaalbericht",
            Self::Bronfactuur => "INV.bronfactuur",
            Self::Rechten => "RIGHTS",
            Self::Rol => "ROLE",
        }
    }

    /// What it is, in plain Dutch, for use inside a sentence.
    #[must_use]
    pub const fn naam(self) -> &'static str {
        match self {
            Self::A => "procesgegevens",
            Self::ABsn => "het burgerservicenummer",
            Self::AInterventieKosten => "de kosten van een interventie",
            Self::AInterventieWanneer => "of en wanneer er een interventie was",
            Self::AKlacht => "een klacht",
            Self::APvaExists => "of er een plan van aanpak is",
            Self::ASuag => "gegevens uit SUAG",
            Self::AVangnetExists => "of er een vangnet is",
            Self::Agg => "cijfers over een groep",
            Self::Leeslog => "het leeslogboek",
            Self::B => "re-integratiegegevens",
            Self::BBeperkingen => "beperkingen en mogelijkheden",
            Self::BInterventieAdvies => "het interventieadvies",
            Self::BInterventieMedischAdvies => "het medisch advies over een interventie",
            Self::BInterventieSoort => "de soort interventie",
            Self::BPvaContent => "de inhoud van het plan van aanpak",
            Self::C => "medische gegevens",
            Self::CArbeidsgerelateerd => "of de ziekte met het werk te maken heeft",
            Self::CBehandelaar => "wie de werknemer behandelt",
            Self::CResearch => "gegevens voor onderzoek",
            Self::CVangnetKind => "welk vangnet geldt",
            Self::Toestemming => "een toestemming",
            Self::D => "algemene gegevens",
            Self::Betaalbericht => "het betaalbericht",
            Self::Bronfactuur => "de factuur van de uitvoerder",
            Self::Rechten => "een verzoek van de werknemer",
            Self::Rol => "een rol",
        }
    }

    /// The category whose rows also hold for this special object (domain/access.md B.1 line 2).
    #[must_use]
    pub const fn ouder(self) -> Option<Self> {
        match self {
            Self::ABsn
            | Self::AInterventieKosten
            | Self::AInterventieWanneer
            | Self::AKlacht
            | Self::APvaExists
            | Self::ASuag
            | Self::AVangnetExists => Some(Self::A),
            Self::BBeperkingen
            | Self::BInterventieAdvies
            | Self::BInterventieMedischAdvies
            | Self::BInterventieSoort
            | Self::BPvaContent => Some(Self::B),
            Self::CArbeidsgerelateerd
            | Self::CBehandelaar
            | Self::CResearch
            | Self::CVangnetKind => Some(Self::C),
            Self::A
            | Self::Agg
            | Self::Leeslog
            | Self::B
            | Self::C
            | Self::Toestemming
            | Self::D
            | Self::Betaalbericht
            | Self::Bronfactuur
            | Self::Rechten
            | Self::Rol => None,
        }
    }

    /// Whether this is `categorie` or a special object of it.
    #[must_use]
    pub fn valt_onder(self, categorie: Self) -> bool {
        self == categorie || self.ouder() == Some(categorie)
    }

    /// This object's bit in a mask of objects.
    pub(crate) const fn bit(self) -> u64 {
        1 << self as u8
    }
}
