//! What people do on pages beside recording a fact: keep a draft, see what others will read, refuse, play, compare.

use tests::klant::{Antwoord, Klant};
use uuid::Uuid;
use wvp_cli::demo::Rol;

use crate::proef::Proef;

pub(crate) fn tekst(antwoord: &Antwoord) -> String {
    String::from_utf8(antwoord.lijf.clone()).unwrap()
}

/// What stands between two texts on a page.
pub(crate) fn tussen<'a>(blad: &'a str, van: &str, tot: &str) -> &'a str {
    assert!(blad.contains(van), "{van}: {blad}");
    let (_, rest) = blad.split_once(van).unwrap();
    rest.split_once(tot).unwrap().0
}

pub(crate) async fn blad(klant: &mut Klant, pad: &str) -> String {
    let antwoord = klant.get(pad).await.unwrap();
    assert_eq!(antwoord.status, 200, "{pad}: {}", tekst(&antwoord));
    tekst(&antwoord)
}

fn gesprek(proef: &Proef) -> String {
    format!("/dossiers/{}/vastleggen/voortgangsgesprekken", proef.zaak.dossier.0)
}

#[tokio::test]
async fn een_concept_staat_er_de_volgende_keer_nog_en_niet_voor_een_ander() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = gesprek(&proef);
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let velden = "b.voortgang=Half+af&b.afspraken=&:bewaar=1";
    let bewaard = werkgever.post_formulier(&pad, velden).await.unwrap();
    let verder = format!("{pad}?gedaan=bewaard");
    assert_eq!((bewaard.status, bewaard.kop("location")), (303, verder.as_str()));
    assert!(blad(&mut werkgever, &pad).await.contains("Half af"));
    let kies = format!("/dossiers/{}/vastleggen", proef.zaak.dossier.0);
    assert!(blad(&mut werkgever, &kies).await.contains("Uw concept van"));
    let mut casemanager = proef.ingelogd(Rol::Casemanager).await;
    assert!(!blad(&mut casemanager, &pad).await.contains("Half af"));
    proef.stop().await;
}

#[tokio::test]
async fn een_concept_is_weg_als_het_is_vastgelegd() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = gesprek(&proef);
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    werkgever.post_formulier(&pad, "b.voortgang=Half+af&:bewaar=1").await.unwrap();
    let velden = format!(
        "stuk={}&a.gehouden_op=2024-03-05&a.activiteiten_tijdig=ja&b.voortgang=Helemaal+af",
        Uuid::from_u128(9)
    );
    let vastgelegd = werkgever.post_formulier(&pad, &velden).await.unwrap();
    assert_eq!(vastgelegd.status, 303, "{}", tekst(&vastgelegd));
    let opnieuw = blad(&mut werkgever, &pad).await;
    assert!(!opnieuw.contains("Half af") && !opnieuw.contains("concept van"), "{opnieuw}");
    proef.stop().await;
}

#[tokio::test]
async fn een_bedrijfsarts_ziet_vooraf_wat_de_werkgever_leest_en_niets_medisch() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let dossier = proef.zaak.dossier.0;
    let mut arts = proef.ingelogd(Rol::Bedrijfsarts).await;
    let velden = "b.advies=Rustig+opbouwen&c.aantekeningen=Alleen+voor+mij&:voorproef=1";
    let pad = format!("/dossiers/{dossier}/vastleggen/spreekuren");
    let antwoord = arts.post_formulier(&pad, velden).await.unwrap();
    assert_eq!(antwoord.status, 200);
    let blad_ = tekst(&antwoord);
    let voorproef = tussen(&blad_, "id=\"vp-kop\"", "<form");
    assert!(voorproef.contains("Rustig opbouwen"), "{voorproef}");
    assert!(!voorproef.contains("Alleen voor mij"), "{voorproef}");
    assert!(blad_.contains("Alleen voor mij"), "what was filled in is not lost");
    let feiten = blad(&mut arts, &format!("/dossiers/{dossier}/feiten")).await;
    assert!(!feiten.contains("Rustig opbouwen"), "nothing was recorded");
    proef.stop().await;
}

#[tokio::test]
async fn wie_niet_tekent_zegt_waarom_en_de_ander_ziet_dat() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let dossier = proef.zaak.dossier.0;
    let (mut werkgever, mut werknemer) =
        (proef.ingelogd(Rol::Werkgever).await, proef.ingelogd(Rol::Werknemer).await);
    let stukken = format!("/dossiers/{dossier}/stukken");
    let mijn = blad(&mut werknemer, &stukken).await;
    let weigeren = tussen(&mijn, "href=\"/dossiers/", "/weigeren\"");
    let weigeren = weigeren.rsplit("/dossiers/").next().unwrap();
    let pad = format!("/dossiers/{weigeren}/weigeren");
    let formulier = blad(&mut werknemer, &pad).await;
    let inhoud = tussen(&formulier, "name=\"inhoud\" value=\"", "\"");
    let zonder = werknemer.post_formulier(&pad, &format!("inhoud={inhoud}&a.motivering=")).await;
    let zonder = zonder.unwrap();
    assert_eq!(zonder.status, 400);
    assert!(tekst(&zonder).contains("schrijf waarom u niet tekent"));
    let velden = format!("inhoud={inhoud}&a.motivering=Dit+past+niet");
    let geweigerd = werknemer.post_formulier(&pad, &velden).await.unwrap();
    assert_eq!(geweigerd.status, 303, "{}", tekst(&geweigerd));
    assert!(blad(&mut werkgever, &stukken).await.contains("Werknemer: geweigerd op"));
    proef.stop().await;
}

#[tokio::test]
async fn een_protocol_wordt_nagespeeld_zonder_dat_het_geldt() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let pad = format!("/werkgevers/{}/protocol", proef.zaak.werkgever.0);
    let strenger = "a.protocol.aanscherpingen[0]";
    let velden = format!(
        "a.protocol.per=2027-01-01&{strenger}.termijn=probleemanalyse&{strenger}.dagen_eerder=5\
         &{strenger}.extra_treden[0]=-21&:speel=1"
    );
    let gespeeld = werkgever.post_formulier(&pad, &velden).await.unwrap();
    assert_eq!(gespeeld.status, 200, "{}", tekst(&gespeeld));
    let gespeeld = tekst(&gespeeld);
    let gespeeld = tussen(&gespeeld, "id=\"p-proef\"", "</section>");
    assert!(gespeeld.contains("21 dagen voor de uiterste dag"), "{gespeeld}");
    let daarna = blad(&mut werkgever, &pad).await;
    assert!(daarna.contains("Er is nog geen eigen protocol"), "{daarna}");
    proef.stop().await;
}

#[tokio::test]
async fn een_fout_protocol_noemt_het_veld() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let pad = format!("/werkgevers/{}/protocol", proef.zaak.werkgever.0);
    let fout = werkgever.post_formulier(&pad, "a.protocol.per=&:speel=1").await.unwrap();
    assert_eq!(fout.status, 400);
    assert!(tekst(&fout).contains("href=\"#a-protocol-per\""), "{}", tekst(&fout));
    proef.stop().await;
}

#[tokio::test]
async fn wat_als_laat_zonder_inloggen_zien_wat_er_schuift() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.klant();
    let velden = "a.invoer.peildatum=2025-06-02&a.invoer.perioden[0].eerste_ziektedag=2025-03-03\
                  &a.wijziging.eerste_ziektedag=2025-02-24";
    let uitkomst = klant.post_formulier("/rekenen/wat-als", velden).await.unwrap();
    assert_eq!(uitkomst.status, 200, "{}", tekst(&uitkomst));
    let uitkomst = tekst(&uitkomst);
    assert!(uitkomst.contains("7 dagen eerder"), "{uitkomst}");
    assert!(uitkomst.contains("De eerste ziektedag wordt 24 februari 2025."), "{uitkomst}");
    let niets = "a.invoer.perioden[0].eerste_ziektedag=2025-03-03";
    let niets = klant.post_formulier("/rekenen/wat-als", niets).await.unwrap();
    assert_eq!(niets.status, 400);
    assert!(tekst(&niets).contains("href=\"#a-wijziging\""), "{}", tekst(&niets));
    proef.stop().await;
}

#[tokio::test]
async fn de_api_is_hier_te_lezen() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.klant();
    let eerste = blad(&mut klant, "/documentatie").await;
    let groepen = eerste.matches("/documentatie?groep=").count();
    let mut handelingen = 0;
    for groep in 1..=groepen {
        let pad = format!("/documentatie?groep={groep}");
        handelingen += blad(&mut klant, &pad).await.matches("<section").count();
    }
    let document: serde_json::Value = serde_json::from_str(&wvp_server::document()).unwrap();
    let paden = document["paths"].as_object().unwrap().values();
    let alle: usize = paden.map(|it| it.as_object().unwrap().len()).sum();
    assert_eq!(handelingen, alle);
    let te_ver = klant.get(&format!("/documentatie?groep={}", groepen + 1)).await.unwrap();
    assert_eq!(te_ver.status, 404);
    proef.stop().await;
}

/// What a browser asks for.
async fn als_browser(klant: &mut Klant, pad: &str) -> Antwoord {
    klant.koppen = vec![("accept".to_owned(), "text/html".to_owned())];
    klant.get(pad).await.unwrap()
}

#[tokio::test]
async fn wie_verdwaalt_houdt_het_eigen_menu() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut casemanager = proef.ingelogd(Rol::Casemanager).await;
    let dossier = Uuid::from_u128(404);
    for pad in ["/nergens".to_owned(), format!("/dossiers/{dossier}")] {
        let mis = als_browser(&mut casemanager, &pad).await;
        assert_eq!(mis.status, 404, "{pad}");
        assert!(tekst(&mis).contains("href=\"/werklijst\""), "{pad}: {}", tekst(&mis));
    }
    let mis = als_browser(&mut proef.klant(), "/nergens").await;
    assert!(!tekst(&mis).contains("href=\"/werklijst\""), "{}", tekst(&mis));
    proef.stop().await;
}

#[tokio::test]
async fn het_adres_van_een_formulier_is_geopend_als_pagina_een_pagina() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut casemanager = proef.ingelogd(Rol::Casemanager).await;
    let mis = als_browser(&mut casemanager, "/zoeken").await;
    assert_eq!((mis.status, mis.kop("allow")), (405, "POST"));
    assert!(tekst(&mis).contains("Zo kunt u deze pagina niet openen"), "{}", tekst(&mis));
    proef.stop().await;
}

#[tokio::test]
async fn een_werkgever_kiest_uit_namen_die_hij_uit_dossiers_kent() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let naam = &proef.zaak.persoon.naam;
    for pad in ["/ziekmelding".to_owned(), format!("/werkgevers/{}", proef.zaak.werkgever.0)] {
        let kies = blad(&mut werkgever, &pad).await;
        assert!(kies.contains(naam) && kies.contains("Uw organisatie"), "{pad}: {kies}");
        assert!(!kies.contains(&proef.zaak.bedrijf.naam), "{pad}: {kies}");
    }
    let melding = format!("/ziekmelding?werknemer={}", proef.zaak.werknemer.0);
    assert!(blad(&mut werkgever, &melding).await.contains(&format!("value=\"{naam}\"")));
    proef.stop().await;
}

#[tokio::test]
async fn een_werkgever_ziet_geen_knop_die_altijd_wordt_geweigerd() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let hier = format!("/werkgevers/{}", proef.zaak.werkgever.0);
    let eigen = blad(&mut werkgever, &hier).await;
    assert!(eigen.contains(&format!("{hier}/vastleggen/opdrachten")), "{eigen}");
    for nooit in ["gegevens-werkgever", "gegevens-werknemer", "werkgevertoewijzingen"] {
        assert!(!eigen.contains(nooit), "{nooit}: {eigen}");
    }
    proef.stop().await;
}

#[tokio::test]
async fn een_bericht_zegt_over_wie_het_gaat_aan_wie_dat_mag_weten() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut werkgever = proef.ingelogd(Rol::Werkgever).await;
    let berichten = blad(&mut werkgever, "/berichten").await;
    let over = format!("{} · dossier ", proef.zaak.persoon.naam);
    assert!(berichten.contains(&over), "{berichten}");
    proef.stop().await;
}

#[tokio::test]
async fn de_rekenmachine_noemt_niets_te_laat_dat_zij_niet_weet() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.klant();
    let dag = "a.perioden[0].eerste_ziektedag=2023-01-02";
    let niets = klant.post_formulier("/rekenen", dag).await.unwrap();
    assert_eq!(niets.status, 200, "{}", tekst(&niets));
    assert!(!tekst(&niets).contains("dagen te laat"), "{}", tekst(&niets));
    assert!(tekst(&niets).contains("<details class=\"meervelden\"><summary>"));
    let meer = format!("{dag}&a.aow_datum=2030-01-01");
    let meer = klant.post_formulier("/rekenen", &meer).await.unwrap();
    assert!(tekst(&meer).contains("<details class=\"meervelden\" open>"), "{}", tekst(&meer));
    proef.stop().await;
}

#[tokio::test]
async fn wie_dat_kiest_krijgt_geen_mail_en_geen_bericht_in_stille_uren() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut casemanager = proef.ingelogd(Rol::Casemanager).await;
    let pad = "/berichten/instellen";
    let fout = "mail=nee&bundeling=per_dag&van=22:00&tot=22:00";
    let fout = casemanager.post_formulier(pad, fout).await.unwrap();
    assert_eq!(fout.status, 400);
    assert!(tekst(&fout).contains("begin en einde zijn gelijk"), "{}", tekst(&fout));
    let goed = "mail=nee&bundeling=per_dag&van=22:00&tot=07:30";
    let goed = casemanager.post_formulier(pad, goed).await.unwrap();
    assert_eq!(
        (goed.status, goed.kop("location")),
        (303, "/berichten/instellen?gedaan=vastgelegd")
    );
    let keuzes = casemanager.get("/v1/postvak/voorkeuren").await.unwrap();
    let keuzes: serde_json::Value = serde_json::from_slice(&keuzes.lijf).unwrap();
    assert_eq!(keuzes["afgemeld"], serde_json::json!(["mail"]));
    assert_eq!(keuzes["bundeling"], "per_dag");
    assert_eq!(keuzes["stille_uren"], serde_json::json!({ "van": 1320, "tot": 450 }));
    assert!(blad(&mut casemanager, pad).await.contains("value=\"07:30\""));
    proef.stop().await;
}

#[tokio::test]
async fn de_eigen_agenda_gaat_open_achter_een_adres_en_weer_dicht() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut casemanager = proef.ingelogd(Rol::Casemanager).await;
    let open = casemanager.post_formulier("/berichten/agenda", "").await.unwrap();
    assert_eq!(open.status, 200, "{}", tekst(&open));
    let geheim = tussen(&tekst(&open), "/v1/agenda-feeds/", "\"").to_owned();
    let feed = format!("/v1/agenda-feeds/{geheim}");
    assert_eq!(proef.klant().get(&feed).await.unwrap().status, 200);
    let dicht = casemanager.post_formulier("/berichten/agenda/intrekken", "").await.unwrap();
    assert_eq!(dicht.status, 303, "{}", tekst(&dicht));
    assert_eq!(proef.klant().get(&feed).await.unwrap().status, 404);
    proef.stop().await;
}

#[tokio::test]
async fn elke_tekst_van_een_ander_staat_ontsnapt_op_een_blad() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.ingelogd(Rol::Werkgever).await;
    let kwaad = "<script>alert(1)</script>\"'&";
    let lijf = serde_json::json!({
        "a": { "gehouden_op": "2024-03-05", "activiteiten_tijdig": true },
        "b": { "aanwezigen": [kwaad], "voortgang": kwaad, "afspraken": [kwaad] }
    });
    let pad = format!("/v1/dossiers/{}/voortgangsgesprekken", proef.zaak.dossier.0);
    let vastgelegd = klant.post(&pad, &lijf).await.unwrap();
    assert_eq!(vastgelegd.status, 201, "{}", vastgelegd.json());
    let feiten = blad(&mut klant, &format!("/dossiers/{}/feiten", proef.zaak.dossier.0)).await;
    assert!(feiten.contains("alert(1)"), "{feiten}");
    let velden = "b.voortgang=%3Cscript%3Ealert(2)%3C%2Fscript%3E%22";
    let half = tekst(&klant.post_formulier(&gesprek(&proef), velden).await.unwrap());
    assert!(half.contains("alert(2)"), "{half}");
    for blad in [feiten, half] {
        assert!(!blad.contains("<script>"), "a script of somebody else: {blad}");
        assert!(!blad.contains("\"'&"), "out of an attribute: {blad}");
    }
    proef.stop().await;
}
