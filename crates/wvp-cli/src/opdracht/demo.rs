//! `demo`: a caseload from the first sick day to the WIA, on the embedded store.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use anyhow::bail;
use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use wvp_domain::Datum;
use wvp_engine::{Dienst as Werk, Handklok, Klok as _, Rooster, Systeemklok};
use wvp_kanalen::Openheid;
use wvp_kanalen::agenda::AgendaInstelling;
use wvp_server::instellingen::Instellingen;

use super::serve::dien;
use crate::berichten::Postmap;
use crate::demo::{
    Gespeeld, Speler, Zaak, caseload, geef_inlog, lopende_zaken, schrijf_lopende, toon,
};
use crate::huis::Huis;
use crate::tekening::{KOP, ZACHT};

/// Speel een voorraad dossiers na, van de eerste ziektedag tot de WIA.
///
/// De klok is nagebootst; de rest is echt: de opslag in MAP/opslag, de sleutels in MAP/sleutels,
/// de herinneringen in MAP/berichten en de verslagen in MAP/riv. Alle mensen en bedrijven zijn
/// verzonnen. Met --serve komen er dossiers bij die vandaag lopen, en start daarna de server op die
/// gegevens, met de inloggegevens op het scherm.
#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// De map voor de demo; zonder deze optie maakt en noemt de demo een nieuwe map
    #[arg(long, value_name = "MAP", help_heading = "Opties")]
    map: Option<PathBuf>,
    /// Start daarna de server op deze gegevens
    #[arg(long, help_heading = "Opties")]
    serve: bool,
    /// Waar de server luistert
    #[arg(
        long,
        value_name = "HOST:POORT",
        default_value = "127.0.0.1:8080",
        requires = "serve",
        help_heading = "Opties"
    )]
    adres: SocketAddr,
}

impl Demo {
    /// Plays and shows the caseload.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let map = self.map.unwrap_or_else(nieuwe_map);
        let opslag = map.join("opslag");
        if opslag.try_exists()? {
            bail!("in `{}` staat al een opslag; kies een andere map", map.display());
        }
        std::fs::create_dir_all(&map)?;
        let klok = Arc::new(Handklok::op(Datum::EERSTE));
        let huis =
            Huis::open_of_maak(&opslag, &map.join("sleutels"), Arc::clone(&klok) as _).await?;
        let mut zaken = caseload()?;
        let kanaal = Postmap::try_new(&map.join("berichten"))?;
        let papieren = map.join("riv");
        let speler = Speler { huis: &huis, klok, zaken: &zaken, kanaal: &kanaal, papieren };
        let begin = Instant::now();
        let gespeeld = speel(&speler).await?;
        let duur = begin.elapsed();
        toon::toon(&huis.engine, &zaken, &map).await?;
        slot(&map, &gespeeld, zaken.len(), duur);
        if self.serve {
            let lopend = lopende_zaken(Systeemklok.vandaag())?;
            schrijf_lopende(&huis.engine, &speler.klok, &lopend).await?;
            zaken.extend(lopend);
        }
        huis.store.sluit().await?;
        // The keys are held until the last of it is gone.
        drop(huis);
        if self.serve { dien_op(&map, &zaken, self.adres).await } else { Ok(()) }
    }
}

/// Opens what was played once more, now with the time of today: log-ins and sessions go by it.
async fn dien_op(map: &Path, zaken: &[Zaak], adres: SocketAddr) -> anyhow::Result<()> {
    let (opslag, sleutels) = (map.join("opslag"), map.join("sleutels"));
    let huis = Huis::open_of_maak(&opslag, &sleutels, Arc::new(Systeemklok)).await?;
    anstream::println!("\n{KOP}Inloggen (alles is verzonnen){KOP:#}");
    for inlog in geef_inlog(&huis.engine, zaken).await? {
        let (wie, wachtwoord) = (inlog.wie, &inlog.wachtwoord);
        anstream::println!("  {}  {wie:20} {wachtwoord}", inlog.account.0);
        anstream::println!(
            "{ZACHT}    tweede factor {}{ZACHT:#}",
            inlog.tweede_factor.geheim.toon()
        );
    }
    // The work of every day goes on as on a real server; messages are files.
    let kanaal = Arc::new(Postmap::try_new(&map.join("berichten"))?);
    let rooster = Rooster::start(Werk::new(huis.engine.clone(), kanaal)).await?;
    let agenda = AgendaInstelling::try_new(Openheid::default(), "poortwachter.example")?;
    let instellingen = Instellingen { agenda: Some(agenda), ..Instellingen::op(adres) };
    let uitkomst = dien(&huis, instellingen).await;
    rooster.stop().await?;
    huis.store.sluit().await?;
    uitkomst
}

async fn speel(speler: &Speler<'_>) -> anyhow::Result<Gespeeld> {
    let Some((eerste, laatste)) = speler.periode() else { return speler.speel(&|_| {}).await };
    let dagen = u64::try_from(eerste.dagen_tot(laatste)).unwrap_or_default() + 1;
    // Draws on a terminal only.
    let balk = ProgressBar::with_draw_target(Some(dagen), ProgressDrawTarget::stderr());
    balk.set_style(ProgressStyle::with_template("{bar:60} {pos:>4}/{len} dagen  {msg}")?);
    let op_dag = |dag: Datum| {
        balk.set_message(dag.to_string());
        balk.inc(1);
    };
    let gespeeld = speler.speel(&op_dag).await;
    balk.finish_and_clear();
    gespeeld
}

fn slot(map: &Path, gespeeld: &Gespeeld, zaken: usize, duur: std::time::Duration) {
    let Gespeeld { dagen, gebeurtenissen, bezorgd } = gespeeld;
    let map = map.display();
    anstream::println!(
        "\n{KOP}{zaken} dossiers, {dagen} dagen, {gebeurtenissen} gebeurtenissen, {bezorgd} \
         berichten in {:.1} s{KOP:#}",
        duur.as_secs_f64()
    );
    for (naam, wat) in [
        ("opslag", "de gebeurtenissen, versleuteld"),
        ("sleutels", "de hoofdsleutels; bewaar ze apart"),
        ("berichten", "de herinneringen als .eml"),
        ("riv", "de re-integratieverslagen als PDF"),
    ] {
        anstream::println!("  {map}/{naam:10}{ZACHT} {wat}{ZACHT:#}");
    }
    anstream::println!("\nVerder kijken:");
    anstream::println!(
        "  poortwachter verify --opslag sled:{map}/opslag --sleutels {map}/sleutels"
    );
}

/// The first name that is still free in the current folder.
fn nieuwe_map() -> PathBuf {
    let namen = (1..).map(|nummer| match nummer {
        1 => PathBuf::from("poortwachter-demo"),
        nummer => PathBuf::from(format!("poortwachter-demo-{nummer}")),
    });
    namen.into_iter().find(|map| !map.exists()).unwrap_or_default()
}
