//! Information flows: what may go to whom, and who sees that it went.

use std::collections::BTreeSet;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::Geldigheid;
use wvp_domain::bevoegdheid::toestemming::{
    self, Doel as Waarvoor, Onderwerp, Ontvanger, Toestemming, Vorm,
};
use wvp_domain::doel::Doel;
use wvp_domain::mijlpaal::correctie::Wordt;
use wvp_domain::mijlpaal::doorsturen::{
    Betaalbericht, Betrokkene, Bevestiging, Doorgestuurd, Gegeven, Rechtsgrond,
};
use wvp_domain::{Command, Event, Secties};
use wvp_engine::{ExecuteError, Gebruiker};
use wvp_store::Versie;

use crate::hulp::{DOSSIER, Huis, WERKNEMER, als, correctie, dag, met_spreekuur, stuk};
use crate::mensen::organisatie;

const ARTS: Lezer = Lezer::BedrijfsartsStafarts;
const CLAIMS: Lezer = Lezer::VerzekeraarClaimbeoordelaar;

fn betrokkene(lezer: Lezer) -> Betrokkene {
    Betrokkene {
        partij: lezer.partij().woord().to_owned(),
        functie: lezer.functie().to_owned(),
        organisatie: "Voorbeeld".to_owned(),
    }
}

fn doorzending(nummer: u128, van: Lezer, aan: Lezer, wat: Gegeven) -> Doorgestuurd {
    Doorgestuurd {
        stuk: stuk(nummer),
        op: dag("2024-01-01"),
        van: betrokkene(van),
        aan: betrokkene(aan),
        account: None,
        wat: vec![wat],
        doel: Doel::Claimbeoordeling,
        grond: Rechtsgrond::Verzekering,
        geinformeerd_op: Some(dag("2024-01-01")),
        bevestigd: vec![],
        verplichtingen: vec![],
    }
}

fn opdracht(a: Doorgestuurd) -> Command {
    let bericht = Betaalbericht { naam: "T. Est".to_owned(), bedrag_cent: 85_000 };
    let met_bericht = a.wat.contains(&Gegeven::Betaalbericht);
    let kaal = Secties::proces(a);
    Command::StuurDoor(if met_bericht { kaal.met_d(bericht) } else { kaal })
}

/// The same, with everything vouched for that a sender can vouch for.
fn ruim(a: Doorgestuurd) -> Doorgestuurd {
    Doorgestuurd { bevestigd: Bevestiging::ALLE.to_vec(), ..a }
}

/// A house where the employee authorised every party for all that can be agreed to.
async fn met_machtigingen() -> Huis {
    let huis = met_spreekuur().await;
    let onderwerpen =
        [Onderwerp::Interventieadvies, Onderwerp::Vangnet, Onderwerp::MedischeGegevens];
    let doelen = [Waarvoor::ReIntegratie, Waarvoor::Loondoorbetaling];
    let plekken: BTreeSet<_> = Lezer::ALLE.map(organisatie).into();
    let mut nummer = 70_000;
    for aan in plekken.into_iter().map(Ontvanger::Organisatie) {
        for (onderwerp, doel) in onderwerpen.iter().flat_map(|it| doelen.map(|doel| (*it, doel))) {
            nummer += 1;
            let toestemming = Toestemming {
                stuk: stuk(nummer),
                dossier: None,
                vorm: Vorm::Machtiging,
                onderwerp,
                doel,
                aan: aan.clone(),
                geldig: Geldigheid::vanaf(dag("2024-01-01")),
            };
            let wat = toestemming::Command::GeefToestemming(Secties::proces(toestemming));
            let wie = als(Lezer::Werknemer);
            huis.engine.execute_toestemming(&wie, WERKNEMER, wat).await.unwrap();
        }
    }
    huis
}

async fn stuur(huis: &Huis, wie: &Gebruiker, a: Doorgestuurd) -> Result<Versie, ExecuteError> {
    huis.engine.execute(wie, DOSSIER, opdracht(a)).await
}

fn geweigerd(uitkomst: &Result<Versie, ExecuteError>) -> bool {
    matches!(uitkomst, Err(ExecuteError::Geweigerd(_)))
}

#[tokio::test]
async fn claims_hoort_op_verzoek_dat_er_een_plan_is_en_nooit_wat_erin_staat() {
    let huis = met_spreekuur().await;
    let bestaat = |nummer| doorzending(nummer, ARTS, CLAIMS, Gegeven::PlanBestaat);
    let verzoek = vec![Bevestiging::OpVerzoek];
    let gevraagd = Doorgestuurd { bevestigd: verzoek, ..bestaat(60) };
    assert!(geweigerd(&stuur(&huis, &als(ARTS), bestaat(60)).await));
    stuur(&huis, &als(ARTS), gevraagd).await.unwrap();
    let inhoud = doorzending(61, ARTS, CLAIMS, Gegeven::PlanInhoud);
    assert!(geweigerd(&stuur(&huis, &als(ARTS), ruim(inhoud)).await));
}

#[tokio::test]
async fn claims_hoort_na_bericht_aan_de_werknemer_dat_er_een_vangnet_is_en_nooit_welk() {
    let huis = met_spreekuur().await;
    let bestaat = doorzending(60, ARTS, CLAIMS, Gegeven::VangnetBestaat);
    let stil = Doorgestuurd { geinformeerd_op: None, ..bestaat.clone() };
    assert!(geweigerd(&stuur(&huis, &als(ARTS), stil).await));
    stuur(&huis, &als(ARTS), bestaat).await.unwrap();
    let welk = doorzending(61, ARTS, CLAIMS, Gegeven::VangnetSoort);
    assert!(geweigerd(&stuur(&huis, &als(ARTS), ruim(welk)).await));
}

#[tokio::test]
async fn geen_enkele_afzender_stuurt_claims_iets_anders_dan_procesgegevens() {
    let huis = met_machtigingen().await;
    let verboden = Gegeven::ALLE.into_iter().filter(|gegeven| {
        let proces = [
            Gegeven::Proces,
            Gegeven::PlanBestaat,
            Gegeven::VangnetBestaat,
            Gegeven::InterventieWanneer,
            Gegeven::InterventieKosten,
            Gegeven::Bsn,
            Gegeven::Betaalbericht,
            Gegeven::Algemeen,
        ];
        !proces.contains(gegeven)
    });
    for gegeven in verboden {
        for van in Lezer::ALLE {
            let uitkomst =
                stuur(&huis, &als(van), ruim(doorzending(60, van, CLAIMS, gegeven))).await;
            assert!(uitkomst.is_err(), "{van} {gegeven:?}");
        }
    }
}

#[tokio::test]
async fn de_factuur_van_een_uitvoerder_bereikt_claims_en_betaling_nooit() {
    let huis = met_machtigingen().await;
    for aan in [CLAIMS, Lezer::Betalingsafdeling] {
        for van in Lezer::ALLE {
            let factuur = doorzending(60, van, aan, Gegeven::Bronfactuur);
            assert!(stuur(&huis, &als(van), ruim(factuur)).await.is_err(), "{van}");
        }
    }
}

#[tokio::test]
async fn een_betaalbericht_is_een_naam_en_een_bedrag_en_alleen_voor_claims_en_betaling() {
    let huis = met_spreekuur().await;
    let bericht = doorzending(60, CLAIMS, Lezer::Betalingsafdeling, Gegeven::Betaalbericht);
    stuur(&huis, &als(CLAIMS), bericht).await.unwrap();
    for (lezer, open) in [(CLAIMS, true), (Lezer::Werknemer, false)] {
        let inzage = huis.engine.read(&als(lezer), DOSSIER, None).await.unwrap();
        let secties = inzage.gebeurtenissen.iter().find_map(|it| {
            let Event::Doorgestuurd(e) = &it.event else { return None };
            Some(e.d.inhoud().map(|d| (d.naam.clone(), d.bedrag_cent)))
        });
        let verwacht = open.then(|| ("T. Est".to_owned(), 85_000));
        assert_eq!(secties.unwrap(), verwacht, "{lezer}");
    }
    let werkgever = huis.engine.read(&als(Lezer::Werkgever), DOSSIER, None).await.unwrap();
    assert!(werkgever.dossier.doorsturen.is_empty());
}

#[tokio::test]
async fn niemand_stuurt_de_werkgever_medische_gegevens() {
    let huis = met_machtigingen().await;
    for van in Lezer::ALLE {
        let medisch = doorzending(60, van, Lezer::Werkgever, Gegeven::Medisch);
        assert!(stuur(&huis, &als(van), ruim(medisch)).await.is_err(), "{van}");
    }
}

#[tokio::test]
async fn een_afzender_doet_zich_niet_voor_als_een_ander() {
    let huis = met_spreekuur().await;
    let vals = doorzending(60, ARTS, CLAIMS, Gegeven::Proces);
    assert!(geweigerd(&stuur(&huis, &als(Lezer::Werkgever), ruim(vals)).await));
}

#[tokio::test]
async fn de_werknemer_ziet_elke_doorzending_en_een_ander_alleen_de_eigen() {
    let huis = met_spreekuur().await;
    let naar_claims = doorzending(60, ARTS, CLAIMS, Gegeven::Proces);
    stuur(&huis, &als(ARTS), naar_claims).await.unwrap();
    let van_werkgever = doorzending(61, Lezer::Werkgever, CLAIMS, Gegeven::Proces);
    stuur(&huis, &als(Lezer::Werkgever), van_werkgever).await.unwrap();
    let verwacht = [(Lezer::Werknemer, 2), (ARTS, 1), (Lezer::Werkgever, 1), (CLAIMS, 2)];
    for (lezer, aantal) in verwacht {
        let inzage = huis.engine.read(&als(lezer), DOSSIER, None).await.unwrap();
        let gezien =
            inzage.gebeurtenissen.iter().filter(|it| matches!(it.event, Event::Doorgestuurd(_)));
        assert_eq!(gezien.count(), aantal, "{lezer}");
        assert_eq!(inzage.dossier.doorsturen.len(), aantal, "{lezer}");
    }
}

#[tokio::test]
async fn de_plichten_bij_een_doorzending_komen_van_het_huis() {
    let huis = met_spreekuur().await;
    let verzonnen = vec!["OB-99".to_owned()];
    let naar_werkgever = Doorgestuurd {
        verplichtingen: verzonnen,
        ..doorzending(60, ARTS, Lezer::Werkgever, Gegeven::Belastbaarheid)
    };
    stuur(&huis, &als(ARTS), naar_werkgever).await.unwrap();
    let inzage = huis.engine.read(&als(Lezer::Werknemer), DOSSIER, None).await.unwrap();
    let plichten = &inzage.dossier.doorsturen.first().unwrap().verplichtingen;
    assert!(
        plichten.iter().any(|plicht| plicht.starts_with("OB-3: geef de werknemer")),
        "{plichten:?}"
    );
    assert!(!plichten.iter().any(|plicht| plicht.contains("OB-99")), "{plichten:?}");
}

#[tokio::test]
async fn een_doorzending_trekt_niemand_in() {
    let huis = met_spreekuur().await;
    stuur(&huis, &als(ARTS), doorzending(60, ARTS, CLAIMS, Gegeven::Proces)).await.unwrap();
    let wat = correctie(61, 60, Wordt::Ingetrokken, "2024-01-01");
    assert!(geweigerd(&huis.doe(ARTS, wat).await));
}

#[tokio::test]
async fn een_onbekende_ontvanger_krijgt_niets() {
    let huis = met_spreekuur().await;
    let mut a = doorzending(60, ARTS, CLAIMS, Gegeven::Proces);
    a.aan.functie = Uuid::nil().to_string();
    assert!(geweigerd(&stuur(&huis, &als(ARTS), a).await));
}
