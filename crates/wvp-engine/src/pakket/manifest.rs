//! The manifest of a package, in the order of its files.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use wvp_domain::mijlpaal::gedeeld::{Handtekening, Ondertekening};
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::mijlpaal::riv_pakket::Samengesteld;
use wvp_domain::rivcontrole::Uitslag;
use wvp_domain::{Datum, Event, Kenmerk, StukId};
use wvp_store::Record;

use super::feiten::aanduiding;
use crate::opmaker::{Bestand, RivInvoer};

/// What a package is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of this form: 1 without versions, kinds for the portal and days of signing, or 2.
    pub vorm: u16,
    /// The dossier, by its opaque number.
    pub dossier: Uuid,
    /// Day of the papers.
    pub dag: Datum,
    /// Whether it is final: no rule stands in the way. Otherwise a draft.
    pub definitief: bool,
    /// Which version of the report it is, from 1; none in form 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub versie: Option<usize>,
    /// SHA-256 of the manifest of the version before it, in hexadecimal digits; none for the first.
    #[serde(default)]
    pub vorige: Option<String>,
    /// The head of the log of the dossier when it was made.
    pub hoofd: Hoofd,
    /// The files, in order.
    pub bestanden: Vec<Pakketbestand>,
    /// What the rules said: rule, severity, element, last day and sentence.
    pub regels: serde_json::Value,
}

/// A place in the log of the dossier that proves everything before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hoofd {
    /// Version of the stream.
    pub versie: u64,
    /// Hash of the record there, in hexadecimal digits.
    pub hash: String,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pakketbestand {
    /// Its name.
    pub naam: String,
    /// Which element it is; none for the cover.
    pub element: Option<Element>,
    /// The exact name of the element.
    pub titel: Option<String>,
    /// The document behind it; none for the cover and a form to fill in.
    pub stuk: Option<Uuid>,
    /// What kind of document it is in the portal of UWV; none for what is not uploaded.
    #[serde(default)]
    pub portaalsoort: Option<String>,
    /// The day on which it was signed by the last of its signers.
    #[serde(default)]
    pub ondertekend_op: Option<Datum>,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256, in hexadecimal digits.
    pub sha256: String,
    /// Who signed, or refused, and when.
    pub ondertekenaars: Vec<Ondertekenaar>,
    /// The facts it rests on: the document and its corrections.
    pub gebeurtenissen: Vec<Bron>,
}

/// A party that signed or refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ondertekenaar {
    /// Name.
    pub naam: String,
    /// Function.
    pub functie: String,
    /// When.
    pub op: Datum,
    /// Whether it was signed; otherwise refused.
    pub getekend: bool,
}

/// Where a fact stands in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bron {
    /// The event.
    pub id: Uuid,
    /// Version of the stream.
    pub versie: u64,
    /// Hash of the record, in hexadecimal digits.
    pub hash: String,
}

/// The version of the form that is written.
const VORM: u16 = 2;

impl Bron {
    pub(super) fn van(record: &Record) -> Self {
        Self { id: record.id.0, versie: record.versie.0, hash: cijfers(&record.hash.0) }
    }
}

impl Manifest {
    /// The manifest of these files.
    pub(super) fn van(
        invoer: &RivInvoer,
        bestanden: &[Bestand],
        bronnen: &[Bron],
        regels: Uitslag,
    ) -> Self {
        let laatste = bronnen.last();
        let hoofd = Hoofd {
            versie: laatste.map_or(0, |it| it.versie),
            hash: laatste.map(|it| it.hash.clone()).unwrap_or_default(),
        };
        Self {
            vorm: VORM,
            dossier: invoer.dossier_id.0,
            dag: invoer.dag,
            definitief: regels.is_compleet(),
            versie: None,
            vorige: None,
            hoofd,
            bestanden: bestanden.iter().map(|it| bestand(invoer, it, bronnen)).collect(),
            // Words, days and numbers only: there is nothing in it that JSON cannot say.
            regels: serde_json::to_value(regels).unwrap_or_default(),
        }
    }

    /// The manifest as a version of the report, after those that were put together before, with its bytes.
    /// It is the newest of those once more when nothing changed since.
    pub(super) fn als_versie(self, eerder: &[Samengesteld]) -> (Self, Vec<u8>) {
        let hash = |nummer: usize| Some(eerder.get(nummer.checked_sub(1)?)?.manifest.as_str());
        let als = |nummer: usize| Self {
            versie: Some(nummer),
            vorige: hash(nummer.saturating_sub(1)).map(str::to_owned),
            ..self.clone()
        };
        let laatste = als(eerder.len());
        let lijst = laatste.bytes();
        if hash(eerder.len()) == Some(som(&lijst).as_str()) {
            return (laatste, lijst);
        }
        let nieuw = als(eerder.len().saturating_add(1));
        let lijst = nieuw.bytes();
        (nieuw, lijst)
    }

    fn bytes(&self) -> Vec<u8> {
        // Words, days and numbers only: there is nothing in it that JSON cannot say.
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }
}

fn bestand(invoer: &RivInvoer, bestand: &Bestand, bronnen: &[Bron]) -> Pakketbestand {
    let (element, stuk) = match bestand.herkomst {
        Some((element, stuk)) => (Some(element), stuk),
        None => (None, None),
    };
    let aanduiding = aanduiding(invoer, bestand);
    Pakketbestand {
        naam: bestand.naam.clone(),
        element,
        titel: element.map(|it| it.naam().to_owned()),
        stuk: stuk.map(|it| it.0),
        portaalsoort: aanduiding.soort.map(str::to_owned),
        ondertekend_op: aanduiding.ondertekend_op,
        bytes: bestand.inhoud.len() as u64,
        sha256: som(&bestand.inhoud),
        ondertekenaars: stuk.map(|it| ondertekenaars(invoer, it)).unwrap_or_default(),
        gebeurtenissen: stuk.map(|it| gebeurtenissen(invoer, it, bronnen)).unwrap_or_default(),
    }
}

/// The facts about a document: itself, and what corrects it.
fn gebeurtenissen(invoer: &RivInvoer, stuk: StukId, bronnen: &[Bron]) -> Vec<Bron> {
    let gaat_over = |event: &Event| {
        let corrigeert = matches!(event, Event::FeitGecorrigeerd(e) if e.a.van == stuk);
        corrigeert || event.kenmerk() == Kenmerk::Stuk(stuk)
    };
    let eigen = invoer.gebeurtenissen.iter().zip(&invoer.nummers);
    let eigen = eigen.filter(|(event, _)| gaat_over(event)).map(|(_, id)| *id);
    eigen.filter_map(|id| bronnen.iter().find(|bron| bron.id == id).cloned()).collect()
}

fn ondertekenaars(invoer: &RivInvoer, stuk: StukId) -> Vec<Ondertekenaar> {
    let feit = invoer.gebeurtenissen.iter().find(|it| it.kenmerk() == Kenmerk::Stuk(stuk));
    let alle = feit.map(Event::ondertekeningen).unwrap_or_default();
    let een = |it: &Ondertekening| Ondertekenaar {
        naam: it.wie.naam.clone(),
        functie: it.wie.functie.clone(),
        op: it.op,
        getekend: matches!(it.keuze, Handtekening::Getekend),
    };
    alle.iter().map(een).collect()
}

/// SHA-256 in hexadecimal digits.
pub(crate) fn som(bytes: &[u8]) -> String {
    cijfers(&Sha256::digest(bytes))
}

pub(crate) fn cijfers(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut tekst, byte| {
        // Writing to a text cannot fail.
        let _geschreven = write!(tekst, "{byte:02x}");
        tekst
    })
}
