//! The log lines of this process, kept.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use tracing::Level;
use tracing_subscriber::fmt::MakeWriter;

/// The log lines of this process.
#[derive(Debug, Clone, Default)]
pub struct Logboek(Arc<Mutex<Vec<u8>>>);

impl Logboek {
    /// Keeps every line of this process from now on, however small.
    ///
    /// # Errors
    ///
    /// When somebody else keeps them already.
    pub fn begin() -> anyhow::Result<Self> {
        let logboek = Self::default();
        let lijn = tracing_subscriber::fmt()
            .with_max_level(Level::TRACE)
            .with_writer(logboek.clone())
            .finish();
        tracing::subscriber::set_global_default(lijn)?;
        Ok(logboek)
    }

    /// The lines so far.
    #[must_use]
    pub fn regels(&self) -> Vec<u8> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl io::Write for Logboek {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Logboek {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}
