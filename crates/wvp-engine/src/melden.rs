//! Alert: what reminders say is sent. First the fact, then a row in the outbox, then the message, then
//! what came of it, as a fact.
//!
//! One node sends at a time, under a lease. A node that dies while it sends leaves the row: the message
//! is offered again with the same id, by which a receiver drops a repeat.

mod aanleiding;
mod bezorgen;
mod opgegeven;
mod systemen;
mod tellen;
mod uitgaand;

use std::collections::BTreeMap;

use tracing::{error, info};
use wvp_domain::bezorging::Kanaal;
use wvp_domain::postvak::Bundeling;
use wvp_store::Huur;
use wvp_store::{Moment, StoreError, Wijziging};

use crate::bericht::{Bericht, Notifier};
use crate::engine::Engine;
use crate::fout::is_van_een_stroom;
use bezorgen::{Klaarliggend, Lot, Werk};
use uitgaand::{Uitgaand, model};

pub use opgegeven::Onbestelbaar;

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

/// A row of the outbox.
struct Post {
    sleutel: Vec<u8>,
    rij: Uitgaand,
}

/// One run: the lease it works under, what came of it, and what waits to be sent together.
struct Ronde {
    huur: Huur,
    gemeld: Gemeld,
    /// By address.
    bundels: BTreeMap<String, Vec<(Post, Klaarliggend)>>,
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
        let Some(mut ronde) = self.begin_ronde(kanaal).await? else { return Ok(Gemeld::default()) };
        let nu = self.klok.nu();
        self.volg_adressen().await?;
        let mut na = vec![];
        loop {
            let (rijen, verder) = self.wachtend(kanaal, &na).await?;
            let Some(verder) = verder else { break };
            na = verder;
            self.verleng_ronde(&mut ronde).await?;
            for (sleutel, rij) in rijen {
                self.handel_af(&mut ronde, Post { sleutel, rij }, bezorger).await?;
            }
        }
        self.stuur_bundels(&mut ronde, bezorger).await?;
        self.leg_stand_vast(kanaal, nu, ronde.gemeld).await?;
        let gemeld = self.sluit_ronde(ronde).await?;
        if gemeld != Gemeld::default() {
            let Gemeld { bezorgd, wachtend, opgegeven, vervallen } = gemeld;
            info!(bezorgd, wachtend, opgegeven, vervallen, "gemeld");
        }
        Ok(gemeld)
    }

    /// Takes the outbox of one way and brings it up to date; none while another node has it.
    async fn begin_ronde(&self, kanaal: Kanaal) -> Result<Option<Ronde>, StoreError> {
        let Some(huur) = self.neem_werk(model(kanaal)).await? else { return Ok(None) };
        self.vul_uitgaand(kanaal).await?;
        Ok(Some(Ronde { huur, gemeld: Gemeld::default(), bundels: BTreeMap::new() }))
    }

    async fn verleng_ronde(&self, ronde: &mut Ronde) -> Result<(), StoreError> {
        ronde.huur = self.modellen.verleng(&ronde.huur, self.tot()).await?;
        Ok(())
    }

    async fn sluit_ronde(&self, ronde: Ronde) -> Result<Gemeld, StoreError> {
        self.modellen.geef_terug(ronde.huur).await?;
        Ok(ronde.gemeld)
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
        ronde: &mut Ronde,
        post: Post,
        bezorger: &dyn Notifier,
    ) -> Result<(), StoreError> {
        if self.klok.nu() < post.rij.niet_voor {
            ronde.gemeld.tel(Lot::Wacht(post.rij.niet_voor));
            return Ok(());
        }
        let werk = match self.bekijk(&post.rij, bezorger.kanaal()).await {
            Err(fout) if is_van_een_stroom(&fout) => {
                error!(stroom = %post.rij.stroom, %fout, "bericht wacht");
                ronde.gemeld.tel(Lot::Wacht(post.rij.niet_voor));
                return Ok(());
            }
            uitkomst => uitkomst?,
        };
        let lot = match werk {
            Werk::Klaar(lot) => lot,
            Werk::Stuur(klaar) if klaar.bundeling == Bundeling::PerDag => {
                let aan = klaar.bericht.aan_email.clone();
                ronde.bundels.entry(aan).or_default().push((post, klaar));
                return Ok(());
            }
            Werk::Stuur(klaar) => {
                let delen = [(klaar.dossier, klaar.id)];
                let loten = self.stuur(&klaar.bericht, &delen, bezorger).await?;
                loten.first().copied().unwrap_or(Lot::Wacht(post.rij.niet_voor))
            }
        };
        self.rond_af(ronde, post, lot, bezorger.kanaal()).await
    }

    /// One message per receiver who chose to be told once a day.
    async fn stuur_bundels(
        &self,
        ronde: &mut Ronde,
        bezorger: &dyn Notifier,
    ) -> Result<(), StoreError> {
        for (_, delen) in std::mem::take(&mut ronde.bundels) {
            self.verleng_ronde(ronde).await?;
            let nummers: Vec<_> = delen.iter().map(|(_, it)| (it.dossier, it.id)).collect();
            let (posten, klaar): (Vec<Post>, Vec<Klaarliggend>) = delen.into_iter().unzip();
            let berichten = klaar.into_iter().map(|it| it.bericht).collect();
            let Some(bundel) = Bericht::gebundeld(berichten) else { continue };
            let loten = self.stuur(&bundel, &nummers, bezorger).await?;
            for (post, lot) in posten.into_iter().zip(loten) {
                self.rond_af(ronde, post, lot, bezorger.kanaal()).await?;
            }
        }
        Ok(())
    }

    /// The row goes when the message is settled, and says otherwise when to try again.
    async fn rond_af(
        &self,
        ronde: &mut Ronde,
        Post { sleutel, rij }: Post,
        lot: Lot,
        kanaal: Kanaal,
    ) -> Result<(), StoreError> {
        let wijziging = match lot {
            Lot::Wacht(niet_voor) => Wijziging::Zet(sleutel, Uitgaand { niet_voor, ..rij }.bytes()),
            Lot::Bezorgd | Lot::Opgegeven | Lot::Vervalt => Wijziging::Wis(sleutel),
        };
        self.wijzig_uitgaand(&ronde.huur, kanaal, wijziging).await?;
        ronde.gemeld.tel(lot);
        Ok(())
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
