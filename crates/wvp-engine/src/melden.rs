//! Alert: what reminders say is sent. First the fact, then a row in the outbox, then the message, then
//! what came of it, as a fact.
//!
//! One node sends at a time, under a lease. A node that dies while it sends leaves the row: the message
//! is offered again with the same id, by which a receiver drops a repeat.

mod bezorgen;
mod tellen;
mod uitgaand;

use tracing::{error, info};
use wvp_store::Huur;
use wvp_store::{Moment, StoreError, Wijziging};

use crate::bericht::Notifier;
use crate::engine::Engine;
use crate::fout::is_van_een_stroom;
use bezorgen::Lot;
use uitgaand::{Uitgaand, model};

/// How long a lease holds without being renewed: longer than sending one message may take.
const HUURTIJD: i64 = 10 * 60 * 1_000_000;

/// What an alert run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gemeld {
    /// Messages delivered.
    pub bezorgd: usize,
    /// Messages that wait: delivery failed, there is no address yet, or it is not time to try again.
    pub wachtend: usize,
    /// Messages that were tried as often as is sensible; the casemanager is told.
    pub opgegeven: usize,
    /// Messages that will never be sent: the dossier was erased or closed, or the receiver may not
    /// know of it.
    pub vervallen: usize,
}

impl Engine {
    /// Sends what reminders say, as far as it is time to (again). A message that cannot be delivered
    /// waits without holding up the rest. Does nothing while another node is sending.
    ///
    /// # Errors
    ///
    /// When the store fails. A dossier that is damaged keeps its messages waiting; the rest goes on.
    pub async fn alert(&self, bezorger: &dyn Notifier) -> Result<Gemeld, StoreError> {
        let kanaal = bezorger.kanaal();
        let Some(mut huur) = self.neem_werk(model(kanaal)).await? else {
            return Ok(Gemeld::default());
        };
        let nu = self.klok.nu();
        self.vul_uitgaand(kanaal).await?;
        let (mut gemeld, mut oudste) = (Gemeld::default(), None);
        let mut na = vec![];
        loop {
            let (rijen, verder) = self.wachtend(kanaal, &na).await?;
            let Some(verder) = verder else { break };
            na = verder;
            huur = self.modellen.verleng(&huur, self.tot()).await?;
            for (sleutel, rij) in rijen {
                let lot = self.handel_af(&huur, (&sleutel, rij), bezorger).await?;
                gemeld.tel(lot);
                if matches!(lot, Lot::Wacht(_)) && oudste.is_none() {
                    oudste = self.sinds(&rij).await?;
                }
            }
        }
        self.leg_stand_vast(kanaal, nu, gemeld, oudste).await?;
        self.modellen.geef_terug(huur).await?;
        if gemeld != Gemeld::default() {
            let Gemeld { bezorgd, wachtend, opgegeven, vervallen } = gemeld;
            info!(bezorgd, wachtend, opgegeven, vervallen, "gemeld");
        }
        Ok(gemeld)
    }

    /// The lease of some work; none while another node has it.
    pub(crate) async fn neem_werk(&self, werk: &str) -> Result<Option<Huur>, StoreError> {
        match self.modellen.neem(werk, &self.naam, self.klok.nu(), self.tot()).await {
            Ok(huur) => Ok(Some(huur)),
            Err(StoreError::Verhuurd { .. }) => Ok(None),
            Err(fout) => Err(fout),
        }
    }

    fn tot(&self) -> Moment {
        Moment(self.klok.nu().0.saturating_add(HUURTIJD))
    }

    async fn handel_af(
        &self,
        huur: &Huur,
        (sleutel, rij): (&[u8], Uitgaand),
        bezorger: &dyn Notifier,
    ) -> Result<Lot, StoreError> {
        if self.klok.nu() < rij.niet_voor {
            return Ok(Lot::Wacht(rij.niet_voor));
        }
        let kanaal = bezorger.kanaal();
        let lot = match self.bezorg(&rij, kanaal, bezorger).await {
            Err(fout) if is_van_een_stroom(&fout) => {
                error!(stroom = %rij.stroom, %fout, "bericht wacht");
                return Ok(Lot::Wacht(rij.niet_voor));
            }
            uitkomst => uitkomst?,
        };
        let sleutel = sleutel.to_vec();
        let wijziging = match lot {
            Lot::Wacht(niet_voor) => Wijziging::Zet(sleutel, Uitgaand { niet_voor, ..rij }.bytes()),
            Lot::Bezorgd | Lot::Opgegeven | Lot::Vervalt => Wijziging::Wis(sleutel),
        };
        self.wijzig_uitgaand(huur, kanaal, wijziging).await?;
        Ok(lot)
    }
}

impl Gemeld {
    fn tel(&mut self, lot: Lot) {
        *match lot {
            Lot::Bezorgd => &mut self.bezorgd,
            Lot::Wacht(_) => &mut self.wachtend,
            Lot::Opgegeven => &mut self.opgegeven,
            Lot::Vervalt => &mut self.vervallen,
        } += 1;
    }
}
