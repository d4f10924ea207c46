//! Invitations and resets.

use wvp_access::Lezer;
use wvp_domain::Secties;
use wvp_domain::bevoegdheid::gebruiker::Command;
use wvp_domain::bevoegdheid::inlog::{Reikwijdte, Weigering};
use wvp_engine::{ExecuteError, InlogFout, Inlogstap, Tokenaanvraag, WachtwoordFout};

use super::{
    ARTS, ARTS_EMAIL, Arts, BEHEERDER, CLAIMS, CLAIMS_EMAIL, WACHTWOORD, huis, ingelogd, later,
    probeer, sessie, zonder_wachtwoorden,
};
use crate::hulp::{dag, ingelogd as als, leeg_huis};
use crate::mensen;

const UUR: i64 = 60 * 60;

fn is_ongeldig(uitkomst: &Result<(), InlogFout>) -> bool {
    matches!(uitkomst, Err(InlogFout::Geweigerd(Weigering::UitnodigingOngeldig)))
}

#[tokio::test]
async fn de_eerste_beheerder_krijgt_een_uitnodiging_van_een_dag_en_een_tweede_komt_er_niet() {
    let huis = leeg_huis();
    let opdrachten = || {
        let functie = mensen::functie(9_001, Lezer::FunctioneelBeheerder);
        let registratie = mensen::registratie_met(9_000, None, "beheer@brug.example");
        [registratie, Command::KenFunctieToe(Secties::proces(functie))]
    };
    let eerste = huis.engine.eerste_beheerder(BEHEERDER, opdrachten()).await.unwrap().unwrap();
    assert!(huis.engine.eerste_beheerder(BEHEERDER, opdrachten()).await.unwrap().is_none());
    later(&huis, 24 * UUR - 1);
    huis.engine.neem_uitnodiging_aan(eerste.toon(), WACHTWOORD).await.unwrap();
    let stap = probeer(&huis, "beheer@brug.example", WACHTWOORD).await;
    assert!(matches!(stap, Inlogstap::MoetTweedeFactorInstellen(_)), "{stap:?}");

    let huis = leeg_huis();
    let eerste = huis.engine.eerste_beheerder(BEHEERDER, opdrachten()).await.unwrap().unwrap();
    later(&huis, 24 * UUR);
    let uitkomst = huis.engine.neem_uitnodiging_aan(eerste.toon(), WACHTWOORD).await;
    assert!(is_ongeldig(&uitkomst), "{uitkomst:?}");
}

#[tokio::test]
async fn een_uitnodiging_werkt_een_keer_en_drie_dagen() {
    let huis = zonder_wachtwoorden().await;
    let een = huis.engine.nodig_uit(&mensen::beheerder(), CLAIMS).await.unwrap();
    later(&huis, 72 * UUR);
    let uitkomst = huis.engine.neem_uitnodiging_aan(een.toon(), WACHTWOORD).await;
    assert!(is_ongeldig(&uitkomst), "{uitkomst:?}");
    let twee = huis.engine.nodig_uit(&mensen::beheerder(), CLAIMS).await.unwrap();
    later(&huis, 72 * UUR - 1);
    huis.engine.neem_uitnodiging_aan(twee.toon(), WACHTWOORD).await.unwrap();
    let uitkomst = huis.engine.neem_uitnodiging_aan(twee.toon(), "een ander wachtwoord").await;
    assert!(is_ongeldig(&uitkomst), "{uitkomst:?}");
    ingelogd(probeer(&huis, CLAIMS_EMAIL, WACHTWOORD).await);
}

#[tokio::test]
async fn een_verzonnen_uitnodiging_of_een_zwak_wachtwoord_verandert_niets() {
    let huis = zonder_wachtwoorden().await;
    let echt = huis.engine.nodig_uit_als_huis(CLAIMS).await.unwrap();
    let anders = echt.toon().replace(&CLAIMS.0.simple().to_string(), &ARTS.0.simple().to_string());
    for verzonnen in ["", "uit_", "uit_7_7", &anders, &format!("{}0", echt.toon())] {
        let uitkomst = huis.engine.neem_uitnodiging_aan(verzonnen, WACHTWOORD).await;
        assert!(is_ongeldig(&uitkomst), "{verzonnen}: {uitkomst:?}");
    }
    let zwak = huis.engine.neem_uitnodiging_aan(echt.toon(), "wachtwoord123").await;
    assert!(matches!(zwak, Err(InlogFout::Wachtwoord(WachtwoordFout::TeRaden))), "{zwak:?}");
    huis.engine.neem_uitnodiging_aan(echt.toon(), WACHTWOORD).await.unwrap();
}

#[tokio::test]
async fn alleen_de_beheerder_nodigt_uit_en_herstelt_en_nooit_zichzelf() {
    let huis = huis().await;
    let arts = als(ARTS, Lezer::BedrijfsartsStafarts);
    let beheerder = mensen::beheerder();
    for (wie, wat) in [(arts, CLAIMS), (beheerder, BEHEERDER)] {
        let uitnodiging = huis.engine.nodig_uit(&wie, wat).await;
        assert!(matches!(uitnodiging, Err(ExecuteError::Geweigerd(_))), "{uitnodiging:?}");
        let herstel = huis.engine.herstel_inlog(&wie, wat).await;
        assert!(matches!(herstel, Err(ExecuteError::Geweigerd(_))), "{herstel:?}");
    }
    let uitnodiging = huis.engine.nodig_uit(&beheerder, CLAIMS).await;
    let nee = Weigering::HeeftWachtwoord;
    assert!(matches!(uitnodiging, Err(ExecuteError::InlogGeweigerd(it)) if it == nee));
}

#[tokio::test]
async fn herstellen_neemt_wachtwoord_factor_sessies_en_tokens_weg() {
    let huis = huis().await;
    let arts = Arts::binnen(&huis).await;
    let aanvraag = Tokenaanvraag {
        naam: "programma".to_owned(),
        reikwijdte: Reikwijdte::Lezen,
        tot_en_met: dag("2024-06-30"),
    };
    let wie = als(ARTS, Lezer::BedrijfsartsStafarts);
    let token = huis.engine.geef_token(&wie, aanvraag).await.unwrap();
    let uitnodiging = huis.engine.herstel_inlog(&mensen::beheerder(), ARTS).await.unwrap();
    assert!(sessie(&huis, arts.sessie()).await.is_none());
    assert!(huis.engine.token(token.toon()).await.unwrap().is_none());
    assert!(matches!(probeer(&huis, ARTS_EMAIL, WACHTWOORD).await, Inlogstap::Geweigerd));
    let nieuw = "twee sloten op de deur";
    huis.engine.neem_uitnodiging_aan(uitnodiging.toon(), nieuw).await.unwrap();
    let stap = probeer(&huis, ARTS_EMAIL, nieuw).await;
    assert!(matches!(stap, Inlogstap::MoetTweedeFactorInstellen(_)), "{stap:?}");
}

#[tokio::test]
async fn de_beheerder_logt_iemand_overal_uit() {
    let huis = huis().await;
    let arts = Arts::binnen(&huis).await;
    huis.engine.beeindig_sessies(&mensen::beheerder(), ARTS).await.unwrap();
    assert!(sessie(&huis, arts.sessie()).await.is_none());
}
