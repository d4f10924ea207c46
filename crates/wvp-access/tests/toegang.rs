//! The JSON of `poortwachter toegang`, and what a person reads.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use serde_json::{Value, json};
use wvp_access::{
    Feit, Handeling, Lezer, Object, Omstandigheden, ToegangInvoer, Verplichting, antwoord, besluit,
};

const IN_ORDE: [&str; 5] =
    ["authenticated", "mfa", "secrecy_bound", "in_scope", "purpose_declared"];

fn vraag(wie: [&str; 2], object: &str, handeling: &str, extra: &[&str]) -> Value {
    let feiten: Vec<&str> = IN_ORDE.iter().chain(extra).copied().collect();
    let [partij, functie] = wie;
    let invoer = json!({
        "party": partij, "function": functie, "category": object, "action": handeling,
        "circumstances": feiten,
    });
    let invoer: ToegangInvoer = serde_json::from_value(invoer).unwrap();
    serde_json::to_value(antwoord(&invoer).unwrap()).unwrap()
}

fn fout(wie: [&str; 2], object: &str, handeling: &str, feit: &str) -> String {
    let [partij, functie] = wie;
    let invoer = ToegangInvoer {
        party: partij.to_owned(),
        function: functie.to_owned(),
        category: object.to_owned(),
        action: handeling.to_owned(),
        circumstances: vec![feit.to_owned()],
    };
    antwoord(&invoer).unwrap_err().to_string()
}

#[test]
fn een_ja_noemt_regels_en_reden() {
    let antwoord = vraag(["werkgever", "werkgever"], "B", "read", &["origin_bedrijfsarts"]);
    insta::assert_snapshot!(format!("{antwoord:#}"), @r#"
    {
      "decision": "allow",
      "obligations": [
        "OB-10"
      ],
      "rules": [
        "R-089",
        "R-219",
        "R-220"
      ],
      "uitleg": "Ja, werkgever/werkgever mag dit (lezen: re-integratiegegevens), want het komt van de bedrijfsarts."
    }
    "#);
}

#[test]
fn een_verbod_noemt_de_kern_en_de_regels() {
    let antwoord = vraag(["werkgever", "werkgever"], "C", "read", &["employee_consent"]);
    insta::assert_snapshot!(format!("{antwoord:#}"), @r#"
    {
      "decision": "deny",
      "obligations": [
        "OB-10"
      ],
      "rules": [
        "R-087",
        "R-088",
        "R-231"
      ],
      "uitleg": "Nee, werkgever/werkgever mag dit niet (lezen: medische gegevens): de werkgever krijgt nooit medische gegevens, ook niet met toestemming."
    }
    "#);
}

#[test]
fn wat_ontbreekt_staat_in_de_reden() {
    let antwoord = vraag(["werkgever", "werkgever"], "B", "read", &[]);
    insta::assert_snapshot!(format!("{antwoord:#}"), @r#"
    {
      "decision": "deny",
      "obligations": [
        "OB-10"
      ],
      "rules": [
        "R-089",
        "R-219",
        "R-220"
      ],
      "uitleg": "Nee, werkgever/werkgever mag dit niet (lezen: re-integratiegegevens): het mag alleen in dit geval: het komt van de bedrijfsarts; of: het staat in een poortwachterdocument van werkgever en werknemer."
    }
    "#);
}

#[test]
fn doorsturen_zonder_leesrecht_zegt_waarom() {
    let antwoord = vraag(["arbodienst", "planner"], "A", "forward:werkgever", &[]);
    insta::assert_snapshot!(format!("{antwoord:#}"), @r#"
    {
      "decision": "deny",
      "obligations": [
        "OB-10"
      ],
      "rules": [
        "R-040"
      ],
      "uitleg": "Nee, arbodienst/planner mag dit niet (naar de werkgever sturen: procesgegevens): doorsturen mag alleen wie het zelf mag lezen; er is geen geldige afwijking van de directie."
    }
    "#);
}

#[test]
fn zonder_omstandigheden_is_niemand_ingelogd() {
    let invoer =
        json!({"party": "werknemer", "function": "werknemer", "category": "A", "action": "read"});
    let invoer: ToegangInvoer = serde_json::from_value(invoer).unwrap();
    insta::assert_snapshot!(antwoord(&invoer).unwrap().uitleg, @"Nee, werknemer/werknemer mag dit niet (lezen: procesgegevens): de lezer is niet ingelogd met een eigen account; er is geen doel opgegeven dat bij de rol past; dit dossier is niet aan de lezer toegewezen en het gaat om gegevens van iemand anders en de lezer toetst de kwaliteit van dit dossier niet.");
}

#[test]
fn een_onbekend_veld_wordt_geweigerd() {
    let invoer = json!({
        "party": "werkgever", "function": "werkgever", "category": "A", "action": "read",
        "circumstances": [], "consent": true,
    });
    assert!(serde_json::from_value::<ToegangInvoer>(invoer).is_err());
}

#[test]
fn een_onbekend_woord_wordt_met_zijn_veld_genoemd() {
    let werkgever = ["werkgever", "werkgever"];
    assert_eq!(
        fout(["werkgever", "baas"], "A", "read", "mfa"),
        "onbekend woord `baas` in `function`; toegestaan: werkgever, casemanager_wvp_intern"
    );
    assert!(fout(["buurman", "werkgever"], "A", "read", "mfa").starts_with(
        "onbekend woord `buurman` in `party`; toegestaan: arbodienst, bedrijfsarts_zelfstandig,"
    ));
    assert!(fout(werkgever, "*", "read", "mfa").contains("`*` in `category`"));
    assert!(fout(werkgever, "A", "forward:*", "mfa").contains("`forward:*` in `action`"));
    assert!(fout(werkgever, "A", "read", "always").contains("`always` in `circumstances`"));
}

#[test]
fn wat_niet_vaststaat_staat_zo_in_de_reden() {
    let omst = Omstandigheden::onbekend().met(Feit::Authenticated, true);
    let besluit = besluit(Lezer::Werkgever, Object::A, Handeling::Lezen, &omst);
    insta::assert_snapshot!(besluit.uitleg, @"Nee, werkgever/werkgever mag dit niet (lezen: procesgegevens): niet is vastgesteld dat dit klopt: het recht van de lezer is niet ingetrokken; niet is vastgesteld dat dit klopt: de gegevens zijn niet gewist; niet is vastgesteld dat dit klopt: dit account is van één persoon; en nog 4 redenen.");
}

/// Each obligation of domain/access.md A.9 with one decision it belongs to.
#[test]
fn elke_verplichting_komt_met_een_besluit_mee() {
    use Verplichting as V;
    let arts = ["arbodienst", "bedrijfsarts_stafarts"];
    let claims = ["verzekeraar", "claimbeoordelaar"];
    let staf = ["verzekeraar", "medische_staf"];
    let naar_adviseur = ["necessity_verified", "employee_informed", "purpose_reintegration"];
    let gevallen = [
        (
            V::InformeerWerknemer,
            vraag(["werkgever", "werkgever"], "A", "forward:bedrijfsarts", &[]),
        ),
        (V::InformeerVooraf, vraag(arts, "C", "forward:medisch_adviseur", &naar_adviseur)),
        (V::ZelfdeAfschriftWerknemer, vraag(arts, "A", "forward:werkgever", &[])),
        (
            V::LegDoelUit,
            vraag(
                arts,
                "B.interventie_advies",
                "forward:werkgever",
                &["origin_bedrijfsarts", "employee_consent"],
            ),
        ),
        (V::LegNoodzaakVast, vraag(arts, "C", "forward:medisch_adviseur", &naar_adviseur)),
        (
            V::NoemDelegerende,
            vraag(["arbodienst", "basisarts"], "A", "read", &["delegation_active"]),
        ),
        (V::VernietigOngevraagd, vraag(claims, "B", "write", &[])),
        (
            V::InformeerWerkgever,
            vraag(arts, "A.pva_exists", "forward:claimbeoordelaar", &["claims_requested"]),
        ),
        (V::LegVast, vraag(claims, "C", "read", &[])),
        (V::BewaakTermijn, vraag(["werknemer", "werknemer"], "RIGHTS", "request", &["own_record"])),
        (V::BeoordeelDatalek, vraag(claims, "A", "read", &["shared_account"])),
        (
            V::GeefNamenDoor,
            vraag(staf, "A", "read", &["delegation_active", "named_staff", "nda_signed"]),
        ),
    ];
    for (verplichting, antwoord) in gevallen {
        let code = Value::from(verplichting.code());
        assert!(antwoord["obligations"].as_array().unwrap().contains(&code), "{code} {antwoord}");
    }
}

#[test]
fn een_kwaliteitstoetsing_vraagt_om_delen_van_de_bevindingen() {
    let toetsing = Omstandigheden::precies(&[
        Feit::Authenticated,
        Feit::Mfa,
        Feit::SecrecyBound,
        Feit::PurposeDeclared,
        Feit::QualityReview,
    ]);
    let plichten = |omst: &Omstandigheden| {
        besluit(Lezer::BedrijfsartsStafarts, Object::C, Handeling::Lezen, omst).verplichtingen
    };
    assert!(plichten(&toetsing).contains(&Verplichting::DeelBevindingen));
    let eigen_dossier = toetsing.met(Feit::InScope, true);
    assert!(!plichten(&eigen_dossier).contains(&Verplichting::DeelBevindingen));
}

#[test]
fn een_nee_aan_een_gedelegeerde_vraagt_niet_om_de_naam_van_de_arts() {
    let extra = ["delegation_active", "revoked"];
    let antwoord = vraag(["arbodienst", "basisarts"], "A", "read", &extra);
    assert_eq!(antwoord["obligations"], json!(["OB-10"]));
}

#[test]
fn waar_alleen_toestemming_ontbreekt_vraagt_het_nee_om_uitleg_en_toestemming() {
    let arts = ["arbodienst", "bedrijfsarts_stafarts"];
    let sturen = |extra: &[&str]| vraag(arts, "B.interventie_advies", "forward:werkgever", extra);
    let zonder = sturen(&["origin_bedrijfsarts"]);
    assert_eq!(
        (&zonder["decision"], &zonder["obligations"]),
        (&json!("deny"), &json!(["OB-4", "OB-10"]))
    );
    let ook_ingetrokken = sturen(&["origin_bedrijfsarts", "revoked"]);
    assert_eq!(ook_ingetrokken["obligations"], json!(["OB-10"]));
}
