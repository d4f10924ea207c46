//! The re-integratieverslag as files: the cover and one PDF per element that is there.

use sha2::{Digest, Sha256};
use wvp_domain::rivcontrole::{Bevinding, Uitslag};
use wvp_engine::bericht::kenmerk;
use wvp_engine::{Bestand, Gedrukt, GetekendBestand, Keuring, OpmaakFout, Opmaker, RivInvoer};
use wvp_reports::stukken::{self, Bijlagen, Kop, papieren_van, voorblad_van};
use wvp_reports::{Controle, Inhoudsregel, Pdf, RapportFout, Termijn, Voorblad};

/// Makes the cover and one PDF per element that is there.
#[derive(Debug, Clone, Copy, Default)]
pub struct Drukker;

impl Opmaker for Drukker {
    fn maak(&self, invoer: &RivInvoer, keur: Keuring<'_>) -> Result<Vec<Bestand>, OpmaakFout> {
        bestanden(invoer, keur).map_err(|fout| OpmaakFout::Mislukt(fout.to_string()))
    }
}

pub(crate) fn bestanden(
    invoer: &RivInvoer,
    keur: Keuring<'_>,
) -> Result<Vec<Bestand>, RapportFout> {
    let (kop, elementen) = (kop(invoer), &invoer.elementen);
    let (mut bestanden, mut inhoud) = (vec![], vec![]);
    for papier in papieren_van(&kop, invoer.dag, elementen, &invoer.gebeurtenissen)? {
        let pdf = papier.pdf()?;
        inhoud.push(papier.inhoudsregel(&pdf));
        let (regels, exemplaren) = exemplaren(invoer, &papier, &pdf.bestandsnaam);
        bestanden.push(bestand(&papier, &kop, pdf));
        inhoud.extend(regels);
        bestanden.extend(exemplaren);
    }
    let bijlagen = Bijlagen {
        termijnen: termijnen(invoer),
        bestanden: bestanden.iter().map(som).collect(),
        controle: controle(&keur(&bestanden)),
    };
    let blad = Voorblad { inhoud, ..voorblad_van(&kop, invoer.dag, elementen, bijlagen) };
    let inhoud = wvp_reports::voorblad(&blad)?;
    let naam = Voorblad::BESTANDSNAAM.to_owned();
    let gedrukt = Gedrukt::default();
    bestanden.insert(0, Bestand { naam, inhoud, herkomst: None, gedrukt });
    Ok(bestanden)
}

/// A paper that is an element of the verslag.
pub(crate) fn bestand(papier: &stukken::Papier, kop: &Kop<'_>, pdf: Pdf) -> Bestand {
    Bestand {
        naam: pdf.bestandsnaam,
        inhoud: pdf.inhoud,
        herkomst: Some(papier.herkomst),
        gedrukt: gedrukt(papier.gedrukt(kop)),
    }
}

/// The copies of a paper that were signed on paper, and what the list of contents says of them.
fn exemplaren(
    invoer: &RivInvoer,
    papier: &stukken::Papier,
    bestandsnaam: &str,
) -> (Vec<Inhoudsregel>, Vec<Bestand>) {
    let (element, stuk) = papier.herkomst;
    let eigen = invoer.exemplaren.iter().filter(|it| Some(it.exemplaar.van) == stuk);
    let een = |(nummer, it): (usize, &GetekendBestand)| {
        let exemplaar = &it.exemplaar;
        let naam = naam_van_exemplaar(bestandsnaam, nummer, exemplaar.bestand.soort.uitgang());
        let regel = papier.regel_van_exemplaar(&naam, exemplaar);
        let herkomst = Some((element, Some(exemplaar.stuk)));
        let inhoud = it.bytes.clone();
        (regel, Bestand { naam, inhoud, herkomst, gedrukt: Gedrukt::default() })
    };
    (1..).zip(eigen).map(een).unzip()
}

fn naam_van_exemplaar(van: &str, nummer: usize, uitgang: &str) -> String {
    let stam = van.strip_suffix(".pdf").unwrap_or(van);
    match nummer {
        1 => format!("{stam}_getekend.{uitgang}"),
        _ => format!("{stam}_getekend_{nummer}.{uitgang}"),
    }
}

/// A paper that is no element of the verslag.
pub(crate) fn los(pdf: Pdf) -> Bestand {
    Bestand {
        naam: pdf.bestandsnaam,
        inhoud: pdf.inhoud,
        herkomst: None,
        gedrukt: Gedrukt::default(),
    }
}

pub(crate) fn kop(invoer: &RivInvoer) -> Kop<'_> {
    Kop {
        dossiernummer: kenmerk(invoer.dossier_id),
        werknemer: invoer.naam(),
        persoon: invoer.persoon.as_ref(),
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

fn gedrukt(gedrukt: stukken::Gedrukt) -> Gedrukt {
    Gedrukt {
        naam: gedrukt.werknemer,
        bsn: gedrukt.bsn,
        eerste_ziektedag: gedrukt.eerste_ziektedag,
        administratie: gedrukt.administratie,
        big_nummer: gedrukt.big_nummer,
    }
}

/// What the rules say, for the cover.
fn controle(uitslag: &Uitslag) -> Controle {
    let bevinding = |it: &Bevinding| wvp_reports::Bevinding {
        ernst: it.ernst.naam().to_owned(),
        zin: it.zin.clone(),
        wie: it.wie.naam().to_owned(),
        uiterlijk: it.uiterlijk,
        houdt_tegen: it.houdt_tegen(),
    };
    let bevindingen = uitslag.bevindingen.iter().map(bevinding).collect();
    Controle { voldaan: uitslag.voldaan.len(), bevindingen }
}

fn som(bestand: &Bestand) -> wvp_reports::Bestand {
    let som = Sha256::digest(&bestand.inhoud);
    let sha256 = som.iter().fold(String::new(), |tekst, byte| format!("{tekst}{byte:02x}"));
    wvp_reports::Bestand { naam: bestand.naam.clone(), sha256 }
}
