//! AOW while ill: wages go on for six weeks after that day (R-71, vector A03).

use wvp_domain::Datum;
use wvp_domain::mijlpaal::gedeeld::{Rubriek, WijzeContact};
use wvp_domain::mijlpaal::probleemanalyse::Werkgerelateerd;
use wvp_domain::mijlpaal::sluiten::RedenSluiten;
use wvp_domain::werknemer::Geslacht;

use crate::demo::mensen::{LAGE_WEIDE, Mens};
use crate::demo::schrijf::Script;
use crate::demo::verhaal::{
    BelastbaarVerhaal, GespreksVerhaal, MedischVerhaal, PlanVerhaal, SpreekuurVerhaal, Verhaal,
};
use crate::demo::{DemoFout, Zaak};

/// The case.
pub(crate) fn zaak() -> Result<Zaak, DemoFout> {
    let mut script = Script::begin(&VERHAAL, Datum::ymd(2024, 9, 2)?);
    script.aow(script.dag(1, 3), Datum::ymd(2025, 3, 14)?);
    script.spreekuur(&SpreekuurVerhaal {
        week: 4,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Nog geen werk; rust en opbouw gaan voor.",
        advies: "Herbeoordeling bij de probleemanalyse.",
        aantekeningen: "Na PCI LAD; hartrevalidatie gestart, metoprolol.",
        werkt_mee: true,
    });
    script.probleemanalyse(script.dag(6, 3));
    script.plan(script.dag(8, 2));
    script.casemanager(script.dag(8, 2));
    script.gesprek(&GespreksVerhaal {
        week: 14,
        voortgang: "Twee ochtenden werkbank.",
        afspraken: &["Opbouw naar vier ochtenden"],
    });
    script.spreekuur(&SpreekuurVerhaal {
        week: 16,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Vier ochtenden licht werk.",
        advies: "Hitte en zware inspanning vermijden.",
        aantekeningen: "Inspanningstest 110 watt zonder klachten.",
        werkt_mee: true,
    });
    script.werkt(script.dag(17, 1), 50, script.stuk_van("spreekuur", script.dag(16, 3)));
    script.gesprek(&GespreksVerhaal {
        week: 20,
        voortgang: "Vier ochtenden werkbank, gaat goed.",
        afspraken: &["Afscheid plannen"],
    });
    script.gesprek(&GespreksVerhaal {
        week: 26,
        voortgang: "Zo doorgaan tot de AOW.",
        afspraken: &["Geen wijziging"],
    });
    script.sluit(Datum::ymd(2025, 4, 25)?, RedenSluiten::Aow);
    Zaak::uit(script, vec![])
}

static MENS: Mens = Mens {
    naam: "W. van Beek",
    naamdelen: ["W", "van", "Beek"],
    geslacht: Geslacht::Man,
    personeelsnummer: "1044",
    in_dienst: (1999, 4, 1),
    contract_tot: None,
    geboren: (1958, 3, 14),
    adres: ["Wilgenhof", "18", "2685ZZ", "Poeldijk"],
    telefoon: "06 5550 0189",
    email: "w.vanbeek@post.example",
    functie: "Onderhoudsmonteur",
    uren: 32,
    bsn: "999914972",
    bekwaamheden: ["Mts werktuigbouw", "Veertig jaar onderhoud", "Lasdiploma niveau 3"],
    werkgever: &LAGE_WEIDE,
};

pub(super) static VERHAAL: Verhaal = Verhaal {
    sleutel: "aow",
    titel: "AOW tijdens ziekte: loon loopt korter door",
    mens: &MENS,
    verblijf: None,
    medisch: MedischVerhaal {
        klachten: "Pijn op de borst bij inspanning",
        diagnose: "Instabiele angina pectoris, dotterbehandeling",
        behandeling: "Hartrevalidatie",
        medicatie: "Acetylsalicylzuur, metoprolol, atorvastatine",
        bevindingen: "Goede pompfunctie, drempel 90 watt",
        beloop: "Opbouw in hartrevalidatie",
        prognose: "Blijvend minder zwaar werk",
        onderbouwing: "Zware inspanning en hitte belasten het hart",
        werkgerelateerd: Werkgerelateerd::Nee,
        gbm_grond: None,
    },
    belastbaarheid: BelastbaarVerhaal {
        factoren: "Zwaar werk in warme kassen.",
        beperkingen: &[
            (Rubriek::FysiekeOmgevingseisen, "Geen hitte boven 28 graden"),
            (Rubriek::DynamischeHandelingen, "Geen zware inspanning"),
        ],
        mogelijkheden: "Licht reparatiewerk aan de werkbank.",
        prognose: "Blijvend minder zwaar werk.",
        doel: "Aangepast eigen werk tot de AOW",
        aanpassingen: &["Werkbank in de koele werkplaats"],
        opbouw_procent: [25, 50],
        onderzoek: None,
        mediation: false,
        geen_plan: None,
    },
    plan: PlanVerhaal {
        tussendoel: "Vier ochtenden werkbank",
        activiteiten: &[("Werkbank inrichten", "Werkgever"), ("Conditie opbouwen", "Werknemer")],
        visie_werkgever: ["Genoeg licht werk.", "Werkbank staat.", "Akkoord."],
        visie_werknemer: ["Graag tot mijn AOW blijven.", "De opbouw doet mij goed.", "Akkoord."],
        taken: "Pompen en motoren reviseren aan de werkbank",
    },
};
