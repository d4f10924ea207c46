//! A ziekmelding with a section D, sealed.

use std::path::Path;

use tempfile::TempDir;
use uuid::Uuid;
use wvp_domain::mijlpaal::ziekmelding::{Bereikbaarheid, Melding};
use wvp_domain::{AccountId, Compartiment, Event, Secties, StukId, WerkgeverId, WerknemerId};
use wvp_store::keyring::{
    Bewijs, KekBestand, Ondertekenaar, Reden, SleutelbosBestand, Vernietiging,
};
use wvp_store::{
    Auteur, GebeurtenisId, Hash, Kop, Moment, Omslag, Positie, Record, Sleutelbos, StoreError,
    StroomId, Stroomsoort, Versie, verzegel,
};

pub(crate) const STROOM: StroomId = StroomId { soort: Stroomsoort::Dossier, id: Uuid::nil() };

pub(crate) fn ziekmelding() -> Event {
    let dag = "2025-03-03".parse().unwrap();
    let melding = Melding {
        stuk: StukId(Uuid::from_u128(1)),
        werknemer: WerknemerId(Uuid::from_u128(2)),
        werkgever: WerkgeverId(Uuid::from_u128(3)),
        naam: "Anna de Vries".to_owned(),
        eerste_ziektedag: dag,
        gemeld_op: dag,
        werkhervatting_verwacht: None,
    };
    let telefoon = Some("0612345678".to_owned());
    let bereikbaarheid = Bereikbaarheid { telefoon, verblijfadres: None };
    Event::ZiekmeldingOntvangen(Secties::proces(melding).met_d(bereikbaarheid))
}

pub(crate) fn kop() -> Kop {
    let account = AccountId(Uuid::from_u128(9));
    let door = Auteur { account, partij: "werkgever".into(), functie: "werkgever".into() };
    Kop { door, namens: None, verzoek: Uuid::from_u128(5) }
}

pub(crate) async fn verzegeld(bos: &dyn Sleutelbos) -> Result<Record, StoreError> {
    let id = GebeurtenisId(Uuid::from_u128(4));
    let omslag = Omslag { id, moment: Moment(0), kop: kop() };
    let nieuw = verzegel(bos, STROOM, Versie(1), omslag, &ziekmelding()).await?;
    Ok(Record::plaats(nieuw, STROOM, Versie(1), Positie(1), Hash::BEGIN))
}

/// A certificate for the key of a compartment of the stream.
pub(crate) fn bewijs(compartiment: Compartiment) -> Bewijs {
    let wat = Vernietiging {
        stroom: STROOM,
        compartiment,
        moment: Moment(8),
        door: AccountId(Uuid::from_u128(9)),
        reden: Reden::Bewaartermijn,
    };
    Ondertekenaar::willekeurig().unwrap().onderteken(wat).unwrap()
}

pub(crate) fn map() -> TempDir {
    tempfile::tempdir().unwrap()
}

pub(crate) fn open(opslag: &Path, keks: &Path) -> SleutelbosBestand {
    SleutelbosBestand::open(opslag, KekBestand::open_of_maak(keks).unwrap()).unwrap()
}
