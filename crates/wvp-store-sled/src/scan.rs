//! Reads segments from front to back, and says of every byte what became of it.
//!
//! A group counts when its commit mark is there. Without its mark it counts when something durable
//! came after it: a later mark, a later segment, or a position that the index knows. What follows
//! the last thing that counts is a torn tail; everything else that is unreadable is damage.

use wvp_store::{Positie, Record, Schade, StoreError, StroomId, Versie, recordvorm};

use crate::frame::inhoud::lees_merk;
use crate::frame::{Ontleed, Soort, ontleed, zoek_volgende};
use crate::segment::{Plek, Segmenten};

/// A record with its place.
#[derive(Debug)]
pub(crate) struct Geplaatst {
    pub(crate) record: Record,
    pub(crate) plek: Plek,
    /// Length of the frame in bytes.
    pub(crate) lengte: u64,
}

/// How far the journal is known to have been acknowledged: position, and the place after it when
/// that is known too (else the very beginning).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Bekend {
    pub(crate) positie: Positie,
    pub(crate) plek: Plek,
}

/// What is found, in order.
#[derive(Debug)]
pub(crate) enum Vondst {
    /// A record.
    Record(Box<Geplaatst>),
    /// Damage.
    Schade(Schade),
    /// All that came before is settled; the journal goes on here.
    Tot(Positie, Plek),
}

/// The torn tail of the last segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Staart {
    pub(crate) plek: Plek,
    pub(crate) bytes: u64,
}

/// Where a scan ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Einde {
    /// The last position.
    pub(crate) kop: Positie,
    /// The torn tail, if there is one.
    pub(crate) staart: Option<Staart>,
}

/// Scans from a place (with the last position before it) to the end of the journal.
///
/// What is known to have been acknowledged counts without a commit mark.
pub(crate) fn scan(
    segmenten: &Segmenten,
    vanaf: (Positie, Plek),
    bekend: Bekend,
    vondst: &mut dyn FnMut(Vondst) -> Result<(), StoreError>,
) -> Result<Einde, StoreError> {
    let (mut kop, begin) = vanaf;
    let mut staart = None;
    let nummers = segmenten.alle();
    for segment in nummers.iter().copied().filter(|segment| *segment >= begin.segment) {
        let plek = if segment == begin.segment { begin } else { Plek { segment, offset: 0 } };
        if segment > kop.0 {
            vondst(Vondst::Schade(schade(plek, None)))?;
            kop = Positie(segment);
        }
        let is_laatste = nummers.last() == Some(&segment);
        let grens = is_laatste.then_some(bekend);
        let (tot, vast) = scan_segment(segmenten, (kop, plek), grens, vondst)?;
        kop = tot;
        let bytes = segmenten.lengte(segment)?.saturating_sub(vast.offset);
        staart = (is_laatste && bytes > 0).then_some(Staart { plek: vast, bytes });
        vondst(Vondst::Tot(kop, vast))?;
    }
    Ok(Einde { kop, staart })
}

/// Scans one segment from a place on. With `bekend` it may have a torn tail, and only what is known
/// counts without a commit mark. Answers the last position and where all is settled.
pub(crate) fn scan_segment(
    segmenten: &Segmenten,
    (kop, plek): (Positie, Plek),
    bekend: Option<Bekend>,
    vondst: &mut dyn FnMut(Vondst) -> Result<(), StoreError>,
) -> Result<(Positie, Plek), StoreError> {
    let bytes = segmenten.lees(plek, usize::MAX)?;
    let mut loper = Loper { segment: plek.segment, kop, los: vec![], vondst };
    let gesloten = loper.loop_door(&bytes, plek.offset)?;
    let offset = if let Some(bekend) = bekend {
        loper.neem_bekende_over(bekend, gesloten)?
    } else {
        loper.neem_over(usize::MAX)?;
        plek.offset + bytes.len() as u64
    };
    Ok((loper.kop, Plek { offset, ..plek }))
}

fn schade(plek: Plek, van: Option<(StroomId, Versie)>) -> Schade {
    let Plek { segment, offset } = plek;
    Schade { segment, offset, stroom: van.map(|(stroom, _)| stroom), versie: van.map(|(_, v)| v) }
}

/// Something that no commit mark has closed yet.
enum Los {
    Heel(Box<Geplaatst>),
    Kapot(Positie, Plek, (StroomId, Versie), u64),
    /// From here, this many bytes.
    Gat(Plek, u64),
}

impl Los {
    fn positie(&self) -> Option<Positie> {
        match self {
            Self::Heel(geplaatst) => Some(geplaatst.record.positie),
            Self::Kapot(positie, ..) => Some(*positie),
            Self::Gat(..) => None,
        }
    }

    fn plek(&self) -> Plek {
        match self {
            Self::Heel(geplaatst) => geplaatst.plek,
            Self::Kapot(_, plek, ..) | Self::Gat(plek, _) => *plek,
        }
    }

    fn lengte(&self) -> u64 {
        match self {
            Self::Heel(geplaatst) => geplaatst.lengte,
            Self::Kapot(_, _, _, lengte) | Self::Gat(_, lengte) => *lengte,
        }
    }

    /// Whether it counts without a commit mark. A gap counts only when what is known reaches to its
    /// end: one that stops short was cut, and nothing may be written behind it.
    fn is_bekend(&self, bekend: Bekend) -> bool {
        match self {
            Self::Heel(_) | Self::Kapot(..) => {
                self.positie().is_some_and(|positie| positie <= bekend.positie)
            }
            Self::Gat(plek, lengte) => {
                let reikt_tot = Plek { offset: plek.offset + lengte, ..*plek };
                *plek < bekend.plek && bekend.plek <= reikt_tot
            }
        }
    }

    /// The offset after it. Of a gap, what is known is all that counts: a torn tail may follow.
    fn einde(&self, bekend: Bekend) -> u64 {
        match self {
            Self::Heel(_) | Self::Kapot(..) => self.plek().offset + self.lengte(),
            Self::Gat(..) => bekend.plek.offset,
        }
    }
}

struct Loper<'a> {
    segment: u64,
    kop: Positie,
    los: Vec<Los>,
    vondst: &'a mut dyn FnMut(Vondst) -> Result<(), StoreError>,
}

impl Loper<'_> {
    /// Walks over the bytes; answers the offset up to which all is closed by commit marks.
    fn loop_door(&mut self, bytes: &[u8], begin: u64) -> Result<u64, StoreError> {
        let mut op = 0;
        let mut vast = begin;
        while let Some(rest) = bytes.get(op..).filter(|rest| !rest.is_empty()) {
            let plek = Plek { segment: self.segment, offset: begin + op as u64 };
            op += match ontleed(rest) {
                Ontleed::Heel(kop, inhoud, lengte) => {
                    if self.heel(kop.soort, kop.positie, inhoud, plek, lengte as u64)? {
                        vast = plek.offset + lengte as u64;
                    }
                    lengte
                }
                Ontleed::Kapot(kop, lengte) => {
                    self.los.push(match kop.soort {
                        Soort::Record(stroom, versie) => {
                            Los::Kapot(kop.positie, plek, (stroom, versie), lengte as u64)
                        }
                        Soort::Groep => Los::Gat(plek, lengte as u64),
                    });
                    lengte
                }
                Ontleed::Onleesbaar | Ontleed::Kort => {
                    let lengte = zoek_volgende(rest).unwrap_or(rest.len());
                    self.los.push(Los::Gat(plek, lengte as u64));
                    lengte
                }
            };
        }
        Ok(vast)
    }

    /// Takes in a whole frame; answers whether it closed a group.
    fn heel(
        &mut self,
        soort: Soort,
        positie: Positie,
        inhoud: &[u8],
        plek: Plek,
        lengte: u64,
    ) -> Result<bool, StoreError> {
        match soort {
            Soort::Record(stroom, versie) => {
                let record = recordvorm::lees(positie, stroom, versie, inhoud);
                self.los.push(match record {
                    Some(record) => Los::Heel(Box::new(Geplaatst { record, plek, lengte })),
                    None => Los::Kapot(positie, plek, (stroom, versie), lengte),
                });
                Ok(false)
            }
            Soort::Groep => {
                if let Some(regels) = lees_merk(inhoud) {
                    return self.sluit_groep(positie, &regels).map(|()| true);
                }
                self.los.push(Los::Gat(plek, lengte));
                Ok(false)
            }
        }
    }

    /// A commit mark settles what came before it, and names what is missing from its own group.
    fn sluit_groep(
        &mut self,
        laatste: Positie,
        regels: &[(StroomId, Versie)],
    ) -> Result<(), StoreError> {
        let eerste = laatste.0.saturating_sub(regels.len() as u64) + 1;
        let gat = self.los.iter().find_map(|los| match los {
            Los::Gat(plek, _) => Some(*plek),
            Los::Heel(_) | Los::Kapot(..) => None,
        });
        let gevonden: Vec<u64> = self.los.iter().filter_map(Los::positie).map(|it| it.0).collect();
        let mut genoemd = false;
        for (positie, regel) in (eerste..).zip(regels) {
            if let Some(plek) = gat.filter(|_| !gevonden.contains(&positie)) {
                genoemd = true;
                (self.vondst)(Vondst::Schade(schade(plek, Some(*regel))))?;
            }
        }
        if genoemd {
            self.los.retain(|los| !matches!(los, Los::Gat(..)));
        }
        self.neem_over(usize::MAX)?;
        self.kop = self.kop.max(laatste);
        Ok(())
    }

    /// Settles what is known to have been acknowledged although no commit mark closes it; answers
    /// the offset up to which all is settled.
    fn neem_bekende_over(&mut self, bekend: Bekend, gesloten: u64) -> Result<u64, StoreError> {
        let Some(laatste) = self.los.iter().rposition(|los| los.is_bekend(bekend)) else {
            return Ok(gesloten);
        };
        let vast = self.los.get(laatste).map_or(gesloten, |los| los.einde(bekend));
        self.neem_over(laatste + 1)?;
        Ok(vast)
    }

    /// Settles the first so many loose things.
    fn neem_over(&mut self, aantal: usize) -> Result<(), StoreError> {
        let aantal = aantal.min(self.los.len());
        for los in self.los.drain(..aantal) {
            self.kop = self.kop.max(los.positie().unwrap_or(self.kop));
            (self.vondst)(match los {
                Los::Heel(geplaatst) => Vondst::Record(geplaatst),
                Los::Kapot(_, plek, van, _) => Vondst::Schade(schade(plek, Some(van))),
                Los::Gat(plek, _) => Vondst::Schade(schade(plek, None)),
            })?;
        }
        Ok(())
    }
}
