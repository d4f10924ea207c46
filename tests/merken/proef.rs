//! The marked caseload, played to the end in memory, with everybody who may look.

use std::collections::BTreeSet;
use std::path::PathBuf;

use tests::merk::{MERK, Merk, Planter};
use tests::proefhuis::Proefhuis;
use wvp_access::{Feit, Lezer, mag_lezen};
use wvp_cli::demo::{Rol, Speler, Zaak, caseload, gebruiker};
use wvp_domain::{AccountId, Categorie, Command, Compartiment, Datum};
use wvp_engine::Engine;

use super::mensen::{Iemand, neem_aan, werkgevers};

pub(crate) struct Proef {
    pub(crate) huis: Proefhuis,
    pub(crate) zaken: Vec<Zaak>,
    /// Per case the marks in its commands.
    pub(crate) merken: Vec<Vec<Merk>>,
    /// Who watches over privacy at the house that keeps the employers.
    pub(crate) toezicht: AccountId,
}

impl Proef {
    /// The straight case.
    pub(crate) async fn gespeeld() -> Self {
        let mut zaken = caseload().unwrap();
        zaken.truncate(1);
        Self::speel(zaken).await
    }

    /// Relapse, correction, leave, early end: every case of the demo.
    pub(crate) async fn van_alle_zaken() -> Self {
        Self::speel(caseload().unwrap()).await
    }

    async fn speel(mut zaken: Vec<Zaak>) -> Self {
        let mut merken = vec![];
        for zaak in &mut zaken {
            zaak.papieren.clear();
            let mut planter = Planter::in_alles();
            zaak.stappen.iter_mut().for_each(|stap| planter.opdracht(&mut stap.wat));
            merken.push(planter.merken);
        }
        let huis = Proefhuis::op(Datum::EERSTE);
        let speler = Speler {
            huis: &huis.huis,
            klok: huis.klok.clone(),
            zaken: &zaken,
            kanaal: &huis.post,
            papieren: PathBuf::new(),
        };
        speler.speel(&|_| {}).await.unwrap();
        let engine = &huis.huis.engine;
        let toezicht = engine.met_functie(Lezer::FunctionarisGegevensbescherming).await;
        let toezicht = toezicht.unwrap().unwrap();
        neem_aan(engine, &werkgevers(&zaken)).await;
        Self { huis, zaken, merken, toezicht }
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.huis.huis.engine
    }

    /// The marks of a case that stand in a text.
    pub(crate) fn merken_in(&self, nummer: usize, tekst: &str) -> BTreeSet<String> {
        let gevonden: BTreeSet<&str> = tekst
            .match_indices(MERK)
            .filter_map(|(plaats, _)| tekst.get(plaats..plaats + MERK.len() + 6))
            .collect();
        let merken = self.merken[nummer].iter().map(|merk| merk.tekst.clone());
        merken.filter(|merk| gevonden.contains(merk.as_str())).collect()
    }

    pub(crate) fn van_categorie(&self, nummer: usize, categorie: Categorie) -> BTreeSet<String> {
        let merken = self.merken[nummer].iter();
        let van = merken.filter(|merk| merk.compartiment.categorie() == categorie);
        van.map(|merk| merk.tekst.clone()).collect()
    }

    /// The marks of a case that the table lets somebody see.
    pub(crate) async fn mag_zien(&self, nummer: usize, iemand: &Iemand) -> BTreeSet<String> {
        let genoemd = iemand.is_casemanager && self.is_genoemd(nummer, iemand).await;
        let waar = iemand.waar.met(Feit::NamedInPva, genoemd);
        let mag = |compartiment| mag_lezen(iemand.wie.lezer, compartiment, &waar);
        let gaat_aan = |merk: &Merk| {
            let partij = iemand.wie.lezer.partij().woord();
            merk.tussen.as_ref().is_none_or(|tussen| {
                iemand.wie.lezer == Lezer::Werknemer || tussen.iter().any(|it| it == partij)
            })
        };
        let ziet = |merk: &&Merk| {
            mag(Compartiment::A) && mag(merk.in_a) && mag(merk.compartiment) && gaat_aan(merk)
        };
        self.merken[nummer].iter().filter(ziet).map(|merk| merk.tekst.clone()).collect()
    }

    /// Whether the plan of a case names somebody, as its bedrijfsarts reads it.
    async fn is_genoemd(&self, nummer: usize, iemand: &Iemand) -> bool {
        let zaak = &self.zaken[nummer];
        let arts = gebruiker(zaak, Rol::Bedrijfsarts);
        let inzage = self.engine().read(&arts, zaak.dossier, None).await.unwrap();
        inzage.dossier.is_genoemd_in_plan(iemand.wie.account)
    }

    /// Offers a command; answers everything that its failure prints.
    pub(crate) async fn probeer(
        &self,
        nummer: usize,
        iemand: &Iemand,
        wat: &Command,
    ) -> Option<String> {
        let dossier = self.zaken[nummer].dossier;
        let wie = iemand.bij(&self.zaken[nummer]);
        let uitkomst = self.engine().execute(&wie, dossier, wat.clone()).await;
        uitkomst.err().map(|fout| format!("{fout} {fout:?}"))
    }
}
