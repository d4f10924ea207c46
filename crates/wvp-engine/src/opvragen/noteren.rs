//! What was shown beside a dossier is a line in a log of its own per account, before it is handed out.
//!
//! A list of 200 dossiers is one line that names them, and not 200 lines: the log of a dossier stays readable,
//! and a page costs one append. Whoever may see the log of a dossier still finds every list it stood in, by
//! the address book ([`Engine::getoond`]). What was searched for is never in it.

use std::collections::BTreeSet;

use uuid::Uuid;
use wvp_access::DIGEST;
use wvp_domain::leeslog::{Actie, Event, Getoond, Register};
use wvp_domain::{AccountId, Compartiment, DossierId, Secties};
use wvp_store::{Auteur, GebeurtenisId, Kop, Moment, Omslag, StoreError, StroomId, Stroomsoort};

use crate::adresboek::Weg;
use crate::engine::Engine;
use crate::fout::ReadError;
use crate::gebruiker::Gebruiker;
use crate::klok::dag_in_amsterdam;
use crate::laden::{Gelezen, alleen_a};
use crate::leeslog::{Aanleiding, Vraag, mag_leeslog};
use crate::lezen::Gewogen;
use crate::omstandigheden::Blikveld;
use crate::toeval::nieuw_id;
use crate::uitvoeren::afgeleid_id;

/// What is about to be shown.
pub(super) struct Toon {
    wat: Register,
    getoond: Vec<Uuid>,
    compartimenten: BTreeSet<Compartiment>,
}

impl Toon {
    /// What was opened of these compartments; of nothing when nothing is shown.
    pub(super) fn open(
        wat: Register,
        getoond: Vec<Uuid>,
        compartimenten: impl IntoIterator<Item = Compartiment>,
    ) -> Self {
        let open = compartimenten.into_iter().filter(|_| !getoond.is_empty()).collect();
        Self { wat, getoond, compartimenten: open }
    }
}

/// A line about a list in which a dossier stood. Which others stood in it is left out.
#[derive(Clone, PartialEq, Eq)]
pub struct Lijstregel {
    /// Names the line.
    pub id: GebeurtenisId,
    /// When it was shown.
    pub moment: Moment,
    /// To whom, as what and why; the numbers are only those that were asked for.
    pub wat: Getoond,
}

impl Engine {
    /// The lists and findings in which a dossier was shown, oldest first: for whoever may read its log.
    ///
    /// # Errors
    ///
    /// [`ReadError::NietGevonden`] when there is no such dossier, or this person may not see its log.
    pub async fn getoond(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        aanleiding: &Aanleiding,
    ) -> Result<Vec<Lijstregel>, ReadError> {
        let nu = self.klok.nu();
        let vandaag = dag_in_amsterdam(nu);
        let Gewogen { records, bekend, .. } =
            self.weeg_dossier(wie, dossier, vandaag, &mut Blikveld::default()).await?;
        if records.is_empty() || !mag_leeslog(wie.lezer, &bekend) {
            let nee = Vraag::geweigerd(Actie::LeeslogLezen, &[], vandaag, nu);
            self.noteer(wie, dossier, aanleiding, nee).await?;
            return Err(ReadError::NietGevonden);
        }
        self.volg_adressen().await?;
        let mut regels = vec![];
        for log in self.kandidaten(Weg::GetoondLog, dossier.0).await? {
            let stroom = StroomId { soort: Stroomsoort::Leeslog, id: log };
            let gelezen = self.open::<Event>(&self.records(stroom).await?, alleen_a()).await?;
            regels.extend(gelezen.into_iter().filter_map(|it| lijstregel(it, dossier)));
        }
        // Lines of one account stay in the order in which they were written.
        regels.sort_by_key(|regel| regel.moment);
        let ja = Vraag::toegestaan(Actie::LeeslogLezen, [], vandaag, nu);
        self.noteer(wie, dossier, aanleiding, ja).await?;
        Ok(regels)
    }

    /// Notes what is shown; returns when the line is durable.
    pub(super) async fn toon(
        &self,
        wie: &Gebruiker,
        aanleiding: &Aanleiding,
        toon: Toon,
    ) -> Result<(), StoreError> {
        let namens = wie.sessie.waarneming_voor();
        let regel = Getoond {
            account: wie.account,
            lezer: wie.lezer.to_string(),
            namens,
            wat: toon.wat,
            getoond: toon.getoond,
            compartimenten: toon.compartimenten.into_iter().map(Compartiment::nummer).collect(),
            doel: wie.sessie.doel(),
            kanaal: aanleiding.kanaal,
            netwerk: aanleiding.netwerk,
            tabel: DIGEST.to_owned(),
        };
        let namens = namens.map(|account| Auteur {
            account,
            partij: wie.lezer.partij().woord().to_owned(),
            functie: wie.lezer.functie().to_owned(),
        });
        let kop = Kop { namens, ..wie.kop() };
        let omslag = Omslag { id: GebeurtenisId(nieuw_id()), moment: self.klok.nu(), kop };
        let event = Event::RegisterGeraadpleegd(Secties::proces(regel));
        self.zet_in_leeslog(logstroom(wie.account), omslag, event).await
    }
}

/// The log of what an account was shown. Its number follows from the account and is that of nothing else.
fn logstroom(account: AccountId) -> StroomId {
    let id = afgeleid_id(account.into(), b"getoond");
    StroomId { soort: Stroomsoort::Leeslog, id }
}

fn lijstregel(gelezen: Gelezen<Event>, dossier: DossierId) -> Option<Lijstregel> {
    let Event::RegisterGeraadpleegd(e) = gelezen.event else { return None };
    let Gelezen { id, moment, .. } = gelezen;
    let mut wat = e.a;
    wat.getoond.retain(|it| *it == dossier.0);
    (!wat.getoond.is_empty()).then_some(Lijstregel { id, moment, wat })
}
