//! A dossier as one reader sees it: what to do now, the picture of 104 weeks with its table, the facts, and who looked.

use std::borrow::Borrow;

use askama::Template;
use uuid::Uuid;
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::termijn::{Status, Termijnstand, Wie};
use wvp_domain::{Datum, DossierId, TermijnId};
use wvp_engine::Leesregel;
use wvp_projections::tijdlijn::beeld::{Deelbeeld, Regelbeeld, Veldbeeld, Waardebeeld};

use crate::kader::{Kader, functie_van_woorden};
use crate::stap::{self, Badge};
use crate::tijdlijn::{Beeld, Staat, legenda, te_laat};

/// Parts of a dossier, each a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Terms: the picture and the table.
    Tijdlijn,
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
    pub const ALLE: [Self; 5] =
        [Self::Tijdlijn, Self::Feiten, Self::Stukken, Self::Verslag, Self::Inzage];

    const fn sleutel(self) -> &'static str {
        match self {
            Self::Tijdlijn => "tab-tijdlijn",
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
    fn adres(&self) -> String {
        format!("/dossiers/{}", self.dossier.0)
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
    /// The terms, as this reader may see them.
    pub termijnen: Vec<Termijnstand>,
    /// As who this reader acts in steps.
    pub als: Option<Ontvanger>,
}

/// The one thing to do now.
struct Nu<'a> {
    stand: &'a Termijnstand,
    is_laat: bool,
}

/// The steps of one year of illness.
struct Jaar<'a> {
    nummer: usize,
    van: Datum,
    tot: Datum,
    stappen: Vec<&'a Termijnstand>,
}

impl Tijdlijnblad {
    fn beeld(&self, eerste: impl Borrow<Datum>) -> Beeld {
        Beeld::van(self.k.taal, *eerste.borrow(), self.k.vandaag, &self.termijnen)
    }

    fn nu(&self) -> Option<Nu<'_>> {
        let van_iemand = |it: &&Termijnstand| !matches!(it.wie, Wie::Niemand | Wie::Uwv);
        let open = |it: &&Termijnstand| it.voldaan_op.is_none();
        let alle = || self.termijnen.iter().filter(van_iemand).filter(open);
        let laat = alle().filter(|it| it.status == Status::TeLaat);
        if let Some(stand) = laat.min_by_key(|it| it.uiterlijk) {
            return Some(Nu { stand, is_laat: true });
        }
        let verder = alle().filter(|it| it.status == Status::Open);
        verder.min_by_key(|it| it.uiterlijk).map(|stand| Nu { stand, is_laat: false })
    }

    fn jaren(&self, eerste: impl Borrow<Datum>) -> Vec<Jaar<'_>> {
        let eerste = *eerste.borrow();
        let jaar_van = |it: &Termijnstand| {
            usize::try_from(eerste.dagen_tot(it.uiterlijk).max(0) / 364).unwrap_or(0)
        };
        let laatste = self.termijnen.iter().map(jaar_van).max().unwrap_or(0);
        let mut alle: Vec<&Termijnstand> = self.termijnen.iter().collect();
        alle.sort_by_key(|it| (it.uiterlijk, it.id));
        let jaar = |nummer: usize| {
            let dagen = i32::try_from(nummer).unwrap_or(0).saturating_mul(364);
            let stappen = alle.iter().copied().filter(|it| jaar_van(it) == nummer).collect();
            let (van, tot) = (eerste.plus(dagen), eerste.plus(dagen + 363));
            Jaar { nummer: nummer + 1, van, tot, stappen }
        };
        (0..=laatste).map(jaar).filter(|it| !it.stappen.is_empty()).collect()
    }

    fn week(&self, eerste: impl Borrow<Datum>, dag: impl Borrow<Datum>) -> i32 {
        stap::ziekteweek(*eerste.borrow(), *dag.borrow())
    }

    fn einde(&self) -> Option<Datum> {
        let einde = self.termijnen.iter().filter(|it| it.id == TermijnId::EindeWachttijd);
        einde.map(|it| it.uiterlijk).max()
    }

    fn badge(&self, stand: &Termijnstand) -> Badge {
        Badge::van(&self.k, stand.basis)
    }

    fn wie(&self, stand: &Termijnstand) -> String {
        self.k.zeg(match stand.wie {
            Wie::Werkgever => "wie-werkgever",
            Wie::Werknemer => "wie-werknemer",
            Wie::WerkgeverEnWerknemer => "wie-beiden",
            Wie::Bedrijfsarts => "wie-bedrijfsarts",
            Wie::Casemanager => "wie-casemanager",
            Wie::Uwv => "wie-uwv",
            Wie::Niemand => "wie-niemand",
        })
    }

    /// The class and words of what a term is; the mark beside them.
    fn toestand(&self, stand: &Termijnstand) -> (String, String, String) {
        let Some(staat) = Staat::van(stand) else {
            return ("vervallen".to_owned(), self.k.zeg("staat-vervallen"), String::new());
        };
        let woorden = match staat {
            Staat::OpTijd => self.k.zeg("staat-optijd"),
            Staat::Later => {
                te_laat(self.k.taal, stand.uiterlijk, stand.voldaan_op.unwrap_or(stand.uiterlijk))
            }
            Staat::TeLaat => te_laat(self.k.taal, stand.uiterlijk, self.k.vandaag),
            Staat::Open => self.k.zeg("staat-open"),
            Staat::Verwacht => self.k.zeg("staat-verwacht"),
        };
        (staat.klasse().to_owned(), woorden, legenda(staat))
    }

    fn legenda(&self) -> Vec<(String, String)> {
        let woorden = |it: &Staat| self.k.zeg(&format!("legenda-{}", it.klasse()));
        Staat::ALLE.iter().map(|it| (legenda(*it), woorden(it))).collect()
    }

    /// Where links to a step lead: to its first open row, or its first.
    fn anker(&self, stand: &Termijnstand) -> Option<&'static str> {
        let zelfde = self.termijnen.iter().filter(|it| it.id == stand.id);
        let eerste = zelfde.min_by_key(|it| (it.voldaan_op.is_some(), it.uiterlijk));
        eerste.filter(|it| std::ptr::eq(*it, stand)).map(|it| it.id.sleutel())
    }

    /// The form that records this step, for who must act in it.
    fn formulier(&self, stand: &Termijnstand) -> Option<&'static str> {
        let open = stand.voldaan_op.is_none() && stand.status != Status::Vervallen;
        stap::formulier(stand.id).filter(|_| open && self.is_van_u(stand))
    }

    fn is_van_u(&self, stand: &Termijnstand) -> bool {
        match (self.als, stand.wie) {
            (Some(Ontvanger::Werkgever), Wie::Werkgever | Wie::WerkgeverEnWerknemer)
            | (Some(Ontvanger::Werknemer), Wie::Werknemer)
            | (Some(Ontvanger::Bedrijfsarts), Wie::Bedrijfsarts) => true,
            // Who runs the case records for the employer too.
            (Some(Ontvanger::Casemanager), wie) => {
                matches!(wie, Wie::Casemanager | Wie::Werkgever | Wie::WerkgeverEnWerknemer)
            }
            (Some(_) | None, _) => false,
        }
    }
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

    fn is_medisch(&self, deel: &Deelbeeld) -> bool {
        deel.categorie == 'C'
    }

    /// Fields that people read: what only a program can look up is left out.
    fn velden<'a>(&self, deel: &'a Deelbeeld) -> Vec<&'a Veldbeeld> {
        let leesbaar = |it: &&Veldbeeld| match it.waarde {
            Waardebeeld::Nummer(_) => false,
            Waardebeeld::Tekst(_)
            | Waardebeeld::Datum(_)
            | Waardebeeld::JaNee(_)
            | Waardebeeld::Lijst(_)
            | Waardebeeld::Tabel { .. } => true,
        };
        deel.velden.iter().filter(leesbaar).collect()
    }
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
}

impl Inzageregel {
    /// A line of the reading log.
    #[must_use]
    pub fn van(k: &Kader, regel: &Leesregel) -> Self {
        crate::inzage::regel(k, regel)
    }
}
