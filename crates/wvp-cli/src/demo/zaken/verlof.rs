//! Maternity leave between two spells: its days are skipped.

use wvp_domain::Datum;
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
    let mut script = Script::begin(&VERHAAL, Datum::ymd(2024, 9, 2)?);
    script.spreekuur(&SpreekuurVerhaal {
        week: 3,
        contact: WijzeContact::Video,
        mogelijkheden: "Zittend werk in korte blokken.",
        advies: "Rekentoetsen en voorbereiding vanuit huis.",
        aantekeningen: "Zwangerschap 22 weken, symfysiolyse; bekkenfysiotherapie.",
        werkt_mee: true,
    });
    script.probleemanalyse(Datum::ymd(2024, 10, 8)?);
    script.plan(Datum::ymd(2024, 10, 21)?);
    script.casemanager(Datum::ymd(2024, 10, 21)?);
    script.gesprek(&GespreksVerhaal {
        week: 13,
        voortgang: "Nakijkwerk thuis gaat goed.",
        afspraken: &["Overdracht aan de vervanger"],
    });
    // Ill until the leave and again right after it, with the same cause: its days are skipped.
    let (eerste_verlofdag, laatste_verlofdag) =
        (Datum::ymd(2024, 12, 9)?, Datum::ymd(2025, 3, 30)?);
    script.verlof(Datum::ymd(2024, 12, 2)?, eerste_verlofdag, laatste_verlofdag);
    script.hersteld(eerste_verlofdag);
    script.opnieuw_ziek(laatste_verlofdag.volgende());
    script.spreekuur(&SpreekuurVerhaal {
        week: 33,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Vier uur per week in kleine groepjes.",
        advies: "Langzaam opbouwen; geen trappen.",
        aantekeningen: "Postpartum bekkenpijn, ASLR links positief; geen rode vlaggen.",
        werkt_mee: true,
    });
    script.werkt(Datum::ymd(2025, 4, 28)?, 25, script.stuk_van("spreekuur", script.dag(33, 3)));
    script.gesprek(&GespreksVerhaal {
        week: 35,
        voortgang: "Vier uur per week kleine groepjes.",
        afspraken: &["Uitbreiden na de meivakantie"],
    });
    script.gesprek(&GespreksVerhaal {
        week: 41,
        voortgang: "Drie ochtenden; staan gaat beter.",
        afspraken: &["Laatste stap na het spreekuur"],
    });
    script.hersteld(Datum::ymd(2025, 7, 7)?);
    Zaak::uit(script, vec![])
}

static MENS: Mens = Mens {
    naam: "F. el Amrani",
    naamdelen: ["F", "el", "Amrani"],
    geslacht: Geslacht::Vrouw,
    personeelsnummer: "40317",
    in_dienst: (2017, 8, 1),
    contract_tot: None,
    geboren: (1993, 11, 22),
    adres: ["Esdoornlaan", "5", "8017ZZ", "Zwolle"],
    telefoon: "06 5550 0147",
    email: "f.elamrani@post.example",
    functie: "Leerkracht groep 6",
    uren: 32,
    bsn: "999907049",
    bekwaamheden: [
        "Hbo lerarenopleiding basisonderwijs",
        "Acht jaar groep 5 en 6",
        "Rekencoördinator",
    ],
    werkgever: &DE_MEERPAAL,
};

pub(super) static VERHAAL: Verhaal = Verhaal {
    sleutel: "verlof",
    titel: "Zwangerschapsverlof tussen twee ziekteperioden",
    mens: &MENS,
    verblijf: None,
    medisch: MedischVerhaal {
        klachten: "Bekkenpijn en uitputting, kan niet lang staan of lopen",
        diagnose: "Symfysiolyse bij zwangerschap, na de bevalling postpartum bekkenpijn",
        behandeling: "Bekkenfysiotherapie",
        medicatie: "Paracetamol",
        bevindingen: "Positieve ASLR-test, provocatie symfyse pijnlijk",
        beloop: "Toename tot aan het verlof, langzaam herstel daarna",
        prognose: "Volledig herstel binnen enkele maanden waarschijnlijk",
        onderbouwing: "Staan en traplopen belasten het bekken",
        werkgerelateerd: Werkgerelateerd::Nee,
        gbm_grond: None,
    },
    belastbaarheid: BelastbaarVerhaal {
        factoren: "Lang staan en traplopen in een gebouw met drie lagen.",
        beperkingen: &[
            (Rubriek::StatischeHoudingen, "Staan ten hoogste een kwartier achtereen"),
            (Rubriek::DynamischeHandelingen, "Geen trappen, lopen tot tien minuten"),
        ],
        mogelijkheden: "Zittend werk op de begane grond, korte blokken.",
        prognose: "Herstel binnen zes maanden verwacht.",
        doel: "Terug voor de groep, 32 uur",
        aanpassingen: &["Lokaal op de begane grond", "Kruk bij het bord"],
        opbouw_procent: [25, 50],
        onderzoek: None,
        mediation: false,
        geen_plan: None,
    },
    plan: PlanVerhaal {
        tussendoel: "Twee ochtenden voor de groep",
        activiteiten: &[
            ("Lokaal op de begane grond regelen", "Werkgever"),
            ("Oefeningen doen en opbouwen", "Werknemer"),
        ],
        visie_werkgever: ["Er is werk aan de rekenmethode.", "Het lokaal is geregeld.", "Akkoord."],
        visie_werknemer: ["Ik wil rustig opbouwen.", "De oefeningen helpen mij goed.", "Akkoord."],
        taken: "Rekentoetsen nakijken, methode voorbereiden, kleine groepjes",
    },
};
