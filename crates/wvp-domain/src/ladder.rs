//! The ladder of reminders: per term, per recipient, each rung once, and never a burst.

use crate::mijlpaal::herinnering::{Gegeven, Ontvanger, Sleutel};
use crate::termijn::{Basis, Geval, KeuzeId, Optie, Rijstand, Wie, stand};
use crate::{Datum, Dossier, TermijnId};

/// The rungs, in days relative to the last day of the term, earliest first.
pub const TREDEN: [i16; 6] = [-14, -7, -2, 0, 1, 7];

/// First rung on which the casemanager is told as well.
pub const TREDE_CASEMANAGER: i16 = 0;

/// The reminders that are due on a day and were not given. Of several rungs only the newest is given;
/// it names those that it skips.
///
/// The caller asks this only of an open dossier of somebody who is ill.
#[must_use]
pub fn herinneringen(dossier: &Dossier, geval: &Geval) -> Vec<Gegeven> {
    let standen = volgens_instelling(geval, stand::standen(geval));
    maatgevend(&standen, geval.peildatum)
        .into_iter()
        .flat_map(|stand| {
            let sleutels = sleutels(geval, stand);
            sleutels.into_iter().filter_map(|sleutel| trede(dossier, sleutel, geval.peildatum))
        })
        .collect()
}

/// Leaves out the rows of practice beside a row of the law, when reminders are set to follow the law
/// (K-4).
fn volgens_instelling(geval: &Geval, mut standen: Vec<Rijstand>) -> Vec<Rijstand> {
    if geval.kiest(KeuzeId::K4, Optie::WettelijkeRij) {
        let heeft_wet = |id| geval.rij(id, Basis::Wet).is_some();
        standen.retain(|stand| stand.rij.basis != Basis::Praktijk || !heeft_wet(stand.rij.id));
    }
    standen
}

/// Per term the row that drives its reminders: the date UWV printed, or else the earliest row that
/// still waits for somebody (K-4, K-6). A row whose ladder is over makes way for a later
/// day of the law: a late probleemanalyse gives the plan a new one.
fn maatgevend(standen: &[Rijstand], vandaag: Datum) -> Vec<&Rijstand> {
    let mut per_term: Vec<&Rijstand> = vec![];
    for stand in standen.iter().filter(|stand| stand.wacht_op_iemand()) {
        match per_term.iter_mut().find(|ander| ander.rij.id == stand.rij.id) {
            Some(ander) if gaat_voor(stand, ander, vandaag) => *ander = stand,
            Some(_) => {}
            None => per_term.push(stand),
        }
    }
    per_term
}

fn gaat_voor(stand: &Rijstand, ander: &Rijstand, vandaag: Datum) -> bool {
    match (stand.rij.basis == Basis::Brief, ander.rij.basis == Basis::Brief) {
        (true, false) => true,
        (false, true) => false,
        (true, true) | (false, false) if stand.uiterlijk() < ander.uiterlijk() => {
            !maakt_plaats(stand, ander, vandaag)
        }
        (true, true) | (false, false) => maakt_plaats(ander, stand, vandaag),
    }
}

/// Whether the ladder of the earlier row is over, and the law gives a last day after its end.
fn maakt_plaats(vroeg: &Rijstand, laat: &Rijstand, vandaag: Datum) -> bool {
    let laatste_trede = TREDEN.into_iter().next_back().map_or(0, i32::from);
    let over = vroeg.uiterlijk().plus(laatste_trede);
    laat.rij.basis == Basis::Wet && over < vandaag && over < laat.uiterlijk()
}

/// One key per recipient, without its rung.
fn sleutels(geval: &Geval, stand: &Rijstand) -> Vec<Sleutel> {
    let keer = if stand.rij.id == TermijnId::Voortgangsgesprek {
        u16::try_from(geval.keren(stand.rij.id)).unwrap_or(u16::MAX)
    } else {
        0
    };
    let uitvoerders = ontvangers(stand.rij.wie);
    let casemanager = (!uitvoerders.is_empty() && !uitvoerders.contains(&Ontvanger::Casemanager))
        .then_some(Ontvanger::Casemanager);
    uitvoerders
        .iter()
        .copied()
        .chain(casemanager)
        .map(|aan| {
            let pas_later = Some(aan) == casemanager && !stand.rij.hard_alarm;
            let eerste = if pas_later { TREDE_CASEMANAGER } else { i16::MIN };
            Sleutel {
                termijn: stand.rij.id,
                keer,
                uiterlijk: stand.uiterlijk(),
                trede: eerste,
                aan,
            }
        })
        .collect()
}

/// The newest rung that is due from the given one on, unless it was given.
fn trede(dossier: &Dossier, vanaf: Sleutel, vandaag: Datum) -> Option<Gegeven> {
    let dag = |trede: i16| vanaf.uiterlijk.plus(i32::from(trede));
    let bereikt =
        TREDEN.into_iter().filter(|trede| *trede >= vanaf.trede && dag(*trede) <= vandaag);
    let nieuwste = bereikt.clone().next_back()?;
    let sleutel = Sleutel { trede: nieuwste, ..vanaf };
    if dossier.herinneringen.contains(&sleutel) {
        return None;
    }
    let gegeven = |trede: i16| dossier.herinneringen.contains(&Sleutel { trede, ..vanaf });
    let overgeslagen = bereikt.filter(|trede| *trede != nieuwste && !gegeven(*trede)).collect();
    let laat = dag(nieuwste) < vandaag;
    Some(Gegeven { sleutel, gegeven_op: vandaag, laat, overgeslagen })
}

fn ontvangers(wie: Wie) -> &'static [Ontvanger] {
    match wie {
        Wie::Werkgever => &[Ontvanger::Werkgever],
        Wie::Werknemer => &[Ontvanger::Werknemer],
        Wie::WerkgeverEnWerknemer => &[Ontvanger::Werkgever, Ontvanger::Werknemer],
        Wie::Bedrijfsarts => &[Ontvanger::Bedrijfsarts],
        Wie::Casemanager => &[Ontvanger::Casemanager],
        Wie::Uwv | Wie::Niemand => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::herinneringen;
    use crate::TermijnId;
    use crate::mijlpaal::herinnering::Ontvanger;
    use crate::mijlpaal::testing::na;
    use crate::mijlpaal::voorbeeld::{dag, ziek};
    use crate::termijn::{Geval, KeuzeId, Keuzes, Verloop};

    /// Last days of the reminders about the probleemanalyse, two weeks before week 6 ends.
    fn herinnerd_voor(keuzes: Keuzes) -> Vec<String> {
        let dossier = crate::replay(&na([ziek()]));
        let verloop = Verloop { keuzes, ..Verloop::uit_dossier(&dossier) };
        let ketens = verloop.ketens();
        let geval = Geval::new(&verloop, &ketens[0], dag("2025-03-31"));
        let alle = herinneringen(&dossier, &geval).into_iter();
        let analyse = alle.filter(|it| it.sleutel.termijn == TermijnId::Probleemanalyse);
        analyse.map(|it| it.sleutel.uiterlijk.to_string()).collect()
    }

    #[test]
    fn bij_een_hard_alarm_hoort_de_casemanager_elke_trede() {
        let dossier = crate::replay(&na([ziek()]));
        let verloop = Verloop::uit_dossier(&dossier);
        let ketens = verloop.ketens();
        let geval = Geval::new(&verloop, &ketens[0], dag("2025-03-03").plus(565 - 14));
        let alle = herinneringen(&dossier, &geval).into_iter();
        let grens = alle.filter(|it| it.sleutel.termijn == TermijnId::Grens81Weken);
        let aan: Vec<Ontvanger> = grens.map(|it| it.sleutel.aan).collect();
        assert_eq!(aan, [Ontvanger::Werkgever, Ontvanger::Casemanager]);
    }

    #[test]
    fn herinneringen_lopen_op_de_vroegste_rij_of_na_instelling_op_de_wet() {
        assert_eq!(herinnerd_voor(Keuzes::default()), ["2025-04-13"]);
        let mut wet = Keuzes::default();
        wet.zet(KeuzeId::K4, "wet").unwrap();
        assert_eq!(herinnerd_voor(wet), ["2025-04-14"]);
    }
}
