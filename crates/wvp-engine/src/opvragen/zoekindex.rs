//! The index behind searching: keyed hashes of beginnings of names and of burgerservicenummers, each with the
//! number of a dossier or an employee. No row holds a letter of a name, and none is a right: what is found is
//! weighed and compared with the facts.
//!
//! A row goes when the key under which its value stands is destroyed: every certificate is looked at once, at
//! the next time the index is followed. A list of rows per stream says which those are.

use uuid::Uuid;
use wvp_domain::{Compartiment, Event, werknemer};
use wvp_store::keyring::{SleutelFout, Vernietiging, Zoeksleutel};
use wvp_store::{Bereik, Positie, Record, StoreError, StroomId, Stroomsoort, Toegang, Wijziging};

use super::zoekterm::{voorvoegsels, woorden};
use crate::engine::Engine;
use crate::fout::is_van_een_stroom;
use crate::laden::{BLADZIJDE, alleen_a};
use crate::volgen::volgende_sleutel;

/// Its name in the store.
pub(crate) const ZOEKINDEX: &str = "zoekindex";

/// What is found by a row. The letter is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ingang {
    /// A dossier, by a beginning of a word of the name.
    Naam = b'n' as isize,
    /// An employee, by burgerservicenummer.
    Bsn = b'b' as isize,
}

/// Lists per stream begin with this byte.
const PER_STROOM: u8 = b's';
/// The number of certificates that were looked at.
const BEWIJZEN: &[u8] = b"v";
/// How much of a hash is kept: enough never to meet another one.
const HASH_BYTES: usize = 16;

impl Ingang {
    fn compartiment(self) -> Compartiment {
        match self {
            Self::Naam => Compartiment::A,
            Self::Bsn => Compartiment::ABsn,
        }
    }

    fn doel(self) -> &'static str {
        match self {
            Self::Naam => "naam",
            Self::Bsn => "bsn",
        }
    }

    fn begin(self, sleutel: &Zoeksleutel, waarde: &str) -> Vec<u8> {
        let hash = sleutel.hmac(waarde.as_bytes());
        let hash = hash.get(..HASH_BYTES).unwrap_or_default();
        [&[self as u8], hash].concat()
    }
}

impl Engine {
    /// Brings the index up to the end of the log, and takes out what was erased.
    pub(crate) async fn volg_zoekindex(&self) -> Result<(), StoreError> {
        self.vergeet_vernietigd().await?;
        loop {
            let oud = self.modellen.controlepunt(ZOEKINDEX).await?;
            let records = self.bladzijde(oud.unwrap_or(Positie::BEGIN)).await?;
            let Some(laatste) = records.last() else { return Ok(()) };
            let mut wijzigingen = vec![];
            for record in &records {
                for rij in self.zoekrijen(record).await? {
                    let lijst = [&per_stroom(record.stroom), rij.as_slice()].concat();
                    wijzigingen.push(Wijziging::Zet(lijst, vec![]));
                    wijzigingen.push(Wijziging::Zet(rij, vec![]));
                }
            }
            match self.modellen.schrijf(ZOEKINDEX, oud, laatste.positie, wijzigingen).await {
                // Another engine was first: go on from where it is now.
                Ok(()) | Err(StoreError::Checkpoint { .. }) => {}
                Err(fout) => return Err(fout),
            }
        }
    }

    /// What a value leads to, in order of number. Nothing on a node that may not search by it.
    pub(super) async fn gevonden(
        &self,
        ingang: Ingang,
        waarde: &str,
    ) -> Result<Vec<Uuid>, StoreError> {
        let Some(sleutel) = self.zoeksleutel(ingang).await? else { return Ok(vec![]) };
        let begin = ingang.begin(&sleutel, waarde);
        let rijen = self.sleutels_met(&begin).await?;
        let id = |rij: &Vec<u8>| Uuid::from_slice(rij.get(begin.len()..)?).ok();
        Ok(rijen.iter().filter_map(id).collect())
    }

    async fn zoeksleutel(&self, ingang: Ingang) -> Result<Option<Zoeksleutel>, StoreError> {
        match self.sleutels.zoeksleutel(ingang.compartiment(), ingang.doel()).await {
            Ok(sleutel) => Ok(Some(sleutel)),
            Err(SleutelFout::GeenKek(_)) => Ok(None),
            Err(fout) => Err(fout.into()),
        }
    }

    /// The rows that a record brings; none when it does not open.
    async fn zoekrijen(&self, record: &Record) -> Result<Vec<Vec<u8>>, StoreError> {
        let rijen = match (record.stroom.soort, record.type_naam.as_str()) {
            (Stroomsoort::Dossier, "ZiekmeldingOntvangen") => self.naamrijen(record).await,
            (Stroomsoort::Werknemer, "BsnVastgelegd") => self.bsnrijen(record).await,
            _ => return Ok(vec![]),
        };
        match rijen {
            Err(fout) if is_van_een_stroom(&fout) => {
                tracing::error!(stroom = %record.stroom, %fout, "niet in de zoekindex");
                Ok(vec![])
            }
            rijen => rijen,
        }
    }

    async fn naamrijen(&self, record: &Record) -> Result<Vec<Vec<u8>>, StoreError> {
        let gelezen = self.open::<Event>(std::slice::from_ref(record), alleen_a()).await?;
        let Some(Event::ZiekmeldingOntvangen(e)) = gelezen.into_iter().next().map(|it| it.event)
        else {
            return Ok(vec![]);
        };
        let Some(sleutel) = self.zoeksleutel(Ingang::Naam).await? else { return Ok(vec![]) };
        let mut rijen = vec![];
        for woord in woorden(&e.a.naam) {
            rijen.extend(voorvoegsels(&woord).map(|begin| Ingang::Naam.begin(&sleutel, &begin)));
        }
        Ok(met_nummer(rijen, record.stroom.id))
    }

    async fn bsnrijen(&self, record: &Record) -> Result<Vec<Vec<u8>>, StoreError> {
        let toegang = Toegang::tot([Compartiment::A, Compartiment::ABsn]);
        let gelezen = self.open::<werknemer::Event>(std::slice::from_ref(record), toegang).await?;
        let Some(werknemer::Event::BsnVastgelegd(e)) =
            gelezen.into_iter().next().map(|it| it.event)
        else {
            return Ok(vec![]);
        };
        let Some(bsn) = e.d.inhoud() else { return Ok(vec![]) };
        let Some(sleutel) = self.zoeksleutel(Ingang::Bsn).await? else { return Ok(vec![]) };
        Ok(met_nummer(vec![Ingang::Bsn.begin(&sleutel, bsn.cijfers())], record.stroom.id))
    }

    /// Takes out the rows of every stream of which a key was destroyed since the last time.
    async fn vergeet_vernietigd(&self) -> Result<(), StoreError> {
        let bewijzen = self.sleutels.bewijzen().await?;
        let aantal = (bewijzen.len() as u64).to_be_bytes().to_vec();
        if self.modellen.haal(ZOEKINDEX, BEWIJZEN).await?.as_ref() == Some(&aantal) {
            return Ok(());
        }
        let mut wijzigingen = vec![Wijziging::Zet(BEWIJZEN.to_vec(), aantal)];
        for stroom in bewijzen.iter().filter_map(|bewijs| gewist(bewijs.wat())) {
            let begin = per_stroom(stroom);
            for lijst in self.sleutels_met(&begin).await? {
                let rij = lijst.get(begin.len()..).unwrap_or_default().to_vec();
                wijzigingen.extend([Wijziging::Wis(rij), Wijziging::Wis(lijst)]);
            }
        }
        let oud = self.modellen.controlepunt(ZOEKINDEX).await?;
        let nu = oud.unwrap_or(Positie::BEGIN);
        match self.modellen.schrijf(ZOEKINDEX, oud, nu, wijzigingen).await {
            // Another engine was first; the next time looks again.
            Err(StoreError::Checkpoint { .. }) => Ok(()),
            uitkomst => uitkomst,
        }
    }

    /// The keys of the index that begin like this.
    async fn sleutels_met(&self, begin: &[u8]) -> Result<Vec<Vec<u8>>, StoreError> {
        let einde = [begin, &[u8::MAX; 64]].concat();
        let (mut alle, mut vanaf) = (vec![], begin.to_vec());
        loop {
            let bereik = Bereik::VanTot(vanaf, einde.clone());
            let rijen = self.modellen.reeks(ZOEKINDEX, bereik, BLADZIJDE).await?;
            let Some((laatste, _)) = rijen.last() else { return Ok(alle) };
            vanaf = volgende_sleutel(laatste);
            alle.extend(rijen.into_iter().map(|(sleutel, _)| sleutel));
        }
    }
}

/// The stream whose rows go with a destroyed key: a name stands in section A of the dossier, and a number in
/// its own compartment, beside section A of the employee.
fn gewist(wat: &Vernietiging) -> Option<StroomId> {
    let Vernietiging { stroom, compartiment, .. } = *wat;
    let in_a = compartiment == Compartiment::A;
    let is_weg = (stroom.soort == Stroomsoort::Dossier && in_a)
        || (stroom.soort == Stroomsoort::Werknemer && (in_a || compartiment == Compartiment::ABsn));
    is_weg.then_some(stroom)
}

fn per_stroom(stroom: StroomId) -> Vec<u8> {
    [&[PER_STROOM], stroom.bytes().as_slice()].concat()
}

fn met_nummer(rijen: Vec<Vec<u8>>, nummer: Uuid) -> Vec<Vec<u8>> {
    rijen.into_iter().map(|rij| [rij.as_slice(), nummer.as_bytes()].concat()).collect()
}
