//! What falls due on a day: reminders, the draft of the re-integratieverslag, the end of a chain.

pub mod elementen;
pub mod wekker;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod willekeurig;

use uuid::Uuid;

use crate::ladder::{Eerder, herinneringen};
use crate::mijlpaal::riv::Concept;
use crate::mijlpaal::sluiten::{Gesloten, RedenSluiten};
use crate::mijlpaal::stukken_gevraagd;
use crate::protocol::{EerdereStappen, Protocol, Stapzaak, stapherinneringen};
use crate::termijn::{Basis, Geval, Termijn, Verloop};
use crate::wachttijd::Keten;
use crate::{Datum, Dossier, Event, Secties, StukId, TermijnId};

/// Everything that this day makes true; empty when it was already so.
#[must_use]
pub fn sluit(dossier: &Dossier, vandaag: Datum) -> Vec<Event> {
    sluit_volgens(dossier, &Protocol::leeg(), vandaag)
}

/// Everything that this day makes true for an employer with a protocol of its own.
#[must_use]
pub fn sluit_volgens(dossier: &Dossier, protocol: &Protocol, vandaag: Datum) -> Vec<Event> {
    dagwerk(dossier, protocol).map(|werk| werk.op(vandaag)).unwrap_or_default()
}

/// What does not differ from day to day.
struct Dagwerk<'a> {
    dossier: &'a Dossier,
    protocol: &'a Protocol,
    verloop: Verloop,
    keten: Keten,
    stapzaak: Stapzaak,
}

/// None when no day makes anything true.
fn dagwerk<'a>(dossier: &'a Dossier, protocol: &'a Protocol) -> Option<Dagwerk<'a>> {
    if dossier.is_gesloten() {
        return None;
    }
    let verloop = Verloop::uit_dossier(dossier);
    let keten = verloop.ketens().pop()?;
    let stapzaak = Stapzaak::uit_dossier(dossier);
    Some(Dagwerk { dossier, protocol, verloop, keten, stapzaak })
}

impl Dagwerk<'_> {
    fn op(&self, dag: Datum) -> Vec<Event> {
        let geval = Geval::new(&self.verloop, &self.keten, dag);
        if let Some(hersteld_per) = self.keten.hersteld_per().filter(|per| *per <= dag) {
            return self.na_herstel(&geval, hersteld_per);
        }
        let concept = riv_concept(self.dossier, &geval);
        let Dossier { herinneringen: gegeven, uitstel: uitgesteld, .. } = self.dossier;
        let ladder = |rij: &Termijn| self.protocol.ladder(rij);
        let van_de_wet = herinneringen(Eerder { gegeven, uitgesteld }, &geval, ladder)
            .into_iter()
            .map(|gegeven| Event::HerinneringGegeven(Secties::proces(gegeven)));
        concept.into_iter().chain(van_de_wet).chain(self.eigen_stappen(&geval)).collect()
    }

    /// While it is watched whether somebody falls ill again, only own steps are left to remind of.
    fn na_herstel(&self, geval: &Geval, hersteld_per: Datum) -> Vec<Event> {
        match bewaakt_tot_en_met(self.dossier, geval) {
            Some(laatste) if geval.peildatum <= laatste => self.eigen_stappen(geval),
            Some(laatste) => {
                let per = laatste.volgende();
                einde_keten(self.dossier, per, hersteld_per).into_iter().collect()
            }
            None => vec![],
        }
    }

    fn eigen_stappen(&self, geval: &Geval) -> Vec<Event> {
        let Dossier { stapherinneringen: gegeven, uitstel: uitgesteld, .. } = self.dossier;
        let eerder = EerdereStappen { gegeven, uitgesteld };
        let alle = stapherinneringen(self.protocol, geval, &self.stapzaak, eerder).into_iter();
        alle.map(|it| Event::StapherinneringGegeven(Secties::proces(it))).collect()
    }
}

/// Last day of the watch of four weeks after recovery. Recovery reported during leave counts from
/// its own day, although the leave cuts the spell short.
fn bewaakt_tot_en_met(dossier: &Dossier, geval: &Geval) -> Option<Datum> {
    let gemeld = dossier.perioden().last()?.hersteld_per?;
    let einde = geval.uiterlijk(TermijnId::EindeKeten, Basis::Wet)?;
    Some(einde.max(dossier.bewaking_tot_en_met(gemeld)))
}

/// Closes the dossier on the day after the watch; once per recovery, so that a dossier that somebody
/// opened again stays open.
fn einde_keten(dossier: &Dossier, per: Datum, hersteld_per: Datum) -> Option<Event> {
    let reden = RedenSluiten::KetenAfgelopen;
    let eerder = |gesloten: &Gesloten| gesloten.per == per && gesloten.reden == reden;
    if dossier.sluiten.iter().any(eerder) {
        return None;
    }
    let stuk = eigen_stuk(dossier, EINDE_KETEN, hersteld_per)?;
    Some(Event::DossierGesloten(Secties::proces(Gesloten { stuk, per, reden })))
}

/// Draws up the draft in week 84, once, with the state of every element, and asks whoever owes one for it.
fn riv_concept(dossier: &Dossier, geval: &Geval) -> Vec<Event> {
    let Some(concept) = concept(dossier, geval) else { return vec![] };
    let gevraagd = stukken_gevraagd::bij_concept(dossier, geval, concept.stuk);
    let concept = Event::RivConceptOpgesteld(Secties::proces(concept));
    [concept].into_iter().chain(gevraagd).collect()
}

fn concept(dossier: &Dossier, geval: &Geval) -> Option<Concept> {
    let rij = geval.rij(TermijnId::RivConcept, Basis::Intern)?;
    let al_verder = !dossier.riv_concept.is_empty() || !dossier.riv_overdracht.is_empty();
    let te_vroeg = rij.vroegst_in(geval).is_none_or(|vroegst| geval.peildatum < vroegst);
    if al_verder || te_vroeg || crate::termijn::zaak::riv(geval) != crate::termijn::Riv::Volledig {
        return None;
    }
    let stuk = eigen_stuk(dossier, RIV_CONCEPT, geval.d_ster)?;
    let elementen = elementen::standen(dossier, geval);
    Some(Concept { stuk, opgesteld_op: geval.peildatum, elementen })
}

/// Our own documents, by what they are; the bytes of their names.
const RIV_CONCEPT: [u8; 16] = *b"wvp/riv-concept\0";
const EINDE_KETEN: [u8; 16] = *b"wvp/einde-keten\0";

/// The number of a document that the engine makes itself, without randomness: the bytes of the number
/// of the first ziekmelding, XOR the bytes of what it is, XOR the day it hangs on (big-endian day count
/// in the last four bytes), marked as UUID version 8. So the same dossier, sort and day give the same
/// number, and another dossier another.
fn eigen_stuk(dossier: &Dossier, soort: [u8; 16], dag: Datum) -> Option<StukId> {
    let ziekmelding = dossier.ziekmelding.first()?.stuk.0.into_bytes();
    let dag = u128::from(dag.dagtelling().unsigned_abs());
    let getal = u128::from_be_bytes(ziekmelding) ^ u128::from_be_bytes(soort) ^ dag;
    let stuk: Uuid = uuid::Builder::from_custom_bytes(getal.to_be_bytes()).into_uuid();
    Some(StukId(stuk))
}
