//! Bijstelling probleemanalyse: a new version, the old one stays (R-09, art. 4(4)).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{Ondertekenaar, eis_inhoud, eis_naam_en_functie, niet_in_toekomst, niet_voor};
use super::probleemanalyse::Belastbaarheid;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type BijstellingProbleemanalyse = Secties<Bijgesteld, Wijziging, Medisch>;

/// Section A: when, by whom, which version it replaces.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bijgesteld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day it was drawn up.
    pub opgesteld_op: Datum,
    /// Who drew it up.
    pub auteur: Ondertekenaar,
    /// The version it replaces.
    pub vervangt: StukId,
    /// Derived fact: a plan van aanpak must follow (R-07).
    pub plan_nodig: bool,
}

impl Sectie for Bijgesteld {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Bijgesteld {
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

/// Section B: why and what changed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Wijziging {
    /// Why.
    pub reden: RedenBijstelling,
    /// The new judgement, whole.
    pub belastbaarheid: Belastbaarheid,
}

impl Sectie for Wijziging {
    const COMPARTIMENT: Compartiment = Compartiment::BBedrijfsarts;
}

/// Section C: what stays with the bedrijfsarts.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Medisch {
    /// Medical ground of the change.
    pub onderbouwing: String,
}

impl Sectie for Medisch {
    const COMPARTIMENT: Compartiment = Compartiment::C;
}

/// Why the judgement changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RedenBijstelling {
    /// The medical situation changed.
    MedischGewijzigd,
    /// No progress.
    Stagnatie,
    /// The plan needs another advice.
    NieuwAdvies,
    /// Possibilities arose.
    MogelijkhedenOntstaan,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: BijstellingProbleemanalyse,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.bijstelling_probleemanalyse.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("opgesteld_op", a.opgesteld_op, vandaag)?;
    dossier.eis_probleemanalyse()?;
    let vorige = dossier.eis_versie_probleemanalyse(a.vervangt)?;
    niet_voor("opgesteld_op", a.opgesteld_op, "de versie die vervalt", vorige)?;
    eis_naam_en_functie("auteur", &a.auteur)?;
    eis_inhoud("Bijstelling probleemanalyse", &opdracht.b)?;
    Ok(vec![Event::ProbleemanalyseBijgesteld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Bijgesteld) {
    dossier.stukken.insert(a.stuk);
    dossier.bijstelling_probleemanalyse.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};

    #[test]
    fn een_bijstelling_vervangt_de_vorige_versie() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht = Command::StelProbleemanalyseBij(documenten::bijstelling_probleemanalyse(
            3,
            dag("2025-06-02"),
            2,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"ProbleemanalyseBijgesteld {"stuk":"#03","opgesteld_op":"2025-06-02","auteur":{"naam":"A. de Vries","functie":"bedrijfsarts"},"vervangt":"#02","plan_nodig":true}"##);
    }

    #[test]
    fn een_plan_is_geen_versie_van_de_probleemanalyse() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
            Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(3, dag("2025-04-21"))),
        ]);
        let opdracht = Command::StelProbleemanalyseBij(documenten::bijstelling_probleemanalyse(
            4,
            dag("2025-06-02"),
            3,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: `vervangt` verwijst naar stuk `00000000-0000-0000-0000-000000000003`, maar dat is geen versie van de probleemanalyse. Controleer naar welk stuk u verwijst.");
    }

    #[test]
    fn een_versie_wordt_maar_een_keer_vervangen() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
            Command::StelProbleemanalyseBij(documenten::bijstelling_probleemanalyse(
                3,
                dag("2025-06-02"),
                2,
            )),
        ]);
        let opdracht = Command::StelProbleemanalyseBij(documenten::bijstelling_probleemanalyse(
            4,
            dag("2025-07-01"),
            2,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: stuk `00000000-0000-0000-0000-000000000002` is al vervangen door een nieuwere versie. Verwijs naar de nieuwste versie.");
    }

    #[test]
    fn een_bijstelling_ligt_niet_voor_de_versie_die_vervalt() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht = Command::StelProbleemanalyseBij(documenten::bijstelling_probleemanalyse(
            3,
            dag("2025-04-06"),
            2,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: `opgesteld_op` (`2025-04-06`) ligt voor de versie die vervalt van `2025-04-07`. Controleer beide datums. Klopt de eerdere datum niet? Leg dan een correctie vast.");
    }
}
