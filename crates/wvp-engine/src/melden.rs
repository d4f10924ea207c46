//! Alert: what reminders say is sent. First the fact, then a row in the outbox, then the message.

use serde::{Deserialize, Serialize};
use tracing::{info, warn};
use uuid::Uuid;
use wvp_access::{Lezer, mag_lezen};
use wvp_domain::mijlpaal::herinnering::{Gegeven, Ontvanger};
use wvp_domain::{Compartiment, Dossier, DossierId, Event, replay};
use wvp_store::rij::{open_rij, verzegel_rij};
use wvp_store::{Bereik, Positie, Record, StoreError, StroomId, Stroomsoort, Wijziging};

use crate::aanname::gewone_sessie;
use crate::bericht::{Notifier, opstellen};
use crate::engine::Engine;
use crate::feiten::vastgesteld;
use crate::gebruiker::Gebruiker;
use crate::laden::alleen_a;
use crate::volgen::plek;

/// Messages that wait to be sent, by position of the reminder in the log.
const UITGAAND: &str = "uitgaand";

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

/// A message that waits.
#[derive(Serialize, Deserialize)]
struct Uitgaand {
    id: Uuid,
    dossier: DossierId,
    feit: Gegeven,
}

impl Engine {
    /// Sends what reminders say. A message that cannot be delivered waits without holding up the
    /// rest; after a crash a message may be offered again with the same id.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn alert(&self, kanaal: &dyn Notifier) -> Result<Gemeld, StoreError> {
        self.vul_uitgaand().await?;
        let mut gemeld = Gemeld::default();
        for (sleutel, waarde) in self.modellen.reeks(UITGAAND, Bereik::Alles, usize::MAX).await? {
            let plek = plek(UITGAAND, &sleutel);
            let rij: Option<Uitgaand> = open_rij(&*self.sleutels, &plek, &waarde).await?;
            let klaar = match rij {
                Some(rij) => self.bezorg(&rij, kanaal).await?,
                // The dossier was erased: there is nothing left to say.
                None => true,
            };
            if klaar {
                self.wis_uitgaand(sleutel).await?;
                gemeld.bezorgd += 1;
            } else {
                gemeld.wachtend += 1;
            }
        }
        if gemeld != Gemeld::default() {
            info!(bezorgd = gemeld.bezorgd, wachtend = gemeld.wachtend, "gemeld");
        }
        Ok(gemeld)
    }

    /// Puts every reminder that came since in the outbox.
    async fn vul_uitgaand(&self) -> Result<(), StoreError> {
        loop {
            let oud = self.modellen.controlepunt(UITGAAND).await?;
            let records = self.bladzijde(oud.unwrap_or(Positie::BEGIN)).await?;
            let Some(laatste) = records.last() else { return Ok(()) };
            let mut wijzigingen = Vec::new();
            for record in records.iter().filter(|it| it.stroom.soort == Stroomsoort::Dossier) {
                wijzigingen.extend(self.als_uitgaand(record).await?);
            }
            self.modellen.schrijf(UITGAAND, oud, laatste.positie, wijzigingen).await?;
        }
    }

    async fn als_uitgaand(&self, record: &Record) -> Result<Option<Wijziging>, StoreError> {
        let open = self.open::<Event>(std::slice::from_ref(record), alleen_a()).await?;
        let Some(Event::HerinneringGegeven(e)) = open.into_iter().next().map(|it| it.event) else {
            return Ok(None);
        };
        let dossier = DossierId(record.stroom.id);
        let rij = Uitgaand { id: record.id.0, dossier, feit: e.a };
        let sleutel = record.positie.0.to_be_bytes().to_vec();
        let plek = plek(UITGAAND, &sleutel);
        let waarde = verzegel_rij(&*self.sleutels, record.stroom, &plek, &rij).await?;
        Ok(Some(Wijziging::Zet(sleutel, waarde)))
    }

    async fn bezorg(&self, rij: &Uitgaand, kanaal: &dyn Notifier) -> Result<bool, StoreError> {
        let (_, events) = self.laad::<Event>(StroomId::from(rij.dossier)).await?;
        if !mag_weten(rij.feit.sleutel.aan, &replay(&events)) {
            warn!(bericht = %rij.id, "ontvanger mag dit niet weten");
            return Ok(true);
        }
        let Some(aan) = self.contact(rij.dossier, rij.feit.sleutel.aan).await? else {
            warn!(bericht = %rij.id, "geen adres");
            return Ok(false);
        };
        let bericht = opstellen(rij.id, rij.dossier, &aan, &rij.feit);
        match kanaal.bezorg(&bericht).await {
            Ok(()) => Ok(true),
            Err(fout) => {
                warn!(bericht = %rij.id, %fout, "niet bezorgd");
                Ok(false)
            }
        }
    }

    async fn wis_uitgaand(&self, sleutel: Vec<u8>) -> Result<(), StoreError> {
        let nu = self.modellen.controlepunt(UITGAAND).await?;
        let nieuw = nu.unwrap_or(Positie::BEGIN);
        self.modellen.schrijf(UITGAAND, nu, nieuw, vec![Wijziging::Wis(sleutel)]).await
    }
}

/// Whether the receiver may read section A of this dossier: the one access decision, for mail too.
fn mag_weten(aan: Ontvanger, dossier: &Dossier) -> bool {
    let (lezer, werknemer) = match aan {
        Ontvanger::Werkgever => (Lezer::Werkgever, None),
        Ontvanger::Werknemer => {
            (Lezer::Werknemer, dossier.ziekmelding.first().map(|melding| melding.werknemer))
        }
        Ontvanger::Bedrijfsarts => (Lezer::BedrijfsartsStafarts, None),
        Ontvanger::Casemanager => (Lezer::CasemanagerZwWgaWvp, None),
    };
    let account = wvp_domain::AccountId(Uuid::nil());
    let ontvanger = Gebruiker { account, lezer, werknemer, sessie: gewone_sessie() };
    mag_lezen(lezer, Compartiment::A, &vastgesteld(dossier, &ontvanger))
}
