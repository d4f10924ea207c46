//! The caseload: one file per case.

mod aow;
mod correctie;
mod herstel;
mod loonsanctie;
mod recht;
mod samentelling;
mod verlof;
mod ziek_uit_dienst;

use super::{DemoFout, Verhaal, Zaak};

/// The story of the straight case, to write other scripts with.
pub static VOORBEELD: &Verhaal = &recht::VERHAAL;

/// The stories of the demo, to write cases of today with.
pub(super) static VERHALEN: [&Verhaal; 6] = [
    &recht::VERHAAL,
    &samentelling::VERHAAL,
    &verlof::VERHAAL,
    &herstel::VERHAAL,
    &correctie::VERHAAL,
    &loonsanctie::VERHAAL,
];

/// Every case of the demo, the straight one first.
///
/// # Errors
///
/// Only when a day or number in a script does not exist.
pub fn caseload() -> Result<Vec<Zaak>, DemoFout> {
    [
        recht::zaak,
        samentelling::zaak,
        verlof::zaak,
        herstel::zaak,
        correctie::zaak,
        ziek_uit_dienst::zaak,
        aow::zaak,
        loonsanctie::zaak,
    ]
    .into_iter()
    .map(|zaak| zaak())
    .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::mem::discriminant;

    use wvp_domain::{Command, Dossier, decide, evolve};

    use super::caseload;

    #[test]
    fn elke_zaak_komt_van_begin_tot_eind_door_de_wet() {
        for zaak in caseload().unwrap() {
            let mut dossier = Dossier::default();
            for stap in &zaak.stappen {
                let feiten = decide(&dossier, stap.wat.clone(), stap.dag);
                let feiten =
                    feiten.unwrap_or_else(|nee| panic!("{} {}: {nee}", zaak.sleutel, stap.dag));
                assert_eq!(feiten.len(), 1, "{} {}: niets nieuws", zaak.sleutel, stap.dag);
                dossier = feiten.iter().fold(dossier, evolve);
            }
        }
    }

    #[test]
    fn de_rechte_zaak_kent_elke_opdracht_behalve_verlof_en_wat_de_klok_doet() {
        let zaken = caseload().unwrap();
        let recht = zaken.first().unwrap();
        let mut soorten = Vec::new();
        for stap in &recht.stappen {
            if !soorten.contains(&discriminant(&stap.wat)) {
                soorten.push(discriminant(&stap.wat));
            }
        }
        assert!(!recht.stappen.iter().any(|stap| matches!(stap.wat, Command::SluitDag)));
        assert_eq!(soorten.len(), 42, "45 opdrachten, zonder verlof, concept-RIV en dag sluiten");
    }

    #[test]
    fn nummers_van_stukken_en_dossiers_zijn_uniek() {
        let zaken = caseload().unwrap();
        let nummers: BTreeSet<_> = zaken.iter().map(|zaak| zaak.dossier).collect();
        assert_eq!(nummers.len(), zaken.len());
    }
}
