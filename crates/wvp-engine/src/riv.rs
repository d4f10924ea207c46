//! The re-integratieverslag: what goes in, for whoever may read it. Never category C.

use wvp_domain::dag::elementen;
use wvp_domain::leeslog::Actie;
use wvp_domain::mijlpaal::ondertekening::met_handtekeningen;
use wvp_domain::{Categorie, DossierId, Event};

use crate::berichtgegevens::Betrokkenen;
use crate::engine::Engine;
use crate::fout::{ReadError, RivError};
use crate::gebruiker::Gebruiker;
use crate::herkenning::Herkenbaar as _;
use crate::leeslog::Aanleiding;
use crate::lezen::{Blik, Inzage, Opening};
use crate::opmaker::{Bestand, Opmaker, RivInvoer};
use crate::pakket::keur;
use crate::uitvoeren::afgeleid_id;

impl Engine {
    /// Makes the re-integratieverslag as far as this person may read the dossier, without category C
    /// whoever asks.
    ///
    /// # Errors
    ///
    /// [`RivError`].
    pub async fn riv(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        aanleiding: &Aanleiding,
        opmaker: &dyn Opmaker,
    ) -> Result<Vec<Bestand>, RivError> {
        let invoer = self.riv_invoer(wie, dossier, aanleiding).await?;
        Ok(opmaker.maak(&invoer, &|bestanden| keur(&invoer, bestanden))?)
    }

    pub(crate) async fn riv_invoer(
        &self,
        wie: &Gebruiker,
        id: DossierId,
        aanleiding: &Aanleiding,
    ) -> Result<RivInvoer, ReadError> {
        let actie = Actie::Verslag;
        let opening =
            Opening { dossier: id, op: None, actie, nodig: &|it| it.categorie() != Categorie::C };
        let blik = self.open_voor(wie, &opening, aanleiding).await?;
        let mut invoer = self.met_kop(wie, id, aanleiding, blik).await?;
        invoer.exemplaren = self.exemplaren(&invoer).await?;
        Ok(invoer)
    }

    /// Adds to an opened dossier whose it is, as far as this person may know, and notes the reading.
    pub(crate) async fn met_kop(
        &self,
        wie: &Gebruiker,
        id: DossierId,
        aanleiding: &Aanleiding,
        mut blik: Blik,
    ) -> Result<RivInvoer, ReadError> {
        let Betrokkenen { persoon, bsn, bedrijf } = self.betrokkenen(&mut blik).await?;
        self.noteer(wie, id, aanleiding, blik.vraag(Actie::Verslag)).await?;
        let Inzage { dossier, gebeurtenissen, compartimenten, feiten_van: dag, .. } = blik.inzage;
        let gebeurtenissen: Vec<Event> = gebeurtenissen.into_iter().map(|it| it.event).collect();
        let nummer = |event: &Event| afgeleid_id(id.into(), &event.herkenning());
        let gebeurtenissen = met_handtekeningen(&dossier, &gebeurtenissen);
        Ok(RivInvoer {
            dossier_id: id,
            elementen: elementen::op_dag(&dossier, dag),
            nummers: gebeurtenissen.iter().map(nummer).collect(),
            gebeurtenissen,
            dossier,
            persoon,
            bsn,
            bedrijf,
            compartimenten,
            exemplaren: vec![],
            dag,
        })
    }
}
