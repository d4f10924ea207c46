//! Weighing what was loaded: pure, from facts and a day to the atoms of the access table.

use std::collections::BTreeSet;

use wvp_access::{Feit, Lezer, Omstandigheden, Partij};
use wvp_domain::bevoegdheid::afwijking::Afwijkingen;
use wvp_domain::bevoegdheid::beheer::Beheerd;
use wvp_domain::bevoegdheid::delegatie::Delegatie;
use wvp_domain::bevoegdheid::gebruiker::{Functie, Gebruiker as Account, RedenBlokkade};
use wvp_domain::bevoegdheid::toestemming::{Doel as DoelVanToestemming, Ontvanger, Toestemming};
use wvp_domain::bevoegdheid::toewijzing::{Aan, SoortOpdracht, Toewijzingen};
use wvp_domain::bevoegdheid::{Organisatie, Rechten};
use wvp_domain::doel::Doel;
use wvp_domain::{AccountId, Categorie, Datum, Dossier, WerkgeverId};

use super::{Bekend, Onderwerp, Optreden};
use crate::beheergebied::is_ambt;
use crate::functie::{heeft_beroepsgeheim, is_persoonlijk};
use crate::gebruiker::Gebruiker;
use crate::terugval;

/// Who is acted for.
pub(super) struct Afwezige {
    pub(super) id: AccountId,
    pub(super) account: Account,
    /// What was handed over for this subject today; nothing when no substitution holds.
    pub(super) categorieen: BTreeSet<Categorie>,
}

/// What was loaded.
pub(super) struct Stand {
    pub(super) gebruiker: Account,
    /// Who keeps the employer; of nobody for who is no office.
    pub(super) beheerd: Beheerd,
    /// Who is acted for, when the session says that somebody is.
    pub(super) afwezige: Option<Afwezige>,
    /// Delegations as they were given.
    pub(super) gegeven_delegaties: Rechten<Delegatie>,
    /// Those that hold, with the hat of the bedrijfsarts who gave them.
    pub(super) delegaties: Vec<(Delegatie, Lezer)>,
    /// Who works on the dossier, and for the employer.
    pub(super) bij: [Toewijzingen; 2],
    pub(super) afwijkingen: Afwijkingen,
    /// Whether no exception is closed: a restriction that cannot be read may be there.
    pub(super) is_alles_open: bool,
    pub(super) toestemmingen: Rechten<Toestemming>,
}

/// Weighs it.
pub(super) fn weeg(
    wie: &Gebruiker,
    onderwerp: Onderwerp,
    dossier: &Dossier,
    stand: &Stand,
    vandaag: Datum,
) -> Bekend {
    match &stand.afwezige {
        Some(afwezige) => weeg_waarneming(wie, afwezige, (onderwerp, dossier), stand, vandaag),
        None => weeg_eigen(wie, onderwerp, dossier, stand, vandaag),
    }
}

/// Somebody who acts for somebody else: with the own account and the same function at the same place, the
/// dossiers of the other, and nothing that was given to either of them in person (consent, delegation,
/// deviation). Rights of two people are never added up.
fn weeg_waarneming(
    wie: &Gebruiker,
    afwezige: &Afwezige,
    (onderwerp, dossier): (Onderwerp, &Dossier),
    stand: &Stand,
    vandaag: Datum,
) -> Bekend {
    let voor = &afwezige.account;
    let van_voor = organisaties(voor, wie.lezer, vandaag);
    let gedeeld: Vec<Organisatie> = plekken(wie, &stand.gebruiker, vandaag)
        .into_iter()
        .filter(|plek| van_voor.contains(plek))
        .collect();
    let als_voor = Gebruiker { account: afwezige.id, ..*wie };
    let pet = Pet { account: voor, id: afwezige.id, lezer: wie.lezer, plekken: &gedeeld };
    let hoort_hier = pet.hoort_hier(&stand.bij, onderwerp.werkgever, vandaag);
    let verborgen = is_zelf(&stand.gebruiker, onderwerp) || is_zelf(voor, onderwerp);
    let is_van_voor = is_werkgever(wie.lezer, &gedeeld, onderwerp)
        || (is_casemanager(&als_voor, dossier) && hoort_hier)
        || is_toegewezen(&pet, &stand.bij, onderwerp.werkgever, vandaag);
    let mag = is_actief(voor)
        && !gedeeld.is_empty()
        && !afwezige.categorieen.is_empty()
        && is_van_voor
        && !verborgen;
    let basis = van_account(wie, &stand.gebruiker, vandaag)
        .met(Feit::InScope, mag)
        .met(Feit::QualityReview, false)
        .met(Feit::OwnRecord, false)
        .met(Feit::AfterSickReport, !dossier.ziekmelding.is_empty())
        .met(Feit::NamedInPva, mag && hoort_hier && dossier.is_genoemd_in_plan(afwezige.id))
        .met(Feit::DelegationActive, false);
    let basis = met_beperking(basis, stand, vandaag);
    Bekend {
        basis: Some(met_opdrachten(basis, &stand.bij, &gedeeld, vandaag)),
        waarneming: Some(Optreden { voor: afwezige.id, categorieen: afwezige.categorieen.clone() }),
        ..Bekend::default()
    }
}

fn weeg_eigen(
    wie: &Gebruiker,
    onderwerp: Onderwerp,
    dossier: &Dossier,
    stand: &Stand,
    vandaag: Datum,
) -> Bekend {
    let account = &stand.gebruiker;
    let plekken = plekken(wie, account, vandaag);
    let pet = Pet { account, id: wie.account, lezer: wie.lezer, plekken: &plekken };
    let hoort_hier = pet.hoort_hier(&stand.bij, onderwerp.werkgever, vandaag);
    let zelf = is_zelf(account, onderwerp);
    let verborgen = zelf && wie.lezer != Lezer::Werknemer;
    let afwijkingen: Vec<_> = stand
        .afwijkingen
        .afwijkingen
        .op(vandaag)
        .filter(|it| !verborgen && hoort_hier && it.account == wie.account)
        .cloned()
        .collect();
    let werkt_eraan = is_werkgever(wie.lezer, &plekken, onderwerp)
        || (is_casemanager(wie, dossier) && hoort_hier)
        || is_toegewezen(&pet, &stand.bij, onderwerp.werkgever, vandaag)
        || !afwijkingen.is_empty();
    let toetst = wie.sessie.doel() == Doel::Kwaliteitstoets
        && hoort_hier
        && stand.afwijkingen.toetsen.gegeven.iter().any(|it| it.account == wie.account);
    let delegaties = if hoort_hier { stand.delegaties.clone() } else { vec![] };
    let basis = van_account(wie, account, vandaag)
        .met(Feit::InScope, werkt_eraan && !verborgen)
        .met(Feit::QualityReview, toetst && !verborgen)
        .met(Feit::OwnRecord, zelf && wie.lezer == Lezer::Werknemer)
        .met(Feit::AfterSickReport, !dossier.ziekmelding.is_empty())
        .met(Feit::NamedInPva, hoort_hier && dossier.is_genoemd_in_plan(wie.account))
        .met(Feit::DelegationActive, !delegaties.is_empty());
    let basis = met_beperking(basis, stand, vandaag);
    Bekend {
        basis: Some(met_opdrachten(basis, &stand.bij, &plekken, vandaag)),
        delegaties,
        afwijkingen,
        toestemmingen: toestemmingen(wie, onderwerp, stand, (&plekken, hoort_hier), vandaag),
        in_beheer: is_in_beheer(wie.lezer, &plekken, onderwerp, (stand, vandaag)),
        ..Bekend::default()
    }
}

/// Whether processing was restricted; unknown when an exception cannot be read.
fn met_beperking(basis: Omstandigheden, stand: &Stand, vandaag: Datum) -> Omstandigheden {
    let beperkt = stand.afwijkingen.beperkingen.op(vandaag).next().is_some();
    let basis = basis.met(Feit::Restricted, beperkt);
    if stand.is_alles_open { basis } else { basis.vergeet(Feit::Restricted) }
}

/// What account and session say, apart from any dossier.
fn van_account(wie: &Gebruiker, account: &Account, vandaag: Datum) -> Omstandigheden {
    let getekend = account.geheimhouding.iter().any(|it| it.getekend_op <= vandaag);
    let heeft_functie = !plekken(wie, account, vandaag).is_empty()
        || (wie.lezer == Lezer::Werknemer && heeft_functie(account, wie.lezer, vandaag));
    terugval::altijd(wie.sessie.feiten(wie.lezer))
        .met(Feit::Revoked, !is_actief(account) || !heeft_functie)
        .met(Feit::SharedAccount, account.geblokkeerd == Some(RedenBlokkade::Gedeeld))
        .met(Feit::SodConflict, botst(account, vandaag))
        .met(Feit::SecrecyBound, getekend || heeft_beroepsgeheim(wie.lezer))
        .met(Feit::NdaSigned, getekend)
}

/// Orders and policies that concern the organisation of this function.
fn met_opdrachten(
    basis: Omstandigheden,
    bij: &[Toewijzingen],
    plekken: &[Organisatie],
    vandaag: Datum,
) -> Omstandigheden {
    let opdrachten = || bij.iter().flat_map(|it| it.opdrachten.op(vandaag));
    let polissen = || bij.iter().flat_map(|it| it.polissen.op(vandaag));
    let eigen = || opdrachten().filter(|it| plekken.contains(&it.aan));
    let in_polis = polissen().any(|it| plekken.contains(&it.verzekeraar));
    basis
        .met(Feit::ReintOrder, eigen().next().is_some() || in_polis)
        .met(Feit::ReintInContract, polissen().next().is_some())
        .met(Feit::WgaErd, polissen().any(|it| it.eigenrisicodrager))
        .met(Feit::AssignedIntervention, eigen().any(|it| it.soort == SoortOpdracht::Interventie))
}

/// What the employee agreed to, for this dossier, this receiver and this purpose.
fn toestemmingen(
    wie: &Gebruiker,
    onderwerp: Onderwerp,
    stand: &Stand,
    (plekken, hoort_hier): (&[Organisatie], bool),
    vandaag: Datum,
) -> Vec<Toestemming> {
    let geldt = |it: &&Toestemming| {
        let aan_mij = match &it.aan {
            Ontvanger::Account(account) => hoort_hier && *account == wie.account,
            Ontvanger::Organisatie(organisatie) => plekken.contains(organisatie),
        };
        let hier = it.dossier.is_none_or(|dossier| Some(dossier) == onderwerp.dossier);
        aan_mij && hier && past(it.doel, wie.sessie.doel())
    };
    stand.toestemmingen.op(vandaag).filter(geldt).cloned().collect()
}

/// Whether consent for one purpose serves the purpose of a session.
fn past(toegestaan: DoelVanToestemming, doel: Doel) -> bool {
    match toegestaan {
        DoelVanToestemming::ReIntegratie => matches!(
            doel,
            Doel::ReIntegratie
                | Doel::Interventie
                | Doel::Verzuimbegeleiding
                | Doel::MedischOordeel
        ),
        DoelVanToestemming::Loondoorbetaling => {
            matches!(doel, Doel::Verzuimbegeleiding | Doel::MedischOordeel | Doel::Claimbeoordeling)
        }
        DoelVanToestemming::BezwaarOfBeroep => {
            matches!(doel, Doel::MedischAdvies | Doel::BezwaarOfBeroep | Doel::Beheer)
        }
        DoelVanToestemming::Behandeling => matches!(doel, Doel::Zorg | Doel::Beheer),
        DoelVanToestemming::Onderzoek => {
            matches!(doel, Doel::Verzuimbegeleiding | Doel::MedischOordeel)
        }
    }
}

/// Whether an account exists and is not blocked.
pub(crate) fn is_actief(account: &Account) -> bool {
    account.registratie.is_some() && account.geblokkeerd.is_none()
}

/// Whether the owner of an account holds a function on a day. Who is an employee is one by that.
pub(crate) fn heeft_functie(account: &Account, lezer: Lezer, dag: Datum) -> bool {
    let werknemer = account.registratie.as_ref().and_then(|it| it.werknemer);
    functies(account, lezer, dag).next().is_some()
        || (lezer == Lezer::Werknemer && werknemer.is_some())
}

/// A function of somebody, at the organisations where it counts in one request.
pub(super) struct Pet<'a> {
    pub(super) account: &'a Account,
    pub(super) id: AccountId,
    pub(super) lezer: Lezer,
    pub(super) plekken: &'a [Organisatie],
}

impl Pet<'_> {
    /// Whether what was given to the person in person counts with this hat on. It does not say at which
    /// organisation: with one function that is clear. Who has, or had, the same function at two has it only
    /// where the organisation of the hat works on the dossier or for its employer.
    fn hoort_hier(&self, bij: &[Toewijzingen], werkgever: Option<WerkgeverId>, dag: Datum) -> bool {
        let woord = self.lezer.to_string();
        let ooit: BTreeSet<Organisatie> = self
            .account
            .functies
            .gegeven
            .iter()
            .filter(|functie| functie.lezer == woord)
            .map(|functie| functie.organisatie)
            .collect();
        if ooit.len() <= 1 {
            return true;
        }
        let werkt_hier = |plek: &Organisatie| {
            let is_werkgever = werkgever.map(Organisatie::Werkgever) == Some(*plek);
            is_werkgever || bij.iter().any(|it| is_betrokken(it, *plek, dag))
        };
        self.plekken.iter().any(werkt_hier)
    }
}

/// Whether an organisation works on a dossier or for an employer: by an assignment, an order or a policy.
fn is_betrokken(bij: &Toewijzingen, plek: Organisatie, dag: Datum) -> bool {
    bij.toewijzingen.op(dag).any(|it| it.aan == Aan::Organisatie(plek))
        || bij.opdrachten.op(dag).any(|it| it.aan == plek)
        || bij.polissen.op(dag).any(|it| it.verzekeraar == plek)
}

/// Whether a function is assigned here, to this person or to where this person has it.
pub(super) fn is_toegewezen(
    pet: &Pet<'_>,
    bij: &[Toewijzingen],
    werkgever: Option<WerkgeverId>,
    dag: Datum,
) -> bool {
    let woord = pet.lezer.to_string();
    let hoort_hier = pet.hoort_hier(bij, werkgever, dag);
    let mut toewijzingen = bij.iter().flat_map(|it| it.toewijzingen.op(dag));
    toewijzingen.any(|it| {
        it.lezer == woord
            && match it.aan {
                Aan::Account(ander) => hoort_hier && ander == pet.id,
                Aan::Organisatie(plek) => !is_persoonlijk(pet.lezer) && pet.plekken.contains(&plek),
            }
    })
}

/// The organisations that this hat speaks for: the one that was chosen, or the only one. Who has the function
/// at several and chose none speaks for none of them.
pub(crate) fn plekken(wie: &Gebruiker, account: &Account, dag: Datum) -> Vec<Organisatie> {
    let alle = organisaties(account, wie.lezer, dag);
    match wie.sessie.organisatie() {
        Some(gekozen) => alle.into_iter().filter(|plek| *plek == gekozen).collect(),
        None if alle.len() == 1 => alle.into_iter().collect(),
        None => vec![],
    }
}

/// Where somebody has a function on a day.
pub(super) fn organisaties(account: &Account, lezer: Lezer, dag: Datum) -> BTreeSet<Organisatie> {
    functies(account, lezer, dag).map(|functie| functie.organisatie).collect()
}

fn functies(account: &Account, lezer: Lezer, dag: Datum) -> impl Iterator<Item = &Functie> {
    let woord = lezer.to_string();
    account.functies.op(dag).filter(move |functie| functie.lezer == woord)
}

/// Whether the dossier is about the owner of the account.
fn is_zelf(account: &Account, onderwerp: Onderwerp) -> bool {
    let werknemer = account.registratie.as_ref().and_then(|it| it.werknemer);
    werknemer.is_some() && werknemer == onderwerp.werknemer
}

/// Whether the organisation of an office keeps the employer that this is about.
fn is_in_beheer(
    lezer: Lezer,
    plekken: &[Organisatie],
    onderwerp: Onderwerp,
    (stand, vandaag): (&Stand, Datum),
) -> bool {
    let werkgever = onderwerp.werkgever.map(Organisatie::Werkgever);
    let houdt =
        |plek: &Organisatie| werkgever == Some(*plek) || stand.beheerd.is_van(*plek, vandaag);
    is_ambt(lezer) && plekken.iter().any(houdt)
}

/// Whether this is somebody of the employer of this employee.
fn is_werkgever(lezer: Lezer, plekken: &[Organisatie], onderwerp: Onderwerp) -> bool {
    let werkgever = onderwerp.werkgever.map(Organisatie::Werkgever);
    lezer.partij() == Partij::Werkgever && werkgever.is_some_and(|it| plekken.contains(&it))
}

/// Whether this is the casemanager whom the dossier names now.
fn is_casemanager(wie: &Gebruiker, dossier: &Dossier) -> bool {
    crate::auteurschap::is_casemanager(wie.lezer)
        && dossier.casemanager.last().is_some_and(|it| it.account == wie.account)
}

fn botst(account: &Account, dag: Datum) -> bool {
    let werk: Vec<_> = account.functies.op(dag).map(|functie| functie.taakgebied).collect();
    werk.iter().any(|een| werk.iter().any(|ander| een.botst_met(*ander)))
}
