//! Verifying: every record against its hash, the one before it in its stream, its position and its
//! seals; and the end of the log against the counter.

use std::collections::HashMap;

use wvp_store::anker::{Afwijking, Anker, Hoofden, Toets};
use wvp_store::seal::open_secties;
use wvp_store::{
    EventStore as _, Hash, Letter, Positie, Record, Schade, Sleutelbos, StoreError, StroomId,
    Toegang, Versie,
};

use crate::fout::vreemd;
use crate::lezen::ALLES;
use crate::rij::{Gelezen, getal, lees, schade};
use crate::store::PostgresStore;

const BLADZIJDE: i64 = 1000;

/// What verifying found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verslag {
    /// Number of streams.
    pub stromen: u64,
    /// Number of records that could be read.
    pub records: u64,
    /// Number of sections that opened.
    pub secties_open: u64,
    /// Number of sections that are closed: no key-encryption key here, or the key was destroyed.
    pub secties_dicht: u64,
    /// The last position.
    pub kop: Positie,
    /// The last version and hash of every stream, as far as it could be read.
    pub hoofden: Hoofden,
    /// All that is wrong; offsets are positions.
    pub bevindingen: Vec<(Schade, Bevinding)>,
}

impl Verslag {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_heel(&self) -> bool {
        self.bevindingen.is_empty()
    }
}

/// What is wrong at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bevinding {
    /// What stands there is not what was stored.
    Onleesbaar,
    /// A record is gone: positions follow each other without gaps.
    Weg,
    /// The version does not follow the one before it.
    Volgorde,
    /// The record does not point to the one before it.
    Ketting,
    /// A section that should open does not.
    Zegel(Letter),
    /// The keyring does not know a key, or it does not fit.
    Sleutel(String),
}

/// Verifies the log up to where it ends now. Others may go on writing meanwhile.
///
/// # Errors
///
/// [`StoreError::Unavailable`] when it cannot be read.
pub async fn verifieer(
    store: &PostgresStore,
    sleutelbos: &dyn Sleutelbos,
) -> Result<Verslag, StoreError> {
    loop_na(store, sleutelbos, &mut |_| {}).await
}

/// Verifies the log, and holds it against an anchor that was made before: answers every stream that
/// was rewritten or cut off, or is missing, with the version that the anchor knows.
///
/// # Errors
///
/// As [`verifieer`].
pub async fn verifieer_tegen(
    store: &PostgresStore,
    sleutelbos: &dyn Sleutelbos,
    anker: &Anker,
) -> Result<(Verslag, Vec<(StroomId, Versie, Afwijking)>), StoreError> {
    let mut toets = Toets::new(anker);
    let verslag = loop_na(store, sleutelbos, &mut |record| toets.neem(record)).await?;
    Ok((verslag, toets.afwijkingen()))
}

/// Walks the log up to where it ends now, and shows every whole record.
async fn loop_na(
    store: &PostgresStore,
    sleutelbos: &dyn Sleutelbos,
    kijk: &mut (dyn FnMut(&Record) + Send),
) -> Result<Verslag, StoreError> {
    let kop = store.lezer().kop().await?;
    let mut gang = Gang::new(kop);
    while gang.tot < kop {
        let na = getal(gang.tot.0);
        let rijen = store.voorraad.lees(ALLES, &[&na, &BLADZIJDE]).await?;
        if rijen.is_empty() {
            break;
        }
        for rij in &rijen {
            let gelezen = lees(rij).ok_or_else(vreemd)?;
            if let Gelezen::Heel(record) = &gelezen {
                kijk(record);
                gang.verslag.hoofden.neem(record);
            }
            gang.neem(sleutelbos, gelezen).await?;
        }
    }
    // Records that were stored meanwhile lie beyond the end that was asked for.
    gang.noem_weg(kop.volgende().max(gang.tot.volgende()));
    gang.verslag.kop = store.kop().max(kop);
    gang.verslag.stromen = gang.ketens.len() as u64;
    Ok(gang.verslag)
}

/// How far the verification is, and what it found.
struct Gang {
    verslag: Verslag,
    /// The last position that was seen.
    tot: Positie,
    /// The last version and hash of every stream; no hash after damage.
    ketens: HashMap<StroomId, (Versie, Option<Hash>)>,
}

impl Gang {
    fn new(kop: Positie) -> Self {
        let verslag = Verslag {
            stromen: 0,
            records: 0,
            secties_open: 0,
            secties_dicht: 0,
            kop,
            hoofden: Hoofden::default(),
            bevindingen: vec![],
        };
        Self { verslag, tot: Positie::BEGIN, ketens: HashMap::new() }
    }

    async fn neem(
        &mut self,
        sleutelbos: &dyn Sleutelbos,
        gelezen: Gelezen,
    ) -> Result<(), StoreError> {
        match gelezen {
            Gelezen::Heel(record) => {
                self.noem_weg(record.positie);
                self.tot = record.positie;
                self.toets_keten(&record);
                self.toets_zegels(sleutelbos, &record).await
            }
            Gelezen::Beschadigd(schade) => {
                self.noem_weg(Positie(schade.offset));
                self.tot = Positie(schade.offset);
                if let (Some(stroom), Some(versie)) = (schade.stroom, schade.versie) {
                    self.ketens.insert(stroom, (versie, None));
                }
                self.verslag.bevindingen.push((schade, Bevinding::Onleesbaar));
                Ok(())
            }
        }
    }

    /// Names the positions that are missing before this one.
    fn noem_weg(&mut self, tot: Positie) {
        for positie in self.tot.volgende().0..tot.0 {
            let plek = schade(Positie(positie), None, None);
            self.verslag.bevindingen.push((plek, Bevinding::Weg));
        }
    }

    fn toets_keten(&mut self, record: &Record) {
        self.verslag.records += 1;
        let nieuw = (record.versie, Some(record.hash));
        let eerder = self.ketens.insert(record.stroom, nieuw);
        let (versie, hash) = eerder.unwrap_or((Versie::GEEN, Some(Hash::BEGIN)));
        let bevinding = if record.versie != versie.volgende() {
            Bevinding::Volgorde
        } else if hash.is_some_and(|hash| hash != record.vorige) {
            Bevinding::Ketting
        } else {
            return;
        };
        self.verslag.bevindingen.push((plek(record), bevinding));
    }

    async fn toets_zegels(
        &mut self,
        sleutelbos: &dyn Sleutelbos,
        record: &Record,
    ) -> Result<(), StoreError> {
        let bevinding = match open_secties(sleutelbos, record, Toegang::alles()).await {
            Ok(open) => {
                self.verslag.secties_open += open.aantal() as u64;
                self.verslag.secties_dicht += (record.secties.len() - open.aantal()) as u64;
                return Ok(());
            }
            Err(StoreError::Seal { letter, .. }) => Bevinding::Zegel(letter),
            Err(StoreError::Keyring(fout)) => Bevinding::Sleutel(fout.to_string()),
            Err(fout) => return Err(fout),
        };
        self.verslag.bevindingen.push((plek(record), bevinding));
        Ok(())
    }
}

fn plek(record: &Record) -> Schade {
    schade(record.positie, Some(record.stroom), Some(record.versie))
}
