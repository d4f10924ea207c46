//! Mail over SMTP: a pool of lines to one server, encrypted unless the server is this machine.

mod brief;
mod instelling;

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::{Error, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use wvp_engine::{Bericht, BezorgFout, Notifier};
use wvp_lijn::certificaten;

pub use instelling::{Beveiliging, Inlog, InstelFout, SmtpInstelling};

use crate::post::Post;
use crate::sjabloon::Sjablonen;
use instelling::Gekeurd;

/// Carries messages to a mail server.
pub struct Smtp {
    /// Always there until the end: it may only be let go of inside the runtime.
    vervoer: Option<AsyncSmtpTransport<Tokio1Executor>>,
    looptijd: Handle,
    /// The pool bounds what it keeps, not what it opens.
    lijnen: Semaphore,
    sjablonen: Sjablonen,
    gekeurd: Gekeurd,
    termijn: Duration,
}

impl Smtp {
    /// Checks the settings. Nothing is sent, and the server need not be there yet. It is made inside a tokio
    /// runtime, and sends there.
    ///
    /// # Errors
    ///
    /// When mail would leave this machine without encryption, a setting cannot be read, or there is no runtime.
    pub fn try_new(instelling: &SmtpInstelling, sjablonen: Sjablonen) -> Result<Self, InstelFout> {
        let gekeurd = Gekeurd::try_new(instelling)?;
        let looptijd = Handle::try_current().map_err(|_| InstelFout::Looptijd)?;
        let lijnen_max = instelling.lijnen_max.max(1);
        let termijn = Duration::from_secs(instelling.termijn_seconden.max(1));
        let pool = PoolConfig::new().max_size(lijnen_max);
        let mut bouwer = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&instelling.host)
            .port(instelling.poort)
            .tls(tls(instelling)?)
            .timeout(Some(termijn))
            .pool_config(pool);
        if let Some(inlog) = &instelling.inlog {
            bouwer = bouwer.credentials(Credentials::new(
                inlog.naam.clone(),
                inlog.wachtwoord.as_str().to_owned(),
            ));
        }
        let lijnen = Semaphore::new(usize::try_from(lijnen_max).unwrap_or(Semaphore::MAX_PERMITS));
        let vervoer = Some(bouwer.build());
        Ok(Self { vervoer, looptijd, lijnen, sjablonen, gekeurd, termijn })
    }

    /// The templates, to put reminders into words for [`Smtp::verstuur`].
    #[must_use]
    pub fn sjablonen(&self) -> &Sjablonen {
        &self.sjablonen
    }

    /// Sends one message. Sent again it is the same message, byte by byte, with the same Message-ID.
    ///
    /// # Errors
    ///
    /// Temporary when trying again makes sense, permanent when the server will never take it.
    pub async fn verstuur(&self, post: &Post) -> Result<(), BezorgFout> {
        let brief = brief::brief(post, &self.gekeurd)?;
        let dicht = || BezorgFout::Tijdelijk("de post is al gesloten".to_owned());
        let vervoer = self.vervoer.as_ref().ok_or_else(dicht)?;
        let _lijn = self.lijnen.acquire().await.map_err(|_| dicht())?;
        // The library bounds connecting only; a server that falls silent later must not hold the rest up.
        match tokio::time::timeout(self.termijn, vervoer.send(brief)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(fout)) => Err(bezorgfout(&fout)),
            Err(_) => Err(BezorgFout::Tijdelijk("de mailserver antwoordt niet op tijd".to_owned())),
        }
    }

    /// The message as it would be sent.
    ///
    /// # Errors
    ///
    /// When it cannot be written as mail.
    pub fn brief(&self, post: &Post) -> Result<Message, BezorgFout> {
        brief::brief(post, &self.gekeurd)
    }
}

/// Prints nothing of it: settings name people and hold a password.
impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Smtp(…)")
    }
}

/// The pool closes its lines in tasks of their own, so it needs the runtime to end, too.
impl Drop for Smtp {
    fn drop(&mut self) {
        let _binnen = self.looptijd.enter();
        drop(self.vervoer.take());
    }
}

#[async_trait]
impl Notifier for Smtp {
    async fn bezorg(&self, bericht: &Bericht) -> Result<(), BezorgFout> {
        self.verstuur(&self.sjablonen.verwoord(bericht)?).await
    }
}

fn tls(instelling: &SmtpInstelling) -> Result<Tls, InstelFout> {
    if instelling.beveiliging == Beveiliging::Geen {
        return Ok(Tls::None);
    }
    let mut bouwer = TlsParameters::builder(instelling.host.clone());
    if let Some(pem) = &instelling.extra_wortel {
        certificaten(pem).map_err(|_| InstelFout::Wortel)?;
        let wortel = Certificate::from_pem(pem.as_bytes()).map_err(|_| InstelFout::Wortel)?;
        bouwer = bouwer.add_root_certificate(wortel);
    }
    let parameters = bouwer.build().map_err(|_| InstelFout::Tls)?;
    Ok(match instelling.beveiliging {
        Beveiliging::Tls => Tls::Wrapper(parameters),
        Beveiliging::Starttls | Beveiliging::Geen => Tls::Required(parameters),
    })
}

/// Answers that are about our log-in and not about the message (RFC 4954): mending a setting helps.
const OVER_DE_INLOG: [u16; 4] = [530, 534, 535, 538];

/// What the server said is left out, save its number: it may repeat the address.
fn bezorgfout(fout: &Error) -> BezorgFout {
    let code = fout.status().map(u16::from);
    match code {
        Some(code) if OVER_DE_INLOG.contains(&code) => {
            BezorgFout::Tijdelijk(format!("de mailserver weigert de inlog ({code})"))
        }
        Some(code) if fout.is_permanent() => {
            BezorgFout::Blijvend(format!("de mailserver weigert het bericht ({code})"))
        }
        Some(code) => {
            BezorgFout::Tijdelijk(format!("de mailserver neemt het nu niet aan ({code})"))
        }
        None if fout.is_timeout() => {
            BezorgFout::Tijdelijk("de mailserver antwoordt niet op tijd".to_owned())
        }
        None if fout.is_tls() => BezorgFout::Tijdelijk(
            "de verbinding met de mailserver is niet te beveiligen".to_owned(),
        ),
        None => BezorgFout::Tijdelijk("geen verbinding met de mailserver".to_owned()),
    }
}
