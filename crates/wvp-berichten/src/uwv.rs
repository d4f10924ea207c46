//! Previews of messages to UWV. Nothing is sent and nothing is recorded.

use wvp_engine::Berichtgegevens;
use wvp_uitwisseling::uwv::{Aanvulling, Bericht, Bron, Gemis, Soort, opmaken};

/// The message of a kind, of what somebody may read and what is not in the dossier.
///
/// # Errors
///
/// Everything that misses, with where it is filled in.
pub fn uwv_bericht(
    soort: Soort,
    gelezen: &Berichtgegevens,
    aanvulling: &Aanvulling,
) -> Result<Bericht, Vec<Gemis>> {
    let bron = Bron {
        dossier: &gelezen.dossier,
        persoon: gelezen.wie.persoon.as_ref(),
        bsn: gelezen.wie.bsn.as_deref(),
        bedrijf: gelezen.wie.bedrijf.as_ref(),
        referentie: gelezen.referentie(soort.woord()),
    };
    opmaken(soort, &bron, aanvulling)
}
