//! The decision with its reasons: explicit deny wins, silence means no.

use std::collections::BTreeSet;

use crate::{
    feit::Feit,
    handeling::Handeling,
    kern::{self, Verbod},
    lezer::Lezer,
    object::Object,
    omstandigheden::Omstandigheden,
    tabel::{Clausule, Rij, Tabel},
    uitleg,
    verplichting::{self, Stand, Verplichting},
    voorwaarde::Term,
    vraag::Vraag,
};

/// What was decided, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Besluit {
    /// Whether the reader may do it.
    pub toegestaan: bool,
    /// Rule ids, sorted: of the rows that gave the right; or of what denied it; or, where nothing
    /// denied it but no row gave it, of the rows whose condition is not met.
    pub regels: Vec<&'static str>,
    /// What must be done along with it, sorted (domain/access.md A.9).
    pub verplichtingen: Vec<Verplichting>,
    /// The reason in plain Dutch. Names no person and nothing of a section.
    pub uitleg: String,
}

/// A row, with its first term that counted.
pub(crate) type Grond<'t> = (&'t Rij, Term);

/// Everything that bears on one question.
#[derive(Default)]
pub(crate) struct Weging<'t> {
    pub(crate) kern: Vec<&'static Verbod>,
    pub(crate) verboden: Vec<Grond<'t>>,
    pub(crate) gegeven: Vec<Grond<'t>>,
    /// Rows that would give the right, but whose condition is not established.
    pub(crate) onvervuld: Vec<&'t Rij>,
}

impl Weging<'_> {
    pub(crate) fn toegestaan(&self) -> bool {
        !self.verbiedt() && !self.gegeven.is_empty()
    }

    pub(crate) fn verbiedt(&self) -> bool {
        !self.kern.is_empty() || !self.verboden.is_empty()
    }

    pub(crate) fn regels(&self) -> BTreeSet<&'static str> {
        let van = |gronden: &[Grond<'_>]| -> BTreeSet<&'static str> {
            gronden.iter().flat_map(|(rij, _)| rij.regels.iter().copied()).collect()
        };
        if self.verbiedt() {
            let kern = self.kern.iter().flat_map(|verbod| verbod.regels.iter().copied());
            return van(&self.verboden).into_iter().chain(kern).collect();
        }
        if self.gegeven.is_empty() {
            return self.onvervuld.iter().flat_map(|rij| rij.regels.iter().copied()).collect();
        }
        van(&self.gegeven)
    }
}

impl Tabel {
    /// Decides, with the rules, the obligations and the reason in Dutch.
    ///
    /// Agrees with [`Tabel::mag`] in every case.
    #[must_use]
    pub fn besluit(
        &self,
        lezer: Lezer,
        object: Object,
        handeling: Handeling,
        omstandigheden: &Omstandigheden,
    ) -> Besluit {
        let vraag = Vraag { lezer, object, handeling };
        let weging = self.weeg(vraag, *omstandigheden);
        let bij_lezen =
            handeling.is_doorsturen().then(|| self.weeg(vraag.lezen(), *omstandigheden));
        let mag_lezen = bij_lezen.as_ref().is_none_or(Weging::toegestaan);
        let toegestaan = weging.toegestaan() && mag_lezen;

        let tellend = || {
            // Rows that gave the sending are no reason for a refusal that reading causes.
            let zelf = (weging.toegestaan() == toegestaan).then_some(&weging);
            let ook = bij_lezen.as_ref().filter(|weging| weging.toegestaan() == toegestaan);
            zelf.into_iter().chain(ook)
        };
        let leunt_op = tellend()
            .filter(|_| toegestaan)
            .flat_map(|weging| weging.gegeven.iter())
            .fold(0, |masker, (_, term)| masker | term.ja);
        let met_toestemming = omstandigheden.met(Feit::EmployeeConsent, true);
        let wacht_op_toestemming =
            !toegestaan && self.mag(lezer, object, handeling, &met_toestemming);
        let omstandigheden = *omstandigheden;
        let stand = Stand { vraag, toegestaan, wacht_op_toestemming, leunt_op, omstandigheden };
        Besluit {
            toegestaan,
            regels: tellend()
                .flat_map(Weging::regels)
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
            verplichtingen: verplichting::bij(stand),
            uitleg: uitleg::schrijf(vraag, &weging, bij_lezen.as_ref(), omstandigheden),
        }
    }

    fn weeg(&self, vraag: Vraag, omstandigheden: Omstandigheden) -> Weging<'_> {
        let mut weging = Weging::default();
        weging.kern.extend(kern::over(vraag).filter(|v| v.term.is_mogelijk(omstandigheden)));
        for clausule in self.verboden(vraag).filter(|c| c.term.is_mogelijk(omstandigheden)) {
            self.noteer(&mut weging.verboden, clausule);
        }
        for clausule in self.gegeven(vraag).filter(|c| c.term.is_zeker(omstandigheden)) {
            self.noteer(&mut weging.gegeven, clausule);
        }
        if weging.gegeven.is_empty() {
            let mut gronden = Vec::new();
            self.gegeven(vraag).for_each(|clausule| self.noteer(&mut gronden, clausule));
            weging.onvervuld.extend(gronden.into_iter().map(|(rij, _)| rij));
        }
        weging
    }

    /// Adds the row of a term once; terms of one row stand together.
    fn noteer<'t>(&'t self, gronden: &mut Vec<Grond<'t>>, clausule: &Clausule) {
        let Some(rij) = self.rijen.get(clausule.rij) else { return };
        if gronden.last().is_none_or(|(vorige, _)| !std::ptr::eq(*vorige, rij)) {
            gronden.push((rij, clausule.term));
        }
    }
}
