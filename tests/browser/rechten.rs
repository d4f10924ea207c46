//! Who may look where, as people arrange it on the pages: by a mail, a consent, a substitution; and who checks it.

use mail_parser::MessageParser;
use serde_json::{Value, json};
use tests::bewoond::Bewoond;
use tests::inlog::Inlog;
use tests::post::smtp;
use wvp_access::Lezer;
use wvp_cli::demo::Rol;
use wvp_domain::Datum;
use wvp_engine::bericht::kenmerk;
use wvp_engine::{Klok as _, Systeemklok};
use wvp_proefserver::{Postlijn, Postserver};

use crate::wandeling::{WIENS, lopend, mens, wandel, wandel_door};

/// Whose casemanager is another one.
pub(crate) const BIJ_EEN_ANDER: &str = "L. Çelik";

#[tokio::test(flavor = "multi_thread")]
async fn een_herinnering_uit_de_mail_leidt_naar_het_dossier() {
    let post = Postserver::start(&Postlijn::Open).unwrap();
    let zaak = lopend(WIENS);
    let (aan, kort) = (zaak.bedrijf.contact.email.clone(), kenmerk(zaak.dossier));
    let regel = async |bewoond: &Bewoond, vraag: &mut Value| {
        bewoond.huis.engine.tick().await.unwrap();
        bewoond.huis.engine.alert(&smtp(post.poort()).unwrap()).await.unwrap();
        let tekst = brief(&post, &aan);
        assert!(tekst.contains(&kort), "{tekst}");
        let adres = tekst.lines().find(|it| it.starts_with("https://")).unwrap();
        vraag["mail"] = json!({ "adres": adres, "kenmerk": kort, "rol": Rol::Werkgever.naam() });
    };
    let gezien = wandel_door("herinnering.mjs", vec![zaak], regel).await;
    assert_eq!(gezien.feit("eerst"), "/inloggen");
    assert_eq!(gezien.feit("gevonden"), &json!([WIENS]));
    assert_eq!(gezien.feit("waar"), "/dossiers/-");
    assert_eq!(gezien.feit("kop"), WIENS);
}

/// The text of the first mail to an address.
fn brief(post: &Postserver, aan: &str) -> String {
    let alle = post.ontvangen().unwrap();
    let lees = |bytes: &Vec<u8>| {
        let brief = MessageParser::default().parse(bytes).unwrap();
        let naar = brief.to().and_then(|it| it.first()?.address()).unwrap();
        (naar == aan).then(|| brief.body_text(0).unwrap().into_owned())
    };
    alle.iter().find_map(lees).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn wie_eerst_moet_inloggen_komt_daarna_waar_dat_heen_zou() {
    let gezien = wandel("verder.mjs").await;
    assert_eq!(gezien.feit("eerst"), "/inloggen?verder");
    assert_eq!(gezien.feit("daarna"), "/dossiers/-/feiten");
}

#[tokio::test(flavor = "multi_thread")]
async fn na_het_intrekken_van_een_toestemming_leest_de_werkgever_het_niet_meer() {
    let gezien = wandel("toestemming.mjs").await;
    let leest = ["zonder", "met", "ingetrokken"].map(|it| gezien.feit(it).as_bool().unwrap());
    assert_eq!(leest, [false, true, false]);
    assert_eq!(gezien.feit("geldt"), 1);
    assert_eq!(gezien.feit("geldt daarna"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn wie_waarneemt_opent_het_dossier_alleen_namens_wie_afwezig_is() {
    let zaken = vec![lopend(WIENS), lopend(BIJ_EEN_ANDER)];
    let waarnemer = zaken[1].account(Rol::Casemanager);
    let regel = async |bewoond: &Bewoond, vraag: &mut Value| {
        let inlog = bewoond.inloggen.iter().find(|it| it.account == waarnemer).unwrap();
        vraag["mensen"]["waarnemer"] = mens(inlog);
        ook(bewoond, vraag, &[("beheerder", Lezer::FunctioneelBeheerder)]).await;
    };
    let gezien = wandel_door("waarneming.mjs", zaken, regel).await;
    assert_eq!(gezien.feit("geregeld"), "/beheer/accounts/-?gedaan");
    assert_eq!(gezien.feit("voor zichzelf"), 404);
    assert_eq!(gezien.feit("hoed"), "Namens casemanager, die nu afwezig is");
    assert_eq!(gezien.feit("kop"), WIENS);
    assert!(gezien.feit("als wie").as_str().unwrap().contains("namens een ander"));
}

#[tokio::test(flavor = "multi_thread")]
async fn de_functionaris_gegevensbescherming_vindt_wie_een_dossier_las() {
    let regel = async |bewoond: &Bewoond, vraag: &mut Value| {
        let functie = Lezer::FunctionarisGegevensbescherming;
        ook(bewoond, vraag, &[("toezicht", functie)]).await;
    };
    let begonnen = Systeemklok.vandaag();
    let gezien = wandel_door("toezicht.mjs", vec![lopend(WIENS)], regel).await;
    assert_eq!(van_de_casemanager(gezien.feit("eerst")), Vec::<[&str; 3]>::new());
    let gelezen = van_de_casemanager(gezien.feit("daarna"));
    let [[wie, wanneer, wat]] = gelezen.as_slice() else { panic!("{gelezen:?}") };
    assert!(wie.contains("casemanager · "), "{wie}");
    // It may be tomorrow by now.
    let dagen = [begonnen, begonnen.volgende()].map(dag_en_jaar);
    let op = wanneer.split_once(',').unwrap().0;
    assert!(dagen.iter().any(|[dag, jaar]| op.starts_with(dag) && op.ends_with(jaar)), "{op}");
    assert_eq!(*wat, "Keek in het dossier");
}

/// The lines about a casemanager: who, when, and what was done.
fn van_de_casemanager(regels: &Value) -> Vec<[&str; 3]> {
    let alle = regels.as_array().unwrap().iter();
    let alle = alle.map(|it| [0, 1, 2].map(|plek| it[plek].as_str().unwrap()));
    alle.filter(|[wie, ..]| wie.starts_with("Casemanager")).collect()
}

/// Day of the month and year.
fn dag_en_jaar(dag: Datum) -> [String; 2] {
    let tekst = dag.voluit();
    let delen: Vec<&str> = tekst.split(' ').collect();
    [delen[0], delen[2]].map(str::to_owned)
}

/// Adds people to a walk who work on no dossier.
pub(crate) async fn ook(bewoond: &Bewoond, vraag: &mut Value, wie: &[(&str, Lezer)]) {
    let engine = &bewoond.huis.engine;
    for (naam, lezer) in wie {
        let account = engine.met_functie(*lezer).await.unwrap().unwrap();
        // Whoever the demo lets in keeps that password.
        vraag["mensen"][naam] = match bewoond.inlog(*lezer) {
            Ok(inlog) => mens(inlog),
            Err(_) => mens(&Inlog::voor(engine, account, *lezer).await.unwrap()),
        };
    }
}
