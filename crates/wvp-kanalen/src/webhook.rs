//! Webhooks: what happens, told to other systems as CloudEvents by the NL GOV profile, signed.

mod gebeurtenis;
mod handtekening;

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::CONTENT_TYPE;
use hyper::{Request, StatusCode, Uri};
use thiserror::Error;
use wvp_engine::BezorgFout;
use wvp_engine::systeem::{Feitmelding, Systeem};
use wvp_lijn::LijnFout;

pub use gebeurtenis::{Afzender, AfzenderFout, MEDIATYPE, json, schema};
pub use handtekening::{HANDTEKENING, HandtekeningFout, Sleutel, SleutelFout, controleer};

use crate::net::{WebadresFout, webadres};
use crate::uitgaand::{Klant, klant};

/// One receiver of webhooks.
#[derive(Clone)]
pub struct Webhook {
    adres: Uri,
    afzender: Afzender,
    sleutel: Sleutel,
    termijn: Duration,
    klant: Klant,
}

/// Whom to tell, and how.
#[derive(Debug, Clone)]
pub struct WebhookInstelling {
    /// Address of the receiver: https, or this machine.
    pub adres: String,
    /// The secret that sender and receiver share.
    pub sleutel: Sleutel,
    /// Longest time for one delivery, in seconds, at least 1.
    pub termijn_seconden: u64,
    /// An authority to trust beside those of the machine, as PEM.
    pub extra_wortel: Option<String>,
}

/// Why there is no webhook with these settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WebhookFout {
    /// The address cannot be used.
    #[error("webhook: {0}")]
    Adres(#[from] WebadresFout),
    /// The extra authority cannot be read.
    #[error("webhook: het certificaat van de extra uitgever is niet te lezen")]
    Wortel,
    /// TLS cannot be set up at all.
    #[error("webhook: een beveiligde verbinding is niet in te stellen")]
    Tls,
}

impl From<LijnFout> for WebhookFout {
    fn from(fout: LijnFout) -> Self {
        match fout {
            LijnFout::Wortel => Self::Wortel,
            LijnFout::Tls => Self::Tls,
        }
    }
}

impl Webhook {
    /// Checks the settings; nothing is sent.
    ///
    /// # Errors
    ///
    /// When the address is neither https nor this machine, or the authority cannot be read.
    pub fn try_new(instelling: WebhookInstelling, afzender: Afzender) -> Result<Self, WebhookFout> {
        let adres = webadres(&instelling.adres)?;
        Ok(Self {
            adres,
            afzender,
            sleutel: instelling.sleutel,
            termijn: Duration::from_secs(instelling.termijn_seconden.max(1)),
            klant: klant(instelling.extra_wortel.as_deref())?,
        })
    }
}

/// Told again it is the same event, with the same id and the same bytes; only the signature has the moment of
/// the delivery. A redirect is not followed: it would hand the event to somebody else.
#[async_trait]
impl Systeem for Webhook {
    async fn meld(&self, melding: &Feitmelding, nu_seconden: i64) -> Result<(), BezorgFout> {
        let lading = gebeurtenis::json(melding, &self.afzender);
        let verzoek = Request::post(self.adres.clone())
            .header(CONTENT_TYPE, MEDIATYPE)
            .header(HANDTEKENING, self.sleutel.onderteken(nu_seconden, lading.as_bytes()))
            .body(Full::new(Bytes::from(lading)))
            .map_err(|_| BezorgFout::Blijvend("het verzoek is niet te schrijven".to_owned()))?;
        match tokio::time::timeout(self.termijn, self.klant.request(verzoek)).await {
            Ok(Ok(antwoord)) => oordeel(antwoord.status()),
            Ok(Err(_)) => Err(BezorgFout::Tijdelijk("geen verbinding met de ontvanger".to_owned())),
            Err(_) => Err(BezorgFout::Tijdelijk("de ontvanger antwoordt niet op tijd".to_owned())),
        }
    }
}

/// Prints neither address nor secret.
impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Webhook(…)")
    }
}

/// With HTTP it is the other way round than with mail: 5xx passes, 4xx stays, save where it says "later".
fn oordeel(status: StatusCode) -> Result<(), BezorgFout> {
    const LATER: [StatusCode; 3] =
        [StatusCode::REQUEST_TIMEOUT, StatusCode::TOO_EARLY, StatusCode::TOO_MANY_REQUESTS];
    if status.is_success() {
        return Ok(());
    }
    let tekst = format!("de ontvanger antwoordt met {}", status.as_u16());
    if status.is_server_error() || LATER.contains(&status) {
        return Err(BezorgFout::Tijdelijk(tekst));
    }
    Err(BezorgFout::Blijvend(tekst))
}
