//! Overdracht: one colleague takes over the dossiers of another, for good. Each dossier gets its own fact;
//! the same hand-over sent twice adds nothing.

use std::collections::BTreeSet;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::toewijzing::{self, Aan, Toewijzing};
use wvp_domain::bevoegdheid::{Einde, Geldigheid};
use wvp_domain::mijlpaal::casemanager;
use wvp_domain::{
    AccountId, Command, Datum, Dossier, DossierId, Secties, StukId, WerkgeverId, replay,
};
use wvp_store::{StoreError, StroomId, Stroomsoort};

use crate::adresboek::Weg;
use crate::beheer::{Werkterrein, geweigerd};
use crate::engine::Engine;
use crate::fout::{ExecuteError, Geweigerd};
use crate::gebruiker::Gebruiker;
use crate::uitvoeren::afgeleid_id;

/// Who takes over from whom.
#[derive(Debug, Clone, Copy)]
pub struct Overdracht {
    /// The document it comes with.
    pub stuk: StukId,
    /// From whom.
    pub van: AccountId,
    /// To whom.
    pub naar: AccountId,
    /// With which hat on.
    pub lezer: Lezer,
}

/// Which dossiers are handed over.
#[derive(Debug, Clone, Copy)]
pub enum Voorraad<'a> {
    /// Every open one of who hands over.
    Alles,
    /// Those of these that are.
    Deze(&'a BTreeSet<DossierId>),
}

impl Voorraad<'_> {
    fn omvat(self, dossier: DossierId) -> bool {
        match self {
            Self::Alles => true,
            Self::Deze(deze) => deze.contains(&dossier),
        }
    }
}

impl Engine {
    /// Hands over what was assigned to somebody in person with one hat on: dossiers, and all dossiers of
    /// employers. Returns how many assignments went over.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]; what went over before a failure stays, and repeating it goes on.
    pub async fn draag_toewijzingen_over(
        &self,
        wie: &Gebruiker,
        overdracht: Overdracht,
    ) -> Result<usize, ExecuteError> {
        eis_overdrager(wie, overdracht.van)?;
        self.eis_in_functie(wie, self.klok.vandaag()).await?;
        self.eis_ontvanger(wie, overdracht).await?;
        self.volg_adressen().await?;
        let mut aantal = 0;
        let gebied = self.beheergebied(wie, self.klok.vandaag()).await?;
        for terrein in self.kandidaten(Weg::AccountTerrein, overdracht.van.0).await? {
            // What the colleague does for another organisation is not handed over here.
            if !self.houdt_terrein(&gebied, terrein).await? {
                continue;
            }
            for oud in self.toewijzingen_van(terrein, overdracht).await? {
                self.wijs_over(wie, self.terrein(terrein).await?, oud, overdracht).await?;
                aantal += 1;
            }
        }
        Ok(aantal)
    }

    /// Makes somebody casemanager in open dossiers of another, in the name of that other (or of the
    /// employer). Returns how many dossiers went over.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]; what went over before a failure stays, and repeating it goes on.
    pub async fn draag_voorraad_over(
        &self,
        wie: &Gebruiker,
        overdracht: Overdracht,
        voorraad: Voorraad<'_>,
    ) -> Result<usize, ExecuteError> {
        eis_overdrager(wie, overdracht.van)?;
        self.eis_in_functie(wie, self.klok.vandaag()).await?;
        self.eis_ontvanger(wie, overdracht).await?;
        let Some(contact) = self.contact_van(overdracht.naar).await? else {
            let uitleg = "Van wie het overneemt, is geen e-mailadres bekend.";
            return Err(geweigerd("R-061", uitleg).into());
        };
        self.volg_adressen().await?;
        let mut aantal = 0;
        for id in self.kandidaten(Weg::CasemanagerDossier, overdracht.van.0).await? {
            let dossier = DossierId(id);
            if !voorraad.omvat(dossier) {
                continue;
            }
            let Some(geladen) = self.laad_dossier(dossier).await? else { continue };
            let staat = replay(geladen.gelezen.iter().map(|it| &it.event));
            let Some(organisatie) = organisatie_van(&staat, overdracht.van) else { continue };
            let aanwijzing = casemanager::Aanwijzing {
                stuk: stuk(overdracht, dossier.into(), b"casemanager"),
                per: self.klok.vandaag(),
                account: overdracht.naar,
                naam: contact.naam.clone(),
                organisatie,
            };
            let bereikbaar = casemanager::Contact {
                functie: overdracht.lezer.functie().to_owned(),
                telefoon: None,
                email: Some(contact.email.clone()),
            };
            let wat = Secties::proces(aanwijzing).met_d(bereikbaar);
            self.execute(wie, dossier, Command::WijsCasemanagerAan(wat)).await?;
            aantal += 1;
        }
        Ok(aantal)
    }

    /// Who takes over must hold the function, and be known to the organisation of the hat: whether somebody of another
    /// house holds it is not for everybody to find out.
    async fn eis_ontvanger(
        &self,
        wie: &Gebruiker,
        overdracht: Overdracht,
    ) -> Result<(), ExecuteError> {
        if overdracht.van == overdracht.naar {
            return Err(geweigerd("R-287", "Een overdracht gaat naar iemand anders.").into());
        }
        let gebied = self.beheergebied(wie, self.klok.vandaag()).await?;
        let (van, naar) =
            (self.account(overdracht.van).await?, self.account(overdracht.naar).await?);
        // An employer keeps no accounts of an arbodienst, and hands over between colleagues there.
        let zijn_collegas = van.functies.gegeven.iter().any(|functie| {
            naar.functies.gegeven.iter().any(|it| it.organisatie == functie.organisatie)
        });
        let is_bekend =
            gebied.kent_account(&naar) || (wie.lezer == Lezer::Werkgever && zijn_collegas);
        if !is_bekend || !self.werkt_als(overdracht.naar, overdracht.lezer).await? {
            return Err(geweigerd("R-291", "Wie het overneemt, heeft deze functie niet.").into());
        }
        Ok(())
    }

    async fn toewijzingen_van(
        &self,
        terrein: Uuid,
        overdracht: Overdracht,
    ) -> Result<Vec<Toewijzing>, StoreError> {
        let stroom = StroomId { soort: Stroomsoort::Toewijzing, id: terrein };
        let (_, events) = self.laad::<toewijzing::Event>(stroom).await?;
        let woord = overdracht.lezer.to_string();
        let staat = toewijzing::replay(&events).toewijzingen;
        let zijn_van =
            |it: &&Toewijzing| it.aan == Aan::Account(overdracht.van) && it.lezer == woord;
        Ok(staat.op(self.klok.vandaag()).filter(zijn_van).cloned().collect())
    }

    /// What a stream of assignments is about.
    pub(crate) async fn terrein(&self, id: Uuid) -> Result<Werkterrein, StoreError> {
        let als_dossier = StroomId { soort: Stroomsoort::Dossier, id };
        Ok(if self.is_er(als_dossier).await? {
            Werkterrein::Dossier(DossierId(id))
        } else {
            Werkterrein::Werkgever(WerkgeverId(id))
        })
    }

    /// First the new one, then the end of the old one: at no moment does nobody work on it.
    async fn wijs_over(
        &self,
        wie: &Gebruiker,
        terrein: Werkterrein,
        oud: Toewijzing,
        overdracht: Overdracht,
    ) -> Result<(), ExecuteError> {
        let vandaag: Datum = self.klok.vandaag();
        let stroom = StroomId { soort: Stroomsoort::Toewijzing, id: oud.stuk.0 };
        let nieuw = Toewijzing {
            stuk: stuk(overdracht, stroom, b"nieuw"),
            aan: Aan::Account(overdracht.naar),
            geldig: Geldigheid { van: vandaag, ..oud.geldig },
            lezer: oud.lezer,
        };
        let einde =
            Einde { stuk: stuk(overdracht, stroom, b"einde"), recht: oud.stuk, per: vandaag };
        let wijs = toewijzing::Command::WijsToe(Secties::proces(nieuw));
        self.execute_toewijzing(wie, terrein, wijs).await?;
        let beeindig = toewijzing::Command::BeeindigToewijzing(Secties::proces(einde));
        self.execute_toewijzing(wie, terrein, beeindig).await?;
        Ok(())
    }
}

/// Before anything is looked up: what somebody works on is not for everybody to find out by trying.
fn eis_overdrager(wie: &Gebruiker, van: AccountId) -> Result<(), Geweigerd> {
    let ambt = matches!(
        wie.lezer,
        Lezer::FunctioneelBeheerder | Lezer::Planner | Lezer::Directeur | Lezer::Werkgever
    );
    if ambt || wie.account == van {
        return Ok(());
    }
    let uitleg = "Overdragen doet wie het werk heeft, de werkgever, of wie het werk verdeelt.";
    Err(geweigerd("R-287", uitleg))
}

/// The organisation of the casemanager, when that is the one who hands over and the dossier is open.
fn organisatie_van(staat: &Dossier, van: AccountId) -> Option<String> {
    let nu = staat.casemanager.last().filter(|it| it.account == van && !staat.is_gesloten())?;
    Some(nu.organisatie.clone())
}

/// A document of its own for each part of a hand-over.
fn stuk(overdracht: Overdracht, stroom: StroomId, deel: &[u8]) -> StukId {
    let herkenning = [b"overdracht/", overdracht.stuk.0.as_bytes().as_slice(), deel].concat();
    StukId(afgeleid_id(stroom, &herkenning))
}
