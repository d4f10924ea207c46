//! Read: a live fold of one stream with the reader's clearance, noted in the reading log.

use std::collections::BTreeSet;

use wvp_access::DIGEST;
use wvp_domain::leeslog::{self, Gelezen as LogRegel};
use wvp_domain::{Compartiment, Datum, Dossier, DossierId, Event, Secties, replay};
use wvp_projections::Vastgelegd;
use wvp_store::{
    Auteur, GebeurtenisId, Kop, Moment, Omslag, Record, Richting, StoreError, StroomId,
    Stroomsoort, Toevoeging, Versie, Verwacht, verzegel,
};

use crate::engine::Engine;
use crate::fout::ReadError;
use crate::gebruiker::Gebruiker;
use crate::klok::dag_in_amsterdam;
use crate::laden::{Gelezen, alleen_a};
use crate::omstandigheden::Onderwerp;
use crate::toegang::{leesbaar, zegels};
use crate::toeval::nieuw_id;
use crate::zicht::in_zicht;

/// What one reader sees of a dossier.
pub struct Inzage {
    /// Its state as it follows from the facts this reader may see: section A.
    pub dossier: Dossier,
    /// The facts this reader may see, oldest first, with what is closed to the reader left closed.
    pub gebeurtenissen: Vec<Vastgelegd>,
    /// The compartments this reader may open.
    pub compartimenten: Vec<Compartiment>,
    /// The day whose facts these are.
    pub feiten_van: Datum,
}

/// A dossier opened for a reader. Nothing of it may be handed out before it was noted.
pub(crate) struct Blik {
    pub(crate) inzage: Inzage,
    /// What was opened for it: what the reading log says.
    pub(crate) geopend: BTreeSet<Compartiment>,
    /// On whose behalf.
    namens: Option<Auteur>,
    nu: Moment,
}

impl Engine {
    /// Reads a dossier as this person. With `op` the facts of that day (inclusive, Amsterdam)
    /// through the rights of now (abuse case AC-20).
    ///
    /// The read is in the reading log before anything is handed out.
    ///
    /// # Errors
    ///
    /// [`ReadError::NietGevonden`] when it is not there, was erased, or is not for this person.
    pub async fn read(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        op: Option<Datum>,
    ) -> Result<Inzage, ReadError> {
        let blik = self.open_voor(wie, dossier, op, |_| true).await?;
        self.noteer(wie, dossier, &blik).await?;
        Ok(blik.inzage)
    }

    /// Opens a dossier for this person, with fewer compartments than this person may see.
    pub(crate) async fn open_voor(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        op: Option<Datum>,
        nodig: fn(Compartiment) -> bool,
    ) -> Result<Blik, ReadError> {
        let nu = self.klok.nu();
        let alle = self.records(dossier.into()).await?;
        let van_nu = self.open::<Event>(&alle, alleen_a()).await?;
        let staat = replay(van_nu.iter().map(|it| &it.event));
        let onderwerp = Onderwerp::dossier(dossier, &staat, None);
        let vandaag = dag_in_amsterdam(nu);
        let bekend = self.omstandigheden(wie, onderwerp, &staat, vandaag).await?;
        let mut compartimenten = leesbaar(wie, &bekend);
        compartimenten.retain(|compartiment| nodig(*compartiment));
        let records = begin(&alle, op);
        let gelezen = if compartimenten.contains(&Compartiment::A) {
            let open = self.open::<Event>(records, zegels(&compartimenten)).await?;
            in_zicht(open, &compartimenten)
        } else {
            vec![]
        };
        if gelezen.is_empty() {
            return Err(ReadError::NietGevonden);
        }
        let geopend = geopend(records, &compartimenten);
        let inzage = Inzage {
            dossier: replay(gelezen.iter().map(|it| &it.event)),
            gebeurtenissen: gelezen.into_iter().map(vastgelegd).collect(),
            compartimenten,
            feiten_van: op.unwrap_or(vandaag),
        };
        Ok(Blik { inzage, geopend, namens: bekend.namens(wie.lezer), nu })
    }

    /// Notes in the reading log who opens what.
    pub(crate) async fn noteer(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        blik: &Blik,
    ) -> Result<(), StoreError> {
        let regel = LogRegel {
            account: wie.account,
            lezer: wie.lezer.to_string(),
            compartimenten: blik.geopend.iter().map(|it| it.nummer()).collect(),
            feiten_van: blik.inzage.feiten_van,
            tabel: DIGEST.to_owned(),
        };
        let event = leeslog::Event::DossierIngezien(Secties::proces(regel));
        let stroom = StroomId { soort: Stroomsoort::Leeslog, id: dossier.0 };
        let kop = Kop { namens: blik.namens.clone(), ..wie.kop() };
        let omslag = Omslag { id: GebeurtenisId(nieuw_id()), moment: blik.nu, kop };
        let mut poging = 1;
        loop {
            match self.voeg_toe_aan_leeslog(stroom, &omslag, &event).await {
                // Somebody else read the same dossier at the same moment: behind that one.
                Err(StoreError::Conflict { .. }) if poging < POGINGEN => poging += 1,
                uitkomst => return uitkomst,
            }
        }
    }

    async fn voeg_toe_aan_leeslog(
        &self,
        stroom: StroomId,
        omslag: &Omslag,
        event: &leeslog::Event,
    ) -> Result<(), StoreError> {
        let laatste =
            self.store.read_stream(stroom, Versie(u64::MAX), Richting::Achteruit, 1).await?;
        let versie = laatste.first().map_or(Versie::GEEN, |record| record.versie);
        let record =
            verzegel(&*self.sleutels, stroom, versie.volgende(), omslag.clone(), event).await?;
        let verwacht = Verwacht::Precies(versie);
        let toevoeging = Toevoeging { stroom, verwacht, records: vec![record] };
        self.store.append(vec![toevoeging]).await.map(|_| ())
    }
}

/// How often a line is offered to the reading log. Each time it fails another reader got through.
const POGINGEN: usize = 64;

/// The log as it stood at the end of a day: up to the last record of that day or before. Order is that
/// of the log, never of the clock (abuse case AC-29): a clock that ran ahead hides nothing.
fn begin(records: &[Record], op: Option<Datum>) -> &[Record] {
    let Some(op) = op else { return records };
    let toen = |record: &Record| dag_in_amsterdam(record.moment) <= op;
    let aantal = records.iter().rposition(toen).map_or(0, |laatste| laatste.saturating_add(1));
    records.get(..aantal).unwrap_or_default()
}

fn vastgelegd(gelezen: Gelezen<Event>) -> Vastgelegd {
    Vastgelegd {
        event: gelezen.event,
        vastgelegd_op: dag_in_amsterdam(gelezen.moment),
        door: gelezen.kop.map(|kop| kop.door.functie).unwrap_or_default(),
    }
}

/// The compartments of these that are in the records.
fn geopend(records: &[Record], compartimenten: &[Compartiment]) -> BTreeSet<Compartiment> {
    let secties = records.iter().flat_map(|record| &record.secties);
    secties.map(|sectie| sectie.compartiment).filter(|it| compartimenten.contains(it)).collect()
}
