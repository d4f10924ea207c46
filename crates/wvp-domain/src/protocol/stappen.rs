//! Own steps of a case: which are open on a day, until when, and who is reminded.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{Aanleiding, EigenStap, Moment, Protocol};
use crate::ladder::{Beurt, Ladder, beurt, ontvangers};
use crate::mijlpaal::stapherinnering::{Stapgegeven, Stapsleutel};
use crate::mijlpaal::uitstel::{Uitgesteld, Waarover, met_uitstel};
use crate::termijn::{Geval, Status, stand};
use crate::{Datum, Dossier, TermijnId};

/// What own steps look at beside the terms of the law: facts without category B, C or D.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stapzaak {
    /// Per first day of illness of a spell the day on which it was reported.
    pub gemeld_op: BTreeMap<Datum, Datum>,
    /// Days from which more work was possible, without full recovery.
    pub deelherstel: BTreeSet<Datum>,
    /// When an occurrence of a step was done, by name and occurrence.
    pub gedaan: BTreeMap<(String, u16), Datum>,
}

/// An occurrence of a step that waits to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lopend<'a> {
    /// The step.
    pub stap: &'a EigenStap,
    /// Which occurrence (0 = the first).
    pub keer: u16,
    /// Its last day, inclusive.
    pub uiterlijk: Datum,
}

/// What was done about reminders of own steps before.
#[derive(Clone, Copy)]
pub struct EerdereStappen<'a> {
    /// Reminders that were given.
    pub gegeven: &'a BTreeSet<Stapsleutel>,
    /// Reminders that were put off.
    pub uitgesteld: &'a [Uitgesteld],
}

impl EigenStap {
    /// Its ladder.
    #[must_use]
    pub fn ladder(&self) -> Ladder {
        Ladder {
            treden: Cow::Owned(self.treden.clone()),
            casemanager_vanaf: self.casemanager_vanaf,
            teamleider_vanaf: self.teamleider_vanaf,
        }
    }
}

impl Stapzaak {
    /// The facts of a dossier.
    #[must_use]
    pub fn uit_dossier(dossier: &Dossier) -> Self {
        let eerst = dossier.ziekmelding.iter().map(|it| (it.eerste_ziektedag, it.gemeld_op));
        let terug = dossier.hernieuwde_ziekmelding.iter();
        let terug = terug.map(|it| (it.eerste_ziektedag, it.gemeld_op));
        Self {
            gemeld_op: eerst.chain(terug).collect(),
            deelherstel: deelherstel(dossier),
            gedaan: gedane_stappen(dossier),
        }
    }
}

/// The first day on which each occurrence of a step was done.
fn gedane_stappen(dossier: &Dossier) -> BTreeMap<(String, u16), Datum> {
    let mut gedaan = BTreeMap::new();
    for it in &dossier.eigen_stap {
        let dag = gedaan.entry((it.stap.clone(), it.keer)).or_insert(it.gedaan_op);
        *dag = it.gedaan_op.min(*dag);
    }
    gedaan
}

/// Days on which the share that cannot be worked went down, but not to nothing.
fn deelherstel(dossier: &Dossier) -> BTreeSet<Datum> {
    const ALLES: u16 = 10_000;
    let mut per_dag: Vec<_> =
        dossier.inzetbaarheid.iter().map(|it| (it.vanaf, it.ao_percentage.honderdsten())).collect();
    per_dag.sort_unstable();
    let eerder = std::iter::once(ALLES).chain(per_dag.iter().map(|(_, deel)| *deel));
    let paren = per_dag.iter().zip(eerder);
    paren.filter(|((_, nu), eerder)| *nu > 0 && nu < eerder).map(|((dag, _), _)| *dag).collect()
}

/// The own steps that wait to be done on the day of the case, in the order of the protocol.
#[must_use]
pub fn lopend<'a>(protocol: &'a Protocol, geval: &Geval, zaak: &Stapzaak) -> Vec<Lopend<'a>> {
    let open = |stap: &&EigenStap| mag_lopen(protocol, geval, stap);
    let gedaan = |it: &Lopend| zaak.gedaan.contains_key(&(it.stap.naam.clone(), it.keer));
    let stappen = protocol.stappen.iter().filter(open);
    stappen.flat_map(|stap| keren(protocol, geval, zaak, stap)).filter(|it| !gedaan(it)).collect()
}

/// The reminders of own steps that are due on the day of the case and were not given.
#[must_use]
pub fn stapherinneringen(
    protocol: &Protocol,
    geval: &Geval,
    zaak: &Stapzaak,
    eerder: EerdereStappen,
) -> Vec<Stapgegeven> {
    let open = lopend(protocol, geval, zaak);
    open.iter().flat_map(|stap| van_stap(stap, eerder, geval.peildatum)).collect()
}

fn van_stap(lopend: &Lopend, eerder: EerdereStappen, vandaag: Datum) -> Vec<Stapgegeven> {
    let Lopend { stap, keer, uiterlijk } = *lopend;
    let ladder = stap.ladder();
    let sleutel = |aan, trede| Stapsleutel { stap: stap.naam.clone(), keer, uiterlijk, aan, trede };
    ontvangers(&stap.wie, &ladder)
        .into_iter()
        .filter_map(|(aan, vanaf)| {
            let zelfde = sleutel(aan, i16::MIN)..=sleutel(aan, i16::MAX);
            let nieuwste = eerder.gegeven.range(zelfde).next_back().map(|sleutel| sleutel.trede);
            let uitgesteld = eerder.uitgesteld.iter().filter(|it| {
                let zelfde = (it.keer, it.uiterlijk, it.aan) == (keer, uiterlijk, aan);
                zelfde && it.over == Waarover::Stap(stap.naam.clone())
            });
            let ladder = met_uitstel(&ladder, uitgesteld);
            let Beurt { trede, laat, overgeslagen } =
                beurt(&ladder, vanaf, uiterlijk, nieuwste, vandaag)?;
            let sleutel = sleutel(aan, trede);
            Some(Stapgegeven { sleutel, gegeven_op: vandaag, laat, overgeslagen })
        })
        .collect()
}

/// After recovery only what recovery or the end of the employment started is left to do; after the
/// employment only what its end started.
fn mag_lopen(protocol: &Protocol, geval: &Geval, stap: &EigenStap) -> bool {
    let vandaag = geval.peildatum;
    let hersteld = geval.keten.hersteld_per().is_some_and(|dag| dag <= vandaag);
    let uit_dienst = geval.laatste_werkdag().is_some_and(|dag| dag < vandaag);
    match wortel(protocol, stap) {
        Aanleiding::EindeDienstverband => true,
        Aanleiding::Herstel { .. } => !uit_dienst,
        Aanleiding::EersteZiektedag
        | Aanleiding::Ziekmelding
        | Aanleiding::Stap { .. }
        | Aanleiding::Termijn { .. } => !hersteld && !uit_dienst,
    }
}

/// What a step is counted from in the end, through the steps before it.
fn wortel<'a>(protocol: &'a Protocol, stap: &'a EigenStap) -> &'a Aanleiding {
    let vorige = |na: &&'a Aanleiding| match na {
        Aanleiding::Stap { naam, .. } => protocol.stap(naam).map(|stap| &stap.na),
        Aanleiding::EersteZiektedag
        | Aanleiding::Ziekmelding
        | Aanleiding::Herstel { .. }
        | Aanleiding::EindeDienstverband
        | Aanleiding::Termijn { .. } => None,
    };
    // A ring is refused before it gets here; a bound keeps even that from running for ever.
    let keten = std::iter::successors(Some(&stap.na), vorige);
    keten.take(protocol.stappen.len().saturating_add(1)).last().unwrap_or(&stap.na)
}

impl Protocol {
    /// The step with a name.
    #[must_use]
    pub fn stap(&self, naam: &str) -> Option<&EigenStap> {
        self.stappen.iter().find(|stap| stap.naam == naam)
    }
}

/// The occurrences of a step with their last days, done or not.
fn keren<'a>(
    protocol: &Protocol,
    geval: &Geval,
    zaak: &Stapzaak,
    stap: &'a EigenStap,
) -> Vec<Lopend<'a>> {
    let tweede = geval.keten.perioden.get(1).map(|periode| periode.eerste_ziektedag);
    let past = |dag: Datum| !stap.alleen_in_keten || tweede.is_some_and(|tweede| tweede <= dag);
    dagen(protocol, geval, zaak, &stap.na, protocol.stappen.len())
        .into_iter()
        .filter(|(_, dag)| past(*dag))
        .map(|(keer, dag)| Lopend { stap, keer, uiterlijk: dag.plus(i32::from(stap.dagen)) })
        .collect()
}

/// The days that a step is counted from, each with its occurrence. What belongs to an earlier spell is
/// gone once somebody is ill again. `diepte` bounds how many steps may follow each other.
fn dagen(
    protocol: &Protocol,
    geval: &Geval,
    zaak: &Stapzaak,
    na: &Aanleiding,
    diepte: usize,
) -> Vec<(u16, Datum)> {
    let perioden = &geval.keten.perioden;
    let begin = perioden.last().map_or(geval.d_ster, |periode| periode.eerste_ziektedag);
    let van_nu = |dagen: &mut dyn Iterator<Item = Datum>| {
        (0..).zip(dagen).filter(|(_, dag)| *dag >= begin).collect()
    };
    match na {
        Aanleiding::EersteZiektedag => {
            van_nu(&mut perioden.iter().map(|periode| periode.eerste_ziektedag))
        }
        Aanleiding::Ziekmelding => {
            let gemeld = |eerste: Datum| zaak.gemeld_op.get(&eerste).copied().unwrap_or(eerste);
            van_nu(&mut perioden.iter().map(|periode| gemeld(periode.eerste_ziektedag)))
        }
        Aanleiding::Herstel { ook_bij_deelherstel } => {
            van_nu(&mut hersteldagen(geval, zaak, *ook_bij_deelherstel).into_iter())
        }
        Aanleiding::EindeDienstverband => {
            geval.laatste_werkdag().map(|dag| (0, dag)).into_iter().collect()
        }
        Aanleiding::Stap { naam, op } => {
            let Some(stap) = protocol.stap(naam).filter(|_| diepte > 0) else { return vec![] };
            let vorige = dagen(protocol, geval, zaak, &stap.na, diepte.saturating_sub(1));
            let uiterlijk = |dag: Datum| dag.plus(i32::from(stap.dagen));
            let gedaan = |keer| zaak.gedaan.get(&(naam.clone(), keer)).copied();
            let dag = |(keer, dag)| match op {
                Moment::LaatsteDag => Some((keer, uiterlijk(dag))),
                Moment::Gedaan => gedaan(keer).map(|dag| (keer, dag)),
            };
            vorige.into_iter().filter_map(dag).collect()
        }
        Aanleiding::Termijn { termijn, op: Moment::LaatsteDag } => laatste_dag(geval, *termijn),
        Aanleiding::Termijn { termijn, op: Moment::Gedaan } => gedaan(geval, *termijn),
    }
}

/// Full recoveries of the chain, and days of partial recovery when they count, oldest first.
fn hersteldagen(geval: &Geval, zaak: &Stapzaak, ook_bij_deelherstel: bool) -> BTreeSet<Datum> {
    let keten = geval.keten;
    let vol = keten.perioden.iter().filter_map(|periode| periode.hersteld_per);
    let deel = zaak.deelherstel.iter().copied();
    let deel = deel.filter(|dag| ook_bij_deelherstel && keten.bevat(*dag));
    vol.chain(deel).filter(|dag| *dag <= geval.peildatum).collect()
}

/// The earliest last day of a term that applies and did not lapse.
fn laatste_dag(geval: &Geval, termijn: TermijnId) -> Vec<(u16, Datum)> {
    let standen = stand::standen(geval);
    let eigen = standen.iter().filter(|it| it.rij.id == termijn && it.status != Status::Vervallen);
    let keer = if termijn == TermijnId::Voortgangsgesprek { geval.keren(termijn) } else { 0 };
    let dag = eigen.map(stand::Rijstand::uiterlijk).min();
    dag.map(|dag| (u16::try_from(keer).unwrap_or(u16::MAX), dag)).into_iter().collect()
}

/// The days on which a term was done; of a term that something else fulfils, that day.
fn gedaan(geval: &Geval, termijn: TermijnId) -> Vec<(u16, Datum)> {
    let zelf = geval.verloop.gedaan.get(&termijn).into_iter().flatten().copied();
    let zelf: Vec<(u16, Datum)> = (0..).zip(zelf.filter(|dag| geval.keten.bevat(*dag))).collect();
    if !zelf.is_empty() {
        return zelf;
    }
    let standen = stand::standen(geval);
    let door = standen.iter().filter(|it| it.rij.id == termijn).find_map(|it| it.voldaan_op);
    door.map(|dag| (0, dag)).into_iter().collect()
}
