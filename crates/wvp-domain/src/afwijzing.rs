//! Why the law, or the dossier, says no: the rule, its source, and what to do about it.

use thiserror::Error;

use crate::mijlpaal::gedeeld::Partij;
use crate::mijlpaal::riv::Element;
use crate::{Datum, Grondslag, StukId};

/// A refusal. The text is for the one who asked, in Dutch; [`Afwijzing::grondslag`] says which rule
/// and source, [`Afwijzing::advies`] what to do.
///
/// Deliberately not `#[non_exhaustive]`: a new refusal must break every caller that maps it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Afwijzing {
    /// There is no ziekmelding.
    #[error("er is geen ziekmelding in dit dossier")]
    GeenZiekmelding,
    /// The dossier already has a ziekmelding.
    #[error("er is al een ziekmelding, met `{sinds}` als eerste ziektedag")]
    AlZiekgemeld {
        /// First day of illness.
        sinds: Datum,
    },
    /// The dossier is closed.
    #[error("het dossier is gesloten")]
    DossierGesloten,
    /// The dossier is not closed.
    #[error("het dossier is niet gesloten")]
    NietGesloten,
    /// A day lies ahead.
    #[error("`{veld}` ligt in de toekomst: `{datum}`")]
    InDeToekomst {
        /// Name of the field.
        veld: &'static str,
        /// Its value.
        datum: Datum,
    },
    /// A day lies before the first day of illness.
    #[error("`{veld}` (`{datum}`) ligt voor de eerste ziektedag `{eerste_ziektedag}`")]
    VoorEersteZiektedag {
        /// Name of the field.
        veld: &'static str,
        /// Its value.
        datum: Datum,
        /// First day of illness.
        eerste_ziektedag: Datum,
    },
    /// A period ends before it begins.
    #[error("`{veld}` (`{tot_en_met}`) ligt voor het begin `{van}`")]
    PeriodeOmgekeerd {
        /// Name of the field.
        veld: &'static str,
        /// First day.
        van: Datum,
        /// Last day.
        tot_en_met: Datum,
    },
    /// The employee is not ill on that day.
    #[error("de werknemer is niet ziek op `{datum}` (`{veld}`)")]
    NietZiek {
        /// Name of the field.
        veld: &'static str,
        /// Its value.
        datum: Datum,
    },
    /// The employee is still ill, so cannot fall ill again.
    #[error("de werknemer is nog ziek gemeld sinds `{sinds}`")]
    NogZiek {
        /// First day of the running spell.
        sinds: Datum,
    },
    /// The gap is four weeks or more: a new case.
    #[error("tussen herstel en nieuwe ziekte liggen `{dagen}` dagen: dit is een nieuw ziektegeval")]
    KetenVerbroken {
        /// Days between (at least 28).
        dagen: i32,
    },
    /// Spells overlap or a recovery lies before its spell.
    #[error("de perioden van ziekte en herstel sluiten niet op elkaar aan rond `{datum}`")]
    PeriodenOnsamenhangend {
        /// Where it goes wrong.
        datum: Datum,
    },
    /// Leave overlaps with other leave.
    #[error("er is al verlof vastgelegd van `{van}` tot en met `{tot_en_met}`")]
    VerlofOverlapt {
        /// First day of the other leave.
        van: Datum,
        /// Last day of the other leave.
        tot_en_met: Datum,
    },
    /// There is no probleemanalyse.
    #[error("er is nog geen probleemanalyse")]
    GeenProbleemanalyse,
    /// There is a probleemanalyse already.
    #[error("er is al een probleemanalyse, van `{op}`")]
    AlProbleemanalyse {
        /// Its day.
        op: Datum,
    },
    /// There is no plan van aanpak.
    #[error("er is nog geen plan van aanpak")]
    GeenPlanVanAanpak,
    /// There is a plan van aanpak already.
    #[error("er is al een plan van aanpak, van `{op}`")]
    AlPlanVanAanpak {
        /// Its day.
        op: Datum,
    },
    /// A party did not sign and did not refuse with a motivation.
    #[error("de handtekening van de {} ontbreekt", partij_tekst(*.partij))]
    HandtekeningOntbreekt {
        /// Which party.
        partij: Partij,
    },
    /// A degree of incapacity without a judgement of the bedrijfsarts.
    #[error("er is geen oordeel van de bedrijfsarts waar dit percentage op rust")]
    GeenOordeelBedrijfsarts,
    /// The document has no content.
    #[error("`{element}` heeft geen inhoud")]
    InhoudOntbreekt {
        /// Which document.
        element: &'static str,
    },
    /// The document was taken in before, with other facts, or was withdrawn.
    #[error("stuk `{}` is al eerder vastgelegd", .stuk.0)]
    StukAlBekend {
        /// Which document.
        stuk: StukId,
    },
    /// The document referred to is not in the dossier.
    #[error("`{veld}` verwijst naar stuk `{}`, dat niet in dit dossier staat", .stuk.0)]
    StukOnbekend {
        /// Name of the field.
        veld: &'static str,
        /// Which document.
        stuk: StukId,
    },
    /// The employment ended already.
    #[error("het dienstverband is al geëindigd op `{laatste_werkdag}`")]
    DienstverbandAlBeeindigd {
        /// Last working day.
        laatste_werkdag: Datum,
    },
    /// UWV can impose no loonsanctie after the end of the wachttijd.
    #[error("een loonsanctie na het einde van de wachttijd (`{einde_wachttijd}`) kan niet")]
    LoonsanctieTeLaat {
        /// Last day of the wachttijd.
        einde_wachttijd: Datum,
    },
    /// A decision on a loonsanctie that does not exist.
    #[error("er is geen loonsanctie opgelegd")]
    GeenLoonsanctie,
    /// Elements of the re-integratieverslag are missing.
    #[error("het re-integratieverslag is niet compleet: {} ontbreekt", elementen_tekst(.ontbreekt))]
    RivNietCompleet {
        /// What is missing.
        ontbreekt: Vec<Element>,
    },
}

impl Afwijzing {
    /// The rule and its source.
    #[must_use]
    pub fn grondslag(&self) -> Grondslag {
        match self {
            Self::GeenZiekmelding | Self::AlZiekgemeld { .. } | Self::NietZiek { .. } => {
                Grondslag::new("C-01", "Wet WIA art. 23 lid 2; BW 7:629 lid 1")
            }
            Self::DossierGesloten | Self::NietGesloten => {
                Grondslag::new("INTERN", "een gesloten dossier verandert niet; heropenen kan")
            }
            Self::InDeToekomst { .. }
            | Self::VoorEersteZiektedag { .. }
            | Self::PeriodeOmgekeerd { .. }
            | Self::PeriodenOnsamenhangend { .. } => {
                Grondslag::new("R-85", "een verkeerde datum is zelf een grond voor een boete")
            }
            Self::NogZiek { .. } => {
                Grondslag::new("R-25", "CRvB 10 mei 2006: alleen volledig herstel onderbreekt")
            }
            Self::KetenVerbroken { .. } => {
                Grondslag::new("R-21", "BW 7:629 lid 10; Wet WIA art. 23 lid 3")
            }
            Self::VerlofOverlapt { .. } => {
                Grondslag::new("R-28", "Wet WIA art. 23 lid 3; WAZO 3:1")
            }
            Self::GeenProbleemanalyse | Self::AlProbleemanalyse { .. } => {
                Grondslag::new("R-03", "Regeling procesgang art. 2 lid 2 en 7")
            }
            Self::GeenPlanVanAanpak | Self::AlPlanVanAanpak { .. } => Grondslag::new(
                "R-05",
                "Regeling procesgang art. 4 lid 1 en 5; Wet WIA art. 25 lid 2",
            ),
            Self::HandtekeningOntbreekt { .. } => Grondslag::new(
                "RIV-14",
                "Beleidsregels vorm- en herkenbaarheidsvereisten art. 2 lid 3",
            ),
            Self::GeenOordeelBedrijfsarts => {
                Grondslag::new("NIET-08", "Autoriteit Persoonsgegevens, Abrona (2016)")
            }
            Self::InhoudOntbreekt { .. } => {
                Grondslag::new("R-04", "Regeling procesgang art. 6 lid 1")
            }
            Self::StukAlBekend { .. } | Self::StukOnbekend { .. } => {
                Grondslag::new("INTERN", "elk stuk heeft een eigen nummer en staat er één keer in")
            }
            Self::DienstverbandAlBeeindigd { .. } => Grondslag::new("R-66", "ZW art. 38 lid 2"),
            Self::LoonsanctieTeLaat { .. } => {
                Grondslag::new("R-19", "Wet WIA art. 25 lid 10 en 11")
            }
            Self::GeenLoonsanctie => Grondslag::new("R-34", "Wet WIA art. 25 lid 9"),
            Self::RivNietCompleet { .. } => {
                Grondslag::new("R-17", "Wet WIA art. 25 lid 3; Regeling procesgang art. 6 lid 1")
            }
        }
    }

    /// What to do about it, in Dutch.
    #[must_use]
    pub fn advies(&self) -> &'static str {
        match self {
            Self::GeenZiekmelding => "Leg eerst de ziekmelding vast.",
            Self::AlZiekgemeld { .. } => {
                "Klopt de eerste ziektedag niet? Leg dan een correctie vast met de reden."
            }
            Self::DossierGesloten => "Heropen het dossier als dit feit er nog bij hoort.",
            Self::NietGesloten => "Dit dossier is open; ga gewoon verder.",
            Self::InDeToekomst { .. } => "Leg dit vast op of na de dag zelf.",
            Self::VoorEersteZiektedag { .. } | Self::PeriodeOmgekeerd { .. } => {
                "Controleer de datum. Klopt de eerste ziektedag niet? Leg dan een correctie vast."
            }
            Self::NietZiek { .. } => "Leg eerst een (hernieuwde) ziekmelding vast.",
            Self::NogZiek { .. } => {
                "Is er meer of minder werk mogelijk? Leg dan een wijziging van de inzetbaarheid vast."
            }
            Self::KetenVerbroken { .. } => "Open een nieuw dossier voor deze ziekmelding.",
            Self::PeriodenOnsamenhangend { .. } => {
                "Corrigeer de ziekmelding en de herstelmelding zo dat zij op elkaar aansluiten."
            }
            Self::VerlofOverlapt { .. } => "Corrigeer het verlof dat er al staat.",
            Self::GeenProbleemanalyse => "Vraag de bedrijfsarts om de probleemanalyse.",
            Self::AlProbleemanalyse { .. } => "Leg een bijstelling van de probleemanalyse vast.",
            Self::GeenPlanVanAanpak => "Leg eerst het plan van aanpak vast.",
            Self::AlPlanVanAanpak { .. } => "Leg een bijstelling van het plan van aanpak vast.",
            Self::HandtekeningOntbreekt { .. } => {
                "Laat tekenen, of leg de weigering vast met de motivering."
            }
            Self::GeenOordeelBedrijfsarts => {
                "Noem het spreekuur of het stuk van de bedrijfsarts waar het percentage in staat."
            }
            Self::InhoudOntbreekt { .. } => "Vul het stuk in voordat u het vastlegt.",
            Self::StukAlBekend { .. } => {
                "Geef een nieuw stuk een nieuw nummer; wilt u iets veranderen, leg dan een correctie vast."
            }
            Self::StukOnbekend { .. } => "Controleer naar welk stuk u verwijst.",
            Self::DienstverbandAlBeeindigd { .. } => {
                "Klopt die datum niet? Leg dan een correctie vast."
            }
            Self::LoonsanctieTeLaat { .. } => {
                "Ga bij UWV na of de datum van het besluit klopt; te laat is te laat."
            }
            Self::GeenLoonsanctie => "Leg eerst het besluit over de loonsanctie vast.",
            Self::RivNietCompleet { .. } => {
                "Vul de ontbrekende stukken aan, of leg vast waarom zij niet nodig zijn."
            }
        }
    }
}

fn partij_tekst(partij: Partij) -> &'static str {
    match partij {
        Partij::Werkgever => "werkgever",
        Partij::Werknemer => "werknemer",
    }
}

fn elementen_tekst(elementen: &[Element]) -> String {
    elementen.iter().map(|element| element.naam()).collect::<Vec<_>>().join(", ")
}
