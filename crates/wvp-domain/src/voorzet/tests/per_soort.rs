//! One draft per kind: every field with its source, and what is left to do.

use insta::assert_snapshot;

use super::super::proef::{feiten_voor, opgesteld};
use super::in_regels;
use crate::voorzet::Soort;

fn regels(soort: Soort) -> String {
    in_regels(&opgesteld(soort, &feiten_voor(soort), &[]))
}

#[test]
fn de_probleemanalyse_begint_met_het_spreekuur() {
    assert_snapshot!(regels(Soort::Probleemanalyse), @"
    a.stuk < het systeem
    a.opgesteld_op < het systeem
    a.datum_spreekuur < Spreekuur, 4 april 2025
    a.wijze_contact < Spreekuur, 4 april 2025
    b.beperkingen < Spreekuur, 4 april 2025
    b.mogelijkheden < Spreekuur, 4 april 2025
    a.auteur: invullen door bedrijfsarts (wet)
    a.plan_nodig: invullen door bedrijfsarts (wet)
    a.termijn_gemotiveerd: invullen door bedrijfsarts
    b.dreigend_langdurig_verzuim: invullen door bedrijfsarts (wet)
    b.factoren: invullen door bedrijfsarts
    b.beperkingen: bevestigen door bedrijfsarts (wet)
    b.mogelijkheden: bevestigen door bedrijfsarts (wet)
    b.urenbeperking: invullen door bedrijfsarts
    b.lopend_onderzoek: invullen door bedrijfsarts
    b.prognose: invullen door bedrijfsarts
    b.volgende_beoordeling: invullen door bedrijfsarts
    b.benutbare_mogelijkheden: invullen door bedrijfsarts (wet)
    b.geen_plan_motivering: invullen door bedrijfsarts (wet)
    b.re_integratiedoel: invullen door bedrijfsarts
    b.werkaanpassingen: invullen door bedrijfsarts
    b.opbouw: invullen door bedrijfsarts
    b.mediation_wenselijk: invullen door bedrijfsarts
    c.klachten: invullen door bedrijfsarts
    c.diagnose: invullen door bedrijfsarts
    c.behandeling: invullen door bedrijfsarts
    c.onderbouwing: invullen door bedrijfsarts
    c.werkgerelateerd: invullen door bedrijfsarts
    c.gbm_grond: invullen door bedrijfsarts
    d.bekwaamheden.functie: invullen door bedrijfsarts (wet)
    d.bekwaamheden.opleiding: invullen door bedrijfsarts (wet)
    d.bekwaamheden.werkervaring: invullen door bedrijfsarts (wet)
    d.bekwaamheden.overige: invullen door bedrijfsarts (wet)
    ");
}

#[test]
fn een_bijstelling_van_de_probleemanalyse_neemt_het_laatste_oordeel_over() {
    assert_snapshot!(regels(Soort::BijstellingProbleemanalyse), @"
    a.stuk < het systeem
    a.opgesteld_op < het systeem
    a.vervangt < Bijstelling probleemanalyse, 1 september 2025
    a.plan_nodig < Bijstelling probleemanalyse, 1 september 2025
    b.belastbaarheid.dreigend_langdurig_verzuim < Bijstelling probleemanalyse, 1 september 2025
    b.belastbaarheid.factoren < Bijstelling probleemanalyse, 1 september 2025
    b.belastbaarheid.beperkingen < Bijstelling probleemanalyse, 1 september 2025
    b.belastbaarheid.mogelijkheden < Bijstelling probleemanalyse, 1 september 2025
    b.belastbaarheid.urenbeperking < Bijstelling probleemanalyse, 1 september 2025
    b.belastbaarheid.prognose < Bijstelling probleemanalyse, 1 september 2025
    b.belastbaarheid.benutbare_mogelijkheden < Bijstelling probleemanalyse, 1 september 2025
    b.belastbaarheid.re_integratiedoel < Bijstelling probleemanalyse, 1 september 2025
    b.belastbaarheid.werkaanpassingen < Bijstelling probleemanalyse, 1 september 2025
    b.belastbaarheid.opbouw < Bijstelling probleemanalyse, 1 september 2025
    b.belastbaarheid.mediation_wenselijk < Bijstelling probleemanalyse, 1 september 2025
    a.auteur: invullen door bedrijfsarts (wet)
    a.plan_nodig: bevestigen door bedrijfsarts (wet)
    b.reden: invullen door bedrijfsarts (wet)
    b.belastbaarheid.dreigend_langdurig_verzuim: bevestigen door bedrijfsarts (wet)
    b.belastbaarheid.factoren: bevestigen door bedrijfsarts
    b.belastbaarheid.beperkingen: bevestigen door bedrijfsarts (wet)
    b.belastbaarheid.mogelijkheden: bevestigen door bedrijfsarts (wet)
    b.belastbaarheid.urenbeperking: bevestigen door bedrijfsarts
    b.belastbaarheid.lopend_onderzoek: invullen door bedrijfsarts
    b.belastbaarheid.prognose: bevestigen door bedrijfsarts
    b.belastbaarheid.volgende_beoordeling: invullen door bedrijfsarts
    b.belastbaarheid.benutbare_mogelijkheden: bevestigen door bedrijfsarts (wet)
    b.belastbaarheid.geen_plan_motivering: invullen door bedrijfsarts (wet)
    b.belastbaarheid.re_integratiedoel: bevestigen door bedrijfsarts
    b.belastbaarheid.werkaanpassingen: bevestigen door bedrijfsarts
    b.belastbaarheid.opbouw: bevestigen door bedrijfsarts
    b.belastbaarheid.mediation_wenselijk: bevestigen door bedrijfsarts
    c.onderbouwing: invullen door bedrijfsarts
    ");
}

#[test]
fn het_eerste_plan_kent_casemanager_en_evaluaties() {
    assert_snapshot!(regels(Soort::PlanVanAanpak), @"
    a.stuk < het systeem
    a.opgesteld_op < het systeem
    a.evaluatiemomenten < tabel van termijnen
    a.casemanager < Aanwijzing casemanager, 10 april 2025
    a.ondertekeningen: ondertekenen door werkgever en werknemer (wet)
    a.evaluatiemomenten: bevestigen door werkgever en werknemer (wet)
    a.visie_werkgever: invullen door werkgever
    a.visie_werknemer: invullen door werknemer
    a.termijn_gemotiveerd: invullen door werkgever en werknemer
    b.doel_eind: invullen door werkgever en werknemer (wet)
    b.doelen_tussen: invullen door werkgever en werknemer (wet)
    b.activiteiten: invullen door werkgever en werknemer (wet)
    b.spoor: invullen door werkgever en werknemer
    b.afwijking_advies: invullen door werkgever en werknemer
    b.weigering_motivering: invullen door werkgever en werknemer
    b.termijn_motivering: invullen door werkgever en werknemer (wet)
    b.visies.werkgever: invullen door werkgever (wet)
    b.visies.werknemer: invullen door werknemer (wet)
    ");
}

#[test]
fn een_bijstelling_van_het_plan_neemt_doelen_activiteiten_en_visies_over() {
    assert_snapshot!(regels(Soort::BijstellingPlanVanAanpak), @"
    a.stuk < het systeem
    a.opgesteld_op < het systeem
    a.vervangt < Bijstelling plan van aanpak, 10 september 2025
    a.evaluatiemomenten < tabel van termijnen
    a.casemanager < Aanwijzing casemanager, 10 april 2025
    a.visie_werkgever < Bijstelling plan van aanpak, 10 september 2025
    a.visie_werknemer < Bijstelling plan van aanpak, 10 september 2025
    b.afspraken.doel_eind < Bijstelling plan van aanpak, 10 september 2025
    b.afspraken.doelen_tussen < Bijstelling plan van aanpak, 10 september 2025
    b.afspraken.activiteiten < Bijstelling plan van aanpak, 10 september 2025; Voortgangsgesprek, 3 november 2025
    b.afspraken.spoor < Bijstelling plan van aanpak, 10 september 2025
    b.afspraken.visies.werkgever < Bijstelling plan van aanpak, 10 september 2025
    b.afspraken.visies.werknemer < Bijstelling plan van aanpak, 10 september 2025
    a.ondertekeningen: ondertekenen door werkgever en werknemer (wet)
    a.evaluatiemomenten: bevestigen door werkgever en werknemer (wet)
    b.aanleiding: invullen door werkgever en werknemer (wet)
    b.afspraken.activiteiten: bevestigen door werkgever en werknemer (wet)
    b.afspraken.afwijking_advies: invullen door werkgever en werknemer
    b.afspraken.weigering_motivering: invullen door werkgever en werknemer
    b.afspraken.termijn_motivering: invullen door werkgever en werknemer (wet)
    b.afspraken.visies.werkgever: bevestigen door werkgever (wet)
    b.afspraken.visies.werknemer: bevestigen door werknemer (wet)
    ");
}

#[test]
fn een_gesprek_kent_zijn_vervolg() {
    assert_snapshot!(regels(Soort::Voortgangsgesprek), @"
    a.stuk < het systeem
    a.gehouden_op < het systeem
    a.volgende_op < tabel van termijnen
    a.activiteiten_tijdig: invullen door werkgever en werknemer
    b.aanwezigen: invullen door werkgever en werknemer
    b.voortgang: invullen door werkgever en werknemer (wet)
    b.afspraken: invullen door werkgever en werknemer
    ");
}

#[test]
fn de_eerstejaarsevaluatie_kijkt_terug_op_alle_activiteiten() {
    assert_snapshot!(regels(Soort::Eerstejaarsevaluatie), @"
    a.stuk < het systeem
    a.opgesteld_op < het systeem
    a.visie_werkgever < Bijstelling plan van aanpak, 10 september 2025
    a.visie_werknemer < Bijstelling plan van aanpak, 10 september 2025
    b.periode_van < afgeleid uit het dossier
    b.periode_tot_en_met < tabel van termijnen
    b.activiteiten < Plan van aanpak, 18 april 2025; Bijstelling plan van aanpak, 10 september 2025; Voortgangsgesprek, 3 november 2025
    b.tweede_spoor < Besluit tweede spoor, 10 november 2025
    b.tweede_spoor_motivering < Besluit tweede spoor, 10 november 2025
    b.visies.werkgever < Bijstelling plan van aanpak, 10 september 2025
    b.visies.werknemer < Bijstelling plan van aanpak, 10 september 2025
    a.ondertekeningen: ondertekenen door werkgever en werknemer (wet)
    b.activiteiten: bevestigen door werkgever en werknemer (wet)
    b.huidige_situatie: invullen door werkgever en werknemer (wet)
    b.stagnatie: invullen door werkgever en werknemer (wet)
    b.tweede_spoor_motivering: bevestigen door werkgever en werknemer (wet)
    b.nieuwe_afspraken: invullen door werkgever en werknemer
    b.weigering_motivering: invullen door werkgever en werknemer
    b.visies.werkgever: bevestigen door werkgever (wet)
    b.visies.werknemer: bevestigen door werknemer (wet)
    ");
}

#[test]
fn het_actueel_oordeel_neemt_het_laatste_oordeel_over() {
    assert_snapshot!(regels(Soort::ActueelOordeel), @"
    a.stuk < het systeem
    a.opgesteld_op < het systeem
    b.beperkingen < Bijstelling probleemanalyse, 1 september 2025
    b.mogelijkheden < Bijstelling probleemanalyse, 1 september 2025
    b.prognose < Bijstelling probleemanalyse, 1 september 2025
    d.bekwaamheden.functie < Probleemanalyse, 7 april 2025
    d.bekwaamheden.opleiding < Probleemanalyse, 7 april 2025
    d.bekwaamheden.werkervaring < Probleemanalyse, 7 april 2025
    d.bekwaamheden.overige < Probleemanalyse, 7 april 2025
    a.auteur: invullen door bedrijfsarts (wet)
    a.over_arbeidsrelatie: invullen door bedrijfsarts
    a.over_passende_arbeid: invullen door bedrijfsarts
    b.verloop: invullen door bedrijfsarts (wet)
    b.beperkingen: bevestigen door bedrijfsarts (wet)
    b.mogelijkheden: bevestigen door bedrijfsarts (wet)
    b.stand_re_integratie: invullen door bedrijfsarts (wet)
    b.prognose: bevestigen door bedrijfsarts
    b.oordeel_arbeidsrelatie: invullen door bedrijfsarts (wet)
    b.oordeel_passende_arbeid: invullen door bedrijfsarts (wet)
    ");
}

#[test]
fn de_eindevaluatie_neemt_de_visies_over() {
    assert_snapshot!(regels(Soort::Eindevaluatie), @"
    a.stuk < het systeem
    a.opgesteld_op < het systeem
    b.visies.werkgever < Bijstelling plan van aanpak, 10 september 2025
    b.visies.werknemer < Bijstelling plan van aanpak, 10 september 2025
    a.ondertekeningen: ondertekenen door werkgever en werknemer (wet)
    a.over_arbeidsrelatie: invullen door werkgever
    a.over_passende_arbeid: invullen door werkgever
    b.oordeel_arbeidsrelatie: invullen door werkgever (wet)
    b.oordeel_passende_arbeid: invullen door werkgever (wet)
    b.stand_van_zaken: invullen door werkgever en werknemer
    b.resultaat_eerste_spoor: invullen door werkgever en werknemer
    b.resultaat_tweede_spoor: invullen door werkgever en werknemer
    b.vervolg: invullen door werkgever en werknemer
    b.weigering_motivering: invullen door werkgever en werknemer
    b.visies.werkgever: bevestigen door werkgever (wet)
    b.visies.werknemer: bevestigen door werknemer (wet)
    d.aard_bedrijf: invullen door werkgever (wet)
    ");
}

#[test]
fn het_oordeel_van_de_werknemer_begint_met_het_vorige() {
    assert_snapshot!(regels(Soort::OordeelWerknemer), @"
    a.stuk < het systeem
    a.op < het systeem
    b.eigen_inspanningen < Oordeel werknemer, 20 november 2025
    b.inspanningen_werkgever < Oordeel werknemer, 20 november 2025
    b.wensen < Oordeel werknemer, 20 november 2025
    a.keuze: invullen door werknemer (wet)
    b.per_element: invullen door werknemer (wet)
    b.eigen_inspanningen: bevestigen door werknemer
    b.inspanningen_werkgever: bevestigen door werknemer
    b.wensen: bevestigen door werknemer
    ");
}

#[test]
fn de_melding_in_week_42_kent_de_eerste_ziektedag() {
    assert_snapshot!(regels(Soort::Melding42eWeek), @"
    a.stuk < het systeem
    a.gemeld_op < het systeem
    a.eerste_ziektedag < afgeleid uit het dossier
    ");
}

#[test]
fn een_herstelmelding_vraagt_de_eerste_dag_geschikt() {
    assert_snapshot!(regels(Soort::Herstelmelding), @"
    a.stuk < het systeem
    a.gemeld_op < het systeem
    a.eerste_dag_geschikt: invullen door werkgever
    ");
}

#[test]
fn het_concept_kent_de_stand_van_elk_onderdeel() {
    assert_snapshot!(regels(Soort::RivConcept), @"
    a.stuk < het systeem
    a.opgesteld_op < het systeem
    a.elementen < afgeleid uit het dossier
    ");
}
