//! Where messages go from the command line: a mail server, a folder or the terminal.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use wvp_engine::Notifier;

use crate::berichten::Postmap;
use crate::post::Post;
use crate::scherm::Scherm;

#[derive(Debug, Args)]
pub(crate) struct Bezorging {
    /// De map waarin de berichten als .eml komen; standaard komen ze op het scherm
    #[arg(long, value_name = "MAP", help_heading = "Opties", conflicts_with = "mail")]
    berichten: Option<PathBuf>,
    #[command(flatten)]
    post: Post,
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
}
