//! The calendar of a dossier: an entry per step that somebody must take, with its history.
//!
//! An entry stays the same entry for as long as term (or own step) and occurrence do. A fact that moves its
//! day, ends it or brings it back raises its number, so that a calendar that shows it follows.

use std::collections::BTreeMap;

use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::mijlpaal::uitstel::Waarover;
use wvp_domain::protocol::{Protocol, Stapzaak, lopend};
use wvp_domain::termijn::{Geval, Verloop};
use wvp_domain::{Datum, Dossier, Event, TermijnId, evolve};

use crate::agenda::wie;
use crate::termijnen::open;

/// A fact with when it was recorded.
#[derive(Debug, Clone, Copy)]
pub struct Gebeurd<'a> {
    /// The day (Amsterdam).
    pub op: Datum,
    /// The moment, in microseconds since 1970 (UTC).
    pub moment: i64,
    /// What was recorded.
    pub event: &'a Event,
}

/// One entry: section A only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ingang {
    /// Which term or step.
    pub over: Waarover,
    /// Which occurrence (0 = the first).
    pub keer: u16,
    /// Who must act.
    pub wie: Vec<Ontvanger>,
    /// The last day, inclusive.
    pub dag: Datum,
    /// How often it changed.
    pub volgnummer: u32,
    /// Whether it is still to be taken.
    pub staat_open: bool,
    /// When it changed last, in microseconds since 1970 (UTC).
    pub gewijzigd: i64,
}

/// What is to be done, by step and occurrence: by whom and until when.
type Stand = BTreeMap<(Waarover, u16), (Vec<Ontvanger>, Datum)>;

/// The entries of a dossier, in order of step and occurrence. Facts are given oldest first.
#[must_use]
pub fn kalender(feiten: &[Gebeurd<'_>], protocol: &Protocol) -> Vec<Ingang> {
    let mut dossier = Dossier::default();
    let mut ingangen: BTreeMap<(Waarover, u16), Ingang> = BTreeMap::new();
    for feit in feiten {
        dossier = evolve(dossier, feit.event);
        if !is_bericht(feit.event) {
            neem_over(&mut ingangen, stand(&dossier, protocol, feit.op), feit.moment);
        }
    }
    ingangen.into_values().collect()
}

/// A fact that changes no day: it only says that somebody was told.
fn is_bericht(event: &Event) -> bool {
    matches!(
        event,
        Event::HerinneringGegeven(_) | Event::StapherinneringGegeven(_) | Event::StukkenGevraagd(_)
    )
}

fn neem_over(ingangen: &mut BTreeMap<(Waarover, u16), Ingang>, mut stand: Stand, moment: i64) {
    for (sleutel, ingang) in ingangen.iter_mut() {
        let nieuw = stand.remove(sleutel);
        let (wie, dag) = nieuw.clone().unwrap_or((ingang.wie.clone(), ingang.dag));
        let staat_open = nieuw.is_some();
        if (dag, staat_open) != (ingang.dag, ingang.staat_open) {
            ingang.volgnummer = ingang.volgnummer.saturating_add(1);
            ingang.gewijzigd = moment;
        }
        (ingang.wie, ingang.dag, ingang.staat_open) = (wie, dag, staat_open);
    }
    for ((over, keer), (wie, dag)) in stand {
        let ingang = Ingang {
            over: over.clone(),
            keer,
            wie,
            dag,
            volgnummer: 0,
            staat_open: true,
            gewijzigd: moment,
        };
        ingangen.insert((over, keer), ingang);
    }
}

fn stand(dossier: &Dossier, protocol: &Protocol, op: Datum) -> Stand {
    let mut stand = Stand::new();
    for termijn in open(dossier) {
        let (over, wie) = (Waarover::Termijn(termijn.id), wie(termijn.wie));
        if !wie.is_empty() {
            // The rows come by last day: of several of one term the earliest counts.
            stand.entry((over, keer(dossier, termijn.id))).or_insert((wie, termijn.uiterlijk));
        }
    }
    let verloop = Verloop::uit_dossier(dossier);
    let ketens = verloop.ketens();
    let Some(keten) = ketens.last().filter(|_| !dossier.is_gesloten()) else { return stand };
    let geval = Geval::new(&verloop, keten, op);
    for it in lopend(protocol, &geval, &Stapzaak::uit_dossier(dossier)) {
        let over = Waarover::Stap(it.stap.naam.clone());
        stand.insert((over, it.keer), (it.stap.wie.clone(), it.uiterlijk));
    }
    stand
}

/// Only the progress talk returns: each is an entry of its own.
fn keer(dossier: &Dossier, termijn: TermijnId) -> u16 {
    if termijn == TermijnId::Voortgangsgesprek {
        u16::try_from(dossier.voortgangsgesprek.len()).unwrap_or(u16::MAX)
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use wvp_domain::mijlpaal::correctie::Wordt;
    use wvp_domain::mijlpaal::uitstel::Waarover;
    use wvp_domain::protocol::Protocol;
    use wvp_domain::{Event, TermijnId};

    use super::{Gebeurd, Ingang, kalender};
    use crate::voorbeeld::{aan_arbodienst, correctie, datum, hersteld, stuk, ziek};

    /// The entry of a term after these facts, recorded one a second.
    fn ingang(events: &[Event], termijn: TermijnId) -> Ingang {
        let op = datum("2025-03-05");
        let feiten: Vec<Gebeurd> =
            (1..).zip(events).map(|(moment, event)| Gebeurd { op, moment, event }).collect();
        let alle = kalender(&feiten, &Protocol::leeg());
        alle.into_iter().find(|it| it.over == Waarover::Termijn(termijn)).unwrap()
    }

    #[test]
    fn een_nieuwe_stap_staat_er_een_keer_op_haar_laatste_dag() {
        let eerst = ingang(&[ziek()], TermijnId::MeldingArbodienst);
        assert_eq!((eerst.dag, eerst.volgnummer), (datum("2025-03-10"), 0));
        assert!(eerst.staat_open && eerst.gewijzigd == 1);
    }

    #[test]
    fn een_gezette_stap_vervalt_met_een_hoger_nummer() {
        let gezet = ingang(&[ziek(), aan_arbodienst()], TermijnId::MeldingArbodienst);
        assert_eq!((gezet.staat_open, gezet.volgnummer, gezet.gewijzigd), (false, 1, 2));
        let andere = ingang(&[ziek(), aan_arbodienst()], TermijnId::PlanVanAanpak);
        assert_eq!((andere.staat_open, andere.volgnummer, andere.gewijzigd), (true, 0, 1));
    }

    #[test]
    fn een_verplaatste_eerste_dag_verplaatst_de_stap_met_een_hoger_nummer() {
        let eerder = correctie(9, stuk(1), Wordt::Datum(datum("2025-03-01")));
        let verplaatst = ingang(&[ziek(), eerder], TermijnId::PlanVanAanpak);
        let eerst = ingang(&[ziek()], TermijnId::PlanVanAanpak);
        assert_eq!(verplaatst.dag, eerst.dag.plus(-2));
        assert_eq!((verplaatst.volgnummer, verplaatst.staat_open), (1, true));
    }

    #[test]
    fn na_herstel_vervalt_wat_nog_openstond() {
        let na = ingang(&[ziek(), hersteld()], TermijnId::PlanVanAanpak);
        assert_eq!((na.staat_open, na.volgnummer), (false, 1));
    }
}
