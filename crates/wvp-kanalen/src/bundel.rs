//! One message for several reminders: pure folding, with an id that a repeat has again.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use wvp_domain::Datum;

use crate::adres::Adres;
use crate::melding::Melding;

/// Reminders that go out as one message: of one receiver and one day, at least one.
///
/// What belongs to a message has to be remembered by who sends it: when a reminder is added, it is another
/// message with another id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundel {
    id: Uuid,
    eerste: Melding,
    overige: Vec<Melding>,
}

/// Messages that hold one reminder each, in the order given; a reminder that is given twice goes once.
#[must_use]
pub fn los(meldingen: Vec<Melding>) -> Vec<Bundel> {
    let mut gezien = std::collections::BTreeSet::new();
    let nieuw = meldingen.into_iter().filter(|it| gezien.insert((it.id, it.aan.sleutel())));
    nieuw.map(|it| Bundel { id: it.id, eerste: it, overige: vec![] }).collect()
}

/// One message per receiver and day, ordered by day and then by receiver; within it the earliest last day
/// first. The order in which the reminders are given, and giving one twice, make no difference.
#[must_use]
pub fn per_dag(meldingen: Vec<Melding>) -> Vec<Bundel> {
    let mut groepen: BTreeMap<(Datum, String), BTreeMap<Uuid, Melding>> = BTreeMap::new();
    for melding in meldingen {
        let groep = groepen.entry((melding.op, melding.aan.sleutel())).or_default();
        groep.insert(melding.id, melding);
    }
    groepen.into_iter().filter_map(|((dag, aan), groep)| vouw(dag, &aan, groep)).collect()
}

fn vouw(dag: Datum, aan: &str, groep: BTreeMap<Uuid, Melding>) -> Option<Bundel> {
    let id = bundel_id(dag, aan, groep.keys());
    let mut meldingen: Vec<Melding> = groep.into_values().collect();
    meldingen.sort_by_key(|it| (it.uiterlijk, it.stap, it.id));
    let mut rij = meldingen.into_iter();
    let eerste = rij.next()?;
    let overige: Vec<Melding> = rij.collect();
    // A message of one reminder is that reminder, whether it was to be gathered or not.
    let id = if overige.is_empty() { eerste.id } else { id };
    Some(Bundel { id, eerste, overige })
}

/// The id follows from receiver, day and reminders, and from nothing else.
fn bundel_id<'a>(dag: Datum, aan: &str, ids: impl Iterator<Item = &'a Uuid>) -> Uuid {
    let mut hash = Sha256::new();
    hash.update(b"poortwachter bundel 1");
    hash.update(dag.dagtelling().to_be_bytes());
    hash.update(aan.len().to_be_bytes());
    hash.update(aan.as_bytes());
    ids.for_each(|id| hash.update(id.as_bytes()));
    uuid_uit(&hash.finalize())
}

/// The first half of a hash as an id of version 8.
pub(crate) fn uuid_uit(hash: &[u8]) -> Uuid {
    let mut bytes = [0; 16];
    for (naar, van) in bytes.iter_mut().zip(hash) {
        *naar = *van;
    }
    Uuid::new_v8(bytes)
}

impl Bundel {
    /// The id of the message: of the reminder when there is one, otherwise derived.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// Whom it is for.
    #[must_use]
    pub fn aan(&self) -> &Adres {
        &self.eerste.aan
    }

    /// The day of its reminders.
    #[must_use]
    pub fn op(&self) -> Datum {
        self.eerste.op
    }

    /// The reminder, when there is one only.
    #[must_use]
    pub fn enige(&self) -> Option<&Melding> {
        self.overige.is_empty().then_some(&self.eerste)
    }

    /// Its reminders, at least one.
    pub fn meldingen(&self) -> impl Iterator<Item = &Melding> {
        std::iter::once(&self.eerste).chain(&self.overige)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use wvp_domain::{Datum, DossierId, TermijnId};

    use super::{los, per_dag};
    use crate::{Adres, Melding, Stap};

    fn melding(id: u128, aan: &str, dag: u32) -> Melding {
        Melding {
            id: Uuid::from_u128(id),
            aan: Adres::try_new(aan).unwrap(),
            dossier: DossierId(Uuid::from_u128(id << 96)),
            stap: Stap::Wettelijk(TermijnId::PlanVanAanpak),
            uiterlijk: Datum::ymd(2024, 3, dag).unwrap(),
            op: Datum::ymd(2024, 2, dag).unwrap(),
            toelichting: vec![],
        }
    }

    #[test]
    fn een_dag_van_een_ontvanger_wordt_een_bericht() {
        let gevouwen = per_dag(vec![
            melding(3, "a@x.example", 5),
            melding(1, "A@x.example", 5),
            melding(2, "b@x.example", 5),
            melding(4, "a@x.example", 6),
        ]);
        let aantallen: Vec<usize> = gevouwen.iter().map(|it| it.meldingen().count()).collect();
        assert_eq!(aantallen, [2, 1, 1]);
    }

    #[test]
    fn volgorde_en_herhaling_veranderen_het_nummer_niet() {
        let (een, twee) = (melding(1, "a@x.example", 5), melding(2, "a@x.example", 5));
        let heen = per_dag(vec![een.clone(), twee.clone()]);
        let terug = per_dag(vec![twee.clone(), een.clone(), twee.clone()]);
        assert_eq!(heen, terug);
        let meer = per_dag(vec![een.clone(), twee, melding(3, "a@x.example", 5)]);
        assert_ne!(heen[0].id(), meer[0].id());
        assert_ne!(heen[0].id(), een.id);
    }

    #[test]
    fn een_melding_alleen_houdt_haar_eigen_nummer() {
        let een = melding(1, "a@x.example", 5);
        assert_eq!(per_dag(vec![een.clone()]), los(vec![een.clone(), een.clone()]));
        assert_eq!(per_dag(vec![een.clone()])[0].id(), een.id);
    }
}
