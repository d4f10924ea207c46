//! Eigen stap: a step of the employer's own protocol was done.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::protocol::Protocol;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type EigenStap = Secties<Gedaan>;

/// Section A: which step, and when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gedaan {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Name of the step in the protocol.
    pub stap: String,
    /// Which occurrence (0 = the first).
    pub keer: u16,
    /// Day on which it was done.
    pub gedaan_op: Datum,
}

impl Sectie for Gedaan {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Gedaan {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.gedaan_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.gedaan_op = datum;
    }
}

pub(crate) fn decide(
    dossier: &Dossier,
    protocol: &Protocol,
    opdracht: EigenStap,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.eigen_stap.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    if protocol.stap(&a.stap).is_none() {
        return Err(Afwijzing::StapOnbekend);
    }
    niet_in_toekomst("gedaan_op", a.gedaan_op, vandaag)?;
    dossier.eis_na_begin("gedaan_op", a.gedaan_op)?;
    Ok(vec![Event::EigenStapGedaan(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Gedaan) {
    dossier.stukken.insert(a.stuk);
    dossier.eigen_stap.push(a.clone());
}

#[cfg(test)]
mod tests {
    use super::Gedaan;
    use crate::mijlpaal::testing::na;
    use crate::mijlpaal::voorbeeld::{dag, protocol, stuk, ziek};
    use crate::protocol::Stapzaak;
    use crate::{Afwijzing, Command, Event, Secties, decide_volgens, evolve, replay};

    fn gedaan(stap: &str, op: &str) -> Command {
        let stap = stap.to_owned();
        let gedaan = Gedaan { stuk: stuk(2), stap, keer: 0, gedaan_op: dag(op) };
        Command::MeldEigenStapGedaan(Secties::proces(gedaan))
    }

    fn beslis(opdracht: Command) -> Result<Vec<Event>, Afwijzing> {
        let dossier = replay(&na([ziek()]));
        decide_volgens(&dossier, &protocol(), opdracht, dag("2025-03-20"))
    }

    #[test]
    fn een_gedane_stap_staat_vast_en_telt_als_gedaan() {
        let nieuw = beslis(gedaan("belafspraak", "2025-03-10")).unwrap();
        let dossier = nieuw.iter().fold(replay(&na([ziek()])), evolve);
        let zaak = Stapzaak::uit_dossier(&dossier);
        let verwacht = (("belafspraak".to_owned(), 0), dag("2025-03-10"));
        assert_eq!(zaak.gedaan.into_iter().collect::<Vec<_>>(), [verwacht]);
        let opnieuw = gedaan("belafspraak", "2025-03-10");
        assert_eq!(decide_volgens(&dossier, &protocol(), opnieuw, dag("2025-03-20")), Ok(vec![]));
    }

    #[test]
    fn een_stap_die_niet_in_het_protocol_staat_wordt_geweigerd() {
        assert_eq!(beslis(gedaan("onbekend", "2025-03-10")), Err(Afwijzing::StapOnbekend));
    }

    #[test]
    fn een_stap_wordt_niet_in_de_toekomst_gedaan() {
        let uitkomst = beslis(gedaan("belafspraak", "2025-03-21"));
        let (veld, datum) = ("gedaan_op", dag("2025-03-21"));
        assert_eq!(uitkomst, Err(Afwijzing::InDeToekomst { veld, datum }));
    }
}
