//! Storing in one trip: a node that thinks it is alone is right, or finds out before anything is stored.

use wvp_store::conformance::{deel, stroom};
use wvp_store::{EventStore, Positie, Richting, StoreError, Versie, Verwacht};
use wvp_store_postgres::PostgresStore;

use crate::hulp::{database, open};

/// Lets a node find out that it is alone; stores so many records in stream 1.
async fn alleen(store: &PostgresStore, aantal: u128) {
    for nummer in 0..aantal {
        store.append(vec![deel(stroom(1), Verwacht::Elke, [nummer])]).await.unwrap();
    }
}

async fn versies(store: &PostgresStore, nummer: u128) -> Vec<u64> {
    let records = store.read_stream(stroom(nummer), Versie(1), Richting::Vooruit, 99).await;
    records.unwrap().iter().map(|record| record.versie.0).collect()
}

#[tokio::test]
async fn wie_alleen_dacht_te_zijn_merkt_dat_een_ander_schreef() {
    let url = database();
    let (een, ander) = (open(&url).await, open(&url).await);
    for ronde in 0..5_u64 {
        let begin = 100 * u128::from(ronde);
        for nummer in begin..begin + 4 {
            een.append(vec![deel(stroom(1), Verwacht::Elke, [nummer])]).await.unwrap();
        }
        ander.append(vec![deel(stroom(1), Verwacht::Elke, [begin + 50])]).await.unwrap();
        let te_laat = deel(stroom(1), Verwacht::Precies(Versie(5 * ronde + 4)), [begin + 60]);
        let uitkomst = een.append(vec![te_laat]).await;
        assert!(matches!(uitkomst, Err(StoreError::Conflict { .. })), "{uitkomst:?}");
    }
    assert_eq!(versies(&een, 1).await, (1..=25).collect::<Vec<_>>());
    let alles = ander.read_all(Positie::BEGIN, 99).await.unwrap();
    assert!(alles.iter().map(|record| record.positie.0).eq(1..=25));
    assert!(alles.iter().zip(alles.iter().skip(1)).all(|(voor, na)| na.vorige == voor.hash));
}

#[tokio::test]
async fn een_herhaling_wordt_ook_dan_herkend_als_de_node_alleen_is() {
    let store = open(&database()).await;
    alleen(&store, 6).await;
    for verwacht in [Verwacht::Elke, Verwacht::Precies(Versie(3))] {
        let eerder = store.append(vec![deel(stroom(1), verwacht, [3])]).await.unwrap().remove(0);
        assert_eq!((eerder.herhaald, eerder.posities), (true, vec![Positie(4)]));
        // And it still stores.
        alleen(&store, 7).await;
    }
    assert_eq!(versies(&store, 1).await, (1..=7).collect::<Vec<_>>());
}

#[tokio::test]
async fn een_stroom_die_nieuw_heet_en_bestaat_is_een_botsing() {
    let url = database();
    alleen(open(&url).await.as_ref(), 3).await;
    let later = open(&url).await;
    for nummer in 0..4 {
        later.append(vec![deel(stroom(2), Verwacht::Elke, [nummer])]).await.unwrap();
    }
    for verwacht in [Verwacht::Geen, Verwacht::Precies(Versie::GEEN)] {
        let uitkomst = later.append(vec![deel(stroom(1), verwacht, [9])]).await;
        assert!(matches!(uitkomst, Err(StoreError::Conflict { .. })), "{uitkomst:?}");
    }
    later.append(vec![deel(stroom(3), Verwacht::Geen, [1])]).await.unwrap();
    assert_eq!(later.kop(), Positie(8));
}
