//! Read: a live fold of one stream with the reader's clearance, noted in the reading log.

use std::collections::BTreeSet;

use wvp_access::DIGEST;
use wvp_domain::leeslog::{self, Gelezen as LogRegel};
use wvp_domain::{Compartiment, Datum, Dossier, DossierId, Event, Secties, replay};
use wvp_projections::Vastgelegd;
use wvp_store::{
    GebeurtenisId, Omslag, Record, Richting, StoreError, StroomId, Stroomsoort, Toevoeging, Versie,
    Verwacht, verzegel,
};

use crate::engine::Engine;
use crate::feiten::vastgesteld;
use crate::fout::ReadError;
use crate::gebruiker::Gebruiker;
use crate::klok::dag_in_amsterdam;
use crate::laden::{Gelezen, alleen_a};
use crate::toegang::{leesbaar, zegels};
use crate::toeval::nieuw_id;

/// What one reader sees of a dossier.
pub struct Inzage {
    /// Its state: section A.
    pub dossier: Dossier,
    /// The facts this reader may see, oldest first, with what is closed to the reader left closed.
    pub gebeurtenissen: Vec<Vastgelegd>,
    /// The compartments this reader may open.
    pub compartimenten: Vec<Compartiment>,
    /// The day whose facts these are.
    pub feiten_van: Datum,
}

impl Engine {
    /// Reads a dossier as this person. With `op` the facts of that day (inclusive, Amsterdam)
    /// through the rights of now (abuse case AC-20).
    ///
    /// The read is in the reading log before anything is handed out.
    ///
    /// # Errors
    ///
    /// [`ReadError::NietGevonden`] when it is not there or not for this person.
    pub async fn read(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        op: Option<Datum>,
    ) -> Result<Inzage, ReadError> {
        self.inzien(wie, dossier, op, |_| true).await
    }

    /// Reads a dossier as this person, with fewer compartments than this person may see.
    pub(crate) async fn inzien(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        op: Option<Datum>,
        nodig: fn(Compartiment) -> bool,
    ) -> Result<Inzage, ReadError> {
        let feiten_van = op.unwrap_or_else(|| self.klok.vandaag());
        let alle = self.records(dossier.into()).await?;
        let nu = replay(self.open::<Event>(&alle, alleen_a()).await?.iter().map(|it| &it.event));
        let mut compartimenten = leesbaar(wie, &vastgesteld(&nu, wie));
        compartimenten.retain(|compartiment| nodig(*compartiment));
        let toen = |record: &Record| dag_in_amsterdam(record.moment) <= feiten_van;
        let records: Vec<Record> = alle.into_iter().filter(toen).collect();
        if records.is_empty() || !compartimenten.contains(&Compartiment::A) {
            return Err(ReadError::NietGevonden);
        }
        self.noteer(wie, dossier, &geopend(&records, &compartimenten), feiten_van).await?;
        let a = self.open::<Event>(&records, alleen_a()).await?;
        let gelezen = self.open::<Event>(&records, zegels(&compartimenten)).await?;
        Ok(Inzage {
            dossier: replay(a.iter().map(|it| &it.event)),
            gebeurtenissen: gelezen.into_iter().map(vastgelegd).collect(),
            compartimenten,
            feiten_van,
        })
    }

    /// Notes in the reading log who opens what.
    async fn noteer(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        compartimenten: &[Compartiment],
        feiten_van: Datum,
    ) -> Result<(), StoreError> {
        let regel = LogRegel {
            account: wie.account,
            lezer: wie.lezer.to_string(),
            compartimenten: compartimenten.iter().map(|it| it.nummer()).collect(),
            feiten_van,
            tabel: DIGEST.to_owned(),
        };
        let event = leeslog::Event::DossierIngezien(Secties::proces(regel));
        let stroom = StroomId { soort: Stroomsoort::Leeslog, id: dossier.0 };
        let omslag =
            Omslag { id: GebeurtenisId(nieuw_id()), moment: self.klok.nu(), kop: wie.kop() };
        loop {
            let laatste =
                self.store.read_stream(stroom, Versie(u64::MAX), Richting::Achteruit, 1).await?;
            let versie = laatste.first().map_or(Versie::GEEN, |record| record.versie);
            let record =
                verzegel(&*self.sleutels, stroom, versie.volgende(), omslag.clone(), &event)
                    .await?;
            let verwacht = Verwacht::Precies(versie);
            match self
                .store
                .append(vec![Toevoeging { stroom, verwacht, records: vec![record] }])
                .await
            {
                // Somebody else read the same dossier at the same moment: behind that one.
                Err(StoreError::Conflict { .. }) => {}
                uitkomst => return uitkomst.map(|_| ()),
            }
        }
    }
}

fn vastgelegd(gelezen: Gelezen<Event>) -> Vastgelegd {
    Vastgelegd {
        event: gelezen.event,
        vastgelegd_op: dag_in_amsterdam(gelezen.moment),
        door: gelezen.kop.map(|kop| kop.door.functie).unwrap_or_default(),
    }
}

/// The compartments of these that are in the records: what the reading log says was opened.
fn geopend(records: &[Record], compartimenten: &[Compartiment]) -> Vec<Compartiment> {
    let aanwezig: BTreeSet<Compartiment> = records
        .iter()
        .flat_map(|record| &record.secties)
        .map(|sectie| sectie.compartiment)
        .collect();
    compartimenten.iter().copied().filter(|it| aanwezig.contains(it)).collect()
}
