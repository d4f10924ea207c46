//! Sending on: only what the flow matrix of the access table lets through, decided per kind of data.

use std::collections::BTreeSet;

use wvp_access::{Feit, Handeling, Lezer, Object, Omstandigheden, Verplichting, besluit, herkomst};
use wvp_domain::doel::Doel;
use wvp_domain::mijlpaal::doorsturen::{Betrokkene, Bevestiging, Doorgestuurd, Gegeven};
use wvp_domain::{Command, Compartiment};

use crate::auteurschap::{Kring, kring};
use crate::fout::Geweigerd;
use crate::gebruiker::Gebruiker;
use crate::omstandigheden::{Bekend, Doen};

/// The command as it may go through: a doorzending with the obligations that come with it, any other as
/// it is.
pub(crate) fn met_plichten(
    wie: &Gebruiker,
    bekend: &Bekend,
    command: &Command,
) -> Result<Command, Geweigerd> {
    let mut command = command.clone();
    if let Command::StuurDoor(doorzending) = &mut command {
        let plichten = eis_doorsturen(wie, bekend, &doorzending.a)?;
        doorzending.a.verplichtingen = plichten;
    }
    Ok(command)
}

/// Asks the table for every kind of data, and gives the obligations as they then read.
fn eis_doorsturen(
    wie: &Gebruiker,
    bekend: &Bekend,
    a: &Doorgestuurd,
) -> Result<Vec<String>, Geweigerd> {
    eis_afzender(wie.lezer, &a.van)?;
    let handeling = naar(&a.aan)?;
    let mut plichten = BTreeSet::new();
    for gegeven in &a.wat {
        let (object, compartiment) = van_de_tabel(*gegeven);
        let omstandigheden = zoals_vastgelegd(wie.lezer, bekend.bij(compartiment, Doen::Lezen), a);
        let feiten = herkomst(compartiment, omstandigheden);
        let uitkomst = besluit(wie.lezer, object, handeling, &feiten);
        if !uitkomst.toegestaan {
            return Err(Geweigerd { regels: uitkomst.regels, uitleg: uitkomst.uitleg });
        }
        let voluit = |plicht: &Verplichting| format!("{}: {}", plicht.code(), plicht.tekst());
        plichten.extend(uitkomst.verplichtingen.iter().map(voluit));
    }
    Ok(plichten.into_iter().collect())
}

/// Provenance is never taken from a request (AC-36).
fn eis_afzender(lezer: Lezer, van: &Betrokkene) -> Result<(), Geweigerd> {
    if van.partij == lezer.partij().woord() && van.functie == lezer.functie() {
        return Ok(());
    }
    Err(Geweigerd {
        regels: vec!["R-089", "R-097"],
        uitleg: "De afzender is iemand anders dan u. U stuurt alleen namens uzelf door.".to_owned(),
    })
}

/// The action of the table that sending to this receiver is.
fn naar(aan: &Betrokkene) -> Result<Handeling, Geweigerd> {
    let ontvanger = Lezer::zoek(&aan.partij, &aan.functie);
    let handeling = ontvanger.ok().and_then(naar_lezer);
    handeling.ok_or_else(|| Geweigerd {
        regels: vec!["R-003"],
        uitleg: "Naar deze ontvanger sturen de regels niets door.".to_owned(),
    })
}

/// What the sender vouches for with this fact: that the employee was told first, what it is for, and what
/// else the house cannot know. Need is judged by the medical line alone.
fn zoals_vastgelegd(
    lezer: Lezer,
    omstandigheden: Omstandigheden,
    a: &Doorgestuurd,
) -> Omstandigheden {
    let ingelicht = a.geinformeerd_op.is_some_and(|dag| dag <= a.op);
    let re_integratie = matches!(a.doel, Doel::ReIntegratie | Doel::Interventie);
    let medisch = kring(lezer) == Some(Kring::MedischeLijn);
    let bevestigd = |wat| a.bevestigd.contains(&wat);
    omstandigheden
        .met(Feit::EmployeeInformed, ingelicht)
        .met(Feit::PurposeReintegration, re_integratie)
        .met(Feit::ClaimsRequested, bevestigd(Bevestiging::OpVerzoek))
        .met(Feit::NecessityVerified, medisch && bevestigd(Bevestiging::NoodzaakGetoetst))
        .met(Feit::InterestNotHarmed, bevestigd(Bevestiging::BelangNietGeschaad))
        .met(Feit::EmployerMandate, bevestigd(Bevestiging::MachtigingWerkgever))
        .met(Feit::StatutoryUwvStep, bevestigd(Bevestiging::WettelijkeStap))
}

/// How the table knows a kind of data, and the compartment that says where it comes from.
fn van_de_tabel(gegeven: Gegeven) -> (Object, Compartiment) {
    match gegeven {
        Gegeven::Proces => (Object::A, Compartiment::A),
        Gegeven::PlanBestaat => (Object::APvaExists, Compartiment::A),
        Gegeven::VangnetBestaat => (Object::AVangnetExists, Compartiment::AVangnet),
        Gegeven::InterventieWanneer => (Object::AInterventieWanneer, Compartiment::A),
        Gegeven::InterventieKosten => (Object::AInterventieKosten, Compartiment::A),
        Gegeven::Bsn => (Object::ABsn, Compartiment::ABsn),
        Gegeven::Belastbaarheid => (Object::BBeperkingen, Compartiment::BBedrijfsarts),
        Gegeven::Poortwachterstukken => (Object::B, Compartiment::BPoortwachter),
        Gegeven::PlanInhoud => (Object::BPvaContent, Compartiment::BPoortwachter),
        Gegeven::VanWerknemer => (Object::B, Compartiment::BWerknemer),
        Gegeven::Interventieadvies => {
            (Object::BInterventieAdvies, Compartiment::BInterventieAdvies)
        }
        Gegeven::InterventieSoort => (Object::BInterventieSoort, Compartiment::BOverig),
        Gegeven::Medisch => (Object::C, Compartiment::C),
        Gegeven::VangnetSoort => (Object::CVangnetKind, Compartiment::CVangnet),
        Gegeven::Betaalbericht => (Object::Betaalbericht, Compartiment::FactuurBetaalbericht),
        Gegeven::Bronfactuur => (Object::Bronfactuur, Compartiment::FactuurBron),
        Gegeven::Algemeen => (Object::D, Compartiment::D),
    }
}

/// The column of the flow matrix that a receiver stands in; none for who receives nothing. Arbodienst and
/// bedrijfsarts are one party, and so are insurer and agent in the same role.
fn naar_lezer(lezer: Lezer) -> Option<Handeling> {
    match lezer {
        Lezer::Werkgever | Lezer::CasemanagerWvpIntern => Some(Handeling::NaarWerkgever),
        Lezer::Werknemer => Some(Handeling::NaarWerknemer),
        Lezer::VerzekeraarClaimbeoordelaar | Lezer::GevolmachtigdAgentClaimbeoordelaar => {
            Some(Handeling::NaarClaimbeoordelaar)
        }
        Lezer::Betalingsafdeling => Some(Handeling::NaarBetalingsafdeling),
        Lezer::VerzekeraarReIntegratieadviseur
        | Lezer::ReIntegratiebedrijfReIntegratieadviseur
        | Lezer::GevolmachtigdAgentReIntegratieadviseur
        | Lezer::VerzekeraarJobcoach
        | Lezer::ReIntegratiebedrijfJobcoach
        | Lezer::VerzekeraarArbeidsdeskundige
        | Lezer::ReIntegratiebedrijfArbeidsdeskundige => Some(Handeling::NaarReIntegratiebedrijf),
        Lezer::VerzekeraarMedischAdviseur
        | Lezer::ReIntegratiebedrijfMedischAdviseur
        | Lezer::VerzekeraarMedischeStaf
        | Lezer::ReIntegratiebedrijfMedischeStaf => Some(Handeling::NaarMedischAdviseur),
        Lezer::Behandelaar => Some(Handeling::NaarZorgverlener),
        Lezer::UwvAdministratie => Some(Handeling::NaarUwvAdministratie),
        Lezer::Verzekeringsarts => Some(Handeling::NaarVerzekeringsarts),
        Lezer::Verzekeringsadviseur => Some(Handeling::NaarTussenpersoon),
        Lezer::Bemiddelaar => Some(Handeling::NaarBemiddelaar),
        Lezer::CasemanagerZwWgaWvp
        | Lezer::CasemanagerExternCasemanagerWvp
        | Lezer::CasemanagerExternCasemanagerMkb
        | Lezer::VerzekeraarCasemanagerWvp
        | Lezer::VerzekeraarCasemanagerMkb
        | Lezer::ReIntegratiebedrijfCasemanagerWvp
        | Lezer::ReIntegratiebedrijfCasemanagerMkb
        | Lezer::GevolmachtigdAgentCasemanagerWvp => Some(Handeling::NaarCasemanagerWvp),
        Lezer::Accountant => Some(Handeling::NaarAccountant),
        Lezer::Belastingdienst => Some(Handeling::NaarBelastingdienst),
        Lezer::Loket => Some(Handeling::NaarVerzuimloket),
        Lezer::BedrijfsartsStafarts | Lezer::Bedrijfsarts => Some(Handeling::NaarBedrijfsarts),
        Lezer::Uitvoerder => Some(Handeling::NaarInterventieUitvoerder),
        Lezer::GemachtigdeJurist => Some(Handeling::NaarGemachtigdeJurist),
        Lezer::Directeur
        | Lezer::Secretariaat
        | Lezer::FinancieelMedewerker
        | Lezer::Planner
        | Lezer::Basisarts
        | Lezer::ArbodienstArbeidsdeskundige
        | Lezer::Arbeidshygienist
        | Lezer::HogereVeiligheidskundige
        | Lezer::AoDeskundige
        | Lezer::CasemanagerTaakdelegatie
        | Lezer::Regiomanager
        | Lezer::FunctioneelBeheerder
        | Lezer::AdmMedewerkerContract
        | Lezer::TeamleiderKlantContract
        | Lezer::ManagerSsc
        | Lezer::TeamleiderFinancieel
        | Lezer::VerzuimmedewerkerVerklaring
        | Lezer::VerzuimmedewerkerBackoffice
        | Lezer::MedischManager
        | Lezer::MandaatVerzuimSupport
        | Lezer::Pob
        | Lezer::FunctionarisGegevensbescherming
        | Lezer::Systeembeheerder
        | Lezer::VerlengdeArm
        | Lezer::IctLeverancier => None,
    }
}
