//! What a message is made of: ids, days and steps. No text that somebody typed fits in it.

use uuid::Uuid;
use wvp_domain::{Datum, DossierId, TermijnId};
use wvp_engine::bericht;

use crate::adres::Adres;
use crate::zwijgen;

/// One reminder to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Melding {
    /// The event behind it: the same however often it is offered.
    pub id: Uuid,
    /// Whom it is for.
    pub aan: Adres,
    /// Which dossier it is about; a message shows the short reference only.
    pub dossier: DossierId,
    /// Which step.
    pub stap: Stap,
    /// The last day for the step, inclusive.
    pub uiterlijk: Datum,
    /// Day on which it was given.
    pub op: Datum,
    /// What else is to say about it.
    pub toelichting: Vec<Toelichting>,
}

impl Melding {
    /// Whether the last day had passed when it was given.
    #[must_use]
    pub fn is_te_laat(&self) -> bool {
        self.op > self.uiterlijk
    }

    /// The short reference to the dossier.
    #[must_use]
    pub fn kenmerk(&self) -> String {
        bericht::kenmerk(self.dossier)
    }
}

/// A step that somebody has to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stap {
    /// A step of the law.
    Wettelijk(TermijnId),
    /// A step that the employer added. Its title is a text of the employer's, so no message shows it.
    Eigen,
}

/// Said of a step whose name would tell too much.
const ZONDER_NAAM: &str = "Stap in het dossier";
const EIGEN: &str = "Stap van uw organisatie";

impl Stap {
    /// The name of the step as a message may show it: a name that speaks of illness stays out.
    #[must_use]
    pub fn titel(self) -> &'static str {
        match self {
            Self::Wettelijk(termijn) if zwijgen::verraadt(termijn.naam()) => ZONDER_NAAM,
            Self::Wettelijk(termijn) => termijn.naam(),
            Self::Eigen => EIGEN,
        }
    }
}

/// How much an outsider who sees subject or calendar may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Openheid {
    /// That there is something to do.
    Stil,
    /// And the short reference to the dossier.
    #[default]
    Kenmerk,
    /// And the name of the step.
    KenmerkEnStap,
}

impl Openheid {
    /// Every value, the most silent first.
    pub const ALLE: [Self; 3] = [Self::Stil, Self::Kenmerk, Self::KenmerkEnStap];

    /// Whether the reference may be shown.
    #[must_use]
    pub fn toont_kenmerk(self) -> bool {
        match self {
            Self::Stil => false,
            Self::Kenmerk | Self::KenmerkEnStap => true,
        }
    }

    /// Whether the name of the step may be shown.
    #[must_use]
    pub fn toont_stap(self) -> bool {
        match self {
            Self::Stil | Self::Kenmerk => false,
            Self::KenmerkEnStap => true,
        }
    }
}

/// What else a message says about a reminder: sentences that are the same for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toelichting {
    /// It comes late, because nothing could be sent on its own day.
    Vertraagd {
        /// The day it was due.
        had_op: Datum,
    },
    /// Its day was no working day.
    Verschoven {
        /// The day it would have been given.
        van: Datum,
    },
    /// Earlier reminders of the same step were left out.
    Overgeslagen {
        /// How many.
        aantal: usize,
    },
    /// The receiver stands in for somebody.
    Waarneming,
    /// The step was not taken after earlier reminders to somebody else.
    Doorgezet,
}

impl Toelichting {
    /// The sentence.
    #[must_use]
    pub fn zin(self) -> String {
        match self {
            Self::Vertraagd { had_op } => {
                format!("Dit bericht had op {} moeten komen. Dat lukte toen niet.", had_op.voluit())
            }
            Self::Verschoven { van } => format!(
                "Dit bericht hoort bij {}. Dat is geen werkdag, daarom krijgt u het nu.",
                van.voluit()
            ),
            Self::Overgeslagen { aantal: 1 } => "Eén eerder bericht is overgeslagen.".to_owned(),
            Self::Overgeslagen { aantal } => {
                format!("{aantal} eerdere berichten zijn overgeslagen.")
            }
            Self::Waarneming => "U krijgt dit omdat u voor iemand waarneemt.".to_owned(),
            Self::Doorgezet => "U krijgt dit omdat deze stap nog niet is gezet.".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Stap, Toelichting, ZONDER_NAAM};
    use crate::zwijgen::{heeft_een_nummer, verraadt};
    use wvp_domain::{Datum, TermijnId};

    #[test]
    fn geen_enkele_naam_van_een_stap_zegt_iets_over_ziekte() {
        for termijn in TermijnId::ALLE {
            let titel = Stap::Wettelijk(termijn).titel();
            assert!(!verraadt(titel) && !heeft_een_nummer(titel), "{titel}");
        }
        assert_eq!(Stap::Wettelijk(TermijnId::MeldingZiekUitDienst).titel(), ZONDER_NAAM);
        assert_eq!(Stap::Wettelijk(TermijnId::PlanVanAanpak).titel(), "Plan van aanpak");
    }

    #[test]
    fn geen_toelichting_zegt_iets_over_ziekte() {
        let dag = Datum::ymd(2024, 4, 1).unwrap();
        let alle = [
            Toelichting::Vertraagd { had_op: dag },
            Toelichting::Verschoven { van: dag },
            Toelichting::Overgeslagen { aantal: 1 },
            Toelichting::Overgeslagen { aantal: 2 },
            Toelichting::Waarneming,
            Toelichting::Doorgezet,
        ];
        for toelichting in alle {
            assert!(!verraadt(&toelichting.zin()), "{}", toelichting.zin());
        }
    }
}
