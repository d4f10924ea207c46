//! Somebody with all rights changes the tables behind our back: it is named, never believed.

use wvp_proefserver::proefserver;
use wvp_store::conformance::{deel, stroom};
use wvp_store::keyring::SleutelbosGeheugen;
use wvp_store::verificatie::{Bevinding, Verslag};
use wvp_store::{EventStore, Positie, Richting, StoreError, StroomId, Versie, Verwacht};
use wvp_store_postgres::{PostgresStore, verifieer};

use crate::hulp::{database, naam, open};

/// Two streams of three records in turn, then a change that the tables would refuse.
async fn beschadigd(sql: &str) -> std::sync::Arc<PostgresStore> {
    let url = database();
    let store = open(&url).await;
    for nummer in 1..=3 {
        for doel in [stroom(1), stroom(2)] {
            store.append(vec![deel(doel, Verwacht::Elke, [nummer])]).await.unwrap();
        }
    }
    let sql = format!("alter table poortwachter.record disable trigger all; {sql}");
    proefserver().psql(&naam(&url), &sql).unwrap();
    store
}

fn op(nummer: u128, versie: u64) -> String {
    let StroomId { soort, id } = stroom(nummer);
    format!("stroom = '\\x{:02x}{}' and versie = {versie}", soort.nummer(), id.simple())
}

async fn schade_van(store: &PostgresStore, doel: StroomId) -> Option<(StroomId, Versie)> {
    let mut gevonden = vec![];
    for (vanaf, richting) in [(1, Richting::Vooruit), (99, Richting::Achteruit)] {
        match store.read_stream(doel, Versie(vanaf), richting, 99).await {
            Err(StoreError::Damaged(schade)) => {
                gevonden.push(schade.stroom.zip(schade.versie));
            }
            Ok(_) => gevonden.push(None),
            Err(fout) => panic!("{fout}"),
        }
    }
    assert_eq!(gevonden[0], gevonden[1], "vooruit en achteruit");
    let tegelijk = store.read_streams(&[stroom(2), doel], 99).await.unwrap().remove(&doel).unwrap();
    let tegelijk = tegelijk.err().map(|schade| schade.stroom.zip(schade.versie));
    assert_eq!(gevonden[0], tegelijk.flatten(), "tegelijk met een andere");
    gevonden[0]
}

/// A keyring that knows no key: the seals of these records were never made.
async fn bevindingen(store: &PostgresStore) -> Vec<(u64, Bevinding)> {
    let Verslag { bevindingen, .. } = verifieer(store, &SleutelbosGeheugen::met([])).await.unwrap();
    bevindingen.into_iter().map(|(schade, wat)| (schade.offset, wat)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn een_gewijzigd_record_wordt_genoemd_en_andere_stromen_gaan_door() {
    let wijzigingen = [
        "secties = overlay(secties placing '\\x55' from 30)",
        "moment = moment + 1",
        "type_naam = 'Anders'",
        "vorige = hash",
        "hash = vorige",
        "id = '00000000-0000-0000-0000-0000000000ff'",
    ];
    for wijziging in wijzigingen {
        let sql = format!("update poortwachter.record set {wijziging} where {}", op(1, 2));
        let store = beschadigd(&sql).await;
        let geschonden = schade_van(&store, stroom(1)).await;
        assert_eq!(geschonden, Some((stroom(1), Versie(2))), "{wijziging}");
        assert_eq!(schade_van(&store, stroom(2)).await, None, "{wijziging}");
        let alles = store.read_all(Positie::BEGIN, 99).await.unwrap();
        let over: Vec<u64> = alles.iter().map(|record| record.positie.0).collect();
        assert_eq!(over, [1, 2, 4, 6], "{wijziging}");
        let fout = store.append(vec![deel(stroom(1), Verwacht::Elke, [9])]).await.unwrap_err();
        assert!(matches!(fout, StoreError::Damaged(_)), "{wijziging}: {fout}");
        let gevonden = bevindingen(&store).await;
        assert_eq!(gevonden[0], (3, Bevinding::Onleesbaar), "{wijziging}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn een_verwijderd_record_wordt_gemist() {
    for (versie, positie) in [(1, 1), (2, 3), (3, 5)] {
        let sql = format!("delete from poortwachter.record where {}", op(1, versie));
        let store = beschadigd(&sql).await;
        assert_eq!(bevindingen(&store).await[0], (positie, Bevinding::Weg), "versie {versie}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn een_afgeknipt_einde_wordt_gemist() {
    let store = beschadigd("delete from poortwachter.record where positie > 4").await;
    let gevonden = bevindingen(&store).await;
    assert_eq!(gevonden, [(5, Bevinding::Weg), (6, Bevinding::Weg)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn een_heel_record_dat_niet_aansluit_verbreekt_de_keten() {
    // The first record of stream 2 in the place of the second: it is whole, but not what came after.
    let sql = format!(
        "delete from poortwachter.record where {}; update poortwachter.record set versie = 3, \
         positie = 4 where {}",
        op(2, 2),
        op(2, 3)
    );
    let store = beschadigd(&sql).await;
    assert_eq!(schade_van(&store, stroom(2)).await.map(|(wie, _)| wie), Some(stroom(2)));
}

#[tokio::test(flavor = "multi_thread")]
async fn de_tabel_weigert_te_wijzigen_en_te_wissen() {
    let url = database();
    let store = open(&url).await;
    store.append(vec![deel(stroom(1), Verwacht::Geen, [1])]).await.unwrap();
    for sql in ["update poortwachter.record set moment = 0", "delete from poortwachter.record"] {
        assert!(proefserver().psql(&naam(&url), sql).is_err(), "{sql}");
    }
    assert!(proefserver().psql(&naam(&url), "truncate poortwachter.record").is_err());
}
