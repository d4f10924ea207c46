//! Which facts of the dossier are evidence: their document, kind and day, never their content.

use serde::Serialize;

use crate::mijlpaal::riv::Element;
use crate::{Datum, Dossier, Feit, StukId};

/// A fact that speaks about a reason of UWV.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct Bewijs {
    /// The day it is about.
    pub datum: Datum,
    /// What kind of fact.
    pub soort: Bewijssoort,
    /// Which element of the re-integratieverslag it is, if any.
    pub element: Option<Element>,
    /// The document.
    pub stuk: StukId,
}

/// What kind of fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bewijssoort {
    /// The probleemanalyse.
    Probleemanalyse,
    /// The bijstelling probleemanalyse.
    BijstellingProbleemanalyse,
    /// The plan van aanpak.
    PlanVanAanpak,
    /// The bijstelling plan van aanpak.
    BijstellingPlanVanAanpak,
    /// The eerstejaarsevaluatie.
    Eerstejaarsevaluatie,
    /// The actueel oordeel.
    ActueelOordeel,
    /// The medische informatie.
    MedischeInformatie,
    /// The eindevaluatie.
    Eindevaluatie,
    /// The oordeel werknemer.
    OordeelWerknemer,
    /// Talks about progress.
    Voortgangsgesprek,
    /// Consultations.
    Spreekuur,
    /// Degree of incapacity and work.
    Inzetbaarheid,
    /// Arbeidstherapie.
    Arbeidstherapie,
    /// Report of an arbeidsdeskundige.
    ArbeidsdeskundigOnderzoek,
    /// Deskundigenoordeel of UWV.
    Deskundigenoordeel,
    /// Decision on the second track.
    TweedeSpoor,
    /// Advice on an intervention.
    InterventieAdvies,
    /// Agreement on an intervention.
    InterventieAfspraak,
    /// Start of an intervention.
    InterventieStart,
    /// End of an intervention.
    InterventieEinde,
    /// Measure on wages.
    Loonmaatregel,
    /// The report was handed to the employee.
    RivOvergedragen,
    /// Letter of UWV.
    UwvBrief,
    /// Decision of UWV.
    UwvBesluit,
}

/// The facts of these kinds, oldest first.
pub(super) fn bewijs(dossier: &Dossier, soorten: &[Bewijssoort]) -> Vec<Bewijs> {
    let mut bewijs: Vec<_> = soorten.iter().flat_map(|soort| feiten(dossier, *soort)).collect();
    bewijs.sort_unstable();
    bewijs.dedup();
    bewijs
}

fn feiten(dossier: &Dossier, soort: Bewijssoort) -> Vec<Bewijs> {
    match soort {
        Bewijssoort::Probleemanalyse => van(soort, &dossier.probleemanalyse),
        Bewijssoort::BijstellingProbleemanalyse => van(soort, &dossier.bijstelling_probleemanalyse),
        Bewijssoort::PlanVanAanpak => van(soort, &dossier.plan_van_aanpak),
        Bewijssoort::BijstellingPlanVanAanpak => van(soort, &dossier.bijstelling_plan_van_aanpak),
        Bewijssoort::Eerstejaarsevaluatie => van(soort, &dossier.eerstejaarsevaluatie),
        Bewijssoort::ActueelOordeel => van(soort, &dossier.actueel_oordeel),
        Bewijssoort::MedischeInformatie => van(soort, &dossier.medische_informatie),
        Bewijssoort::Eindevaluatie => van(soort, &dossier.eindevaluatie),
        Bewijssoort::OordeelWerknemer => van(soort, &dossier.oordeel_werknemer),
        Bewijssoort::Voortgangsgesprek => van(soort, &dossier.voortgangsgesprek),
        Bewijssoort::Spreekuur => van(soort, &dossier.spreekuur),
        Bewijssoort::Inzetbaarheid => van(soort, &dossier.inzetbaarheid),
        Bewijssoort::Arbeidstherapie => van(soort, &dossier.arbeidstherapie),
        Bewijssoort::ArbeidsdeskundigOnderzoek => van(soort, &dossier.arbeidsdeskundig_onderzoek),
        Bewijssoort::Deskundigenoordeel => van(soort, &dossier.deskundigenoordeel),
        Bewijssoort::TweedeSpoor => van(soort, &dossier.tweede_spoor),
        Bewijssoort::InterventieAdvies => van(soort, &dossier.interventie_advies),
        Bewijssoort::InterventieAfspraak => van(soort, &dossier.interventie_afspraak),
        Bewijssoort::InterventieStart => van(soort, &dossier.interventie_start),
        Bewijssoort::InterventieEinde => van(soort, &dossier.interventie_einde),
        Bewijssoort::Loonmaatregel => van(soort, &dossier.loonmaatregel),
        Bewijssoort::RivOvergedragen => van(soort, &dossier.riv_overdracht),
        Bewijssoort::UwvBrief => van(soort, &dossier.uwv_brief),
        Bewijssoort::UwvBesluit => van(soort, &dossier.uwv_besluit),
    }
}

fn van<F: Feit>(soort: Bewijssoort, feiten: &[F]) -> Vec<Bewijs> {
    let element = soort.element();
    let feiten = feiten.iter();
    feiten.map(|feit| Bewijs { datum: feit.datum(), soort, element, stuk: feit.stuk() }).collect()
}

impl Bewijssoort {
    /// The element of the re-integratieverslag that it is, if any.
    #[must_use]
    pub fn element(self) -> Option<Element> {
        match self {
            Self::Probleemanalyse => Some(Element::Probleemanalyse),
            Self::BijstellingProbleemanalyse => Some(Element::BijstellingProbleemanalyse),
            Self::PlanVanAanpak => Some(Element::PlanVanAanpak),
            Self::BijstellingPlanVanAanpak => Some(Element::BijstellingPlanVanAanpak),
            Self::Eerstejaarsevaluatie => Some(Element::Eerstejaarsevaluatie),
            Self::ActueelOordeel => Some(Element::ActueelOordeel),
            Self::MedischeInformatie => Some(Element::MedischeInformatie),
            Self::Eindevaluatie => Some(Element::Eindevaluatie),
            Self::OordeelWerknemer => Some(Element::OordeelWerknemer),
            Self::Voortgangsgesprek
            | Self::Spreekuur
            | Self::Inzetbaarheid
            | Self::Arbeidstherapie
            | Self::ArbeidsdeskundigOnderzoek
            | Self::Deskundigenoordeel
            | Self::TweedeSpoor
            | Self::InterventieAdvies
            | Self::InterventieAfspraak
            | Self::InterventieStart
            | Self::InterventieEinde
            | Self::Loonmaatregel
            | Self::RivOvergedragen
            | Self::UwvBrief
            | Self::UwvBesluit => None,
        }
    }
}
