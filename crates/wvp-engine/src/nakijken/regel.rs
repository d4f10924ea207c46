//! The lines of a review: which right, whose, and why it needs a look. Holds no names.

use std::collections::BTreeMap;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::afwijking::Afwijkingen;
use wvp_domain::bevoegdheid::delegatie::{Delegaties, Taak};
use wvp_domain::bevoegdheid::gebruiker::Gebruiker as Account;
use wvp_domain::bevoegdheid::toewijzing::{Aan, Toewijzingen};
use wvp_domain::bevoegdheid::{Geldigheid, Recht, Rechten};
use wvp_domain::{AccountId, Datum, DossierId, StukId};

use super::gebruik::Gebruik;
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
            Self::Delegatie => "delegatie",
            Self::Afwijking(_) => "afwijking",
            Self::Toets(_) => "toets",
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
    pub account: AccountId,
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
}

/// All accounts.
pub(super) type Accounts = BTreeMap<AccountId, Account>;

/// A right before it is weighed.
struct Post {
    account: AccountId,
    soort: SoortRecht,
    lezer: Option<String>,
    gebruikt_op: Option<Datum>,
    is_ruimer: bool,
}

/// A review under way.
pub(super) struct Opname<'a> {
    vandaag: Datum,
    accounts: &'a Accounts,
    gebruik: &'a Gebruik,
    regels: Vec<Regel>,
}

impl<'a> Opname<'a> {
    pub(super) fn op(vandaag: Datum, accounts: &'a Accounts, gebruik: &'a Gebruik) -> Self {
        Self { vandaag, accounts, gebruik, regels: vec![] }
    }

    /// The lines, by account and document.
    pub(super) fn regels(mut self) -> Vec<Regel> {
        self.regels.sort();
        self.regels
    }

    pub(super) fn functies(&mut self) {
        let (accounts, gebruik) = (self.accounts, self.gebruik);
        for (id, account) in accounts {
            for functie in account.functies.op(self.vandaag) {
                let post = Post {
                    account: *id,
                    soort: SoortRecht::Functie,
                    lezer: Some(functie.lezer.clone()),
                    gebruikt_op: gebruik.met_pet(*id, &functie.lezer),
                    is_ruimer: false,
                };
                self.weeg(post, functie, &account.functies);
            }
        }
    }

    /// The employee has a dossier by being ill, not by a right that was given.
    pub(super) fn toewijzingen(&mut self, bij: Uuid, staat: &Toewijzingen) {
        let werknemer = Lezer::Werknemer.to_string();
        for toewijzing in staat.toewijzingen.op(self.vandaag).filter(|it| it.lezer != werknemer) {
            let Aan::Account(account) = toewijzing.aan else { continue };
            let post = Post {
                account,
                soort: SoortRecht::Toewijzing(bij),
                lezer: Some(toewijzing.lezer.clone()),
                gebruikt_op: self.gebruik.met_pet(account, &toewijzing.lezer),
                is_ruimer: !self.heeft(account, |lezer| lezer.to_string() == toewijzing.lezer),
            };
            self.weeg(post, toewijzing, &staat.toewijzingen);
        }
    }

    /// A medical task is wider than a function for which category C is never open.
    pub(super) fn delegaties(&mut self, account: AccountId, staat: &Delegaties) {
        for delegatie in staat.delegaties.op(self.vandaag) {
            let is_passend = self.heeft(account, |lezer| match delegatie.taak {
                Taak::Proces | Taak::Begeleiding => true,
                Taak::Medisch => is_persoonlijk(lezer),
            });
            let post = Post {
                account,
                soort: SoortRecht::Delegatie,
                lezer: None,
                gebruikt_op: self.gebruik.van(account),
                is_ruimer: !is_passend,
            };
            self.weeg(post, delegatie, &staat.delegaties);
        }
    }

    /// A deviation is wider than the function by what it is.
    pub(super) fn afwijkingen(&mut self, dossier: DossierId, staat: &Afwijkingen) {
        for afwijking in staat.afwijkingen.op(self.vandaag) {
            let soort = SoortRecht::Afwijking(dossier);
            let post = self.in_dossier(afwijking.account, dossier, soort, true);
            self.weeg(post, afwijking, &staat.afwijkingen);
        }
        for toets in staat.toetsen.op(self.vandaag) {
            let soort = SoortRecht::Toets(dossier);
            let post = self.in_dossier(toets.account, dossier, soort, false);
            self.weeg(post, toets, &staat.toetsen);
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
        Post { account, soort, lezer: None, gebruikt_op, is_ruimer }
    }

    fn heeft(&self, account: AccountId, mag: impl Fn(Lezer) -> bool) -> bool {
        let account = self.accounts.get(&account);
        account.is_some_and(|account| {
            Lezer::ALLE
                .into_iter()
                .any(|lezer| mag(lezer) && heeft_functie(account, lezer, self.vandaag))
        })
    }

    fn weeg<R: Recht>(&mut self, post: Post, recht: &R, alle: &Rechten<R>) {
        let Some(geldig) = alle.geldigheid(recht) else { return };
        let vandaag = self.vandaag;
        let lang_geleden = |dag: Datum| dag.dagen_tot(vandaag) >= ONGEBRUIKT_DAGEN;
        let bevestigd = self.accounts.get(&post.account).is_some_and(|account| {
            let over = account.bevestigd.iter().filter(|it| it.recht == recht.stuk());
            over.map(|it| it.op).max().is_some_and(|op| !lang_geleden(op))
        });
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
        let Post { account, soort, lezer, gebruikt_op, is_ruimer: _ } = post;
        let tot_en_met = geldig.tot_en_met;
        let recht = recht.stuk();
        self.regels.push(Regel { account, recht, soort, lezer, tot_en_met, gebruikt_op, redenen });
    }
}

fn loopt_af(geldig: Geldigheid, vandaag: Datum) -> bool {
    geldig.tot_en_met.is_some_and(|laatste| vandaag.dagen_tot(laatste) <= LOOPT_AF_DAGEN)
}
