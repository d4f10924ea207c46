//! `poortwachter tick`: what falls due on a day, delivered once.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::path::Path;
use std::process::{Command, Output};

use tests::gespeeld;
use wvp_cli::huis::OpslagUrl;
use wvp_domain::Datum;

/// A store with one dossier: reported ill, and nothing done since. Gives the day of the report.
async fn ziek_gemeld(map: &Path) -> Datum {
    gespeeld::ziek_gemeld(&OpslagUrl::Sled(map.join("opslag")), map).await.unwrap()
}

fn tick(map: &Path, dag: Datum, extra: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_proef-poortwachter"))
        .args(["tick", "--dag", &dag.to_string()])
        .arg(format!("--opslag=sled:{}", map.join("opslag").display()))
        .arg(format!("--sleutels={}", map.join("sleutels").display()))
        .args(extra)
        .output()
        .unwrap()
}

fn bezorgd(uit: &Output) -> u64 {
    let uitkomst: serde_json::Value =
        serde_json::from_slice(uit.stdout.split(|byte| *byte == b'\n').rev().nth(1).unwrap())
            .unwrap();
    uitkomst.get("bezorgd").unwrap().as_u64().unwrap()
}

#[tokio::test]
async fn een_dag_twee_keer_sluiten_bezorgt_een_keer() {
    let map = tempfile::tempdir().unwrap();
    let dag = ziek_gemeld(map.path()).await.plus(40);
    assert!(bezorgd(&tick(map.path(), dag, &["--json"])) > 0);
    assert_eq!(bezorgd(&tick(map.path(), dag, &["--json"])), 0);
}

#[tokio::test]
async fn zonder_map_staan_de_berichten_op_het_scherm() {
    let map = tempfile::tempdir().unwrap();
    let dag = ziek_gemeld(map.path()).await.plus(40);
    let scherm = String::from_utf8(tick(map.path(), dag, &[]).stdout).unwrap();
    assert!(scherm.contains("Er staat een stap voor u klaar"), "{scherm}");
    assert!(!scherm.to_lowercase().contains("ziek"), "{scherm}");
}

#[tokio::test]
async fn met_een_map_is_elk_bericht_een_bestand() {
    let map = tempfile::tempdir().unwrap();
    let dag = ziek_gemeld(map.path()).await.plus(40);
    let post = map.path().join("post");
    let uit = tick(map.path(), dag, &["--json", "--berichten", post.to_str().unwrap()]);
    assert_eq!(std::fs::read_dir(&post).unwrap().count() as u64, bezorgd(&uit));
}
