//! The cover: whose verslag it is, what is in it, what is missing and who owes it.

use sha2::{Digest, Sha256};
use wvp_domain::mijlpaal::riv::{Element, ElementStand, Toestand};
use wvp_engine::{Bestand, RivInvoer};
use wvp_reports::{Onderdeel, Regel, Termijn, Voorblad, Wie};

/// The cover over these files.
pub(super) fn voorblad(invoer: &RivInvoer, bestanden: &[Bestand]) -> Voorblad {
    Voorblad {
        organisatie: super::organisatie(invoer),
        dossiernummer: super::dossiernummer(invoer),
        datum: invoer.dag,
        concept: super::is_concept(invoer),
        ondertitel: "Bij de aanvraag van een WIA-uitkering".to_owned(),
        werknemer: super::over_werknemer(invoer, "Naam"),
        werkgever: super::over_werkgever(invoer, "Naam"),
        termijnen: termijnen(invoer),
        regels: invoer.elementen.iter().map(regel).collect(),
        verklaring: vec![
            "Dit verslag bevat geen medische gegevens. De medische informatie gaat in een gesloten \
             envelop van de bedrijfsarts naar de werknemer."
                .to_owned(),
        ],
        ondertekening: vec![],
        bestanden: bestanden.iter().map(som).collect(),
    }
}

fn termijnen(invoer: &RivInvoer) -> Vec<Termijn> {
    let dossier = &invoer.dossier;
    let overgedragen = dossier.riv_overdracht.last().map(|feit| feit.overgedragen_op);
    let dagen = [
        ("Eerste ziektedag", dossier.eerste_ziektedag()),
        ("Verslag aan de werknemer gegeven", overgedragen),
        ("Laatste dag van de wachttijd", dossier.laatste_dag_wachttijd()),
    ];
    let bekend = dagen.into_iter().filter_map(|(naam, datum)| Some((naam, datum?)));
    bekend.map(|(naam, datum)| Termijn { naam: naam.to_owned(), datum }).collect()
}

fn regel(stand: &ElementStand) -> Regel {
    let onderdeel =
        super::te_zetten(stand.element).map_or(Onderdeel::MedischeInformatie, Onderdeel::Element);
    let toestand = match stand.toestand {
        Toestand::Aanwezig => wvp_reports::Toestand::Aanwezig,
        Toestand::TeLaat => wvp_reports::Toestand::TeLaat,
        Toestand::NogNiet | Toestand::Ontbreekt => wvp_reports::Toestand::Ontbreekt,
        Toestand::NietNodig => wvp_reports::Toestand::NietNodig,
    };
    let (uiterlijk, vastgelegd) = (stand.uiterlijk, stand.datum);
    Regel { onderdeel, wie: wie(stand.element), uiterlijk, vastgelegd, toestand }
}

fn wie(element: Element) -> Wie {
    match element {
        Element::Probleemanalyse
        | Element::BijstellingProbleemanalyse
        | Element::ActueelOordeel
        | Element::MedischeInformatie => Wie::Bedrijfsarts,
        Element::PlanVanAanpak
        | Element::BijstellingPlanVanAanpak
        | Element::Eerstejaarsevaluatie
        | Element::Eindevaluatie => Wie::WerkgeverEnWerknemer,
        Element::OordeelWerknemer => Wie::Werknemer,
    }
}

fn som(bestand: &Bestand) -> wvp_reports::Bestand {
    let som = Sha256::digest(&bestand.inhoud);
    let sha256 = som.iter().fold(String::new(), |tekst, byte| format!("{tekst}{byte:02x}"));
    wvp_reports::Bestand { naam: bestand.naam.clone(), sha256 }
}
