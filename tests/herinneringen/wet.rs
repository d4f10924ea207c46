//! What the reminders of a dossier must be: the law played again over the facts, without engine, store and kills;
//! and, apart from that, whether anything was given that was not to be given any more.

use std::collections::BTreeSet;

use wvp_domain::dag::sluit_volgens;
use wvp_domain::mijlpaal::herinnering::{Gegeven, Sleutel};
use wvp_domain::mijlpaal::sluiten::RedenSluiten;
use wvp_domain::protocol::Protocol;
use wvp_domain::termijn::stand::standen;
use wvp_domain::termijn::{Geval, Rijstand, Verloop};
use wvp_domain::{Datum, Dossier, Event, TermijnId, evolve};

use crate::logboek::Vastgelegd;

/// Whether the house recorded it by itself when a day was closed.
fn is_van_het_huis(event: &Event) -> bool {
    match event {
        Event::DossierGesloten(e) => e.a.reden == RedenSluiten::KetenAfgelopen,
        event => matches!(
            event,
            Event::HerinneringGegeven(_)
                | Event::RivConceptOpgesteld(_)
                | Event::StukkenGevraagd(_)
        ),
    }
}

/// How the dossier differs from what the law makes of its facts when every day up to the last one (inclusive) is
/// closed; empty when it does not. Order counts: a rung given twice, late or not at all is a difference.
pub(crate) fn afwijkingen(feiten: &[Vastgelegd], laatste: Datum) -> Vec<String> {
    let (huis, mensen): (Vec<_>, Vec<_>) = feiten.iter().partition(|it| is_van_het_huis(&it.event));
    let mut mensen = mensen.into_iter().peekable();
    let Some(eerste) = mensen.peek() else { return vec!["geen feit van iemand".to_owned()] };
    let (mut dag, mut dossier) = (eerste.op, Dossier::default());
    let mut verwacht = vec![];
    while dag <= laatste {
        while let Some(feit) = mensen.next_if(|feit| feit.op == dag) {
            dossier = evolve(dossier, &feit.event);
        }
        for event in sluit_volgens(&dossier, &Protocol::leeg(), dag) {
            dossier = evolve(dossier, &event);
            verwacht.push((dag, event));
        }
        dag = dag.volgende();
    }
    let mut anders: Vec<String> =
        mensen.map(|it| format!("een feit na zijn dag: {}", it.op)).collect();
    let gekregen: Vec<(Datum, Event)> = huis.iter().map(|it| (it.op, it.event.clone())).collect();
    for (op, event) in gekregen.iter().filter(|it| !verwacht.contains(it)) {
        anders.push(format!("onverwacht op {op}: {}", in_het_kort(event)));
    }
    for (op, event) in verwacht.iter().filter(|it| !gekregen.contains(it)) {
        anders.push(format!("ontbreekt op {op}: {}", in_het_kort(event)));
    }
    if anders.is_empty() && gekregen != verwacht {
        anders.push("hetzelfde, maar niet even vaak of in een andere volgorde".to_owned());
    }
    anders
}

/// Reminders that should not be there whatever the ladder says: twice the same key, for a term that was met, while
/// recovered, or in a closed dossier, each judged by what was recorded before it.
pub(crate) fn misplaatst(feiten: &[Vastgelegd]) -> Vec<String> {
    let (mut dossier, mut gezien) = (Dossier::default(), BTreeSet::new());
    let mut fout = vec![];
    for Vastgelegd { op, event, .. } in feiten {
        if let Event::HerinneringGegeven(e) = event {
            let Gegeven { sleutel, gegeven_op, .. } = &e.a;
            let mut zeg = |wat| fout.push(format!("{wat} op {op}: {}", in_het_kort(event)));
            if !gezien.insert(*sleutel) {
                zeg("voor de tweede keer");
            }
            if gegeven_op != op {
                zeg("van een andere dag");
            }
            if dossier.is_gesloten() {
                zeg("na sluiting");
            }
            if is_hersteld(&dossier, *op) {
                zeg("na herstel");
            }
            if is_gedaan(&dossier, sleutel.termijn) || !wacht_nog(&dossier, *sleutel, *op) {
                zeg("na gedaan");
            }
        }
        dossier = evolve(dossier, event);
    }
    fout
}

/// By the reports alone: the newest spell is over.
fn is_hersteld(dossier: &Dossier, op: Datum) -> bool {
    let laatste = dossier.perioden().pop();
    laatste.and_then(|periode| periode.hersteld_per).is_some_and(|per| per <= op)
}

/// By the documents alone, for what is done once: it is there.
fn is_gedaan(dossier: &Dossier, termijn: TermijnId) -> bool {
    match termijn {
        TermijnId::MeldingArbodienst => !dossier.melding_arbodienst.is_empty(),
        TermijnId::Probleemanalyse => !dossier.probleemanalyse.is_empty(),
        TermijnId::PlanVanAanpak => !dossier.plan_van_aanpak.is_empty(),
        TermijnId::Melding42eWeek => !dossier.melding_42e_week.is_empty(),
        TermijnId::Eerstejaarsevaluatie => !dossier.eerstejaarsevaluatie.is_empty(),
        TermijnId::ActueelOordeel => !dossier.actueel_oordeel.is_empty(),
        TermijnId::Eindevaluatie => !dossier.eindevaluatie.is_empty(),
        TermijnId::RivAanWerknemer => !dossier.riv_overdracht.is_empty(),
        TermijnId::WiaAanvraag => !dossier.wia_aanvraag.is_empty(),
        _ => false,
    }
}

/// By the table: a row of this term with this last day still waits for somebody.
fn wacht_nog(dossier: &Dossier, sleutel: Sleutel, op: Datum) -> bool {
    let verloop = Verloop::uit_dossier(dossier);
    let Some(keten) = verloop.ketens().pop() else { return false };
    let standen = standen(&Geval::new(&verloop, &keten, op));
    let van_deze =
        |it: &Rijstand| it.rij.id == sleutel.termijn && it.uiterlijk() == sleutel.uiterlijk;
    standen.iter().any(|stand| van_deze(stand) && stand.wacht_op_iemand())
}

/// What may be printed of a fact: the key of a reminder, and else its kind.
fn in_het_kort(event: &Event) -> String {
    match event {
        Event::HerinneringGegeven(e) => format!("{:?}", e.a.sleutel),
        event => format!("{event:?}"),
    }
}
