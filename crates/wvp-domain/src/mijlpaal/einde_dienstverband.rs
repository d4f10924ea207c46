//! Einde dienstverband while ill (R-66).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type EindeDienstverband = Secties<Einde>;

/// Section A: the last working day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Einde {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Last day of the employment.
    pub laatste_werkdag: Datum,
    /// Derived fact: the bedrijfsarts expects full recovery within three months (short RIV).
    pub herstel_binnen_drie_maanden: bool,
    /// Day of the report to UWV.
    pub bij_uwv_gemeld_op: Option<Datum>,
}

impl Sectie for Einde {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Einde {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.laatste_werkdag
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.laatste_werkdag = datum;
    }
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: EindeDienstverband,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.einde_dienstverband.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    dossier.eis_na_begin("laatste_werkdag", a.laatste_werkdag)?;
    if let Some(bij_uwv_gemeld_op) = a.bij_uwv_gemeld_op {
        niet_in_toekomst("bij_uwv_gemeld_op", bij_uwv_gemeld_op, vandaag)?;
        dossier.eis_na_begin("bij_uwv_gemeld_op", bij_uwv_gemeld_op)?;
    }
    if let Some(einde) = dossier.einde_dienstverband.last() {
        let laatste_werkdag = einde.laatste_werkdag;
        return Err(Afwijzing::DienstverbandAlBeeindigd { laatste_werkdag });
    }
    Ok(vec![Event::DienstverbandBeeindigd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Einde) {
    dossier.stukken.insert(a.stuk);
    dossier.einde_dienstverband.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn een_dienstverband_mag_in_de_toekomst_eindigen() {
        let gegeven = na([ziek()]);
        let opdracht =
            Command::BeeindigDienstverband(voorbeeld::einde_dienstverband(5, dag("2025-09-30")));
        assert_snapshot!(uitkomst(&gegeven, "2025-06-01", opdracht), @r##"DienstverbandBeeindigd {"stuk":"#05","laatste_werkdag":"2025-09-30","herstel_binnen_drie_maanden":false,"bij_uwv_gemeld_op":null}"##);
    }

    #[test]
    fn een_dienstverband_eindigt_maar_een_keer() {
        let gegeven = na([
            ziek(),
            Command::BeeindigDienstverband(voorbeeld::einde_dienstverband(5, dag("2025-09-30"))),
        ]);
        let opdracht =
            Command::BeeindigDienstverband(voorbeeld::einde_dienstverband(6, dag("2025-10-31")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-66]: het dienstverband is al geëindigd op `2025-09-30`. Klopt die datum niet? Leg dan een correctie vast. Wie later ziek wordt, meldt zich zelf bij UWV.");
    }
}
