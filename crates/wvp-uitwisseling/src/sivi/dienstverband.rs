//! Employment in a message of SIVI.

use serde::Serialize;
use wvp_domain::Datum;

use super::{Contactpersoon, Verzuim};
use crate::codelijst::Code;
use crate::codelijst::sivi::{
    Contractduur, EindeDienstverband, SoortDienstverband, VariabeleWerktijd,
};
use crate::lezer::Lezer;
use crate::waarde::{Cijfers, Honderdsten, Percentage, Tekst};

/// Fields and groups that the product does not keep.
const NIET_BEWAARD: [&str; 11] = [
    "IngdatMut",
    "PersNrOud",
    "CntrnrArbdnst",
    "Fnctcd",
    "NmOrgeenh",
    "OndOrgeenhCd",
    "OndOrgeenhCdNm",
    "PcStandplts",
    "OmsStandplts",
    "VrdlngCd",
    "AantUNormWk",
];
const ARBEIDSRELATIE: [&str; 8] = [
    "IdArbeidsrelatie",
    "IdArbeidsrelatieOud",
    "PersNr",
    "PersNrOud",
    "Ingdat",
    "IngdatMut",
    "Enddat",
    "AantCtrcturenPWk",
];
const KOSTENPLAATS: [&str; 7] = [
    "Ingdat",
    "IngdatMut",
    "Enddat",
    "NmKostenplaats",
    "KostenplaatsCd",
    "OndKostenplaatsCd",
    "OndKostenplaatsNm",
];

/// An employment.
#[derive(Clone, PartialEq, Serialize)]
pub struct Dienstverband {
    /// Number of the employment.
    #[serde(rename = "IdDnstvbnd")]
    pub nummer: Tekst<40>,
    /// Number before.
    #[serde(rename = "IdDnstvbndOud", skip_serializing_if = "Option::is_none")]
    pub nummer_oud: Option<Tekst<40>>,
    /// First day.
    #[serde(rename = "Ingdat")]
    pub begin: Datum,
    /// Last day, inclusive.
    #[serde(rename = "Enddat", skip_serializing_if = "Option::is_none")]
    pub eind: Option<Datum>,
    /// Why it ended.
    #[serde(rename = "RdEndDnstvbndCd", skip_serializing_if = "Option::is_none")]
    pub reden_einde: Option<Code<EindeDienstverband>>,
    /// Number of the employee with the employer.
    #[serde(rename = "PersNr", skip_serializing_if = "Option::is_none")]
    pub personeelsnummer: Option<Tekst<35>>,
    /// Of what sort.
    #[serde(rename = "SrtDnstvbndCd", skip_serializing_if = "Option::is_none")]
    pub soort: Option<Code<SoortDienstverband>>,
    /// Function.
    #[serde(rename = "NmFnct", skip_serializing_if = "Option::is_none")]
    pub functie: Option<Tekst<35>>,
    /// Part of the organisation.
    #[serde(rename = "OrgeenhCd")]
    pub organisatie_eenheid: Tekst<70>,
    /// Fixed term or not.
    #[serde(rename = "CdBepTd", skip_serializing_if = "Option::is_none")]
    pub duur: Option<Code<Contractduur>>,
    /// Contract hours per week.
    #[serde(rename = "AantCtrcturenPWk", skip_serializing_if = "Option::is_none")]
    pub uren_per_week: Option<Honderdsten<99_999>>,
    /// Sort of variable hours.
    #[serde(rename = "SrtVarWrktdCd", skip_serializing_if = "Option::is_none")]
    pub variabel: Option<Code<VariabeleWerktijd>>,
    /// Days of waiting without wage.
    #[serde(rename = "AantLnwchtdgn", skip_serializing_if = "Option::is_none")]
    pub loonwachtdagen: Option<Cijfers<1, 3>>,
    /// Share of the wage that is paid on.
    #[serde(rename = "PrcLndrbtng", skip_serializing_if = "Option::is_none")]
    pub loondoorbetaling: Option<Percentage>,
    /// Who may be called.
    #[serde(rename = "Cntprsn")]
    pub contacten: Vec<Contactpersoon>,
    /// Reports of absence.
    #[serde(rename = "Vrzm")]
    pub verzuim: Vec<Verzuim>,
}

impl Dienstverband {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        lezer.laat_liggen(&NIET_BEWAARD);
        lezer.laat_groepen_liggen("Arbeidsrelatie", &ARBEIDSRELATIE);
        lezer.laat_groepen_liggen("Kostenplaats", &KOSTENPLAATS);
        let nummer = lezer.eis("IdDnstvbnd");
        let nummer_oud = lezer.mag("IdDnstvbndOud");
        let begin = lezer.eis("Ingdat");
        let eind = lezer.mag("Enddat");
        let reden_einde = lezer.mag("RdEndDnstvbndCd");
        let personeelsnummer = lezer.mag("PersNr");
        let soort = lezer.mag("SrtDnstvbndCd");
        let functie = lezer.mag("NmFnct");
        let organisatie_eenheid = lezer.eis("OrgeenhCd");
        let duur = lezer.mag("CdBepTd");
        let uren_per_week = lezer.mag("AantCtrcturenPWk");
        let variabel = lezer.mag("SrtVarWrktdCd");
        let loonwachtdagen = lezer.mag("AantLnwchtdgn");
        let loondoorbetaling = lezer.mag("PrcLndrbtng");
        let contacten = lezer.groepen("Cntprsn", 1, 9, Contactpersoon::lees);
        let verzuim = lezer.groepen("Vrzm", 1, 99, Verzuim::lees);
        Some(Self {
            nummer: nummer?,
            nummer_oud,
            begin: begin?,
            eind,
            reden_einde,
            personeelsnummer,
            soort,
            functie,
            organisatie_eenheid: organisatie_eenheid?,
            duur,
            uren_per_week,
            variabel,
            loonwachtdagen,
            loondoorbetaling,
            contacten,
            verzuim,
        })
    }
}
