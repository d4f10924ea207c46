//! What the calendar says of the cases of a dossier, so that no guard counts days of its own.

use crate::termijn::{Geval, Verloop};
use crate::wachttijd::Onderbreking;
use crate::{Datum, Dossier};

impl Dossier {
    /// Last day of the wachttijd of the last case, counted from D* (C-07, C-08); none without a
    /// ziekmelding.
    #[must_use]
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "a method of `Geval` is not general over its lifetime"
    )]
    pub fn laatste_dag_wachttijd(&self) -> Option<Datum> {
        self.gevallen(self.eerste_ziektedag()?, |geval| geval.einde_wachttijd()).pop()
    }

    /// The answer of every case to a question on a day, oldest case first.
    pub(crate) fn gevallen<T>(&self, peildatum: Datum, vraag: impl Fn(&Geval) -> T) -> Vec<T> {
        let verloop = Verloop::uit_dossier(self);
        let ketens = verloop.ketens();
        ketens.iter().map(|keten| vraag(&Geval::new(&verloop, keten, peildatum))).collect()
    }

    /// Every gap, oldest first, after which a reported spell begins a new case: 28 days or more,
    /// interrupting leave included. A gap that leave makes within one spell is not among
    /// them: the new case after it was not reported as a spell.
    pub(crate) fn breuken(&self) -> Vec<Onderbreking> {
        let verloop = Verloop::uit_dossier(self);
        let ketens = verloop.ketens();
        let gaten = ketens.iter().zip(ketens.iter().skip(1)).filter_map(|(vorige, volgende)| {
            Some(Onderbreking { van: vorige.hersteld_per()?, tot: volgende.eerste_ziektedag })
        });
        let bij_een_periode = |gat: &Onderbreking| {
            let mut starts = verloop.perioden.iter().map(|periode| periode.eerste_ziektedag);
            starts.any(|start| gat.van <= start && start <= gat.tot)
        };
        gaten.filter(bij_een_periode).collect()
    }
}
