//! Messages as people want them: the mailbox, what was left out, silence, one a day, and the calendar.

use std::collections::BTreeSet;

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bezorging::Kanaal;
use wvp_domain::postvak::{
    Agenda, AgendaEinde, Bundeling, Command, Gelezen, StilleUren, Voorkeuren,
};
use wvp_domain::{Secties, TermijnId};
use wvp_engine::bericht::Stap;
use wvp_engine::{Agendaregel, Bericht, ExecuteError, Postbericht, Postinhoud};

use crate::hulp::{DOSSIER, Huis, Postvak, als, dag, dagen, herstel, met_werkgever, stuk};

const WERKGEVER: &str = "werkgever@voorbeeld.example";

async fn doe(huis: &Huis, wat: Command) {
    huis.engine.execute_postvak(&als(Lezer::Werkgever), wat).await.unwrap();
}

fn keuze(nummer: u128) -> Voorkeuren {
    Voorkeuren {
        stuk: stuk(nummer),
        afgemeld: BTreeSet::new(),
        bundeling: Bundeling::Los,
        stille_uren: None,
    }
}

async fn kies(huis: &Huis, voorkeuren: Voorkeuren) {
    doe(huis, Command::KiesVoorkeuren(Secties::proces(voorkeuren))).await;
}

fn aan_werkgever(postvak: &Postvak) -> Vec<Bericht> {
    let berichten = postvak.berichten.lock().unwrap();
    berichten.iter().filter(|it| it.aan_email == WERKGEVER).cloned().collect()
}

async fn berichten(huis: &Huis, lezer: Lezer) -> Vec<Postbericht> {
    huis.engine.postvak(&als(lezer)).await.unwrap()
}

#[tokio::test]
async fn het_postvak_toont_elke_herinnering_en_onthoudt_wat_is_gelezen() {
    let huis = met_werkgever().await;
    let postvak = Postvak::default();
    dagen(&huis, "2024-01-01", 30, &postvak).await;
    let gestuurd: BTreeSet<Uuid> = aan_werkgever(&postvak).iter().map(|it| it.id).collect();
    let ontvangen = berichten(&huis, Lezer::Werkgever).await;
    assert_eq!(ontvangen.iter().map(|it| it.id.0).collect::<BTreeSet<_>>(), gestuurd);
    assert!(ontvangen.is_sorted_by(|een, ander| een.op >= ander.op));
    let bericht = ontvangen[0].id;
    doe(&huis, Command::LeesBericht(Secties::proces(Gelezen { bericht, op: dag("2024-01-30") })))
        .await;
    let gelezen: Vec<_> =
        berichten(&huis, Lezer::Werkgever).await.into_iter().filter(|it| it.is_gelezen).collect();
    assert_eq!(gelezen.iter().map(|it| it.id).collect::<Vec<_>>(), [bericht]);
}

#[tokio::test]
async fn in_een_postvak_staan_alleen_eigen_berichten() {
    let huis = met_werkgever().await;
    dagen(&huis, "2024-01-01", 50, &Postvak::default()).await;
    assert!(berichten(&huis, Lezer::VerzekeraarClaimbeoordelaar).await.is_empty());
    let arts = berichten(&huis, Lezer::BedrijfsartsStafarts).await;
    let over_analyse = |it: &Postbericht| {
        matches!(&it.inhoud, Postinhoud::Stap { over, .. }
            if *over == wvp_domain::mijlpaal::uitstel::Waarover::Termijn(TermijnId::Probleemanalyse))
    };
    assert!(!arts.is_empty() && arts.iter().all(over_analyse), "{arts:?}");
}

#[tokio::test]
async fn zonder_functie_gaat_geen_postvak_open() {
    let huis = met_werkgever().await;
    let vreemde =
        crate::hulp::ingelogd(wvp_domain::AccountId(Uuid::from_u128(77)), Lezer::Werkgever);
    let uitkomst = huis.engine.postvak(&vreemde).await;
    assert!(matches!(uitkomst, Err(ExecuteError::Geweigerd(_))), "{uitkomst:?}");
}

#[tokio::test]
async fn wie_geen_post_wil_krijgt_alleen_wat_de_wet_niet_laat_wachten() {
    let huis = met_werkgever().await;
    let afgemeld = BTreeSet::from([Kanaal::Mail]);
    kies(&huis, Voorkeuren { afgemeld, ..keuze(70_000) }).await;
    let postvak = Postvak::default();
    dagen(&huis, "2024-01-01", 60, &postvak).await;
    let post = aan_werkgever(&postvak);
    let op_tijd = |it: &Bericht| it.stappen.iter().all(|stap| stap.op < stap.uiterlijk);
    assert!(!post.is_empty());
    // A rung on the last day may come on the working day before it.
    assert!(
        !post.iter().any(|it| op_tijd(it) && it.stappen[0].op.plus(3) < it.stappen[0].uiterlijk)
    );
    let alle = berichten(&huis, Lezer::Werkgever).await;
    let vroeg =
        alle.iter().filter(|it| matches!(it.inhoud, Postinhoud::Stap { trede, .. } if trede < 0));
    assert!(vroeg.count() > 0 && alle.len() > post.len(), "{} {}", alle.len(), post.len());
}

#[tokio::test]
async fn in_stille_uren_wacht_post_tot_ze_voorbij_zijn() {
    let huis = met_werkgever().await;
    // The clock of these tests stands at nine in the morning.
    let stille_uren = Some(StilleUren { van: 8 * 60, tot: 10 * 60 });
    kies(&huis, Voorkeuren { stille_uren, ..keuze(70_000) }).await;
    let postvak = Postvak::default();
    dagen(&huis, "2024-01-01", 3, &postvak).await;
    assert!(aan_werkgever(&postvak).is_empty());
    kies(&huis, keuze(70_001)).await;
    dagen(&huis, "2024-01-04", 1, &postvak).await;
    let op = aan_werkgever(&postvak).iter().map(|it| it.op).min();
    assert_eq!(op, Some(dag("2024-01-01")));
}

#[tokio::test]
async fn wie_een_bericht_per_dag_wil_krijgt_alles_van_een_dag_samen() {
    let los = met_werkgever().await;
    let (losse, samen) = (Postvak::default(), Postvak::default());
    dagen(&los, "2024-01-01", 60, &losse).await;
    let huis = met_werkgever().await;
    kies(&huis, Voorkeuren { bundeling: Bundeling::PerDag, ..keuze(70_000) }).await;
    dagen(&huis, "2024-01-01", 60, &samen).await;
    let (losse, samen) = (aan_werkgever(&losse), aan_werkgever(&samen));
    let dagen: BTreeSet<_> = losse.iter().map(|it| it.op).collect();
    assert_eq!(samen.len(), dagen.len());
    assert!(samen.len() < losse.len());
    let stappen: BTreeSet<Uuid> =
        samen.iter().flat_map(|it| it.stappen.iter().map(|stap| stap.id)).collect();
    assert_eq!(stappen, losse.iter().map(|it| it.id).collect());
}

const GEHEIM: [u8; 32] = [7; 32];

async fn open_agenda(huis: &Huis) {
    doe(huis, Command::OpenAgenda(Secties::proces(Agenda { stuk: stuk(80_000), hash: GEHEIM })))
        .await;
}

async fn agenda(huis: &Huis) -> Vec<Agendaregel> {
    huis.engine.agenda_achter(&GEHEIM).await.unwrap().unwrap()
}

fn over(regels: &[Agendaregel], termijn: TermijnId) -> Agendaregel {
    let gezocht = Stap::Wettelijk(termijn);
    regels.iter().find(|it| it.stap == gezocht).unwrap().clone()
}

#[tokio::test]
async fn achter_het_adres_staat_de_eigen_agenda_tot_het_wordt_ingetrokken() {
    let huis = met_werkgever().await;
    assert_eq!(huis.engine.agenda_achter(&GEHEIM).await.unwrap(), None);
    open_agenda(&huis).await;
    let regels = agenda(&huis).await;
    let plan = over(&regels, TermijnId::PlanVanAanpak);
    assert!(plan.staat_open && plan.dossier == DOSSIER);
    let arts = Stap::Wettelijk(TermijnId::Probleemanalyse);
    assert!(regels.iter().all(|it| it.stap != arts), "een stap van de bedrijfsarts");
    doe(&huis, Command::SluitAgenda(Secties::proces(AgendaEinde { stuk: stuk(80_001) }))).await;
    assert_eq!(huis.engine.agenda_achter(&GEHEIM).await.unwrap(), None);
}

#[tokio::test]
async fn een_andere_dag_verandert_de_regel_en_herstel_laat_haar_vervallen() {
    let huis = met_werkgever().await;
    open_agenda(&huis).await;
    let eerst = over(&agenda(&huis).await, TermijnId::PlanVanAanpak);
    let eerder = wvp_domain::mijlpaal::correctie::Wordt::Datum(dag("2023-12-28"));
    huis.klok.zet(dag("2024-01-03"));
    let wat = crate::hulp::correctie(80_010, 10, eerder, "2024-01-03");
    huis.doe(Lezer::Werkgever, wat).await.unwrap();
    let daarna = over(&agenda(&huis).await, TermijnId::PlanVanAanpak);
    assert_eq!((daarna.nummer, daarna.dag), (eerst.nummer, eerst.dag.plus(-4)));
    assert!(daarna.volgnummer > eerst.volgnummer && daarna.gewijzigd > eerst.gewijzigd);
    huis.doe(Lezer::Werkgever, herstel(80_011, "2024-01-03")).await.unwrap();
    let hersteld = over(&agenda(&huis).await, TermijnId::PlanVanAanpak);
    assert!(!hersteld.staat_open && hersteld.volgnummer > daarna.volgnummer);
}
