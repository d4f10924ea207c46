//! Export of Documenten: papers between arbodienst and employer (message 00500, version 00005).
//!
//! Which number SIVI gives to a probleemanalyse is not known (documents.md 3.2), so whoever sends chooses the
//! code, and the title of the paper goes along in words. An appointment (`Afspraak`) and contacts are left out.
//!
//! This message goes to an employer or comes from one, so a paper that an employer may never read is refused
//! here, whoever asks: see [`Documentsoort::mag_naar_werkgever`].

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use quick_xml::se::Serializer;
use serde::Serialize;
use thiserror::Error;
use wvp_domain::Datum;

use super::{Berichtkop, Werkgever};
use crate::codelijst::Code;
use crate::codelijst::sivi::{
    Adressering, BestandType, Prioriteit, RedenAanlevering, SoortDocument, StatusDocument,
};
use crate::nummer::Burgerservicenr;
use crate::schrijf::{SchrijfFout, verklaard};
use crate::sivi::soort::Documentsoort;
use crate::waarde::Tekst;

const WORTEL: &str = "Documenten";
const NAAMRUIMTE: &str = "http://www.sivi.org/Verzuimmanagement/Documenten/2022";
const MEESTE_DOCUMENTEN: usize = 9999;

/// A message with papers.
#[derive(Clone, PartialEq)]
pub struct Documenten {
    kop: Berichtkop,
    werkgever: Werkgever,
    stukken: Vec<Document>,
}

/// What is told about a paper, and the paper.
#[derive(Clone, PartialEq)]
pub struct Document {
    /// What it is, by our own list.
    pub soort: Documentsoort,
    /// What it is, by the list of SIVI.
    pub code: Code<SoortDocument>,
    /// Number of the paper.
    pub nummer: Tekst<40>,
    /// Day of the paper.
    pub datum: Datum,
    /// How far it is.
    pub status: Option<Code<StatusDocument>>,
    /// The mark of the sender.
    pub kenmerk: Tekst<512>,
    /// Why it is sent.
    pub reden: Option<Code<RedenAanlevering>>,
    /// How urgent it is.
    pub prioriteit: Option<Code<Prioriteit>>,
    /// Sort of file.
    pub bestandtype: Option<Code<BestandType>>,
    /// Name of the file.
    pub bestandsnaam: Option<Tekst<70>>,
    /// Whom it is for.
    pub adressering: Option<Code<Adressering>>,
    /// The bytes of the file.
    pub bestand: Vec<u8>,
    /// Whom it is about.
    pub betreft: Betreft,
}

/// Whom a paper is about.
#[derive(Clone, PartialEq)]
pub struct Betreft {
    /// Burgerservicenummer, where it may be sent.
    pub bsn: Option<Burgerservicenr>,
    /// Number of the employee.
    pub werknemer: Tekst<40>,
    /// Number of the employment.
    pub dienstverband: Tekst<40>,
    /// The case, where it has a number.
    pub geval: Option<Tekst<40>>,
    /// First day of absence.
    pub eerste_dag: Datum,
}

/// Why papers are not sent.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DocumentFout {
    /// None, or too many.
    #[error("`Document`: `{aantal}` kan niet: van 1 tot en met {MEESTE_DOCUMENTEN}")]
    Aantal {
        /// How many.
        aantal: usize,
    },
    /// A paper that an employer may not read.
    #[error("`Document[{plaats}]`: `{titel}` gaat niet in een bericht dat een werkgever kan lezen")]
    NietVoorWerkgever {
        /// Which one, from 0.
        plaats: usize,
        /// What it is.
        titel: &'static str,
    },
    /// A paper without a file.
    #[error("`Document[{plaats}].Datastring`: het bestand is leeg")]
    Leeg {
        /// Which one, from 0.
        plaats: usize,
    },
}

impl Documenten {
    /// Takes papers that may be sent.
    ///
    /// # Errors
    ///
    /// Every fault, all at once.
    pub fn try_new(
        kop: Berichtkop,
        werkgever: Werkgever,
        stukken: Vec<Document>,
    ) -> Result<Self, Vec<DocumentFout>> {
        let mut fouten = vec![];
        let aantal = stukken.len();
        if !(1..=MEESTE_DOCUMENTEN).contains(&aantal) {
            fouten.push(DocumentFout::Aantal { aantal });
        }
        for (plaats, document) in stukken.iter().enumerate() {
            if !document.soort.mag_naar_werkgever() {
                let titel = document.soort.titel();
                fouten.push(DocumentFout::NietVoorWerkgever { plaats, titel });
            }
            if document.bestand.is_empty() {
                fouten.push(DocumentFout::Leeg { plaats });
            }
        }
        if fouten.is_empty() { Ok(Self { kop, werkgever, stukken }) } else { Err(fouten) }
    }

    /// The message as XML. The same papers give the same bytes.
    ///
    /// # Errors
    ///
    /// [`SchrijfFout`], which no message is known to give.
    pub fn als_xml(&self) -> Result<String, SchrijfFout> {
        let bericht = XmlBericht {
            naamruimte: NAAMRUIMTE,
            kop: XmlKop { code: "00500", versie: "00005", kop: &self.kop },
            werkgever: &self.werkgever,
            documenten: self.stukken.iter().map(XmlDocument::van).collect(),
        };
        let mut xml = String::new();
        let mut schrijver =
            Serializer::with_root(&mut xml, Some(WORTEL)).map_err(|_| SchrijfFout)?;
        schrijver.indent(' ', 2);
        bericht.serialize(schrijver).map_err(|_| SchrijfFout)?;
        Ok(verklaard(&xml))
    }
}

#[derive(Serialize)]
struct XmlBericht<'a> {
    #[serde(rename = "@xmlns")]
    naamruimte: &'static str,
    #[serde(rename = "BrAlg")]
    kop: XmlKop<'a>,
    #[serde(rename = "Wrkgvr")]
    werkgever: &'a Werkgever,
    #[serde(rename = "Document")]
    documenten: Vec<XmlDocument<'a>>,
}

#[derive(Serialize)]
struct XmlKop<'a> {
    #[serde(rename = "BrCd")]
    code: &'static str,
    #[serde(rename = "VnrBrCd")]
    versie: &'static str,
    #[serde(flatten)]
    kop: &'a Berichtkop,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct XmlDocument<'a> {
    id_document: &'a Tekst<40>,
    dat_document: Datum,
    srt_document_cd: Code<SoortDocument>,
    srt_document_oms: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    stat_document_cd: Option<Code<StatusDocument>>,
    kenmerk_zend_partij: &'a Tekst<512>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rd_aanlev_document_cd: Option<Code<RedenAanlevering>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prioriteit_cd: Option<Code<Prioriteit>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bestand_typ_cd: Option<Code<BestandType>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bestandsnm: Option<&'a Tekst<70>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    adressering_cd: Option<Code<Adressering>>,
    datastring: String,
    wrknmr: XmlWerknemer<'a>,
    dnstvbnd: XmlDienstverband<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct XmlWerknemer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    sofi_nr: Option<&'a Burgerservicenr>,
    id_wrknmr: &'a Tekst<40>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct XmlDienstverband<'a> {
    id_dnstvbnd: &'a Tekst<40>,
    vrzm: XmlVerzuim<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct XmlVerzuim<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    vrzmgvl_id: Option<&'a Tekst<40>>,
    dat_eerst_vrzmdg: Datum,
}

impl<'a> XmlDocument<'a> {
    fn van(document: &'a Document) -> Self {
        let betreft = &document.betreft;
        Self {
            id_document: &document.nummer,
            dat_document: document.datum,
            srt_document_cd: document.code,
            srt_document_oms: document.soort.titel(),
            stat_document_cd: document.status,
            kenmerk_zend_partij: &document.kenmerk,
            rd_aanlev_document_cd: document.reden,
            prioriteit_cd: document.prioriteit,
            bestand_typ_cd: document.bestandtype,
            bestandsnm: document.bestandsnaam.as_ref(),
            adressering_cd: document.adressering,
            datastring: STANDARD.encode(&document.bestand),
            wrknmr: XmlWerknemer { sofi_nr: betreft.bsn.as_ref(), id_wrknmr: &betreft.werknemer },
            dnstvbnd: XmlDienstverband {
                id_dnstvbnd: &betreft.dienstverband,
                vrzm: XmlVerzuim {
                    vrzmgvl_id: betreft.geval.as_ref(),
                    dat_eerst_vrzmdg: betreft.eerste_dag,
                },
            },
        }
    }
}
