//! A client of the server, as a program of others would be: it keeps cookies and says what came back.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use anyhow::Context as _;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{COOKIE, HOST, SET_COOKIE};
use hyper::{HeaderMap, Method, Request};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;

/// What came back.
#[derive(Debug)]
pub struct Antwoord {
    /// The status code.
    pub status: u16,
    /// The headers.
    pub koppen: HeaderMap,
    /// The body.
    pub lijf: Vec<u8>,
}

impl Antwoord {
    /// The body as JSON; null when it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.lijf).unwrap_or_default()
    }

    /// A header as text; empty when it is not there.
    #[must_use]
    pub fn kop(&self, naam: &str) -> &str {
        self.koppen.get(naam).and_then(|it| it.to_str().ok()).unwrap_or_default()
    }
}

/// A client with its cookies.
#[derive(Debug, Clone)]
pub struct Klant {
    adres: SocketAddr,
    koekjes: BTreeMap<String, String>,
    /// Headers that go along with every request.
    pub koppen: Vec<(String, String)>,
}

impl Klant {
    /// A client of the server at this address.
    #[must_use]
    pub fn van(adres: SocketAddr) -> Self {
        Self { adres, koekjes: BTreeMap::new(), koppen: vec![] }
    }

    /// What goes along as the header `Cookie`.
    #[must_use]
    pub fn koekjes(&self) -> String {
        let koekjes = self.koekjes.iter().map(|(naam, waarde)| format!("{naam}={waarde}"));
        koekjes.collect::<Vec<_>>().join("; ")
    }

    /// Asks for something.
    ///
    /// # Errors
    ///
    /// When the server does not answer.
    pub async fn get(&mut self, pad: &str) -> anyhow::Result<Antwoord> {
        self.vraag(Method::GET, pad, None).await
    }

    /// Sends JSON.
    ///
    /// # Errors
    ///
    /// When the server does not answer.
    pub async fn post(&mut self, pad: &str, lijf: &Value) -> anyhow::Result<Antwoord> {
        self.vraag(Method::POST, pad, Some(lijf)).await
    }

    /// Sends a form, as a page does.
    ///
    /// # Errors
    ///
    /// When the server does not answer.
    pub async fn post_formulier(&mut self, pad: &str, velden: &str) -> anyhow::Result<Antwoord> {
        self.stuur(
            Method::POST,
            pad,
            Some(("application/x-www-form-urlencoded", velden.as_bytes().to_vec())),
        )
        .await
    }

    /// Sends JSON, or nothing, by a method.
    ///
    /// # Errors
    ///
    /// When the server does not answer.
    pub async fn vraag(
        &mut self,
        methode: Method,
        pad: &str,
        lijf: Option<&Value>,
    ) -> anyhow::Result<Antwoord> {
        let lijf = lijf.map(|it| ("application/json", it.to_string().into_bytes()));
        self.stuur(methode, pad, lijf).await
    }

    /// Sends a file of a content type.
    ///
    /// # Errors
    ///
    /// When the server does not answer.
    pub async fn bestand(
        &mut self,
        pad: &str,
        soort: &str,
        bytes: Vec<u8>,
    ) -> anyhow::Result<Antwoord> {
        self.stuur(Method::POST, pad, Some((soort, bytes))).await
    }

    /// Sends bytes of a content type, or nothing, by a method.
    ///
    /// # Errors
    ///
    /// When the server does not answer.
    pub async fn stuur(
        &mut self,
        methode: Method,
        pad: &str,
        lijf: Option<(&str, Vec<u8>)>,
    ) -> anyhow::Result<Antwoord> {
        let draad = TokioIo::new(TcpStream::connect(self.adres).await?);
        let (mut zender, verbinding) = http1::handshake(draad).await?;
        tokio::spawn(verbinding);
        let mut bouw =
            Request::builder().method(methode).uri(pad).header(HOST, self.adres.to_string());
        if !self.koekjes.is_empty() {
            bouw = bouw.header(COOKIE, self.koekjes());
        }
        for (naam, waarde) in &self.koppen {
            bouw = bouw.header(naam, waarde);
        }
        if let Some((soort, _)) = &lijf {
            bouw = bouw.header("content-type", *soort);
        }
        let bytes = lijf.map(|(_, bytes)| bytes).unwrap_or_default();
        let antwoord = zender.send_request(bouw.body(Full::new(Bytes::from(bytes)))?).await?;
        let (delen, lijf) = antwoord.into_parts();
        self.bewaar(&delen.headers)?;
        let lijf = lijf.collect().await?.to_bytes().to_vec();
        Ok(Antwoord { status: delen.status.as_u16(), koppen: delen.headers, lijf })
    }

    fn bewaar(&mut self, koppen: &HeaderMap) -> anyhow::Result<()> {
        for kop in koppen.get_all(SET_COOKIE) {
            let paar = kop.to_str()?.split(';').next().context("cookie")?;
            let (naam, waarde) = paar.split_once('=').context("cookie")?;
            if waarde.is_empty() {
                self.koekjes.remove(naam);
            } else {
                self.koekjes.insert(naam.to_owned(), waarde.to_owned());
            }
        }
        Ok(())
    }
}
