//! The second factor.

use wvp_domain::bevoegdheid::inlog::Weigering;
use wvp_engine::{Factor, InlogFout, Inlogstap};

use super::{
    Arts, HIER, claims_binnen, huis, ingelogd, is_geen_sessie, later, sessie, toon, wacht_op_factor,
};

#[tokio::test]
async fn wie_een_tweede_factor_instelt_is_ermee_ingelogd_en_krijgt_tien_herstelcodes() {
    let huis = huis().await;
    let arts = Arts::binnen(&huis).await;
    assert!(sessie(&huis, arts.sessie()).await.unwrap().tweede_factor);
    assert_eq!(arts.ingesteld.herstelcodes.len(), 10);
    let code = arts.ingesteld.herstelcodes[0].toon();
    assert_eq!((code.len(), code.matches('-').count()), (35, 3), "{code}");
}

#[tokio::test]
async fn daarna_vraagt_elke_inlog_om_een_code_en_geeft_die_een_ander_geheim() {
    let huis = huis().await;
    let arts = Arts::binnen(&huis).await;
    later(&huis, 60);
    let wacht = wacht_op_factor(&huis).await;
    assert!(sessie(&huis, wacht.toon()).await.is_none());
    let binnen = ingelogd(toon(&huis, &wacht, Factor::Code(&arts.code_over(&huis, 0))).await);
    assert!(sessie(&huis, binnen.sessie.toon()).await.unwrap().tweede_factor);
    let weer = huis.engine.tweede_factor(wacht.toon(), Factor::Code("000000"), HIER).await;
    assert!(is_geen_sessie(&weer), "de tussenstap is op");
}

#[tokio::test]
async fn een_code_werkt_een_keer_ook_op_een_andere_knoop() {
    let huis = huis().await;
    let arts = Arts::binnen(&huis).await;
    later(&huis, 60);
    let (een, twee) = (wacht_op_factor(&huis).await, wacht_op_factor(&huis).await);
    let code = arts.code_over(&huis, 0);
    ingelogd(toon(&huis, &een, Factor::Code(&code)).await);
    let ander = huis.tweede_engine();
    let stap = ander.tweede_factor(twee.toon(), Factor::Code(&code), HIER).await.unwrap();
    assert!(matches!(stap, Inlogstap::Geweigerd), "{stap:?}");
}

#[tokio::test]
async fn een_code_mag_een_stap_van_de_klok_afwijken_en_geen_twee() {
    for (seconden, mag) in [(-30, true), (30, true), (-60, false), (60, false)] {
        let huis = huis().await;
        let arts = Arts::binnen(&huis).await;
        later(&huis, 300);
        let wacht = wacht_op_factor(&huis).await;
        let code = arts.code_over(&huis, seconden);
        let stap = toon(&huis, &wacht, Factor::Code(&code)).await;
        assert_eq!(matches!(stap, Inlogstap::Ingelogd(_)), mag, "{seconden}: {stap:?}");
    }
}

#[tokio::test]
async fn een_herstelcode_werkt_een_keer_hoe_hij_ook_is_overgetypt() {
    let huis = huis().await;
    let arts = Arts::binnen(&huis).await;
    let code = arts.ingesteld.herstelcodes[3].toon().to_uppercase().replace('-', " ");
    let wacht = wacht_op_factor(&huis).await;
    ingelogd(toon(&huis, &wacht, Factor::Herstelcode(&code)).await);
    let wacht = wacht_op_factor(&huis).await;
    let stap = toon(&huis, &wacht, Factor::Herstelcode(&code)).await;
    assert!(matches!(stap, Inlogstap::Geweigerd), "{stap:?}");
}

#[tokio::test]
async fn nieuwe_herstelcodes_vragen_om_de_factor_en_vervangen_de_oude() {
    let huis = huis().await;
    let arts = Arts::binnen(&huis).await;
    let fout = huis.engine.nieuwe_herstelcodes(arts.sessie(), Factor::Code("000000"), HIER).await;
    assert!(matches!(fout, Err(InlogFout::Onjuist)), "{fout:?}");
    later(&huis, 60);
    let code = arts.code_over(&huis, 0);
    let nieuw = huis.engine.nieuwe_herstelcodes(arts.sessie(), Factor::Code(&code), HIER).await;
    let wacht = wacht_op_factor(&huis).await;
    let oud = Factor::Herstelcode(arts.ingesteld.herstelcodes[0].toon());
    assert!(matches!(toon(&huis, &wacht, oud).await, Inlogstap::Geweigerd));
    ingelogd(toon(&huis, &wacht, Factor::Herstelcode(nieuw.unwrap()[0].toon())).await);
}

#[tokio::test]
async fn alleen_met_de_factor_gaat_de_factor_weg_en_dan_is_iedereen_uitgelogd() {
    let huis = huis().await;
    let arts = Arts::binnen(&huis).await;
    let verwijder = |code: String| {
        let (engine, sessie) = (huis.engine.clone(), arts.sessie().to_owned());
        async move { engine.verwijder_tweede_factor(&sessie, Factor::Code(&code), HIER).await }
    };
    let fout = verwijder("000000".to_owned()).await;
    assert!(matches!(fout, Err(InlogFout::Onjuist)), "{fout:?}");
    later(&huis, 60);
    let nieuw = verwijder(arts.code_over(&huis, 0)).await.unwrap();
    assert!(sessie(&huis, arts.sessie()).await.is_none());
    assert!(!sessie(&huis, nieuw.toon()).await.unwrap().tweede_factor);
}

#[tokio::test]
async fn een_tweede_factor_wordt_pas_vastgelegd_na_een_goede_code_en_nooit_over_een_andere_heen() {
    let huis = huis().await;
    let binnen = claims_binnen(&huis).await;
    let geheim = binnen.sessie.toon();
    let eerst = huis.engine.begin_tweede_factor(geheim).await.unwrap();
    let weer = huis.engine.begin_tweede_factor(geheim).await.unwrap();
    assert_eq!(eerst.geheim.toon(), weer.geheim.toon());
    assert!(eerst.adres.toon().starts_with("otpauth://totp/Poortwachter:00000000?secret="));
    let fout = huis.engine.bevestig_tweede_factor(geheim, "000000").await;
    assert!(matches!(fout, Err(InlogFout::Onjuist)), "{fout:?}");
    claims_binnen(&huis).await;
    let arts = Arts::binnen(&huis).await;
    let fout = huis.engine.begin_tweede_factor(arts.sessie()).await;
    let nee = Weigering::TweedeFactor { aanwezig: true };
    assert!(matches!(fout, Err(InlogFout::Geweigerd(it)) if it == nee), "{fout:?}");
}
