//! Codes of UWV, read in its internal message and in the loonaangifte (documents.md 3.1, 4.1, 4.8).

use super::Lijst;

const BRON: &str = "UwvZwMeldingInternBody v0428 (functioneel 4.2.8, 23 juni 2023); loonaangifte";

/// What kind of sender a message comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BerichtType;

impl Lijst for BerichtType {
    const NAAM: &'static str = "CdBerichtType";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[
        ("KCC", ""),
        ("OTP1", ""),
        ("OTP3", ""),
        ("RFE", ""),
        ("RFV", ""),
        ("RFX", ""),
        ("VM", "verzuimmelder"),
        ("ZBM", ""),
        ("KAAN", ""),
        ("ZBMA", ""),
    ];
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JaNee;

impl Lijst for JaNee {
    const NAAM: &'static str = "Ja_Nee_UGR";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[("1", "ja"), ("2", "nee")];
}

/// The part that a sender plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RolKetenpartij;

impl Lijst for RolKetenpartij {
    const NAAM: &'static str = "CdRolKetenpartij";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("01", "inhoudelijk"), ("02", "technisch")];
}

/// Who hands a message in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SoortIndiener;

impl Lijst for SoortIndiener {
    const NAAM: &'static str = "CdSrtIndiener";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[("VZ", ""), ("WG", "werkgever")];
}

/// Sex; the source has the values only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Geslacht;

impl Lijst for Geslacht {
    const NAAM: &'static str = "Geslacht";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("0", ""), ("1", ""), ("2", ""), ("9", "")];
    const HERHAALBAAR: bool = false;
}

/// What an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Adresrol;

impl Lijst for Adresrol {
    const NAAM: &'static str = "CdAdresrol";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[
        ("A", ""),
        ("B", ""),
        ("C", ""),
        ("D", ""),
        ("F", ""),
        ("G", ""),
        ("J", ""),
        ("L", ""),
        ("V", "verblijfadres bij ziekte"),
        ("W", "woonadres"),
        ("Z", ""),
    ];
    const HERHAALBAAR: bool = false;
}

/// Why the Ziektewet may apply: which vangnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aangifte;

impl Lijst for Aangifte {
    const NAAM: &'static str = "CdRedenAangifteAo";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[
        ("01", "zieke uitzendkracht"),
        ("02", "zieke oproepkracht"),
        ("03", "ziek uit dienst"),
        ("04", "no-risk"),
        ("05", "overig, artikel 4 of 5 (fictief dienstverband)"),
        ("06", "ten gevolge van zwangerschap"),
        ("07", "ten gevolge van bevalling"),
        ("08", "orgaandonatie"),
        ("99", "overig"),
    ];
    const HERHAALBAAR: bool = false;
}

/// Why the report is made to UWV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RedenZiekmelding;

impl Lijst for RedenZiekmelding {
    const NAAM: &'static str = "CdRedenZiekmelding";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[
        ("01", "toeslag op loon"),
        ("02", "adoptie"),
        ("03", "pleegzorg"),
        ("04", "zwangerschaps- of bevallingsverlof"),
        ("05", "ten gevolge van bevalling"),
        ("06", "ziek of anders"),
        ("07", "orgaandonatie"),
        ("08", "in verband met zwangerschap"),
        ("99", "overig"),
    ];
    const HERHAALBAAR: bool = false;
}

/// Whether somebody else may be liable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RedenRegres;

impl Lijst for RedenRegres {
    const NAAM: &'static str = "CdRedenRegres";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("1", "ongeval"), ("2", "door een derde"), ("3", "niet van toepassing")];
    const HERHAALBAAR: bool = false;
}

/// On which ground the no-risk rule applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RedenNoRisk;

impl Lijst for RedenNoRisk {
    const NAAM: &'static str = "CdRedenToepassenArt29bZw";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[
        ("01", "samenloop met WIA"),
        ("02", "minder dan 35% na de wachttijd, niet werkzaam"),
        ("03", "WAO of WAZ, of in de vijf jaar ervoor"),
        ("04", "jonger dan 18, belemmering bij onderwijs"),
        ("05", "18 of ouder, belemmering bij onderwijs, geen Wajong"),
        ("06", "Wajong voorafgaand"),
        ("07", "ooit Wajong"),
        ("08", "oordeel CWI"),
        ("09", "indicatie WSW"),
        ("10", "artikel 7 WSW"),
        ("11", "voorziening"),
    ];
    const HERHAALBAAR: bool = false;
}

/// Who ended the employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InitiatiefnemerOntslag;

impl Lijst for InitiatiefnemerOntslag {
    const NAAM: &'static str = "CdInitiatiefnemerOntslag";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("1", "werknemer"), ("2", "werkgever")];
}

/// Nature of the employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AardArbeidsverhouding;

impl Lijst for AardArbeidsverhouding {
    const NAAM: &'static str = "CdAardArbv";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[
        ("01", "arbeidsovereenkomst (geen BBL)"),
        ("04", "deelvisser"),
        ("06", "musicus of artiest"),
        ("07", "stagiair"),
        ("11", "uitzendkracht"),
        ("18", "publiekrechtelijke aanstelling"),
        ("21", "WSW beschut"),
        ("22", "WSW detachering"),
        ("23", "WSW begeleid werk"),
        ("24", "Participatiewet beschut"),
        ("79", "opting-in"),
        ("81", "overige fictieve dienstbetrekking"),
        ("82", "payrolling"),
        ("83", "BBL"),
    ];
}

/// Phase of an agency worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FaseIndeling;

impl Lijst for FaseIndeling {
    const NAAM: &'static str = "CdFaseIndelingWfz";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] = &[
        ("01", ""),
        ("03", ""),
        ("04", ""),
        ("05", "wettelijk regime"),
        ("06", "ketensysteem"),
        ("17", "fase A met uitzendbeding"),
        ("18", "fase B"),
        ("19", "fase C"),
        ("38", "fase A zonder uitzendbeding"),
        ("40", "fase A zonder uitzendbeding"),
        ("41", ""),
        ("43", ""),
    ];
}

/// Fixed term or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contractduur;

impl Lijst for Contractduur {
    const NAAM: &'static str = "CdContractOnbepaaldeTijd";
    const BRON: &'static str = BRON;
    const CODES: &'static [(&'static str, &'static str)] =
        &[("B", "bepaalde tijd"), ("O", "onbepaalde tijd")];
}
