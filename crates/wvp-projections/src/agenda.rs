//! The agenda: one row per open term, by last day.

use serde::{Deserialize, Serialize};
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::termijn::{Basis, Termijnstand, Wie};
use wvp_domain::{Datum, Dossier, DossierId, TermijnId};

use crate::Rijen;
use crate::termijnen::open;

/// An open term: section A only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rij {
    /// Last day, inclusive. Whether it is overdue depends on the day.
    pub uiterlijk: Datum,
    /// Which dossier.
    pub dossier: DossierId,
    /// Which term.
    pub termijn: TermijnId,
    /// Who must act; nobody when UWV acts or a period ends by itself.
    pub wie: Vec<Ontvanger>,
}

/// The open terms of a dossier. Keys sort by last day, then by dossier.
#[must_use]
pub fn rijen(dossier_id: DossierId, dossier: &Dossier) -> Rijen<Rij> {
    let rijen = met_basis(dossier_id, dossier).into_iter().map(|(rij, _)| rij);
    (0u16..).zip(rijen).map(|(nummer, rij)| (sleutel(&rij, nummer), rij)).collect()
}

/// The open terms of a dossier by last day, each with what its date rests on, which is not stored.
#[must_use]
pub fn met_basis(dossier_id: DossierId, dossier: &Dossier) -> Vec<(Rij, Basis)> {
    let rij = |termijn: Termijnstand| {
        let (uiterlijk, basis, wie) = (termijn.uiterlijk, termijn.basis, wie(termijn.wie));
        (Rij { uiterlijk, dossier: dossier_id, termijn: termijn.id, wie }, basis)
    };
    open(dossier).into_iter().map(rij).collect()
}

/// The first key of a day: rows with an earlier last day sort before it, all others after it.
#[must_use]
pub fn vanaf(dag: Datum) -> Vec<u8> {
    // Big-endian, so that bytes sort as days. Days after 1900 are never negative.
    dag.dagtelling().unsigned_abs().to_be_bytes().to_vec()
}

/// One term may have a row per basis, with the same last day: `nummer` keeps them apart.
fn sleutel(rij: &Rij, nummer: u16) -> Vec<u8> {
    [&vanaf(rij.uiterlijk), rij.dossier.0.as_bytes().as_slice(), &nummer.to_be_bytes()].concat()
}

pub(crate) fn wie(wie: Wie) -> Vec<Ontvanger> {
    match wie {
        Wie::Werkgever => vec![Ontvanger::Werkgever],
        Wie::Werknemer => vec![Ontvanger::Werknemer],
        Wie::WerkgeverEnWerknemer => vec![Ontvanger::Werkgever, Ontvanger::Werknemer],
        Wie::Bedrijfsarts => vec![Ontvanger::Bedrijfsarts],
        Wie::Casemanager => vec![Ontvanger::Casemanager],
        Wie::Uwv | Wie::Niemand => vec![],
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use wvp_domain::{Dossier, DossierId, Event, TermijnId, replay};

    use super::{Rij, rijen, vanaf};
    use crate::Rijen;
    use crate::voorbeeld::{aan_arbodienst, datum, gesloten, hersteld, ziek};

    /// Rows are made of the state of a dossier, and that holds section A only.
    const _: fn(DossierId, &Dossier) -> Rijen<Rij> = rijen;

    fn agenda(events: &[Event]) -> Rijen<Rij> {
        rijen(DossierId(Uuid::from_u128(1)), &replay(events))
    }

    fn termijnen(events: &[Event]) -> Vec<TermijnId> {
        agenda(events).into_iter().map(|(_, rij)| rij.termijn).collect()
    }

    #[test]
    fn de_eerste_open_termijnen_met_wie_ze_nakomt() {
        let rijen: Vec<String> = agenda(&[ziek()])
            .into_iter()
            .take(4)
            .map(|(_, rij)| format!("{} {} {:?}", rij.uiterlijk, rij.termijn.naam(), rij.wie))
            .collect();
        insta::assert_snapshot!(rijen.join("\n"), @"
        2025-03-10 Melding aan arbodienst [Werkgever]
        2025-04-13 Probleemanalyse [Bedrijfsarts]
        2025-04-14 Probleemanalyse [Bedrijfsarts]
        2025-04-27 Plan van aanpak [Werkgever]
        ");
    }

    #[test]
    fn een_voldane_termijn_staat_niet_in_de_agenda() {
        assert!(termijnen(&[ziek()]).contains(&TermijnId::MeldingArbodienst));
        assert!(!termijnen(&[ziek(), aan_arbodienst()]).contains(&TermijnId::MeldingArbodienst));
    }

    #[test]
    fn na_herstel_blijft_de_bewaking_over() {
        let over = termijnen(&[ziek(), aan_arbodienst(), hersteld()]);
        assert!(over.contains(&TermijnId::EindeKeten));
        assert!(!over.contains(&TermijnId::Melding42eWeek));
    }

    #[test]
    fn een_gesloten_dossier_heeft_geen_agenda() {
        assert!(termijnen(&[ziek(), hersteld(), gesloten()]).is_empty());
    }

    #[test]
    fn sleutels_zijn_uniek_en_staan_op_dag() {
        let rijen = agenda(&[ziek()]);
        assert!(rijen.is_sorted_by(|(eerst, _), (dan, _)| eerst < dan));
        for (sleutel, rij) in rijen {
            assert!(vanaf(rij.uiterlijk) < sleutel && sleutel < vanaf(rij.uiterlijk.volgende()));
        }
    }

    #[test]
    fn een_eerdere_dag_sorteert_voor_een_latere() {
        assert!(vanaf(datum("2025-12-31")) < vanaf(datum("2026-01-01")));
    }
}
