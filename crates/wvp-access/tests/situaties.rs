//! The named situations exercise everything: no reader, object, action or fact stays out of the
//! printed list unseen.

use std::collections::BTreeSet;

use wvp_access::{Feit, Handeling, Lezer, Object, Omstandigheden, Situatie, Tabel, mag};

fn cellen() -> impl Iterator<Item = (Lezer, Object, Handeling)> {
    let paren = Lezer::ALLE.into_iter().flat_map(|l| Object::ALLE.map(move |o| (l, o)));
    paren.flat_map(|(l, o)| Handeling::ALLE.map(move |h| (l, o, h)))
}

fn situaties() -> Vec<Omstandigheden> {
    Situatie::ALLE.iter().map(Situatie::omstandigheden).collect()
}

/// Every cell that some circumstances open is open in a named situation.
#[test]
fn elke_cel_die_ooit_open_is_is_open_in_een_benoemde_situatie() {
    let situaties = situaties();
    let mut geopend = 0;
    for (lezer, object, handeling) in cellen() {
        let open = situaties.iter().any(|omst| mag(lezer, object, handeling, omst));
        let ruimte = Tabel::ingebed().ruimte(lezer, object, handeling);
        let ooit = || ruimte.omstandigheden().any(|omst| mag(lezer, object, handeling, &omst));
        assert!(open || !ooit(), "{lezer} {object:?} {handeling:?}: geen situatie opent dit");
        geopend += usize::from(open);
    }
    println!("{geopend} cellen open in een van {} situaties", situaties.len());
}

/// What is closed in every situation is closed by rule: an agent as casemanager, a supplier
/// a decision without a human, and what claims may never do.
#[test]
fn elke_lezer_elk_object_en_elke_handeling_komt_ergens_open() {
    let situaties = situaties();
    let open: Vec<_> =
        cellen().filter(|(l, o, h)| situaties.iter().any(|omst| mag(*l, *o, *h, omst))).collect();
    let lezers: BTreeSet<Lezer> = open.iter().map(|(lezer, ..)| *lezer).collect();
    let objecten: BTreeSet<Object> = open.iter().map(|(_, object, _)| *object).collect();
    let handelingen: BTreeSet<Handeling> = open.iter().map(|(.., dit)| *dit).collect();
    let zonder_lezer = Lezer::ALLE.iter().filter(|lezer| !lezers.contains(lezer));
    let zonder_object = Object::ALLE.iter().filter(|object| !objecten.contains(object));
    let zonder_handeling = Handeling::ALLE.iter().filter(|dit| !handelingen.contains(dit));
    let gesloten = [Lezer::GevolmachtigdAgentCasemanagerWvp, Lezer::IctLeverancier];
    assert_eq!(zonder_lezer.copied().collect::<Vec<_>>(), gesloten);
    assert_eq!(zonder_object.count(), 0);
    let gesloten = [
        Handeling::BeslisAutomatisch,
        Handeling::Onderzoeken,
        Handeling::GebruikenVoorClaims,
        Handeling::WijsMedischeStafAan,
    ];
    assert_eq!(zonder_handeling.copied().collect::<Vec<_>>(), gesloten);
}

/// A fact that is never true, or never false, would hide what it does.
#[test]
fn elk_feit_is_in_een_situatie_waar_en_in_een_andere_niet() {
    for feit in Feit::ALLE {
        let waarden: BTreeSet<_> = situaties().iter().map(|omst| omst.is(feit)).collect();
        assert_eq!(waarden, BTreeSet::from([Some(false), Some(true)]), "{feit:?}");
    }
}

#[test]
fn elke_situatie_heeft_haar_eigen_naam_en_feiten() {
    let namen: BTreeSet<&str> = Situatie::ALLE.iter().map(|situatie| situatie.naam).collect();
    assert_eq!(namen.len(), Situatie::ALLE.len());
    let feiten: BTreeSet<Vec<Feit>> =
        Situatie::ALLE.iter().map(|situatie| situatie.feiten().collect()).collect();
    assert_eq!(feiten.len(), Situatie::ALLE.len());
}
