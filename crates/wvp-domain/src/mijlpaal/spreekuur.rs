//! Spreekuur: a consultation of the bedrijfsarts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{
    Beperking, Ondertekenaar, WijzeContact, eis_naam_en_functie, niet_in_toekomst, niet_omgekeerd,
};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Spreekuur = Secties<Consult, Terugkoppeling, Aantekeningen>;

/// Section A: when and how.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Consult {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the consultation.
    pub gehouden_op: Datum,
    /// Who drew it up.
    pub auteur: Ondertekenaar,
    /// How the employee was seen.
    pub wijze_contact: WijzeContact,
    /// Day of the next consultation.
    pub volgende_op: Option<Datum>,
    /// Whether the employee cooperates (R-099).
    pub werkt_mee: bool,
    /// Until when the absence is expected to last (field verzuim.duur_verwacht).
    pub verzuim_verwacht_tot: Option<Datum>,
}

impl Sectie for Consult {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Consult {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.gehouden_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.gehouden_op = datum;
    }
}

/// Section B: what employer and employee both get to read.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Terugkoppeling {
    /// Limitations.
    pub beperkingen: Vec<Beperking>,
    /// Possibilities.
    pub mogelijkheden: String,
    /// Advice on the next steps.
    pub advies: String,
}

impl Sectie for Terugkoppeling {
    const COMPARTIMENT: Compartiment = Compartiment::BBedrijfsarts;
}

/// Section C: notes of the bedrijfsarts.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Aantekeningen {
    /// Notes.
    pub aantekeningen: String,
}

impl Sectie for Aantekeningen {
    const COMPARTIMENT: Compartiment = Compartiment::C;
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Spreekuur,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.spreekuur.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gehouden_op", a.gehouden_op, vandaag)?;
    dossier.eis_na_begin("gehouden_op", a.gehouden_op)?;
    niet_omgekeerd("volgende_op", a.gehouden_op, a.volgende_op)?;
    eis_naam_en_functie("auteur", &a.auteur)?;
    Ok(vec![Event::SpreekuurGehouden(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Consult) {
    dossier.stukken.insert(a.stuk);
    dossier.spreekuur.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};

    #[test]
    fn een_spreekuur_in_de_toekomst_wordt_geweigerd() {
        let gegeven = na([ziek()]);
        let opdracht = Command::LegSpreekuurVast(documenten::spreekuur(2, dag("2025-03-20")));
        assert_snapshot!(uitkomst(&gegeven, "2025-03-19", opdracht), @"afgewezen [R-85]: `gehouden_op` ligt in de toekomst: `2025-03-20`. Leg dit vast op of na de dag zelf.");
    }

    #[test]
    fn de_aantekeningen_van_de_bedrijfsarts_staan_niet_in_sectie_a() {
        let gegeven = na([ziek()]);
        let opdracht = Command::LegSpreekuurVast(documenten::spreekuur(2, dag("2025-03-20")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"SpreekuurGehouden {"stuk":"#02","gehouden_op":"2025-03-20","auteur":{"naam":"A. de Vries","functie":"bedrijfsarts"},"wijze_contact":"spreekuur","volgende_op":null,"werkt_mee":true,"verzuim_verwacht_tot":null}"##);
    }
}
