//! Whoever names in a body what is somebody else's hears the same as when it is nobody's, and nothing of it is
//! written: every example of the document, with every number in it replaced by one of the demo.

use std::collections::BTreeSet;

use hyper::Method;
use serde_json::Value;
use tests::klant::Antwoord;
use uuid::Uuid;
use wvp_cli::demo::Rol;
use wvp_domain::Command;
use wvp_store::Stroomsoort;

use crate::proef::Proef;
use crate::wereld::{Terrein, Vreemde, Wereld, vreemden};

/// Where what is of nobody is of who names it from then on, an organisation or an employee, and what is of another is
/// not there: the answers differ because the acts do. There only the first half is asked: that nothing comes of it.
const BEGINT: [&str; 2] =
    ["/v1/accounts/{account}/functies", "/v1/accounts/{account}/registraties"];

/// The number of nobody that goes with one of the demo: the same whenever that one is named.
fn van_niemand(echt: Uuid) -> Uuid {
    Uuid::from_u128(echt.as_u128() ^ 0xdd_ba11)
}

/// An act with the example of its body.
struct Daad {
    methode: Method,
    pad: String,
    voorbeeld: Value,
}

/// Every act with a number in its example.
fn daden() -> Vec<Daad> {
    let document: Value = serde_json::from_str(&wvp_server::document()).unwrap();
    let mut daden = vec![];
    for (pad, item) in document["paths"].as_object().unwrap() {
        for (methode, handeling) in item.as_object().unwrap() {
            let inhoud = &handeling["requestBody"]["content"]["application/json"];
            let mut nummers = 0;
            let mut voorbeeld = inhoud["example"].clone();
            vervang(&mut voorbeeld, "", &mut |_| {
                nummers += 1;
                Uuid::nil()
            });
            if nummers > 0 {
                let methode = methode.to_uppercase().parse().unwrap();
                let voorbeeld = inhoud["example"].clone();
                daden.push(Daad { methode, pad: pad.clone(), voorbeeld });
            }
        }
    }
    assert!(daden.len() > 70, "{}", daden.len());
    daden
}

/// Puts another number in the place of every one, by the name of its field.
fn vervang(json: &mut Value, naam: &str, door: &mut impl FnMut(&str) -> Uuid) {
    match json {
        Value::Object(velden) => velden.iter_mut().for_each(|(naam, it)| vervang(it, naam, door)),
        Value::Array(waarden) => waarden.iter_mut().for_each(|it| vervang(it, naam, door)),
        Value::String(tekst) if Uuid::parse_str(tekst).is_ok() => *tekst = door(naam).to_string(),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What the demo has under the name of a field.
fn van_de_demo(proef: &Proef, wereld: &Wereld, naam: &str) -> Uuid {
    let zaak = &proef.zaak;
    match naam.to_lowercase().as_str() {
        "account" | "door" | "naar" | "goedgekeurd_door" | "casemanager" | "collega" => {
            zaak.account(Rol::Casemanager).0
        }
        "werkgever" => zaak.werkgever.0,
        "werknemer" => zaak.werknemer.0,
        "dossier" => zaak.dossier.0,
        "organisatie" | "overig" => wereld.arbodienst,
        // Any other number is that of a document.
        _ => zaak.stappen.iter().find_map(|stap| stuk(&stap.wat)).unwrap(),
    }
}

/// The number of the first document of the case.
fn stuk(wat: &Command) -> Option<Uuid> {
    if let Command::MeldZiek(melding) = wat { Some(melding.a.stuk.0) } else { None }
}

impl Daad {
    fn adres(&self, terrein: &Terrein) -> String {
        self.pad
            .replace("{dossier}", &terrein.dossier.to_string())
            .replace("{werkgever}", &terrein.werkgever.to_string())
            .replace("{werknemer}", &terrein.werknemer.to_string())
            .replace("{account}", &terrein.account.to_string())
            .replace("{organisatie}", &terrein.organisatie.to_string())
            .replace("{soort}", "melding-42e-week")
    }

    /// Does it, naming numbers, and gives the answer with the numbers that were sent taken out.
    async fn doe(
        &self,
        vreemde: &Vreemde,
        terrein: &Terrein,
        mut nummer: impl FnMut(&str) -> Uuid,
    ) -> (u16, String, String) {
        let (mut lijf, mut genoemd) = (self.voorbeeld.clone(), BTreeSet::new());
        vervang(&mut lijf, "", &mut |naam| {
            let dit = nummer(naam);
            genoemd.insert(dit.to_string());
            dit
        });
        let mut klant = vreemde.klant.clone();
        let antwoord: Antwoord =
            klant.vraag(self.methode.clone(), &self.adres(terrein), Some(&lijf)).await.unwrap();
        let tekst = String::from_utf8_lossy(&antwoord.lijf).into_owned();
        let tekst = genoemd.iter().fold(tekst, |tekst, dit| tekst.replace(dit, "…"));
        (antwoord.status, antwoord.kop("content-type").to_owned(), tekst)
    }
}

/// What was written since in a stream of the demo, but for the reading logs: a refusal is noted there.
async fn geschreven(proef: &Proef, wereld: &Wereld, sinds: wvp_store::Positie) -> Vec<String> {
    let zaak = &proef.zaak;
    let accounts = Rol::ALLE.map(|rol| zaak.account(rol).0);
    let demo = [zaak.dossier.0, zaak.werkgever.0, zaak.werknemer.0, wereld.arbodienst];
    let demo: BTreeSet<Uuid> = demo.into_iter().chain(accounts).collect();
    let (mut gevonden, mut na) = (vec![], sinds);
    loop {
        let records = proef.store.read_all(na, 1_000).await.unwrap();
        let Some(laatste) = records.last() else { return gevonden };
        na = laatste.positie;
        let raak = records.iter().filter(|it| demo.contains(&it.stroom.id));
        let raak = raak.filter(|it| it.stroom.soort != Stroomsoort::Leeslog);
        gevonden.extend(raak.map(|it| format!("{}", it.stroom)));
    }
}

async fn loop_langs(proef: &Proef, wereld: &Wereld, vreemde: &Vreemde) -> Vec<String> {
    let mut fouten = vec![];
    let [hier, daar] = &wereld.tweeling;
    for daad in daden() {
        let sinds = proef.store.kop();
        let echt = daad.doe(vreemde, hier, |naam| van_de_demo(proef, wereld, naam)).await;
        let (wie, methode, pad) = (vreemde.naam, &daad.methode, &daad.pad);
        let geraakt = geschreven(proef, wereld, sinds).await;
        if !geraakt.is_empty() {
            fouten.push(format!("{wie}: {methode} {pad} schrijft in {geraakt:?}"));
        }
        if BEGINT.contains(&pad.as_str()) {
            if echt.0 < 400 {
                fouten.push(format!("{wie}: {methode} {pad} geeft {}", echt.0));
            }
            continue;
        }
        let nergens = |naam: &str| van_niemand(van_de_demo(proef, wereld, naam));
        let niemands = daad.doe(vreemde, daar, nergens).await;
        if echt != niemands {
            fouten.push(format!("{wie}: {methode} {pad} verschilt: {echt:?} en {niemands:?}"));
        }
    }
    fouten
}

#[tokio::test(flavor = "multi_thread")]
async fn ac_01_een_lijf_dat_noemt_wat_van_een_ander_is_krijgt_het_antwoord_van_wat_er_niet_is() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let wereld = vreemden(&proef).await;
    let mut fouten = vec![];
    for vreemde in &wereld.vreemden {
        fouten.extend(loop_langs(&proef, &wereld, vreemde).await);
    }
    assert!(fouten.is_empty(), "{} verschillen:\n{}", fouten.len(), fouten.join("\n"));
    proef.stop().await;
}
