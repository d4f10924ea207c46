//! Messages to and from others: previews for UWV, reports of absence in, papers out.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use tests::gespeeld::{Gespeeld, ziek_gemeld};
use tests::merk::MERK;
use tests::programma::draai;
use wvp_cli::demo::{Rol, caseload, lezer};
use wvp_cli::huis::{Huis, OpslagUrl};
use wvp_cli::ingelogd;
use wvp_engine::{Aanleiding, Systeemklok};
use wvp_papieren::Drukker;
use wvp_uitwisseling::Invoer;
use wvp_uitwisseling::uwv::{LET_OP, valideer};

const PROGRAMMA: &str = env!("CARGO_BIN_EXE_proef-poortwachter");
const WAAR: &str = "--opslag sled:opslag --sleutels sleutels";

#[track_caller]
fn gelukt(uit: &Output) -> String {
    assert!(uit.status.success(), "{}", String::from_utf8_lossy(&uit.stderr));
    String::from_utf8(uit.stdout.clone()).unwrap()
}

#[track_caller]
fn mislukt(uit: &Output) -> String {
    assert_eq!(uit.status.code(), Some(1), "{}", String::from_utf8_lossy(&uit.stderr));
    String::from_utf8(uit.stderr.clone()).unwrap()
}

fn uwv(gespeeld: &Gespeeld, wat: &str, meer: &str) -> Output {
    let dossier = gespeeld.zaak.dossier;
    gespeeld.draai(PROGRAMMA, &format!("uwv {wat} {dossier} {meer}{WAAR}")).unwrap()
}

#[tokio::test]
async fn de_42e_weeksmelding_heeft_de_dagen_van_het_dossier_en_klopt() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = Gespeeld::in_map(map.path()).await.unwrap();
    let json = gelukt(&uwv(&gespeeld, "melding-42e-week", "--json "));
    let bericht: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(bericht["voorbeeld"], LET_OP);
    let melding = &bericht["UwvZwMeldingInternBody"]["MeldingLangdurigAo"];
    assert_eq!(melding["DatEersteAoDag"], "20240101");
    assert_eq!(melding["IndOnafgebrokenAo"], "1");
    assert!(valideer(&Invoer::uit_json(&json).unwrap()).is_ok());
    let xml = gelukt(&uwv(&gespeeld, "melding-42e-week", "--xml "));
    assert!(xml.contains(LET_OP));
    assert!(valideer(&Invoer::uit_xml(xml.as_bytes()).unwrap()).is_ok());
    assert_eq!(gelukt(&uwv(&gespeeld, "melding-42e-week", "--json ")), json);
}

#[tokio::test]
async fn wie_de_gegevens_niet_mag_zien_krijgt_te_horen_wie_het_bericht_maakt() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = Gespeeld::in_map(map.path()).await.unwrap();
    let als_werkgever = "--lezer werkgever/werkgever ";
    let fout = mislukt(&uwv(&gespeeld, "melding-42e-week", als_werkgever));
    assert!(fout.contains("AdministratieveEenheid.Loonheffingennr"), "{fout}");
    assert!(fout.contains("maak het bericht als casemanager"), "{fout}");
}

/// The straight case, reported ill and no further.
async fn gemeld(map: &Path) -> Gespeeld {
    ziek_gemeld(&OpslagUrl::Sled(map.join("opslag")), map).await.unwrap();
    let zaak = caseload().unwrap().remove(0);
    Gespeeld { map: map.to_owned(), zaak, geplant: 0 }
}

#[tokio::test]
async fn wat_ontbreekt_wordt_genoemd_met_het_veld_en_waar_het_hoort() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = gemeld(map.path()).await;
    let fout = mislukt(&uwv(&gespeeld, "herstelmelding", ""));
    assert!(fout.contains("NatuurlijkPersoon.Burgerservicenr"), "{fout}");
    assert!(fout.contains("aan te vullen in: het burgerservicenummer van de werknemer"), "{fout}");
    assert!(fout.contains("DatHersteld"), "{fout}");
    assert!(fout.contains("aan te vullen in: de herstelmelding in het dossier"), "{fout}");
}

#[tokio::test]
async fn welk_vangnet_er_is_komt_alleen_uit_de_invoer_en_blijft_nergens_achter() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = Gespeeld::in_map(map.path()).await.unwrap();
    let fout = mislukt(&uwv(&gespeeld, "ziekteaangifte", ""));
    assert!(
        fout.contains("MeldingZiekte.CdRedenAangifteAo") && fout.contains("--invoer"),
        "{fout}"
    );
    fs::write(map.path().join("in.json"), r#"{"CdRedenAangifteAo":"08","Diagnose":"x"}"#).unwrap();
    let fout = mislukt(&uwv(&gespeeld, "ziekteaangifte", "--invoer in.json "));
    assert!(fout.contains("MeldingZiekte.Diagnose") && !fout.contains("`08`"), "{fout}");
    fs::write(map.path().join("in.json"), r#"{"CdRedenAangifteAo":"08"}"#).unwrap();
    let ervoor = gelukt(&gespeeld.tijdlijn(PROGRAMMA, "opslag").unwrap());
    let json = gelukt(&uwv(&gespeeld, "ziekteaangifte", "--invoer in.json --json "));
    assert!(json.contains(r#""CdRedenAangifteAo": "08""#), "{json}");
    let als_werkgever = uwv(&gespeeld, "ziekteaangifte", "--lezer werkgever/werkgever ");
    assert_eq!(als_werkgever.status.code(), Some(2));
    assert_eq!(gelukt(&gespeeld.tijdlijn(PROGRAMMA, "opslag").unwrap()), ervoor);
}

/// Three reports of one employee: ill, fit again, ill again within four weeks.
fn drie_meldingen(werkgever: &str, tweede: &str) -> String {
    let contact = "<Cntprsn><Achternaam>Contact</Achternaam><RolCntprsnCd>01</RolCntprsnCd><Com>\
                   <SrtComCd>06</SrtComCd><NrCom>0201234567</NrCom></Com></Cntprsn>";
    let vrzm = |nummer: u8, per: &str, meer: &str| {
        format!(
            "<Vrzm><VrwrkCd>01</VrwrkCd><IngdatMutVrzm>{per}</IngdatMutVrzm>\
             <VrzmgvlId>G1</VrzmgvlId><VrzmgvlVnrMld>{nummer}</VrzmgvlVnrMld>\
             <DatEerstVrzmdg>2026-03-02</DatEerstVrzmdg><OorzkVrzmCd>10</OorzkVrzmCd>\
             <VngntJN>O</VngntJN>{meer}{contact}</Vrzm>"
        )
    };
    let verzuim = [
        vrzm(1, "2026-03-02", "<EndVrzmJN>N</EndVrzmJN><PrcVrzm>100.00</PrcVrzm>"),
        vrzm(2, "2026-03-16", tweede),
        vrzm(3, "2026-03-30", "<EndVrzmJN>N</EndVrzmJN><PrcVrzm>100.00</PrcVrzm>"),
    ];
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <Verzuimmeldingen xmlns=\"http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2022\">\
         <BrAlg><BrCd>00100</BrCd><VnrBrCd>00010</VnrBrCd><AandatBr>2026-04-01</AandatBr>\
         <AantijdBr>09:30:00</AantijdBr><IdInzndr>ZENDER</IdInzndr><IdOntvngr>ONTVANGER</IdOntvngr>\
         <Berrefnr>ref 1</Berrefnr><TestJN>N</TestJN><OntvngstbevJN>N</OntvngstbevJN></BrAlg>\
         <Wrkgvr><HndlsnmOrg>Voorbeeld BV</HndlsnmOrg><IdWrkgvrArbdnst>{werkgever}</IdWrkgvrArbdnst>\
         <AansltnrGeguitwlngArbdnst>A1</AansltnrGeguitwlngArbdnst>\
         <Wrknmr><SofiNr>{BSN}</SofiNr><Gebdat>1980-05-05</Gebdat><SignNm>Voorbeeld</SignNm>\
         <Voorl>V</Voorl><Voorv>van</Voorv><NmvrkrCd>01</NmvrkrCd><GslchtCd>V</GslchtCd>\
         <IdWrknmr>M1</IdWrknmr><StrAdrNl><SrtAdrsCd>01</SrtAdrsCd><Pc>1234AB</Pc>\
         <Wnpl>Voorbeelddam</Wnpl><StraatLang>Dorpsstraat</StraatLang><Huisnr>1</Huisnr></StrAdrNl>\
         <Dnstvbnd><IdDnstvbnd>D1</IdDnstvbnd><Ingdat>2020-01-01</Ingdat><NmFnct>Monteur</NmFnct>\
         <OrgeenhCd>Werkplaats</OrgeenhCd><CdBepTd>O</CdBepTd><AantCtrcturenPWk>36.00</AantCtrcturenPWk>\
         {}{contact}</Dnstvbnd></Wrknmr></Wrkgvr></Verzuimmeldingen>",
        verzuim.concat()
    )
}

const BSN: &str = "111222333";
const HERSTELD: &str =
    "<EndVrzmJN>J</EndVrzmJN><DatHrstld>2026-03-16</DatHrstld><PrcVrzm>0.00</PrcVrzm>";

/// An employer, and a file with three reports of it.
async fn met_bestand(map: &Path, tweede: &str) -> Gespeeld {
    let gespeeld = gemeld(map).await;
    let werkgever = gespeeld.zaak.werkgever.0.to_string();
    fs::write(map.join("in.xml"), drie_meldingen(&werkgever, tweede)).unwrap();
    gespeeld
}

fn neem_in(gespeeld: &Gespeeld, meer: &str) -> Output {
    inname(gespeeld, meer).output().unwrap()
}

fn inname(gespeeld: &Gespeeld, meer: &str) -> Command {
    let account = gespeeld.zaak.account(Rol::Casemanager).0;
    let wie = format!("--account {account} --lezer {}", lezer(Rol::Casemanager));
    let argumenten = format!("sivi import in.xml --json {meer}{wie} {WAAR}");
    let mut opdracht = Command::new(PROGRAMMA);
    opdracht.args(argumenten.split(' ')).current_dir(&gespeeld.map);
    opdracht
}

fn regels(uit: &Output) -> Vec<Value> {
    serde_json::from_slice(&uit.stdout).unwrap()
}

fn uitslagen(uit: &Output) -> Vec<String> {
    regels(uit).iter().map(|it| it["uitslag"].as_str().unwrap().to_owned()).collect()
}

/// The facts of the dossier that the reports went into.
fn tijdlijn(gespeeld: &Gespeeld, uit: &Output) -> String {
    gelukt(&lees_tijdlijn(gespeeld, uit))
}

fn lees_tijdlijn(gespeeld: &Gespeeld, uit: &Output) -> Output {
    let regel = regels(uit).remove(0);
    let dossier = regel.pointer("/dossier").and_then(Value::as_str);
    let dossier = dossier.unwrap_or("00000000");
    let wat = format!("tijdlijn {dossier} --lezer {} --json {WAAR}", lezer(Rol::Casemanager));
    gespeeld.draai(PROGRAMMA, &wat).unwrap()
}

#[tokio::test]
async fn drie_meldingen_worden_een_dossier_en_nog_eens_verandert_niets() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = met_bestand(map.path(), HERSTELD).await;
    let proef = neem_in(&gespeeld, "--proef ");
    gelukt(&proef);
    assert_eq!(uitslagen(&proef), ["zou worden opgenomen"; 3]);
    mislukt(&lees_tijdlijn(&gespeeld, &proef));
    let eerst = neem_in(&gespeeld, "");
    gelukt(&eerst);
    assert_eq!(uitslagen(&eerst), ["opgenomen"; 3]);
    let lijn = tijdlijn(&gespeeld, &eerst);
    let regels: Value = serde_json::from_str(&lijn).unwrap();
    let tekst = regels.to_string();
    for dag in ["2026-03-02", "2026-03-16", "2026-03-30"] {
        assert!(tekst.contains(dag), "{dag} {lijn}");
    }
    let plaatsen: Vec<_> = ["Ziekmelding", "Herstelmelding", "Hernieuwde ziekmelding"]
        .map(|titel| tekst.find(&format!("\"{titel}\"")))
        .to_vec();
    assert!(plaatsen.iter().all(Option::is_some) && plaatsen.is_sorted(), "{lijn}");
    let weer = neem_in(&gespeeld, "");
    gelukt(&weer);
    assert_eq!(uitslagen(&weer), ["al bekend"; 3]);
    assert_eq!(tijdlijn(&gespeeld, &weer), lijn);
}

#[tokio::test]
async fn een_kapotte_melding_wordt_geweigerd_en_de_rest_is_opgenomen() {
    let map = tempfile::tempdir().unwrap();
    let kapot = "<EndVrzmJN>N</EndVrzmJN><PrcVrzm>150.00</PrcVrzm>\
                 <VrTkst><VrijeTekst>heeft griep, BSN 111222333</VrijeTekst></VrTkst>";
    let gespeeld = met_bestand(map.path(), kapot).await;
    let uit = neem_in(&gespeeld, "");
    let fout = mislukt(&uit);
    assert_eq!(uitslagen(&uit), ["opgenomen", "geweigerd", "al bekend"]);
    let redenen = regels(&uit)[1]["redenen"].to_string();
    assert!(redenen.contains("Vrzm[1].PrcVrzm"), "{redenen}");
    assert!(redenen.contains("VrTkst[0].VrijeTekst"), "{redenen}");
    for uitvoer in [fout, String::from_utf8(uit.stdout).unwrap()] {
        assert!(!uitvoer.contains(BSN) && !uitvoer.contains("griep"), "{uitvoer}");
    }
}

#[tokio::test]
async fn een_percentage_van_de_werkgever_alleen_wordt_niet_vastgelegd() {
    let map = tempfile::tempdir().unwrap();
    let half = "<EndVrzmJN>N</EndVrzmJN><PrcVrzm>50.00</PrcVrzm>";
    let gespeeld = met_bestand(map.path(), half).await;
    let uit = neem_in(&gespeeld, "");
    mislukt(&uit);
    let regel = &regels(&uit)[1];
    assert_eq!(regel["uitslag"], "geweigerd");
    assert!(regel.to_string().contains("PrcVrzm"), "{regel}");
}

#[tokio::test]
async fn een_andere_eerste_dag_wordt_een_correctie_en_maar_een_keer() {
    let map = tempfile::tempdir().unwrap();
    let anders = "<DatEerstVrzmdgOud>2026-03-03</DatEerstVrzmdgOud><EndVrzmJN>N</EndVrzmJN>\
                  <PrcVrzm>100.00</PrcVrzm>";
    let gespeeld = met_bestand(map.path(), anders).await;
    let werkgever = gespeeld.zaak.werkgever.0.to_string();
    let dag = "<DatEerstVrzmdg>2026-03-0";
    let xml = drie_meldingen(&werkgever, anders);
    let xml = xml.replacen(&format!("{dag}2"), &format!("{dag}3"), 1);
    fs::write(map.path().join("in.xml"), xml).unwrap();
    let eerst = neem_in(&gespeeld, "");
    assert_eq!(uitslagen(&eerst), ["opgenomen", "opgenomen", "al bekend"], "{:?}", regels(&eerst));
    let lijn = tijdlijn(&gespeeld, &eerst);
    assert!(lijn.contains(r#""eerste_ziektedag": "2026-03-02""#), "{lijn}");
    let weer = neem_in(&gespeeld, "");
    assert_eq!(uitslagen(&weer), ["al bekend"; 3]);
    assert_eq!(tijdlijn(&gespeeld, &weer), lijn);
}

#[tokio::test]
async fn geen_logregel_van_een_inname_zegt_wie_het_is() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = met_bestand(map.path(), HERSTELD).await;
    let uit = inname(&gespeeld, "").env("POORTWACHTER_LOG", "trace").output().unwrap();
    gelukt(&uit);
    let log = String::from_utf8(uit.stderr).unwrap();
    assert!(log.contains("vastgelegd"), "{log}");
    assert!(!log.contains(BSN) && !log.contains("Voorbeeld"), "{log}");
}

#[tokio::test]
async fn een_ander_feit_onder_een_bekend_nummer_wordt_geweigerd() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = met_bestand(map.path(), HERSTELD).await;
    gelukt(&neem_in(&gespeeld, ""));
    let anders = HERSTELD.replace("2026-03-16", "2026-03-17");
    let werkgever = gespeeld.zaak.werkgever.0.to_string();
    fs::write(map.path().join("in.xml"), drie_meldingen(&werkgever, &anders)).unwrap();
    let uit = neem_in(&gespeeld, "");
    mislukt(&uit);
    assert_eq!(uitslagen(&uit), ["al bekend", "geweigerd", "al bekend"]);
}

#[tokio::test]
async fn een_bericht_dat_er_niet_is_of_geen_xml_is_wordt_met_een_regel_geweigerd() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = met_bestand(map.path(), HERSTELD).await;
    fs::write(map.path().join("in.xml"), "<!DOCTYPE a><Verzuimmeldingen/>").unwrap();
    assert!(mislukt(&neem_in(&gespeeld, "")).contains("DOCTYPE"));
    let uit = draai(PROGRAMMA, &["sivi", "import"], "").unwrap();
    assert_eq!(uit.status.code(), Some(2));
}

/// The papers as the employer may read them.
async fn voor_werkgever(gespeeld: &Gespeeld) -> Vec<Vec<u8>> {
    let (opslag, sleutels) = (gespeeld.map.join("opslag"), gespeeld.map.join("sleutels"));
    let opslag = OpslagUrl::Sled(opslag);
    let huis = Huis::open(&opslag, &sleutels, Arc::new(Systeemklok)).await.unwrap();
    let wie = ingelogd(gespeeld.zaak.account(Rol::Werkgever), lezer(Rol::Werkgever));
    let papieren = huis
        .engine
        .riv(&wie, gespeeld.zaak.dossier, &Aanleiding::default(), &Drukker)
        .await
        .unwrap();
    huis.store.sluit().await.unwrap();
    papieren.into_iter().map(|papier| papier.inhoud).collect()
}

#[tokio::test]
async fn het_bericht_met_stukken_heeft_de_papieren_van_de_werkgever_en_niets_medisch() {
    let map = tempfile::tempdir().unwrap();
    let gespeeld = Gespeeld::in_map(map.path()).await.unwrap();
    let dossier = gespeeld.zaak.dossier;
    let maak = |naar: &str| {
        let wat = format!("sivi export {dossier} --naar {naar} {WAAR}");
        gelukt(&gespeeld.draai(PROGRAMMA, &wat).unwrap());
        fs::read_to_string(map.path().join(naar).join("documenten.xml")).unwrap()
    };
    let xml = maak("uit");
    assert_eq!(maak("weer"), xml);
    assert!(gespeeld.geplant > 0 && !xml.contains(MERK));
    let pakket = voor_werkgever(&gespeeld).await;
    let delen: Vec<&str> = xml.split("<Datastring>").skip(1).collect();
    assert!(delen.len() >= 5, "{}", delen.len());
    for deel in delen {
        let (tekst, _) = deel.split_once("</Datastring>").unwrap();
        let inhoud = STANDARD.decode(tekst).unwrap();
        assert!(pakket.contains(&inhoud), "a paper that the employer does not get");
        assert!(!inhoud.windows(MERK.len()).any(|deel| deel == MERK.as_bytes()));
    }
    for niet in ["medische informatie", "oordeel werknemer"] {
        assert!(!xml.contains(niet), "{niet}");
    }
}
