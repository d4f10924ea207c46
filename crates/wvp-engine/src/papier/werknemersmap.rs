//! The folder of the employee: copies of all elements, the opinion to give, and the receipt of the sealed part.

use serde::Serialize;
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::{Datum, DossierId};

use super::{opening, zonder_c};
use crate::engine::Engine;
use crate::fout::{Geweigerd, PapierError};
use crate::gebruiker::Gebruiker;
use crate::leeslog::Aanleiding;
use crate::opmaker::{Bestand, Opmaker, RivInvoer};
use crate::pakket::{keur, som};

/// What the employee gets, apart from what goes to UWV.
pub struct Werknemersmap {
    /// The papers.
    pub bestanden: Vec<Bestand>,
    /// What they are.
    pub lijst: Inhoudslijst,
}

/// The list of contents of the folder of the employee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inhoudslijst {
    /// Version of this form.
    pub vorm: u16,
    /// The dossier, by its opaque number.
    pub dossier: Uuid,
    /// Day of the papers.
    pub dag: Datum,
    /// The files, in order.
    pub bestanden: Vec<Werknemersbestand>,
    /// What the bedrijfsarts handed over closed: it is not among the files.
    pub gesloten_deel: Vec<GeslotenDeel>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Werknemersbestand {
    /// Its name.
    pub naam: String,
    /// Which element it is; none for the cover and the receipt.
    pub element: Option<Element>,
    /// The document behind it; none for the cover, the receipt and a form to fill in.
    pub stuk: Option<Uuid>,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256, in hexadecimal digits.
    pub sha256: String,
}

/// That a sealed part was handed over, and nothing of what is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GeslotenDeel {
    /// The document.
    pub stuk: Uuid,
    /// The day.
    pub overhandigd_op: Datum,
}

/// The version of the form that is written.
const VORM: u16 = 1;

impl Engine {
    /// Makes the folder of the employee, read as the employee, without category C.
    ///
    /// # Errors
    ///
    /// [`PapierError::Geweigerd`] for anybody else, with the refusal in the reading log.
    pub async fn werknemersmap(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        aanleiding: &Aanleiding,
        opmaker: &dyn Opmaker,
    ) -> Result<Werknemersmap, PapierError> {
        let blik = self.open_voor(wie, &opening(dossier, &zonder_c), aanleiding).await?;
        if wie.lezer != Lezer::Werknemer {
            let uitleg = "Deze map is voor de werknemer. Alleen de werknemer kan haar maken.";
            let nee = Geweigerd { regels: vec!["R-098"], uitleg: uitleg.to_owned() };
            return self.weiger(wie, dossier, aanleiding, &blik, nee).await;
        }
        let invoer = self.met_kop(wie, dossier, aanleiding, blik).await?;
        let bestanden = opmaker.maak(&invoer, &|bestanden| keur(&invoer, bestanden))?;
        let lijst = Inhoudslijst::van(&invoer, &bestanden);
        Ok(Werknemersmap { bestanden, lijst })
    }
}

impl Inhoudslijst {
    fn van(invoer: &RivInvoer, bestanden: &[Bestand]) -> Self {
        let gesloten = invoer.dossier.medische_informatie.iter();
        let gesloten =
            gesloten.map(|a| GeslotenDeel { stuk: a.stuk.0, overhandigd_op: a.overhandigd_op });
        Self {
            vorm: VORM,
            dossier: invoer.dossier_id.0,
            dag: invoer.dag,
            bestanden: bestanden.iter().map(Werknemersbestand::van).collect(),
            gesloten_deel: gesloten.collect(),
        }
    }
}

impl Werknemersbestand {
    fn van(bestand: &Bestand) -> Self {
        Self {
            naam: bestand.naam.clone(),
            element: bestand.herkomst.map(|(element, _)| element),
            stuk: bestand.herkomst.and_then(|(_, stuk)| stuk).map(|it| it.0),
            bytes: bestand.inhoud.len() as u64,
            sha256: som(&bestand.inhoud),
        }
    }
}
