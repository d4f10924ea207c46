//! The protocol of an employer: its versions, a form for a new one, and what that would bring when it is played.

use std::borrow::Borrow;

use askama::Template;
use uuid::Uuid;
use wvp_domain::beschrijving::moment;
use wvp_domain::protocol::proef::{Gespeeld, Proef};
use wvp_domain::werkgever::Vaststelling;
use wvp_domain::{StukId, WerkgeverId};

use crate::formulier::{Deel, Fout, SPEEL};
use crate::kader::Kader;
use crate::stap;

/// The protocol of an employer.
#[derive(Template)]
#[template(path = "protocol/protocol.html")]
pub struct Protocolpagina {
    /// Around it.
    pub k: Kader,
    /// Whose it is.
    pub werkgever: WerkgeverId,
    /// The name of the employer, or its number.
    pub naam: String,
    /// Every version, oldest first.
    pub versies: Vec<Vaststelling>,
    /// The version for a dossier that begins today.
    pub geldend: Option<StukId>,
    /// The form for a new version.
    pub nieuw: Nieuw,
    /// What the version in the form brings; none when it was not played.
    pub gespeeld: Option<Proef>,
}

/// The form for a new version.
pub struct Nieuw {
    /// The sections.
    pub delen: Vec<Deel>,
    /// Faults, with the id of the field they are about.
    pub fouten: Vec<Fout>,
    /// The number of the document.
    pub stuk: Uuid,
}

impl Protocolpagina {
    fn geldt(&self, versie: &Vaststelling) -> bool {
        self.geldend == Some(versie.stuk)
    }

    fn aan(&self, herinnering: &Gespeeld) -> String {
        stap::aanzet(self.k.taal, herinnering.aan)
    }

    fn trede(trede: impl Borrow<i16>) -> String {
        moment(*trede.borrow())
    }

    /// What needs explaining about a reminder, each in a sentence.
    fn uitleg(&self, herinnering: &Gespeeld) -> Vec<String> {
        let eigen = herinnering.eigen_uiterlijk.filter(|eigen| *eigen != herinnering.uiterlijk);
        let eigen = eigen.map(|eigen| self.k.met("protocol-eigen-dag", self.k.dag(eigen).midden()));
        let laat = herinnering.laat.then(|| self.k.zeg("protocol-laat"));
        [eigen, herinnering.verschoven.clone(), laat].into_iter().flatten().collect()
    }
}
