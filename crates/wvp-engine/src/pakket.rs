//! The re-integratieverslag as a package: its files, a manifest that says what each is and where it came from
//! in the log, and what the rules say about it. The hash of the manifest is recorded, so that a package can
//! be held against the log later.

mod feiten;
mod manifest;
mod nakijken;

use wvp_domain::leeslog::Actie;
use wvp_domain::mijlpaal::riv_pakket::Samengesteld;
use wvp_domain::rivcontrole::verweer::{Verweer, Verzoek, verweer};
use wvp_domain::rivcontrole::{self, Uitslag};
use wvp_domain::{Categorie, Command, DossierId, Event, Secties, StukId};
use wvp_store::{Richting, Versie};

pub(crate) use feiten::keur;
pub use manifest::{Bron, Hoofd, Manifest, Ondertekenaar, Pakketbestand};
pub(crate) use manifest::{cijfers, som};
pub use nakijken::Afwijking;

use crate::engine::Engine;
use crate::fout::{ExecuteError, ReadError, RivError};
use crate::gebruiker::Gebruiker;
use crate::leeslog::Aanleiding;
use crate::lezen::{Inzage, Opening};
use crate::opmaker::{Bestand, Opmaker};
use crate::uitvoeren::afgeleid_id;

/// The stored name of the fact that a package was put together.
const SAMENGESTELD: &str = "RivSamengesteld";

/// A version of the re-integratieverslag.
pub struct Pakket {
    /// Its papers.
    pub bestanden: Vec<Bestand>,
    /// What they are.
    pub manifest: Manifest,
    /// The manifest as it is written; its hash is what is recorded.
    pub lijst: Vec<u8>,
}

impl Engine {
    /// What the rules say about the re-integratieverslag of a dossier, as far as this person can open it.
    ///
    /// # Errors
    ///
    /// [`ReadError`]. The reading is in the reading log first.
    pub async fn riv_controle(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        aanleiding: &Aanleiding,
    ) -> Result<Uitslag, ReadError> {
        let inzage = self.zonder_c(wie, dossier, aanleiding).await?;
        let events: Vec<Event> = inzage.gebeurtenissen.into_iter().map(|it| it.event).collect();
        let feiten = rivcontrole::Feiten { events: &events, inzage: &inzage.compartimenten };
        Ok(rivcontrole::controle(&feiten, inzage.feiten_van))
    }

    /// What to make of a request or decision of UWV; none when the dossier has no case.
    ///
    /// # Errors
    ///
    /// [`ReadError`]. The reading is in the reading log first.
    pub async fn riv_verweer(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        verzoek: &Verzoek,
        aanleiding: &Aanleiding,
    ) -> Result<Option<Verweer>, ReadError> {
        let inzage = self.zonder_c(wie, dossier, aanleiding).await?;
        Ok(verweer(&inzage.dossier, verzoek))
    }

    /// A dossier opened for a re-integratieverslag: never category C.
    async fn zonder_c(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        aanleiding: &Aanleiding,
    ) -> Result<Inzage, ReadError> {
        let actie = Actie::Verslag;
        let nodig = |it: wvp_domain::Compartiment| it.categorie() != Categorie::C;
        let opening = Opening { dossier, op: None, actie, nodig: &nodig };
        let blik = self.open_voor(wie, &opening, aanleiding).await?;
        self.noteer(wie, dossier, aanleiding, blik.vraag(actie)).await?;
        Ok(blik.inzage)
    }

    /// Makes the papers, holds them against the rules, and says in a manifest what they are and what they rest
    /// on. Nothing is recorded yet. The same facts on the same day give the same version again.
    ///
    /// # Errors
    ///
    /// [`RivError`].
    pub async fn riv_pakket(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        aanleiding: &Aanleiding,
        opmaker: &dyn Opmaker,
    ) -> Result<Pakket, RivError> {
        let invoer = self.riv_invoer(wie, dossier, aanleiding).await?;
        let bronnen = self.bronnen(dossier).await.map_err(ReadError::from)?;
        let keuring = |bestanden: &[Bestand]| keur(&invoer, bestanden);
        let bestanden = opmaker.maak(&invoer, &keuring)?;
        let manifest = Manifest::van(&invoer, &bestanden, &bronnen, keuring(&bestanden));
        let (manifest, lijst) = manifest.als_versie(&invoer.dossier.riv_pakket);
        Ok(Pakket { bestanden, manifest, lijst })
    }

    /// Records that a package was put together, by the hash of its manifest as it is written. The same
    /// package twice is one version.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn leg_riv_vast(
        &self,
        wie: &Gebruiker,
        pakket: &Pakket,
    ) -> Result<Versie, ExecuteError> {
        let Manifest { dossier, dag: op, definitief, .. } = pakket.manifest;
        let dossier = DossierId(dossier);
        let hash = manifest::som(&pakket.lijst);
        let herkenning = [b"riv/".as_slice(), hash.as_bytes()].concat();
        let stuk = StukId(afgeleid_id(dossier.into(), &herkenning));
        let feit = Samengesteld { stuk, op, definitief, manifest: hash };
        self.execute(wie, dossier, Command::LegRivVast(Secties::proces(feit))).await
    }

    /// Where every fact of a dossier stands in the log. That a package was put together is no fact of the
    /// package: otherwise none would be the same when it is made again.
    async fn bronnen(&self, dossier: DossierId) -> Result<Vec<Bron>, wvp_store::StoreError> {
        let records = self.records(dossier.into()).await?;
        Ok(records.iter().filter(|it| it.type_naam != SAMENGESTELD).map(Bron::van).collect())
    }

    /// One record of a dossier.
    async fn record(
        &self,
        dossier: DossierId,
        versie: u64,
    ) -> Result<Option<wvp_store::Record>, wvp_store::StoreError> {
        let stroom = dossier.into();
        let gevonden = self.store.read_stream(stroom, Versie(versie), Richting::Vooruit, 1).await?;
        Ok(gevonden.into_iter().find(|it| it.versie == Versie(versie)))
    }
}
