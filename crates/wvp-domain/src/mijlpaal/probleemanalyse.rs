//! Probleemanalyse: the view of the bedrijfsarts, due in week 6 (R-03).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{
    Bekwaamheden, Beperking, Ondertekenaar, Opbouwstap, Urenbeperking, WijzeContact, eis_inhoud,
    eis_naam_en_functie, niet_in_toekomst, niet_voor,
};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Probleemanalyse = Secties<Opgesteld, Belastbaarheid, Medisch, Achtergrond>;

/// Section A: when, by whom, and whether a plan must follow.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opgesteld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day it was drawn up.
    pub opgesteld_op: Datum,
    /// Who drew it up.
    pub auteur: Ondertekenaar,
    /// Day of the consultation it rests on.
    pub datum_spreekuur: Option<Datum>,
    /// How the employee was seen.
    pub wijze_contact: WijzeContact,
    /// Derived fact: a plan van aanpak must follow (object A.pva_exists, R-07).
    pub plan_nodig: bool,
    /// Whether deviation from the term is motivated (art. 5).
    pub termijn_gemotiveerd: bool,
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

/// Section B: what the bedrijfsarts concludes, in words without medical detail (documents.md 1.1).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Belastbaarheid {
    /// Whether long absence threatens.
    pub dreigend_langdurig_verzuim: bool,
    /// Factors of work, person and private life, not medical.
    pub factoren: String,
    /// Limitations on the six FML fields.
    pub beperkingen: Vec<Beperking>,
    /// Own work, adapted work, other work.
    pub mogelijkheden: String,
    /// Medical limit on hours.
    pub urenbeperking: Option<Urenbeperking>,
    /// What is still being examined.
    pub lopend_onderzoek: Option<String>,
    /// Expected recovery and term.
    pub prognose: String,
    /// When the bedrijfsarts judges again.
    pub volgende_beoordeling: Option<Datum>,
    /// Whether there are possibilities to work.
    pub benutbare_mogelijkheden: bool,
    /// Reason why no plan van aanpak follows (art. 2(6) Regeling procesgang).
    pub geen_plan_motivering: Option<String>,
    /// Own work, adapted, other work, other employer.
    pub re_integratiedoel: String,
    /// Advice on adaptations and facilities.
    pub werkaanpassingen: Vec<String>,
    /// Advised steps of resumption.
    pub opbouw: Vec<Opbouwstap>,
    /// Whether mediation is advised.
    pub mediation_wenselijk: bool,
}

impl Sectie for Belastbaarheid {
    const COMPARTIMENT: Compartiment = Compartiment::BBedrijfsarts;
}

/// Section C: what stays with the bedrijfsarts (documents.md 1.1, 1.9).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Medisch {
    /// Complaints.
    pub klachten: String,
    /// Diagnosis.
    pub diagnose: String,
    /// Treatment.
    pub behandeling: String,
    /// Medical ground of the limitations.
    pub onderbouwing: String,
    /// Relation with work (GAP-07: medical by default).
    pub werkgerelateerd: Werkgerelateerd,
    /// Ground of "geen benutbare mogelijkheden".
    pub gbm_grond: Option<GbmGrond>,
}

impl Sectie for Medisch {
    const COMPARTIMENT: Compartiment = Compartiment::C;
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

/// Relation of the illness with work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Werkgerelateerd {
    /// Yes.
    Ja,
    /// No.
    Nee,
    /// In part.
    Deels,
    /// Not known.
    Onbekend,
}

/// Ground of "geen benutbare mogelijkheden" (Schattingsbesluit art. 2(5)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GbmGrond {
    /// In a hospital or institution.
    Opname,
    /// Bedridden.
    Bedlegerig,
    /// Dependent in daily life.
    AdlAfhankelijk,
    /// Not able to cope mentally.
    PsychischNietZelfredzaam,
    /// Loses the possibilities within three months.
    VerliesBinnenDrieMaanden,
    /// Terminal.
    Terminaal,
    /// Strongly changing.
    Wisselend,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Probleemanalyse,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.probleemanalyse.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("opgesteld_op", a.opgesteld_op, vandaag)?;
    dossier.eis_na_begin("opgesteld_op", a.opgesteld_op)?;
    if let Some(analyse) = dossier.probleemanalyse.last() {
        return Err(Afwijzing::AlProbleemanalyse { op: analyse.opgesteld_op });
    }
    if let Some(datum_spreekuur) = a.datum_spreekuur {
        dossier.eis_na_begin("datum_spreekuur", datum_spreekuur)?;
        niet_voor("opgesteld_op", a.opgesteld_op, "het spreekuur", datum_spreekuur)?;
    }
    eis_naam_en_functie("auteur", &a.auteur)?;
    eis_inhoud("Probleemanalyse", &opdracht.b)?;
    Ok(vec![Event::ProbleemanalyseVastgesteld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Opgesteld) {
    dossier.stukken.insert(a.stuk);
    dossier.probleemanalyse.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, ziek};
    use crate::{Command, Secties};

    #[test]
    fn de_probleemanalyse_wordt_vastgelegd() {
        let gegeven = na([ziek()]);
        let opdracht =
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"ProbleemanalyseVastgesteld {"stuk":"#02","opgesteld_op":"2025-04-07","auteur":{"naam":"A. de Vries","functie":"bedrijfsarts"},"datum_spreekuur":null,"wijze_contact":"spreekuur","plan_nodig":true,"termijn_gemotiveerd":false}"##);
    }

    #[test]
    fn een_tweede_probleemanalyse_is_een_bijstelling() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht =
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(3, dag("2025-05-07")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-03]: er is al een probleemanalyse, van `2025-04-07`. Leg een bijstelling van de probleemanalyse vast.");
    }

    #[test]
    fn een_probleemanalyse_zonder_inhoud_wordt_geweigerd() {
        let volledig = documenten::probleemanalyse(2, dag("2025-04-07"));
        let analyse = Secties::proces(volledig.a);
        let gegeven = na([ziek()]);
        let opdracht = Command::StelProbleemanalyseVast(analyse);
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-04]: `Probleemanalyse` heeft geen inhoud. Vul het stuk in voordat u het vastlegt.");
    }

    #[test]
    fn een_probleemanalyse_zonder_naam_van_de_bedrijfsarts_wordt_geweigerd() {
        let mut analyse = documenten::probleemanalyse(2, dag("2025-04-07"));
        analyse.a.auteur.naam = " ".to_owned();
        let gegeven = na([ziek()]);
        let opdracht = Command::StelProbleemanalyseVast(analyse);
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [RIV-14]: bij `auteur` ontbreekt de naam of de functie. Vul de naam en de functie in.");
    }
}
