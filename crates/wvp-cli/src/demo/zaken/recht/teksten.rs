//! The texts of the straight case.

use wvp_domain::mijlpaal::gedeeld::{Rubriek, WijzeContact};
use wvp_domain::mijlpaal::probleemanalyse::{GbmGrond, Werkgerelateerd};
use wvp_domain::werknemer::Geslacht;

use crate::demo::mensen::{LAGE_WEIDE, Mens};
use crate::demo::verhaal::{
    BelastbaarVerhaal, GespreksVerhaal, MedischVerhaal, PlanVerhaal, SpreekuurVerhaal, Verhaal,
};

static MENS: Mens = Mens {
    naam: "J.M. Terpstra",
    naamdelen: ["JM", "", "Terpstra"],
    geslacht: Geslacht::Vrouw,
    personeelsnummer: "1093",
    in_dienst: (2005, 3, 1),
    contract_tot: None,
    geboren: (1979, 6, 14),
    adres: ["Duinpad", "27", "2552ZZ", "Den Haag"],
    telefoon: "06 5550 0121",
    email: "j.terpstra@post.example",
    functie: "Teamleider verpakken",
    uren: 36,
    bsn: "999901102",
    bekwaamheden: [
        "Mbo-4 teamleider techniek en logistiek",
        "Negentien jaar in de verpakking, waarvan acht als teamleider",
        "Heftruckcertificaat, bedrijfshulpverlener, spreekt Pools",
    ],
    werkgever: &LAGE_WEIDE,
};

/// The case in words.
pub(crate) static VERHAAL: Verhaal = Verhaal {
    sleutel: "recht",
    titel: "Honderdvier weken, van de eerste ziektedag tot de WIA",
    mens: &MENS,
    verblijf: Some(["Zonneplein", "3", "9711ZZ", "Groningen"]),
    medisch: MedischVerhaal {
        klachten: "Hevige lage rugpijn met uitstraling in het rechterbeen tot in de voet, slaapt slecht",
        diagnose: "Lumboradiculair syndroom L5-S1 rechts bij hernia nuclei pulposi (CAS L685)",
        behandeling: "Neuroloog, daarna fysiotherapie tweemaal per week; wortelblokkade overwogen",
        medicatie: "Naproxen 500 mg, pregabaline 75 mg, zo nodig oxycodon 5 mg",
        bevindingen: "Lasègue rechts positief bij 40 graden, voetheffersparese graad 4, MRI bevestigt hernia",
        beloop: "Eerst verbetering onder training, recidief in de zomer van 2024, sindsdien stabiel",
        prognose: "Restklachten blijven waarschijnlijk; operatie heeft geen meerwaarde volgens de neuroloog",
        onderbouwing: "Urenbeperking op grond van pijn en medicatie die sufheid geeft; tillen belast de wortel",
        werkgerelateerd: Werkgerelateerd::Deels,
        gbm_grond: Some(GbmGrond::Bedlegerig),
    },
    belastbaarheid: BelastbaarVerhaal {
        factoren: "Het werk vraagt lang staan, tillen en bukken. Thuis is er hulp. Het contact met de \
                   werkgever is goed.",
        beperkingen: &[
            (
                Rubriek::DynamischeHandelingen,
                "Tillen en dragen tot vijf kilo, niet herhaald bukken",
            ),
            (Rubriek::StatischeHoudingen, "Zitten en staan ten hoogste een half uur achtereen"),
            (Rubriek::Werktijden, "Ten hoogste drie uur per dag, geen nachtdienst"),
        ],
        mogelijkheden: "Licht werk met afwisseling van zitten, staan en lopen, dicht bij huis of met vervoer.",
        prognose: "Belangrijke verbetering verwacht binnen zes maanden, volledig herstel is onzeker.",
        doel: "Terugkeer in eigen werk, zo nodig aangepast, voor 36 uur per week",
        aanpassingen: &["Zit-statafel", "Tilhulp bij de pakbaan", "Ieder uur vijf minuten lopen"],
        opbouw_procent: [25, 50],
        onderzoek: Some("De omvang van de mogelijkheden wordt nog onderzocht."),
        mediation: false,
        geen_plan: None,
    },
    plan: PlanVerhaal {
        tussendoel: "Vier ochtenden per week aangepast werk op het bedrijfsbureau",
        activiteiten: &[
            ("Werkplek aanpassen met zit-statafel en tilhulp", "Werkgever"),
            ("Opbouwen volgens schema, elke twee weken drie uur erbij", "Werknemer"),
            ("Begeleide training van houding en draagkracht", "Werknemer"),
            ("Elke zes weken bespreken hoe het gaat", "Werkgever en werknemer"),
        ],
        visie_werkgever: [
            "Wij zien mogelijkheden op het bedrijfsbureau en houden de eigen plaats vrij.",
            "De afspraken zijn nagekomen; de werkplek is in een week aangepast.",
            "Haalbaar, als het tempo de adviezen van de bedrijfsarts volgt.",
        ],
        visie_werknemer: [
            "Ik wil terug naar mijn team, maar zie op tegen de drukte in de hal.",
            "De training helpt mij; de eerste weken ging het te snel.",
            "Goed, als wij bijstellen zodra het niet gaat.",
        ],
        taken: "Orderlijsten controleren, planning bijwerken, telefoon aannemen",
    },
};

/// After which consultation (by week) which share of the hours is worked, in per cent.
pub(crate) const WERKT: &[(i32, u16)] =
    &[(15, 25), (21, 50), (27, 75), (31, 0), (39, 25), (51, 33), (82, 33)];

/// The consultations.
pub(crate) const SPREEKUREN: &[SpreekuurVerhaal] = &[
    SpreekuurVerhaal {
        week: 2,
        contact: WijzeContact::Telefoon,
        mogelijkheden: "Nu niet aan het werk; rust en bewegen op geleide van de klachten.",
        advies: "Contact houden met de leidinggevende, geen druk op terugkeer.",
        aantekeningen: "Acute ischias sinds nieuwjaarsnacht na tillen van kratten; start naproxen.",
        werkt_mee: true,
    },
    SpreekuurVerhaal {
        week: 6,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Licht werk met afwisseling van houding wordt over enkele weken mogelijk.",
        advies: "Probleemanalyse opgesteld; maak samen een plan van aanpak.",
        aantekeningen: "Lasègue rechts 40 graden; verwijzing neuroloog, MRI aangevraagd.",
        werkt_mee: true,
    },
    SpreekuurVerhaal {
        week: 11,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Twee ochtenden zonder productiedruk proberen.",
        advies: "Begin met arbeidstherapie, daarna opbouwen in uren.",
        aantekeningen: "MRI: hernia nuclei pulposi L5-S1 rechts; pregabaline toegevoegd.",
        werkt_mee: true,
    },
    SpreekuurVerhaal {
        week: 15,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Een kwart van de uren in aangepast werk.",
        advies: "Opbouw starten volgens schema, training is geadviseerd.",
        aantekeningen: "Pijn VAS 5, kracht voetheffers verbetert; slaapt beter.",
        werkt_mee: true,
    },
    SpreekuurVerhaal {
        week: 19,
        contact: WijzeContact::Video,
        mogelijkheden: "Een kwart van de uren blijft haalbaar.",
        advies: "Niet sneller opbouwen dan afgesproken.",
        aantekeningen: "Mist afspraken door sufheid van pregabaline; dosis verlaagd.",
        werkt_mee: false,
    },
    SpreekuurVerhaal {
        week: 21,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "De helft van de uren, verdeeld over vier dagen.",
        advies: "Uitbreiden naar vier ochtenden en een middag.",
        aantekeningen: "Goede respons op training; oxycodon gestopt.",
        werkt_mee: true,
    },
    SpreekuurVerhaal {
        week: 27,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Driekwart van de uren, nog niet tillen.",
        advies: "Laatste stap naar volledige uren pas na overleg.",
        aantekeningen: "Restpijn VAS 3; hervat fietsen. Let op terugval bij tillen.",
        werkt_mee: true,
    },
    SpreekuurVerhaal {
        week: 31,
        contact: WijzeContact::Huisbezoek,
        mogelijkheden: "Op dit moment geen werk; herbeoordeling over acht weken.",
        advies: "Probleemanalyse is bijgesteld; pas het plan hierop aan.",
        aantekeningen: "Recidief met uitval; nieuwe hernia L4-L5 op MRI; bedlegerig geweest.",
        werkt_mee: true,
    },
    SpreekuurVerhaal {
        week: 39,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Een kwart van de uren in licht werk.",
        advies: "Opnieuw opbouwen, in kleinere stappen.",
        aantekeningen: "Poging tot volledig werk dezelfde dag mislukt; angst voor herhaling.",
        werkt_mee: true,
    },
    SpreekuurVerhaal {
        week: 45,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Een kwart van de uren blijft de grens.",
        advies: "Denk na over werk buiten het eigen team.",
        aantekeningen: "Neuroloog ziet af van discectomie; pijnrevalidatie gestart.",
        werkt_mee: true,
    },
    SpreekuurVerhaal {
        week: 51,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Een derde van de uren, ten hoogste drie uur per dag.",
        advies: "Tweede spoor is nu verstandig naast het eerste.",
        aantekeningen: "Pijnrevalidatie geeft beter omgaan met pijn; duloxetine 30 mg.",
        werkt_mee: true,
    },
    SpreekuurVerhaal {
        week: 58,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Een derde van de uren, stabiel.",
        advies: "Rapport van de arbeidsdeskundige is akkoord.",
        aantekeningen: "Stemming wisselend door langdurige pijn; huisarts volgt.",
        werkt_mee: true,
    },
    SpreekuurVerhaal {
        week: 66,
        contact: WijzeContact::Telefoon,
        mogelijkheden: "Een derde van de uren.",
        advies: "Ga door met het werk op het bedrijfsbureau.",
        aantekeningen: "Medicatie stabiel; geen nieuwe uitval.",
        werkt_mee: true,
    },
    SpreekuurVerhaal {
        week: 74,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Een derde van de uren.",
        advies: "Proefplaatsing is medisch verantwoord.",
        aantekeningen: "Lichamelijk onderzoek ongewijzigd; restparese graad 4+.",
        werkt_mee: true,
    },
    SpreekuurVerhaal {
        week: 82,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Een derde van de uren, geen verdere opbouw te verwachten dit jaar.",
        advies: "Bereid de eindevaluatie en het re-integratieverslag voor.",
        aantekeningen: "Eindtoestand waarschijnlijk; dossier voor het medisch deel bijgewerkt.",
        werkt_mee: true,
    },
    SpreekuurVerhaal {
        week: 96,
        contact: WijzeContact::Telefoon,
        mogelijkheden: "Een derde van de uren.",
        advies: "Begeleiding loopt door tot het besluit van UWV.",
        aantekeningen: "Spanning over de keuring; verder onveranderd.",
        werkt_mee: true,
    },
];

/// The progress talks, every six weeks.
pub(crate) const GESPREKKEN: &[GespreksVerhaal] = &[
    GespreksVerhaal {
        week: 14,
        voortgang: "Arbeidstherapie loopt: twee ochtenden orderlijsten.",
        afspraken: &["Zit-statafel wordt deze week geplaatst", "Collega brengt de lijsten"],
    },
    GespreksVerhaal {
        week: 20,
        voortgang: "Vier ochtenden; één keer te laat afgemeld.",
        afspraken: &["Afmelden altijd voor negen uur", "Opbouw pas na het spreekuur"],
    },
    GespreksVerhaal {
        week: 26,
        voortgang: "Vijf halve dagen; het gaat goed.",
        afspraken: &["Volgende stap na het spreekuur", "Tilhulp blijft"],
    },
    GespreksVerhaal {
        week: 32,
        voortgang: "Terugval; nu geen werk.",
        afspraken: &["Wekelijks telefonisch contact", "Plan is bijgesteld"],
    },
    GespreksVerhaal {
        week: 38,
        voortgang: "Opnieuw begonnen met een kwart van de uren.",
        afspraken: &["Kleinere stappen", "Werk op het bedrijfsbureau"],
    },
    GespreksVerhaal {
        week: 44,
        voortgang: "Negen uur per week op het bedrijfsbureau.",
        afspraken: &["Week 42 is gemeld bij UWV", "Voorbereiden eerstejaarsevaluatie"],
    },
    GespreksVerhaal {
        week: 50,
        voortgang: "Twaalf uur per week; eigen werk lijkt te ver weg.",
        afspraken: &["Arbeidsdeskundige inschakelen", "Tweede spoor bespreken"],
    },
    GespreksVerhaal {
        week: 56,
        voortgang: "Intake bij het re-integratiebedrijf is geweest.",
        afspraken: &["Zoekprofiel administratie en planning", "Twee sollicitaties per week"],
    },
    GespreksVerhaal {
        week: 62,
        voortgang: "Rapport van de arbeidsdeskundige besproken.",
        afspraken: &["Deskundigenoordeel aanvragen", "Werk op bedrijfsbureau blijft"],
    },
    GespreksVerhaal {
        week: 68,
        voortgang: "UWV vindt het werk passend.",
        afspraken: &["Twaalf uur voortzetten", "Proefplaatsing bibliotheek"],
    },
    GespreksVerhaal {
        week: 74,
        voortgang: "Proefplaatsing bibliotheek: leuk, geen vacature.",
        afspraken: &["Gemeente benaderen", "Sollicitaties door"],
    },
    GespreksVerhaal {
        week: 80,
        voortgang: "Proefplaatsing gemeente loopt tot eind juli.",
        afspraken: &[
            "Evalueren met het re-integratiebedrijf",
            "Stukken voor het verslag verzamelen",
        ],
    },
    GespreksVerhaal {
        week: 86,
        voortgang: "Alle stukken op een rij gezet.",
        afspraken: &["Bedrijfsarts om actueel oordeel vragen", "Datum voor de eindevaluatie"],
    },
    GespreksVerhaal {
        week: 92,
        voortgang: "Verslag is overhandigd; aanvraag gaat deze week weg.",
        afspraken: &["Uitkomst samen bespreken"],
    },
    GespreksVerhaal {
        week: 98,
        voortgang: "Keuring bij UWV is geweest.",
        afspraken: &["Wachten op het besluit"],
    },
];
