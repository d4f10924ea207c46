//! The straight case up to the day on which the report goes to the employee, with one thing changed in it.

use std::sync::Arc;

use uuid::Uuid;
use wvp_cli::demo::{Rol, Zaak, caseload, gebruiker, schrijf_in};
use wvp_cli::huis::Huis;
use wvp_domain::werknemer::{self, Bsnmelding};
use wvp_domain::{AccountId, Command, Datum, Dossier, Event, Secties, StukId, decide, evolve};
use wvp_engine::{Aanleiding, Handklok, Opmaker, Pakket, nieuw_id};
use wvp_papieren::Drukker;
use wvp_store::keyring::SleutelbosGeheugen;
use wvp_store::{
    Auteur, EventStore as _, GebeurtenisId, Kop, MemoryStore, Moment, Omslag, Toevoeging, Versie,
    Verwacht, verzegel,
};

/// A case in a house of its own, as it was recorded.
pub(crate) struct Proef {
    pub(crate) huis: Huis,
    pub(crate) zaak: Zaak,
    /// The day of the package.
    pub(crate) dag: Datum,
    pub(crate) klok: Arc<Handklok>,
}

/// The straight case, in which nothing is missing on the day on which the employee gets the report.
pub(crate) fn recht() -> (Zaak, Datum) {
    let zaak = caseload().unwrap().into_iter().next().unwrap();
    let overdracht = |stap: &&wvp_cli::demo::Stap| matches!(stap.wat, Command::DraagRivOver(_));
    let dag = zaak.stappen.iter().find(overdracht).unwrap().dag;
    (zaak, dag)
}

impl Proef {
    pub(crate) async fn compleet() -> Self {
        let (zaak, dag) = recht();
        Self::met(zaak, dag, |_| {}).await
    }

    /// The facts as they were recorded, each changed: also into what would be refused today.
    pub(crate) async fn met(zaak: Zaak, dag: Datum, anders: impl Fn(&mut Event)) -> Self {
        let mut proef = Self::zonder_bsn(zaak, dag, anders).await;
        let a = Bsnmelding { stuk: StukId(nieuw_id()), per: proef.zaak.van };
        let bsn = Secties::proces(a).met_d(proef.zaak.bsn.clone());
        let (wie, wat) = (proef.casemanager(), werknemer::Command::LegBsnVast(bsn));
        let werknemer = proef.zaak.werknemer;
        proef.huis.engine.execute_werknemer(&wie, werknemer, wat).await.unwrap();
        proef.klok.zet(dag);
        proef.dag = dag;
        proef
    }

    pub(crate) async fn zonder_bsn(zaak: Zaak, dag: Datum, anders: impl Fn(&mut Event)) -> Self {
        let klok = Arc::new(Handklok::op(zaak.van));
        let store = Arc::new(MemoryStore::new());
        let bos = Arc::new(SleutelbosGeheugen::new());
        let huis = Huis::op(
            Arc::clone(&store) as _,
            Arc::clone(&store) as _,
            Arc::clone(&bos) as _,
            klok.clone(),
        );
        schrijf_in(&huis.engine, &zaak).await.unwrap();
        let mut records = vec![];
        for event in feiten(&zaak, dag, anders) {
            let versie = Versie(records.len() as u64 + 1);
            let door = Auteur {
                account: AccountId(Uuid::nil()),
                partij: "werkgever".to_owned(),
                functie: "werkgever".to_owned(),
            };
            let omslag = Omslag {
                id: GebeurtenisId(nieuw_id()),
                moment: Moment(0),
                kop: Kop { door, namens: None, verzoek: Uuid::nil() },
            };
            let stroom = zaak.dossier.into();
            records.push(verzegel(&*bos, stroom, versie, omslag, &event).await.unwrap());
        }
        let verwacht = Verwacht::Precies(Versie(0));
        let toevoeging = Toevoeging { stroom: zaak.dossier.into(), verwacht, records };
        store.append(vec![toevoeging]).await.unwrap();
        Self { huis, zaak, dag, klok }
    }

    pub(crate) fn casemanager(&self) -> wvp_engine::Gebruiker {
        gebruiker(&self.zaak, Rol::Casemanager)
    }

    pub(crate) async fn pakket(&self) -> Pakket {
        self.pakket_door(&Drukker).await
    }

    pub(crate) async fn pakket_door(&self, opmaker: &dyn Opmaker) -> Pakket {
        self.klok.zet(self.dag);
        let (wie, dossier) = (self.casemanager(), self.zaak.dossier);
        self.huis.engine.riv_pakket(&wie, dossier, &Aanleiding::default(), opmaker).await.unwrap()
    }
}

/// What the steps of a case up to a day (inclusive) make true.
fn feiten(zaak: &Zaak, tot: Datum, anders: impl Fn(&mut Event)) -> Vec<Event> {
    let mut dossier = Dossier::default();
    let mut alle = vec![];
    for stap in zaak.stappen.iter().filter(|stap| stap.dag <= tot) {
        for mut event in decide(&dossier, stap.wat.clone(), stap.dag).unwrap() {
            dossier = evolve(dossier, &event);
            anders(&mut event);
            alle.push(event);
        }
    }
    alle
}
