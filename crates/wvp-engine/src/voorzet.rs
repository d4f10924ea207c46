//! A draft of a document: for who may record that document, from what this person can open.

use wvp_access::Lezer;
use wvp_domain::leeslog::Actie;
use wvp_domain::rivcontrole::Feiten;
use wvp_domain::voorzet::{self, Soort, Stamgegevens, Voorzet};
use wvp_domain::{Categorie, Compartiment, DossierId, Event, StukId, replay};

use crate::auteurschap::auteurs_van_soort;
use crate::engine::Engine;
use crate::fout::{Geweigerd, ReadError, VoorzetError};
use crate::gebruiker::Gebruiker;
use crate::klok::dag_in_amsterdam;
use crate::leeslog::{Aanleiding, Vraag};
use crate::lezen::{Inzage, Opening};
use crate::omstandigheden::{Bekend, Onderwerp};
use crate::toegang::{eis_auteur, eis_compartiment, leesbaar};
use crate::toeval::nieuw_id;

impl Engine {
    /// Drafts a document of a dossier: filled with what the facts say that this person can open, without
    /// category C whoever asks. Nothing is recorded.
    ///
    /// # Errors
    ///
    /// [`VoorzetError`]. A reading and a refusal are in the reading log first.
    pub async fn voorzet(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        soort: Soort,
        aanleiding: &Aanleiding,
    ) -> Result<Voorzet, VoorzetError> {
        match self.mag_opstellen(wie, dossier, soort).await? {
            Ok(mag) => Ok(self.stel_op(wie, dossier, soort, &mag, aanleiding).await?),
            Err(nee) => {
                self.noteer_weigering(wie, dossier, &nee, aanleiding).await?;
                Err(nee.into())
            }
        }
    }

    /// The compartments of this document that this person may write in, or why it is not this person's to
    /// record. Who may not even read section A gets none: reading refuses that one.
    async fn mag_opstellen(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        soort: Soort,
    ) -> Result<Result<Vec<Compartiment>, Geweigerd>, ReadError> {
        let geladen = self.laad_dossier(dossier).await?.ok_or(ReadError::NietGevonden)?;
        let staat = replay(geladen.gelezen.iter().map(|it| &it.event));
        let onderwerp = Onderwerp::dossier(dossier, &staat, None);
        let vandaag = dag_in_amsterdam(self.klok.nu());
        let bekend = self.omstandigheden(wie, onderwerp, &staat, vandaag).await?;
        if !leesbaar(wie, &bekend).contains(&Compartiment::A) {
            return Ok(Ok(vec![]));
        }
        Ok(schrijfbaar(wie.lezer, &bekend, soort))
    }

    async fn noteer_weigering(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        nee: &Geweigerd,
        aanleiding: &Aanleiding,
    ) -> Result<(), ReadError> {
        let nu = self.klok.nu();
        let vraag = Vraag::geweigerd(Actie::Vastleggen, &nee.regels, dag_in_amsterdam(nu), nu);
        Ok(self.noteer(wie, dossier, aanleiding, vraag).await?)
    }

    async fn stel_op(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        soort: Soort,
        mag: &[Compartiment],
        aanleiding: &Aanleiding,
    ) -> Result<Voorzet, ReadError> {
        let actie = Actie::Lezen;
        let nodig = |it: Compartiment| it.categorie() != Categorie::C;
        let opening = Opening { dossier, op: None, actie, nodig: &nodig };
        let mut blik = self.open_voor(wie, &opening, aanleiding).await?;
        let melding = blik.inzage.dossier.ziekmelding.first().ok_or(ReadError::NietGevonden)?;
        let (werknemer, werkgever) = (melding.werknemer, melding.werkgever);
        let mag_d = blik.inzage.compartimenten.contains(&Compartiment::D);
        let persoon = if mag_d { self.persoon(werknemer).await? } else { None };
        let bedrijf = if mag_d { self.bedrijf(werkgever).await? } else { None };
        let d_open = persoon.is_some() || bedrijf.is_some();
        blik.geopend.extend(d_open.then_some(Compartiment::D));
        self.noteer(wie, dossier, aanleiding, blik.vraag(actie)).await?;
        let Inzage { gebeurtenissen, compartimenten, feiten_van: op, .. } = blik.inzage;
        let events: Vec<Event> = gebeurtenissen.into_iter().map(|it| it.event).collect();
        Ok(voorzet::voorzet(&voorzet::Vraag {
            soort,
            feiten: Feiten { events: &events, inzage: &compartimenten },
            stam: Stamgegevens { persoon: persoon.as_ref(), bedrijf: bedrijf.as_ref() },
            mag,
            stuk: StukId(nieuw_id()),
            op,
        }))
    }
}

/// Sections A and B are the document; C and D are left out for who may not write them.
fn schrijfbaar(
    lezer: Lezer,
    bekend: &Bekend,
    soort: Soort,
) -> Result<Vec<Compartiment>, Geweigerd> {
    eis_auteur(lezer, auteurs_van_soort(soort))?;
    let mut mag = vec![];
    for compartiment in soort.compartimenten().iter().copied() {
        match (eis_compartiment(lezer, compartiment, bekend), compartiment.categorie()) {
            (Ok(()), _) => mag.push(compartiment),
            (Err(_), Categorie::C | Categorie::D | Categorie::Factuur) => {}
            (Err(nee), Categorie::A | Categorie::B) => return Err(nee),
        }
    }
    Ok(mag)
}
