//! Copies that were signed on paper: taken in as files, by content and never by name, and handed out to whoever
//! may read what stands in them.

mod soort;

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};
use wvp_domain::bijlage::{self, Deel};
use wvp_domain::leeslog::Actie;
use wvp_domain::mijlpaal::gedeeld::Ondertekening;
use wvp_domain::mijlpaal::getekend_exemplaar::{Bestandsgegevens, Bestandsoort, Exemplaar};
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::rivcontrole::tabel::BYTES_HOOGSTENS;
use wvp_domain::{Afwijzing, Categorie, Command, Compartiment, Datum, DossierId, Secties, StukId};
use wvp_store::{Richting, StoreError, StroomId, Stroomsoort, Versie};

use crate::engine::Engine;
use crate::fout::{ExecuteError, ReadError};
use crate::gebruiker::Gebruiker;
use crate::laden::alleen_a;
use crate::leeslog::Aanleiding;
use crate::lezen::Opening;
use crate::opmaker::{GetekendBestand, RivInvoer};
use crate::pakket::cijfers;
use crate::toegang::zegels;
use crate::toeval::nieuw_id;
use crate::uitvoeren::{POGINGEN, Verzoek, is_ingehaald};

/// A copy as it comes in.
pub struct Inkomend {
    /// Of which document.
    pub van: StukId,
    /// The day beside the signature; of several the last.
    pub getekend_op: Datum,
    /// Who signed on it, for a document of employer and employee.
    pub ondertekeningen: Vec<Ondertekening>,
    /// The file.
    pub bytes: Vec<u8>,
}

/// A copy as it goes out.
pub struct Uitgaand {
    /// Which element it is a copy of.
    pub element: Element,
    /// What kind of file.
    pub soort: Bestandsoort,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Bytes of a file per record: well within what a record can hold.
const DEEL_BYTES: usize = 256 << 10;
/// Parts per append.
const DELEN_PER_KEER: usize = 8;

impl Engine {
    /// Takes in a copy of a document that was signed on paper. The same file twice is one copy.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]: also when the content is no PDF, JPG or DOCX, or too large. Nothing of the file is
    /// kept before it is known that this person may hand it in.
    pub async fn neem_exemplaar_in(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        inkomend: Inkomend,
    ) -> Result<Versie, ExecuteError> {
        let Inkomend { van, getekend_op, ondertekeningen, bytes } = inkomend;
        let mut exemplaar = Exemplaar {
            stuk: StukId(nieuw_id()),
            van,
            getekend_op,
            ontvangen_op: self.klok.vandaag(),
            ondertekeningen,
            bestand: gegevens(&bytes)?,
        };
        let opdracht =
            |it: &Exemplaar| Command::NeemGetekendExemplaarIn(Secties::proces(it.clone()));
        let verzoek = self.verzoek(wie);
        let Some(element) = self.toets(wie, dossier, &opdracht(&exemplaar), &verzoek).await? else {
            // Already so, or refused: in the words and the reading log of any other command.
            return self.execute(wie, dossier, opdracht(&exemplaar)).await;
        };
        let delen = knip(element.compartiment(), &exemplaar.bestand.sha256, &bytes);
        exemplaar.bestand.vanaf = self.bewaar(dossier, &verzoek, &delen).await?.0;
        self.execute(wie, dossier, opdracht(&exemplaar)).await
    }

    /// Hands out a copy to somebody who may read what stands in it.
    ///
    /// # Errors
    ///
    /// [`ReadError::NietGevonden`] when it is not there or not for this person. The reading is in the reading
    /// log first.
    pub async fn exemplaar(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        stuk: StukId,
        aanleiding: &Aanleiding,
    ) -> Result<Uitgaand, ReadError> {
        let actie = Actie::Lezen;
        let opening = Opening { dossier, op: None, actie, nodig: &|_| true };
        let mut blik = self.open_voor(wie, &opening, aanleiding).await?;
        let staat = &blik.inzage.dossier;
        let exemplaar = staat.getekend_exemplaar.iter().find(|it| it.stuk == stuk);
        let exemplaar = exemplaar.ok_or(ReadError::NietGevonden)?.clone();
        let (element, _) = staat.element_van(exemplaar.van).ok_or(ReadError::NietGevonden)?;
        let compartiment = element.compartiment();
        if !blik.inzage.compartimenten.contains(&compartiment) {
            return Err(ReadError::NietGevonden);
        }
        blik.geopend.insert(compartiment);
        self.noteer(wie, dossier, aanleiding, blik.vraag(actie)).await?;
        let bytes = self.lees_delen(dossier, &exemplaar.bestand, compartiment).await?;
        Ok(Uitgaand { element, soort: exemplaar.bestand.soort, bytes })
    }

    /// The copies that go along with a package: never of what is medical.
    pub(crate) async fn exemplaren(
        &self,
        invoer: &RivInvoer,
    ) -> Result<Vec<GetekendBestand>, ReadError> {
        let mut alle = vec![];
        for exemplaar in &invoer.dossier.getekend_exemplaar {
            let element = invoer.dossier.element_van(exemplaar.van);
            let Some(compartiment) = element.map(|(element, _)| element.compartiment()) else {
                continue;
            };
            let mag = invoer.compartimenten.contains(&compartiment);
            if mag && compartiment.categorie() != Categorie::C {
                let bytes =
                    self.lees_delen(invoer.dossier_id, &exemplaar.bestand, compartiment).await?;
                alle.push(GetekendBestand { exemplaar: exemplaar.clone(), bytes });
            }
        }
        Ok(alle)
    }

    /// Keeps the parts that are not there yet, and tells where the first one stands.
    async fn bewaar(
        &self,
        dossier: DossierId,
        verzoek: &Verzoek,
        delen: &[bijlage::Event],
    ) -> Result<Versie, StoreError> {
        let stroom = stroom(dossier);
        let mut poging = 1;
        'opnieuw: loop {
            let records = self.records(stroom).await?;
            let bekend = self.open::<bijlage::Event>(&records, alleen_a()).await?;
            let plek = |deel: &bijlage::Event| {
                bekend.iter().find(|it| it.event.welk() == deel.welk()).map(|it| it.versie)
            };
            let nieuw: Vec<bijlage::Event> =
                delen.iter().filter(|deel| plek(deel).is_none()).cloned().collect();
            let mut versie = Versie(records.len() as u64);
            let eerste = delen.first().and_then(plek).unwrap_or(versie.volgende());
            for groep in nieuw.chunks(DELEN_PER_KEER) {
                match self.leg_vast(stroom, versie, verzoek, groep, vec![]).await {
                    Ok(erna) => versie = erna,
                    Err(fout) if is_ingehaald(&fout) && poging < POGINGEN => {
                        poging += 1;
                        continue 'opnieuw;
                    }
                    Err(fout) => return Err(fout),
                }
            }
            return Ok(eerste);
        }
    }

    /// The bytes of a file, from its first part on: parts of other files may stand between.
    async fn lees_delen(
        &self,
        dossier: DossierId,
        bestand: &Bestandsgegevens,
        compartiment: Compartiment,
    ) -> Result<Vec<u8>, ReadError> {
        let toegang = zegels(&[Compartiment::A, compartiment]);
        let mut gevonden = BTreeMap::new();
        let mut vanaf = Versie(bestand.vanaf);
        while gevonden.len() < usize::from(bestand.delen) {
            let blad = self
                .store
                .read_stream(stroom(dossier), vanaf, Richting::Vooruit, DELEN_PER_KEER)
                .await?;
            let Some(laatste) = blad.last() else { return Err(ReadError::NietGevonden) };
            vanaf = laatste.versie.volgende();
            for deel in self.open::<bijlage::Event>(&blad, toegang).await? {
                let welk = deel.event.welk();
                if welk.sha256 == bestand.sha256
                    && let Some(bytes) = deel.event.bytes()
                {
                    gevonden.insert(welk.nummer, bytes.to_vec());
                }
            }
        }
        Ok(gevonden.into_values().flatten().collect())
    }
}

fn gegevens(bytes: &[u8]) -> Result<Bestandsgegevens, Afwijzing> {
    let grootte = bytes.len() as u64;
    if grootte > BYTES_HOOGSTENS {
        return Err(Afwijzing::BestandTeGroot { bytes: grootte });
    }
    let soort = soort::van(bytes).ok_or(Afwijzing::BestandVanAndereSoort)?;
    let delen = u16::try_from(bytes.len().div_ceil(DEEL_BYTES)).unwrap_or(u16::MAX);
    let sha256 = cijfers(&Sha256::digest(bytes));
    Ok(Bestandsgegevens { soort, bytes: grootte, sha256, vanaf: 0, delen })
}

/// A file in parts.
fn knip(compartiment: Compartiment, sha256: &str, bytes: &[u8]) -> Vec<bijlage::Event> {
    let delen: Vec<&[u8]> = bytes.chunks(DEEL_BYTES).collect();
    let van = u16::try_from(delen.len()).unwrap_or(u16::MAX);
    let deel = |(nummer, bytes): (u16, &&[u8])| {
        let deel = Deel { sha256: sha256.to_owned(), nummer, van };
        bijlage::Event::deel(compartiment, deel, bytes.to_vec())
    };
    (0..van).zip(&delen).filter_map(deel).collect()
}

fn stroom(dossier: DossierId) -> StroomId {
    StroomId { soort: Stroomsoort::Bijlage, id: dossier.0 }
}
