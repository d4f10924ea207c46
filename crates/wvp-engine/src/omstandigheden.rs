//! Circumstances: what the facts in the log say about one person, one hat and one dossier, now.
//!
//! No caller supplies any of it. The facts are those at the end of the log at the moment of the
//! request and the days they name are compared with today, so a function, delegation or consent that
//! ended gives nothing from that moment on, also when somebody reads an earlier day (AC-19, AC-20).

mod laden;
mod wegen;

pub(crate) use laden::Blikveld;
pub(crate) use wegen::{heeft_functie, is_actief, plekken};

use std::collections::BTreeSet;

use wvp_access::{Feit, Lezer, Omstandigheden};
use wvp_domain::bevoegdheid::afwijking::{self, Afwijking};
use wvp_domain::bevoegdheid::delegatie::Delegatie;
use wvp_domain::bevoegdheid::toestemming::{Toestemming, Vorm};
use wvp_domain::{
    AccountId, Categorie, Command, Compartiment, Dossier, DossierId, WerkgeverId, WerknemerId,
};
use wvp_store::{Auteur, StroomId, Versie};

use crate::functie::is_bedrijfsarts;

/// What a request is about, as far as that is known.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Onderwerp {
    pub(crate) dossier: Option<DossierId>,
    pub(crate) werknemer: Option<WerknemerId>,
    pub(crate) werkgever: Option<WerkgeverId>,
}

impl Onderwerp {
    /// A dossier; one that is still empty is about whom the first report names.
    pub(crate) fn dossier(id: DossierId, staat: &Dossier, command: Option<&Command>) -> Self {
        let melding = match (staat.ziekmelding.first(), command) {
            (Some(melding), _) => Some(melding),
            (None, Some(Command::MeldZiek(c))) => Some(&c.a),
            (None, _) => None,
        };
        Self {
            dossier: Some(id),
            werknemer: melding.map(|it| it.werknemer),
            werkgever: melding.map(|it| it.werkgever),
        }
    }
}

/// What somebody wants to do with a compartment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doen {
    Lezen,
    Schrijven,
}

/// Acting for somebody who is away.
struct Optreden {
    voor: AccountId,
    categorieen: BTreeSet<Categorie>,
}

/// What is known about one person and one subject. Some of it differs per compartment: consent, a
/// delegated task and a deviation are each about certain data.
#[derive(Default)]
pub(crate) struct Bekend {
    basis: Option<Omstandigheden>,
    delegaties: Vec<(Delegatie, Lezer)>,
    afwijkingen: Vec<Afwijking>,
    toestemmingen: Vec<Toestemming>,
    /// On whose behalf, and with how much, when somebody acts for somebody else.
    waarneming: Option<Optreden>,
    /// Whether the organisation of the hat keeps the employer that this is about: for offices only.
    pub(crate) in_beheer: bool,
    /// The streams that a right to write rests on: they must not have moved when it is appended.
    pub(crate) bewaakt: Vec<(StroomId, Versie)>,
}

impl Bekend {
    /// What does not differ per compartment.
    pub(crate) fn basis(&self) -> Omstandigheden {
        self.basis.unwrap_or_else(Omstandigheden::onbekend)
    }

    /// On whose behalf this person acts: who is away, or the bedrijfsarts who delegated the task.
    /// A bedrijfsarts acts in the own name otherwise.
    pub(crate) fn namens(&self, lezer: Lezer) -> Option<Auteur> {
        if let Some(optreden) = &self.waarneming {
            return Some(Auteur {
                account: optreden.voor,
                partij: lezer.partij().woord().to_owned(),
                functie: lezer.functie().to_owned(),
            });
        }
        let (delegatie, als) = self.delegaties.first().filter(|_| !is_bedrijfsarts(lezer))?;
        Some(Auteur {
            account: delegatie.door,
            partij: als.partij().woord().to_owned(),
            functie: als.functie().to_owned(),
        })
    }

    /// With what is known of reports of illness in any dossier of this employee.
    pub(crate) fn na_ziekmelding(self, gemeld: bool) -> Self {
        let basis = self.basis().met(Feit::AfterSickReport, gemeld);
        Self { basis: Some(basis), ..self }
    }

    /// What is known about one compartment.
    pub(crate) fn bij(&self, compartiment: Compartiment, doen: Doen) -> Omstandigheden {
        let categorie = compartiment.categorie();
        if self.waarneming.as_ref().is_some_and(|it| !it.categorieen.contains(&categorie)) {
            // Not handed over: then nothing is known, and what is not known gives nothing.
            return Omstandigheden::onbekend();
        }
        let vorm = |vormen: &[Vorm]| {
            let over = self.toestemmingen.iter().filter(|it| it.onderwerp.dekt(compartiment));
            over.clone().any(|it| vormen.contains(&it.vorm))
        };
        let wijkt_af = self.afwijkingen.iter().any(|it| {
            it.gegevens.is(categorie)
                && (doen == Doen::Lezen || it.handeling == afwijking::Handeling::LezenEnSchrijven)
        });
        let taak = self.delegaties.iter().any(|(it, _)| it.taak.dekt(categorie));
        self.basis()
            .met(Feit::TaskCovers, taak)
            .met(Feit::DeviationValid, wijkt_af)
            .met(
                Feit::EmployeeConsent,
                vorm(&[Vorm::Uitdrukkelijk, Vorm::Schriftelijk, Vorm::Machtiging]),
            )
            .met(Feit::ConsentWritten, vorm(&[Vorm::Schriftelijk, Vorm::Machtiging]))
            .met(Feit::EmployeeMandate, vorm(&[Vorm::Machtiging]))
    }
}
