//! The cover, from the state of every element.

use wvp_domain::Datum;
use wvp_domain::mijlpaal::riv::{self, ElementStand};

use super::Kop;
use crate::{
    Bestand, Controle, Element, Onderdeel, Ondertekening, Regel, Tekening, Termijn, Toestand,
    Voorblad, Wie,
};

/// What goes with the cover.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Bijlagen {
    /// The dates that rule the case, after the first day of illness.
    pub termijnen: Vec<Termijn>,
    /// The files of the verslag with their checksums.
    pub bestanden: Vec<Bestand>,
    /// What the rules say about it.
    pub controle: Controle,
}

/// The cover on a day, with every element: what it is, who owes it, by when, since when, how it
/// stands. Its contents are empty: they follow from the typeset papers ([`Papier::inhoudsregel`]).
///
/// [`Papier::inhoudsregel`]: super::Papier::inhoudsregel
#[must_use]
pub fn voorblad_van(
    kop: &Kop<'_>,
    dag: Datum,
    elementen: &[ElementStand],
    bijlagen: Bijlagen,
) -> Voorblad {
    let eerste = kop.eerste_ziektedag;
    let eerste = eerste.map(|datum| Termijn { naam: "Eerste ziektedag".to_owned(), datum });
    Voorblad {
        organisatie: kop.organisatie(),
        dossiernummer: kop.dossiernummer.clone(),
        datum: dag,
        concept: kop.concept || bijlagen.controle.bevindingen.iter().any(|it| it.houdt_tegen),
        ondertitel: "Bij de aanvraag van een WIA-uitkering".to_owned(),
        werknemer: kop.over_werknemer("Naam"),
        werkgever: kop.over_werkgever("Naam"),
        termijnen: eerste.into_iter().chain(bijlagen.termijnen).collect(),
        regels: elementen.iter().map(regel).collect(),
        inhoud: vec![],
        verklaring: verklaring(),
        ondertekening: vec![te_tekenen("Werkgever"), te_tekenen("Werknemer (gezien)")],
        bestanden: bijlagen.bestanden,
        controle: bijlagen.controle,
    }
}

fn regel(stand: &ElementStand) -> Regel {
    Regel {
        onderdeel: onderdeel(stand.element),
        wie: wie(stand.element),
        uiterlijk: stand.uiterlijk,
        vastgelegd: stand.datum,
        toestand: match stand.toestand {
            riv::Toestand::Aanwezig => Toestand::Aanwezig,
            riv::Toestand::TeLaat => Toestand::TeLaat,
            // A cover says what goes along; that the last day lies ahead stands beside it.
            riv::Toestand::NogNiet | riv::Toestand::Ontbreekt => Toestand::Ontbreekt,
            riv::Toestand::NietNodig => Toestand::NietNodig,
        },
    }
}

/// The element as papers know it.
pub(super) fn onderdeel(element: riv::Element) -> Onderdeel {
    match element {
        riv::Element::Probleemanalyse => Onderdeel::Element(Element::Probleemanalyse),
        riv::Element::BijstellingProbleemanalyse => {
            Onderdeel::Element(Element::BijstellingProbleemanalyse)
        }
        riv::Element::PlanVanAanpak => Onderdeel::Element(Element::PlanVanAanpak),
        riv::Element::BijstellingPlanVanAanpak => {
            Onderdeel::Element(Element::BijstellingPlanVanAanpak)
        }
        riv::Element::Eerstejaarsevaluatie => Onderdeel::Element(Element::Eerstejaarsevaluatie),
        riv::Element::ActueelOordeel => Onderdeel::Element(Element::ActueelOordeel),
        riv::Element::MedischeInformatie => Onderdeel::MedischeInformatie,
        riv::Element::Eindevaluatie => Onderdeel::Element(Element::Eindevaluatie),
        riv::Element::OordeelWerknemer => Onderdeel::Element(Element::OordeelWerknemer),
    }
}

fn wie(element: riv::Element) -> Wie {
    match element {
        riv::Element::Probleemanalyse
        | riv::Element::BijstellingProbleemanalyse
        | riv::Element::ActueelOordeel
        | riv::Element::MedischeInformatie => Wie::Bedrijfsarts,
        riv::Element::PlanVanAanpak
        | riv::Element::BijstellingPlanVanAanpak
        | riv::Element::Eerstejaarsevaluatie
        | riv::Element::Eindevaluatie => Wie::WerkgeverEnWerknemer,
        riv::Element::OordeelWerknemer => Wie::Werknemer,
    }
}

fn verklaring() -> Vec<String> {
    let alineas = [
        "Dit verslag bevat de stukken die werkgever, werknemer en bedrijfsarts hebben gemaakt voor \
         de re-integratie.",
        "De medische informatie zit niet in dit verslag. De bedrijfsarts geeft die gesloten aan de \
         werknemer.",
    ];
    alineas.map(str::to_owned).to_vec()
}

fn te_tekenen(functie: &str) -> Ondertekening {
    Ondertekening { naam: String::new(), functie: functie.to_owned(), tekening: Tekening::Open }
}
