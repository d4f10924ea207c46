//! Oordeel werknemer: the opinion of the employee on all of it (documents.md 1.10, art. 6(1)l).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{eis_inhoud, niet_in_toekomst};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type OordeelWerknemer = Secties<Stand, Oordeel>;

/// Section A: offered, given or refused.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stand {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// What happened.
    pub keuze: Keuze,
    /// When.
    pub op: Datum,
}

impl Sectie for Stand {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Stand {
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

/// Section B: what the employee thinks; the employer reads it only if the employee shares it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Oordeel {
    /// Opinion per element.
    pub per_element: Vec<OordeelOverElement>,
    /// Own efforts.
    pub eigen_inspanningen: String,
    /// Efforts of the employer.
    pub inspanningen_werkgever: String,
    /// Wishes.
    pub wensen: String,
}

impl Sectie for Oordeel {
    const COMPARTIMENT: Compartiment = Compartiment::BWerknemer;
}

/// What happened with the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Keuze {
    /// Offered to the employee.
    Aangeboden,
    /// Given.
    Gegeven,
    /// The employee does not want to give one.
    Geweigerd,
}

/// Opinion on one element of the re-integratieverslag.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OordeelOverElement {
    /// Name of the element.
    pub element: String,
    /// Agrees: yes, no, in part.
    pub eens: Eens,
    /// Why.
    pub toelichting: String,
}

/// Agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Eens {
    /// Yes.
    Ja,
    /// No.
    Nee,
    /// In part.
    Deels,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: OordeelWerknemer,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.oordeel_werknemer.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("op", a.op, vandaag)?;
    dossier.eis_na_begin("op", a.op)?;
    eis_inhoud_bij_keuze(&opdracht)?;
    eis_nog_niet_gegeven(dossier, a)?;
    Ok(vec![Event::OordeelWerknemerVastgelegd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Stand) {
    dossier.stukken.insert(a.stuk);
    dossier.oordeel_werknemer.push(a.clone());
}

/// A given opinion has content; an offer or a refusal has none.
fn eis_inhoud_bij_keuze(opdracht: &OordeelWerknemer) -> Result<(), Afwijzing> {
    match opdracht.a.keuze {
        Keuze::Gegeven => eis_inhoud("Oordeel werknemer", &opdracht.b),
        Keuze::Aangeboden | Keuze::Geweigerd if opdracht.b.is_dicht() => Ok(()),
        Keuze::Aangeboden | Keuze::Geweigerd => {
            Err(Afwijzing::VeldenTegenstrijdig { veld: "oordeel", met: "keuze" })
        }
    }
}

/// Giving after refusing is a change of mind and welcome; an opinion once given is not undone by a
/// later offer or refusal.
fn eis_nog_niet_gegeven(dossier: &Dossier, stand: &Stand) -> Result<(), Afwijzing> {
    let is_gegeven = |eerder: &&Stand| eerder.keuze == Keuze::Gegeven;
    match (stand.keuze, dossier.oordeel_werknemer.iter().rfind(is_gegeven)) {
        (Keuze::Aangeboden | Keuze::Geweigerd, Some(eerder)) => {
            Err(Afwijzing::OordeelAlGegeven { op: eerder.op })
        }
        (Keuze::Gegeven, _) | (_, None) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::Keuze;
    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};

    #[test]
    fn na_een_weigering_mag_de_werknemer_alsnog_een_oordeel_geven() {
        let gegeven = na([
            ziek(),
            Command::LegOordeelWerknemerVast(documenten::stand_oordeel(
                5,
                dag("2026-11-23"),
                Keuze::Geweigerd,
            )),
        ]);
        let opdracht =
            Command::LegOordeelWerknemerVast(documenten::oordeel_werknemer(6, dag("2026-11-30")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"OordeelWerknemerVastgelegd {"stuk":"#06","keuze":"gegeven","op":"2026-11-30"}"##);
    }

    #[test]
    fn na_een_gegeven_oordeel_is_er_geen_weigering_meer() {
        let gegeven = na([
            ziek(),
            Command::LegOordeelWerknemerVast(documenten::oordeel_werknemer(6, dag("2026-11-30"))),
        ]);
        let opdracht = Command::LegOordeelWerknemerVast(documenten::stand_oordeel(
            7,
            dag("2026-12-01"),
            Keuze::Geweigerd,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [RIV-13]: de werknemer heeft op `2026-11-30` al een oordeel gegeven. Trok de werknemer het oordeel terug? Trek het dan eerst in met een correctie.");
    }

    #[test]
    fn een_oordeel_zonder_inhoud_is_geen_oordeel() {
        let gegeven = na([ziek()]);
        let opdracht = Command::LegOordeelWerknemerVast(documenten::stand_oordeel(
            5,
            dag("2026-11-23"),
            Keuze::Gegeven,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-04]: `Oordeel werknemer` heeft geen inhoud. Vul het stuk in voordat u het vastlegt.");
    }

    #[test]
    fn een_weigering_heeft_geen_inhoud() {
        let mut oordeel = documenten::oordeel_werknemer(5, dag("2026-11-23"));
        oordeel.a.keuze = Keuze::Geweigerd;
        let gegeven = na([ziek()]);
        let opdracht = Command::LegOordeelWerknemerVast(oordeel);
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: `oordeel` past niet bij `keuze`. Kies een van beide en laat het andere weg.");
    }
}
