//! The medical part as a file: in the open for who may read it, or under a password.

use sha2::{Digest as _, Sha256};
use wvp_engine::{MedischeInvoer, nieuw_id};
use wvp_reports::stukken::{MedischeInformatie, medische_informatie};
use wvp_reports::{Gesloten, RapportFout, Toeval};
use zeroize::Zeroizing;

use super::kop;

/// Typesets the medical part.
///
/// # Errors
///
/// [`RapportFout`].
pub(crate) fn gesloten(invoer: &MedischeInvoer) -> Result<Gesloten, RapportFout> {
    let MedischeInvoer { over, a, c, bij_analyse } = invoer;
    let kop = kop(over);
    medische_informatie(&MedischeInformatie { kop: &kop, a, c, bij_analyse: bij_analyse.as_ref() })
}

/// Chance for one sealed file: of each id 122 bits are random, so the key has more than its 256.
pub(crate) fn toeval() -> Toeval {
    let som = [nieuw_id(), nieuw_id(), nieuw_id()]
        .iter()
        .fold(Sha256::new(), |som, id| som.chain_update(id.as_bytes()));
    Toeval { sleutel: Zeroizing::new(som.finalize().into()), kenmerk: nieuw_id().into_bytes() }
}
