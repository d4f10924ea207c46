//! What goes to the employee alone: the folder, and the medical part under a password.

use std::fs;
use std::process::Command;

use serde_json::Value;
use tests::merk::MERK;

use crate::pdf::{bevat, eis_normen, tekst};
use crate::proef::Proef;

const WERKGEVER: &str = "--lezer werkgever/werkgever";
const WACHTWOORD: &str = "Zoë's paarse fiets 7";

/// Requests in the reading log that were refused to the employer, with the rules behind them.
fn geweigerd_volgens_leeslog(proef: &Proef) -> Vec<Value> {
    let dossier = proef.zaak("recht").dossier;
    let fg = "arbodienst/functionaris_gegevensbescherming";
    let vraag = format!(
        "leeslog {dossier} --lezer {fg} --wie werkgever/werkgever --uitkomst geweigerd --json"
    );
    serde_json::from_slice(&proef.draai(&vraag, "").stdout).unwrap()
}

#[tokio::test]
async fn de_werkgever_krijgt_niets_wat_voor_de_werknemer_is_en_dat_staat_in_het_leeslog() {
    let proef = Proef::met(&["recht"]).await;
    let nee = proef.geweigerd("stuk medische-informatie", "recht", WERKGEVER, "");
    // The words of the access decision, as `toegang` has them.
    let woorden = "de werkgever krijgt nooit medische gegevens, ook niet met toestemming";
    assert!(nee.contains(woorden), "{nee}");
    let medisch = format!("{WERKGEVER} --wachtwoord -");
    assert_eq!(proef.geweigerd("riv medisch", "recht", &medisch, WACHTWOORD), nee);
    let map = proef.geweigerd("riv werknemer", "recht", WERKGEVER, "");
    assert!(map.contains("voor de werknemer"), "{map}");
    let regels = geweigerd_volgens_leeslog(&proef);
    assert_eq!(regels.len(), 3, "{regels:?}");
    for regel in regels {
        assert_eq!(regel["EventTypeCode"], "verslag");
        assert!(!regel["regels"].as_array().unwrap().is_empty(), "{regel}");
    }
}

#[tokio::test]
async fn de_map_van_de_werknemer_heeft_afschriften_een_oordeel_en_een_bewijs() {
    let proef = Proef::met(&["recht"]).await;
    let bestanden = proef.maak("riv werknemer", "recht", "", "");
    let lijst = bestanden.iter().find(|it| it.ends_with("inhoud.json")).unwrap();
    let lijst: Value = serde_json::from_slice(&fs::read(lijst).unwrap()).unwrap();
    let genoemd = lijst["bestanden"].as_array().unwrap();
    assert_eq!(genoemd.len() + 1, bestanden.len());
    for (bestand, regel) in bestanden.iter().zip(genoemd) {
        let naam = bestand.file_name().unwrap().to_str().unwrap();
        let bytes = fs::read(bestand).unwrap();
        assert_eq!(
            (regel["naam"].as_str(), regel["bytes"].as_u64()),
            (Some(naam), Some(bytes.len() as u64))
        );
        assert_eq!(regel["sha256"].as_str().unwrap().len(), 64);
        eis_normen(&bytes, &proef.zaak("recht").persoon.naam);
    }
    let elementen: Vec<&str> = genoemd.iter().filter_map(|it| it["element"].as_str()).collect();
    for element in ["probleemanalyse", "plan_van_aanpak", "eindevaluatie", "oordeel_werknemer"] {
        assert!(elementen.contains(&element), "{elementen:?}");
    }
    let bewijs = bestanden.iter().find(|it| it.ends_with("07_ontvangstbewijs.pdf")).unwrap();
    let bewijs = tekst(&fs::read(bewijs).unwrap()).replace('\u{200b}', "");
    let stuk = lijst["gesloten_deel"][0]["stuk"].as_str().unwrap();
    let zonder_afbreken = bewijs.replace([' ', '\u{ad}'], "");
    assert!(bewijs.contains("Gegeven op") && zonder_afbreken.contains(stuk), "{bewijs}");
}

#[tokio::test]
async fn het_medische_deel_gaat_alleen_met_het_wachtwoord_open() {
    let proef = Proef::met(&["recht"]).await;
    let bestanden = proef.maak("riv medisch", "recht", "--wachtwoord -", WACHTWOORD);
    let pad = &bestanden[0];
    let bytes = fs::read(pad).unwrap();
    for leesbaar in [MERK, "Gesloten stuk", "xpacket", "Medisch", "recht", "BIG"] {
        assert!(!bevat(&bytes, leesbaar), "`{leesbaar}` staat leesbaar in het bestand");
    }
    let (goed, uit) = (proef.pad("wachtwoord"), proef.pad("open.pdf"));
    fs::write(&goed, WACHTWOORD).unwrap();
    let qpdf = |opties: &[&str]| Command::new("qpdf").args(opties).arg(pad).output().unwrap();
    let met = format!("--password-file={}", goed.display());
    let wijze = String::from_utf8(qpdf(&[&met, "--show-encryption"]).stdout).unwrap();
    assert!(wijze.contains("R = 6") && wijze.contains("AESv3"), "{wijze}");
    assert!(qpdf(&[&met, "--check"]).status.success());
    for fout in ["--password=", "--password=zoe's paarse fiets 7"] {
        let nee = qpdf(&[fout, "--check"]);
        assert_eq!(nee.status.code(), Some(2), "{fout}");
        assert!(String::from_utf8_lossy(&nee.stderr).contains("invalid password"));
    }
    let open = Command::new("qpdf").args([&met, "--decrypt"]).args([pad, &uit]).output().unwrap();
    assert!(open.status.success(), "{}", String::from_utf8_lossy(&open.stderr));
    let open = fs::read(&uit).unwrap();
    assert!(tekst(&open).contains(MERK));
    eis_normen(&open, &proef.zaak("recht").persoon.naam);
}

#[tokio::test]
async fn een_zwak_wachtwoord_of_een_map_met_een_pakket_wordt_geweigerd() {
    let proef = Proef::met(&["recht"]).await;
    for zwak in ["", "\n", "geheimgeheim".get(..11).unwrap()] {
        let nee = proef.geweigerd("riv medisch", "recht", "--wachtwoord -", zwak);
        assert!(nee.contains("ten minste 12 tekens") && !nee.contains("geheimg"), "{nee}");
    }
    let werknemer = proef.maak("riv werknemer", "recht", "", "");
    let map = werknemer[0].parent().unwrap().display().to_string();
    let dossier = proef.zaak("recht").dossier;
    let lezer = "--lezer werknemer/werknemer";
    let medisch = format!("riv medisch {dossier} --naar {map} --wachtwoord - {lezer}");
    let open = format!("stuk medische-informatie {dossier} --naar {map} {lezer}");
    for wat in [medisch, open] {
        let uit = proef.draai(&wat, WACHTWOORD);
        assert_eq!(uit.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&uit.stderr).contains("staat een pakket"));
    }
    assert!(!werknemer[0].with_file_name("stuk_voor_werknemer.pdf").exists());
}
