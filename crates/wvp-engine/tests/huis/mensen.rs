//! The people of the tests: accounts, functions and assignments, made through the engine.

use uuid::Uuid;
use wvp_access::{Lezer, Partij};
use wvp_domain::bevoegdheid::gebruiker::{self, Functie, Geheimhouding, Geregistreerd, Persoon};
use wvp_domain::bevoegdheid::toewijzing::{self, Aan, Opdracht, SoortOpdracht, Toewijzing};
use wvp_domain::bevoegdheid::{Einde, Geldigheid, Organisatie};
use wvp_domain::{AccountId, OrganisatieId, Secties, StukId, WerknemerId};
use wvp_engine::{ExecuteError, Gebruiker, Werkterrein, taakgebied};
use wvp_store::Versie;

use crate::hulp::{Huis, WERKGEVER, WERKNEMER, account, dag, ingelogd, stuk};

/// Keeps the accounts.
const BEHEERDER: AccountId = AccountId(Uuid::from_u128(90));

pub(crate) fn beheerder() -> Gebruiker {
    ingelogd(BEHEERDER, Lezer::FunctioneelBeheerder)
}

/// Functions that nobody can hold.
const VOOR_NIEMAND: Lezer = Lezer::GevolmachtigdAgentCasemanagerWvp;

/// One function of each party that can get an order.
const PARTIJEN: [Lezer; 5] = [
    Lezer::CasemanagerZwWgaWvp,
    Lezer::CasemanagerWvpIntern,
    Lezer::CasemanagerExternCasemanagerWvp,
    Lezer::VerzekeraarReIntegratieadviseur,
    Lezer::ReIntegratiebedrijfReIntegratieadviseur,
];

pub(crate) async fn registreer(huis: &Huis) {
    let functie = functie(9_001, Lezer::FunctioneelBeheerder);
    let opdrachten =
        [registratie(9_000, None), gebruiker::Command::KenFunctieToe(Secties::proces(functie))];
    huis.engine.richt_in(BEHEERDER, opdrachten).await.unwrap();
    for lezer in Lezer::ALLE.into_iter().filter(|lezer| *lezer != VOOR_NIEMAND) {
        let nummer = 10_000 + 10 * lezer as u128;
        let werknemer = (lezer == Lezer::Werknemer).then_some(WERKNEMER);
        neem_aan(huis, account(lezer), lezer, werknemer, nummer).await;
    }
    for lezer in PARTIJEN {
        geef_opdracht(huis, lezer, 20_000 + lezer as u128).await;
    }
}

/// Registers somebody with one function, signed and assigned to all dossiers of the employer.
pub(crate) async fn neem_aan(
    huis: &Huis,
    account: AccountId,
    lezer: Lezer,
    werknemer: Option<WerknemerId>,
    nummer: u128,
) {
    let getekend = Geheimhouding { stuk: stuk(nummer + 1), getekend_op: dag("2023-01-01") };
    for opdracht in [
        registratie(nummer, werknemer),
        gebruiker::Command::TekenGeheimhouding(Secties::proces(getekend)),
        gebruiker::Command::KenFunctieToe(Secties::proces(functie(nummer + 2, lezer))),
    ] {
        beheer(huis, account, opdracht).await.unwrap();
    }
    let toewijzing = Toewijzing {
        stuk: stuk(nummer + 3),
        aan: Aan::Account(account),
        lezer: lezer.to_string(),
        geldig: Geldigheid::vanaf(dag("2023-01-01")),
    };
    wijs(huis, toewijzing::Command::WijsToe(Secties::proces(toewijzing))).await.unwrap();
}

/// The document that gave the function of a person of [`registreer`].
pub(crate) fn stuk_van_functie(lezer: Lezer) -> StukId {
    stuk(10_000 + 10 * lezer as u128 + 2)
}

/// The document that assigned a person of [`registreer`].
pub(crate) fn stuk_van_toewijzing(lezer: Lezer) -> StukId {
    stuk(10_000 + 10 * lezer as u128 + 3)
}

/// An order for re-integration to where this function is.
async fn geef_opdracht(huis: &Huis, lezer: Lezer, nummer: u128) {
    let opdracht = Opdracht {
        stuk: stuk(nummer),
        aan: organisatie(lezer),
        soort: SoortOpdracht::ReIntegratie,
        geldig: Geldigheid::vanaf(dag("2023-01-01")),
    };
    wijs(huis, toewijzing::Command::GeefOpdracht(Secties::proces(opdracht))).await.unwrap();
}

pub(crate) async fn beheer(
    huis: &Huis,
    account: AccountId,
    opdracht: gebruiker::Command,
) -> Result<Versie, ExecuteError> {
    huis.engine.execute_gebruiker(&beheerder(), account, opdracht).await
}

pub(crate) async fn wijs(
    huis: &Huis,
    opdracht: toewijzing::Command,
) -> Result<Versie, ExecuteError> {
    let terrein = Werkterrein::Werkgever(WERKGEVER);
    huis.engine.execute_toewijzing(&beheerder(), terrein, opdracht).await
}

pub(crate) fn einde(nummer: u128, recht: StukId, per: &str) -> Secties<Einde> {
    Secties::proces(Einde { stuk: stuk(nummer), recht, per: dag(per) })
}

pub(crate) fn registratie(nummer: u128, werknemer: Option<WerknemerId>) -> gebruiker::Command {
    registratie_met(nummer, werknemer, "")
}

/// The same, of somebody with an e-mail address.
pub(crate) fn registratie_met(
    nummer: u128,
    werknemer: Option<WerknemerId>,
    email: &str,
) -> gebruiker::Command {
    let a = Geregistreerd { stuk: stuk(nummer), per: dag("2023-01-01"), werknemer };
    let persoon = Persoon { naam: "T. Est".to_owned(), email: email.to_owned() };
    gebruiker::Command::RegistreerAccount(Secties::proces(a).met_d(persoon))
}

pub(crate) fn functie(nummer: u128, lezer: Lezer) -> Functie {
    Functie {
        stuk: stuk(nummer),
        lezer: lezer.to_string(),
        taakgebied: taakgebied(lezer),
        organisatie: organisatie(lezer),
        geldig: Geldigheid::vanaf(dag("2023-01-01")),
    }
}

/// Each party is one organisation.
pub(crate) fn organisatie(lezer: Lezer) -> Organisatie {
    let partij = lezer.partij();
    if partij == Partij::Werkgever {
        return Organisatie::Werkgever(WERKGEVER);
    }
    Organisatie::Overig(OrganisatieId(Uuid::from_u128(500 + partij as u128)))
}
