//! What a review comes to: the command that confirms a right or ends it, and whether somebody ever gives that.

use uuid::Uuid;
use wvp_domain::bevoegdheid::gebruiker::Bevestiging;
use wvp_domain::bevoegdheid::{Einde, afwijking, delegatie, gebruiker, toewijzing};
use wvp_domain::{AccountId, Datum, DossierId, Secties, StukId};

use super::regel::{Houder, Regel, SoortRecht};
use crate::beheer::{Werkterrein, mag};
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;

/// A command, with what it is about.
pub(super) enum Opdracht {
    /// On an account.
    Account(AccountId, gebruiker::Command),
    /// On who works on the dossier or for the employer with this id.
    Werk(Uuid, toewijzing::Command),
    /// On the tasks of an account.
    Taak(AccountId, delegatie::Command),
    /// On what differs for a dossier.
    Dossier(DossierId, afwijking::Command),
}

impl Opdracht {
    /// Whether this hat gives such a command: what a page offers. It is asked again when it is given.
    fn is_voor(&self, wie: &Gebruiker) -> bool {
        let mag = match self {
            Self::Account(account, wat) => mag::gebruiker(wie, *account, wat),
            // Who reviews may do the same on a dossier as at its employer.
            Self::Werk(bij, wat) => {
                mag::toewijzing(wie, Werkterrein::Dossier(DossierId(*bij)), wat)
            }
            Self::Taak(_, wat) => mag::delegatie(wie, wat),
            Self::Dossier(_, wat) => mag::afwijking(wie, wat),
        };
        mag.is_ok()
    }
}

impl Regel {
    /// Whether this hat ever says of such a right that it is still needed.
    #[must_use]
    pub fn bevestigt(&self, wie: &Gebruiker) -> bool {
        self.is_bekend
            && self.bevestiging(self.recht, Datum::EERSTE).is_ok_and(|it| it.is_voor(wie))
    }

    /// Whether this hat ever withdraws such a right.
    #[must_use]
    pub fn trekt_in(&self, wie: &Gebruiker) -> bool {
        self.intrekking(self.recht, Datum::EERSTE).is_ok_and(|it| it.is_voor(wie))
    }

    pub(super) fn bevestiging(&self, stuk: StukId, op: Datum) -> Result<Opdracht, ExecuteError> {
        let a = Secties::proces(Bevestiging { stuk, recht: self.recht, op });
        match (self.houder, self.soort) {
            (Houder::Account(account), _) => {
                Ok(Opdracht::Account(account, gebruiker::Command::BevestigRecht(a)))
            }
            (
                Houder::Organisatie(_),
                SoortRecht::Toewijzing(bij) | SoortRecht::Opdracht(bij) | SoortRecht::Polis(bij),
            ) => Ok(Opdracht::Werk(bij, toewijzing::Command::BevestigToewijzing(a))),
            (
                Houder::Organisatie(_),
                SoortRecht::Functie
                | SoortRecht::Delegatie
                | SoortRecht::Afwijking(_)
                | SoortRecht::Toets(_),
            ) => Err(ExecuteError::NietGevonden),
        }
    }

    pub(super) fn intrekking(&self, stuk: StukId, per: Datum) -> Result<Opdracht, ExecuteError> {
        let einde = Secties::proces(Einde { stuk, recht: self.recht, per });
        Ok(match self.soort {
            SoortRecht::Functie => {
                let opdracht = gebruiker::Command::BeeindigFunctie(einde);
                Opdracht::Account(self.houder.account()?, opdracht)
            }
            SoortRecht::Toewijzing(bij) => {
                Opdracht::Werk(bij, toewijzing::Command::BeeindigToewijzing(einde))
            }
            SoortRecht::Opdracht(bij) => {
                Opdracht::Werk(bij, toewijzing::Command::BeeindigOpdracht(einde))
            }
            SoortRecht::Polis(bij) => {
                Opdracht::Werk(bij, toewijzing::Command::BeeindigPolis(einde))
            }
            SoortRecht::Delegatie => {
                let opdracht = delegatie::Command::TrekDelegatieIn(einde);
                Opdracht::Taak(self.houder.account()?, opdracht)
            }
            SoortRecht::Afwijking(dossier) => {
                Opdracht::Dossier(dossier, afwijking::Command::TrekAfwijkingIn(einde))
            }
            SoortRecht::Toets(dossier) => {
                Opdracht::Dossier(dossier, afwijking::Command::BeeindigToets(einde))
            }
        })
    }
}
