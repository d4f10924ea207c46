//! What every backend has to prove. A backend calls [`gebeurtenissen`], [`leesmodellen`] and
//! [`huren()`] with a factory of empty stores; every proof gets a store of its own.

mod herhaling;
mod huren;
mod lezen;
mod rijen;
mod schrijven;

use std::sync::Arc;

use thiserror::Error;
use uuid::Uuid;
use wvp_domain::Compartiment;

use crate::fout::StoreError;
use crate::huur::Huren;
use crate::keyring::SleutelId;
use crate::leesmodel::Leesmodellen;
use crate::record::{Letter, NieuwRecord, VerzegeldeSectie};
use crate::store::{EventStore, Toevoeging, Verwacht};
use crate::stroom::{GebeurtenisId, Moment, StroomId, Stroomsoort, Versie};

/// A promise that a backend does not keep.
#[derive(Debug, Error)]
pub enum Afwijking {
    /// What was found is not what was promised.
    #[error("{0}")]
    Anders(String),
    /// The store failed where it should not.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The outcome of a proof.
pub type Uitslag = Result<(), Afwijking>;

/// Proves what an event store promises.
///
/// # Errors
///
/// The first promise that is not kept.
pub async fn gebeurtenissen(leeg: impl AsyncFn() -> Arc<dyn EventStore>) -> Uitslag {
    schrijven::verwachting_bij_schrijven(&*leeg().await).await?;
    schrijven::verwachting_zonder_schrijven(&*leeg().await).await?;
    schrijven::een_zinloos_verzoek_heeft_een_eigen_fout(&*leeg().await).await?;
    schrijven::elke_botsing_wordt_genoemd(&*leeg().await).await?;
    schrijven::niets_of_alles_over_stromen(&*leeg().await).await?;
    schrijven::verweven_delen_tellen_door(&*leeg().await).await?;
    schrijven::een_zegel_past_op_een_versie(&*leeg().await).await?;
    schrijven::wedloop(leeg().await, Verwacht::Elke).await?;
    schrijven::wedloop(leeg().await, Verwacht::Geen).await?;
    schrijven::wedloop(leeg().await, Verwacht::Precies(Versie(1))).await?;
    schrijven::wedloop(leeg().await, Verwacht::Bestaat).await?;
    schrijven::wedloop_met_toets(leeg().await).await?;
    schrijven::na_sluiten_wordt_geweigerd(&*leeg().await).await?;
    herhaling::herhaling_geeft_het_eerste_antwoord(&leeg).await?;
    herhaling::ander_gezelschap_is_geen_herhaling(&leeg).await?;
    herhaling::herhaling_over_stromen(&*leeg().await).await?;
    herhaling::wedloop_van_herhalingen(leeg().await).await?;
    lezen::posities_zonder_gaten(&*leeg().await).await?;
    lezen::stroom_vooruit_en_achteruit(&*leeg().await).await?;
    lezen::stromen_tegelijk(&*leeg().await).await?;
    lezen::record_komt_terug_zoals_het_ging(&*leeg().await).await?;
    lezen::ketting_sluit(&*leeg().await).await?;
    lezen::stromen_per_soort(&*leeg().await).await?;
    lezen::volgen_haalt_in_en_wacht(leeg().await).await?;
    lezen::volgen_eindigt_met_de_opslag(leeg().await).await
}

/// Proves what storage of read models promises.
///
/// # Errors
///
/// The first promise that is not kept.
pub async fn leesmodellen(leeg: impl AsyncFn() -> Arc<dyn Leesmodellen>) -> Uitslag {
    rijen::rijen_en_controlepunt_gaan_samen(&*leeg().await).await?;
    rijen::een_ander_controlepunt_schrijft_niets(&*leeg().await).await?;
    rijen::bereik_in_volgorde(&*leeg().await).await?;
    rijen::wissen_raakt_een_model(&*leeg().await).await
}

/// Proves what leases promise.
///
/// # Errors
///
/// The first promise that is not kept.
pub async fn huren(leeg: impl AsyncFn() -> Arc<dyn Huren>) -> Uitslag {
    huren::werk_is_van_een_tegelijk(&*leeg().await).await?;
    huren::het_hek_stijgt_bij_elke_huur(&*leeg().await).await?;
    huren::verlengen_kan_alleen_de_laatste(&*leeg().await).await?;
    huren::een_oude_huur_schrijft_niets(&*leeg().await).await?;
    huren::wedloop_om_werk(leeg().await).await
}

/// A dossier stream with this number.
#[must_use]
pub fn stroom(nummer: u128) -> StroomId {
    StroomId { soort: Stroomsoort::Dossier, id: Uuid::from_u128(nummer) }
}

/// A record with this number as its event id, and a section that stands for ciphertext.
#[must_use]
pub fn record(nummer: u128) -> NieuwRecord {
    let sectie = VerzegeldeSectie {
        letter: Letter::A,
        compartiment: Compartiment::A,
        sleutel: SleutelId(7),
        nonce: [3; 12],
        cijfertekst: nummer.to_be_bytes().repeat(8),
    };
    NieuwRecord {
        id: GebeurtenisId(Uuid::from_u128(nummer)),
        type_naam: "Proef".to_owned(),
        schema: 1,
        moment: Moment(1_700_000_000_000_000),
        voor: None,
        secties: vec![sectie],
    }
}

/// An addition of records with these numbers.
pub fn deel(
    stroom: StroomId,
    verwacht: Verwacht,
    nummers: impl IntoIterator<Item = u128>,
) -> Toevoeging {
    Toevoeging { stroom, verwacht, records: nummers.into_iter().map(record).collect() }
}

fn eis(klopt: bool, belofte: &str) -> Uitslag {
    if klopt { Ok(()) } else { Err(Afwijking::Anders(belofte.to_owned())) }
}

fn eis_gelijk<T: PartialEq + std::fmt::Debug>(gevonden: &T, beloofd: &T, wat: &str) -> Uitslag {
    eis(gevonden == beloofd, &format!("{wat}: {gevonden:?} in plaats van {beloofd:?}"))
}
