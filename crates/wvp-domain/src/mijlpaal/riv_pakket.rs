//! Samenstelling: a version of the re-integratieverslag was put together. What it holds stands in its
//! manifest; the hash of that manifest stands here, so that the files can be shown to be those of then.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Samenstelling = Secties<Samengesteld>;

/// Section A: when, what it is, and what proves it. An earlier version stays.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Samengesteld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the package.
    pub op: Datum,
    /// Whether it is final: no element is missing. Otherwise a draft.
    pub definitief: bool,
    /// SHA-256 of the manifest, as 64 hexadecimal digits in lower case.
    pub manifest: String,
}

impl Sectie for Samengesteld {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Samengesteld {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.op = datum;
    }
}

/// Length of a SHA-256 in hexadecimal digits.
const CIJFERS: usize = 64;

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Samenstelling,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    let is_dezelfde = |eerder: &Samengesteld| eerder.manifest == a.manifest;
    if dossier.riv_pakket.iter().any(is_dezelfde) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    let is_cijfer = |teken: u8| teken.is_ascii_digit() || (b'a'..=b'f').contains(&teken);
    if a.manifest.len() != CIJFERS || !a.manifest.bytes().all(is_cijfer) {
        return Err(Afwijzing::InhoudOntbreekt { element: "manifest" });
    }
    niet_in_toekomst("op", a.op, vandaag)?;
    dossier.eis_na_begin("op", a.op)?;
    if a.definitief {
        dossier.eis_riv_compleet()?;
    }
    Ok(vec![Event::RivSamengesteld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Samengesteld) {
    dossier.stukken.insert(a.stuk);
    dossier.riv_pakket.push(a.clone());
}

#[cfg(test)]
mod tests {
    use super::Samengesteld;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, stuk, ziek};
    use crate::{Command, Secties, decide, replay};

    fn pakket(nummer: u128, manifest: u8, definitief: bool) -> Command {
        let (op, manifest) = (dag("2026-10-12"), format!("{manifest:064x}"));
        let pakket = Samengesteld { stuk: stuk(nummer), op, definitief, manifest };
        Command::LegRivVast(Secties::proces(pakket))
    }

    #[test]
    fn een_concept_staat_vast_met_de_hash_van_zijn_manifest() {
        let gegeven = na([ziek()]);
        let tekst = uitkomst(&gegeven, "2026-10-12", pakket(2, 7, false));
        assert!(tekst.starts_with("RivSamengesteld"), "{tekst}");
    }

    #[test]
    fn hetzelfde_pakket_onder_een_ander_nummer_is_geen_nieuwe_versie() {
        let dossier = replay(&na([ziek(), pakket(2, 7, false)]));
        let vandaag = dag("2026-10-13");
        assert_eq!(decide(&dossier, pakket(3, 7, false), vandaag), Ok(vec![]));
        assert_eq!(decide(&dossier, pakket(3, 8, false), vandaag).unwrap().len(), 1);
    }

    #[test]
    fn een_pakket_dat_niet_compleet_is_is_niet_definitief() {
        let tekst = uitkomst(&na([ziek()]), "2026-10-12", pakket(2, 7, true));
        assert!(tekst.starts_with("afgewezen [R-17]"), "{tekst}");
    }
}
