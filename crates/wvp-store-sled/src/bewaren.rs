//! A backup of the store as an archive, also while a process works with it.

use std::path::Path;

use wvp_store::archief::{ArchiefFout, ArchiefSchrijver, Bewaard};
use wvp_store::keyring::{Bewijs, SleutelKopie};
use wvp_store::{Moment, StoreError};

use crate::scan::Vondst;
use crate::verifieer::Journaal;

/// Writes all that is durable in a store to a new archive, with the certificates of destroyed keys.
/// Needs no lock: the journal is only ever added to. Only whole groups are taken, each with
/// all that shared its sync; the last may be one whose sync still runs, so that nobody was told of it.
///
/// # Errors
///
/// [`ArchiefFout::Store`] when the journal is damaged or cut off: then no archive is left, because
/// it would be taken for a whole one. Otherwise what writing failed on.
pub async fn bewaar(opslag: &Path, naar: &Path, moment: Moment) -> Result<Bewaard, ArchiefFout> {
    let mut archief = ArchiefSchrijver::begin(naar, moment)?;
    let mut journaal = Journaal::open_ernaast(opslag)?;
    while let Some(vondst) = journaal.vondsten.recv().await {
        match vondst {
            Vondst::Record(geplaatst) => archief.neem(&geplaatst.record)?,
            Vondst::Schade(schade) => return Err(StoreError::Damaged(schade).into()),
            Vondst::Tot(..) => {}
        }
    }
    let (einde, bekend) = journaal.einde().await?;
    if einde.kop < bekend {
        let weg = format!("posities {} tot en met {bekend} ontbreken", einde.kop.volgende());
        return Err(StoreError::Unavailable(weg).into());
    }
    // Read after the log: what was destroyed meanwhile is destroyed in the archive too.
    let bewijzen: Vec<Bewijs> = SleutelKopie::van(opslag)?.bewijzen().to_vec();
    bewijzen.iter().try_for_each(|bewijs| archief.neem_bewijs(bewijs))?;
    archief.sluit()
}
