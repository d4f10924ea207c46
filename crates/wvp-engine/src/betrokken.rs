//! Betrokken: in which dossiers an account has a part today, and which one. It follows from the facts; the
//! address book only says where to look.

use wvp_access::{Lezer, mag_lezen};
use wvp_domain::bevoegdheid::{Organisatie, gebruiker};
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::{
    AccountId, Categorie, Compartiment, Dossier, DossierId, WerkgeverId, WerknemerId, replay,
};
use wvp_store::{StoreError, StroomId};

use crate::adresboek::Weg;
use crate::engine::Engine;
use crate::laden::Geladen;
use crate::omstandigheden::is_actief;
use crate::terugval;

/// A dossier that somebody has a part in.
pub(crate) struct Betrokken {
    pub(crate) dossier: DossierId,
    pub(crate) geladen: Geladen,
    pub(crate) staat: Dossier,
    /// Which part.
    pub(crate) als: Ontvanger,
    /// For whom, when that is somebody else who is away.
    pub(crate) voor: Option<AccountId>,
}

impl Engine {
    /// The dossiers of an account, and of those whom it acts for. A dossier that nothing may be known of
    /// by who has that part is left out.
    pub(crate) async fn betrokken(&self, account: AccountId) -> Result<Vec<Betrokken>, StoreError> {
        self.volg_adressen().await?;
        let mut alle = self.eigen(account, account).await?;
        for voor in self.kandidaten(Weg::WaarnemerVoor, account.0).await?.into_iter().map(AccountId)
        {
            alle.extend(self.eigen(account, voor).await?);
        }
        Ok(alle)
    }

    /// The dossiers of `van`, as far as `account` may deal with them.
    async fn eigen(
        &self,
        account: AccountId,
        van: AccountId,
    ) -> Result<Vec<Betrokken>, StoreError> {
        let staat = self.account(van).await?;
        if !is_actief(&staat) {
            return Ok(vec![]);
        }
        let mut alle = vec![];
        for (dossier, als, lezer) in self.plekken(van, &staat).await? {
            if van != account && !self.neemt_waar(account, van, dossier).await? {
                continue;
            }
            let Some(geladen) = self.laad_dossier(dossier).await? else { continue };
            let staat = replay(geladen.gelezen.iter().map(|it| &it.event));
            let zelf = self.verantwoordelijke(dossier, &staat, als).await?;
            let is_zelf = zelf.is_some_and(|(_, zelf)| zelf == van) || als == Ontvanger::Werkgever;
            if is_zelf && mag_lezen(lezer, Compartiment::A, &terugval::ontvanger(lezer)) {
                let voor = (van != account).then_some(van);
                alle.push(Betrokken { dossier, geladen, staat, als, voor });
            }
        }
        Ok(alle)
    }

    async fn neemt_waar(
        &self,
        account: AccountId,
        voor: AccountId,
        dossier: DossierId,
    ) -> Result<bool, StoreError> {
        let waarnemingen = self.waarnemers_van(voor, dossier).await?;
        let mag = waarnemingen
            .iter()
            .any(|it| it.door == account && it.categorieen.contains(&Categorie::A));
        Ok(mag && self.werkt_als_een_van(account, voor).await?)
    }

    /// Where an account may have a part: dossier, part and hat.
    async fn plekken(
        &self,
        account: AccountId,
        staat: &gebruiker::Gebruiker,
    ) -> Result<Vec<(DossierId, Ontvanger, Lezer)>, StoreError> {
        let mut alle = vec![];
        let werknemer = staat.registratie.as_ref().and_then(|it| it.werknemer);
        if let Some(WerknemerId(id)) = werknemer {
            let dossiers = self.kandidaten(Weg::WerknemerDossier, id).await?;
            alle.extend(als(dossiers, Ontvanger::Werknemer, Lezer::Werknemer));
        }
        for werkgever in self.is_werkgever_van(staat) {
            let dossiers = self.kandidaten(Weg::WerkgeverDossier, werkgever.0).await?;
            alle.extend(als(dossiers, Ontvanger::Werkgever, Lezer::Werkgever));
        }
        let dossiers = self.kandidaten(Weg::CasemanagerDossier, account.0).await?;
        alle.extend(als(dossiers, Ontvanger::Casemanager, Lezer::CasemanagerZwWgaWvp));
        let terreinen = self.kandidaten(Weg::AccountTerrein, account.0).await?;
        let dossiers = self.dossiers_in(&terreinen.into_iter().collect()).await?;
        alle.extend(als(dossiers, Ontvanger::Bedrijfsarts, Lezer::BedrijfsartsStafarts));
        alle.sort_unstable_by_key(|(dossier, als, _)| (*dossier, *als));
        alle.dedup_by_key(|(dossier, als, _)| (*dossier, *als));
        Ok(alle)
    }

    /// Where somebody is the employer today.
    fn is_werkgever_van(&self, staat: &gebruiker::Gebruiker) -> Vec<WerkgeverId> {
        let woord = Lezer::Werkgever.to_string();
        let functies = staat.functies.op(self.klok.vandaag());
        let plek = |functie: &gebruiker::Functie| match functie.organisatie {
            Organisatie::Werkgever(id) if functie.lezer == woord => Some(id),
            Organisatie::Werkgever(_) | Organisatie::Overig(_) => None,
        };
        functies.filter_map(plek).collect()
    }

    /// Whether anything was recorded there.
    pub(crate) async fn is_er(&self, stroom: StroomId) -> Result<bool, StoreError> {
        let eerste = self
            .store
            .read_stream(stroom, wvp_store::Versie(1), wvp_store::Richting::Vooruit, 1)
            .await?;
        Ok(!eerste.is_empty())
    }
}

fn als(
    dossiers: impl IntoIterator<Item = uuid::Uuid>,
    als: Ontvanger,
    lezer: Lezer,
) -> impl Iterator<Item = (DossierId, Ontvanger, Lezer)> {
    dossiers.into_iter().map(move |id| (DossierId(id), als, lezer))
}
