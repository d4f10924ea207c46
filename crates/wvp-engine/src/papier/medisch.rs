//! The medical part: what goes in, for the bedrijfsarts who wrote it and the employee it is about.

use wvp_access::{Handeling, Lezer, Object, besluit};
use wvp_domain::mijlpaal::medische_informatie::{Medisch, Overhandigd};
use wvp_domain::mijlpaal::probleemanalyse;
use wvp_domain::{Compartiment, DossierId, Event, StukId};
use wvp_projections::Vastgelegd;

use super::{gekozen, opening, zonder_c};
use crate::engine::Engine;
use crate::fout::{Geweigerd, PapierError, ReadError};
use crate::functie::is_bedrijfsarts;
use crate::gebruiker::Gebruiker;
use crate::leeslog::Aanleiding;
use crate::lezen::Blik;
use crate::omstandigheden::{Doen, Onderwerp};
use crate::opmaker::RivInvoer;

/// What the medical part is made of. Apart from [`RivInvoer`], which never holds category C.
pub struct MedischeInvoer {
    /// Whose it is. Holds no facts: no other paper is made of it.
    pub over: RivInvoer,
    /// That it was handed over, corrections included.
    pub a: Overhandigd,
    /// The medical part itself.
    pub c: Medisch,
    /// The medical part of the probleemanalyse before it, if there is one.
    pub bij_analyse: Option<probleemanalyse::Medisch>,
}

impl Engine {
    /// Opens the medical part of a dossier: that of one document, or the newest.
    ///
    /// # Errors
    ///
    /// [`PapierError::Geweigerd`] for anybody but the bedrijfsarts and the employee, with the refusal in the
    /// reading log; [`PapierError::Ontbreekt`] when there is none.
    pub async fn medische_invoer(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        stuk: Option<StukId>,
        aanleiding: &Aanleiding,
    ) -> Result<MedischeInvoer, PapierError> {
        let mag = is_bedrijfsarts(wie.lezer) || wie.lezer == Lezer::Werknemer;
        let nodig = if mag { voor_het_medische_deel } else { zonder_c };
        let mut blik = self.open_voor(wie, &opening(dossier, &nodig), aanleiding).await?;
        if !blik.inzage.compartimenten.contains(&Compartiment::C) {
            let nee = self.waarom_niet(wie, dossier, &blik).await?;
            return self.weiger(wie, dossier, aanleiding, &blik, nee).await;
        }
        let feiten = std::mem::take(&mut blik.inzage.gebeurtenissen);
        let gevonden = gekozen(&blik.inzage.dossier.medische_informatie, stuk).cloned();
        let over = self.met_kop(wie, dossier, aanleiding, blik).await?;
        let ontbreekt = || PapierError::Ontbreekt("medische informatie");
        let a = gevonden.ok_or_else(ontbreekt)?;
        let c = feiten.iter().find_map(|it| medisch(it, a.stuk)).ok_or_else(ontbreekt)?;
        let bij_analyse = bij_analyse(&over, &feiten, &a);
        Ok(MedischeInvoer { over, a, c, bij_analyse })
    }

    /// What the access table says about it. Some whom the table lets read category C are still no party to
    /// the envelope: it goes from bedrijfsarts to employee.
    async fn waarom_niet(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        blik: &Blik,
    ) -> Result<Geweigerd, ReadError> {
        let staat = &blik.inzage.dossier;
        let onderwerp = Onderwerp::dossier(dossier, staat, None);
        let vandaag = self.klok().vandaag();
        let bekend = self.omstandigheden(wie, onderwerp, staat, vandaag).await?;
        let omstandigheden = bekend.bij(Compartiment::C, Doen::Lezen);
        let nee = besluit(wie.lezer, Object::C, Handeling::Lezen, &omstandigheden);
        if nee.toegestaan {
            let uitleg = "Dit stuk gaat gesloten van de bedrijfsarts naar de werknemer. Alleen zij kunnen \
                          het maken.";
            return Ok(Geweigerd { regels: vec!["R-097"], uitleg: uitleg.to_owned() });
        }
        Ok(Geweigerd { regels: nee.regels, uitleg: nee.uitleg })
    }
}

/// Section C, and what stands on top of the paper: whose it is.
fn voor_het_medische_deel(compartiment: Compartiment) -> bool {
    matches!(compartiment, Compartiment::A | Compartiment::ABsn | Compartiment::C | Compartiment::D)
}

fn medisch(feit: &Vastgelegd, stuk: StukId) -> Option<Medisch> {
    let Event::MedischeInformatieOverhandigd(e) = &feit.event else { return None };
    e.c.inhoud().filter(|_| e.a.stuk == stuk).cloned()
}

/// Of the newest probleemanalyse that was there when the medical part was handed over.
fn bij_analyse(
    over: &RivInvoer,
    feiten: &[Vastgelegd],
    a: &Overhandigd,
) -> Option<probleemanalyse::Medisch> {
    let eerder = over.dossier.probleemanalyse.iter();
    let eerder = eerder.filter(|it| it.opgesteld_op <= a.overhandigd_op);
    let nieuwste = eerder.max_by_key(|it| it.opgesteld_op)?;
    feiten.iter().find_map(|feit| {
        let Event::ProbleemanalyseVastgesteld(e) = &feit.event else { return None };
        e.c.inhoud().filter(|_| e.a.stuk == nieuwste.stuk).cloned()
    })
}
