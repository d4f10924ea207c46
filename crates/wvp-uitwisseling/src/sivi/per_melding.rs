//! Verzuimmeldingen one by one, so that what is wrong with one report leaves the others alone.

use std::collections::BTreeSet;

use wvp_domain::rekenmachine::{InvoerFout, Ruw};

use super::verzuimmeldingen::Verzuimmeldingen;
use super::{Berichtkop, Dienstverband, Verzuim, Werkgever, Werknemer};
use crate::xml::XmlFout;

/// The levels of a message, outermost first.
const LAGEN: [&str; 4] = ["Wrkgvr", "Wrknmr", "Dnstvbnd", "Vrzm"];

/// A report with whom it is about. Has no `Debug`: it holds names.
#[derive(Clone, PartialEq)]
pub struct Melding {
    /// The head of the message it came in.
    pub kop: Berichtkop,
    /// The employer.
    pub werkgever: Werkgever,
    /// The employee, with this one employment.
    pub werknemer: Werknemer,
    /// The employment, with this one report.
    pub dienstverband: Dienstverband,
    /// The report.
    pub verzuim: Verzuim,
}

/// A report as it was read, or everything that is wrong with it.
pub struct Gelezen {
    /// Where it stands in the message.
    pub plaats: String,
    /// The report.
    pub melding: Result<Melding, Vec<InvoerFout>>,
}

/// Reads every report of a message by itself, in the order of the message.
///
/// # Errors
///
/// [`XmlFout`] when there is no message to be read at all.
pub fn lees(bytes: &[u8]) -> Result<Vec<Gelezen>, XmlFout> {
    let ruw = Verzuimmeldingen::ruw(bytes)?;
    let mut gezien = BTreeSet::new();
    let mut gelezen = vec![];
    for pad in paden(&ruw, &LAGEN) {
        let melding = Verzuimmeldingen::uit_ruw(&alleen(&ruw, &LAGEN, &pad));
        let melding = melding.map_err(|fouten| ter_plaatse(fouten, &pad));
        let melding = melding.and_then(|bericht| een(bericht).ok_or_else(Vec::new));
        let plaats = plaats(&pad);
        let melding = melding.and_then(|melding| {
            let (geval, volgnummer) = melding.verzuim.sleutel();
            let nummer = melding.werkgever.nummer_bij_arbodienst.tekst().to_owned();
            if gezien.insert((nummer, geval.to_owned(), volgnummer)) {
                return Ok(melding);
            }
            Err(vec![InvoerFout {
                veld: format!("{plaats}.VrzmgvlVnrMld"),
                waarde: volgnummer.to_string(),
                regel: "een volgnummer komt binnen een verzuimgeval maar een keer voor".to_owned(),
            }])
        });
        gelezen.push(Gelezen { plaats, melding });
    }
    Ok(gelezen)
}

/// The places of all reports; of what has no reports, the place where they should have been.
fn paden(ruw: &Ruw, lagen: &[&str]) -> Vec<Vec<usize>> {
    let (Some((laag, rest)), Ruw::Object(velden)) = (lagen.split_first(), ruw) else {
        return vec![vec![]];
    };
    let kinderen = velden.iter().filter(|(naam, _)| naam == laag);
    let paden = kinderen.enumerate().flat_map(|(plaats, (_, kind))| {
        paden(kind, rest).into_iter().map(move |dieper| [vec![plaats], dieper].concat())
    });
    let paden: Vec<_> = paden.collect();
    if paden.is_empty() { vec![vec![]] } else { paden }
}

/// The message with this one report in it.
fn alleen(ruw: &Ruw, lagen: &[&str], pad: &[usize]) -> Ruw {
    let (Some((laag, rest)), Some((plaats, dieper)), Ruw::Object(velden)) =
        (lagen.split_first(), pad.split_first(), ruw)
    else {
        return ruw.clone();
    };
    let mut volgende = 0;
    let mut over = vec![];
    for (naam, waarde) in velden {
        if naam != laag {
            over.push((naam.clone(), waarde.clone()));
            continue;
        }
        if volgende == *plaats {
            over.push((naam.clone(), alleen(waarde, rest, dieper)));
        }
        volgende += 1;
    }
    Ruw::Object(over)
}

/// The fields as they stand in the whole message.
fn ter_plaatse(fouten: Vec<InvoerFout>, pad: &[usize]) -> Vec<InvoerFout> {
    let verplaats = |fout: InvoerFout| {
        let mut delen: Vec<String> = fout.veld.split('.').map(str::to_owned).collect();
        for ((deel, laag), plaats) in delen.iter_mut().zip(LAGEN).zip(pad) {
            if *deel == format!("{laag}[0]") {
                *deel = format!("{laag}[{plaats}]");
            }
        }
        InvoerFout { veld: delen.join("."), ..fout }
    };
    fouten.into_iter().map(verplaats).collect()
}

fn plaats(pad: &[usize]) -> String {
    let delen = LAGEN.iter().zip(pad).map(|(laag, plaats)| format!("{laag}[{plaats}]"));
    delen.collect::<Vec<_>>().join(".")
}

fn een(bericht: Verzuimmeldingen) -> Option<Melding> {
    let werkgever = bericht.werkgevers.into_iter().next()?;
    let werknemer = werkgever.werknemers.into_iter().next()?;
    let dienstverband = werknemer.dienstverbanden.first()?.clone();
    let verzuim = dienstverband.verzuim.first()?.clone();
    let (kop, werkgever) = (bericht.kop, werkgever.werkgever);
    Some(Melding { kop, werkgever, werknemer, dienstverband, verzuim })
}
