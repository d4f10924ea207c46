//! What another reader could open on a day, by the rights of then: for supervision, without content.

use wvp_access::Lezer;
use wvp_domain::leeslog::Actie;
use wvp_domain::{Compartiment, Datum, DossierId, Event, replay};
use wvp_store::{Letter, Record};

use crate::engine::Engine;
use crate::fout::ReadError;
use crate::gebruiker::Gebruiker;
use crate::klok::dag_in_amsterdam;
use crate::laden::alleen_a;
use crate::leeslog::{Aanleiding, Vraag, mag_leeslog};
use crate::lezen::begin;
use crate::omstandigheden::{Bekend, Onderwerp};
use crate::toegang::leesbaar;
use crate::zicht::in_zicht;

/// One fact of a dossier, as a row of sections that were open or closed. What kind of fact it is, is
/// left out: supervision has no right to read any section, and the kind says what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toen {
    /// Place in the dossier, from 1.
    pub nummer: u64,
    /// The day it was recorded (Amsterdam).
    pub vastgelegd_op: Datum,
    /// Whether the reader could know of the fact at all.
    pub is_zichtbaar: bool,
    /// Its sections, each with whether the reader could open it.
    pub secties: Vec<(Compartiment, bool)>,
}

impl Engine {
    /// Tells which sections `over` could open at the end of a day, by the facts and rights of that day.
    /// Opens nothing for the asker, who needs the right to see the reading log.
    ///
    /// # Errors
    ///
    /// [`ReadError::NietGevonden`] when there is no such dossier, or it is not the asker's to ask.
    pub async fn toen(
        &self,
        wie: &Gebruiker,
        over: &Gebruiker,
        dossier: DossierId,
        dag: Datum,
        aanleiding: &Aanleiding,
    ) -> Result<Vec<Toen>, ReadError> {
        let nu = self.klok.nu();
        let alle = self.records(dossier.into()).await?;
        let van_nu = self.open::<Event>(&alle, alleen_a()).await?;
        let van_nu = replay(van_nu.iter().map(|it| &it.event));
        let onderwerp = Onderwerp::dossier(dossier, &van_nu, None);
        let nu_waar = self.omstandigheden(wie, onderwerp, &van_nu, dag_in_amsterdam(nu)).await?;
        if alle.is_empty() || !mag_vragen(wie.lezer, &nu_waar) {
            let nee = Vraag::geweigerd(Actie::RechtenNagaan, &[], dag, nu);
            self.noteer(wie, dossier, aanleiding, nee).await?;
            return Err(ReadError::NietGevonden);
        }
        let records = begin(&alle, Some(dag));
        let gelezen = self.open::<Event>(records, alleen_a()).await?;
        let staat = replay(gelezen.iter().map(|it| &it.event));
        let onderwerp = Onderwerp::dossier(dossier, &staat, None);
        let open = leesbaar(over, &self.omstandigheden_toen(over, onderwerp, &staat, dag).await?);
        let zichtbaar = in_zicht(gelezen, &open, over.lezer);
        let rij = |record: &Record| Toen {
            nummer: record.versie.0,
            vastgelegd_op: dag_in_amsterdam(record.moment),
            is_zichtbaar: zichtbaar.iter().any(|it| it.versie == record.versie),
            secties: secties(record, &open),
        };
        let rijen = records.iter().map(rij).collect();
        let ja = Vraag::toegestaan(Actie::RechtenNagaan, [], dag, nu);
        self.noteer(wie, dossier, aanleiding, ja).await?;
        Ok(rijen)
    }
}

/// Supervision asks it, and nobody else: the answer names facts that others may not know of.
fn mag_vragen(lezer: Lezer, bekend: &Bekend) -> bool {
    lezer == Lezer::FunctionarisGegevensbescherming && mag_leeslog(lezer, bekend)
}

/// The sections of a record, each with whether it is among what could be opened. Who did it is sealed
/// beside the payload and is no section.
fn secties(record: &Record, open: &[Compartiment]) -> Vec<(Compartiment, bool)> {
    let inhoud = record.secties.iter().filter(|sectie| sectie.letter != Letter::K);
    inhoud.map(|sectie| (sectie.compartiment, open.contains(&sectie.compartiment))).collect()
}
