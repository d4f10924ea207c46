//! Sessions: rows beside the log, under the hash of a secret, sealed under the key of the account's stream.
//! Nothing in a row is a right: every use weighs the facts of now.
//!
//! When a session was used last stands in a row of its own, so that a late note of it never brings back a
//! session that ended. Whose a session is stands in a row of its own too (`overzicht.rs`). Rows follow from no log, so
//! their checkpoint stays where it is.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::AccountId;
use wvp_domain::bevoegdheid::Organisatie;
use wvp_domain::bevoegdheid::gebruiker::Gebruiker as Account;
use wvp_domain::bevoegdheid::inlog::{Hash, Inlog, Reikwijdte};
use wvp_store::rij::{open_rij, verzegel_rij};
use wvp_store::{Moment, StoreError, Wijziging};

use super::geheim::Geheim;
use super::hoeden::{Hoed, hoeden_van, vereist_tweede_factor};
use super::in_log::{einde_van_sessies, inlogstroom};
use super::overzicht::van_wie;
use super::{InlogFout, Toegelaten};
use crate::engine::Engine;
use crate::fout::is_van_een_stroom;
use crate::gebruiker::Gebruiker;
use crate::omstandigheden::is_actief;
use crate::sessie::{Sessie, doel_van};
use crate::toeval::nieuw_id;
use crate::volgen::plek;

/// Its name in the store.
pub(super) const SESSIE: &str = "sessie";
/// Keys of sessions begin with this byte.
pub(super) const RIJ: u8 = b's';
/// Keys of when a session was used last begin with this byte.
pub(super) const GEZIEN: u8 = b'g';
/// How long the steps before a session may take.
const TUSSENSTAP: Duration = Duration::from_mins(10);
/// When a session was used last is noted at most this often.
const AANTEKENEN: Duration = Duration::from_mins(1);

/// How far a log-in is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Stadium {
    /// The second factor is still to be shown.
    WachtOpFactor,
    /// A second factor is still to be set up.
    MoetInstellen,
    /// Logged in.
    Binnen,
}

/// A session as it is kept: numbers and moments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Rij {
    pub(super) account: Uuid,
    pub(super) nummer: Uuid,
    pub(super) stadium: Stadium,
    /// The hat, in the words of the access table.
    pub(super) lezer: Option<String>,
    /// Where it is worn.
    pub(super) organisatie: Option<Organisatie>,
    pub(super) namens: Option<Uuid>,
    pub(super) tweede_factor: bool,
    /// The client that was here before, to count failures of the next step under.
    pub(super) toestel: Option<[u8; 16]>,
    pub(super) gemaakt: i64,
    /// How often everybody had been logged out by then.
    pub(super) ronde: u32,
}

/// A session that holds now.
pub(super) struct Lopend {
    pub(super) hash: Hash,
    pub(super) rij: Rij,
    pub(super) account: Account,
    pub(super) inlog: Inlog,
}

impl Rij {
    pub(super) fn nieuw(account: AccountId, stadium: Stadium, nu: Moment, inlog: &Inlog) -> Self {
        Self {
            account: account.0,
            nummer: nieuw_id(),
            stadium,
            lezer: None,
            organisatie: None,
            namens: None,
            tweede_factor: false,
            toestel: None,
            gemaakt: nu.0,
            ronde: inlog.ronde,
        }
    }

    pub(super) fn account(&self) -> AccountId {
        AccountId(self.account)
    }

    pub(super) fn met_hoed(self, hoed: Hoed, namens: Option<AccountId>) -> Self {
        let (lezer, organisatie) = (Some(hoed.lezer.to_string()), hoed.organisatie);
        Self { lezer, organisatie, namens: namens.map(|it| it.0), ..self }
    }

    pub(super) fn in_ronde(self, inlog: &Inlog) -> Self {
        Self { ronde: inlog.ronde, ..self }
    }

    /// The hat; none when none was chosen, an error when the table does not know it any more.
    pub(super) fn hoed(&self) -> Result<Option<Hoed>, ()> {
        let Some(woord) = &self.lezer else { return Ok(None) };
        let (partij, functie) = woord.split_once('/').ok_or(())?;
        let lezer = Lezer::zoek(partij, functie).map_err(|_| ())?;
        Ok(Some(Hoed { lezer, organisatie: self.organisatie }))
    }
}

impl Engine {
    /// Who goes on with the secret of a session; none when it has ended, for whatever reason.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn sessie(&self, geheim: &str) -> Result<Option<Toegelaten>, StoreError> {
        let Some(lopend) = self.lopend(geheim).await? else { return Ok(None) };
        if lopend.rij.stadium != Stadium::Binnen {
            return Ok(None);
        }
        let Ok(hoed) = lopend.rij.hoed() else { return Ok(None) };
        if hoed.is_some_and(|hoed| !self.mag_ophouden(&lopend, hoed)) {
            // The function ended: then so does the session.
            self.schrijf_sessies(weg(&lopend.rij, lopend.hash)).await?;
            return Ok(None);
        }
        self.zie_sessie(lopend.hash).await?;
        Ok(Some(toegelaten(&lopend.rij, hoed)))
    }

    /// Logs one session out. One that ended already is fine.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn log_uit(&self, geheim: &str) -> Result<(), StoreError> {
        let hash = Geheim::van(geheim).hash();
        let Some(rij) = self.haal_sessie(hash).await? else { return Ok(()) };
        self.schrijf_sessies(weg(&rij, hash)).await?;
        self.eindig(rij.account(), rij.nummer).await
    }

    /// Logs every session of the account out, this one too.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenSessie`], or when the store fails.
    pub async fn log_overal_uit(&self, geheim: &str) -> Result<(), InlogFout> {
        let lopend = self.binnen(geheim).await?;
        self.doe_zelf(lopend.rij.account(), einde_van_sessies()).await?;
        Ok(())
    }

    /// A session whose owner is logged in.
    pub(super) async fn binnen(&self, geheim: &str) -> Result<Lopend, InlogFout> {
        let lopend = self.lopend(geheim).await?;
        let binnen = lopend.filter(|it| it.rij.stadium == Stadium::Binnen);
        binnen.ok_or(InlogFout::GeenSessie)
    }

    /// A session that holds now, however far the log-in is.
    pub(super) async fn lopend(&self, geheim: &str) -> Result<Option<Lopend>, StoreError> {
        let hash = Geheim::van(geheim).hash();
        let Some(rij) = self.haal_sessie(hash).await? else { return Ok(None) };
        if self.is_te_oud(&rij) || self.is_te_stil(hash, &rij).await? {
            return Ok(None);
        }
        let account = self.account(rij.account()).await?;
        let inlog = self.inlog_van(rij.account()).await?;
        let geldt = is_actief(&account) && rij.ronde == inlog.ronde;
        Ok(geldt.then_some(Lopend { hash, rij, account, inlog }))
    }

    /// Opens a session under a new secret.
    pub(super) async fn open_sessie(&self, rij: &Rij) -> Result<Geheim, StoreError> {
        self.zet_sessie(rij, vec![]).await
    }

    /// Goes on under a new secret; the old one works no more. Whoever ended the session meanwhile wins: the end is
    /// noted before the rows of the session are looked up, and asked for after the new one was written.
    pub(super) async fn wissel(&self, oud: &Lopend, rij: &Rij) -> Result<Geheim, InlogFout> {
        let geheim = self.zet_sessie(rij, weg(&oud.rij, oud.hash)).await?;
        if self.is_beeindigd(oud.rij.nummer).await? {
            self.schrijf_sessies(weg(rij, geheim.hash())).await?;
            return Err(InlogFout::GeenSessie);
        }
        Ok(geheim)
    }

    async fn zet_sessie(
        &self,
        rij: &Rij,
        mut wijzigingen: Vec<Wijziging>,
    ) -> Result<Geheim, StoreError> {
        let geheim = Geheim::nieuw();
        let sleutel = sleutel(RIJ, geheim.hash());
        let stroom = inlogstroom(rij.account());
        let waarde = verzegel_rij(&*self.sleutels, stroom, &plek(SESSIE, &sleutel), rij).await?;
        let gezien = self.klok.nu().0.to_be_bytes().to_vec();
        wijzigingen.push(Wijziging::Zet(sleutel, waarde));
        wijzigingen.push(Wijziging::Zet(self::sleutel(GEZIEN, geheim.hash()), gezien));
        if rij.stadium == Stadium::Binnen {
            wijzigingen.push(Wijziging::Zet(van_wie(rij.account, geheim.hash()), vec![]));
            wijzigingen.extend(self.overtallig(rij).await?);
        }
        self.schrijf_sessies(wijzigingen).await?;
        Ok(geheim)
    }

    pub(super) async fn schrijf_sessies(
        &self,
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError> {
        self.schrijf_los(SESSIE, wijzigingen).await
    }

    pub(super) async fn haal_sessie(&self, hash: Hash) -> Result<Option<Rij>, StoreError> {
        let sleutel = sleutel(RIJ, hash);
        match self.modellen.haal(SESSIE, &sleutel).await? {
            Some(waarde) => self.open_sessierij(&sleutel, &waarde).await,
            None => Ok(None),
        }
    }

    /// A row that does not open is no session.
    async fn open_sessierij(
        &self,
        sleutel: &[u8],
        waarde: &[u8],
    ) -> Result<Option<Rij>, StoreError> {
        match open_rij(&*self.sleutels, &plek(SESSIE, sleutel), waarde).await {
            Err(fout) if is_van_een_stroom(&fout) => Ok(None),
            uitkomst => uitkomst,
        }
    }

    pub(super) fn is_te_oud(&self, rij: &Rij) -> bool {
        let hoogstens = match rij.stadium {
            Stadium::WachtOpFactor | Stadium::MoetInstellen => TUSSENSTAP,
            Stadium::Binnen => self.inloggen.duur.hoogstens,
        };
        self.is_voorbij(rij.gemaakt, hoogstens)
    }

    pub(super) async fn is_te_stil(&self, hash: Hash, rij: &Rij) -> Result<bool, StoreError> {
        let gezien = self.gezien(hash).await?.unwrap_or(rij.gemaakt);
        Ok(self.is_voorbij(gezien, self.inloggen.duur.stil))
    }

    pub(super) async fn gezien(&self, hash: Hash) -> Result<Option<i64>, StoreError> {
        let waarde = self.modellen.haal(SESSIE, &sleutel(GEZIEN, hash)).await?;
        Ok(waarde.and_then(|it| it.try_into().ok()).map(i64::from_be_bytes))
    }

    async fn zie_sessie(&self, hash: Hash) -> Result<(), StoreError> {
        let gezien = self.gezien(hash).await?;
        if gezien.is_some_and(|gezien| !self.is_voorbij(gezien, AANTEKENEN)) {
            return Ok(());
        }
        let nu = self.klok.nu().0.to_be_bytes().to_vec();
        self.schrijf_sessies(vec![Wijziging::Zet(sleutel(GEZIEN, hash), nu)]).await
    }

    pub(super) fn is_voorbij(&self, sinds: i64, duur: Duration) -> bool {
        let micros = i64::try_from(duur.as_micros()).unwrap_or(i64::MAX);
        self.klok.nu().0.saturating_sub(sinds) >= micros
    }

    fn mag_ophouden(&self, lopend: &Lopend, hoed: Hoed) -> bool {
        hoeden_van(&lopend.account, self.klok.vandaag()).contains(&hoed)
            && (lopend.rij.tweede_factor || !vereist_tweede_factor(hoed.lezer))
    }
}

fn toegelaten(rij: &Rij, hoed: Option<Hoed>) -> Toegelaten {
    let gebruiker = hoed.map(|Hoed { lezer, organisatie }| {
        let sessie = Sessie::ingelogd(doel_van(lezer)).met_nummer(rij.nummer);
        let sessie = if rij.tweede_factor { sessie.met_tweede_factor() } else { sessie };
        let sessie = organisatie.map_or(sessie, |waar| sessie.bij(waar));
        let sessie = rij.namens.map_or(sessie, |voor| sessie.namens(AccountId(voor)));
        Gebruiker { account: rij.account(), lezer, sessie }
    });
    Toegelaten {
        account: rij.account(),
        nummer: rij.nummer,
        tweede_factor: rij.tweede_factor,
        gebruiker,
        reikwijdte: Reikwijdte::LezenEnSchrijven,
    }
}

/// Everything of a session.
pub(super) fn weg(rij: &Rij, hash: Hash) -> Vec<Wijziging> {
    let mut alles = rijen_weg(hash);
    alles.push(Wijziging::Wis(van_wie(rij.account, hash)));
    alles
}

/// The same of one whose owner is not known any more.
pub(super) fn rijen_weg(hash: Hash) -> Vec<Wijziging> {
    vec![Wijziging::Wis(sleutel(RIJ, hash)), Wijziging::Wis(sleutel(GEZIEN, hash))]
}

pub(super) fn sleutel(soort: u8, hash: Hash) -> Vec<u8> {
    [&[soort], hash.as_slice()].concat()
}
