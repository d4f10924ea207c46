//! The house of the tests: an engine, its store, its keys and its clock, and some facts.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::leeslog::{self, Geraadpleegd};
use wvp_domain::mijlpaal::correctie::{Gecorrigeerd, Reden, Wordt};
use wvp_domain::mijlpaal::gedeeld::{Ondertekenaar, WijzeContact};
use wvp_domain::mijlpaal::{
    casemanager, herstelmelding, melding_arbodienst, spreekuur, vangnet, ziekmelding,
};
use wvp_domain::werkgever::{self, Bedrijf, Contact};
use wvp_domain::{
    AccountId, Command, Compartiment, Datum, DossierId, Event, Secties, StukId, WerkgeverId,
    WerknemerId,
};
use wvp_engine::{
    Bericht, BezorgFout, Engine, ExecuteError, Gebruiker, Handklok, Klok, Notifier, Onderdelen,
    Sessie,
};
use wvp_projections::Vastgelegd;
use wvp_store::keyring::{self, SleutelbosGeheugen};
use wvp_store::{
    EventStore, Huren, Kop, MemoryStore, Moment, Record, Richting, Sleutelbos, StroomId,
    Stroomsoort, Toegang, Versie, ontzegel,
};

use crate::mensen;
use crate::opslag::Proefopslag;

pub(crate) const DOSSIER: DossierId = DossierId(Uuid::from_u128(1));
pub(crate) const WERKNEMER: WerknemerId = WerknemerId(Uuid::from_u128(2));
pub(crate) const WERKGEVER: WerkgeverId = WerkgeverId(Uuid::from_u128(3));
pub(crate) const GEHEIM: &str = "MARKERING-KLACHT";

pub(crate) fn dag(tekst: &str) -> Datum {
    tekst.parse().unwrap()
}

pub(crate) fn stuk(nummer: u128) -> StukId {
    StukId(Uuid::from_u128(nummer))
}

pub(crate) fn account(lezer: Lezer) -> AccountId {
    AccountId(Uuid::from_u128(100 + lezer as u128))
}

/// The person with this function, logged in with a second factor.
pub(crate) fn als(lezer: Lezer) -> Gebruiker {
    ingelogd(account(lezer), lezer)
}

pub(crate) fn ingelogd(account: AccountId, lezer: Lezer) -> Gebruiker {
    let sessie = Sessie::ingelogd(wvp_engine::doel_van(lezer)).met_tweede_factor();
    Gebruiker { account, lezer, sessie }
}

/// An engine on a memory store, with everything a test may want to reach.
pub(crate) struct Huis {
    pub(crate) engine: Engine,
    /// What is really stored.
    pub(crate) store: Arc<MemoryStore>,
    /// The store as the engine sees it, with faults that a test asks for.
    pub(crate) opslag: Arc<Proefopslag>,
    pub(crate) sleutels: Arc<SleutelbosGeheugen>,
    pub(crate) klok: Arc<Handklok>,
}

/// A house with a person for every function, who works for the employer.
pub(crate) async fn huis() -> Huis {
    let huis = leeg_huis();
    mensen::registreer(&huis).await;
    huis
}

/// A house without anybody.
pub(crate) fn leeg_huis() -> Huis {
    let klok = Arc::new(Handklok::op(dag("2024-01-01")));
    let store = Arc::new(MemoryStore::default());
    let opslag = Arc::new(Proefopslag::op(Arc::clone(&store)));
    let sleutels = Arc::new(SleutelbosGeheugen::new());
    let engine = engine_op(&opslag, &sleutels, Arc::clone(&klok) as Arc<dyn Klok>);
    Huis { engine, store, opslag, sleutels, klok }
}

/// An engine on these parts.
pub(crate) fn engine_op(
    opslag: &Arc<Proefopslag>,
    sleutels: &Arc<SleutelbosGeheugen>,
    klok: Arc<dyn Klok>,
) -> Engine {
    Engine::new(Onderdelen {
        store: Arc::clone(opslag) as Arc<dyn EventStore>,
        modellen: Arc::clone(opslag) as Arc<dyn Huren>,
        sleutels: Arc::clone(sleutels) as Arc<dyn Sleutelbos>,
        klok,
    })
}

impl Huis {
    /// A second engine on the same store, as another process would have it; its faults are apart.
    pub(crate) fn tweede_engine(&self) -> Engine {
        let opslag = Arc::new(Proefopslag::op(Arc::clone(&self.store)));
        engine_op(&opslag, &self.sleutels, Arc::clone(&self.klok) as Arc<dyn Klok>)
    }

    pub(crate) async fn doe(&self, lezer: Lezer, wat: Command) -> Result<Versie, ExecuteError> {
        self.engine.execute(&als(lezer), DOSSIER, wat).await
    }

    /// The lines of the reading log, oldest first.
    pub(crate) async fn leeslog(&self) -> Vec<Geraadpleegd> {
        let log = StroomId { soort: Stroomsoort::Leeslog, id: DOSSIER.0 };
        let records = self.records(log).await;
        let mut regels = vec![];
        for record in records {
            let open = ontzegel::<leeslog::Event>(&*self.sleutels, &record, Toegang::alles()).await;
            let leeslog::Event::DossierGeraadpleegd(e) = open.unwrap().event.unwrap() else {
                unreachable!()
            };
            regels.push(e.a);
        }
        regels
    }

    /// Who recorded the newest fact of a dossier, and on whose behalf.
    pub(crate) async fn laatste_kop(&self, dossier: DossierId) -> Kop {
        let record = self.records(dossier.into()).await.pop().unwrap();
        let open = ontzegel::<Event>(&*self.sleutels, &record, Toegang::alles()).await.unwrap();
        open.kop.inhoud().unwrap().clone()
    }

    pub(crate) async fn records(&self, stroom: StroomId) -> Vec<Record> {
        self.store.read_stream(stroom, Versie(1), Richting::Vooruit, 999).await.unwrap()
    }

    /// Destroys the key of section A of a stream: erasure.
    pub(crate) async fn vernietig(&self, stroom: impl Into<StroomId>) {
        let wat = keyring::Vernietiging {
            stroom: stroom.into(),
            compartiment: Compartiment::A,
            moment: Moment(0),
            door: AccountId(Uuid::from_u128(9)),
            reden: keyring::Reden::Bewaartermijn,
        };
        let bewijs = keyring::Ondertekenaar::willekeurig().unwrap().onderteken(wat).unwrap();
        self.sleutels.vernietig(&[bewijs]).await.unwrap();
    }
}

/// A dossier with this number, of an employee and a document of the same number.
pub(crate) async fn extra_dossier(huis: &Huis, nummer: u128) -> DossierId {
    extra_dossier_op(huis, nummer, "2024-01-01").await
}

/// The same, ill from and reported on another day.
pub(crate) async fn extra_dossier_op(huis: &Huis, nummer: u128, op: &str) -> DossierId {
    let dossier = DossierId(Uuid::from_u128(nummer));
    let Command::MeldZiek(mut melding) = ziekmelding() else { unreachable!() };
    (melding.a.eerste_ziektedag, melding.a.gemeld_op) = (dag(op), dag(op));
    melding.a.stuk = stuk(nummer);
    let wat = Command::MeldZiek(melding);
    huis.engine.execute(&als(Lezer::Werkgever), dossier, wat).await.unwrap();
    dossier
}

/// The arbodienst establishes that there is a vangnet: not for the employer.
pub(crate) fn vangnet_arbodienst(nummer: u128) -> Command {
    Command::MeldVangnetAlsArbodienst(Secties::proces(vangnet::GemeldDoorArbodienst {
        stuk: stuk(nummer),
        van_toepassing: true,
        gemeld_op: dag("2024-01-01"),
    }))
}

pub(crate) fn herstel(nummer: u128, op: &str) -> Command {
    Command::MeldHersteld(Secties::proces(herstelmelding::Herstel {
        stuk: stuk(nummer),
        eerste_dag_geschikt: dag(op),
        gemeld_op: dag(op),
    }))
}

pub(crate) fn correctie(nummer: u128, van: u128, wordt: Wordt, op: &str) -> Command {
    Command::CorrigeerFeit(Secties::proces(Gecorrigeerd {
        stuk: stuk(nummer),
        van: stuk(van),
        wordt,
        op: dag(op),
        reden: Reden::Verschrijving,
    }))
}

pub(crate) fn aanwijzing(nummer: u128, email: Option<&str>) -> Command {
    let a = casemanager::Aanwijzing {
        stuk: stuk(nummer),
        per: dag("2024-01-01"),
        account: AccountId(Uuid::from_u128(nummer)),
        naam: format!("Casemanager {nummer}"),
        organisatie: "Arbodienst".to_owned(),
    };
    let d = casemanager::Contact {
        functie: "casemanager".to_owned(),
        telefoon: None,
        email: email.map(str::to_owned),
    };
    Command::WijsCasemanagerAan(Secties::proces(a).met_d(d))
}

pub(crate) fn ziekmelding() -> Command {
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

pub(crate) fn melding_arbodienst(nummer: u128) -> Command {
    Command::MeldBijArbodienst(Secties::proces(melding_arbodienst::Melding {
        stuk: stuk(nummer),
        gemeld_op: dag("2024-01-01"),
    }))
}

pub(crate) fn spreekuur() -> Command {
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

pub(crate) async fn met_spreekuur() -> Huis {
    let huis = huis().await;
    huis.engine.execute(&als(Lezer::Werkgever), DOSSIER, ziekmelding()).await.unwrap();
    huis.engine.execute(&als(Lezer::BedrijfsartsStafarts), DOSSIER, spreekuur()).await.unwrap();
    huis
}

/// What a reader sees of the consultation: sections B and C, open or not.
pub(crate) async fn ziet(huis: &Huis, lezer: Lezer) -> (bool, bool) {
    let inzage = huis.engine.read(&als(lezer), DOSSIER, None).await.unwrap();
    inzage.gebeurtenissen.iter().find_map(open_in_spreekuur).unwrap()
}

pub(crate) fn open_in_spreekuur(feit: &Vastgelegd) -> Option<(bool, bool)> {
    let Event::SpreekuurGehouden(e) = &feit.event else { return None };
    Some((!e.b.is_dicht(), !e.c.is_dicht()))
}

#[derive(Debug, Default)]
pub(crate) struct Postvak {
    pub(crate) berichten: Mutex<Vec<Bericht>>,
    pub(crate) storing: Mutex<bool>,
    /// An address that takes nothing, ever.
    pub(crate) weigert: Option<String>,
}

impl Postvak {
    /// Addresses of the receivers.
    pub(crate) fn adressen(&self) -> Vec<String> {
        let berichten = self.berichten.lock().unwrap_or_else(PoisonError::into_inner);
        berichten.iter().map(|bericht| bericht.aan_email.clone()).collect()
    }

    pub(crate) fn onderwerpen(&self) -> Vec<String> {
        let berichten = self.berichten.lock().unwrap_or_else(PoisonError::into_inner);
        berichten.iter().map(|bericht| bericht.onderwerp.clone()).collect()
    }

    pub(crate) fn ids(&self) -> Vec<Uuid> {
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
            return Err(BezorgFout::Tijdelijk("storing".to_owned()));
        }
        if self.weigert.as_ref() == Some(&bericht.aan_email) {
            return Err(BezorgFout::Blijvend("onbekend".to_owned()));
        }
        self.berichten.lock().unwrap_or_else(PoisonError::into_inner).push(bericht.clone());
        Ok(())
    }
}

pub(crate) fn contact(naam: &str) -> Contact {
    Contact {
        naam: naam.to_owned(),
        functie: "medewerker".to_owned(),
        email: format!("{}@voorbeeld.example", naam.to_lowercase()),
    }
}

pub(crate) async fn met_werkgever() -> Huis {
    let huis = huis().await;
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
        kvk_nummer: None,
        sbi_code: None,
        omvang: None,
        contact_telefoon: None,
        arbodienst_adres: None,
        arbodienst_telefoon: None,
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

pub(crate) async fn dagen(huis: &Huis, van: &str, aantal: i32, postvak: &Postvak) {
    for dag_nummer in 0..aantal {
        huis.klok.zet(dag(van).plus(dag_nummer));
        huis.engine.tick().await.unwrap();
        huis.engine.alert(postvak).await.unwrap();
    }
}
