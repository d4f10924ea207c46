//! What of the head of the case really stands on a paper: read from what goes to the typesetter.

use wvp_domain::Datum;

use super::verslag::Papier;
use super::{Kop, kop};

/// What stands on a paper. It has no `Debug`: it holds a name and a number.
#[derive(Clone, PartialEq, Eq)]
pub struct Gedrukt {
    /// Name of the employee.
    pub werknemer: Option<String>,
    /// Burgerservicenummer.
    pub bsn: Option<String>,
    /// First day of illness.
    pub eerste_ziektedag: Option<Datum>,
    /// Employee, employer and arbodienst.
    pub administratie: bool,
    /// The number of the bedrijfsarts in the register.
    pub big_nummer: bool,
}

impl Papier {
    /// What stands on it of this head.
    #[must_use]
    pub fn gedrukt(&self, van: &Kop<'_>) -> Gedrukt {
        let regel = |naam: &str| {
            let mut regels = self.stuk.kop.iter().filter(|it| it.naam == naam);
            regels.next().map(|it| it.waarde.clone())
        };
        let dag = van.eerste_ziektedag;
        let dag_staat_er = regel(kop::EERSTE_ZIEKTEDAG) == dag.map(Datum::voluit);
        let nodig = [kop::WERKNEMER, kop::WERKGEVER, kop::ARBODIENST];
        Gedrukt {
            werknemer: regel(kop::WERKNEMER),
            bsn: regel(kop::BSN),
            eerste_ziektedag: dag.filter(|_| dag_staat_er),
            administratie: nodig.iter().all(|naam| regel(naam).is_some()),
            big_nummer: regel(kop::BEDRIJFSARTS)
                .zip(van.bedrijf)
                .is_some_and(|(arts, bedrijf)| kop::noemt_big(&arts, bedrijf)),
        }
    }
}
