//! What goes to an employer: of the papers only what both the employer and whoever sends them may read.

use wvp_access::Lezer;
use wvp_domain::leeslog::Actie;
use wvp_domain::{Categorie, Compartiment, DossierId};

use crate::engine::Engine;
use crate::fout::{ReadError, RivError};
use crate::gebruiker::Gebruiker;
use crate::leeslog::Aanleiding;
use crate::lezen::{Blik, Opening};
use crate::opmaker::{Bestand, OpmaakFout, Opmaker};
use crate::pakket::keur;
use crate::sessie::{Sessie, doel_van};

impl Engine {
    /// Makes the papers of a dossier as its employer reads them, without category C, and without what this person
    /// may not read. The reading log says that this person did.
    ///
    /// # Errors
    ///
    /// [`RivError`]; also when nobody is assigned for the employer.
    pub async fn riv_voor_werkgever(
        &self,
        wie: &Gebruiker,
        id: DossierId,
        aanleiding: &Aanleiding,
        opmaker: &dyn Opmaker,
    ) -> Result<Vec<Bestand>, RivError> {
        let (dossier, op, actie) = (id, None, Actie::Verslag);
        let zonder_c = |it: Compartiment| it.categorie() != Categorie::C;
        let opening = Opening { dossier, op, actie, nodig: &zonder_c };
        let eigen = self.open_voor(wie, &opening, aanleiding).await?;
        let ontvanger = self.ontvanger(&eigen, id).await?;
        let ook_eigen = |it: Compartiment| eigen.inzage.compartimenten.contains(&it);
        let opening = Opening { dossier, op, actie, nodig: &ook_eigen };
        let mut blik = self.kijk(&ontvanger, &opening).await?.map_err(|_| niemand())?;
        blik.namens.clone_from(&eigen.namens);
        let invoer = self.met_kop(wie, id, aanleiding, blik).await?;
        Ok(opmaker.maak(&invoer, &|bestanden| keur(&invoer, bestanden))?)
    }

    /// Who reads for the employer of a dossier, as if logged in.
    async fn ontvanger(&self, eigen: &Blik, id: DossierId) -> Result<Gebruiker, RivError> {
        let melding = eigen.inzage.dossier.ziekmelding.first().ok_or(ReadError::NietGevonden)?;
        let lezer = Lezer::Werkgever;
        let account = self.toegewezene(id, melding.werkgever, lezer).await;
        let account = account.map_err(ReadError::from)?.ok_or_else(niemand)?;
        let sessie = Sessie::ingelogd(doel_van(lezer)).met_tweede_factor();
        Ok(Gebruiker { account, lezer, sessie })
    }
}

fn niemand() -> OpmaakFout {
    OpmaakFout::Ontbreekt("niemand leest dit dossier voor de werkgever".to_owned())
}
