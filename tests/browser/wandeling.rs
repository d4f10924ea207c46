//! A walk: a server with people who log in, and a script that steers a browser to it.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Map, Value, json};
use tests::bewoond::Bewoond;
use tests::inlog::Inlog;
use wvp_cli::demo::{Rol, Zaak, lopende_zaken};
use wvp_engine::{Klok as _, Systeemklok};

use crate::gezien::Gezien;

/// Whose case it is when a walk asks for no other: the report of week 42 is late.
pub(crate) const WIENS: &str = "W. Jacobs";

const NIET_KLAAR: &str = "the browser of the tests is not installed: run `cargo xtask packages`";

/// Starts a server with one case that runs today, goes through it by a script, and gives what that saw.
pub(crate) async fn wandel(script: &str) -> Gezien {
    wandel_door(script, vec![lopend(WIENS)], async |_, _| {}).await
}

/// The same through cases that a walk chooses, the first of which it is about. What else it needs is arranged first,
/// and said to the script.
pub(crate) async fn wandel_door(
    script: &str,
    zaken: Vec<Zaak>,
    regel: impl AsyncFnOnce(&Bewoond, &mut Value),
) -> Gezien {
    let (pakketten, chromium) = geinstalleerd();
    let map = tempfile::tempdir().unwrap();
    let bewoond = Bewoond::met_lopende(map.path(), &zaken).await.unwrap();
    let zaak = &zaken[0];
    let mut vraag = json!({
        "adres": format!("http://{}", bewoond.bediend.adres),
        "pakketten": pakketten,
        "chromium": chromium,
        "schermen": Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser-schermen"),
        "mensen": mensen(&bewoond, zaak),
        "dossier": zaak.dossier.0,
        "werkgever": zaak.werkgever.0,
        "naam": zaak.persoon.naam,
    });
    regel(&bewoond, &mut vraag).await;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/browser").join(script);
    let regels = tokio::task::spawn_blocking(move || loop_door(&script, &vraag)).await.unwrap();
    bewoond.stop().await.unwrap();
    Gezien::van(&regels)
}

/// The case of somebody of the demo who is ill today.
pub(crate) fn lopend(naam: &str) -> Zaak {
    let zaken = lopende_zaken(Systeemklok.vandaag()).unwrap();
    zaken.into_iter().find(|it| it.persoon.naam == naam).unwrap()
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

/// The secrets of everybody around a case, by role: the server is gone when the walk is over.
fn mensen(bewoond: &Bewoond, zaak: &Zaak) -> Map<String, Value> {
    let paar = |rol: Rol| (rol.naam().to_owned(), mens(inlog_van(bewoond, zaak, rol)));
    Rol::ALLE.map(paar).into_iter().collect()
}

/// How whoever plays a role in a case logs in.
pub(crate) fn inlog_van<'a>(bewoond: &'a Bewoond, zaak: &Zaak, rol: Rol) -> &'a Inlog {
    let account = zaak.account(rol);
    bewoond.inloggen.iter().find(|it| it.account == account).unwrap()
}

/// Somebody who logs in, as a script has it.
pub(crate) fn mens(inlog: &Inlog) -> Value {
    let Inlog { account, wachtwoord, tweede_factor, .. } = inlog;
    let geheim = tweede_factor.geheim.toon();
    json!({ "account": account.0, "wachtwoord": wachtwoord, "geheim": geheim })
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
