//! Ziek uit dienst: the contract ends in week 17 of the illness.

use wvp_domain::Datum;
use wvp_domain::mijlpaal::gedeeld::{Rubriek, WijzeContact};
use wvp_domain::mijlpaal::probleemanalyse::Werkgerelateerd;
use wvp_domain::mijlpaal::sluiten::RedenSluiten;
use wvp_domain::werknemer::Geslacht;

use crate::demo::mensen::{Mens, NOORDERLICHT};
use crate::demo::schrijf::{EindOordeel, Script};
use crate::demo::verhaal::{
    BelastbaarVerhaal, GespreksVerhaal, MedischVerhaal, PlanVerhaal, SpreekuurVerhaal, Verhaal,
};
use crate::demo::{DemoFout, Zaak};

/// The case.
pub(crate) fn zaak() -> Result<Zaak, DemoFout> {
    let mut script = Script::begin(&VERHAAL, Datum::ymd(2025, 1, 6)?);
    script.regres(script.dag(1, 3), true);
    script.spreekuur(&SpreekuurVerhaal {
        week: 3,
        contact: WijzeContact::Telefoon,
        mogelijkheden: "Zittend werk met het been hoog.",
        advies: "Ritadministratie vanuit huis is mogelijk.",
        aantekeningen: "Operatie verlopen zonder complicatie; nadroparine.",
        werkt_mee: true,
    });
    script.probleemanalyse(script.dag(6, 2));
    script.plan(script.dag(7, 4));
    script.casemanager(script.dag(7, 4));
    script.gesprek(&GespreksVerhaal {
        week: 13,
        voortgang: "Ritadministratie acht uur per week.",
        afspraken: &["Doorgaan tot het einde van het contract"],
    });
    script.spreekuur(&SpreekuurVerhaal {
        week: 14,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Zittend werk, een kwart van de uren.",
        advies: "Rijden nog niet; overdracht aan UWV voorbereiden.",
        aantekeningen: "Consolidatie zichtbaar op foto; dorsaalflexie 5 graden.",
        werkt_mee: true,
    });
    let laatste_werkdag = script.dag(17, 7);
    script.actueel_oordeel(script.dag(16, 3), &OORDEEL);
    script.medische_informatie(script.dag(16, 4));
    script.einde_dienstverband(laatste_werkdag, laatste_werkdag, Some(laatste_werkdag));
    script.sluit(laatste_werkdag.volgende(), RedenSluiten::EindeDienstverband);
    Zaak::uit(script, vec![(laatste_werkdag, "definitief")])
}

static MENS: Mens = Mens {
    naam: "D. Nowak",
    naamdelen: ["D", "", "Nowak"],
    geslacht: Geslacht::Man,
    personeelsnummer: "2318",
    in_dienst: (2024, 5, 5),
    contract_tot: Some((2025, 5, 4)),
    geboren: (1998, 1, 17),
    adres: ["Korenbloem", "63", "9731ZZ", "Groningen"],
    telefoon: "06 5550 0176",
    email: "d.nowak@post.example",
    functie: "Chauffeur distributie",
    uren: 40,
    bsn: "999912999",
    bekwaamheden: ["Rijbewijs CE, code 95", "Drie jaar distributie", "Spreekt Pools en Engels"],
    werkgever: &NOORDERLICHT,
};

pub(super) static VERHAAL: Verhaal = Verhaal {
    sleutel: "ziek-uit-dienst",
    titel: "Ziek uit dienst: het contract loopt af",
    mens: &MENS,
    verblijf: Some(["Polderdijk", "9", "8302ZZ", "Emmeloord"]),
    medisch: MedischVerhaal {
        klachten: "Pijn en zwelling van de linkerenkel, kan niet schakelen",
        diagnose: "Trimalleolaire enkelfractuur links, geopereerd",
        behandeling: "Osteosynthese, daarna oefentherapie",
        medicatie: "Paracetamol, nadroparine eerste zes weken",
        bevindingen: "Wond genezen, dorsaalflexie beperkt",
        beloop: "Genezing volgens verwachting",
        prognose: "Rijden pas na consolidatie",
        onderbouwing: "Belasten en koppelen nog niet verantwoord",
        werkgerelateerd: Werkgerelateerd::Nee,
        gbm_grond: None,
    },
    belastbaarheid: BelastbaarVerhaal {
        factoren: "Alleen rijdend werk, geen kantoor in de buurt.",
        beperkingen: &[(
            Rubriek::DynamischeHandelingen,
            "Niet lopen zonder krukken, geen pedalen bedienen",
        )],
        mogelijkheden: "Zittend werk met het been hoog.",
        prognose: "Rijden weer mogelijk over vier tot zes maanden.",
        doel: "Terug in eigen werk",
        aanpassingen: &["Zittend werk aan huis"],
        opbouw_procent: [25, 50],
        onderzoek: None,
        mediation: false,
        geen_plan: None,
    },
    plan: PlanVerhaal {
        tussendoel: "Zonder krukken lopen",
        activiteiten: &[
            ("Ritadministratie vanuit huis", "Werknemer"),
            ("Laptop en toegang regelen", "Werkgever"),
        ],
        visie_werkgever: [
            "Administratie kan tot het einde van het contract.",
            "De laptop is geleverd.",
            "Akkoord.",
        ],
        visie_werknemer: ["Ik doe graag iets nuttigs.", "De oefeningen gaan goed.", "Akkoord."],
        taken: "Ritadministratie vanuit huis",
    },
};

const OORDEEL: EindOordeel = EindOordeel {
    verloop: "Voorspoedig herstel na een ongeval in de vrije tijd.",
    mogelijkheden: "Zittend werk voor een kwart van de uren; lopen met één kruk.",
    stand: "Doet ritadministratie vanuit huis; eigen werk kan nog niet.",
    prognose: "Rijden weer mogelijk over twee tot drie maanden.",
    arbeidsrelatie: "Goed; het contract loopt af op de afgesproken dag.",
    passende_arbeid: "De ritadministratie past bij de mogelijkheden.",
};
