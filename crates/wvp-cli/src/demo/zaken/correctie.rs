//! The first day of illness is corrected after week 42: every date moves.

use wvp_domain::Datum;
use wvp_domain::mijlpaal::eerstejaarsevaluatie::BesluitTweedeSpoor;
use wvp_domain::mijlpaal::gedeeld::{Rubriek, WijzeContact};
use wvp_domain::mijlpaal::probleemanalyse::Werkgerelateerd;
use wvp_domain::werknemer::Geslacht;

use crate::demo::mensen::{DE_MEERPAAL, Mens};
use crate::demo::schrijf::Script;
use crate::demo::verhaal::{
    BelastbaarVerhaal, GespreksVerhaal, MedischVerhaal, PlanVerhaal, SpreekuurVerhaal, Verhaal,
};
use crate::demo::{DemoFout, Zaak};

/// The case.
pub(crate) fn zaak() -> Result<Zaak, DemoFout> {
    let mut script = Script::begin(&VERHAAL, Datum::ymd(2024, 3, 18)?);
    script.spreekuur(&SpreekuurVerhaal {
        week: 4,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Rustige taken buiten schooltijd.",
        advies: "Probleemanalyse volgt; begin klein.",
        aantekeningen: "Distress sterk verhoogd; oxazepam kortdurend.",
        werkt_mee: true,
    });
    script.probleemanalyse(Datum::ymd(2024, 4, 25)?);
    script.plan(Datum::ymd(2024, 5, 7)?);
    script.casemanager(Datum::ymd(2024, 5, 7)?);
    script.gesprek(&GespreksVerhaal {
        week: 14,
        voortgang: "Twee ochtenden magazijn.",
        afspraken: &["Opbouw per twee weken"],
    });
    script.gesprek(&GespreksVerhaal {
        week: 20,
        voortgang: "Drie ochtenden; drukte vermijden lukt.",
        afspraken: &["Zomerrooster rustig houden"],
    });
    script.gesprek(&GespreksVerhaal {
        week: 26,
        voortgang: "Schoolbegin gaf spanning.",
        afspraken: &["Vaste begeleider blijft"],
    });
    script.gesprek(&GespreksVerhaal {
        week: 32,
        voortgang: "Halve dagen, zonder pauzewacht.",
        afspraken: &["Opbouw naar vijf dagen"],
    });
    script.gesprek(&GespreksVerhaal {
        week: 38,
        voortgang: "Halve dagen stabiel.",
        afspraken: &["Voorbereiden melding week 42"],
    });
    script.spreekuur(&SpreekuurVerhaal {
        week: 30,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Halve dagen zonder groepen.",
        advies: "Opbouwen tot hele dagen in het voorjaar.",
        aantekeningen: "EMDR afgerond, 4DKL gedaald; slaap hersteld.",
        werkt_mee: true,
    });
    script.werkt(script.dag(31, 1), 50, script.stuk_van("spreekuur", script.dag(30, 3)));
    na_week_42(&mut script)?;
    Zaak::uit(script, vec![])
}

/// Week 42, the correction, and what comes of it.
fn na_week_42(script: &mut Script) -> Result<(), DemoFout> {
    script.week_42(script.dag(42, 3), script.eerste);
    // After week 42 it turns out that the illness began two weeks earlier: every date moves.
    let werkelijk = Datum::ymd(2024, 3, 4)?;
    script.corrigeer(
        script.dag(44, 2),
        script.stuk("ziekmelding"),
        werkelijk,
        "Uit de loonadministratie blijkt dat de werknemer al op 4 maart 2024 ziek naar huis ging.",
    );
    script.gesprek(&GespreksVerhaal {
        week: 44,
        voortgang: "De eerste ziektedag is gecorrigeerd; gevolgen besproken.",
        afspraken: &["UWV krijgt de juiste datum"],
    });
    script.eerstejaarsevaluatie(
        script.dag(48, 2),
        "Werkt halve dagen in eigen werk zonder pauzewacht.",
        BesluitTweedeSpoor::NietNodig,
        "Volledige terugkeer binnen drie maanden is te verwachten; tweede spoor nu niet nodig.",
    );
    script.gesprek(&GespreksVerhaal {
        week: 50,
        voortgang: "Zes uur per dag, ook weer pauzewacht.",
        afspraken: &["Laatste stap over vier weken"],
    });
    script.hersteld(script.dag(56, 1));
    Ok(())
}

static MENS: Mens = Mens {
    naam: "A. Wiersma",
    naamdelen: ["A", "", "Wiersma"],
    geslacht: Geslacht::Man,
    personeelsnummer: "40102",
    in_dienst: (2010, 9, 1),
    contract_tot: None,
    geboren: (1971, 8, 9),
    adres: ["Hoofdweg", "210", "8021ZZ", "Zwolle"],
    telefoon: "06 5550 0163",
    email: "a.wiersma@post.example",
    functie: "Conciërge",
    uren: 36,
    bsn: "999911004",
    bekwaamheden: [
        "Mbo-3 facilitaire dienstverlening",
        "Vijftien jaar conciërge",
        "Bedrijfshulpverlener",
    ],
    werkgever: &DE_MEERPAAL,
};

pub(super) static VERHAAL: Verhaal = Verhaal {
    sleutel: "correctie",
    titel: "De eerste ziektedag blijkt twee weken eerder te liggen",
    mens: &MENS,
    verblijf: None,
    medisch: MedischVerhaal {
        klachten: "Slaapt slecht, piekert, snel overprikkeld",
        diagnose: "Aanpassingsstoornis met angst en somberheid",
        behandeling: "Gesprekken bij de praktijkondersteuner, daarna EMDR",
        medicatie: "Oxazepam 10 mg zo nodig, eerste zes weken",
        bevindingen: "4DKL: distress sterk verhoogd, geen suïcidaliteit",
        beloop: "Geleidelijk herstel met terugslagen",
        prognose: "Gunstig bij rustige opbouw",
        onderbouwing: "Prikkels en tijdsdruk lokken klachten uit",
        werkgerelateerd: Werkgerelateerd::Deels,
        gbm_grond: None,
    },
    belastbaarheid: BelastbaarVerhaal {
        factoren: "Onrust na een verbouwing van de school; thuis zorg voor een ouder.",
        beperkingen: &[
            (Rubriek::PersoonlijkFunctioneren, "Geen deadlines, één taak tegelijk"),
            (Rubriek::SociaalFunctioneren, "Geen omgang met groepen ouders"),
        ],
        mogelijkheden: "Rustige taken buiten schooltijd.",
        prognose: "Herstel voor eigen werk binnen een jaar is waarschijnlijk.",
        doel: "Terug als conciërge, 36 uur",
        aanpassingen: &["Rustige werkplek", "Vaste begeleider"],
        opbouw_procent: [25, 50],
        onderzoek: None,
        mediation: true,
        geen_plan: None,
    },
    plan: PlanVerhaal {
        tussendoel: "Drie ochtenden buiten schooltijd",
        activiteiten: &[
            ("Vaste begeleider aanwijzen", "Werkgever"),
            ("Dagstructuur opbouwen", "Werknemer"),
        ],
        visie_werkgever: [
            "Er is onderhoud dat buiten schooltijd kan.",
            "Begeleider is aangewezen.",
            "Akkoord.",
        ],
        visie_werknemer: [
            "Rustige klussen gaan het beste.",
            "De gesprekken helpen.",
            "Akkoord, als het rustig mag.",
        ],
        taken: "Onderhoud, magazijn, tuin",
    },
};
