//! Use: the last day on which somebody read something, from the reading logs.

use std::collections::BTreeMap;

use wvp_domain::leeslog::{self, Getoond, Uitkomst};
use wvp_domain::{AccountId, Datum, DossierId};

use crate::klok::dag_in_amsterdam;
use crate::laden::Gelezen;

/// The last day of use.
#[derive(Default)]
pub(super) struct Gebruik {
    met_pet: BTreeMap<(AccountId, String), Datum>,
    in_dossier: BTreeMap<(AccountId, DossierId), Datum>,
}

impl Gebruik {
    /// Takes in one line of the reading log of a dossier.
    pub(super) fn neem_op(&mut self, dossier: DossierId, regel: &Gelezen<leeslog::Event>) {
        let dag = dag_in_amsterdam(regel.moment);
        let (account, lezer) = match &regel.event {
            leeslog::Event::DossierIngezien(e) => (e.a.account, &e.a.lezer),
            // Who was refused used no right.
            leeslog::Event::DossierGeraadpleegd(e) if e.a.uitkomst == Uitkomst::Geweigerd => return,
            leeslog::Event::DossierGeraadpleegd(e) => (e.a.account, &e.a.lezer),
            leeslog::Event::RegisterGeraadpleegd(e) => {
                let Getoond { account, lezer, getoond, .. } = &e.a;
                laatste(self.met_pet.entry((*account, lezer.clone())).or_insert(dag), dag);
                for id in getoond {
                    let dossier = (*account, DossierId(*id));
                    laatste(self.in_dossier.entry(dossier).or_insert(dag), dag);
                }
                return;
            }
        };
        laatste(self.met_pet.entry((account, lezer.clone())).or_insert(dag), dag);
        laatste(self.in_dossier.entry((account, dossier)).or_insert(dag), dag);
    }

    /// The last day on which somebody read with this hat on.
    pub(super) fn met_pet(&self, account: AccountId, lezer: &str) -> Option<Datum> {
        self.met_pet.get(&(account, lezer.to_owned())).copied()
    }

    /// The last day on which somebody read anything.
    pub(super) fn van(&self, account: AccountId) -> Option<Datum> {
        let eigen = self.met_pet.iter().filter(|((ander, _), _)| *ander == account);
        eigen.map(|(_, dag)| *dag).max()
    }

    /// The last day on which somebody read a dossier.
    pub(super) fn in_dossier(&self, account: AccountId, dossier: DossierId) -> Option<Datum> {
        self.in_dossier.get(&(account, dossier)).copied()
    }
}

fn laatste(staat: &mut Datum, dag: Datum) {
    *staat = dag.max(*staat);
}
