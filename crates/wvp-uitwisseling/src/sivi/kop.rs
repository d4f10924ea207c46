//! The head of a message of SIVI, and the employer in it.

use serde::Serialize;
use wvp_domain::Datum;

use crate::codelijst::Code;
use crate::codelijst::sivi::JaNee;
use crate::lezer::Lezer;
use crate::nummer::{KvkNummer, Loonheffingennummer};
use crate::waarde::{Cijfers, Tekst, Tijd};

/// Who sends which message to whom, and when. Which message it is its type says.
#[derive(Clone, PartialEq, Serialize)]
pub struct Berichtkop {
    /// Day on which it was made.
    #[serde(rename = "AandatBr")]
    pub datum: Datum,
    /// Time of that day.
    #[serde(rename = "AantijdBr")]
    pub tijd: Tijd,
    /// Who sends it.
    #[serde(rename = "IdInzndr")]
    pub inzender: Tekst<40>,
    /// Who receives it.
    #[serde(rename = "IdOntvngr")]
    pub ontvanger: Tekst<40>,
    /// The mark of the sender.
    #[serde(rename = "Berrefnr")]
    pub referentie: Tekst<512>,
    /// Whether it is a test.
    #[serde(rename = "TestJN")]
    pub is_test: Code<JaNee>,
    /// Whether the receiver should confirm it.
    #[serde(rename = "OntvngstbevJN")]
    pub ontvangstbevestiging: Code<JaNee>,
}

impl Berichtkop {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let datum = lezer.eis("AandatBr");
        let tijd = lezer.eis("AantijdBr");
        let inzender = lezer.eis("IdInzndr");
        let ontvanger = lezer.eis("IdOntvngr");
        let referentie = lezer.eis("Berrefnr");
        let is_test = lezer.eis("TestJN");
        let ontvangstbevestiging = lezer.eis("OntvngstbevJN");
        Some(Self {
            datum: datum?,
            tijd: tijd?,
            inzender: inzender?,
            ontvanger: ontvanger?,
            referentie: referentie?,
            is_test: is_test?,
            ontvangstbevestiging: ontvangstbevestiging?,
        })
    }
}

/// An employer, as known at the arbodienst.
#[derive(Clone, PartialEq, Serialize)]
pub struct Werkgever {
    /// Name in trade.
    #[serde(rename = "HndlsnmOrg")]
    pub naam: Tekst<100>,
    /// KvK number.
    #[serde(rename = "InschrijvingsnrKvK", skip_serializing_if = "Option::is_none")]
    pub kvk: Option<KvkNummer>,
    /// Number of the branch.
    #[serde(rename = "VestigingsnrHandelsregister", skip_serializing_if = "Option::is_none")]
    pub vestiging: Option<Cijfers<12, 12>>,
    /// Number at the arbodienst.
    #[serde(rename = "IdWrkgvrArbdnst")]
    pub nummer_bij_arbodienst: Tekst<40>,
    /// Number for the exchange.
    #[serde(rename = "AansltnrGeguitwlngArbdnst")]
    pub aansluitnummer: Tekst<70>,
    /// Loonheffingennummer.
    #[serde(rename = "Lhnr", skip_serializing_if = "Option::is_none")]
    pub loonheffingennummer: Option<Loonheffingennummer>,
}

impl Werkgever {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let naam = lezer.eis("HndlsnmOrg");
        let kvk = lezer.mag("InschrijvingsnrKvK");
        let vestiging = lezer.mag("VestigingsnrHandelsregister");
        let nummer_bij_arbodienst = lezer.eis("IdWrkgvrArbdnst");
        let aansluitnummer = lezer.eis("AansltnrGeguitwlngArbdnst");
        let loonheffingennummer = lezer.mag("Lhnr");
        Some(Self {
            naam: naam?,
            kvk,
            vestiging,
            nummer_bij_arbodienst: nummer_bij_arbodienst?,
            aansluitnummer: aansluitnummer?,
            loonheffingennummer,
        })
    }
}
