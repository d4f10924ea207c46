//! Measures loading a long dossier, to see whether it needs snapshots:
//! `cargo run --release -p wvp-store-sled --example laden`.

use std::time::{Duration, Instant};

use uuid::Uuid;
use wvp_domain::mijlpaal::ziekmelding::{Bereikbaarheid, Melding};
use wvp_domain::{
    AccountId, Compartiment, Datum, DossierId, Event, Secties, StukId, WerkgeverId, WerknemerId,
    replay,
};
use wvp_store::keyring::{KekBestand, SleutelbosBestand};
use wvp_store::{
    Auteur, EventStore, GebeurtenisId, Kop, Moment, Omslag, Richting, StoreError, StroomId,
    Toegang, Toevoeging, Versie, Verwacht, ontzegel, verzegel,
};
use wvp_store_sled::{Instellingen, SledStore};

/// Events in the dossier; the demo's longest has 160.
const LENGTE: u64 = 500;
const RONDES: usize = 200;

#[tokio::main]
async fn main() -> Result<(), StoreError> {
    let weg = |fout: std::io::Error| StoreError::Unavailable(fout.to_string());
    let (map, apart) = (tempfile::tempdir_in(".").map_err(weg)?, tempfile::tempdir().map_err(weg)?);
    let (store, _) = SledStore::open(map.path(), Instellingen::default()).await?;
    let keks = KekBestand::open_of_maak(&apart.path().join("hoofdsleutels"))?;
    let bos = SleutelbosBestand::open(map.path(), keks)?;
    let stroom = DossierId(Uuid::from_u128(1)).into();
    for nummer in 1..=LENGTE {
        leg_vast(&store, &bos, stroom, nummer).await?;
    }
    for (wat, toegang) in [
        ("alles open", Toegang::alles()),
        ("alleen A, zoals een besluit", Toegang::tot([Compartiment::A])),
    ] {
        let mut tijden = vec![];
        for _ in 0..RONDES {
            let sinds = Instant::now();
            laad(&store, &bos, stroom, toegang).await?;
            tijden.push(sinds.elapsed());
        }
        toon(wat, tijden);
    }
    store.sluit().await
}

async fn leg_vast(
    store: &SledStore,
    bos: &SleutelbosBestand,
    stroom: StroomId,
    nummer: u64,
) -> Result<(), StoreError> {
    let account = AccountId(Uuid::from_u128(9));
    let door = Auteur { account, partij: "werkgever".into(), functie: "werkgever".into() };
    let kop = Kop { door, namens: None, verzoek: Uuid::from_u128(5) };
    let id = GebeurtenisId(Uuid::from_u128(nummer.into()));
    let omslag = Omslag { id, moment: Moment(0), kop };
    let nieuw = verzegel(bos, stroom, Versie(nummer), omslag, &event()).await?;
    let deel = Toevoeging { stroom, verwacht: Verwacht::Elke, records: vec![nieuw] };
    store.append(vec![deel]).await.map(drop)
}

/// Three sections (who, A and D), the last of 300 bytes.
fn event() -> Event {
    let melding = Melding {
        stuk: StukId(Uuid::from_u128(1)),
        werknemer: WerknemerId(Uuid::from_u128(2)),
        werkgever: WerkgeverId(Uuid::from_u128(3)),
        naam: "Anna de Vries".to_owned(),
        eerste_ziektedag: Datum::EERSTE,
        gemeld_op: Datum::EERSTE,
        werkhervatting_verwacht: None,
    };
    let bereikbaarheid = Bereikbaarheid { telefoon: Some("x".repeat(300)), verblijfadres: None };
    Event::ZiekmeldingOntvangen(Secties::proces(melding).met_d(bereikbaarheid))
}

async fn laad(
    store: &SledStore,
    bos: &SleutelbosBestand,
    stroom: StroomId,
    toegang: Toegang,
) -> Result<(), StoreError> {
    let records = store.read_stream(stroom, Versie(1), Richting::Vooruit, usize::MAX).await?;
    let mut events = vec![];
    for record in &records {
        events.extend(ontzegel::<Event>(bos, record, toegang).await?.event);
    }
    std::hint::black_box(replay(&events));
    Ok(())
}

#[expect(clippy::print_stdout, reason = "a measurement is printed")]
fn toon(wat: &str, mut tijden: Vec<Duration>) {
    tijden.sort_unstable();
    let bij = |deel: usize| tijden.get(tijden.len() * deel / 100).copied().unwrap_or_default();
    println!("{LENGTE} gebeurtenissen, {wat}: p50 {:?}, p99 {:?}", bij(50), bij(99));
}
