//! The table as data: complete, readable, and decided as domain/access.md B.1 says.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use std::{collections::BTreeSet, str::FromStr};

use wvp_access::{Feit, Handeling, Lezer, Object, Omstandigheden, Tabel, TabelFout, mag, regels};

const MATRIX: &str = include_str!("../matrix.csv");
const KOP: &str = "party,function,category,action,condition,decision,source\n";

/// The columns of every row, cut by hand: no row quotes a comma.
fn rijen() -> Vec<[&'static str; 7]> {
    let kolommen = |rij: &'static str| rij.split(',').collect::<Vec<_>>().try_into().unwrap();
    MATRIX.lines().skip(1).map(kolommen).collect()
}

/// Under which a right that needs nothing else is given.
fn in_orde() -> Omstandigheden {
    let feiten = [
        Feit::Authenticated,
        Feit::Mfa,
        Feit::SecrecyBound,
        Feit::InScope,
        Feit::PurposeDeclared,
        Feit::AfterSickReport,
        Feit::BsnLegalGround,
    ];
    Omstandigheden::precies(&feiten)
}

#[test]
fn de_ingebedde_tabel_is_leesbaar() {
    assert!(Tabel::ingebed().gebrek().is_none(), "{:?}", Tabel::ingebed().gebrek());
    assert_eq!(rijen().len(), 1280);
}

#[test]
fn de_woorden_zijn_precies_die_van_de_tabel() {
    let (mut lezers, mut objecten) = (BTreeSet::new(), BTreeSet::new());
    let (mut handelingen, mut feiten) = (BTreeSet::new(), BTreeSet::new());
    for [partij, functie, object, handeling, voorwaarde, _, _] in rijen() {
        if partij != "*" && functie != "*" {
            lezers.insert(format!("{partij}/{functie}"));
        }
        objecten.insert(object);
        handelingen.insert(handeling);
        feiten.extend(voorwaarde.split(|teken: char| !teken.is_alphanumeric() && teken != '_'));
    }
    objecten.remove("*");
    handelingen.retain(|woord| !woord.ends_with('*'));
    feiten.retain(|woord| !woord.is_empty() && *woord != "always");

    assert_eq!(
        Lezer::ALLE.map(|lezer| lezer.to_string()).into_iter().collect::<BTreeSet<_>>(),
        lezers
    );
    assert_eq!(BTreeSet::from(Object::ALLE.map(Object::woord)), objecten);
    assert_eq!(BTreeSet::from(Handeling::ALLE.map(Handeling::woord)), handelingen);
    assert_eq!(BTreeSet::from(Feit::ALLE.map(Feit::woord)), feiten);
    let aantallen = (lezers.len(), objecten.len(), handelingen.len(), feiten.len());
    assert_eq!(aantallen, (62, 27, 36, 56));
}

#[test]
fn elk_woord_wordt_teruggevonden() {
    for lezer in Lezer::ALLE {
        assert_eq!(Lezer::zoek(lezer.partij().woord(), lezer.functie()), Ok(lezer));
    }
    assert!(Object::ALLE.iter().all(|object| Object::zoek(object.woord()) == Ok(*object)));
    assert!(Handeling::ALLE.iter().all(|dit| Handeling::zoek(dit.woord()) == Ok(*dit)));
    assert!(Feit::ALLE.iter().all(|feit| Feit::zoek(feit.woord()) == Ok(*feit)));
}

#[test]
fn elke_lezer_heeft_voor_a_tot_d_een_rij_voor_lezen_schrijven_en_verwijderen() {
    let rijen: BTreeSet<[&str; 4]> =
        rijen().iter().map(|[p, f, o, h, ..]| [*p, *f, *o, *h]).collect();
    for lezer in Lezer::ALLE {
        for object in ["A", "B", "C", "D"] {
            for handeling in ["read", "write", "delete"] {
                let cel = [lezer.partij().woord(), lezer.functie(), object, handeling];
                assert!(rijen.contains(&cel), "{cel:?}");
            }
        }
    }
}

#[test]
fn elke_genoemde_regel_bestaat() {
    let bekend: BTreeSet<&str> = regels().map(|(regel, _)| regel).collect();
    for [.., bron] in rijen() {
        for regel in bron.split(';') {
            assert!(bekend.contains(regel), "{regel}");
        }
    }
}

#[test]
fn een_tabel_met_een_fout_noemt_de_rij() {
    let fout = |rij: &str| Tabel::from_str(&format!("{KOP}{rij}\n")).unwrap_err().to_string();
    assert_eq!(
        fout("werkgever,werkgever,A,read,always,allow,R-999"),
        "rij 1: regel `R-999` bestaat niet"
    );
    assert_eq!(fout("werkgever,werkgever,A,read,mfa &,allow,R-013"), "rij 1: voorwaarde `mfa &`");
    assert_eq!(fout("werkgever,planner,A,read,always,allow,R-013"), "rij 1");
    let besluit = Tabel::from_str(&format!("{KOP}*,*,A,read,always,perhaps,R-013\n"));
    assert!(matches!(besluit, Err(TabelFout::Csv(_))));
}

#[test]
fn een_lege_tabel_staat_niets_toe() {
    let leeg = Tabel::from_str(KOP).unwrap();
    assert!(!leeg.mag(Lezer::Werkgever, Object::A, Handeling::Lezen, &in_orde()));
}

#[test]
fn een_verbod_gaat_voor_en_stilte_is_nee() {
    let tabel = Tabel::from_str(&format!(
        "{KOP}werkgever,werkgever,A,read,always,allow,R-013\n\
         werkgever,werkgever,A,write,always,allow,R-013\n\
         werkgever,werkgever,A,write,always,deny,R-013\n"
    ))
    .unwrap();
    let mag = |handeling| tabel.mag(Lezer::Werkgever, Object::A, handeling, &in_orde());
    assert!(mag(Handeling::Lezen));
    assert!(!mag(Handeling::Schrijven));
    assert!(!mag(Handeling::Verwijderen));
}

#[test]
fn een_categorie_geldt_ook_voor_haar_bijzondere_gegevens() {
    let tabel = Tabel::from_str(&format!("{KOP}werkgever,*,A,read,always,allow,R-013\n")).unwrap();
    let mag = |lezer, object| tabel.mag(lezer, object, Handeling::Lezen, &in_orde());
    assert!(mag(Lezer::Werkgever, Object::AKlacht));
    assert!(mag(Lezer::CasemanagerWvpIntern, Object::A));
    assert!(!mag(Lezer::Werkgever, Object::B));
    assert!(!mag(Lezer::Werkgever, Object::Agg));
    assert!(!mag(Lezer::Planner, Object::A));
}

#[test]
fn een_eigen_recht_vervangt_dat_van_de_categorie_maar_niet_haar_verbod() {
    let tabel = Tabel::from_str(&format!(
        "{KOP}arbodienst,planner,A,read,always,allow,R-013\n\
         arbodienst,planner,A,write,always,allow,R-013\n\
         arbodienst,*,A.suag,read,wga_erd,allow,R-013\n\
         arbodienst,planner,A,read,restricted,deny,R-013\n"
    ))
    .unwrap();
    let mag = |object, handeling, omst: Omstandigheden| {
        tabel.mag(Lezer::Planner, object, handeling, &omst)
    };
    let wga_erd = in_orde().met(Feit::WgaErd, true);
    assert!(mag(Object::A, Handeling::Lezen, in_orde()));
    assert!(!mag(Object::ASuag, Handeling::Lezen, in_orde()));
    assert!(mag(Object::ASuag, Handeling::Lezen, wga_erd));
    assert!(mag(Object::ASuag, Handeling::Schrijven, in_orde()), "schrijven heeft geen eigen rij");
    assert!(!mag(Object::ASuag, Handeling::Lezen, wga_erd.met(Feit::Restricted, true)));
}

#[test]
fn doorsturen_vraagt_ook_lezen() {
    let sturen = "arbodienst,planner,A,forward:werkgever,always,allow,R-013\n";
    let lezen = "arbodienst,planner,A,read,always,allow,R-013\n";
    let mag = |rijen: &str| {
        let tabel = Tabel::from_str(&format!("{KOP}{rijen}")).unwrap();
        tabel.mag(Lezer::Planner, Object::A, Handeling::NaarWerkgever, &in_orde())
    };
    assert!(!mag(sturen));
    assert!(mag(&format!("{sturen}{lezen}")));
}

#[test]
fn geen_rij_heft_een_kernverbod_op() {
    let open = Tabel::from_str(&format!("{KOP}*,*,*,*,always,allow,R-013\n")).unwrap();
    let mag =
        |lezer, object, handeling, omst: &Omstandigheden| open.mag(lezer, object, handeling, omst);
    let (arts, lezen) = (Lezer::BedrijfsartsStafarts, Handeling::Lezen);
    assert!(mag(arts, Object::C, lezen, &in_orde()));
    assert!(mag(Lezer::Werkgever, Object::B, lezen, &in_orde()));

    assert!(!mag(Lezer::Werkgever, Object::C, lezen, &in_orde()));
    assert!(!mag(Lezer::CasemanagerWvpIntern, Object::CBehandelaar, lezen, &in_orde()));
    for claims in [Lezer::VerzekeraarClaimbeoordelaar, Lezer::GevolmachtigdAgentClaimbeoordelaar] {
        assert!(!mag(claims, Object::BPvaContent, lezen, &in_orde()));
        assert!(!mag(claims, Object::C, Handeling::Opvragen, &in_orde()));
    }
    assert!(!mag(arts, Object::B, Handeling::NaarClaimbeoordelaar, &in_orde()));
    assert!(!mag(arts, Object::C, Handeling::Verwijderen, &in_orde()));
    for (feit, waarde, object) in [
        (Feit::Mfa, false, Object::C),
        (Feit::SecrecyBound, false, Object::C),
        (Feit::Revoked, true, Object::A),
        (Feit::Erased, true, Object::A),
        (Feit::SharedAccount, true, Object::A),
        (Feit::Authenticated, false, Object::A),
        (Feit::PurposeDeclared, false, Object::A),
        (Feit::SodConflict, true, Object::A),
        (Feit::AfterSickReport, false, Object::ABsn),
    ] {
        assert!(mag(arts, object, lezen, &in_orde()), "{feit:?}");
        assert!(!mag(arts, object, lezen, &in_orde().met(feit, waarde)), "{feit:?}");
        assert!(!mag(arts, object, lezen, &in_orde().vergeet(feit)), "{feit:?} onbekend");
    }
    let eigen = in_orde().met(Feit::SecrecyBound, false).met(Feit::OwnRecord, true);
    assert!(mag(Lezer::Werknemer, Object::C, lezen, &eigen));
}

#[test]
fn wat_niet_vaststaat_telt_tegen_de_lezer() {
    let lees_b = |omst: &Omstandigheden| mag(Lezer::Werkgever, Object::B, Handeling::Lezen, omst);
    let volledig = in_orde().met(Feit::OriginBedrijfsarts, true);
    assert!(lees_b(&volledig));
    assert!(!lees_b(&volledig.vergeet(Feit::OriginBedrijfsarts)), "recht zonder vast feit");
    assert!(!lees_b(&volledig.vergeet(Feit::OutsideEu)), "verbod dat niet uitgesloten is");
    assert!(lees_b(&volledig.vergeet(Feit::WgaErd)), "een feit dat er niet toe doet");
    assert!(lees_b(&volledig.vergeet(Feit::PoortwachterDocument)), "een van twee is genoeg");
    for lezer in Lezer::ALLE {
        for object in Object::ALLE {
            for handeling in Handeling::ALLE {
                let omst = Omstandigheden::onbekend();
                assert!(!mag(lezer, object, handeling, &omst), "{lezer} {object:?} {handeling:?}");
            }
        }
    }
}

/// Cells of the compact table (domain/access.md B.4), with the facts that open them.
#[test]
fn de_steekproef_uit_de_korte_tabel_klopt() {
    use Handeling::{Lezen, Schrijven, Verwijderen};
    let gevallen: [(Lezer, Object, Handeling, &[Feit], bool); 24] = [
        (Lezer::Directeur, Object::A, Lezen, &[], false),
        (Lezer::Directeur, Object::A, Lezen, &[Feit::DeviationValid], true),
        (Lezer::Directeur, Object::C, Lezen, &[Feit::DeviationValid], false),
        (Lezer::Directeur, Object::D, Verwijderen, &[], true),
        (Lezer::BedrijfsartsStafarts, Object::C, Schrijven, &[], true),
        (Lezer::BedrijfsartsStafarts, Object::C, Verwijderen, &[], false),
        (Lezer::Basisarts, Object::C, Lezen, &[Feit::DelegationActive], false),
        (Lezer::Basisarts, Object::C, Lezen, &[Feit::DelegationActive, Feit::TaskCovers], true),
        (Lezer::CasemanagerZwWgaWvp, Object::A, Schrijven, &[], true),
        (
            Lezer::CasemanagerZwWgaWvp,
            Object::B,
            Lezen,
            &[Feit::NamedInPva, Feit::ReintOrder, Feit::OriginBedrijfsarts],
            true,
        ),
        (
            Lezer::CasemanagerZwWgaWvp,
            Object::B,
            Schrijven,
            &[Feit::NamedInPva, Feit::ReintOrder, Feit::OriginBedrijfsarts],
            false,
        ),
        (Lezer::FunctioneelBeheerder, Object::B, Verwijderen, &[], true),
        (Lezer::Werkgever, Object::B, Lezen, &[], false),
        (Lezer::Werkgever, Object::B, Schrijven, &[Feit::PoortwachterDocument], true),
        (Lezer::Werkgever, Object::D, Lezen, &[], false),
        (Lezer::Werknemer, Object::C, Lezen, &[], false),
        (Lezer::Werknemer, Object::C, Lezen, &[Feit::OwnRecord], true),
        (Lezer::VerzekeraarClaimbeoordelaar, Object::A, Lezen, &[], true),
        (Lezer::VerzekeraarClaimbeoordelaar, Object::ASuag, Lezen, &[], false),
        (Lezer::VerzekeraarJobcoach, Object::B, Lezen, &[Feit::ReintOrder], true),
        (Lezer::Betalingsafdeling, Object::Betaalbericht, Lezen, &[], true),
        (Lezer::Loket, Object::A, Schrijven, &[], true),
        (Lezer::Accountant, Object::D, Lezen, &[Feit::LegalAudit], true),
        (Lezer::IctLeverancier, Object::A, Lezen, &[], false),
    ];
    for (lezer, object, handeling, feiten, verwacht) in gevallen {
        let omst = feiten.iter().fold(in_orde(), |omst, feit| omst.met(*feit, true));
        assert_eq!(mag(lezer, object, handeling, &omst), verwacht, "{lezer} {object:?} {feiten:?}");
    }
}
