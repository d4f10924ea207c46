//! The same of pages: for every page with a number in its address, asked and sent to by strangers of every kind, what is
//! somebody else's looks as what is nobody's.

use hyper::Method;
use serde_json::json;
use tests::klant::{Antwoord, Klant};
use uuid::Uuid;
use wvp_cli::demo::Rol;
use wvp_engine::{Klok as _, Systeemklok};

use crate::bladen::tekst;
use crate::proef::Proef;
use crate::wereld::{Vreemde, vreemden};

/// What stands in an address, as it is not.
const NIEMAND: Uuid = Uuid::from_u128(0x00dd_ba11);

/// What people write about with a form, by the words of the address.
const WOORDEN: [(&str, &str); 5] = [
    ("/dossiers/", "voortgangsgesprekken"),
    ("/werkgevers/", "gegevens-werkgever"),
    ("/werknemers/", "toestemmingen"),
    ("/beheer/", "functies"),
    ("/waarnemingen/", "waarnemingen"),
];

/// Pages where the number of somebody else is no secret to who sends it.
const MAG: [&str; 1] = [
    // Who knows the number of an account may offer its owner a function in the own house (see `vreemden.rs`).
    "/beheer/accounts/{account}/vastleggen/{woord}",
];

/// The numbers in an address, as they are of the case and of its casemanager.
type Nummers = [(&'static str, Uuid); 7];

async fn nummers(proef: &Proef) -> Nummers {
    let (zaak, mut klant) = (&proef.zaak, proef.ingelogd(Rol::Casemanager).await);
    let lijf = json!({ "naam": "proef", "reikwijdte": "lezen", "tot_en_met": Systeemklok.vandaag().plus(1) });
    assert_eq!(klant.post("/v1/tokens", &lijf).await.unwrap().status, 201);
    let mut eerste = async |pad: &str, plek: &str| -> Uuid {
        let antwoord = klant.get(pad).await.unwrap().json();
        antwoord.pointer(plek).unwrap().as_str().unwrap().parse().unwrap()
    };
    [
        ("{dossier}", zaak.dossier.0),
        ("{werkgever}", zaak.werkgever.0),
        ("{werknemer}", zaak.werknemer.0),
        ("{account}", zaak.account(Rol::Casemanager).0),
        ("{sessie}", eerste("/v1/sessies", "/sessies/0/sessie").await),
        ("{token}", eerste("/v1/tokens", "/tokens/0/token").await),
        (
            "{stuk}",
            eerste(&format!("/v1/dossiers/{}/stukken", zaak.dossier.0), "/stukken/0/stuk").await,
        ),
    ]
}

/// An address with numbers in it: those of the case, or nobody's.
fn adres(nummers: &Nummers, pad: &str, echt: bool) -> String {
    let begin = WOORDEN.iter().find(|(begin, _)| pad.contains(begin));
    let woord = begin.map_or("werkgevertoewijzingen", |(_, woord)| woord);
    let gevuld = nummers.iter().fold(pad.to_owned(), |pad, (naam, nummer)| {
        pad.replace(naam, &if echt { *nummer } else { NIEMAND }.to_string())
    });
    // Whatever else has a number is nobody's in either.
    let niemand = NIEMAND.to_string();
    let rest = ["{recht}", "{bericht}", "{koppeling}"];
    rest.into_iter().fold(gevuld.replace("{woord}", woord), |pad, naam| pad.replace(naam, &niemand))
}

/// A text without numbers: those that were asked for, and those that a form makes up.
fn zonder_nummers(tekst: &str) -> String {
    let deel = |teken: char| !teken.is_ascii_hexdigit() && teken != '-';
    let woorden = tekst.split_inclusive(deel).map(|woord| {
        let kaal = woord.trim_end_matches(deel);
        if Uuid::parse_str(kaal).is_ok() { woord.replace(kaal, "#") } else { woord.to_owned() }
    });
    woorden.collect()
}

fn als_regel(antwoord: &Antwoord) -> (u16, String, String) {
    let zonder = |tekst: &str| zonder_nummers(tekst);
    (antwoord.status, zonder(antwoord.kop("location")), zonder(&tekst(antwoord)))
}

/// The first line in which two answers differ.
fn verschil<'a>(een: &'a str, ander: &'a str) -> (&'a str, &'a str) {
    een.lines().zip(ander.lines()).find(|(een, ander)| een != ander).unwrap_or_default()
}

async fn vraag(klant: &mut Klant, methode: &Method, pad: &str) -> Antwoord {
    if *methode == Method::GET {
        return klant.get(pad).await.unwrap();
    }
    klant.post_formulier(pad, "").await.unwrap()
}

async fn loop_langs(nummers: &Nummers, vreemde: &mut Vreemde) -> Vec<String> {
    let (mut fouten, wie) = (vec![], vreemde.naam);
    let bladen = wvp_server::bladen().into_iter().map(|(pad, _)| pad);
    let met_nummer = |pad: &&str| nummers.iter().any(|(naam, _)| pad.contains(naam));
    let bladen: Vec<&str> = bladen.filter(met_nummer).filter(|pad| !MAG.contains(pad)).collect();
    assert!(bladen.len() > 25, "{bladen:?}");
    for pad in bladen {
        for methode in [Method::GET, Method::POST] {
            let van_een_ander =
                vraag(&mut vreemde.klant, &methode, &adres(nummers, pad, true)).await;
            let van_niemand =
                vraag(&mut vreemde.klant, &methode, &adres(nummers, pad, false)).await;
            if van_een_ander.status >= 500 {
                fouten.push(format!("{wie}: {methode} {pad} valt om"));
            }
            let (een, ander) = (als_regel(&van_een_ander), als_regel(&van_niemand));
            if een != ander {
                let waar = verschil(&een.2, &ander.2);
                fouten.push(format!(
                    "{wie}: {methode} {pad} verschilt: {} en {}: {waar:?}",
                    een.0, ander.0
                ));
            }
        }
    }
    fouten
}

#[tokio::test(flavor = "multi_thread")]
async fn ac_01_een_bladzijde_van_een_ander_is_er_niet() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::tot_het_eind(map.path()).await;
    let (wereld, nummers) = (vreemden(&proef).await, nummers(&proef).await);
    let mut fouten = vec![];
    for mut vreemde in wereld.vreemden {
        fouten.extend(loop_langs(&nummers, &mut vreemde).await);
    }
    assert!(fouten.is_empty(), "{} verschillen:\n{}", fouten.len(), fouten.join("\n"));
    proef.stop().await;
}
