//! What somebody does with the own log-in, over the API and on the page: see the sessions and end them, choose another
//! password, make new codes, take another device.

use hyper::Method;
use serde_json::{Value, json};
use tests::klant::Klant;
use uuid::Uuid;
use wvp_cli::demo::Rol;
use wvp_engine::{Klok as _, Systeemklok};

use crate::bladen::{blad, tekst, tussen};
use crate::proef::Proef;

const HIER: &str = "/account/inlog";

/// As a browser sends it in a form.
fn als_veld(tekst: &str) -> String {
    tekst.replace(' ', "+")
}

async fn sessies(klant: &mut Klant) -> Vec<Value> {
    klant.get("/v1/sessies").await.unwrap().json()["sessies"].as_array().unwrap().clone()
}

#[tokio::test]
async fn iemand_ziet_waar_hij_is_ingelogd_en_logt_daar_uit() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let (mut hier, mut daar) =
        (proef.ingelogd(Rol::Casemanager).await, proef.nog_eens(Rol::Casemanager).await);
    let alle = sessies(&mut hier).await;
    assert_eq!(alle.len(), 2, "{alle:?}");
    let ander = alle.iter().find(|it| it["is_deze"] == json!(false)).unwrap();
    assert_eq!(ander["functie"], "arbodienst/casemanager_zw_wga_wvp");
    let pad = format!("/v1/sessies/{}", ander["sessie"].as_str().unwrap());
    assert_eq!(hier.vraag(Method::DELETE, &pad, None).await.unwrap().status, 204);
    assert_eq!(daar.get("/v1/sessies/huidige").await.unwrap().status, 401);
    assert_eq!(sessies(&mut hier).await.len(), 1);
    proef.stop().await;
}

#[tokio::test]
async fn de_sessie_van_een_ander_is_er_niet() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let (mut een, mut ander) =
        (proef.ingelogd(Rol::Casemanager).await, proef.ingelogd(Rol::Werkgever).await);
    let van_de_ander = sessies(&mut ander).await[0]["sessie"].as_str().unwrap().to_owned();
    let mut antwoorden = vec![];
    for nummer in [van_de_ander, Uuid::from_u128(7).to_string()] {
        let pad = format!("/v1/sessies/{nummer}");
        let nee = een.vraag(Method::DELETE, &pad, None).await.unwrap();
        antwoorden.push((nee.status, nee.json()));
    }
    assert_eq!(antwoorden[0].0, 404);
    assert_eq!(antwoorden[0], antwoorden[1]);
    assert_eq!(ander.get("/v1/sessies/huidige").await.unwrap().status, 200);
    proef.stop().await;
}

#[tokio::test]
async fn op_de_bladzijde_staat_elke_sessie_met_een_knop_behalve_deze() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let (mut hier, mut daar) =
        (proef.ingelogd(Rol::Werknemer).await, proef.nog_eens(Rol::Werknemer).await);
    assert!(blad(&mut hier, "/account").await.contains(HIER));
    let getoond = blad(&mut hier, HIER).await;
    assert_eq!(getoond.matches("Dit is deze sessie").count(), 1);
    let pad = tussen(&getoond, "action=\"/account/inlog/sessies/", "\"");
    let uit = hier.post_formulier(&format!("{HIER}/sessies/{pad}"), "").await.unwrap();
    assert_eq!((uit.status, uit.kop("location")), (303, "/account/inlog?gedaan=beeindigd"));
    assert_eq!(daar.get(HIER).await.unwrap().status, 303, "to the log-in");
    proef.stop().await;
}

#[tokio::test]
async fn een_ander_wachtwoord_vraagt_het_oude_en_logt_elders_uit() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let (mut hier, mut daar) =
        (proef.ingelogd(Rol::Werkgever).await, proef.nog_eens(Rol::Werkgever).await);
    let oud = als_veld(&proef.inlog(Rol::Werkgever).wachtwoord);
    let pad = format!("{HIER}/wachtwoord");
    let fout = hier.post_formulier(&pad, "oud=iets+heel+anders&nieuw=vier+losse+woorden").await;
    let fout = fout.unwrap();
    assert_eq!(fout.status, 400);
    assert!(tekst(&fout).contains("Uw huidige wachtwoord klopt niet."), "{}", tekst(&fout));
    let zwak = hier.post_formulier(&pad, &format!("oud={oud}&nieuw=Wachtwoord123")).await.unwrap();
    assert_eq!(zwak.status, 400);
    assert!(tekst(&zwak).contains("makkelijk te raden"), "{}", tekst(&zwak));
    assert!(!tekst(&zwak).contains("Wachtwoord123"), "what was typed is not repeated");
    let goed = hier
        .post_formulier(&pad, &format!("oud={oud}&nieuw=vier+losse+woorden+hier"))
        .await
        .unwrap();
    assert_eq!((goed.status, goed.kop("location")), (303, "/account/inlog?gedaan=gewijzigd"));
    assert_eq!(hier.get(HIER).await.unwrap().status, 200, "this one goes on");
    assert_eq!(daar.get(HIER).await.unwrap().status, 303, "the other does not");
    proef.stop().await;
}

#[tokio::test]
async fn nieuwe_herstelcodes_vragen_een_code_en_staan_er_een_keer() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.ingelogd(Rol::Werkgever).await;
    let pad = format!("{HIER}/herstelcodes");
    let fout = klant.post_formulier(&pad, "code=000000").await.unwrap();
    assert_eq!(fout.status, 400);
    assert!(tekst(&fout).contains("Deze code klopt niet"), "{}", tekst(&fout));
    let code = proef.code_over(Rol::Werkgever, 30);
    let goed = klant.post_formulier(&pad, &format!("code={code}")).await.unwrap();
    assert_eq!(goed.status, 200, "{}", tekst(&goed));
    assert_eq!(tekst(&goed).matches("<li><code>").count(), 10);
    proef.stop().await;
}

#[tokio::test]
async fn wie_een_ander_toestel_neemt_stelt_de_tweede_stap_meteen_opnieuw_in() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.ingelogd(Rol::Werkgever).await;
    let code = proef.code_over(Rol::Werkgever, 30);
    let weg = klant.post_formulier(&format!("{HIER}/toestel"), &format!("bewijs={code}")).await;
    let weg = tekst(&weg.unwrap());
    assert!(weg.contains("Stel een tweede stap in"), "at once: {weg}");
    assert_eq!(klant.get(HIER).await.unwrap().status, 303, "and nothing else meanwhile");
    let mut half = proef.klant();
    let vervolg = tussen(&weg, "name=\"vervolg\" value=\"", "\"");
    half.koppen.push(("cookie".to_owned(), format!("__Host-sessie={vervolg}")));
    assert_eq!(half.get("/v1/sessies/huidige").await.unwrap().status, 401, "it opens no session");
    let inlog = proef.inlog(Rol::Werkgever);
    let velden = format!("email={}&wachtwoord={}", inlog.account.0, als_veld(&inlog.wachtwoord));
    let opnieuw = proef.klant().post_formulier("/inloggen", &velden).await.unwrap();
    assert!(tekst(&opnieuw).contains("Stel een tweede stap in"), "{}", tekst(&opnieuw));
    proef.stop().await;
}

#[tokio::test]
async fn overal_uitloggen_kan_met_een_knop() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let (mut hier, mut daar) =
        (proef.ingelogd(Rol::Werkgever).await, proef.nog_eens(Rol::Werkgever).await);
    let uit = hier.post_formulier(&format!("{HIER}/overal-uit"), "").await.unwrap();
    assert_eq!((uit.status, uit.kop("location")), (303, "/inloggen?gedaan=uitgelogd"));
    for klant in [&mut hier, &mut daar] {
        assert_eq!(klant.get("/v1/sessies/huidige").await.unwrap().status, 401);
    }
    proef.stop().await;
}

#[tokio::test]
async fn uitloggen_kan_op_elke_bladzijde() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.ingelogd(Rol::Casemanager).await;
    let zonder_nummer = wvp_server::bladen().into_iter().map(|(pad, _)| pad);
    let mut gezien = 0;
    for pad in zonder_nummer.filter(|pad| !pad.contains('{') && !VOOR_HET_INLOGGEN.contains(pad)) {
        let antwoord = klant.get(pad).await.unwrap();
        if antwoord.status == 200 {
            gezien += 1;
            assert!(tekst(&antwoord).contains("action=\"/uitloggen\""), "{pad}");
        }
    }
    assert!(gezien > 10, "{gezien}");
    proef.stop().await;
}

/// Whoever is there comes to log in.
const VOOR_HET_INLOGGEN: [&str; 2] = ["/inloggen", "/uitnodiging"];

#[tokio::test]
async fn een_wachtwoord_is_te_plakken_en_te_bewaren_en_niet_te_lezen() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.ingelogd(Rol::Werkgever).await;
    let velden = [
        ("/inloggen", "wachtwoord", "current-password"),
        ("/uitnodiging", "wachtwoord", "new-password"),
        (HIER, "oud", "current-password"),
        (HIER, "nieuw", "new-password"),
    ];
    for (pad, veld, waarvoor) in velden {
        let blad = blad(&mut klant, pad).await;
        let invoer = tussen(&blad, &format!("id=\"{veld}\" name=\"{veld}\""), ">");
        assert!(invoer.contains("type=\"password\""), "{pad}: {invoer}");
        assert!(invoer.contains(&format!("autocomplete=\"{waarvoor}\"")), "{pad}: {invoer}");
        assert!(!blad.contains("onpaste"), "{pad}");
    }
    proef.stop().await;
}

#[tokio::test]
async fn een_beheerder_herstelt_een_inlog_en_logt_iemand_overal_uit() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut beheerder = proef.zonder_dossier().await;
    let hier = format!("/beheer/accounts/{}", proef.inlog(Rol::Casemanager).account.0);
    let mut casemanager = proef.ingelogd(Rol::Casemanager).await;
    assert!(blad(&mut beheerder, &hier).await.contains(&format!("{hier}/herstel")));
    let vraag = blad(&mut beheerder, &format!("{hier}/herstel")).await;
    assert!(vraag.contains("Ga eerst na") && vraag.contains(&format!("action=\"{hier}/herstel\"")));
    let uit = beheerder.post_formulier(&format!("{hier}/uitloggen"), "").await.unwrap();
    assert_eq!(
        (uit.status, uit.kop("location")),
        (303, format!("{hier}?gedaan=beeindigd").as_str())
    );
    assert_eq!(casemanager.get("/v1/sessies/huidige").await.unwrap().status, 401);
    let hersteld = beheerder.post_formulier(&format!("{hier}/herstel"), "").await.unwrap();
    let getoond = tekst(&hersteld);
    let uitnodiging = format!("uit_{}", tussen(&getoond, "uit_", "<"));
    let velden = format!("uitnodiging={uitnodiging}&wachtwoord=vier+losse+woorden+hier");
    let aangenomen = proef.klant().post_formulier("/uitnodiging", &velden).await.unwrap();
    assert_eq!(aangenomen.status, 303, "{}", tekst(&aangenomen));
    proef.stop().await;
}

#[tokio::test]
async fn een_token_komt_en_gaat_op_een_bladzijde_en_zijn_geheim_staat_er_een_keer() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.ingelogd(Rol::Werkgever).await;
    let (pad, morgen) = ("/account/tokens", Systeemklok.vandaag().plus(1));
    let velden = format!("naam=roosterprogramma&mag=lezen&tot_en_met={morgen}");
    let nieuw = tekst(&klant.post_formulier(pad, &velden).await.unwrap());
    let geheim = format!("pw_{}", tussen(&nieuw, "pw_", "<"));
    let mut programma = proef.klant();
    programma.koppen.push(("authorization".to_owned(), format!("Bearer {geheim}")));
    assert_eq!(programma.get("/v1/dossiers").await.unwrap().status, 200);
    let lijst = blad(&mut klant, pad).await;
    assert!(lijst.contains("roosterprogramma") && !lijst.contains(&geheim), "{lijst}");
    let nummer = tussen(&lijst, "action=\"/account/tokens/", "/intrekken\"");
    let weg = klant.post_formulier(&format!("{pad}/{nummer}/intrekken"), "").await.unwrap();
    assert_eq!((weg.status, weg.kop("location")), (303, "/account/tokens?gedaan=beeindigd"));
    assert_eq!(programma.get("/v1/dossiers").await.unwrap().status, 401);
    proef.stop().await;
}

#[tokio::test]
async fn een_token_zonder_naam_of_van_meer_dan_een_jaar_wordt_niet_uitgegeven() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut klant = proef.ingelogd(Rol::Werkgever).await;
    let (morgen, te_laat) = (Systeemklok.vandaag().plus(1), Systeemklok.vandaag().plus(400));
    let gevallen = [
        (format!("naam=&mag=lezen&tot_en_met={morgen}"), "Geef het token een naam."),
        ("naam=rooster&mag=lezen&tot_en_met=".to_owned(), "Vul de laatste dag in."),
        (format!("naam=rooster&mag=lezen&tot_en_met={te_laat}"), "hoogstens"),
    ];
    for (velden, zin) in gevallen {
        let nee = klant.post_formulier("/account/tokens", &velden).await.unwrap();
        assert_eq!(nee.status, 400, "{velden}");
        assert!(tussen(&tekst(&nee), "role=\"alert\"", "</div>").contains(zin), "{velden}");
    }
    assert!(blad(&mut klant, "/account/tokens").await.contains("nog geen token"));
    proef.stop().await;
}
