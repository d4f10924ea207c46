//! The one access decision, asked per compartment.

use wvp_access::{Handeling, Lezer, Omstandigheden, besluit, herkomst, mag_lezen, mag_schrijven};
use wvp_domain::{Compartiment, Dossier};
use wvp_store::Toegang;

use crate::bron::is_bron;
use crate::feiten::vastgesteld;
use crate::fout::{ExecuteError, Geweigerd};
use crate::gebruiker::Gebruiker;

/// The compartments that this person may read of this dossier now.
pub(crate) fn leesbaar(wie: &Gebruiker, omstandigheden: &Omstandigheden) -> Vec<Compartiment> {
    let mag = |compartiment: &Compartiment| mag_lezen(wie.lezer, *compartiment, omstandigheden);
    Compartiment::ALLE.into_iter().filter(mag).collect()
}

/// Asks that this person may write in each of these compartments of this dossier.
///
/// Who may not even read section A is told that there is no such dossier.
pub(crate) fn eis_schrijven(
    wie: &Gebruiker,
    dossier: &Dossier,
    compartimenten: &[Compartiment],
) -> Result<(), ExecuteError> {
    let omstandigheden = vastgesteld(dossier, wie);
    if !mag_lezen(wie.lezer, Compartiment::A, &omstandigheden) {
        return Err(ExecuteError::NietGevonden);
    }
    for compartiment in compartimenten {
        eis_compartiment(wie.lezer, *compartiment, &omstandigheden)?;
    }
    Ok(())
}

/// Asks that this reader may write in one compartment and is its source.
pub(crate) fn eis_compartiment(
    lezer: Lezer,
    compartiment: Compartiment,
    omstandigheden: &Omstandigheden,
) -> Result<(), Geweigerd> {
    if !is_bron(lezer, compartiment) {
        return Err(Geweigerd {
            regels: vec!["R-089", "R-097"],
            uitleg: "Deze gegevens komen van iemand anders. Alleen wie de bron is, mag ze \
                     vastleggen."
                .to_owned(),
        });
    }
    if mag_schrijven(lezer, compartiment, omstandigheden) {
        return Ok(());
    }
    let object = wvp_access::object(compartiment);
    let feiten = herkomst(compartiment, *omstandigheden);
    let nee = besluit(lezer, object, Handeling::Schrijven, &feiten);
    Err(Geweigerd { regels: nee.regels, uitleg: nee.uitleg })
}

/// The seals that may be opened for these compartments.
pub(crate) fn zegels(compartimenten: &[Compartiment]) -> Toegang {
    Toegang::tot(compartimenten.iter().copied())
}
