//! Who drew up and signed what (RIV-14, RIV-18, VRK-05).

use super::super::blik::{Blik, Document, Punt, Tekort};
use super::super::{Gebrek, Hersteller};
use crate::mijlpaal::gedeeld::{Ondertekenaar, Partij};
use crate::mijlpaal::riv::Element;

/// What every function of a doctor who may judge has in common: "bedrijfsarts", "arbo-arts", "onder
/// taakdelegatie van de bedrijfsarts".
const ARTS: &str = "arts";

/// RIV-14: every element tells who drew it up or signed it, with name and function.
pub(in super::super) fn naam_en_functie(blik: &Blik) -> Vec<Punt> {
    van_documenten(blik, &Element::ALLE)
}

/// VRK-05: the same for what goes along with the short report.
pub(in super::super) fn medische_informatie(blik: &Blik) -> Vec<Punt> {
    van_documenten(blik, &[Element::MedischeInformatie])
}

fn van_documenten(blik: &Blik, elementen: &[Element]) -> Vec<Punt> {
    let documenten = blik.van_elk(elementen).into_iter();
    documenten
        .filter_map(|document| {
            let wie = wie(&document)?;
            let volledig = |it: &&Ondertekenaar| {
                !it.naam.trim().is_empty() && !it.functie.trim().is_empty()
            };
            // That nobody signed yet is told by RIV-15.
            let goed = wie.iter().all(volledig);
            Some(Punt::tenzij(goed, || {
                let zin = format!(
                    "In {} ontbreekt een naam of een functie. Vul in wie het stuk opstelde of tekende, met de functie.",
                    document.noem()
                );
                Tekort::new(Gebrek::Onvolledig, document.plaats(), blik.hersteldag(), zin)
            }))
        })
        .collect()
}

/// RIV-15: employer and employee signed each document of theirs, or refused with a reason.
pub(in super::super) fn getekend(blik: &Blik) -> Vec<Punt> {
    let documenten = blik.van_elk(&Element::ALLE);
    let paren = documenten.iter().filter_map(|document| {
        let regels = blik.dossier.handtekeningen(document.stuk)?;
        Some([Partij::Werkgever, Partij::Werknemer].map(|partij| {
            let heeft = regels.iter().any(|it| it.partij == partij);
            Punt::tenzij(heeft, || niet_getekend(blik, document, partij))
        }))
    });
    paren.flatten().collect()
}

fn niet_getekend(blik: &Blik, document: &Document, partij: Partij) -> Tekort {
    let (wie, hersteller) = match partij {
        Partij::Werkgever => ("werkgever", Hersteller::Werkgever),
        Partij::Werknemer => ("werknemer", Hersteller::Werknemer),
    };
    let zin = format!(
        "Onder {} ontbreekt de handtekening van de {wie}. Laat tekenen, of leg vast waarom de {wie} niet tekent.",
        document.noem()
    );
    Tekort::new(Gebrek::Onvolledig, document.plaats(), blik.hersteldag(), zin).door(hersteller)
}

/// RIV-18: a doctor judged, or somebody under a doctor.
pub(in super::super) fn bedrijfsarts(blik: &Blik) -> Vec<Punt> {
    let oordelen = blik.van_elk(&[
        Element::Probleemanalyse,
        Element::BijstellingProbleemanalyse,
        Element::ActueelOordeel,
    ]);
    let punt = |document: Document| {
        let wie = wie(&document)?;
        // A function that is not filled in is told by RIV-14.
        let goed = wie.iter().all(|it| {
            let functie = it.functie.trim().to_lowercase();
            functie.is_empty() || functie.contains(ARTS)
        });
        Some(Punt::tenzij(goed, || {
            let zin = format!(
                "Bij {} staat geen bedrijfsarts. Een bedrijfsarts geeft dit oordeel, of iemand die onder een bedrijfsarts werkt; vermeld die dan ook.",
                document.noem()
            );
            Tekort::new(Gebrek::Onvolledig, document.plaats(), blik.hersteldag(), zin)
        }))
    };
    oordelen.into_iter().filter_map(punt).collect()
}

/// Who drew up or signed it; none when the document has no place for it.
fn wie<'a>(document: &Document<'a>) -> Option<Vec<&'a Ondertekenaar>> {
    if let Some(auteur) = document.event.auteur() {
        return Some(vec![auteur]);
    }
    let ondertekeningen = document.event.ondertekeningen().iter();
    let heeft_plaats = document.element != Element::OordeelWerknemer;
    heeft_plaats.then(|| ondertekeningen.map(|ondertekening| &ondertekening.wie).collect())
}
