//! Codes of SIVI. The values are public, the labels stand in papers that were not found (documents.md 3.2), so
//! nearly every label is neutral.

use super::Lijst;

const BRON: &str = "SIVI Verzuimstandaard werkgevers en arbodiensten, release 2022";
const NEUTRAAL: &str = "SIVI-code {} (betekenis: zie SIVI)";

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JaNee;

impl Lijst for JaNee {
    const NAAM: &'static str = "JN";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[("J", "ja"), ("N", "nee")];
}

/// Whether a vangnet applies; not which one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vangnet;

impl Lijst for Vangnet {
    const NAAM: &'static str = "VngntJN";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("J", "ja"), ("N", "nee"), ("O", "onbekend")];
}

/// Sex; the source has the values only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Geslacht;

impl Lijst for Geslacht {
    const NAAM: &'static str = "GslchtCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[("M", ""), ("V", ""), ("O", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
    const HERHAALBAAR: bool = false;
}

/// Which name somebody uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Naamgebruik;

impl Lijst for Naamgebruik {
    const NAAM: &'static str = "NmvrkrCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("01", ""), ("02", ""), ("03", ""), ("04", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
}

/// What an address of an employer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AdresWerkgever;

impl Lijst for AdresWerkgever {
    const NAAM: &'static str = "SrtAdrsCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("01", ""), ("02", ""), ("03", ""), ("05", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
}

/// What an address of an employee is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AdresWerknemer;

impl Lijst for AdresWerknemer {
    const NAAM: &'static str = "SrtAdrsCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("01", "woonadres"), ("06", "verpleegadres")];
}

/// What sort of number or address to reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Communicatie;

impl Lijst for Communicatie {
    const NAAM: &'static str = "SrtComCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("05", ""), ("06", ""), ("07", ""), ("08", ""), ("09", ""), ("10", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
}

/// The part that a contact plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RolContactpersoon;

impl Lijst for RolContactpersoon {
    const NAAM: &'static str = "RolCntprsnCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("01", ""), ("02", ""), ("03", ""), ("04", ""), ("05", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
}

/// Why an employment ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EindeDienstverband;

impl Lijst for EindeDienstverband {
    const NAAM: &'static str = "RdEndDnstvbndCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[
        ("01", ""),
        ("03", ""),
        ("05", ""),
        ("06", ""),
        ("08", ""),
        ("09", ""),
        ("10", ""),
        ("99", ""),
    ];
    const NEUTRAAL: &'static str = NEUTRAAL;
}

/// Sort of employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SoortDienstverband;

impl Lijst for SoortDienstverband {
    const NAAM: &'static str = "SrtDnstvbndCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[
        ("04", ""),
        ("05", ""),
        ("07", ""),
        ("20", ""),
        ("21", ""),
        ("22", ""),
        ("23", ""),
        ("24", ""),
    ];
    const NEUTRAAL: &'static str = NEUTRAAL;
}

/// Fixed term or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contractduur;

impl Lijst for Contractduur {
    const NAAM: &'static str = "CdBepTd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("B", "bepaalde tijd"), ("O", "onbepaalde tijd")];
}

/// Sort of variable hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VariabeleWerktijd;

impl Lijst for VariabeleWerktijd {
    const NAAM: &'static str = "SrtVarWrktdCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("01", ""), ("02", ""), ("03", ""), ("04", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
}

/// What the receiver should do with a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verwerking;

impl Lijst for Verwerking {
    const NAAM: &'static str = "VrwrkCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("01", ""), ("02", ""), ("03", ""), ("04", ""), ("05", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
}

/// A particular reason at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BijzondereReden;

impl Lijst for BijzondereReden {
    const NAAM: &'static str = "BijzRdnStartVrzmCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("01", ""), ("02", ""), ("03", ""), ("04", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
    const HERHAALBAAR: bool = false;
}

/// What the absence is put down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OorzaakVerzuim;

impl Lijst for OorzaakVerzuim {
    const NAAM: &'static str = "OorzkVrzmCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[("10", ""), ("11", ""), ("99", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
    const HERHAALBAAR: bool = false;
}

/// Why the absence ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RedenEinde;

impl Lijst for RedenEinde {
    const NAAM: &'static str = "RdnEndVrzmCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[
        ("01", ""),
        ("03", ""),
        ("04", ""),
        ("05", ""),
        ("07", ""),
        ("08", ""),
        ("09", ""),
        ("10", ""),
        ("11", ""),
        ("12", ""),
        ("99", ""),
    ];
    const NEUTRAAL: &'static str = NEUTRAAL;
    const HERHAALBAAR: bool = false;
}

/// Leave under the WAZO.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wazo;

impl Lijst for Wazo {
    const NAAM: &'static str = "WAZOCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[("01", ""), ("02", ""), ("03", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
    const HERHAALBAAR: bool = false;
}

/// What is asked of the receiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actie;

impl Lijst for Actie {
    const NAAM: &'static str = "ActieCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("01", ""), ("02", ""), ("03", ""), ("04", ""), ("05", ""), ("08", ""), ("13", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
}

/// Sort of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SoortDocument;

impl Lijst for SoortDocument {
    const NAAM: &'static str = "SrtDocumentCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[
        ("100", ""),
        ("104", ""),
        ("158", ""),
        ("208", ""),
        ("215", ""),
        ("217", ""),
        ("219", ""),
        ("250", ""),
        ("253", ""),
        ("303", ""),
        ("305", ""),
        ("306", ""),
        ("451", ""),
        ("453", ""),
        ("558", ""),
        ("601", ""),
        ("700", ""),
        ("701", ""),
        ("909", ""),
        ("916", ""),
        ("918", ""),
        ("919", ""),
        ("999", ""),
    ];
    const NEUTRAAL: &'static str = NEUTRAAL;
}

/// How far a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusDocument;

impl Lijst for StatusDocument {
    const NAAM: &'static str = "StatDocumentCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[("01", ""), ("02", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
}

/// Why a document is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RedenAanlevering;

impl Lijst for RedenAanlevering {
    const NAAM: &'static str = "RdAanlevDocumentCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[("01", ""), ("02", ""), ("03", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
}

/// How urgent a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prioriteit;

impl Lijst for Prioriteit {
    const NAAM: &'static str = "PrioriteitCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[("01", ""), ("02", ""), ("03", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
}

/// Sort of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BestandType;

impl Lijst for BestandType {
    const NAAM: &'static str = "BestandTypCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[
        ("01", ""),
        ("02", ""),
        ("03", ""),
        ("04", ""),
        ("05", ""),
        ("06", ""),
        ("07", ""),
        ("08", ""),
        ("09", ""),
        ("10", ""),
        ("11", ""),
        ("12", ""),
        ("13", ""),
        ("14", ""),
    ];
    const NEUTRAAL: &'static str = NEUTRAAL;
}

/// Whom a document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Adressering;

impl Lijst for Adressering {
    const NAAM: &'static str = "AdresseringCd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[("01", ""), ("02", ""), ("03", "")];
    const NEUTRAAL: &'static str = NEUTRAAL;
}
