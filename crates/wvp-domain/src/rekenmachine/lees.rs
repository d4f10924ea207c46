//! From raw input to [`Invoer`]: every unknown, missing or unreadable field is named, all at once.

use std::collections::BTreeSet;

use super::InvoerFout;
use super::invoer::{Gedaan, Invoer, Loonsanctie, Periode, UwvBrief, Verlenging, Verlof};
use super::lezer::{Fouten, Lezer, datum};
use super::ruw::Ruw;
use crate::TermijnId;
use crate::mijlpaal::vangnet::VangnetSoort;
use crate::termijn::{KeuzeId, Keuzes};

/// What could be read, and what could not.
#[derive(Debug, Clone, PartialEq)]
pub struct Lezing {
    /// The input without what could not be read.
    pub invoer: Invoer,
    /// Every fault, in the order of the fields.
    pub fouten: Vec<InvoerFout>,
}

const VANGNETTEN: &[(&str, VangnetSoort)] = &[
    ("fictieve_dienstbetrekking", VangnetSoort::FictieveDienstbetrekking),
    ("flexibele_verlofperiode", VangnetSoort::FlexibeleVerlofperiode),
    ("zwangerschap", VangnetSoort::Zwangerschap),
    ("na_bevalling", VangnetSoort::NaBevalling),
    ("orgaandonatie", VangnetSoort::Orgaandonatie),
    ("no_risk", VangnetSoort::NoRisk),
];

const BRIEVEN: &[(&str, UwvBrief)] = &[
    ("op_tijd", UwvBrief::OpTijd),
    ("nog_niet", UwvBrief::NogNiet),
    ("nooit", UwvBrief::Nooit),
    ("ontvangen", UwvBrief::Ontvangen),
];

/// Reads the input of the calculator.
#[must_use]
pub fn lees(ruw: Ruw) -> Lezing {
    let mut fouten = Fouten::default();
    let f = &mut fouten;
    let mut lezer = Lezer::object("", ruw, f);
    let invoer = Invoer {
        peildatum: lezer.datum("peildatum", f),
        perioden: perioden(&mut lezer, f),
        gedaan: lezer.binnen("gedaan", f).map(|gedaan| lees_gedaan(gedaan, f)).unwrap_or_default(),
        verlof: lijst(&mut lezer, "verlof", f, lees_verlof),
        aow_datum: lezer.datum("aow_datum", f),
        laatste_werkdag: lezer.datum("laatste_werkdag", f),
        herstel_binnen_3_maanden: lezer.ja("herstel_binnen_3_maanden", f),
        geen_mogelijkheden: lezer.ja("geen_mogelijkheden", f),
        vangnet: lezer.woord("vangnet", VANGNETTEN, f),
        flexperiode_van: lezer.datum("flexperiode_van", f),
        bekend_sinds: lezer.datum("bekend_sinds", f),
        uwv_brief: lezer.woord("uwv_brief", BRIEVEN, f),
        uwv_brief_uiterlijk: lezer.datum("uwv_brief_uiterlijk", f),
        verlenging: lezer.binnen("verlenging", f).and_then(|it| lees_verlenging(it, f)),
        loonsanctie: lezer.binnen("loonsanctie", f).map(|it| lees_loonsanctie(it, f)),
        vervroegde_iva_aanvraag: lezer.datum("vervroegde_iva_aanvraag", f),
        keuzes: lezer.binnen("keuzes", f).map(|it| lees_keuzes(it, f)).unwrap_or_default(),
    };
    lezer.klaar(f);
    Lezing { invoer, fouten: fouten.0 }
}

fn perioden(lezer: &mut Lezer, fouten: &mut Fouten) -> Vec<Periode> {
    let gevonden = korte_lijst(lezer, "perioden", fouten);
    match &gevonden {
        None => {
            // A value that is no list was named already.
            let genoemd = fouten.0.iter().any(|fout| fout.veld == "perioden");
            if !genoemd {
                fouten.meld("perioden", &"", "dit veld ontbreekt");
            }
        }
        Some(elementen) if elementen.len() > HOOGSTENS => {}
        Some(elementen) if elementen.is_empty() => {
            fouten.meld("perioden", &"[]", "ten minste een ziekteperiode is nodig");
        }
        Some(_) => {}
    }
    elementen(gevonden, fouten, lees_periode)
}

/// Longest list that is taken: nobody is ill more often in a working life, and time stays short.
const HOOGSTENS: usize = 500;

fn lijst<T>(
    lezer: &mut Lezer,
    naam: &'static str,
    fouten: &mut Fouten,
    lees: impl Fn(usize, Lezer, &mut Fouten) -> Option<T>,
) -> Vec<T> {
    let gevonden = korte_lijst(lezer, naam, fouten);
    elementen(gevonden, fouten, lees)
}

fn korte_lijst(
    lezer: &mut Lezer,
    naam: &'static str,
    fouten: &mut Fouten,
) -> Option<Vec<(String, Ruw)>> {
    let mut gevonden = lezer.lijst(naam, fouten)?;
    if gevonden.len() > HOOGSTENS {
        let aantal = format!("{} onderdelen", gevonden.len());
        fouten.meld(lezer.veld(naam), &aantal, format!("hoogstens {HOOGSTENS} onderdelen"));
        gevonden.truncate(1);
    }
    Some(gevonden)
}

fn elementen<T>(
    gevonden: Option<Vec<(String, Ruw)>>,
    fouten: &mut Fouten,
    lees: impl Fn(usize, Lezer, &mut Fouten) -> Option<T>,
) -> Vec<T> {
    let genummerd = gevonden.into_iter().flatten().enumerate();
    genummerd
        .filter_map(|(plaats, (pad, waarde))| {
            let lezer = Lezer::object(&pad, waarde, fouten);
            lees(plaats, lezer, fouten)
        })
        .collect()
}

fn lees_periode(plaats: usize, mut lezer: Lezer, fouten: &mut Fouten) -> Option<Periode> {
    let eerste_ziektedag = lezer.verplichte_datum("eerste_ziektedag", fouten);
    let hersteld_per = lezer.datum("hersteld_per", fouten);
    let door_zwangerschap = lezer.ja("door_zwangerschap", fouten);
    lezer.klaar(fouten);
    eerste_ziektedag.map(|eerste_ziektedag| Periode {
        eerste_ziektedag,
        hersteld_per,
        door_zwangerschap,
        plaats,
    })
}

fn lees_verlof(plaats: usize, mut lezer: Lezer, fouten: &mut Fouten) -> Option<Verlof> {
    let van = lezer.verplichte_datum("van", fouten);
    let tot_en_met = lezer.verplichte_datum("tot_en_met", fouten);
    let zelfde_oorzaak = lezer.ja("zelfde_oorzaak", fouten);
    lezer.klaar(fouten);
    van.zip(tot_en_met).map(|(van, tot_en_met)| Verlof { van, tot_en_met, zelfde_oorzaak, plaats })
}

fn lees_gedaan(mut lezer: Lezer, fouten: &mut Fouten) -> Gedaan {
    let uwv_brief_ontvangen = lezer.datum("uwv_brief_ontvangen", fouten);
    let mut gedaan = Gedaan { uwv_brief_ontvangen, ..Gedaan::default() };
    for (naam, waarde) in lezer.overige() {
        let veld = lezer.veld(&naam);
        match TermijnId::ALLE.into_iter().find(|id| id.sleutel() == naam) {
            None => fouten.meld(veld, &waarde.soort(), "geen stap die dit programma kent"),
            Some(id) if gedaan.termijnen.contains_key(&id) => {
                fouten.meld(veld, &waarde, "dit veld staat er twee keer");
            }
            Some(_) if waarde == Ruw::Leeg => {}
            Some(id) => {
                gedaan.termijnen.extend(datum(&veld, &waarde, fouten).map(|dag| (id, dag)));
            }
        }
    }
    gedaan
}

fn lees_verlenging(mut lezer: Lezer, fouten: &mut Fouten) -> Option<Verlenging> {
    let tot = lezer.verplichte_datum("tot", fouten);
    let verkorting_gevraagd = lezer.datum("verkorting_gevraagd", fouten);
    lezer.klaar(fouten);
    tot.map(|tot| Verlenging { tot, verkorting_gevraagd })
}

fn lees_loonsanctie(mut lezer: Lezer, fouten: &mut Fouten) -> Loonsanctie {
    let sanctie = Loonsanctie {
        opgelegd: lezer.datum("opgelegd", fouten),
        bekorting_gevraagd: lezer.datum("bekorting_gevraagd", fouten),
        besluit: lezer.datum("besluit", fouten),
    };
    lezer.klaar(fouten);
    sanctie
}

fn lees_keuzes(mut lezer: Lezer, fouten: &mut Fouten) -> Keuzes {
    let mut keuzes = Keuzes::default();
    let mut gezien = BTreeSet::new();
    for (naam, waarde) in lezer.overige() {
        let veld = lezer.veld(&naam);
        if !gezien.insert(naam.clone()) {
            fouten.meld(veld, &waarde, "dit veld staat er twee keer");
            continue;
        }
        let (Some(id), Ruw::Tekst(antwoord)) = (KeuzeId::met_naam(&naam), &waarde) else {
            fouten.meld(veld, &waarde.soort(), "een keuze heet K-1 tot en met K-12");
            continue;
        };
        if let Err(bekend) = keuzes.zet(id, antwoord) {
            fouten.meld(veld, &waarde, bekend);
        }
    }
    keuzes
}
