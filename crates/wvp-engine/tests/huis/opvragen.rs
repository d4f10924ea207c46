//! Lists: everything that is theirs and nothing that is not, page by page, each a line in a log.

use std::collections::BTreeSet;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::afwijking::{self, Afwijking, Gegevens, Grond, Handeling};
use wvp_domain::bevoegdheid::gebruiker;
use wvp_domain::bevoegdheid::toewijzing::{self, Aan, Toewijzing};
use wvp_domain::bevoegdheid::{Geldigheid, Organisatie};
use wvp_domain::leeslog::Register;
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::{AccountId, Categorie, Command, DossierId, Secties, WerkgeverId, WerknemerId};
use wvp_engine::{
    Aanleiding, Dossierregel, Dossiervraag, Gebruiker, Grootte, ReadError, Standsoort,
    Termijnstatus, Wacht, Werkterrein, Zoekterm,
};

use crate::hulp::{
    DOSSIER, Huis, WERKGEVER, WERKNEMER, account, als, dag, herstel, huis, ingelogd,
    melding_arbodienst, met_spreekuur, stuk, vangnet_arbodienst, ziekmelding,
};
use crate::mensen::{beheer, beheerder, functie, organisatie, registratie};

/// An employer of which nobody of the house works by itself.
pub(crate) const ANDER: WerkgeverId = WerkgeverId(Uuid::from_u128(4));
/// Somebody of that employer.
pub(crate) const BAAS: AccountId = AccountId(Uuid::from_u128(61));

/// A second employer with somebody who reports there.
pub(crate) async fn met_ander(huis: &Huis) {
    let eigen = gebruiker::Command::KenFunctieToe(Secties::proces(gebruiker::Functie {
        organisatie: Organisatie::Werkgever(ANDER),
        ..functie(61_001, Lezer::Werkgever)
    }));
    beheer(huis, BAAS, registratie(61_000, None)).await.unwrap();
    beheer(huis, BAAS, eigen).await.unwrap();
}

/// Reports somebody ill at the other employer.
pub(crate) async fn ziek_bij_ander(huis: &Huis, nummer: u128, naam: &str) -> DossierId {
    let dossier = DossierId(Uuid::from_u128(nummer));
    let Command::MeldZiek(mut melding) = ziekmelding() else { unreachable!() };
    melding.a.stuk = stuk(nummer);
    melding.a.werkgever = ANDER;
    melding.a.werknemer = WerknemerId(Uuid::from_u128(nummer + 1));
    naam.clone_into(&mut melding.a.naam);
    let baas = ingelogd(BAAS, Lezer::Werkgever);
    huis.engine.execute(&baas, dossier, Command::MeldZiek(melding)).await.unwrap();
    dossier
}

/// Assigns a person or an organisation.
pub(crate) async fn wijs_toe(
    huis: &Huis,
    nummer: u128,
    terrein: Werkterrein,
    aan: Aan,
    lezer: Lezer,
) {
    let toewijzing = Toewijzing {
        stuk: stuk(nummer),
        aan,
        lezer: lezer.to_string(),
        geldig: Geldigheid::vanaf(dag("2023-01-01")),
    };
    let wat = toewijzing::Command::WijsToe(Secties::proces(toewijzing));
    huis.engine.execute_toewijzing(&beheerder(), terrein, wat).await.unwrap();
}

async fn lijst(huis: &Huis, wie: &Gebruiker, vraag: Dossiervraag) -> Vec<Dossierregel> {
    huis.engine.dossiers(wie, &vraag, &Aanleiding::default()).await.unwrap().regels
}

/// Every page, three rows at a time.
async fn alles(huis: &Huis, wie: &Gebruiker) -> Vec<Dossierregel> {
    let mut regels = vec![];
    let mut vraag =
        Dossiervraag { grootte: Grootte::try_new(3).unwrap(), ..Dossiervraag::default() };
    loop {
        let bladzijde = huis.engine.dossiers(wie, &vraag, &Aanleiding::default()).await.unwrap();
        assert!(bladzijde.regels.len() <= 3);
        regels.extend(bladzijde.regels);
        let Some(verder) = bladzijde.verder else { return regels };
        vraag.na = Some(verder.to_string().parse().unwrap());
    }
}

/// Draws numbers that are the same in every run.
struct Loting(u64);

impl Loting {
    fn uit(&mut self, zoveel: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % zoveel
    }

    fn een_van<T: Copy>(&mut self, alle: &[T]) -> T {
        *alle.get(self.uit(alle.len())).unwrap()
    }
}

/// Dossiers of two employers, with people and organisations at work that were drawn.
async fn geloot(zaad: u64) -> (Huis, Vec<DossierId>) {
    let huis = met_spreekuur().await;
    met_ander(&huis).await;
    let mut dossiers = vec![DOSSIER];
    for nummer in 1..=5 {
        dossiers.push(ziek_bij_ander(&huis, 700 + 10 * nummer, "A. Estafette").await);
    }
    let mut loting = Loting(zaad);
    for nummer in 0..24 {
        let lezer = loting.een_van(&Lezer::ALLE);
        let aan = match loting.uit(3) {
            0 => Aan::Organisatie(organisatie(lezer)),
            _ => Aan::Account(account(lezer)),
        };
        let terrein = match loting.uit(4) {
            0 => Werkterrein::Werkgever(ANDER),
            _ => Werkterrein::Dossier(loting.een_van(&dossiers)),
        };
        wijs_toe(&huis, 800 + nummer, terrein, aan, lezer).await;
    }
    let planner = account(Lezer::Planner);
    let wat = afwijking::Command::KeurAfwijkingGoed(Secties::proces(Afwijking {
        stuk: stuk(900),
        account: planner,
        gegevens: Gegevens::Proces,
        handeling: Handeling::Lezen,
        goedgekeurd_door: account(Lezer::Directeur),
        grond: Grond::Klacht,
        geldig: Geldigheid { van: dag("2024-01-01"), tot_en_met: Some(dag("2024-02-01")) },
    }));
    let derde = *dossiers.get(3).unwrap();
    huis.engine.execute_afwijking(&als(Lezer::Directeur), derde, wat).await.unwrap();
    (huis, dossiers)
}

async fn leest(huis: &Huis, wie: &Gebruiker, dossiers: &[DossierId]) -> BTreeSet<DossierId> {
    let mut open = BTreeSet::new();
    for dossier in dossiers {
        let gelezen = huis.engine.read(wie, *dossier, None).await;
        if !matches!(gelezen, Err(ReadError::NietGevonden)) {
            gelezen.unwrap();
            open.insert(*dossier);
        }
    }
    open
}

#[tokio::test]
async fn lijst_en_zoeken_tonen_precies_wat_iemand_kan_openen() {
    let mut gevonden = 0;
    for zaad in [1, 2] {
        let (huis, dossiers) = geloot(zaad).await;
        let mut lezers: Vec<Gebruiker> = Lezer::ALLE.into_iter().map(als).collect();
        lezers.push(ingelogd(BAAS, Lezer::Werkgever));
        for wie in lezers {
            let open = leest(&huis, &wie, &dossiers).await;
            let in_lijst: Vec<DossierId> =
                alles(&huis, &wie).await.iter().map(|it| it.dossier).collect();
            assert_eq!(in_lijst.iter().copied().collect::<BTreeSet<_>>(), open, "{}", wie.lezer);
            assert_eq!(in_lijst.len(), open.len(), "{}", wie.lezer);
            for (term, verwacht) in
                [("est", open.clone()), (&dossiers[1].0.to_string(), &open & &[dossiers[1]].into())]
            {
                let term = Zoekterm::lees(term).unwrap();
                let (groot, van) = (Grootte::default(), Aanleiding::default());
                let treffers = huis.engine.zoek(&wie, &term, groot, &van).await.unwrap();
                let treffers: BTreeSet<_> = treffers.iter().map(|it| it.dossier).collect();
                assert_eq!(treffers, verwacht, "{} {term:?}", wie.lezer);
            }
            gevonden += open.len();
        }
    }
    assert!(gevonden > 60, "{gevonden}");
}

#[tokio::test]
async fn een_regel_volgt_uit_wat_de_lezer_ziet_en_heeft_hetzelfde_merk() {
    let huis = met_spreekuur().await;
    huis.engine
        .execute(&als(Lezer::BedrijfsartsStafarts), DOSSIER, vangnet_arbodienst(21))
        .await
        .unwrap();
    for lezer in [Lezer::Werkgever, Lezer::BedrijfsartsStafarts, Lezer::Werknemer] {
        let wie = als(lezer);
        let inzage = huis.engine.read(&wie, DOSSIER, None).await.unwrap();
        let [regel] = lijst(&huis, &wie, Dossiervraag::default()).await.try_into().ok().unwrap();
        assert_eq!(regel.merk, inzage.merk, "{lezer}");
        assert_eq!(regel.naam, inzage.dossier.ziekmelding[0].naam);
        assert_eq!((regel.werknemer, regel.werkgever), (WERKNEMER, WERKGEVER));
    }
}

#[tokio::test]
async fn een_lijst_is_te_beperken_tot_werkgever_stand_en_wie_er_aan_zet_is() {
    let huis = met_spreekuur().await;
    met_ander(&huis).await;
    let ander = ziek_bij_ander(&huis, 710, "B. Ander").await;
    let arts = als(Lezer::BedrijfsartsStafarts);
    let terrein = Werkterrein::Dossier(ander);
    wijs_toe(&huis, 801, terrein, Aan::Account(arts.account), arts.lezer).await;
    huis.klok.zet(dag("2024-01-10"));
    huis.doe(Lezer::Werkgever, herstel(30, "2024-01-10")).await.unwrap();
    let vraag = |werkgever, stand, op, status| Dossiervraag {
        werkgever,
        stand,
        wacht: Wacht { op, status },
        ..Dossiervraag::default()
    };
    let (lopend, arts_aan_zet) = (Some(Standsoort::Lopend), Some(Ontvanger::Bedrijfsarts));
    let laat = Some(Termijnstatus::TeLaat);
    for (vraag, verwacht) in [
        (vraag(None, None, None, None), vec![ander, DOSSIER]),
        (vraag(Some(WERKGEVER), None, None, None), vec![DOSSIER]),
        (vraag(None, Some(Standsoort::Hersteld), None, None), vec![DOSSIER]),
        (vraag(None, lopend, arts_aan_zet, Some(Termijnstatus::Later)), vec![ander]),
        (vraag(None, lopend, arts_aan_zet, laat), vec![]),
        (vraag(None, lopend, Some(Ontvanger::Werkgever), laat), vec![ander]),
    ] {
        let regels = lijst(&huis, &arts, vraag).await;
        let mut dossiers: Vec<DossierId> = regels.iter().map(|it| it.dossier).collect();
        dossiers.sort_unstable_by_key(|it| *it == DOSSIER);
        assert_eq!(dossiers, verwacht, "{vraag:?}");
    }
}

#[tokio::test]
async fn te_late_termijnen_tellen_en_de_eerste_staat_vooraan() {
    let huis = met_spreekuur().await;
    huis.klok.zet(dag("2024-01-20"));
    let [regel] = lijst(&huis, &als(Lezer::Werkgever), Dossiervraag::default())
        .await
        .try_into()
        .ok()
        .unwrap();
    assert_eq!(regel.te_laat, 1);
    assert_eq!(regel.termijnen[0].status, Termijnstatus::TeLaat);
    assert!(regel.termijnen.is_sorted_by_key(|it| it.uiterlijk));
    huis.doe(Lezer::Werkgever, melding_arbodienst(11)).await.unwrap();
    let regels = lijst(&huis, &als(Lezer::Werkgever), Dossiervraag::default()).await;
    assert_eq!(regels[0].te_laat, 0);
}

#[tokio::test]
async fn een_lijst_is_een_regel_die_de_werknemer_terugvindt_zonder_de_andere_dossiers() {
    let huis = met_spreekuur().await;
    met_ander(&huis).await;
    let ander = ziek_bij_ander(&huis, 710, "B. Ander").await;
    let arts = als(Lezer::BedrijfsartsStafarts);
    wijs_toe(&huis, 801, Werkterrein::Dossier(ander), Aan::Account(arts.account), arts.lezer).await;
    let voor = huis.leeslog().await.len();
    assert_eq!(lijst(&huis, &arts, Dossiervraag::default()).await.len(), 2);
    assert_eq!(huis.leeslog().await.len(), voor);
    let van = Aanleiding::default();
    let regels = huis.engine.getoond(&als(Lezer::Werknemer), DOSSIER, &van).await.unwrap();
    let [regel] = regels.try_into().ok().unwrap();
    assert_eq!((regel.wat.account, regel.wat.wat), (arts.account, Register::Lijst));
    assert_eq!(regel.wat.getoond, [DOSSIER.0]);
    let weg = huis.engine.getoond(&arts, DOSSIER, &van).await;
    assert!(matches!(weg, Err(ReadError::NietGevonden)));
}

#[tokio::test]
async fn wie_zijn_functie_kwijt_is_ziet_een_lege_lijst() {
    let huis = met_spreekuur().await;
    let wie = als(Lezer::CasemanagerZwWgaWvp);
    assert_eq!(lijst(&huis, &wie, Dossiervraag::default()).await.len(), 1);
    let einde = crate::mensen::einde(950, crate::mensen::stuk_van_functie(wie.lezer), "2024-01-01");
    beheer(&huis, wie.account, gebruiker::Command::BeeindigFunctie(einde)).await.unwrap();
    assert!(lijst(&huis, &wie, Dossiervraag::default()).await.is_empty());
}

#[tokio::test]
async fn een_gewist_dossier_staat_in_geen_lijst_en_een_kapot_dossier_houdt_de_rest_niet_op() {
    let huis = huis().await;
    let eerste = crate::hulp::extra_dossier(&huis, 720).await;
    let tweede = crate::hulp::extra_dossier(&huis, 721).await;
    let derde = crate::hulp::extra_dossier(&huis, 722).await;
    huis.vernietig(eerste).await;
    huis.opslag.beschadig(tweede);
    let regels = lijst(&huis, &als(Lezer::Werkgever), Dossiervraag::default()).await;
    assert_eq!(regels.iter().map(|it| it.dossier).collect::<Vec<_>>(), [derde]);
}

#[tokio::test]
async fn de_agenda_toont_wat_te_laat_is_of_nadert_met_de_dagen_van_herinneringen() {
    let huis = met_spreekuur().await;
    huis.klok.zet(dag("2024-01-20"));
    let van = Aanleiding::default();
    let punten = huis.engine.agenda(&als(Lezer::Werkgever), 25, &van).await.unwrap();
    let dagen: Vec<_> = punten.iter().map(|it| it.termijn.uiterlijk).collect();
    assert!(dagen.is_sorted() && dagen[0] < dag("2024-01-20"), "{dagen:?}");
    assert!(dagen.iter().all(|dag_| *dag_ <= dag("2024-02-14")), "{dagen:?}");
    assert!(punten.iter().any(|it| !it.treden.is_empty()));
    assert!(punten.iter().all(|it| it.treden.iter().all(|dag_| *dag_ >= dag("2024-01-20"))));
    let vreemd = ingelogd(AccountId(Uuid::from_u128(4_040)), Lezer::Werkgever);
    assert!(huis.engine.agenda(&vreemd, 25, &van).await.unwrap().is_empty());
}

#[tokio::test]
async fn namens_iemand_staan_alleen_overgedragen_dossiers_in_de_lijst() {
    let huis = crate::waarneming::met_collega().await;
    let eigen = ingelogd(crate::waarneming::AFWEZIG, Lezer::CasemanagerZwWgaWvp);
    crate::waarneming::regel_voor(&huis, &eigen, &[Categorie::A]).await;
    huis.klok.zet(dag("2024-01-02"));
    let zelf = ingelogd(crate::waarneming::WAARNEMER, Lezer::CasemanagerZwWgaWvp);
    assert!(lijst(&huis, &zelf, Dossiervraag::default()).await.is_empty());
    let regels = lijst(&huis, &crate::waarneming::namens(), Dossiervraag::default()).await;
    assert_eq!(regels.len(), 1);
    huis.klok.zet(dag("2024-02-01"));
    assert!(lijst(&huis, &crate::waarneming::namens(), Dossiervraag::default()).await.is_empty());
}
