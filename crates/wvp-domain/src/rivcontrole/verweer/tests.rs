//! Requests of UWV and what to make of them.

use super::super::proef::{OORDEEL, OVERDRACHT, PA, compleet, compleet_verkort};
use super::{Bewijssoort, Redencode, Soort, Verweer, Verzoek, oordeel_gevraagd, verweer};
use crate::mijlpaal::riv::Element;
use crate::mijlpaal::uwv_besluit;
use crate::mijlpaal::voorbeeld::{self, NAAM, TEKST, dag, stuk};
use crate::termijn::Basis;
use crate::{Event, replay};

/// A letter of 7 December 2026, a week after the report.
fn verzoek(reden: Redencode) -> Verzoek {
    Verzoek {
        reden,
        ontvangen_op: dag("2026-12-07"),
        uiterlijk_in_brief: None,
        volledig_verklaard_op: None,
    }
}

fn antwoord(verzoek: &Verzoek) -> Verweer {
    verweer(&replay(&compleet()), verzoek).unwrap()
}

#[test]
fn elke_reden_heeft_een_rij_en_een_code_die_in_json_dezelfde_is() {
    for reden in Redencode::ALLE {
        assert_eq!(serde_json::to_value(reden).unwrap(), reden.code());
        let verweer = antwoord(&verzoek(reden));
        let soort = match reden.code().split('-').next().unwrap() {
            "ADM" => Soort::Administratief,
            "INH" => Soort::Inhoudelijk,
            _ => Soort::GeenGrond,
        };
        assert_eq!((verweer.reden, verweer.soort), (reden, soort));
        assert_eq!(verweer.geldig, soort != Soort::GeenGrond);
    }
}

#[test]
fn de_redenen_zijn_die_van_het_document() {
    let per_soort = |begin: &str| {
        let codes = Redencode::ALLE.map(Redencode::code);
        let codes: Vec<_> = codes.iter().filter_map(|code| code.strip_prefix(begin)).collect();
        codes.join(", ")
    };
    assert_eq!(
        per_soort("ADM-"),
        "PA-ONTBREEKT, PVA-ONTBREEKT, BIJSTELLING-ONTBREEKT, EJE-ONTBREEKT, EINDEVAL-ONTBREEKT, AO-ONTBREEKT, MED-ONTBREEKT, NIET-ONDERTEKEND, VORMEIS, TE-LAAT"
    );
    assert_eq!(
        per_soort("INH-"),
        "GEEN-INSPANNING, SPOOR1-EIGEN-ONVOLDOENDE, SPOOR1-ANDER-ONVOLDOENDE, SPOOR2-NIET, SPOOR2-TE-LAAT, SPOOR2-ONVOLDOENDE, NIET-PASSEND, NIET-STRUCTUREEL, TE-LANG-ARBEIDSTHERAPIE, BEHANDELING-STAGNATIE, BA-OORDEEL-NIET-PLAUSIBEL, GBM-ONTERECHT, W-WERKT-NIET-MEE-GEEN-MAATREGEL, RB-NIET-GESTUURD, AANBOD-W-GEWEIGERD, CONFLICT-NIET-AANGEPAKT, PA-NIET-BIJGESTELD, PVA-NIET-BIJGESTELD"
    );
    assert_eq!(Redencode::ALLE.iter().filter(|it| it.code().starts_with("ONG-")).count(), 6);
}

#[test]
fn een_ontbrekend_stuk_vraagt_uwv_aan_de_werkgever_behalve_het_oordeel_van_de_werknemer() {
    let zonder: Vec<_> = Element::ALLE
        .into_iter()
        .filter(|element| Redencode::bij_ontbreken(*element).is_none())
        .collect();
    assert_eq!(zonder, [Element::OordeelWerknemer]);
    assert_eq!(Redencode::bij_ontbreken(Element::ActueelOordeel), Some(Redencode::AdmAoOntbreekt));
}

#[test]
fn na_de_bevestiging_dat_het_volledig_is_mist_er_geen_stuk_meer() {
    let mut vraag = verzoek(Redencode::AdmAoOntbreekt);
    vraag.volledig_verklaard_op = Some(dag("2026-12-07"));
    assert!(antwoord(&vraag).geldig, "op dezelfde dag");
    vraag.volledig_verklaard_op = Some(dag("2026-12-06"));
    let verweer = antwoord(&vraag);
    assert_eq!((verweer.gevraagd, verweer.reden), (vraag.reden, Redencode::OngNaVolledig));
    vraag.reden = Redencode::InhSpoor2Niet;
    assert_eq!(antwoord(&vraag).reden, Redencode::InhSpoor2Niet);
}

#[test]
fn na_week_104_is_niets_meer_een_grond() {
    let mut vraag = verzoek(Redencode::InhSpoor2Niet);
    vraag.ontvangen_op = dag("2027-02-28");
    assert_eq!(antwoord(&vraag).reden, Redencode::InhSpoor2Niet);
    vraag.ontvangen_op = dag("2027-03-01");
    let verweer = antwoord(&vraag);
    assert_eq!((verweer.reden, verweer.geldig), (Redencode::OngNaWeek104, false));
}

#[test]
fn het_bewijs_noemt_stuk_onderdeel_en_dag_van_oud_naar_nieuw() {
    let verweer = antwoord(&verzoek(Redencode::InhBaOordeelNietPlausibel));
    let bewijs: Vec<_> = verweer.bewijs.iter().map(|it| it.stuk).collect();
    assert_eq!(bewijs.first(), Some(&stuk(PA)));
    let oordeel = verweer.bewijs.iter().find(|it| it.stuk == stuk(OORDEEL)).unwrap();
    assert_eq!(oordeel.element, Some(Element::ActueelOordeel));
    assert_eq!(oordeel.datum, dag("2026-11-09"));
    assert!(verweer.bewijs.is_sorted_by_key(|it| it.datum));
    let laat = antwoord(&verzoek(Redencode::AdmTeLaat));
    assert_eq!(laat.bewijs.len(), 1);
    assert_eq!(laat.bewijs[0].stuk, stuk(OVERDRACHT));
    assert_eq!(laat.bewijs[0].soort, Bewijssoort::RivOvergedragen);
}

#[test]
fn een_ontbrekend_stuk_is_er_volgens_plan_in_een_week_en_uiterlijk_in_twee() {
    let antwoord = antwoord(&verzoek(Redencode::AdmPaOntbreekt)).antwoord;
    assert_eq!(antwoord.plan_op, dag("2026-12-14"));
    assert_eq!(antwoord.uiterlijk, Some(dag("2026-12-21")));
    assert_eq!(antwoord.basis, Basis::PraktijkUwv);
}

#[test]
fn de_datum_in_de_brief_gaat_voor() {
    let mut vraag = verzoek(Redencode::AdmPaOntbreekt);
    vraag.uiterlijk_in_brief = Some(dag("2026-12-11"));
    let antwoord = antwoord(&vraag).antwoord;
    assert_eq!(
        (antwoord.plan_op, antwoord.uiterlijk),
        (dag("2026-12-11"), Some(dag("2026-12-11")))
    );
    assert_eq!(antwoord.basis, Basis::Brief);
}

#[test]
fn over_de_inhoud_ligt_geen_uiterste_dag_vast() {
    let antwoord = antwoord(&verzoek(Redencode::InhNietPassend)).antwoord;
    assert_eq!((antwoord.plan_op, antwoord.uiterlijk), (dag("2026-12-14"), None));
    assert_eq!(antwoord.basis, Basis::Intern);
}

#[test]
fn bij_ziek_uit_dienst_geldt_de_termijn_van_uwv() {
    let mut vraag = verzoek(Redencode::AdmMedOntbreekt);
    vraag.ontvangen_op = dag("2025-05-05");
    let antwoord = verweer(&replay(&compleet_verkort()), &vraag).unwrap().antwoord;
    assert_eq!(antwoord.uiterlijk, Some(dag("2025-05-19")));
    assert_eq!(antwoord.uiterlijk_grondslag.unwrap()[0], "R-66");
}

#[test]
fn de_werknemer_heeft_veertien_dagen_voor_het_oordeel_en_na_vertrek_zeven() {
    let uiterlijk = |events: &[Event], op| {
        oordeel_gevraagd(&replay(events), dag(op)).unwrap().uiterlijk.unwrap()
    };
    assert_eq!(uiterlijk(&compleet(), "2026-12-07"), dag("2026-12-21"));
    assert_eq!(uiterlijk(&compleet_verkort(), "2025-05-05"), dag("2025-05-12"));
}

#[test]
fn tegen_een_loonsanctie_is_zes_weken_bezwaar_mogelijk_tot_een_werkdag() {
    let mut events = compleet();
    assert_eq!(antwoord(&verzoek(Redencode::InhNietPassend)).bezwaar_uiterlijk, None);
    // Six weeks after Friday 11 December 2026 is Friday 22 January 2027; after the Saturday a Monday.
    let soort = uwv_besluit::Soort::LoonsanctieOpgelegd;
    events.push(Event::UwvBesluitOntvangen(voorbeeld::uwv_besluit(60, dag("2026-12-12"), soort)));
    let verweer = verweer(&replay(&events), &verzoek(Redencode::InhNietPassend)).unwrap();
    assert_eq!(verweer.bezwaar_uiterlijk, Some(dag("2027-01-25")));
}

#[test]
fn een_verweer_bevat_geen_tekst_en_geen_naam_uit_het_dossier() {
    for reden in Redencode::ALLE {
        let json = serde_json::to_string(&antwoord(&verzoek(reden))).unwrap();
        assert!(!json.contains(TEKST) && !json.contains(NAAM), "{json}");
    }
}

#[test]
fn zonder_ziekmelding_is_er_niets_te_verweren() {
    assert_eq!(verweer(&replay(&[]), &verzoek(Redencode::AdmTeLaat)), None);
}
