//! The one writer: collects what waits, judges, writes, syncs once, then answers all.

use std::collections::HashMap;
use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};
use wvp_store::oordeel::{Oordeel, Stand, beoordeel, plaats};
use wvp_store::{
    GebeurtenisId, Positie, Record, Resultaat, StoreError, StroomId, Toevoeging, Versie,
};

use crate::bevestigd::Bevestigd;
use crate::frame::inhoud::{REGELS_HOOGSTENS, eis_merk_past, schrijf_merk, schrijf_record};
use crate::index::{Index, Laatste};
use crate::scan::{Bekend, Geplaatst, Vondst};
use crate::segment::{Plek, io_fout};
use crate::store::Gedeeld;

/// An append that waits, with where its answer goes.
#[derive(Debug)]
pub(crate) struct Opdracht {
    pub(crate) toevoegingen: Vec<Toevoeging>,
    pub(crate) antwoord: oneshot::Sender<Uitkomst>,
}

pub(crate) type Uitkomst = Result<Vec<Resultaat>, StoreError>;

/// Appends that share one sync at most, in number and in bytes.
const BATCH_HOOGSTENS: usize = 1024;
const BATCH_BYTES: usize = 4 << 20;

/// The writer; lives in a thread of its own.
#[derive(Debug)]
pub(crate) struct Schrijver {
    pub(crate) gedeeld: Arc<Gedeeld>,
    pub(crate) index: Arc<Index>,
    pub(crate) bestand: Arc<File>,
    pub(crate) bevestigd: Bevestigd,
    /// Where the next byte goes.
    pub(crate) plek: Plek,
    pub(crate) kop: Positie,
    /// Why nothing can be written any more until the store is opened again.
    pub(crate) stuk: Option<String>,
    /// The position of the last checkpoint of the index.
    pub(crate) gecontroleerd: Positie,
}

impl Schrijver {
    /// Works until nobody can send any more, then leaves the index in order.
    pub(crate) fn werk(mut self, mut wachtrij: mpsc::Receiver<Opdracht>) {
        while let Some(eerste) = wachtrij.blocking_recv() {
            let mut opdrachten = vec![eerste];
            while opdrachten.len() < BATCH_HOOGSTENS {
                match wachtrij.try_recv() {
                    Ok(opdracht) => opdrachten.push(opdracht),
                    Err(_) => break,
                }
            }
            self.verwerk(opdrachten);
        }
        if self.stuk.is_none() {
            let vast = self.gedeeld.zet_controlepunt(&self.index, self.kop, self.plek);
            if let Err(fout) = vast {
                tracing::warn!(%fout, "controlepunt van de index is niet vastgelegd");
            }
        }
    }

    fn verwerk(&mut self, opdrachten: Vec<Opdracht>) {
        let mut opdrachten = opdrachten.into_iter().peekable();
        while opdrachten.peek().is_some() {
            let mut batch = Batch::new(self);
            let mut antwoorden = vec![];
            while let Some(Opdracht { toevoegingen, antwoord }) =
                opdrachten.next_if(|opdracht| batch.heeft_ruimte(&opdracht.toevoegingen))
            {
                antwoorden.push((antwoord, batch.neem_aan(toevoegingen)));
            }
            let groep = batch.sluit();
            let gelukt = groep.and_then(|(bytes, records)| self.leg_vast(&bytes, records));
            for (antwoord, uitkomst) in antwoorden {
                // Whoever asked may have gone; what was stored stays stored.
                let _weg = antwoord.send(match &gelukt {
                    Ok(()) => uitkomst,
                    Err(mislukt) => Err(mislukt.fout()),
                });
            }
        }
    }

    /// Writes and syncs; only then the index, the readers, and the answers.
    fn leg_vast(&mut self, bytes: &[u8], records: Vec<Wachtend>) -> Result<(), Mislukt> {
        if let Some(reden) = &self.stuk {
            return Err(Mislukt::Stuk(reden.clone()));
        }
        if bytes.is_empty() {
            return Ok(());
        }
        self.schrijf(bytes)?;
        let begin = self.plek;
        self.plek.offset += bytes.len() as u64;
        self.kop = self.kop.plus(records.len() as u64);
        self.bevestigd.noteer(Bekend { positie: self.kop, plek: self.plek });
        let mut vondsten = vec![];
        for Wachtend { record, offset, lengte } in records {
            let plek = Plek { segment: begin.segment, offset: begin.offset + offset };
            vondsten.push(Vondst::Record(Box::new(Geplaatst { record, plek, lengte })));
        }
        vondsten.push(Vondst::Tot(self.kop, self.plek));
        if let Err(fout) = self.index.neem_op(&vondsten) {
            // It is durable, so it is acknowledged; but nothing can be judged any more.
            self.stuk = Some(fout.to_string());
            self.gedeeld.keur_index_af();
        }
        self.gedeeld.maak_zichtbaar(self.kop, self.plek);
        self.zet_controlepunt_na_veel();
        Ok(())
    }

    fn schrijf(&mut self, bytes: &[u8]) -> Result<(), Mislukt> {
        if self.vrij()? < self.gedeeld.reserve_bytes.saturating_add(bytes.len() as u64) {
            return Err(Mislukt::Vol);
        }
        let vol = self.plek.offset + bytes.len() as u64 > self.gedeeld.segment_bytes;
        if vol && self.plek.offset > 0 {
            let nieuw = self.gedeeld.segmenten.maak(self.kop);
            self.bestand = nieuw.map_err(|fout| Mislukt::van(&fout))?;
            self.plek = Plek { segment: self.kop.0, offset: 0 };
        }
        if let Err(fout) = self.bestand.write_all_at(bytes, self.plek.offset) {
            // Durable before anything is written in its place: it may not come back under that.
            let terug = self.bestand.set_len(self.plek.offset);
            if let Err(fout) = terug.and_then(|()| self.bestand.sync_all()) {
                self.stuk = Some(fout.to_string());
            }
            return Err(Mislukt::van(&io_fout(&fout)));
        }
        self.bestand.sync_data().map_err(|fout| {
            // After a failed sync nobody knows what is on disk, also when it failed for want of
            // room; only opening again finds out.
            self.stuk = Some(fout.to_string());
            Mislukt::Stuk(fout.to_string())
        })
    }

    /// Room on the disk in bytes.
    fn vrij(&self) -> Result<u64, Mislukt> {
        let disk = rustix::fs::fstatvfs(&*self.bestand);
        let disk = disk.map_err(|fout| Mislukt::Stuk(fout.to_string()))?;
        Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
    }

    fn zet_controlepunt_na_veel(&mut self) {
        if self.kop.0.saturating_sub(self.gecontroleerd.0) >= self.gedeeld.controle_na {
            self.gecontroleerd = self.kop;
            self.gedeeld.zet_controlepunt_ernaast(&self.index, self.kop, self.plek);
        }
    }
}

/// Why a whole batch failed.
enum Mislukt {
    Vol,
    Stuk(String),
}

impl Mislukt {
    fn van(fout: &StoreError) -> Self {
        if matches!(fout, StoreError::Full) { Self::Vol } else { Self::Stuk(fout.to_string()) }
    }

    fn fout(&self) -> StoreError {
        match self {
            Self::Vol => StoreError::Full,
            Self::Stuk(reden) => StoreError::Unavailable(reden.clone()),
        }
    }
}

/// A record on its way to the disk, with its offset in the batch.
struct Wachtend {
    record: Record,
    offset: u64,
    lengte: u64,
}

/// What is stored, with what is about to be: a group, closed by one commit mark.
struct Batch<'a> {
    gedeeld: &'a Gedeeld,
    index: &'a Index,
    kop: Positie,
    bytes: Vec<u8>,
    records: Vec<Wachtend>,
    laatste: HashMap<StroomId, Laatste>,
    ids: HashMap<(StroomId, GebeurtenisId), (Versie, Positie)>,
}

impl Stand for Batch<'_> {
    fn versie(&self, stroom: StroomId) -> Result<Versie, StoreError> {
        self.laatste(stroom).map(|laatste| laatste.versie)
    }

    fn zoek(
        &self,
        stroom: StroomId,
        id: GebeurtenisId,
    ) -> Result<Option<(Versie, Positie)>, StoreError> {
        match self.ids.get(&(stroom, id)) {
            Some(plaats) => Ok(Some(*plaats)),
            None => self.index.zoek(stroom, id),
        }
    }
}

impl<'a> Batch<'a> {
    fn new(schrijver: &'a Schrijver) -> Self {
        Self {
            gedeeld: &schrijver.gedeeld,
            index: &schrijver.index,
            kop: schrijver.kop,
            bytes: vec![],
            records: vec![],
            laatste: HashMap::new(),
            ids: HashMap::new(),
        }
    }

    fn laatste(&self, stroom: StroomId) -> Result<Laatste, StoreError> {
        self.laatste.get(&stroom).map_or_else(|| self.index.laatste(stroom), |it| Ok(*it))
    }

    /// Whether an append can go along. One that is too big by itself does, and is refused there.
    fn heeft_ruimte(&self, toevoegingen: &[Toevoeging]) -> bool {
        let nieuw: usize = toevoegingen.iter().map(|deel| deel.records.len()).sum();
        let past = self.records.len().saturating_add(nieuw) <= REGELS_HOOGSTENS;
        self.records.is_empty() || (past && self.bytes.len() < BATCH_BYTES)
    }

    /// The bytes of the group with its mark, and its records.
    fn sluit(mut self) -> Result<(Vec<u8>, Vec<Wachtend>), Mislukt> {
        if !self.records.is_empty() {
            let groep = self.records.iter().map(|wachtend| &wachtend.record);
            let gelukt = schrijf_merk(&mut self.bytes, self.kop, groep);
            gelukt.map_err(|fout| Mislukt::van(&fout))?;
        }
        Ok((self.bytes, self.records))
    }

    /// Judges an append and takes it into the batch: all of it or nothing.
    fn neem_aan(&mut self, toevoegingen: Vec<Toevoeging>) -> Uitkomst {
        if let Oordeel::Herhaling(resultaten) = beoordeel(self, &toevoegingen)? {
            return Ok(resultaten);
        }
        for deel in &toevoegingen {
            self.gedeeld.schade.eis_heel(deel.stroom, Versie(u64::MAX))?;
        }
        let einde = |stroom| self.laatste(stroom).map(|einde| (einde.versie, einde.hash));
        let (groep, resultaten) = plaats(self.kop, einde, toevoegingen)?;
        eis_merk_past(&groep)?;
        let mut bytes = vec![];
        let mut grenzen = vec![];
        for record in &groep {
            let offset = bytes.len();
            schrijf_record(&mut bytes, record)?;
            grenzen.push((offset as u64, (bytes.len() - offset) as u64));
        }
        let begin = self.bytes.len() as u64;
        self.bytes.extend(bytes);
        for (record, (offset, lengte)) in groep.into_iter().zip(grenzen) {
            let Record { stroom, id, versie, positie, hash, .. } = record;
            self.kop = positie;
            self.laatste.insert(stroom, Laatste { versie, hash });
            self.ids.insert((stroom, id), (versie, positie));
            self.records.push(Wachtend { record, offset: begin + offset, lengte });
        }
        Ok(resultaten)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use wvp_store::conformance::{deel, stroom};
    use wvp_store::{EventStore as _, Verwacht};

    use super::*;
    use crate::frame::{Ontleed, Soort, ontleed};
    use crate::opening::{Instellingen, open};
    use crate::store::SledStore;

    /// Lets the writer find these appends waiting; answers what became of them.
    fn leg_vast(map: &Path, delen: Vec<Toevoeging>) -> Vec<Uitkomst> {
        let (geopend, _) = open(map, &Instellingen::default()).unwrap();
        let (wachtrij, uit) = mpsc::channel(delen.len());
        let antwoorden: Vec<_> = delen
            .into_iter()
            .map(|deel| {
                let (antwoord, wacht) = oneshot::channel();
                wachtrij.try_send(Opdracht { toevoegingen: vec![deel], antwoord }).unwrap();
                wacht
            })
            .collect();
        drop(wachtrij);
        geopend.schrijver.werk(uit);
        antwoorden.into_iter().map(|antwoord| antwoord.blocking_recv().unwrap()).collect()
    }

    /// The last position of every group.
    fn merken(map: &Path) -> Vec<u64> {
        let bytes = fs::read(map.join("journaal/00000000000000000000.log")).unwrap();
        let (mut op, mut merken) = (0, vec![]);
        while let Ontleed::Heel(kop, _, lengte) = ontleed(&bytes[op..]) {
            op += lengte;
            if kop.soort == Soort::Groep {
                merken.push(kop.positie.0);
            }
        }
        merken
    }

    #[test]
    fn appends_that_share_a_sync_share_one_mark() {
        let map = tempfile::tempdir().unwrap();
        let elke = |wie| deel(stroom(wie), Verwacht::Elke, [1, 2]);
        let fout = deel(stroom(9), Verwacht::Precies(Versie(7)), [1]);
        let uitkomsten = leg_vast(map.path(), vec![elke(1), fout, elke(2), elke(1), elke(3)]);
        let gelukt: Vec<_> = uitkomsten.iter().map(Result::is_ok).collect();
        assert_eq!(gelukt, [true, false, true, true, true]);
        assert_eq!(merken(map.path()), [6]);
    }

    #[test]
    fn a_group_closes_before_its_mark_is_full() {
        let map = tempfile::tempdir().unwrap();
        let veel = REGELS_HOOGSTENS as u128 - 1;
        let van = |wie, aantal: u128| deel(stroom(wie), Verwacht::Elke, 0..aantal);
        let delen = vec![van(1, veel), van(2, 2), van(3, 80_000), van(4, 1)];
        let uitkomsten = leg_vast(map.path(), delen);
        assert!(matches!(uitkomsten[2], Err(StoreError::TooLarge { .. })), "{:?}", uitkomsten[2]);
        assert_eq!(uitkomsten.iter().filter(|uitkomst| uitkomst.is_ok()).count(), 3);
        let veel = u64::try_from(veel).unwrap();
        assert_eq!(merken(map.path()), [veel, veel + 2, veel + 3]);
    }

    #[tokio::test]
    async fn what_a_group_holds_is_read_back_whole() {
        let map = tempfile::tempdir().unwrap();
        let pad = map.path().to_owned();
        let delen = (1..=40).map(|wie| deel(stroom(wie), Verwacht::Elke, 0..wie)).collect();
        tokio::task::spawn_blocking(move || leg_vast(&pad, delen)).await.unwrap();
        assert_eq!(merken(map.path()), [820]);
        fs::remove_dir_all(map.path().join("index")).unwrap();
        let (store, opening) = SledStore::open(map.path(), Instellingen::default()).await.unwrap();
        assert_eq!((opening.kop, opening.schade), (Positie(820), vec![]));
        assert_eq!(store.read_all(Positie::BEGIN, 999).await.unwrap().len(), 820);
    }
}
