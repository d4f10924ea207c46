//! The anchor: the head of every stream on one moment, and one hash over all of them.
//!
//! Kept outside the system, it shows later that no stream was rewritten, cut off or left out. Its
//! form is text, so that it can be printed, mailed and compared by eye.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};
use thiserror::Error;
use uuid::Uuid;

use crate::record::{Hash, Record};
use crate::stroom::{Moment, Positie, StroomId, Stroomsoort, Versie};

/// The last version and hash of every stream, in order of the streams.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hoofden(BTreeMap<StroomId, (Versie, Hash)>);

impl Hoofden {
    /// Takes in a record: it is the head of its stream from now on.
    pub fn neem(&mut self, record: &Record) {
        self.zet(record.stroom, record.versie, record.hash);
    }

    /// Sets the head of a stream.
    pub fn zet(&mut self, stroom: StroomId, versie: Versie, hash: Hash) {
        self.0.insert(stroom, (versie, hash));
    }

    /// The head of a stream, if it is there.
    #[must_use]
    pub fn hoofd(&self, stroom: StroomId) -> Option<(Versie, Hash)> {
        self.0.get(&stroom).copied()
    }

    /// Number of streams.
    #[must_use]
    pub fn aantal(&self) -> u64 {
        self.0.len() as u64
    }

    /// One hash over all heads.
    #[must_use]
    pub fn wortel(&self) -> Hash {
        let mut som = Sha256::new();
        for (stroom, (versie, hash)) in &self.0 {
            som.update(stroom.bytes());
            som.update(versie.0.to_be_bytes());
            som.update(hash.0);
        }
        Hash(som.finalize().into())
    }
}

/// The heads of all streams on one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anker {
    /// When it was made (UTC).
    pub moment: Moment,
    /// The last position it covers.
    pub positie: Positie,
    /// The heads.
    pub hoofden: Hoofden,
}

/// Why a text is no anchor.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AnkerFout {
    /// A line does not say what it should.
    #[error("regel {0} is geen regel van een anker")]
    Regel(usize),
    /// The heads do not make the root that stands above them.
    #[error("de stromen in het anker passen niet bij zijn wortel; het anker is veranderd")]
    Wortel,
}

/// What a stream is, held against an anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Afwijking {
    /// Nothing of the stream is there any more.
    Ontbreekt,
    /// The stream ends before the version that the anchor knows.
    Afgekapt {
        /// The last version that is there.
        tot_en_met: Versie,
    },
    /// At the version that the anchor knows stands something else.
    Herschreven,
}

const TITEL: &str = "poortwachter-anker 1";

impl Anker {
    /// The anchor as text: title, moment, position, number of streams, root, then a line per stream.
    #[must_use]
    pub fn tekst(&self) -> String {
        let mut tekst = format!(
            "{TITEL}\nmoment {}\npositie {}\nstromen {}\nwortel {}\n",
            self.moment.0,
            self.positie,
            self.hoofden.aantal(),
            self.hoofden.wortel()
        );
        for (stroom, (versie, hash)) in &self.hoofden.0 {
            let _nooit_fout = writeln!(tekst, "{stroom} {versie} {hash}");
        }
        tekst
    }

    /// Reads an anchor back, and checks its root.
    ///
    /// # Errors
    ///
    /// [`AnkerFout`].
    pub fn lees(tekst: &str) -> Result<Self, AnkerFout> {
        let mut regels = (1..).zip(tekst.lines());
        let (nummer, titel) = regels.next().unwrap_or((1, ""));
        if titel != TITEL {
            return Err(AnkerFout::Regel(nummer));
        }
        let mut veld = |naam: &str| {
            let (nummer, regel) = regels.next().unwrap_or((0, ""));
            let waarde = regel.strip_prefix(naam).and_then(|rest| rest.strip_prefix(' '));
            waarde.map(str::to_owned).ok_or(AnkerFout::Regel(nummer))
        };
        let moment = veld("moment")?.parse().map_err(|_| AnkerFout::Regel(2))?;
        let positie = veld("positie")?.parse().map_err(|_| AnkerFout::Regel(3))?;
        let stromen: u64 = veld("stromen")?.parse().map_err(|_| AnkerFout::Regel(4))?;
        let wortel = lees_hash(&veld("wortel")?).ok_or(AnkerFout::Regel(5))?;
        let mut hoofden = Hoofden::default();
        for (nummer, regel) in regels {
            let (stroom, versie, hash) = lees_hoofd(regel).ok_or(AnkerFout::Regel(nummer))?;
            hoofden.zet(stroom, versie, hash);
        }
        if hoofden.wortel() != wortel || hoofden.aantal() != stromen {
            return Err(AnkerFout::Wortel);
        }
        Ok(Self { moment: Moment(moment), positie: Positie(positie), hoofden })
    }
}

/// Holds a log against an anchor, record by record. Memory: the streams of the anchor.
#[derive(Debug)]
pub struct Toets<'a> {
    anker: &'a Anker,
    /// Of each stream the last version that passed by, and whether it is as the anchor says.
    gezien: HashMap<StroomId, (Versie, bool)>,
}

impl<'a> Toets<'a> {
    /// Begins to hold a log against an anchor.
    #[must_use]
    pub fn new(anker: &'a Anker) -> Self {
        Self { anker, gezien: HashMap::new() }
    }

    /// Takes in a record.
    pub fn neem(&mut self, record: &Record) {
        let Some((versie, hash)) = self.anker.hoofden.hoofd(record.stroom) else {
            return;
        };
        let gezien = self.gezien.entry(record.stroom).or_insert((Versie::GEEN, true));
        gezien.0 = gezien.0.max(record.versie);
        gezien.1 &= record.versie != versie || record.hash == hash;
    }

    /// Every stream that is not as the anchor says, in order.
    #[must_use]
    pub fn afwijkingen(&self) -> Vec<(StroomId, Versie, Afwijking)> {
        let hoofden = self.anker.hoofden.0.iter();
        let afwijkingen = hoofden.filter_map(|(stroom, (versie, _))| {
            let afwijking = match self.gezien.get(stroom) {
                None => Afwijking::Ontbreekt,
                Some((tot_en_met, _)) if tot_en_met < versie => {
                    Afwijking::Afgekapt { tot_en_met: *tot_en_met }
                }
                Some((_, false)) => Afwijking::Herschreven,
                Some((_, true)) => return None,
            };
            Some((*stroom, *versie, afwijking))
        });
        afwijkingen.collect()
    }
}

fn lees_hoofd(regel: &str) -> Option<(StroomId, Versie, Hash)> {
    let mut delen = regel.split(' ');
    let (soort, id) = delen.next()?.split_once('/')?;
    let soort = Stroomsoort::ALLE.into_iter().find(|it| it.naam() == soort)?;
    let stroom = StroomId { soort, id: Uuid::try_parse(id).ok()? };
    let versie = Versie(delen.next()?.parse().ok()?);
    let hash = lees_hash(delen.next()?)?;
    delen.next().is_none().then_some((stroom, versie, hash))
}

fn lees_hash(hex: &str) -> Option<Hash> {
    let mut bytes = [0; 32];
    let (paren, rest) = hex.as_bytes().as_chunks::<2>();
    if paren.len() != bytes.len() || !rest.is_empty() {
        return None;
    }
    for (byte, paar) in bytes.iter_mut().zip(paren) {
        *byte = u8::from_str_radix(std::str::from_utf8(paar).ok()?, 16).ok()?;
    }
    Some(Hash(bytes))
}

#[cfg(test)]
mod tests {
    use super::{Afwijking, Anker, AnkerFout, Hoofden, Toets};
    use crate::conformance::{record, stroom};
    use crate::record::{Hash, Record};
    use crate::stroom::{Moment, Positie, Versie};

    fn keten(nummer: u128, lengte: u64, begin: u128) -> Vec<Record> {
        let mut vorige = Hash::BEGIN;
        let versies = (1..=lengte).map(Versie);
        let records = versies.map(|versie| {
            let nieuw = record(begin + u128::from(versie.0));
            let record = Record::plaats(nieuw, stroom(nummer), versie, Positie(versie.0), vorige);
            vorige = record.hash;
            record
        });
        records.collect()
    }

    fn anker() -> Anker {
        let mut hoofden = Hoofden::default();
        for nummer in 1..=3 {
            for record in keten(nummer, 4, 0) {
                hoofden.neem(&record);
            }
        }
        Anker { moment: Moment(1), positie: Positie(12), hoofden }
    }

    #[test]
    fn een_anker_komt_terug_zoals_het_ging() {
        assert_eq!(Anker::lees(&anker().tekst()), Ok(anker()));
    }

    #[test]
    fn een_anker_waar_een_stroom_uit_is_of_in_is_veranderd_wordt_geweigerd() {
        let tekst = anker().tekst();
        let zonder: Vec<&str> = tekst.lines().take(7).collect();
        assert_eq!(Anker::lees(&zonder.join("\n")), Err(AnkerFout::Wortel));
        let anders = tekst.replacen(" 4 ", " 3 ", 1);
        assert_eq!(Anker::lees(&anders), Err(AnkerFout::Wortel));
        assert_eq!(Anker::lees("iets anders"), Err(AnkerFout::Regel(1)));
    }

    #[test]
    fn wat_na_het_anker_kwam_is_geen_afwijking() {
        let anker = anker();
        let mut toets = Toets::new(&anker);
        for nummer in 1..=4 {
            for record in keten(nummer, 6, 0) {
                toets.neem(&record);
            }
        }
        assert_eq!(toets.afwijkingen(), []);
    }

    #[test]
    fn een_stroom_die_ontbreekt_is_afgekapt_of_herschreven_wordt_genoemd() {
        let anker = anker();
        let mut toets = Toets::new(&anker);
        for record in keten(1, 3, 0).into_iter().chain(keten(2, 6, 100)) {
            toets.neem(&record);
        }
        let afgekapt = Afwijking::Afgekapt { tot_en_met: Versie(3) };
        let verwacht = [
            (stroom(1), Versie(4), afgekapt),
            (stroom(2), Versie(4), Afwijking::Herschreven),
            (stroom(3), Versie(4), Afwijking::Ontbreekt),
        ];
        assert_eq!(toets.afwijkingen(), verwacht);
    }
}
