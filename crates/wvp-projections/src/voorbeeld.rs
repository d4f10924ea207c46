//! An invented case: Sanne de Wit, ill since 3 March 2025.

use uuid::Uuid;
use wvp_domain::mijlpaal::gedeeld::{Ondertekenaar, WijzeContact};
use wvp_domain::mijlpaal::{
    casemanager, correctie, herinnering, hernieuwde_ziekmelding, herstelmelding, inzetbaarheid,
    melding_arbodienst, sluiten, spreekuur, ziekmelding,
};
use wvp_domain::{AccountId, Datum, Event, Secties, StukId, TermijnId, WerkgeverId, WerknemerId};

use crate::Vastgelegd;

pub(crate) fn datum(tekst: &str) -> Datum {
    tekst.parse().unwrap()
}

pub(crate) fn stuk(nummer: u128) -> StukId {
    StukId(Uuid::from_u128(nummer))
}

pub(crate) fn account(nummer: u128) -> AccountId {
    AccountId(Uuid::from_u128(nummer))
}

/// Recorded on that day by somebody with that function.
pub(crate) fn op(dag: &str, door: &str, event: Event) -> Vastgelegd {
    Vastgelegd { event, vastgelegd_op: datum(dag), door: door.to_owned() }
}

pub(crate) fn ziek() -> Event {
    Event::ZiekmeldingOntvangen(Secties::proces(ziekmelding::Melding {
        stuk: stuk(1),
        werknemer: WerknemerId(Uuid::from_u128(100)),
        werkgever: WerkgeverId(Uuid::from_u128(200)),
        naam: "Sanne de Wit".to_owned(),
        eerste_ziektedag: datum("2025-03-03"),
        gemeld_op: datum("2025-03-03"),
        werkhervatting_verwacht: None,
    }))
}

pub(crate) fn aan_arbodienst() -> Event {
    Event::BijArbodienstGemeld(Secties::proces(melding_arbodienst::Melding {
        stuk: stuk(2),
        gemeld_op: datum("2025-03-04"),
    }))
}

pub(crate) fn spreekuur() -> Event {
    let consult = spreekuur::Consult {
        stuk: stuk(3),
        gehouden_op: datum("2025-03-20"),
        auteur: Ondertekenaar { naam: "A. Vos".to_owned(), functie: "bedrijfsarts".to_owned() },
        wijze_contact: WijzeContact::Telefoon,
        verzuim_verwacht_tot: None,
        volgende_op: None,
        werkt_mee: true,
    };
    Event::SpreekuurGehouden(Secties::proces(consult).met_b(spreekuur::Terugkoppeling {
        beperkingen: vec![],
        mogelijkheden: "Zittend werk".to_owned(),
        advies: String::new(),
    }))
}

/// Rests on the spreekuur.
pub(crate) fn half_aan_het_werk() -> Event {
    Event::InzetbaarheidGewijzigd(Secties::proces(inzetbaarheid::Wijziging {
        stuk: stuk(4),
        vanaf: datum("2025-03-24"),
        ao_percentage: 5_000.try_into().unwrap(),
        uren_per_week: None,
        grond: stuk(3),
    }))
}

pub(crate) fn casemanager(nummer: u128, wie: AccountId) -> Event {
    Event::CasemanagerAangewezen(Secties::proces(casemanager::Aanwijzing {
        stuk: stuk(nummer),
        per: datum("2025-03-10"),
        account: wie,
        naam: "M. Bakker".to_owned(),
        organisatie: "Arbodienst Oost".to_owned(),
    }))
}

pub(crate) fn hersteld() -> Event {
    Event::HersteldGemeld(Secties::proces(herstelmelding::Herstel {
        stuk: stuk(6),
        eerste_dag_geschikt: datum("2025-04-14"),
        gemeld_op: datum("2025-04-14"),
    }))
}

pub(crate) fn weer_ziek() -> Event {
    Event::OpnieuwZiekGemeld(Secties::proces(hernieuwde_ziekmelding::Terugval {
        stuk: stuk(7),
        eerste_ziektedag: datum("2025-05-11"),
        gemeld_op: datum("2025-05-11"),
        telt_niet_voor_opzegverbod: false,
    }))
}

pub(crate) fn gesloten() -> Event {
    Event::DossierGesloten(Secties::proces(sluiten::Gesloten {
        stuk: stuk(8),
        per: datum("2025-05-12"),
        reden: sluiten::RedenSluiten::KetenAfgelopen,
    }))
}

pub(crate) fn correctie(nummer: u128, van: StukId, wordt: correctie::Wordt) -> Event {
    Event::FeitGecorrigeerd(Secties::proces(correctie::Gecorrigeerd {
        stuk: stuk(nummer),
        van,
        wordt,
        op: datum("2025-03-28"),
        reden: correctie::Reden::Verschrijving,
    }))
}

pub(crate) fn herinnering(dag: &str, termijn: TermijnId, aan: herinnering::Ontvanger) -> Event {
    Event::HerinneringGegeven(Secties::proces(herinnering::Gegeven {
        sleutel: herinnering::Sleutel {
            termijn,
            keer: 0,
            uiterlijk: datum("2025-04-13"),
            trede: -7,
            aan,
        },
        gegeven_op: datum(dag),
        laat: false,
        overgeslagen: vec![],
    }))
}
