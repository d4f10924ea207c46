//! Handing over dossiers to a colleague.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use wvp_domain::{AccountId, DossierId, WerkgeverId};
use wvp_engine::Dossierregel;

use crate::kader::Kader;

/// The dossiers to choose from, and to whom they can go.
#[derive(Template)]
#[template(path = "overdracht/overdracht.html")]
pub struct Overdrachtblad {
    /// Around it.
    pub k: Kader,
    /// The running dossiers.
    pub regels: Vec<Dossierregel>,
    /// The names of employers, where they are known.
    pub werkgevers: BTreeMap<WerkgeverId, String>,
    /// Colleagues with the same function.
    pub collegas: Vec<(AccountId, String)>,
    /// What was chosen already.
    pub gekozen: BTreeSet<DossierId>,
    /// Who was chosen already.
    pub naar: Option<AccountId>,
    /// Why it was not done.
    pub nee: Option<String>,
}

impl Overdrachtblad {
    fn werkgever(&self, regel: &Dossierregel) -> String {
        self.werkgevers.get(&regel.werkgever).cloned().unwrap_or_default()
    }

    fn is_gekozen(&self, regel: &Dossierregel) -> bool {
        self.gekozen.contains(&regel.dossier)
    }

    fn is_naar(&self, account: &AccountId) -> bool {
        self.naar == Some(*account)
    }
}
