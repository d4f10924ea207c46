//! Proofs about leases: one runner, rising fencing numbers, and writes that a lost lease cannot make.

use std::sync::Arc;

use super::{Uitslag, eis, eis_gelijk};
use crate::fout::StoreError;
use crate::huur::{Hek, Huren};
use crate::leesmodel::Wijziging;
use crate::stroom::{Moment, Positie};

const WERK: &str = "overzicht";

pub(super) async fn werk_is_van_een_tegelijk(store: &dyn Huren) -> Uitslag {
    store.neem(WERK, "een", Moment(0), Moment(10)).await?;
    match store.neem(WERK, "twee", Moment(9), Moment(20)).await {
        Err(StoreError::Verhuurd { wie, tot, .. }) => {
            eis_gelijk(&(wie.as_str(), tot), &("een", Moment(10)), "wie het werk heeft")?;
        }
        anders => return eis(false, &format!("bezet werk gaf {anders:?}")),
    }
    store.neem("ander werk", "twee", Moment(9), Moment(20)).await?;
    let verlopen = store.neem(WERK, "twee", Moment(10), Moment(20)).await?;
    eis_gelijk(&verlopen.wie, &"twee".to_owned(), "verlopen werk is te nemen")?;
    store.geef_terug(verlopen).await?;
    store.neem(WERK, "drie", Moment(11), Moment(20)).await?;
    Ok(())
}

pub(super) async fn het_hek_stijgt_bij_elke_huur(store: &dyn Huren) -> Uitslag {
    let mut vorige = Hek(0);
    for (wie, nu) in [("een", 0), ("een", 1), ("twee", 100), ("een", 200)] {
        let huur = store.neem(WERK, wie, Moment(nu), Moment(nu + 50)).await?;
        eis(huur.hek > vorige, &format!("{:?} komt na {vorige:?}", huur.hek))?;
        vorige = huur.hek;
        let langer = store.verleng(&huur, Moment(nu + 60)).await?;
        eis_gelijk(&(langer.hek, langer.tot), &(huur.hek, Moment(nu + 60)), "verlengde huur")?;
        if nu == 100 {
            store.geef_terug(langer).await?;
        }
    }
    Ok(())
}

pub(super) async fn verlengen_kan_alleen_de_laatste(store: &dyn Huren) -> Uitslag {
    let eerste = store.neem(WERK, "een", Moment(0), Moment(10)).await?;
    // It ran out, but nobody took it.
    let eerste = store.verleng(&eerste, Moment(30)).await?;
    let bezet = store.neem(WERK, "twee", Moment(29), Moment(40)).await;
    eis(matches!(bezet, Err(StoreError::Verhuurd { .. })), "verlengd werk is bezet")?;
    let tweede = store.neem(WERK, "twee", Moment(30), Moment(40)).await?;
    let kwijt = store.verleng(&eerste, Moment(50)).await;
    eis(matches!(kwijt, Err(StoreError::HuurKwijt(_))), "een overgenomen huur is kwijt")?;
    store.geef_terug(eerste).await?;
    let bezet = store.neem(WERK, "drie", Moment(31), Moment(40)).await;
    eis(matches!(bezet, Err(StoreError::Verhuurd { .. })), "een oude huur geeft niets terug")?;
    store.geef_terug(tweede.clone()).await?;
    let kwijt = store.verleng(&tweede, Moment(50)).await;
    eis(matches!(kwijt, Err(StoreError::HuurKwijt(_))), "een teruggegeven huur is kwijt")
}

pub(super) async fn een_oude_huur_schrijft_niets(store: &dyn Huren) -> Uitslag {
    let zet = |waarde: &str| vec![Wijziging::Zet(b"a".to_vec(), waarde.into())];
    let oud = store.neem(WERK, "een", Moment(0), Moment(10)).await?;
    store.schrijf_onder(&oud, "m", None, Positie(1), zet("1")).await?;
    let nieuw = store.neem(WERK, "twee", Moment(10), Moment(20)).await?;
    let kwijt = store.schrijf_onder(&oud, "m", Some(Positie(1)), Positie(2), zet("oud")).await;
    eis(matches!(kwijt, Err(StoreError::HuurKwijt(_))), "een overgenomen huur schrijft niet")?;
    eis_gelijk(&store.controlepunt("m").await?, &Some(Positie(1)), "controlepunt")?;
    eis_gelijk(&store.haal("m", b"a").await?, &Some(b"1".to_vec()), "rij")?;
    let mis = store.schrijf_onder(&nieuw, "m", None, Positie(2), zet("mis")).await;
    eis(matches!(mis, Err(StoreError::Checkpoint { .. })), "het controlepunt telt ook")?;
    store.schrijf_onder(&nieuw, "m", Some(Positie(1)), Positie(2), zet("2")).await?;
    eis_gelijk(&store.haal("m", b"a").await?, &Some(b"2".to_vec()), "rij onder de nieuwe huur")?;
    store.geef_terug(nieuw.clone()).await?;
    let kwijt = store.schrijf_onder(&nieuw, "m", Some(Positie(2)), Positie(3), zet("na")).await;
    eis(matches!(kwijt, Err(StoreError::HuurKwijt(_))), "een teruggegeven huur schrijft niet")
}

/// Nodes that want the same work at once: one gets it.
pub(super) async fn wedloop_om_werk(store: Arc<dyn Huren>) -> Uitslag {
    let lopers: Vec<_> = (0..16)
        .map(|wie| {
            let store = Arc::clone(&store);
            let neem =
                async move { store.neem(WERK, &wie.to_string(), Moment(0), Moment(9)).await };
            tokio::spawn(neem)
        })
        .collect();
    let mut gelukt = 0;
    for loper in lopers {
        match loper.await {
            Ok(Ok(_)) => gelukt += 1,
            Ok(Err(StoreError::Verhuurd { .. })) => {}
            anders => return eis(false, &format!("een loper kreeg {anders:?}")),
        }
    }
    eis_gelijk(&gelukt, &1, "wie het werk kreeg")
}
