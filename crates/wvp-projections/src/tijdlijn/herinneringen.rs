//! Reminders on a timeline: one short line per day.

use std::collections::BTreeMap;

use wvp_domain::beschrijving::{Deel, Veld, Waarde};
use wvp_domain::mijlpaal::herinnering::Gegeven;
use wvp_domain::{Compartiment, Datum, Event, TermijnId};

use super::{Regel, Vastgelegd};

/// The lines, one for every day on which reminders were given.
pub(super) fn per_dag(feiten: &[&Vastgelegd]) -> Vec<Regel> {
    let mut dagen: BTreeMap<Datum, Vec<(&Gegeven, &Vastgelegd)>> = BTreeMap::new();
    for feit in feiten {
        if let Event::HerinneringGegeven(herinnering) = &feit.event {
            dagen.entry(herinnering.a.gegeven_op).or_default().push((&herinnering.a, feit));
        }
    }
    dagen.into_iter().filter_map(|(dag, gegeven)| regel(dag, &gegeven)).collect()
}

fn regel(dag: Datum, gegeven: &[(&Gegeven, &Vastgelegd)]) -> Option<Regel> {
    let (_, eerste) = gegeven.first()?;
    let punten = punten(gegeven.iter().map(|(herinnering, _)| *herinnering));
    let velden = vec![Veld { naam: "Termijnen", waarde: Waarde::Lijst(punten) }];
    Some(Regel {
        datum: dag,
        week: None,
        titel: wvp_domain::beschrijving::titel(&eerste.event),
        stuk: None,
        door: eerste.door.clone(),
        vastgelegd_op: eerste.vastgelegd_op,
        delen: vec![Deel { compartiment: Compartiment::A, velden }],
        opmerkingen: vec![],
    })
}

/// One text per term and last day, with everybody who was reminded.
fn punten<'a>(gegeven: impl Iterator<Item = &'a Gegeven>) -> Vec<String> {
    let mut per_termijn: BTreeMap<(Datum, TermijnId), Vec<String>> = BTreeMap::new();
    for Gegeven { sleutel, .. } in gegeven {
        let aan = per_termijn.entry((sleutel.uiterlijk, sleutel.termijn)).or_default();
        aan.push(sleutel.aan.naam().to_lowercase());
    }
    per_termijn
        .into_iter()
        .map(|((uiterlijk, termijn), aan)| {
            format!("{}, uiterlijk {}, aan {}", termijn.naam(), uiterlijk.voluit(), aan.join(", "))
        })
        .collect()
}
