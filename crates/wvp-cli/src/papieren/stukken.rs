//! One element of the re-integratieverslag, from the fact behind it.

use wvp_domain::beschrijving::{Deel as Sectie, Veld, Waarde, beschrijf};
use wvp_domain::mijlpaal::gedeeld::{Handtekening, Ondertekenaar, Ondertekening as Getekend};
use wvp_domain::mijlpaal::riv::ElementStand;
use wvp_domain::{Categorie, Event, Kenmerk};
use wvp_engine::{OpmaakFout, RivInvoer};
use wvp_reports::{Blok, Deel, Element, Gegeven, Ondertekening, Stuk, Tabel, Tekening};

/// The document of an element; none when it is not there. The opinion of the employee is a form
/// as long as its content is not for the one who asks.
pub(super) fn stuk(
    invoer: &RivInvoer,
    element: Element,
    stand: &ElementStand,
) -> Result<Option<Stuk>, OpmaakFout> {
    let kenmerk = stand.stuk.map(Kenmerk::Stuk);
    let feit = invoer.gebeurtenissen.iter().find(|event| Some(event.kenmerk()) == kenmerk);
    let delen = match feit {
        Some(event) if element == Element::OordeelWerknemer && is_zonder_b(event) => formulier(),
        Some(event) => delen(event)?,
        None if element == Element::OordeelWerknemer => formulier(),
        None => return Ok(None),
    };
    Ok(Some(Stuk {
        soort: element,
        organisatie: super::organisatie(invoer),
        dossiernummer: super::dossiernummer(invoer),
        datum: stand.datum.unwrap_or(invoer.dag),
        concept: super::is_concept(invoer),
        kop: super::over_werknemer(invoer, "Werknemer")
            .into_iter()
            .chain(super::over_werkgever(invoer, "Werkgever"))
            .collect(),
        delen,
        ondertekening: feit.map_or_else(|| vec![nog_te_tekenen()], ondertekening),
    }))
}

fn is_zonder_b(event: &Event) -> bool {
    !beschrijf(event).delen.iter().any(|deel| deel.compartiment.categorie() == Categorie::B)
}

fn delen(event: &Event) -> Result<Vec<Deel>, OpmaakFout> {
    beschrijf(event).delen.into_iter().map(deel).collect()
}

/// One section under its own heading: plain facts first, then texts, lists and tables.
fn deel(sectie: Sectie) -> Result<Deel, OpmaakFout> {
    let mut feiten = Vec::new();
    let mut blokken = Vec::new();
    for Veld { naam, waarde } in sectie.velden {
        match waarde {
            Waarde::Tekst(tekst) => feiten.push(Gegeven::new(naam, tekst)),
            Waarde::Datum(datum) => feiten.push(Gegeven::new(naam, datum.voluit())),
            Waarde::JaNee(ja) => feiten.push(Gegeven::new(naam, if ja { "Ja" } else { "Nee" })),
            Waarde::Lijst(punten) => {
                blokken.extend([Blok::Tekst(vec![format!("{naam}:")]), Blok::Lijst(punten)]);
            }
            // Signatures stand at the end of the document, under their own heading.
            Waarde::Tabel { .. } if naam == "Ondertekening" => {}
            Waarde::Tabel { kop, rijen } => {
                let kop = kop.into_iter().map(str::to_owned).collect();
                let tabel = Tabel::try_new(kop, rijen).map_err(super::mislukt)?;
                blokken.extend([Blok::Tekst(vec![format!("{naam}:")]), Blok::Tabel(tabel)]);
            }
            // Numbers that say nothing to people.
            Waarde::Verwijzing(_) | Waarde::Identiteit(_) => {}
        }
    }
    if !feiten.is_empty() {
        blokken.insert(0, Blok::Gegevens(feiten));
    }
    Ok(Deel { titel: titel(sectie.compartiment.categorie()).to_owned(), inhoud: blokken })
}

fn titel(categorie: Categorie) -> &'static str {
    match categorie {
        Categorie::A => "Gegevens van dit stuk",
        Categorie::B => "Inhoud",
        Categorie::C => "Medisch",
        Categorie::D => "Achtergrond",
        Categorie::Factuur => "Kosten",
    }
}

/// What the employee fills in on paper.
fn formulier() -> Vec<Deel> {
    let elementen = [
        Element::Probleemanalyse,
        Element::PlanVanAanpak,
        Element::Eerstejaarsevaluatie,
        Element::ActueelOordeel,
        Element::Eindevaluatie,
    ];
    let per_element = elementen.into_iter().flat_map(|element| {
        let opties = ["Eens", "Deels eens", "Oneens"].map(str::to_owned).to_vec();
        let vraag = format!("{}: bent u het hiermee eens?", element.naam());
        [
            Blok::Keuze { vraag, opties },
            Blok::Invulveld { vraag: "Toelichting".to_owned(), regels: 2 },
        ]
    });
    let eigen = [
        "Wat heeft u zelf gedaan om weer te werken?",
        "Wat vindt u van wat de werkgever heeft gedaan?",
        "Wat zijn uw wensen?",
    ];
    let vragen = eigen.map(|vraag| Blok::Invulveld { vraag: vraag.to_owned(), regels: 5 });
    vec![
        Deel { titel: "Uw oordeel per stuk".to_owned(), inhoud: per_element.collect() },
        Deel { titel: "Uw eigen verhaal".to_owned(), inhoud: vragen.to_vec() },
    ]
}

#[expect(clippy::wildcard_enum_match_arm, reason = "only the elements of the verslag are signed")]
fn ondertekening(event: &Event) -> Vec<Ondertekening> {
    match event {
        Event::ProbleemanalyseVastgesteld(e) => opgesteld(&e.a.auteur, e.a.opgesteld_op),
        Event::ProbleemanalyseBijgesteld(e) => opgesteld(&e.a.auteur, e.a.opgesteld_op),
        Event::ActueelOordeelVastgesteld(e) => opgesteld(&e.a.auteur, e.a.opgesteld_op),
        Event::PlanVanAanpakVastgesteld(e) => {
            let reden = e.b.inhoud().and_then(|b| b.weigering_motivering.clone());
            getekend(&e.a.ondertekeningen, reden.as_deref())
        }
        Event::PlanVanAanpakBijgesteld(e) => {
            let reden = e.b.inhoud().and_then(|b| b.afspraken.weigering_motivering.clone());
            getekend(&e.a.ondertekeningen, reden.as_deref())
        }
        Event::EerstejaarsevaluatieVastgesteld(e) => {
            let reden = e.b.inhoud().and_then(|b| b.weigering_motivering.clone());
            getekend(&e.a.ondertekeningen, reden.as_deref())
        }
        Event::EindevaluatieVastgesteld(e) => {
            let reden = e.b.inhoud().and_then(|b| b.weigering_motivering.clone());
            getekend(&e.a.ondertekeningen, reden.as_deref())
        }
        _ => vec![nog_te_tekenen()],
    }
}

fn opgesteld(auteur: &Ondertekenaar, op: wvp_domain::Datum) -> Vec<Ondertekening> {
    vec![Ondertekening {
        naam: auteur.naam.clone(),
        functie: auteur.functie.clone(),
        tekening: Tekening::Getekend(op),
    }]
}

fn getekend(ondertekeningen: &[Getekend], reden: Option<&str>) -> Vec<Ondertekening> {
    let alle = ondertekeningen.iter();
    alle.map(|een| Ondertekening {
        naam: een.wie.naam.clone(),
        functie: een.wie.functie.clone(),
        tekening: match een.keuze {
            Handtekening::Getekend => Tekening::Getekend(een.op),
            Handtekening::GeweigerdMetMotivering => {
                Tekening::Geweigerd { reden: reden.unwrap_or_default().to_owned() }
            }
        },
    })
    .collect()
}

fn nog_te_tekenen() -> Ondertekening {
    let functie = "Werknemer".to_owned();
    Ondertekening { naam: String::new(), functie, tekening: Tekening::Open }
}
