//! Load on a server: several clients that read and write on lines that stay open, and what that cost.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{self, SendRequest};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, HOST};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use serde_json::json;
use tokio::net::TcpStream;
use uuid::Uuid;
use wvp_cli::demo::{Rol, Zaak, gebruiker, schrijf_werkgever_in, schrijf_werknemer_in};
use wvp_cli::huis::Huis;
use wvp_domain::bevoegdheid::inlog::Reikwijdte;
use wvp_domain::{AccountId, Command, Datum, WerkgeverId};
use wvp_engine::{Handklok, Klok as _, Systeemklok, Tokenaanvraag};
use wvp_proefserver::proefserver;

use crate::gediend::Gediend;
use crate::inlog::Inlog;
use crate::klant::Klant;
use crate::voorraad::{Levensloop, SPREIDING_DAGEN, levenslopen_vanaf};

/// How much load, on what.
#[derive(Debug, Clone, Copy)]
pub struct Last {
    /// How long, in seconds.
    pub seconden: u32,
    /// How many clients at once.
    pub klanten: u32,
    /// How many dossiers there are.
    pub dossiers: u32,
    /// How many of them each employer has: as many stand in a list.
    pub per_werkgever: u32,
    /// On PostgreSQL; on the embedded store otherwise.
    pub postgres: bool,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soort {
    /// A page of the list.
    Lijst,
    /// The worklist of the first employer as a page, with every open step.
    Werklijst,
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
    /// How long it took to fill the store.
    pub gevuld_in: Duration,
    /// What the server held in kB: before, after each quarter of the time, and after.
    pub geheugen_kb: Vec<u64>,
}

#[derive(Debug, Clone, Copy)]
struct Meting {
    soort: Soort,
    duur: Duration,
    /// The status that was answered, when it was another than it should be.
    fout: Option<u16>,
}

/// A dossier that is asked for.
#[derive(Clone)]
struct Doel {
    pad: String,
    /// The first day on which anything can have been done in it.
    begin: Datum,
    /// Reads and writes as its employer.
    token: Arc<str>,
}

/// What is there to ask for.
struct Aanbod {
    doelen: Arc<[Doel]>,
    /// The first employer, who is at a page.
    inlog: Inlog,
}

/// From when to when.
#[derive(Clone, Copy)]
struct Tijdvak {
    begin: Instant,
    duur: Duration,
}

impl Tijdvak {
    fn is_om(self) -> bool {
        self.begin.elapsed() >= self.duur
    }

    /// Whether so many quarters have passed.
    fn is_voorbij(self, kwart: usize) -> bool {
        let kwart = u32::try_from(kwart).unwrap_or(u32::MAX);
        self.begin.elapsed() >= self.duur / 4 * kwart
    }
}

impl Soort {
    /// All of them.
    pub const ALLE: [Self; 5] =
        [Self::Lijst, Self::Werklijst, Self::Dossier, Self::Rekenen, Self::Vastleggen];

    /// In words.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Lijst => "lijst",
            Self::Werklijst => "werklijst",
            Self::Dossier => "dossier",
            Self::Rekenen => "rekenen",
            Self::Vastleggen => "vastleggen",
        }
    }

    /// Of ten questions one is for the list, one for the worklist, four for a dossier, two for a computation, two are
    /// a fact.
    fn van(beurt: u64) -> Self {
        match beurt % 10 {
            0 => Self::Lijst,
            1..=2 => Self::Rekenen,
            3..=4 => Self::Vastleggen,
            5 => Self::Werklijst,
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
        let fouten = alle.iter().filter(|it| it.fout.is_some()).count();
        let (p50, p99) = (deel(50).unwrap_or_default(), deel(99).unwrap_or_default());
        (tel(alle.len()), p50, p99, tel(fouten))
    }

    /// How many were answered.
    #[must_use]
    pub fn aantal(&self) -> usize {
        self.metingen.len()
    }

    /// How often what was asked got which status that it should not get.
    #[must_use]
    pub fn fouten(&self) -> BTreeMap<(&'static str, u16), usize> {
        let mut alle = BTreeMap::new();
        for (soort, fout) in self.metingen.iter().filter_map(|it| Some((it.soort, it.fout?))) {
            *alle.entry((soort.naam(), fout)).or_default() += 1;
        }
        alle
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
        let begin = Instant::now();
        let Aanbod { doelen, inlog } = self.vul(&opslag, map.path()).await?;
        let mut uitslag = Uitslag { gevuld_in: begin.elapsed(), ..Uitslag::default() };
        // All clients come from one address here.
        let onbegrensd = "[grenzen]\nper_seconde = 0\n";
        let gediend = Arc::new(Gediend::start(programma, map.path(), &opslag, onbegrensd)?);
        let klant = inlog.binnen(Klant::van(gediend.adres), &Systeemklok).await?;
        let koekje: Arc<str> = klant.koekjes().into();
        let duur = Duration::from_secs(u64::from(self.seconden));
        let tijdvak = Tijdvak { begin: Instant::now(), duur };
        let klanten: Vec<_> = (0..self.klanten)
            .map(|nummer| {
                let waarvan = (Arc::clone(&doelen), Arc::clone(&koekje));
                tokio::spawn(vraag_door(Arc::clone(&gediend), waarvan, u64::from(nummer), tijdvak))
            })
            .collect();
        for klant in klanten {
            let (metingen, geheugen) = klant.await??;
            uitslag.metingen.extend(metingen);
            uitslag.geheugen_kb.extend(geheugen);
        }
        uitslag.geheugen_kb.push(gediend.geheugen_kb()?);
        let gediend = Arc::into_inner(gediend).context("a client goes on")?;
        anyhow::ensure!(gediend.stop()?.success(), "the server did not stop well");
        Ok(uitslag)
    }

    /// Makes dossiers, each on its first day within the last four weeks, and a token of every employer.
    async fn vul(self, opslag: &str, map: &Path) -> anyhow::Result<Aanbod> {
        let klok = Arc::new(Handklok::op(Datum::EERSTE));
        let kloks = Arc::clone(&klok) as _;
        let huis = Huis::open_of_maak_op(&opslag.parse()?, &map.join("sleutels"), kloks).await?;
        // A server first catches up on every day that nobody looked; of a fresh caseload there are few.
        let eerste = Systeemklok.vandaag().plus(-SPREIDING_DAGEN);
        let mut loop_van_zaken = levenslopen_vanaf(eerste, 1, self.dossiers);
        loop_van_zaken.retain(|it| it.deel == 0);
        let groep = usize::try_from(self.per_werkgever.max(1))?;
        let (mut doelen, mut inlog) = (vec![], None);
        for (werkgever, groep) in (1..).zip(loop_van_zaken.chunks(groep)) {
            let Some(voorste) = groep.first() else { continue };
            klok.zet(eerste);
            schrijf_werkgever_in(&huis.engine, &zaak(voorste, werkgever)?).await?;
            klok.zet(Systeemklok.vandaag());
            let aanvraag = Tokenaanvraag {
                naam: "last".to_owned(),
                reikwijdte: Reikwijdte::LezenEnSchrijven,
                tot_en_met: Systeemklok.vandaag().plus(30),
            };
            let wie = gebruiker(&zaak(voorste, werkgever)?, Rol::Werkgever);
            let geheim = huis.engine.geef_token(&wie, aanvraag).await?;
            if inlog.is_none() {
                inlog = Some(Inlog::voor(&huis.engine, wie.account, wie.lezer).await?);
            }
            let token: Arc<str> = geheim.toon().into();
            for levensloop in groep {
                klok.zet(levensloop.begin);
                let pad = leg_vast(&huis, levensloop, werkgever).await?;
                doelen.push(Doel { pad, begin: levensloop.begin, token: Arc::clone(&token) });
            }
        }
        huis.store.sluit().await?;
        Ok(Aanbod { doelen: doelen.into(), inlog: inlog.context("geen dossiers")? })
    }
}

/// The people and numbers around a dossier at an employer with this number.
fn zaak(levensloop: &Levensloop, werkgever: u128) -> anyhow::Result<Zaak> {
    let nummer = Uuid::from_u128(0x1A57 << 64 | werkgever);
    Ok(levensloop.zaak()?.bij(WerkgeverId(nummer), AccountId(nummer)))
}

/// Records the first day of a dossier; the answer is where it is.
async fn leg_vast(huis: &Huis, levensloop: &Levensloop, werkgever: u128) -> anyhow::Result<String> {
    let zaak = zaak(levensloop, werkgever)?;
    schrijf_werknemer_in(&huis.engine, &zaak).await?;
    for mut stap in levensloop.stappen_op(levensloop.begin)? {
        if let Command::MeldZiek(melding) = &mut stap.wat {
            melding.a.werkgever = zaak.werkgever;
        }
        let wie = gebruiker(&zaak, stap.wie);
        huis.engine.execute(&wie, zaak.dossier, stap.wat).await?;
    }
    Ok(format!("/v1/dossiers/{}", zaak.dossier.0))
}

/// Asks until the time is over. The first client also looks what the server holds.
async fn vraag_door(
    gediend: Arc<Gediend>,
    (doelen, koekje): (Arc<[Doel]>, Arc<str>),
    nummer: u64,
    tijdvak: Tijdvak,
) -> anyhow::Result<(Vec<Meting>, Vec<u64>)> {
    let draad = TokioIo::new(TcpStream::connect(gediend.adres).await?);
    let (mut zender, verbinding) = http1::handshake(draad).await?;
    tokio::spawn(verbinding);
    let (mut metingen, mut geheugen, mut beurt) = (vec![], vec![], nummer);
    while !tijdvak.is_om() {
        if nummer == 0 && tijdvak.is_voorbij(geheugen.len()) {
            geheugen.push(gediend.geheugen_kb()?);
        }
        let soort = Soort::van(beurt);
        let plek = usize::try_from(beurt.wrapping_mul(7919)).unwrap_or_default();
        let doel = doelen.get(plek % doelen.len().max(1)).context("geen dossiers")?;
        let begin = Instant::now();
        let fout = vraag(&mut zender, soort, doel, &koekje).await?;
        metingen.push(Meting { soort, duur: begin.elapsed(), fout });
        beurt = beurt.wrapping_add(1);
    }
    Ok((metingen, geheugen))
}

/// One question; the status of the answer when it is not what it should be.
async fn vraag(
    zender: &mut SendRequest<Full<Bytes>>,
    soort: Soort,
    Doel { pad: dossier, begin, token }: &Doel,
    koekje: &str,
) -> anyhow::Result<Option<u16>> {
    let (methode, pad, lijf, verwacht) = match soort {
        Soort::Lijst => (Method::GET, "/v1/dossiers?hoogstens=25".to_owned(), None, 200),
        Soort::Werklijst => (Method::GET, "/werklijst?periode=alles".to_owned(), None, 200),
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
    verzoek = match soort {
        Soort::Werklijst => verzoek.header(COOKIE, koekje),
        Soort::Lijst | Soort::Dossier | Soort::Rekenen | Soort::Vastleggen => {
            verzoek.header(AUTHORIZATION, format!("Bearer {token}"))
        }
    };
    if lijf.is_some() {
        verzoek = verzoek.header(CONTENT_TYPE, "application/json");
    }
    let lijf = lijf.map(|it| it.to_string()).unwrap_or_default();
    let antwoord = zender.send_request(verzoek.body(Full::new(Bytes::from(lijf)))?).await?;
    let status = antwoord.status().as_u16();
    antwoord.into_body().collect().await?;
    Ok((status != verwacht).then_some(status))
}
