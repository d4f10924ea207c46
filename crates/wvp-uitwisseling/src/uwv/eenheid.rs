//! The employer as UWV knows it, and the employment.

use serde::Serialize;

use super::Bankrekening;
use crate::codelijst::Code;
use crate::codelijst::uwv::{AardArbeidsverhouding, Contractduur, FaseIndeling, JaNee};
use crate::lezer::Lezer;
use crate::nummer::{AansluitingsnrBv, Loonheffingennummer};
use crate::waarde::{Cijfers, Percentage, Tekst, UwvDatum};

/// The employer.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct AdministratieveEenheid {
    /// Loonheffingennummer.
    pub loonheffingennr: Loonheffingennummer,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naam: Option<Tekst<256>>,
    /// Number of the bedrijfsvereniging.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aansluitingsnr_bv: Option<AansluitingsnrBv>,
    /// Bank account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bankrekening: Option<Bankrekening>,
    /// Sectors and risk groups.
    #[serde(rename = "SectorRisicogroep", skip_serializing_if = "Vec::is_empty")]
    pub sectoren: Vec<SectorRisicogroep>,
    /// The employment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arbeidsverhouding: Option<Arbeidsverhouding>,
}

impl AdministratieveEenheid {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let loonheffingennr = lezer.eis("Loonheffingennr");
        let naam = lezer.mag("Naam");
        let aansluitingsnr_bv = lezer.mag("AansluitingsnrBv");
        let bankrekening = lezer.mag_groep("Bankrekening", Bankrekening::lees);
        let sectoren = lezer.groepen("SectorRisicogroep", 0, usize::MAX, |groep| {
            Some(SectorRisicogroep::lees(groep))
        });
        let arbeidsverhouding =
            lezer.mag_groep("Arbeidsverhouding", |groep| Some(Arbeidsverhouding::lees(groep)));
        let loonheffingennr = loonheffingennr?;
        Some(Self {
            loonheffingennr,
            naam,
            aansluitingsnr_bv,
            bankrekening,
            sectoren,
            arbeidsverhouding,
        })
    }
}

/// A sector with its risk group.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SectorRisicogroep {
    /// Group for the premium.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cd_risicopremiegroep: Option<Cijfers<2, 2>>,
    /// Sector.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cd_sector_osv: Option<Cijfers<3, 3>>,
}

impl SectorRisicogroep {
    fn lees(lezer: &mut Lezer<'_>) -> Self {
        Self {
            cd_risicopremiegroep: lezer.mag("CdRisicopremiegroep"),
            cd_sector_osv: lezer.mag("CdSectorOsv"),
        }
    }
}

/// The employment, as the loonaangifte tells it.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Arbeidsverhouding {
    /// Number in a row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volgnr: Option<Cijfers<1, 4>>,
    /// Whether the tax credit is applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_loonheffingskorting: Option<Code<JaNee>>,
    /// Number of the employee with the employer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub personeelsnr: Option<Tekst<35>>,
    /// Occupation in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naam_beroep_ongecodeerd: Option<Tekst<128>>,
    /// Nature of the employment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cd_aard_arbv: Option<Code<AardArbeidsverhouding>>,
    /// Phase of an agency worker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cd_fase_indeling_wfz: Option<Code<FaseIndeling>>,
    /// Tax table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cd_lbtabel: Option<Cijfers<3, 3>>,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dat_b: Option<UwvDatum>,
    /// Last day, inclusive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dat_e: Option<UwvDatum>,
    /// Days of waiting without wage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aant_loonwachtdagen: Option<Cijfers<1, 2>>,
    /// Share of the wage that is paid on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub perc_loondoorbetaling_tijdens_ao: Option<Percentage>,
    /// Fixed term or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cd_contract_onbepaalde_tijd: Option<Code<Contractduur>>,
    /// Collective agreement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cd_cao: Option<Cijfers<4, 4>>,
}

impl Arbeidsverhouding {
    fn lees(lezer: &mut Lezer<'_>) -> Self {
        Self {
            volgnr: lezer.mag("Volgnr"),
            ind_loonheffingskorting: lezer.mag("IndLoonheffingskorting"),
            personeelsnr: lezer.mag("Personeelsnr"),
            naam_beroep_ongecodeerd: lezer.mag("NaamBeroepOngecodeerd"),
            cd_aard_arbv: lezer.mag("CdAardArbv"),
            cd_fase_indeling_wfz: lezer.mag("CdFaseIndelingWfz"),
            cd_lbtabel: lezer.mag("CdLbtabel"),
            dat_b: lezer.mag("DatB"),
            dat_e: lezer.mag("DatE"),
            aant_loonwachtdagen: lezer.mag("AantLoonwachtdagen"),
            perc_loondoorbetaling_tijdens_ao: lezer.mag("PercLoondoorbetalingTijdensAo"),
            cd_contract_onbepaalde_tijd: lezer.mag("CdContractOnbepaaldeTijd"),
            cd_cao: lezer.mag("CdCao"),
        }
    }
}
