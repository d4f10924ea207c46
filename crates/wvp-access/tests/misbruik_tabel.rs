//! The abuse cases of domain/access.md D.2 that the table alone can prove. The whole list of cases
//! stands in misbruik.rs.

use wvp_access::{Feit, Handeling, Lezer, Object, Omstandigheden, Partij, Tabel, mag};

type Cel = (Lezer, Object, Handeling);

fn cellen() -> impl Iterator<Item = Cel> {
    let paren = Lezer::ALLE.into_iter().flat_map(|l| Object::ALLE.map(move |o| (l, o)));
    paren.flat_map(|(l, o)| Handeling::ALLE.map(move |h| (l, o, h)))
}

/// Every combination of facts under which a cell is open.
fn open((lezer, object, handeling): Cel) -> impl Iterator<Item = Omstandigheden> {
    let ruimte = Tabel::ingebed().ruimte(lezer, object, handeling);
    ruimte.omstandigheden().filter(move |omst| mag(lezer, object, handeling, omst))
}

fn waar(omst: &Omstandigheden, feit: Feit) -> bool {
    omst.is(feit) == Some(true)
}

fn is_claims(lezer: Lezer) -> bool {
    lezer.functie() == "claimbeoordelaar"
}

fn onder_c(object: Object) -> bool {
    object.valt_onder(Object::C)
}

#[test]
fn ac16_claims_ziet_van_een_interventie_nooit_de_soort() {
    let soort = [Object::BInterventieSoort, Object::BInterventieAdvies, Object::Bronfactuur];
    let claims = |(lezer, object, _): &Cel| {
        let betaalt = lezer.functie() == "betalingsafdeling";
        (is_claims(*lezer) || betaalt) && soort.contains(object)
    };
    for cel in cellen().filter(claims) {
        assert_eq!(open(cel).next(), None, "{cel:?}");
    }
}

#[test]
fn ac17_zonder_een_groep_van_genoeg_mensen_geen_cijfers() {
    for cel in cellen().filter(|(_, object, _)| *object == Object::Agg) {
        assert!(open(cel).all(|omst| waar(&omst, Feit::KAnonymous)), "{cel:?}");
    }
}

/// What an active delegation opens, is closed once it has ended or the right was withdrawn.
#[test]
fn ac19_na_het_einde_van_de_delegatie_opent_de_delegatie_niets_meer() {
    let gedelegeerd =
        [Lezer::Basisarts, Lezer::CasemanagerTaakdelegatie, Lezer::Pob, Lezer::VerlengdeArm];
    let medisch = |(lezer, object, dit): &Cel| {
        gedelegeerd.contains(lezer) && onder_c(*object) && *dit == Handeling::Lezen
    };
    let mut geopend = 0;
    for cel in cellen().filter(medisch) {
        let (lezer, object, handeling) = cel;
        for omst in open(cel) {
            geopend += 1;
            let na_het_einde = omst.met(Feit::DelegationActive, false);
            assert!(!mag(lezer, object, handeling, &na_het_einde), "{cel:?} {omst:?}");
            assert!(!mag(lezer, object, handeling, &omst.vergeet(Feit::DelegationActive)));
            assert!(!mag(lezer, object, handeling, &omst.met(Feit::Revoked, true)));
        }
    }
    assert!(geopend > 0);
}

/// Nobody keeps by consent what the consent no longer covers: advice and vangnet to the employer.
#[test]
fn ac20_een_ingetrokken_toestemming_opent_niets_meer() {
    let cel = (Lezer::BedrijfsartsStafarts, Object::BInterventieAdvies, Handeling::NaarWerkgever);
    let (lezer, object, handeling) = cel;
    assert!(open(cel).next().is_some());
    for omst in open(cel) {
        let ingetrokken = omst.met(Feit::EmployeeConsent, false).met(Feit::ConsentWritten, false);
        assert!(!mag(lezer, object, handeling, &ingetrokken), "{omst:?}");
    }
}

#[test]
fn ac31_een_bemiddelaar_leest_alleen_wat_hij_zelf_instuurde() {
    let eisen = [Feit::OwnSubmission, Feit::EmployerAuthorised, Feit::TaskAgreed];
    for cel in cellen().filter(|(lezer, ..)| *lezer == Lezer::Bemiddelaar) {
        let (_, object, handeling) = cel;
        assert!(object.valt_onder(Object::A) || open(cel).next().is_none(), "{cel:?}");
        let instuurt = handeling == Handeling::Schrijven;
        for omst in open(cel) {
            let voldoet = eisen.iter().skip(usize::from(instuurt)).all(|eis| waar(&omst, *eis));
            assert!(voldoet, "{cel:?} {omst:?}");
        }
    }
}

#[test]
fn ac34_claims_vraagt_en_leest_niets_buiten_a() {
    let vraagt = [Handeling::Opvragen, Handeling::Lezen, Handeling::Schrijven];
    let buiten_a = |(lezer, object, dit): &Cel| {
        let dossier = onder_c(*object) || object.valt_onder(Object::B) || *object == Object::D;
        is_claims(*lezer) && dossier && vraagt.contains(dit)
    };
    for cel in cellen().filter(buiten_a) {
        assert_eq!(open(cel).next(), None, "{cel:?}");
    }
}

#[test]
fn ac38_de_uitvoerder_stuurt_c_alleen_naar_de_bedrijfsarts() {
    let stuurt = |(lezer, object, dit): &Cel| {
        *lezer == Lezer::Uitvoerder && onder_c(*object) && dit.is_doorsturen()
    };
    for cel in cellen().filter(stuurt) {
        let naar_arts = cel.2 == Handeling::NaarBedrijfsarts;
        assert_eq!(open(cel).next().is_some(), naar_arts, "{cel:?}");
    }
}

/// A review lifts the assignment to a dossier, not the ceiling of the function, and only to read.
#[test]
fn ac45_een_toetser_leest_niet_meer_dan_zijn_functie_en_schrijft_niet() {
    let in_dossier = |object: Object| {
        [Object::A, Object::B, Object::C].iter().any(|categorie| object.valt_onder(*categorie))
    };
    let mut gelezen = 0;
    for (lezer, object, handeling) in cellen().filter(|(_, object, _)| in_dossier(*object)) {
        let verandert = handeling == Handeling::Schrijven || handeling == Handeling::Verwijderen;
        let leest = handeling == Handeling::Lezen;
        for omst in open((lezer, object, handeling)).filter(|_| leest || verandert) {
            let toetst = omst
                .met(Feit::QualityReview, true)
                .met(Feit::InScope, false)
                .met(Feit::OwnRecord, false);
            let mag_toetsend = mag(lezer, object, handeling, &toetst);
            let toegewezen = toetst.met(Feit::QualityReview, false).met(Feit::InScope, true);
            let mag_toegewezen = mag(lezer, object, handeling, &toegewezen);
            assert!(!mag_toetsend || (leest && mag_toegewezen), "{lezer} {object:?} {omst:?}");
            gelezen += usize::from(mag_toetsend);
        }
    }
    assert!(gelezen > 0);
}

/// Who keeps the application running reads C only like anybody else who was given a task by the
/// doctor: by a deviation of the directie, with secrecy, within a delegation. Never deletes it.
#[test]
fn ac46_een_beheerder_heeft_zonder_afwijking_en_delegatie_geen_c() {
    let eisen = [Feit::DeviationValid, Feit::DelegationActive, Feit::SecrecyBound, Feit::Mfa];
    let beheerders = [Lezer::FunctioneelBeheerder, Lezer::Systeembeheerder];
    for cel in cellen().filter(|(l, o, _)| beheerders.contains(l) && onder_c(*o)) {
        assert!(cel.2 != Handeling::Verwijderen || open(cel).next().is_none(), "{cel:?}");
        for omst in open(cel) {
            assert!(eisen.iter().all(|eis| waar(&omst, *eis)), "{cel:?} {omst:?}");
        }
    }
}

#[test]
fn ac47_een_leverancier_mag_nooit_iets() {
    for cel in cellen().filter(|(lezer, ..)| *lezer == Lezer::IctLeverancier) {
        assert_eq!(open(cel).next(), None, "{cel:?}");
    }
}

/// What a doctor may and a claims assessor may not, stays closed to the assessor who is a doctor
/// elsewhere: a question has one reader, and a conflict of roles closes both.
#[test]
fn ac48_rechten_van_twee_petten_tellen_niet_op() {
    let (arts, claims) = (Lezer::BedrijfsartsStafarts, Lezer::VerzekeraarClaimbeoordelaar);
    assert_eq!((arts.partij(), claims.partij()), (Partij::Arbodienst, Partij::Verzekeraar));
    let mut verschil = 0;
    for omst in open((arts, Object::C, Handeling::Lezen)) {
        assert!(!mag(claims, Object::C, Handeling::Lezen, &omst), "{omst:?}");
        let beide = omst.met(Feit::SodConflict, true);
        assert!(!mag(arts, Object::C, Handeling::Lezen, &beide), "{omst:?}");
        verschil += 1;
    }
    assert!(verschil > 0);
}
