//! One global order that no reader can get ahead of, whatever the writers do.

use std::sync::Arc;

use tokio::task::JoinHandle;
use wvp_proefserver::proefserver;
use wvp_store::conformance::{deel, stroom};
use wvp_store::{EventStore, Positie, StoreError, Toevoeging, Verwacht, Volger};
use wvp_store_postgres::PostgresStore;

use crate::hulp::{Rauw, database, naam, open};

/// Follows until this position, and returns the positions that were seen.
fn volg(store: &Arc<PostgresStore>, tot: u64) -> JoinHandle<Vec<u64>> {
    let mut volger = Volger::new(Arc::clone(store) as Arc<dyn EventStore>, Positie::BEGIN, 100);
    tokio::spawn(async move {
        let mut gezien = vec![];
        while volger.na() < Positie(tot) {
            let records = volger.volgende().await.unwrap();
            gezien.extend(records.iter().map(|record| record.positie.0));
        }
        gezien
    })
}

/// Writers on both nodes while raw transactions write in between, slowly, some to roll back.
#[tokio::test(flavor = "multi_thread")]
async fn een_lezer_mist_niets_door_trage_en_teruggedraaide_schrijvers() {
    const SCHRIJVERS: u128 = 8;
    const ELK: u128 = 60;
    const TRAAG: u128 = 24;
    let url = database();
    let knopen = [open(&url).await, open(&url).await];
    // Two of three raw transactions commit.
    let totaal = SCHRIJVERS * ELK + TRAAG * 2 / 3;
    let volgers = knopen.each_ref().map(|knoop| volg(knoop, u64::try_from(totaal).unwrap()));
    let mut schrijvers: Vec<JoinHandle<()>> = vec![];
    for wie in 0..SCHRIJVERS {
        let knoop = Arc::clone(&knopen[usize::try_from(wie % 2).unwrap()]);
        schrijvers.push(tokio::spawn(async move {
            for nummer in 0..ELK {
                knoop.append(vec![deel(stroom(wie), Verwacht::Elke, [nummer])]).await.unwrap();
            }
        }));
    }
    schrijvers.push(tokio::spawn(async move {
        for nummer in 0..TRAAG {
            let rauw = Rauw::begin(&url).await;
            rauw.schrijf(stroom(1000 + nummer)).await;
            // It stays open until somebody else waits for it, or nobody is left to wait.
            rauw.wacht_op_wachtenden().await;
            if nummer % 3 == 0 { rauw.draai_terug().await } else { rauw.leg_vast().await }
        }
    }));
    for schrijver in schrijvers {
        schrijver.await.unwrap();
    }
    // The raw writers tell nobody that they wrote: followers find it by looking.
    let beloofd: Vec<u64> = (1..=u64::try_from(totaal).unwrap()).collect();
    for volger in volgers {
        assert_eq!(volger.await.unwrap(), beloofd);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn een_schrijver_in_een_andere_database_houdt_geen_lezer_op() {
    let (url, elders) = (database(), database());
    let knoop = open(&url).await;
    let _ander = open(&elders).await;
    let traag = Rauw::begin(&elders).await;
    traag.schrijf(stroom(1)).await;
    knoop.append(vec![deel(stroom(1), Verwacht::Geen, [1])]).await.unwrap();
    assert_eq!(knoop.read_all(Positie::BEGIN, 9).await.unwrap().len(), 1);
    traag.draai_terug().await;
}

/// What one writer of a node sends: single events, batches, several streams, stale expectations,
/// the same once more. Returns how many events were stored for it.
async fn gemengd(knoop: Arc<PostgresStore>, wie: u128, rondes: u128) -> u128 {
    let eigen = stroom(10 + wie);
    let gedeeld = stroom(wie % 3);
    let mut bewaard = 0;
    for ronde in 0..rondes {
        let nummer = wie * 1_000_000 + ronde * 10;
        let delen: Vec<Toevoeging> = match ronde % 5 {
            0 => vec![deel(eigen, Verwacht::Elke, [nummer])],
            1 => vec![deel(gedeeld, Verwacht::Elke, nummer..nummer + 4)],
            2 => vec![
                deel(eigen, Verwacht::Bestaat, [nummer]),
                deel(gedeeld, Verwacht::Elke, [nummer]),
                deel(eigen, Verwacht::Bestaat, [nummer + 1]),
            ],
            3 => vec![deel(eigen, Verwacht::Geen, [nummer])],
            _ => {
                vec![deel(gedeeld, Verwacht::Bestaat, []), deel(eigen, Verwacht::Bestaat, [nummer])]
            }
        };
        let aantal: usize = delen.iter().map(|deel| deel.records.len()).sum();
        match knoop.append(delen.clone()).await {
            Ok(_) => bewaard += aantal as u128,
            Err(StoreError::Conflict { .. }) if ronde % 5 == 3 => continue,
            Err(fout) => panic!("ronde {ronde}: {fout}"),
        }
        let herhaling = knoop.append(delen).await.unwrap();
        assert!(herhaling.iter().all(|deel| deel.herhaald || deel.posities.is_empty()));
    }
    bewaard
}

#[tokio::test(flavor = "multi_thread")]
async fn twee_knopen_schrijven_tienduizend_keer_en_elke_volger_ziet_alles_een_keer_in_volgorde() {
    const SCHRIJVERS: u128 = 40;
    // With each retry sent as well, 40 writers of 140 rounds make over 10,000 appends.
    const RONDES: u128 = 140;
    let url = database();
    let knopen = [open(&url).await, open(&url).await];
    let schrijvers: Vec<_> = (0..SCHRIJVERS)
        .map(|wie| {
            let knoop = Arc::clone(&knopen[usize::try_from(wie % 2).unwrap()]);
            tokio::spawn(gemengd(knoop, wie, RONDES))
        })
        .collect();
    // Of five rounds, four store: one, four, three, none and one event.
    let beloofd = u64::try_from(SCHRIJVERS * RONDES / 5 * 9).unwrap();
    let volgers = knopen.each_ref().map(|knoop| volg(knoop, beloofd));
    let mut bewaard = 0;
    for schrijver in schrijvers {
        bewaard += schrijver.await.unwrap();
    }
    assert_eq!(u64::try_from(bewaard).unwrap(), beloofd);
    let alle: Vec<u64> = (1..=beloofd).collect();
    for volger in volgers {
        assert_eq!(volger.await.unwrap(), alle);
    }
    let [een, twee] = knopen;
    let gelezen = een.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
    assert_eq!(gelezen, twee.read_all(Positie::BEGIN, usize::MAX).await.unwrap());
    let telling = proefserver().psql(
        &naam(&url),
        "select count(*), count(distinct (stroom, id)), max(positie) from poortwachter.record",
    );
    assert_eq!(telling.unwrap(), format!("{beloofd}|{beloofd}|{beloofd}"));
}
