//! Hats: which functions an account has today, which of them ask for a second factor, and choosing one.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use wvp_access::{Lezer, Situatie, mag_lezen, mag_schrijven};
use wvp_domain::bevoegdheid::gebruiker::Gebruiker as Account;
use wvp_domain::bevoegdheid::{Organisatie, waarneming};
use wvp_domain::{AccountId, Categorie, Compartiment, Datum};
use wvp_store::StoreError;

use super::InlogFout;
use super::geheim::Geheim;
use super::sessies::Rij;
use crate::adresboek::{Weg, waarnemingstroom};
use crate::engine::Engine;
use crate::functie::beheert;
use crate::omstandigheden::{heeft_functie, is_actief};

/// A function that somebody can put on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hoed {
    /// Which.
    pub lezer: Lezer,
    /// Where; none for who is an employee.
    pub organisatie: Option<Organisatie>,
}

/// Which hat to put on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hoedkeuze {
    /// Which function.
    pub lezer: Lezer,
    /// Where; needed when the function is held at more than one organisation.
    pub organisatie: Option<Organisatie>,
    /// On whose behalf, for who acts for somebody who is away.
    pub namens: Option<AccountId>,
}

impl Hoed {
    fn namens(self, voor: AccountId) -> Hoedkeuze {
        Hoedkeuze { lezer: self.lezer, organisatie: self.organisatie, namens: Some(voor) }
    }
}

impl From<Hoed> for Hoedkeuze {
    fn from(hoed: Hoed) -> Self {
        Self { lezer: hoed.lezer, organisatie: hoed.organisatie, namens: None }
    }
}

impl From<Lezer> for Hoedkeuze {
    fn from(lezer: Lezer) -> Self {
        Self { lezer, organisatie: None, namens: None }
    }
}

/// Functions that ask for a second factor: whoever may open B or C in any situation of the table, and
/// whoever keeps accounts or the machine, of which the table does not speak.
static VEREIST: LazyLock<BTreeSet<Lezer>> = LazyLock::new(|| {
    let vereist = |lezer: &Lezer| beheert(*lezer) || ziet_gezondheid(*lezer);
    Lezer::ALLE.into_iter().filter(vereist).collect()
});

/// Whether a function asks for a second factor.
#[must_use]
pub fn vereist_tweede_factor(lezer: Lezer) -> bool {
    VEREIST.contains(&lezer)
}

fn ziet_gezondheid(lezer: Lezer) -> bool {
    let gezondheid = Compartiment::ALLE
        .into_iter()
        .filter(|it| matches!(it.categorie(), Categorie::B | Categorie::C));
    gezondheid.into_iter().any(|compartiment| {
        Situatie::ALLE.iter().map(Situatie::omstandigheden).any(|situatie| {
            mag_lezen(lezer, compartiment, &situatie)
                || mag_schrijven(lezer, compartiment, &situatie)
        })
    })
}

/// The functions of an account on a day.
pub(super) fn hoeden_van(account: &Account, dag: Datum) -> Vec<Hoed> {
    if !is_actief(account) {
        return vec![];
    }
    let mut hoeden: Vec<Hoed> = account
        .functies
        .op(dag)
        .filter_map(|functie| {
            let (partij, naam) = functie.lezer.split_once('/')?;
            let lezer = Lezer::zoek(partij, naam).ok()?;
            Some(Hoed { lezer, organisatie: Some(functie.organisatie) })
        })
        .collect();
    let is_hoed = hoeden.iter().any(|it| it.lezer == Lezer::Werknemer);
    if !is_hoed && heeft_functie(account, Lezer::Werknemer, dag) {
        hoeden.push(Hoed { lezer: Lezer::Werknemer, organisatie: None });
    }
    hoeden
}

impl Engine {
    /// The functions of an account today; none of a blocked one.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn functies(&self, account: AccountId) -> Result<Vec<Hoed>, StoreError> {
        Ok(hoeden_van(&self.account(account).await?, self.klok.vandaag()))
    }

    /// The hats that an account can put on today for colleagues who are away, each with the name of that one: whoever
    /// acts for somebody is told for whom. It is a function that both have at the same organisation.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn hoeden_namens(
        &self,
        account: AccountId,
    ) -> Result<Vec<(Hoedkeuze, Option<String>)>, StoreError> {
        self.volg_adressen().await?;
        let vandaag = self.klok.vandaag();
        let eigen = hoeden_van(&self.account(account).await?, vandaag);
        let mut hoeden = vec![];
        for voor in self.kandidaten(Weg::WaarnemerVoor, account.0).await?.into_iter().map(AccountId)
        {
            let (_, events) = self.laad::<waarneming::Event>(waarnemingstroom(voor)).await?;
            let staat = waarneming::replay(&events);
            if !staat.waarnemingen.op(vandaag).any(|it| it.door == account) {
                continue;
            }
            let van_voor = hoeden_van(&self.account(voor).await?, vandaag);
            let naam = self.eigenaar_van(voor).await?.map(|it| it.naam);
            let gedeeld =
                eigen.iter().filter(|it| it.organisatie.is_some() && van_voor.contains(it));
            hoeden.extend(gedeeld.map(|it| (it.namens(voor), naam.clone())));
        }
        Ok(hoeden)
    }

    /// Puts a hat on, in place of the one before. The session goes on under a new secret. Whether acting for
    /// somebody was arranged is weighed at every use.
    ///
    /// # Errors
    ///
    /// [`InlogFout::GeenSessie`], [`InlogFout::GeenFunctie`], [`InlogFout::WelkeOrganisatie`],
    /// [`InlogFout::TweedeFactorNodig`].
    pub async fn kies_hoed(
        &self,
        geheim: &str,
        keuze: impl Into<Hoedkeuze> + Send,
    ) -> Result<Geheim, InlogFout> {
        let Hoedkeuze { lezer, organisatie, namens } = keuze.into();
        let lopend = self.binnen(geheim).await?;
        let hoeden = hoeden_van(&lopend.account, self.klok.vandaag());
        let past = |it: &&Hoed| {
            it.lezer == lezer && (organisatie.is_none() || it.organisatie == organisatie)
        };
        let mut passend = hoeden.iter().filter(past);
        let hoed = *passend.next().ok_or(InlogFout::GeenFunctie)?;
        if passend.any(|it| it.organisatie != hoed.organisatie) {
            return Err(InlogFout::WelkeOrganisatie);
        }
        if vereist_tweede_factor(lezer) && !lopend.rij.tweede_factor {
            return Err(InlogFout::TweedeFactorNodig);
        }
        let rij: Rij = lopend.rij.clone().met_hoed(hoed, namens);
        self.wissel(&lopend, &rij).await
    }
}

#[cfg(test)]
mod tests {
    use super::vereist_tweede_factor;
    use wvp_access::Lezer;

    #[test]
    fn wie_gezondheidsgegevens_kan_zien_of_beheert_heeft_een_tweede_factor_nodig() {
        for lezer in [
            Lezer::Bedrijfsarts,
            Lezer::BedrijfsartsStafarts,
            Lezer::CasemanagerWvpIntern,
            Lezer::Werkgever,
            Lezer::Werknemer,
            Lezer::FunctioneelBeheerder,
            Lezer::Systeembeheerder,
        ] {
            assert!(vereist_tweede_factor(lezer), "{lezer}");
        }
    }

    #[test]
    fn wie_alleen_procesgegevens_ziet_kan_zonder() {
        assert!(Lezer::ALLE.into_iter().any(|lezer| !vereist_tweede_factor(lezer)));
        assert!(!vereist_tweede_factor(Lezer::VerzekeraarClaimbeoordelaar));
    }
}
