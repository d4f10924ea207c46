//! The reading log: every request for a dossier, granted or refused, durable before the answer goes out.

mod wachtrij;
mod zoeken;

use wvp_access::{DIGEST, Handeling, Lezer, Object, besluit};
use wvp_domain::leeslog::{Actie, Event, Geraadpleegd, Kanaal, Netwerk, Uitkomst};
use wvp_domain::{Compartiment, Datum, DossierId, Secties};
use wvp_store::{
    Auteur, GebeurtenisId, Kop, Moment, Omslag, Richting, StoreError, StroomId, Stroomsoort, Versie,
};

use crate::engine::Engine;
use crate::gebruiker::Gebruiker;
use crate::omstandigheden::{Bekend, Doen};
use crate::toeval::nieuw_id;

pub(crate) use wachtrij::Wachtrij;
pub(crate) use zoeken::mag_leeslog;
pub use zoeken::{Leesregel, Zoekvraag};

/// From where somebody asks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Aanleiding {
    /// By which door.
    pub kanaal: Kanaal,
    /// From which kind of network.
    pub netwerk: Netwerk,
}

/// What somebody asked and what came of it.
pub(crate) struct Vraag {
    pub(crate) actie: Actie,
    pub(crate) compartimenten: Vec<u8>,
    pub(crate) feiten_van: Datum,
    pub(crate) uitkomst: Uitkomst,
    pub(crate) regels: Vec<String>,
    /// On whose behalf, when a task was delegated.
    namens: Option<Auteur>,
    pub(crate) nu: Moment,
}

impl Vraag {
    /// A request that was granted, with what was opened for it.
    pub(crate) fn toegestaan(
        actie: Actie,
        geopend: impl IntoIterator<Item = Compartiment>,
        feiten_van: Datum,
        nu: Moment,
    ) -> Self {
        let compartimenten = geopend.into_iter().map(Compartiment::nummer).collect();
        let uitkomst = Uitkomst::Toegestaan;
        Self { actie, compartimenten, feiten_van, uitkomst, regels: vec![], namens: None, nu }
    }

    /// A request that was refused, with the rules behind it.
    pub(crate) fn geweigerd(
        actie: Actie,
        regels: &[&'static str],
        feiten_van: Datum,
        nu: Moment,
    ) -> Self {
        let regels = regels.iter().map(|regel| (*regel).to_owned()).collect();
        let uitkomst = Uitkomst::Geweigerd;
        Self { actie, compartimenten: vec![], feiten_van, uitkomst, regels, namens: None, nu }
    }

    /// The same, on behalf of somebody.
    pub(crate) fn namens(self, namens: Option<Auteur>) -> Self {
        Self { namens, ..self }
    }
}

impl Engine {
    /// Notes who asked what; returns when the line is durable.
    pub(crate) async fn noteer(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        aanleiding: &Aanleiding,
        vraag: Vraag,
    ) -> Result<(), StoreError> {
        let regel = Geraadpleegd {
            account: wie.account,
            lezer: wie.lezer.to_string(),
            namens: vraag.namens.as_ref().map(|namens| namens.account),
            actie: vraag.actie,
            compartimenten: vraag.compartimenten,
            feiten_van: vraag.feiten_van,
            doel: wie.sessie.doel(),
            kanaal: aanleiding.kanaal,
            netwerk: aanleiding.netwerk,
            uitkomst: vraag.uitkomst,
            regels: vraag.regels,
            tabel: DIGEST.to_owned(),
        };
        let kop = Kop { namens: vraag.namens, ..wie.kop() };
        let omslag = Omslag { id: GebeurtenisId(nieuw_id()), moment: vraag.nu, kop };
        let event = Event::DossierGeraadpleegd(Secties::proces(regel));
        self.zet_in_leeslog(self.logstroom(dossier).await?, omslag, event).await
    }

    /// The log of a dossier. Who asks for a dossier that is not there is noted in one log for all of
    /// them: it costs the same time as a refusal (AC-06), and nobody can fill the store with logs.
    async fn logstroom(&self, dossier: DossierId) -> Result<StroomId, StoreError> {
        let eerste =
            self.store.read_stream(dossier.into(), Versie(1), Richting::Vooruit, 1).await?;
        let id = if eerste.is_empty() { uuid::Uuid::nil() } else { dossier.0 };
        Ok(StroomId { soort: Stroomsoort::Leeslog, id })
    }
}

/// The rules behind it that this reader does not see a dossier at all.
pub(crate) fn regels_tegen(lezer: Lezer, bekend: &Bekend) -> Vec<&'static str> {
    let omstandigheden = bekend.bij(Compartiment::A, Doen::Lezen);
    besluit(lezer, Object::A, Handeling::Lezen, &omstandigheden).regels
}
