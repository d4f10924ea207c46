//! What a rule looks at: the documents that stand, the case, and what is open to whoever asks.

use super::verweer::antwoord;
use super::{Ernst, Feiten, Gebrek, Hersteller, Reden};
use crate::categorie::Lading;
use crate::dag::elementen;
use crate::mijlpaal::riv::Element;
use crate::mijlpaal::uwv_brief;
use crate::termijn::Geval;
use crate::{Afgeschermd, Compartiment, Datum, Dossier, Event, Feit, Kenmerk, Sectie, StukId};

/// One dossier on one day.
pub(super) struct Blik<'a> {
    pub(super) dossier: &'a Dossier,
    pub(super) geval: &'a Geval<'a>,
    inzage: &'a [Compartiment],
    documenten: Vec<Document<'a>>,
}

/// A document of the re-integratieverslag that was not withdrawn; its day is the corrected one.
#[derive(Clone, Copy)]
pub(super) struct Document<'a> {
    pub(super) element: Element,
    pub(super) stuk: StukId,
    pub(super) datum: Datum,
    pub(super) event: &'a Event,
}

/// What there is to read in a section.
pub(super) enum Inhoud<'a, T> {
    Open(&'a T),
    Leeg,
    Dicht,
}

/// What a rule says about one document, or about the whole.
pub(super) enum Punt {
    Goed,
    Tekort(Tekort),
    Onbekend { plaats: Plaats, reden: Reden },
}

/// A shortcoming; severity and who mends it are those of the row unless told otherwise.
pub(super) struct Tekort {
    pub(super) gebrek: Gebrek,
    pub(super) plaats: Plaats,
    pub(super) uiterlijk: Datum,
    pub(super) zin: String,
    pub(super) ernst: Option<Ernst>,
    pub(super) wie: Option<Hersteller>,
}

/// Which element and document a point is about.
#[derive(Clone, Copy, Default)]
pub(super) struct Plaats {
    pub(super) element: Option<Element>,
    pub(super) stuk: Option<StukId>,
}

impl<'a> Blik<'a> {
    pub(super) fn new(feiten: &'a Feiten<'a>, dossier: &'a Dossier, geval: &'a Geval<'a>) -> Self {
        let documenten = Element::ALLE
            .into_iter()
            .flat_map(|element| versies(dossier, element).into_iter().map(move |it| (element, it)))
            .filter_map(|(element, (stuk, datum))| {
                let event = feiten.events.iter().find(|it| it.kenmerk() == Kenmerk::Stuk(stuk))?;
                Some(Document { element, stuk, datum, event })
            })
            .collect();
        Self { dossier, geval, inzage: feiten.inzage, documenten }
    }

    /// The documents of this element, oldest first.
    pub(super) fn van(&self, element: Element) -> impl Iterator<Item = Document<'a>> {
        self.documenten.iter().copied().filter(move |document| document.element == element)
    }

    /// The documents of these elements, in this order.
    pub(super) fn van_elk(&self, elementen: &[Element]) -> Vec<Document<'a>> {
        elementen.iter().flat_map(|element| self.van(*element)).collect()
    }

    /// Day on which the employee must have the report.
    pub(super) fn verslagdag(&self) -> Datum {
        elementen::verslagdag(self.geval)
    }

    /// Last day to mend what is wrong in the report.
    pub(super) fn hersteldag(&self) -> Datum {
        self.gevraagd_door_uwv().unwrap_or_else(|| self.verslagdag())
    }

    /// Last day to have the element.
    pub(super) fn uiterlijk(&self, element: Element) -> Datum {
        let dag = self.gevraagd_door_uwv();
        dag.or_else(|| elementen::uiterlijk(self.geval, element))
            .unwrap_or_else(|| self.verslagdag())
    }

    /// The day by which UWV asked to complete the report, when it asked after the report was due: what
    /// is missing can be mended until then (WIA art. 25 lid 8).
    fn gevraagd_door_uwv(&self) -> Option<Datum> {
        let brieven = self.dossier.uwv_brief.iter();
        let laatste = brieven
            .filter(|brief| brief.soort == uwv_brief::Soort::AanvullingRiv)
            .filter(|brief| brief.ontvangen_op > self.verslagdag())
            .max_by_key(|brief| brief.ontvangen_op)?;
        let (dagen, _) = antwoord::PLAN;
        Some(laatste.uiterlijk.unwrap_or_else(|| laatste.ontvangen_op.plus(dagen)))
    }

    /// The content of a section: closed is empty when whoever asks could have opened it.
    pub(super) fn inhoud<'s, T: Sectie>(&self, sectie: &'s Afgeschermd<T>) -> Inhoud<'s, T> {
        match sectie.inhoud() {
            Some(inhoud) => Inhoud::Open(inhoud),
            None if self.inzage.contains(&T::COMPARTIMENT) => Inhoud::Leeg,
            None => Inhoud::Dicht,
        }
    }

    /// Whether a text of this document may stand in a section that is closed to whoever asks.
    pub(super) fn is_deels_dicht(&self, document: &Document) -> bool {
        let open = document.lading().map(Lading::compartimenten).unwrap_or_default();
        let zichtbaar = |it: &&Compartiment| open.contains(it) || self.inzage.contains(it);
        !met_teksten(document.element).iter().all(|it| zichtbaar(&it))
    }
}

impl<'a> Document<'a> {
    /// "het plan van aanpak van 3 april 2025".
    pub(super) fn noem(&self) -> String {
        format!("{} van {}", met_lidwoord(self.element), self.datum.voluit())
    }

    pub(super) fn plaats(&self) -> Plaats {
        Plaats { element: Some(self.element), stuk: Some(self.stuk) }
    }

    /// The payload, of which it does not matter what it is about.
    pub(super) fn lading(&self) -> Option<&'a dyn Lading> {
        let lading: &dyn Lading = if let Event::ProbleemanalyseVastgesteld(e) = self.event {
            e
        } else if let Event::ProbleemanalyseBijgesteld(e) = self.event {
            e
        } else if let Event::PlanVanAanpakVastgesteld(e) = self.event {
            e
        } else if let Event::PlanVanAanpakBijgesteld(e) = self.event {
            e
        } else if let Event::EerstejaarsevaluatieVastgesteld(e) = self.event {
            e
        } else if let Event::ActueelOordeelVastgesteld(e) = self.event {
            e
        } else if let Event::EindevaluatieVastgesteld(e) = self.event {
            e
        } else {
            return None;
        };
        Some(lading)
    }
}

impl Punt {
    pub(super) fn pas_bij_pakket() -> Self {
        Self::Onbekend { plaats: Plaats::default(), reden: Reden::Pakket }
    }

    pub(super) fn dicht(document: &Document) -> Self {
        Self::Onbekend { plaats: document.plaats(), reden: Reden::Dicht }
    }

    /// Good, or the shortcoming.
    pub(super) fn tenzij(goed: bool, tekort: impl FnOnce() -> Tekort) -> Self {
        if goed { Self::Goed } else { Self::Tekort(tekort()) }
    }
}

impl Tekort {
    pub(super) fn new(gebrek: Gebrek, plaats: Plaats, uiterlijk: Datum, zin: String) -> Self {
        Self { gebrek, plaats, uiterlijk, zin, ernst: None, wie: None }
    }

    pub(super) fn met_ernst(self, ernst: Ernst) -> Self {
        Self { ernst: Some(ernst), ..self }
    }

    pub(super) fn door(self, wie: Hersteller) -> Self {
        Self { wie: Some(wie), ..self }
    }
}

impl Plaats {
    pub(super) fn element(element: Element) -> Self {
        Self { element: Some(element), stuk: None }
    }
}

/// The element inside a sentence.
pub(super) fn met_lidwoord(element: Element) -> &'static str {
    match element {
        Element::Probleemanalyse => "de probleemanalyse",
        Element::BijstellingProbleemanalyse => "de bijstelling van de probleemanalyse",
        Element::PlanVanAanpak => "het plan van aanpak",
        Element::BijstellingPlanVanAanpak => "de bijstelling van het plan van aanpak",
        Element::Eerstejaarsevaluatie => "de eerstejaarsevaluatie",
        Element::ActueelOordeel => "het actueel oordeel",
        Element::MedischeInformatie => "de medische informatie",
        Element::Eindevaluatie => "de eindevaluatie",
        Element::OordeelWerknemer => "het oordeel van de werknemer",
    }
}

/// The compartments in which the document may hold words that others than the doctor read.
fn met_teksten(element: Element) -> &'static [Compartiment] {
    match element {
        Element::Probleemanalyse | Element::ActueelOordeel => {
            &[Compartiment::BBedrijfsarts, Compartiment::D]
        }
        Element::BijstellingProbleemanalyse => &[Compartiment::BBedrijfsarts],
        Element::PlanVanAanpak
        | Element::BijstellingPlanVanAanpak
        | Element::Eerstejaarsevaluatie
        | Element::Eindevaluatie => &[Compartiment::BPoortwachter],
        Element::MedischeInformatie | Element::OordeelWerknemer => &[],
    }
}

fn versies(dossier: &Dossier, element: Element) -> Vec<(StukId, Datum)> {
    match element {
        Element::Probleemanalyse => op_volgorde(&dossier.probleemanalyse),
        Element::BijstellingProbleemanalyse => op_volgorde(&dossier.bijstelling_probleemanalyse),
        Element::PlanVanAanpak => op_volgorde(&dossier.plan_van_aanpak),
        Element::BijstellingPlanVanAanpak => op_volgorde(&dossier.bijstelling_plan_van_aanpak),
        Element::Eerstejaarsevaluatie => op_volgorde(&dossier.eerstejaarsevaluatie),
        Element::ActueelOordeel => op_volgorde(&dossier.actueel_oordeel),
        Element::MedischeInformatie => op_volgorde(&dossier.medische_informatie),
        Element::Eindevaluatie => op_volgorde(&dossier.eindevaluatie),
        Element::OordeelWerknemer => op_volgorde(&dossier.oordeel_werknemer),
    }
}

fn op_volgorde<F: Feit>(feiten: &[F]) -> Vec<(StukId, Datum)> {
    let mut versies: Vec<_> = feiten.iter().map(|feit| (feit.stuk(), feit.datum())).collect();
    versies.sort_by_key(|(_, datum)| *datum);
    versies
}
