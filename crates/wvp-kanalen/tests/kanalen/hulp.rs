//! What the tests share: fictitious reminders.

use uuid::Uuid;
use wvp_domain::{Datum, DossierId, TermijnId};
use wvp_engine::Bericht;
use wvp_engine::bericht::{Stap, Stapmelding};
use wvp_kanalen::{Huisstijl, Openheid, Sjablonen};

pub(crate) fn dag(dag: u32) -> Datum {
    Datum::ymd(2024, 2, dag).unwrap()
}

pub(crate) fn stapmelding(nummer: u128) -> Stapmelding {
    Stapmelding {
        id: Uuid::from_u128(nummer),
        dossier: DossierId(Uuid::from_u128(nummer << 96)),
        stap: Stap::Wettelijk(TermijnId::PlanVanAanpak),
        uiterlijk: dag(26),
        op: dag(12),
        toelichting: vec![],
    }
}

pub(crate) fn bericht(nummer: u128, aan: &str) -> Bericht {
    Bericht {
        id: Uuid::from_u128(nummer),
        aan_naam: "R. Voorbeeld".to_owned(),
        aan_email: aan.to_owned(),
        onderwerp: "Er staat een stap voor u klaar".to_owned(),
        tekst: "Beste R. Voorbeeld,\n\nEr staat een stap voor u klaar.\n".to_owned(),
        op: dag(12),
        stappen: vec![],
    }
}

/// A message about one step.
pub(crate) fn herinnering(nummer: u128, aan: &str) -> Bericht {
    Bericht { stappen: vec![stapmelding(nummer)], ..bericht(nummer, aan) }
}

pub(crate) fn sjablonen(openheid: Openheid) -> Sjablonen {
    let huisstijl = Huisstijl::try_new(openheid, "https://inloggen.werkgever.example/").unwrap();
    Sjablonen::ingebed(huisstijl).unwrap()
}
