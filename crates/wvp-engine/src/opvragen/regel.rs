//! One row of a list: what a dossier waits for, as the one who asks may see it.

use std::collections::BTreeSet;

use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::termijn::Basis;
use wvp_domain::{Datum, Dossier, DossierId, TermijnId, WerkgeverId, WerknemerId};
use wvp_projections::overzicht::Stand;
use wvp_projections::{agenda, overzicht};

use super::bladwijzer::Bladwijzer;
use super::zicht::Zicht;
use crate::versiemerk::Versiemerk;

/// A dossier in a list. Has no `Debug`: it holds a name.
#[derive(Clone, PartialEq, Eq)]
pub struct Dossierregel {
    /// Which dossier.
    pub dossier: DossierId,
    /// Whose.
    pub werknemer: WerknemerId,
    /// Name of the employee, as reported in this dossier.
    pub naam: String,
    /// The employer.
    pub werkgever: WerkgeverId,
    /// First day of illness.
    pub eerste_ziektedag: Datum,
    /// How it stands.
    pub stand: Stand,
    /// The open terms that somebody must act on, by last day.
    pub termijnen: Vec<Termijnregel>,
    /// How many terms passed their last day; a term with two grounds counts once.
    pub te_laat: usize,
    /// The last day on which the employee was seen or spoken to, as far as this reader may know.
    pub laatste_contact: Option<Datum>,
    /// Names what was seen of it.
    pub merk: Versiemerk,
}

/// An open term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Termijnregel {
    /// Which term.
    pub termijn: TermijnId,
    /// Its last day, inclusive.
    pub uiterlijk: Datum,
    /// Who must act.
    pub wie: Vec<Ontvanger>,
    /// How urgent it is today.
    pub status: Termijnstatus,
    /// What its date rests on.
    pub basis: Basis,
}

/// How urgent a term is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Termijnstatus {
    /// Its last day has passed.
    TeLaat,
    /// Its last day is today or later this week, Sunday included.
    DezeWeek,
    /// Its last day is after this week.
    Later,
}

impl Termijnstatus {
    pub(super) fn op(vandaag: Datum, uiterlijk: Datum) -> Self {
        let dagen = vandaag.dagen_tot(uiterlijk);
        let tot_zondag = 6 - i64::from(vandaag.weekdag().num_days_from_monday());
        match i64::from(dagen) {
            ..0 => Self::TeLaat,
            over if over <= tot_zondag => Self::DezeWeek,
            _ => Self::Later,
        }
    }
}

impl Dossierregel {
    /// The row of what was seen; none when nobody was reported ill in it.
    pub(super) fn van(gezien: &Zicht, vandaag: Datum) -> Option<Self> {
        let (_, rij) = overzicht::rijen(gezien.dossier, &gezien.staat).pop()?;
        let termijnen: Vec<Termijnregel> = agenda::met_basis(gezien.dossier, &gezien.staat)
            .into_iter()
            // What ends by itself or waits for UWV asks nothing of anybody here.
            .filter(|(it, _)| !it.wie.is_empty())
            .map(|(it, basis)| Termijnregel {
                termijn: it.termijn,
                uiterlijk: it.uiterlijk,
                status: Termijnstatus::op(vandaag, it.uiterlijk),
                wie: it.wie,
                basis,
            })
            .collect();
        let te_laat = termijnen.iter().filter(|it| it.status == Termijnstatus::TeLaat);
        let te_laat: BTreeSet<TermijnId> = te_laat.map(|it| it.termijn).collect();
        Some(Self {
            dossier: gezien.dossier,
            werknemer: rij.werknemer,
            naam: rij.naam,
            werkgever: rij.werkgever,
            eerste_ziektedag: rij.eerste_ziektedag,
            stand: rij.stand,
            te_laat: te_laat.len(),
            termijnen,
            laatste_contact: laatste_contact(&gezien.staat),
            merk: gezien.merk,
        })
    }

    /// Where it stands in a list.
    pub(super) fn plek(&self) -> Bladwijzer {
        Bladwijzer::bij(self.termijnen.first().map(|it| it.uiterlijk), self.dossier)
    }
}

/// A consultation, or a talk about progress.
fn laatste_contact(staat: &Dossier) -> Option<Datum> {
    let gezien = staat.spreekuur.iter().map(|it| it.gehouden_op);
    gezien.chain(staat.voortgangsgesprek.iter().map(|it| it.gehouden_op)).max()
}

#[cfg(test)]
mod tests {
    use wvp_domain::Datum;

    use super::Termijnstatus;

    /// 5 March 2025 is a Wednesday.
    #[test]
    fn een_week_loopt_tot_en_met_zondag() {
        let status = |uiterlijk: &str| {
            let dag = |tekst: &str| tekst.parse::<Datum>().unwrap();
            Termijnstatus::op(dag("2025-03-05"), dag(uiterlijk))
        };
        assert_eq!(status("2025-03-04"), Termijnstatus::TeLaat);
        assert_eq!(status("2025-03-05"), Termijnstatus::DezeWeek);
        assert_eq!(status("2025-03-09"), Termijnstatus::DezeWeek);
        assert_eq!(status("2025-03-10"), Termijnstatus::Later);
    }
}
