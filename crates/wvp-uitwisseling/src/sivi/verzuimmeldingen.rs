//! Import of Verzuimmeldingen: what an employer reports to an arbodienst (message 00100, version 00010).
//!
//! Everything that release 2022 knows is accepted, whatever else is refused by its path. Not all of it is kept:
//! what the product does not need stays behind (bank account, partner, titles, education, cost centres,
//! workplace), and so does the name and the sort of an address of nursing, which tells what somebody has. Text in
//! own words is held against the words that no employer may record, and then stays behind too.
//!
//! The codes that may tell why somebody is absent stand apart ([`super::Redencodes`]): what they mean is not
//! known, and what is not known counts against the reader.
//!
//! An import adds and changes. What is not in a message says nothing: see [`super::vergelijking`].

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;
use thiserror::Error;
use wvp_domain::rekenmachine::{InvoerFout, Ruw};

use super::{Bereikbaar, Berichtkop, Contactpersoon, Werkgever, Werknemer};
use crate::lezer::{self, Lezer};
use crate::waarde::Tekst;
use crate::xml::{self, Vorm, XmlFout};

const VORM: Vorm = Vorm {
    wortel: "Verzuimmeldingen",
    naamruimte: "http://www.sivi.org/Verzuimmanagement/Verzuimmeldingen/2022",
    attribuut: "",
};
const BERICHTCODE: &str = "00100";
const VERSIE: &str = "00010";

/// A message of Verzuimmeldingen.
#[derive(Clone, PartialEq, Serialize)]
pub struct Verzuimmeldingen {
    /// Who sends it.
    pub kop: Berichtkop,
    /// The employers in it.
    pub werkgevers: Vec<Werkgevermeldingen>,
}

/// One employer with its reports.
#[derive(Clone, PartialEq, Serialize)]
pub struct Werkgevermeldingen {
    /// The employer.
    pub werkgever: Werkgever,
    /// Its employees.
    pub werknemers: Vec<Werknemer>,
}

/// Why a message is not imported. Nothing of it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportFout {
    /// It cannot be read.
    #[error(transparent)]
    Xml(#[from] XmlFout),
    /// It breaks rules.
    #[error("het bericht klopt niet: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Inhoud(Vec<InvoerFout>),
}

impl fmt::Debug for Verzuimmeldingen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Verzuimmeldingen({} werkgevers)", self.werkgevers.len())
    }
}

impl Verzuimmeldingen {
    /// Reads a message.
    ///
    /// # Errors
    ///
    /// [`ImportFout`]: with every fault of the content at once.
    pub fn uit_xml(bytes: &[u8]) -> Result<Self, ImportFout> {
        Self::uit_ruw(&Self::ruw(bytes)?).map_err(ImportFout::Inhoud)
    }

    pub(super) fn ruw(bytes: &[u8]) -> Result<Ruw, XmlFout> {
        xml::lees(bytes, &VORM)
    }

    pub(super) fn uit_ruw(ruw: &Ruw) -> Result<Self, Vec<InvoerFout>> {
        lezer::lees(ruw, Self::lees)
    }

    fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let kantoor = ["HndlsnmOrg", "InschrijvingsnrKvK", "VestigingsnrHandelsregister"];
        lezer.laat_groepen_liggen("AdmKantoor", &kantoor);
        let kop = lezer.eis_groep("BrAlg", lees_kop);
        let werkgevers = lezer.groepen("Wrkgvr", 1, usize::MAX, Werkgevermeldingen::lees);
        Some(Self { kop: kop?, werkgevers })
    }
}

fn lees_kop(lezer: &mut Lezer<'_>) -> Option<Berichtkop> {
    lezer.laat_liggen(&["GebrSwPakket"]);
    for (naam, hoort) in [("BrCd", BERICHTCODE), ("VnrBrCd", VERSIE)] {
        let code = lezer.eis::<Tekst<5>>(naam);
        if code.is_some_and(|code| code.tekst() != hoort) {
            lezer.meld(naam, "(een andere code)", format!("hoort `{hoort}` te zijn"));
        }
    }
    Berichtkop::lees(lezer)
}

impl Werkgevermeldingen {
    fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        lezer.laat_liggen(&["IdWrkgvrUWV", "IndERDWGA", "IndERDZW"]);
        let straatadres =
            ["SrtAdrsCd", "Ingdat", "Enddat", "Pc", "Wnpl", "StraatLang", "Huisnr", "HuisToev"];
        lezer.laat_groepen_liggen("StrAdrNl", &straatadres);
        lezer.laat_groepen_liggen("PbadrsNl", &["Ingdat", "Enddat", "Pc", "Wnpl", "Pbnr"]);
        lezer.groepen("Com", 0, 9, Bereikbaar::lees);
        lezer.groepen("Cntprsn", 0, 9, Contactpersoon::lees);
        let werknemers = lezer.groepen("Wrknmr", 1, usize::MAX, Werknemer::lees);
        let werkgever = Werkgever::lees(lezer)?;
        for volgnummer in dubbel(&werknemers) {
            let regel = "een volgnummer komt binnen een verzuimgeval maar een keer voor";
            lezer.meld("Wrknmr.Dnstvbnd.Vrzm.VrzmgvlVnrMld", &volgnummer, regel);
        }
        Some(Self { werkgever, werknemers })
    }
}

/// Numbers of reports that occur twice in one case.
fn dubbel(werknemers: &[Werknemer]) -> Vec<String> {
    let mut gezien = BTreeSet::new();
    let verzuim = werknemers.iter().flat_map(|it| &it.dienstverbanden).flat_map(|it| &it.verzuim);
    let dubbel = verzuim.filter(|it| !gezien.insert(it.sleutel()));
    dubbel.map(|it| it.volgnummer.0.to_string()).collect()
}
