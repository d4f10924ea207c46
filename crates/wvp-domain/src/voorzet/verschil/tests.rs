//! What a bijstelling changed, field by field.

use proptest::prelude::*;

use super::{Verandering, Verschil, vergelijk, verschil};
use crate::beschrijving::Beschreven as _;
use crate::mijlpaal::gedeeld::{Visie, Visies};
use crate::mijlpaal::plan_van_aanpak::{Activiteit, Afspraken, Spoor, Tussendoel};
use crate::mijlpaal::voorbeeld::{dag, documenten};
use crate::{Afgeschermd, Event};

fn activiteit(omschrijving: &str, gereed: &str) -> Activiteit {
    Activiteit {
        omschrijving: omschrijving.to_owned(),
        doel: String::new(),
        wie: "werknemer".to_owned(),
        start: None,
        gereed: Some(dag(gereed)),
        voortgang: String::new(),
    }
}

/// A bijstelling and the plan before it, both changed by the test.
fn paar(
    pas_plan: impl FnOnce(&mut Afspraken),
    pas_bijstelling: impl FnOnce(&mut Afspraken),
) -> [Event; 2] {
    let mut plan = documenten::plan_van_aanpak(3, dag("2025-04-21"));
    let mut was = plan.b.inhoud().unwrap().clone();
    pas_plan(&mut was);
    plan.b = Afgeschermd::open(was);
    let mut bij = documenten::bijstelling_plan(4, dag("2025-07-01"), 3);
    bij.a.evaluatiemomenten.clone_from(&plan.a.evaluatiemomenten);
    let mut nu = bij.b.inhoud().unwrap().clone();
    pas_bijstelling(&mut nu.afspraken);
    bij.b = Afgeschermd::open(nu);
    [Event::PlanVanAanpakVastgesteld(plan), Event::PlanVanAanpakBijgesteld(bij)]
}

/// One line per change.
fn regels([plan, bij]: [Event; 2]) -> String {
    let Some(Verschil::Vergeleken(veranderingen)) = verschil(&bij, &[plan]) else {
        return "niet te vergelijken".to_owned();
    };
    let tekst = |it: &Option<String>| it.clone().unwrap_or_else(|| "-".to_owned());
    let regel =
        |it: &Verandering| format!("{} | {} | {}", it.onderwerp, tekst(&it.was), tekst(&it.is_nu));
    veranderingen.iter().map(regel).collect::<Vec<_>>().join("\n")
}

#[test]
fn een_bijstelling_die_niets_verandert_heeft_geen_verschil() {
    assert_eq!(regels(paar(|_| {}, |_| {})), "");
}

#[test]
fn doel_spoor_en_activiteiten_worden_genoemd_met_was_en_is_nu() {
    let regels = regels(paar(
        |was| {
            was.doel_eind = "Eigen werk".to_owned();
            was.activiteiten =
                vec![activiteit("Opbouw", "2025-06-01"), activiteit("Cursus", "2025-06-15")];
        },
        |nu| {
            nu.doel_eind = "Ander werk".to_owned();
            nu.spoor = Spoor::EersteEnTweede;
            nu.activiteiten =
                vec![activiteit("Stage", "2025-09-01"), activiteit("Opbouw", "2025-08-01")];
        },
    ));
    insta::assert_snapshot!(regels, @"
    Einddoel | Eigen werk | Ander werk
    Activiteiten: Stage | - | wie: werknemer; gereed: 1 september 2025
    Activiteiten: Opbouw: gereed | 1 juni 2025 | 1 augustus 2025
    Activiteiten: Cursus | wie: werknemer; gereed: 15 juni 2025 | -
    Spoor | Eerste spoor: bij de eigen werkgever | Eerste en tweede spoor
    ");
}

#[test]
fn een_dichte_eerdere_versie_is_niet_te_vergelijken() {
    let [plan, bij] = paar(|_| {}, |_| {});
    let dicht = crate::mijlpaal::testing::gesloten(&plan);
    assert_eq!(regels([dicht, bij.clone()]), "niet te vergelijken");
    assert_eq!(
        regels([plan.clone(), crate::mijlpaal::testing::gesloten(&bij)]),
        "niet te vergelijken"
    );
    // Out of sight.
    assert!(verschil(&bij, &[]) == Some(Verschil::NietTeVergelijken));
}

#[test]
fn een_feit_dat_geen_bijstelling_is_heeft_geen_verschil() {
    let [plan, _] = paar(|_| {}, |_| {});
    assert!(verschil(&plan, &[]).is_none());
}

#[test]
fn een_bijstelling_van_de_probleemanalyse_noemt_uren_en_beperkingen() {
    use crate::mijlpaal::gedeeld::{Beperking, Minuten, Rubriek, Urenbeperking};
    let was = Event::ProbleemanalyseVastgesteld(documenten::probleemanalyse(2, dag("2025-04-07")));
    let mut bij = documenten::bijstelling_probleemanalyse(5, dag("2025-09-01"), 2);
    let mut b = bij.b.inhoud().unwrap().clone();
    b.belastbaarheid.urenbeperking =
        Some(Urenbeperking { per_dag: Minuten(240), per_week: Minuten(1200) });
    b.belastbaarheid.beperkingen =
        vec![Beperking { rubriek: Rubriek::Werktijden, tekst: "Geen nachtdienst".to_owned() }];
    bij.b = Afgeschermd::open(b);
    bij.a.plan_nodig = false;
    insta::assert_snapshot!(regels([was, Event::ProbleemanalyseBijgesteld(bij)]), @"
    Beperkingen: Werktijden | - | beperking: Geen nachtdienst
    Urenbeperking | - | 4:00 uur per dag en 20:00 uur per week
    Plan van aanpak nodig | Ja | Nee
    ");
}

/// What a plan is made of: sections do not print.
type Ruw = (
    String,
    Vec<String>,
    Vec<(String, &'static str)>,
    Spoor,
    (Option<[String; 2]>, Option<[String; 2]>),
    Option<String>,
);

fn ruw() -> impl Strategy<Value = Ruw> {
    let tekst = || "[a-c]{0,2}";
    let visie = || prop::option::of([tekst(), tekst()]);
    let gereed = prop::sample::select(vec!["2025-06-01", "2025-07-01"]);
    (
        tekst(),
        prop::collection::vec(tekst(), 0..4),
        prop::collection::vec(("[a-c]", gereed), 0..4),
        prop::sample::select(vec![Spoor::Eerste, Spoor::Tweede, Spoor::EersteEnTweede]),
        (visie(), visie()),
        prop::option::of(tekst()),
    )
}

fn plan((doel_eind, doelen, activiteiten, spoor, visies, afwijking_advies): Ruw) -> Afspraken {
    let visie = |[mogelijkheden, afspraken]: [String; 2]| Visie {
        mogelijkheden,
        activiteiten: String::new(),
        afspraken,
    };
    let doel = |doel: String| Tussendoel { doel, uiterlijk: None };
    Afspraken {
        doel_eind,
        doelen_tussen: doelen.into_iter().map(doel).collect(),
        activiteiten: activiteiten.iter().map(|(wat, op)| activiteit(wat, op)).collect(),
        spoor,
        visies: Visies { werkgever: visies.0.map(visie), werknemer: visies.1.map(visie) },
        afwijking_advies,
        weigering_motivering: None,
        termijn_motivering: None,
    }
}

/// The fields as they speak, with the rows of a table sorted: order is no change.
fn op_volgorde(afspraken: &Afspraken) -> Vec<(&'static str, String)> {
    use crate::beschrijving::Waarde;
    let mut velden = vec![];
    for veld in afspraken.velden() {
        let tekst = if let Waarde::Tabel { rijen, .. } = &veld.waarde {
            let mut rijen = rijen.clone();
            rijen.sort();
            format!("{rijen:?}")
        } else {
            super::zin(&veld.waarde)
        };
        velden.push((veld.naam, tekst));
    }
    velden
}

proptest! {
    #[test]
    fn met_zichzelf_is_er_geen_verschil(ruw in ruw()) {
        let afspraken = plan(ruw);
        prop_assert!(vergelijk(&afspraken.velden(), &afspraken.velden()).is_empty());
    }

    #[test]
    fn elk_veld_dat_veranderde_wordt_genoemd_en_geen_ander(was in ruw(), nu in ruw()) {
        let (was, nu) = (plan(was), plan(nu));
        let veranderingen = vergelijk(&was.velden(), &nu.velden());
        let (voor, na) = (op_volgorde(&was), op_volgorde(&nu));
        let namen = voor.iter().chain(&na).map(|(naam, _)| *naam);
        for naam in namen {
            let zegt = |velden: &[(&str, String)]| {
                velden.iter().find(|it| it.0 == naam).map(|it| it.1.clone())
            };
            let genoemd = |it: &Verandering| {
                it.onderwerp == naam || it.onderwerp.starts_with(&format!("{naam}: "))
            };
            let is_genoemd = veranderingen.iter().any(genoemd);
            prop_assert_eq!(is_genoemd, zegt(&voor) != zegt(&na), "{}", naam);
        }
    }
}
