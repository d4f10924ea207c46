//! Traces go out where they are asked for, and say nothing of anybody.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::json;
use tests::gediend::{Gediend, Voorbereid, gesprek};
use tests::klant::Klant;
use uuid::Uuid;
use wvp_cli::demo::Rol;

/// A collector that keeps what it is told.
#[derive(Clone, Default)]
struct Verzamelaar(Arc<Mutex<Vec<Vec<u8>>>>);

impl Verzamelaar {
    fn start() -> (Self, SocketAddr) {
        let (zelf, luisteraar) = (Self::default(), TcpListener::bind("127.0.0.1:0").unwrap());
        let (adres, kopie) = (luisteraar.local_addr().unwrap(), zelf.clone());
        thread::spawn(move || {
            for draad in luisteraar.incoming().flatten() {
                let kopie = kopie.clone();
                thread::spawn(move || while kopie.neem(&draad).is_some() {});
            }
        });
        (zelf, adres)
    }

    /// One post, headers and body, answered with 200.
    fn neem(&self, mut draad: &TcpStream) -> Option<()> {
        let (mut lezer, mut alles, mut lengte) = (BufReader::new(draad), vec![], 0);
        loop {
            let mut regel = String::new();
            if lezer.read_line(&mut regel).ok()? == 0 {
                return None;
            }
            alles.extend(regel.bytes());
            if let Some(getal) = regel.to_lowercase().strip_prefix("content-length:") {
                lengte = getal.trim().parse().ok()?;
            }
            if regel == "\r\n" {
                break;
            }
        }
        let mut lijf = vec![0; lengte];
        lezer.read_exact(&mut lijf).ok()?;
        alles.extend(lijf);
        self.0.lock().unwrap().push(alles);
        let soort = "content-type: application/x-protobuf";
        draad
            .write_all(
                format!("HTTP/1.1 200 OK\r\n{soort}\r\ncontent-length: 0\r\n\r\n").as_bytes(),
            )
            .ok()
    }
}

fn bevat(hooi: &[u8], naald: &str) -> bool {
    hooi.windows(naald.len()).any(|deel| deel == naald.as_bytes())
}

#[tokio::test(flavor = "multi_thread")]
async fn sporen_noemen_route_en_verzoek_en_niemand() {
    let map = tempfile::tempdir().unwrap();
    let wie = Voorbereid::in_map(map.path()).await.unwrap();
    let (verzamelaar, adres) = Verzamelaar::start();
    let opslag = format!("sled:{}", map.path().join("opslag").display());
    let meer = format!("[telemetrie]\notlp = \"http://{adres}\"\n");
    let programma = Path::new(env!("CARGO_BIN_EXE_proef-poortwachter"));
    let gediend = Gediend::start(programma, map.path(), &opslag, &meer).unwrap();

    let verzoek = Uuid::from_u128(0x5eed);
    let mut klant = wie.klant(gediend.adres);
    klant.koppen.push(("x-request-id".to_owned(), verzoek.to_string()));
    let pad = format!("{}/voortgangsgesprekken", wie.pad());
    let mut lijf = gesprek();
    *lijf.pointer_mut("/b/voortgang").unwrap() = json!("MERKZORG ging het beter");
    assert_eq!(klant.post(&pad, &lijf).await.unwrap().status, 201);
    klant.get(&format!("{}?zoek=MERKVRAAG", wie.pad())).await.unwrap();
    let inlog = json!({ "email": "merkpost@nergens.example", "wachtwoord": "MERKGEHEIM" });
    Klant::van(gediend.adres).post("/v1/sessies", &inlog).await.unwrap();
    assert!(gediend.stop().unwrap().success());

    let posten = verzamelaar.0.lock().unwrap().clone();
    assert!(!posten.is_empty(), "nothing was told");
    let alles = posten.concat();
    for woord in
        ["POST /v1/traces", "poortwachter", "/v1/dossiers/{dossier}/voortgangsgesprekken", "GET"]
    {
        assert!(bevat(&alles, woord), "{woord}");
    }
    assert!(bevat(&alles, &verzoek.to_string()));
    let account = wie.zaak.account(Rol::Werkgever).0.to_string();
    let dossier = wie.zaak.dossier.0.to_string();
    let niet = ["MERKZORG", "MERKVRAAG", "merkpost", "MERKGEHEIM", "Verbruggen", "127.0.0.1:0"];
    let niet = niet.into_iter().chain([account.as_str(), &dossier, &wie.token]);
    for woord in niet {
        assert!(!bevat(&alles, woord), "{woord}");
    }
}
