//! The calendar of one person behind a secret address: what is to be done, by when, in every dossier that the
//! person has a part in. It holds days and steps and nothing else.

use uuid::Uuid;
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::mijlpaal::uitstel::Waarover;
use wvp_domain::{AccountId, Datum, DossierId};
use wvp_projections::kalender::{Gebeurd, Ingang, kalender};
use wvp_store::{Moment, StoreError};

use crate::adresboek::{Weg, hashbegin};
use crate::bericht::Stap;
use crate::betrokken::Betrokken;
use crate::engine::Engine;
use crate::klok::dag_in_amsterdam;
use crate::omstandigheden::is_actief;
use crate::uitvoeren::afgeleid_id;

/// One entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agendaregel {
    /// Stays the same for as long as the entry does.
    pub nummer: Uuid,
    /// Which dossier.
    pub dossier: DossierId,
    /// Which step.
    pub stap: Stap,
    /// The last day for it, inclusive.
    pub dag: Datum,
    /// Raised by every change, its end included.
    pub volgnummer: u32,
    /// Whether it is still to be taken.
    pub staat_open: bool,
    /// When it changed last.
    pub gewijzigd: Moment,
}

impl Engine {
    /// The calendar that a secret opens, by its hash; none when no open account has that address now.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn agenda_achter(
        &self,
        hash: &[u8; 32],
    ) -> Result<Option<Vec<Agendaregel>>, StoreError> {
        let kandidaten = self.eenmalig(Weg::AgendaAccount, hashbegin(hash)).await?;
        for account in kandidaten.into_iter().map(AccountId) {
            let adres = self.postvak_van(account).await?.agenda;
            if adres.as_ref() == Some(hash) && is_actief(&self.account(account).await?) {
                return Ok(Some(self.agenda_van(account).await?));
            }
        }
        Ok(None)
    }

    async fn agenda_van(&self, account: AccountId) -> Result<Vec<Agendaregel>, StoreError> {
        let mut regels = vec![];
        for betrokken in self.betrokken(account).await? {
            regels.extend(self.regels_van(&betrokken).await?);
        }
        regels.sort_by_key(|it| (it.dag, it.dossier, it.nummer));
        regels.dedup_by_key(|it| it.nummer);
        Ok(regels)
    }

    async fn regels_van(&self, betrokken: &Betrokken) -> Result<Vec<Agendaregel>, StoreError> {
        let protocol = self.protocol(&betrokken.staat).await?;
        let feiten: Vec<Gebeurd> = betrokken
            .geladen
            .gelezen
            .iter()
            .map(|it| Gebeurd {
                op: dag_in_amsterdam(it.moment),
                moment: it.moment.0,
                event: &it.event,
            })
            .collect();
        let ingangen = kalender(&feiten, &protocol).into_iter();
        let eigen = ingangen.filter(|it| gaat_aan(it, betrokken.als));
        Ok(eigen.map(|it| regel(betrokken.dossier, &it)).collect())
    }
}

/// The casemanager watches over every step; all others have their own.
fn gaat_aan(ingang: &Ingang, als: Ontvanger) -> bool {
    als == Ontvanger::Casemanager || ingang.wie.contains(&als)
}

fn regel(dossier: DossierId, ingang: &Ingang) -> Agendaregel {
    let (stap, naam) = match &ingang.over {
        Waarover::Termijn(termijn) => (Stap::Wettelijk(*termijn), termijn.sleutel()),
        Waarover::Stap(naam) => (Stap::Eigen, naam.as_str()),
    };
    let herkenning = [b"agenda/".as_slice(), &ingang.keer.to_be_bytes(), naam.as_bytes()].concat();
    Agendaregel {
        nummer: afgeleid_id(dossier.into(), &herkenning),
        dossier,
        stap,
        dag: ingang.dag,
        volgnummer: ingang.volgnummer,
        staat_open: ingang.staat_open,
        gewijzigd: Moment(ingang.gewijzigd),
    }
}
