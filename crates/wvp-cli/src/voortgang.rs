//! Progress while the embedded store takes its journal in; draws on a terminal only.

use std::sync::Arc;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use wvp_store_sled::{Instellingen, Voortgang};

/// From so many bytes on it takes long enough to show.
const VANAF: u64 = 32 << 20;

/// The settings of a store that the command line opens.
pub(crate) fn instellingen() -> Instellingen {
    let balk = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    let stijl = ProgressStyle::with_template("index {bar:60} {bytes}/{total_bytes}");
    balk.set_style(stijl.unwrap_or_else(|_| ProgressStyle::default_bar()));
    let toon = move |Voortgang { gelezen, totaal }: Voortgang| {
        if totaal < VANAF {
            return;
        }
        if balk.length() != Some(totaal) {
            balk.set_draw_target(ProgressDrawTarget::stderr());
            balk.set_length(totaal);
        }
        balk.set_position(gelezen);
        if gelezen >= totaal {
            balk.finish_and_clear();
        }
    };
    Instellingen { voortgang: Arc::new(toon), ..Instellingen::default() }
}
