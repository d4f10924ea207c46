//! Doorsturen: what goes from one party to another, why, and on which ground (domain/access.md A.4).
//!
//! Whether it may go is the access table's to say, and is asked before this. Here it becomes a fact:
//! past disclosures stay in the file (R-260), so a doorzending is never corrected or withdrawn.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{niet_in_toekomst, niet_voor};
use crate::doel::Doel;
use crate::{
    AccountId, Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Geen, Sectie, Secties, StukId,
};

/// The payload, by category.
pub type Doorzending = Secties<Doorgestuurd, Geen, Geen, Betaalbericht>;

/// Section A: who sent what kind of data to whom; never the data.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Doorgestuurd {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of sending.
    pub op: Datum,
    /// Who sends; the same party and function as the account that records it.
    pub van: Betrokkene,
    /// Who receives.
    pub aan: Betrokkene,
    /// The account that receives, if the receiver has one here.
    pub account: Option<AccountId>,
    /// What is sent, by kind.
    pub wat: Vec<Gegeven>,
    /// What it is sent for.
    pub doel: Doel,
    /// On which legal ground.
    pub grond: Rechtsgrond,
    /// When the employee was told what goes to whom and why, if that was done.
    pub geinformeerd_op: Option<Datum>,
    /// What else the sender vouches for.
    pub bevestigd: Vec<Bevestiging>,
    /// The obligations that came with the permission (domain/access.md A.9), each with its code and in
    /// Dutch; set by the house.
    pub verplichtingen: Vec<String>,
}

impl Sectie for Doorgestuurd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Doorgestuurd {
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

impl Doorgestuurd {
    /// The same without what the house adds.
    fn zoals_gevraagd(&self) -> Self {
        Self { verplichtingen: vec![], ..self.clone() }
    }
}

/// A sender or receiver: party and function in the words of the access table, and which organisation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Betrokkene {
    /// The party.
    pub partij: String,
    /// The function.
    pub functie: String,
    /// The organisation.
    pub organisatie: String,
}

/// A kind of data that may or may not be sent on. The order is stored and never changes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Gegeven {
    /// Process data.
    Proces,
    /// That there is a plan van aanpak and whether it is on time; never what is in it.
    PlanBestaat,
    /// That there is a vangnet; never which.
    VangnetBestaat,
    /// Whether and when there was an intervention.
    InterventieWanneer,
    /// What an intervention cost.
    InterventieKosten,
    /// Burgerservicenummer.
    Bsn,
    /// Limitations and possibilities, by the bedrijfsarts.
    Belastbaarheid,
    /// Documents of employer and employee: plan, evaluations.
    Poortwachterstukken,
    /// What is in the plan van aanpak.
    PlanInhoud,
    /// What the employee told.
    VanWerknemer,
    /// Advice on an intervention.
    Interventieadvies,
    /// Which kind of intervention.
    InterventieSoort,
    /// Medical data.
    Medisch,
    /// Which vangnet.
    VangnetSoort,
    /// Payment message: name and amount.
    Betaalbericht,
    /// Invoice of a provider.
    Bronfactuur,
    /// General data of person and employer.
    Algemeen,
}

impl Gegeven {
    /// Every kind, in stored order.
    pub const ALLE: [Self; 17] = [
        Self::Proces,
        Self::PlanBestaat,
        Self::VangnetBestaat,
        Self::InterventieWanneer,
        Self::InterventieKosten,
        Self::Bsn,
        Self::Belastbaarheid,
        Self::Poortwachterstukken,
        Self::PlanInhoud,
        Self::VanWerknemer,
        Self::Interventieadvies,
        Self::InterventieSoort,
        Self::Medisch,
        Self::VangnetSoort,
        Self::Betaalbericht,
        Self::Bronfactuur,
        Self::Algemeen,
    ];
}

/// What a sender vouches for on record, because the house cannot know it. The order is stored and never
/// changes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Bevestiging {
    /// The receiver asked for this item (R-216).
    OpVerzoek,
    /// The bedrijfsarts verified that it is needed (R-132 to R-136); only from the medical line.
    NoodzaakGetoetst,
    /// The interest of the employee is not harmed.
    BelangNietGeschaad,
    /// The employer gave a mandate.
    MachtigingWerkgever,
    /// A step towards UWV that the law orders is due (R-236).
    WettelijkeStap,
}

impl Bevestiging {
    /// Every one, in stored order.
    pub const ALLE: [Self; 5] = [
        Self::OpVerzoek,
        Self::NoodzaakGetoetst,
        Self::BelangNietGeschaad,
        Self::MachtigingWerkgever,
        Self::WettelijkeStap,
    ];
}

/// The legal ground of a disclosure. The order is stored and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Rechtsgrond {
    /// UAVG art. 30(1)(b): re-integration and guidance.
    Begeleiding,
    /// UAVG art. 30(3)(b): the insurance.
    Verzekering,
    /// A law that orders it, such as Besluit SUWI or Wet WIA.
    WettelijkePlicht,
    /// UAVG art. 22(2)(a): explicit consent.
    Toestemming,
    /// A mandate (machtiging).
    Machtiging,
}

/// What claims and payments may know of an invoice: a name and an amount, and nothing to guess the
/// intervention from (R-182, R-185).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Betaalbericht {
    /// Name of the employee.
    pub naam: String,
    /// Amount in cents.
    pub bedrag_cent: u32,
}

impl Sectie for Betaalbericht {
    const COMPARTIMENT: Compartiment = Compartiment::FactuurBetaalbericht;
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Doorzending,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    let gevraagd = a.zoals_gevraagd();
    if dossier.doorsturen.iter().any(|eerder| eerder.zoals_gevraagd() == gevraagd) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    niet_in_toekomst("op", a.op, vandaag)?;
    dossier.eis_na_begin("op", a.op)?;
    if a.wat.is_empty() {
        return Err(Afwijzing::InhoudOntbreekt { element: "wat" });
    }
    if a.wat.contains(&Gegeven::Betaalbericht) == opdracht.d.is_dicht() {
        return Err(Afwijzing::VeldenTegenstrijdig { veld: "wat", met: "betaalbericht" });
    }
    if let Some(ingelicht) = a.geinformeerd_op {
        // Told first, sent then (R-134).
        niet_voor("op", a.op, "het bericht aan de werknemer", ingelicht)?;
    }
    Ok(vec![Event::Doorgestuurd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Doorgestuurd) {
    dossier.stukken.insert(a.stuk);
    dossier.doorsturen.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::{Betaalbericht, Gegeven};
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};
    use crate::{Command, Secties, decide, replay};

    #[test]
    fn een_doorzending_wordt_een_feit() {
        let opdracht = Command::StuurDoor(voorbeeld::doorzending(2, dag("2025-04-10")));
        assert_snapshot!(uitkomst(&na([ziek()]), "2027-06-01", opdracht), @r##"Doorgestuurd {"stuk":"#02","op":"2025-04-10","van":{"partij":"arbodienst","functie":"bedrijfsarts_stafarts","organisatie":"vertrouwelijk"},"aan":{"partij":"verzekeraar","functie":"claimbeoordelaar","organisatie":"vertrouwelijk"},"account":null,"wat":["plan_bestaat"],"doel":"claimbeoordeling","grond":"verzekering","geinformeerd_op":null,"bevestigd":["op_verzoek"],"verplichtingen":[]}"##);
    }

    #[test]
    fn eerst_inlichten_en_dan_sturen() {
        let mut secties = voorbeeld::doorzending(2, dag("2025-04-10"));
        secties.a.geinformeerd_op = Some(dag("2025-04-11"));
        assert_snapshot!(uitkomst(&na([ziek()]), "2027-06-01", Command::StuurDoor(secties)), @"afgewezen [R-85]: `op` (`2025-04-10`) ligt voor het bericht aan de werknemer van `2025-04-11`. Controleer beide datums. Klopt de eerdere datum niet? Leg dan een correctie vast.");
    }

    #[test]
    fn een_doorzending_van_niets_wordt_geweigerd() {
        let mut secties = voorbeeld::doorzending(2, dag("2025-04-10"));
        secties.a.wat.clear();
        assert_snapshot!(uitkomst(&na([ziek()]), "2027-06-01", Command::StuurDoor(secties)), @"afgewezen [R-04]: `wat` heeft geen inhoud. Vul het stuk in voordat u het vastlegt.");
    }

    #[test]
    fn een_betaalbericht_zonder_bedrag_of_een_bedrag_zonder_betaalbericht_wordt_geweigerd() {
        let kaal = voorbeeld::doorzending(2, dag("2025-04-10"));
        let met_bedrag = kaal.clone().met_d(Betaalbericht { naam: String::new(), bedrag_cent: 1 });
        let mut zonder_bedrag = kaal;
        zonder_bedrag.a.wat = vec![Gegeven::Betaalbericht];
        for secties in [met_bedrag, zonder_bedrag] {
            let staat = replay(&na([ziek()]));
            assert!(decide(&staat, Command::StuurDoor(secties), dag("2025-05-01")).is_err());
        }
    }

    #[test]
    fn een_doorzending_blijft_staan() {
        let gegeven =
            na([ziek(), Command::StuurDoor(voorbeeld::doorzending(2, dag("2025-04-10")))]);
        let opdracht = Command::CorrigeerFeit(voorbeeld::intrekking(3, 2));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: een doorzending kan zelf niet worden gecorrigeerd. Corrigeer het feit zelf opnieuw, of heropen of sluit het dossier.");
    }

    #[test]
    fn dezelfde_doorzending_met_andere_plichten_is_er_al() {
        let eerste = voorbeeld::doorzending(2, dag("2025-04-10"));
        let mut tweede = Secties::proces(eerste.a.clone());
        tweede.a.verplichtingen = vec!["OB-1".to_owned()];
        let staat = replay(&na([ziek(), Command::StuurDoor(eerste)]));
        let uitkomst = decide(&staat, Command::StuurDoor(tweede), dag("2025-05-01"));
        assert_eq!(uitkomst, Ok(vec![]));
    }
}
