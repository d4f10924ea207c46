//! Alert: what reminders say is sent. First the fact, then a row in the outbox, then the message.

use tracing::{error, info, warn};
use uuid::Uuid;
use wvp_access::mag_lezen;
use wvp_domain::mijlpaal::herinnering::Gegeven;
use wvp_domain::{Compartiment, DossierId, Event, replay};
use wvp_store::leesmodel::Rij;
use wvp_store::{Bereik, Positie, Record, StoreError, StroomId, Stroomsoort, Versie, Wijziging};

use crate::bericht::{Notifier, opstellen};
use crate::engine::Engine;
use crate::fout::is_van_een_stroom;
use crate::laden::{BLADZIJDE, Gelezen};
use crate::terugval;
use crate::volgen::volgende_sleutel;

/// Messages that wait to be sent, by position of the reminder in the log.
const UITGAAND: &str = "uitgaand";
/// The stored name of a reminder.
const HERINNERING: &str = "HerinneringGegeven";
/// After the key of every position.
const NA_ALLES: [u8; 9] = [u8::MAX; 9];

/// What an alert run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gemeld {
    /// Messages delivered.
    pub bezorgd: usize,
    /// Messages that wait: delivery failed, or there is no address yet.
    pub wachtend: usize,
    /// Messages that will never be sent: the dossier was erased or closed, or the receiver may not
    /// know of it.
    pub vervallen: usize,
}

/// A message that waits: where its reminder stands in the log. What it says is not copied.
struct Uitgaand {
    stroom: StroomId,
    versie: Versie,
}

/// What became of a message.
enum Lot {
    Bezorgd,
    Wacht,
    Vervalt,
}

impl Engine {
    /// Sends what reminders say. A message that cannot be delivered waits without holding up the
    /// rest; after a crash a message may be offered again with the same id.
    ///
    /// # Errors
    ///
    /// When the store fails. A dossier that is damaged keeps its messages waiting; the rest goes on.
    pub async fn alert(&self, kanaal: &dyn Notifier) -> Result<Gemeld, StoreError> {
        self.vul_uitgaand().await?;
        let mut gemeld = Gemeld::default();
        let mut vanaf = vec![];
        loop {
            let rijen = self.wachtend(vanaf).await?;
            let Some((laatste, _)) = rijen.last() else { break };
            vanaf = volgende_sleutel(laatste);
            for (sleutel, waarde) in rijen {
                let lot = self.handel_af(&waarde, kanaal).await?;
                *match lot {
                    Lot::Bezorgd => &mut gemeld.bezorgd,
                    Lot::Wacht => &mut gemeld.wachtend,
                    Lot::Vervalt => &mut gemeld.vervallen,
                } += 1;
                if !matches!(lot, Lot::Wacht) {
                    self.wis_uitgaand(&sleutel).await?;
                }
            }
        }
        if gemeld != Gemeld::default() {
            let Gemeld { bezorgd, wachtend, vervallen } = gemeld;
            info!(bezorgd, wachtend, vervallen, "gemeld");
        }
        Ok(gemeld)
    }

    /// A page of the outbox, oldest first.
    async fn wachtend(&self, vanaf: Vec<u8>) -> Result<Vec<Rij>, StoreError> {
        self.modellen.reeks(UITGAAND, Bereik::VanTot(vanaf, NA_ALLES.to_vec()), BLADZIJDE).await
    }

    /// Puts every reminder that came since in the outbox.
    async fn vul_uitgaand(&self) -> Result<(), StoreError> {
        loop {
            let oud = self.modellen.controlepunt(UITGAAND).await?;
            let records = self.bladzijde(oud.unwrap_or(Positie::BEGIN)).await?;
            let Some(laatste) = records.last() else { return Ok(()) };
            let wijzigingen = records.iter().filter(|it| is_herinnering(it)).map(als_uitgaand);
            let wijzigingen = wijzigingen.collect();
            match self.modellen.schrijf(UITGAAND, oud, laatste.positie, wijzigingen).await {
                // Another engine was first: go on from where it is now.
                Ok(()) | Err(StoreError::Checkpoint { .. }) => {}
                Err(fout) => return Err(fout),
            }
        }
    }

    async fn handel_af(&self, waarde: &[u8], kanaal: &dyn Notifier) -> Result<Lot, StoreError> {
        let Some(rij) = Uitgaand::uit_bytes(waarde) else {
            error!("onleesbare rij in de uitgaande berichten");
            return Ok(Lot::Vervalt);
        };
        match self.bezorg(&rij, kanaal).await {
            Err(fout) if is_van_een_stroom(&fout) => {
                error!(stroom = %rij.stroom, %fout, "bericht wacht");
                Ok(Lot::Wacht)
            }
            uitkomst => uitkomst,
        }
    }

    async fn bezorg(&self, rij: &Uitgaand, kanaal: &dyn Notifier) -> Result<Lot, StoreError> {
        let dossier = DossierId(rij.stroom.id);
        let Some(geladen) = self.laad_dossier(dossier).await? else { return Ok(Lot::Vervalt) };
        let staat = replay(geladen.gelezen.iter().map(|it| &it.event));
        let gelezen = geladen.gelezen.iter().find(|it| it.versie == rij.versie);
        let Some((id, feit)) = gelezen.and_then(herinnering).filter(|_| !staat.is_gesloten())
        else {
            // Erased, or closed by now: there is nothing left to do.
            return Ok(Lot::Vervalt);
        };
        let Some((lezer, aan)) = self.adres(dossier, &staat, feit.sleutel.aan).await? else {
            warn!(bericht = %id, "geen adres");
            return Ok(Lot::Wacht);
        };
        if !mag_lezen(lezer, Compartiment::A, &terugval::ontvanger(lezer)) {
            warn!(bericht = %id, "ontvanger mag dit niet weten");
            return Ok(Lot::Vervalt);
        }
        match kanaal.bezorg(&opstellen(id, dossier, &aan, feit)).await {
            Ok(()) => Ok(Lot::Bezorgd),
            Err(fout) => {
                warn!(bericht = %id, %fout, "niet bezorgd");
                Ok(Lot::Wacht)
            }
        }
    }

    async fn wis_uitgaand(&self, sleutel: &[u8]) -> Result<(), StoreError> {
        loop {
            let nu = self.modellen.controlepunt(UITGAAND).await?;
            let nieuw = nu.unwrap_or(Positie::BEGIN);
            let wissen = vec![Wijziging::Wis(sleutel.to_vec())];
            match self.modellen.schrijf(UITGAAND, nu, nieuw, wissen).await {
                // Another engine moved the outbox on: wipe from where it is now.
                Err(StoreError::Checkpoint { .. }) => {}
                uitkomst => return uitkomst,
            }
        }
    }
}

impl Uitgaand {
    fn bytes(&self) -> Vec<u8> {
        [self.stroom.bytes().as_slice(), &self.versie.0.to_be_bytes()].concat()
    }

    fn uit_bytes(bytes: &[u8]) -> Option<Self> {
        let (stroom, versie) = bytes.split_at_checked(StroomId::BYTES)?;
        let versie = Versie(u64::from_be_bytes(versie.try_into().ok()?));
        Some(Self { stroom: StroomId::uit_bytes(stroom)?, versie })
    }
}

fn is_herinnering(record: &Record) -> bool {
    record.stroom.soort == Stroomsoort::Dossier && record.type_naam == HERINNERING
}

fn als_uitgaand(record: &Record) -> Wijziging {
    let rij = Uitgaand { stroom: record.stroom, versie: record.versie };
    Wijziging::Zet(record.positie.0.to_be_bytes().to_vec(), rij.bytes())
}

fn herinnering(gelezen: &Gelezen<Event>) -> Option<(Uuid, &Gegeven)> {
    let Event::HerinneringGegeven(e) = &gelezen.event else { return None };
    Some((gelezen.id.0, &e.a))
}
