//! Acting for somebody who is away: what it opens, what it does not, and when it ends.

use std::collections::BTreeSet;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::gebruiker::{self, Functie, Geheimhouding, Geregistreerd, Persoon};
use wvp_domain::bevoegdheid::waarneming::{self, Dossiers, Waarneming};
use wvp_domain::bevoegdheid::{Einde, Geldigheid};
use wvp_domain::{AccountId, Categorie, Secties};
use wvp_engine::{ExecuteError, Gebruiker, ReadError};
use wvp_store::Versie;

use crate::hulp::{
    DOSSIER, Huis, Postvak, aanwijzing, als, dag, dagen, ingelogd, melding_arbodienst,
    met_werkgever, spreekuur, stuk,
};
use crate::mensen::{beheer, functie};

const WIE: Lezer = Lezer::CasemanagerZwWgaWvp;
/// Who is away.
pub(crate) const AFWEZIG: AccountId = AccountId(Uuid::from_u128(40));
/// Who acts.
pub(crate) const WAARNEMER: AccountId = AccountId(Uuid::from_u128(41));

/// Registers somebody with a function and an address, who works on no dossier.
pub(crate) async fn collega(huis: &Huis, account: AccountId, lezer: Lezer) {
    let nummer = account.0.as_u128() * 1_000;
    let registratie = Geregistreerd { stuk: stuk(nummer), per: dag("2023-01-01"), werknemer: None };
    let email = format!("collega{}@voorbeeld.example", account.0.as_u128());
    let persoon = Persoon { naam: "C. Collega".to_owned(), email };
    let getekend = Geheimhouding { stuk: stuk(nummer + 1), getekend_op: dag("2023-01-01") };
    let functie: Functie = functie(nummer + 2, lezer);
    for wat in [
        gebruiker::Command::RegistreerAccount(Secties::proces(registratie).met_d(persoon)),
        gebruiker::Command::TekenGeheimhouding(Secties::proces(getekend)),
        gebruiker::Command::KenFunctieToe(Secties::proces(functie)),
    ] {
        beheer(huis, account, wat).await.unwrap();
    }
}

fn waarneming(categorieen: &[Categorie]) -> Waarneming {
    Waarneming {
        stuk: stuk(50_000),
        door: WAARNEMER,
        geldig: Geldigheid { van: dag("2024-01-02"), tot_en_met: Some(dag("2024-01-31")) },
        dossiers: Dossiers::Alle,
        categorieen: categorieen.iter().copied().collect::<BTreeSet<_>>(),
    }
}

async fn regel(
    huis: &Huis,
    wie: &Gebruiker,
    waarneming: Waarneming,
) -> Result<Versie, ExecuteError> {
    let wat = waarneming::Command::RegelWaarneming(Secties::proces(waarneming));
    huis.engine.execute_waarneming(wie, AFWEZIG, wat).await
}

/// Arranges that somebody acts for who is away, with these categories.
pub(crate) async fn regel_voor(huis: &Huis, wie: &Gebruiker, categorieen: &[Categorie]) {
    regel(huis, wie, waarneming(categorieen)).await.unwrap();
}

/// A dossier with a consultation and a casemanager who goes away; two colleagues.
pub(crate) async fn met_collega() -> Huis {
    let huis = met_werkgever().await;
    huis.doe(Lezer::BedrijfsartsStafarts, spreekuur()).await.unwrap();
    collega(&huis, AFWEZIG, WIE).await;
    collega(&huis, WAARNEMER, WIE).await;
    let wat = aanwijzing(40, Some("afwezig@voorbeeld.example"));
    huis.doe(WIE, wat).await.unwrap();
    huis
}

pub(crate) fn namens() -> Gebruiker {
    let zelf = ingelogd(WAARNEMER, WIE);
    Gebruiker { sessie: zelf.sessie.namens(AFWEZIG), ..zelf }
}

async fn ziet(huis: &Huis, wie: &Gebruiker) -> Option<Vec<Categorie>> {
    let gelezen = huis.engine.read(wie, DOSSIER, None).await;
    if matches!(gelezen, Err(ReadError::NietGevonden)) {
        return None;
    }
    let compartimenten = gelezen.unwrap().compartimenten;
    let categorieen: BTreeSet<_> = compartimenten.iter().map(|it| it.categorie()).collect();
    Some(categorieen.into_iter().collect())
}

#[tokio::test]
async fn een_waarnemer_ziet_wat_is_overgedragen_en_alleen_namens_wie_afwezig_is() {
    let huis = met_collega().await;
    regel(&huis, &ingelogd(AFWEZIG, WIE), waarneming(&[Categorie::A])).await.unwrap();
    huis.klok.zet(dag("2024-01-02"));
    assert_eq!(ziet(&huis, &ingelogd(WAARNEMER, WIE)).await, None);
    assert_eq!(ziet(&huis, &namens()).await, Some(vec![Categorie::A]));
    let zelf = ziet(&huis, &ingelogd(AFWEZIG, WIE)).await.unwrap();
    assert!(zelf.contains(&Categorie::D), "{zelf:?}");
}

#[tokio::test]
async fn wie_waarneemt_kiest_de_functie_van_wie_afwezig_is_zolang_het_duurt() {
    let huis = met_collega().await;
    regel(&huis, &ingelogd(AFWEZIG, WIE), waarneming(&[Categorie::A])).await.unwrap();
    for (op, kan) in [("2024-01-01", false), ("2024-01-31", true), ("2024-02-01", false)] {
        huis.klok.zet(dag(op));
        let hoeden = huis.engine.hoeden_namens(WAARNEMER).await.unwrap();
        let namens: Vec<_> = hoeden.iter().map(|(hoed, _)| (hoed.lezer, hoed.namens)).collect();
        let verwacht = if kan { vec![(WIE, Some(AFWEZIG))] } else { vec![] };
        assert_eq!(namens, verwacht, "{op}");
        assert!(huis.engine.hoeden_namens(AFWEZIG).await.unwrap().is_empty(), "{op}");
    }
}

#[tokio::test]
async fn een_waarnemer_ziet_nooit_meer_dan_wie_afwezig_is() {
    let huis = met_collega().await;
    let alles = [Categorie::A, Categorie::B, Categorie::C, Categorie::D];
    regel(&huis, &ingelogd(AFWEZIG, WIE), waarneming(&alles)).await.unwrap();
    huis.klok.zet(dag("2024-01-02"));
    assert_eq!(ziet(&huis, &namens()).await, ziet(&huis, &ingelogd(AFWEZIG, WIE)).await);
}

#[tokio::test]
async fn een_waarneming_houdt_vanzelf_op_en_kan_eerder_worden_beeindigd() {
    let huis = met_collega().await;
    let zelf = ingelogd(AFWEZIG, WIE);
    assert_eq!(ziet(&huis, &namens()).await, None);
    regel(&huis, &zelf, waarneming(&[Categorie::A])).await.unwrap();
    for (op, open) in [("2024-01-01", false), ("2024-01-31", true), ("2024-02-01", false)] {
        huis.klok.zet(dag(op));
        assert_eq!(ziet(&huis, &namens()).await.is_some(), open, "{op}");
    }
    huis.klok.zet(dag("2024-01-10"));
    let einde = Einde { stuk: stuk(50_001), recht: stuk(50_000), per: dag("2024-01-10") };
    let wat = waarneming::Command::BeeindigWaarneming(Secties::proces(einde));
    huis.engine.execute_waarneming(&zelf, AFWEZIG, wat).await.unwrap();
    assert_eq!(ziet(&huis, &namens()).await, None);
}

#[tokio::test]
async fn wie_de_functie_niet_heeft_neemt_niet_waar() {
    let huis = met_collega().await;
    regel(&huis, &ingelogd(AFWEZIG, WIE), waarneming(&[Categorie::A])).await.unwrap();
    huis.klok.zet(dag("2024-01-02"));
    let einde = crate::mensen::einde(50_002, stuk(41_002), "2024-01-02");
    let wat = gebruiker::Command::BeeindigFunctie(einde);
    beheer(&huis, WAARNEMER, wat).await.unwrap();
    assert_eq!(ziet(&huis, &namens()).await, None);
}

#[tokio::test]
async fn niemand_regelt_een_waarneming_voor_zichzelf_of_geeft_haar_door() {
    let huis = met_collega().await;
    let zelf = ingelogd(WAARNEMER, WIE);
    for wie in [zelf, als(Lezer::BedrijfsartsStafarts)] {
        let uitkomst = regel(&huis, &wie, waarneming(&[Categorie::A])).await;
        assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{uitkomst:?}");
    }
    regel(&huis, &ingelogd(AFWEZIG, WIE), waarneming(&[Categorie::A])).await.unwrap();
    huis.klok.zet(dag("2024-01-02"));
    let door = Waarneming { door: AccountId(Uuid::from_u128(42)), ..waarneming(&[Categorie::A]) };
    let wat = waarneming::Command::RegelWaarneming(Secties::proces(door));
    let uitkomst = huis.engine.execute_waarneming(&namens(), WAARNEMER, wat).await;
    assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{uitkomst:?}");
}

#[tokio::test]
async fn wat_een_waarnemer_doet_staat_er_namens_wie_afwezig_is() {
    let huis = met_collega().await;
    regel(&huis, &ingelogd(AFWEZIG, WIE), waarneming(&[Categorie::A])).await.unwrap();
    huis.klok.zet(dag("2024-01-02"));
    huis.engine.execute(&namens(), DOSSIER, melding_arbodienst(60)).await.unwrap();
    huis.engine.read(&namens(), DOSSIER, None).await.unwrap();
    let regel = huis.leeslog().await.pop().unwrap();
    assert_eq!((regel.account, regel.namens), (WAARNEMER, Some(AFWEZIG)));
    let kop = huis.laatste_kop(DOSSIER).await;
    assert_eq!(kop.door.account, WAARNEMER);
    assert_eq!(kop.namens.map(|it| it.account), Some(AFWEZIG));
}

#[tokio::test]
async fn tijdens_een_waarneming_krijgt_de_waarnemer_de_berichten_en_daarna_niet_meer() {
    let huis = met_collega().await;
    regel(&huis, &ingelogd(AFWEZIG, WIE), waarneming(&[Categorie::A])).await.unwrap();
    let postvak = Postvak::default();
    dagen(&huis, "2024-01-02", 120, &postvak).await;
    let berichten = postvak.berichten.lock().unwrap().clone();
    let aan =
        |adres: &str| -> Vec<_> { berichten.iter().filter(|it| it.aan_email == adres).collect() };
    let waarnemer = aan("collega41@voorbeeld.example");
    assert!(waarnemer.iter().all(|it| it.op <= dag("2024-01-31")), "{waarnemer:?}");
    assert!(waarnemer.iter().all(|it| it.tekst.contains("omdat u voor iemand waarneemt")));
    assert!(!waarnemer.is_empty());
    let zelf = aan("afwezig@voorbeeld.example");
    assert!(!zelf.is_empty() && zelf.iter().all(|it| it.op > dag("2024-01-31")), "{zelf:?}");
}
