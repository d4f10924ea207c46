//! The server in this process, on an engine that a test holds too.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context as _;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use wvp_engine::Engine;
use wvp_kanalen::Openheid;
use wvp_kanalen::agenda::AgendaInstelling;
use wvp_papieren::Pers;
use wvp_server::instellingen::Instellingen;
use wvp_server::{Dienst, DienstFout};

use crate::klant::Klant;

/// A running server.
#[derive(Debug)]
pub struct Bediend {
    /// Where it listens.
    pub adres: SocketAddr,
    stop: oneshot::Sender<()>,
    taak: JoinHandle<Result<(), DienstFout>>,
}

impl Bediend {
    /// Serves an engine on a free port of this machine, with something set otherwise.
    ///
    /// # Errors
    ///
    /// When there is no port.
    pub fn start(engine: Engine, anders: impl FnOnce(&mut Instellingen)) -> anyhow::Result<Self> {
        let mut instellingen = Instellingen::op(SocketAddr::from(([127, 0, 0, 1], 0)));
        instellingen.agenda = Some(AgendaInstelling::try_new(Openheid::Stil, "agenda.example")?);
        anders(&mut instellingen);
        let dienst = Dienst::bind(engine, Arc::new(Pers), instellingen)?;
        let adres = dienst.adres()?;
        let (stop, gestopt) = oneshot::channel::<()>();
        let taak = tokio::spawn(dienst.draai(async move { drop(gestopt.await) }));
        Ok(Self { adres, stop, taak })
    }

    /// Somebody who is not known yet.
    #[must_use]
    pub fn klant(&self) -> Klant {
        Klant::van(self.adres)
    }

    /// Stops it, when what runs is done.
    ///
    /// # Errors
    ///
    /// When it stopped by itself before.
    pub async fn stop(self) -> anyhow::Result<()> {
        self.stop.send(()).ok().context("the server stopped by itself")?;
        Ok(self.taak.await??)
    }
}
