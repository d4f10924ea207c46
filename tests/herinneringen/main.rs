//! A simulated 104 weeks of people who do things on time, late or never, recover and fall ill again, with
//! processes that are killed at random moments: every rung that is due is recorded once and on its day, none for
//! what was done, and what arrives at a real mail server is what was recorded, and tells nothing.
//!
//! `POORTWACHTER_DOSSIERS` says how many employees there are and `POORTWACHTER_DODEN` how often a process is killed,
//! 8 and 8 when they are not set while this builds; on PostgreSQL half of it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "helpers of tests stop at the first surprise"
)]

mod brieven;
mod logboek;
mod spel;
mod vervalst;
mod wet;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::path::Path;
use std::sync::Arc;

use tests::simulant::Simulant;
use tests::voorraad::{levenslopen, periode};
use uuid::Uuid;
use wvp_cli::huis::OpslagUrl;
use wvp_domain::{Event, bezorging};
use wvp_proefserver::{Postlijn, Postserver, proefserver};
use wvp_store::EventStore as _;
use wvp_store::keyring::{KekBestand, SleutelbosBestand};
use wvp_store_postgres::{PostgresStore, SleutelbosPostgres};
use wvp_store_sled::{Instellingen, SledStore};

use brieven::{Kring, per_id};
use logboek::Logboek;
use spel::{Opdracht, speel};
use wet::{afwijkingen, misplaatst};

/// The first four employees already do everything that may happen.
const SEED: u64 = 12;

fn aantal(gezet: Option<&str>, gewoon: u32) -> u32 {
    gezet.and_then(|aantal| aantal.parse().ok()).unwrap_or(gewoon)
}

fn dossiers() -> u32 {
    aantal(option_env!("POORTWACHTER_DOSSIERS"), 8)
}

fn doden() -> usize {
    aantal(option_env!("POORTWACHTER_DODEN"), 8) as usize
}

fn toeval() -> usize {
    usize::try_from(RandomState::new().build_hasher().finish() >> 1).unwrap_or_default()
}

/// What is left when the game is over.
struct Einde {
    logboek: Logboek,
    ontvangen: Vec<Vec<u8>>,
    dossiers: u32,
    doden: usize,
}

impl Einde {
    async fn in_een_map() -> Self {
        let (map, post) =
            (tempfile::tempdir().unwrap(), Postserver::start(&Postlijn::Open).unwrap());
        let (opslag, sleutels) = (map.path().join("opslag"), map.path().join("sleutels"));
        let url = format!("sled:{}", opslag.display());
        gespeeld(&url, &sleutels, &post, (dossiers(), doden(), 1)).await;
        let (store, _) = SledStore::open(&opslag, Instellingen::default()).await.unwrap();
        let bos = SleutelbosBestand::open(&opslag, KekBestand::open(&sleutels).unwrap()).unwrap();
        let logboek = Logboek::lees(&store, &bos).await;
        store.sluit().await.unwrap();
        Self { logboek, ontvangen: post.ontvangen().unwrap(), dossiers: dossiers(), doden: doden() }
    }

    async fn op_twee_knopen() -> Self {
        let (map, post) =
            (tempfile::tempdir().unwrap(), Postserver::start(&Postlijn::Open).unwrap());
        let (url, sleutels) = (proefserver().maak_database().unwrap(), map.path().join("sleutels"));
        let (dossiers, doden) = (dossiers().div_ceil(2), doden().div_ceil(2));
        gespeeld(&url, &sleutels, &post, (dossiers, doden, 2)).await;
        let Ok(OpslagUrl::Postgres(instellingen)) = url.parse() else { panic!("{url}") };
        let store = Arc::new(PostgresStore::open(*instellingen).await.unwrap());
        let bos = SleutelbosPostgres::new(&store, KekBestand::open(&sleutels).unwrap());
        let logboek = Logboek::lees(&*store, &bos).await;
        store.sluit().await.unwrap();
        Self { logboek, ontvangen: post.ontvangen().unwrap(), dossiers, doden }
    }
}

async fn gespeeld(
    opslag: &str,
    sleutels: &Path,
    post: &Postserver,
    (dossiers, doden, spelers): (u32, usize, usize),
) {
    let simulant =
        Simulant::open((opslag, sleutels), post.poort(), (SEED, dossiers)).await.unwrap();
    simulant.richt_in().await.unwrap();
    simulant.sluit().await.unwrap();
    drop(simulant);
    let poort = post.poort();
    speel(&Opdracht { opslag, sleutels, poort, seed: SEED, dossiers, spelers, doden });
}

/// Every due rung once and on its day, and nothing else.
fn eis_precies_wat_de_wet_geeft(einde: &Einde) {
    let (_, laatste) = periode();
    for (dossier, feiten) in &einde.logboek.dossiers {
        assert_eq!(afwijkingen(feiten, laatste), [""; 0], "dossier {dossier}");
    }
}

fn eis_niets_na_gedaan_herstel_of_sluiting(einde: &Einde) {
    for (dossier, feiten) in &einde.logboek.dossiers {
        assert_eq!(misplaatst(feiten), [""; 0], "dossier {dossier}");
    }
}

/// Mails and delivered events are the same, one to one by Message-ID, and every reminder and request ended in one of two ways.
fn eis_post_gelijk_aan_wat_bezorgd_heet(einde: &Einde) -> BTreeMap<Uuid, usize> {
    let (keren, fout) = per_id(&einde.ontvangen);
    assert_eq!(fout, [""; 0]);
    let (mut bezorgd, mut vervallen) = (vec![], vec![]);
    for event in &einde.logboek.bezorging {
        match event {
            bezorging::Event::BerichtBezorgd(e) => bezorgd.push(e.a.bericht.0),
            bezorging::Event::BerichtVervallen(e) => vervallen.push(e.a.bericht.0),
            bezorging::Event::BezorgingUitgesteld(_) => {}
            // Nothing in this game refuses mail, and nobody in it chose how to be told.
            andere @ (bezorging::Event::BezorgingOpgegeven(_)
            | bezorging::Event::BezorgingHervat(_)
            | bezorging::Event::BerichtInPostvak(_)) => panic!("{andere:?}"),
        }
    }
    let ids: BTreeSet<Uuid> = bezorgd.iter().copied().collect();
    assert_eq!(ids.len(), bezorgd.len(), "twee keer bezorgd genoemd");
    assert!(ids.iter().eq(keren.keys()), "post en bezorgingen verschillen");
    let samen: BTreeSet<Uuid> = bezorgd.iter().chain(&vervallen).copied().collect();
    assert_eq!(samen.len(), bezorgd.len() + vervallen.len());
    assert_eq!(samen, berichten(&einde.logboek));
    keren
}

/// Reminders and requests: what becomes a message.
fn berichten(logboek: &Logboek) -> BTreeSet<Uuid> {
    let alle = logboek.dossiers.values().flatten();
    let wordt_bericht =
        |it: &Event| matches!(it, Event::HerinneringGegeven(_) | Event::StukkenGevraagd(_));
    alle.filter(|it| wordt_bericht(&it.event)).map(|it| it.id).collect()
}

fn eis_dat_geen_mail_iets_verraadt(einde: &Einde) {
    let kring = Kring::new(einde.dossiers);
    for bytes in &einde.ontvangen {
        assert_eq!(kring.verraad(bytes), [""; 0], "{}", String::from_utf8_lossy(bytes));
    }
}

/// The game means something: every dossier is there, and everything that may happen to one did.
fn eis_dat_er_van_alles_gebeurde(einde: &Einde) {
    let logboek = &einde.logboek;
    assert_eq!(logboek.dossiers.len(), levenslopen(SEED, einde.dossiers).len());
    for (wat, keer) in [
        ("herstel", logboek.aantal(|it| matches!(it, Event::HersteldGemeld(_)))),
        ("terugval", logboek.aantal(|it| matches!(it, Event::OpnieuwZiekGemeld(_)))),
        ("correctie", logboek.aantal(|it| matches!(it, Event::FeitGecorrigeerd(_)))),
        ("verlof", logboek.aantal(|it| matches!(it, Event::VerlofVastgelegd(_)))),
        ("sluiting", logboek.aantal(|it| matches!(it, Event::DossierGesloten(_)))),
        ("verzoek", logboek.aantal(|it| matches!(it, Event::StukkenGevraagd(_)))),
    ] {
        assert!(keer > 0, "geen {wat}");
    }
}

/// Holds every check and gives the figures.
fn keur(einde: &Einde) -> String {
    eis_dat_er_van_alles_gebeurde(einde);
    eis_precies_wat_de_wet_geeft(einde);
    eis_niets_na_gedaan_herstel_of_sluiting(einde);
    let keren = eis_post_gelijk_aan_wat_bezorgd_heet(einde);
    eis_dat_geen_mail_iets_verraadt(einde);
    let (gegeven, bezorgd) = (berichten(&einde.logboek).len(), keren.len());
    format!(
        "{} dossiers, {} keer gedood: {gegeven} berichten, {bezorgd} bezorgd, {} vervallen, {} \
         herhaald met hetzelfde nummer",
        einde.logboek.dossiers.len(),
        einde.doden,
        gegeven - bezorgd,
        einde.ontvangen.len() - bezorgd,
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn honderdvier_weken_met_een_proces_dat_telkens_wordt_gedood() {
    println!("{}", keur(&Einde::in_een_map().await));
}

#[tokio::test(flavor = "multi_thread")]
async fn honderdvier_weken_op_twee_knopen_die_telkens_worden_gedood() {
    println!("{}", keur(&Einde::op_twee_knopen().await));
}
