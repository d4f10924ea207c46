//! The full re-integratieverslag: RIV-01 to RIV-25 (documents.md 2.2).

use super::super::Ernst::{Blokkade, Fout, Opmerking, Waarschuwing};
use super::super::Hersteller::{
    Auteur, Bedrijfsarts, BedrijfsartsAanWerknemer, BedrijfsartsViaWerkgever, Systeem, Werkgever,
    WerkgeverEnWerknemer, Werknemer,
};
use super::super::RegelId;
use super::super::pakket;
use super::super::toetsen::{aanwezig, inhoud, ondertekening, op_tijd};
use super::{Peil, Regel, SINDS_WIA, Toets, Verslag};
use crate::mijlpaal::riv::Element;

/// What most rows have in common.
pub(super) const RIJ: Regel = Regel {
    id: RegelId::Riv01,
    titel: "De probleemanalyse is er.",
    bron: "Regeling procesgang art. 6 lid 1 onder f",
    wie: Werkgever,
    ernst: Fout,
    ernst_werkgever: None,
    verslag: Verslag::Volledig,
    van: SINDS_WIA,
    tot_en_met: None,
    peil: Peil::Toetsdag,
    grens: "",
    toets: Toets::Feiten(|blik, _| aanwezig::is_er(blik, Element::Probleemanalyse)),
};

/// The rows.
pub(super) const RIJEN: &[Regel] = &[
    Regel { wie: BedrijfsartsViaWerkgever, ..RIJ },
    Regel {
        id: RegelId::Riv02,
        titel: "Alle bijstellingen van de probleemanalyse zijn er, op volgorde.",
        wie: BedrijfsartsViaWerkgever,
        toets: Toets::Feiten(|blik, _| {
            aanwezig::versies(blik, Element::Probleemanalyse, Element::BijstellingProbleemanalyse)
        }),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv03,
        titel: "Het plan van aanpak is er, of de bedrijfsarts legt uit waarom er geen nodig was.",
        bron: "Regeling procesgang art. 6 lid 1 onder g; Beleidsregels vormvereisten art. 2 lid 6",
        toets: Toets::Feiten(|blik, _| aanwezig::plan(blik)),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv04,
        titel: "Alle bijstellingen van het plan van aanpak zijn er, op volgorde.",
        bron: "Regeling procesgang art. 6 lid 1 onder g",
        toets: Toets::Feiten(|blik, _| {
            aanwezig::versies(blik, Element::PlanVanAanpak, Element::BijstellingPlanVanAanpak)
        }),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv05,
        titel: "De eerstejaarsevaluatie is er, als de ziekte langer dan 52 weken duurt en er een plan was.",
        bron: "Regeling procesgang art. 6 lid 1 onder h",
        toets: Toets::Feiten(|blik, _| aanwezig::is_er(blik, Element::Eerstejaarsevaluatie)),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv06,
        titel: "De eindevaluatie is er.",
        bron: "Regeling procesgang art. 6 lid 1 onder h",
        wie: WerkgeverEnWerknemer,
        toets: Toets::Feiten(|blik, _| aanwezig::is_er(blik, Element::Eindevaluatie)),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv07,
        titel: "Het actueel oordeel van de bedrijfsarts is er, en is hooguit drie maanden oud.",
        bron: "Regeling procesgang art. 6 lid 1 onder j; de leeftijd is gebruik, geen wet",
        wie: Bedrijfsarts,
        grens: "Ontbreken is een fout, te oud een waarschuwing.",
        toets: Toets::Feiten(|blik, _| aanwezig::actueel_oordeel(blik)),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv08,
        titel: "In het actueel oordeel staat wat de bedrijfsarts vindt van de arbeidsrelatie en van passende arbeid.",
        bron: "Regeling procesgang art. 6 lid 1 onder i en k; Beleidsregels vormvereisten art. 2 lid 9",
        wie: Bedrijfsarts,
        grens: "Of beide erin staan, zegt het stuk zelf; wie het mag lezen, kijkt het ook na.",
        toets: Toets::Feiten(|blik, _| inhoud::oordeel_bedrijfsarts(blik)),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv09,
        titel: "In de eindevaluatie staat wat de werkgever vindt van de arbeidsrelatie en van passende arbeid.",
        bron: "Regeling procesgang art. 6 lid 1 onder i en k; Beleidsregels vormvereisten art. 2 lid 10",
        grens: "Of beide erin staan, zegt het stuk zelf; wie het mag lezen, kijkt het ook na.",
        toets: Toets::Feiten(|blik, _| inhoud::oordeel_werkgever(blik)),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv10,
        titel: "In de eindevaluatie staat wat voor bedrijf het is.",
        bron: "Regeling procesgang art. 6 lid 1 onder b; Beleidsregels vormvereisten art. 2 lid 5",
        toets: Toets::Feiten(|blik, _| inhoud::aard_bedrijf(blik)),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv11,
        titel: "Functie, bekwaamheden, eerste ziektedag en administratieve gegevens staan in de probleemanalyse of in het actueel oordeel.",
        bron: "Regeling procesgang art. 6 lid 1 onder a, c, d en e; Beleidsregels vormvereisten art. 2 lid 4",
        wie: Bedrijfsarts,
        grens: "De administratieve gegevens staan niet in het dossier: die toont het pakket.",
        toets: Toets::FeitenEnPakket(|blik, _| inhoud::bekwaamheden(blik), pakket::administratie),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv12,
        titel: "De bedrijfsarts gaf de medische informatie aan de werknemer.",
        bron: "Regeling procesgang art. 1 onder m; Beleidsregels vormvereisten art. 2 lid 2 onder e",
        wie: BedrijfsartsAanWerknemer,
        grens: "Alleen dat het gebeurde en wanneer; de inhoud blijft dicht.",
        toets: Toets::Feiten(|blik, _| aanwezig::is_er(blik, Element::MedischeInformatie)),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv13,
        titel: "De werknemer gaf een eigen oordeel, of wilde dat niet.",
        bron: "Regeling procesgang art. 6 lid 1 onder l",
        wie: Werknemer,
        ernst_werkgever: Some(Opmerking),
        toets: Toets::Feiten(|blik, _| aanwezig::oordeel_werknemer(blik)),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv14,
        titel: "Elk onderdeel heeft een datum, en de naam en functie van wie het opstelde of tekende.",
        bron: "Beleidsregels vormvereisten art. 2 lid 3",
        wie: Auteur,
        grens: "Het oordeel van de werknemer is van de werknemer zelf: daar staat geen naam apart.",
        toets: Toets::Feiten(|blik, _| ondertekening::naam_en_functie(blik)),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv15,
        titel: "Op elk stuk staat het burgerservicenummer, en elk stuk is getekend.",
        bron: "UWV, werkgeversportaal",
        toets: Toets::FeitenEnPakket(
            |blik, _| ondertekening::getekend(blik),
            pakket::burgerservicenummer,
        ),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv16,
        titel: "De visie van werkgever en werknemer staat in het plan, elke bijstelling daarvan en de eerstejaarsevaluatie.",
        bron: "Regeling procesgang art. 4 lid 2 onder a en b; Stcrt. 2023, 13931",
        wie: WerkgeverEnWerknemer,
        ernst: Waarschuwing,
        van: (2023, 7, 1),
        peil: Peil::Documentdatum,
        grens: "Of de visies erin staan, zegt het stuk zelf; wie het mag lezen, kijkt het ook na.",
        toets: Toets::Feiten(inhoud::visies),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv17,
        titel: "Op alle stukken staan dezelfde eerste ziektedag, naam en burgerservicenummer.",
        bron: "samenhang van de stukken",
        toets: Toets::Pakket(pakket::eenheid),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv18,
        titel: "De probleemanalyse en het actueel oordeel zijn van een bevoegde bedrijfsarts, of onder diens verantwoordelijkheid.",
        bron: "Beleidsregels beoordelingskader poortwachter paragraaf 6",
        grens: "Het BIG-nummer staat in geen enkel feit: dat toont het pakket.",
        toets: Toets::FeitenEnPakket(
            |blik, _| ondertekening::bedrijfsarts(blik),
            pakket::big_nummer,
        ),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv19,
        titel: "Buiten de medische informatie staat niets medisch.",
        bron: "AP, Beleidsregels de zieke werknemer; beroepsgeheim van de bedrijfsarts",
        wie: Auteur,
        ernst: Blokkade,
        grens: "Woorden worden nagezocht; dat er echt niets medisch in staat, bevestigt wie het stuk opstelde.",
        toets: Toets::FeitenEnPakket(
            |blik, _| inhoud::zonder_medisch(blik),
            pakket::zonder_medisch,
        ),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv20,
        titel: "De werknemer kreeg op tijd een afschrift van het re-integratieverslag.",
        bron: "Wet WIA art. 25 lid 3",
        toets: Toets::Feiten(|blik, _| op_tijd::afschrift(blik)),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv21,
        titel: "Er is een casemanager genoemd.",
        bron: "Regeling procesgang art. 4 lid 2 onder c",
        ernst: Waarschuwing,
        toets: Toets::Feiten(|blik, _| inhoud::casemanager(blik)),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv22,
        titel: "Elke stap was op tijd, of er staat waarom niet.",
        bron: "Regeling procesgang art. 5; een late stap telt alleen als die kansen kostte",
        ernst: Waarschuwing,
        grens: "Alleen de probleemanalyse en het plan van aanpak hebben een plaats voor de uitleg.",
        toets: Toets::Feiten(|blik, _| op_tijd::termijnen(blik)),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv23,
        titel: "Elk bestand is pdf, docx of jpg, en hooguit 10 MB.",
        bron: "UWV, werkgeversportaal (genoemd bij de Ziektewet)",
        wie: Systeem,
        toets: Toets::Pakket(pakket::bestanden),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv24,
        titel: "Bij elk bestand staan de soort voor het portaal en de dag van ondertekening.",
        bron: "UWV, werkgeversportaal",
        wie: Systeem,
        toets: Toets::Pakket(pakket::aanduiding),
        ..RIJ
    },
    Regel {
        id: RegelId::Riv25,
        titel: "Na een loonsanctie gaat er op tijd een aanvulling mee.",
        bron: "Wet WIA art. 25 lid 4",
        grens: "Vrijwillige verlenging is nog geen feit van het dossier: die wordt niet nagegaan.",
        toets: Toets::Feiten(|blik, _| op_tijd::aanvulling(blik)),
        ..RIJ
    },
];
