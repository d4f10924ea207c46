//! Logging in, through the door of the engine.

mod binnenkomen;
mod eindigen;
mod factor;
mod hoeden;
mod overzicht;
mod remmen;
mod tokens;
mod uitnodigen;

use totp_rs::{Builder, Secret};
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::AccountId;
use wvp_domain::bevoegdheid::gebruiker::Command;
use wvp_domain::{Secties, bevoegdheid::gebruiker::Geheimhouding};
use wvp_engine::{
    Factor, Geheim, Ingelogd, Ingesteld, InlogFout, Inlogstap, Klok as _, Poging, Toegelaten,
};
use wvp_store::Moment;

use crate::hulp::{Huis, dag, leeg_huis, stuk};
use crate::mensen;

pub(crate) const ARTS: AccountId = AccountId(Uuid::from_u128(71));
pub(crate) const CLAIMS: AccountId = AccountId(Uuid::from_u128(72));
pub(crate) const BEHEERDER: AccountId = AccountId(Uuid::from_u128(90));
pub(crate) const ARTS_EMAIL: &str = "M.Hoekstra@Brug.example";
pub(crate) const CLAIMS_EMAIL: &str = "claims@zekerheid.example";
pub(crate) const WACHTWOORD: &str = "een fietsbel op zolder";
pub(crate) const HIER: &str = "192.0.2.7";

/// A house with an administrator, a bedrijfsarts and a judge of claims, who have a password.
pub(crate) async fn huis() -> Huis {
    let huis = zonder_wachtwoorden().await;
    for account in [ARTS, CLAIMS] {
        let uitnodiging = huis.engine.nodig_uit_als_huis(account).await.unwrap();
        huis.engine.neem_uitnodiging_aan(uitnodiging.toon(), WACHTWOORD).await.unwrap();
    }
    huis
}

/// The same, before anybody set a password.
pub(crate) async fn zonder_wachtwoorden() -> Huis {
    let huis = leeg_huis();
    let functie = mensen::functie(9_001, Lezer::FunctioneelBeheerder);
    let opdrachten =
        [mensen::registratie(9_000, None), Command::KenFunctieToe(Secties::proces(functie))];
    huis.engine.richt_in(BEHEERDER, opdrachten).await.unwrap();
    neem_aan(&huis, ARTS, ARTS_EMAIL, Lezer::BedrijfsartsStafarts, 100).await;
    neem_aan(&huis, CLAIMS, CLAIMS_EMAIL, Lezer::VerzekeraarClaimbeoordelaar, 200).await;
    huis
}

async fn neem_aan(huis: &Huis, account: AccountId, email: &str, lezer: Lezer, nummer: u128) {
    let getekend = Geheimhouding { stuk: stuk(nummer + 1), getekend_op: dag("2023-01-01") };
    let functie = mensen::functie(nummer + 2, lezer);
    for opdracht in [
        mensen::registratie_met(nummer, None, email),
        Command::TekenGeheimhouding(Secties::proces(getekend)),
        Command::KenFunctieToe(Secties::proces(functie)),
    ] {
        mensen::beheer(huis, account, opdracht).await.unwrap();
    }
}

pub(crate) async fn probeer(huis: &Huis, email: &str, wachtwoord: &str) -> Inlogstap {
    let poging = Poging { email, wachtwoord, van: HIER, toestel: None };
    huis.engine.log_in(poging).await.unwrap()
}

pub(crate) fn ingelogd(stap: Inlogstap) -> Ingelogd {
    let Inlogstap::Ingelogd(ingelogd) = stap else { unreachable!("{stap:?}") };
    ingelogd
}

/// A judge of claims, who needs no second factor.
pub(crate) async fn claims_binnen(huis: &Huis) -> Ingelogd {
    ingelogd(probeer(huis, CLAIMS_EMAIL, WACHTWOORD).await)
}

/// A bedrijfsarts who sets up a second factor at the first log-in.
pub(crate) struct Arts {
    pub(crate) ingesteld: Ingesteld,
    totp: Geheim,
}

impl Arts {
    pub(crate) async fn binnen(huis: &Huis) -> Self {
        let stap = probeer(huis, ARTS_EMAIL, WACHTWOORD).await;
        let Inlogstap::MoetTweedeFactorInstellen(geheim) = stap else { unreachable!("{stap:?}") };
        let totp = huis.engine.begin_tweede_factor(geheim.toon()).await.unwrap().geheim;
        let nu = code(&totp, huis.klok.nu());
        let ingesteld = huis.engine.bevestig_tweede_factor(geheim.toon(), &nu).await.unwrap();
        Self { ingesteld, totp }
    }

    pub(crate) fn sessie(&self) -> &str {
        self.ingesteld.ingelogd.sessie.toon()
    }

    /// The code that the app shows so many seconds from now.
    pub(crate) fn code_over(&self, huis: &Huis, seconden: i64) -> String {
        code(&self.totp, Moment(huis.klok.nu().0 + seconden * 1_000_000))
    }
}

fn code(geheim: &Geheim, nu: Moment) -> String {
    let geheim = Secret::try_from_base32(geheim.toon()).unwrap();
    let totp = Builder::new().with_secret(geheim).build().unwrap();
    totp.generate(u64::try_from(nu.0 / 1_000_000).unwrap()).to_string()
}

/// Goes as far as the question for the second factor.
pub(crate) async fn wacht_op_factor(huis: &Huis) -> Geheim {
    let stap = probeer(huis, ARTS_EMAIL, WACHTWOORD).await;
    let Inlogstap::NogTweedeFactor(geheim) = stap else { unreachable!("{stap:?}") };
    geheim
}

pub(crate) async fn toon(huis: &Huis, geheim: &Geheim, factor: Factor<'_>) -> Inlogstap {
    huis.engine.tweede_factor(geheim.toon(), factor, HIER).await.unwrap()
}

pub(crate) async fn sessie(huis: &Huis, geheim: &str) -> Option<Toegelaten> {
    huis.engine.sessie(geheim).await.unwrap()
}

pub(crate) fn later(huis: &Huis, seconden: i64) {
    huis.klok.zet_op(Moment(huis.klok.nu().0 + seconden * 1_000_000));
}

/// What an error is, apart from its text.
pub(crate) fn is_geen_sessie<T>(uitkomst: &Result<T, InlogFout>) -> bool {
    matches!(uitkomst, Err(InlogFout::GeenSessie))
}
