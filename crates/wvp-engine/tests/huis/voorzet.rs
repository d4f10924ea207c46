//! A draft is for who may record the document, and goes through the reading log.

use wvp_access::Lezer;
use wvp_domain::leeslog::{Actie, Uitkomst};
use wvp_domain::voorzet::Soort;
use wvp_domain::{Categorie, Compartiment};
use wvp_engine::{Aanleiding, VoorzetError};

use crate::hulp::{DOSSIER, GEHEIM, als, met_spreekuur};

/// Whether this reader gets a draft.
async fn krijgt(lezer: Lezer, soort: Soort) -> Result<bool, VoorzetError> {
    let huis = met_spreekuur().await;
    match huis.engine.voorzet(&als(lezer), DOSSIER, soort, &Aanleiding::default()).await {
        Ok(_) => Ok(true),
        Err(VoorzetError::Geweigerd(_)) => Ok(false),
        Err(fout @ VoorzetError::Lezen(_)) => Err(fout),
    }
}

#[tokio::test]
async fn een_voorzet_is_voor_wie_het_stuk_mag_vastleggen() {
    let (arts, werkgever, werknemer) =
        (Lezer::BedrijfsartsStafarts, Lezer::Werkgever, Lezer::Werknemer);
    for soort in Soort::ALLE {
        let krijgen = [
            krijgt(arts, soort).await.unwrap(),
            krijgt(werkgever, soort).await.unwrap(),
            krijgt(werknemer, soort).await.unwrap(),
        ];
        let verwacht = match soort {
            Soort::Probleemanalyse | Soort::BijstellingProbleemanalyse | Soort::ActueelOordeel => {
                [true, false, false]
            }
            Soort::PlanVanAanpak
            | Soort::BijstellingPlanVanAanpak
            | Soort::Voortgangsgesprek
            | Soort::Eerstejaarsevaluatie
            | Soort::Eindevaluatie
            | Soort::Melding42eWeek
            | Soort::RivConcept => [false, true, false],
            Soort::OordeelWerknemer => [false, false, true],
            Soort::Herstelmelding => [false, true, true],
        };
        assert_eq!(krijgen, verwacht, "{}", soort.woord());
    }
}

#[tokio::test]
async fn een_voorzet_opent_nooit_het_medische_deel_en_staat_in_het_leeslog() {
    let huis = met_spreekuur().await;
    let arts = als(Lezer::BedrijfsartsStafarts);
    let voorzet = huis
        .engine
        .voorzet(&arts, DOSSIER, Soort::Probleemanalyse, &Aanleiding::default())
        .await
        .unwrap();
    assert!(!serde_json::to_string(&voorzet).unwrap().contains(GEHEIM));
    let regel = huis.leeslog().await.pop().unwrap();
    let medisch = |nummer: &u8| {
        Compartiment::met_nummer(*nummer).is_some_and(|it| it.categorie() == Categorie::C)
    };
    assert_eq!((regel.actie, regel.uitkomst), (Actie::Lezen, Uitkomst::Toegestaan));
    assert!(!regel.compartimenten.is_empty() && !regel.compartimenten.iter().any(medisch));
}

#[tokio::test]
async fn een_geweigerde_voorzet_staat_in_het_leeslog_en_opent_niets() {
    let huis = met_spreekuur().await;
    let wie = als(Lezer::Werkgever);
    let uitkomst =
        huis.engine.voorzet(&wie, DOSSIER, Soort::ActueelOordeel, &Aanleiding::default()).await;
    assert!(matches!(uitkomst, Err(VoorzetError::Geweigerd(_))));
    let regel = huis.leeslog().await.pop().unwrap();
    assert_eq!((regel.actie, regel.uitkomst), (Actie::Vastleggen, Uitkomst::Geweigerd));
    assert!(regel.compartimenten.is_empty());
}
