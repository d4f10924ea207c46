//! One report of absence in a message of SIVI.

use serde::Serialize;
use wvp_domain::Datum;
use wvp_domain::nummer::is_cijfers;

use super::Contactpersoon;
use crate::codelijst::Code;
use crate::codelijst::sivi::{
    Actie, BijzondereReden, JaNee, OorzaakVerzuim, RedenEinde, Vangnet, Verwerking, Wazo,
};
use crate::lezer::Lezer;
use crate::waarde::{Percentage, Tekst, VrijeTekst, Waarde, WaardeFout, fout};

/// One report of absence: a case and its number in that case.
#[derive(Clone, PartialEq, Serialize)]
pub struct Verzuim {
    /// What the receiver should do with it.
    #[serde(rename = "VrwrkCd")]
    pub verwerking: Code<Verwerking>,
    /// From when it holds.
    #[serde(rename = "IngdatMutVrzm")]
    pub per: Datum,
    /// From when the earlier one held.
    #[serde(rename = "IngdatMutVrzmOud", skip_serializing_if = "Option::is_none")]
    pub per_oud: Option<Datum>,
    /// The case.
    #[serde(rename = "VrzmgvlId")]
    pub geval: Tekst<40>,
    /// The case before.
    #[serde(rename = "VrzmgvlIdOud", skip_serializing_if = "Option::is_none")]
    pub geval_oud: Option<Tekst<40>>,
    /// Number of the report in its case.
    #[serde(rename = "VrzmgvlVnrMld")]
    pub volgnummer: Volgnummer,
    /// Whether the absence ended.
    #[serde(rename = "EndVrzmJN")]
    pub is_geeindigd: Code<JaNee>,
    /// When the employer heard of it.
    #[serde(rename = "DatVrzmWrkgvr", skip_serializing_if = "Option::is_none")]
    pub gemeld_bij_werkgever: Option<Datum>,
    /// First day of absence.
    #[serde(rename = "DatEerstVrzmdg")]
    pub eerste_dag: Datum,
    /// First day as reported before.
    #[serde(rename = "DatEerstVrzmdgOud", skip_serializing_if = "Option::is_none")]
    pub eerste_dag_oud: Option<Datum>,
    /// First fit day.
    #[serde(rename = "DatHrstld", skip_serializing_if = "Option::is_none")]
    pub hersteld: Option<Datum>,
    /// When the employer heard of recovery.
    #[serde(rename = "DatHrstldWrkgvr", skip_serializing_if = "Option::is_none")]
    pub hersteld_bij_werkgever: Option<Datum>,
    /// When recovery is expected.
    #[serde(rename = "DatVrwHrstl", skip_serializing_if = "Option::is_none")]
    pub herstel_verwacht: Option<Datum>,
    /// Share of the hours of this employment.
    #[serde(rename = "PrcVrzm")]
    pub percentage: Percentage,
    /// Whether a vangnet applies; not which one.
    #[serde(rename = "VngntJN")]
    pub vangnet: Code<Vangnet>,
    /// Share that is worked on trial.
    #[serde(rename = "PrcArbther", skip_serializing_if = "Option::is_none")]
    pub arbeidstherapie: Option<Percentage>,
    /// What is asked of the receiver.
    #[serde(rename = "Actie")]
    pub acties: Vec<Code<Actie>>,
    /// Codes that may tell why: kept apart.
    pub redenen: Redencodes,
}

impl Verzuim {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let verwerking = lezer.eis("VrwrkCd");
        let per = lezer.eis("IngdatMutVrzm");
        let per_oud = lezer.mag("IngdatMutVrzmOud");
        let geval = lezer.eis("VrzmgvlId");
        let geval_oud = lezer.mag("VrzmgvlIdOud");
        let volgnummer = lezer.eis("VrzmgvlVnrMld");
        let is_geeindigd = lezer.eis("EndVrzmJN");
        let gemeld_bij_werkgever = lezer.mag("DatVrzmWrkgvr");
        let eerste_dag = lezer.eis("DatEerstVrzmdg");
        let eerste_dag_oud = lezer.mag("DatEerstVrzmdgOud");
        let hersteld = lezer.mag("DatHrstld");
        let hersteld_bij_werkgever = lezer.mag("DatHrstldWrkgvr");
        let herstel_verwacht = lezer.mag("DatVrwHrstl");
        let percentage = lezer.eis("PrcVrzm");
        let vangnet = lezer.eis("VngntJN");
        let arbeidstherapie = lezer.mag("PrcArbther");
        let acties = lezer.groepen("Actie", 0, 99, |actie| actie.eis("ActieCd"));
        // Read for the guard only: what somebody wrote in own words is no record of the case.
        lezer.groepen("VrTkst", 0, 99, |tekst| tekst.eis::<VrijeTekst<512>>("VrijeTekst"));
        lezer.groepen("Cntprsn", 1, 9, Contactpersoon::lees);
        let redenen = Redencodes::lees(lezer);
        dagen_op_volgorde(
            lezer,
            eerste_dag,
            [("DatHrstld", hersteld), ("DatVrwHrstl", herstel_verwacht)],
        );
        Some(Self {
            verwerking: verwerking?,
            per: per?,
            per_oud,
            geval: geval?,
            geval_oud,
            volgnummer: volgnummer?,
            is_geeindigd: is_geeindigd?,
            gemeld_bij_werkgever,
            eerste_dag: eerste_dag?,
            eerste_dag_oud,
            hersteld,
            hersteld_bij_werkgever,
            herstel_verwacht,
            percentage: percentage?,
            vangnet: vangnet?,
            arbeidstherapie,
            acties,
            redenen: redenen?,
        })
    }
}

impl Verzuim {
    /// What tells one report from another of the same employer.
    pub fn sleutel(&self) -> (&str, u16) {
        (self.geval.tekst(), self.volgnummer.0)
    }
}

/// Codes that may tell why somebody is absent.
///
/// To be closed to all but the bedrijfsarts until it is known what they mean.
#[derive(Clone, PartialEq, Serialize)]
pub struct Redencodes {
    /// A particular reason at the start.
    #[serde(rename = "BijzRdnStartVrzmCd", skip_serializing_if = "Option::is_none")]
    pub bijzonder: Option<Code<BijzondereReden>>,
    /// What the absence is put down to.
    #[serde(rename = "OorzkVrzmCd")]
    pub oorzaak: Code<OorzaakVerzuim>,
    /// Why it ended.
    #[serde(rename = "RdnEndVrzmCd", skip_serializing_if = "Option::is_none")]
    pub einde: Option<Code<RedenEinde>>,
    /// Leave under the WAZO.
    #[serde(rename = "WAZOCd", skip_serializing_if = "Option::is_none")]
    pub wazo: Option<Code<Wazo>>,
}

impl Redencodes {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let bijzonder = lezer.mag("BijzRdnStartVrzmCd");
        let oorzaak = lezer.eis("OorzkVrzmCd");
        let einde = lezer.mag("RdnEndVrzmCd");
        let wazo = lezer.mag("WAZOCd");
        Some(Self { bijzonder, oorzaak: oorzaak?, einde, wazo })
    }
}

/// The number of a report in its case, from 0 to 999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Volgnummer(pub u16);

impl Volgnummer {
    /// The last number that there is.
    pub const LAATSTE: u16 = 999;
}

impl Waarde for Volgnummer {
    const SOORT: &'static str = "volgnummer";
    const HERHAALBAAR: bool = true;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        let getal = is_cijfers(tekst, 1, 3).then(|| tekst.parse().ok()).flatten();
        getal.map(Self).ok_or_else(|| fout::<Self>("een tot en met drie cijfers"))
    }
}

/// No day lies before the first day of absence.
fn dagen_op_volgorde(
    lezer: &mut Lezer<'_>,
    eerste: Option<Datum>,
    dagen: [(&str, Option<Datum>); 2],
) {
    for (naam, dag) in dagen {
        if let (Some(eerste), Some(dag)) = (eerste, dag)
            && dag < eerste
        {
            let regel = format!("ligt niet voor de eerste verzuimdag `{eerste}`");
            lezer.meld(naam, &dag.to_string(), regel);
        }
    }
}
