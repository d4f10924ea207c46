//! Reading: a stream through the index, everything from the segments in order.

use std::sync::Arc;

use wvp_store::{Positie, Record, Richting, Schade, StoreError, StroomId, Versie, recordvorm};

use crate::frame::{GROOTSTE, KOP, Kopregel, Ontleed, Soort, ontleed, zoek_volgende};
use crate::index::{Index, Plaats, onleesbaar};
use crate::scan::{Bekend, Vondst, scan_segment};
use crate::segment::Plek;
use crate::store::Gedeeld;

/// How much is read at a time when everything is read, in bytes.
const HAP: usize = 256 << 10;

/// What a reader needs.
pub(crate) struct Lezer {
    pub(crate) gedeeld: Arc<Gedeeld>,
    pub(crate) index: Arc<Index>,
}

impl Lezer {
    /// Reads a stream from a version.
    pub(crate) fn stroom(
        &self,
        stroom: StroomId,
        vanaf: Versie,
        richting: Richting,
        hoogstens: usize,
    ) -> Result<Vec<Record>, StoreError> {
        let laatste = self.index.laatste(stroom)?.versie;
        let hoogstens = hoogstens as u64;
        let (van, tot) = match richting {
            Richting::Vooruit => {
                let van = vanaf.max(Versie(1));
                (van, laatste.min(Versie(van.0.saturating_add(hoogstens).saturating_sub(1))))
            }
            Richting::Achteruit => {
                let tot = vanaf.min(laatste);
                (Versie(tot.0.saturating_sub(hoogstens)).volgende(), tot)
            }
        };
        if van > tot || hoogstens == 0 {
            return Ok(vec![]);
        }
        self.gedeeld.schade.eis_heel(stroom, tot)?;
        let plaatsen = self.index.plaatsen(stroom, van, tot)?;
        if !plaatsen.iter().map(|plaats| plaats.versie.0).eq(van.0..=tot.0) {
            self.gedeeld.keur_index_af();
            return Err(onleesbaar());
        }
        let records = plaatsen.into_iter().map(|plaats| self.record(stroom, plaats));
        let mut records = records.collect::<Result<Vec<_>, _>>()?;
        if richting == Richting::Achteruit {
            records.reverse();
        }
        Ok(records)
    }

    fn record(&self, stroom: StroomId, plaats: Plaats) -> Result<Record, StoreError> {
        let Plaats { versie, plek, lengte, positie } = plaats;
        let lengte = usize::try_from(lengte).unwrap_or(usize::MAX).min(KOP + GROOTSTE);
        let bytes = self.gedeeld.segmenten.lees_precies(plek, lengte)?.unwrap_or_default();
        let beloofd = Kopregel { soort: Soort::Record(stroom, versie), positie };
        let record = match ontleed(&bytes) {
            Ontleed::Heel(kop, inhoud, _) if kop == beloofd => {
                recordvorm::lees(positie, stroom, versie, inhoud)
            }
            Ontleed::Heel(..) | Ontleed::Kapot(..) | Ontleed::Onleesbaar | Ontleed::Kort => None,
        };
        if let Some(record) = record {
            return Ok(record);
        }
        // Either the journal is damaged or the index points elsewhere.
        self.gedeeld.keur_index_af();
        Err(StoreError::Damaged(self.meld(stroom, versie, plek)?))
    }

    /// Reads everything after a position; steps over damage and over what hangs on it.
    pub(crate) fn alles(&self, na: Positie, hoogstens: usize) -> Result<Vec<Record>, StoreError> {
        let einde = self.gedeeld.einde();
        let mut records = vec![];
        if na >= einde.0 || hoogstens == 0 {
            return Ok(records);
        }
        let mut plek = self.begin(na.volgende())?;
        while plek < einde.1 && records.len() < hoogstens {
            let vol = plek.segment == einde.1.segment;
            let lengte = self.gedeeld.segmenten.lengte(plek.segment)?;
            let tot = if vol { einde.1.offset } else { lengte };
            if plek.offset < tot {
                plek.offset = self.hap(plek, tot, na, hoogstens, &mut records)?;
            } else if let Some(segment) = self.gedeeld.segmenten.na(plek.segment) {
                plek = Plek { segment, offset: 0 };
            } else {
                break;
            }
        }
        Ok(records)
    }

    fn begin(&self, positie: Positie) -> Result<Plek, StoreError> {
        let eerste = || self.gedeeld.segmenten.eerste().unwrap_or_default();
        let begin = self.index.begin_voor(positie)?;
        Ok(begin.unwrap_or_else(|| Plek { segment: eerste(), offset: 0 }))
    }

    /// Reads on from a place in a segment, up to an offset; answers where it stopped.
    fn hap(
        &self,
        plek: Plek,
        tot: u64,
        na: Positie,
        hoogstens: usize,
        records: &mut Vec<Record>,
    ) -> Result<u64, StoreError> {
        let over = usize::try_from(tot - plek.offset).unwrap_or(usize::MAX);
        let mut bytes = self.gedeeld.segmenten.lees(plek, HAP.min(over))?;
        if matches!(ontleed(&bytes), Ontleed::Kort | Ontleed::Onleesbaar) {
            // Either a long frame or damage: both need what follows.
            bytes = self.gedeeld.segmenten.lees(plek, over)?;
        }
        let mut op = 0;
        while records.len() < hoogstens {
            let Some(rest) = bytes.get(op..).filter(|rest| !rest.is_empty()) else {
                break;
            };
            let hier = Plek { offset: plek.offset + op as u64, ..plek };
            op += match ontleed(rest) {
                Ontleed::Heel(kop, inhoud, lengte) => {
                    self.neem(kop, inhoud, na, hier, records)?;
                    lengte
                }
                Ontleed::Kapot(kop, lengte) => {
                    if let Soort::Record(stroom, versie) = kop.soort {
                        self.meld(stroom, versie, hier)?;
                    }
                    lengte
                }
                Ontleed::Kort | Ontleed::Onleesbaar if op > 0 => break,
                Ontleed::Kort | Ontleed::Onleesbaar => {
                    self.doorzoek(hier)?;
                    zoek_volgende(rest).unwrap_or(rest.len())
                }
            };
        }
        Ok(plek.offset + op as u64)
    }

    fn neem(
        &self,
        kop: Kopregel,
        inhoud: &[u8],
        na: Positie,
        plek: Plek,
        records: &mut Vec<Record>,
    ) -> Result<(), StoreError> {
        let Soort::Record(stroom, versie) = kop.soort else {
            return Ok(());
        };
        if kop.positie <= na || self.gedeeld.schade.eis_heel(stroom, versie).is_err() {
            return Ok(());
        }
        match recordvorm::lees(kop.positie, stroom, versie, inhoud) {
            Some(record) => records.push(record),
            None => drop(self.meld(stroom, versie, plek)?),
        }
        Ok(())
    }

    /// Damage that comes to light while reading: the stream ends there from now on.
    fn meld(&self, stroom: StroomId, versie: Versie, plek: Plek) -> Result<Schade, StoreError> {
        let Plek { segment, offset } = plek;
        let schade = Schade { segment, offset, stroom: Some(stroom), versie: Some(versie) };
        self.onthoud(schade)?;
        Ok(schade)
    }

    /// A header that is damaged does not say whose it is; the commit mark of its group does.
    fn doorzoek(&self, plek: Plek) -> Result<(), StoreError> {
        if !self.gedeeld.is_nieuwe_schade(plek) {
            return Ok(());
        }
        let (positie, einde) = self.gedeeld.einde();
        let begin = (Positie(plek.segment), Plek { offset: 0, ..plek });
        let bekend = (plek.segment == einde.segment).then_some(Bekend { positie, plek: einde });
        let segmenten = &self.gedeeld.segmenten;
        scan_segment(segmenten, begin, bekend, &mut |vondst| match vondst {
            Vondst::Schade(schade) => self.onthoud(schade),
            Vondst::Record(_) | Vondst::Tot(..) => Ok(()),
        })?;
        Ok(())
    }

    fn onthoud(&self, schade: Schade) -> Result<(), StoreError> {
        tracing::error!(%schade, "schade in het journaal");
        self.gedeeld.schade.onthoud(schade);
        self.index.neem_op(&[Vondst::Schade(schade)])
    }
}
