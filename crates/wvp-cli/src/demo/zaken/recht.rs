//! The straight case: 104 weeks without a shift, from 1 January 2024 to the WIA (vector S01).

mod slot;
mod teksten;

pub(super) use teksten::VERHAAL;

use wvp_domain::Datum;
use wvp_domain::mijlpaal::bijstelling_plan_van_aanpak::Aanleiding;
use wvp_domain::mijlpaal::bijstelling_probleemanalyse::RedenBijstelling;
use wvp_domain::mijlpaal::eerstejaarsevaluatie::BesluitTweedeSpoor;
use wvp_domain::mijlpaal::uwv_brief;
use wvp_domain::mijlpaal::vangnet::VangnetSoort;

use crate::demo::schrijf::{NieuweAnalyse, Script};
use crate::demo::{DemoFout, Zaak};

/// The case.
pub(crate) fn zaak() -> Result<Zaak, DemoFout> {
    let mut script = Script::begin(&VERHAAL, Datum::ymd(2024, 1, 1)?);
    eerste_maanden(&mut script);
    opbouw_en_terugval(&mut script);
    rond_de_jaargrens(&mut script);
    slot::tweede_jaar(&mut script);
    slot::einde(&mut script);
    let papieren = vec![(script.dag(84, 7), "concept"), (script.dag(90, 4), "definitief")];
    Zaak::uit(script, papieren)
}

fn eerste_maanden(script: &mut Script) {
    script.regres(script.dag(1, 4), false);
    script.vangnet_werknemer(script.dag(9, 2));
    script.vangnet_arbodienst(script.dag(9, 3), VangnetSoort::NoRisk);
    script.vangnet_bij_uwv(script.dag(9, 4));
    script.aow(script.dag(3, 1), script.dag(1400, 1));
    script.probleemanalyse(script.dag(6, 2));
    script.plan(script.dag(8, 2));
    script.casemanager(script.dag(8, 2));
    script.stuur_door(script.dag(8, 4));
    for spreekuur in teksten::SPREEKUREN {
        let stuk = script.spreekuur(spreekuur);
        let na = script.dag(spreekuur.week + 1, 1);
        if let Some((_, procent)) = teksten::WERKT.iter().find(|(week, _)| *week == spreekuur.week)
        {
            script.werkt(na, *procent, stuk);
        }
    }
    for gesprek in teksten::GESPREKKEN {
        script.gesprek(gesprek);
    }
}

fn opbouw_en_terugval(script: &mut Script) {
    script.arbeidstherapie(
        script.dag(12, 1),
        "Orderlijsten controleren aan een zit-stawerkplek, twee ochtenden",
        "Vaststellen hoe lang zitten en staan haalbaar is, zonder productiedruk",
    );
    script.adviseer_interventie(
        script.dag(14, 4),
        [
            "Begeleide training van houding en draagkracht, twaalf weken",
            "Weer een halve werkdag staand en lopend kunnen werken",
            "Revalidatie na lumboradiculair syndroom: extensietraining en pijneducatie; \
             operatie (discectomie L5-S1) voorlopig niet geïndiceerd.",
        ],
    );
    let dagen = [script.dag(15, 3), script.dag(17, 1), script.dag(29, 5)];
    script.interventie(
        dagen,
        "Loopt nu vier kilometer en werkt vier uur achtereen; tilt tot vijf kilo.",
        "Revalidatierapport: rompstabiliteit genormaliseerd, restparese voetheffers graad 4+.",
    );
    script.loonopschorting(
        script.dag(20, 2),
        "Twee keer zonder bericht niet verschenen op een afspraak over de uitvoering van het plan.",
    );
    let nieuw = NieuweAnalyse {
        reden: RedenBijstelling::MedischGewijzigd,
        mogelijkheden: "Tot drie uur per dag werk met afwisseling van zitten, staan en lopen.",
        prognose: "Herstel voor eigen werk is minder waarschijnlijk; ander werk blijft mogelijk.",
        medisch: "Recidief uitstraling rechterbeen met krachtverlies; MRI toont nieuwe \
                  hernia nuclei pulposi L4-L5.",
    };
    let analyse = script.stuk("probleemanalyse");
    script.bijstelling_analyse(script.dag(31, 3), analyse, &nieuw);
    let plan = script.stuk("plan van aanpak");
    let aanleiding = Aanleiding::GewijzigdeProbleemanalyse;
    script.bijstelling_plan(script.dag(32, 4), plan, aanleiding);
    // Reported fit, and ill again the very same day: a gap of nought days, so nothing shifts.
    script.hersteld(script.dag(38, 1));
    script.opnieuw_ziek(script.dag(38, 1));
    let gesprek = script.stuk_van("voortgangsgesprek", script.dag(20, 2));
    script.corrigeer(
        script.dag(21, 3),
        gesprek,
        script.dag(20, 3),
        "Het gesprek was een dag later dan in het verslag stond.",
    );
}

fn rond_de_jaargrens(script: &mut Script) {
    script.week_42(script.dag(42, 4), script.eerste);
    let ontvangst = uwv_brief::Soort::OntvangstWeek42;
    script.uwv_brief(script.dag(43, 3), ontvangst, None);
    script.eerstejaarsevaluatie(
        script.dag(50, 2),
        "Werkt twaalf uur per week in aangepast werk op kantoor: orderlijsten en telefoon.",
        BesluitTweedeSpoor::Starten,
        "Terugkeer in eigen werk binnen drie maanden is niet te verwachten; \
         het tweede spoor start daarom naast het eerste.",
    );
    script.tweede_spoor(
        script.dag(51, 2),
        "In het bedrijf is geen vaste plaats zonder tillen. Een re-integratiebedrijf zoekt mee \
         naar administratief werk in de regio.",
    );
    let vorige = script.stuk_van("bijstelling plan", script.dag(32, 4));
    script.bijstelling_plan(script.dag(52, 2), vorige, Aanleiding::TweedeSpoor);
}
