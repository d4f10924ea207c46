//! The lines of a review: which right, whose, and why it needs a look. Holds no names.

use std::collections::BTreeMap;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::afwijking::Afwijkingen;
use wvp_domain::bevoegdheid::delegatie::{Delegaties, Taak};
use wvp_domain::bevoegdheid::gebruiker::{Bevestiging, Gebruiker as Account};
use wvp_domain::bevoegdheid::toewijzing::{Aan, Toewijzingen};
use wvp_domain::bevoegdheid::{Geldigheid, Organisatie, Recht, Rechten};
use wvp_domain::{AccountId, Datum, DossierId, StukId};

use super::gebruik::Gebruik;
use crate::beheergebied::Beheergebied;
use crate::fout::ExecuteError;
use crate::functie::is_persoonlijk;
use crate::omstandigheden::heeft_functie;

/// A right that ends within so many days is about to end.
const LOOPT_AF_DAGEN: i32 = 30;
/// A right that nobody used for so many days lies unused; a confirmation holds as long.
const ONGEBRUIKT_DAGEN: i32 = 90;

/// What kind of right, and where it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SoortRecht {
    /// A function.
    Functie,
    /// An assignment, to the dossier or the employer with this id.
    Toewijzing(Uuid),
    /// An order to an organisation, for the dossier or the employer with this id.
    Opdracht(Uuid),
    /// A policy of an insurer, for the dossier or the employer with this id.
    Polis(Uuid),
    /// A delegated task.
    Delegatie,
    /// An approved deviation for a dossier.
    Afwijking(DossierId),
    /// The review of a dossier.
    Toets(DossierId),
}

impl SoortRecht {
    /// The Dutch word.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Functie => "functie",
            Self::Toewijzing(_) => "toewijzing",
            Self::Opdracht(_) => "opdracht",
            Self::Polis(_) => "polis",
            Self::Delegatie => "delegatie",
            Self::Afwijking(_) => "afwijking",
            Self::Toets(_) => "toets",
        }
    }
}

/// Whose right it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Houder {
    /// A person.
    Account(AccountId),
    /// Everybody with the function at an organisation.
    Organisatie(Organisatie),
}

impl Houder {
    /// The person.
    ///
    /// # Errors
    ///
    /// [`ExecuteError::NietGevonden`] when it is an organisation.
    pub(super) fn account(self) -> Result<AccountId, ExecuteError> {
        match self {
            Self::Account(account) => Ok(account),
            Self::Organisatie(_) => Err(ExecuteError::NietGevonden),
        }
    }
}

/// Why a right needs a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RedenNakijken {
    /// It ends within 30 days.
    LooptAf,
    /// It was not used for 90 days.
    Ongebruikt,
    /// It gives more than the function of its owner.
    RuimerDanFunctie,
}

impl RedenNakijken {
    /// The Dutch words.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::LooptAf => "loopt af",
            Self::Ongebruikt => "90 dagen niet gebruikt",
            Self::RuimerDanFunctie => "ruimer dan de functie",
        }
    }
}

/// One right that needs a look.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Regel {
    /// Whose.
    pub houder: Houder,
    /// The document that gave it.
    pub recht: StukId,
    /// What it is.
    pub soort: SoortRecht,
    /// Party and function it is for, where it is for one.
    pub lezer: Option<String>,
    /// Last day, inclusive.
    pub tot_en_met: Option<Datum>,
    /// Last day of use.
    pub gebruikt_op: Option<Datum>,
    /// Why; never empty.
    pub redenen: Vec<RedenNakijken>,
    /// Whether the organisation of who reviews knows the account of the holder; an organisation is known.
    pub is_bekend: bool,
}

/// All accounts.
pub(crate) type Accounts = BTreeMap<AccountId, Account>;

/// A right before it is weighed.
struct Post {
    houder: Houder,
    soort: SoortRecht,
    lezer: Option<String>,
    gebruikt_op: Option<Datum>,
    is_ruimer: bool,
}

/// A review under way.
pub(super) struct Opname<'a> {
    vandaag: Datum,
    gebied: &'a Beheergebied,
    accounts: &'a Accounts,
    gebruik: &'a Gebruik,
    regels: Vec<Regel>,
}

impl<'a> Opname<'a> {
    pub(super) fn op(
        vandaag: Datum,
        gebied: &'a Beheergebied,
        accounts: &'a Accounts,
        gebruik: &'a Gebruik,
    ) -> Self {
        Self { vandaag, gebied, accounts, gebruik, regels: vec![] }
    }

    /// The lines, by account and document.
    pub(super) fn regels(mut self) -> Vec<Regel> {
        self.regels.sort();
        self.regels
    }

    /// Functions at the organisations that are reviewed.
    pub(super) fn functies(&mut self) {
        let (gebied, accounts, gebruik) = (self.gebied, self.accounts, self.gebruik);
        for (id, account) in accounts {
            let eigen = account.functies.op(self.vandaag);
            for functie in eigen.filter(|it| gebied.omvat(it.organisatie)) {
                let post = Post {
                    houder: Houder::Account(*id),
                    soort: SoortRecht::Functie,
                    lezer: Some(functie.lezer.clone()),
                    gebruikt_op: gebruik.met_pet(*id, &functie.lezer),
                    is_ruimer: false,
                };
                self.weeg(post, functie, &account.functies, &account.bevestigd);
            }
        }
    }

    /// The employee has a dossier by being ill, not by a right that was given.
    pub(super) fn toewijzingen(&mut self, bij: Uuid, staat: &Toewijzingen) {
        let werknemer = Lezer::Werknemer.to_string();
        for toewijzing in staat.toewijzingen.op(self.vandaag).filter(|it| it.lezer != werknemer) {
            let lezer = &toewijzing.lezer;
            let (houder, gebruikt_op, heeft) = match toewijzing.aan {
                Aan::Account(account) => (
                    Houder::Account(account),
                    self.gebruik.met_pet(account, lezer),
                    self.heeft(account, |ander| ander.to_string() == *lezer),
                ),
                Aan::Organisatie(plek) => (
                    Houder::Organisatie(plek),
                    self.gebruikt_bij(plek, Some(lezer)),
                    self.leden(plek, Some(lezer)).next().is_some(),
                ),
            };
            let post = Post {
                houder,
                soort: SoortRecht::Toewijzing(bij),
                lezer: Some(lezer.clone()),
                gebruikt_op,
                is_ruimer: !heeft,
            };
            self.weeg(post, toewijzing, &staat.toewijzingen, &staat.bevestigd);
        }
    }

    /// Orders and policies open a dossier for everybody with a fitting function there.
    pub(super) fn opdrachten(&mut self, bij: Uuid, staat: &Toewijzingen) {
        for opdracht in staat.opdrachten.op(self.vandaag) {
            let post = self.van_organisatie(opdracht.aan, SoortRecht::Opdracht(bij));
            self.weeg(post, opdracht, &staat.opdrachten, &staat.bevestigd);
        }
        for polis in staat.polissen.op(self.vandaag) {
            let post = self.van_organisatie(polis.verzekeraar, SoortRecht::Polis(bij));
            self.weeg(post, polis, &staat.polissen, &staat.bevestigd);
        }
    }

    fn van_organisatie(&self, plek: Organisatie, soort: SoortRecht) -> Post {
        let gebruikt_op = self.gebruikt_bij(plek, None);
        let houder = Houder::Organisatie(plek);
        Post { houder, soort, lezer: None, gebruikt_op, is_ruimer: false }
    }

    /// The accounts with a function, or this one, at an organisation, each with the function.
    fn leden<'b>(
        &'b self,
        plek: Organisatie,
        lezer: Option<&'b str>,
    ) -> impl Iterator<Item = (AccountId, &'b str)> {
        let functies = self.accounts.iter().flat_map(|(id, account)| {
            account.functies.op(self.vandaag).map(|functie| (*id, functie))
        });
        functies
            .filter(move |(_, functie)| functie.organisatie == plek)
            .filter(move |(_, functie)| lezer.is_none_or(|lezer| lezer == functie.lezer))
            .map(|(id, functie)| (id, functie.lezer.as_str()))
    }

    /// The last day on which anybody of an organisation read something with a function there.
    fn gebruikt_bij(&self, plek: Organisatie, lezer: Option<&str>) -> Option<Datum> {
        self.leden(plek, lezer).filter_map(|(id, lezer)| self.gebruik.met_pet(id, lezer)).max()
    }

    /// A medical task is wider than a function for which category C is never open.
    pub(super) fn delegaties(&mut self, account: AccountId, staat: &Delegaties) {
        for delegatie in staat.delegaties.op(self.vandaag) {
            let is_passend = self.heeft(account, |lezer| match delegatie.taak {
                Taak::Proces | Taak::Begeleiding => true,
                Taak::Medisch => is_persoonlijk(lezer),
            });
            let post = Post {
                houder: Houder::Account(account),
                soort: SoortRecht::Delegatie,
                lezer: None,
                gebruikt_op: self.gebruik.van(account),
                is_ruimer: !is_passend,
            };
            self.weeg(post, delegatie, &staat.delegaties, &[]);
        }
    }

    /// A deviation is wider than the function by what it is.
    pub(super) fn afwijkingen(&mut self, dossier: DossierId, staat: &Afwijkingen) {
        for afwijking in staat.afwijkingen.op(self.vandaag) {
            let soort = SoortRecht::Afwijking(dossier);
            let post = self.in_dossier(afwijking.account, dossier, soort, true);
            self.weeg(post, afwijking, &staat.afwijkingen, &[]);
        }
        for toets in staat.toetsen.op(self.vandaag) {
            let soort = SoortRecht::Toets(dossier);
            let post = self.in_dossier(toets.account, dossier, soort, false);
            self.weeg(post, toets, &staat.toetsen, &[]);
        }
    }

    fn in_dossier(
        &self,
        account: AccountId,
        dossier: DossierId,
        soort: SoortRecht,
        is_ruimer: bool,
    ) -> Post {
        let gebruikt_op = self.gebruik.in_dossier(account, dossier);
        Post { houder: Houder::Account(account), soort, lezer: None, gebruikt_op, is_ruimer }
    }

    fn heeft(&self, account: AccountId, mag: impl Fn(Lezer) -> bool) -> bool {
        let account = self.accounts.get(&account);
        account.is_some_and(|account| {
            Lezer::ALLE
                .into_iter()
                .any(|lezer| mag(lezer) && heeft_functie(account, lezer, self.vandaag))
        })
    }

    /// Confirmations of a right of a person stand with the account, of an organisation with the right.
    fn weeg<R: Recht>(
        &mut self,
        post: Post,
        recht: &R,
        alle: &Rechten<R>,
        bij_recht: &[Bevestiging],
    ) {
        let Some(geldig) = alle.geldigheid(recht) else { return };
        let vandaag = self.vandaag;
        let lang_geleden = |dag: Datum| dag.dagen_tot(vandaag) >= ONGEBRUIKT_DAGEN;
        let bij_account = match post.houder {
            Houder::Account(account) => self.accounts.get(&account),
            Houder::Organisatie(_) => None,
        };
        let bevestigingen = bij_account.map_or(bij_recht, |account| &account.bevestigd);
        let over = bevestigingen.iter().filter(|it| it.recht == recht.stuk());
        let bevestigd = over.map(|it| it.op).max().is_some_and(|op| !lang_geleden(op));
        let ongebruikt = lang_geleden(post.gebruikt_op.unwrap_or(geldig.van).max(geldig.van));
        let redenen: Vec<RedenNakijken> = [
            loopt_af(geldig, vandaag).then_some(RedenNakijken::LooptAf),
            (ongebruikt && !bevestigd).then_some(RedenNakijken::Ongebruikt),
            (post.is_ruimer && !bevestigd).then_some(RedenNakijken::RuimerDanFunctie),
        ]
        .into_iter()
        .flatten()
        .collect();
        if redenen.is_empty() {
            return;
        }
        let Post { houder, soort, lezer, gebruikt_op, is_ruimer: _ } = post;
        let tot_en_met = geldig.tot_en_met;
        let recht = recht.stuk();
        let is_bekend = match houder {
            Houder::Account(account) => {
                self.accounts.get(&account).is_some_and(|it| self.gebied.kent_account(it))
            }
            Houder::Organisatie(_) => true,
        };
        self.regels.push(Regel {
            houder,
            recht,
            soort,
            lezer,
            tot_en_met,
            gebruikt_op,
            redenen,
            is_bekend,
        });
    }
}

fn loopt_af(geldig: Geldigheid, vandaag: Datum) -> bool {
    geldig.tot_en_met.is_some_and(|laatste| vandaag.dagen_tot(laatste) <= LOOPT_AF_DAGEN)
}
