//! Employee in a message of SIVI, and how to reach people.

use serde::Serialize;
use wvp_domain::Datum;

use super::{Adres, Dienstverband};
use crate::codelijst::Code;
use crate::codelijst::sivi::{Communicatie, Geslacht, Naamgebruik, RolContactpersoon};
use crate::lezer::Lezer;
use crate::nummer::Burgerservicenr;
use crate::waarde::{Tekst, Waarde, WaardeFout, fout};

/// The fields of an address abroad, which the product has no use for yet.
const ADRES_BUITENLAND: [&str; 13] = [
    "SrtAdrsCd",
    "SrtVrplgadrsCd",
    "NmVrpladrs",
    "Ingdat",
    "Enddat",
    "LocomsBtl",
    "PcBtl",
    "WnplBtl",
    "RegBtl",
    "LandCd",
    "Landnm",
    "StraatLang",
    "HuisnrBtl",
];

/// An employee.
#[derive(Clone, PartialEq, Serialize)]
pub struct Werknemer {
    /// Burgerservicenummer.
    #[serde(rename = "SofiNr", skip_serializing_if = "Option::is_none")]
    pub bsn: Option<Burgerservicenr>,
    /// Day of birth.
    #[serde(rename = "Gebdat")]
    pub geboortedatum: Geboortedag,
    /// Surname.
    #[serde(rename = "SignNm")]
    pub achternaam: Tekst<200>,
    /// Initials.
    #[serde(rename = "Voorl")]
    pub voorletters: Tekst<6>,
    /// What stands before the surname.
    #[serde(rename = "Voorv", skip_serializing_if = "Option::is_none")]
    pub voorvoegsel: Option<Tekst<10>>,
    /// Which name is used.
    #[serde(rename = "NmvrkrCd")]
    pub naamgebruik: Code<Naamgebruik>,
    /// Sex.
    #[serde(rename = "GslchtCd")]
    pub geslacht: Code<Geslacht>,
    /// Number of the employee.
    #[serde(rename = "IdWrknmr")]
    pub nummer: Tekst<40>,
    /// Number before.
    #[serde(rename = "IdWrknmrOud", skip_serializing_if = "Option::is_none")]
    pub nummer_oud: Option<Tekst<40>>,
    /// Where somebody lives or stays.
    #[serde(rename = "StrAdrNl")]
    pub adressen: Vec<Adres>,
    /// How to reach somebody.
    #[serde(rename = "Com")]
    pub bereikbaar: Vec<Bereikbaar>,
    /// Employments.
    #[serde(rename = "Dnstvbnd")]
    pub dienstverbanden: Vec<Dienstverband>,
}

impl Werknemer {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let los = ["IngdatMut", "Overldat", "Roepnaam", "TitVNm", "TitANm", "NivOpldngCd"];
        lezer.laat_liggen(&los);
        lezer.laat_groepen_liggen("BnkGiro", &["Iban", "Bic"]);
        lezer.laat_groepen_liggen("Prtnr", &["SignNm", "Voorv"]);
        lezer.laat_groepen_liggen("StrAdrBl", &ADRES_BUITENLAND);
        let bsn = lezer.mag("SofiNr");
        let geboortedatum = lezer.eis("Gebdat");
        let achternaam = lezer.eis("SignNm");
        let voorletters = lezer.eis("Voorl");
        let voorvoegsel = lezer.mag("Voorv");
        let naamgebruik = lezer.eis("NmvrkrCd");
        let geslacht = lezer.eis("GslchtCd");
        let nummer = lezer.eis("IdWrknmr");
        let nummer_oud = lezer.mag("IdWrknmrOud");
        let adressen = lezer.groepen("StrAdrNl", 0, 9, Adres::lees);
        let bereikbaar = lezer.groepen("Com", 0, 9, Bereikbaar::lees);
        let dienstverbanden = lezer.groepen("Dnstvbnd", 1, 99, Dienstverband::lees);
        Some(Self {
            bsn,
            geboortedatum: geboortedatum?,
            achternaam: achternaam?,
            voorletters: voorletters?,
            voorvoegsel,
            naamgebruik: naamgebruik?,
            geslacht: geslacht?,
            nummer: nummer?,
            nummer_oud,
            adressen,
            bereikbaar,
            dienstverbanden,
        })
    }
}

/// A number or address to reach somebody.
#[derive(Clone, PartialEq, Serialize)]
pub struct Bereikbaar {
    /// Of what sort.
    #[serde(rename = "SrtComCd")]
    pub soort: Code<Communicatie>,
    /// The number or address.
    #[serde(rename = "NrCom")]
    pub nummer: Tekst<512>,
}

impl Bereikbaar {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let soort = lezer.eis("SrtComCd");
        let nummer = lezer.eis("NrCom");
        Some(Self { soort: soort?, nummer: nummer? })
    }
}

/// Whom the arbodienst may call at the employer.
#[derive(Clone, PartialEq, Serialize)]
pub struct Contactpersoon {
    /// Surname.
    #[serde(rename = "Achternaam")]
    pub achternaam: Tekst<200>,
    /// Initials.
    #[serde(rename = "Voorl", skip_serializing_if = "Option::is_none")]
    pub voorletters: Option<Tekst<6>>,
    /// The part that it plays.
    #[serde(rename = "RolCntprsnCd")]
    pub rol: Code<RolContactpersoon>,
    /// How to reach it.
    #[serde(rename = "Com")]
    pub bereikbaar: Vec<Bereikbaar>,
}

impl Contactpersoon {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        lezer.laat_liggen(&["IdWrknmr", "Persnr", "Roepnaam", "GslchtCd"]);
        let achternaam = lezer.eis("Achternaam");
        let voorletters = lezer.mag("Voorl");
        let rol = lezer.eis("RolCntprsnCd");
        let bereikbaar = lezer.groepen("Com", 1, 9, Bereikbaar::lees);
        Some(Self { achternaam: achternaam?, voorletters, rol: rol?, bereikbaar })
    }
}

/// A day of birth: no fault repeats it.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Geboortedag(pub Datum);

impl Waarde for Geboortedag {
    const SOORT: &'static str = "geboortedatum";
    const HERHAALBAAR: bool = false;

    fn try_new(tekst: &str) -> Result<Self, WaardeFout> {
        <Datum as Waarde>::try_new(tekst).map(Self).map_err(|it| fout::<Self>(it.regel))
    }
}
