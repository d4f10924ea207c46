//! The medical part as a file: in the open for who may read it, or under a password.

use sha2::{Digest as _, Sha256};
use wvp_engine::{Gesloten as Verzegeld, GeslotenFout, MedischeInvoer, Wachtwoordtekst, nieuw_id};
use wvp_reports::stukken::{MedischeInformatie, medische_informatie};
use wvp_reports::{Gesloten, RapportFout, Toeval, Wachtwoord};
use zeroize::Zeroizing;

use crate::verslag::kop;

/// Typesets the medical part.
///
/// # Errors
///
/// [`RapportFout`].
pub fn gesloten(invoer: &MedischeInvoer) -> Result<Gesloten, RapportFout> {
    let MedischeInvoer { over, a, c, bij_analyse } = invoer;
    let kop = kop(over);
    medische_informatie(&MedischeInformatie { kop: &kop, a, c, bij_analyse: bij_analyse.as_ref() })
}

/// Chance for one sealed file: of each id 122 bits are random, so the key has more than its 256.
#[must_use]
pub fn toeval() -> Toeval {
    let som = [nieuw_id(), nieuw_id(), nieuw_id()]
        .iter()
        .fold(Sha256::new(), |som, id| som.chain_update(id.as_bytes()));
    Toeval { sleutel: Zeroizing::new(som.finalize().into()), kenmerk: nieuw_id().into_bytes() }
}

/// The medical part under a password.
pub(crate) fn met_wachtwoord(
    invoer: &MedischeInvoer,
    wachtwoord: Wachtwoordtekst,
) -> Result<Verzegeld, GeslotenFout> {
    let wachtwoord = Wachtwoord::try_new(wachtwoord);
    let wachtwoord = wachtwoord.map_err(|fout| GeslotenFout::Wachtwoord(fout.to_string()))?;
    let opmaak = |fout: &dyn std::error::Error| GeslotenFout::Opmaak(fout.to_string());
    let deel = gesloten(invoer).map_err(|fout| opmaak(&fout))?;
    let pdf = deel.met_wachtwoord(&wachtwoord, &toeval()).map_err(|fout| opmaak(&fout))?;
    Ok(Verzegeld { naam: pdf.bestandsnaam, inhoud: pdf.inhoud })
}
