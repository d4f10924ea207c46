//! Rights as they stand: who works where, what an employee agreed to, what was delegated or differs.

use wvp_access::Lezer;
use wvp_domain::bevoegdheid::afwijking::{self, Afwijking, Beperking, Toets};
use wvp_domain::bevoegdheid::delegatie::{self, Delegatie};
use wvp_domain::bevoegdheid::toestemming::{self, Ontvanger, Toestemming};
use wvp_domain::bevoegdheid::toewijzing::{self, Opdracht, Polis, Toewijzing};
use wvp_domain::bevoegdheid::{Geldigheid, Recht, Rechten};
use wvp_domain::leeslog::Register;
use wvp_domain::werkgever::{self, Vaststelling};
use wvp_domain::{AccountId, Compartiment, Datum, DossierId, WerkgeverId, WerknemerId};
use wvp_store::{StroomId, Stroomsoort};

use super::noteren::Toon;
use crate::beheer::Werkterrein;
use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;
use crate::leeslog::Aanleiding;
use crate::omstandigheden::{Blikveld, plekken};

/// A right with the days on which it holds, its end counted in.
#[derive(Clone, PartialEq, Eq)]
pub struct Geldend<R> {
    /// As it was given.
    pub recht: R,
    /// When it holds.
    pub geldig: Geldigheid,
}

/// Who works on a dossier or for an employer, today or later.
pub struct Toewijzingenblad {
    /// People and organisations.
    pub toewijzingen: Vec<Geldend<Toewijzing>>,
    /// Orders.
    pub opdrachten: Vec<Geldend<Opdracht>>,
    /// Policies.
    pub polissen: Vec<Geldend<Polis>>,
}

/// What differs from the rule for a dossier, today or later.
pub struct Afwijkingenblad {
    /// Wider rights.
    pub afwijkingen: Vec<Geldend<Afwijking>>,
    /// Reviews.
    pub toetsen: Vec<Geldend<Toets>>,
    /// Restrictions of processing.
    pub beperkingen: Vec<Geldend<Beperking>>,
}

/// The protocol of an employer: no personal data.
pub struct Protocolblad {
    /// What holds for a dossier that begins today.
    pub geldend: Option<Vaststelling>,
    /// Every version, oldest first.
    pub versies: Vec<Vaststelling>,
}

/// The rights that hold today or later.
pub(crate) fn nog_geldig<R: Recht>(rechten: &Rechten<R>, vandaag: Datum) -> Vec<Geldend<R>> {
    let geldend = rechten.gegeven.iter().filter_map(|recht| {
        let geldig = rechten.geldigheid(recht)?;
        let is_voorbij = geldig.tot_en_met.is_some_and(|laatste| laatste < vandaag);
        (!is_voorbij).then(|| Geldend { recht: recht.clone(), geldig })
    });
    geldend.collect()
}

impl Engine {
    /// Who works somewhere: for whoever keeps that, and for whoever may open process data there.
    ///
    /// # Errors
    ///
    /// [`ExecuteError::NietGevonden`] for everybody else.
    pub async fn toewijzingen(
        &self,
        wie: &Gebruiker,
        terrein: Werkterrein,
        aanleiding: &Aanleiding,
    ) -> Result<Toewijzingenblad, ExecuteError> {
        let vandaag = self.klok.vandaag();
        let (id, mag) = match terrein {
            Werkterrein::Dossier(id) => (id.0, self.ziet_dossier(wie, id, vandaag).await?),
            Werkterrein::Werkgever(id) => (id.0, self.ziet_werkgever(wie, id).await?),
        };
        let keurt =
            matches!(wie.lezer, Lezer::FunctioneelBeheerder | Lezer::Planner | Lezer::Directeur)
                && self.houdt(wie, terrein, vandaag).await?;
        self.eis_een_van(wie, mag, keurt, vandaag).await?;
        let stroom = StroomId { soort: Stroomsoort::Toewijzing, id };
        let (_, events) = self.laad::<toewijzing::Event>(stroom).await?;
        let staat = toewijzing::replay(&events);
        self.toon_a(wie, aanleiding, Register::Toewijzing, id).await?;
        Ok(Toewijzingenblad {
            toewijzingen: nog_geldig(&staat.toewijzingen, vandaag),
            opdrachten: nog_geldig(&staat.opdrachten, vandaag),
            polissen: nog_geldig(&staat.polissen, vandaag),
        })
    }

    /// What an employee agreed to, today or later: all of it for the employee, and for others what was given to
    /// them or to where they work with this hat on.
    ///
    /// # Errors
    ///
    /// [`ExecuteError::Geweigerd`], or when the store fails.
    pub async fn toestemmingen(
        &self,
        wie: &Gebruiker,
        id: WerknemerId,
        aanleiding: &Aanleiding,
    ) -> Result<Vec<Geldend<Toestemming>>, ExecuteError> {
        let vandaag = self.klok.vandaag();
        self.eis_in_functie(wie, vandaag).await?;
        let account = self.account(wie.account).await?;
        let eigen = account.registratie.as_ref().and_then(|it| it.werknemer) == Some(id);
        let is_zelf = eigen && wie.lezer == Lezer::Werknemer;
        let plekken = plekken(wie, &account, vandaag);
        let stroom = StroomId { soort: Stroomsoort::Toestemming, id: id.0 };
        let (_, events) = self.laad::<toestemming::Event>(stroom).await?;
        let mut alle = nog_geldig(&toestemming::replay(&events).toestemmingen, vandaag);
        // With another hat on, the own dossier is hidden.
        alle.retain(|it| {
            is_zelf
                || !eigen
                    && match &it.recht.aan {
                        Ontvanger::Account(account) => *account == wie.account,
                        Ontvanger::Organisatie(plek) => plekken.contains(plek),
                    }
        });
        let getoond = if alle.is_empty() { vec![] } else { vec![id.0] };
        let toon = Toon::open(Register::Toestemming, getoond, [Compartiment::A]);
        self.toon(wie, aanleiding, toon).await?;
        Ok(alle)
    }

    /// The tasks that were delegated to an account, today or later: for its owner, for the bedrijfsarts who
    /// gave them (those only), and for whoever reviews rights.
    ///
    /// # Errors
    ///
    /// [`ExecuteError::Geweigerd`], or when the store fails.
    pub async fn delegaties(
        &self,
        wie: &Gebruiker,
        aan: AccountId,
        aanleiding: &Aanleiding,
    ) -> Result<Vec<Geldend<Delegatie>>, ExecuteError> {
        let vandaag = self.klok.vandaag();
        self.eis_in_functie(wie, vandaag).await?;
        let ziet_alle = wie.account == aan || self.kijkt_na(wie, aan, vandaag).await?;
        let stroom = StroomId { soort: Stroomsoort::Delegatie, id: aan.0 };
        let (_, events) = self.laad::<delegatie::Event>(stroom).await?;
        let mut alle = nog_geldig(&delegatie::replay(&events).delegaties, vandaag);
        alle.retain(|it| ziet_alle || it.recht.door == wie.account);
        let getoond = if alle.is_empty() { vec![] } else { vec![aan.0] };
        let toon = Toon::open(Register::Delegatie, getoond, [Compartiment::A]);
        self.toon(wie, aanleiding, toon).await?;
        Ok(alle)
    }

    /// What differs for a dossier: for whoever decides on that or reviews it. Who may open process data sees
    /// whether processing is restricted, and the own exceptions.
    ///
    /// # Errors
    ///
    /// [`ExecuteError::NietGevonden`] for everybody else.
    pub async fn afwijkingen(
        &self,
        wie: &Gebruiker,
        id: DossierId,
        aanleiding: &Aanleiding,
    ) -> Result<Afwijkingenblad, ExecuteError> {
        let vandaag = self.klok.vandaag();
        let beslist = matches!(
            wie.lezer,
            Lezer::Directeur
                | Lezer::MedischManager
                | Lezer::FunctioneelBeheerder
                | Lezer::FunctionarisGegevensbescherming
        ) && self.houdt(wie, Werkterrein::Dossier(id), vandaag).await?;
        let ziet = self.ziet_dossier(wie, id, vandaag).await?;
        self.eis_een_van(wie, ziet, beslist, vandaag).await?;
        let stroom = StroomId { soort: Stroomsoort::Afwijking, id: id.0 };
        let (_, events) = self.laad::<afwijking::Event>(stroom).await?;
        let staat = afwijking::replay(&events);
        let mut blad = Afwijkingenblad {
            afwijkingen: nog_geldig(&staat.afwijkingen, vandaag),
            toetsen: nog_geldig(&staat.toetsen, vandaag),
            beperkingen: nog_geldig(&staat.beperkingen, vandaag),
        };
        if !beslist {
            blad.afwijkingen.retain(|it| it.recht.account == wie.account);
            blad.toetsen.retain(|it| it.recht.account == wie.account);
        }
        self.toon_a(wie, aanleiding, Register::Afwijking, id.0).await?;
        Ok(blad)
    }

    /// The protocol of an employer, for whoever works there and for the functioneel beheerder. It holds no
    /// personal data, so it is no line in a log.
    ///
    /// # Errors
    ///
    /// [`ExecuteError::NietGevonden`] for everybody else.
    pub async fn protocol_van(
        &self,
        wie: &Gebruiker,
        id: WerkgeverId,
    ) -> Result<Protocolblad, ExecuteError> {
        let vandaag = self.klok.vandaag();
        let ziet = self.ziet_werkgever(wie, id).await?;
        let beheert = wie.lezer == Lezer::FunctioneelBeheerder
            && self.houdt(wie, Werkterrein::Werkgever(id), vandaag).await?;
        self.eis_een_van(wie, ziet, beheert, vandaag).await?;
        let (_, events) = self.laad::<werkgever::Event>(id.into()).await?;
        let versies = werkgever::replay(&events).protocollen;
        let geldend = versies.iter().rev().find(|it| it.protocol.per <= vandaag).cloned();
        Ok(Protocolblad { geldend, versies })
    }

    /// Whether this hat reviews the rights of an account.
    async fn kijkt_na(
        &self,
        wie: &Gebruiker,
        id: AccountId,
        vandaag: Datum,
    ) -> Result<bool, ExecuteError> {
        if self.eis_nakijker(wie, vandaag).await.is_err() {
            return Ok(false);
        }
        let gebied = self.beheergebied(wie, vandaag).await?;
        Ok(gebied.kent_account(&self.account(id).await?))
    }

    /// Whether the organisation of this hat keeps it; not for who has the function nowhere.
    async fn houdt(
        &self,
        wie: &Gebruiker,
        terrein: Werkterrein,
        vandaag: Datum,
    ) -> Result<bool, ExecuteError> {
        let werkgever = match terrein {
            Werkterrein::Werkgever(id) => Some(id),
            Werkterrein::Dossier(id) => self.onderwerp_van(id).await?.werkgever,
        };
        Ok(match werkgever {
            Some(id) => self.houdt_werkgever(wie, id, vandaag).await,
            None => false,
        })
    }

    async fn ziet_dossier(
        &self,
        wie: &Gebruiker,
        id: DossierId,
        vandaag: Datum,
    ) -> Result<bool, ExecuteError> {
        let mut veld = Blikveld::voor_veel();
        let gezien = self.in_zicht_van(wie, &[id].into(), vandaag, &mut veld).await?;
        Ok(!gezien.is_empty())
    }

    async fn ziet_werkgever(&self, wie: &Gebruiker, id: WerkgeverId) -> Result<bool, ExecuteError> {
        let mut rondgang = self.rondgang(wie).await?;
        Ok(!self.open_bij_werkgever(wie, id, &mut rondgang).await?.is_empty())
    }

    /// Asks for somebody who sees it anyway, or whose office it is. All others are told that it is not there.
    async fn eis_een_van(
        &self,
        wie: &Gebruiker,
        ziet: bool,
        ambt: bool,
        vandaag: Datum,
    ) -> Result<(), ExecuteError> {
        match (ziet, ambt) {
            (true, _) => Ok(()),
            (false, true) => self.eis_in_functie(wie, vandaag).await,
            (false, false) => Err(ExecuteError::NietGevonden),
        }
    }

    async fn toon_a(
        &self,
        wie: &Gebruiker,
        aanleiding: &Aanleiding,
        wat: Register,
        id: uuid::Uuid,
    ) -> Result<(), ExecuteError> {
        let toon = Toon::open(wat, vec![id], [Compartiment::A]);
        Ok(self.toon(wie, aanleiding, toon).await?)
    }
}
