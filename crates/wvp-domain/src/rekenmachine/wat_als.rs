//! What if: the terms before and after a change, with what differs and why.

use schemars::JsonSchema;
use serde::Serialize;

use super::InvoerFout;
use super::controle;
use super::invoer::{Periode, Verlof};
use super::lezer::Fouten;
use super::verschil::{Verschil, verschillen};
use crate::termijn::{KeuzeId, Verloop, Zaak, zaken};
use crate::wachttijd::Verlofperiode;
use crate::{Datum, Ziekteperiode};

/// A change of the facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wijziging {
    /// The last case began on another day.
    EersteZiektedag(Datum),
    /// The last spell ended: this is the first fit day.
    HersteldPer(Datum),
    /// Ill again from this day on.
    OpnieuwZiek(Datum),
    /// Leave.
    Verlof(Verlofperiode),
    /// AOW begins on this day.
    AowDatum(Datum),
    /// The employment ends on this day.
    LaatsteWerkdag(Datum),
    /// Another answer where sources disagree, by its name.
    Keuze(KeuzeId, String),
}

/// Before, after, and what differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WatAls {
    /// The cases as they are.
    pub voor: Vec<Zaak>,
    /// The cases with the change.
    pub na: Vec<Zaak>,
    /// What differs, in the order of the table; empty when nothing does.
    pub verschillen: Vec<Verschil>,
}

/// Computes the terms before and after the changes.
///
/// # Errors
///
/// Every fault that the changes bring, all at once: spells that overlap, recovery before illness,
/// leave that overlaps, an answer that does not exist, a case older than the rules.
pub fn wat_als(
    verloop: &Verloop,
    wijzigingen: &[Wijziging],
    peildatum: Datum,
) -> Result<WatAls, Vec<InvoerFout>> {
    let gewijzigd = pas_toe(verloop, wijzigingen)?;
    let voor = reken(verloop, peildatum)?;
    let na = reken(&gewijzigd, peildatum)?;
    let verschillen = verschillen(&voor, &na);
    Ok(WatAls { voor, na, verschillen })
}

fn reken(verloop: &Verloop, peildatum: Datum) -> Result<Vec<Zaak>, Vec<InvoerFout>> {
    zaken(verloop, peildatum).map_err(|fout| {
        let waarde = verloop.perioden.first().map(|periode| periode.eerste_ziektedag.to_string());
        let (veld, waarde) = ("perioden".to_owned(), waarde.unwrap_or_default());
        vec![InvoerFout { veld, waarde, regel: fout.to_string() }]
    })
}

fn pas_toe(verloop: &Verloop, wijzigingen: &[Wijziging]) -> Result<Verloop, Vec<InvoerFout>> {
    let mut nieuw = verloop.clone();
    let mut fouten = Fouten::default();
    for wijziging in wijzigingen {
        wijzig(&mut nieuw, wijziging, &mut fouten);
    }
    controle::perioden(&perioden(&nieuw), &mut fouten);
    nieuw.perioden.sort_unstable_by_key(|periode| periode.eerste_ziektedag);
    eis_gedaan_tijdens_de_zaak(&nieuw, &mut fouten);
    controle::verlof(&verlof(&nieuw), &mut fouten);
    if fouten.0.is_empty() { Ok(nieuw) } else { Err(fouten.0) }
}

fn wijzig(verloop: &mut Verloop, wijziging: &Wijziging, fouten: &mut Fouten) {
    match wijziging {
        Wijziging::EersteZiektedag(dag) => {
            let begin = verloop.ketens().last().map(|keten| keten.eerste_ziektedag);
            let eerste = verloop.perioden.iter_mut().find(|it| Some(it.eerste_ziektedag) == begin);
            if let Some(periode) = eerste {
                periode.eerste_ziektedag = *dag;
            }
        }
        Wijziging::HersteldPer(dag) => {
            if let Some(periode) = verloop.perioden.last_mut() {
                periode.hersteld_per = Some(*dag);
            }
        }
        Wijziging::OpnieuwZiek(dag) => verloop.perioden.push(Ziekteperiode {
            eerste_ziektedag: *dag,
            hersteld_per: None,
            telt_niet_voor_opzegverbod: false,
        }),
        Wijziging::Verlof(verlof) => verloop.verlof.push(*verlof),
        Wijziging::AowDatum(dag) => verloop.aow_datum = Some(*dag),
        Wijziging::LaatsteWerkdag(dag) => verloop.laatste_werkdag = Some(*dag),
        Wijziging::Keuze(id, antwoord) => {
            if let Err(bekend) = verloop.keuzes.zet(*id, antwoord) {
                fouten.meld(id.naam(), antwoord, bekend);
            }
        }
    }
}

/// A step that was taken before the first day of illness does not fit the facts as changed.
fn eis_gedaan_tijdens_de_zaak(verloop: &Verloop, fouten: &mut Fouten) {
    let Some(eerste) = verloop.perioden.first().map(|periode| periode.eerste_ziektedag) else {
        return;
    };
    for (id, dagen) in &verloop.gedaan {
        if let Some(dag) = dagen.first().filter(|dag| **dag < eerste) {
            let regel = format!("ligt niet voor de eerste ziektedag ({eerste})");
            fouten.meld(format!("gedaan.{}", id.sleutel()), dag, regel);
        }
    }
}

fn perioden(verloop: &Verloop) -> Vec<Periode> {
    let genummerd = verloop.perioden.iter().enumerate();
    genummerd
        .map(|(plaats, periode)| Periode {
            eerste_ziektedag: periode.eerste_ziektedag,
            hersteld_per: periode.hersteld_per,
            door_zwangerschap: periode.telt_niet_voor_opzegverbod,
            plaats,
        })
        .collect()
}

fn verlof(verloop: &Verloop) -> Vec<Verlof> {
    let genummerd = verloop.verlof.iter().enumerate();
    genummerd
        .map(|(plaats, verlof)| Verlof {
            van: verlof.van,
            tot_en_met: verlof.tot_en_met,
            zelfde_oorzaak: verlof.zelfde_oorzaak,
            plaats,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use serde_json::json;

    use super::super::proef::{datum, ruw};
    use super::super::{InvoerFout, lees};
    use super::{WatAls, Wijziging, wat_als};
    use crate::termijn::{KeuzeId, Verloop};
    use crate::wachttijd::Verlofperiode;

    fn ziek() -> Verloop {
        let perioden = json!([{ "eerste_ziektedag": "2025-03-03" }]);
        lees(ruw(json!({ "perioden": perioden }))).invoer.verloop()
    }

    fn bij(wijzigingen: &[Wijziging]) -> Result<WatAls, Vec<InvoerFout>> {
        wat_als(&ziek(), wijzigingen, datum("2025-06-02"))
    }

    /// The line of one row: before, after, days, reasons.
    fn regel(wat_als: &WatAls, id: &str, basis: &str) -> String {
        let json = serde_json::to_value(&wat_als.verschillen).unwrap();
        let rij =
            json.as_array().unwrap().iter().find(|rij| rij["id"] == id && rij["basis"] == basis);
        let Some(rij) = rij else { return "ongewijzigd".to_owned() };
        let kort = |waarde: &serde_json::Value| {
            let tekst = |veld: &str| waarde[veld].as_str().unwrap_or("-").to_owned();
            format!("{} {}", tekst("uiterlijk"), tekst("status"))
        };
        format!(
            "{} -> {} ({}) {}",
            kort(&rij["voor"]),
            kort(&rij["na"]),
            rij["dagen"],
            rij["redenen"]
        )
    }

    #[test]
    fn niets_wijzigen_geeft_geen_verschillen() {
        assert_eq!(bij(&[]).unwrap().verschillen, []);
    }

    #[test]
    fn een_andere_eerste_ziektedag_schuift_elke_termijn() {
        let uit = bij(&[Wijziging::EersteZiektedag(datum("2025-02-24"))]).unwrap();
        assert_snapshot!(regel(&uit, "melding_42e_week", "wet"), @r#"2025-12-22 open -> 2025-12-15 open (-7) ["De eerste ziektedag wordt 24 februari 2025."]"#);
        assert!(uit.verschillen.iter().all(|verschil| verschil.dagen == Some(-7)));
    }

    #[test]
    fn herstel_schort_op_wat_nog_komt() {
        let uit = bij(&[Wijziging::HersteldPer(datum("2025-05-05"))]).unwrap();
        assert_snapshot!(regel(&uit, "riv_aan_werknemer", "wet"), @r#"2026-11-29 open -> 2026-11-29 vervallen (0) ["Vervallen door herstel: de zaak is gesloten."]"#);
        assert_snapshot!(regel(&uit, "einde_keten", "wet"), @r#"- - -> 2025-06-01 voldaan (null) ["Deze termijn komt erbij: na herstel."]"#);
    }

    #[test]
    fn een_terugval_schuift_met_de_dagen_hersteld() {
        let uit = bij(&[
            Wijziging::HersteldPer(datum("2025-05-05")),
            Wijziging::OpnieuwZiek(datum("2025-05-15")),
        ])
        .unwrap();
        assert_snapshot!(regel(&uit, "einde_wachttijd", "wet"), @r#"2027-02-28 verwacht -> 2027-03-10 verwacht (10) ["De eerste ziektedag 3 maart 2025 schuift 10 dagen naar 13 maart 2025: 10 dagen hersteld van 5 mei 2025 tot en met 14 mei 2025."]"#);
    }

    #[test]
    fn een_terugval_na_vier_weken_is_een_nieuwe_zaak() {
        let uit = bij(&[
            Wijziging::HersteldPer(datum("2025-05-05")),
            Wijziging::OpnieuwZiek(datum("2025-06-02")),
        ])
        .unwrap();
        assert_eq!((uit.voor.len(), uit.na.len()), (1, 2));
        let nieuw = uit.verschillen.iter().find(|verschil| verschil.zaak == 1).unwrap();
        assert_snapshot!(nieuw.redenen[0], @"Er begint een nieuwe zaak op 2 juni 2025.");
    }

    #[test]
    fn verlof_dat_doortelt_schuift_met_de_dagen_verlof() {
        let verlof = Verlofperiode {
            van: datum("2025-06-02"),
            tot_en_met: datum("2025-09-21"),
            zelfde_oorzaak: true,
        };
        let uit = bij(&[Wijziging::Verlof(verlof)]).unwrap();
        assert_snapshot!(regel(&uit, "wia_aanvraag", "wet"), @r#"2026-12-13 open -> 2027-04-04 open (112) ["De eerste ziektedag 3 maart 2025 schuift 112 dagen naar 23 juni 2025: 112 dagen verlof van 2 juni 2025 tot en met 21 september 2025."]"#);
    }

    #[test]
    fn aow_laat_vervallen_met_de_reden() {
        let uit = bij(&[Wijziging::AowDatum(datum("2025-08-01"))]).unwrap();
        assert_snapshot!(regel(&uit, "eerstejaarsevaluatie", "praktijk"), @r#"2026-03-01 open -> 2026-03-01 vervallen (0) ["Vervallen door: AOW (vanaf 1 augustus 2025)."]"#);
        assert_snapshot!(regel(&uit, "einde_loondoorbetaling", "wet"), @r#"2027-02-28 verwacht -> 2025-09-11 verwacht (-535) ["Nu geldt: AOW in de wachttijd (R-70: BW art. 7:629 lid 2 onder b).","De AOW-datum, of de eerste ziektedag als die later is: 1 augustus 2025."]"#);
    }

    #[test]
    fn een_andere_keuze_is_ook_een_wijziging() {
        let uit = bij(&[Wijziging::Keuze(KeuzeId::K1, "vier_werkdagen".to_owned())]).unwrap();
        assert_eq!(uit.verschillen.len(), 1);
        assert_snapshot!(regel(&uit, "melding_arbodienst", "praktijk"), @r#"2025-03-10 te_laat -> 2025-03-07 te_laat (-3) ["Nu geldt: instelling K-1: vier werkdagen (R-02: Regeling procesgang art. 2 lid 1)."]"#);
    }

    #[test]
    fn wat_niet_kan_wordt_genoemd_en_alles_tegelijk() {
        let fouten = bij(&[
            Wijziging::HersteldPer(datum("2025-03-01")),
            Wijziging::Keuze(KeuzeId::K1, "ooit".to_owned()),
            Wijziging::Verlof(Verlofperiode {
                van: datum("2025-06-02"),
                tot_en_met: datum("2025-06-01"),
                zelfde_oorzaak: true,
            }),
        ])
        .unwrap_err();
        let velden: Vec<&str> = fouten.iter().map(|fout| fout.veld.as_str()).collect();
        assert_eq!(velden, ["K-1", "perioden[0].hersteld_per", "verlof[0].tot_en_met"]);
    }

    #[test]
    fn een_stap_van_voor_de_nieuwe_eerste_ziektedag_wordt_genoemd() {
        let invoer = json!({
            "perioden": [{ "eerste_ziektedag": "2025-03-03" }],
            "gedaan": { "probleemanalyse": "2025-03-24" },
        });
        let wijziging = [Wijziging::EersteZiektedag(datum("2025-04-01"))];
        let verloop = lees(ruw(invoer)).invoer.verloop();
        let fouten = wat_als(&verloop, &wijziging, datum("2025-06-02")).unwrap_err();
        assert_eq!(fouten[0].veld, "gedaan.probleemanalyse");
    }

    #[test]
    fn opnieuw_ziek_zonder_herstel_kan_niet() {
        let fouten = bij(&[Wijziging::OpnieuwZiek(datum("2025-05-15"))]).unwrap_err();
        assert_eq!(fouten[0].veld, "perioden[1].eerste_ziektedag");
    }
}
