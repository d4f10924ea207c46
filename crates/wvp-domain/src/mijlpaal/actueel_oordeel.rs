//! Actueel oordeel van de bedrijfsarts, by week 91 (R-16, documents.md 1.8).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{
    Bekwaamheden, Beperking, Ondertekenaar, eis_inhoud, eis_naam_en_functie, niet_in_toekomst,
    niet_voor,
};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Geen, Sectie, Secties, StukId};

/// The payload, by category.
pub type ActueelOordeel = Secties<Opgesteld, Oordeel, Geen, Achtergrond>;

/// Section A: when, by whom, which required judgements are in it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opgesteld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day it was drawn up.
    pub opgesteld_op: Datum,
    /// Who drew it up.
    pub auteur: Ondertekenaar,
    /// Whether it judges the working relation (RIV-08).
    pub over_arbeidsrelatie: bool,
    /// Whether it judges suitable work (RIV-08).
    pub over_passende_arbeid: bool,
}

impl Sectie for Opgesteld {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Opgesteld {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.opgesteld_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.opgesteld_op = datum;
    }
}

/// Section B: the judgement.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Oordeel {
    /// Course of the incapacity.
    pub verloop: String,
    /// Limitations.
    pub beperkingen: Vec<Beperking>,
    /// Possibilities.
    pub mogelijkheden: String,
    /// Where re-integration stands.
    pub stand_re_integratie: String,
    /// Outlook.
    pub prognose: String,
    /// On the working relation.
    pub oordeel_arbeidsrelatie: String,
    /// On suitable work.
    pub oordeel_passende_arbeid: String,
}

impl Sectie for Oordeel {
    const COMPARTIMENT: Compartiment = Compartiment::BBedrijfsarts;
}

/// Section D: function and skills (art. 2(4)).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Achtergrond {
    /// Function, education, experience.
    pub bekwaamheden: Bekwaamheden,
}

impl Sectie for Achtergrond {
    const COMPARTIMENT: Compartiment = Compartiment::D;
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: ActueelOordeel,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.actueel_oordeel.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("opgesteld_op", a.opgesteld_op, vandaag)?;
    eis_naam_en_functie("auteur", &a.auteur)?;
    let analyse = dossier.eis_probleemanalyse()?;
    niet_voor("opgesteld_op", a.opgesteld_op, "de probleemanalyse", analyse.opgesteld_op)?;
    eis_inhoud("Actueel oordeel", &opdracht.b)?;
    Ok(vec![Event::ActueelOordeelVastgesteld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Opgesteld) {
    dossier.stukken.insert(a.stuk);
    dossier.actueel_oordeel.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};

    #[test]
    fn het_actueel_oordeel_volgt_op_de_probleemanalyse() {
        let gegeven = na([ziek()]);
        let opdracht =
            Command::StelActueelOordeelVast(documenten::actueel_oordeel(5, dag("2026-11-16")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-03]: er is nog geen probleemanalyse. Vraag de bedrijfsarts om de probleemanalyse.");
    }

    #[test]
    fn het_actueel_oordeel_ligt_niet_voor_de_probleemanalyse() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht =
            Command::StelActueelOordeelVast(documenten::actueel_oordeel(5, dag("2025-04-06")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: `opgesteld_op` (`2025-04-06`) ligt voor de probleemanalyse van `2025-04-07`. Controleer beide datums. Klopt de eerdere datum niet? Leg dan een correctie vast.");
    }
}
