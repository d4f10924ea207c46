//! Where requests come from, what cookies are, and what is logged of who comes in.

use std::num::NonZeroU32;

use hyper::header::SET_COOKIE;
use serde_json::json;
use tests::klant::{Antwoord, Klant};
use tests::logboek::Logboek;
use wvp_cli::demo::Rol;
use wvp_server::Tempo;

use crate::proef::Proef;

/// How many of thirty requests are let through, each with its own word on where it comes from.
async fn doorgelaten(klant: &Klant, herkomst: impl Fn(u8) -> String) -> usize {
    let mut gelukt = 0;
    for keer in 0..30 {
        let mut klant = klant.clone();
        klant.koppen = vec![("x-forwarded-for".to_owned(), herkomst(keer))];
        let antwoord = klant.get("/v1/openapi.json").await.unwrap();
        assert!([200, 429].contains(&antwoord.status), "{}", antwoord.status);
        gelukt += usize::from(antwoord.status == 200);
    }
    gelukt
}

#[tokio::test]
async fn wie_zelf_zegt_waar_hij_vandaan_komt_wordt_alleen_van_een_eigen_proxy_geloofd() {
    let map = tempfile::tempdir().unwrap();
    let tempo = Tempo { per_seconde: NonZeroU32::MIN, ineens: NonZeroU32::new(3).unwrap() };
    let proef = Proef::met(map.path(), |it| it.tempo = Some(tempo)).await;
    let verzonnen = doorgelaten(&proef.klant(), |keer| format!("192.0.2.{keer}")).await;
    assert!(verzonnen < 30, "every made-up address was believed");
    proef.stop().await;

    let map = tempfile::tempdir().unwrap();
    let eigen = |it: &mut wvp_server::instellingen::Instellingen| {
        it.tempo = Some(tempo);
        it.proxies = vec![[127, 0, 0, 1].into()];
    };
    let proef = Proef::met(map.path(), eigen).await;
    let bezoekers = doorgelaten(&proef.klant(), |keer| format!("192.0.2.{keer}")).await;
    assert_eq!(bezoekers, 30, "our proxy tells who visits");
    // What stands before the address that our proxy saw, the visitor wrote.
    let ervoor = |keer| format!("198.51.100.{keer}, 203.0.113.9");
    assert!(doorgelaten(&proef.klant(), ervoor).await < 30);
    proef.stop().await;
}

fn koekjes(antwoord: &Antwoord) -> Vec<String> {
    let alle = antwoord.koppen.get_all(SET_COOKIE).iter();
    alle.map(|it| it.to_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn een_koekje_is_alleen_voor_deze_host_over_tls_en_niet_voor_scripts_of_andere_sites() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let (inlog, mut klant) = (proef.inlog(Rol::Werkgever), proef.klant());
    let lijf = json!({ "email": inlog.account.0.to_string(), "wachtwoord": inlog.wachtwoord });
    let stap = klant.post("/v1/sessies", &lijf).await.unwrap();
    let lijf =
        json!({ "vervolg": stap.json()["vervolg"], "code": proef.code_over(Rol::Werkgever, 0) });
    let binnen = klant.post("/v1/sessies/_tweede-factor", &lijf).await.unwrap();
    let uit = klant.vraag(hyper::Method::DELETE, "/v1/sessies/huidige", None).await.unwrap();
    assert!(koekjes(&binnen).iter().any(|it| it.starts_with("__Host-sessie=")));
    let alle: Vec<String> = [stap, binnen, uit].iter().flat_map(koekjes).collect();
    assert!(alle.len() >= 3, "{}", alle.len());
    for koekje in alle {
        let (naam, rest) = koekje.split_once('=').unwrap();
        let delen: Vec<&str> = rest.split("; ").skip(1).collect();
        assert!(naam.starts_with("__Host-"), "{naam}");
        for deel in ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
            assert!(delen.contains(&deel), "{naam}: {deel}");
        }
        assert!(!delen.iter().any(|it| it.starts_with("Domain")), "{naam}");
    }
    proef.stop().await;
}

#[tokio::test]
async fn elke_inlog_en_elke_mislukking_staat_in_het_log_met_alleen_het_account() {
    let logboek = Logboek::begin().unwrap();
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let inlog = proef.inlog(Rol::Werkgever);
    let (account, wachtwoord) = (inlog.account.0.to_string(), inlog.wachtwoord.clone());
    let fout = json!({ "email": account, "wachtwoord": "MERKGEHEIM en meer" });
    assert_eq!(proef.klant().post("/v1/sessies", &fout).await.unwrap().status, 401);
    let niemand = json!({ "email": "merkpost@nergens.example", "wachtwoord": "MERKGEHEIM" });
    assert_eq!(proef.klant().post("/v1/sessies", &niemand).await.unwrap().status, 401);
    proef.ingelogd(Rol::Werkgever).await;
    proef.stop().await;
    let log = String::from_utf8(logboek.regels()).unwrap();
    let regels: Vec<&str> = log.lines().filter(|it| it.contains("wvp_engine::inloggen")).collect();
    for woord in ["inlog geweigerd", "ingelogd"] {
        let is_dit =
            |it: &&&str| it.contains("INFO") && it.contains(woord) && it.contains(&account);
        assert!(regels.iter().any(|it| is_dit(&it)), "{woord}: {regels:?}");
    }
    assert_eq!(regels.iter().filter(|it| it.contains("inlog geweigerd")).count(), 2);
    for geheim in ["MERKGEHEIM", "merkpost", wachtwoord.as_str()] {
        assert!(!log.contains(geheim), "{geheim}");
    }
}

#[tokio::test]
async fn wie_trace_vraagt_krijgt_zijn_verzoek_niet_terug() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.ingelogd(Rol::Werkgever).await;
    klant.koppen.push(("x-merk".to_owned(), "MERKKOP".to_owned()));
    for pad in ["/", "/v1/dossiers", "/inloggen", "/gezond"] {
        let antwoord = klant.vraag(hyper::Method::TRACE, pad, None).await.unwrap();
        assert_eq!(antwoord.status, 405, "{pad}");
        assert!(!String::from_utf8_lossy(&antwoord.lijf).contains("MERKKOP"), "{pad}");
    }
    proef.stop().await;
}
