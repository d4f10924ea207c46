//! Which account an e-mail address, or a person at another party, belongs to. Rows are found by a keyed hash
//! and name candidates: an account that was blocked or erased since logs nobody in.

use tracing::error;
use uuid::Uuid;
use wvp_domain::bevoegdheid::{gebruiker, inlog};
use wvp_domain::{AccountId, Compartiment, StukId};
use wvp_store::keyring::Zoeksleutel;
use wvp_store::{
    Bereik, Gebeurtenis, Positie, Record, SleutelFout, StoreError, Stroomsoort, Toegang, Wijziging,
};

use super::geheim::helft;
use super::rem::Merk;
use crate::engine::Engine;
use crate::fout::is_van_een_stroom;

/// Its name in the store.
pub(crate) const INLOGADRES: &str = "inlogadres";
/// Keys of e-mail addresses begin with this byte.
const ADRES: u8 = b'e';
/// Keys of persons at another party begin with this byte.
const ELDERS: u8 = b'o';
/// Candidates that are looked at.
const HOOGSTENS: usize = 8;

/// A person at another party.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kandidaat {
    pub(super) account: AccountId,
    pub(super) koppeling: StukId,
}

impl Engine {
    /// Brings the rows up to the end of the log. A node that may not open section D makes none, and
    /// leaves it to one that may.
    pub(crate) async fn volg_inlogadressen(&self) -> Result<(), StoreError> {
        let sleutel = match self.adressleutel().await {
            Err(SleutelFout::GeenKek(_)) => return Ok(()),
            anders => anders?,
        };
        loop {
            let oud = self.modellen.controlepunt(INLOGADRES).await?;
            let records = self.bladzijde(oud.unwrap_or(Positie::BEGIN)).await?;
            let Some(laatste) = records.last() else { return Ok(()) };
            let mut wijzigingen = vec![];
            for record in &records {
                let rij = self.rij(&sleutel, record).await?;
                wijzigingen.extend(rij.map(|rij| Wijziging::Zet(rij, vec![])));
            }
            match self.modellen.schrijf(INLOGADRES, oud, laatste.positie, wijzigingen).await {
                // Another engine was first: go on from where it is now.
                Ok(()) | Err(StoreError::Checkpoint { .. }) => {}
                Err(fout) => return Err(fout),
            }
        }
    }

    /// The accounts with an e-mail address, and what its attempts are counted under. Who has no address logs in
    /// with the number of the account.
    pub(super) async fn accounts_bij(
        &self,
        email: &str,
    ) -> Result<(Merk, Vec<AccountId>), StoreError> {
        self.volg_inlogadressen().await?;
        let hash = self.adressleutel().await?.hmac(&adrestekst(email));
        if let Ok(nummer) = Uuid::try_parse(email.trim()) {
            return Ok((helft(&hash), vec![AccountId(nummer)]));
        }
        let rijen = self.kandidaatrijen(&[&[ADRES], hash.as_slice()].concat()).await?;
        let account = |rest: &Vec<u8>| Uuid::from_slice(rest).ok().map(AccountId);
        Ok((helft(&hash), rijen.iter().filter_map(account).collect()))
    }

    /// The accounts that were linked to a person at another party.
    pub(super) async fn accounts_elders(
        &self,
        uitgever: &str,
        onderwerp: &str,
    ) -> Result<Vec<Kandidaat>, StoreError> {
        self.volg_inlogadressen().await?;
        let hash = self.adressleutel().await?.hmac(&elderstekst(uitgever, onderwerp));
        let rijen = self.kandidaatrijen(&[&[ELDERS], hash.as_slice()].concat()).await?;
        let kandidaat = |rest: &Vec<u8>| {
            let (account, koppeling) = rest.split_at_checked(16)?;
            Some(Kandidaat {
                account: AccountId(Uuid::from_slice(account).ok()?),
                koppeling: StukId(Uuid::from_slice(koppeling).ok()?),
            })
        };
        Ok(rijen.iter().filter_map(kandidaat).collect())
    }

    async fn kandidaatrijen(&self, begin: &[u8]) -> Result<Vec<Vec<u8>>, StoreError> {
        let bereik = Bereik::Voorvoegsel(begin.to_vec());
        let rijen = self.modellen.reeks(INLOGADRES, bereik, HOOGSTENS).await?;
        Ok(rijen
            .into_iter()
            .map(|(sleutel, _)| sleutel.into_iter().skip(begin.len()).collect())
            .collect())
    }

    async fn adressleutel(&self) -> Result<Zoeksleutel, SleutelFout> {
        self.sleutels.zoeksleutel(Compartiment::D, "inlogadres").await
    }

    /// The key of the row that a record gives, if it gives one.
    async fn rij(
        &self,
        sleutel: &Zoeksleutel,
        record: &Record,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let account = record.stroom.id;
        let rij = match (record.stroom.soort, record.type_naam.as_str()) {
            (Stroomsoort::Gebruiker, "AccountGeregistreerd") => {
                self.met_d(record).await?.and_then(|event| van_account(sleutel, account, &event))
            }
            (Stroomsoort::Inlog, "InlogGekoppeld") => {
                self.met_d(record).await?.and_then(|event| van_koppeling(sleutel, account, &event))
            }
            _ => None,
        };
        Ok(rij)
    }

    async fn met_d<E: Gebeurtenis>(&self, record: &Record) -> Result<Option<E>, StoreError> {
        let toegang = Toegang::tot([Compartiment::A, Compartiment::D]);
        match self.open::<E>(std::slice::from_ref(record), toegang).await {
            Ok(gelezen) => Ok(gelezen.into_iter().next().map(|it| it.event)),
            Err(fout) if is_van_een_stroom(&fout) => {
                error!(stroom = %record.stroom, %fout, "niet bij de inlogadressen");
                Ok(None)
            }
            Err(fout) => Err(fout),
        }
    }
}

fn van_account(sleutel: &Zoeksleutel, account: Uuid, event: &gebruiker::Event) -> Option<Vec<u8>> {
    let gebruiker::Event::AccountGeregistreerd(e) = event else { return None };
    let adres = adrestekst(&e.d.inhoud()?.email);
    let hash = sleutel.hmac(&adres);
    (!adres.is_empty()).then(|| [&[ADRES], hash.as_slice(), account.as_bytes()].concat())
}

fn van_koppeling(sleutel: &Zoeksleutel, account: Uuid, event: &inlog::Event) -> Option<Vec<u8>> {
    let inlog::Event::InlogGekoppeld(e) = event else { return None };
    let hash = sleutel.hmac(&elderstekst(&e.a.uitgever, &e.d.inhoud()?.onderwerp));
    let delen = [&[ELDERS], hash.as_slice(), account.as_bytes(), e.a.stuk.0.as_bytes()];
    Some(delen.concat())
}

/// An address as people mean it: without spaces around it, in small letters.
fn adrestekst(email: &str) -> Vec<u8> {
    email.trim().to_lowercase().into_bytes()
}

/// No address holds a zero byte, so no two pairs are the same text, and none is an e-mail address.
fn elderstekst(uitgever: &str, onderwerp: &str) -> Vec<u8> {
    [uitgever.as_bytes(), &[0], onderwerp.as_bytes()].concat()
}
