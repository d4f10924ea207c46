//! Telling another system: a row per fact in a dossier, sent under a lease, with what came of it as an event,
//! as for messages to people. What the system may not know of, it is not told of.

use tracing::{error, info, warn};
use uuid::Uuid;
use wvp_access::{Lezer, mag_lezen};
use wvp_domain::bezorging::{self, BerichtId, Command, Kanaal, RedenVervallen};
use wvp_domain::{Categorie, Compartiment, DossierId, Event};
use wvp_store::{Record, StoreError, Stroomsoort};

use super::bezorgen::Lot;
use super::uitgaand::Uitgaand;
use super::{Gemeld, Post, Ronde};
use crate::bericht::Stap;
use crate::engine::Engine;
use crate::fout::is_van_een_stroom;
use crate::laden::{Gelezen, alleen_a};
use crate::systeem::{Afnemer, Feitmelding, Feitsoort, Systeem};
use crate::terugval;

const KANAAL: Kanaal = Kanaal::Webhook;
/// Microseconds.
const SECONDE: i64 = 1_000_000;

impl Engine {
    /// Tells a system what happened since, as far as it is time to (again). The first time it begins with
    /// what happens from then on. Does nothing while another node is telling.
    ///
    /// # Errors
    ///
    /// When the store fails. A dossier that is damaged waits; the rest goes on.
    pub async fn meld_systeem(
        &self,
        systeem: &dyn Systeem,
        afnemer: Afnemer,
    ) -> Result<Gemeld, StoreError> {
        let Some(mut ronde) = self.begin_ronde(KANAAL).await? else { return Ok(Gemeld::default()) };
        let mut na = vec![];
        loop {
            let (rijen, verder) = self.wachtend(KANAAL, &na).await?;
            let Some(verder) = verder else { break };
            na = verder;
            self.verleng_ronde(&mut ronde).await?;
            for (sleutel, rij) in rijen {
                self.meld_rij(&mut ronde, Post { sleutel, rij }, (systeem, afnemer)).await?;
            }
        }
        let gemeld = self.sluit_ronde(ronde).await?;
        if gemeld != Gemeld::default() {
            let Gemeld { bezorgd, wachtend, opgegeven, vervallen } = gemeld;
            info!(bezorgd, wachtend, opgegeven, vervallen, "ander systeem ingelicht");
        }
        Ok(gemeld)
    }

    async fn meld_rij(
        &self,
        ronde: &mut Ronde,
        post: Post,
        aan: (&dyn Systeem, Afnemer),
    ) -> Result<(), StoreError> {
        if self.klok.nu() < post.rij.niet_voor {
            ronde.gemeld.tel(Lot::Wacht(post.rij.niet_voor));
            return Ok(());
        }
        match self.meld_feit(&post.rij, aan).await {
            Err(fout) if is_van_een_stroom(&fout) => {
                error!(stroom = %post.rij.stroom, %fout, "melding wacht");
                ronde.gemeld.tel(Lot::Wacht(post.rij.niet_voor));
                Ok(())
            }
            uitkomst => self.rond_af(ronde, post, uitkomst?, KANAAL).await,
        }
    }

    async fn meld_feit(
        &self,
        rij: &Uitgaand,
        (systeem, afnemer): (&dyn Systeem, Afnemer),
    ) -> Result<Lot, StoreError> {
        let dossier = DossierId(rij.stroom.id);
        let records = self.records(dossier.into()).await?;
        let gelezen = self.open::<Event>(&records, alleen_a()).await?;
        let Some(feit) = self.bedoeld(rij, &gelezen).await? else { return Ok(Lot::Vervalt) };
        let id = BerichtId(feit.id.0);
        if let Some(lot) = self.lot(dossier, id, KANAAL).await? {
            return Ok(lot);
        }
        let record = records.iter().find(|it| it.versie == feit.versie);
        let melding = record
            .filter(|_| gaat_aan(&gelezen, afnemer))
            .and_then(|record| melding(dossier, feit, record, afnemer.lezer));
        let nu = self.klok.nu().0;
        let wat = match melding {
            None => Command::LaatVervallen(id, KANAAL, RedenVervallen::NietVoorOntvanger),
            Some(melding) => match systeem.meld(&melding, nu.div_euclid(SECONDE)).await {
                Ok(()) => Command::LegBezorgdVast(id, KANAAL),
                Err(fout) => {
                    warn!(melding = %id.0, %fout, "ander systeem niet ingelicht");
                    self.mislukking(id, KANAAL, fout.is_blijvend())
                }
            },
        };
        self.leg_uitkomst_vast(dossier, &wat).await?;
        Ok(self.lot(dossier, id, KANAAL).await?.unwrap_or(Lot::Wacht(rij.niet_voor)))
    }

    /// The fact that a row points at, or that is tried again by what it points at.
    async fn bedoeld<'a>(
        &self,
        rij: &Uitgaand,
        gelezen: &'a [Gelezen<Event>],
    ) -> Result<Option<&'a Gelezen<Event>>, StoreError> {
        if rij.stroom.soort == Stroomsoort::Dossier {
            return Ok(gelezen.iter().find(|it| it.versie == rij.versie));
        }
        let records = self.records(rij.stroom).await?;
        let bezorging = self.open::<bezorging::Event>(&records, alleen_a()).await?;
        let hervat = bezorging.iter().find(|it| it.versie == rij.versie).and_then(|it| {
            let (bericht, kanaal) = it.event.bericht();
            let is_hervat = matches!(it.event, bezorging::Event::BezorgingHervat(_));
            (is_hervat && kanaal == KANAAL).then_some(bericht)
        });
        Ok(hervat.and_then(|bericht| gelezen.iter().find(|it| it.id.0 == bericht.0)))
    }
}

/// Whether a dossier is of the employer that the system is for.
fn gaat_aan(gelezen: &[Gelezen<Event>], afnemer: Afnemer) -> bool {
    let Some(gezocht) = afnemer.werkgever else { return true };
    gelezen
        .iter()
        .any(|it| matches!(&it.event, Event::ZiekmeldingOntvangen(e) if e.a.werkgever == gezocht))
}

/// What the system is told; nothing when it may not know of the fact.
fn melding(
    dossier: DossierId,
    feit: &Gelezen<Event>,
    record: &Record,
    lezer: Lezer,
) -> Option<Feitmelding> {
    let mag = |it: &Compartiment| mag_lezen(lezer, *it, &terugval::ontvanger(lezer));
    feit.in_a.filter(mag)?;
    // Who is no party to it may not know that something was sent on.
    if matches!(feit.event, Event::Doorgestuurd(_)) {
        return None;
    }
    let compartimenten = record.secties.iter().map(|sectie| sectie.compartiment).filter(mag);
    let categorie = hoogste(compartimenten.map(Compartiment::categorie));
    let (soort, stap) = soort(&feit.event);
    let (id, vastgelegd): (Uuid, _) = (feit.id.0, feit.moment.0);
    Some(Feitmelding { id, dossier, soort, categorie, stap, vastgelegd })
}

/// Medical data weigh most, then data of re-integration, then who somebody is.
fn hoogste(categorieen: impl Iterator<Item = Categorie>) -> Categorie {
    let gewicht = |it: &Categorie| match it {
        Categorie::A => 0,
        Categorie::D | Categorie::Factuur => 1,
        Categorie::B => 2,
        Categorie::C => 3,
    };
    categorieen.max_by_key(gewicht).unwrap_or(Categorie::A)
}

fn soort(event: &Event) -> (Feitsoort, Option<(Stap, wvp_domain::Datum)>) {
    if let Event::HerinneringGegeven(e) = event {
        let stap = (Stap::Wettelijk(e.a.sleutel.termijn), e.a.sleutel.uiterlijk);
        return (Feitsoort::HerinneringGegeven, Some(stap));
    }
    if let Event::StapherinneringGegeven(e) = event {
        return (Feitsoort::HerinneringGegeven, Some((Stap::Eigen, e.a.sleutel.uiterlijk)));
    }
    if matches!(event, Event::StukkenGevraagd(_)) {
        return (Feitsoort::StukkenGevraagd, None);
    }
    let gesloten = matches!(event, Event::DossierGesloten(_));
    let soort = if gesloten { Feitsoort::DossierGesloten } else { Feitsoort::FeitVastgelegd };
    (soort, None)
}
