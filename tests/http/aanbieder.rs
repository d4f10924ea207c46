//! Another party that says who logs in: an implementation that was certified, as a process on this machine, and a
//! browser without a screen that goes through its pages.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;

use serde_json::json;
use tests::klant::{Antwoord, Klant};
use wvp_kanalen::oidc::{Aanbieder, OidcInstelling};

/// Where the browser thinks that our server is.
pub(crate) const OPENBAAR: &str = "https://poortwachter.example";
const GEHEIM: &str = "een-geheim-alleen-voor-deze-proef";

/// A party that says who logs in, at one address; it may be down.
pub(crate) struct Proefaanbieder {
    pub(crate) adres: SocketAddr,
    /// With its output, kept open: it may print what it thinks of its settings.
    proces: Option<(Child, BufReader<ChildStdout>)>,
}

impl Proefaanbieder {
    /// Starts it on a port that is free now.
    pub(crate) fn start() -> Self {
        let vrij = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let mut zelf = Self { adres: vrij.local_addr().unwrap(), proces: None };
        drop(vrij);
        zelf.begin();
        zelf
    }

    /// Starts it again: with other keys, and nobody is logged in there.
    pub(crate) fn opnieuw(&mut self) {
        self.stop();
        self.begin();
    }

    pub(crate) fn stop(&mut self) {
        if let Some((mut proces, _uitvoer)) = self.proces.take() {
            proces.kill().unwrap();
            proces.wait().unwrap();
        }
    }

    fn begin(&mut self) {
        let pakketten = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oidc");
        assert!(
            fs::exists(pakketten.join("node_modules/oidc-provider")).unwrap(),
            "the other party of a log-in is not installed: run `cargo xtask packages`"
        );
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/oidc/provider.mjs");
        let instelling = json!({
            "port": self.adres.port(),
            "secret": GEHEIM,
            "back": format!("{OPENBAAR}/v1/sessies/_elders/proef/terugkeer"),
            "after": format!("{OPENBAAR}/"),
        });
        let mut proces = Command::new("node")
            .arg(script)
            .arg(pakketten)
            .arg(instelling.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut regel = String::new();
        let mut uitvoer = BufReader::new(proces.stdout.take().unwrap());
        uitvoer.read_line(&mut regel).unwrap();
        assert_eq!(regel, "ready\n");
        self.proces = Some((proces, uitvoer));
    }

    /// How our server is set up for it.
    pub(crate) fn instelling(&self) -> OidcInstelling {
        OidcInstelling {
            naam: "proef".to_owned(),
            titel: "De proef".to_owned(),
            uitgever: format!("http://{}", self.adres),
            client: "poortwachter".to_owned(),
            geheim: GEHEIM.to_owned().into(),
            scopes: vec![],
            acr: vec!["phr".to_owned()],
            amr: vec!["mfa".to_owned()],
            terugkeer: format!("{OPENBAAR}/v1/sessies/_elders/proef/terugkeer"),
            na_uitloggen: format!("{OPENBAAR}/"),
            extra_wortel: None,
        }
    }

    /// The same, ready to use.
    pub(crate) fn bekend(&self) -> Arc<Aanbieder> {
        Arc::new(Aanbieder::try_new(self.instelling()).unwrap())
    }

    /// A browser that was not here before.
    pub(crate) fn browser(&self) -> Klant {
        Klant::van(self.adres)
    }

    /// How often its keys were asked.
    pub(crate) async fn sleutels_gevraagd(&self) -> String {
        let antwoord = self.browser().get("/_keys").await.unwrap();
        String::from_utf8(antwoord.lijf).unwrap()
    }
}

impl Drop for Proefaanbieder {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Goes to an address of the other party and through its pages under a name; gives where it sends the browser back.
pub(crate) async fn doorloop(browser: &mut Klant, adres: &str, naam: &str) -> String {
    let mut antwoord = browser.get(pad_van(adres)).await.unwrap();
    // As long as it shows pages and sends on: a browser stops after twenty.
    for _ in 0..20 {
        if antwoord.status == 200 {
            antwoord = vul_in(browser, &antwoord, naam).await;
            continue;
        }
        assert!((300..400).contains(&antwoord.status), "{}", tekst(&antwoord));
        let verder = antwoord.kop("location").to_owned();
        if let Some(terug) = verder.strip_prefix(OPENBAAR) {
            return terug.to_owned();
        }
        antwoord = browser.get(pad_van(&verder)).await.unwrap();
    }
    String::new()
}

/// Sends the form of a page, with what stands in it.
async fn vul_in(browser: &mut Klant, pagina: &Antwoord, naam: &str) -> Antwoord {
    let html = tekst(pagina);
    let tussen = |begin: &str, tekst: &str| {
        let (_, rest) = tekst.split_once(begin)?;
        rest.split_once('"').map(|(waarde, _)| waarde.to_owned())
    };
    let actie = tussen("action=\"", &html).unwrap();
    let mut velden = vec![
        format!("login={}", naam.replace('+', "%2B")),
        "password=x".to_owned(),
        "logout=yes".to_owned(),
    ];
    for veld in ["prompt", "xsrf"] {
        let waarde = tussen(&format!("name=\"{veld}\" value=\""), &html);
        velden.extend(waarde.map(|waarde| format!("{veld}={waarde}")));
    }
    browser.post_formulier(pad_van(&actie), &velden.join("&")).await.unwrap()
}

fn tekst(antwoord: &Antwoord) -> String {
    String::from_utf8_lossy(&antwoord.lijf).into_owned()
}

/// The path with what stands behind it, of an address.
fn pad_van(adres: &str) -> &str {
    let na_host = adres.split_once("://").and_then(|(_, rest)| rest.split_once('/'));
    na_host.map_or(adres, |(host, _)| adres.split_once(host).unwrap().1)
}
