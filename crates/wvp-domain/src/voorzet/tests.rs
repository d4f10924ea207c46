//! Drafts of a dossier with every fact in it: what is filled in, by whom, and what stays closed.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;

use super::proef::{NIEUW, feiten, feiten_voor, json, opgesteld, sluit, vandaag, voorbeeld_van};
use super::{Herkomst, Soort, Voorzet, Wat};
use crate::mijlpaal::voorbeeld::{dag, stuk};
use crate::termijn::Wie;
use crate::{Compartiment, Event, decide, replay};

mod per_soort;

/// The places of a payload that hold a value, as far as the draft has a place there or above it.
fn plaatsen(pad: &str, json: &Value, velden: &BTreeSet<String>, gevonden: &mut BTreeSet<String>) {
    let is_tak = velden.iter().any(|veld| veld.starts_with(&format!("{pad}.")));
    let Some(kinderen) = json.as_object().filter(|_| pad.is_empty() || pad.len() == 1 || is_tak)
    else {
        gevonden.insert(pad.to_owned());
        return;
    };
    for (naam, kind) in kinderen {
        let onder = if pad.is_empty() { naam.clone() } else { format!("{pad}.{naam}") };
        plaatsen(&onder, kind, velden, gevonden);
    }
}

fn velden(voorzet: &Voorzet) -> BTreeSet<String> {
    let ingevuld = voorzet.ingevuld.iter().map(|it| it.veld.clone());
    ingevuld.chain(voorzet.te_doen.iter().map(|it| it.veld.clone())).collect()
}

/// The place in a payload.
fn pointer(veld: &str) -> String {
    format!("/{}", veld.replace('.', "/"))
}

fn zet(json: &mut Value, veld: &str, waarde: Value) {
    let (boven, naam) = veld.rsplit_once('.').unwrap();
    let mut tak = json;
    for deel in boven.split('.') {
        tak = &mut tak[deel];
    }
    tak[naam] = waarde;
}

/// Every text in a value.
fn teksten(json: &Value, alle: &mut BTreeSet<String>) {
    if let Value::String(tekst) = json {
        alle.insert(tekst.clone());
    } else if let Value::Array(punten) = json {
        for it in punten {
            teksten(it, alle);
        }
    } else if let Value::Object(velden) = json {
        for it in velden.values() {
            teksten(it, alle);
        }
    }
}

#[test]
fn elk_veld_van_de_payload_is_ingevuld_of_te_doen() {
    for soort in Soort::ALLE {
        let (payload, _) = voorbeeld_van(soort);
        let voorzet = opgesteld(soort, &feiten_voor(soort), &[]);
        let (velden, mut verwacht) = (velden(&voorzet), BTreeSet::new());
        plaatsen("", &payload, &velden, &mut verwacht);
        assert_eq!(velden, verwacht, "{}", soort.woord());
    }
}

#[test]
fn een_voorzet_met_wat_er_nog_te_doen_was_wordt_aangenomen() {
    for soort in Soort::ALLE {
        let feiten = feiten_voor(soort);
        let voorzet = opgesteld(soort, &feiten, &[]);
        let (voorbeeld, opdracht) = voorbeeld_van(soort);
        let mut payload = json(&voorzet);
        let ingevuld: Vec<&str> = voorzet.ingevuld.iter().map(|it| it.veld.as_str()).collect();
        let open = voorzet.te_doen.iter().filter(|it| it.verplicht);
        for te_doen in open.filter(|it| !ingevuld.contains(&it.veld.as_str())) {
            let waarde = voorbeeld.pointer(&pointer(&te_doen.veld)).unwrap();
            zet(&mut payload, &te_doen.veld, waarde.clone());
        }
        let uitkomst = decide(&replay(&feiten), opdracht(&payload), vandaag());
        assert!(uitkomst.is_ok_and(|nieuw| !nieuw.is_empty()), "{}", soort.woord());
    }
}

#[test]
fn wat_leeg_mag_blijven_mag_uit_de_payload() {
    for soort in Soort::ALLE {
        let voorzet = opgesteld(soort, &feiten_voor(soort), &[]);
        for veld in voorzet.te_doen.iter().filter(|it| !it.verplicht) {
            let (mut payload, opdracht) = voorbeeld_van(soort);
            let (boven, naam) = veld.veld.rsplit_once('.').unwrap();
            payload.pointer_mut(&pointer(boven)).unwrap().as_object_mut().unwrap().remove(naam);
            assert!(!opdracht(&payload).compartimenten().is_empty());
        }
    }
}

#[test]
fn een_handtekening_gaat_nooit_mee() {
    for soort in Soort::ALLE {
        let voorzet = opgesteld(soort, &feiten(), &[]);
        assert_eq!(json(&voorzet).pointer("/a/ondertekeningen"), None, "{}", soort.woord());
    }
    let plan = opgesteld(Soort::BijstellingPlanVanAanpak, &feiten(), &[]);
    let tekenen = plan.te_doen.iter().find(|it| it.veld == "a.ondertekeningen").unwrap();
    assert_eq!((tekenen.wat, tekenen.verplicht), (Wat::Ondertekenen, true));
}

#[test]
fn een_visie_gaat_mee_en_wordt_bevestigd_door_wie_haar_gaf() {
    let plan = opgesteld(Soort::BijstellingPlanVanAanpak, &feiten(), &[]);
    let visies = &json(&plan)["b"]["afspraken"]["visies"];
    assert_eq!(
        visies["werknemer"]["afspraken"],
        "woord bij plan b afspraken visies werknemer afspraken"
    );
    let wie = |veld: &str| {
        let te_doen = plan.te_doen.iter().find(|it| it.veld == veld).unwrap();
        (te_doen.wat, te_doen.wie)
    };
    let bevestigt = |wie| (Wat::Bevestigen, wie);
    assert_eq!(wie("b.afspraken.visies.werkgever"), bevestigt(Wie::Werkgever));
    assert_eq!(wie("b.afspraken.visies.werknemer"), bevestigt(Wie::Werknemer));
}

#[test]
fn wat_nog_loopt_krijgt_de_voortgang_van_het_laatste_gesprek() {
    let plan = json(&opgesteld(Soort::BijstellingPlanVanAanpak, &feiten(), &[]));
    let activiteiten = &plan["b"]["afspraken"]["activiteiten"];
    assert_eq!(activiteiten[0]["voortgang"], "woord gesprek b voortgang");
    // Done before the talk.
    let klaar = "woord bij plan b afspraken activiteiten voortgang";
    assert_eq!(activiteiten[1]["voortgang"], klaar);
}

#[test]
fn een_gesprek_van_voor_het_plan_verandert_niets() {
    let feiten: Vec<Event> = feiten()
        .into_iter()
        .filter(|it| !matches!(it, Event::VoortgangsgesprekGevoerd(_)))
        .collect();
    let plan = json(&opgesteld(Soort::BijstellingPlanVanAanpak, &feiten, &[]));
    let voortgang = "woord bij plan b afspraken activiteiten voortgang";
    assert_eq!(plan["b"]["afspraken"]["activiteiten"][0]["voortgang"], voortgang);
}

#[test]
fn een_ingetrokken_bijstelling_geeft_haar_afspraken_niet_door() {
    let weg = crate::mijlpaal::voorbeeld::intrekking(50, super::proef::PLAN_BIJ);
    let mut feiten = feiten();
    feiten.extend(
        decide(&replay(&feiten), crate::Command::CorrigeerFeit(weg), dag("2026-04-01")).unwrap(),
    );
    let plan = json(&opgesteld(Soort::BijstellingPlanVanAanpak, &feiten, &[]));
    assert_eq!(plan["b"]["afspraken"]["doel_eind"], "woord plan b doel_eind");
    assert_eq!(plan["a"]["vervangt"], stuk(super::proef::PLAN).0.to_string());
}

#[test]
fn evaluaties_komen_elke_zes_weken_tot_en_met_die_van_het_eerste_jaar() {
    let plan = json(&opgesteld(Soort::BijstellingPlanVanAanpak, &feiten(), &[]));
    let momenten = serde_json::json!(["2026-01-12", "2026-02-23", "2026-03-01"]);
    assert_eq!(plan["a"]["evaluatiemomenten"], momenten);
}

#[test]
fn een_dichte_sectie_is_niet_na_te_gaan_en_niet_leeg() {
    let dicht = [Compartiment::BPoortwachter];
    let gesloten = opgesteld(Soort::BijstellingPlanVanAanpak, &sluit(&feiten(), &dicht), &dicht);
    let doel = gesloten.te_doen.iter().find(|it| it.veld == "b.afspraken.doel_eind").unwrap();
    assert_eq!(doel.wat, Wat::NietNaTeGaan);
    // What is open to whoever asks, and was never filled in, is empty.
    let nooit = opgesteld(Soort::BijstellingPlanVanAanpak, &sluit(&feiten(), &dicht), &[]);
    let doel = nooit.te_doen.iter().find(|it| it.veld == "b.afspraken.doel_eind").unwrap();
    assert_eq!(doel.wat, Wat::Invullen);
}

#[test]
fn wie_een_sectie_niet_mag_schrijven_krijgt_er_geen_veld_van() {
    let (feiten, inzage) = (feiten(), Compartiment::ALLE);
    let voorzet = super::voorzet(&super::Vraag {
        soort: Soort::ActueelOordeel,
        feiten: crate::rivcontrole::Feiten { events: &feiten, inzage: &inzage },
        stam: super::Stamgegevens::default(),
        mag: &[Compartiment::A, Compartiment::BBedrijfsarts],
        stuk: stuk(NIEUW),
        op: vandaag(),
    });
    assert!(velden(&voorzet).iter().all(|veld| !veld.starts_with("d.")));
}

#[test]
fn uit_het_medische_deel_komt_niets() {
    for soort in Soort::ALLE {
        let payload = json(&opgesteld(soort, &feiten_voor(soort), &[]));
        assert_eq!(payload.get("c"), None, "{}", soort.woord());
        assert!(!payload.to_string().contains(" c "), "{}", soort.woord());
    }
}

#[test]
fn de_laatste_dag_komt_uit_de_tabel_van_termijnen() {
    let voorzet = opgesteld(Soort::Probleemanalyse, &feiten_voor(Soort::Probleemanalyse), &[]);
    assert_eq!(voorzet.uiterlijk, Some(dag("2025-04-14")));
}

proptest! {
    /// Texts are carried, never made up, and never from a section that is closed to whoever asks.
    #[test]
    fn een_voorzet_zegt_alleen_wat_in_een_open_sectie_staat(
        soort in prop::sample::select(Soort::ALLE.to_vec()),
        dicht in prop::sample::subsequence(Compartiment::ALLE.to_vec(), 0..20),
    ) {
        let open = sluit(&feiten(), &dicht);
        let voorzet = opgesteld(soort, &open, &dicht);
        let (mut in_voorzet, mut in_feiten) = (BTreeSet::new(), BTreeSet::new());
        teksten(&json(&voorzet), &mut in_voorzet);
        for feit in &open {
            for deel in crate::beschrijving::beschrijf(feit).delen {
                for veld in deel.velden {
                    neem(&veld.waarde, &mut in_feiten);
                }
            }
        }
        for tekst in in_voorzet.iter().filter(|tekst| tekst.starts_with("woord ")) {
            prop_assert!(in_feiten.contains(tekst), "{tekst}");
        }
        // Whatever is filled in names where it came from.
        prop_assert!(voorzet.ingevuld.iter().all(|it| !it.herkomst.is_empty()));
    }
}

fn neem(waarde: &crate::beschrijving::Waarde, alle: &mut BTreeSet<String>) {
    use crate::beschrijving::Waarde;
    match waarde {
        Waarde::Tekst(tekst) => drop(alle.insert(tekst.clone())),
        Waarde::Lijst(punten) => alle.extend(punten.iter().cloned()),
        Waarde::Tabel { rijen, .. } => alle.extend(rijen.iter().flatten().cloned()),
        Waarde::Datum(_) | Waarde::JaNee(_) | Waarde::Verwijzing(_) | Waarde::Identiteit(_) => {}
    }
}

/// What is filled in and from where, then what is left to do and by whom; one line each.
fn in_regels(voorzet: &Voorzet) -> String {
    let ingevuld = voorzet.ingevuld.iter().map(|it| {
        let herkomst: Vec<String> = it.herkomst.iter().map(Herkomst::zin).collect();
        format!("{} < {}", it.veld, herkomst.join("; "))
    });
    let te_doen = voorzet.te_doen.iter().map(|it| {
        let wet = it.grondslag.map(|_| " (wet)").unwrap_or_default();
        format!("{}: {} door {}{wet}", it.veld, it.wat.naam(), it.wie.naam())
    });
    ingevuld.chain(te_doen).collect::<Vec<_>>().join("\n")
}
