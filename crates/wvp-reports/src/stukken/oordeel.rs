//! The opinion of the employee: the form to fill in, and what the employee recorded.

use wvp_domain::Datum;
use wvp_domain::mijlpaal::gedeeld::{Ondertekenaar, Partij};
use wvp_domain::mijlpaal::oordeel_werknemer::{Eens, Oordeel, Stand};
use wvp_domain::mijlpaal::riv::{self, ElementStand};

use super::inhoud::sectie;
use super::tekening::{opgesteld, te_tekenen};
use super::{Kop, leeg};
use crate::{Blok, Deel, Element, RapportFout, Stuk};

/// The form for the employee, with a question for every element that is there (documents.md 1.10).
#[must_use]
pub fn formulier_oordeel_werknemer(kop: &Kop<'_>, dag: Datum, elementen: &[ElementStand]) -> Stuk {
    let per_element = elementen.iter().filter(|stand| stand.datum.is_some()).flat_map(vragen);
    Stuk {
        delen: vec![
            deel("Wilt u een oordeel geven?", vec![wel_of_niet()]),
            deel("Uw oordeel per onderdeel", per_element.collect()),
            deel("Het werk", het_werk()),
            deel("Uw eigen inspanningen", vec![open("Wat hebt u zelf gedaan om weer te werken?")]),
            deel("De inspanningen van uw werkgever", vec![open("Wat heeft uw werkgever gedaan?")]),
            deel("Uw wensen", vec![open("Wat hebt u nog nodig?")]),
        ],
        ondertekening: vec![te_tekenen(kop, Partij::Werknemer)],
        ..leeg(kop, Element::OordeelWerknemer, dag)
    }
}

/// What the employee recorded. Section B is the employee's own: who may not read it has no such paper.
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn oordeel_werknemer(kop: &Kop<'_>, a: &Stand, b: &Oordeel) -> Result<Stuk, RapportFout> {
    let delen = [sectie("Over dit stuk", Some(a))?, sectie("Oordeel", Some(b))?];
    Ok(Stuk {
        delen: delen.concat(),
        ondertekening: opgesteld(&werknemer(kop), a.op),
        ..leeg(kop, Element::OordeelWerknemer, a.op)
    })
}

/// The employee may refuse (RIV-13).
fn wel_of_niet() -> Blok {
    Blok::Keuze {
        vraag: "U mag zelf kiezen of u een oordeel geeft.".to_owned(),
        opties: ["Ja", "Nee, ik geef geen oordeel"].map(str::to_owned).to_vec(),
    }
}

/// What the other parties give their opinion on in their own documents (art. 6(1)i and k).
fn het_werk() -> Vec<Blok> {
    let vragen = [
        "Bent u het eens met wat er staat over de arbeidsrelatie met uw werkgever?",
        "Bent u het eens met wat er staat over passend werk?",
    ];
    vragen.into_iter().flat_map(|vraag| eens_of_niet(vraag.to_owned())).collect()
}

fn eens_of_niet(vraag: String) -> Vec<Blok> {
    let opties = [Eens::Ja, Eens::Deels, Eens::Nee].map(|eens| eens.naam().to_owned()).to_vec();
    let toelichting = "Toelichting (als u wilt)".to_owned();
    vec![Blok::Keuze { vraag, opties }, Blok::Invulveld { vraag: toelichting, regels: 2 }]
}

/// The medical part has no question: the form passes the employer.
fn vragen(stand: &ElementStand) -> Vec<Blok> {
    match stand.element {
        riv::Element::Probleemanalyse
        | riv::Element::BijstellingProbleemanalyse
        | riv::Element::PlanVanAanpak
        | riv::Element::BijstellingPlanVanAanpak
        | riv::Element::Eerstejaarsevaluatie
        | riv::Element::ActueelOordeel
        | riv::Element::Eindevaluatie => eens_of_niet(match stand.datum {
            Some(dag) => {
                format!("Bent u het eens met: {} van {}?", stand.element.naam(), dag.voluit())
            }
            None => format!("Bent u het eens met: {}?", stand.element.naam()),
        }),
        riv::Element::MedischeInformatie | riv::Element::OordeelWerknemer => vec![],
    }
}

fn werknemer(kop: &Kop<'_>) -> Ondertekenaar {
    Ondertekenaar { naam: kop.werknemer.to_owned(), functie: "Werknemer".to_owned() }
}

fn open(vraag: &str) -> Blok {
    Blok::Invulveld { vraag: vraag.to_owned(), regels: 4 }
}

fn deel(titel: &str, inhoud: Vec<Blok>) -> Deel {
    Deel { titel: titel.to_owned(), inhoud }
}
