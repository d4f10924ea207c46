//! One paper of a dossier, for whoever may read it: opened, refused and noted as every other reading.

mod medisch;
mod werknemersmap;

use wvp_access::Lezer;
use wvp_domain::leeslog::Actie;
use wvp_domain::papier::Papier;
use wvp_domain::{Categorie, Compartiment, DossierId, Feit, StukId};

pub use medisch::MedischeInvoer;
pub use werknemersmap::{GeslotenDeel, Inhoudslijst, Werknemersbestand, Werknemersmap};

use crate::auteurschap::{Kring, kring};
use crate::engine::Engine;
use crate::fout::{Geweigerd, PapierError, ReadError};
use crate::gebruiker::Gebruiker;
use crate::leeslog::{Aanleiding, Vraag};
use crate::lezen::{Blik, Opening};
use crate::opmaker::{Bestand, Drukkerij, Opmaker};
use crate::pakket::keur;

/// In whose name a paper is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Papiersoort {
    /// What the facts say, and nothing else: for whoever may read them.
    Afschrift,
    /// With words that the employer adds: only for who writes in the name of the employer.
    VanWerkgever,
}

/// Which paper is asked for.
pub struct Stukvraag {
    /// Which, with its words.
    pub papier: Papier,
    /// The document; none is the newest.
    pub stuk: Option<StukId>,
}

impl Engine {
    /// Makes a paper as far as this person may read the dossier, without category C whoever asks.
    ///
    /// # Errors
    ///
    /// [`PapierError`]. A refusal is in the reading log too.
    pub async fn papier(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        soort: Papiersoort,
        aanleiding: &Aanleiding,
        opmaker: &dyn Opmaker,
    ) -> Result<Vec<Bestand>, PapierError> {
        let blik = self.open_voor(wie, &opening(dossier, &zonder_c), aanleiding).await?;
        if let Err(nee) = eis_afzender(wie.lezer, soort) {
            return self.weiger(wie, dossier, aanleiding, &blik, nee).await;
        }
        let invoer = self.met_kop(wie, dossier, aanleiding, blik).await?;
        Ok(opmaker.maak(&invoer, &|bestanden| keur(&invoer, bestanden))?)
    }

    /// Makes one paper with the words that came along, as [`Engine::papier`] does.
    ///
    /// # Errors
    ///
    /// [`PapierError`]: also when a word of it is about illness.
    pub async fn stuk(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        vraag: Stukvraag,
        aanleiding: &Aanleiding,
        drukkerij: &dyn Drukkerij,
    ) -> Result<Vec<Bestand>, PapierError> {
        let Stukvraag { papier, stuk } = vraag;
        papier.keur()?;
        let soort = if papier.is_van_werkgever() {
            Papiersoort::VanWerkgever
        } else {
            Papiersoort::Afschrift
        };
        let opmaker = drukkerij.stuk(papier, stuk);
        self.papier(wie, dossier, soort, aanleiding, &*opmaker).await
    }

    /// Notes that a dossier that was opened is not handed out like this, and says why.
    async fn weiger<T>(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        aanleiding: &Aanleiding,
        blik: &Blik,
        nee: Geweigerd,
    ) -> Result<T, PapierError> {
        let vraag: Vraag = blik.geweigerd(Actie::Verslag, &nee.regels);
        self.noteer(wie, dossier, aanleiding, vraag).await.map_err(ReadError::from)?;
        Err(nee.into())
    }
}

/// The fact that a paper is made of: that of one document, or the newest by its day.
#[must_use]
pub fn gekozen<F: Feit>(feiten: &[F], stuk: Option<StukId>) -> Option<&F> {
    match stuk {
        Some(stuk) => feiten.iter().find(|feit| feit.stuk() == stuk),
        None => feiten.iter().max_by_key(|feit| feit.datum()),
    }
}

/// What is asked for a paper.
fn opening(
    dossier: DossierId,
    nodig: &(dyn Fn(Compartiment) -> bool + Send + Sync),
) -> Opening<'_> {
    Opening { dossier, op: None, actie: Actie::Verslag, nodig }
}

fn zonder_c(compartiment: Compartiment) -> bool {
    compartiment.categorie() != Categorie::C
}

fn eis_afzender(lezer: Lezer, soort: Papiersoort) -> Result<(), Geweigerd> {
    let mag = match soort {
        Papiersoort::Afschrift => true,
        Papiersoort::VanWerkgever => kring(lezer) == Some(Kring::Werkgeverszijde),
    };
    if mag {
        return Ok(());
    }
    let uitleg =
        format!("Dit stuk kunt u niet maken. Wie dat wel kan: {}.", Kring::Werkgeverszijde.naam());
    Err(Geweigerd { regels: vec!["R-089", "R-097"], uitleg })
}
