//! What another table decides otherwise, and by which rows.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use wvp_access::{Handeling, Klasse, Lezer, Object, Tabel, Verschuiving, mag};

const LEEST: &str = "werkgever,werkgever,A,read,always,allow,R-013;R-014;R-031;R-091;R-243\n";

/// The embedded table with one kind of line end.
fn matrix() -> String {
    include_str!("../matrix.csv").replace("\r\n", "\n")
}

fn tabel(tekst: &str) -> Tabel {
    tekst.parse().unwrap()
}

fn verschil(nieuw: &str) -> Vec<Verschuiving> {
    assert!(nieuw != matrix(), "de proef verandert niets");
    tabel(&matrix()).verschil(&tabel(nieuw))
}

#[test]
fn dezelfde_tabel_geeft_geen_verschil() {
    assert_eq!(tabel(&matrix()).verschil(Tabel::ingebed()), []);
}

#[test]
fn rijen_in_een_andere_volgorde_geven_geen_verschil() {
    let matrix = matrix();
    let (kop, rijen) = matrix.split_once('\n').unwrap();
    let andersom: Vec<&str> = rijen.lines().rev().collect();
    assert_eq!(verschil(&format!("{kop}\n{}\n", andersom.join("\n"))), []);
}

#[test]
fn een_rij_minder_sluit_wat_zij_opende_en_wordt_genoemd() {
    let verschil = verschil(&matrix().replace(LEEST, ""));
    assert!(verschil.iter().all(|it| it.lezer == Lezer::Werkgever && !it.wordt), "{verschil:?}");
    let lezen = verschil
        .iter()
        .find(|it| it.object == Object::A && it.handeling == Handeling::Lezen)
        .unwrap();
    assert_eq!(lezen.rijen_weg, [LEEST.trim()]);
    assert_eq!(lezen.rijen_erbij, [""; 0]);
    let eerste = lezen.als.iter().map(Klasse::zin).collect::<Vec<_>>();
    assert!(eerste.iter().any(|zin| zin == "dit dossier is aan de lezer toegewezen"), "{eerste:?}");
}

/// Sending on leans on reading: the difference shows there too.
#[test]
fn wie_niet_meer_leest_stuurt_ook_niet_meer_door() {
    let verschil = verschil(&matrix().replace(LEEST, ""));
    let doorsturen = |it: &&Verschuiving| it.handeling == Handeling::NaarBedrijfsarts;
    assert!(verschil.iter().any(|it| doorsturen(&it)), "{verschil:?}");
}

#[test]
fn een_voorwaarde_erbij_sluit_precies_de_gevallen_zonder_dat_feit() {
    let nieuw = LEEST.replace("always", "wga_erd");
    let verschil = verschil(&matrix().replace(LEEST, &nieuw));
    let lezen = verschil.iter().find(|it| it.object == Object::A).unwrap();
    let zonder_voorwaarde = tabel(&matrix()).ruimte(lezen.lezer, lezen.object, lezen.handeling);
    let open = zonder_voorwaarde
        .omstandigheden()
        .filter(|omst| mag(lezen.lezer, lezen.object, lezen.handeling, omst));
    assert_eq!(lezen.gevallen, open.count() as u64, "{lezen:?}");
    assert_eq!((lezen.rijen_weg.len(), lezen.rijen_erbij.len()), (1, 1));
    for klasse in &lezen.als {
        assert!(klasse.feiten().any(|(feit, waar)| feit.woord() == "wga_erd" && !waar));
    }
}

#[test]
fn een_rij_erbij_opent_en_andersom_gelezen_sluit_zij() {
    let nieuw = format!("{}werkgever,werkgever,D,write,always,allow,R-013\n", matrix());
    let heen = tabel(&matrix()).verschil(&tabel(&nieuw));
    let terug = tabel(&nieuw).verschil(&tabel(&matrix()));
    assert_eq!(heen.len(), terug.len());
    for (een, ander) in heen.iter().zip(&terug) {
        assert!(een.wordt && !ander.wordt, "{een:?}");
        assert_eq!((een.gevallen, &een.als), (ander.gevallen, &ander.als));
    }
}

/// A class holds what moved and nothing else: counted over all combinations of the facts it names.
#[test]
fn elk_geval_van_een_klasse_is_echt_anders_besloten() {
    let (oud, nieuw) = (tabel(&matrix()), tabel(&matrix().replace(LEEST, "")));
    for it in oud.verschil(&nieuw) {
        let ruimte = oud.ruimte(it.lezer, it.object, it.handeling);
        let in_klasse = ruimte.omstandigheden().filter(|omst| {
            let past = |(feit, waar)| omst.is(feit) == Some(waar);
            it.als.iter().any(|klasse| klasse.feiten().all(past))
        });
        let anders = |omst: &_| {
            let mag = |tabel: &Tabel| tabel.mag(it.lezer, it.object, it.handeling, omst);
            mag(&oud) != mag(&nieuw)
        };
        let geteld = in_klasse.filter(|omst| {
            assert!(anders(omst), "{it:?} {omst:?}");
            true
        });
        assert_eq!(geteld.count() as u64, it.gevallen, "{it:?}");
    }
}
