//! What may wait, what may not, and when it comes again.

use proptest::prelude::*;

use super::{GeenUitstel, Uitgesteld, Waarover};
use crate::dag::sluit_volgens;
use crate::ladder::tredendag;
use crate::mijlpaal::herinnering::{Gegeven, Ontvanger};
use crate::mijlpaal::testing::na;
use crate::mijlpaal::voorbeeld::{dag, protocol, stuk, ziek};
use crate::protocol::Protocol;
use crate::{
    Afwijzing, Command, Datum, Dossier, Event, Secties, TermijnId, decide_volgens, evolve, replay,
};

/// A dossier that was closed every day up to a day (inclusive), with the reminders on the way.
fn gespeeld(protocol: &Protocol, tot: Datum) -> (Dossier, Vec<Event>) {
    let mut dossier = replay(&na([ziek()]));
    let (mut vandaag, mut alle) = (dag("2025-03-03"), vec![]);
    while vandaag <= tot {
        let nieuw = sluit_volgens(&dossier, protocol, vandaag);
        dossier = nieuw.iter().fold(dossier, evolve);
        alle.extend(nieuw);
        vandaag = vandaag.volgende();
    }
    (dossier, alle)
}

fn gegeven(alle: &[Event], termijn: TermijnId, trede: i16) -> Gegeven {
    let feit = |event: &Event| {
        let Event::HerinneringGegeven(e) = event else { return None };
        Some(e.a.clone())
    };
    let past = |it: &Gegeven| it.sleutel.termijn == termijn && it.sleutel.trede == trede;
    alle.iter().filter_map(feit).find(past).unwrap()
}

fn uitstel(gegeven: &Gegeven, tot: Datum) -> Uitgesteld {
    let sleutel = gegeven.sleutel;
    Uitgesteld {
        stuk: stuk(90),
        over: Waarover::Termijn(sleutel.termijn),
        keer: sleutel.keer,
        uiterlijk: sleutel.uiterlijk,
        trede: sleutel.trede,
        aan: sleutel.aan,
        tot,
        reden: "De afspraak staat al gepland.".to_owned(),
    }
}

fn beslis(dossier: &Dossier, uitstel: Uitgesteld, vandaag: Datum) -> Result<Vec<Event>, Afwijzing> {
    let opdracht = Command::StelHerinneringUit(Secties::proces(uitstel));
    decide_volgens(dossier, &protocol(), opdracht, vandaag)
}

/// The first reminder of the probleemanalyse, with the dossier on its day.
fn eerste() -> (Dossier, Gegeven) {
    let (_, alle) = gespeeld(&protocol(), dag("2025-04-30"));
    let eerste = gegeven(&alle, TermijnId::Probleemanalyse, -14);
    let (dossier, _) = gespeeld(&protocol(), eerste.gegeven_op);
    (dossier, eerste)
}

#[test]
fn wat_wacht_komt_op_de_gekozen_dag_terug_en_daarna_gaat_de_ladder_gewoon_verder() {
    let (dossier, eerste) = eerste();
    let (vandaag, tot) = (eerste.gegeven_op, eerste.gegeven_op.plus(3));
    let nieuw = beslis(&dossier, uitstel(&eerste, tot), vandaag).unwrap();
    let mut dossier = nieuw.iter().fold(dossier, evolve);
    let mut dagen = vec![];
    for over in 1..=7 {
        let nieuw = sluit_volgens(&dossier, &protocol(), vandaag.plus(over));
        let over_analyse = nieuw.iter().filter(|event| {
            matches!(event, Event::HerinneringGegeven(e)
                if e.a.sleutel.termijn == TermijnId::Probleemanalyse)
        });
        dagen.extend(over_analyse.map(|_| vandaag.plus(over)));
        dossier = nieuw.iter().fold(dossier, evolve);
    }
    assert_eq!(dagen, [tot, tredendag(eerste.sleutel.uiterlijk, -7).dag]);
}

#[test]
fn uitstel_duurt_nooit_tot_de_volgende_herinnering() {
    let (dossier, eerste) = eerste();
    let volgende = tredendag(eerste.sleutel.uiterlijk, -7).dag;
    let uitkomst = beslis(&dossier, uitstel(&eerste, volgende), eerste.gegeven_op);
    let tot = volgende;
    assert_eq!(uitkomst, Err(GeenUitstel::TotNaVolgende { tot, volgende }.into()));
}

#[test]
fn op_en_na_de_laatste_dag_van_de_wet_en_op_de_harde_ladder_wacht_niets() {
    let (dossier, alle) = gespeeld(&protocol(), dag("2026-10-30"));
    let vragen = [
        (TermijnId::Probleemanalyse, 0),
        (TermijnId::Probleemanalyse, 1),
        (TermijnId::Melding42eWeek, -14),
    ];
    for (termijn, trede) in vragen {
        let gegeven = gegeven(&alle, termijn, trede);
        let morgen = dag("2026-11-03");
        let uitkomst = beslis(&dossier, uitstel(&gegeven, morgen), dag("2026-11-02"));
        assert_eq!(uitkomst, Err(GeenUitstel::NietUitTeStellen.into()), "{termijn:?} {trede}");
    }
}

#[test]
fn van_een_eigen_stap_wacht_alles_behalve_de_laatste_trede() {
    let stap = |trede, tot: &str| Uitgesteld {
        over: Waarover::Stap("belafspraak".to_owned()),
        keer: 0,
        uiterlijk: dag("2025-03-17"),
        trede,
        aan: Ontvanger::Werkgever,
        tot: dag(tot),
        ..uitstel(&eerste().1, dag(tot))
    };
    let (dossier, _) = gespeeld(&protocol(), dag("2025-03-17"));
    assert!(beslis(&dossier, stap(0, "2025-03-20"), dag("2025-03-17")).is_ok());
    let (dossier, _) = gespeeld(&protocol(), dag("2025-03-24"));
    let laatste = beslis(&dossier, stap(7, "2025-03-26"), dag("2025-03-24"));
    assert_eq!(laatste, Err(GeenUitstel::NietUitTeStellen.into()));
}

#[test]
fn wat_niet_is_gegeven_kan_niet_wachten() {
    let (dossier, eerste) = eerste();
    let nog_niet = Uitgesteld { trede: -7, ..uitstel(&eerste, eerste.gegeven_op.plus(2)) };
    let uitkomst = beslis(&dossier, nog_niet, eerste.gegeven_op);
    assert_eq!(uitkomst, Err(GeenUitstel::NietGegeven.into()));
}

#[test]
fn zonder_reden_of_met_een_ziekte_als_reden_wacht_niets() {
    let (dossier, eerste) = eerste();
    let met = |reden: &str| {
        let wens = uitstel(&eerste, eerste.gegeven_op.plus(3));
        let wens = Uitgesteld { reden: reden.to_owned(), ..wens };
        beslis(&dossier, wens, eerste.gegeven_op).unwrap_err()
    };
    assert_eq!(met(" "), GeenUitstel::GeenReden.into());
    assert!(matches!(met("Heeft griep."), Afwijzing::GezondheidInTekst { .. }));
}

proptest! {
    /// Whatever day is asked for: it is a working day after today and before the next rung, or refused.
    #[test]
    fn uitstel_is_tot_een_werkdag_voor_de_volgende_herinnering(verder in -3..20_i32) {
        let (dossier, eerste) = eerste();
        let (vandaag, tot) = (eerste.gegeven_op, eerste.gegeven_op.plus(verder));
        let mag = beslis(&dossier, uitstel(&eerste, tot), vandaag).is_ok();
        let volgende = tredendag(eerste.sleutel.uiterlijk, -7).dag;
        prop_assert_eq!(mag, vandaag < tot && tot < volgende && crate::kalender::is_werkdag(tot));
    }
}
