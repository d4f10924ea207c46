//! What a message to another party is made of: process data, whom it is about and where somebody works. Never
//! category B or C, whoever asks.

use wvp_domain::leeslog::Actie;
use wvp_domain::werkgever::Bedrijf;
use wvp_domain::werknemer::Persoon;
use wvp_domain::{Compartiment, Datum, Dossier, DossierId, Event};

use crate::engine::Engine;
use crate::fout::ReadError;
use crate::gebruiker::Gebruiker;
use crate::leeslog::Aanleiding;
use crate::lezen::{Blik, Inzage, Opening};
use crate::uitvoeren::afgeleid_id;

/// What a message may be made of for the one who asks. Has no `Debug`: it holds names.
pub struct Berichtgegevens {
    /// Which dossier.
    pub dossier_id: DossierId,
    /// The state of the dossier.
    pub dossier: Dossier,
    /// Its facts, oldest first, with everything but process data and data of people closed.
    pub gebeurtenissen: Vec<Event>,
    /// Who the employee and the employer are.
    pub wie: Betrokkenen,
    /// The day of these facts.
    pub dag: Datum,
}

/// Who a dossier is about, as far as it is open to the one who asks. Has no `Debug`: it holds names.
#[derive(Default)]
pub struct Betrokkenen {
    /// The employee, if category D is open.
    pub persoon: Option<Persoon>,
    /// The burgerservicenummer, if it is open.
    pub bsn: Option<String>,
    /// The employer, if category D is open.
    pub bedrijf: Option<Bedrijf>,
}

impl Berichtgegevens {
    /// The mark of a message of a kind: the same whenever it is made again, and it tells nothing.
    #[must_use]
    pub fn referentie(&self, soort: &str) -> String {
        let herkenning = [b"uwv/".as_slice(), soort.as_bytes()].concat();
        afgeleid_id(self.dossier_id.into(), &herkenning).simple().to_string()
    }
}

impl Engine {
    /// What this person may put in a message about a dossier.
    ///
    /// # Errors
    ///
    /// [`ReadError`]. The reading is in the reading log first.
    pub async fn berichtgegevens(
        &self,
        wie: &Gebruiker,
        id: DossierId,
        aanleiding: &Aanleiding,
    ) -> Result<Berichtgegevens, ReadError> {
        let actie = Actie::Lezen;
        let opening = Opening { dossier: id, op: None, actie, nodig: &nodig };
        let mut blik = self.open_voor(wie, &opening, aanleiding).await?;
        let betrokkenen = self.betrokkenen(&mut blik).await?;
        self.noteer(wie, id, aanleiding, blik.vraag(actie)).await?;
        let Inzage { dossier, gebeurtenissen, feiten_van: dag, .. } = blik.inzage;
        let gebeurtenissen = gebeurtenissen.into_iter().map(|it| it.event).collect();
        Ok(Berichtgegevens { dossier_id: id, dossier, gebeurtenissen, wie: betrokkenen, dag })
    }

    /// The newest data of employee and employer, each as far as it may be opened. What was opened is added to
    /// what the reading log will say.
    pub(crate) async fn betrokkenen(&self, blik: &mut Blik) -> Result<Betrokkenen, ReadError> {
        let Some(melding) = blik.inzage.dossier.ziekmelding.first() else {
            return Err(ReadError::NietGevonden);
        };
        let (werknemer, werkgever) = (melding.werknemer, melding.werkgever);
        let mag = |compartiment| blik.inzage.compartimenten.contains(&compartiment);
        let mag_d = mag(Compartiment::D);
        let bsn = if mag(Compartiment::ABsn) { self.bsn(werknemer).await? } else { None };
        let persoon = if mag_d { self.persoon(werknemer).await? } else { None };
        let bedrijf = if mag_d { self.bedrijf(werkgever).await? } else { None };
        blik.geopend.extend(bsn.is_some().then_some(Compartiment::ABsn));
        let d_open = persoon.is_some() || bedrijf.is_some();
        blik.geopend.extend(d_open.then_some(Compartiment::D));
        Ok(Betrokkenen { persoon, bsn, bedrijf })
    }
}

fn nodig(compartiment: Compartiment) -> bool {
    matches!(compartiment, Compartiment::A | Compartiment::ABsn | Compartiment::D)
}
