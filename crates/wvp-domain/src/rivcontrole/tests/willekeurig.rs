//! A law that holds for every dossier: one more fact of an element never makes it missing.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::proef::{opdrachten, toetsdag};
use super::super::{Feiten, Gebrek, RegelId, controle};
use crate::mijlpaal::riv::Element;
use crate::{Command, Datum, Event, decide, replay};

/// Follows the orders that the law allows; a refused one changes nothing.
fn volg(mut events: Vec<Event>, opdrachten: impl IntoIterator<Item = Command>) -> Vec<Event> {
    for opdracht in opdrachten {
        let nieuw = decide(&replay(&events), opdracht, toetsdag());
        events.extend(nieuw.unwrap_or_default());
    }
    events
}

fn ontbreekt(events: &[Event], op: Datum) -> BTreeSet<(RegelId, Option<Element>)> {
    let uitslag = controle(&Feiten { events, inzage: &[] }, op);
    let ontbreekt = uitslag.bevindingen.iter().filter(|it| it.gebrek == Gebrek::Ontbreekt);
    ontbreekt.map(|it| (it.regel, it.element)).collect()
}

/// The element that this order makes a document of.
fn element(opdracht: &Command) -> Option<Element> {
    let proef = [
        (Element::Probleemanalyse, matches!(opdracht, Command::StelProbleemanalyseVast(_))),
        (
            Element::BijstellingProbleemanalyse,
            matches!(opdracht, Command::StelProbleemanalyseBij(_)),
        ),
        (Element::PlanVanAanpak, matches!(opdracht, Command::StelPlanVanAanpakVast(_))),
        (Element::BijstellingPlanVanAanpak, matches!(opdracht, Command::StelPlanVanAanpakBij(_))),
        (
            Element::Eerstejaarsevaluatie,
            matches!(opdracht, Command::StelEerstejaarsevaluatieVast(_)),
        ),
        (Element::ActueelOordeel, matches!(opdracht, Command::StelActueelOordeelVast(_))),
        (Element::MedischeInformatie, matches!(opdracht, Command::OverhandigMedischeInformatie(_))),
        (Element::Eindevaluatie, matches!(opdracht, Command::StelEindevaluatieVast(_))),
        (Element::OordeelWerknemer, matches!(opdracht, Command::LegOordeelWerknemerVast(_))),
    ];
    proef.into_iter().find(|(_, is_dit)| *is_dit).map(|(element, _)| element)
}

proptest! {
    #[test]
    fn een_stuk_erbij_maakt_zijn_onderdeel_nooit_ontbrekend(
        gekozen in proptest::collection::vec(any::<bool>(), 14),
        erbij in 0_usize..14,
        dagen in -700_i32..60,
    ) {
        let mut alle = opdrachten().into_iter();
        let ziek: Vec<Command> = alle.by_ref().take(1).collect();
        let rest: Vec<Command> = alle.collect();
        let voorop = rest.iter().zip(&gekozen).filter(|(_, kies)| **kies);
        let ervoor = volg(vec![], ziek.into_iter().chain(voorop.map(|(it, _)| it.clone())));
        let extra = rest[erbij].clone();
        let erna = volg(ervoor.clone(), [extra.clone()]);
        let op = toetsdag().plus(dagen);
        let (was, wordt) = (ontbreekt(&ervoor, op), ontbreekt(&erna, op));
        if let Some(element) = element(&extra) {
            let nieuw = wordt.difference(&was).filter(|(_, van)| *van == Some(element));
            prop_assert_eq!(nieuw.count(), 0, "{:?} -> {:?}", was, wordt);
        }
    }
}
