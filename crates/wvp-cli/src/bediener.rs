//! The operator at the command line, where there is no log-in, acts as: the functioneel beheerder
//! where accounts are kept, and the person who works on a dossier with the hat that was asked for.
//!
//! Whoever can start the binary with the key file can do both. What follows from that stands in
//! SECURITY.md. Everything else about this person is a fact in the log, as for anybody.

use anyhow::bail;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::gebruiker::{self, Functie, Geregistreerd, Persoon};
use wvp_domain::bevoegdheid::{Geldigheid, Organisatie};
use wvp_domain::datum::DatumFout;
use wvp_domain::{AccountId, Datum, OrganisatieId, Secties, StukId};
use wvp_engine::{Engine, Gebruiker, Geheim, Sessie, doel_van, taakgebied};
use wvp_projections::overzicht;

use wvp_engine::nummer;

/// The function of the operator.
const FUNCTIE: Lezer = Lezer::FunctioneelBeheerder;

/// The account of the operator.
pub(crate) fn account() -> AccountId {
    AccountId(nummer(&["account", "bediener"]))
}

/// The operator, to keep accounts and assignments.
#[must_use]
pub fn beheerder() -> Gebruiker {
    ingelogd(account(), FUNCTIE)
}

/// Somebody as if logged in with a second factor, for what the function is there for.
#[must_use]
pub fn ingelogd(account: AccountId, lezer: Lezer) -> Gebruiker {
    let sessie = Sessie::ingelogd(doel_van(lezer)).met_tweede_factor();
    Gebruiker { account, lezer, sessie }
}

/// The person who works on a dossier with this hat on, or else somebody who has the hat.
///
/// # Errors
///
/// When there is nobody, or the store fails.
pub(crate) async fn als(
    engine: &Engine,
    lezer: Lezer,
    rij: &overzicht::Rij,
) -> anyhow::Result<Gebruiker> {
    if let Some(account) = engine.toegewezene(rij.dossier, rij.werkgever, lezer).await? {
        return Ok(ingelogd(account, lezer));
    }
    match engine.met_functie(lezer).await? {
        Some(account) => Ok(ingelogd(account, lezer)),
        None => bail!("niemand werkt hier als `{lezer}`"),
    }
}

/// Makes the operator the functioneel beheerder of a store without accounts. Twice is fine.
///
/// # Errors
///
/// When another account is kept there already, or the store fails.
pub(crate) async fn richt_in(engine: &Engine) -> anyhow::Result<()> {
    Ok(engine.richt_in(account(), opdrachten(&Eerste::bediener())?).await?)
}

/// The first functioneel beheerder of a store without accounts, with a one-time token to choose a password; none
/// when there are accounts.
///
/// # Errors
///
/// When the store fails.
pub(crate) async fn eerste(engine: &Engine) -> anyhow::Result<Option<Geheim>> {
    Ok(engine.eerste_beheerder(account(), opdrachten(&Eerste::bediener())?).await?)
}

/// The first functioneel beheerder of one more organisation, with a one-time token to choose a password.
///
/// # Errors
///
/// When the organisation has one, or the store fails.
pub(crate) async fn van_organisatie(
    engine: &Engine,
    account: AccountId,
    eerste: &Eerste,
) -> anyhow::Result<Geheim> {
    Ok(engine.beheerder_als_huis(account, opdrachten(eerste)?).await?)
}

/// A first functioneel beheerder.
#[derive(Debug)]
pub(crate) struct Eerste {
    pub(crate) organisatie: OrganisatieId,
    pub(crate) naam: String,
    pub(crate) email: String,
    pub(crate) registratie: StukId,
    pub(crate) functie: StukId,
}

impl Eerste {
    fn bediener() -> Self {
        let stuk = |wat| StukId(nummer(&["recht", "bediener", wat]));
        Self {
            organisatie: OrganisatieId(nummer(&["organisatie", "beheer"])),
            naam: "Bediener".to_owned(),
            email: String::new(),
            registratie: stuk("account"),
            functie: stuk("functie"),
        }
    }
}

fn opdrachten(eerste: &Eerste) -> anyhow::Result<[gebruiker::Command; 2]> {
    let per = sinds()?;
    let registratie = Geregistreerd { stuk: eerste.registratie, per, werknemer: None };
    let persoon = Persoon { naam: eerste.naam.clone(), email: eerste.email.clone() };
    let functie = Functie {
        stuk: eerste.functie,
        lezer: FUNCTIE.to_string(),
        taakgebied: taakgebied(FUNCTIE),
        organisatie: Organisatie::Overig(eerste.organisatie),
        geldig: Geldigheid::vanaf(per),
    };
    Ok([
        gebruiker::Command::RegistreerAccount(Secties::proces(registratie).met_d(persoon)),
        gebruiker::Command::KenFunctieToe(Secties::proces(functie)),
    ])
}

/// Since when the accounts of demo and operator hold: the same day in every run, so that registering
/// again adds nothing.
pub(crate) fn sinds() -> Result<Datum, DatumFout> {
    Datum::ymd(2020, 1, 1)
}
