//! One message: what it is about, whether it may still go, and what came of sending it. The outcome is an
//! event before the row goes, so a crash in between sends nothing twice that is known to have arrived.

use tracing::{info, warn};
use uuid::Uuid;
use wvp_access::mag_lezen;
use wvp_domain::bezorging::{self, BerichtId, Command, Kanaal, RedenVervallen};
use wvp_domain::mijlpaal::herinnering::{Gegeven, Ontvanger};
use wvp_domain::{AccountId, Compartiment, DossierId, Event, replay};
use wvp_store::{Auteur, Kop, Moment, StoreError, StroomId, Stroomsoort};

use super::uitgaand::Uitgaand;
use crate::bericht::{Bericht, Notifier, opstellen, opstellen_niet_bezorgd};
use crate::engine::Engine;
use crate::laden::{Geladen, Gelezen, alleen_a};
use crate::terugval;
use crate::toeval::nieuw_id;

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lot {
    Bezorgd,
    /// Tried again from this moment on.
    Wacht(Moment),
    /// It will never go; the casemanager hears of it.
    Opgegeven,
    Vervalt,
}

/// What a message is about.
enum Aanleiding {
    Herinnering(Gegeven),
    NietBezorgd,
}

impl Aanleiding {
    fn aan(&self) -> Ontvanger {
        match self {
            Self::Herinnering(gegeven) => gegeven.sleutel.aan,
            Self::NietBezorgd => Ontvanger::Casemanager,
        }
    }
}

/// What is to be done with a message.
enum Plan {
    Stuur(Box<Bericht>),
    GeenAdres,
    LaatVervallen(RedenVervallen),
}

impl Engine {
    /// Sends one message, unless it was settled before, and records what came of it.
    pub(super) async fn bezorg(
        &self,
        rij: &Uitgaand,
        kanaal: Kanaal,
        bezorger: &dyn Notifier,
    ) -> Result<Lot, StoreError> {
        let dossier = DossierId(rij.stroom.id);
        let Some(geladen) = self.laad_dossier(dossier).await? else { return Ok(Lot::Vervalt) };
        let Some((id, over)) = self.aanleiding(rij, &geladen).await? else {
            return Ok(Lot::Vervalt);
        };
        if let Some(lot) = self.lot(dossier, id, kanaal).await? {
            return Ok(lot);
        }
        let bericht = BerichtId(id);
        let uitkomst = match self.plan(dossier, &geladen, id, &over).await? {
            Plan::LaatVervallen(reden) => Command::LaatVervallen(bericht, kanaal, reden),
            Plan::GeenAdres => {
                warn!(bericht = %id, "geen adres");
                self.mislukking(bericht, kanaal, false)
            }
            Plan::Stuur(post) => match bezorger.bezorg(&post).await {
                Ok(()) => Command::LegBezorgdVast(bericht, kanaal),
                Err(fout) => {
                    warn!(bericht = %id, %fout, "niet bezorgd");
                    self.mislukking(bericht, kanaal, fout.is_blijvend())
                }
            },
        };
        self.leg_uitkomst_vast(dossier, &uitkomst).await?;
        Ok(self.lot(dossier, id, kanaal).await?.unwrap_or(Lot::Wacht(rij.niet_voor)))
    }

    fn mislukking(&self, bericht: BerichtId, kanaal: Kanaal, blijvend: bool) -> Command {
        Command::LegMislukkingVast { bericht, kanaal, blijvend, nu: self.klok.nu().0 }
    }

    /// The event behind a message, and what it is about. None when it was erased, or tells that the news
    /// of a failure could not be delivered: that is where it ends.
    async fn aanleiding(
        &self,
        rij: &Uitgaand,
        geladen: &Geladen,
    ) -> Result<Option<(Uuid, Aanleiding)>, StoreError> {
        if rij.stroom.soort == Stroomsoort::Dossier {
            let gelezen = geladen.gelezen.iter().find(|it| it.versie == rij.versie);
            return Ok(gelezen.and_then(herinnering));
        }
        let records = self.records(rij.stroom).await?;
        let gelezen = self.open::<bezorging::Event>(&records, alleen_a()).await?;
        let Some(gelezen) = gelezen.iter().find(|it| it.versie == rij.versie) else {
            return Ok(None);
        };
        let bezorging::Event::BezorgingOpgegeven(e) = &gelezen.event else { return Ok(None) };
        let van = e.a.poging.bericht.0;
        let was_herinnering = geladen.gelezen.iter().any(|it| it.id.0 == van);
        Ok(was_herinnering.then_some((gelezen.id.0, Aanleiding::NietBezorgd)))
    }

    async fn plan(
        &self,
        dossier: DossierId,
        geladen: &Geladen,
        id: Uuid,
        over: &Aanleiding,
    ) -> Result<Plan, StoreError> {
        let staat = replay(geladen.gelezen.iter().map(|it| &it.event));
        if staat.is_gesloten() {
            return Ok(Plan::LaatVervallen(RedenVervallen::Gesloten));
        }
        let Some((lezer, aan)) = self.adres(dossier, &staat, over.aan()).await? else {
            return Ok(Plan::GeenAdres);
        };
        if !mag_lezen(lezer, Compartiment::A, &terugval::ontvanger(lezer)) {
            warn!(bericht = %id, "ontvanger mag dit niet weten");
            return Ok(Plan::LaatVervallen(RedenVervallen::NietVoorOntvanger));
        }
        let bericht = match over {
            Aanleiding::Herinnering(feit) => opstellen(id, dossier, &aan, feit),
            Aanleiding::NietBezorgd => {
                opstellen_niet_bezorgd(id, dossier, &aan, self.klok.vandaag())
            }
        };
        Ok(Plan::Stuur(Box::new(bericht)))
    }

    /// What was recorded of a message; none when it was never tried.
    async fn lot(
        &self,
        dossier: DossierId,
        bericht: Uuid,
        kanaal: Kanaal,
    ) -> Result<Option<Lot>, StoreError> {
        let (_, events) = self.laad::<bezorging::Event>(stroom(dossier)).await?;
        let laatste = events.iter().rev().find(|it| it.bericht() == (BerichtId(bericht), kanaal));
        Ok(laatste.and_then(|event| match event {
            bezorging::Event::BerichtBezorgd(_) => Some(Lot::Bezorgd),
            bezorging::Event::BezorgingOpgegeven(_) => Some(Lot::Opgegeven),
            bezorging::Event::BerichtVervallen(_) => Some(Lot::Vervalt),
            bezorging::Event::BezorgingUitgesteld(e) => {
                let niet_voor = Moment(e.a.niet_voor);
                (self.klok.nu() < niet_voor).then_some(Lot::Wacht(niet_voor))
            }
        }))
    }

    async fn leg_uitkomst_vast(
        &self,
        dossier: DossierId,
        command: &Command,
    ) -> Result<(), StoreError> {
        let stroom = stroom(dossier);
        let huis = Auteur {
            account: AccountId(Uuid::nil()),
            partij: "huis".to_owned(),
            functie: "bezorger".to_owned(),
        };
        let verzoek = self.verzoek_van(Kop { door: huis, namens: None, verzoek: nieuw_id() });
        loop {
            let (versie, events) = self.laad::<bezorging::Event>(stroom).await?;
            let nieuw = bezorging::decide(&bezorging::replay(&events), command);
            match self.leg_vast(stroom, versie, &verzoek, &nieuw, vec![]).await {
                // Another node settled something of this dossier: look again.
                Err(StoreError::Conflict { .. } | StoreError::HergebruiktId { .. }) => {
                    info!(%stroom, "bezorging opnieuw bekeken");
                }
                uitkomst => return uitkomst.map(|_| ()),
            }
        }
    }
}

fn stroom(dossier: DossierId) -> StroomId {
    StroomId { soort: Stroomsoort::Bezorging, id: dossier.0 }
}

fn herinnering(gelezen: &Gelezen<Event>) -> Option<(Uuid, Aanleiding)> {
    let Event::HerinneringGegeven(e) = &gelezen.event else { return None };
    Some((gelezen.id.0, Aanleiding::Herinnering(e.a.clone())))
}
