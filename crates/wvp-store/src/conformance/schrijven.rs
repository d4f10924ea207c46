//! Proofs about appends: expectations, atomicity, racers.

use std::sync::Arc;

use super::{Uitslag, deel, eis, eis_gelijk, record, stroom};
use crate::fout::{Botsing, StoreError, Verzoekfout};
use crate::store::{EventStore, Richting, Toevoeging, Verwacht};
use crate::stroom::{Positie, Versie};

/// Expectation, whether a new stream takes it, whether a stream at version 2 takes it.
const VERWACHTINGEN: [(Verwacht, bool, bool); 7] = [
    (Verwacht::Elke, true, true),
    (Verwacht::Geen, true, false),
    (Verwacht::Bestaat, false, true),
    (Verwacht::Precies(Versie(0)), true, false),
    (Verwacht::Precies(Versie(1)), false, false),
    (Verwacht::Precies(Versie(2)), false, true),
    (Verwacht::Precies(Versie(3)), false, false),
];

pub(super) async fn verwachting_bij_schrijven(store: &dyn EventStore) -> Uitslag {
    for (nummer, (verwacht, nieuw, bestaand)) in (1..).zip(VERWACHTINGEN) {
        let (leeg, gevuld) = (stroom(nummer), stroom(100 + nummer));
        store.append(vec![deel(gevuld, Verwacht::Geen, [1, 2])]).await?;
        for (doel, mag) in [(leeg, nieuw), (gevuld, bestaand)] {
            let uitkomst = store.append(vec![deel(doel, verwacht, [9])]).await;
            eis_gelijk(&uitkomst.is_ok(), &mag, &format!("schrijven met {verwacht:?}"))?;
        }
    }
    Ok(())
}

pub(super) async fn verwachting_zonder_schrijven(store: &dyn EventStore) -> Uitslag {
    let (leeg, gevuld, ander) = (stroom(1), stroom(2), stroom(3));
    store.append(vec![deel(gevuld, Verwacht::Geen, [1, 2])]).await?;
    let toetsen = VERWACHTINGEN.into_iter().filter(|(verwacht, ..)| *verwacht != Verwacht::Elke);
    for (nummer, (verwacht, nieuw, bestaand)) in (10..).zip(toetsen) {
        for (keer, (doel, mag)) in (0..).zip([(leeg, nieuw), (gevuld, bestaand)]) {
            let erbij = deel(ander, Verwacht::Elke, [2 * nummer + keer]);
            let uitkomst = store.append(vec![deel(doel, verwacht, []), erbij]).await;
            eis_gelijk(&uitkomst.is_ok(), &mag, &format!("alleen toetsen op {verwacht:?}"))?;
        }
    }
    let kop = store.kop();
    eis_gelijk(&store.append(vec![]).await?, &vec![], "niets toevoegen")?;
    eis_gelijk(&store.kop(), &kop, "niets toevoegen laat de kop staan")
}

pub(super) async fn een_zinloos_verzoek_heeft_een_eigen_fout(store: &dyn EventStore) -> Uitslag {
    let (een, twee) = (stroom(1), stroom(2));
    let erbij = || deel(twee, Verwacht::Elke, [1]);
    let toets = |verwacht| deel(een, verwacht, []);
    let verzoeken = [
        (vec![toets(Verwacht::Geen)], Verzoekfout::NietsTeSchrijven),
        (vec![toets(Verwacht::Elke), erbij()], Verzoekfout::ToetsZonderVerwachting(een)),
        (
            vec![toets(Verwacht::Geen), erbij(), toets(Verwacht::Precies(Versie(0)))],
            Verzoekfout::DubbeleToets(een),
        ),
    ];
    for (verzoek, beloofd) in verzoeken {
        match store.append(verzoek).await {
            Err(StoreError::Verzoek(fout)) => eis_gelijk(&fout, &beloofd, "fout in het verzoek")?,
            anders => return eis(false, &format!("{beloofd:?} gaf {anders:?}")),
        }
    }
    eis_gelijk(&store.kop(), &Positie::BEGIN, "een zinloos verzoek schrijft niets")
}

pub(super) async fn elke_botsing_wordt_genoemd(store: &dyn EventStore) -> Uitslag {
    let (een, twee, drie) = (stroom(1), stroom(2), stroom(3));
    store.append(vec![deel(een, Verwacht::Geen, [1, 2])]).await?;
    let delen = vec![
        deel(een, Verwacht::Geen, [8]),
        deel(drie, Verwacht::Geen, [8]),
        deel(twee, Verwacht::Precies(Versie(4)), []),
    ];
    let botsingen = match store.append(delen).await {
        Err(StoreError::Conflict { botsingen }) => botsingen,
        anders => return eis(false, &format!("geen botsing maar {anders:?}")),
    };
    let beloofd = vec![
        Botsing { stroom: een, verwacht: Verwacht::Geen, werkelijk: Versie(2) },
        Botsing { stroom: twee, verwacht: Verwacht::Precies(Versie(4)), werkelijk: Versie(0) },
    ];
    eis_gelijk(&botsingen, &beloofd, "botsingen")
}

pub(super) async fn niets_of_alles_over_stromen(store: &dyn EventStore) -> Uitslag {
    let (een, twee) = (stroom(1), stroom(2));
    store.append(vec![deel(twee, Verwacht::Geen, [1])]).await?;
    let half = vec![deel(een, Verwacht::Geen, [1, 2]), deel(twee, Verwacht::Geen, [2])];
    eis(store.append(half).await.is_err(), "een botsing weigert het geheel")?;
    let records = store.read_stream(een, Versie(1), Richting::Vooruit, 9).await?;
    eis(records.is_empty(), "van een geweigerde toevoeging blijft niets staan")?;
    eis_gelijk(&store.kop(), &Positie(1), "kop na een weigering")?;
    let heel = vec![deel(een, Verwacht::Geen, [1, 2]), deel(twee, Verwacht::Elke, [2])];
    store.append(heel).await?;
    eis_gelijk(&store.kop(), &Positie(4), "kop na een toevoeging aan twee stromen")
}

pub(super) async fn verweven_delen_tellen_door(store: &dyn EventStore) -> Uitslag {
    let (a, b) = (stroom(1), stroom(2));
    let delen = vec![
        deel(a, Verwacht::Geen, [1, 2]),
        deel(b, Verwacht::Elke, [3]),
        deel(a, Verwacht::Precies(Versie(2)), [4]),
    ];
    let versies: Vec<Versie> =
        store.append(delen).await?.into_iter().map(|resultaat| resultaat.versie).collect();
    eis_gelijk(&versies, &vec![Versie(2), Versie(1), Versie(3)], "versies van verweven delen")
}

pub(super) async fn een_zegel_past_op_een_versie(store: &dyn EventStore) -> Uitslag {
    let doel = stroom(1);
    store.append(vec![deel(doel, Verwacht::Geen, [1])]).await?;
    for (voor, mag) in [(1, false), (3, false), (2, true)] {
        let mut gebonden = record(u128::from(10 + voor));
        gebonden.voor = Some(Versie(voor));
        let erbij = Toevoeging { stroom: doel, verwacht: Verwacht::Elke, records: vec![gebonden] };
        let uitkomst = store.append(vec![erbij]).await;
        eis_gelijk(&uitkomst.is_ok(), &mag, &format!("zegel voor versie {voor} op versie 2"))?;
    }
    Ok(())
}

/// Writers at once on one stream: as many are told that they succeeded as there are records, and
/// with an expectation that only one can meet, only one succeeds.
pub(super) async fn wedloop(store: Arc<dyn EventStore>, verwacht: Verwacht) -> Uitslag {
    const LOPERS: u128 = 24;
    let doel = stroom(1);
    let (vooraf, winnaars) = match verwacht {
        Verwacht::Elke => (0, LOPERS),
        Verwacht::Geen => (0, 1),
        Verwacht::Bestaat => (1, LOPERS),
        Verwacht::Precies(versie) => (u128::from(versie.0), 1),
    };
    if vooraf > 0 {
        let eerder = (0..vooraf).map(|nummer| 1000 + nummer);
        store.append(vec![deel(doel, Verwacht::Geen, eerder)]).await?;
    }
    let lopers: Vec<_> = (0..LOPERS)
        .map(|nummer| {
            let store = Arc::clone(&store);
            tokio::spawn(async move { store.append(vec![deel(doel, verwacht, [nummer])]).await })
        })
        .collect();
    let mut gelukt = 0;
    for loper in lopers {
        match loper.await {
            Ok(Ok(_)) => gelukt += 1,
            Ok(Err(StoreError::Conflict { .. })) => {}
            anders => return eis(false, &format!("een loper kreeg {anders:?}")),
        }
    }
    let records = store.read_stream(doel, Versie(1), Richting::Vooruit, 999).await?;
    eis_gelijk(&gelukt, &winnaars, &format!("winnaars met {verwacht:?}"))?;
    eis_gelijk(&(records.len() as u128), &(vooraf + gelukt), "records na een wedloop")
}

/// Writers at once, each to a stream of its own on the premise that no other has begun: the checks
/// of one see what the others store, so that one wins.
pub(super) async fn wedloop_met_toets(store: Arc<dyn EventStore>) -> Uitslag {
    let lopers: Vec<_> = (1..=8_u128)
        .map(|wie| {
            let store = Arc::clone(&store);
            let toetsen = (1..=8).filter(move |ander| *ander != wie);
            let mut delen: Vec<Toevoeging> =
                toetsen.map(|ander| deel(stroom(ander), Verwacht::Geen, [])).collect();
            delen.push(deel(stroom(wie), Verwacht::Geen, [wie]));
            tokio::spawn(async move { store.append(delen).await })
        })
        .collect();
    let mut gelukt = 0;
    for loper in lopers {
        match loper.await {
            Ok(Ok(_)) => gelukt += 1,
            Ok(Err(StoreError::Conflict { .. })) => {}
            anders => return eis(false, &format!("een loper kreeg {anders:?}")),
        }
    }
    eis_gelijk(&gelukt, &1, "winnaars van een wedloop met toetsen")?;
    eis_gelijk(&store.kop(), &Positie(1), "kop na een wedloop met toetsen")
}

pub(super) async fn na_sluiten_wordt_geweigerd(store: &dyn EventStore) -> Uitslag {
    store.sluit().await?;
    store.sluit().await?;
    let uitkomst = store.append(vec![deel(stroom(1), Verwacht::Elke, [1])]).await;
    eis(matches!(uitkomst, Err(StoreError::Closed)), "een gesloten opslag neemt niets aan")
}
