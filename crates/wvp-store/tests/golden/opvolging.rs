//! A shape that was retired is read as today's.

use serde::{Deserialize, Serialize};
use wvp_domain::mijlpaal::ziekmelding::{Bereikbaarheid, Melding};
use wvp_domain::{Compartiment, Datum, Event, Geen, Sectie, StukId, WerkgeverId, WerknemerId};
use wvp_store::codec::{OpenSecties, codeer_sectie};
use wvp_store::upcast::{self, Opvolging};
use wvp_store::{CodecFout, Letter};

/// A ziekmelding as it might have been before the day of reporting and the expected return were
/// kept, with the name last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct OudeMelding {
    stuk: StukId,
    werknemer: WerknemerId,
    werkgever: WerkgeverId,
    eerste_ziektedag: Datum,
    naam: String,
}

impl Opvolging for OudeMelding {
    type Vandaag = Melding;

    fn opvolgen(self) -> Melding {
        Melding {
            stuk: self.stuk,
            werknemer: self.werknemer,
            werkgever: self.werkgever,
            naam: self.naam,
            eerste_ziektedag: self.eerste_ziektedag,
            gemeld_op: self.eerste_ziektedag,
            werkhervatting_verwacht: None,
        }
    }
}

/// Writes what an old program wrote.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
struct ZoalsToen(OudeMelding);

impl Sectie for ZoalsToen {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

fn toen() -> OudeMelding {
    OudeMelding {
        stuk: StukId(uuid::Uuid::from_u128(1)),
        werknemer: WerknemerId(uuid::Uuid::from_u128(2)),
        werkgever: WerkgeverId(uuid::Uuid::from_u128(3)),
        eerste_ziektedag: "2025-03-03".parse().unwrap(),
        naam: "Anna de Vries".to_owned(),
    }
}

fn secties() -> OpenSecties {
    let mut open = OpenSecties::default();
    let a = codeer_sectie("ZiekmeldingOntvangen", Letter::A, &ZoalsToen(toen())).unwrap();
    open.neem_op(Letter::A, a.inhoud);
    open
}

fn decodeer(secties: &OpenSecties) -> Result<Option<Event>, CodecFout> {
    upcast::als::<OudeMelding, Geen, Geen, Bereikbaarheid, _>(secties, Event::ZiekmeldingOntvangen)
}

#[test]
fn een_vervallen_vorm_wordt_gelezen_als_die_van_vandaag() {
    let event = decodeer(&secties()).unwrap();
    let Some(Event::ZiekmeldingOntvangen(melding)) = event else { panic!("{event:?}") };
    assert!(melding.a == toen().opvolgen());
    assert!(melding.d.is_dicht());
}

#[test]
fn wat_niet_vervallen_is_gaat_ongewijzigd_mee() {
    let mut open = secties();
    let telefoon = Some("0612345678".to_owned());
    let bereikbaarheid = Bereikbaarheid { telefoon, verblijfadres: None };
    let d = codeer_sectie("ZiekmeldingOntvangen", Letter::D, &bereikbaarheid).unwrap();
    open.neem_op(Letter::D, d.inhoud);
    let event = decodeer(&open).unwrap();
    let Some(Event::ZiekmeldingOntvangen(melding)) = event else { panic!("{event:?}") };
    assert!(melding.d.inhoud() == Some(&bereikbaarheid));
}

#[test]
fn zonder_opvolging_is_een_vervallen_vorm_een_fout_en_nooit_iets_anders() {
    let uitkomst =
        secties().als::<Melding, Geen, Geen, Bereikbaarheid, _>(|payload| payload.a.naam);
    assert!(matches!(uitkomst, Err(CodecFout::Decodeer(Letter::A))), "{uitkomst:?}");
}
