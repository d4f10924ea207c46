//! Compartments follow from the table: what shares a key has one reading condition.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};

use wvp_access::{
    Feit, Handeling, Lezer, Object, Omstandigheden, Tabel, herkomst, mag, mag_lezen, mag_schrijven,
    object,
};
use wvp_domain::Compartiment;

/// Fields of domain/access.md A.7 with their object, provenance and compartment; a field with two
/// provenances has two lines, a field that is not sealed has `-`.
const VELDEN: &str = include_str!("data/velden.csv");

const HERKOMST: [Feit; 4] =
    [Feit::OriginBedrijfsarts, Feit::OriginEmployee, Feit::OriginUwv, Feit::PoortwachterDocument];

/// How the table sees a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Soort {
    object: Object,
    herkomst: Option<Feit>,
}

impl Soort {
    /// The circumstances with the provenance of this kind of field.
    fn met_herkomst(self, omst: Omstandigheden) -> Omstandigheden {
        HERKOMST.iter().fold(omst, |omst, feit| omst.met(*feit, self.herkomst == Some(*feit)))
    }

    fn mag_lezen(self, lezer: Lezer, omst: Omstandigheden) -> bool {
        mag(lezer, self.object, Handeling::Lezen, &self.met_herkomst(omst))
    }

    fn ruimte(self, lezer: Lezer) -> impl Iterator<Item = Omstandigheden> {
        Tabel::ingebed().ruimte(lezer, self.object, Handeling::Lezen).omstandigheden()
    }
}

fn velden() -> impl Iterator<Item = (&'static str, &'static str, &'static str, &'static str)> {
    VELDEN.lines().skip(1).map(|regel| {
        let [veld, object, herkomst, compartiment] =
            regel.split(',').collect::<Vec<_>>().try_into().unwrap();
        (veld, object, herkomst, compartiment)
    })
}

/// The kinds of field in each compartment.
fn soorten() -> BTreeMap<Compartiment, BTreeSet<Soort>> {
    let mut soorten: BTreeMap<Compartiment, BTreeSet<Soort>> = BTreeMap::new();
    for (_, object, herkomst, compartiment) in velden().filter(|(.., naam)| *naam != "-") {
        let compartiment = Compartiment::ALLE
            .into_iter()
            .find(|bekend| format!("{bekend:?}") == compartiment)
            .unwrap();
        let herkomst = HERKOMST.into_iter().find(|feit| feit.woord() == herkomst);
        let soort = Soort { object: Object::zoek(object).unwrap(), herkomst };
        soorten.entry(compartiment).or_default().insert(soort);
    }
    soorten
}

/// Circumstances under which one reader reads one kind of field and not the other.
fn verschil(een: Soort, ander: Soort) -> Option<(Lezer, Omstandigheden)> {
    Lezer::ALLE.into_iter().find_map(|lezer| {
        let mut omst = een.ruimte(lezer).chain(ander.ruimte(lezer));
        let anders = omst.find(|o| een.mag_lezen(lezer, *o) != ander.mag_lezen(lezer, *o));
        anders.map(|omst| (lezer, omst))
    })
}

#[test]
fn elk_veld_van_de_catalogus_staat_in_de_lijst() {
    let namen: BTreeSet<&str> = velden().map(|(veld, ..)| veld).collect();
    assert_eq!(namen.len(), 95);
}

#[test]
fn elk_compartiment_wordt_door_een_veld_gebruikt() {
    let gebruikt: Vec<Compartiment> = soorten().into_keys().collect();
    assert_eq!(gebruikt, Compartiment::ALLE);
}

#[test]
fn wat_een_sleutel_deelt_heeft_voor_elke_lezer_dezelfde_leesvoorwaarde() {
    for (compartiment, soorten) in soorten() {
        let eerste = *soorten.first().unwrap();
        for soort in soorten {
            assert_eq!(verschil(eerste, soort), None, "{compartiment:?} {eerste:?} {soort:?}");
        }
    }
}

/// Shows that the comparison above can fail.
#[test]
fn gegevens_van_de_bedrijfsarts_en_van_de_werknemer_delen_geen_sleutel() {
    let van = |herkomst| Soort { object: Object::B, herkomst: Some(herkomst) };
    assert!(verschil(van(Feit::OriginBedrijfsarts), van(Feit::OriginEmployee)).is_some());
    let gewoon = Soort { object: Object::A, herkomst: None };
    for object in [Object::ABsn, Object::AKlacht, Object::ASuag, Object::AVangnetExists] {
        assert!(verschil(gewoon, Soort { object, herkomst: None }).is_some(), "{object:?}");
    }
}

#[test]
fn een_compartiment_wordt_beslist_als_zijn_velden() {
    for (compartiment, soorten) in soorten() {
        for (soort, lezer) in
            soorten.iter().flat_map(|soort| Lezer::ALLE.map(|lezer| (*soort, lezer)))
        {
            for omst in soort.ruimte(lezer) {
                let van_veld = soort.mag_lezen(lezer, omst);
                let van_compartiment = mag_lezen(lezer, compartiment, &omst);
                assert_eq!(van_compartiment, van_veld, "{lezer} {compartiment:?} {soort:?}");
            }
        }
    }
}

#[test]
fn de_categorie_van_een_compartiment_is_die_van_zijn_object() {
    for compartiment in Compartiment::ALLE {
        let letter = format!("{:?}", compartiment.categorie()).replace("Factuur", "INV");
        let woord = object(compartiment).woord();
        assert!(woord == letter || woord.starts_with(&format!("{letter}.")), "{compartiment:?}");
    }
}

#[test]
fn de_herkomst_komt_nooit_uit_het_verzoek() {
    let beweerd = HERKOMST.iter().fold(Omstandigheden::onbekend(), |o, feit| o.met(*feit, true));
    for compartiment in Compartiment::ALLE {
        let omst = herkomst(compartiment, beweerd);
        let waar = HERKOMST.iter().filter(|feit| omst.is(**feit) == Some(true)).count();
        assert!(waar <= 1, "{compartiment:?}");
        assert_eq!(omst, herkomst(compartiment, Omstandigheden::onbekend()), "{compartiment:?}");
    }
}

#[test]
fn de_werkgever_schrijft_alleen_zijn_eigen_poortwachterdocument() {
    let omst = Omstandigheden::precies(&[
        Feit::Authenticated,
        Feit::Mfa,
        Feit::SecrecyBound,
        Feit::InScope,
        Feit::PurposeDeclared,
    ]);
    let schrijft = |compartiment| mag_schrijven(Lezer::Werkgever, compartiment, &omst);
    assert!(schrijft(Compartiment::BPoortwachter));
    assert!(!schrijft(Compartiment::BBedrijfsarts));
    assert!(!schrijft(Compartiment::C));
    assert!(mag_lezen(Lezer::Werkgever, Compartiment::BBedrijfsarts, &omst));
    assert!(!mag_lezen(Lezer::Werkgever, Compartiment::BWerknemer, &omst));
}

/// Everything a session needs, in the hand of the employee or of another.
fn sessie(eigen: bool) -> Omstandigheden {
    let feiten = [
        Feit::Authenticated,
        Feit::Mfa,
        Feit::SecrecyBound,
        Feit::InScope,
        Feit::PurposeDeclared,
        Feit::AfterSickReport,
    ];
    Omstandigheden::precies(&feiten).met(Feit::OwnRecord, eigen)
}

#[test]
fn de_werknemer_schrijft_het_eigen_oordeel_en_een_ander_niet() {
    let compartiment = Compartiment::BWerknemer;
    assert!(mag_schrijven(Lezer::Werknemer, compartiment, &sessie(true)));
    assert!(!mag_schrijven(Lezer::Werknemer, compartiment, &sessie(false)));
}

#[test]
fn wat_alleen_de_werknemer_vertelde_leest_de_werkgever_niet() {
    assert!(!mag_lezen(Lezer::Werkgever, Compartiment::BWerknemer, &sessie(false)));
    assert!(mag_lezen(Lezer::Werknemer, Compartiment::BWerknemer, &sessie(true)));
}
