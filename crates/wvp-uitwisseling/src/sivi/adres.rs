//! Address of an employee in a message of SIVI: where somebody lives, or stays while ill.

use serde::Serialize;
use wvp_domain::Datum;

use crate::codelijst::Code;
use crate::codelijst::sivi::AdresWerknemer;
use crate::lezer::Lezer;
use crate::waarde::{Cijfers, Postcode, Tekst};

/// An address. Of a place of nursing only where it is, never what it is.
#[derive(Clone, PartialEq, Serialize)]
pub struct Adres {
    /// What it is for.
    #[serde(rename = "SrtAdrsCd")]
    pub soort: Code<AdresWerknemer>,
    /// First day.
    #[serde(rename = "Ingdat", skip_serializing_if = "Option::is_none")]
    pub begin: Option<Datum>,
    /// Last day, inclusive.
    #[serde(rename = "Enddat", skip_serializing_if = "Option::is_none")]
    pub eind: Option<Datum>,
    /// Postcode.
    #[serde(rename = "Pc")]
    pub postcode: Postcode,
    /// Town.
    #[serde(rename = "Wnpl")]
    pub plaats: Tekst<24>,
    /// Street.
    #[serde(rename = "StraatLang", skip_serializing_if = "Option::is_none")]
    pub straat: Option<Tekst<80>>,
    /// House number.
    #[serde(rename = "Huisnr")]
    pub huisnummer: Cijfers<1, 5>,
    /// What comes after the number.
    #[serde(rename = "HuisToev", skip_serializing_if = "Option::is_none")]
    pub toevoeging: Option<Tekst<4>>,
}

impl Adres {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        lezer.laat_liggen(&["SrtVrplgadrsCd", "NmVrpladrs"]);
        let soort = lezer.eis("SrtAdrsCd");
        let begin = lezer.mag("Ingdat");
        let eind = lezer.mag("Enddat");
        let postcode = lezer.eis("Pc");
        let plaats = lezer.eis("Wnpl");
        let straat = lezer.mag("StraatLang");
        let huisnummer = lezer.eis("Huisnr");
        let toevoeging = lezer.mag("HuisToev");
        Some(Self {
            soort: soort?,
            begin,
            eind,
            postcode: postcode?,
            plaats: plaats?,
            straat,
            huisnummer: huisnummer?,
            toevoeging,
        })
    }
}
