//! Erasure: after the keys of C of a dossier were destroyed nothing shows it, now or from a backup.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use tests::gespeeld::Gespeeld;
use tests::merk::MERK;

const HIER: &str = "--opslag sled:opslag --sleutels sleutels";

fn draai(proef: &Gespeeld, argumenten: &str) -> Output {
    let uit = proef.draai(env!("CARGO_BIN_EXE_proef-poortwachter"), argumenten).unwrap();
    assert!(uit.status.success(), "{argumenten}: {}", String::from_utf8_lossy(&uit.stderr));
    uit
}

fn tijdlijn(proef: &Gespeeld, opslag: &str) -> String {
    let uit = proef.tijdlijn(env!("CARGO_BIN_EXE_proef-poortwachter"), opslag).unwrap();
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
    String::from_utf8(uit.stdout).unwrap()
}

fn vergeet_c(proef: &Gespeeld) {
    let dossier = proef.zaak.dossier;
    let door = "00000000-0000-0000-0000-000000000009";
    draai(
        proef,
        &format!(
            "sleutels vernietig {dossier} --categorie C --reden bewaartermijn --door {door} {HIER}"
        ),
    );
}

fn bestanden(map: &Path) -> Vec<PathBuf> {
    let regels = fs::read_dir(map).unwrap().map(|regel| regel.unwrap().path());
    regels.flat_map(|pad| if pad.is_dir() { bestanden(&pad) } else { vec![pad] }).collect()
}

#[tokio::test]
async fn wat_is_vergeten_toont_niemand_meer_en_de_rest_leest_door() {
    let map = tempfile::tempdir().unwrap();
    let proef = Gespeeld::in_map(map.path()).await.unwrap();
    let ervoor = tijdlijn(&proef, "opslag");
    assert_eq!(ervoor.matches(MERK).count(), proef.geplant);
    vergeet_c(&proef);
    let erna = tijdlijn(&proef, "opslag");
    assert!(!erna.contains(MERK));
    // A and B: the same milestones, and the same judgement on what is still possible.
    assert!(erna.contains("Probleemanalyse") && erna.contains("Factoren"), "{erna}");
    assert_eq!(erna.matches("Eindevaluatie").count(), ervoor.matches("Eindevaluatie").count());
    let uit = draai(&proef, &format!("verify --json {HIER}"));
    let verslag: serde_json::Value = serde_json::from_slice(&uit.stdout).unwrap();
    assert_eq!(verslag.pointer("/heel"), Some(&true.into()), "{verslag}");
    assert_eq!(verslag.pointer("/bewijzen_van_vernietiging"), Some(&12.into()), "{verslag}");
}

#[tokio::test]
async fn na_het_vergeten_staat_de_gewikkelde_sleutel_in_geen_bestand_en_geen_backup() {
    let map = tempfile::tempdir().unwrap();
    let proef = Gespeeld::in_map(map.path()).await.unwrap();
    let pad = map.path().join("opslag/sleutels/sleutels.log");
    let ervoor = fs::read(&pad).unwrap();
    vergeet_c(&proef);
    draai(&proef, &format!("backup log --sleutelbos bos {HIER}"));
    let erna = fs::read(&pad).unwrap();
    let (frames, _) = ervoor.as_chunks::<91>();
    let weg: Vec<_> =
        frames.iter().filter(|frame| !erna.windows(91).any(|deel| deel == *frame)).collect();
    assert!(!weg.is_empty());
    for pad in bestanden(map.path()) {
        let bytes = fs::read(&pad).unwrap();
        // The wrapped key itself, without the fields around it.
        let sleutel = |frame: &&&[u8; 91]| {
            let kern = frame.get(39..87).unwrap();
            bytes.windows(kern.len()).any(|deel| deel == kern)
        };
        assert_eq!(weg.iter().filter(sleutel).count(), 0, "{}", pad.display());
        assert!(
            !bytes.windows(MERK.len()).any(|deel| deel == MERK.as_bytes()),
            "{}",
            pad.display()
        );
    }
}

#[tokio::test]
async fn een_backup_van_voor_het_vergeten_brengt_niets_terug_als_de_bewijzen_erbij_zijn() {
    let map = tempfile::tempdir().unwrap();
    let proef = Gespeeld::in_map(map.path()).await.unwrap();
    draai(&proef, &format!("backup oud --sleutelbos oud-bos {HIER}"));
    vergeet_c(&proef);
    draai(&proef, &format!("backup nieuw --sleutelbos nieuw-bos {HIER}"));
    let zet_terug = |van: &str, bos: &str, meer: &str, naar: &str| {
        let opdracht = format!(
            "restore {van} --sleutelbos {bos}{meer} --opslag sled:{naar} --sleutels sleutels"
        );
        draai(&proef, &opdracht);
        tijdlijn(&proef, naar)
    };
    // That the old backup with the old keys still holds it shows that this test would see it.
    assert!(zet_terug("oud", "oud-bos", "", "a").contains(MERK));
    assert!(!zet_terug("oud", "oud-bos", " --bewijzen nieuw", "b").contains(MERK));
    assert!(!zet_terug("oud", "oud-bos", " --bewijzen nieuw-bos", "c").contains(MERK));
    assert!(!zet_terug("oud", "nieuw-bos", "", "d").contains(MERK));
    assert!(!zet_terug("nieuw", "oud-bos", "", "e").contains(MERK));
    draai(&proef, "verify --opslag sled:b --sleutels sleutels");
}

#[tokio::test]
async fn een_sleutel_die_weg_is_zonder_bewijs_wordt_genoemd() {
    let map = tempfile::tempdir().unwrap();
    let proef = Gespeeld::in_map(map.path()).await.unwrap();
    vergeet_c(&proef);
    fs::remove_file(map.path().join("opslag/sleutels/bewijzen.log")).unwrap();
    let programma = env!("CARGO_BIN_EXE_proef-poortwachter");
    let uit = proef.draai(programma, &format!("verify {HIER}")).unwrap();
    let fout = String::from_utf8(uit.stderr).unwrap();
    assert_eq!(uit.status.code(), Some(1), "{fout}");
    let regel = format!("compartiment 20 van dossier/{} is weg zonder bewijs", proef.zaak.dossier);
    assert!(fout.contains(&regel), "{fout}");
}
