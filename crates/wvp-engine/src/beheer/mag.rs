//! Who may give and take which rights.

use wvp_access::{Feit, Lezer, Omstandigheden};
use wvp_domain::AccountId;
use wvp_domain::bevoegdheid::delegatie::Delegaties;
use wvp_domain::bevoegdheid::toewijzing::{self, Aan};
use wvp_domain::bevoegdheid::{Organisatie, afwijking, delegatie, gebruiker, waarneming};

use super::Werkterrein;
use crate::beheergebied::is_ambt;
use crate::fout::{ExecuteError, Geweigerd};
use crate::functie::{is_bedrijfsarts, is_toe_te_kennen, taakgebied};
use crate::gebruiker::Gebruiker;
use crate::omstandigheden::{Bekend, Onderwerp};

/// A refusal by one rule.
pub(crate) fn geweigerd(regel: &'static str, uitleg: &str) -> Geweigerd {
    Geweigerd { regels: vec![regel], uitleg: uitleg.to_owned() }
}

/// The house appoints a functioneel beheerder and nobody else.
pub(super) fn inrichten(opdrachten: &[gebruiker::Command; 2]) -> Result<Organisatie, Geweigerd> {
    match opdrachten {
        [gebruiker::Command::RegistreerAccount(_), gebruiker::Command::KenFunctieToe(c)]
            if c.a.lezer == Lezer::FunctioneelBeheerder.to_string() =>
        {
            Ok(c.a.organisatie)
        }
        _ => Err(geweigerd("R-291", "De inrichting benoemt alleen een functioneel beheerder.")),
    }
}

/// A bedrijfsarts ends the own delegations, and nobody else's.
pub(super) fn eis_eigen_delegatie(
    wie: &Gebruiker,
    staat: &Delegaties,
    command: &delegatie::Command,
) -> Result<(), ExecuteError> {
    let delegatie::Command::TrekDelegatieIn(c) = command else { return Ok(()) };
    let gegeven = staat.delegaties.gegeven.iter().find(|it| it.stuk == c.a.recht);
    if is_bedrijfsarts(wie.lezer) && gegeven.is_none_or(|it| it.door != wie.account) {
        return Err(ExecuteError::NietGevonden);
    }
    Ok(())
}

/// Accounts are the work of the functioneel beheerder, never on the own account.
pub(crate) fn gebruiker(
    wie: &Gebruiker,
    id: AccountId,
    command: &gebruiker::Command,
) -> Result<(), Geweigerd> {
    let is_bevestiging = matches!(command, gebruiker::Command::BevestigRecht(_));
    if is_bevestiging && wie.lezer == Lezer::Directeur {
        eis_andermans(wie, id)?;
    } else {
        eis_accountbeheer(wie, id)?;
    }
    match command {
        gebruiker::Command::KenFunctieToe(c) => functie(&c.a),
        gebruiker::Command::RegistreerAccount(_)
        | gebruiker::Command::BeeindigFunctie(_)
        | gebruiker::Command::TekenGeheimhouding(_)
        | gebruiker::Command::BlokkeerAccount(_)
        | gebruiker::Command::HefBlokkadeOp(_)
        | gebruiker::Command::BrengOnder(_)
        | gebruiker::Command::BevestigRecht(_) => Ok(()),
    }
}

/// Whether this function keeps accounts: what a page offers. It is asked again of every command.
#[must_use]
pub fn beheert_accounts(lezer: Lezer) -> bool {
    lezer == Lezer::FunctioneelBeheerder
}

/// Whether this function ever does this with a delegated task: what a page offers.
#[must_use]
pub fn doet_aan_delegatie(lezer: Lezer, command: &delegatie::Command) -> bool {
    match command {
        delegatie::Command::DelegeerTaak(_) => is_bedrijfsarts(lezer),
        delegatie::Command::TrekDelegatieIn(_) => {
            is_bedrijfsarts(lezer) || lezer == Lezer::FunctioneelBeheerder
        }
    }
}

/// Asks for the functioneel beheerder, for the account of somebody else.
pub(crate) fn eis_accountbeheer(wie: &Gebruiker, id: AccountId) -> Result<(), Geweigerd> {
    eis(beheert_accounts(wie.lezer), "R-291", "Alleen de functioneel beheerder beheert accounts.")?;
    eis_andermans(wie, id)
}

fn eis_andermans(wie: &Gebruiker, id: AccountId) -> Result<(), Geweigerd> {
    eis(wie.account != id, "R-291", "Niemand beheert het eigen account. Vraag een collega.")
}

/// A function is one of the table, its kind of work follows from the table, and some are for nobody.
fn functie(functie: &gebruiker::Functie) -> Result<(), Geweigerd> {
    let (partij, naam) = functie.lezer.split_once('/').unwrap_or_default();
    let Ok(lezer) = Lezer::zoek(partij, naam) else {
        return Err(geweigerd("R-291", "Deze functie bestaat niet in de tabel van bevoegdheden."));
    };
    if !is_toe_te_kennen(lezer) {
        let uitleg = "Een gevolmachtigd agent kan geen casemanager Wvp zijn.";
        return Err(geweigerd("R-148", uitleg));
    }
    if functie.taakgebied != taakgebied(lezer) {
        return Err(geweigerd("R-141", "Het taakgebied hoort niet bij deze functie."));
    }
    Ok(())
}

/// Who works where: the functioneel beheerder and the planner; the employer for the own employees.
pub(crate) fn toewijzing(
    wie: &Gebruiker,
    terrein: Werkterrein,
    command: &toewijzing::Command,
) -> Result<(), Geweigerd> {
    if let toewijzing::Command::WijsToe(c) = command
        && c.a.aan == Aan::Account(wie.account)
    {
        return Err(geweigerd("R-291", "Niemand wijst een dossier aan zichzelf toe."));
    }
    let bij_werkgever = matches!(terrein, Werkterrein::Werkgever(_));
    let mag = doet_aan_toewijzing(wie.lezer, command, bij_werkgever);
    eis(mag, "R-287", "Wie aan een dossier werkt, bepaalt de beheerder of de planner.")
}

/// Whether this function ever does this about who works where, at an employer or on one dossier: what a page offers.
#[must_use]
pub fn doet_aan_toewijzing(
    lezer: Lezer,
    command: &toewijzing::Command,
    bij_werkgever: bool,
) -> bool {
    match command {
        toewijzing::Command::BevestigToewijzing(_) => {
            matches!(lezer, Lezer::FunctioneelBeheerder | Lezer::Directeur)
        }
        toewijzing::Command::WijsToe(_) | toewijzing::Command::BeeindigToewijzing(_) => {
            matches!(lezer, Lezer::FunctioneelBeheerder | Lezer::Planner)
        }
        toewijzing::Command::GeefOpdracht(_)
        | toewijzing::Command::BeeindigOpdracht(_)
        | toewijzing::Command::LegPolisVast(_)
        | toewijzing::Command::BeeindigPolis(_) => {
            lezer == Lezer::FunctioneelBeheerder || (lezer == Lezer::Werkgever && bij_werkgever)
        }
    }
}

/// Whether a command gives something, and ends or confirms nothing.
pub(super) fn geeft(command: &toewijzing::Command) -> bool {
    match command {
        toewijzing::Command::WijsToe(_)
        | toewijzing::Command::GeefOpdracht(_)
        | toewijzing::Command::LegPolisVast(_) => true,
        toewijzing::Command::BeeindigToewijzing(_)
        | toewijzing::Command::BeeindigOpdracht(_)
        | toewijzing::Command::BeeindigPolis(_)
        | toewijzing::Command::BevestigToewijzing(_) => false,
    }
}

/// Consent is the employee's own.
pub(super) fn toestemming(wie: &Gebruiker) -> Result<(), Geweigerd> {
    let mag = wie.lezer == Lezer::Werknemer;
    eis(mag, "R-259", "Alleen de werknemer geeft toestemming of trekt die in.")
}

/// A bedrijfsarts delegates in the own name; the beheerder may end it.
pub(crate) fn delegatie(wie: &Gebruiker, command: &delegatie::Command) -> Result<(), Geweigerd> {
    let zelf = match command {
        delegatie::Command::DelegeerTaak(c) => c.a.door == wie.account,
        delegatie::Command::TrekDelegatieIn(_) => true,
    };
    let mag = zelf && doet_aan_delegatie(wie.lezer, command);
    eis(mag, "R-071", "Alleen de bedrijfsarts draagt taken over, onder de eigen naam.")
}

/// Who is away arranges who acts; for who cannot, the planner or the beheerder. Nobody makes
/// themselves a substitute, and a substitute hands nothing on.
pub(super) fn waarneming(
    wie: &Gebruiker,
    voor: AccountId,
    command: &waarneming::Command,
) -> Result<(), Geweigerd> {
    if wie.sessie.waarneming_voor().is_some() {
        return Err(geweigerd("R-287", "Wie waarneemt, draagt niets verder over."));
    }
    if let waarneming::Command::RegelWaarneming(c) = command
        && c.a.door == wie.account
    {
        return Err(geweigerd("R-291", "Niemand wijst zichzelf aan als waarnemer."));
    }
    eis_regelt_waarneming(wie, voor)
}

/// Asks for who is away, the planner or the beheerder.
pub(super) fn eis_regelt_waarneming(wie: &Gebruiker, voor: AccountId) -> Result<(), Geweigerd> {
    if wie.account == voor { Ok(()) } else { eis_regelt_voor_anderen(wie) }
}

/// Asks for the planner or the beheerder.
pub(super) fn eis_regelt_voor_anderen(wie: &Gebruiker) -> Result<(), Geweigerd> {
    let mag = matches!(wie.lezer, Lezer::FunctioneelBeheerder | Lezer::Planner);
    eis(mag, "R-287", "Wie er waarneemt, bepaalt wie afwezig is, of de planner of de beheerder.")
}

/// The directie approves deviations in the own name, asks for reviews; restriction is
/// for the bedrijfsarts and the functionaris gegevensbescherming.
pub(crate) fn afwijking(wie: &Gebruiker, command: &afwijking::Command) -> Result<(), Geweigerd> {
    match command {
        afwijking::Command::KeurAfwijkingGoed(c) => {
            let mag = wie.lezer == Lezer::Directeur && c.a.goedgekeurd_door == wie.account;
            eis(mag, "R-292", "Alleen de directie keurt een afwijking goed.")
        }
        afwijking::Command::TrekAfwijkingIn(_) => {
            let mag = matches!(wie.lezer, Lezer::Directeur | Lezer::FunctioneelBeheerder);
            eis(mag, "R-292", "Alleen de directie of de beheerder trekt een afwijking in.")
        }
        afwijking::Command::WijsToetsToe(c) => {
            let mag = matches!(wie.lezer, Lezer::Directeur | Lezer::MedischManager)
                && c.a.account != wie.account;
            eis(mag, "R-300", "Alleen de directie of de medisch manager vraagt om een toets.")
        }
        afwijking::Command::BeeindigToets(_) => {
            let mag = matches!(
                wie.lezer,
                Lezer::Directeur | Lezer::MedischManager | Lezer::FunctioneelBeheerder
            );
            eis(mag, "R-300", "Alleen de directie of de medisch manager beëindigt een toets.")
        }
        afwijking::Command::BeperkVerwerking(_) | afwijking::Command::HefBeperkingOp(_) => {
            let mag =
                is_bedrijfsarts(wie.lezer) || wie.lezer == Lezer::FunctionarisGegevensbescherming;
            let uitleg = "Alleen de bedrijfsarts of de functionaris gegevensbescherming beperkt de \
                          verwerking.";
            eis(mag, "R-267", uitleg)
        }
    }
}

/// Asks for a personal account that is open, holds the function, and was entered with a second factor.
pub(super) fn eis_in_functie(feiten: &Omstandigheden) -> Result<(), Geweigerd> {
    eis(feiten.is(Feit::Revoked) == Some(false), "R-294", "U heeft deze functie niet (meer).")?;
    eis(feiten.is(Feit::SodConflict) == Some(false), "R-141", "Uw functies gaan niet samen.")?;
    eis(
        feiten.is(Feit::PurposeDeclared) == Some(true),
        "R-001",
        "Het doel past niet bij uw functie.",
    )?;
    eis(feiten.is(Feit::Mfa) == Some(true), "R-284", "Log in met een tweede factor.")
}

/// Asks that an employee acts on the own consent, an employer for the own employees, an office for what its
/// organisation keeps, and anybody else for what they work on.
pub(super) fn eis_betrokken(
    wie: &Gebruiker,
    bekend: &Bekend,
    onderwerp: Onderwerp,
) -> Result<(), ExecuteError> {
    let feiten = bekend.basis();
    if wie.lezer == Lezer::Werknemer && onderwerp.werknemer.is_some() {
        let eigen = feiten.is(Feit::OwnRecord) == Some(true);
        return Ok(eis(eigen, "R-259", "U geeft alleen toestemming voor uw eigen gegevens.")?);
    }
    if onderwerp.werkgever.is_none() && onderwerp.dossier.is_none() {
        return Ok(());
    }
    let in_scope = feiten.is(Feit::InScope) == Some(true);
    if wie.lezer == Lezer::Werkgever {
        return Ok(eis(in_scope, "R-287", "U geeft alleen opdracht voor uw eigen werknemers.")?);
    }
    let mag = if is_ambt(wie.lezer) { bekend.in_beheer } else { in_scope };
    if mag { Ok(()) } else { Err(ExecuteError::NietGevonden) }
}

fn eis(mag: bool, regel: &'static str, uitleg: &str) -> Result<(), Geweigerd> {
    if mag { Ok(()) } else { Err(geweigerd(regel, uitleg)) }
}
