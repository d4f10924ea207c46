//! What stands on the papers, before they are typeset.

mod voorbeeld;

use std::fmt::Write;

use wvp_domain::mijlpaal::bijstelling_plan_van_aanpak::{Aanleiding, Wijziging};
use wvp_domain::mijlpaal::casemanager::Aanwijzing;
use wvp_domain::mijlpaal::plan_van_aanpak::Afspraken;
use wvp_domain::mijlpaal::riv;
use wvp_domain::{AccountId, Event, Secties};

use super::inhoud::sectie;
use super::{
    Bijlagen, Kop, formulier_oordeel_werknemer, papieren_van, plan_van_aanpak, stuk_van,
    voorblad_van,
};
use crate::inhoud::{delen_json, gegevens_json, ondertekening_json};
use crate::{Ondertekening, Stuk, stuk, voorblad};
use voorbeeld::{
    afspraken, analyse, bedrijf, bijgesteld_plan, bijstelling, datum, elementen, kop, medisch,
    oordeel, persoon, plan, stand, stuk_nr,
};

#[test]
fn een_probleemanalyse_op_papier_heeft_a_b_en_d() {
    let papier = stuk_van(&kop(), &Event::ProbleemanalyseVastgesteld(analyse()), &[]).unwrap();
    insta::assert_snapshot!(tekst(&papier.unwrap()), @r#"
    Probleemanalyse 2025-04-09
    [["Werknemer","S. de Wit"],["Eerste ziektedag","3 maart 2025"]]
    "Over dit stuk" [{"gegevens":[["Opgesteld op","9 april 2025"],["Opgesteld door","A. Vos, Bedrijfsarts"],["Contact","Op het spreekuur"],["Plan van aanpak nodig","Ja"],["Afwijking van de termijn gemotiveerd","Nee"]],"soort":"gegevens"}]
    "Functie en bekwaamheden" [{"gegevens":[["Functie","Orderbegeleider"],["Opleiding","Mbo"]],"soort":"gegevens"}]
    "Analyse en advies" [{"gegevens":[["Langdurig verzuim dreigt","Ja"],["Mogelijkheden","Zittend werk"],["Prognose","Volledig herstel"],["Benutbare mogelijkheden","Ja"],["Doel van de re-integratie","Eigen werk"],["Mediation wenselijk","Nee"]],"soort":"gegevens"}]
    "Beperkingen" [{"kop":["Rubriek","Beperking"],"rijen":[["Dynamische handelingen","Niet tillen"]],"soort":"tabel"}]
    "Aanpassingen in het werk" [{"punten":["Tilhulp"],"soort":"lijst"}]
    [{"dag":"9 april 2025","functie":"Bedrijfsarts","naam":"A. Vos","reden":"","soort":"opgesteld"}]
    "#);
}

#[test]
fn medische_gegevens_komen_niet_op_papier_ook_als_ze_open_zijn() {
    let feit = Event::ProbleemanalyseVastgesteld(analyse().met_c(medisch()));
    let papier = tekst(&stuk_van(&kop(), &feit, &[]).unwrap().unwrap());
    assert!(papier.contains("Zittend werk"));
    assert!(!papier.contains("GEHEIM"));
}

#[test]
fn een_medische_sectie_wordt_geen_deel_van_een_stuk() {
    assert!(sectie("Medisch", Some(&medisch())).unwrap().is_empty());
}

#[test]
fn boven_een_stuk_staat_wie_werknemer_en_werkgever_zijn() {
    let (persoon, bedrijf) = (persoon(), bedrijf());
    let kop =
        Kop { persoon: Some(&persoon), bsn: Some("999990019"), bedrijf: Some(&bedrijf), ..kop() };
    let papier = stuk_van(&kop, &Event::ProbleemanalyseVastgesteld(analyse()), &[]).unwrap();
    let papier = papier.unwrap();
    assert_eq!(papier.organisatie, "Drukkerij De Linde B.V.");
    let regels: Vec<String> =
        papier.kop.iter().map(|it| format!("{}: {}", it.naam, it.waarde)).collect();
    insta::assert_snapshot!(regels.join("\n"), @"
    Werknemer: S. de Wit
    Burgerservicenummer: 999990019
    Geboortedatum: 29 februari 1980
    Functie: Orderbegeleider
    Uren per week: 36:00 uur
    Personeelsnummer: 1234
    Dienstverband: bepaalde tijd, 1 april 2020 tot en met 31 maart 2027
    Adres: Dorpsstraat 1, 1234 ZZ Dorp
    Eerste ziektedag: 3 maart 2025
    Werkgever: Drukkerij De Linde B.V.
    Adres werkgever: Dorpsstraat 1, 1234 ZZ Dorp
    Loonheffingennummer: 001234567L01
    KvK-nummer: 12345678
    Contactpersoon: H. van Dijk, Directeur, post@delinde.example, 0570 000 000
    Arbodienst: Arbo Noord, post@delinde.example
    Bedrijfsarts: A. Vos, BIG 19012345601
    SBI-code: 1813
    Omvang: 10 tot en met 49 werknemers
    ");
}

#[test]
fn elke_bijstelling_is_een_eigen_bestand_met_een_nummer() {
    let bij = riv::Element::BijstellingProbleemanalyse;
    let elementen = [stand(bij, 2, "2025-07-01"), stand(bij, 3, "2025-10-01")];
    let feiten = [(3, "2025-10-01"), (2, "2025-07-01")]
        .map(|(nr, op)| Event::ProbleemanalyseBijgesteld(bijstelling(nr, op)));
    let papieren = papieren_van(&kop(), datum("2026-11-22"), &elementen, &feiten).unwrap();
    let namen: Vec<String> = papieren
        .iter()
        .map(|papier| format!("{} {}", papier.bestandsnaam, papier.stuk.datum))
        .collect();
    insta::assert_snapshot!(namen.join("\n"), @"
    01b_bijstelling_pa_01.pdf 2025-07-01
    01b_bijstelling_pa_02.pdf 2025-10-01
    ");
}

#[test]
fn een_bijgesteld_plan_noemt_casemanager_en_vorige_versie() {
    let account = AccountId(uuid::Uuid::from_u128(9));
    let aanwijzing = |nr: u128, account, naam: &str| {
        Event::CasemanagerAangewezen(Secties::proces(Aanwijzing {
            stuk: stuk_nr(nr),
            per: datum("2025-04-22"),
            account,
            naam: naam.to_owned(),
            organisatie: "Arbodienst Oost".to_owned(),
        }))
    };
    let feiten = [
        aanwijzing(7, account, "M. Bakker"),
        aanwijzing(8, AccountId(uuid::Uuid::nil()), "Iemand Anders"),
        Event::PlanVanAanpakBijgesteld(Secties::proces(bijgesteld_plan(account))),
    ];
    let elementen = [
        stand(riv::Element::PlanVanAanpak, 4, "2025-04-22"),
        stand(riv::Element::BijstellingPlanVanAanpak, 5, "2025-07-01"),
    ];
    let papieren = papieren_van(&kop(), datum("2026-11-22"), &elementen, &feiten).unwrap();
    insta::assert_snapshot!(gegevens_json(&papieren[0].stuk.kop), @r#"[["Werknemer","S. de Wit"],["Eerste ziektedag","3 maart 2025"],["Casemanager","M. Bakker, Arbodienst Oost"],["Vervangt","Plan van aanpak van 22 april 2025"]]"#);
}

/// The part of a bijstelling that says what changed, beside these facts.
fn veranderd(pas: impl FnOnce(&mut Afspraken), feiten: &[Event]) -> String {
    let mut nu = afspraken();
    pas(&mut nu);
    let b = Wijziging { aanleiding: Aanleiding::Evaluatie, afspraken: nu };
    let a = bijgesteld_plan(AccountId(uuid::Uuid::nil()));
    let feit = Event::PlanVanAanpakBijgesteld(Secties::proces(a).met_b(b));
    let papier = tekst(&stuk_van(&kop(), &feit, feiten).unwrap().unwrap());
    let regel = papier.lines().find(|regel| regel.starts_with("\"Wat er is veranderd\""));
    regel.unwrap().to_owned()
}

/// The plan that the bijstelling replaces.
fn vorige() -> Event {
    let mut a = plan();
    (a.stuk, a.evaluatiemomenten) = (stuk_nr(4), vec![]);
    Event::PlanVanAanpakVastgesteld(Secties::proces(a).met_b(afspraken()))
}

#[test]
fn een_bijstelling_zegt_wat_er_was_en_wat_er_nu_is() {
    let regel = veranderd(|nu| nu.doel_eind = "Ander werk".to_owned(), &[vorige()]);
    insta::assert_snapshot!(regel, @r#""Wat er is veranderd" [{"kop":["Onderwerp","Was","Is nu"],"rijen":[["Einddoel","Eigen werk","Ander werk"]],"soort":"tabel"}]"#);
}

#[test]
fn een_bijstelling_die_niets_verandert_zegt_dat() {
    assert!(veranderd(|_| {}, &[vorige()]).contains("Er is niets veranderd"));
}

#[test]
fn een_bijstelling_van_een_dichte_versie_is_niet_te_vergelijken() {
    let mut a = plan();
    a.stuk = stuk_nr(4);
    let dicht = Event::PlanVanAanpakVastgesteld(Secties::proces(a));
    assert!(veranderd(|_| {}, &[dicht]).contains("Niet te vergelijken"));
    assert!(veranderd(|_| {}, &[]).contains("Niet te vergelijken"));
}

#[test]
fn een_oordeel_dat_open_is_staat_op_papier() {
    let feiten = [Event::OordeelWerknemerVastgelegd(oordeel())];
    insta::assert_snapshot!(oordeel_op_papier(&feiten), @r#"
    Oordeel werknemer 2026-11-18
    [["Werknemer","S. de Wit"],["Eerste ziektedag","3 maart 2025"]]
    "Over dit stuk" [{"gegevens":[["Oordeel","Gegeven"],["Op","18 november 2026"]],"soort":"gegevens"}]
    "Oordeel" [{"gegevens":[["Eigen inspanningen","Geoefend"]],"soort":"gegevens"}]
    [{"dag":"18 november 2026","functie":"Werknemer","naam":"S. de Wit","reden":"","soort":"opgesteld"}]
    "#);
}

#[test]
fn een_oordeel_dat_dicht_is_wordt_een_leeg_formulier() {
    let feiten = [Event::OordeelWerknemerVastgelegd(Secties::proces(oordeel().a))];
    let papier = oordeel_op_papier(&feiten);
    assert!(papier.contains("Wat hebt u nog nodig?"));
    assert!(!papier.contains("Geoefend"));
}

#[test]
fn een_dichte_sectie_staat_niet_op_papier() {
    let feit = Event::ProbleemanalyseVastgesteld(Secties::proces(analyse().a));
    let papier = stuk_van(&kop(), &feit, &[]).unwrap().unwrap();
    let titels: Vec<_> = papier.delen.iter().map(|deel| deel.titel.as_str()).collect();
    assert_eq!(titels, ["Over dit stuk"]);
}

#[test]
fn wie_niet_tekent_staat_er_met_de_motivering() {
    let papier = plan_van_aanpak(&kop(), &plan(), Some(&afspraken())).unwrap();
    insta::assert_snapshot!(tekst(&papier), @r#"
    Plan van aanpak 2025-04-22
    [["Werknemer","S. de Wit"],["Eerste ziektedag","3 maart 2025"]]
    "Over dit stuk" [{"gegevens":[["Opgesteld op","22 april 2025"],["Afwijking van de termijn gemotiveerd","Nee"],["Visie van de werkgever opgenomen","Nee"],["Visie van de werknemer opgenomen","Nee"]],"soort":"gegevens"}]
    "Evaluatie op" [{"punten":["3 juni 2025"],"soort":"lijst"}]
    "Doel en afspraken" [{"gegevens":[["Einddoel","Eigen werk"],["Spoor","Eerste spoor: bij de eigen werkgever"],["Waarom niet getekend","Te veel uren in mei"]],"soort":"gegevens"}]
    "Tussendoelen" [{"kop":["Doel","Uiterlijk"],"rijen":[["16 uur per week","1 juni 2025"]],"soort":"tabel"}]
    [{"dag":"22 april 2025","functie":"Werkgever, Directeur","naam":"H. van Dijk","reden":"","soort":"getekend"},{"dag":"22 april 2025","functie":"Werknemer, Directeur","naam":"S. de Wit","reden":"Te veel uren in mei","soort":"geweigerd"}]
    "#);
}

#[test]
fn wie_nog_niet_tekende_krijgt_ruimte_om_te_tekenen() {
    let mut plan = plan();
    plan.ondertekeningen.truncate(1);
    let papier = plan_van_aanpak(&kop(), &plan, None).unwrap();
    let wie: Vec<String> = papier.ondertekening.iter().map(Ondertekening::stand).collect();
    insta::assert_snapshot!(wie.join("\n"), @"
    H. van Dijk, Werkgever, Directeur: getekend op 22 april 2025
    S. de Wit, Werknemer: nog niet getekend
    ");
}

#[test]
fn de_inhoud_volgt_uit_de_gezette_papieren() {
    let bij = riv::Element::BijstellingProbleemanalyse;
    let elementen = [stand(bij, 2, "2025-07-01"), stand(bij, 3, "2025-10-01")];
    let feiten = [(2, "2025-07-01"), (3, "2025-10-01")]
        .map(|(nr, op)| Event::ProbleemanalyseBijgesteld(bijstelling(nr, op)));
    let papieren = papieren_van(&kop(), datum("2026-11-22"), &elementen, &feiten).unwrap();
    let regels: Vec<String> = papieren
        .iter()
        .map(|papier| papier.inhoudsregel(&papier.pdf().unwrap()))
        .map(|it| {
            format!("{} {} {} {}", it.naam, it.bestandsnaam, it.datum, it.bladzijden.unwrap_or(0))
        })
        .collect();
    insta::assert_snapshot!(regels.join("\n"), @"
    Bijstelling probleemanalyse 1 01b_bijstelling_pa_01.pdf 2025-07-01 1
    Bijstelling probleemanalyse 2 01b_bijstelling_pa_02.pdf 2025-10-01 1
    ");
}

#[test]
fn het_formulier_vraagt_naar_wat_er_is() {
    let papier = formulier_oordeel_werknemer(&kop(), datum("2026-11-20"), &elementen());
    insta::assert_snapshot!(tekst(&papier), @r#"
    Oordeel werknemer 2026-11-20
    [["Werknemer","S. de Wit"],["Eerste ziektedag","3 maart 2025"]]
    "Wilt u een oordeel geven?" [{"opties":["Ja","Nee, ik geef geen oordeel"],"soort":"keuze","vraag":"U mag zelf kiezen of u een oordeel geeft."}]
    "Uw oordeel per onderdeel" [{"opties":["Eens","Deels eens","Oneens"],"soort":"keuze","vraag":"Bent u het eens met: Probleemanalyse van 15 april 2025?"},{"regels":2,"soort":"invulveld","vraag":"Toelichting (als u wilt)"},{"opties":["Eens","Deels eens","Oneens"],"soort":"keuze","vraag":"Bent u het eens met: Plan van aanpak van 22 april 2025?"},{"regels":2,"soort":"invulveld","vraag":"Toelichting (als u wilt)"}]
    "Het werk" [{"opties":["Eens","Deels eens","Oneens"],"soort":"keuze","vraag":"Bent u het eens met wat er staat over de arbeidsrelatie met uw werkgever?"},{"regels":2,"soort":"invulveld","vraag":"Toelichting (als u wilt)"},{"opties":["Eens","Deels eens","Oneens"],"soort":"keuze","vraag":"Bent u het eens met wat er staat over passend werk?"},{"regels":2,"soort":"invulveld","vraag":"Toelichting (als u wilt)"}]
    "Uw eigen inspanningen" [{"regels":4,"soort":"invulveld","vraag":"Wat hebt u zelf gedaan om weer te werken?"}]
    "De inspanningen van uw werkgever" [{"regels":4,"soort":"invulveld","vraag":"Wat heeft uw werkgever gedaan?"}]
    "Uw wensen" [{"regels":4,"soort":"invulveld","vraag":"Wat hebt u nog nodig?"}]
    [{"dag":"","functie":"Werknemer","naam":"S. de Wit","reden":"","soort":"open"}]
    "#);
}

#[test]
fn het_voorblad_noemt_elk_onderdeel_met_zijn_toestand() {
    let blad = voorblad_van(&kop(), datum("2026-11-22"), &elementen(), Bijlagen::default());
    let regels: Vec<String> = blad
        .regels
        .iter()
        .map(|regel| {
            let dagen = [regel.uiterlijk, regel.vastgelegd];
            format!(
                "{} | {} | {dagen:?} | {:?}",
                regel.onderdeel.naam(),
                regel.wie.naam(),
                regel.toestand
            )
        })
        .collect();
    insta::assert_snapshot!(regels.join("\n"), @"
    Probleemanalyse | Bedrijfsarts | [Some(2025-04-13), Some(2025-04-15)] | TeLaat
    Plan van aanpak | Werkgever en werknemer | [Some(2025-04-29), Some(2025-04-22)] | Aanwezig
    Eindevaluatie | Werkgever en werknemer | [Some(2026-11-28), None] | Ontbreekt
    Medische informatie | Bedrijfsarts | [None, Some(2026-11-18)] | Aanwezig
    Oordeel werknemer | Werknemer | [None, None] | NietNodig
    ");
}

#[test]
fn stukken_en_voorblad_worden_pdf() {
    let feit = Event::ProbleemanalyseVastgesteld(analyse());
    let blad = voorblad_van(&kop(), datum("2026-11-22"), &elementen(), Bijlagen::default());
    assert!(stuk(&stuk_van(&kop(), &feit, &[]).unwrap().unwrap()).unwrap().starts_with(b"%PDF"));
    assert!(voorblad(&blad).unwrap().starts_with(b"%PDF"));
}

fn oordeel_op_papier(feiten: &[Event]) -> String {
    let elementen = [stand(riv::Element::OordeelWerknemer, 6, "2026-11-18")];
    let papieren = papieren_van(&kop(), datum("2026-11-22"), &elementen, feiten).unwrap();
    papieren.iter().map(|papier| tekst(&papier.stuk)).collect()
}

fn tekst(stuk: &Stuk) -> String {
    let mut tekst = format!("{} {}\n", stuk.soort.naam(), stuk.datum);
    writeln!(tekst, "{}", gegevens_json(&stuk.kop)).unwrap();
    for deel in delen_json(&stuk.delen).as_array().unwrap() {
        writeln!(tekst, "{} {}", deel["titel"], deel["inhoud"]).unwrap();
    }
    tekst + &ondertekening_json(&stuk.ondertekening).to_string()
}
