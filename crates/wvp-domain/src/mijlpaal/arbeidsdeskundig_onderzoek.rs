//! Arbeidsdeskundig onderzoek (documents.md 1.19).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{Ondertekenaar, eis_naam_en_functie, niet_in_toekomst};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type ArbeidsdeskundigOnderzoek = Secties<Onderzoek, Rapport>;

/// Section A: when reported, by whom.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Onderzoek {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the report.
    pub gerapporteerd_op: Datum,
    /// Who drew it up.
    pub auteur: Ondertekenaar,
}

impl Sectie for Onderzoek {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Onderzoek {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.gerapporteerd_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.gerapporteerd_op = datum;
    }
}

/// Section B: what was found, accepted by the bedrijfsarts (O-10).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rapport {
    /// What was asked.
    pub vraagstelling: String,
    /// What was found.
    pub bevindingen: String,
    /// Conclusion and advice.
    pub conclusie: String,
}

impl Sectie for Rapport {
    const COMPARTIMENT: Compartiment = Compartiment::BBedrijfsarts;
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: ArbeidsdeskundigOnderzoek,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.arbeidsdeskundig_onderzoek.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gerapporteerd_op", a.gerapporteerd_op, vandaag)?;
    dossier.eis_na_begin("gerapporteerd_op", a.gerapporteerd_op)?;
    eis_naam_en_functie("auteur", &a.auteur)?;
    Ok(vec![Event::ArbeidsdeskundigOnderzoekGedaan(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Onderzoek) {
    dossier.stukken.insert(a.stuk);
    dossier.arbeidsdeskundig_onderzoek.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};

    #[test]
    fn een_rapport_van_voor_de_ziekte_wordt_geweigerd() {
        let gegeven = na([ziek()]);
        let opdracht = Command::LegArbeidsdeskundigOnderzoekVast(
            documenten::arbeidsdeskundig_onderzoek(2, dag("2025-03-02")),
        );
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: `gerapporteerd_op` (`2025-03-02`) ligt voor de eerste ziektedag `2025-03-03`. Controleer de datum. Klopt de eerste ziektedag niet? Leg dan een correctie vast.");
    }
}
