//! Whether what must be in an element is in it (RIV-08 to RIV-11, RIV-16, RIV-19, RIV-21).

use super::super::blik::{Blik, Document, Punt, Tekort};
use super::super::tabel::Regel;
use super::super::{Gebrek, Reden};
use super::aanwezig::gelezen;
use crate::mijlpaal::gedeeld::{Bekwaamheden, Visie, Visies};
use crate::mijlpaal::riv::Element;
use crate::{Event, invoerwacht};

/// RIV-08: what the bedrijfsarts must judge.
pub(in super::super) fn oordeel_bedrijfsarts(blik: &Blik) -> Vec<Punt> {
    let oordeel = blik.van(Element::ActueelOordeel).last();
    let punt = oordeel.map(|document| {
        let goed = if let Event::ActueelOordeelVastgesteld(e) = document.event {
            let ingevuld = e.b.inhoud().is_none_or(|b| {
                is_ingevuld(&b.oordeel_arbeidsrelatie) && is_ingevuld(&b.oordeel_passende_arbeid)
            });
            e.a.over_arbeidsrelatie && e.a.over_passende_arbeid && ingevuld
        } else {
            false
        };
        Punt::tenzij(goed, || onvolledig(blik, &document, ARBEID_BEDRIJFSARTS))
    });
    punt.into_iter().collect()
}

/// RIV-09: what the employer must judge.
pub(in super::super) fn oordeel_werkgever(blik: &Blik) -> Vec<Punt> {
    let evaluatie = blik.van(Element::Eindevaluatie).last();
    let punt = evaluatie.map(|document| {
        let goed = if let Event::EindevaluatieVastgesteld(e) = document.event {
            let ingevuld = e.b.inhoud().is_none_or(|b| {
                is_ingevuld(&b.oordeel_arbeidsrelatie) && is_ingevuld(&b.oordeel_passende_arbeid)
            });
            e.a.over_arbeidsrelatie && e.a.over_passende_arbeid && ingevuld
        } else {
            false
        };
        Punt::tenzij(goed, || onvolledig(blik, &document, ARBEID_WERKGEVER))
    });
    punt.into_iter().collect()
}

const ARBEID_BEDRIJFSARTS: &str = "staat niet wat de bedrijfsarts vindt van de arbeidsrelatie en van passende arbeid. Vul beide aan";
const ARBEID_WERKGEVER: &str =
    "staat niet wat de werkgever vindt van de arbeidsrelatie en van passende arbeid. Vul beide aan";

/// RIV-10: the nature of the business.
pub(in super::super) fn aard_bedrijf(blik: &Blik) -> Vec<Punt> {
    let evaluatie = blik.van(Element::Eindevaluatie).last();
    let punt = evaluatie.map(|document| {
        let Event::EindevaluatieVastgesteld(e) = document.event else {
            return Punt::dicht(&document);
        };
        match gelezen(&blik.inhoud(&e.d), |d| is_ingevuld(&d.aard_bedrijf)) {
            None => Punt::dicht(&document),
            Some(goed) => Punt::tenzij(goed, || {
                onvolledig(blik, &document, "staat niet wat voor bedrijf het is. Vul dat aan")
            }),
        }
    });
    punt.into_iter().collect()
}

/// RIV-11: function and skills, in the probleemanalyse or the actueel oordeel.
pub(in super::super) fn bekwaamheden(blik: &Blik) -> Vec<Punt> {
    let documenten = blik.van_elk(&[Element::Probleemanalyse, Element::ActueelOordeel]);
    let Some(laatste) = documenten.last() else { return vec![] };
    let gelezen: Vec<_> = documenten.iter().map(|it| (it, heeft_bekwaamheden(blik, it))).collect();
    if gelezen.iter().any(|(_, heeft)| *heeft == Some(true)) {
        return vec![Punt::Goed];
    }
    if let Some((document, _)) = gelezen.iter().find(|(_, heeft)| heeft.is_none()) {
        return vec![Punt::dicht(document)];
    }
    let wat = "staat niet welke functie en welke bekwaamheden de werknemer heeft, en ook nergens anders. Vul dat aan";
    vec![Punt::Tekort(onvolledig(blik, laatste, wat))]
}

/// None when the section is closed.
fn heeft_bekwaamheden(blik: &Blik, document: &Document) -> Option<bool> {
    let compleet = |it: &Bekwaamheden| {
        let overig = [&it.opleiding, &it.werkervaring, &it.overige];
        is_ingevuld(&it.functie) && overig.into_iter().any(|tekst| is_ingevuld(tekst))
    };
    if let Event::ProbleemanalyseVastgesteld(e) = document.event {
        gelezen(&blik.inhoud(&e.d), |d| compleet(&d.bekwaamheden))
    } else if let Event::ActueelOordeelVastgesteld(e) = document.event {
        gelezen(&blik.inhoud(&e.d), |d| compleet(&d.bekwaamheden))
    } else {
        None
    }
}

/// RIV-16: both views, in every plan and evaluation of a day on which the row is in force.
pub(in super::super) fn visies(blik: &Blik, regel: &Regel) -> Vec<Punt> {
    let elementen =
        [Element::PlanVanAanpak, Element::BijstellingPlanVanAanpak, Element::Eerstejaarsevaluatie];
    let documenten = blik.van_elk(&elementen).into_iter();
    let nodig = documenten.filter(|document| regel.geldt_op(document.datum));
    nodig
        .map(|document| {
            Punt::tenzij(heeft_visies(&document), || {
                onvolledig(
                    blik,
                    &document,
                    "ontbreekt de visie van de werkgever of van de werknemer. Vul die aan",
                )
            })
        })
        .collect()
}

/// Section A says whether they are in it; whoever can read them looks as well.
fn heeft_visies(document: &Document) -> bool {
    let (gezegd, visies): (bool, Option<&Visies>) =
        if let Event::PlanVanAanpakVastgesteld(e) = document.event {
            (e.a.visie_werkgever && e.a.visie_werknemer, e.b.inhoud().map(|b| &b.visies))
        } else if let Event::PlanVanAanpakBijgesteld(e) = document.event {
            (e.a.visie_werkgever && e.a.visie_werknemer, e.b.inhoud().map(|b| &b.afspraken.visies))
        } else if let Event::EerstejaarsevaluatieVastgesteld(e) = document.event {
            (e.a.visie_werkgever && e.a.visie_werknemer, e.b.inhoud().map(|b| &b.visies))
        } else {
            (true, None)
        };
    let is_er = |visie: &Option<Visie>| {
        visie.as_ref().is_some_and(|it| {
            [&it.mogelijkheden, &it.activiteiten, &it.afspraken]
                .into_iter()
                .any(|tekst| is_ingevuld(tekst))
        })
    };
    gezegd && visies.is_none_or(|visies| is_er(&visies.werkgever) && is_er(&visies.werknemer))
}

/// RIV-19: no word about illness where the employer and UWV read along.
pub(in super::super) fn zonder_medisch(blik: &Blik) -> Vec<Punt> {
    let documenten = blik.van_elk(&Element::ALLE).into_iter();
    documenten
        .filter_map(|document| {
            let lading = document.lading()?;
            Some(match invoerwacht::eerste_treffer(lading) {
                Some(_) => Punt::Tekort(medisch(blik, &document)),
                None if blik.is_deels_dicht(&document) => {
                    Punt::Onbekend { plaats: document.plaats(), reden: Reden::Dicht }
                }
                None => Punt::Goed,
            })
        })
        .collect()
}

fn medisch(blik: &Blik, document: &Document) -> Tekort {
    let zin = format!(
        "In {} staat een woord over ziekte of behandeling. Dat mag alleen in de medische informatie. Haal het weg voordat het verslag verder gaat.",
        document.noem()
    );
    Tekort::new(Gebrek::NietToegestaan, document.plaats(), blik.hersteldag(), zin)
}

/// RIV-21: somebody is named as casemanager, in a version of the plan or apart from it.
pub(in super::super) fn casemanager(blik: &Blik) -> Vec<Punt> {
    let dossier = blik.dossier;
    let plannen = blik.van_elk(&[Element::PlanVanAanpak, Element::BijstellingPlanVanAanpak]);
    let Some(laatste) = plannen.last() else { return vec![] };
    let eerst = dossier.plan_van_aanpak.iter().map(|plan| plan.casemanager);
    let later = dossier.bijstelling_plan_van_aanpak.iter().map(|plan| plan.casemanager);
    let in_plan = eerst.chain(later).any(|casemanager| casemanager.is_some());
    vec![Punt::tenzij(in_plan || !dossier.casemanager.is_empty(), || {
        onvolledig(blik, laatste, "is geen casemanager genoemd. Wijs een casemanager aan")
    })]
}

/// "In het plan van aanpak van 3 april 2025 ontbreekt ...".
fn onvolledig(blik: &Blik, document: &Document, wat: &str) -> Tekort {
    let zin = format!("In {} {wat}.", document.noem());
    Tekort::new(Gebrek::Onvolledig, document.plaats(), blik.hersteldag(), zin)
}

fn is_ingevuld(tekst: &str) -> bool {
    !tekst.trim().is_empty()
}
