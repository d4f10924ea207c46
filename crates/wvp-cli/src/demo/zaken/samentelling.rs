//! Samentelling: 27 days of recovery join two spells (R-21, vector G01).

use wvp_domain::Datum;
use wvp_domain::mijlpaal::gedeeld::{Rubriek, WijzeContact};
use wvp_domain::mijlpaal::probleemanalyse::Werkgerelateerd;
use wvp_domain::werknemer::Geslacht;

use crate::demo::mensen::{LAGE_WEIDE, Mens};
use crate::demo::schrijf::Script;
use crate::demo::verhaal::{
    BelastbaarVerhaal, GespreksVerhaal, MedischVerhaal, PlanVerhaal, SpreekuurVerhaal, Verhaal,
};
use crate::demo::{DemoFout, Zaak};

/// The case.
pub(crate) fn zaak() -> Result<Zaak, DemoFout> {
    let mut script = Script::begin(&VERHAAL, Datum::ymd(2025, 3, 3)?);
    script.spreekuur(&SpreekuurVerhaal {
        week: 4,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Halve dagen licht werk is mogelijk.",
        advies: "Begin met sorteren; herbeoordeling over vier weken.",
        aantekeningen: "Schouder: exorotatie passief 20 graden; injectie gezet.",
        werkt_mee: true,
    });
    script.hersteld(Datum::ymd(2025, 4, 14)?);
    // 27 days later: the spells are added, and everything moves by 27 days (vector G01).
    let terugval = Datum::ymd(2025, 5, 11)?;
    script.opnieuw_ziek(terugval);
    script.melding_arbodienst(terugval.volgende());
    script.probleemanalyse(terugval);
    script.plan(Datum::ymd(2025, 5, 22)?);
    script.casemanager(Datum::ymd(2025, 5, 22)?);
    script.gesprek(&GespreksVerhaal {
        week: 18,
        voortgang: "Sorteert vier ochtenden; reiken gaat nog niet.",
        afspraken: &["Rooster zonder oogst", "Nieuwe afspraak over zes weken"],
    });
    script.spreekuur(&SpreekuurVerhaal {
        week: 20,
        contact: WijzeContact::Video,
        mogelijkheden: "Hele dagen licht werk, nog niet reiken.",
        advies: "Uitbreiden in uren volgens schema.",
        aantekeningen: "Beweeglijkheid neemt toe; injectie hoeft niet herhaald.",
        werkt_mee: true,
    });
    script.werkt(script.dag(21, 1), 75, script.stuk_van("spreekuur", script.dag(20, 3)));
    script.gesprek(&GespreksVerhaal {
        week: 24,
        voortgang: "Werkt zes uur per dag.",
        afspraken: &["Proef met oogsten in lage draad"],
    });
    script.hersteld(Datum::ymd(2025, 9, 1)?);
    Zaak::uit(script, vec![])
}

static MENS: Mens = Mens {
    naam: "K. Olthof",
    naamdelen: ["K", "", "Olthof"],
    geslacht: Geslacht::Man,
    personeelsnummer: "1187",
    in_dienst: (2015, 1, 5),
    contract_tot: None,
    geboren: (1986, 2, 3),
    adres: ["Molenstraat", "12", "2671ZZ", "Naaldwijk"],
    telefoon: "06 5550 0134",
    email: "k.olthof@post.example",
    functie: "Medewerker teelt",
    uren: 38,
    bsn: "999903081",
    bekwaamheden: ["Mbo-2 plantenteelt", "Tien jaar teelt van paprika en tomaat", "Spuitlicentie"],
    werkgever: &LAGE_WEIDE,
};

pub(super) static VERHAAL: Verhaal = Verhaal {
    sleutel: "samentelling",
    titel: "Samentelling: 27 dagen beter, dan telt alles door",
    mens: &MENS,
    verblijf: None,
    medisch: MedischVerhaal {
        klachten: "Pijn en stijfheid van de rechterschouder, kan niet boven schouderhoogte reiken",
        diagnose: "Capsulitis adhaesiva rechts (frozen shoulder)",
        behandeling: "Corticosteroïdinjectie en oefentherapie",
        medicatie: "Paracetamol, zo nodig diclofenac",
        bevindingen: "Passieve exorotatie sterk beperkt, geen neurologische uitval",
        beloop: "Herstel na injectie, recidief na vier weken volledig werk",
        prognose: "Restloos herstel binnen anderhalf jaar te verwachten",
        onderbouwing: "Reiken en kracht zetten prikkelen het kapsel",
        werkgerelateerd: Werkgerelateerd::Deels,
        gbm_grond: None,
    },
    belastbaarheid: BelastbaarVerhaal {
        factoren: "Veel reiken en plukken boven schouderhoogte; teelt kent pieken.",
        beperkingen: &[
            (
                Rubriek::DynamischeHandelingen,
                "Niet reiken boven schouderhoogte, tillen tot vijf kilo",
            ),
            (Rubriek::Werktijden, "Ten hoogste vier uur per dag"),
        ],
        mogelijkheden: "Sorteren en etiketteren op tafelhoogte.",
        prognose: "Volledig herstel verwacht binnen een jaar.",
        doel: "Terugkeer in eigen werk voor 38 uur",
        aanpassingen: &["Sorteertafel op maat", "Geen oogst in de hoge draad"],
        opbouw_procent: [25, 50],
        onderzoek: None,
        mediation: false,
        geen_plan: None,
    },
    plan: PlanVerhaal {
        tussendoel: "Halve dagen sorteren zonder klachten",
        activiteiten: &[
            ("Sorteerplek inrichten", "Werkgever"),
            ("Oefeningen doen en opbouwen", "Werknemer"),
        ],
        visie_werkgever: [
            "Sorteerwerk is er tot de zomer.",
            "De plek is ingericht.",
            "Goed uitvoerbaar.",
        ],
        visie_werknemer: [
            "Ik kan sorteren zolang ik niet hoef te reiken.",
            "De oefeningen helpen.",
            "Ik ben het ermee eens.",
        ],
        taken: "Sorteren, etiketteren, inpakken op tafelhoogte",
    },
};
