//! Verifying: every record against its hash, the one before it in its stream, its position and its
//! seals; and the end of the log against the counter.

use wvp_store::anker::Anker;
use wvp_store::verificatie::{Afwijkingen, Bevinding, Gang, Verslag};
use wvp_store::{EventStore as _, Positie, Sleutelbos, StoreError};

use crate::fout::vreemd;
use crate::lezen::ALLES;
use crate::rij::{Gelezen, getal, lees, schade};
use crate::store::PostgresStore;

const BLADZIJDE: i64 = 1000;

/// Verifies the log up to where it ends now. Others may go on writing meanwhile.
///
/// # Errors
///
/// [`StoreError::Unavailable`] when it cannot be read.
pub async fn verifieer(
    store: &PostgresStore,
    sleutelbos: &dyn Sleutelbos,
) -> Result<Verslag, StoreError> {
    loop_na(store, sleutelbos, None).await.map(|(verslag, _)| verslag)
}

/// Verifies the log, and holds it against an anchor that was made before: answers every stream that
/// was rewritten or cut off, or is missing, with the version that the anchor knows.
///
/// # Errors
///
/// As [`verifieer`].
pub async fn verifieer_tegen(
    store: &PostgresStore,
    sleutelbos: &dyn Sleutelbos,
    anker: &Anker,
) -> Result<(Verslag, Afwijkingen), StoreError> {
    loop_na(store, sleutelbos, Some(anker)).await
}

/// Walks the log up to where it ends now.
async fn loop_na(
    store: &PostgresStore,
    sleutelbos: &dyn Sleutelbos,
    anker: Option<&Anker>,
) -> Result<(Verslag, Afwijkingen), StoreError> {
    let kop = store.lezer().kop().await?;
    let mut gang = Gang::new(sleutelbos, anker);
    let mut tot = Positie::BEGIN;
    while tot < kop {
        let rijen = store.voorraad.lees(ALLES, &[&getal(tot.0), &BLADZIJDE]).await?;
        if rijen.is_empty() {
            break;
        }
        for rij in &rijen {
            tot = neem(&mut gang, tot, lees(rij).ok_or_else(vreemd)?).await?;
        }
    }
    // Records that were stored meanwhile lie beyond the end that was asked for.
    noem_weg(&mut gang, tot, kop.volgende().max(tot.volgende()));
    Ok(gang.sluit(store.kop().max(kop)))
}

/// Takes in what stands after a position; answers its own.
async fn neem(gang: &mut Gang<'_>, na: Positie, gelezen: Gelezen) -> Result<Positie, StoreError> {
    match gelezen {
        Gelezen::Heel(record) => {
            noem_weg(gang, na, record.positie);
            let plek = schade(record.positie, Some(record.stroom), Some(record.versie));
            gang.neem(&record, plek).await?;
            Ok(record.positie)
        }
        Gelezen::Beschadigd(schade) => {
            noem_weg(gang, na, Positie(schade.offset));
            gang.neem_schade(schade, Bevinding::Onleesbaar);
            Ok(Positie(schade.offset))
        }
    }
}

/// Names the positions that are missing between two.
fn noem_weg(gang: &mut Gang<'_>, na: Positie, tot: Positie) {
    for positie in na.volgende().0..tot.0 {
        gang.neem_schade(schade(Positie(positie), None, None), Bevinding::Weg);
    }
}
