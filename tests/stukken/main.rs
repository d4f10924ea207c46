//! Every paper of a dossier through the program: what it says, for whom it opens, and that what is medical is
//! in one paper only.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop at the first surprise"
)]

mod gesloten;
mod pdf;
mod proef;

use std::fs;

use pdf::{eis_normen, eis_zonder_merk, tekst};
use proef::{Proef, ZAKEN};
use wvp_domain::Command;

/// A kind of paper, of which case, by whom, with which words, and what it says.
type Geval = (&'static str, &'static str, &'static str, &'static str, &'static [&'static str]);

/// Every kind but the verkort verslag, which no case of the demo needs, and the medical part.
const SOORTEN: [Geval; 17] = [
    ("probleemanalyse", "recht", "", "", &["Probleemanalyse", "Beperkingen"]),
    ("bijstelling-probleemanalyse", "recht", "", "", &["Bijstelling probleemanalyse", "Vervangt"]),
    ("plan-van-aanpak", "recht", "", "", &["Plan van aanpak", "Einddoel"]),
    ("bijstelling-plan-van-aanpak", "recht", "", "", &["Bijstelling plan van aanpak", "Vervangt"]),
    ("voortgangsverslag", "recht", "", "", &["Voortgangsverslag", "Activiteiten", "Voortgang"]),
    ("eerstejaarsevaluatie", "recht", "", "", &["Eerstejaarsevaluatie"]),
    ("actueel-oordeel", "recht", "", "", &["Actueel oordeel"]),
    ("eindevaluatie", "recht", "", "", &["Eindevaluatie"]),
    ("oordeel-werknemer", "recht", "", "", &["U mag zelf kiezen of u een oordeel geeft."]),
    ("oordeel-werknemer", "recht", WERKNEMER, "", &["Oordeel werknemer", "Opgesteld op"]),
    ("melding-42e-week", "recht", "", "", &["42e-weeksmelding", "Ziekteperioden"]),
    ("herstelmelding", "herstel", INVOER, r#"{ "referentie": "LAO-42" }"#, &["LAO-42", "38a"]),
    ("brief-oproep", "recht", INVOER, OPROEP, &["Oproep voor een gesprek", "10.30 uur"]),
    (
        "brief-herinnering",
        "recht",
        INVOER,
        r#"{ "plicht": "plan_van_aanpak", "uiterlijk": "2025-05-15" }"#,
        &["Herinnering aan afspraken", "15 mei 2025"],
    ),
    (
        "brief-waarschuwing",
        "recht",
        INVOER,
        r#"{ "plicht": "spreekuur", "uiterlijk": "2025-05-15", "datum": "2025-05-01" }"#,
        &["Waarschuwing voor loonopschorting", "1 mei 2025"],
    ),
    (
        "brief-loonopschorting",
        "recht",
        INVOER,
        r#"{ "plicht": "inlichtingen", "vanaf": "2025-05-15" }"#,
        &["Loonopschorting", "lid 6"],
    ),
    (
        "brief-loonstop",
        "recht",
        INVOER,
        r#"{ "plicht": "passende_arbeid", "vanaf": "2025-05-15" }"#,
        &["Loonstop", "lid 3 onder c"],
    ),
];

const INVOER: &str = "--invoer -";
const WERKNEMER: &str = "--lezer werknemer/werknemer";
const OPROEP: &str = r#"{ "met": "bedrijfsarts", "op": "2025-05-08", "tijd": "10.30 uur",
    "plaats": "Arbo Noord, Groningen" }"#;
const VERKORT: &str = r#"{ "grond": "zes_tot_tien_weken", "wil_terug": "ja",
    "stand_van_zaken": "Vier uur per dag in ander werk.", "opgesteld_op": "2025-02-24" }"#;

#[tokio::test]
async fn elke_soort_is_te_maken_zegt_wat_het_is_en_houdt_zich_aan_de_normen() {
    let proef = Proef::met(&ZAKEN).await;
    for geval in SOORTEN {
        eis_stuk(&proef, geval);
    }
}

#[tokio::test]
async fn een_verkort_verslag_komt_er_alleen_waar_de_wet_het_toestaat() {
    let woorden = &["Vier uur per dag", "Nog niet aan de werknemer gegeven", "Rijbewijs CE"];
    let kort = Proef::kort().await;
    eis_stuk(&kort, ("verkort-riv", "ziek-uit-dienst", INVOER, VERKORT, woorden));
    let lang = Proef::met(&["ziek-uit-dienst", "herstel"]).await;
    let nee = lang.geweigerd("stuk verkort-riv", "ziek-uit-dienst", INVOER, VERKORT);
    assert!(nee.contains("hoort een volledig re-integratieverslag"), "{nee}");
    let nee = lang.geweigerd("stuk verkort-riv", "herstel", INVOER, VERKORT);
    assert!(nee.contains("geen einde van het dienstverband"), "{nee}");
}

/// Makes a paper and asks for its texts, the norms, and no mark.
#[track_caller]
fn eis_stuk(proef: &Proef, (soort, zaak, meer, invoer, woorden): Geval) {
    let bestanden = proef.maak(&format!("stuk {soort}"), zaak, meer, invoer);
    assert_eq!(bestanden.len(), 1, "{soort}");
    let bytes = fs::read(&bestanden[0]).unwrap();
    let (gezet, naam) = (tekst(&bytes), &proef.zaak(zaak).persoon.naam);
    for woord in woorden.iter().chain([&naam.as_str()]) {
        assert!(gezet.contains(woord), "{soort}: `{woord}` staat niet in: {gezet}");
    }
    assert!(!gezet.contains("Concept"), "{soort}");
    eis_normen(&bytes, naam);
    eis_zonder_merk(&bestanden[0]);
}

#[tokio::test]
async fn het_merk_staat_alleen_in_het_medische_deel() {
    let proef = Proef::met(&["recht"]).await;
    for lezer in ["arbodienst/bedrijfsarts_stafarts", "werknemer/werknemer"] {
        let meer = format!("--lezer {lezer}");
        let medisch = proef.maak("stuk medische-informatie", "recht", &meer, "");
        let bytes = fs::read(&medisch[0]).unwrap();
        assert!(tekst(&bytes).contains(tests::merk::MERK), "{lezer}");
        eis_normen(&bytes, &proef.zaak("recht").persoon.naam);
        let analyse = proef.maak("stuk probleemanalyse", "recht", &meer, "");
        eis_zonder_merk(&analyse[0]);
    }
    for map in ["riv", "riv werknemer"] {
        let bestanden = proef.maak(map, "recht", "", "");
        assert!(bestanden.len() > 8, "{bestanden:?}");
        for pad in &bestanden {
            eis_zonder_merk(pad);
        }
    }
}

#[tokio::test]
async fn een_gesloten_sectie_blijft_uit_het_stuk_en_een_ander_stuk_kan_worden_gekozen() {
    let proef = Proef::met(&["recht"]).await;
    let lees = |meer: &str| {
        let bestanden = proef.maak("stuk plan-van-aanpak", "recht", meer, "");
        tekst(&fs::read(&bestanden[0]).unwrap())
    };
    let claim = lees("--lezer verzekeraar/claimbeoordelaar");
    assert!(claim.contains("Plan van aanpak") && !claim.contains("Einddoel"), "{claim}");
    let gesprekken = proef.zaak("recht").stappen.iter().filter_map(|stap| {
        let Command::LegVoortgangsgesprekVast(c) = &stap.wat else { return None };
        Some((c.a.stuk.0, c.a.gehouden_op))
    });
    let (eerste, op) = gesprekken.min_by_key(|(_, op)| *op).unwrap();
    let verslag = format!("--stuk {eerste}");
    let bestanden = proef.maak("stuk voortgangsverslag", "recht", &verslag, "");
    assert!(bestanden[0].ends_with(format!("voortgangsverslag_{op}.pdf")), "{bestanden:?}");
}

#[tokio::test]
async fn wat_er_niet_is_of_niet_klopt_wordt_in_het_nederlands_genoemd() {
    let proef = Proef::met(&["herstel"]).await;
    let nee = |wat: &str, meer: &str, invoer: &str| proef.geweigerd(wat, "herstel", meer, invoer);
    let geen = nee("stuk actueel-oordeel", "", "");
    assert!(geen.contains("dit dossier heeft geen actueel oordeel"), "{geen}");
    let ander = "--stuk 00000000-0000-4000-8000-000000000000";
    let geen = nee("stuk herstelmelding", ander, "");
    assert!(geen.contains("wel een herstelmelding, maar niet met nummer 0000"), "{geen}");
    let fouten = nee("stuk brief-loonstop", INVOER, r#"{ "plicht": "griep", "vanafdag": 1 }"#);
    for veld in ["`plicht`: bekend zijn", "`vanaf`: dit veld ontbreekt", "`vanafdag`: onbekend"] {
        assert!(fouten.contains(veld) && !fouten.contains("griep"), "{fouten}");
    }
    let ziek = OPROEP.replace("Arbo Noord", "praktijk voor depressie");
    let fouten = nee("stuk brief-oproep", INVOER, &ziek);
    assert!(fouten.contains("in `plaats` staat een woord dat iets zegt over"), "{fouten}");
    assert!(nee("stuk brief-loonstop", "", "").contains("--invoer"));
    assert!(nee("stuk actueel-oordeel", INVOER, "{}").contains("laat `--invoer` weg"));
    let claim = "--invoer - --lezer verzekeraar/claimbeoordelaar";
    let geen_afzender = nee("stuk brief-oproep", claim, OPROEP);
    assert!(geen_afzender.contains("de werkgever of de casemanager"), "{geen_afzender}");
}
