//! Measures what the list of a casemanager costs, with ever more dossiers:
//! `cargo bench -p tests --bench lijst -- 50 200 1000`. On the embedded store, on the disk that holds the
//! temporary folder.

#![expect(clippy::print_stdout, reason = "a measurement for a person at a terminal")]

use std::sync::Arc;
use std::time::Instant;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::gebruiker::{self, Functie, Geregistreerd, Persoon};
use wvp_domain::bevoegdheid::toewijzing::{self, Aan, Toewijzing};
use wvp_domain::bevoegdheid::{Geldigheid, Organisatie};
use wvp_domain::mijlpaal::gedeeld::{Ondertekenaar, WijzeContact};
use wvp_domain::mijlpaal::{melding_arbodienst, spreekuur, ziekmelding};
use wvp_domain::{
    AccountId, Datum, DossierId, Event, OrganisatieId, Secties, StukId, WerkgeverId, WerknemerId,
};
use wvp_engine::{
    Aanleiding, Dossiervraag, Engine, Gebruiker, Grootte, Handklok, Klok, Onderdelen, Sessie,
    Werkterrein, Zoekterm, doel_van, taakgebied,
};
use wvp_store::keyring::{KekBestand, SleutelbosBestand};
use wvp_store::{
    Auteur, EventStore, GebeurtenisId, Huren, Kop, Omslag, Sleutelbos, StroomId, Toevoeging,
    Versie, Verwacht, verzegel,
};
use wvp_store_sled::{Instellingen, SledStore};

const WIE: Lezer = Lezer::CasemanagerZwWgaWvp;
const WERKGEVER: WerkgeverId = WerkgeverId(Uuid::from_u128(3));
/// Consultations per dossier: with the reports a little more than a dossier of two years has in facts.
const SPREEKUREN: u32 = 60;
const KEREN: usize = 9;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let aantallen: Vec<u32> = std::env::args().filter_map(|it| it.parse().ok()).collect();
    println!("the first page of 50, the agenda of 14 days and a search by name: medians in ms");
    println!("{:>9} {:>9} {:>9} {:>9} {:>9}", "dossiers", "feiten", "lijst", "agenda", "zoeken");
    for aantal in if aantallen.is_empty() { vec![50, 200] } else { aantallen } {
        meet(aantal).await?;
    }
    Ok(())
}

async fn meet(aantal: u32) -> anyhow::Result<()> {
    let (map, dag) = (tempfile::tempdir()?, Datum::ymd(2024, 1, 1)?);
    let opslag = map.path().join("opslag");
    let store = Arc::new(SledStore::open(&opslag, Instellingen::default()).await?.0);
    let keks = KekBestand::open_of_maak(&map.path().join("sleutels"))?;
    let sleutels = Arc::new(SleutelbosBestand::open(&opslag, keks)?);
    let klok = Arc::new(Handklok::op(dag));
    let engine = Engine::new(Onderdelen {
        store: Arc::clone(&store) as Arc<dyn EventStore>,
        modellen: Arc::clone(&store) as Arc<dyn Huren>,
        sleutels: Arc::clone(&sleutels) as Arc<dyn Sleutelbos>,
        klok: Arc::clone(&klok) as Arc<dyn Klok>,
    });
    let wie = richt_in(&engine, dag).await?;
    for nummer in 0..aantal {
        leg_vast(&store, &sleutels, &klok, (nummer, dag)).await?;
    }
    klok.zet(dag.plus(60));
    engine.follow().await?;
    let van = Aanleiding::default();
    let (vraag, term) = (Dossiervraag::default(), Zoekterm::lees("esta")?);
    let (mut lijst, mut agenda, mut zoeken) = (vec![], vec![], vec![]);
    for _ in 0..KEREN {
        let start = Instant::now();
        engine.dossiers(&wie, &vraag, &van).await?;
        lijst.push(start.elapsed().as_secs_f64() * 1e3);
        let start = Instant::now();
        engine.agenda(&wie, 14, &van).await?;
        agenda.push(start.elapsed().as_secs_f64() * 1e3);
        let start = Instant::now();
        engine.zoek(&wie, &term, Grootte::default(), &van).await?;
        zoeken.push(start.elapsed().as_secs_f64() * 1e3);
    }
    let [lijst, agenda, zoeken] = [lijst, agenda, zoeken].map(mediaan);
    let feiten = SPREEKUREN + 2;
    println!("{aantal:>9} {feiten:>9} {lijst:>9.1} {agenda:>9.1} {zoeken:>9.1}");
    store.sluit().await?;
    Ok(())
}

fn mediaan(mut waarden: Vec<f64>) -> f64 {
    waarden.sort_by(f64::total_cmp);
    waarden.get(waarden.len() / 2).copied().unwrap_or_default()
}

fn stuk(nummer: u128) -> StukId {
    StukId(Uuid::from_u128(nummer))
}

fn ingelogd(account: AccountId, lezer: Lezer) -> Gebruiker {
    Gebruiker { account, lezer, sessie: Sessie::ingelogd(doel_van(lezer)).met_tweede_factor() }
}

/// A beheerder, and a casemanager who works for the employer.
async fn richt_in(engine: &Engine, dag: Datum) -> anyhow::Result<Gebruiker> {
    let registratie = |nummer| {
        let a = Geregistreerd { stuk: stuk(nummer), per: dag, werknemer: None };
        let d = Persoon { naam: "T. Est".to_owned(), email: String::new() };
        gebruiker::Command::RegistreerAccount(Secties::proces(a).met_d(d))
    };
    let functie = |nummer, lezer: Lezer| {
        gebruiker::Command::KenFunctieToe(Secties::proces(Functie {
            stuk: stuk(nummer),
            lezer: lezer.to_string(),
            taakgebied: taakgebied(lezer),
            organisatie: Organisatie::Overig(OrganisatieId(Uuid::from_u128(5))),
            geldig: Geldigheid::vanaf(dag),
        }))
    };
    let beheerder = ingelogd(AccountId(Uuid::from_u128(90)), Lezer::FunctioneelBeheerder);
    let eerste = [registratie(1), functie(2, beheerder.lezer)];
    engine.richt_in(beheerder.account, eerste).await?;
    let wie = ingelogd(AccountId(Uuid::from_u128(91)), WIE);
    for wat in [registratie(3), functie(4, WIE)] {
        engine.execute_gebruiker(&beheerder, wie.account, wat).await?;
    }
    let toewijzing = Toewijzing {
        stuk: stuk(5),
        aan: Aan::Account(wie.account),
        lezer: WIE.to_string(),
        geldig: Geldigheid::vanaf(dag),
    };
    let wat = toewijzing::Command::WijsToe(Secties::proces(toewijzing));
    engine.execute_toewijzing(&beheerder, Werkterrein::Werkgever(WERKGEVER), wat).await?;
    Ok(wie)
}

/// Writes one dossier straight into the log.
async fn leg_vast(
    store: &SledStore,
    sleutels: &SleutelbosBestand,
    klok: &Handklok,
    (nummer, dag): (u32, Datum),
) -> anyhow::Result<()> {
    let id = Uuid::from_u128(0x7000_0000 + u128::from(nummer));
    let stroom = StroomId::from(DossierId(id));
    let account = AccountId(Uuid::from_u128(9));
    let door = Auteur { account, partij: "werkgever".into(), functie: "werkgever".into() };
    let (mut records, mut versie) = (vec![], Versie::GEEN);
    for event in feiten(id, dag) {
        versie = versie.volgende();
        let nummer = id.as_u128() << 16 | u128::from(versie.0);
        let kop = Kop { door: door.clone(), namens: None, verzoek: id };
        let omslag = Omslag { id: GebeurtenisId(Uuid::from_u128(nummer)), moment: klok.nu(), kop };
        records.push(verzegel(sleutels, stroom, versie, omslag, &event).await?);
    }
    store.append(vec![Toevoeging { stroom, verwacht: Verwacht::Geen, records }]).await?;
    Ok(())
}

fn feiten(id: Uuid, dag: Datum) -> Vec<Event> {
    let eigen = |nummer: u32| stuk(id.as_u128() << 32 | u128::from(nummer));
    let ziek = ziekmelding::Melding {
        stuk: eigen(1),
        werknemer: WerknemerId(id),
        werkgever: WERKGEVER,
        naam: "T. Estafette".to_owned(),
        eerste_ziektedag: dag,
        gemeld_op: dag,
        werkhervatting_verwacht: None,
    };
    let door = melding_arbodienst::Melding { stuk: eigen(2), gemeld_op: dag };
    let mut feiten = vec![
        Event::ZiekmeldingOntvangen(Secties::proces(ziek)),
        Event::BijArbodienstGemeld(Secties::proces(door)),
    ];
    for nummer in 0..SPREEKUREN {
        let consult = spreekuur::Consult {
            stuk: eigen(10 + nummer),
            gehouden_op: dag,
            auteur: Ondertekenaar { naam: "B. Arts".into(), functie: "bedrijfsarts".into() },
            wijze_contact: WijzeContact::Spreekuur,
            volgende_op: None,
            werkt_mee: true,
            verzuim_verwacht_tot: None,
        };
        let b = spreekuur::Terugkoppeling {
            beperkingen: vec![],
            mogelijkheden: "twee uur per dag".to_owned(),
            advies: "rustig opbouwen".to_owned(),
        };
        let c = spreekuur::Aantekeningen { aantekeningen: "geen".to_owned() };
        feiten.push(Event::SpreekuurGehouden(Secties::proces(consult).met_b(b).met_c(c)));
    }
    feiten
}
