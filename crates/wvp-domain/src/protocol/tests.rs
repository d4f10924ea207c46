//! A protocol is read as a whole, and never softer than the law.

use proptest::prelude::*;
use serde_json::json;

use super::{Aanleiding, Aanscherping, EigenStap, Moment, Protocol, keur, lees};
use crate::TermijnId;
use crate::ladder::{GEWOON, HARD};
use crate::mijlpaal::herinnering::Ontvanger;
use crate::mijlpaal::voorbeeld::dag;
use crate::rekenmachine::Ruw;

fn lees_json(json: serde_json::Value) -> Result<Protocol, Vec<String>> {
    let ruw: Ruw = serde_json::from_value(json).unwrap();
    lees(ruw).map_err(|fouten| fouten.iter().map(ToString::to_string).collect())
}

#[track_caller]
fn fouten(json: serde_json::Value) -> String {
    lees_json(json).unwrap_err().join("\n")
}

/// A step that is sound.
fn stap() -> serde_json::Value {
    json!({
        "naam": "eerste_gesprek", "titel": "Eerste gesprek", "uitleg": "Bel en vraag wat kan.",
        "wie": ["werkgever"], "na": "ziekmelding", "dagen": 2,
    })
}

/// The same step with other fields.
fn stap_met(anders: serde_json::Value) -> serde_json::Value {
    let (mut stap, anders) = (stap(), anders);
    for (naam, waarde) in anders.as_object().unwrap() {
        stap[naam] = waarde.clone();
    }
    stap
}

#[test]
fn wat_niet_is_ingevuld_krijgt_de_gewone_ladder_en_niemand_daarboven() {
    let protocol = lees_json(json!({ "per": "2026-01-01", "stappen": [stap()] })).unwrap();
    let gelezen = &protocol.stappen[0];
    assert_eq!(gelezen.treden, GEWOON.treden.to_vec());
    assert_eq!((gelezen.casemanager_vanaf, gelezen.teamleider_vanaf), (None, None));
    assert_eq!(gelezen.na, Aanleiding::Ziekmelding);
}

#[test]
fn wat_is_opgeschreven_komt_er_hetzelfde_weer_in() {
    let protocol = Protocol {
        per: dag("2026-01-01"),
        stappen: vec![
            EigenStap {
                naam: "terugkeer".to_owned(),
                titel: "Terugkeergesprek".to_owned(),
                uitleg: "Bespreek hoe het gaat op het werk.".to_owned(),
                wie: vec![Ontvanger::Werkgever, Ontvanger::Werknemer],
                na: Aanleiding::Herstel { ook_bij_deelherstel: true },
                dagen: 7,
                alleen_in_keten: true,
                treden: vec![-2, 0, 3],
                casemanager_vanaf: Some(0),
                teamleider_vanaf: None,
            },
            EigenStap {
                naam: "verslag".to_owned(),
                titel: "Verslag".to_owned(),
                uitleg: "Schrijf op wat is afgesproken.".to_owned(),
                wie: vec![Ontvanger::Casemanager],
                na: Aanleiding::Stap { naam: "terugkeer".to_owned(), op: Moment::Gedaan },
                dagen: -3,
                alleen_in_keten: false,
                treden: vec![0],
                casemanager_vanaf: None,
                teamleider_vanaf: Some(0),
            },
        ],
        aanscherpingen: vec![Aanscherping {
            termijn: TermijnId::Probleemanalyse,
            dagen_eerder: 7,
            extra_treden: vec![3],
            casemanager_vanaf: Some(-14),
            teamleider_vanaf: None,
        }],
    };
    let json = serde_json::to_value(&protocol).unwrap();
    assert_eq!(lees_json(json), Ok(protocol));
}

#[test]
fn alle_fouten_komen_tegelijk_met_hun_plaats() {
    let alles = fouten(json!({
        "per": "1 januari", "versie": 2,
        "stappen": [
            stap_met(json!({ "naam": "Eerste Gesprek", "wie": ["buurman"], "dagen": "vroeg" })),
            { "naam": "leeg" },
            stap_met(json!({ "na": "pasen", "treden": [0, 0, 9999], "extra": true })),
        ],
        "aanscherpingen": [{ "termijn": "plan" }, { "dagen_eerder": 1 }],
    }));
    insta::assert_snapshot!(alles, @"
    `per`: `1 januari` kan niet: geen bestaande datum, geschreven als JJJJ-MM-DD
    `stappen[0].wie[0]`: `buurman` kan niet: bekend zijn: werkgever, werknemer, bedrijfsarts, casemanager, teamleider
    `stappen[0].dagen`: `vroeg` kan niet: hier hoort een heel getal
    `stappen[1].titel`: `` kan niet: dit veld ontbreekt
    `stappen[1].uitleg`: `` kan niet: dit veld ontbreekt
    `stappen[1].wie`: `` kan niet: dit veld ontbreekt
    `stappen[1].na`: `` kan niet: dit veld ontbreekt
    `stappen[1].dagen`: `` kan niet: dit veld ontbreekt
    `stappen[2].na`: `pasen` kan niet: hier hoort een van: eerste_ziektedag, ziekmelding, herstel, einde_dienstverband, stap, termijn
    `stappen[2].treden[2]`: `9999` kan niet: hoogstens 730 dagen ervoor of erna
    `stappen[2].extra`: `(true of false)` kan niet: onbekend veld; bekend zijn: naam, titel, uitleg, wie, na, dagen, alleen_in_keten, treden, casemanager_vanaf, teamleider_vanaf
    `aanscherpingen[0].termijn`: `plan` kan niet: bekend zijn: melding_arbodienst, probleemanalyse, bijstelling_probleemanalyse, plan_van_aanpak, bijstelling_plan_van_aanpak, voortgangsgesprek, melding_42e_week, grens_81_weken, eerstejaarsevaluatie, tweede_spoor, einde_eerste_ziektejaar, riv_concept, uwv_kennisgeving_wia, actueel_oordeel, eindevaluatie, riv_aan_werknemer, wia_aanvraag, uwv_besluit_loonsanctie, einde_wachttijd, einde_loondoorbetaling, einde_opzegverbod, einde_keten, vangnetmelding, melding_ziek_uit_dienst, verlenging_aanvraag, bekorting_besluit, einde_loonsanctie, iva_aanvraagvenster, einde_verkorte_wachttijd
    `aanscherpingen[1].termijn`: `` kan niet: dit veld ontbreekt
    `versie`: `(getal)` kan niet: onbekend veld; bekend zijn: per, stappen, aanscherpingen
    `stappen[0].naam`: `Eerste Gesprek` kan niet: een naam is 1 tot 40 kleine letters, cijfers en `_`
    `stappen[2].treden`: `0` kan niet: elke trede een keer, de vroegste eerst
    ");
}

#[test]
fn een_termijn_uit_de_wet_wordt_niet_soepeler_en_valt_niet_weg() {
    let alles = fouten(json!({
        "per": "2026-01-01",
        "aanscherpingen": [
            { "termijn": "probleemanalyse", "dagen_eerder": -7 },
            { "termijn": "plan_van_aanpak", "vervalt": true },
            { "termijn": "melding_42e_week", "treden": [0], "casemanager_vanaf": 0 },
            { "termijn": "riv_aan_werknemer", "dagen_later": 14 },
            { "termijn": "eerstejaarsevaluatie", "dagen_eerder": 60 },
            { "termijn": "einde_wachttijd", "dagen_eerder": 7 },
            { "termijn": "wia_aanvraag", "extra_treden": [-14] },
        ],
    }));
    insta::assert_snapshot!(alles, @"
    `aanscherpingen[0].dagen_eerder`: `-7` kan niet: een termijn uit de wet mag strenger, maar niet soepeler of weg (R-03, Regeling procesgang art. 2 lid 2)
    `aanscherpingen[1].vervalt`: `true` kan niet: een termijn uit de wet mag strenger, maar niet soepeler of weg (R-05, Regeling procesgang art. 4 lid 1; WIA art. 25 lid 2)
    `aanscherpingen[2].treden`: `[…]` kan niet: een termijn uit de wet mag strenger, maar niet soepeler of weg (R-11, Ziektewet art. 38 lid 1)
    `aanscherpingen[3].dagen_later`: `14` kan niet: een termijn uit de wet mag strenger, maar niet soepeler of weg (R-17, WIA art. 25 lid 3)
    `aanscherpingen[2].casemanager_vanaf`: `0` kan niet: mag niet later dan -28: strenger mag, soepeler niet (R-11, Ziektewet art. 38 lid 1)
    `aanscherpingen[4].dagen_eerder`: `60` kan niet: hoogstens 48 dagen eerder (R-12, Regeling procesgang art. 4 lid 2 onder b; UWV: rond 52 weken)
    `aanscherpingen[5].termijn`: `einde_wachttijd` kan niet: hier hoeft niemand iets te doen, dus is er niets strenger te maken (R-20, WIA art. 23 lid 1)
    `aanscherpingen[6].extra_treden`: `-14` kan niet: deze trede staat al op de ladder
    ");
}

#[test]
fn eigen_teksten_noemen_geen_ziekte() {
    let alles = fouten(json!({
        "per": "2026-01-01",
        "stappen": [
            stap_met(json!({ "titel": "Vraag naar de griep" })),
            stap_met(json!({ "naam": "b", "titel": "Bel de zieke\nmedewerker", "uitleg": "" })),
        ],
    }));
    insta::assert_snapshot!(alles, @"
    `stappen[0].titel`: `(tekst)` kan niet: een bericht noemt niet welke ziekte iemand heeft (NIET-01)
    `stappen[1].titel`: `(tekst)` kan niet: een tekst is een regel zonder stuurtekens
    `stappen[1].titel`: `(tekst)` kan niet: een bericht verraadt niet dat iemand ziek is (geen `ziek`)
    `stappen[1].uitleg`: `0 tekens` kan niet: 1 tot 600 tekens
    ");
}

#[test]
fn stappen_verwijzen_naar_elkaar_zonder_kring() {
    let na = |naam: &str| json!({ "stap": { "naam": naam } });
    let alles = fouten(json!({
        "per": "2026-01-01",
        "stappen": [
            stap_met(json!({ "naam": "a", "na": na("b") })),
            stap_met(json!({ "naam": "b", "na": na("a") })),
            stap_met(json!({ "naam": "c", "na": na("d") })),
            stap_met(json!({ "naam": "b", "wie": [] })),
            stap_met(json!({ "naam": "probleemanalyse", "casemanager_vanaf": 30 })),
        ],
    }));
    insta::assert_snapshot!(alles, @"
    `stappen[3].naam`: `b` kan niet: een andere stap heeft deze naam al
    `stappen[4].naam`: `probleemanalyse` kan niet: zo heet al een termijn uit de wet
    `stappen[0].na.stap.naam`: `b` kan niet: de stappen verwijzen in een kring naar elkaar
    `stappen[1].na.stap.naam`: `a` kan niet: de stappen verwijzen in een kring naar elkaar
    `stappen[2].na.stap.naam`: `d` kan niet: zo heet geen stap in dit protocol
    `stappen[3].wie`: `[]` kan niet: iemand moet de stap doen
    `stappen[4].casemanager_vanaf`: `30` kan niet: dit ligt na de laatste trede
    ");
}

fn strenger() -> impl Strategy<Value = Aanscherping> {
    let vanaf = || prop::option::of(-60..=0_i16);
    let treden = prop::collection::btree_set(-60..60_i16, 0..5);
    (0..90_u16, treden, vanaf(), vanaf()).prop_map(
        |(dagen_eerder, treden, casemanager, teamleider)| Aanscherping {
            termijn: TermijnId::RivAanWerknemer,
            dagen_eerder,
            extra_treden: treden.into_iter().collect(),
            casemanager_vanaf: casemanager,
            teamleider_vanaf: teamleider,
        },
    )
}

proptest! {
    /// The law, tightened: as many rungs or more, none later, nobody told later.
    #[test]
    fn een_aanscherping_neemt_niets_weg(strenger in strenger()) {
        for gewoon in [GEWOON, HARD] {
            let ladder = strenger.toegepast(&gewoon);
            prop_assert!(ladder.treden.is_sorted_by(|eerst, dan| eerst < dan));
            prop_assert!(ladder.treden.len() >= gewoon.treden.len());
            prop_assert!(ladder.treden.iter().zip(&*gewoon.treden).all(|(eigen, wet)| eigen <= wet));
            prop_assert!(gewoon.treden.iter().filter(|it| **it >= 0).all(|it| ladder.treden.contains(it)));
            prop_assert!(ladder.casemanager_vanaf <= gewoon.casemanager_vanaf);
            prop_assert!(ladder.teamleider_vanaf <= gewoon.teamleider_vanaf);
        }
    }
}

#[test]
fn wie_niets_strengers_vraagt_heeft_het_leeg_protocol() {
    assert!(keur(&Protocol::leeg()).is_empty());
}
