//! The one access decision, asked per compartment.

use wvp_access::{Handeling, Lezer, besluit, herkomst_bij_schrijven, mag_lezen, mag_schrijven};
use wvp_domain::{Command, Compartiment, Event};
use wvp_store::Toegang;

use crate::auteurschap::{Kring, auteurs, kring};
use crate::bron::is_bron;
use crate::fout::{ExecuteError, Geweigerd};
use crate::gebruiker::Gebruiker;
use crate::omstandigheden::{Bekend, Doen};

/// The compartments that this person may read of this dossier now.
pub(crate) fn leesbaar(wie: &Gebruiker, bekend: &Bekend) -> Vec<Compartiment> {
    let mag = |compartiment: &Compartiment| mag_zien(wie.lezer, *compartiment, bekend);
    Compartiment::ALLE.into_iter().filter(mag).collect()
}

fn mag_zien(lezer: Lezer, compartiment: Compartiment, bekend: &Bekend) -> bool {
    mag_lezen(lezer, compartiment, &bekend.bij(compartiment, Doen::Lezen))
}

/// Asks that this person may be the author of what a command makes true, and may write in each of
/// its compartments of this dossier.
///
/// Who may not even read section A is told that there is no such dossier. `zichtbaar` are the facts
/// that this person may know of.
pub(crate) fn eis_schrijven(
    wie: &Gebruiker,
    bekend: &Bekend,
    zichtbaar: &[&Event],
    command: &Command,
) -> Result<(), ExecuteError> {
    if !mag_zien(wie.lezer, Compartiment::A, bekend) {
        return Err(ExecuteError::NietGevonden);
    }
    if matches!(command, Command::StuurDoor(_)) {
        // Sending is an act of its own in the table: see `doorsturen`.
        return Ok(());
    }
    if let Some(auteurs) = auteurs(command, zichtbaar) {
        eis_auteur(wie.lezer, auteurs)?;
    }
    for compartiment in command.compartimenten() {
        eis_compartiment(wie.lezer, compartiment, bekend)?;
    }
    Ok(())
}

/// Asks that this reader is somebody who records such a fact.
pub(crate) fn eis_auteur(lezer: Lezer, auteurs: &[Kring]) -> Result<(), Geweigerd> {
    if kring(lezer).is_some_and(|kring| auteurs.contains(&kring)) {
        return Ok(());
    }
    let namen: Vec<&str> = auteurs.iter().map(|kring| kring.naam()).collect();
    let uitleg = if namen.is_empty() {
        "Dit legt het systeem zelf vast.".to_owned()
    } else {
        format!("Dit kunt u niet vastleggen. Wie dat wel kan: {}.", namen.join(", "))
    };
    Err(Geweigerd { regels: vec!["R-089", "R-097"], uitleg })
}

/// Asks that this reader may write in one compartment and is its source.
pub(crate) fn eis_compartiment(
    lezer: Lezer,
    compartiment: Compartiment,
    bekend: &Bekend,
) -> Result<(), Geweigerd> {
    if !is_bron(lezer, compartiment) {
        return Err(Geweigerd {
            regels: vec!["R-089", "R-097"],
            uitleg: "Deze gegevens komen van iemand anders. Alleen wie de bron is, mag ze \
                     vastleggen."
                .to_owned(),
        });
    }
    let omstandigheden = bekend.bij(compartiment, Doen::Schrijven);
    if mag_schrijven(lezer, compartiment, &omstandigheden) {
        return Ok(());
    }
    let object = wvp_access::object(compartiment);
    let feiten = herkomst_bij_schrijven(compartiment, omstandigheden);
    let nee = besluit(lezer, object, Handeling::Schrijven, &feiten);
    Err(Geweigerd { regels: nee.regels, uitleg: nee.uitleg })
}

/// The seals that may be opened for these compartments.
pub(crate) fn zegels(compartimenten: &[Compartiment]) -> Toegang {
    Toegang::tot(compartimenten.iter().copied())
}
