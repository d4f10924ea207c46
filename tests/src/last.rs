//! Load on a server: several clients that read and write on lines that stay open, and what that cost.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{self, SendRequest};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use serde_json::json;
use tokio::net::TcpStream;
use wvp_cli::demo::{Rol, gebruiker, schrijf_werkgever_in, schrijf_werknemer_in};
use wvp_cli::huis::Huis;
use wvp_domain::Datum;
use wvp_domain::bevoegdheid::inlog::Reikwijdte;
use wvp_engine::{Handklok, Klok as _, Systeemklok, Tokenaanvraag};
use wvp_proefserver::proefserver;

use crate::gediend::Gediend;
use crate::voorraad::{Levensloop, levenslopen};

/// How much load, on what.
#[derive(Debug, Clone, Copy)]
pub struct Last {
    /// How long, in seconds.
    pub seconden: u32,
    /// How many clients at once.
    pub klanten: u32,
    /// How many dossiers there are.
    pub dossiers: u32,
    /// On PostgreSQL; on the embedded store otherwise.
    pub postgres: bool,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soort {
    /// A page of the list.
    Lijst,
    /// One dossier.
    Dossier,
    /// A computation without a dossier.
    Rekenen,
    /// A fact that is recorded.
    Vastleggen,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Uitslag {
    metingen: Vec<Meting>,
    /// What the server held before and after, in kB.
    pub geheugen_kb: (u64, u64),
}

#[derive(Debug, Clone, Copy)]
struct Meting {
    soort: Soort,
    duur: Duration,
    goed: bool,
}

/// A dossier with the first day on which anything can have been done in it.
type Doel = (String, Datum);

impl Soort {
    /// All of them.
    pub const ALLE: [Self; 4] = [Self::Lijst, Self::Dossier, Self::Rekenen, Self::Vastleggen];

    /// In words.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Lijst => "lijst",
            Self::Dossier => "dossier",
            Self::Rekenen => "rekenen",
            Self::Vastleggen => "vastleggen",
        }
    }

    /// Of ten questions one is for the list, five for a dossier, two for a computation, two are a fact.
    fn van(beurt: u64) -> Self {
        match beurt % 10 {
            0 => Self::Lijst,
            1..=2 => Self::Rekenen,
            3..=4 => Self::Vastleggen,
            _ => Self::Dossier,
        }
    }
}

impl Uitslag {
    /// Number, median, 99th percentile (in ms) and number of faults of a kind.
    #[must_use]
    pub fn van(&self, soort: Soort) -> (u32, f64, f64, u32) {
        let alle: Vec<&Meting> = self.metingen.iter().filter(|it| it.soort == soort).collect();
        let mut duren: Vec<f64> = alle.iter().map(|it| it.duur.as_secs_f64() * 1e3).collect();
        duren.sort_by(f64::total_cmp);
        let deel = |honderdste: usize| {
            duren.get((duren.len() * honderdste / 100).min(duren.len().saturating_sub(1))).copied()
        };
        let tel = |aantal: usize| u32::try_from(aantal).unwrap_or(u32::MAX);
        let fouten = alle.iter().filter(|it| !it.goed).count();
        let (p50, p99) = (deel(50).unwrap_or_default(), deel(99).unwrap_or_default());
        (tel(alle.len()), p50, p99, tel(fouten))
    }

    /// How many were answered wrongly.
    #[must_use]
    pub fn fouten(&self) -> usize {
        self.metingen.iter().filter(|it| !it.goed).count()
    }
}

impl Last {
    /// Fills a store, serves it and loads it.
    ///
    /// # Errors
    ///
    /// When the store cannot be filled or the server does not start.
    pub async fn draai(self, programma: &Path) -> anyhow::Result<Uitslag> {
        let map = tempfile::tempdir()?;
        let opslag = if self.postgres {
            proefserver().maak_database()?
        } else {
            format!("sled:{}", map.path().join("opslag").display())
        };
        let (token, doelen) = vul(&opslag, map.path(), self.dossiers).await?;
        // All clients come from one address here.
        let onbegrensd = "[grenzen]\nper_seconde = 0\n";
        let gediend = Gediend::start(programma, map.path(), &opslag, onbegrensd)?;
        let (token, doelen): (Arc<str>, Arc<[Doel]>) = (token.into(), doelen.into());
        let (voor, tot) = (
            gediend.geheugen_kb()?,
            Instant::now() + Duration::from_secs(u64::from(self.seconden)),
        );
        let klanten: Vec<_> = (0..self.klanten)
            .map(|nummer| {
                let (token, doelen) = (Arc::clone(&token), Arc::clone(&doelen));
                tokio::spawn(vraag_door(gediend.adres, token, doelen, u64::from(nummer), tot))
            })
            .collect();
        let mut uitslag = Uitslag::default();
        for klant in klanten {
            uitslag.metingen.extend(klant.await??);
        }
        uitslag.geheugen_kb = (voor, gediend.geheugen_kb()?);
        anyhow::ensure!(gediend.stop()?.success(), "the server did not stop well");
        Ok(uitslag)
    }
}

/// Makes dossiers of one employer, each on its first day, and a token of that employer.
async fn vul(opslag: &str, map: &Path, dossiers: u32) -> anyhow::Result<(String, Vec<Doel>)> {
    let klok = Arc::new(Handklok::op(Datum::EERSTE));
    let kloks = Arc::clone(&klok) as _;
    let huis = Huis::open_of_maak_op(&opslag.parse()?, &map.join("sleutels"), kloks).await?;
    let mut loop_van_zaken = levenslopen(1, dossiers);
    loop_van_zaken.retain(|it| it.deel == 0);
    let eerste = loop_van_zaken.iter().min_by_key(|it| it.begin).context("geen dossiers")?;
    klok.zet(eerste.begin);
    schrijf_werkgever_in(&huis.engine, &eerste.zaak()?).await?;
    let mut doelen = vec![];
    for levensloop in &loop_van_zaken {
        klok.zet(levensloop.begin);
        doelen.push(leg_vast(&huis, levensloop).await?);
    }
    klok.zet(Systeemklok.vandaag());
    let aanvraag = Tokenaanvraag {
        naam: "last".to_owned(),
        reikwijdte: Reikwijdte::LezenEnSchrijven,
        tot_en_met: Systeemklok.vandaag().plus(30),
    };
    let wie = gebruiker(&eerste.zaak()?, Rol::Werkgever);
    let geheim = huis.engine.geef_token(&wie, aanvraag).await?;
    huis.store.sluit().await?;
    Ok((geheim.toon().to_owned(), doelen))
}

async fn leg_vast(huis: &Huis, levensloop: &Levensloop) -> anyhow::Result<Doel> {
    let zaak = levensloop.zaak()?;
    schrijf_werknemer_in(&huis.engine, &zaak).await?;
    for stap in levensloop.stappen_op(levensloop.begin)? {
        let wie = gebruiker(&zaak, stap.wie);
        huis.engine.execute(&wie, zaak.dossier, stap.wat).await?;
    }
    Ok((format!("/v1/dossiers/{}", zaak.dossier.0), levensloop.begin))
}

async fn vraag_door(
    adres: SocketAddr,
    token: Arc<str>,
    doelen: Arc<[Doel]>,
    nummer: u64,
    tot: Instant,
) -> anyhow::Result<Vec<Meting>> {
    let draad = TokioIo::new(TcpStream::connect(adres).await?);
    let (mut zender, verbinding) = http1::handshake(draad).await?;
    tokio::spawn(verbinding);
    let (mut metingen, mut beurt) = (vec![], nummer);
    while Instant::now() < tot {
        let soort = Soort::van(beurt);
        let plek = usize::try_from(beurt.wrapping_mul(7919)).unwrap_or_default();
        let doel = doelen.get(plek % doelen.len().max(1)).context("geen dossiers")?;
        let begin = Instant::now();
        let goed = vraag(&mut zender, &token, soort, doel).await?;
        metingen.push(Meting { soort, duur: begin.elapsed(), goed });
        beurt = beurt.wrapping_add(1);
    }
    Ok(metingen)
}

/// One question; whether the answer is what it should be.
async fn vraag(
    zender: &mut SendRequest<Full<Bytes>>,
    token: &str,
    soort: Soort,
    (dossier, begin): &Doel,
) -> anyhow::Result<bool> {
    let (methode, pad, lijf, verwacht) = match soort {
        Soort::Lijst => (Method::GET, "/v1/dossiers?hoogstens=25".to_owned(), None, 200),
        Soort::Dossier => (Method::GET, dossier.clone(), None, 200),
        Soort::Rekenen => {
            let perioden = json!({ "perioden": [{ "eerste_ziektedag": "2025-03-03" }] });
            (Method::POST, "/v1/termijnen".to_owned(), Some(perioden), 200)
        }
        Soort::Vastleggen => {
            let a = json!({ "gehouden_op": begin.to_string(), "activiteiten_tijdig": true });
            let b = json!({ "aanwezigen": [], "voortgang": "Op koers.", "afspraken": [] });
            let pad = format!("{dossier}/voortgangsgesprekken");
            (Method::POST, pad, Some(json!({ "a": a, "b": b })), 201)
        }
    };
    let mut verzoek = Request::builder().method(methode).uri(pad).header(HOST, "localhost");
    verzoek = verzoek.header(AUTHORIZATION, format!("Bearer {token}"));
    if lijf.is_some() {
        verzoek = verzoek.header(CONTENT_TYPE, "application/json");
    }
    let lijf = lijf.map(|it| it.to_string()).unwrap_or_default();
    let antwoord = zender.send_request(verzoek.body(Full::new(Bytes::from(lijf)))?).await?;
    let status = antwoord.status().as_u16();
    antwoord.into_body().collect().await?;
    Ok(status == verwacht)
}
