//! The walk over one segment: collects what no mark has settled yet, and settles it.

use std::collections::HashSet;

use wvp_store::{Positie, StoreError, StroomId, Versie, recordvorm};

use super::{Bekend, Geplaatst, Vondst, schade};
use crate::frame::inhoud::lees_merk;
use crate::frame::{Kopregel, Ontleed, Soort, ontleed, zoek_volgende};
use crate::segment::Plek;

/// Something that no commit mark has settled yet.
enum Los {
    Heel(Box<Geplaatst>),
    Kapot(Positie, Plek, (StroomId, Versie), u64),
    /// A commit mark with a good header on which the journal ends.
    KapotMerk(Positie, Plek, u64),
    /// From here, this many bytes.
    Gat(Plek, u64),
    /// A frame that begins here, and of which only this many bytes are there.
    Afgebroken(Plek, u64),
}

impl Los {
    fn positie(&self) -> Option<Positie> {
        match self {
            Self::Heel(geplaatst) => Some(geplaatst.record.positie),
            Self::Kapot(positie, ..) | Self::KapotMerk(positie, ..) => Some(*positie),
            Self::Gat(..) | Self::Afgebroken(..) => None,
        }
    }

    fn plek(&self) -> Plek {
        match self {
            Self::Heel(geplaatst) => geplaatst.plek,
            Self::Kapot(_, plek, ..)
            | Self::KapotMerk(_, plek, _)
            | Self::Gat(plek, _)
            | Self::Afgebroken(plek, _) => *plek,
        }
    }

    fn lengte(&self) -> u64 {
        match self {
            Self::Heel(geplaatst) => geplaatst.lengte,
            Self::Kapot(_, _, _, lengte)
            | Self::KapotMerk(_, _, lengte)
            | Self::Gat(_, lengte)
            | Self::Afgebroken(_, lengte) => *lengte,
        }
    }

    fn is_gat(&self) -> bool {
        matches!(self, Self::Gat(..) | Self::Afgebroken(..))
    }

    /// Whether this is the whole record of this position that a mark names.
    fn is_heel(&self, positie: u64, (stroom, versie): (StroomId, Versie)) -> bool {
        let Self::Heel(geplaatst) = self else { return false };
        let record = &geplaatst.record;
        (record.positie.0, record.stroom, record.versie) == (positie, stroom, versie)
    }

    /// Whether it counts without a commit mark. What has no position counts only when what is known
    /// reaches to its end: it stopped short when it was cut, and nothing may be written behind it.
    fn is_bekend(&self, bekend: Bekend) -> bool {
        match self.positie() {
            Some(positie) => positie <= bekend.positie,
            None => self.plek() < bekend.plek && bekend.plek <= self.reikt_tot(),
        }
    }

    fn reikt_tot(&self) -> Plek {
        let plek = self.plek();
        Plek { offset: plek.offset + self.lengte(), ..plek }
    }

    /// The offset after what counts of it. Of a gap that is what is known: a torn tail may follow.
    fn einde(&self, bekend: Bekend) -> u64 {
        let tot = self.reikt_tot().offset;
        if self.is_gat() && self.is_bekend(bekend) { bekend.plek.offset } else { tot }
    }
}

pub(super) struct Loper<'a> {
    kop: Positie,
    begin: Plek,
    los: Vec<Los>,
    /// Up to here all is settled.
    vast: u64,
    bekend: Option<Bekend>,
    vondst: &'a mut dyn FnMut(Vondst) -> Result<(), StoreError>,
}

impl<'a> Loper<'a> {
    pub(super) fn new(
        (kop, begin): (Positie, Plek),
        bekend: Option<Bekend>,
        vondst: &'a mut dyn FnMut(Vondst) -> Result<(), StoreError>,
    ) -> Self {
        Self { kop, begin, los: vec![], vast: begin.offset, bekend, vondst }
    }

    /// Walks over the bytes to the end of the segment.
    pub(super) fn loop_door(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        let mut op = 0;
        while let Some(rest) = bytes.get(op..).filter(|rest| !rest.is_empty()) {
            let plek = Plek { offset: self.begin.offset + op as u64, ..self.begin };
            op += match ontleed(rest) {
                Ontleed::Heel(kop, inhoud, lengte) => {
                    self.heel(kop, inhoud, plek, (lengte, rest.len()))?;
                    lengte
                }
                Ontleed::Kapot(kop, lengte) => {
                    self.kapot(kop, plek, (lengte, rest.len()))?;
                    lengte
                }
                Ontleed::Onleesbaar => {
                    let lengte = zoek_volgende(rest).unwrap_or(rest.len());
                    self.los.push(Los::Gat(plek, lengte as u64));
                    lengte
                }
                Ontleed::Kort => {
                    let lengte = zoek_volgende(rest).unwrap_or(rest.len());
                    self.los.push(Los::Afgebroken(plek, lengte as u64));
                    lengte
                }
            };
        }
        Ok(())
    }

    /// Settles what is left at the end of a segment of so many bytes; answers the last position and
    /// the offset up to which all is settled.
    pub(super) fn rond_af(mut self, bytes: u64) -> Result<(Positie, u64), StoreError> {
        if let Some(bekend) = self.bekend {
            self.neem_bekende_over(bekend)?;
        } else {
            self.neem_over(usize::MAX)?;
            self.vast = self.begin.offset + bytes;
        }
        Ok((self.kop, self.vast))
    }

    fn heel(
        &mut self,
        kop: Kopregel,
        inhoud: &[u8],
        plek: Plek,
        (lengte, rest): (usize, usize),
    ) -> Result<(), StoreError> {
        match kop.soort {
            Soort::Record(stroom, versie) => {
                let record = recordvorm::lees(kop.positie, stroom, versie, inhoud);
                let lengte = lengte as u64;
                self.los.push(match record {
                    Some(record) => Los::Heel(Box::new(Geplaatst { record, plek, lengte })),
                    None => Los::Kapot(kop.positie, plek, (stroom, versie), lengte),
                });
                Ok(())
            }
            Soort::Groep => match lees_merk(inhoud) {
                Some(regels) => {
                    let einde = Plek { offset: plek.offset + lengte as u64, ..plek };
                    self.sluit_groep(kop.positie, &regels, (plek, einde), lengte == rest)
                }
                None => self.kapot(kop, plek, (lengte, rest)),
            },
        }
    }

    fn kapot(
        &mut self,
        kop: Kopregel,
        plek: Plek,
        (lengte, rest): (usize, usize),
    ) -> Result<(), StoreError> {
        let Soort::Record(stroom, versie) = kop.soort else {
            self.los.push(Los::KapotMerk(kop.positie, plek, lengte as u64));
            if lengte < rest {
                self.vast = plek.offset + lengte as u64;
                return self.neem_over(usize::MAX);
            }
            return Ok(());
        };
        self.los.push(Los::Kapot(kop.positie, plek, (stroom, versie), lengte as u64));
        Ok(())
    }

    /// A commit mark settles what came before it, and names what is missing from its own group; or
    /// it is the last thing there is, and its group is torn.
    fn sluit_groep(
        &mut self,
        laatste: Positie,
        regels: &[(StroomId, Versie)],
        (plek, einde): (Plek, Plek),
        is_laatste: bool,
    ) -> Result<(), StoreError> {
        let eerste = Positie(laatste.0.saturating_sub(regels.len() as u64) + 1);
        self.neem_eerdere_over(eerste, plek)?;
        let is_onbekend = self.bekend.is_some_and(|bekend| bekend.positie < eerste);
        let genoemd = (eerste.0..).zip(regels);
        let is_heel = self.los.len() == regels.len()
            && self.los.iter().zip(genoemd).all(|(los, (positie, van))| los.is_heel(positie, *van));
        if !is_heel && is_laatste && is_onbekend {
            self.vast = self.los.first().map_or(plek, Los::plek).offset;
            self.los.clear();
            return Ok(());
        }
        if !is_heel {
            self.noem_ontbrekende((eerste.0..).zip(regels.iter().copied()), plek)?;
        }
        self.neem_over(usize::MAX)?;
        self.kop = self.kop.max(laatste);
        self.vast = einde.offset;
        Ok(())
    }

    /// Settles what lies before a group that begins at this position: its own mark is gone, and with
    /// it perhaps records. A gap between the two is taken to be that mark.
    fn neem_eerdere_over(&mut self, eerste: Positie, merk: Plek) -> Result<(), StoreError> {
        let is_eerder = |los: &Los| los.positie().is_some_and(|positie| positie < eerste);
        let eerdere = self.los.iter().rposition(is_eerder).map_or(0, |nummer| nummer + 1);
        if eerdere == 0 && self.kop.volgende() >= eerste {
            return Ok(());
        }
        let gaten = self.los.iter().skip(eerdere).take_while(|los| los.is_gat()).count();
        self.neem_over(eerdere + gaten)?;
        if self.kop.volgende() < eerste {
            if gaten == 0 {
                let plek = self.los.first().map_or(merk, Los::plek);
                (self.vondst)(Vondst::Schade(schade(plek, None)))?;
            }
            self.kop = Positie(eerste.0.saturating_sub(1));
        }
        Ok(())
    }

    /// Names what a mark promises and is not there, at the place of the first gap before the mark.
    fn noem_ontbrekende(
        &mut self,
        genoemd: impl Iterator<Item = (u64, (StroomId, Versie))>,
        merk: Plek,
    ) -> Result<(), StoreError> {
        let gevonden: HashSet<u64> =
            self.los.iter().filter_map(Los::positie).map(|positie| positie.0).collect();
        let plek = self.los.iter().find(|los| los.is_gat()).map_or(merk, Los::plek);
        for (_, van) in genoemd.filter(|(positie, _)| !gevonden.contains(positie)) {
            self.los.retain(|los| !los.is_gat());
            (self.vondst)(Vondst::Schade(schade(plek, Some(van))))?;
        }
        Ok(())
    }

    /// Settles what is known to have been acknowledged although no commit mark closes it.
    fn neem_bekende_over(&mut self, bekend: Bekend) -> Result<(), StoreError> {
        let Some(mut laatste) = self.los.iter().rposition(|los| los.is_bekend(bekend)) else {
            return Ok(());
        };
        // The mark of a known group was on disk with it, so what is unreadable in its place is known.
        if let Some([Los::Heel(_) | Los::Kapot(..), Los::Gat(..)]) =
            self.los.get(laatste..laatste + 2)
        {
            laatste += 1;
        }
        self.vast = self.los.get(laatste).map_or(self.vast, |los| los.einde(bekend));
        self.neem_over(laatste + 1)
    }

    /// Settles the first so many loose things.
    fn neem_over(&mut self, aantal: usize) -> Result<(), StoreError> {
        let aantal = aantal.min(self.los.len());
        for los in self.los.drain(..aantal) {
            self.kop = self.kop.max(los.positie().unwrap_or(self.kop));
            (self.vondst)(match los {
                Los::Heel(geplaatst) => Vondst::Record(geplaatst),
                Los::Kapot(_, plek, van, _) => Vondst::Schade(schade(plek, Some(van))),
                Los::KapotMerk(_, plek, _) | Los::Gat(plek, _) | Los::Afgebroken(plek, _) => {
                    Vondst::Schade(schade(plek, None))
                }
            })?;
        }
        Ok(())
    }
}
