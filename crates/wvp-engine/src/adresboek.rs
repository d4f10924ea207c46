//! Adresboek: which streams are worth a look for a person, an organisation or a substitute. Rows name
//! candidates and never a right: whoever asks loads the facts themselves and weighs them against today.
//!
//! Rows follow from the log record by record and only ever come in, so no order of building them
//! differs from another. They hold opaque numbers and nothing else.

use std::collections::BTreeSet;

use uuid::Uuid;
use wvp_domain::bevoegdheid::toewijzing::Aan;
use wvp_domain::bevoegdheid::{
    Organisatie, afwijking, beheer, gebruiker, inlog, toewijzing, waarneming,
};
use wvp_domain::{AccountId, Event, WerknemerId, leeslog, postvak, werknemer};
use wvp_store::{
    Bereik, Gebeurtenis, Leessleutels, Positie, Record, StoreError, StroomId, Stroomsoort,
    Wijziging,
};

use crate::engine::Engine;
use crate::laden::{BLADZIJDE, alleen_a};
use crate::volgen::volgende_sleutel;

/// Its name in the store.
pub(crate) const ADRESBOEK: &str = "adresboek";

/// From what to what a row leads. The number is stored; a change asks for a rebuild.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weg {
    /// An employee to an own account.
    WerknemerAccount = 1,
    /// An organisation to the accounts with a function there.
    OrganisatieAccount = 2,
    /// An account to where it is assigned: a dossier, or an employer.
    AccountTerrein = 3,
    /// An organisation to where it is assigned.
    OrganisatieTerrein = 4,
    /// An employee to the own dossiers.
    WerknemerDossier = 5,
    /// An employer to its dossiers.
    WerkgeverDossier = 6,
    /// An account to the dossiers of which it was made casemanager.
    CasemanagerDossier = 7,
    /// A substitute to whom they act for.
    WaarnemerVoor = 8,
    /// The first half of the hash of a secret to the account whose calendar it opens.
    AgendaAccount = 9,
    /// An account to the dossiers with an exception or a review for it.
    UitzonderingDossier = 10,
    /// What was shown in a list to the log that says so.
    GetoondLog = 11,
    /// An employer to the employees that are registered there.
    WerkgeverWerknemer = 12,
    /// The number of a token to the account that made it.
    TokenAccount = 13,
    /// An organisation to those it keeps.
    BeheerderOrganisatie = 14,
}

/// One row.
struct Regel {
    weg: Weg,
    van: Uuid,
    naar: Uuid,
}

impl Regel {
    fn sleutel(&self) -> Vec<u8> {
        [begin(self.weg, self.van).as_slice(), self.naar.as_bytes()].concat()
    }
}

fn begin(weg: Weg, van: Uuid) -> Vec<u8> {
    [&[weg as u8], van.as_bytes().as_slice()].concat()
}

/// The number of an organisation, whatever kind it is.
pub(crate) fn organisatie(organisatie: Organisatie) -> Uuid {
    match organisatie {
        Organisatie::Werkgever(id) => id.0,
        Organisatie::Overig(id) => id.0,
    }
}

/// The part of a hash that a row is found by; the whole hash is compared afterwards.
pub(crate) fn hashbegin(hash: &[u8; 32]) -> Uuid {
    let helft: [u8; 16] = std::array::from_fn(|plek| hash.get(plek).copied().unwrap_or_default());
    Uuid::from_bytes(helft)
}

impl Engine {
    /// Brings the address book up to the end of the log. A record that does not open gives no row.
    pub(crate) async fn volg_adressen(&self) -> Result<(), StoreError> {
        loop {
            let oud = self.modellen.controlepunt(ADRESBOEK).await?;
            let records = self.bladzijde(oud.unwrap_or(Positie::BEGIN)).await?;
            let Some(laatste) = records.last() else { return Ok(()) };
            let mut wijzigingen = vec![];
            let van_belang = || records.iter().filter(|record| zegt_iets(record));
            let sleutels = Leessleutels::voor(&*self.sleutels, van_belang(), alleen_a()).await?;
            for record in van_belang() {
                let regels = self.regels(record, &sleutels).await?;
                wijzigingen.extend(regels.iter().map(|it| Wijziging::Zet(it.sleutel(), vec![])));
            }
            match self.modellen.schrijf(ADRESBOEK, oud, laatste.positie, wijzigingen).await {
                // Another engine was first: go on from where it is now.
                Ok(()) | Err(StoreError::Checkpoint { .. }) => {}
                Err(fout) => return Err(fout),
            }
        }
    }

    /// Where a row leads from here, in order of number.
    pub(crate) async fn kandidaten(&self, weg: Weg, van: Uuid) -> Result<Vec<Uuid>, StoreError> {
        let voorvoegsel = begin(weg, van);
        let einde = [voorvoegsel.as_slice(), &[u8::MAX; 17]].concat();
        let (mut alle, mut vanaf) = (vec![], voorvoegsel.clone());
        loop {
            let bereik = Bereik::VanTot(vanaf, einde.clone());
            let rijen = self.modellen.reeks(ADRESBOEK, bereik, BLADZIJDE).await?;
            let Some((laatste, _)) = rijen.last() else { return Ok(alle) };
            vanaf = volgende_sleutel(laatste);
            let naar = |sleutel: &[u8]| Uuid::from_slice(sleutel.get(voorvoegsel.len()..)?).ok();
            alle.extend(rijen.iter().filter_map(|(sleutel, _)| naar(sleutel)));
            if rijen.len() < BLADZIJDE {
                return Ok(alle);
            }
        }
    }

    /// Where something leads that is made once: what is there needs no newer rows, so the log is followed only
    /// for what is not there yet. A program shows its token with every request.
    pub(crate) async fn eenmalig(&self, weg: Weg, van: Uuid) -> Result<Vec<Uuid>, StoreError> {
        let bekend = self.kandidaten(weg, van).await?;
        if !bekend.is_empty() {
            return Ok(bekend);
        }
        self.volg_adressen().await?;
        self.kandidaten(weg, van).await
    }

    /// The rows of a record that says something.
    async fn regels(
        &self,
        record: &Record,
        sleutels: &Leessleutels,
    ) -> Result<Vec<Regel>, StoreError> {
        match record.stroom.soort {
            Stroomsoort::Gebruiker => self.uit(record, sleutels, van_account).await,
            Stroomsoort::Toewijzing => self.uit(record, sleutels, van_toewijzing).await,
            Stroomsoort::Beheer => self.uit(record, sleutels, van_beheer).await,
            Stroomsoort::Waarneming => self.uit(record, sleutels, van_waarneming).await,
            Stroomsoort::Postvak => self.uit(record, sleutels, van_agenda).await,
            Stroomsoort::Inlog => self.uit(record, sleutels, van_token).await,
            Stroomsoort::Dossier => self.uit(record, sleutels, van_dossier).await,
            Stroomsoort::Afwijking => self.uit(record, sleutels, van_uitzondering).await,
            Stroomsoort::Leeslog => self.uit(record, sleutels, van_leeslog).await,
            Stroomsoort::Werknemer => self.uit(record, sleutels, van_werknemer).await,
            Stroomsoort::Werkgever
            | Stroomsoort::Toestemming
            | Stroomsoort::Delegatie
            | Stroomsoort::Bezorging
            | Stroomsoort::Bijlage
            | Stroomsoort::Zoeken => Ok(vec![]),
        }
    }

    async fn uit<E: Gebeurtenis>(
        &self,
        record: &Record,
        sleutels: &Leessleutels,
        regels: fn(Uuid, &E) -> Vec<Regel>,
    ) -> Result<Vec<Regel>, StoreError> {
        match self.open_met::<E>(sleutels, std::slice::from_ref(record), alleen_a()).await {
            Ok(gelezen) => {
                Ok(gelezen.iter().flat_map(|it| regels(record.stroom.id, &it.event)).collect())
            }
            Err(fout) if crate::fout::is_van_een_stroom(&fout) => {
                tracing::error!(stroom = %record.stroom, %fout, "niet in het adresboek");
                Ok(vec![])
            }
            Err(fout) => Err(fout),
        }
    }

    /// The dossiers of where somebody is assigned: of each place one dossier, or all of an employer.
    pub(crate) async fn dossiers_in(
        &self,
        terreinen: &BTreeSet<Uuid>,
    ) -> Result<BTreeSet<Uuid>, StoreError> {
        let stroom = |id: &Uuid| StroomId { soort: Stroomsoort::Dossier, id: *id };
        let stromen: Vec<StroomId> = terreinen.iter().map(stroom).collect();
        let mut dossiers = BTreeSet::new();
        for groep in stromen.chunks(BLADZIJDE) {
            // Who holds damaged records is there.
            let eerste = self.store.read_streams(groep, 1).await?;
            for (stroom, records) in eerste {
                if records.is_ok_and(|records| records.is_empty()) {
                    dossiers.extend(self.kandidaten(Weg::WerkgeverDossier, stroom.id).await?);
                } else {
                    dossiers.insert(stroom.id);
                }
            }
        }
        Ok(dossiers)
    }

    /// The accounts of an employee.
    pub(crate) async fn accounts_van(
        &self,
        werknemer: WerknemerId,
    ) -> Result<Vec<AccountId>, StoreError> {
        let alle = self.kandidaten(Weg::WerknemerAccount, werknemer.0).await?;
        Ok(alle.into_iter().map(AccountId).collect())
    }
}

/// Whether the address book has rows of such a fact; no other is opened for it.
fn zegt_iets(record: &Record) -> bool {
    matches!(
        (record.stroom.soort, record.type_naam.as_str()),
        (Stroomsoort::Gebruiker, "AccountGeregistreerd" | "FunctieToegekend")
            | (Stroomsoort::Toewijzing, "Toegewezen")
            | (Stroomsoort::Beheer, "BeheerToegekend")
            | (Stroomsoort::Waarneming, "WaarnemingGeregeld")
            | (Stroomsoort::Postvak, "AgendaGeopend")
            | (Stroomsoort::Inlog, "TokenUitgegeven")
            | (Stroomsoort::Dossier, "ZiekmeldingOntvangen" | "CasemanagerAangewezen")
            | (Stroomsoort::Afwijking, "AfwijkingGoedgekeurd" | "ToetsToegewezen")
            | (Stroomsoort::Leeslog, "RegisterGeraadpleegd")
            | (Stroomsoort::Werknemer, "GegevensVastgelegd")
    )
}

fn van_account(account: Uuid, event: &gebruiker::Event) -> Vec<Regel> {
    if let gebruiker::Event::AccountGeregistreerd(e) = event {
        let regel = |werknemer: WerknemerId| Regel {
            weg: Weg::WerknemerAccount,
            van: werknemer.0,
            naar: account,
        };
        return e.a.werknemer.map(regel).into_iter().collect();
    }
    let gebruiker::Event::FunctieToegekend(e) = event else { return vec![] };
    let van = organisatie(e.a.organisatie);
    vec![Regel { weg: Weg::OrganisatieAccount, van, naar: account }]
}

fn van_toewijzing(terrein: Uuid, event: &toewijzing::Event) -> Vec<Regel> {
    let toewijzing::Event::Toegewezen(e) = event else { return vec![] };
    let (weg, van) = match e.a.aan {
        Aan::Account(account) => (Weg::AccountTerrein, account.0),
        Aan::Organisatie(plek) => (Weg::OrganisatieTerrein, organisatie(plek)),
    };
    vec![Regel { weg, van, naar: terrein }]
}

fn van_beheer(welke: Uuid, event: &beheer::Event) -> Vec<Regel> {
    let beheer::Event::BeheerToegekend(e) = event else { return vec![] };
    let van = organisatie(e.a.aan);
    vec![Regel { weg: Weg::BeheerderOrganisatie, van, naar: welke }]
}

fn van_waarneming(voor: Uuid, event: &waarneming::Event) -> Vec<Regel> {
    let waarneming::Event::WaarnemingGeregeld(e) = event else { return vec![] };
    vec![Regel { weg: Weg::WaarnemerVoor, van: e.a.door.0, naar: voor }]
}

fn van_agenda(account: Uuid, event: &postvak::Event) -> Vec<Regel> {
    let postvak::Event::AgendaGeopend(e) = event else { return vec![] };
    vec![Regel { weg: Weg::AgendaAccount, van: hashbegin(&e.a.hash), naar: account }]
}

fn van_token(account: Uuid, event: &inlog::Event) -> Vec<Regel> {
    let inlog::Event::TokenUitgegeven(e) = event else { return vec![] };
    vec![Regel { weg: Weg::TokenAccount, van: e.a.token.0, naar: account }]
}

fn van_uitzondering(dossier: Uuid, event: &afwijking::Event) -> Vec<Regel> {
    let account = match event {
        afwijking::Event::AfwijkingGoedgekeurd(e) => e.a.account,
        afwijking::Event::ToetsToegewezen(e) => e.a.account,
        afwijking::Event::AfwijkingIngetrokken(_)
        | afwijking::Event::ToetsBeeindigd(_)
        | afwijking::Event::VerwerkingBeperkt(_)
        | afwijking::Event::BeperkingOpgeheven(_) => return vec![],
    };
    vec![Regel { weg: Weg::UitzonderingDossier, van: account.0, naar: dossier }]
}

fn van_werknemer(werknemer: Uuid, event: &werknemer::Event) -> Vec<Regel> {
    let werknemer::Event::GegevensVastgelegd(e) = event else { return vec![] };
    vec![Regel { weg: Weg::WerkgeverWerknemer, van: e.a.werkgever.0, naar: werknemer }]
}

fn van_leeslog(log: Uuid, event: &leeslog::Event) -> Vec<Regel> {
    let leeslog::Event::RegisterGeraadpleegd(e) = event else { return vec![] };
    let regel = |id: &Uuid| Regel { weg: Weg::GetoondLog, van: *id, naar: log };
    e.a.getoond.iter().map(regel).collect()
}

fn van_dossier(dossier: Uuid, event: &Event) -> Vec<Regel> {
    if let Event::CasemanagerAangewezen(e) = event {
        return vec![Regel { weg: Weg::CasemanagerDossier, van: e.a.account.0, naar: dossier }];
    }
    let Event::ZiekmeldingOntvangen(e) = event else { return vec![] };
    vec![
        Regel { weg: Weg::WerknemerDossier, van: e.a.werknemer.0, naar: dossier },
        Regel { weg: Weg::WerkgeverDossier, van: e.a.werkgever.0, naar: dossier },
    ]
}

/// The stream of what somebody decides about own messages.
pub(crate) fn postvakstroom(account: AccountId) -> StroomId {
    StroomId { soort: Stroomsoort::Postvak, id: account.0 }
}

/// The stream of who acts for an account.
pub(crate) fn waarnemingstroom(voor: AccountId) -> StroomId {
    StroomId { soort: Stroomsoort::Waarneming, id: voor.0 }
}
