//! Guessing costs time, and keeps nobody else out.

use wvp_engine::{Factor, Inlogstap, Poging};

use super::{
    Arts, CLAIMS_EMAIL, HIER, WACHTWOORD, claims_binnen, huis, ingelogd, later, probeer, toon,
    wacht_op_factor,
};
use crate::hulp::Huis;

async fn raad(huis: &Huis, email: &str, van: &str, toestel: Option<&str>) -> Inlogstap {
    huis.engine.log_in(Poging { email, wachtwoord: "raden maar weer", van, toestel }).await.unwrap()
}

#[tokio::test]
async fn wie_vaak_raadt_wacht_ook_bij_een_account_dat_er_niet_is_en_met_het_goede_wachtwoord() {
    let huis = huis().await;
    for email in [CLAIMS_EMAIL, "niemand@brug.example"] {
        for _ in 0..5 {
            assert!(matches!(raad(&huis, email, HIER, None).await, Inlogstap::Geweigerd));
        }
        let stap = probeer(&huis, email, WACHTWOORD).await;
        assert!(matches!(stap, Inlogstap::Wacht { seconden: 2 }), "{email}: {stap:?}");
    }
    later(&huis, 2);
    ingelogd(probeer(&huis, CLAIMS_EMAIL, WACHTWOORD).await);
}

#[tokio::test]
async fn wie_eerder_is_ingelogd_komt_binnen_hoe_er_ook_wordt_geraden() {
    let huis = huis().await;
    let toestel = claims_binnen(&huis).await.toestel;
    for nummer in 0..25 {
        raad(&huis, CLAIMS_EMAIL, &format!("192.0.2.{nummer}"), None).await;
    }
    let stap = probeer(&huis, CLAIMS_EMAIL, WACHTWOORD).await;
    assert!(matches!(stap, Inlogstap::Wacht { .. }), "een vreemde wacht: {stap:?}");
    let toestel = Some(toestel.toon());
    let poging = Poging { email: CLAIMS_EMAIL, wachtwoord: WACHTWOORD, van: HIER, toestel };
    ingelogd(huis.engine.log_in(poging).await.unwrap());
}

#[tokio::test]
async fn een_verzonnen_of_andermans_toestel_helpt_niet_en_ook_een_eigen_toestel_raadt_niet_eindeloos()
 {
    let huis = huis().await;
    let eigen = claims_binnen(&huis).await.toestel;
    let arts = Arts::binnen(&huis).await;
    let verzonnen = "0".repeat(96);
    for _ in 0..5 {
        raad(&huis, CLAIMS_EMAIL, HIER, None).await;
    }
    for toestel in [verzonnen.as_str(), arts.ingesteld.ingelogd.toestel.toon(), "x"] {
        let stap = raad(&huis, CLAIMS_EMAIL, HIER, Some(toestel)).await;
        assert!(matches!(stap, Inlogstap::Wacht { .. }), "{stap:?}");
    }
    for _ in 0..5 {
        let stap = raad(&huis, CLAIMS_EMAIL, HIER, Some(eigen.toon())).await;
        assert!(matches!(stap, Inlogstap::Geweigerd), "{stap:?}");
    }
    let stap = raad(&huis, CLAIMS_EMAIL, HIER, Some(eigen.toon())).await;
    assert!(matches!(stap, Inlogstap::Wacht { .. }), "{stap:?}");
}

#[tokio::test]
async fn wie_het_wachtwoord_weet_raadt_de_tweede_factor_niet_eindeloos() {
    let huis = huis().await;
    let arts = Arts::binnen(&huis).await;
    later(&huis, 60);
    let wacht = wacht_op_factor(&huis).await;
    for _ in 0..5 {
        let stap = toon(&huis, &wacht, Factor::Code("000000")).await;
        assert!(matches!(stap, Inlogstap::Geweigerd), "{stap:?}");
    }
    let code = arts.code_over(&huis, 0);
    let stap = toon(&huis, &wacht_op_factor(&huis).await, Factor::Code(&code)).await;
    assert!(matches!(stap, Inlogstap::Wacht { .. }), "ook met een nieuwe tussenstap: {stap:?}");
}
