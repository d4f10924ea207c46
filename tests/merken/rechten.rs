//! What changes when a right is given, taken away, or moves to somebody else.

use wvp_access::{Feit, Lezer};
use wvp_cli::demo::{Rol, gebruiker};
use wvp_cli::{beheerder, ingelogd};
use wvp_domain::bevoegdheid::delegatie::{self, Delegatie, Taak, Voorwaarden};
use wvp_domain::bevoegdheid::gebruiker as account;
use wvp_domain::bevoegdheid::toestemming::{self, Doel, Onderwerp, Ontvanger, Toestemming, Vorm};
use wvp_domain::bevoegdheid::toewijzing;
use wvp_domain::bevoegdheid::{Einde, Geldigheid, Organisatie};
use wvp_domain::{AccountId, OrganisatieId, Secties, StukId};
use wvp_engine::{Klok as _, Werkterrein};

use super::mensen::{
    Iemand, geef_functie, nummer, registreer, stuk, stuk_van_functie, stuk_van_toewijzing,
    werkgevers, wijs_toe,
};
use super::proef::Proef;
use super::uitvoer;

fn einde(proef: &Proef, nieuw: u128, recht: StukId) -> Secties<Einde> {
    Secties::proces(Einde { stuk: stuk(nieuw), recht, per: proef.huis.klok.vandaag() })
}

/// Asks that somebody sees all that the table allows and that anybody who reads all of it is shown.
async fn eis_zoals_de_tabel(proef: &Proef, iemand: &Iemand) -> usize {
    let wel = proef.merken_in(0, &uitvoer::als_json(proef, 0, iemand).await);
    let werknemer = Iemand { wie: gebruiker(&proef.zaken[0], Rol::Werknemer), ..*iemand };
    let getoond = proef.merken_in(0, &uitvoer::als_json(proef, 0, &werknemer).await);
    let mag = proef.mag_zien(0, iemand).await;
    let verwacht = getoond.intersection(&mag).cloned().collect();
    assert_eq!(wel, verwacht, "{}", iemand.naam());
    wel.len()
}

#[tokio::test]
async fn een_delegatie_opent_en_haar_einde_sluit() {
    let proef = Proef::gespeeld().await;
    let zonder = Iemand::met_functie(Lezer::CasemanagerTaakdelegatie);
    let met = zonder.met(Feit::DelegationActive, true).met(Feit::TaskCovers, true);
    let ervoor = eis_zoals_de_tabel(&proef, &zonder).await;
    let arts = gebruiker(&proef.zaken[0], Rol::Bedrijfsarts);
    let vandaag = proef.huis.klok.vandaag();
    let taak = delegatie::Command::DelegeerTaak(Secties::proces(Delegatie {
        stuk: stuk(1),
        door: arts.account,
        taak: Taak::Begeleiding,
        dossier: Some(proef.zaken[0].dossier),
        voorwaarden: Voorwaarden {
            bekwaam: true,
            opgeleid: true,
            toezicht: true,
            geheimhouding: true,
            overdracht: true,
        },
        geldig: Geldigheid { van: vandaag, tot_en_met: Some(vandaag.plus(300)) },
    }));
    proef.engine().execute_delegatie(&arts, zonder.wie.account, taak).await.unwrap();
    assert!(eis_zoals_de_tabel(&proef, &met).await > ervoor);
    let weg = delegatie::Command::TrekDelegatieIn(einde(&proef, 2, stuk(1)));
    proef.engine().execute_delegatie(&arts, zonder.wie.account, weg).await.unwrap();
    assert_eq!(eis_zoals_de_tabel(&proef, &zonder).await, ervoor);
}

#[tokio::test]
async fn toestemming_opent_en_intrekken_sluit() {
    let proef = Proef::gespeeld().await;
    let zaak = &proef.zaken[0];
    let zonder = Iemand::met_functie(Lezer::Werkgever);
    let ervoor = eis_zoals_de_tabel(&proef, &zonder).await;
    let wie = gebruiker(zaak, Rol::Werknemer);
    let toestemming = Toestemming {
        stuk: stuk(3),
        dossier: Some(zaak.dossier),
        vorm: Vorm::Schriftelijk,
        onderwerp: Onderwerp::Interventieadvies,
        doel: Doel::ReIntegratie,
        aan: Ontvanger::Organisatie(Organisatie::Werkgever(zaak.werkgever)),
        geldig: Geldigheid::vanaf(proef.huis.klok.vandaag()),
    };
    let ja = toestemming::Command::GeefToestemming(Secties::proces(toestemming));
    proef.engine().execute_toestemming(&wie, zaak.werknemer, ja).await.unwrap();
    let advies = proef.merken[0]
        .iter()
        .filter(|merk| merk.compartiment == wvp_domain::Compartiment::BInterventieAdvies);
    let gezien = proef.merken_in(0, &uitvoer::als_json(&proef, 0, &zonder).await);
    assert!(advies.clone().count() > 0 && advies.clone().all(|it| gezien.contains(&it.tekst)));
    let nee = toestemming::Command::TrekToestemmingIn(einde(&proef, 4, stuk(3)));
    proef.engine().execute_toestemming(&wie, zaak.werknemer, nee).await.unwrap();
    assert_eq!(eis_zoals_de_tabel(&proef, &zonder).await, ervoor);
}

#[tokio::test]
async fn wie_zijn_functie_verliest_ziet_nergens_meer_iets() {
    let proef = Proef::gespeeld().await;
    let lezer = Lezer::BedrijfsartsStafarts;
    let iemand = Iemand::met_functie(lezer);
    assert!(eis_zoals_de_tabel(&proef, &iemand).await > 0);
    let weg = account::Command::BeeindigFunctie(einde(&proef, 5, stuk_van_functie(lezer)));
    proef.engine().execute_gebruiker(&beheerder(), nummer(lezer), weg).await.unwrap();
    for uitvoer in [uitvoer::als_tekst, uitvoer::als_json, uitvoer::als_papier] {
        let tekst = uitvoer(&proef, 0, &iemand).await;
        assert!(tekst.starts_with("dit dossier is niet gevonden"), "{tekst}");
    }
}

#[tokio::test]
async fn na_de_overgang_naar_een_andere_arbodienst_leest_alleen_de_nieuwe() {
    let proef = Proef::gespeeld().await;
    let lezer = Lezer::BedrijfsartsStafarts;
    let werkgever = proef.zaken[0].werkgever;
    let oud = Iemand::met_functie(lezer);
    let nieuw = AccountId(uuid::Uuid::from_u128(0xD000));
    registreer(proef.engine(), nieuw, 900_000).await;
    let elders = Organisatie::Overig(OrganisatieId(uuid::Uuid::from_u128(0xD001)));
    geef_functie(proef.engine(), nieuw, lezer, elders, stuk(900_010)).await;
    let nieuw = Iemand { wie: ingelogd(nieuw, lezer), ..oud };
    let buiten = nieuw.met(Feit::InScope, false);
    assert_eq!(eis_zoals_de_tabel(&proef, &buiten).await, 0);
    let ervoor = eis_zoals_de_tabel(&proef, &oud).await;

    let plaats = werkgevers(&proef.zaken).iter().position(|it| *it == werkgever).unwrap();
    let recht = stuk_van_toewijzing(lezer, plaats);
    let weg = toewijzing::Command::BeeindigToewijzing(einde(&proef, 6, recht));
    let terrein = Werkterrein::Werkgever(werkgever);
    proef.engine().execute_toewijzing(&beheerder(), terrein, weg).await.unwrap();
    wijs_toe(proef.engine(), werkgever, nieuw.wie.account, lezer, stuk(900_020)).await;

    let nu_buiten = oud.met(Feit::InScope, false);
    assert_eq!(eis_zoals_de_tabel(&proef, &nu_buiten).await, 0);
    assert_eq!(eis_zoals_de_tabel(&proef, &nieuw).await, ervoor);
}
