//! The agenda of one person: what is due in the own dossiers, with the days on which a reminder comes.

use std::collections::BTreeSet;

use wvp_domain::ladder::{Ladder, tredendag};
use wvp_domain::leeslog::Register;
use wvp_domain::{Datum, DossierId};
use wvp_store::StoreError;

use super::noteren::Toon;
use super::regel::{Dossierregel, Termijnregel};
use crate::engine::Engine;
use crate::gebruiker::Gebruiker;
use crate::leeslog::Aanleiding;

/// A term of the law in one dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agendapunt {
    /// Which dossier.
    pub dossier: DossierId,
    /// Which term, its last day and who must act.
    pub termijn: Termijnregel,
    /// The days from today on which the ladder of the law reminds, up to the last day that was asked for.
    pub treden: Vec<Datum>,
}

impl Engine {
    /// What is overdue, or due within so many days (inclusive), in every dossier that this person may see. Own
    /// steps of an employer's protocol are not in it.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn agenda(
        &self,
        wie: &Gebruiker,
        dagen: u16,
        aanleiding: &Aanleiding,
    ) -> Result<Vec<Agendapunt>, StoreError> {
        let vandaag = self.klok.vandaag();
        let tot_en_met = vandaag.plus(i32::from(dagen));
        let regels = self.regels_voor(wie, None, vandaag).await?;
        let (mut punten, mut geopend, mut getoond) = (vec![], BTreeSet::new(), vec![]);
        for (regel, open) in regels {
            let dossier = regel.dossier;
            let eigen: Vec<Agendapunt> = agendapunten(regel, vandaag, tot_en_met).collect();
            if !eigen.is_empty() {
                getoond.push(dossier.0);
                geopend.extend(open);
                punten.extend(eigen);
            }
        }
        punten.sort_by_key(|punt: &Agendapunt| {
            (punt.termijn.uiterlijk, punt.dossier, punt.termijn.termijn)
        });
        self.toon(wie, aanleiding, Toon::open(Register::Agenda, getoond, geopend)).await?;
        Ok(punten)
    }
}

fn agendapunten(
    regel: Dossierregel,
    vandaag: Datum,
    tot_en_met: Datum,
) -> impl Iterator<Item = Agendapunt> {
    let dossier = regel.dossier;
    let nabij = regel.termijnen.into_iter().filter(move |it| it.uiterlijk <= tot_en_met);
    nabij.map(move |termijn| {
        let ladder = Ladder::van(termijn.termijn);
        let dagen = ladder.treden.iter().map(|trede| tredendag(termijn.uiterlijk, *trede).dag);
        let treden = dagen.filter(|dag| (vandaag..=tot_en_met).contains(dag)).collect();
        Agendapunt { dossier, termijn, treden }
    })
}
