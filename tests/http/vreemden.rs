//! Whoever something is not of hears the same as when it was not there: for every endpoint of the document with a
//! number in its address, asked by strangers of every kind, once with a number that is somebody else's and once with
//! one that is nobody's.

use hyper::Method;
use serde_json::Value;
use tests::klant::{Antwoord, Klant};
use uuid::Uuid;
use wvp_cli::demo::Rol;

use crate::proef::Proef;
use crate::wereld::{Vreemde, vreemden};

/// What stands in an address, as it is and as it is not.
const NIEMAND: Uuid = Uuid::from_u128(0x00dd_ba11);

/// Endpoints where a number that is nobody's makes something new, or where the number is a secret of its own.
/// There only the first half is asked: that what is somebody else's stays closed.
const MAAKT_NIEUW: [&str; 7] = [
    // The number of a new account, employer, organisation or dossier is made up by who makes it.
    "/v1/accounts/{account}/registraties",
    "/v1/werkgevers/{werkgever}/werkgevertoewijzingen",
    "/v1/werkgevers/{werkgever}/opdrachten",
    "/v1/werkgevers/{werkgever}/polissen",
    "/v1/werkgevers/{werkgever}/werkgeverbeheer",
    "/v1/organisaties/{organisatie}/organisatiebeheer",
    "/v1/dossiers/{dossier}/ziekmeldingen",
];

/// Who knows the number of an account may offer its owner a function in the own house: that tells that it exists.
const MAG: [&str; 1] = ["/v1/accounts/{account}/functies"];

/// One way to ask something.
struct Deur {
    methode: Method,
    pad: String,
    soort: String,
    lijf: Option<Vec<u8>>,
}

/// Every endpoint with a number of somebody in its address, with the example of its body.
fn deuren() -> Vec<Deur> {
    let document: Value = serde_json::from_str(&wvp_server::document()).unwrap();
    let paden = document["paths"].as_object().unwrap();
    let mut deuren = vec![];
    for (pad, wat) in paden.iter().filter(|(pad, _)| is_van_iemand(pad)) {
        for methode in [Method::GET, Method::POST, Method::PUT, Method::DELETE] {
            let Some(handeling) = wat.get(methode.as_str().to_lowercase()) else { continue };
            let lijven = handeling["requestBody"]["content"].as_object();
            let lijf = lijven.and_then(|it| it.iter().next());
            let soort = lijf.map_or(String::new(), |(soort, _)| soort.clone());
            let lijf = lijf.map(|(_, wat)| match wat.get("example") {
                Some(voorbeeld) => voorbeeld.to_string().into_bytes(),
                None => b"%PDF-1.7".to_vec(),
            });
            deuren.push(Deur { methode, pad: pad.clone(), soort, lijf });
        }
    }
    assert!(deuren.len() > 80, "{}", deuren.len());
    deuren
}

fn is_van_iemand(pad: &str) -> bool {
    ["{dossier}", "{account}", "{werkgever}", "{werknemer}", "{organisatie}", "{token}"]
        .iter()
        .any(|nummer| pad.contains(nummer))
}

impl Deur {
    /// The address with numbers in it: those of the demo, or those of nobody.
    fn adres(&self, proef: &Proef, organisatie: Uuid, echt: bool) -> String {
        let zaak = &proef.zaak;
        let of = |nummer: Uuid| if echt { nummer } else { NIEMAND }.to_string();
        self.pad
            .replace("{dossier}", &of(zaak.dossier.0))
            .replace("{werkgever}", &of(zaak.werkgever.0))
            .replace("{werknemer}", &of(zaak.werknemer.0))
            .replace("{account}", &of(zaak.account(Rol::Casemanager).0))
            .replace("{organisatie}", &of(organisatie))
            .replace("{soort}", "plan_van_aanpak")
            .replace("{stuk}", &NIEMAND.to_string())
            .replace("{exemplaar}", &NIEMAND.to_string())
            .replace("{token}", &NIEMAND.to_string())
    }

    async fn vraag(&self, klant: &mut Klant, pad: &str) -> Antwoord {
        let lijf = self.lijf.clone().map(|lijf| (self.soort.as_str(), lijf));
        klant.stuur(self.methode.clone(), pad, lijf).await.unwrap()
    }
}

/// Whether an answer tells something of what it is about.
fn vertelt(antwoord: &Antwoord) -> bool {
    let is_leeg = antwoord.json().as_object().is_some_and(|it| {
        it.values().all(|waarde| waarde.as_array().is_some_and(Vec::is_empty) || waarde.is_null())
    });
    antwoord.status < 400 && !is_leeg
}

fn als_regel(antwoord: &Antwoord) -> (u16, String, Value) {
    (antwoord.status, antwoord.kop("content-type").to_owned(), antwoord.json())
}

async fn loop_langs(proef: &Proef, organisatie: Uuid, vreemde: &mut Vreemde) -> Vec<String> {
    let mut fouten = vec![];
    for deur in deuren() {
        let echt = deur.adres(proef, organisatie, true);
        let van_een_ander = deur.vraag(&mut vreemde.klant, &echt).await;
        let wie = vreemde.naam;
        let (methode, pad) = (&deur.methode, &deur.pad);
        if vertelt(&van_een_ander) && !MAG.contains(&pad.as_str()) {
            fouten.push(format!("{wie}: {methode} {pad} geeft {}", van_een_ander.status));
        }
        if van_een_ander.status >= 500 {
            fouten.push(format!("{wie}: {methode} {pad} valt om"));
        }
        if MAAKT_NIEUW.contains(&pad.as_str()) || MAG.contains(&pad.as_str()) {
            continue;
        }
        let nergens = deur.adres(proef, organisatie, false);
        let van_niemand = deur.vraag(&mut vreemde.klant, &nergens).await;
        let (een, ander) = (als_regel(&van_een_ander), als_regel(&van_niemand));
        if een != ander {
            fouten.push(format!("{wie}: {methode} {pad} verschilt: {een:?} en {ander:?}"));
        }
    }
    fouten
}

#[tokio::test(flavor = "multi_thread")]
async fn ac_01_wat_van_een_ander_is_ziet_eruit_als_wat_er_niet_is() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::tot_het_eind(map.path()).await;
    let wereld = vreemden(&proef).await;
    let mut fouten = vec![];
    for mut vreemde in wereld.vreemden {
        fouten.extend(loop_langs(&proef, wereld.arbodienst, &mut vreemde).await);
    }
    assert!(fouten.is_empty(), "{} verschillen:\n{}", fouten.len(), fouten.join("\n"));
    proef.stop().await;
}
