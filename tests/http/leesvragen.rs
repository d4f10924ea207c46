//! What can be asked without opening a dossier, and what is drawn up from one.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use uuid::Uuid;
use wvp_access::{DIGEST, Lezer};
use wvp_cli::demo::{Rol, lezer};
use wvp_kanalen::Openheid;
use wvp_kanalen::agenda::AgendaInstelling;

use crate::proef::Proef;

fn namen(van: &Value, lijst: &str, veld: &str) -> Vec<String> {
    let tekst = |it: &Value| it[veld].as_str().unwrap_or_default().to_owned();
    van[lijst].as_array().unwrap().iter().map(tekst).collect()
}

#[tokio::test]
async fn agenda_en_postvak_zijn_van_wie_erom_vraagt() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let dossier = proef.zaak.dossier.0.to_string();
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let agenda = werkgever.get("/v1/agenda?dagen=30").await.unwrap().json();
    assert!(namen(&agenda, "termijnen", "dossier").contains(&dossier), "{agenda}");
    assert_eq!(werkgever.get("/v1/agenda?dagen=999").await.unwrap().status, 400);
    let mut vreemde = proef.zonder_dossier().await;
    assert_eq!(vreemde.get("/v1/agenda").await.unwrap().json()["termijnen"], json!([]));

    let eerste = werkgever.get("/v1/postvak?ongelezen=true&hoogstens=1").await.unwrap().json();
    let bericht = eerste["berichten"][0]["bericht"].as_str().unwrap().to_owned();
    let tweede = werkgever
        .get(&format!("/v1/postvak?hoogstens=1&na={}", eerste["verder"].as_str().unwrap()))
        .await
        .unwrap()
        .json();
    assert_ne!(tweede["berichten"][0]["bericht"], json!(bericht), "{tweede}");
    let lees = format!("/v1/postvak/{bericht}/_lees");
    assert_eq!(vreemde.post(&lees, &json!({})).await.unwrap().status, 404);
    assert_eq!(werkgever.post(&lees, &json!({})).await.unwrap().status, 204);
    let rest = werkgever.get("/v1/postvak?ongelezen=true").await.unwrap().json();
    assert!(!namen(&rest, "berichten", "bericht").contains(&bericht));
    proef.stop().await;
}

#[tokio::test]
async fn een_agenda_staat_achter_een_geheim_adres_tot_het_wordt_ingetrokken() {
    let map = tempfile::tempdir().unwrap();
    let agenda = AgendaInstelling::try_new(Openheid::Stil, "proef.example").unwrap();
    let proef = Proef::met(map.path(), |it| it.agenda = Some(agenda)).await;
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let gemaakt = werkgever.post("/v1/agenda/adressen", &json!({})).await.unwrap();
    assert_eq!(gemaakt.status, 201, "{}", gemaakt.json());
    let adres = gemaakt.json()["adres"].as_str().unwrap().to_owned();
    let mut programma = proef.klant();
    let feed = programma.get(&adres).await.unwrap();
    assert!(feed.kop("content-type").starts_with("text/calendar"));
    let tekst = String::from_utf8(feed.lijf).unwrap();
    assert!(tekst.contains("BEGIN:VEVENT"), "{tekst}");
    for woord in proef.zaak.persoon.naam.split(' ').filter(|it| it.len() > 2) {
        assert!(!tekst.contains(woord), "{woord}");
    }
    let metingen = programma.get("/metrics").await.unwrap().lijf;
    let geheim = adres.rsplit('/').next().unwrap();
    assert!(!String::from_utf8_lossy(&metingen).contains(geheim));
    let weg = werkgever.vraag(hyper::Method::DELETE, "/v1/agenda/adressen/huidige", None);
    assert_eq!(weg.await.unwrap().status, 204);
    assert_eq!(programma.get(&adres).await.unwrap().status, 404);
    proef.stop().await;
}

#[tokio::test]
async fn voorkeuren_blijven_en_gaan_over_eigen_berichten() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = "/v1/postvak/voorkeuren";
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let keuze = json!({
        "afgemeld": ["mail"], "bundeling": "per_dag", "stille_uren": { "van": 1320, "tot": 420 }
    });
    let gekozen = werkgever.vraag(hyper::Method::PUT, pad, Some(&keuze)).await.unwrap();
    assert_eq!(gekozen.status, 204, "{}", gekozen.json());
    let nu = werkgever.get(pad).await.unwrap().json();
    for veld in ["afgemeld", "bundeling", "stille_uren"] {
        assert_eq!(nu[veld], keuze[veld], "{veld}");
    }
    let mut ander = proef.ingelogd(Rol::Casemanager).await;
    assert_eq!(ander.get(pad).await.unwrap().json()["afgemeld"], json!([]));
    proef.stop().await;
}

#[tokio::test]
async fn accounts_zijn_voor_wie_ze_beheert_en_het_eigen_account_voor_ieder() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut beheerder = proef.ingelogd_als(Lezer::FunctioneelBeheerder).await;
    let (mut alle, mut na) = (BTreeSet::new(), String::new());
    loop {
        let blad = beheerder.get(&format!("/v1/accounts?hoogstens=2{na}")).await.unwrap().json();
        for account in namen(&blad, "accounts", "account") {
            assert!(alle.insert(account), "{blad}");
        }
        let Some(verder) = blad["verder"].as_str() else { break };
        na = format!("&na={verder}");
    }
    let eigen = proef.inlog(Rol::Werkgever).account.0.to_string();
    let ander = proef.inlog(Rol::Bedrijfsarts).account.0.to_string();
    assert!(alle.contains(&eigen) && alle.contains(&ander));
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    assert_eq!(werkgever.get("/v1/accounts").await.unwrap().status, 403);
    let zelf = werkgever.get(&format!("/v1/accounts/{eigen}")).await.unwrap();
    assert_eq!(zelf.json()["functies"][0]["recht"]["lezer"], "werkgever/werkgever");
    assert_eq!(werkgever.get(&format!("/v1/accounts/{ander}")).await.unwrap().status, 403);
    let geen = beheerder.get(&format!("/v1/accounts/{}", Uuid::from_u128(1))).await.unwrap();
    assert_eq!(geen.status, 404);
    for wat in ["delegaties", "waarnemingen"] {
        let lijst = werkgever.get(&format!("/v1/accounts/{eigen}/{wat}")).await.unwrap();
        assert_eq!((lijst.status, &lijst.json()["regels"]), (200, &json!([])), "{wat}");
    }
    let nee = werkgever.get(&format!("/v1/accounts/{ander}/waarnemingen")).await.unwrap();
    assert_eq!(nee.status, 403);
    proef.stop().await;
}

#[tokio::test]
async fn rechten_op_een_dossier_zijn_voor_wie_het_kent() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let dossier = format!("/v1/dossiers/{}", proef.zaak.dossier.0);
    let werkgever = format!("/v1/werkgevers/{}", proef.zaak.werkgever.0);
    let paden = [
        format!("{dossier}/toewijzingen"),
        format!("{werkgever}/werkgevertoewijzingen"),
        format!("{dossier}/afwijkingen"),
        format!("{werkgever}/protocollen"),
    ];
    let mut wie = proef.ingelogd(Rol::Werkgever).await;
    for pad in &paden {
        let antwoord = wie.get(pad).await.unwrap();
        assert_eq!(antwoord.status, 200, "{pad} {}", antwoord.json());
    }
    let bij_werkgever = wie.get(&paden[1]).await.unwrap().json();
    assert!(!bij_werkgever["toewijzingen"].as_array().unwrap().is_empty(), "{bij_werkgever}");
    let mut toezicht = proef.ingelogd_als(Lezer::FunctionarisGegevensbescherming).await;
    for (hier, daar) in [
        (&paden[0], format!("/v1/dossiers/{}/toewijzingen", Uuid::from_u128(1))),
        (&paden[1], format!("/v1/werkgevers/{}/werkgevertoewijzingen", Uuid::from_u128(1))),
        (&paden[3], format!("/v1/werkgevers/{}/protocollen", Uuid::from_u128(1))),
    ] {
        let (hier, daar) = (toezicht.get(hier).await.unwrap(), toezicht.get(&daar).await.unwrap());
        assert_eq!((hier.status, hier.lijf), (daar.status, daar.lijf));
        assert_eq!(daar.status, 404);
    }
    let eigen = format!("/v1/werknemers/{}/toestemmingen", proef.zaak.werknemer.0);
    let mut werknemer = proef.ingelogd(Rol::Werknemer).await;
    let niets = (200, json!([]));
    let lijst = werknemer.get(&eigen).await.unwrap();
    assert_eq!((lijst.status, lijst.json()["regels"].clone()), niets);
    proef.stop().await;
}

#[tokio::test]
async fn toezicht_ziet_wie_wat_kon_openen_en_nooit_wat() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = |dossier: Uuid| {
        let account = proef.inlog(Rol::Werkgever).account.0;
        let vraag = format!("op=2026-01-01&account={account}&functie=werkgever/werkgever");
        format!("/v1/dossiers/{dossier}/inzage-toen?{vraag}")
    };
    let hier = pad(proef.zaak.dossier.0);
    let mut toezicht = proef.ingelogd_als(Lezer::FunctionarisGegevensbescherming).await;
    let toen = toezicht.get(&hier).await.unwrap();
    let feiten = toen.json()["feiten"].as_array().unwrap().clone();
    let open = |letter: &str| {
        feiten
            .iter()
            .flat_map(|it| it["secties"].as_array().unwrap())
            .any(|sectie| sectie["categorie"] == letter && sectie["open"] == json!(true))
    };
    assert!(open("A") && !open("C"), "{}", toen.json());
    assert_eq!(toezicht.get(&format!("{hier}&kleur=rood")).await.unwrap().status, 400);
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let (nee, geen) = (
        werkgever.get(&hier).await.unwrap(),
        werkgever.get(&pad(Uuid::from_u128(1))).await.unwrap(),
    );
    assert_eq!((nee.status, nee.lijf), (geen.status, geen.lijf));
    assert_eq!(geen.status, 404);

    // A list in which the dossier stood is a line for whoever watches.
    werkgever.get("/v1/dossiers").await.unwrap();
    let pad = format!("/v1/dossiers/{}/lijstvermeldingen", proef.zaak.dossier.0);
    let regels = toezicht.get(&pad).await.unwrap().json();
    let laatste = regels["regels"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(laatste["getoond"]["lezer"], json!(lezer(Rol::Werkgever).to_string()), "{laatste}");
    assert_eq!(werkgever.get(&pad).await.unwrap().status, 404);
    proef.stop().await;
}

#[tokio::test]
async fn rechten_nakijken_is_werk_van_wie_dat_doet() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = "/v1/na-te-kijken-rechten";
    let mut beheerder = proef.ingelogd_als(Lezer::FunctioneelBeheerder).await;
    let lijst = beheerder.get(pad).await.unwrap().json();
    let een = lijst["rechten"][0]["recht"].as_str().unwrap().to_owned();
    let bevestig = format!("{pad}/{een}/_bevestig");
    let mut planner = proef.ingelogd_als(Lezer::Planner).await;
    assert_eq!(planner.get(pad).await.unwrap().status, 403);
    assert_eq!(planner.post(&bevestig, &json!({})).await.unwrap().status, 403);
    let onbekend = format!("{pad}/{}/_bevestig", Uuid::from_u128(1));
    assert_eq!(beheerder.post(&onbekend, &json!({})).await.unwrap().status, 404);
    let gedaan = beheerder.post(&bevestig, &json!({})).await.unwrap();
    assert_eq!(gedaan.status, 204, "{}", gedaan.json());
    let rest = beheerder.get(pad).await.unwrap().json();
    assert!(!namen(&rest, "rechten", "recht").contains(&een), "{rest}");
    proef.stop().await;
}

#[tokio::test]
async fn hoe_het_huis_draait_is_voor_de_beheerder() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut beheerder = proef.ingelogd_als(Lezer::FunctioneelBeheerder).await;
    let gereed = beheerder.get("/v1/gereedheid").await.unwrap().json();
    assert_eq!(gereed["gereed"], json!(gereed["redenen"].as_array().unwrap().is_empty()));
    let opgegeven = beheerder.get("/v1/opgegeven-berichten").await.unwrap();
    assert_eq!((opgegeven.status, &opgegeven.json()["berichten"]), (200, &json!([])));
    let onbekend = format!("/v1/opgegeven-berichten/{}/_hervat", Uuid::from_u128(1));
    assert_eq!(beheerder.post(&onbekend, &json!({})).await.unwrap().status, 404);
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    for pad in ["/v1/gereedheid", "/v1/opgegeven-berichten"] {
        assert_eq!(werkgever.get(pad).await.unwrap().status, 403, "{pad}");
    }
    proef.stop().await;
}

#[tokio::test]
async fn overdragen_doet_wie_het_werk_heeft_en_alleen_aan_wie_de_functie_heeft() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let van = proef.inlog(Rol::Casemanager).account.0;
    let pad = format!("/v1/accounts/{van}/overgedragen-dossiers");
    let functie = lezer(Rol::Casemanager).to_string();
    let naar = json!({ "naar": proef.inlog(Rol::Bedrijfsarts).account.0, "functie": functie });
    let mut verzekeraar = proef.ingelogd(Rol::Claimbeoordelaar).await;
    let nee = verzekeraar.post(&pad, &naar).await.unwrap();
    assert_eq!((nee.status, &nee.json()["grondslag"][0]), (403, &json!("R-287")));
    let mut zelf = proef.ingelogd(Rol::Casemanager).await;
    let nee = zelf.post(&pad, &naar).await.unwrap();
    assert_eq!((nee.status, &nee.json()["grondslag"][0]), (403, &json!("R-291")));
    let onbekend = json!({ "naar": Uuid::nil(), "functie": "arbodienst/tovenaar" });
    assert_eq!(zelf.post(&pad, &onbekend).await.unwrap().status, 400);
    proef.stop().await;
}

#[tokio::test]
async fn een_protocol_is_na_te_spelen_voordat_het_geldt() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let pad = "/v1/protocollen/_proef";
    let protocol = json!({
        "per": "2027-01-01", "stappen": [],
        "aanscherpingen": [{ "termijn": "probleemanalyse", "dagen_eerder": 5, "extra_treden": [-21] }]
    });
    let gespeeld = werkgever.post(pad, &protocol).await.unwrap();
    assert_eq!(gespeeld.status, 200, "{}", gespeeld.json());
    assert!(!gespeeld.json()["zaken"].as_array().unwrap().is_empty());
    assert_eq!(gespeeld.json()["nooit"], json!([]));
    let fout = werkgever.post(pad, &json!({ "per": "2027-02-30", "kleur": 1 })).await.unwrap();
    assert_eq!(fout.status, 400);
    assert!(fout.json()["fouten"].as_array().unwrap().len() >= 2, "{}", fout.json());
    proef.stop().await;
}

#[tokio::test]
async fn een_voorzet_is_voor_wie_het_stuk_vastlegt_en_past_in_zijn_lijf() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = |dossier: Uuid, soort: &str| format!("/v1/dossiers/{dossier}/voorzetten/{soort}");
    let dossier = proef.zaak.dossier.0;
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let voorzet = werkgever.get(&pad(dossier, "voortgangsgesprek")).await.unwrap();
    assert_eq!(voorzet.status, 200, "{}", voorzet.json());
    assert!(voorzet.json()["inhoud"]["a"].is_object(), "{}", voorzet.json());
    assert!(!voorzet.json()["te_doen"].as_array().unwrap().is_empty());
    assert_eq!(werkgever.get(&pad(dossier, "ponskaart")).await.unwrap().status, 404);
    let nee = werkgever.get(&pad(dossier, "probleemanalyse")).await.unwrap();
    assert_eq!(nee.status, 403, "{}", nee.json());
    let mut vreemde = proef.zonder_dossier().await;
    let hier = vreemde.get(&pad(dossier, "plan_van_aanpak")).await.unwrap();
    let daar = vreemde.get(&pad(Uuid::from_u128(1), "plan_van_aanpak")).await.unwrap();
    assert_eq!((hier.status, hier.lijf), (daar.status, daar.lijf));
    assert_eq!(daar.status, 404);
    proef.stop().await;
}

#[tokio::test]
async fn een_brief_van_uwv_wordt_beoordeeld_op_wat_iemand_mag_weten() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = |dossier: Uuid, vraag: &str| format!("/v1/dossiers/{dossier}/verweer?{vraag}");
    let vraag = "reden=ADM-PA-ONTBREEKT&ontvangenOp=2025-09-01";
    let dossier = proef.zaak.dossier.0;
    let mut casemanager = proef.ingelogd(Rol::Casemanager).await;
    let oordeel = casemanager.get(&pad(dossier, vraag)).await.unwrap();
    assert_eq!(oordeel.status, 200, "{}", oordeel.json());
    assert!(!oordeel.json()["bewijs"].as_array().unwrap().is_empty(), "{}", oordeel.json());
    let onbekend = pad(dossier, "reden=ZOMAAR&ontvangenOp=2025-09-01");
    assert_eq!(casemanager.get(&onbekend).await.unwrap().status, 400);
    let mut vreemde = proef.zonder_dossier().await;
    assert_eq!(vreemde.get(&pad(dossier, vraag)).await.unwrap().status, 404);
    proef.stop().await;
}

#[tokio::test]
async fn een_bericht_aan_uwv_is_een_voorbeeld_en_noemt_wat_er_ontbreekt() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::tot_het_eind(map.path()).await;
    let pad = |soort: &str| format!("/v1/dossiers/{}/uwv-berichten/{soort}", proef.zaak.dossier.0);
    let mut casemanager = proef.ingelogd(Rol::Casemanager).await;
    let bericht = casemanager.post(&pad("melding-42e-week"), &json!({})).await.unwrap();
    assert_eq!(bericht.status, 200, "{}", bericht.json());
    assert!(bericht.json()["voorbeeld"].is_string());
    let mut als_xml = casemanager.clone();
    als_xml.koppen.push(("accept".to_owned(), "application/xml".to_owned()));
    let xml = als_xml.post(&pad("melding-42e-week"), &json!({})).await.unwrap();
    assert_eq!((xml.kop("content-type"), xml.lijf.first()), ("application/xml", Some(&b'<')));
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let mist = werkgever.post(&pad("melding-42e-week"), &json!({})).await.unwrap();
    assert_eq!(mist.status, 400);
    assert!(namen(&mist.json(), "fouten", "veld").iter().any(|it| it.contains("Loonheffingennr")));
    let nee = werkgever.post(&pad("ziekteaangifte"), &json!({})).await.unwrap();
    assert_eq!((nee.status, &nee.json()["grondslag"][0]), (403, &json!("R-201")));
    let mut vreemde = proef.zonder_dossier().await;
    let niets = vreemde.post(&pad("melding-42e-week"), &json!({})).await.unwrap();
    assert_eq!(niets.status, 404);
    proef.stop().await;
}

#[tokio::test]
async fn de_tabel_van_bevoegdheden_noemt_van_elke_rij_de_bron() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let tabel = proef.klant().get("/v1/toegang").await.unwrap().json();
    assert_eq!(tabel["vingerafdruk"], json!(DIGEST));
    let rijen = tabel["rijen"].as_array().unwrap();
    assert!(rijen.len() > 1000);
    assert!(rijen.iter().all(|rij| !rij["rules"].as_array().unwrap().is_empty()));
    proef.stop().await;
}

#[tokio::test]
async fn wie_een_organisatie_beheert_ziet_alleen_wie_dat_bepaalt() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let werkgever = format!("/v1/werkgevers/{}/werkgeverbeheer", proef.zaak.werkgever.0);
    let mut zelf = proef.ingelogd(Rol::Werkgever).await;
    let mut beheerder = proef.ingelogd_als(Lezer::FunctioneelBeheerder).await;
    for klant in [&mut zelf, &mut beheerder] {
        let lijst = klant.get(&werkgever).await.unwrap();
        assert_eq!(lijst.status, 200, "{}", lijst.json());
        let regels = lijst.json()["regels"].as_array().unwrap().clone();
        assert!(!regels.is_empty() && regels.iter().all(|it| !it["recht"]["aan"].is_null()));
    }
    let nergens = format!("/v1/organisaties/{}/organisatiebeheer", Uuid::from_u128(1));
    assert_eq!(beheerder.get(&nergens).await.unwrap().status, 404);
    for rol in [Rol::Casemanager, Rol::Bedrijfsarts, Rol::Werknemer] {
        let nee = proef.ingelogd(rol).await.get(&werkgever).await.unwrap();
        assert_eq!(nee.status, 404, "{}", rol.naam());
    }
    let nee = proef.ingelogd_als(Lezer::Planner).await.get(&werkgever).await.unwrap();
    assert_eq!(nee.status, 404);
    proef.stop().await;
}
