//! What each document asks: the field, who fills it in, whether it must be there, and which fact knows it.

pub(super) mod analyse;
pub(super) mod evaluatie;
pub(super) mod melding;
pub(super) mod plan;

use super::bron::{Vondst, Zicht, afspraken, overig};
use crate::termijn::Wie;

/// Fields that stand in one place of the payload.
pub(super) struct Groep {
    /// The place: a section, or something below it ("b.afspraken").
    pub(super) onder: &'static str,
    pub(super) velden: &'static [Regel],
}

/// One field.
pub(super) struct Regel {
    /// Its place within the group.
    pub(super) veld: &'static str,
    /// What it is called.
    pub(super) naam: &'static str,
    pub(super) wie: Wie,
    pub(super) eis: Eis,
    /// Which fact knows it.
    pub(super) uit: fn(&Zicht) -> Vondst,
}

/// Whether a field must be there.
#[derive(Clone, Copy)]
pub(super) enum Eis {
    /// The law asks for it.
    Wet(&'static str),
    /// The law asks for it in some cases, or the document can be recorded without it.
    WetSoms(&'static str),
    /// The document cannot be recorded without it.
    Nodig,
    /// It may stay out.
    Vrij,
}

impl Eis {
    pub(super) fn is_verplicht(self) -> bool {
        match self {
            Self::Wet(_) | Self::Nodig => true,
            Self::WetSoms(_) | Self::Vrij => false,
        }
    }

    pub(super) fn bron(self) -> Option<&'static str> {
        match self {
            Self::Wet(bron) | Self::WetSoms(bron) => Some(bron),
            Self::Nodig | Self::Vrij => None,
        }
    }
}

/// Who signs and draws up a document names name, function and day.
const VORM: Eis = Eis::Wet("Beleidsregels vormvereisten art. 2 lid 3");
/// Function and skills stand in the probleemanalyse or in the actueel oordeel.
const BEKWAAM: Eis = Eis::Wet("Beleidsregels vormvereisten art. 2 lid 4");
/// Both views, since 1 July 2023. Without them the document can be recorded.
const VISIE: Eis = Eis::WetSoms("Regeling procesgang art. 4 lid 2 onder a; Stcrt. 2023, 13931");
/// Deviation from a term is motivated.
const TERMIJN: Eis = Eis::WetSoms("Regeling procesgang art. 5");

const BEIDEN: Wie = Wie::WerkgeverEnWerknemer;

const fn veld(
    veld: &'static str,
    naam: &'static str,
    (wie, eis): (Wie, Eis),
    uit: fn(&Zicht) -> Vondst,
) -> Regel {
    Regel { veld, naam, wie, eis, uit }
}

/// The number of the document: the house gives it.
const STUK: Regel = veld("stuk", "Nummer van het stuk", (Wie::Niemand, Eis::Nodig), overig::stuk);

/// Who signs.
const fn tekenen() -> Regel {
    veld("ondertekeningen", "Ondertekening", (BEIDEN, VORM), overig::tekenen)
}

const fn visie_werkgever() -> Regel {
    veld("werkgever", "Visie van de werkgever", (Wie::Werkgever, VISIE), afspraken::visie_werkgever)
}

const fn visie_werknemer() -> Regel {
    veld("werknemer", "Visie van de werknemer", (Wie::Werknemer, VISIE), afspraken::visie_werknemer)
}

const VISIES: &[Regel] = &[visie_werkgever(), visie_werknemer()];

const fn heeft_visie_werkgever() -> Regel {
    let uit = afspraken::heeft_visie_werkgever;
    veld("visie_werkgever", "Visie van de werkgever opgenomen", (Wie::Werkgever, Eis::Nodig), uit)
}

const fn heeft_visie_werknemer() -> Regel {
    let uit = afspraken::heeft_visie_werknemer;
    veld("visie_werknemer", "Visie van de werknemer opgenomen", (Wie::Werknemer, Eis::Nodig), uit)
}
