//! One message: whether it may still go, to whom, and what came of sending it. The outcome is an event
//! before the row goes, so a crash in between sends nothing twice that is known to have arrived.

use tracing::{info, warn};
use uuid::Uuid;
use wvp_access::mag_lezen;
use wvp_domain::bezorging::{self, BerichtId, Command, Kanaal, RedenVervallen};
use wvp_domain::postvak::{Bundeling, Postvak};
use wvp_domain::{AccountId, Compartiment, Dossier, DossierId, replay};
use wvp_store::{Auteur, Kop, Moment, StoreError, StroomId, Stroomsoort};

use super::aanleiding::Aanleiding;
use super::uitgaand::Uitgaand;
use crate::bericht::{Bericht, BezorgFout, Notifier, Toelichting};
use crate::engine::Engine;
use crate::klok::minuut_in_amsterdam;
use crate::ontvangst::Ontvangst;
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
    /// It will never go, and that is right: dropped, or left in the mailbox.
    Vervalt,
}

/// What is to be done with a row.
pub(super) enum Werk {
    /// Nothing more now.
    Klaar(Lot),
    /// It may go.
    Stuur(Klaarliggend),
}

/// A message that may go.
pub(super) struct Klaarliggend {
    pub(super) dossier: DossierId,
    /// The event that it is named by.
    pub(super) id: BerichtId,
    pub(super) bericht: Bericht,
    pub(super) bundeling: Bundeling,
}

/// What a message is, before it is known to whom it goes.
struct Zaak<'a> {
    dossier: DossierId,
    staat: &'a Dossier,
    id: Uuid,
    over: Aanleiding,
}

impl Engine {
    /// Looks whether a message may go, unless it was settled before.
    pub(super) async fn bekijk(&self, rij: &Uitgaand, kanaal: Kanaal) -> Result<Werk, StoreError> {
        let dossier = DossierId(rij.stroom.id);
        let Some(geladen) = self.laad_dossier(dossier).await? else {
            return Ok(Werk::Klaar(Lot::Vervalt));
        };
        let Some((id, over)) = self.aanleiding(rij, kanaal, &geladen).await? else {
            return Ok(Werk::Klaar(Lot::Vervalt));
        };
        if let Some(lot) = self.lot(dossier, BerichtId(id), kanaal).await? {
            return Ok(Werk::Klaar(lot));
        }
        let staat = replay(geladen.gelezen.iter().map(|it| &it.event));
        self.beoordeel(Zaak { dossier, staat: &staat, id, over }, kanaal).await
    }

    async fn beoordeel(&self, zaak: Zaak<'_>, kanaal: Kanaal) -> Result<Werk, StoreError> {
        let (dossier, bericht) = (zaak.dossier, BerichtId(zaak.id));
        if zaak.staat.is_gesloten() {
            let vervalt = Command::LaatVervallen(bericht, kanaal, RedenVervallen::Gesloten);
            return self.leg_neer(dossier, vervalt).await;
        }
        let Some(ontvangst) = self.ontvangst(dossier, zaak.staat, zaak.over.aan()).await? else {
            warn!(bericht = %zaak.id, "geen adres");
            let mislukt = self.mislukking(bericht, kanaal, false);
            return self.leg_neer(dossier, mislukt).await;
        };
        let lezer = ontvangst.lezer;
        if !mag_lezen(lezer, Compartiment::A, &terugval::ontvanger(lezer)) {
            warn!(bericht = %zaak.id, "ontvanger mag dit niet weten");
            let reden = RedenVervallen::NietVoorOntvanger;
            return self.leg_neer(dossier, Command::LaatVervallen(bericht, kanaal, reden)).await;
        }
        self.volgens_keuzes(zaak, kanaal, &ontvangst).await
    }

    /// What the receiver chose: not this way, not now, or once a day.
    async fn volgens_keuzes(
        &self,
        zaak: Zaak<'_>,
        kanaal: Kanaal,
        ontvangst: &Ontvangst,
    ) -> Result<Werk, StoreError> {
        let postvak = match ontvangst.account {
            Some(account) => self.postvak_van(account).await?,
            None => Postvak::default(),
        };
        let bericht = BerichtId(zaak.id);
        if postvak.is_afgemeld(kanaal) {
            let protocol = self.protocol(zaak.staat).await?;
            if zaak.over.mag_blijven_liggen(&protocol) {
                let blijft = Command::HoudInPostvak(bericht, kanaal);
                return self.leg_neer(zaak.dossier, blijft).await;
            }
        }
        if let Some(tot) = self.stil_tot(&postvak) {
            return Ok(Werk::Klaar(Lot::Wacht(tot)));
        }
        let (dossier, id) = (zaak.dossier, bericht);
        let contact = &ontvangst.contact;
        let mut stappen = zaak.over.stappen(zaak.id, dossier);
        if let Some(eerste) = stappen.first_mut() {
            eerste.toelichting.extend(ontvangst.neemt_waar.then_some(Toelichting::Waarneming));
        }
        let (bericht, bundeling) = if let Some(it) = Bericht::over_stappen(contact, stappen) {
            (it, postvak.bundeling())
        } else {
            let op = self.klok.vandaag();
            (Bericht::niet_bezorgd(zaak.id, dossier, contact, op), Bundeling::Los)
        };
        Ok(Werk::Stuur(Klaarliggend { dossier, id, bericht, bundeling }))
    }

    /// Until when nothing is sent to somebody, if nothing is sent now.
    fn stil_tot(&self, postvak: &Postvak) -> Option<Moment> {
        const MINUUT: i64 = 60_000_000;
        let nu = self.klok.nu();
        let minuten = postvak.stille_uren()?.nog(minuut_in_amsterdam(nu))?;
        Some(Moment(nu.0.saturating_add(i64::from(minuten) * MINUUT)))
    }

    /// Sends one message, of one or more reminders, and records what came of each.
    pub(super) async fn stuur(
        &self,
        bericht: &Bericht,
        delen: &[(DossierId, BerichtId)],
        bezorger: &dyn Notifier,
    ) -> Result<Vec<Lot>, StoreError> {
        let uitkomst = bezorger.bezorg(bericht).await;
        if let Err(fout) = &uitkomst {
            warn!(bericht = %bericht.id, %fout, "niet bezorgd");
        }
        let kanaal = bezorger.kanaal();
        let mut loten = Vec::with_capacity(delen.len());
        for (dossier, id) in delen {
            let wat = match &uitkomst {
                Ok(()) => Command::LegBezorgdVast(*id, kanaal),
                Err(fout) => self.mislukking(*id, kanaal, BezorgFout::is_blijvend(fout)),
            };
            self.leg_uitkomst_vast(*dossier, &wat).await?;
            let lot = self.lot(*dossier, *id, kanaal).await?;
            loten.push(lot.unwrap_or_else(|| Lot::Wacht(self.klok.nu())));
        }
        Ok(loten)
    }

    pub(super) fn mislukking(&self, bericht: BerichtId, kanaal: Kanaal, blijvend: bool) -> Command {
        Command::LegMislukkingVast { bericht, kanaal, blijvend, nu: self.klok.nu().0 }
    }

    /// Records what came of a message that does not go.
    async fn leg_neer(&self, dossier: DossierId, wat: Command) -> Result<Werk, StoreError> {
        let (bericht, kanaal) = wat.bericht();
        self.leg_uitkomst_vast(dossier, &wat).await?;
        let lot = self.lot(dossier, bericht, kanaal).await?;
        Ok(Werk::Klaar(lot.unwrap_or_else(|| Lot::Wacht(self.klok.nu()))))
    }

    /// What was recorded of a message; none when it may be tried now.
    pub(super) async fn lot(
        &self,
        dossier: DossierId,
        bericht: BerichtId,
        kanaal: Kanaal,
    ) -> Result<Option<Lot>, StoreError> {
        let (_, events) = self.laad::<bezorging::Event>(stroom(dossier)).await?;
        let laatste = events.iter().rev().find(|it| it.bericht() == (bericht, kanaal));
        Ok(laatste.and_then(|event| match event {
            bezorging::Event::BerichtBezorgd(_) => Some(Lot::Bezorgd),
            bezorging::Event::BezorgingOpgegeven(_) => Some(Lot::Opgegeven),
            bezorging::Event::BerichtVervallen(_) | bezorging::Event::BerichtInPostvak(_) => {
                Some(Lot::Vervalt)
            }
            bezorging::Event::BezorgingHervat(_) => None,
            bezorging::Event::BezorgingUitgesteld(e) => {
                let niet_voor = Moment(e.a.niet_voor);
                (self.klok.nu() < niet_voor).then_some(Lot::Wacht(niet_voor))
            }
        }))
    }

    /// Records what came of a message, as the house's own act.
    pub(super) async fn leg_uitkomst_vast(
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

/// The stream of what became of the messages about a dossier.
pub(super) fn stroom(dossier: DossierId) -> StroomId {
    StroomId { soort: Stroomsoort::Bezorging, id: dossier.0 }
}
