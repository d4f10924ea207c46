//! Import of Verzuimmeldingen, the comparison with what is known, and export of Documenten.

use proptest::prelude::*;
use wvp_domain::Datum;

use super::documenten::{Betreft, Document, Documenten};
use super::vergelijking::{meldingen, vergelijk};
use super::verzuimmeldingen::{ImportFout, Verzuimmeldingen};
use super::{Berichtkop, Documentsoort, Werkgever};
use crate::codelijst::Code;
use crate::nummer::Burgerservicenr;
use crate::waarde::Waarde;
use crate::xml::{Vorm, XmlFout, lees};

const CONTACT: &str = "<Cntprsn><Achternaam>Contact</Achternaam><RolCntprsnCd>01</RolCntprsnCd>\
                       <Com><SrtComCd>06</SrtComCd><NrCom>0201234567</NrCom></Com></Cntprsn>";

fn verzuim(geval: &str, volgnummer: &str, meer: &str) -> String {
    format!(
        "<Vrzm><VrwrkCd>01</VrwrkCd><IngdatMutVrzm>2025-03-03</IngdatMutVrzm>\
         <VrzmgvlId>{geval}</VrzmgvlId><VrzmgvlVnrMld>{volgnummer}</VrzmgvlVnrMld>\
         <EndVrzmJN>N</EndVrzmJN><DatEerstVrzmdg>2025-03-03</DatEerstVrzmdg>\
         <PrcVrzm>100.00</PrcVrzm><OorzkVrzmCd>10</OorzkVrzmCd><VngntJN>O</VngntJN>{meer}{CONTACT}</Vrzm>"
    )
}

fn bericht(verzuim: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <v:Verzuimmeldingen xmlns:v=\"http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2022\">\
         <BrAlg><BrCd>00100</BrCd><VnrBrCd>00010</VnrBrCd><AandatBr>2025-03-04</AandatBr>\
         <AantijdBr>09:30:00</AantijdBr><IdInzndr>ZENDER</IdInzndr><GebrSwPakket>Pakket</GebrSwPakket>\
         <IdOntvngr>ONTVANGER</IdOntvngr><Berrefnr>ref 1</Berrefnr><TestJN>J</TestJN>\
         <OntvngstbevJN>N</OntvngstbevJN></BrAlg>\
         <Wrkgvr><HndlsnmOrg>Voorbeeld BV</HndlsnmOrg><InschrijvingsnrKvK>12345678</InschrijvingsnrKvK>\
         <IdWrkgvrArbdnst>W1</IdWrkgvrArbdnst><AansltnrGeguitwlngArbdnst>A1</AansltnrGeguitwlngArbdnst>\
         <Lhnr>123456782L01</Lhnr><IndERDZW>N</IndERDZW>{CONTACT}\
         <Wrknmr><SofiNr>111222333</SofiNr><Gebdat>1980-05-05</Gebdat><SignNm>Voorbeeld</SignNm>\
         <Voorl>V</Voorl><NmvrkrCd>01</NmvrkrCd><GslchtCd>O</GslchtCd><IdWrknmr>M1</IdWrknmr>\
         <BnkGiro><Iban>NL91ABNA0417164300</Iban></BnkGiro><StrAdrNl><SrtAdrsCd>06</SrtAdrsCd>\
         <SrtVrplgadrsCd>02</SrtVrplgadrsCd><NmVrpladrs>Kliniek De Linde</NmVrpladrs><Pc>1234AB</Pc>\
         <Wnpl>Voorbeelddam</Wnpl><Huisnr>1</Huisnr></StrAdrNl>\
         <Com><SrtComCd>05</SrtComCd><NrCom>0612345678</NrCom></Com>\
         <Dnstvbnd><IdDnstvbnd>D1</IdDnstvbnd><Ingdat>2020-01-01</Ingdat><NmFnct>Monteur</NmFnct>\
         <OrgeenhCd>Werkplaats</OrgeenhCd><CdBepTd>O</CdBepTd><AantCtrcturenPWk>36.00</AantCtrcturenPWk>\
         {verzuim}{CONTACT}</Dnstvbnd></Wrknmr></Wrkgvr></v:Verzuimmeldingen>"
    )
}

#[track_caller]
fn gelezen(verzuim: &str) -> Verzuimmeldingen {
    Verzuimmeldingen::uit_xml(bericht(verzuim).as_bytes()).unwrap()
}

fn geweigerd(xml: &str) -> String {
    let fout = Verzuimmeldingen::uit_xml(xml.as_bytes()).unwrap_err();
    fout.to_string().replace("; ", "\n")
}

#[test]
fn een_bericht_wordt_getypte_gegevens() {
    let meer = "<Actie><ActieCd>03</ActieCd></Actie><VrTkst><VrijeTekst>belt dinsdag</VrijeTekst></VrTkst>";
    let json = serde_json::to_string_pretty(&gelezen(&verzuim("G1", "1", meer))).unwrap();
    insta::assert_snapshot!("verzuimmeldingen", json);
}

#[test]
fn wat_het_product_niet_nodig_heeft_blijft_achter() {
    let json = serde_json::to_string(&gelezen(&verzuim("G1", "1", ""))).unwrap();
    for achter in ["NL91ABNA0417164300", "De Linde", "SrtVrplgadrsCd"] {
        assert!(bericht("").contains(achter) && !json.contains(achter), "{achter}");
    }
}

#[test]
fn een_code_zonder_bekende_betekenis_houdt_een_neutraal_label() {
    let bericht = gelezen(&verzuim("G1", "1", "<WAZOCd>02</WAZOCd>"));
    let melding = meldingen(&bericht.werkgevers[0])[0];
    let redenen = &melding.verzuim.redenen;
    assert_eq!(redenen.oorzaak.label(), "SIVI-code 10 (betekenis: zie SIVI)");
    assert_eq!(redenen.wazo.map(Code::label).unwrap(), "SIVI-code 02 (betekenis: zie SIVI)");
}

#[test]
fn een_onbekend_element_wordt_geweigerd_met_zijn_pad() {
    let xml = bericht(&verzuim("G1", "1", "<ArbCnflJN>N</ArbCnflJN>"));
    insta::assert_snapshot!(geweigerd(&xml), @"het bericht klopt niet: `Wrkgvr[0].Wrknmr[0].Dnstvbnd[0].Vrzm[0].ArbCnflJN`: `(tekst)` kan niet: dit veld is niet bekend");
}

#[test]
fn ook_in_wat_achterblijft_wordt_een_onbekend_element_geweigerd() {
    let xml = bericht(&verzuim("G1", "1", "")).replace("<BnkGiro>", "<BnkGiro><Saldo>1</Saldo>");
    insta::assert_snapshot!(geweigerd(&xml), @"het bericht klopt niet: `Wrkgvr[0].Wrknmr[0].BnkGiro[0].Saldo`: `(tekst)` kan niet: dit veld is niet bekend");
}

#[test]
fn geen_fout_herhaalt_een_bsn_waar_het_ook_staat() {
    let meer = "<DatHrstld>2025-03-10</DatHrstld><VrTkst><VrijeTekst>belt</VrijeTekst></VrTkst>";
    let xml = bericht(&verzuim("G1", "1", meer));
    let mut fouten = 0;
    for (plaats, _) in xml.match_indices("</") {
        let (voor, na) = xml.split_at(plaats);
        let (begin, _) = voor.rsplit_once('>').unwrap();
        let anders = format!("{begin}>999990342{na}");
        if let Err(fout) = Verzuimmeldingen::uit_xml(anders.as_bytes()) {
            fouten += 1;
            assert!(!fout.to_string().contains("999990342"), "{fout}");
        }
    }
    assert!(fouten > 20, "{fouten}");
}

proptest! {
    #[test]
    fn een_verminkt_bericht_wordt_geweigerd_of_gelezen(plaats in 0_usize..3000, teken in "\\PC?") {
        let xml = bericht(&verzuim("G1", "1", ""));
        let (voor, na) = xml.split_at(plaats % xml.len());
        let verminkt = format!("{voor}{teken}{}", na.chars().skip(1).collect::<String>());
        let gelezen = Verzuimmeldingen::uit_xml(verminkt.as_bytes());
        let een_melding = |it: &Verzuimmeldingen| meldingen(&it.werkgevers[0]).len() == 1;
        prop_assert!(gelezen.is_err() || gelezen.as_ref().is_ok_and(een_melding));
    }
}

#[test]
fn elk_verplicht_element_dat_ontbreekt_wordt_genoemd() {
    let xml = bericht(&verzuim("G1", "1", ""));
    let verplicht = [
        "BrCd",
        "VnrBrCd",
        "AandatBr",
        "AantijdBr",
        "IdInzndr",
        "IdOntvngr",
        "Berrefnr",
        "TestJN",
        "OntvngstbevJN",
        "IdWrkgvrArbdnst",
        "AansltnrGeguitwlngArbdnst",
        "Gebdat",
        "NmvrkrCd",
        "IdWrknmr",
        "IdDnstvbnd",
        "OrgeenhCd",
        "VrwrkCd",
        "IngdatMutVrzm",
        "VrzmgvlId",
        "VrzmgvlVnrMld",
        "EndVrzmJN",
        "DatEerstVrzmdg",
        "PrcVrzm",
        "OorzkVrzmCd",
        "VngntJN",
    ];
    for naam in verplicht {
        let (begin, rest) = xml.split_once(&format!("<{naam}>")).unwrap();
        let (_, eind) = rest.split_once(&format!("</{naam}>")).unwrap();
        let fout = geweigerd(&format!("{begin}{eind}"));
        assert!(
            fout.contains(&format!("{naam}`: `(leeg)` kan niet: dit veld is verplicht")),
            "{fout}"
        );
    }
    let leeg = geweigerd("<Verzuimmeldingen/>");
    assert!(leeg.contains("`BrAlg`: `(leeg)`") && leeg.contains("`Wrkgvr`: `(leeg)`"), "{leeg}");
}

#[test]
fn alle_fouten_komen_tegelijk_en_zeggen_niet_wie_het_is() {
    let meer = "<DatHrstld>2025-03-02</DatHrstld><DatVrwHrstl>morgen</DatVrwHrstl>\
                <VrTkst><VrijeTekst>thuis met griep</VrijeTekst></VrTkst>";
    let xml = bericht(&verzuim("G1", "1", meer))
        .replace("<SofiNr>111222333", "<SofiNr>123456789")
        .replace("<PrcVrzm>100.00", "<PrcVrzm>150")
        .replace("<OorzkVrzmCd>10", "<OorzkVrzmCd>12")
        .replace("<BrCd>00100", "<BrCd>00800");
    insta::assert_snapshot!(geweigerd(&xml), @r"
    het bericht klopt niet: `BrAlg.BrCd`: `(een andere code)` kan niet: hoort `00100` te zijn
    `Wrkgvr[0].Wrknmr[0].SofiNr`: `(niet herhaald)` kan niet: negen cijfers die voldoen aan de elfproef
    `Wrkgvr[0].Wrknmr[0].Dnstvbnd[0].Vrzm[0].DatVrwHrstl`: `morgen` kan niet: een bestaande dag van 1900 tot en met 2199, geschreven als JJJJ-MM-DD
    `Wrkgvr[0].Wrknmr[0].Dnstvbnd[0].Vrzm[0].PrcVrzm`: `150` kan niet: een getal van 0 tot en met 100.00, met een punt en hoogstens twee decimalen
    `Wrkgvr[0].Wrknmr[0].Dnstvbnd[0].Vrzm[0].VrTkst[0].VrijeTekst`: `(niet herhaald)` kan niet: hierin mag niet staan: welke ziekte iemand heeft (NIET-01)
    `Wrkgvr[0].Wrknmr[0].Dnstvbnd[0].Vrzm[0].OorzkVrzmCd`: `(niet herhaald)` kan niet: een van 10, 11, 99
    `Wrkgvr[0].Wrknmr[0].Dnstvbnd[0].Vrzm[0].DatHrstld`: `2025-03-02` kan niet: ligt niet voor de eerste verzuimdag `2025-03-03`
    ");
}

#[test]
fn een_volgnummer_dient_binnen_een_geval_maar_een_keer() {
    let twee = verzuim("G1", "1", "") + &verzuim("G1", "2", "") + &verzuim("G2", "1", "");
    assert_eq!(meldingen(&gelezen(&twee).werkgevers[0]).len(), 3);
    let dubbel = verzuim("G1", "1", "") + &verzuim("G1", "01", "");
    insta::assert_snapshot!(geweigerd(&bericht(&dubbel)), @"het bericht klopt niet: `Wrkgvr[0].Wrknmr.Dnstvbnd.Vrzm.VrzmgvlVnrMld`: `1` kan niet: een volgnummer komt binnen een verzuimgeval maar een keer voor");
}

#[test]
fn een_doctype_een_ander_bericht_en_een_andere_uitgave_worden_geweigerd() {
    let xml = bericht(&verzuim("G1", "1", ""));
    let met_doctype =
        xml.replace("<v:Verzuimmeldingen", "<!DOCTYPE a [<!ENTITY b \"c\">]><v:Verzuimmeldingen");
    let fout = |xml: &str| Verzuimmeldingen::uit_xml(xml.as_bytes()).unwrap_err();
    assert_eq!(fout(&met_doctype), ImportFout::Xml(XmlFout::Doctype));
    let ander = fout("<SIVIVerzuimBericht/>");
    assert_eq!(ander, ImportFout::Xml(XmlFout::AnderBericht { hoort: "Verzuimmeldingen" }));
    let uitgave = fout(&xml.replace("Verzuimmeldingen/2022", "Verzuimmeldingen/2026"));
    assert!(matches!(uitgave, ImportFout::Xml(XmlFout::AndereUitgave { .. })), "{uitgave}");
}

#[test]
fn een_bericht_voegt_toe_en_wijzigt_en_wist_nooit() {
    let bekend =
        gelezen(&(verzuim("G1", "1", "") + &verzuim("G1", "2", "") + &verzuim("G0", "1", "")));
    let hersteld = "<DatHrstld>2025-03-10</DatHrstld>";
    let ontvangen = gelezen(
        &(verzuim("G1", "1", "") + &verzuim("G1", "2", hersteld) + &verzuim("G1", "3", "")),
    );
    let (bekend, ontvangen) =
        (meldingen(&bekend.werkgevers[0]), meldingen(&ontvangen.werkgevers[0]));
    let verschil = vergelijk(&bekend, &ontvangen);
    let sleutels = |it: &[super::vergelijking::Melding<'_>]| {
        it.iter().map(|it| format!("{:?}", it.verzuim.sleutel())).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(sleutels(&verschil.nieuw), "(\"G1\", 3)");
    assert_eq!(sleutels(&verschil.gelijk), "(\"G1\", 1)");
    let (eerder, nu) = &verschil.gewijzigd[0];
    assert_eq!((verschil.gewijzigd.len(), eerder.verzuim.hersteld), (1, None));
    assert_eq!(nu.verzuim.hersteld, Some(Datum::ymd(2025, 3, 10).unwrap()));
    let leeg = vergelijk(&bekend, &[]);
    assert!(leeg.nieuw.is_empty() && leeg.gewijzigd.is_empty() && leeg.gelijk.is_empty());
}

#[test]
fn dezelfde_melding_bij_een_ander_dienstverband_is_gewijzigd() {
    let bekend = gelezen(&verzuim("G1", "1", ""));
    let xml = bericht(&verzuim("G1", "1", "")).replace("<IdDnstvbnd>D1", "<IdDnstvbnd>D2");
    let ontvangen = Verzuimmeldingen::uit_xml(xml.as_bytes()).unwrap();
    let verschil =
        vergelijk(&meldingen(&bekend.werkgevers[0]), &meldingen(&ontvangen.werkgevers[0]));
    assert_eq!((verschil.gewijzigd.len(), verschil.nieuw.len()), (1, 0));
}

fn waarde<T: Waarde>(tekst: &str) -> T {
    T::try_new(tekst).ok().unwrap()
}

fn kop() -> Berichtkop {
    Berichtkop {
        datum: waarde("2025-03-04"),
        tijd: waarde("09:30:00"),
        inzender: waarde("ZENDER"),
        ontvanger: waarde("ONTVANGER"),
        referentie: waarde("ref <1>"),
        is_test: waarde("J"),
        ontvangstbevestiging: waarde("N"),
    }
}

fn werkgever() -> Werkgever {
    Werkgever {
        naam: waarde("Voorbeeld & Zoon"),
        kvk: Some(waarde("12345678")),
        vestiging: None,
        nummer_bij_arbodienst: waarde("W1"),
        aansluitnummer: waarde("A1"),
        loonheffingennummer: Some(waarde("123456782L01")),
    }
}

fn document(soort: Documentsoort, bestand: &[u8]) -> Document {
    Document {
        soort,
        code: waarde("100"),
        nummer: waarde("DOC1"),
        datum: waarde("2025-04-14"),
        status: Some(waarde("02")),
        kenmerk: waarde("kenmerk 1"),
        reden: None,
        prioriteit: None,
        bestandtype: Some(waarde("01")),
        bestandsnaam: Some(waarde("probleemanalyse.pdf")),
        adressering: None,
        bestand: bestand.to_vec(),
        betreft: Betreft {
            bsn: Some(waarde::<Burgerservicenr>("111222333")),
            werknemer: waarde("M1"),
            dienstverband: waarde("D1"),
            geval: Some(waarde("G1")),
            eerste_dag: waarde("2025-03-03"),
        },
    }
}

#[test]
fn documenten_als_xml() {
    let documenten = vec![document(Documentsoort::Probleemanalyse, b"%PDF-1.7 voorbeeld")];
    let bericht =
        Documenten::try_new(kop(), werkgever(), documenten).unwrap_or_else(|it| panic!("{it:?}"));
    let xml = bericht.als_xml().unwrap();
    assert_eq!(xml, bericht.als_xml().unwrap());
    insta::assert_snapshot!("documenten", xml);
    let naamruimte = "http://www.sivi.org/Verzuimmanagement/Documenten/2022";
    let vorm = Vorm { wortel: "Documenten", naamruimte, attribuut: "" };
    assert!(lees(xml.as_bytes(), &vorm).is_ok());
}

#[test]
fn wat_een_werkgever_niet_mag_lezen_gaat_niet_mee() {
    let geweigerd = Documentsoort::ALLE.into_iter().filter(|soort| {
        Documenten::try_new(kop(), werkgever(), vec![document(*soort, b"x")]).is_err()
    });
    let codes: Vec<&str> = geweigerd.map(Documentsoort::code).collect();
    assert_eq!(codes, ["MED", "OW", "VRIV", "FML", "IZP", "BAR", "UWV-BRIEF"]);
}

#[test]
fn alle_fouten_van_documenten_komen_tegelijk() {
    let documenten = vec![
        document(Documentsoort::PlanVanAanpak, b""),
        document(Documentsoort::MedischeInformatie, b"x"),
    ];
    let fouten = Documenten::try_new(kop(), werkgever(), documenten).err().unwrap();
    let geen = Documenten::try_new(kop(), werkgever(), vec![]).err().unwrap();
    let fouten: Vec<String> = fouten.iter().chain(&geen).map(ToString::to_string).collect();
    insta::assert_snapshot!(fouten.join("\n"), @r"
    `Document[0].Datastring`: het bestand is leeg
    `Document[1]`: `medische informatie` gaat niet in een bericht dat een werkgever kan lezen
    `Document`: `0` kan niet: van 1 tot en met 9999
    ");
}
