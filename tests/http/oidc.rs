//! Logging in at another party, with a real one.

use hyper::Method;
use serde_json::{Value, json};
use tests::aanbieder::Proefaanbieder;
use tests::klant::{Antwoord, Klant};
use wvp_cli::demo::{Rol, lezer};

use crate::aanbieder::{doorloop, partij, sleutels_gevraagd};
use crate::bladen::{blad, tekst, tussen};
use crate::proef::Proef;

const KOPPELINGEN: &str = "/v1/sessies/huidige/koppelingen";

async fn samen(map: &std::path::Path) -> (Proef, Proefaanbieder) {
    let partij = partij();
    let proef = Proef::met(map, |it| it.aanbieders = vec![partij.bekend().unwrap()]).await;
    (proef, partij)
}

/// Links somebody of the demo to a person at the other party.
async fn koppel(proef: &Proef, partij: &Proefaanbieder, naam: &str) -> Klant {
    let mut klant = proef.ingelogd(Rol::Werkgever).await;
    koppel_nog_een(&mut klant, partij, naam).await;
    klant
}

async fn koppel_nog_een(klant: &mut Klant, partij: &Proefaanbieder, naam: &str) {
    let begin = klant.post(KOPPELINGEN, &json!({ "aanbieder": "proef" })).await.unwrap();
    assert_eq!(begin.status, 200, "{}", begin.json());
    let lijf = begin.json();
    let verder = lijf.get("verder").unwrap().as_str().unwrap();
    let terug = doorloop(&mut partij.browser(), verder, naam).await;
    let klaar = klant.get(&terug).await.unwrap();
    assert_eq!(klaar.status, 204, "{}", klaar.json());
}

/// Begins a round: where the browser is sent.
async fn begin(klant: &mut Klant) -> String {
    let begin = klant.get("/v1/sessies/_elders/proef").await.unwrap();
    assert_eq!(begin.status, 303, "{}", begin.json());
    begin.kop("location").to_owned()
}

async fn log_in(klant: &mut Klant, partij: &Proefaanbieder, naam: &str) -> Antwoord {
    let adres = begin(klant).await;
    let terug = doorloop(&mut partij.browser(), &adres, naam).await;
    klant.get(&terug).await.unwrap()
}

#[tokio::test]
async fn wie_is_gekoppeld_logt_bij_een_andere_partij_in_en_daar_weer_uit() {
    let map = tempfile::tempdir().unwrap();
    let (proef, partij) = samen(map.path()).await;
    let mut klant = proef.klant();
    let ronde = proef.klant().get("/v1/sessies/_elders/proef").await.unwrap();
    let koekje = ronde.kop("set-cookie").to_owned();
    let rest = "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600";
    assert!(koekje.starts_with("__Host-ronde=") && koekje.ends_with(rest), "{rest}");
    let aanbod = klant.get("/v1/sessies/_elders").await.unwrap().json();
    assert_eq!(aanbod["aanbieders"], json!([{ "aanbieder": "proef", "titel": "De proef" }]));
    koppel(&proef, &partij, "jan+mfa").await;

    let adres = begin(&mut klant).await;
    let mut browser = partij.browser();
    let terug = doorloop(&mut browser, &adres, "jan+mfa").await;
    let binnen = klant.get(&terug).await.unwrap();
    assert_eq!((binnen.status, &binnen.json()["stap"]), (200, &json!("ingelogd")));
    let functie = json!({ "functie": lezer(Rol::Werkgever).to_string() });
    let pad = "/v1/sessies/huidige/functie";
    assert_eq!(klant.vraag(Method::PUT, pad, Some(&functie)).await.unwrap().status, 204);
    assert_eq!(klant.get("/v1/dossiers").await.unwrap().status, 200);

    let uit = klant.vraag(Method::DELETE, "/v1/sessies/huidige", None).await.unwrap();
    assert_eq!(uit.status, 200);
    assert_eq!(klant.get("/v1/dossiers").await.unwrap().status, 401);
    let verder = uit.json()["verder"].as_str().unwrap().to_owned();
    assert_eq!(doorloop(&mut browser, &verder, "").await, "/");
    // Logged out there too: who comes back types a name again.
    let adres = begin(&mut klant).await;
    let terug = doorloop(&mut browser, &adres, "vreemde").await;
    assert_eq!(klant.get(&terug).await.unwrap().status, 401);
    proef.stop().await;
}

/// Where a page leads to by itself. It is no redirect: browsers do not follow one out of a form to another site, because
/// forms of ours lead here only.
fn verder_naar(antwoord: &Antwoord) -> String {
    assert_eq!(antwoord.status, 200);
    let adres = tekst(antwoord);
    tussen(&adres, "http-equiv=\"refresh\" content=\"0;url=", "\"")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

fn state_van(adres: &str) -> String {
    let (_, rest) = adres.split_once("state=").unwrap();
    rest.split('&').next().unwrap().to_owned()
}

#[tokio::test]
async fn alleen_wat_is_afgesproken_bewijst_een_tweede_factor() {
    let map = tempfile::tempdir().unwrap();
    let (proef, partij) = samen(map.path()).await;
    let mut eigenaar = koppel(&proef, &partij, "jan").await;
    for naam in ["jan+mfa", "jan+phr"] {
        koppel_nog_een(&mut eigenaar, &partij, naam).await;
    }
    let gevallen = [("jan", "tweede_factor"), ("jan+mfa", "ingelogd"), ("jan+phr", "ingelogd")];
    for (naam, stap) in gevallen {
        let mut klant = proef.klant();
        let antwoord = log_in(&mut klant, &partij, naam).await.json();
        assert_eq!(antwoord["stap"], json!(stap), "{naam}");
        if stap == "tweede_factor" {
            assert_eq!(klant.get("/v1/sessies/huidige").await.unwrap().status, 401);
            let code = proef.code_over(Rol::Werkgever, 30);
            let lijf = json!({ "vervolg": antwoord["vervolg"], "code": code });
            let klaar = klant.post("/v1/sessies/_tweede-factor", &lijf).await.unwrap().json();
            assert_eq!(klaar["stap"], json!("ingelogd"), "the code of our own after that");
        }
    }
    proef.stop().await;
}

#[tokio::test]
async fn zonder_koppeling_of_bewijs_is_het_antwoord_altijd_hetzelfde() {
    let map = tempfile::tempdir().unwrap();
    let (proef, partij) = samen(map.path()).await;
    let mut eigenaar = koppel(&proef, &partij, "jan+mfa").await;
    let mut antwoorden: Vec<(&str, Antwoord)> = vec![];
    let mut klant = proef.klant();
    antwoorden.push(("unlinked", log_in(&mut klant, &partij, "piet+mfa").await));

    let adres = begin(&mut klant).await;
    let terug = doorloop(&mut partij.browser(), &adres, "jan+mfa").await;
    antwoorden.push(("another browser", proef.klant().get(&terug).await.unwrap()));
    let mut ander = proef.klant();
    begin(&mut ander).await;
    antwoorden.push(("another round", ander.get(&terug).await.unwrap()));
    let van_ander = state_van(&begin(&mut ander).await);
    let verwisseld = terug.replace(&state_van(&adres), &van_ander);
    antwoorden.push(("code of another round", ander.get(&verwisseld).await.unwrap()));

    let adres = begin(&mut klant).await;
    let terug = doorloop(&mut partij.browser(), &adres, "jan+mfa").await;
    let mut herhaald = klant.clone();
    assert_eq!(klant.get(&terug).await.unwrap().status, 200);
    antwoorden.push(("replayed", herhaald.get(&terug).await.unwrap()));

    let adres = begin(&mut klant).await;
    let (voor, na) = adres.split_once("nonce=").unwrap();
    let (_, rest) = na.split_once('&').unwrap_or_default();
    let adres = format!("{voor}nonce=van-een-ander&{rest}");
    let terug = doorloop(&mut partij.browser(), &adres, "jan+mfa").await;
    antwoorden.push(("another nonce", klant.get(&terug).await.unwrap()));

    let state = state_van(&begin(&mut klant).await);
    let pad = format!("/v1/sessies/_elders/proef/terugkeer?error=access_denied&state={state}");
    antwoorden.push(("refused there", klant.get(&pad).await.unwrap()));

    let koppelingen = eigenaar.get(KOPPELINGEN).await.unwrap().json();
    let nummer = koppelingen["koppelingen"][0]["koppeling"].as_str().unwrap().to_owned();
    let los = format!("{KOPPELINGEN}/{nummer}");
    assert_eq!(eigenaar.vraag(Method::DELETE, &los, None).await.unwrap().status, 204);
    antwoorden.push(("unlinked again", log_in(&mut klant, &partij, "jan+mfa").await));

    let verkeerd = json!({ "email": "niemand@nergens.example", "wachtwoord": "iets anders" });
    let wachtwoord = klant.post("/v1/sessies", &verkeerd).await.unwrap();
    for (wat, antwoord) in antwoorden {
        assert_eq!((antwoord.status, &antwoord.lijf), (401, &wachtwoord.lijf), "{wat}");
    }
    proef.stop().await;
}

#[tokio::test]
async fn nieuwe_sleutels_van_de_partij_worden_opgehaald_en_niet_eindeloos() {
    let map = tempfile::tempdir().unwrap();
    let (proef, mut partij) = samen(map.path()).await;
    koppel(&proef, &partij, "jan+mfa").await;
    let mut klant = proef.klant();
    let stap = |antwoord: &Antwoord| antwoord.json().get("stap").cloned();
    assert_eq!(stap(&log_in(&mut klant, &partij, "jan+mfa").await), Some(json!("ingelogd")));
    assert_eq!(sleutels_gevraagd(&partij).await, "1");
    partij.opnieuw().unwrap();
    assert_eq!(stap(&log_in(&mut klant, &partij, "jan+mfa").await), Some(json!("ingelogd")));
    assert_eq!(sleutels_gevraagd(&partij).await, "1");
    // Whoever signs with a key that nobody knows makes us ask once a minute at most.
    partij.opnieuw().unwrap();
    assert_eq!(log_in(&mut klant, &partij, "jan+mfa").await.status, 401);
    assert_eq!(sleutels_gevraagd(&partij).await, "0");
    proef.stop().await;
}

#[tokio::test]
async fn zonder_de_andere_partij_zegt_de_server_dat_en_logt_men_hier_gewoon_in() {
    let map = tempfile::tempdir().unwrap();
    let (proef, mut partij) = samen(map.path()).await;
    partij.stop();
    let mut klant = proef.klant();
    let stil = klant.get("/v1/sessies/_elders/proef").await.unwrap();
    assert_eq!((stil.status, stil.kop("content-type")), (502, "application/problem+json"));
    let probleem: Value = stil.json();
    assert_eq!(probleem["type"], "/problemen/inlogdienst");
    assert!(!probleem.to_string().contains(&partij.adres.to_string()));
    assert_eq!(klant.get("/v1/sessies/_elders/nergens").await.unwrap().status, 404);
    let mut hier = proef.ingelogd(Rol::Werkgever).await;
    assert_eq!(hier.get("/v1/dossiers").await.unwrap().status, 200);
    let uit = hier.vraag(Method::DELETE, "/v1/sessies/huidige", None).await.unwrap();
    assert_eq!(uit.status, 204);
    proef.stop().await;
}

#[tokio::test]
async fn wie_met_een_browser_terugkomt_gaat_naar_een_bladzijde_verder() {
    let map = tempfile::tempdir().unwrap();
    let (proef, partij) = samen(map.path()).await;
    let mut eigenaar = koppel(&proef, &partij, "jan").await;
    koppel_nog_een(&mut eigenaar, &partij, "jan+mfa").await;
    let gevallen = [
        ("jan+mfa", "/functie"),
        ("jan", "/inloggen/verder?stap=factor"),
        ("vreemde", "/inloggen?elders=nee"),
    ];
    for (naam, verder) in gevallen {
        let mut klant = proef.klant();
        klant.koppen.push(("accept".to_owned(), "text/html,*/*;q=0.8".to_owned()));
        let heen = klant.post_formulier("/inloggen/elders/proef", "").await.unwrap();
        let terug = doorloop(&mut partij.browser(), &verder_naar(&heen), naam).await;
        let antwoord = klant.get(&terug).await.unwrap();
        assert_eq!((antwoord.status, antwoord.kop("location")), (303, verder), "{naam}");
        let blad = klant.get(verder).await.unwrap();
        let blad = (blad.status, String::from_utf8(blad.lijf).unwrap());
        let verwacht = match naam {
            "jan+mfa" => "class=\"hoeden\"",
            "jan" => "id=\"code\"",
            _ => "is niet gelukt, of dat account is hier niet gekoppeld",
        };
        assert_eq!(blad.0, 200, "{naam}");
        assert!(blad.1.contains(verwacht), "{naam}: {}", blad.1);
    }
    proef.stop().await;
}

#[tokio::test]
async fn een_link_van_een_andere_site_begint_geen_inlog() {
    let map = tempfile::tempdir().unwrap();
    let (proef, _partij) = samen(map.path()).await;
    for (van, status) in
        [("cross-site", 403), ("same-site", 403), ("none", 303), ("same-origin", 303)]
    {
        let mut klant = proef.klant();
        klant.koppen.push(("sec-fetch-site".to_owned(), van.to_owned()));
        let begin = klant.get("/v1/sessies/_elders/proef").await.unwrap();
        assert_eq!(begin.status, status, "{van}");
        assert_eq!(begin.kop("set-cookie").is_empty(), status == 403, "{van}");
    }
    proef.stop().await;
}

#[tokio::test]
async fn op_de_eigen_bladzijde_wordt_een_andere_partij_gekoppeld_en_losgemaakt() {
    let map = tempfile::tempdir().unwrap();
    let (proef, partij) = samen(map.path()).await;
    let mut klant = proef.ingelogd(Rol::Werkgever).await;
    let hier = blad(&mut klant, "/account/inlog").await;
    assert!(hier.contains("Koppel De proef"), "{hier}");
    let heen = klant.post_formulier("/account/inlog/koppelingen", "aanbieder=proef").await.unwrap();
    let terug = doorloop(&mut partij.browser(), &verder_naar(&heen), "jan+mfa").await;
    klant.koppen.push(("accept".to_owned(), "text/html".to_owned()));
    let klaar = klant.get(&terug).await.unwrap();
    assert_eq!(klaar.kop("location"), "/account/inlog?gedaan=gewijzigd");
    let nog_eens = klant.get(&terug).await.unwrap();
    assert_eq!(nog_eens.kop("location"), "/inloggen?elders=nee", "that round is over");
    let gekoppeld = blad(&mut klant, "/account/inlog").await;
    let los = tussen(&gekoppeld, "action=\"/account/inlog/koppelingen/", "\"");
    let weg = klant.post_formulier(&format!("/account/inlog/koppelingen/{los}"), "").await.unwrap();
    assert_eq!(weg.kop("location"), "/account/inlog?gedaan=beeindigd");
    assert_eq!(klant.get(KOPPELINGEN).await.unwrap().json()["koppelingen"], json!([]));
    proef.stop().await;
}

#[tokio::test]
async fn wie_vergeefs_koppelt_hoort_dat_op_de_eigen_bladzijde() {
    let map = tempfile::tempdir().unwrap();
    let (proef, partij) = samen(map.path()).await;
    let mut klant = proef.ingelogd(Rol::Werkgever).await;
    let heen = klant.post_formulier("/account/inlog/koppelingen", "aanbieder=proef").await.unwrap();
    let state = state_van(&verder_naar(&heen));
    drop(partij);
    klant.koppen.push(("accept".to_owned(), "text/html".to_owned()));
    let pad = format!("/v1/sessies/_elders/proef/terugkeer?error=access_denied&state={state}");
    let terug = klant.get(&pad).await.unwrap();
    assert_eq!(terug.kop("location"), "/account/inlog?koppelen=nee");
    assert!(blad(&mut klant, terug.kop("location")).await.contains("Koppelen is niet gelukt."));
    proef.stop().await;
}
