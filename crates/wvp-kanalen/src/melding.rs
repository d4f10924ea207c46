//! What a message may show of a step: how much, and under which name.

use wvp_engine::bericht::Stap;

use crate::zwijgen;

/// Said of a step whose name would tell too much.
const ZONDER_NAAM: &str = "Stap in het dossier";
const EIGEN: &str = "Stap van uw organisatie";

/// The name of a step as a message may show it: a name that speaks of illness stays out, and so does the
/// title of a step that an employer made up.
#[must_use]
pub fn titel(stap: Stap) -> &'static str {
    match stap {
        Stap::Wettelijk(termijn) => zwijgend(termijn.naam()),
        Stap::Stuk(element) => zwijgend(element.naam()),
        Stap::Eigen => EIGEN,
    }
}

fn zwijgend(naam: &'static str) -> &'static str {
    if zwijgen::verraadt(naam) { ZONDER_NAAM } else { naam }
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

#[cfg(test)]
mod tests {
    use wvp_domain::mijlpaal::riv::Element;
    use wvp_domain::{Datum, TermijnId};
    use wvp_engine::bericht::{Stap, Toelichting};

    use super::{ZONDER_NAAM, titel};
    use crate::zwijgen::{heeft_een_nummer, verraadt};

    #[test]
    fn geen_enkele_naam_van_een_stap_zegt_iets_over_ziekte() {
        for termijn in TermijnId::ALLE {
            let titel = titel(Stap::Wettelijk(termijn));
            assert!(!verraadt(titel) && !heeft_een_nummer(titel), "{titel}");
        }
        assert_eq!(titel(Stap::Wettelijk(TermijnId::MeldingZiekUitDienst)), ZONDER_NAAM);
        assert_eq!(titel(Stap::Wettelijk(TermijnId::PlanVanAanpak)), "Plan van aanpak");
        for element in Element::ALLE {
            assert!(!verraadt(titel(Stap::Stuk(element))), "{}", element.naam());
        }
        assert_eq!(titel(Stap::Stuk(Element::MedischeInformatie)), ZONDER_NAAM);
        assert_eq!(titel(Stap::Stuk(Element::ActueelOordeel)), "Actueel oordeel");
    }

    #[test]
    fn geen_toelichting_zegt_iets_over_ziekte() {
        let dag = Datum::ymd(2024, 4, 1).unwrap();
        let aantallen = [1, 2];
        let alle = [
            Toelichting::Vertraagd { had_op: dag },
            Toelichting::Verschoven { van: dag, naar: dag },
            Toelichting::Waarneming,
            Toelichting::Gevraagd,
        ];
        let geteld = aantallen.into_iter().flat_map(|aantal| {
            [Toelichting::Samengevoegd { aantal }, Toelichting::Overgeslagen { aantal }]
        });
        for toelichting in alle.into_iter().chain(geteld) {
            assert!(!verraadt(&toelichting.zin()), "{}", toelichting.zin());
        }
    }
}
