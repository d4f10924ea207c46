//! The overview: one row per dossier.

use serde::{Deserialize, Serialize};
use wvp_domain::{AccountId, Datum, Dossier, DossierId, TermijnId, WerkgeverId, WerknemerId};

use crate::Rijen;
use crate::termijnen::{open, verschoven};

/// A dossier in the overview: section A only. Has no `Debug`: it holds a name.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rij {
    /// Which dossier.
    pub dossier: DossierId,
    /// Whose.
    pub werknemer: WerknemerId,
    /// Name of the employee, as written in this dossier.
    pub naam: String,
    /// The employer.
    pub werkgever: WerkgeverId,
    /// First day of illness.
    pub eerste_ziektedag: Datum,
    /// The same, shifted by gaps and leave (D*).
    pub verschoven_eerste_ziektedag: Datum,
    /// The account of the newest casemanager.
    pub casemanager: Option<AccountId>,
    /// How the dossier stands.
    pub stand: Stand,
    /// The open term with the earliest last day. Whether it is overdue depends on the day.
    pub volgende: Option<Volgende>,
}

/// How a dossier stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stand {
    /// The employee is ill.
    Ziek,
    /// The employee is fit from this day; the dossier waits for a relapse within four weeks.
    Hersteld(Datum),
    /// Closed from this day.
    Gesloten(Datum),
}

/// An open term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Volgende {
    /// Which term.
    pub termijn: TermijnId,
    /// Its last day, inclusive.
    pub uiterlijk: Datum,
}

/// The row of a dossier, by dossier; none without a ziekmelding.
#[must_use]
pub fn rijen(dossier_id: DossierId, dossier: &Dossier) -> Rijen<Rij> {
    let rij = rij(dossier_id, dossier);
    rij.into_iter().map(|rij| (dossier_id.0.as_bytes().to_vec(), rij)).collect()
}

fn rij(dossier_id: DossierId, dossier: &Dossier) -> Option<Rij> {
    let melding = dossier.ziekmelding.first()?;
    let eerste_ziektedag = dossier.eerste_ziektedag()?;
    Some(Rij {
        dossier: dossier_id,
        werknemer: melding.werknemer,
        naam: melding.naam.clone(),
        werkgever: melding.werkgever,
        eerste_ziektedag,
        verschoven_eerste_ziektedag: verschoven(dossier).unwrap_or(eerste_ziektedag),
        casemanager: dossier.casemanager.last().map(|aanwijzing| aanwijzing.account),
        stand: stand(dossier),
        volgende: open(dossier)
            .first()
            .map(|termijn| Volgende { termijn: termijn.id, uiterlijk: termijn.uiterlijk }),
    })
}

fn stand(dossier: &Dossier) -> Stand {
    let gesloten = dossier.sluiten.last().filter(|_| dossier.is_gesloten());
    let hersteld_per = dossier.perioden().last().and_then(|periode| periode.hersteld_per);
    match (gesloten, hersteld_per) {
        (Some(gesloten), _) => Stand::Gesloten(gesloten.per),
        (None, Some(per)) => Stand::Hersteld(per),
        (None, None) => Stand::Ziek,
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use wvp_domain::{Dossier, DossierId, Event, TermijnId, replay};

    use super::{Rij, Stand, rijen};
    use crate::Rijen;
    use crate::voorbeeld::{
        aan_arbodienst, account, casemanager, datum, gesloten, hersteld, weer_ziek, ziek,
    };

    /// Rows are made of the state of a dossier, and that holds section A only.
    const _: fn(DossierId, &Dossier) -> Rijen<Rij> = rijen;

    fn rij(events: &[Event]) -> Rij {
        let mut rijen = rijen(DossierId(Uuid::from_u128(1)), &replay(events));
        rijen.pop().unwrap().1
    }

    #[test]
    fn de_eerstvolgende_open_termijn_staat_in_het_overzicht() {
        let volgende = rij(&[ziek()]).volgende.unwrap();
        assert_eq!(volgende.termijn, TermijnId::MeldingArbodienst);
        let volgende = rij(&[ziek(), aan_arbodienst()]).volgende.unwrap();
        assert_ne!(volgende.termijn, TermijnId::MeldingArbodienst);
    }

    #[test]
    fn een_terugval_verschuift_de_eerste_ziektedag() {
        let rij = rij(&[ziek(), hersteld(), weer_ziek()]);
        assert_eq!(rij.eerste_ziektedag, datum("2025-03-03"));
        assert_eq!(rij.verschoven_eerste_ziektedag, datum("2025-03-30"));
    }

    #[test]
    fn de_stand_is_ziek_hersteld_of_gesloten() {
        let standen = [
            rij(&[ziek()]).stand,
            rij(&[ziek(), hersteld()]).stand,
            rij(&[ziek(), hersteld(), weer_ziek()]).stand,
            rij(&[ziek(), hersteld(), gesloten()]).stand,
        ];
        let verwacht = [
            Stand::Ziek,
            Stand::Hersteld(datum("2025-04-14")),
            Stand::Ziek,
            Stand::Gesloten(datum("2025-05-12")),
        ];
        assert_eq!(standen, verwacht);
    }

    #[test]
    fn de_nieuwste_casemanager_telt() {
        let rij = rij(&[ziek(), casemanager(10, account(1)), casemanager(11, account(2))]);
        assert_eq!(rij.casemanager, Some(account(2)));
    }

    #[test]
    fn zonder_ziekmelding_is_er_geen_rij() {
        assert!(rijen(DossierId(Uuid::nil()), &Dossier::default()).is_empty());
    }
}
