//! The sessions of an account together: its owner sees them and ends one, and there are only so many of them.

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::AccountId;
use wvp_domain::bevoegdheid::inlog::{Hash, Inlog};
use wvp_store::{Bereik, Moment, StoreError, Wijziging};

use super::InlogFout;
use super::sessies::{GEZIEN, RIJ, Rij, SESSIE, Stadium, rijen_weg, sleutel, weg};
use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::laden::BLADZIJDE;
use crate::volgen::volgende_sleutel;

/// Keys of whose a session is begin with this byte; account and hash follow.
const VAN_WIE: u8 = b'a';
/// Bytes before the hash in such a key.
const VOOR_DE_HASH: usize = 1 + 16;
/// Keys of numbers of sessions that were ended begin with this byte.
const EINDE: u8 = b'e';
/// Sessions of one account at most. Whoever logs in once more ends the one that was used longest ago.
const HOOGSTENS: usize = 10;

/// A session, as the owner of the account sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sessieregel {
    /// Its number.
    pub nummer: Uuid,
    /// When the log-in began, in UTC.
    pub begonnen: Moment,
    /// When it was used last, to a minute.
    pub gezien: Moment,
    /// The hat that is on; none while none was chosen.
    pub lezer: Option<Lezer>,
    /// Whether a second factor was used.
    pub tweede_factor: bool,
    /// Whether it is the one that asks.
    pub is_deze: bool,
}

/// A session that was found under its account.
struct Gevonden {
    hash: Hash,
    rij: Rij,
    gezien: i64,
}

impl Engine {
    /// The sessions of the account that are open now, the one that was used last in front.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenSessie`], or when the store fails.
    pub async fn sessies(&self, geheim: &str) -> Result<Vec<Sessieregel>, InlogFout> {
        let lopend = self.binnen(geheim).await?;
        let alle = self.sessies_van(lopend.rij.account, &lopend.inlog).await?;
        let regel = |it: &Gevonden| Sessieregel {
            nummer: it.rij.nummer,
            begonnen: Moment(it.rij.gemaakt),
            gezien: Moment(it.gezien),
            lezer: it.rij.hoed().ok().flatten().map(|hoed| hoed.lezer),
            tweede_factor: it.rij.tweede_factor,
            is_deze: it.hash == lopend.hash,
        };
        Ok(alle.iter().map(regel).collect())
    }

    /// Ends a session of the account by its number.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenSessie`]; [`ExecuteError::NietGevonden`] for a number of somebody else or of nobody.
    pub async fn beeindig_sessie(&self, geheim: &str, nummer: Uuid) -> Result<(), InlogFout> {
        let lopend = self.binnen(geheim).await?;
        let alle = self.sessies_van(lopend.rij.account, &lopend.inlog).await?;
        if !alle.iter().any(|it| it.rij.nummer == nummer) {
            return Err(InlogFout::Beheer(ExecuteError::NietGevonden));
        }
        Ok(self.eindig(lopend.rij.account(), nummer).await?)
    }

    /// Ends whatever goes by this number, also what is being written at this moment.
    pub(super) async fn eindig(&self, account: AccountId, nummer: Uuid) -> Result<(), StoreError> {
        let nu = self.klok.nu().0.to_be_bytes().to_vec();
        self.schrijf_sessies(vec![Wijziging::Zet(einde_van(nummer), nu)]).await?;
        let alle = self.rijen_van(account.0).await?;
        let deze = alle.into_iter().filter(|(_, rij)| rij.nummer == nummer);
        self.schrijf_sessies(deze.flat_map(|(hash, rij)| weg(&rij, hash)).collect()).await
    }

    /// Whether a session was ended by its number.
    pub(super) async fn is_beeindigd(&self, nummer: Uuid) -> Result<bool, StoreError> {
        Ok(self.modellen.haal(SESSIE, &einde_van(nummer)).await?.is_some())
    }

    /// What goes when this session is opened or goes on: those that were used longest ago.
    pub(super) async fn overtallig(&self, nieuw: &Rij) -> Result<Vec<Wijziging>, StoreError> {
        let inlog = self.inlog_van(nieuw.account()).await?;
        let alle = self.sessies_van(nieuw.account, &inlog).await?;
        let andere = alle.iter().filter(|it| it.rij.nummer != nieuw.nummer);
        Ok(andere.skip(HOOGSTENS - 1).flat_map(|it| weg(&it.rij, it.hash)).collect())
    }

    /// Removes what is left of sessions that are over; each was refused already.
    pub(crate) async fn ruim_sessies(&self) -> Result<(), StoreError> {
        let mut vanaf = vec![RIJ];
        while let Some(sleutels) = self.bladzijde_van(&mut vanaf, RIJ).await? {
            for sleutel in sleutels {
                let Some(hash) = hash_in(&sleutel, 1) else { continue };
                if self.haal_sessie(hash).await?.is_none_or(|rij| self.is_te_oud(&rij)) {
                    self.schrijf_sessies(rijen_weg(hash)).await?;
                }
            }
        }
        for (soort, voor) in [(GEZIEN, 1), (VAN_WIE, VOOR_DE_HASH)] {
            let mut vanaf = vec![soort];
            while let Some(sleutels) = self.bladzijde_van(&mut vanaf, soort).await? {
                for sleutel in sleutels {
                    let Some(hash) = hash_in(&sleutel, voor) else { continue };
                    if self.modellen.haal(SESSIE, &self::sleutel(RIJ, hash)).await?.is_none() {
                        self.schrijf_sessies(vec![Wijziging::Wis(sleutel)]).await?;
                    }
                }
            }
        }
        self.ruim_eindes().await
    }

    /// Removes notes of an end that no session can outlive any more.
    async fn ruim_eindes(&self) -> Result<(), StoreError> {
        let mut vanaf = vec![EINDE];
        while let Some(sleutels) = self.bladzijde_van(&mut vanaf, EINDE).await? {
            for sleutel in sleutels {
                let sinds = self.modellen.haal(SESSIE, &sleutel).await?;
                let sinds = sinds.and_then(|it| it.try_into().ok()).map_or(0, i64::from_be_bytes);
                if self.is_voorbij(sinds, self.inloggen.duur.hoogstens) {
                    self.schrijf_sessies(vec![Wijziging::Wis(sleutel)]).await?;
                }
            }
        }
        Ok(())
    }

    /// Keys of a kind from a place on, which is moved past them; none when there are no more.
    async fn bladzijde_van(
        &self,
        vanaf: &mut Vec<u8>,
        soort: u8,
    ) -> Result<Option<Vec<Vec<u8>>>, StoreError> {
        let bereik = Bereik::VanTot(vanaf.clone(), vec![soort + 1]);
        let rijen = self.modellen.reeks(SESSIE, bereik, BLADZIJDE).await?;
        let Some((laatste, _)) = rijen.last() else { return Ok(None) };
        *vanaf = volgende_sleutel(laatste);
        Ok(Some(rijen.into_iter().map(|(sleutel, _)| sleutel).collect()))
    }

    /// The sessions of an account whose owner is in, the one that was used last in front.
    async fn sessies_van(&self, account: Uuid, inlog: &Inlog) -> Result<Vec<Gevonden>, StoreError> {
        let mut alle = vec![];
        for (hash, rij) in self.rijen_van(account).await? {
            let binnen = rij.stadium == Stadium::Binnen && rij.ronde == inlog.ronde;
            if !binnen || self.is_te_oud(&rij) || self.is_te_stil(hash, &rij).await? {
                continue;
            }
            let gezien = self.gezien(hash).await?.unwrap_or(rij.gemaakt);
            alle.push(Gevonden { hash, rij, gezien });
        }
        alle.sort_by_key(|it| std::cmp::Reverse((it.gezien, it.rij.gemaakt)));
        Ok(alle)
    }

    /// What there is of an account, whether it still holds or not: a handful.
    async fn rijen_van(&self, account: Uuid) -> Result<Vec<(Hash, Rij)>, StoreError> {
        let begin = Bereik::Voorvoegsel(van_wie_begin(account));
        let rijen = self.modellen.reeks(SESSIE, begin, BLADZIJDE).await?;
        let mut alle = vec![];
        for hash in rijen.iter().filter_map(|(sleutel, _)| hash_in(sleutel, VOOR_DE_HASH)) {
            alle.extend(self.haal_sessie(hash).await?.map(|rij| (hash, rij)));
        }
        Ok(alle)
    }
}

/// Where it stands whose a session is.
pub(super) fn van_wie(account: Uuid, hash: Hash) -> Vec<u8> {
    [van_wie_begin(account).as_slice(), &hash].concat()
}

/// Where it stands that a session was ended by its number.
fn einde_van(nummer: Uuid) -> Vec<u8> {
    [&[EINDE], nummer.as_bytes().as_slice()].concat()
}

fn van_wie_begin(account: Uuid) -> Vec<u8> {
    [&[VAN_WIE], account.as_bytes().as_slice()].concat()
}

/// The hash at the end of a key.
fn hash_in(sleutel: &[u8], vanaf: usize) -> Option<Hash> {
    sleutel.get(vanaf..).and_then(|hash| Hash::try_from(hash).ok())
}
