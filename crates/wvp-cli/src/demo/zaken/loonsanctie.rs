//! A loonsanctie that UWV shortens after repair.

use wvp_domain::Datum;
use wvp_domain::mijlpaal::bijstelling_plan_van_aanpak::Aanleiding;
use wvp_domain::mijlpaal::eerstejaarsevaluatie::BesluitTweedeSpoor;
use wvp_domain::mijlpaal::gedeeld::{Rubriek, WijzeContact};
use wvp_domain::mijlpaal::oordeel_werknemer::Eens;
use wvp_domain::mijlpaal::probleemanalyse::Werkgerelateerd;
use wvp_domain::mijlpaal::sluiten::RedenSluiten;
use wvp_domain::mijlpaal::{uwv_besluit, uwv_brief};
use wvp_domain::werknemer::Geslacht;

use crate::demo::mensen::{Mens, NOORDERLICHT};
use crate::demo::schrijf::{EindOordeel, EindVerhaal, MeningVerhaal, Script};
use crate::demo::verhaal::{
    BelastbaarVerhaal, GespreksVerhaal, MedischVerhaal, PlanVerhaal, SpreekuurVerhaal, Verhaal,
};
use crate::demo::{DemoFout, Zaak};

/// The case.
pub(crate) fn zaak() -> Result<Zaak, DemoFout> {
    let mut script = Script::begin(&VERHAAL, Datum::ymd(2023, 10, 2)?);
    script.probleemanalyse(script.dag(6, 3));
    script.plan(script.dag(8, 2));
    script.casemanager(script.dag(8, 2));
    for week in [14, 20, 26, 32, 38, 44, 50, 62, 74, 86, 98] {
        script.gesprek(&GespreksVerhaal {
            week,
            voortgang: "Vrachtbrieven, zes tot acht uur per week; verder weinig verandering.",
            afspraken: &["Zo doorgaan", "Opnieuw bespreken"],
        });
    }
    for week in [12, 30, 48, 70, 84] {
        script.spreekuur(&SpreekuurVerhaal {
            week,
            contact: WijzeContact::Video,
            mogelijkheden: "Twee uur per dag prikkelarm werk.",
            advies: "Zoek ook buiten het bedrijf naar passend werk.",
            aantekeningen: "Postinfectieus syndroom; inspanningsintolerantie onveranderd.",
            werkt_mee: true,
        });
    }
    script.week_42(script.dag(42, 2), script.eerste);
    script.eerstejaarsevaluatie(
        script.dag(51, 2),
        "Werkt acht uur per week in een stille ruimte.",
        BesluitTweedeSpoor::NietNodig,
        "De werkgever ziet nog perspectief in eigen werk en wacht met het tweede spoor.",
    );
    let wia = script.dag(93, 7);
    script.uwv_brief(script.dag(88, 3), uwv_brief::Soort::KennisgevingWia, Some(wia));
    afronding(&mut script);
    sanctie(&mut script);
    let papieren = vec![(script.dag(91, 1), "definitief")];
    Zaak::uit(script, papieren)
}

fn afronding(script: &mut Script) {
    script.actueel_oordeel(script.dag(89, 2), &OORDEEL);
    script.medische_informatie(script.dag(89, 3));
    script.eindevaluatie(script.dag(90, 2), &EINDE);
    script.oordeel_werknemer(script.dag(90, 3), &MENING);
    script.riv_over(script.dag(91, 1));
    script.wia_aanvraag(script.dag(92, 4));
}

/// UWV prolongs the wages by 52 weeks; the employer repairs, asks to shorten, and UWV grants it.
fn sanctie(script: &mut Script) {
    let begin = script.eerste.plus(728);
    let soort = uwv_besluit::Soort::LoonsanctieOpgelegd;
    script.uwv_besluit(script.dag(97, 3), soort, None, [Some(begin), Some(begin.plus(363))]);
    let plan = script.stuk("plan van aanpak");
    script.bijstelling_plan(script.dag(99, 2), plan, Aanleiding::Loonsanctie);
    script.tweede_spoor(
        script.dag(99, 3),
        "UWV mist het tweede spoor. Een re-integratiebedrijf zoekt nu mee naar prikkelarm werk.",
    );
    let gevraagd = script.dag(112, 1);
    let besloten = script.dag(114, 1);
    let bekort = uwv_besluit::Soort::BekortingToegekend;
    let einde = besloten.plus(42);
    script.uwv_besluit(besloten, bekort, Some(gevraagd), [Some(begin), Some(einde)]);
    let wia = uwv_besluit::Soort::WiaToegekend;
    script.uwv_besluit(script.dag(119, 2), wia, None, [Some(einde.volgende()), None]);
    script.sluit(einde.volgende(), RedenSluiten::WachttijdVoorbij);
}

static MENS: Mens = Mens {
    naam: "B. Veenstra",
    naamdelen: ["B", "", "Veenstra"],
    geslacht: Geslacht::Man,
    personeelsnummer: "2207",
    in_dienst: (2009, 2, 2),
    contract_tot: None,
    geboren: (1983, 9, 5),
    adres: ["Turfkade", "71", "9642ZZ", "Veendam"],
    telefoon: "06 5550 0192",
    email: "b.veenstra@post.example",
    functie: "Expeditiemedewerker",
    uren: 40,
    bsn: "999916944",
    bekwaamheden: ["Vmbo techniek", "Zestien jaar expeditie", "Heftruckcertificaat"],
    werkgever: &NOORDERLICHT,
};

pub(super) static VERHAAL: Verhaal = Verhaal {
    sleutel: "loonsanctie",
    titel: "Loonsanctie, hersteld en door UWV bekort",
    mens: &MENS,
    verblijf: None,
    medisch: MedischVerhaal {
        klachten: "Chronische vermoeidheid en concentratieverlies",
        diagnose: "Postinfectieus syndroom na COVID-19",
        behandeling: "Ergotherapie en paramedische herstelzorg",
        medicatie: "Geen vaste medicatie",
        bevindingen: "Inspanningsintolerantie, dysautonomie bij kanteltest",
        beloop: "Wisselend, lichte verbetering",
        prognose: "Langzame verbetering mogelijk",
        onderbouwing: "Overbelasting geeft terugval van dagen",
        werkgerelateerd: Werkgerelateerd::Nee,
        gbm_grond: None,
    },
    belastbaarheid: BelastbaarVerhaal {
        factoren: "Ploegendienst en tijdsdruk aan het dok.",
        beperkingen: &[
            (Rubriek::Werktijden, "Ten hoogste twee uur per dag, geen avond of nacht"),
            (Rubriek::PersoonlijkFunctioneren, "Prikkelarme omgeving, eigen tempo"),
        ],
        mogelijkheden: "Prikkelarm werk, twee uur per dag.",
        prognose: "Langzame verbetering mogelijk.",
        doel: "Terug in (aangepast) eigen werk",
        aanpassingen: &["Stille ruimte", "Eigen tempo"],
        opbouw_procent: [25, 50],
        onderzoek: None,
        mediation: false,
        geen_plan: None,
    },
    plan: PlanVerhaal {
        tussendoel: "Tien uur per week zonder terugval",
        activiteiten: &[
            ("Stille werkplek inrichten", "Werkgever"),
            ("Energie verdelen over de dag", "Werknemer"),
        ],
        visie_werkgever: ["Wij zien beperkt werk.", "Loopt.", "Akkoord."],
        visie_werknemer: [
            "Ik kan meer als het rustig is.",
            "Het verdelen helpt.",
            "Ik had eerder een tweede spoor gewild.",
        ],
        taken: "Vrachtbrieven controleren in een stille ruimte",
    },
};

const OORDEEL: EindOordeel = EindOordeel {
    verloop: "Wisselend, met lichte verbetering in het tweede jaar.",
    mogelijkheden: "Twee uur per dag prikkelarm werk in eigen tempo.",
    stand: "Acht uur per week vrachtbrieven; tweede spoor is niet ingezet.",
    prognose: "Langzame verbetering blijft mogelijk.",
    arbeidsrelatie: "Voldoende, al lopen verwachtingen over het tweede spoor uiteen.",
    passende_arbeid: "Het werk is passend in uren, niet in niveau.",
};

const EINDE: EindVerhaal = EindVerhaal {
    arbeidsrelatie: "Voldoende; wij verschillen van mening over het tweede spoor.",
    passende_arbeid: "Acht uur per week vrachtbrieven is wat wij hebben.",
    stand: "Werkt acht van de veertig uur, loonwaarde een vijfde.",
    eerste_spoor: "Geen uitbreiding mogelijk gebleken.",
    tweede_spoor: "Niet ingezet.",
    vervolg: "Wij wachten het oordeel van UWV af.",
};

const MENING: MeningVerhaal = MeningVerhaal {
    per_element: &[
        ("Plan van aanpak", Eens::Nee, "Ik heb gevraagd om een tweede spoor en kreeg het niet."),
        ("Eindevaluatie", Eens::Deels, "De stand klopt, de uitleg niet."),
    ],
    eigen: "Ik heb mijn energie leren verdelen en wilde breder zoeken.",
    werkgever: "De werkplek was goed; de blik naar buiten ontbrak.",
    wensen: "Passend werk van tien tot twaalf uur, ook bij een ander.",
};
