//! Recovered in week 3: only the watch over the chain remains.

use wvp_domain::Datum;
use wvp_domain::mijlpaal::gedeeld::{Rubriek, WijzeContact};
use wvp_domain::mijlpaal::probleemanalyse::Werkgerelateerd;
use wvp_domain::werknemer::Geslacht;

use crate::demo::mensen::{Mens, NOORDERLICHT};
use crate::demo::schrijf::Script;
use crate::demo::verhaal::{
    BelastbaarVerhaal, MedischVerhaal, PlanVerhaal, SpreekuurVerhaal, Verhaal,
};
use crate::demo::{DemoFout, Zaak};

/// The case.
pub(crate) fn zaak() -> Result<Zaak, DemoFout> {
    let mut script = Script::begin(&VERHAAL, Datum::ymd(2025, 2, 10)?);
    script.spreekuur(&SpreekuurVerhaal {
        week: 2,
        contact: WijzeContact::Telefoon,
        mogelijkheden: "Nu geen werk; herstel wordt snel verwacht.",
        advies: "Contact houden; geen verdere begeleiding nodig.",
        aantekeningen: "Pneumonie, tweede dag antibiotica; geen koorts meer.",
        werkt_mee: true,
    });
    script.hersteld(script.dag(3, 4));
    Zaak::uit(script, vec![])
}

static MENS: Mens = Mens {
    naam: "P. Dijkgraaf",
    naamdelen: ["P", "", "Dijkgraaf"],
    geslacht: Geslacht::Vrouw,
    personeelsnummer: "2290",
    in_dienst: (2019, 3, 1),
    contract_tot: None,
    geboren: (1990, 4, 30),
    adres: ["Stationsweg", "44", "9726ZZ", "Groningen"],
    telefoon: "06 5550 0150",
    email: "p.dijkgraaf@post.example",
    functie: "Planner wegvervoer",
    uren: 40,
    bsn: "999909022",
    bekwaamheden: ["Mbo-4 planner wegtransport", "Zes jaar planning", "Spreekt Duits"],
    werkgever: &NOORDERLICHT,
};

pub(super) static VERHAAL: Verhaal = Verhaal {
    sleutel: "herstel",
    titel: "Beter in week 3: de keten loopt stil af",
    mens: &MENS,
    verblijf: None,
    medisch: MedischVerhaal {
        klachten: "Koorts, hoesten en benauwdheid",
        diagnose: "Pneumonie rechter onderkwab",
        behandeling: "Antibioticakuur via de huisarts",
        medicatie: "Amoxicilline 500 mg",
        bevindingen: "Crepitaties rechts basaal, saturatie 95%",
        beloop: "Vlot herstel na de kuur",
        prognose: "Volledig herstel binnen drie weken",
        onderbouwing: "Algehele malaise beperkt concentratie en duur",
        werkgerelateerd: Werkgerelateerd::Nee,
        gbm_grond: None,
    },
    belastbaarheid: BelastbaarVerhaal {
        factoren: "Geen factoren in het werk.",
        beperkingen: &[(Rubriek::Werktijden, "Tijdelijk geen werk")],
        mogelijkheden: "Na herstel zijn er geen beperkingen.",
        prognose: "Volledig herstel binnen drie weken.",
        doel: "Terug in eigen werk, 40 uur",
        aanpassingen: &["Geen"],
        opbouw_procent: [25, 50],
        onderzoek: None,
        mediation: false,
        geen_plan: None,
    },
    plan: PlanVerhaal {
        tussendoel: "Weer hele dagen plannen",
        activiteiten: &[("Rust nemen", "Werknemer")],
        visie_werkgever: ["Terugkeer wordt snel verwacht.", "Contact is goed.", "Akkoord."],
        visie_werknemer: ["Ik knap op.", "Ik heb rust gehouden.", "Akkoord."],
        taken: "Ritten plannen",
    },
};
