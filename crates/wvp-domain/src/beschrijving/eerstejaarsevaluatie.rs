//! How an eerstejaarsevaluatie speaks.

use super::gedeeld::{activiteiten, ja_nee_visies, ondertekeningen, visies};
use super::{Beschreven, Veld, datum, lijst, samen, tekst};
use crate::mijlpaal::eerstejaarsevaluatie::{
    BesluitTweedeSpoor, Opgesteld, Stagnatiesignaal, Terugblik,
};

impl Beschreven for Opgesteld {
    fn velden(&self) -> Vec<Veld> {
        let mut velden = samen([
            datum("Opgesteld op", self.opgesteld_op),
            ondertekeningen(&self.ondertekeningen),
        ]);
        velden.extend(ja_nee_visies(self.visie_werkgever, self.visie_werknemer));
        velden
    }
}

impl Beschreven for Terugblik {
    fn velden(&self) -> Vec<Veld> {
        let signalen = self.stagnatie.iter().map(|signaal| signaal.naam().to_owned());
        let mut velden = samen([
            datum("Periode van", self.periode_van),
            datum("Periode tot en met", self.periode_tot_en_met),
            activiteiten(&self.activiteiten),
            tekst("Situatie nu", self.huidige_situatie.as_str()),
            lijst("Signalen van stagnatie", signalen),
            tekst("Tweede spoor", self.tweede_spoor.naam()),
            tekst("Tweede spoor: waarom wel of niet", self.tweede_spoor_motivering.as_str()),
            lijst("Nieuwe afspraken", self.nieuwe_afspraken.clone()),
        ]);
        velden.extend(visies(&self.visies));
        velden.extend(tekst("Waarom niet getekend", self.weigering_motivering.as_deref()));
        velden
    }
}

impl Stagnatiesignaal {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::AchterOpDoel => "Achter op het doel",
            Self::GeenPlanOfDoel => "Geen plan of doel",
            Self::NietStabiel => "De situatie is niet stabiel",
            Self::StagnatieBehandeling => "De behandeling stagneert",
            Self::DeskundigenoordeelZonderEffect => "Deskundigenoordeel zonder effect",
            Self::WisselendWerkUitval => "Wisselend werk en weer uitval",
            Self::TeLangArbeidstherapie => "Te lang arbeidstherapie",
            Self::TeLaagNiveauOfUren => "Werk op een te laag niveau of te weinig uren",
        }
    }
}

impl BesluitTweedeSpoor {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Starten => "Starten",
            Self::NietNodig => "Niet nodig: er is concreet perspectief bij de eigen werkgever",
            Self::AlGestart => "Al gestart",
        }
    }
}
