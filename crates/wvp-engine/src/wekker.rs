//! Wekker: a row per dossier at the day on which it needs a look. A tick reads the rows up to today, so
//! what it costs grows with what is due and not with the number of dossiers.

use std::collections::BTreeSet;

use async_trait::async_trait;
use wvp_domain::dag::wekker::eerstvolgende;
use wvp_domain::protocol::Protocol;
use wvp_domain::werkgever::{self, Werkgever};
use wvp_domain::{Datum, Dossier, DossierId, WerkgeverId};
use wvp_store::{Bereik, Record, StoreError, StroomId, Stroomsoort};

use crate::engine::Engine;
use crate::laden::BLADZIJDE;
use crate::volgen::{Leesmodel, RIJ, Rijen, volgende_sleutel};

/// Dossiers by the day on which they need a look.
pub(crate) const WEKKER: &str = "wekker";

/// The stored name of a new version of a protocol.
const PROTOCOL: &str = "ProtocolVastgesteld";

/// The read model.
pub(crate) struct Wekker;

#[async_trait]
impl Leesmodel for Wekker {
    type Rij = ();

    fn naam(&self) -> &'static str {
        WEKKER
    }

    async fn rijen(
        &self,
        engine: &Engine,
        id: DossierId,
        dossier: &Dossier,
    ) -> Result<Rijen<()>, StoreError> {
        let protocol = engine.protocol(dossier).await?;
        let dag = eerstvolgende(dossier, &protocol, engine.klok.vandaag());
        Ok(dag.map(|dag| (sleutel(dag, id), ())).into_iter().collect())
    }

    /// A new version of a protocol may hold for a dossier that began the same day.
    async fn geraakt(
        &self,
        engine: &Engine,
        records: &[Record],
    ) -> Result<BTreeSet<StroomId>, StoreError> {
        let nieuw = records
            .iter()
            .filter(|it| it.stroom.soort == Stroomsoort::Werkgever && it.type_naam == PROTOCOL);
        let werkgevers: BTreeSet<WerkgeverId> =
            nieuw.map(|record| WerkgeverId(record.stroom.id)).collect();
        if werkgevers.is_empty() {
            return Ok(BTreeSet::new());
        }
        let alle = engine.overzicht().await?.into_iter();
        let van = alle.filter(|rij| werkgevers.contains(&rij.werkgever));
        Ok(van.map(|rij| rij.dossier.into()).collect())
    }
}

impl Engine {
    /// The protocol of the employer that holds for a dossier; an empty one when there is none.
    pub(crate) async fn protocol(&self, dossier: &Dossier) -> Result<Protocol, StoreError> {
        let Some(melding) = dossier.ziekmelding.first() else { return Ok(Protocol::leeg()) };
        let (_, events) = self.laad::<werkgever::Event>(melding.werkgever.into()).await?;
        let werkgever: Werkgever = werkgever::replay(&events);
        let eerste = dossier.eerste_ziektedag();
        let geldend = eerste.and_then(|eerste| werkgever.protocol_voor(eerste).cloned());
        Ok(geldend.unwrap_or_else(Protocol::leeg))
    }

    /// A page of the dossiers that need a look up to a day (inclusive), after a key, with the key to go
    /// on from; none when there are no more.
    pub(crate) async fn aan_de_beurt(
        &self,
        dag: Datum,
        na: &[u8],
    ) -> Result<Option<(Vec<DossierId>, Vec<u8>)>, StoreError> {
        let einde = [[RIJ].as_slice(), &dagbytes(dag.volgende())].concat();
        let vanaf = if na.is_empty() { vec![RIJ] } else { na.to_vec() };
        let bereik = Bereik::VanTot(vanaf, einde);
        let rijen = self.modellen.reeks(WEKKER, bereik, BLADZIJDE).await?;
        let Some((laatste, _)) = rijen.last() else { return Ok(None) };
        let verder = volgende_sleutel(laatste);
        let dossiers = rijen.iter().filter_map(|(sleutel, _)| dossier(sleutel)).collect();
        Ok(Some((dossiers, verder)))
    }
}

fn sleutel(dag: Datum, id: DossierId) -> Vec<u8> {
    [dagbytes(dag).as_slice(), id.0.as_bytes()].concat()
}

/// Sorts by day: no day of this calendar lies before its start.
fn dagbytes(dag: Datum) -> [u8; 4] {
    dag.dagtelling().to_be_bytes()
}

fn dossier(sleutel: &[u8]) -> Option<DossierId> {
    let (_, id) = sleutel.split_at_checked(5)?;
    uuid::Uuid::from_slice(id).ok().map(DossierId)
}
