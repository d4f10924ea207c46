//! Invented documents of an invented case.

use wvp_domain::Datum;
use wvp_reports::{
    Bestand, Bevinding, Blok, Controle, Deel, Element, Gegeven, Inhoudsregel, Onderdeel,
    Ondertekening, Regel, Stuk, Tabel, Tekening, Termijn, Toestand, Voorblad, Wie,
};

pub(crate) fn datum(tekst: &str) -> Datum {
    tekst.parse().unwrap()
}

/// A document with one part that holds `inhoud`, and nothing else.
pub(crate) fn klein_stuk(inhoud: Vec<Blok>) -> Stuk {
    Stuk {
        soort: Element::Probleemanalyse,
        organisatie: "Drukkerij De Linde B.V.".to_owned(),
        dossiernummer: "7F3K-21".to_owned(),
        datum: datum("2025-04-09"),
        concept: false,
        kop: Vec::new(),
        delen: vec![Deel { titel: "Advies".to_owned(), inhoud }],
        ondertekening: Vec::new(),
    }
}

pub(crate) fn plan_van_aanpak() -> Stuk {
    Stuk {
        soort: Element::PlanVanAanpak,
        datum: datum("2025-04-22"),
        kop: kop(),
        delen: vec![doel(), activiteiten(), visies(), evaluatie()],
        ondertekening: vec![
            getekend("H. van Dijk", "Werkgever", "2025-04-22"),
            Ondertekening {
                naam: "S. de Wit".to_owned(),
                functie: "Werknemer".to_owned(),
                tekening: Tekening::Geweigerd {
                    op: datum("2025-04-23"),
                    reden: "Ik ben het niet eens met de uren in mei.".to_owned(),
                },
            },
        ],
        ..klein_stuk(Vec::new())
    }
}

/// A table of `aantal` rows, many pages long when asked.
pub(crate) fn lang_stuk(aantal: usize) -> Stuk {
    let rij = |nr: usize| {
        vec![
            format!("{nr}"),
            format!("Gesprek nummer {nr} over het werk en over wat er nodig is om meer te doen."),
            "Leidinggevende en werknemer".to_owned(),
        ]
    };
    let tabel = Tabel::try_new(
        lijst(&["Nr.", "Wat er is besproken", "Wie"]),
        (1..=aantal).map(rij).collect(),
    );
    klein_stuk(vec![Blok::Tabel(tabel.unwrap())])
}

/// Texts that would do something if they were markup, or that have no glyph.
pub(crate) fn lastige_teksten() -> Vec<String> {
    lijst(&[
        "#panic(\"nee\")",
        "$ x^2 $ en *vet* en _schuin_ en `code`",
        "<label> @verwijzing #let a = 1 [blok] // opmerking",
        "= geen kop",
        "\\ \\u{1F44D} ~ -- --- ... 'enkel' \"dubbel\"",
        "Zoë Yılmaz-Łukaszewska 1 < 2 & 3 > 2",
        "https://voorbeeld.example/een/heel/lang/adres/zonder/spaties/0123456789012345678901234567890123456789",
    ])
}

pub(crate) fn oordeel_werknemer() -> Stuk {
    let vraag = |element: &str| Blok::Keuze {
        vraag: format!("Bent u het eens met: {element}?"),
        opties: lijst(&["Eens", "Deels eens", "Oneens"]),
    };
    let toelichting =
        |regels| Blok::Invulveld { vraag: "Toelichting (als u wilt)".to_owned(), regels };
    Stuk {
        soort: Element::OordeelWerknemer,
        datum: datum("2026-11-20"),
        kop: kop(),
        delen: vec![
            Deel {
                titel: "Uw oordeel per stuk".to_owned(),
                inhoud: vec![
                    vraag("de probleemanalyse"),
                    toelichting(2),
                    vraag("het plan van aanpak"),
                    toelichting(2),
                    vraag("de eerstejaarsevaluatie"),
                    toelichting(2),
                ],
            },
            Deel {
                titel: "Uw eigen inspanningen".to_owned(),
                inhoud: vec![Blok::Invulveld {
                    vraag: "Wat hebt u zelf gedaan om weer te werken?".to_owned(),
                    regels: 4,
                }],
            },
        ],
        ondertekening: vec![Ondertekening {
            naam: "S. de Wit".to_owned(),
            functie: "Werknemer".to_owned(),
            tekening: Tekening::Open,
        }],
        ..klein_stuk(Vec::new())
    }
}

pub(crate) fn voorblad() -> Voorblad {
    Voorblad {
        controle: Controle {
            voldaan: 20,
            bevindingen: vec![Bevinding {
                ernst: "fout".to_owned(),
                zin: "Bij de eindevaluatie ontbreekt de handtekening. Vul dat aan.".to_owned(),
                wie: "werkgever".to_owned(),
                uiterlijk: datum("2026-11-29"),
                houdt_tegen: true,
            }],
        },
        organisatie: "Drukkerij De Linde B.V.".to_owned(),
        dossiernummer: "7F3K-21".to_owned(),
        datum: datum("2026-11-22"),
        concept: false,
        ondertitel: "Bij de aanvraag van een WIA-uitkering".to_owned(),
        werknemer: vec![
            Gegeven::new("Naam", "S. de Wit"),
            Gegeven::new("BSN", "999990019"),
            Gegeven::new("Geboortedatum", "14 juli 1984"),
            Gegeven::new("Functie", "Orderbegeleider, 32 uur per week"),
        ],
        werkgever: vec![
            Gegeven::new("Naam", "Drukkerij De Linde B.V."),
            Gegeven::new("Plaats", "Zwolle"),
            Gegeven::new("Loonheffingen", "001234567L01"),
            Gegeven::new("Casemanager", "M. Bakker"),
        ],
        termijnen: vec![
            termijn("Eerste ziektedag", "2025-03-03"),
            termijn("Verslag naar werknemer", "2026-11-28"),
            termijn("Aanvraag WIA uiterlijk", "2026-12-12"),
            termijn("Einde wachttijd", "2027-02-28"),
        ],
        regels: regels(),
        inhoud: inhoud(),
        verklaring: lijst(&[
            "Dit verslag bevat de stukken die de werkgever en de bedrijfsarts hebben gemaakt voor \
             de re-integratie. De werknemer heeft van elk stuk een kopie gekregen.",
            "De medische informatie zit niet in dit verslag. De bedrijfsarts geeft die gesloten aan \
             de werknemer.",
        ]),
        ondertekening: vec![
            getekend("H. van Dijk", "Werkgever", "2026-11-22"),
            Ondertekening {
                naam: "S. de Wit".to_owned(),
                functie: "Werknemer (gezien)".to_owned(),
                tekening: Tekening::Open,
            },
        ],
        bestanden: vec![
            bestand("01_probleemanalyse.pdf", "a3"),
            bestand("02_plan_van_aanpak.pdf", "5c"),
            bestand("02b_bijstelling_pva_01.pdf", "07"),
        ],
    }
}

fn inhoud() -> Vec<Inhoudsregel> {
    let regel = |naam: &str, bestandsnaam: &str, dag: &str, ondertekening| Inhoudsregel {
        naam: naam.to_owned(),
        bestandsnaam: bestandsnaam.to_owned(),
        datum: datum(dag),
        ondertekening,
        bladzijden: Some(2),
    };
    let arts = Ondertekening {
        naam: "A. Vos".to_owned(),
        functie: "Bedrijfsarts".to_owned(),
        tekening: Tekening::Opgesteld(datum("2025-04-09")),
    };
    let open = Ondertekening {
        naam: "Zoë Mariëla van den IJssel-Mijnsbergen tot Oostzijderveldijk".to_owned(),
        functie: "Werknemer".to_owned(),
        tekening: Tekening::Open,
    };
    let plan = plan_van_aanpak().ondertekening;
    vec![
        regel("Probleemanalyse", "01_probleemanalyse.pdf", "2025-04-09", vec![arts]),
        regel("Plan van aanpak", "02_plan_van_aanpak.pdf", "2025-04-22", plan),
        regel(
            "Bijstelling plan van aanpak 1",
            "02b_bijstelling_pva_01.pdf",
            "2025-09-18",
            vec![getekend("H. van Dijk", "Werkgever", "2025-09-18"), open],
        ),
    ]
}

fn regels() -> Vec<Regel> {
    use Element::{
        ActueelOordeel, BijstellingPlanVanAanpak, Eerstejaarsevaluatie, Eindevaluatie,
        OordeelWerknemer, PlanVanAanpak, Probleemanalyse,
    };
    use Toestand::{Aanwezig, NietNodig, Ontbreekt, TeLaat};
    let element = |element, wie, uiterlijk: &str, vastgelegd: &str, toestand| Regel {
        onderdeel: Onderdeel::Element(element),
        wie,
        uiterlijk: uiterlijk.parse().ok(),
        vastgelegd: vastgelegd.parse().ok(),
        toestand,
    };
    let samen = Wie::WerkgeverEnWerknemer;
    vec![
        element(Probleemanalyse, Wie::Bedrijfsarts, "2025-04-13", "2025-04-09", Aanwezig),
        element(PlanVanAanpak, samen, "2025-04-23", "2025-04-22", Aanwezig),
        element(BijstellingPlanVanAanpak, samen, "", "2025-09-18", Aanwezig),
        element(BijstellingPlanVanAanpak, samen, "", "2026-03-18", Aanwezig),
        element(Eerstejaarsevaluatie, samen, "2026-03-01", "2026-03-08", TeLaat),
        element(ActueelOordeel, Wie::Bedrijfsarts, "2026-11-28", "2026-11-18", Aanwezig),
        element(Eindevaluatie, samen, "2026-11-28", "", Ontbreekt),
        element(OordeelWerknemer, Wie::Werknemer, "2026-11-28", "", NietNodig),
        Regel {
            onderdeel: Onderdeel::MedischeInformatie,
            wie: Wie::Bedrijfsarts,
            uiterlijk: Some(datum("2026-11-28")),
            vastgelegd: None,
            toestand: Ontbreekt,
        },
    ]
}

fn kop() -> Vec<Gegeven> {
    vec![
        Gegeven::new("Werknemer", "S. (Sanne) de Wit"),
        Gegeven::new("BSN", "999990019"),
        Gegeven::new("Werkgever", "Drukkerij De Linde B.V., Zwolle"),
        Gegeven::new("Eerste ziektedag", "3 maart 2025"),
    ]
}

fn doel() -> Deel {
    Deel {
        titel: "Doel".to_owned(),
        inhoud: vec![
            Blok::Tekst(lijst(&[
                "Terug in het eigen werk als orderbegeleider, voor het volledige aantal uren.",
                "Tot de zomer werkt mevrouw De Wit op de afdeling voorraad, met hulp bij tillen.\n\
                 Daarna kijken we samen wat kan.",
            ])),
            Blok::Lijst(lijst(&[
                "Voor 1 juni 2025: 16 uur per week in aangepast werk",
                "Voor 1 september 2025: 32 uur per week in eigen werk",
            ])),
        ],
    }
}

fn activiteiten() -> Deel {
    let rijen = [
        ["Werkplekonderzoek door de arbeidsdeskundige", "Werkgever", "1 mei 2025", "Gepland"],
        ["Opbouw van de uren: elke twee weken vier uur erbij", "Werknemer", "1 juni 2025", "Loopt"],
        ["Tilhulp en in hoogte verstelbare tafel", "Werkgever", "15 mei 2025", "Klaar"],
        ["Gesprek over de taken met de leidinggevende", "Samen", "elke zes weken", ""],
    ];
    let rijen = rijen.iter().map(|rij| lijst(rij)).collect();
    let tabel = Tabel::try_new(lijst(&["Wat", "Wie", "Gereed", "Stand"]), rijen).unwrap();
    Deel { titel: "Activiteiten".to_owned(), inhoud: vec![Blok::Tabel(tabel)] }
}

fn visies() -> Deel {
    Deel {
        titel: "Visie van werkgever en werknemer".to_owned(),
        inhoud: vec![Blok::Gegevens(vec![
            Gegeven::new(
                "Werkgever: mogelijkheden om te hervatten",
                "Er is passend werk op de afdeling voorraad. De uren kunnen per twee weken omhoog.",
            ),
            Gegeven::new(
                "Werknemer: mogelijkheden om te hervatten",
                "Ik wil graag terug naar mijn eigen werk. Twee dagen achter elkaar is nu te veel.",
            ),
        ])],
    }
}

fn evaluatie() -> Deel {
    Deel {
        titel: "Casemanager en evaluatie".to_owned(),
        inhoud: vec![Blok::Gegevens(vec![
            Gegeven::new("Casemanager", "M. Bakker, Arbodienst Oost"),
            Gegeven::new("Eerste evaluatie", "3 juni 2025"),
        ])],
    }
}

fn getekend(naam: &str, functie: &str, dag: &str) -> Ondertekening {
    Ondertekening {
        naam: naam.to_owned(),
        functie: functie.to_owned(),
        tekening: Tekening::Getekend(datum(dag)),
    }
}

fn termijn(naam: &str, dag: &str) -> Termijn {
    Termijn { naam: naam.to_owned(), datum: datum(dag) }
}

fn bestand(naam: &str, twee_cijfers: &str) -> Bestand {
    Bestand { naam: naam.to_owned(), sha256: twee_cijfers.repeat(32) }
}

fn lijst(teksten: &[&str]) -> Vec<String> {
    teksten.iter().map(|&tekst| tekst.to_owned()).collect()
}
