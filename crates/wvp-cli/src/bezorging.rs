//! Where messages go from the command line: a mail server, a folder or the terminal; and another system.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use wvp_engine::{Afnemer, Notifier};
use wvp_kanalen::Webhook;

use crate::berichten::Postmap;
use crate::post::Post;
use crate::scherm::Scherm;
use crate::webhook::Melding;

#[derive(Debug, Args)]
pub(crate) struct Bezorging {
    /// De map waarin de berichten als .eml komen; standaard komen ze op het scherm
    #[arg(long, value_name = "MAP", help_heading = "Opties", conflicts_with = "mail")]
    pub(crate) berichten: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) post: Post,
    #[command(flatten)]
    pub(crate) melding: Melding,
}

impl Bezorging {
    /// The way that was asked for.
    ///
    /// # Errors
    ///
    /// When a setting or a template cannot be used, or the folder cannot be made.
    pub(crate) fn kanaal(&self) -> anyhow::Result<Arc<dyn Notifier>> {
        if let Some(smtp) = self.post.smtp()? {
            return Ok(Arc::new(smtp));
        }
        Ok(match &self.berichten {
            Some(map) => Arc::new(Postmap::try_new(map)?),
            None => Arc::new(Scherm),
        })
    }

    /// The other system that was asked for, and as whom it reads.
    ///
    /// # Errors
    ///
    /// When a setting cannot be used.
    pub(crate) fn webhook(&self) -> anyhow::Result<Option<(Webhook, Afnemer)>> {
        self.melding.webhook()
    }
}
