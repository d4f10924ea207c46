//! Searching: what is found, what looks as if it is not there, and what is left of it.

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::toewijzing::Aan;
use wvp_domain::leeslog::Register;
use wvp_domain::mijlpaal::gedeeld::Adres;
use wvp_domain::werknemer::{self, Bsn, Bsnmelding, Inschrijving, Persoon};
use wvp_domain::{Command, Compartiment, DossierId, Secties, WerkgeverId, WerknemerId};
use wvp_engine::{Aanleiding, Gebruiker, Grootte, Werkterrein, Zoekterm};
use wvp_store::{Bereik, Leesmodellen as _, StroomId};

use crate::hulp::{
    DOSSIER, Huis, WERKGEVER, WERKNEMER, als, dag, ingelogd, met_spreekuur, stuk, ziekmelding,
};
use crate::opvragen::{ANDER, BAAS, met_ander, wijs_toe, ziek_bij_ander};

pub(crate) const BSN: &str = "111222333";
const CASEMANAGER: Lezer = Lezer::CasemanagerZwWgaWvp;

async fn zoek(huis: &Huis, wie: &Gebruiker, term: &str) -> Vec<DossierId> {
    let (term, van) = (Zoekterm::lees(term).unwrap(), Aanleiding::default());
    let treffers = huis.engine.zoek(wie, &term, Grootte::default(), &van).await.unwrap();
    treffers.iter().map(|it| it.dossier).collect()
}

/// The master record of the employee, with a number.
pub(crate) async fn met_bsn(huis: &Huis) {
    let gegevens = gegevens(3_000, WERKGEVER);
    let nummer = Secties::proces(Bsnmelding { stuk: stuk(3_001), per: dag("2024-01-01") })
        .met_d(Bsn::try_new(BSN).unwrap());
    for wat in [gegevens, werknemer::Command::LegBsnVast(nummer)] {
        huis.engine.execute_werknemer(&als(CASEMANAGER), WERKNEMER, wat).await.unwrap();
    }
}

/// The registration of an employee at an employer.
pub(crate) fn gegevens(nummer: u128, werkgever: WerkgeverId) -> werknemer::Command {
    let inschrijving = Inschrijving { stuk: stuk(nummer), werkgever, per: dag("2023-01-01") };
    let persoon = Persoon {
        naam: "T. Est".to_owned(),
        geboortedatum: dag("1980-01-01"),
        adres: Adres {
            straat: "Dorpsstraat".to_owned(),
            huisnummer: "2".to_owned(),
            postcode: "1234AB".to_owned(),
            plaats: "Ons Dorp".to_owned(),
        },
        telefoon: None,
        email: None,
        functie: "drukker".to_owned(),
        uren_per_week_minuten: 2_160,
        naamdelen: None,
        geslacht: None,
        personeelsnummer: None,
        dienstverband: None,
    };
    werknemer::Command::LegGegevensVast(Secties::proces(inschrijving).met_d(persoon))
}

/// The keys of the index that name this number.
async fn rijen_van(huis: &Huis, nummer: Uuid) -> usize {
    let alles = Bereik::VanTot(vec![], vec![u8::MAX; 8]);
    let rijen = huis.store.reeks("zoekindex", alles, 100_000).await.unwrap();
    rijen
        .iter()
        .filter(|(sleutel, _)| sleutel.windows(16).any(|deel| deel == nummer.as_bytes()))
        .count()
}

async fn met_naam(huis: &Huis, naam: &str) -> DossierId {
    let dossier = DossierId(Uuid::from_u128(0xABCD_1234 << 96));
    let Command::MeldZiek(mut melding) = ziekmelding() else { unreachable!() };
    melding.a.stuk = stuk(730);
    melding.a.werknemer = WerknemerId(Uuid::from_u128(731));
    naam.clone_into(&mut melding.a.naam);
    let wat = Command::MeldZiek(melding);
    huis.engine.execute(&als(Lezer::Werkgever), dossier, wat).await.unwrap();
    dossier
}

#[tokio::test]
async fn een_naam_wordt_gevonden_op_begin_van_woorden_zonder_accenten_en_hoofdletters() {
    let huis = met_spreekuur().await;
    let dossier = met_naam(&huis, "J. van Ångström-Bergsmaalder").await;
    let wie = als(CASEMANAGER);
    for term in ["angstrom", "ÅNG", "berg", "bergsmaalder", "van bergsma", "ång van", "j berg"] {
        assert_eq!(zoek(&huis, &wie, term).await, [dossier], "{term}");
    }
    for term in ["ngstrom", "bergsmaalderen", "berg est", "van piet"] {
        assert_eq!(zoek(&huis, &wie, term).await, [], "{term}");
    }
}

#[tokio::test]
async fn een_dossier_wordt_gevonden_op_nummer_en_op_kort_kenmerk() {
    let huis = met_spreekuur().await;
    let dossier = met_naam(&huis, "A. Bergsma").await;
    for term in [dossier.0.to_string(), "abcd1234".to_owned(), " ABCD1234 ".to_owned()] {
        assert_eq!(zoek(&huis, &als(CASEMANAGER), &term).await, [dossier], "{term}");
    }
}

#[tokio::test]
async fn wat_niet_van_de_zoeker_is_ziet_eruit_als_niets() {
    let huis = met_spreekuur().await;
    met_ander(&huis).await;
    let ander = ziek_bij_ander(&huis, 740, "Bergsma").await;
    let wie = als(CASEMANAGER);
    for term in ["bergsma".to_owned(), ander.0.to_string(), "zzzz".to_owned()] {
        assert_eq!(zoek(&huis, &wie, &term).await, [], "{term}");
    }
    assert_eq!(zoek(&huis, &ingelogd(BAAS, Lezer::Werkgever), "bergsma").await, [ander]);
    wijs_toe(&huis, 802, Werkterrein::Werkgever(ANDER), Aan::Account(wie.account), CASEMANAGER)
        .await;
    assert_eq!(zoek(&huis, &wie, "bergsma").await, [ander]);
}

#[tokio::test]
async fn op_bsn_vindt_alleen_wie_het_nummer_mag_lezen() {
    let huis = met_spreekuur().await;
    met_bsn(&huis).await;
    let mut vinders = 0;
    for lezer in Lezer::ALLE {
        let wie = als(lezer);
        let leest = huis.engine.read(&wie, DOSSIER, None).await;
        let mag = leest.is_ok_and(|it| it.compartimenten.contains(&Compartiment::ABsn));
        assert_eq!(zoek(&huis, &wie, BSN).await == [DOSSIER], mag, "{lezer}");
        vinders += usize::from(mag);
    }
    assert!(0 < vinders && vinders < Lezer::ALLE.len(), "{vinders}");
    assert_eq!(zoek(&huis, &als(CASEMANAGER), "123456782").await, []);
}

#[tokio::test]
async fn het_leeslog_noemt_de_soort_en_wat_is_getoond_en_nooit_de_tekst() {
    let huis = met_spreekuur().await;
    met_bsn(&huis).await;
    let wie = als(CASEMANAGER);
    for term in ["est", BSN, &DOSSIER.0.to_string()] {
        assert_eq!(zoek(&huis, &wie, term).await, [DOSSIER], "{term}");
    }
    let van = Aanleiding::default();
    let regels = huis.engine.getoond(&als(Lezer::Werknemer), DOSSIER, &van).await.unwrap();
    let soorten: Vec<Register> = regels.iter().map(|regel| regel.wat.wat).collect();
    let verwacht = [Register::ZoekenOpNaam, Register::ZoekenOpBsn, Register::ZoekenOpNummer];
    assert_eq!(soorten, verwacht);
    let bsn = Compartiment::ABsn.nummer();
    assert!(regels[1].wat.compartimenten.contains(&bsn));
    assert!(!regels[0].wat.compartimenten.contains(&bsn));
}

#[tokio::test]
async fn na_het_vergeten_is_er_geen_rij_meer_en_wordt_niets_gevonden() {
    let huis = met_spreekuur().await;
    met_bsn(&huis).await;
    let wie = als(CASEMANAGER);
    assert_eq!(zoek(&huis, &wie, BSN).await, [DOSSIER]);
    assert!(rijen_van(&huis, DOSSIER.0).await > 0 && rijen_van(&huis, WERKNEMER.0).await > 0);
    huis.vernietig(StroomId::from(WERKNEMER)).await;
    assert_eq!(zoek(&huis, &wie, BSN).await, []);
    assert_eq!(rijen_van(&huis, WERKNEMER.0).await, 0);
    assert_eq!(zoek(&huis, &wie, "est").await, [DOSSIER]);
    huis.vernietig(DOSSIER).await;
    assert_eq!(zoek(&huis, &wie, "est").await, []);
    assert_eq!(rijen_van(&huis, DOSSIER.0).await, 0);
    huis.engine.herbouw().await.unwrap();
    assert_eq!((rijen_van(&huis, DOSSIER.0).await, rijen_van(&huis, WERKNEMER.0).await), (0, 0));
}
