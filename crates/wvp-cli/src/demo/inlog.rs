//! Log-ins of the people of the demo: the same in every run, so that a demo that was stopped goes on with them.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};
use wvp_access::Lezer;
use wvp_domain::AccountId;
use wvp_engine::{Engine, Instellen};

use super::{Rol, Zaak, lezer};

/// Who keeps, watches over and plans for the house, and works on no dossier.
const HUIS: [(Lezer, &str); 3] = [
    (Lezer::FunctioneelBeheerder, "beheerder"),
    (Lezer::FunctionarisGegevensbescherming, "privacyfunctionaris"),
    (Lezer::Planner, "planner"),
];

/// How somebody of the demo logs in. The number of the account stands in for an e-mail address: in the demo
/// that belongs to the papers and not to an account.
#[derive(Debug)]
pub struct Demoinlog {
    /// The account.
    pub account: AccountId,
    /// As what.
    pub lezer: Lezer,
    /// The same in one word.
    pub wie: &'static str,
    /// The password.
    pub wachtwoord: String,
    /// What an app needs to show codes.
    pub tweede_factor: Instellen,
}

/// Gives everybody of these cases, and of the house, a password and a second factor. Twice is fine. Nothing of it is
/// secret: it is for a demo with people who do not exist.
///
/// # Errors
///
/// When somebody is not registered, or the store fails.
pub async fn geef_inlog(engine: &Engine, zaken: &[Zaak]) -> anyhow::Result<Vec<Demoinlog>> {
    let van = |zaak: &Zaak, rol: Rol| (zaak.account(rol), (lezer(rol), rol.naam()));
    let rollen = zaken.iter().flat_map(|zaak| Rol::ALLE.map(|rol| van(zaak, rol)));
    let mut mensen: BTreeMap<AccountId, (Lezer, &'static str)> = rollen.collect();
    for huis in HUIS {
        mensen.extend(engine.met_functie(huis.0).await?.map(|account| (account, huis)));
    }
    let mut inloggen = vec![];
    for (account, (lezer, wie)) in mensen {
        let wachtwoord = format!("demo van de {wie}");
        let totp = totp_geheim(account);
        let tweede_factor = engine.geef_inlog_als_huis(account, &wachtwoord, totp).await?;
        inloggen.push(Demoinlog { account, lezer, wie, wachtwoord, tweede_factor });
    }
    Ok(inloggen)
}

fn totp_geheim(account: AccountId) -> [u8; 20] {
    let som = Sha256::new().chain_update(b"demo/totp/").chain_update(account.0).finalize();
    std::array::from_fn(|plek| som.get(plek).copied().unwrap_or_default())
}
