//! A browser without a screen that goes through the pages of another party that says who logs in.

use std::path::Path;

use tests::aanbieder::Proefaanbieder;
use tests::klant::{Antwoord, Klant};

/// Where the browser thinks that our server is.
const OPENBAAR: &str = "https://poortwachter.example";

/// Starts another party for it.
pub(crate) fn partij() -> Proefaanbieder {
    let pakketten = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oidc");
    Proefaanbieder::start(&pakketten, OPENBAAR).unwrap()
}

/// How often its keys were asked.
pub(crate) async fn sleutels_gevraagd(partij: &Proefaanbieder) -> String {
    tekst(&partij.browser().get("/_keys").await.unwrap())
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
