//! Reminders on a timeline: one short line per day.

use std::collections::BTreeMap;

use wvp_domain::beschrijving::{Deel, Veld, Waarde};
use wvp_domain::mijlpaal::herinnering::{Ontvanger, Sleutel};
use wvp_domain::mijlpaal::stapherinnering::Stapsleutel;
use wvp_domain::{Compartiment, Datum, Event, TermijnId};

use super::{Regel, Vastgelegd};

/// What a line says of one reminder.
struct Gegeven<'a> {
    op: Datum,
    uiterlijk: Datum,
    over: Over<'a>,
    aan: Ontvanger,
}

/// What a reminder is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Over<'a> {
    Termijn(TermijnId),
    Stap(&'a str),
}

/// Whether a fact is a reminder.
pub(super) fn is_herinnering(event: &Event) -> bool {
    als_herinnering(event).is_some()
}

fn als_herinnering(event: &Event) -> Option<Gegeven<'_>> {
    if let Event::HerinneringGegeven(e) = event {
        let Sleutel { uiterlijk, termijn, aan, .. } = e.a.sleutel;
        return Some(Gegeven { op: e.a.gegeven_op, uiterlijk, over: Over::Termijn(termijn), aan });
    }
    let Event::StapherinneringGegeven(e) = event else { return None };
    let Stapsleutel { stap, uiterlijk, aan, .. } = &e.a.sleutel;
    let over = Over::Stap(stap);
    Some(Gegeven { op: e.a.gegeven_op, uiterlijk: *uiterlijk, over, aan: *aan })
}

/// The lines, one for every day on which reminders were given.
pub(super) fn per_dag(feiten: &[&Vastgelegd]) -> Vec<Regel> {
    let mut dagen: BTreeMap<Datum, Vec<(Gegeven, &Vastgelegd)>> = BTreeMap::new();
    for feit in feiten {
        if let Some(gegeven) = als_herinnering(&feit.event) {
            dagen.entry(gegeven.op).or_default().push((gegeven, feit));
        }
    }
    dagen.into_iter().filter_map(|(dag, gegeven)| regel(dag, &gegeven)).collect()
}

fn regel(dag: Datum, gegeven: &[(Gegeven, &Vastgelegd)]) -> Option<Regel> {
    let (_, eerste) = gegeven.first()?;
    let punten = punten(gegeven.iter().map(|(herinnering, _)| herinnering));
    let velden = vec![Veld { naam: "Termijnen", waarde: Waarde::Lijst(punten) }];
    Some(Regel {
        datum: dag,
        week: None,
        titel: "Herinnering",
        stuk: None,
        door: eerste.door.clone(),
        vastgelegd_op: eerste.vastgelegd_op,
        delen: vec![Deel { compartiment: Compartiment::A, velden }],
        opmerkingen: vec![],
    })
}

/// One text per term or step and last day, with everybody who was reminded.
fn punten<'a>(gegeven: impl Iterator<Item = &'a Gegeven<'a>>) -> Vec<String> {
    let mut per_stap: BTreeMap<(Datum, Over), Vec<String>> = BTreeMap::new();
    for Gegeven { uiterlijk, over, aan, .. } in gegeven {
        per_stap.entry((*uiterlijk, *over)).or_default().push(aan.naam().to_lowercase());
    }
    per_stap
        .into_iter()
        .map(|((uiterlijk, over), aan)| {
            let over = match over {
                Over::Termijn(termijn) => termijn.naam().to_owned(),
                Over::Stap(naam) => format!("eigen stap `{naam}`"),
            };
            format!("{over}, uiterlijk {}, aan {}", uiterlijk.voluit(), aan.join(", "))
        })
        .collect()
}
