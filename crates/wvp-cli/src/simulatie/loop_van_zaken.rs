//! The script of one synthetic dossier: what people do as long as the illness lasts.

use wvp_domain::Datum;
use wvp_domain::mijlpaal::eerstejaarsevaluatie::BesluitTweedeSpoor;
use wvp_domain::mijlpaal::gedeeld::WijzeContact;
use wvp_domain::mijlpaal::oordeel_werknemer::Eens;
use wvp_domain::mijlpaal::sluiten::RedenSluiten;
use wvp_domain::mijlpaal::uwv_brief;

use super::model::Plan;
use crate::demo::{
    DemoFout, EindOordeel, EindVerhaal, GespreksVerhaal, MeningVerhaal, Script, SpreekuurVerhaal,
    VOORBEELD, Verhaal, Zaak,
};

/// The dossier of a plan, with the steps up to and including the last day of the simulation.
pub(super) fn zaak(plan: &Plan, tot: Datum) -> Result<Zaak, DemoFout> {
    let sleutel = format!("simulatie/{}/{}", plan.seed, plan.nummer);
    let mut script = script(VOORBEELD, sleutel, plan.begin);
    let einde = plan.begin.plus(plan.duur_dagen);
    // What would have come after recovery does not come.
    script.stappen.retain(|stap| stap.dag < einde);
    if plan.duur_dagen < 728 {
        script.hersteld(einde);
    } else {
        script.sluit(einde.plus(14), RedenSluiten::WachttijdVoorbij);
    }
    script.stappen.retain(|stap| stap.dag <= tot);
    Zaak::uit(script, vec![])
}

/// What people do in 104 weeks of illness, by one story.
pub(crate) fn script(verhaal: &'static Verhaal, sleutel: String, begin: Datum) -> Script {
    let mut script = Script::begin_onder(verhaal, sleutel, begin);
    eerste_jaar(&mut script);
    tweede_jaar(&mut script);
    script
}

fn eerste_jaar(script: &mut Script) {
    let spreekuur = script.spreekuur(&consult(5));
    script.probleemanalyse(script.dag(6, 3));
    script.plan(script.dag(8, 1));
    script.casemanager(script.dag(8, 1));
    for week in (14..104).step_by(6) {
        script.gesprek(&GespreksVerhaal {
            week,
            voortgang: "Het gaat langzaam vooruit.",
            afspraken: &["Opbouw zoals afgesproken"],
        });
    }
    for week in (11..104).step_by(6) {
        script.spreekuur(&consult(week));
    }
    script.werkt(script.dag(17, 1), 25, spreekuur);
    script.werkt(script.dag(25, 1), 50, spreekuur);
    script.week_42(script.dag(42, 4), script.eerste);
    script.eerstejaarsevaluatie(
        script.dag(50, 2),
        "De helft van het werk lukt.",
        BesluitTweedeSpoor::NietNodig,
        "Terugkeer in eigen werk blijft haalbaar.",
    );
}

fn tweede_jaar(script: &mut Script) {
    script.uwv_brief(script.dag(88, 2), uwv_brief::Soort::KennisgevingWia, None);
    script.actueel_oordeel(script.dag(90, 1), &OORDEEL);
    script.medische_informatie(script.dag(90, 1));
    script.eindevaluatie(script.dag(90, 4), &EINDE);
    script.oordeel_aangeboden(script.dag(90, 4));
    script.oordeel_werknemer(script.dag(91, 1), &MENING);
    script.riv_over(script.dag(91, 2));
    script.wia_aanvraag(script.dag(92, 3));
}

fn consult(week: i32) -> SpreekuurVerhaal {
    SpreekuurVerhaal {
        week,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Licht werk, opbouwend in uren.",
        advies: "Rustig opbouwen; over zes weken opnieuw.",
        aantekeningen: "Verloop zoals verwacht.",
        werkt_mee: true,
    }
}

const OORDEEL: EindOordeel = EindOordeel {
    verloop: "Stabiel.",
    mogelijkheden: "Licht werk.",
    stand: "Werkt deels.",
    prognose: "Onzeker.",
    arbeidsrelatie: "Goed.",
    passende_arbeid: "Passend.",
};

const EINDE: EindVerhaal = EindVerhaal {
    arbeidsrelatie: "Goed.",
    passende_arbeid: "Passend.",
    stand: "Werkt deels.",
    eerste_spoor: "Deels gelukt.",
    tweede_spoor: "Niet nodig.",
    vervolg: "Verder zoals nu.",
};

const MENING: MeningVerhaal = MeningVerhaal {
    per_element: &[("Plan van aanpak", Eens::Ja, "Goed.")],
    eigen: "Gewerkt.",
    werkgever: "Geholpen.",
    wensen: "Geen.",
};
