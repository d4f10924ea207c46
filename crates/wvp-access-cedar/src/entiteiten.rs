//! Who belongs to which party, which object to which category: the hierarchy that Cedar walks.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::str::FromStr;

use cedar_policy::{Entities, Entity, EntityId, EntityTypeName, EntityUid, RestrictedExpression};

use crate::rij::{CedarFout, CedarRij, categorie};

/// The group of every action that sends something on.
const DOORSTUREN: &str = "forward:*";

/// Every reader, object and action that the rows name.
pub(crate) struct Woorden<'r> {
    lezers: BTreeSet<(&'r str, &'r str)>,
    objecten: BTreeSet<&'r str>,
    handelingen: BTreeSet<&'r str>,
}

impl<'r> Woorden<'r> {
    pub(crate) fn van(rijen: &'r [CedarRij]) -> Self {
        let heel = |woord: &&str| !woord.ends_with('*');
        let paar = |rij: &'r CedarRij| (rij.partij.as_str(), rij.functie.as_str());
        Self {
            lezers: rijen.iter().map(paar).filter(|(p, f)| heel(p) && heel(f)).collect(),
            objecten: rijen.iter().map(|rij| rij.object.as_str()).filter(heel).collect(),
            handelingen: rijen.iter().map(|rij| rij.handeling.as_str()).filter(heel).collect(),
        }
    }
}

/// The name of one thing in Cedar.
pub(crate) fn naam(soort: &str, woord: &str) -> Result<EntityUid, CedarFout> {
    let soort =
        EntityTypeName::from_str(soort).map_err(|fout| CedarFout::Cedar(fout.to_string()))?;
    Ok(EntityUid::from_type_name_and_id(soort, EntityId::new(woord)))
}

/// The name of a reader and an action together.
pub(crate) fn cel(lezer: &str, handeling: &str) -> Result<EntityUid, CedarFout> {
    naam("Cel", &format!("{lezer} {handeling}"))
}

/// All entities that the policies mention.
pub(crate) fn alle(rijen: &[CedarRij]) -> Result<Entities, CedarFout> {
    let woorden = Woorden::van(rijen);
    let mut entiteiten = Vec::new();
    for (partij, functie) in &woorden.lezers {
        let boven = HashSet::from([naam("Partij", partij)?, naam("Functie", functie)?]);
        let lezer = naam("Lezer", &format!("{partij}/{functie}"))?;
        entiteiten.push(Entity::new_no_attrs(lezer, boven));
    }
    for handeling in &woorden.handelingen {
        let stuurt_door = handeling.starts_with("forward:");
        let groep = stuurt_door.then(|| naam("Action", DOORSTUREN)).transpose()?;
        let boven = groep.into_iter().collect();
        entiteiten.push(Entity::new_no_attrs(naam("Action", handeling)?, boven));
    }
    entiteiten.push(Entity::new_no_attrs(naam("Action", DOORSTUREN)?, HashSet::new()));
    for object in &woorden.objecten {
        entiteiten.push(ding(object, rijen, &woorden)?);
    }
    Entities::from_entities(entiteiten, None).map_err(|fout| CedarFout::Cedar(fout.to_string()))
}

/// An object below its category, with the cells for which it has rights of its own.
fn ding(object: &str, rijen: &[CedarRij], woorden: &Woorden<'_>) -> Result<Entity, CedarFout> {
    let boven = categorie(object).map(|boven| naam("Object", boven)).transpose()?;
    let rechten = rijen.iter().filter(|rij| rij.geeft() && rij.object == object);
    let mut eigen = Vec::new();
    for recht in rechten.filter(|_| boven.is_some()) {
        for (partij, functie) in woorden.lezers.iter().filter(|lezer| over_lezer(recht, lezer)) {
            for handeling in woorden.handelingen.iter().filter(|dit| over_handeling(recht, dit)) {
                let cel = cel(&format!("{partij}/{functie}"), handeling)?;
                eigen.push(RestrictedExpression::new_entity_uid(cel));
            }
        }
    }
    let eigen = HashMap::from([("eigen".to_owned(), RestrictedExpression::new_set(eigen))]);
    Entity::new(naam("Object", object)?, eigen, boven.into_iter().collect())
        .map_err(|fout| CedarFout::Cedar(fout.to_string()))
}

fn over_lezer(rij: &CedarRij, (partij, functie): &(&str, &str)) -> bool {
    ["*", partij].contains(&rij.partij.as_str()) && ["*", functie].contains(&rij.functie.as_str())
}

fn over_handeling(rij: &CedarRij, handeling: &str) -> bool {
    let stuurt_door = rij.handeling == DOORSTUREN && handeling.starts_with("forward:");
    stuurt_door || ["*", handeling].contains(&rij.handeling.as_str())
}
