//! Proofs about retries (design: eventstores.md 2.2). `0em1` there is `(Geen, [0])` here.

use std::sync::Arc;

use super::{Uitslag, deel, eis, eis_gelijk, stroom};
use crate::fout::StoreError;
use crate::store::{EventStore, Resultaat, Verwacht};
use crate::stroom::{Positie, Versie};

const GEEN: Verwacht = Verwacht::Geen;
const ELKE: Verwacht = Verwacht::Elke;

const fn na(versie: u64) -> Verwacht {
    Verwacht::Precies(Versie(versie))
}

/// What was stored (one record per append), or in one batch, and what is sent again.
type Reeks = (&'static [(Verwacht, &'static [u128])], &'static [(Verwacht, &'static [u128])]);

const ZES: &[(Verwacht, &[u128])] =
    &[(GEEN, &[0]), (na(1), &[1]), (na(2), &[2]), (na(3), &[3]), (na(4), &[4]), (na(5), &[5])];
const DRIE: &[(Verwacht, &[u128])] = &[(GEEN, &[0]), (na(1), &[1]), (na(2), &[2])];
const EEN: &[(Verwacht, &[u128])] = &[(GEEN, &[0])];
const BATCH: &[(Verwacht, &[u128])] = &[(GEEN, &[0, 1])];

/// Retries are strong: the first answer comes back whatever is expected by then, also where
/// a store with a weak memory would write again or report a conflict.
const HERHALINGEN: [Reeks; 12] = [
    (ZES, &[(GEEN, &[0])]),
    (ZES, &[(ELKE, &[0])]),
    (ZES, &[(na(6), &[0])]),
    (ZES, &[(na(7), &[0])]),
    (ZES, &[(na(5), &[0])]),
    (EEN, &[(ELKE, &[0])]),
    (EEN, &[(GEEN, &[0]), (na(1), &[0])]),
    (DRIE, &[(ELKE, &[1]), (ELKE, &[1])]),
    (BATCH, &[(GEEN, &[0])]),
    (BATCH, &[(ELKE, &[0]), (ELKE, &[1])]),
    (BATCH, &[(na(1), &[1])]),
    (BATCH, &[(GEEN, &[0, 1])]),
];

/// Ids that come back with others: longer than what is stored, with a stranger, out of order.
const GEEN_HERHALINGEN: [Reeks; 6] = [
    (BATCH, &[(GEEN, &[0, 1, 2])]),
    (BATCH, &[(GEEN, &[0, 7])]),
    (BATCH, &[(na(2), &[7, 1])]),
    (DRIE, &[(GEEN, &[0, 2])]),
    (DRIE, &[(GEEN, &[1, 0])]),
    (EEN, &[(na(1), &[7, 7])]),
];

pub(super) async fn herhaling_geeft_het_eerste_antwoord(
    leeg: &impl AsyncFn() -> Arc<dyn EventStore>,
) -> Uitslag {
    for (eerst, opnieuw) in HERHALINGEN {
        let store = leeg().await;
        for (verwacht, nummers) in eerst {
            store.append(vec![deel(stroom(1), *verwacht, nummers.iter().copied())]).await?;
        }
        let kop = store.kop();
        for (verwacht, nummers) in opnieuw {
            let delen = vec![deel(stroom(1), *verwacht, nummers.iter().copied())];
            // Event n was stored at version and position n + 1.
            let plaatsen: Vec<u64> =
                nummers.iter().filter_map(|nummer| u64::try_from(nummer + 1).ok()).collect();
            let beloofd = Resultaat {
                stroom: stroom(1),
                versie: Versie(plaatsen.last().copied().unwrap_or_default()),
                posities: plaatsen.into_iter().map(Positie).collect(),
                herhaald: true,
            };
            eis_gelijk(&store.append(delen).await?, &vec![beloofd], "antwoord op een herhaling")?;
        }
        eis_gelijk(&store.kop(), &kop, "een herhaling schrijft niets")?;
    }
    Ok(())
}

pub(super) async fn ander_gezelschap_is_geen_herhaling(
    leeg: &impl AsyncFn() -> Arc<dyn EventStore>,
) -> Uitslag {
    for (eerst, opnieuw) in GEEN_HERHALINGEN {
        let store = leeg().await;
        for (verwacht, nummers) in eerst {
            store.append(vec![deel(stroom(1), *verwacht, nummers.iter().copied())]).await?;
        }
        for (verwacht, nummers) in opnieuw {
            let uitkomst =
                store.append(vec![deel(stroom(1), *verwacht, nummers.iter().copied())]).await;
            let geweigerd = matches!(uitkomst, Err(StoreError::HergebruiktId { .. }));
            eis(geweigerd, &format!("{nummers:?} hergebruikt een id, maar gaf {uitkomst:?}"))?;
        }
    }
    Ok(())
}

pub(super) async fn herhaling_over_stromen(store: &dyn EventStore) -> Uitslag {
    let (a, b) = (stroom(1), stroom(2));
    let delen = || vec![deel(a, GEEN, [1]), deel(b, GEEN, [1]), deel(a, ELKE, [2])];
    let eerste = store.append(delen()).await?;
    store.append(vec![deel(a, ELKE, [3])]).await?;
    let plaatsen = |resultaten: Vec<Resultaat>| -> Vec<_> {
        resultaten.into_iter().map(|deel| (deel.versie, deel.posities)).collect()
    };
    let tweede = store.append(delen()).await?;
    eis_gelijk(&plaatsen(tweede), &plaatsen(eerste), "herhaling over twee stromen")?;
    let gemengd = store.append(vec![deel(a, ELKE, [1]), deel(b, ELKE, [9])]).await;
    let geweigerd = matches!(gemengd, Err(StoreError::HergebruiktId { .. }));
    eis(geweigerd, "oud en nieuw in een toevoeging is geen herhaling")
}

/// The same append sent many times at once is stored once, and all get the same places.
pub(super) async fn wedloop_van_herhalingen(store: Arc<dyn EventStore>) -> Uitslag {
    let lopers: Vec<_> = (0..16)
        .map(|_| {
            let store = Arc::clone(&store);
            tokio::spawn(async move { store.append(vec![deel(stroom(1), GEEN, [1, 2])]).await })
        })
        .collect();
    for loper in lopers {
        let posities = match loper.await {
            Ok(Ok(resultaten)) => resultaten.into_iter().flat_map(|deel| deel.posities).collect(),
            anders => return eis(false, &format!("een herhaler kreeg {anders:?}")),
        };
        eis_gelijk(&posities, &vec![Positie(1), Positie(2)], "posities van een herhaling")?;
    }
    eis_gelijk(&store.kop(), &Positie(2), "kop na een wedloop van herhalingen")
}
