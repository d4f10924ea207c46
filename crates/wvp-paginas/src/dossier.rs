//! A dossier as one reader sees it: what to do now, the picture of 104 weeks with its table, the facts, and who looked.

use askama::Template;
use uuid::Uuid;
use wvp_domain::{Datum, DossierId};
use wvp_engine::{Leesregel, kenmerk};
use wvp_projections::tijdlijn::beeld::{Deelbeeld, Regelbeeld, Veldbeeld, Waardebeeld};

use crate::Pagina as _;
use crate::kader::{Kader, functie_van_woorden};
use crate::termijnen::Termijntabel;

/// Parts of a dossier, each a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Terms: the picture and the table.
    Tijdlijn,
    /// Who does what, when, and what was agreed.
    Afspraken,
    /// What was recorded.
    Feiten,
    /// Papers.
    Stukken,
    /// The re-integratieverslag.
    Verslag,
    /// Who looked.
    Inzage,
}

impl Tab {
    /// In the order of the page.
    pub const ALLE: [Self; 6] =
        [Self::Tijdlijn, Self::Afspraken, Self::Feiten, Self::Stukken, Self::Verslag, Self::Inzage];

    pub(crate) const fn sleutel(self) -> &'static str {
        match self {
            Self::Tijdlijn => "tab-tijdlijn",
            Self::Afspraken => "tab-afspraken",
            Self::Feiten => "tab-feiten",
            Self::Stukken => "tab-stukken",
            Self::Verslag => "tab-verslag",
            Self::Inzage => "tab-inzage",
        }
    }

    /// The last part of its address.
    #[must_use]
    pub const fn plek(self) -> &'static str {
        match self {
            Self::Tijdlijn => "",
            Self::Afspraken => "/afspraken",
            Self::Feiten => "/feiten",
            Self::Stukken => "/stukken",
            Self::Verslag => "/verslag",
            Self::Inzage => "/inzage",
        }
    }
}

/// What stands above every part of a dossier. Has no `Debug`: it holds a name.
#[derive(Clone)]
pub struct Dossierkop {
    /// Which dossier.
    pub dossier: DossierId,
    /// Name of the employee, as reported.
    pub naam: String,
    /// First day of illness; none when that is not to be seen.
    pub eerste_ziektedag: Option<Datum>,
    /// Which part is shown.
    pub tab: Tab,
    /// The parts that this reader has.
    pub tabs: Vec<Tab>,
    /// Whether this reader may record anything.
    pub legt_vast: bool,
}

impl Dossierkop {
    pub(crate) fn adres(&self) -> String {
        format!("/dossiers/{}", self.dossier.0)
    }

    /// The short reference, as messages and letters bear it.
    pub(crate) fn kenmerk(&self) -> String {
        kenmerk(self.dossier)
    }
}

/// The terms of a dossier.
#[derive(Template)]
#[template(path = "dossier/tijdlijn.html")]
pub struct Tijdlijnblad {
    /// Around it.
    pub k: Kader,
    /// Above it.
    pub kop: Dossierkop,
    /// The terms; none without a report of illness.
    pub tabel: Option<Termijntabel>,
}

/// What was recorded in a dossier.
#[derive(Template)]
#[template(path = "dossier/feiten.html")]
pub struct Feitenblad {
    /// Around it.
    pub k: Kader,
    /// Above it.
    pub kop: Dossierkop,
    /// The facts, newest first.
    pub regels: Vec<Regelbeeld>,
    /// Whether this reader may correct a fact.
    pub corrigeert: bool,
}

impl Feitenblad {
    fn door(&self, regel: &Regelbeeld) -> String {
        functie_van_woorden(self.k.taal, &regel.door)
    }
}

pub(crate) fn is_medisch(deel: &Deelbeeld) -> bool {
    deel.categorie == 'C'
}

/// Fields that people read: what only a program can look up is left out.
pub(crate) fn velden(deel: &Deelbeeld) -> Vec<&Veldbeeld> {
    let leesbaar = |it: &&Veldbeeld| match &it.waarde {
        Waardebeeld::Nummer(_) => false,
        Waardebeeld::Tekst(tekst) => !is_controlegetal(tekst),
        Waardebeeld::Datum(_)
        | Waardebeeld::JaNee(_)
        | Waardebeeld::Lijst(_)
        | Waardebeeld::Tabel { .. } => true,
    };
    deel.velden.iter().filter(leesbaar).collect()
}

/// A SHA-256 in hexadecimal digits: for who compares, not for who reads.
fn is_controlegetal(tekst: &str) -> bool {
    tekst.len() == 64 && tekst.bytes().all(|it| it.is_ascii_hexdigit())
}

/// Who looked into a dossier.
#[derive(Template)]
#[template(path = "dossier/inzage.html")]
pub struct Inzageblad {
    /// Around it.
    pub k: Kader,
    /// Above it.
    pub kop: Dossierkop,
    /// The lines, newest first.
    pub regels: Vec<Inzageregel>,
}

/// A line about somebody who looked. Has no `Debug`: it may hold a name.
pub struct Inzageregel {
    /// When, in Amsterdam.
    pub tijdstip: String,
    /// As what.
    pub functie: String,
    /// What was done.
    pub actie: String,
    /// Which kinds of data were opened.
    pub gegevens: String,
    /// Whether it was refused.
    pub geweigerd: bool,
    /// Number of the account.
    pub account: Uuid,
    /// Whose account, for who may know that.
    pub naam: Option<String>,
}

impl Inzageregel {
    /// A line of the reading log.
    #[must_use]
    pub fn van(k: &Kader, regel: &Leesregel) -> Self {
        crate::inzage::regel(k, regel)
    }
}
