//! The archive: what goes in comes out, and what is damaged never passes for whole.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::fs;
use std::path::Path;

use uuid::Uuid;
use wvp_domain::{AccountId, Compartiment};
use wvp_store::archief::{self, ArchiefFout, Manifest};
use wvp_store::conformance::{deel, stroom};
use wvp_store::keyring::{Bewijs, Ondertekenaar, Reden, Vernietiging};
use wvp_store::{EventStore, MemoryStore, Moment, Positie, Verwacht};

async fn gevuld() -> MemoryStore {
    let store = MemoryStore::new();
    for nummer in 0..40 {
        let delen = vec![deel(stroom(nummer % 7), Verwacht::Elke, [nummer, nummer + 1000])];
        store.append(delen).await.unwrap();
    }
    store
}

fn bewijs() -> Bewijs {
    let wat = Vernietiging {
        stroom: stroom(3),
        compartiment: Compartiment::C,
        moment: Moment(8),
        door: AccountId(Uuid::from_u128(9)),
        reden: Reden::Verzoek,
    };
    Ondertekenaar::willekeurig().unwrap().onderteken(wat).unwrap()
}

async fn bewaar(store: &dyn EventStore, pad: &Path) -> Manifest {
    let bewaard = archief::bewaar(store, &[bewijs()], pad, Moment(77)).await.unwrap();
    assert_eq!(bewaard.anker.hoofden.wortel(), bewaard.manifest.wortel);
    bewaard.manifest
}

#[tokio::test]
async fn wat_terugkomt_uit_een_archief_is_wat_erin_ging() {
    let map = tempfile::tempdir().unwrap();
    let pad = map.path().join("archief");
    let store = gevuld().await;
    let manifest = bewaar(&store, &pad).await;
    assert_eq!((manifest.records, manifest.stromen, manifest.bewijzen), (80, 7, 1));
    assert_eq!((manifest.positie, manifest.moment), (Positie(80), Moment(77)));
    let terug = MemoryStore::new();
    let (gelezen, bewijzen) = archief::zet_terug(&pad, &terug).await.unwrap();
    assert_eq!((gelezen, bewijzen.len()), (manifest, 1));
    let alles = terug.read_all(Positie::BEGIN, 999).await.unwrap();
    assert_eq!(alles, store.read_all(Positie::BEGIN, 999).await.unwrap());
}

#[tokio::test]
async fn een_archief_met_een_andere_byte_of_een_ander_einde_wordt_geweigerd() {
    let map = tempfile::tempdir().unwrap();
    let pad = map.path().join("archief");
    bewaar(&gevuld().await, &pad).await;
    let heel = fs::read(&pad).unwrap();
    for plek in (0..heel.len()).step_by(37) {
        let mut anders = heel.clone();
        anders[plek] ^= 0x20;
        fs::write(&pad, anders).unwrap();
        let fout = archief::controleer(&pad).unwrap_err();
        let genoemd = if let ArchiefFout::Beschadigd { offset, .. }
        | ArchiefFout::Afgebroken { offset, .. } = fout
        {
            offset
        } else {
            assert!(matches!(fout, ArchiefFout::GeenArchief(_)), "byte {plek}: {fout}");
            0
        };
        assert!(genoemd <= plek as u64, "byte {plek}: {genoemd}");
        fs::write(&pad, &heel[..plek]).unwrap();
        let terug = MemoryStore::new();
        assert!(archief::zet_terug(&pad, &terug).await.is_err(), "lengte {plek}");
        assert_eq!(terug.kop(), Positie::BEGIN, "lengte {plek}");
    }
    fs::write(&pad, [heel.as_slice(), b"x"].concat()).unwrap();
    assert!(matches!(archief::controleer(&pad), Err(ArchiefFout::Beschadigd { .. })));
}

#[tokio::test]
async fn een_archief_waar_een_heel_frame_uit_is_wordt_geweigerd() {
    let map = tempfile::tempdir().unwrap();
    let pad = map.path().join("archief");
    bewaar(&gevuld().await, &pad).await;
    let heel = fs::read(&pad).unwrap();
    let mut plek = 12;
    let mut frames = 0;
    while plek < heel.len() {
        let lengte = u32::from_be_bytes(heel[plek..plek + 4].try_into().unwrap()) as usize;
        let einde = plek + 9 + lengte;
        fs::write(&pad, [&heel[..plek], &heel[einde..]].concat()).unwrap();
        assert!(archief::controleer(&pad).is_err(), "frame {frames}");
        (plek, frames) = (einde, frames + 1);
    }
    assert_eq!(frames, 83);
}

#[tokio::test]
async fn terugzetten_gaat_alleen_in_een_lege_opslag_en_bewaren_nooit_over_iets_heen() {
    let map = tempfile::tempdir().unwrap();
    let pad = map.path().join("archief");
    let store = gevuld().await;
    bewaar(&store, &pad).await;
    let fout = archief::zet_terug(&pad, &store).await.unwrap_err();
    assert!(matches!(fout, ArchiefFout::NietLeeg), "{fout}");
    let fout = archief::bewaar(&store, &[], &pad, Moment(0)).await.unwrap_err();
    assert!(matches!(fout, ArchiefFout::BestaatAl(_)), "{fout}");
    assert_eq!(fs::read_dir(map.path()).unwrap().count(), 1);
}

#[tokio::test]
async fn een_kopie_houdt_ids_versies_tijden_en_ketens() {
    let (van, naar) = (gevuld().await, MemoryStore::new());
    let hoofden = archief::kopieer(&van, &naar).await.unwrap();
    assert_eq!(hoofden.aantal(), 7);
    let alles = naar.read_all(Positie::BEGIN, 999).await.unwrap();
    assert_eq!(alles, van.read_all(Positie::BEGIN, 999).await.unwrap());
    let fout = archief::kopieer(&van, &naar).await.unwrap_err();
    assert!(matches!(fout, ArchiefFout::NietLeeg), "{fout}");
}
