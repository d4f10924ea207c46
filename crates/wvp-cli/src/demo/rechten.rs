//! Accounts, functions and assignments of the people in a case.

use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::beheer::{self, Beheer};
use wvp_domain::bevoegdheid::gebruiker::{self, Functie, Geheimhouding, Geregistreerd, Persoon};
use wvp_domain::bevoegdheid::toewijzing::{self, Aan, Opdracht, SoortOpdracht, Toewijzing};
use wvp_domain::bevoegdheid::{Geldigheid, Organisatie};
use wvp_domain::{AccountId, OrganisatieId, Secties, StukId, WerknemerId};
use wvp_engine::{Engine, Werkterrein, taakgebied};

use super::mensen::ARBODIENST;
use super::speler::lezer;
use super::{Rol, Zaak};
use crate::bediener::{beheerder, richt_in, sinds};
use wvp_engine::nummer;

/// Who works at the arbodienst and on no dossier.
const BIJ_DE_ARBODIENST: [(&str, Lezer); 2] = [
    ("functionaris gegevensbescherming", Lezer::FunctionarisGegevensbescherming),
    ("planner", Lezer::Planner),
];

/// Registers who works for the employer of a case: the employer itself, the arbodienst with its
/// order, and the insurer. Twice is fine.
///
/// # Errors
///
/// When it is refused or the store fails.
pub(super) async fn bij_werkgever(engine: &Engine, zaak: &Zaak) -> anyhow::Result<()> {
    richt_in(engine).await?;
    let terrein = Werkterrein::Werkgever(zaak.werkgever);
    draag_beheer_over(engine, zaak).await?;
    for rol in [Rol::Werkgever, Rol::Casemanager, Rol::Bedrijfsarts, Rol::Claimbeoordelaar] {
        let account = zaak.account(rol);
        registreer(engine, account, rol.naam(), None).await?;
        ken_functie_toe(engine, account, lezer(rol), organisatie(zaak, rol)).await?;
        wijs_toe(engine, terrein, zaak.werkgever.0, account, lezer(rol)).await?;
    }
    for (naam, lezer) in BIJ_DE_ARBODIENST {
        let account = AccountId(nummer(&["account", naam]));
        registreer(engine, account, naam, None).await?;
        ken_functie_toe(engine, account, lezer, organisatie(zaak, Rol::Casemanager)).await?;
    }
    let opdracht = Opdracht {
        stuk: stuk("opdracht", &[zaak.werkgever.0]),
        aan: organisatie(zaak, Rol::Casemanager),
        soort: SoortOpdracht::ReIntegratie,
        geldig: Geldigheid::vanaf(sinds()?),
    };
    let opdracht = toewijzing::Command::GeefOpdracht(Secties::proces(opdracht));
    engine.execute_toewijzing(&beheerder(), terrein, opdracht).await?;
    Ok(())
}

/// The arbodienst keeps the employer: its planner, its directie and its privacy officer work for it.
async fn draag_beheer_over(engine: &Engine, zaak: &Zaak) -> anyhow::Result<()> {
    let beheer = Beheer {
        stuk: stuk("beheer", &[zaak.werkgever.0]),
        aan: organisatie(zaak, Rol::Casemanager),
        geldig: Geldigheid::vanaf(sinds()?),
    };
    let opdracht = beheer::Command::KenBeheerToe(Secties::proces(beheer));
    let werkgever = Organisatie::Werkgever(zaak.werkgever);
    engine.execute_beheer(&beheerder(), werkgever, opdracht).await?;
    Ok(())
}

/// Registers the account of the employee of a case. Twice is fine.
///
/// # Errors
///
/// When it is refused or the store fails.
pub(super) async fn van_werknemer(engine: &Engine, zaak: &Zaak) -> anyhow::Result<()> {
    let account = zaak.account(Rol::Werknemer);
    registreer(engine, account, &zaak.persoon.naam, Some(zaak.werknemer)).await
}

async fn registreer(
    engine: &Engine,
    account: AccountId,
    naam: &str,
    werknemer: Option<WerknemerId>,
) -> anyhow::Result<()> {
    let a = Geregistreerd { stuk: stuk("account", &[account.0]), per: sinds()?, werknemer };
    let persoon = Persoon { naam: naam.to_owned(), email: String::new() };
    let registratie = Secties::proces(a).met_d(persoon);
    let opdracht = gebruiker::Command::RegistreerAccount(registratie);
    engine.execute_gebruiker(&beheerder(), account, opdracht).await?;
    Ok(())
}

/// Gives a function, with the declaration of secrecy that everybody signs on the first day.
async fn ken_functie_toe(
    engine: &Engine,
    account: AccountId,
    lezer: Lezer,
    organisatie: Organisatie,
) -> anyhow::Result<()> {
    let plek = match organisatie {
        Organisatie::Werkgever(id) => id.0,
        Organisatie::Overig(id) => id.0,
    };
    let functie = Functie {
        stuk: stuk("functie", &[account.0, plek]),
        lezer: lezer.to_string(),
        taakgebied: taakgebied(lezer),
        organisatie,
        geldig: Geldigheid::vanaf(sinds()?),
    };
    let getekend =
        Geheimhouding { stuk: stuk("geheimhouding", &[account.0]), getekend_op: sinds()? };
    for opdracht in [
        gebruiker::Command::KenFunctieToe(Secties::proces(functie)),
        gebruiker::Command::TekenGeheimhouding(Secties::proces(getekend)),
    ] {
        engine.execute_gebruiker(&beheerder(), account, opdracht).await?;
    }
    Ok(())
}

async fn wijs_toe(
    engine: &Engine,
    terrein: Werkterrein,
    waar: Uuid,
    account: AccountId,
    lezer: Lezer,
) -> anyhow::Result<()> {
    let toewijzing = Toewijzing {
        stuk: stuk("toewijzing", &[waar, account.0]),
        aan: Aan::Account(account),
        lezer: lezer.to_string(),
        geldig: Geldigheid::vanaf(sinds()?),
    };
    let opdracht = toewijzing::Command::WijsToe(Secties::proces(toewijzing));
    engine.execute_toewijzing(&beheerder(), terrein, opdracht).await?;
    Ok(())
}

fn organisatie(zaak: &Zaak, rol: Rol) -> Organisatie {
    let naam = match rol {
        Rol::Werkgever | Rol::Werknemer => return Organisatie::Werkgever(zaak.werkgever),
        Rol::Casemanager | Rol::Bedrijfsarts => ARBODIENST,
        Rol::Claimbeoordelaar => "Verzekeraar Zekerheid",
    };
    Organisatie::Overig(OrganisatieId(nummer(&["organisatie", naam])))
}

fn stuk(soort: &str, nummers: &[Uuid]) -> StukId {
    let nummers: Vec<String> = nummers.iter().map(Uuid::to_string).collect();
    StukId(nummer(&["recht", soort, &nummers.join("/")]))
}
