//! Valid numbers stay valid, one changed digit is refused, and nothing of a number is printed.

use proptest::prelude::*;

use super::{
    AansluitingsnrBv, Bic, BigNummer, Burgerservicenr, IbanNummer, KvkNummer, Loonheffingennummer,
};
use crate::waarde::Waarde;

/// Nine digits that pass the elfproef, or none when these eight have no ninth.
fn elfproef(begin: &[u32]) -> Option<String> {
    let som: u32 = begin.iter().zip([9, 8, 7, 6, 5, 4, 3, 2]).map(|(a, b)| a * b).sum();
    let negende = som % 11;
    let nummer: String = begin.iter().chain([&negende]).map(ToString::to_string).collect();
    (negende < 10 && som > 0).then_some(nummer)
}

/// An IBAN of a Dutch bank, with its check digits computed here.
fn iban(rekening: &str) -> String {
    let bank: String = "ABNA".chars().map(|teken| (teken as u32 - 55).to_string()).collect();
    let getal = format!("{bank}{rekening}232100");
    let rest =
        getal.bytes().fold(0_u32, |rest, cijfer| (rest * 10 + u32::from(cijfer - b'0')) % 97);
    format!("NL{:02}ABNA{rekening}", 98 - rest)
}

/// The text with another digit in that place.
fn met_ander_cijfer(tekst: &str, plaats: usize, stap: u8) -> String {
    let mut tekens = tekst.as_bytes().to_vec();
    tekens[plaats] = b'0' + (tekens[plaats] - b'0' + stap) % 10;
    String::from_utf8(tekens).unwrap()
}

fn negen() -> impl Strategy<Value = String> {
    prop::collection::vec(0_u32..10, 8).prop_filter_map("no ninth digit", |begin| elfproef(&begin))
}

proptest! {
    #[test]
    fn een_cijfer_anders_en_de_elfproef_weigert(bsn in negen(), plaats in 0_usize..9, stap in 1_u8..10) {
        prop_assert!(Burgerservicenr::try_new(&bsn).is_ok_and(|it| it.cijfers() == bsn));
        prop_assert!(Burgerservicenr::try_new(&met_ander_cijfer(&bsn, plaats, stap)).is_err());
    }

    #[test]
    fn een_loonheffingennummer_is_de_elfproef_met_een_volgnummer(
        negen in negen(), volgnummer in 1_u8..100, plaats in 0_usize..9, stap in 1_u8..10,
    ) {
        let nummer = format!("{negen}L{volgnummer:02}");
        prop_assert!(Loonheffingennummer::try_new(&nummer).is_ok_and(|it| it.nummer() == nummer));
        prop_assert!(Loonheffingennummer::try_new(&met_ander_cijfer(&nummer, plaats, stap)).is_err());
    }

    #[test]
    fn een_cijfer_anders_en_de_iban_klopt_niet(
        rekening in "[0-9]{10}", plaats in 8_usize..18, stap in 1_u8..10,
    ) {
        let nummer = iban(&rekening);
        prop_assert!(IbanNummer::try_new(&nummer).is_ok_and(|it| it.nummer() == nummer));
        prop_assert!(IbanNummer::try_new(&met_ander_cijfer(&nummer, plaats, stap)).is_err());
    }
}

#[test]
fn van_acht_cijfers_was_het_eerste_een_nul() {
    let bsn = Burgerservicenr::try_new("10000008").unwrap();
    assert_eq!(bsn.cijfers(), "010000008");
}

#[test]
fn de_voorbeelden_van_de_naslag_kloppen() {
    for bsn in ["111222333", "123456782", "999990342"] {
        assert!(Burgerservicenr::try_new(bsn).is_ok(), "{bsn}");
    }
    assert!(IbanNummer::try_new("NL91ABNA0417164300").is_ok());
    assert!(AansluitingsnrBv::try_new("012345678901234").is_ok());
    assert!(Bic::try_new("ABNANL2A").is_ok() && Bic::try_new("ABNANL2AXXX").is_ok());
    assert!(KvkNummer::try_new("12345678").is_ok_and(|it| it.nummer() == "12345678"));
    assert!(BigNummer::try_new("01234567890").is_ok_and(|it| it.nummer() == "01234567890"));
}

#[test]
fn wat_de_vorm_niet_heeft_wordt_geweigerd() {
    for tekst in ["", "000000000", "12345678a", "1112223334"] {
        assert!(Burgerservicenr::try_new(tekst).is_err(), "{tekst}");
    }
    for tekst in ["111222333L00", "111222333L1", "111222333l01", "111222333", "123456789L01"] {
        assert!(Loonheffingennummer::try_new(tekst).is_err(), "{tekst}");
    }
    for tekst in ["1234567", "123456789", "1234567a"] {
        assert!(KvkNummer::try_new(tekst).is_err(), "{tekst}");
    }
    for tekst in ["0123456789", "012345678901", "0123456789a"] {
        assert!(BigNummer::try_new(tekst).is_err(), "{tekst}");
    }
    for tekst in ["100000000000000", "00000000000000", "0000000000000000"] {
        assert!(AansluitingsnrBv::try_new(tekst).is_err(), "{tekst}");
    }
    for tekst in ["ABNANL2", "ABNANL2AXX", "abnanl2a", "ABNANL2é"] {
        assert!(Bic::try_new(tekst).is_err(), "{tekst}");
    }
    for tekst in ["NL91 ABNA 0417 1643 00", "nl91abna0417164300", "NL91ABNA041716430", "ZZ0212", ""]
    {
        assert!(IbanNummer::try_new(tekst).is_err(), "{tekst}");
    }
}

#[test]
fn geen_fout_en_geen_debug_herhaalt_een_nummer() {
    let fout = Burgerservicenr::try_new("123456789").unwrap_err();
    insta::assert_snapshot!(fout, @"`burgerservicenummer` klopt niet: negen cijfers die voldoen aan de elfproef");
    let fout = Loonheffingennummer::try_new("123456789L01").unwrap_err();
    insta::assert_snapshot!(fout, @"`loonheffingennummer` klopt niet: de eerste negen cijfers voldoen niet aan de elfproef");
    let gedrukt = format!(
        "{:?} {:?} {:?} {:?} {:?}",
        Burgerservicenr::try_new("111222333"),
        Loonheffingennummer::try_new("111222333L01"),
        IbanNummer::try_new("NL91ABNA0417164300"),
        KvkNummer::try_new("12345678"),
        BigNummer::try_new("01234567890"),
    );
    assert!(!gedrukt.contains(|teken: char| teken.is_ascii_digit()), "{gedrukt}");
}
