//! Laws that hold for every order of commands: repeatable, blind to sections B to D, one chain of
//! spells that do not overlap, and nothing that prints content.

use std::fmt::Write;

use proptest::prelude::*;

use super::testing::{gesloten, na};
use super::voorbeeld::documenten;
use super::{oordeel_werknemer, sluiten, uwv_besluit, voorbeeld};
use crate::{Command, Datum, Dossier, Event, decide, evolve, replay};

/// Number of kinds that [`opdracht`] knows.
const SOORTEN: u8 = 45;
/// The kinds that start, end, move or close spells.
const PERIODEN: [u8; 7] = [0, 4, 5, 6, 7, 41, 42];

/// The command of this kind, about this day, with this document, which may refer to another.
fn opdracht(soort: u8, nummer: u128, op: Datum, naar: u128) -> Command {
    match soort {
        0 => Command::CorrigeerFeit(voorbeeld::verplaatsing(nummer, naar, op)),
        1 => Command::MeldBijArbodienst(voorbeeld::melding_arbodienst(nummer, op)),
        2 => Command::WijzigInzetbaarheid(voorbeeld::inzetbaarheid(nummer, op, naar)),
        3 => Command::StartArbeidstherapie(voorbeeld::arbeidstherapie(nummer, op)),
        4 => Command::MeldHersteld(voorbeeld::herstelmelding(nummer, op)),
        5 => Command::MeldOpnieuwZiek(voorbeeld::terugval(nummer, op)),
        6 => Command::CorrigeerFeit(voorbeeld::intrekking(nummer, naar)),
        7 => Command::LegVerlofVast(voorbeeld::verlof(nummer, op, op.plus(29))),
        8 => Command::StelProbleemanalyseVast(documenten::probleemanalyse(nummer, op)),
        9 => Command::StelProbleemanalyseBij(documenten::bijstelling_probleemanalyse(
            nummer, op, naar,
        )),
        10 => Command::StelPlanVanAanpakVast(documenten::plan_van_aanpak(nummer, op)),
        11 => Command::StelPlanVanAanpakBij(documenten::bijstelling_plan(nummer, op, naar)),
        12 => Command::WijsCasemanagerAan(voorbeeld::casemanager(nummer, op)),
        13 => Command::LegVoortgangsgesprekVast(documenten::voortgangsgesprek(nummer, op)),
        14 => Command::LegSpreekuurVast(documenten::spreekuur(nummer, op)),
        15 => Command::MeldWeek42(voorbeeld::melding_42e_week(nummer, op)),
        16 => Command::StelEerstejaarsevaluatieVast(documenten::eerstejaarsevaluatie(nummer, op)),
        17 => Command::BesluitTweedeSpoor(documenten::tweede_spoor(nummer, op)),
        18 => Command::LegArbeidsdeskundigOnderzoekVast(documenten::arbeidsdeskundig_onderzoek(
            nummer, op,
        )),
        19 => Command::LegDeskundigenoordeelVast(documenten::deskundigenoordeel(nummer, op)),
        20 => Command::AdviseerInterventie(voorbeeld::interventie_advies(nummer, op)),
        21 => Command::SpreekInterventieAf(voorbeeld::interventie_afspraak(nummer, op, naar)),
        22 => Command::StartInterventie(voorbeeld::interventie_start(nummer, op, naar)),
        23 => Command::BeeindigInterventie(voorbeeld::interventie_einde(nummer, op, naar)),
        24 => Command::LegLoonmaatregelOp(voorbeeld::loonmaatregel(nummer, op)),
        25 => Command::BeeindigLoonmaatregel(voorbeeld::einde_loonmaatregel(nummer, op, naar)),
        26 => Command::MeldVangnetAlsWerknemer(voorbeeld::vangnet_werknemer(nummer, op)),
        27 => Command::MeldVangnetAlsArbodienst(voorbeeld::vangnet_arbodienst(nummer, op)),
        28 => Command::MeldVangnetBijUwv(voorbeeld::vangnet_bij_uwv(nummer, op)),
        29 => Command::MeldRegres(voorbeeld::regres(nummer, op)),
        30 => Command::LegAowDatumVast(voorbeeld::aow(nummer, op)),
        31 => Command::StelActueelOordeelVast(documenten::actueel_oordeel(nummer, op)),
        32 => Command::OverhandigMedischeInformatie(documenten::medische_informatie(nummer, op)),
        33 => Command::StelEindevaluatieVast(documenten::eindevaluatie(nummer, op)),
        34 => Command::LegOordeelWerknemerVast(documenten::oordeel_werknemer(nummer, op)),
        35 => {
            let keuze = oordeel_werknemer::Keuze::Geweigerd;
            Command::LegOordeelWerknemerVast(documenten::stand_oordeel(nummer, op, keuze))
        }
        36 => Command::StelRivConceptOp(documenten::riv_concept(nummer, op)),
        37 => Command::DraagRivOver(documenten::riv_overdracht(nummer, op)),
        38 => Command::LegWiaAanvraagVast(voorbeeld::wia_aanvraag(nummer, op)),
        39 => Command::LegUwvBriefVast(voorbeeld::uwv_brief(nummer, op)),
        40 => Command::BeeindigDienstverband(voorbeeld::einde_dienstverband(nummer, op)),
        41 => {
            let reden = sluiten::RedenSluiten::TenOnrechte;
            Command::SluitDossier(voorbeeld::sluiting(nummer, op, reden))
        }
        42 => Command::HeropenDossier(voorbeeld::heropening(nummer, op)),
        43 => {
            let soort = uwv_besluit::Soort::LoonsanctieOpgelegd;
            Command::LegUwvBesluitVast(voorbeeld::uwv_besluit(nummer, op, soort))
        }
        44 => Command::StuurDoor(voorbeeld::doorzending(nummer, op)),
        _ => Command::SluitDag,
    }
}

fn opdrachten() -> impl Strategy<Value = Vec<Command>> {
    let soort = prop_oneof![
        3 => proptest::sample::select(PERIODEN.to_vec()),
        2 => 0..=SOORTEN,
    ];
    let stap = (soort, 1_u128..40, 0_i32..90, 1_u128..40).prop_map(|(soort, nummer, na, naar)| {
        opdracht(soort, nummer, voorbeeld::dag("2025-03-03").plus(na), naar)
    });
    proptest::collection::vec(stap, 1..40)
}

fn eis_losse_perioden(dossier: &Dossier) -> Result<(), TestCaseError> {
    let perioden = dossier.perioden();
    for periode in &perioden {
        prop_assert!(periode.hersteld_per.is_none_or(|dag| dag > periode.eerste_ziektedag));
    }
    for (periode, volgende) in perioden.iter().zip(perioden.iter().skip(1)) {
        prop_assert!(periode.hersteld_per.is_some_and(|dag| dag <= volgende.eerste_ziektedag));
    }
    let hersteld = perioden.iter().filter(|periode| periode.hersteld_per.is_some()).count();
    prop_assert_eq!(hersteld, dossier.herstelmelding.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn elke_volgorde_is_herhaalbaar_samenhangend_en_blind_voor_b_c_en_d(stappen in opdrachten()) {
        let vandaag = voorbeeld::dag("2026-03-02");
        let mut geschiedenis: Vec<Event> = vec![];
        let mut dossier = Dossier::default();
        for opdracht in std::iter::once(voorbeeld::ziek()).chain(stappen) {
            let Ok(nieuw) = decide(&dossier, opdracht.clone(), vandaag) else { continue };
            dossier = nieuw.iter().fold(dossier, evolve);
            geschiedenis.extend(nieuw);
            prop_assert_eq!(decide(&dossier, opdracht, vandaag), Ok(vec![]));
            eis_losse_perioden(&dossier)?;
        }
        let dicht: Vec<Event> = geschiedenis.iter().map(gesloten).collect();
        prop_assert!(replay(&dicht) == dossier);
    }
}

#[test]
fn debug_van_opdracht_feit_en_afwijzing_drukt_geen_inhoud_af() {
    let op = voorbeeld::dag("2025-03-03");
    let mut gezien = 0;
    for soort in 0..=SOORTEN {
        let opdracht = opdracht(soort, 2, op, 1);
        let mut tekst = format!("{opdracht:?}");
        let dossier = replay(&na([voorbeeld::ziek()]));
        match decide(&dossier, opdracht, op.plus(400)) {
            Ok(feiten) => {
                gezien += feiten.len();
                write!(tekst, "{feiten:?}").unwrap();
            }
            Err(afwijzing) => write!(tekst, "{afwijzing:?} {afwijzing}").unwrap(),
        }
        assert!(!tekst.contains(voorbeeld::TEKST) && !tekst.contains(voorbeeld::NAAM), "{tekst}");
    }
    assert!(gezien > 20, "{gezien}");
}
