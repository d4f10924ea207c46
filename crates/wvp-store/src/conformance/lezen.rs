//! Proofs about reading: order, ranges, the chain, listing, following.

use std::sync::Arc;

use super::{Afwijking, Uitslag, deel, eis, eis_gelijk, record, stroom};
use crate::chain::sluit_aan;
use crate::fout::StoreError;
use crate::record::{Hash, Record};
use crate::store::{EventStore, Richting, Verwacht};
use crate::stroom::{Positie, StroomId, Stroomsoort, Versie};
use crate::volg::Volger;

fn versies(records: &[Record]) -> Vec<u64> {
    records.iter().map(|record| record.versie.0).collect()
}

fn posities(records: &[Record]) -> Vec<u64> {
    records.iter().map(|record| record.positie.0).collect()
}

pub(super) async fn posities_zonder_gaten(store: &dyn EventStore) -> Uitslag {
    for nummer in 0..10 {
        let delen = vec![
            deel(stroom(nummer % 3), Verwacht::Elke, [10 * nummer, 10 * nummer + 1]),
            deel(stroom(7), Verwacht::Elke, [nummer]),
        ];
        store.append(delen).await?;
        let botst = store.append(vec![deel(stroom(7), Verwacht::Geen, [999])]).await;
        eis(botst.is_err(), "stroom 7 bestaat al")?;
    }
    let alles = store.read_all(Positie::BEGIN, 1000).await?;
    eis_gelijk(&posities(&alles), &(1..=30).collect(), "posities")?;
    let middel = store.read_all(Positie(10), 5).await?;
    eis_gelijk(&posities(&middel), &(11..=15).collect(), "posities na 10, hoogstens 5")?;
    eis(store.read_all(Positie(30), 5).await?.is_empty(), "na de kop is er niets")?;
    eis(store.read_all(Positie(99), 5).await?.is_empty(), "voorbij de kop is er niets")
}

pub(super) async fn stroom_vooruit_en_achteruit(store: &dyn EventStore) -> Uitslag {
    let doel = stroom(1);
    for nummer in 1..=7 {
        let delen =
            vec![deel(doel, Verwacht::Elke, [nummer]), deel(stroom(2), Verwacht::Elke, [nummer])];
        store.append(delen).await?;
    }
    let reeksen = [
        (1, Richting::Vooruit, 99, vec![1, 2, 3, 4, 5, 6, 7]),
        (0, Richting::Vooruit, 2, vec![1, 2]),
        (5, Richting::Vooruit, 99, vec![5, 6, 7]),
        (8, Richting::Vooruit, 99, vec![]),
        (u64::MAX, Richting::Achteruit, 3, vec![7, 6, 5]),
        (3, Richting::Achteruit, 99, vec![3, 2, 1]),
        (3, Richting::Achteruit, 0, vec![]),
        (0, Richting::Achteruit, 9, vec![]),
    ];
    for (vanaf, richting, hoogstens, beloofd) in reeksen {
        let records = store.read_stream(doel, Versie(vanaf), richting, hoogstens).await?;
        eis_gelijk(&versies(&records), &beloofd, &format!("{richting:?} vanaf {vanaf}"))?;
    }
    let leeg = store.read_stream(stroom(9), Versie(1), Richting::Vooruit, 9).await?;
    eis(leeg.is_empty(), "een stroom die nooit bestond is leeg")
}

pub(super) async fn stromen_tegelijk(store: &dyn EventStore) -> Uitslag {
    for nummer in 1..=4 {
        let delen = [stroom(3), stroom(1)].map(|doel| deel(doel, Verwacht::Elke, [nummer]));
        store.append(delen.into()).await?;
    }
    // A stream that never existed, and one that is asked for twice.
    let gevraagd = [stroom(3), stroom(9), stroom(1), stroom(3)];
    for hoogstens in [0, 3, 99] {
        let gelezen = store.read_streams(&gevraagd, hoogstens).await?;
        let stromen: Vec<StroomId> = gelezen.keys().copied().collect();
        eis_gelijk(&stromen, &vec![stroom(1), stroom(3), stroom(9)], "stromen in het antwoord")?;
        for (doel, records) in gelezen {
            let los = store.read_stream(doel, Versie(1), Richting::Vooruit, hoogstens).await?;
            eis_gelijk(&records, &Ok(los), &format!("{doel} tegelijk, hoogstens {hoogstens}"))?;
        }
    }
    let niets = store.read_streams(&[], 99).await?;
    eis(niets.is_empty(), "wie niets vraagt krijgt niets")
}

pub(super) async fn record_komt_terug_zoals_het_ging(store: &dyn EventStore) -> Uitslag {
    store.append(vec![deel(stroom(1), Verwacht::Geen, [5])]).await?;
    let beloofd = Record::plaats(record(5), stroom(1), Versie(1), Positie(1), Hash::BEGIN);
    let gelezen = store.read_stream(stroom(1), Versie(1), Richting::Vooruit, 1).await?;
    eis_gelijk(&gelezen, &vec![beloofd], "record uit de stroom")?;
    eis_gelijk(&store.read_all(Positie::BEGIN, 1).await?, &gelezen, "record uit de log")
}

pub(super) async fn ketting_sluit(store: &dyn EventStore) -> Uitslag {
    for nummer in 1..=5 {
        let delen = vec![
            deel(stroom(1), Verwacht::Elke, [nummer, 100 + nummer]),
            deel(stroom(2), Verwacht::Elke, [nummer]),
        ];
        store.append(delen).await?;
    }
    for doel in [stroom(1), stroom(2)] {
        let records = store.read_stream(doel, Versie(1), Richting::Vooruit, 99).await?;
        let voorgangers = std::iter::once(None).chain(records.iter().map(Some));
        let sluit =
            records.iter().zip(voorgangers).all(|(record, eerder)| sluit_aan(eerder, record));
        eis(sluit, "elk record wijst naar het vorige in zijn stroom")?;
    }
    Ok(())
}

pub(super) async fn stromen_per_soort(store: &dyn EventStore) -> Uitslag {
    let leeslog = StroomId { soort: Stroomsoort::Leeslog, ..stroom(2) };
    let delen = vec![
        deel(stroom(3), Verwacht::Elke, [1, 2]),
        deel(stroom(1), Verwacht::Elke, [1]),
        deel(leeslog, Verwacht::Elke, [1]),
    ];
    store.append(delen).await?;
    let dossiers = store.stromen(Stroomsoort::Dossier, None, 9).await?;
    let beloofd = vec![(stroom(1), Versie(1)), (stroom(3), Versie(2))];
    eis_gelijk(&dossiers, &beloofd, "dossiers")?;
    let verder = store.stromen(Stroomsoort::Dossier, Some(stroom(1)), 9).await?;
    eis_gelijk(&verder, &vec![(stroom(3), Versie(2))], "dossiers na het eerste")?;
    let logs = store.stromen(Stroomsoort::Leeslog, None, 9).await?;
    eis_gelijk(&logs, &vec![(leeslog, Versie(1))], "leeslogs")
}

pub(super) async fn volgen_haalt_in_en_wacht(store: Arc<dyn EventStore>) -> Uitslag {
    for nummer in 0..20 {
        store.append(vec![deel(stroom(nummer % 3), Verwacht::Elke, [nummer])]).await?;
    }
    let mut volger = Volger::new(Arc::clone(&store), Positie(5), 4);
    let schrijver = tokio::spawn(async move {
        for nummer in 20..40 {
            store.append(vec![deel(stroom(nummer % 3), Verwacht::Elke, [nummer])]).await?;
        }
        Ok::<_, StoreError>(())
    });
    let mut gezien = vec![];
    while volger.na() < Positie(40) {
        gezien.extend(posities(&volger.volgende().await?));
    }
    schrijver.await.map_err(|fout| Afwijking::Anders(fout.to_string()))??;
    eis_gelijk(&gezien, &(6..=40).collect(), "gevolgde posities")
}

pub(super) async fn volgen_eindigt_met_de_opslag(store: Arc<dyn EventStore>) -> Uitslag {
    let mut volger = Volger::new(Arc::clone(&store), Positie::BEGIN, 4);
    let wachter = tokio::spawn(async move { volger.volgende().await });
    store.sluit().await?;
    let uitkomst = wachter.await.map_err(|fout| Afwijking::Anders(fout.to_string()))?;
    eis(matches!(uitkomst, Err(StoreError::Closed)), "wie volgt hoort dat de opslag sluit")
}
