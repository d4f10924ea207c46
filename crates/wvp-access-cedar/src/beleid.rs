//! One row, one policy.

use std::str::FromStr;

use cedar_policy::{Policy, PolicyId, PolicySet};

use crate::rij::{CedarFout, CedarRij};
use crate::voorwaarde::Boom;

/// The Cedar policy of one row, as text.
///
/// A deny holds unless its condition is certainly not so; an allow when it is certainly so. A right
/// on a category gives way to the rights that a special object has of its own for the same reader
/// and action (line 5).
///
/// # Errors
///
/// When the condition of the row cannot be read.
pub fn beleid(rij: &CedarRij) -> Result<String, CedarFout> {
    let boom = Boom::lees(&rij.voorwaarde)?;
    let waar = format!("{}, {}, {}", lezer(rij), handeling(rij), object(rij));
    if rij.geeft() {
        let eigen = if rij.object == "*" {
            ""
        } else {
            "\nunless { resource.eigen.contains(context.cel) }"
        };
        // The special object itself is never replaced by its own rows.
        let eigen = if rij.object.contains('.') { "" } else { eigen };
        return Ok(format!("permit ({waar})\nwhen {{ {} }}{eigen};", boom.zeker_wel()));
    }
    Ok(format!("forbid ({waar})\nunless {{ {} }};", boom.zeker_niet()))
}

/// All rows; the number of a row is the name of its policy.
pub(crate) fn alle(rijen: &[CedarRij]) -> Result<PolicySet, CedarFout> {
    let mut verzameling = PolicySet::new();
    for (nummer, rij) in (1..).zip(rijen) {
        let nummer: usize = nummer;
        let naam = PolicyId::from_str(&format!("rij{nummer}")).map_err(|fout| cedar(&fout))?;
        let regel = Policy::parse(Some(naam), beleid(rij)?).map_err(|fout| cedar(&fout))?;
        verzameling.add(regel).map_err(|fout| cedar(&fout))?;
    }
    Ok(verzameling)
}

fn cedar(fout: &dyn std::error::Error) -> CedarFout {
    CedarFout::Cedar(fout.to_string())
}

fn lezer(CedarRij { partij, functie, .. }: &CedarRij) -> String {
    match (partij.as_str(), functie.as_str()) {
        ("*", "*") => "principal".to_owned(),
        (partij, "*") => format!("principal in Partij::\"{partij}\""),
        ("*", functie) => format!("principal in Functie::\"{functie}\""),
        (partij, functie) => format!("principal == Lezer::\"{partij}/{functie}\""),
    }
}

fn handeling(rij: &CedarRij) -> String {
    match rij.handeling.as_str() {
        "*" => "action".to_owned(),
        // In a group of actions, or the action itself.
        handeling => format!("action in Action::\"{handeling}\""),
    }
}

fn object(rij: &CedarRij) -> String {
    match rij.object.as_str() {
        "*" => "resource".to_owned(),
        // A category and whatever lies under it.
        object => format!("resource in Object::\"{object}\""),
    }
}
