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
