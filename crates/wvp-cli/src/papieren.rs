//! Papers as files: what the engine hands over, typeset by wvp-reports.

mod element;
mod gesloten;
mod stuk;
mod velden;
mod werknemer;
mod woorden;

use sha2::{Digest, Sha256};
use wvp_engine::bericht::kenmerk;
use wvp_engine::{Bestand, OpmaakFout, Opmaker, RivInvoer};
use wvp_reports::stukken::{Bijlagen, Kop, papieren_van, voorblad_van};
use wvp_reports::{Pdf, RapportFout, Termijn, Voorblad};

pub(crate) use gesloten::{gesloten, toeval};
pub(crate) use stuk::{Papier, Stukdrukker};
pub(crate) use werknemer::Werknemersdrukker;
pub(crate) use woorden::{Brievensoort, brief, referentie, verkort};

/// Makes the cover and one PDF per element that is there.
#[derive(Debug, Clone, Copy, Default)]
pub struct Drukker;

impl Opmaker for Drukker {
    fn maak(&self, invoer: &RivInvoer) -> Result<Vec<Bestand>, OpmaakFout> {
        bestanden(invoer).map_err(|fout| OpmaakFout(fout.to_string()))
    }
}

fn bestanden(invoer: &RivInvoer) -> Result<Vec<Bestand>, RapportFout> {
    let (kop, elementen) = (kop(invoer), &invoer.elementen);
    let (mut bestanden, mut inhoud) = (vec![], vec![]);
    for papier in papieren_van(&kop, invoer.dag, elementen, &invoer.gebeurtenissen)? {
        let pdf = papier.pdf()?;
        inhoud.push(papier.inhoudsregel(&pdf));
        let herkomst = Some(papier.herkomst);
        bestanden.push(Bestand { naam: pdf.bestandsnaam, inhoud: pdf.inhoud, herkomst });
    }
    let bijlagen =
        Bijlagen { termijnen: termijnen(invoer), bestanden: bestanden.iter().map(som).collect() };
    let blad = Voorblad { inhoud, ..voorblad_van(&kop, invoer.dag, elementen, bijlagen) };
    let inhoud = wvp_reports::voorblad(&blad)?;
    let naam = Voorblad::BESTANDSNAAM.to_owned();
    bestanden.insert(0, Bestand { naam, inhoud, herkomst: None });
    Ok(bestanden)
}

/// A paper that is no element of the verslag.
fn los(pdf: Pdf) -> Bestand {
    Bestand { naam: pdf.bestandsnaam, inhoud: pdf.inhoud, herkomst: None }
}

fn kop(invoer: &RivInvoer) -> Kop<'_> {
    let gemeld = invoer.dossier.ziekmelding.first().map(|melding| melding.naam.as_str());
    let persoon = invoer.persoon.as_ref();
    Kop {
        dossiernummer: kenmerk(invoer.dossier_id),
        werknemer: persoon.map(|it| it.naam.as_str()).or(gemeld).unwrap_or_default(),
        persoon,
        bsn: invoer.bsn.as_deref(),
        bedrijf: invoer.bedrijf.as_ref(),
        eerste_ziektedag: invoer.dossier.eerste_ziektedag(),
        concept: invoer.dossier.riv_overdracht.is_empty(),
    }
}

/// The dates on the cover after the first day of illness.
fn termijnen(invoer: &RivInvoer) -> Vec<Termijn> {
    let overgedragen = invoer.dossier.riv_overdracht.last().map(|feit| feit.overgedragen_op);
    let dagen = [
        ("Verslag aan de werknemer gegeven", overgedragen),
        ("Laatste dag van de wachttijd", invoer.dossier.laatste_dag_wachttijd()),
    ];
    let bekend = dagen.into_iter().filter_map(|(naam, datum)| Some((naam, datum?)));
    bekend.map(|(naam, datum)| Termijn { naam: naam.to_owned(), datum }).collect()
}

fn som(bestand: &Bestand) -> wvp_reports::Bestand {
    let som = Sha256::digest(&bestand.inhoud);
    let sha256 = som.iter().fold(String::new(), |tekst, byte| format!("{tekst}{byte:02x}"));
    wvp_reports::Bestand { naam: bestand.naam.clone(), sha256 }
}
