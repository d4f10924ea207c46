//! Refusals about rights: what is wrong, by which rule, and what to do about it.

use thiserror::Error;

use super::gebruiker::Taakgebied;
use crate::{Datum, Grondslag, StukId};

/// Why a right was not given, ended or confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Weigering {
    /// The document was taken in before, with other facts.
    #[error("stuk `{}` is al eerder vastgelegd", .stuk.0)]
    StukAlBekend {
        /// Which document.
        stuk: StukId,
    },
    /// No such right was given here.
    #[error("stuk `{}` heeft hier geen recht gegeven", .stuk.0)]
    RechtOnbekend {
        /// Which document.
        stuk: StukId,
    },
    /// The right ended before.
    #[error("het recht uit stuk `{}` is dan al geëindigd", .stuk.0)]
    AlBeeindigd {
        /// Which document.
        stuk: StukId,
    },
    /// An end in the past.
    #[error("een recht eindigt niet met terugwerkende kracht (`{per}`)")]
    MetTerugwerkendeKracht {
        /// The day asked for.
        per: Datum,
    },
    /// The last day lies before the first.
    #[error("de laatste dag ligt voor de eerste dag")]
    PeriodeOmgekeerd,
    /// This right needs an end.
    #[error("dit recht heeft een einddatum nodig")]
    EindeOntbreekt,
    /// This right would last too long.
    #[error("dit recht mag hoogstens {hoogstens_dagen} dagen duren")]
    TeLang {
        /// Days after the first day.
        hoogstens_dagen: i32,
    },
    /// A day that is yet to come.
    #[error("`{dag}` ligt in de toekomst")]
    InDeToekomst {
        /// Which day.
        dag: Datum,
    },
    /// The name is not there.
    #[error("de gegevens zelf ontbreken")]
    InhoudOntbreekt,
    /// The account is not registered.
    #[error("dit account is niet geregistreerd")]
    NietGeregistreerd,
    /// The account is registered.
    #[error("dit account is al geregistreerd")]
    AlGeregistreerd,
    /// The account is blocked, or not blocked, already.
    #[error("dit account is {}", if *.geblokkeerd { "al geblokkeerd" } else { "niet geblokkeerd" })]
    Blokkade {
        /// Whether it is blocked now.
        geblokkeerd: bool,
    },
    /// One person would hold two functions that may never meet.
    #[error("deze persoon heeft al een functie in {}", .andere.naam())]
    Functiescheiding {
        /// What the person does already.
        andere: Taakgebied,
    },
    /// Somebody would give this right to the own account.
    #[error("niemand geeft dit recht aan zichzelf")]
    EigenBelang,
    /// Somebody would act for themselves.
    #[error("iemand neemt niet waar voor zichzelf")]
    VoorZichzelf,
    /// A substitution with nothing to do or to see.
    #[error("`{veld}` is leeg: zo wordt er niets overgedragen")]
    NietsOvergedragen {
        /// Name of the field.
        veld: &'static str,
    },
    /// Nobody would keep the organisation any more.
    #[error("dan beheert niemand deze organisatie meer")]
    ZonderBeheer,
    /// A condition of taakdelegatie is not met.
    #[error("niet aan alle vijf voorwaarden voor taakdelegatie is voldaan")]
    VoorwaardeOntbreekt,
}

impl Weigering {
    /// The rule and its source.
    #[must_use]
    pub fn grondslag(&self) -> Grondslag {
        match self {
            Self::StukAlBekend { .. } | Self::RechtOnbekend { .. } | Self::AlBeeindigd { .. } => {
                Grondslag::new("INTERN", "een stuk geeft een recht een keer")
            }
            Self::MetTerugwerkendeKracht { .. } => {
                Grondslag::new("R-260", "privacyverklaring arbodienst, hoofdstuk 3")
            }
            Self::PeriodeOmgekeerd
            | Self::InDeToekomst { .. }
            | Self::InhoudOntbreekt
            | Self::ZonderBeheer => {
                Grondslag::new("R-291", "privacyverklaring arbodienst, hoofdstuk 6")
            }
            Self::EindeOntbreekt | Self::TeLang { .. } | Self::EigenBelang => {
                Grondslag::new("R-292", "privacyverklaring arbodienst, hoofdstuk 6")
            }
            Self::NietGeregistreerd | Self::AlGeregistreerd => {
                Grondslag::new("R-293", "privacyverklaring arbodienst, hoofdstuk 6")
            }
            Self::Blokkade { .. } => {
                Grondslag::new("R-294", "privacyverklaring arbodienst, hoofdstuk 6")
            }
            Self::Functiescheiding { andere: Taakgebied::MedischeStaf } => {
                Grondslag::new("R-144", "handreiking privacy inkomensverzekeringen, hoofdstuk 7")
            }
            Self::Functiescheiding { .. } => {
                Grondslag::new("R-141", "handreiking privacy inkomensverzekeringen, hoofdstuk 4")
            }
            Self::VoorZichzelf | Self::NietsOvergedragen { .. } => {
                Grondslag::new("INTERN", "een waarneming is van een ander, van iets en voor even")
            }
            Self::VoorwaardeOntbreekt => {
                Grondslag::new("R-075", "handreiking privacy inkomensverzekeringen, hoofdstuk 2")
            }
        }
    }

    /// What to do about it, in Dutch.
    #[must_use]
    pub fn advies(&self) -> &'static str {
        match self {
            Self::StukAlBekend { .. } => "Geef een nieuw stuk een nieuw nummer.",
            Self::RechtOnbekend { .. } => "Controleer het nummer van het stuk dat het recht gaf.",
            Self::AlBeeindigd { .. } | Self::Blokkade { geblokkeerd: true } => {
                "U hoeft niets te doen."
            }
            Self::MetTerugwerkendeKracht { .. } => {
                "Laat het recht vandaag eindigen. Wat eerder is gedaan, blijft staan."
            }
            Self::PeriodeOmgekeerd | Self::InDeToekomst { .. } => "Controleer de datum.",
            Self::EindeOntbreekt => "Kies de laatste dag waarop dit nodig is.",
            Self::TeLang { .. } => "Kies een eerdere einddatum; verlengen kan met een nieuw stuk.",
            Self::InhoudOntbreekt => "Vul de naam in.",
            Self::NietGeregistreerd => "Registreer het account eerst.",
            Self::AlGeregistreerd => "Gebruik het account dat er al is.",
            Self::Blokkade { geblokkeerd: false } => "Ga gewoon verder.",
            Self::Functiescheiding { .. } => {
                "Beëindig de andere functie eerst, of geef deze functie aan iemand anders."
            }
            Self::EigenBelang => "Vraag iemand anders om dit te beoordelen.",
            Self::VoorZichzelf => "Kies wie er waarneemt.",
            Self::NietsOvergedragen { .. } => "Kies wat er wordt overgedragen.",
            Self::ZonderBeheer => "Draag het beheer eerst over aan een andere organisatie.",
            Self::VoorwaardeOntbreekt => {
                "Regel eerst bekwaamheid, opleiding, toezicht, geheimhouding en overdracht."
            }
        }
    }
}
