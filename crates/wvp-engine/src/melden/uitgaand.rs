//! The outbox: a row per message and way that is not settled yet, by the position of the event behind it.
//! What a message says is not copied; the row says where it stands in the log.

use tracing::error;
use wvp_domain::bezorging::Kanaal;
use wvp_store::Huur;
use wvp_store::leesmodel::Rij;
use wvp_store::{
    Bereik, Moment, Positie, Record, StoreError, StroomId, Stroomsoort, Versie, Wijziging,
};

use crate::engine::Engine;
use crate::laden::BLADZIJDE;
use crate::volgen::volgende_sleutel;

/// The stored names of the facts that become a message: a reminder, a request, a message that was given up, and one
/// that is tried again after all.
const WORDT_BERICHT: [(Stroomsoort, &str); 5] = [
    (Stroomsoort::Dossier, "HerinneringGegeven"),
    (Stroomsoort::Dossier, "StapherinneringGegeven"),
    (Stroomsoort::Dossier, "StukkenGevraagd"),
    (Stroomsoort::Bezorging, "BezorgingOpgegeven"),
    HERVAT,
];
const HERVAT: (Stroomsoort, &str) = (Stroomsoort::Bezorging, "BezorgingHervat");
/// After the key of every position.
const NA_ALLES: [u8; 9] = [u8::MAX; 9];

/// A message that waits: where its event stands in the log, and from when on it may be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Uitgaand {
    pub(super) stroom: StroomId,
    pub(super) versie: Versie,
    pub(super) niet_voor: Moment,
}

impl Uitgaand {
    pub(super) fn bytes(&self) -> Vec<u8> {
        let (versie, niet_voor) = (self.versie.0.to_be_bytes(), self.niet_voor.0.to_be_bytes());
        [self.stroom.bytes().as_slice(), &versie, &niet_voor].concat()
    }

    fn uit_bytes(bytes: &[u8]) -> Option<Self> {
        let (stroom, rest) = bytes.split_at_checked(StroomId::BYTES)?;
        let (versie, niet_voor) = rest.split_at_checked(8)?;
        Some(Self {
            stroom: StroomId::uit_bytes(stroom)?,
            versie: Versie(u64::from_be_bytes(versie.try_into().ok()?)),
            niet_voor: Moment(i64::from_be_bytes(niet_voor.try_into().ok()?)),
        })
    }
}

/// The outbox of one way.
pub(super) fn model(kanaal: Kanaal) -> &'static str {
    match kanaal {
        Kanaal::Mail => "uitgaand",
        Kanaal::Webhook => "uitgaand_webhook",
    }
}

impl Engine {
    /// Puts everything that came since and becomes a message in the outbox.
    pub(super) async fn vul_uitgaand(&self, kanaal: Kanaal) -> Result<(), StoreError> {
        let model = model(kanaal);
        loop {
            let oud = self.modellen.controlepunt(model).await?;
            if oud.is_none() && kanaal == Kanaal::Webhook {
                // A system that begins to listen is not told the past.
                let kop = self.store.kop();
                match self.modellen.schrijf(model, None, kop, vec![]).await {
                    Ok(()) | Err(StoreError::Checkpoint { .. }) => continue,
                    Err(fout) => return Err(fout),
                }
            }
            let records = self.bladzijde(oud.unwrap_or(Positie::BEGIN)).await?;
            let Some(laatste) = records.last() else { return Ok(()) };
            let wijzigingen = records.iter().filter(|it| gaat_uit(it, kanaal)).map(als_uitgaand);
            let wijzigingen = wijzigingen.collect();
            match self.modellen.schrijf(model, oud, laatste.positie, wijzigingen).await {
                // Another engine was first: go on from where it is now.
                Ok(()) | Err(StoreError::Checkpoint { .. }) => {}
                Err(fout) => return Err(fout),
            }
        }
    }

    /// A page of the outbox after a key, oldest first, with the key to go on from. A row that cannot be
    /// read is left where it is.
    pub(super) async fn wachtend(
        &self,
        kanaal: Kanaal,
        na: &[u8],
    ) -> Result<(Vec<(Vec<u8>, Uitgaand)>, Option<Vec<u8>>), StoreError> {
        let bereik = Bereik::VanTot(na.to_vec(), NA_ALLES.to_vec());
        let rijen: Vec<Rij> = self.modellen.reeks(model(kanaal), bereik, BLADZIJDE).await?;
        let verder = rijen.last().map(|(sleutel, _)| volgende_sleutel(sleutel));
        let leesbaar = rijen.into_iter().filter_map(|(sleutel, waarde)| {
            let rij = Uitgaand::uit_bytes(&waarde);
            if rij.is_none() {
                error!("onleesbare rij in de uitgaande berichten");
            }
            Some((sleutel, rij?))
        });
        Ok((leesbaar.collect(), verder))
    }

    /// Changes one row of the outbox, as long as the lease is the newest.
    pub(super) async fn wijzig_uitgaand(
        &self,
        huur: &Huur,
        kanaal: Kanaal,
        wijziging: Wijziging,
    ) -> Result<(), StoreError> {
        let model = model(kanaal);
        loop {
            let nu = self.modellen.controlepunt(model).await?;
            let nieuw = nu.unwrap_or(Positie::BEGIN);
            let wijzigingen = vec![wijziging.clone()];
            match self.modellen.schrijf_onder(huur, model, nu, nieuw, wijzigingen).await {
                // Another engine moved the outbox on: change it from where it is now.
                Err(StoreError::Checkpoint { .. }) => {}
                uitkomst => return uitkomst,
            }
        }
    }
}

/// Another system hears of every fact in a dossier; people hear of what is theirs to do.
fn gaat_uit(record: &Record, kanaal: Kanaal) -> bool {
    let naam = (record.stroom.soort, record.type_naam.as_str());
    match kanaal {
        Kanaal::Mail => WORDT_BERICHT.contains(&naam),
        Kanaal::Webhook => record.stroom.soort == Stroomsoort::Dossier || naam == HERVAT,
    }
}

fn als_uitgaand(record: &Record) -> Wijziging {
    let niet_voor = Moment(i64::MIN);
    let rij = Uitgaand { stroom: record.stroom, versie: record.versie, niet_voor };
    Wijziging::Zet(record.positie.0.to_be_bytes().to_vec(), rij.bytes())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use wvp_store::{Moment, StroomId, Stroomsoort, Versie};

    use super::Uitgaand;

    #[test]
    fn een_rij_komt_terug_zoals_zij_ging() {
        let stroom = StroomId { soort: Stroomsoort::Bezorging, id: Uuid::from_u128(7) };
        let rij = Uitgaand { stroom, versie: Versie(3), niet_voor: Moment(-5) };
        assert_eq!(Uitgaand::uit_bytes(&rij.bytes()), Some(rij));
        assert_eq!(Uitgaand::uit_bytes(&rij.bytes()[1..]), None);
    }
}
