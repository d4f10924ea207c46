//! Backup, restore, copy, repair, anchor and new keys, through the program.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::fs;
use std::process::Output;

use tests::gespeeld::Gespeeld;

const HIER: &str = "--opslag sled:opslag --sleutels sleutels";

fn draai(proef: &Gespeeld, argumenten: &str) -> Output {
    proef.draai(env!("CARGO_BIN_EXE_proef-poortwachter"), argumenten).unwrap()
}

fn eis(proef: &Gespeeld, argumenten: &str) -> serde_json::Value {
    let uit = draai(proef, argumenten);
    let fout = String::from_utf8(uit.stderr).unwrap();
    assert!(uit.status.success(), "{argumenten}: {fout}");
    serde_json::from_slice(&uit.stdout).unwrap()
}

/// What the program says when it refuses.
fn weigert(proef: &Gespeeld, argumenten: &str) -> String {
    let uit = draai(proef, argumenten);
    assert_eq!(uit.status.code(), Some(1), "{argumenten}");
    String::from_utf8(uit.stderr).unwrap()
}

fn tijdlijn(proef: &Gespeeld, opslag: &str) -> Vec<u8> {
    let uit = proef.tijdlijn(env!("CARGO_BIN_EXE_proef-poortwachter"), opslag).unwrap();
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
    uit.stdout
}

#[tokio::test]
async fn een_backup_komt_terug_met_alles_wat_erin_ging() {
    let map = tempfile::tempdir().unwrap();
    let proef = Gespeeld::in_map(map.path()).await.unwrap();
    let bewaard = eis(&proef, &format!("backup log --sleutelbos bos --anker anker --json {HIER}"));
    let terug =
        eis(&proef, "restore log --sleutelbos bos --json --opslag sled:terug --sleutels sleutels");
    assert_eq!(terug, bewaard);
    eis(&proef, "verify --anker anker --json --opslag sled:terug --sleutels sleutels");
    assert_eq!(tijdlijn(&proef, "terug"), tijdlijn(&proef, "opslag"));
    let weigering =
        weigert(&proef, "restore log --sleutelbos bos --opslag sled:terug --sleutels sleutels");
    assert!(weigering.contains("`terug` is niet leeg"), "{weigering}");
    let weigering = weigert(&proef, &format!("backup log {HIER}"));
    assert!(weigering.contains("`log` bestaat al"), "{weigering}");
}

#[tokio::test]
async fn een_opslag_van_een_nieuwere_versie_wordt_genoemd_en_met_rust_gelaten() {
    let map = tempfile::tempdir().unwrap();
    let proef = Gespeeld::in_map(map.path()).await.unwrap();
    assert_eq!(fs::read_to_string(map.path().join("opslag/vorm")).unwrap(), "1\n");
    fs::write(map.path().join("opslag/vorm"), "7\n").unwrap();
    // What this program takes for a torn tail: of a newer one it may be the newest frames.
    let segment = map.path().join("opslag/journaal/00000000000000000000.log");
    let mut bytes = fs::read(&segment).unwrap();
    bytes.extend(b"PwJ\x02");
    fs::write(&segment, &bytes).unwrap();
    for argumenten in ["verify", "backup log", "tijdlijn 0 --lezer werkgever/werkgever"] {
        let weigering = weigert(&proef, &format!("{argumenten} {HIER}"));
        assert!(weigering.contains("nieuwere versie"), "{weigering}");
        assert!(weigering.contains("vorm 7") && weigering.contains("vorm 1"), "{weigering}");
    }
    assert!(fs::read(&segment).unwrap() == bytes, "the journal was changed");
    fs::write(map.path().join("opslag/vorm"), "1\n").unwrap();
    eis(&proef, &format!("verify --json {HIER}"));
}

#[tokio::test]
async fn een_beschadigd_of_afgebroken_archief_komt_er_niet_in_en_laat_niets_achter() {
    let map = tempfile::tempdir().unwrap();
    let proef = Gespeeld::in_map(map.path()).await.unwrap();
    eis(&proef, &format!("backup log --json {HIER}"));
    let heel = fs::read(map.path().join("log")).unwrap();
    let mut anders = heel.clone();
    let midden = heel.len() / 2;
    if let Some(byte) = anders.get_mut(midden) {
        *byte ^= 1;
    }
    let korter = heel.get(..midden).unwrap().to_vec();
    for (bytes, woord) in [(anders, "beschadigd bij byte"), (korter, "houdt op bij byte")] {
        fs::write(map.path().join("kapot"), bytes).unwrap();
        let weigering = weigert(&proef, "restore kapot --opslag sled:terug --sleutels sleutels");
        assert!(weigering.contains(woord), "{weigering}");
        assert!(!map.path().join("terug").exists() && !map.path().join("terug.onaf").exists());
    }
}

#[tokio::test]
async fn een_kopie_is_dezelfde_opslag_nog_een_keer() {
    let map = tempfile::tempdir().unwrap();
    let proef = Gespeeld::in_map(map.path()).await.unwrap();
    eis(&proef, &format!("verify --maak-anker anker --json {HIER}"));
    eis(&proef, "copy --from sled:opslag --to sled:kopie --json");
    let naast = eis(&proef, "verify --anker anker --json --opslag sled:kopie --sleutels sleutels");
    assert_eq!(naast, eis(&proef, &format!("verify --json {HIER}")));
    assert_eq!(tijdlijn(&proef, "kopie"), tijdlijn(&proef, "opslag"));
    let weigering = weigert(&proef, "copy --from sled:opslag --to sled:kopie");
    assert!(weigering.contains("niet leeg"), "{weigering}");
}

#[tokio::test]
async fn een_anker_noemt_een_stroom_die_later_is_afgekapt() {
    let map = tempfile::tempdir().unwrap();
    let proef = Gespeeld::in_map(map.path()).await.unwrap();
    eis(&proef, &format!("verify --maak-anker anker --json {HIER}"));
    eis(&proef, &format!("verify --anker anker --json {HIER}"));
    // Without the index, its checkpoint and the note of what was acknowledged only the anchor knows
    // what was there.
    fs::remove_dir_all(map.path().join("opslag/index")).unwrap();
    fs::remove_file(map.path().join("opslag/bevestigd")).unwrap();
    let segment = map.path().join("opslag/journaal/00000000000000000000.log");
    let bytes = fs::read(&segment).unwrap();
    fs::write(&segment, bytes.get(..bytes.len() - 20_000).unwrap()).unwrap();
    let uit = draai(&proef, &format!("verify {HIER}"));
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
    let weigering = weigert(&proef, &format!("verify --anker anker {HIER}"));
    let stroom = format!("dossier/{} houdt op bij versie ", proef.zaak.dossier);
    assert!(weigering.contains(&stroom), "{weigering}");
}

#[tokio::test]
async fn een_veranderd_anker_wordt_geweigerd() {
    let map = tempfile::tempdir().unwrap();
    let proef = Gespeeld::in_map(map.path()).await.unwrap();
    eis(&proef, &format!("verify --maak-anker anker --json {HIER}"));
    let tekst = fs::read_to_string(map.path().join("anker")).unwrap();
    let regels: Vec<&str> = tekst.lines().collect();
    fs::write(map.path().join("korter"), regels.get(..regels.len() - 1).unwrap().join("\n"))
        .unwrap();
    let weigering = weigert(&proef, &format!("verify --anker korter {HIER}"));
    assert!(weigering.contains("het anker is veranderd"), "{weigering}");
}

#[tokio::test]
async fn herstel_zet_over_wat_heel_is_en_noemt_de_rest() {
    let map = tempfile::tempdir().unwrap();
    let proef = Gespeeld::in_map(map.path()).await.unwrap();
    let segment = map.path().join("opslag/journaal/00000000000000000000.log");
    let mut bytes = fs::read(&segment).unwrap();
    let midden = bytes.len() / 2;
    if let Some(byte) = bytes.get_mut(midden) {
        *byte ^= 1;
    }
    fs::write(&segment, bytes).unwrap();
    let weigering = weigert(&proef, &format!("backup log {HIER}"));
    assert!(weigering.contains("beschadigd: segment 0"), "{weigering}");
    assert!(!map.path().join("log").exists() && !map.path().join("log.onaf").exists());
    let hersteld = eis(&proef, &format!("herstel --naar heel --json {HIER}"));
    assert_eq!(hersteld.pointer("/schade").unwrap().as_array().unwrap().len(), 1, "{hersteld}");
    let heel = eis(&proef, "verify --json --opslag sled:heel --sleutels sleutels");
    assert_eq!(heel.pointer("/gebeurtenissen"), hersteld.pointer("/gebeurtenissen"));
}

#[tokio::test]
async fn na_een_wissel_van_sleutels_opent_alles_en_de_oude_kopie_niets_meer() {
    let map = tempfile::tempdir().unwrap();
    let proef = Gespeeld::in_map(map.path()).await.unwrap();
    let ervoor = tijdlijn(&proef, "opslag");
    eis(&proef, &format!("backup log --sleutelbos oud --json {HIER}"));
    let gewisseld = eis(&proef, &format!("sleutels wissel --verwijder-oude --json {HIER}"));
    assert_ne!(gewisseld.pointer("/omgezet"), Some(&0.into()), "{gewisseld}");
    assert_eq!(tijdlijn(&proef, "opslag"), ervoor);
    eis(&proef, &format!("verify --json {HIER}"));
    let weigering =
        weigert(&proef, "restore log --sleutelbos oud --opslag sled:terug --sleutels sleutels");
    assert!(weigering.contains("niet alles opent"), "{weigering}");
}
