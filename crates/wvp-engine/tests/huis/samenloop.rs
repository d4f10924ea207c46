//! Two at once: nothing is acknowledged that was not stored, and who loses a race goes on.

use wvp_access::Lezer;
use wvp_domain::{Afwijzing, Command};
use wvp_engine::ExecuteError;
use wvp_store::{StroomId, Versie};

use crate::hulp::{
    DOSSIER, Postvak, als, dag, huis, melding_arbodienst, met_werkgever, stuk, ziekmelding,
};

fn op_een_andere_dag(wat: Command) -> Command {
    let Command::MeldBijArbodienst(mut melding) = wat else { return wat };
    melding.a.gemeld_op = dag("2024-01-02");
    Command::MeldBijArbodienst(melding)
}

#[tokio::test]
async fn wie_een_stuknummer_net_te_laat_gebruikt_krijgt_geen_bevestiging() {
    let huis = huis().await;
    huis.doe(Lezer::Werkgever, ziekmelding()).await.unwrap();
    huis.klok.zet(dag("2024-01-02"));
    let wie = als(Lezer::Werkgever);
    let ander = op_een_andere_dag(melding_arbodienst(11));
    huis.opslag.haal_in((huis.tweede_engine(), wie, DOSSIER, ander));
    let uitkomst = huis.doe(Lezer::Werkgever, melding_arbodienst(11)).await;
    let fout = uitkomst.unwrap_err();
    let verwacht = Afwijzing::StukAlBekend { stuk: stuk(11) };
    assert!(matches!(&fout, ExecuteError::Afgewezen(nee) if *nee == verwacht), "{fout}");
}

#[tokio::test]
async fn dezelfde_opdracht_tegelijk_is_een_keer_vastgelegd() {
    let huis = huis().await;
    huis.doe(Lezer::Werkgever, ziekmelding()).await.unwrap();
    let rivaal = (huis.tweede_engine(), als(Lezer::Werkgever), DOSSIER, melding_arbodienst(11));
    huis.opslag.haal_in(rivaal);
    let versie = huis.doe(Lezer::Werkgever, melding_arbodienst(11)).await.unwrap();
    assert_eq!(versie, Versie(2));
    assert_eq!(huis.records(StroomId::from(DOSSIER)).await.len(), 2);
}

#[tokio::test]
async fn twee_engines_volgen_dezelfde_leesmodellen_zonder_fout() {
    let huis = met_werkgever().await;
    huis.opslag.haal_model_in(huis.tweede_engine());
    huis.engine.follow().await.unwrap();
    assert_eq!(huis.engine.overzicht().await.unwrap().len(), 1);
}

#[tokio::test]
async fn een_bericht_dat_een_ander_al_afhandelde_houdt_het_melden_niet_op() {
    let huis = met_werkgever().await;
    huis.klok.zet(dag("2024-02-13"));
    huis.engine.tick().await.unwrap();
    huis.opslag.haal_model_in(huis.tweede_engine());
    huis.engine.alert(&Postvak::default()).await.unwrap();
    let gemeld = huis.engine.alert(&Postvak::default()).await.unwrap();
    assert_eq!((gemeld.bezorgd, gemeld.wachtend), (0, 0));
}
