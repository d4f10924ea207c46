//! What people do on pages about rights: give a function, assign, arrange who acts for them, review.

use tests::klant::Klant;
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_cli::demo::Rol;
use wvp_domain::{AccountId, Datum};
use wvp_engine::{Klok as _, Systeemklok};

use crate::bladen::{blad, tekst, tussen};
use crate::proef::Proef;

/// The value of the first choice with these words in a field of a form.
fn keuze<'a>(formulier: &'a str, veld: &str, woorden: &str) -> &'a str {
    let (_, vanaf) = formulier.split_once(&format!("name=\"{veld}\"")).unwrap();
    let tot = vanaf.split_once(woorden);
    assert!(tot.is_some(), "{woorden}: {vanaf}");
    let waarde = tot.unwrap().0.rsplit("value=\"").next().unwrap();
    waarde.split('"').next().unwrap()
}

fn vandaag() -> Datum {
    Systeemklok.vandaag()
}

/// Sends a form of which nothing is wrong.
async fn stuur(klant: &mut Klant, pad: &str, velden: &str) -> String {
    let antwoord = klant.post_formulier(pad, velden).await.unwrap();
    assert_eq!(antwoord.status, 303, "{pad}: {}", tekst(&antwoord));
    antwoord.kop("location").to_owned()
}

#[tokio::test]
async fn een_beheerder_kiest_een_functie_en_een_organisatie_en_typt_geen_woord() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut beheerder = proef.zonder_dossier().await;
    let account = format!("/beheer/accounts/{}", proef.zaak.account(Rol::Claimbeoordelaar).0);
    let pad = format!("{account}/vastleggen/functies");
    let formulier = blad(&mut beheerder, &pad).await;
    let lezer = keuze(&formulier, "a.lezer", "Betalingsafdeling (Verzekeraar)");
    assert_eq!(lezer, "verzekeraar/betalingsafdeling");
    assert!(!formulier.contains("a.taakgebied"), "{formulier}");
    keuze(&formulier, "a.organisatie", "Uw eigen organisatie");
    let organisaties = tussen(&formulier, "name=\"a.organisatie\"", "name=\"a.geldig.van\"");
    assert!(organisaties.contains(&proef.zaak.werkgever.0.to_string()), "{organisaties}");
    let waar = keuze(&formulier, "a.organisatie", "(Claimbeoordelaar)");
    let velden = format!("a.lezer={lezer}&a.organisatie={waar}&a.geldig.van={}", vandaag());
    assert_eq!(stuur(&mut beheerder, &pad, &velden).await, format!("{account}?gedaan=vastgelegd"));
    assert!(blad(&mut beheerder, &account).await.contains("Betalingsafdeling"));
    proef.stop().await;
}

#[tokio::test]
async fn een_functie_die_niet_bestaat_wordt_geweigerd_en_de_keuze_blijft_staan() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut beheerder = proef.zonder_dossier().await;
    let account = proef.zaak.account(Rol::Casemanager).0;
    let pad = format!("/beheer/accounts/{account}/vastleggen/functies");
    let nieuw = "Overig:00000000-0000-4000-8000-000000000009";
    let velden = format!("a.lezer=&a.organisatie={nieuw}&a.geldig.van={}", vandaag());
    let fout = beheerder.post_formulier(&pad, &velden).await.unwrap();
    assert_eq!(fout.status, 400);
    let fout = tekst(&fout);
    assert!(fout.contains("href=\"#a-lezer\"") && !fout.contains("taakgebied"), "{fout}");
    let gekozen = tussen(&fout, &format!("value=\"{nieuw}\" "), ">");
    assert!(["selected", "checked"].contains(&gekozen), "{fout}");
    let velden = velden.replace("a.lezer=", "a.lezer=arbodienst/tovenaar");
    let geweigerd = beheerder.post_formulier(&pad, &velden).await.unwrap();
    assert!(tekst(&geweigerd).contains("bestaat niet in de tabel"), "{}", geweigerd.status);
    proef.stop().await;
}

#[tokio::test]
async fn een_beheerder_wijst_een_werkgever_toe_aan_wie_hij_uit_lijsten_kiest() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut beheerder = proef.zonder_dossier().await;
    let pad = format!("/werkgevers/{}/vastleggen/werkgevertoewijzingen", proef.zaak.werkgever.0);
    let formulier = blad(&mut beheerder, &pad).await;
    let lezer = keuze(&formulier, "a.lezer", "Regiomanager (Arbodienst)");
    let bekend = "a.aan.Organisatie.bekend";
    let eigen = keuze(&formulier, bekend, "Uw eigen organisatie");
    let velden = format!(
        "a.aan:keuze=Organisatie&a.aan.Organisatie:keuze=bekend&{bekend}={eigen}&a.lezer={lezer}\
         &a.geldig.van={}",
        vandaag()
    );
    stuur(&mut beheerder, &pad, &velden).await;
    let toegewezen = format!("/v1/werkgevers/{}/werkgevertoewijzingen", proef.zaak.werkgever.0);
    let lijst = beheerder.get(&toegewezen).await.unwrap();
    assert!(tekst(&lijst).contains("arbodienst/regiomanager"), "{}", tekst(&lijst));
    proef.stop().await;
}

/// Lets the beheerder give a function at the arbodienst, where the planner works.
async fn geef_functie(beheerder: &mut Klant, account: AccountId, functie: &str) {
    let pad = format!("/beheer/accounts/{}/vastleggen/functies", account.0);
    let formulier = blad(beheerder, &pad).await;
    let lezer = keuze(&formulier, "a.lezer", functie);
    let arbodienst = keuze(&formulier, "a.organisatie", "Planner");
    let velden = format!("a.lezer={lezer}&a.organisatie={arbodienst}&a.geldig.van={}", vandaag());
    stuur(beheerder, &pad, &velden).await;
}

/// Lets the beheerder make an account for one more casemanager there.
async fn tweede_casemanager(proef: &Proef) -> AccountId {
    let mut beheerder = proef.zonder_dossier().await;
    let account = AccountId(Uuid::from_u128(77));
    let pad = format!("/beheer/accounts/{}/vastleggen/registraties", account.0);
    let velden = format!("a.per={}&d.naam=C.+Collega&d.email=c%40voorbeeld.example", vandaag());
    stuur(&mut beheerder, &pad, &velden).await;
    geef_functie(&mut beheerder, account, "Casemanager (Arbodienst)").await;
    account
}

#[tokio::test]
async fn wie_afwezig_is_regelt_zelf_wie_waarneemt_en_beeindigt_het() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut casemanager = proef.ingelogd(Rol::Casemanager).await;
    let alleen = blad(&mut casemanager, "/account").await;
    assert!(alleen.contains("Er is geen collega met dezelfde functie"), "{alleen}");
    let collega = tweede_casemanager(&proef).await;
    let account = blad(&mut casemanager, "/account").await;
    assert!(account.contains("Er is nu niemand geregeld."), "{account}");
    let pad =
        format!("/waarnemingen/{}/vastleggen/waarnemingen", proef.zaak.account(Rol::Casemanager).0);
    assert!(account.contains(&format!("href=\"{pad}\"")), "{account}");
    let formulier = blad(&mut casemanager, &pad).await;
    assert!(formulier.contains("C. Collega (Casemanager)"), "{formulier}");
    assert!(formulier.contains(&proef.zaak.persoon.naam), "the own dossiers: {formulier}");
    let (van, tot) = (vandaag(), vandaag().plus(10));
    let velden = format!(
        "a.door={}&a.geldig.van={van}&a.geldig.tot_en_met={tot}&a.dossiers:keuze=alle\
         &a.categorieen=A",
        collega.0
    );
    assert_eq!(stuur(&mut casemanager, &pad, &velden).await, "/account?gedaan=vastgelegd");
    let geregeld = blad(&mut casemanager, "/account").await;
    assert!(geregeld.contains("C. Collega") && geregeld.contains(&tot.voluit()), "{geregeld}");
    let recht = tussen(&geregeld, "/beeindigde-waarnemingen?recht=", "\"");
    let einde = format!("{}beeindigde-waarnemingen", pad.strip_suffix("waarnemingen").unwrap());
    let velden = format!("a.recht={recht}&a.per={van}");
    stuur(&mut casemanager, &einde, &velden).await;
    assert!(blad(&mut casemanager, "/account").await.contains("Er is nu niemand geregeld."));
    proef.stop().await;
}

#[tokio::test]
async fn voor_een_ander_regelt_een_casemanager_niets_en_een_werknemer_heeft_geen_waarnemer() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut casemanager = proef.ingelogd(Rol::Casemanager).await;
    let arts = proef.zaak.account(Rol::Bedrijfsarts).0;
    for pad in ["", "/vastleggen/waarnemingen"] {
        let pad = format!("/waarnemingen/{arts}{pad}");
        assert_eq!(casemanager.get(&pad).await.unwrap().status, 403, "{pad}");
    }
    let mut werknemer = proef.ingelogd(Rol::Werknemer).await;
    assert!(!blad(&mut werknemer, "/account").await.contains("Wie neemt voor u waar"));
    proef.stop().await;
}

#[tokio::test]
async fn een_planner_regelt_een_waarnemer_voor_een_collega_en_wijst_een_werkgever_toe() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let collega = tweede_casemanager(&proef).await;
    let mut planner = proef.ingelogd_als(Lezer::Planner).await;
    assert_eq!(planner.get("/").await.unwrap().kop("location"), "/planning");
    let begin = blad(&mut planner, "/planning").await;
    let casemanager = proef.zaak.account(Rol::Casemanager).0;
    let van_collega = format!("/waarnemingen/{casemanager}");
    assert!(begin.contains(&format!("href=\"{van_collega}\"")), "{begin}");
    let regel = format!("{van_collega}/vastleggen/waarnemingen");
    assert!(blad(&mut planner, &van_collega).await.contains(&format!("href=\"{regel}\"")));
    let (van, tot) = (vandaag(), vandaag().plus(10));
    let velden = format!(
        "a.door={}&a.geldig.van={van}&a.geldig.tot_en_met={tot}&a.dossiers:keuze=alle\
         &a.categorieen=A",
        collega.0
    );
    stuur(&mut planner, &regel, &velden).await;
    assert!(
        blad(&mut planner, "/planning").await.contains(&format!("C. Collega ({}", van.voluit()))
    );
    let werkgever = format!("/planning/werkgevers/{}", proef.zaak.werkgever.0);
    assert!(begin.contains(&format!("href=\"{werkgever}\"")), "{begin}");
    let wijs_toe = format!("{werkgever}/vastleggen/werkgevertoewijzingen");
    let formulier = blad(&mut planner, &wijs_toe).await;
    let lezer = keuze(&formulier, "a.lezer", "Casemanager (Arbodienst)");
    let wie = keuze(&formulier, "a.aan.Account", "C. Collega");
    let velden =
        format!("a.aan:keuze=Account&a.aan.Account={wie}&a.lezer={lezer}&a.geldig.van={van}");
    stuur(&mut planner, &wijs_toe, &velden).await;
    let toegewezen = blad(&mut planner, &werkgever).await;
    let rij = tussen(&toegewezen, "C. Collega", "</tr>");
    let recht = tussen(rij, "/beeindigde-werkgevertoewijzingen?recht=", "\"");
    let einde = format!("{werkgever}/vastleggen/beeindigde-werkgevertoewijzingen");
    stuur(&mut planner, &einde, &format!("a.recht={recht}&a.per={van}")).await;
    assert!(!blad(&mut planner, &werkgever).await.contains("C. Collega"));
    proef.stop().await;
}

#[tokio::test]
async fn plannen_is_er_niet_voor_wie_geen_planner_is() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut casemanager = proef.ingelogd(Rol::Casemanager).await;
    assert_eq!(casemanager.get("/planning").await.unwrap().status, 403);
    let werkgever = format!("/planning/werkgevers/{}", proef.zaak.werkgever.0);
    for pad in ["", "/vastleggen/werkgevertoewijzingen"] {
        let pad = format!("{werkgever}{pad}");
        assert_eq!(casemanager.get(&pad).await.unwrap().status, 404, "{pad}");
    }
    proef.stop().await;
}

#[tokio::test]
async fn wie_nakijkt_heeft_alleen_knoppen_voor_wat_die_functie_doet() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let mut beheerder = proef.zonder_dossier().await;
    let account = proef.engine.met_functie(Lezer::Planner).await.unwrap().unwrap();
    geef_functie(&mut beheerder, account, "Directeur (Arbodienst)").await;
    let mut directeur = proef.ingelogd_als(Lezer::Planner).await;
    let hoeden = blad(&mut directeur, "/functie").await;
    let hoed = tussen(&hoeden, "value=\"arbodienst/directeur ", "\"");
    let velden = format!("hoed=arbodienst/directeur+{hoed}");
    stuur(&mut directeur, "/functie", &velden).await;
    assert_eq!(directeur.get("/").await.unwrap().kop("location"), "/toezicht/nakijken");
    let nakijken = blad(&mut directeur, "/toezicht/nakijken").await;
    assert!(!nakijken.contains("/intrekken\""), "{nakijken}");
    let recht = tussen(&nakijken, "action=\"/toezicht/nakijken/", "/bevestigen\"");
    stuur(&mut directeur, &format!("/toezicht/nakijken/{recht}/bevestigen"), "").await;
    let mut toezicht = proef.ingelogd_als(Lezer::FunctionarisGegevensbescherming).await;
    let nakijken = blad(&mut toezicht, "/toezicht/nakijken").await;
    assert!(nakijken.contains("90 dagen niet gebruikt"), "{nakijken}");
    assert!(!nakijken.contains("action=\"/toezicht/nakijken/"), "{nakijken}");
    assert!(blad(&mut beheerder, "/toezicht/nakijken").await.contains("/intrekken\""));
    proef.stop().await;
}

#[tokio::test]
async fn een_account_heeft_alleen_knoppen_voor_wie_het_beheert() {
    let map = tempfile::tempdir().unwrap();
    let proef = Proef::start(map.path()).await;
    let pad = format!("/beheer/accounts/{}", proef.zaak.account(Rol::Casemanager).0);
    let mut toezicht = proef.ingelogd_als(Lezer::FunctionarisGegevensbescherming).await;
    let gezien = blad(&mut toezicht, &pad).await;
    assert!(gezien.contains("Casemanager") && gezien.contains("U kunt dit account inzien."));
    assert!(!gezien.contains("/vastleggen/") && !gezien.contains("/uitnodiging"), "{gezien}");
    assert!(!blad(&mut toezicht, "/beheer/accounts").await.contains("/vastleggen/"));
    let formulier = toezicht.get(&format!("{pad}/vastleggen/functies")).await.unwrap();
    assert_eq!(formulier.status, 404);
    let mut beheerder = proef.zonder_dossier().await;
    let gezien = blad(&mut beheerder, &pad).await;
    assert!(gezien.contains("/vastleggen/blokkades\"") && gezien.contains("/uitnodiging\""));
    for nooit in ["/vastleggen/delegaties\"", "/vastleggen/opgeheven-blokkades\""] {
        assert!(!gezien.contains(nooit), "{nooit}");
    }
    proef.stop().await;
}
