//! One thing less in a complete dossier gives the finding of its rule, and no other.

use super::super::proef::{
    CASEMANAGER, EINDE, EJE, MEDISCH, OORDEEL, OVERDRACHT, PA, PA_BIJ, PA_BIJ_2, PLAN, PLAN_BIJ,
    PLAN_BIJ_2, WERKNEMER, compleet, gevonden, gevonden_op, met, plan, toetsdag, vervang, zonder,
};
use super::super::{Feiten, Gebrek, Hersteller, RegelId, controle};
use crate::mijlpaal::gedeeld::{Partij, Visies};
use crate::mijlpaal::oordeel_werknemer::Keuze;
use crate::mijlpaal::testing::{gesloten, na};
use crate::mijlpaal::uwv_besluit::Soort;
use crate::mijlpaal::uwv_brief;
use crate::mijlpaal::voorbeeld::{self, dag, documenten, ziek};
use crate::{Afgeschermd, Command, Compartiment, Event};

fn niets() -> &'static str {
    ""
}

#[test]
fn een_compleet_dossier_voldoet_aan_alle_regels() {
    assert_eq!(gevonden(&compleet()), niets());
}

#[test]
fn riv_01_zonder_probleemanalyse() {
    assert_eq!(gevonden(&zonder(PA)), "RIV-01 ontbreekt fout");
}

#[test]
fn riv_02_zonder_de_bijstelling_die_door_een_latere_vervalt() {
    assert_eq!(gevonden(&zonder(PA_BIJ)), "RIV-02 ontbreekt fout");
}

#[test]
fn riv_02_een_bijstelling_die_ouder_is_dan_wat_erdoor_vervalt() {
    let oud = documenten::bijstelling_probleemanalyse(PA_BIJ_2, dag("2025-08-31"), PA_BIJ);
    let events = met(PA_BIJ_2, Event::ProbleemanalyseBijgesteld(oud));
    assert_eq!(gevonden(&events), "RIV-02 tegenstrijdig fout");
}

#[test]
fn riv_03_zonder_plan_van_aanpak() {
    assert_eq!(gevonden(&zonder(PLAN)), "RIV-03 ontbreekt fout");
}

/// Facts without a plan, because the bedrijfsarts sees no possibilities.
fn zonder_mogelijkheden(motivering: Option<&str>) -> Vec<Event> {
    let mut analyse = documenten::probleemanalyse(PA, dag("2025-04-07"));
    analyse.a.plan_nodig = false;
    let mut b = analyse.b.inhoud().unwrap().clone();
    b.geen_plan_motivering = motivering.map(str::to_owned);
    analyse.b = Afgeschermd::open(b);
    let weg = [PLAN, PLAN_BIJ, PLAN_BIJ_2, PA_BIJ, PA_BIJ_2, EJE]
        .map(|it| crate::Kenmerk::Stuk(voorbeeld::stuk(it)));
    let rest = compleet().into_iter().filter(|event| !weg.contains(&event.kenmerk())).collect();
    vervang(rest, PA, Event::ProbleemanalyseVastgesteld(analyse))
}

#[test]
fn riv_03_zonder_plan_en_zonder_uitleg_van_de_bedrijfsarts() {
    assert_eq!(gevonden(&zonder_mogelijkheden(Some("uitleg"))), niets());
    let events = zonder_mogelijkheden(Some(" "));
    assert_eq!(gevonden(&events), "RIV-03 onvolledig fout");
    let uitslag = controle(&Feiten { events: &events, inzage: &[] }, toetsdag());
    assert_eq!(uitslag.bevindingen[0].wie, Hersteller::Bedrijfsarts);
}

#[test]
fn riv_04_zonder_de_bijstelling_die_door_een_latere_vervalt() {
    assert_eq!(gevonden(&zonder(PLAN_BIJ)), "RIV-04 ontbreekt fout");
}

#[test]
fn riv_05_zonder_eerstejaarsevaluatie() {
    assert_eq!(gevonden(&zonder(EJE)), "RIV-05 ontbreekt fout");
}

#[test]
fn riv_06_zonder_eindevaluatie() {
    assert_eq!(gevonden(&zonder(EINDE)), "RIV-06 ontbreekt fout");
}

#[test]
fn riv_07_zonder_actueel_oordeel() {
    assert_eq!(gevonden(&zonder(OORDEEL)), "RIV-07 ontbreekt fout");
}

#[test]
fn riv_07_een_oordeel_van_meer_dan_drie_maanden_oud_is_een_waarschuwing() {
    let van = |op| Event::ActueelOordeelVastgesteld(documenten::actueel_oordeel(OORDEEL, dag(op)));
    assert_eq!(gevonden(&met(OORDEEL, van("2026-08-27"))), niets());
    assert_eq!(gevonden(&met(OORDEEL, van("2026-08-26"))), "RIV-07 verouderd waarschuwing");
}

#[test]
fn riv_08_het_oordeel_van_de_bedrijfsarts_gaat_over_arbeidsrelatie_en_passende_arbeid() {
    let mut oordeel = documenten::actueel_oordeel(OORDEEL, dag("2026-11-09"));
    let mut b = oordeel.b.inhoud().unwrap().clone();
    b.oordeel_passende_arbeid = String::new();
    let leeg = crate::Secties { b: Afgeschermd::open(b), ..oordeel.clone() };
    oordeel.a.over_arbeidsrelatie = false;
    for anders in [oordeel, leeg] {
        let events = met(OORDEEL, Event::ActueelOordeelVastgesteld(anders));
        assert_eq!(gevonden(&events), "RIV-08 onvolledig fout");
    }
}

#[test]
fn riv_09_de_eindevaluatie_gaat_over_arbeidsrelatie_en_passende_arbeid() {
    let mut evaluatie = documenten::eindevaluatie(EINDE, dag("2026-11-23"));
    let mut b = evaluatie.b.inhoud().unwrap().clone();
    b.oordeel_arbeidsrelatie = String::new();
    let leeg = crate::Secties { b: Afgeschermd::open(b), ..evaluatie.clone() };
    evaluatie.a.over_passende_arbeid = false;
    for anders in [evaluatie, leeg] {
        let events = met(EINDE, Event::EindevaluatieVastgesteld(anders));
        assert_eq!(gevonden(&events), "RIV-09 onvolledig fout");
    }
}

#[test]
fn riv_10_zonder_aard_van_het_bedrijf() {
    let mut evaluatie = documenten::eindevaluatie(EINDE, dag("2026-11-23"));
    let mut d = evaluatie.d.inhoud().unwrap().clone();
    d.aard_bedrijf = " ".to_owned();
    evaluatie.d = Afgeschermd::open(d);
    let events = met(EINDE, Event::EindevaluatieVastgesteld(evaluatie));
    assert_eq!(gevonden(&events), "RIV-10 onvolledig fout");
}

#[test]
fn riv_10_een_deel_dat_nooit_is_ingevuld_is_leeg_voor_wie_het_mag_lezen() {
    let mut evaluatie = documenten::eindevaluatie(EINDE, dag("2026-11-23"));
    evaluatie.d = Afgeschermd::dicht();
    let events = met(EINDE, Event::EindevaluatieVastgesteld(evaluatie));
    let zien = |inzage: &[Compartiment]| {
        let uitslag = controle(&Feiten { events: &events, inzage }, toetsdag());
        let onbekend = uitslag.niet_na_te_gaan.iter().any(|it| it.regel == RegelId::Riv10);
        (uitslag.bevindingen.iter().any(|it| it.regel == RegelId::Riv10), onbekend)
    };
    assert_eq!(zien(&[]), (false, true));
    assert_eq!(zien(&[Compartiment::D]), (true, false));
}

/// The complete dossier without function and skills: in the probleemanalyse, in both.
fn zonder_bekwaamheden() -> [Vec<Event>; 2] {
    let mut analyse = documenten::probleemanalyse(PA, dag("2025-04-07"));
    let mut d = analyse.d.inhoud().unwrap().clone();
    d.bekwaamheden.functie = String::new();
    analyse.d = Afgeschermd::open(d);
    let een = met(PA, Event::ProbleemanalyseVastgesteld(analyse));
    let mut oordeel = documenten::actueel_oordeel(OORDEEL, dag("2026-11-09"));
    let mut d = oordeel.d.inhoud().unwrap().clone();
    d.bekwaamheden.functie = String::new();
    oordeel.d = Afgeschermd::open(d);
    let beide = vervang(een.clone(), OORDEEL, Event::ActueelOordeelVastgesteld(oordeel));
    [een, beide]
}

#[test]
fn riv_11_functie_en_bekwaamheden_staan_in_een_van_beide() {
    let [een, beide] = zonder_bekwaamheden();
    assert_eq!(gevonden(&een), niets());
    assert_eq!(gevonden(&beide), "RIV-11 onvolledig fout");
}

#[test]
fn riv_12_zonder_overhandigde_medische_informatie() {
    assert_eq!(gevonden(&zonder(MEDISCH)), "RIV-12 ontbreekt fout");
}

#[test]
fn riv_13_zonder_oordeel_van_de_werknemer() {
    let events = zonder(WERKNEMER);
    assert_eq!(gevonden(&events), "RIV-13 ontbreekt fout");
    let uitslag = controle(&Feiten { events: &events, inzage: &[] }, toetsdag());
    assert_eq!(uitslag.bevindingen[0].wie, Hersteller::Werknemer);
    assert_eq!(uitslag.bevindingen[0].ernst_werkgever.naam(), "opmerking");
}

#[test]
fn riv_13_aanbieden_is_niet_genoeg_en_weigeren_wel() {
    let stand = |keuze| {
        let stand = documenten::stand_oordeel(WERKNEMER, dag("2026-11-25"), keuze);
        met(WERKNEMER, Event::OordeelWerknemerVastgelegd(stand))
    };
    assert_eq!(gevonden(&stand(Keuze::Aangeboden)), "RIV-13 ontbreekt fout");
    assert_eq!(gevonden(&stand(Keuze::Geweigerd)), niets());
}

#[test]
fn riv_14_zonder_functie_van_een_ondertekenaar() {
    let mut anders = plan(dag("2025-04-18"));
    anders.a.ondertekeningen[1].wie.functie = " ".to_owned();
    let events = met(PLAN, Event::PlanVanAanpakVastgesteld(anders));
    assert_eq!(gevonden(&events), "RIV-14 onvolledig fout");
}

#[test]
fn riv_15_zonder_handtekening_van_de_werknemer() {
    let mut anders = plan(dag("2025-04-18"));
    anders.a.ondertekeningen.truncate(1);
    let events = met(PLAN, Event::PlanVanAanpakVastgesteld(anders));
    assert_eq!(gevonden(&events), "RIV-15 onvolledig fout");
}

#[test]
fn riv_15_een_latere_handtekening_in_de_applicatie_telt() {
    let mut anders = plan(dag("2025-04-18"));
    anders.a.ondertekeningen.truncate(1);
    let van = anders.a.stuk.0.as_u128();
    let mut events = met(PLAN, Event::PlanVanAanpakVastgesteld(anders));
    let tekent = documenten::ondertekening(900, (van, Partij::Werknemer), dag("2025-04-25"));
    events.push(Event::OndertekeningVastgelegd(tekent));
    assert_eq!(gevonden(&events), "");
}

#[test]
fn riv_16_zonder_visie_in_het_plan() {
    let mut niet_gezegd = plan(dag("2025-04-18"));
    niet_gezegd.a.visie_werknemer = false;
    let mut niet_ingevuld = plan(dag("2025-04-18"));
    let mut b = niet_ingevuld.b.inhoud().unwrap().clone();
    b.visies = Visies { werknemer: None, ..b.visies };
    niet_ingevuld.b = Afgeschermd::open(b);
    for anders in [niet_gezegd, niet_ingevuld] {
        let events = met(PLAN, Event::PlanVanAanpakVastgesteld(anders));
        assert_eq!(gevonden(&events), "RIV-16 onvolledig waarschuwing");
    }
}

#[test]
fn riv_16_geldt_voor_stukken_vanaf_1_juli_2023() {
    let met_plan_van = |op: &str| {
        let mut plan = plan(dag(op));
        plan.a.visie_werkgever = false;
        let events = vec![
            Event::ZiekmeldingOntvangen(voorbeeld::ziekmelding(1, dag("2023-05-08"))),
            Event::ProbleemanalyseVastgesteld(documenten::probleemanalyse(PA, dag("2023-06-19"))),
            Event::PlanVanAanpakVastgesteld(plan),
        ];
        let uitslag = controle(&Feiten { events: &events, inzage: &[] }, dag("2023-07-03"));
        uitslag.bevindingen.iter().any(|it| it.regel == RegelId::Riv16)
    };
    assert!(!met_plan_van("2023-06-30"));
    assert!(met_plan_van("2023-07-01"));
}

#[test]
fn riv_18_een_oordeel_dat_niet_van_een_bedrijfsarts_is() {
    let met_functie = |functie: &str| {
        let mut oordeel = documenten::actueel_oordeel(OORDEEL, dag("2026-11-09"));
        oordeel.a.auteur.functie = functie.to_owned();
        met(OORDEEL, Event::ActueelOordeelVastgesteld(oordeel))
    };
    assert_eq!(gevonden(&met_functie("Casemanager")), "RIV-18 onvolledig fout");
    assert_eq!(gevonden(&met_functie("POB onder taakdelegatie van de Bedrijfsarts")), niets());
}

#[test]
fn riv_19_een_woord_over_ziekte_in_het_plan_blokkeert() {
    let mut anders = plan(dag("2025-04-18"));
    let mut b = anders.b.inhoud().unwrap().clone();
    b.doel_eind = "Weer aan het werk na de griep.".to_owned();
    anders.b = Afgeschermd::open(b);
    let events = met(PLAN, Event::PlanVanAanpakVastgesteld(anders));
    assert_eq!(gevonden(&events), "RIV-19 niet_toegestaan blokkade");
}

#[test]
fn riv_20_zonder_afschrift_voor_de_werknemer() {
    assert_eq!(gevonden(&zonder(OVERDRACHT)), "RIV-20 ontbreekt fout");
}

#[test]
fn riv_20_een_afschrift_na_week_91_is_te_laat() {
    let op = |op| Event::RivOvergedragen(documenten::riv_overdracht(OVERDRACHT, dag(op)));
    assert_eq!(gevonden_op(&met(OVERDRACHT, op("2026-11-29")), dag("2026-12-01")), niets());
    let te_laat = met(OVERDRACHT, op("2026-11-30"));
    assert_eq!(gevonden_op(&te_laat, dag("2026-12-01")), "RIV-20 te_laat fout");
}

#[test]
fn riv_21_zonder_casemanager() {
    assert_eq!(gevonden(&zonder(CASEMANAGER)), "RIV-21 onvolledig waarschuwing");
}

#[test]
fn riv_22_een_late_probleemanalyse_zonder_uitleg() {
    let mut analyse = documenten::probleemanalyse(PA, dag("2025-04-15"));
    let laat = met(PA, Event::ProbleemanalyseVastgesteld(analyse.clone()));
    assert_eq!(gevonden(&laat), "RIV-22 te_laat waarschuwing");
    analyse.a.termijn_gemotiveerd = true;
    assert_eq!(gevonden(&met(PA, Event::ProbleemanalyseVastgesteld(analyse))), niets());
}

#[test]
fn riv_25_zonder_aanvulling_na_een_loonsanctie() {
    let besluit = voorbeeld::uwv_besluit(30, dag("2027-01-11"), Soort::LoonsanctieOpgelegd);
    let oordeel = documenten::actueel_oordeel(31, dag("2027-10-25"));
    let mut events = compleet();
    events.push(Event::UwvBesluitOntvangen(besluit));
    events.push(Event::ActueelOordeelVastgesteld(oordeel));
    let op = dag("2027-11-20");
    assert_eq!(gevonden_op(&events, op), "RIV-25 ontbreekt fout");
    let uitslag = controle(&Feiten { events: &events, inzage: &[] }, op);
    assert_eq!(uitslag.bevindingen[0].uiterlijk, dag("2027-11-28"));
    let aanvulling = documenten::riv_overdracht(32, dag("2027-11-15"));
    events.push(Event::RivOvergedragen(aanvulling));
    assert_eq!(gevonden_op(&events, op), niets());
    let bekort = voorbeeld::uwv_besluit(33, dag("2027-06-01"), Soort::BekortingToegekend);
    events.pop();
    events.push(Event::UwvBesluitOntvangen(bekort));
    assert_eq!(gevonden_op(&events, op), niets());
}

#[test]
fn een_dicht_deel_geeft_geen_bevinding() {
    let events: Vec<Event> = compleet().iter().map(gesloten).collect();
    let uitslag = controle(&Feiten { events: &events, inzage: &[] }, toetsdag());
    assert_eq!(uitslag.bevindingen, []);
    let mut dicht: Vec<_> = uitslag
        .niet_na_te_gaan
        .iter()
        .filter(|it| it.reden == super::super::Reden::Dicht)
        .map(|it| it.regel.naam())
        .collect();
    dicht.dedup();
    assert_eq!(dicht, ["RIV-10", "RIV-11", "RIV-19"]);
}

#[test]
fn een_dichte_uitleg_waarom_er_geen_plan_is_wordt_niet_nagegaan() {
    let events: Vec<Event> = zonder_mogelijkheden(None).iter().map(gesloten).collect();
    let uitslag = controle(&Feiten { events: &events, inzage: &[] }, toetsdag());
    assert!(!uitslag.bevindingen.iter().any(|it| it.regel == RegelId::Riv03));
    assert!(uitslag.niet_na_te_gaan.iter().any(|it| it.regel == RegelId::Riv03));
}

#[test]
fn wat_nog_tijd_heeft_ontbreekt_met_een_dag_in_de_toekomst() {
    let events = na([ziek()]);
    let op = dag("2025-03-10");
    let uitslag = controle(&Feiten { events: &events, inzage: &[] }, op);
    let analyse = uitslag.bevindingen.iter().find(|it| it.regel == RegelId::Riv01).unwrap();
    assert_eq!((analyse.gebrek, analyse.uiterlijk), (Gebrek::Ontbreekt, dag("2025-04-14")));
    assert_eq!(analyse.stand, super::super::Stand::Komend);
}

#[test]
fn na_een_verzoek_van_uwv_om_aanvulling_geldt_de_dag_van_dat_verzoek() {
    let hersteldag = |uiterlijk| {
        let mut events = zonder(OORDEEL);
        let mut brief = voorbeeld::uwv_brief(41, dag("2026-12-07"));
        brief.a.soort = uwv_brief::Soort::AanvullingRiv;
        brief.a.uiterlijk = uiterlijk;
        events.push(Event::UwvBriefOntvangen(brief));
        let uitslag = controle(&Feiten { events: &events, inzage: &[] }, dag("2026-12-08"));
        uitslag.bevindingen[0].uiterlijk
    };
    assert_eq!(hersteldag(None), dag("2026-12-14"));
    assert_eq!(hersteldag(Some(dag("2026-12-18"))), dag("2026-12-18"));
}

#[test]
fn een_ingetrokken_stuk_telt_niet_mee() {
    let mut opdrachten = super::super::proef::opdrachten();
    opdrachten.push(Command::CorrigeerFeit(voorbeeld::intrekking(40, EJE)));
    assert_eq!(gevonden(&na(opdrachten)), "RIV-05 ontbreekt fout");
}
