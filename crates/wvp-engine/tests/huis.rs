//! The engine through its public door, on the memory backend with a clock that is set by hand.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::mijlpaal::gedeeld::{Ondertekenaar, WijzeContact};
use wvp_domain::mijlpaal::{herstelmelding, melding_arbodienst, spreekuur, ziekmelding};
use wvp_domain::werkgever::{self, Bedrijf, Contact};
use wvp_domain::{
    AccountId, Afwijzing, Command, Datum, DossierId, Event, Secties, StukId, WerkgeverId,
    WerknemerId,
};
use wvp_engine::aanname::gewone_sessie;
use wvp_engine::{
    Bericht, BezorgFout, Engine, ExecuteError, Gebruiker, Handklok, Klok, Notifier, Onderdelen,
    ReadError, Rooster,
};
use wvp_projections::Vastgelegd;
use wvp_store::keyring::SleutelbosGeheugen;
use wvp_store::{EventStore, MemoryStore, Richting, StroomId, Stroomsoort, Versie};

const DOSSIER: DossierId = DossierId(Uuid::from_u128(1));
const WERKNEMER: WerknemerId = WerknemerId(Uuid::from_u128(2));
const WERKGEVER: WerkgeverId = WerkgeverId(Uuid::from_u128(3));
const GEHEIM: &str = "MARKERING-KLACHT";

fn dag(tekst: &str) -> Datum {
    tekst.parse().unwrap()
}

fn stuk(nummer: u128) -> StukId {
    StukId(Uuid::from_u128(nummer))
}

fn als(lezer: Lezer) -> Gebruiker {
    let werknemer = (lezer == Lezer::Werknemer).then_some(WERKNEMER);
    let account = AccountId(Uuid::from_u128(100 + lezer as u128));
    Gebruiker { account, lezer, werknemer, sessie: gewone_sessie() }
}

struct Huis {
    engine: Engine,
    store: Arc<MemoryStore>,
    klok: Arc<Handklok>,
}

fn huis() -> Huis {
    let store = Arc::new(MemoryStore::default());
    let klok = Arc::new(Handklok::op(dag("2024-01-01")));
    let engine = Engine::new(Onderdelen {
        store: Arc::clone(&store) as Arc<dyn EventStore>,
        modellen: Arc::clone(&store) as Arc<dyn wvp_store::Leesmodellen>,
        sleutels: Arc::new(SleutelbosGeheugen::new()),
        klok: Arc::clone(&klok) as Arc<dyn Klok>,
    });
    Huis { engine, store, klok }
}

fn ziekmelding() -> Command {
    Command::MeldZiek(Secties::proces(ziekmelding::Melding {
        stuk: stuk(10),
        werknemer: WERKNEMER,
        werkgever: WERKGEVER,
        naam: "T. Est".to_owned(),
        eerste_ziektedag: dag("2024-01-01"),
        gemeld_op: dag("2024-01-01"),
        werkhervatting_verwacht: None,
    }))
}

fn melding_arbodienst(nummer: u128) -> Command {
    Command::MeldBijArbodienst(Secties::proces(melding_arbodienst::Melding {
        stuk: stuk(nummer),
        gemeld_op: dag("2024-01-01"),
    }))
}

fn spreekuur() -> Command {
    let consult = spreekuur::Consult {
        stuk: stuk(20),
        gehouden_op: dag("2024-01-01"),
        auteur: Ondertekenaar { naam: "B. Arts".to_owned(), functie: "bedrijfsarts".to_owned() },
        wijze_contact: WijzeContact::Spreekuur,
        volgende_op: None,
        werkt_mee: true,
        verzuim_verwacht_tot: None,
    };
    let terugkoppeling = spreekuur::Terugkoppeling {
        beperkingen: vec![],
        mogelijkheden: "twee uur per dag".to_owned(),
        advies: "rustig opbouwen".to_owned(),
    };
    let aantekeningen = spreekuur::Aantekeningen { aantekeningen: GEHEIM.to_owned() };
    let secties = Secties::proces(consult).met_b(terugkoppeling).met_c(aantekeningen);
    Command::LegSpreekuurVast(secties)
}

async fn met_spreekuur() -> Huis {
    let huis = huis();
    huis.engine.execute(&als(Lezer::Werkgever), DOSSIER, ziekmelding()).await.unwrap();
    huis.engine.execute(&als(Lezer::BedrijfsartsStafarts), DOSSIER, spreekuur()).await.unwrap();
    huis
}

/// What a reader sees of the consultation: sections B and C, open or not.
async fn ziet(huis: &Huis, lezer: Lezer) -> (bool, bool) {
    let inzage = huis.engine.read(&als(lezer), DOSSIER, None).await.unwrap();
    inzage.gebeurtenissen.iter().find_map(open_in_spreekuur).unwrap()
}

fn open_in_spreekuur(feit: &Vastgelegd) -> Option<(bool, bool)> {
    let Event::SpreekuurGehouden(e) = &feit.event else { return None };
    Some((!e.b.is_dicht(), !e.c.is_dicht()))
}

#[tokio::test]
async fn dezelfde_opdracht_twee_keer_is_een_keer() {
    let huis = huis();
    let wie = als(Lezer::Werkgever);
    let eerste = huis.engine.execute(&wie, DOSSIER, ziekmelding()).await.unwrap();
    let tweede = huis.engine.execute(&wie, DOSSIER, ziekmelding()).await.unwrap();
    assert_eq!((eerste, tweede), (Versie(1), Versie(1)));
}

#[tokio::test]
async fn een_weigering_van_de_wet_legt_niets_vast() {
    let huis = huis();
    let uitkomst =
        huis.engine.execute(&als(Lezer::Werkgever), DOSSIER, melding_arbodienst(11)).await;
    assert!(matches!(uitkomst, Err(ExecuteError::Afgewezen(Afwijzing::GeenZiekmelding))));
    assert_eq!(huis.store.kop(), wvp_store::Positie::BEGIN);
}

#[tokio::test]
async fn de_werkgever_leest_de_terugkoppeling_maar_nooit_het_medische_deel() {
    assert_eq!(ziet(&met_spreekuur().await, Lezer::Werkgever).await, (true, false));
}

#[tokio::test]
async fn bedrijfsarts_en_werknemer_lezen_het_medische_deel() {
    let huis = met_spreekuur().await;
    assert_eq!(ziet(&huis, Lezer::BedrijfsartsStafarts).await, (true, true));
    assert_eq!(ziet(&huis, Lezer::Werknemer).await, (true, true));
}

#[tokio::test]
async fn de_claimbeoordelaar_leest_alleen_het_proces() {
    let huis = met_spreekuur().await;
    assert_eq!(ziet(&huis, Lezer::VerzekeraarClaimbeoordelaar).await, (false, false));
}

#[tokio::test]
async fn een_ander_dossier_en_geen_dossier_zien_er_hetzelfde_uit() {
    let huis = met_spreekuur().await;
    let onbekend = DossierId(Uuid::from_u128(99));
    let wie = als(Lezer::Planner);
    let niet_van_mij = huis.engine.read(&wie, DOSSIER, None).await.err().unwrap();
    let niet_er = huis.engine.read(&wie, onbekend, None).await.err().unwrap();
    assert!(matches!(niet_van_mij, ReadError::NietGevonden));
    assert_eq!(niet_van_mij.to_string(), niet_er.to_string());
}

#[tokio::test]
async fn de_werknemer_van_een_ander_dossier_krijgt_niets() {
    let huis = met_spreekuur().await;
    let ander =
        Gebruiker { werknemer: Some(WerknemerId(Uuid::from_u128(77))), ..als(Lezer::Werknemer) };
    assert!(matches!(huis.engine.read(&ander, DOSSIER, None).await, Err(ReadError::NietGevonden)));
}

#[tokio::test]
async fn zonder_tweede_factor_geen_medisch_deel() {
    let huis = met_spreekuur().await;
    let wie = als(Lezer::BedrijfsartsStafarts);
    let sessie = wie.sessie.met(wvp_access::Feit::Mfa, false);
    let inzage = huis.engine.read(&Gebruiker { sessie, ..wie }, DOSSIER, None).await.unwrap();
    let open = inzage.gebeurtenissen.iter().find_map(open_in_spreekuur);
    assert_eq!(open, Some((true, false)));
}

#[tokio::test]
async fn elke_inzage_staat_in_het_leeslog() {
    let huis = met_spreekuur().await;
    for lezer in [Lezer::Werkgever, Lezer::Werknemer, Lezer::BedrijfsartsStafarts] {
        huis.engine.read(&als(lezer), DOSSIER, None).await.unwrap();
    }
    let log = StroomId { soort: Stroomsoort::Leeslog, id: DOSSIER.0 };
    let regels = huis.store.read_stream(log, Versie(1), Richting::Vooruit, 10).await.unwrap();
    assert_eq!(regels.len(), 3);
}

#[tokio::test]
async fn wie_gelijktijdig_leest_staat_er_ook_in() {
    let huis = met_spreekuur().await;
    let taken = (0..16).map(|_| {
        let engine = huis.engine.clone();
        tokio::spawn(
            async move { engine.read(&als(Lezer::Werkgever), DOSSIER, None).await.is_ok() },
        )
    });
    for taak in taken.collect::<Vec<_>>() {
        assert!(taak.await.unwrap());
    }
    let log = StroomId { soort: Stroomsoort::Leeslog, id: DOSSIER.0 };
    assert_eq!(
        huis.store.read_stream(log, Versie(1), Richting::Vooruit, 99).await.unwrap().len(),
        16
    );
}

#[tokio::test]
async fn de_werkgever_kan_zich_niet_voordoen_als_de_bedrijfsarts() {
    let huis = huis();
    huis.engine.execute(&als(Lezer::Werkgever), DOSSIER, ziekmelding()).await.unwrap();
    for lezer in [Lezer::Werkgever, Lezer::VerzuimmedewerkerBackoffice] {
        let uitkomst = huis.engine.execute(&als(lezer), DOSSIER, spreekuur()).await;
        assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{lezer}");
    }
}

#[tokio::test]
async fn op_een_eerdere_dag_zijn_latere_feiten_er_nog_niet() {
    let huis = met_spreekuur().await;
    huis.klok.zet(dag("2024-01-15"));
    let herstel = Command::MeldHersteld(Secties::proces(herstelmelding::Herstel {
        stuk: stuk(30),
        eerste_dag_geschikt: dag("2024-01-15"),
        gemeld_op: dag("2024-01-15"),
    }));
    huis.engine.execute(&als(Lezer::Werkgever), DOSSIER, herstel).await.unwrap();
    let wie = als(Lezer::Werkgever);
    let toen = huis.engine.read(&wie, DOSSIER, Some(dag("2024-01-14"))).await.unwrap();
    let nu = huis.engine.read(&wie, DOSSIER, None).await.unwrap();
    assert_eq!(nu.gebeurtenissen.len(), toen.gebeurtenissen.len() + 1);
    assert!(toen.dossier.herstelmelding.is_empty());
}

#[tokio::test]
async fn gelijktijdige_schrijvers_verliezen_niets() {
    let huis = huis();
    huis.engine.execute(&als(Lezer::Werkgever), DOSSIER, ziekmelding()).await.unwrap();
    let taken = (0..8).map(|nummer| {
        let engine = huis.engine.clone();
        let command = melding_arbodienst(200 + nummer);
        tokio::spawn(async move { engine.execute(&als(Lezer::Werkgever), DOSSIER, command).await })
    });
    let mut gelukt = 0;
    for taak in taken.collect::<Vec<_>>() {
        gelukt += u64::from(taak.await.unwrap().is_ok());
    }
    let stroom = StroomId::from(DOSSIER);
    let records = huis.store.read_stream(stroom, Versie(1), Richting::Vooruit, 99).await.unwrap();
    assert_eq!(records.len() as u64, 1 + gelukt);
}

#[derive(Debug, Default)]
struct Postvak {
    berichten: Mutex<Vec<Bericht>>,
    storing: Mutex<bool>,
}

impl Postvak {
    fn ids(&self) -> Vec<Uuid> {
        self.berichten
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .map(|it| it.id)
            .collect()
    }
}

#[async_trait]
impl Notifier for Postvak {
    async fn bezorg(&self, bericht: &Bericht) -> Result<(), BezorgFout> {
        if *self.storing.lock().unwrap_or_else(PoisonError::into_inner) {
            return Err(BezorgFout("storing".to_owned()));
        }
        self.berichten.lock().unwrap_or_else(PoisonError::into_inner).push(bericht.clone());
        Ok(())
    }
}

fn contact(naam: &str) -> Contact {
    Contact {
        naam: naam.to_owned(),
        functie: "medewerker".to_owned(),
        email: format!("{}@voorbeeld.example", naam.to_lowercase()),
    }
}

async fn met_werkgever() -> Huis {
    let huis = huis();
    let bedrijf = Bedrijf {
        naam: "Voorbeeld B.V.".to_owned(),
        adres: wvp_domain::mijlpaal::gedeeld::Adres {
            straat: "Dorpsstraat".to_owned(),
            huisnummer: "1".to_owned(),
            postcode: "1234AB".to_owned(),
            plaats: "Ons Dorp".to_owned(),
        },
        loonheffingennummer: "123456782L01".to_owned(),
        aard: "drukkerij".to_owned(),
        contact: contact("Werkgever"),
        arbodienst: contact("Arbodienst"),
        bedrijfsarts: contact("Bedrijfsarts"),
        bedrijfsarts_big: "19012345601".to_owned(),
    };
    let inschrijving = werkgever::Inschrijving { stuk: stuk(1), per: dag("2023-01-01") };
    let gegevens = Secties::proces(inschrijving).met_d(bedrijf);
    let casemanager = als(Lezer::CasemanagerZwWgaWvp);
    huis.engine
        .execute_werkgever(&casemanager, WERKGEVER, werkgever::Command::LegGegevensVast(gegevens))
        .await
        .unwrap();
    huis.engine.execute(&als(Lezer::Werkgever), DOSSIER, ziekmelding()).await.unwrap();
    huis
}

async fn dagen(huis: &Huis, van: &str, aantal: i32, postvak: &Postvak) {
    for dag_nummer in 0..aantal {
        huis.klok.zet(dag(van).plus(dag_nummer));
        huis.engine.tick().await.unwrap();
        huis.engine.alert(postvak).await.unwrap();
    }
}

#[tokio::test]
async fn een_tik_herhalen_geeft_geen_bericht_twee_keer() {
    let huis = met_werkgever().await;
    let postvak = Postvak::default();
    dagen(&huis, "2024-01-01", 60, &postvak).await;
    let eens = postvak.ids();
    dagen(&huis, "2024-02-29", 1, &postvak).await;
    assert!(!eens.is_empty());
    assert_eq!(postvak.ids(), eens);
    let uniek: std::collections::BTreeSet<Uuid> = eens.iter().copied().collect();
    assert_eq!(uniek.len(), eens.len());
}

#[tokio::test]
async fn wat_door_een_storing_bleef_liggen_komt_later_alsnog() {
    let huis = met_werkgever().await;
    let postvak = Postvak::default();
    *postvak.storing.lock().unwrap() = true;
    dagen(&huis, "2024-01-01", 60, &postvak).await;
    assert!(postvak.ids().is_empty());
    *postvak.storing.lock().unwrap() = false;
    let gemeld = huis.engine.alert(&postvak).await.unwrap();
    assert_eq!(gemeld.bezorgd, postvak.ids().len());
    assert!(gemeld.bezorgd > 0);
}

#[tokio::test]
async fn het_overzicht_volgt_het_log() {
    let huis = met_werkgever().await;
    huis.engine.follow().await.unwrap();
    let overzicht = huis.engine.overzicht().await.unwrap();
    assert_eq!(overzicht.iter().map(|rij| rij.dossier).collect::<Vec<_>>(), [DOSSIER]);
}

#[tokio::test]
async fn bij_de_start_haalt_het_rooster_in_wat_stil_lag() {
    let huis = met_werkgever().await;
    huis.klok.zet(dag("2024-03-01"));
    let postvak = Arc::new(Postvak::default());
    let kanaal = Arc::clone(&postvak) as Arc<dyn Notifier>;
    let rooster = Rooster::start(Arc::new(huis.engine.clone()), kanaal).await.unwrap();
    rooster.stop().await.unwrap();
    assert!(!postvak.ids().is_empty());
}
