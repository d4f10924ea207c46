//! A walk: a server with people who log in, and a script that steers a browser to it.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Map, Value, json};
use tests::bewoond::Bewoond;
use tests::inlog::Inlog;
use wvp_cli::demo::{Rol, Zaak, lezer, lopende_zaken};
use wvp_engine::{Klok as _, Systeemklok};

use crate::gezien::Gezien;

/// Whose case it is: the report of week 42 is late.
const WIENS: &str = "W. Jacobs";

const NIET_KLAAR: &str = "the browser of the tests is not installed: run `cargo xtask packages`";

/// Starts a server with one case that runs today, goes through it by a script, and gives what that saw.
pub(crate) async fn wandel(script: &str) -> Gezien {
    let (pakketten, chromium) = geinstalleerd();
    let map = tempfile::tempdir().unwrap();
    let zaken = lopende_zaken(Systeemklok.vandaag()).unwrap();
    let zaken: Vec<Zaak> = zaken.into_iter().filter(|it| it.persoon.naam == WIENS).collect();
    let bewoond = Bewoond::met_lopende(map.path(), &zaken).await.unwrap();
    let vraag = json!({
        "adres": format!("http://{}", bewoond.bediend.adres),
        "pakketten": pakketten,
        "chromium": chromium,
        "schermen": Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser-schermen"),
        "mensen": mensen(&bewoond),
        "dossier": zaken[0].dossier.0,
        "naam": WIENS,
    });
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/browser").join(script);
    let regels = tokio::task::spawn_blocking(move || loop_door(&script, &vraag)).await.unwrap();
    bewoond.stop().await.unwrap();
    Gezien::van(&regels)
}

/// Where the packages of npm are, and the browser.
fn geinstalleerd() -> (PathBuf, PathBuf) {
    let pakketten = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    for naam in ["axe-core", "playwright-core"] {
        assert!(pakketten.join("node_modules").join(naam).exists(), "{NIET_KLAAR}");
    }
    let zoek = Command::new("sh").args(["-c", "command -v chromium"]).output().unwrap();
    assert!(zoek.status.success(), "{NIET_KLAAR}");
    (pakketten, String::from_utf8(zoek.stdout).unwrap().trim().into())
}

/// Everybody's secrets, by role: the server is gone when the walk is over.
fn mensen(bewoond: &Bewoond) -> Map<String, Value> {
    let mens = |rol: Rol| {
        let Inlog { account, wachtwoord, tweede_factor, .. } = bewoond.inlog(lezer(rol)).unwrap();
        let geheim = tweede_factor.geheim.toon();
        let mens = json!({ "account": account.0, "wachtwoord": wachtwoord, "geheim": geheim });
        (rol.naam().to_owned(), mens)
    };
    Rol::ALLE.map(mens).into_iter().collect()
}

/// Runs a script to its end. Secrets go by its input: a command line is for everybody to read.
fn loop_door(script: &Path, vraag: &Value) -> String {
    let mut kind = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|fout| panic!("{NIET_KLAAR} ({fout})"));
    let mut invoer = kind.stdin.take().unwrap();
    invoer.write_all(vraag.to_string().as_bytes()).unwrap();
    drop(invoer);
    let uitvoer = kind.wait_with_output().unwrap();
    let naam = script.file_name().unwrap_or(OsStr::new("")).display();
    let fout = String::from_utf8_lossy(&uitvoer.stderr);
    let regels = String::from_utf8(uitvoer.stdout).unwrap();
    assert!(uitvoer.status.success(), "{naam}: {fout}\n{regels}");
    regels
}
