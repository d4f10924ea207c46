//! The worklist: every open step of the own dossiers, grouped by how it presses, with filters in the address.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use askama::Template;
use uuid::Uuid;
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::{TermijnId, WerkgeverId};
use wvp_engine::{Telling, Termijnstatus, Werkblad, Werkregel, kenmerk};

use crate::kader::Kader;
use crate::stap::{self, Badge};

/// The choices of the filters, as the address words them; empty words choose nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keuze {
    /// The number of an employer.
    pub werkgever: String,
    /// The word of a step.
    pub stap: String,
    /// Who must act: `ik`, `ander`, or the word of a receiver.
    pub wie: String,
    /// How far ahead: `te_laat`, `deze_week`, `daarna`, `alles`.
    pub periode: String,
    /// Which page, from 1.
    pub bladzijde: usize,
}

impl Keuze {
    /// The words that a filter on who must act knows.
    pub const WIE: [Ontvanger; 4] = [
        Ontvanger::Werkgever,
        Ontvanger::Werknemer,
        Ontvanger::Bedrijfsarts,
        Ontvanger::Casemanager,
    ];

    /// The address of this choice.
    #[must_use]
    pub fn adres(&self) -> String {
        let delen = [
            ("werkgever", self.werkgever.as_str()),
            ("stap", &self.stap),
            ("wie", &self.wie),
            ("periode", &self.periode),
        ];
        let mut adres = "/werklijst".to_owned();
        for (naam, waarde) in delen.into_iter().filter(|(_, waarde)| !waarde.is_empty()) {
            let teken = if adres.contains('?') { '&' } else { '?' };
            // Writing into a text cannot fail.
            let _ = write!(adres, "{teken}{naam}={waarde}");
        }
        if self.bladzijde > 1 {
            let teken = if adres.contains('?') { '&' } else { '?' };
            let _ = write!(adres, "{teken}bladzijde={}", self.bladzijde);
        }
        adres
    }

    fn met_periode(&self, periode: &str) -> String {
        Self { periode: periode.to_owned(), bladzijde: 1, ..self.clone() }.adres()
    }

    fn met_bladzijde(&self, bladzijde: usize) -> String {
        Self { bladzijde, ..self.clone() }.adres()
    }

    fn is_leeg(&self) -> bool {
        self.werkgever.is_empty()
            && self.stap.is_empty()
            && self.wie.is_empty()
            && self.periode.is_empty()
    }
}

/// The worklist.
#[derive(Template)]
#[template(path = "werklijst/werklijst.html")]
pub struct Werklijst {
    /// Around it.
    pub k: Kader,
    /// What is on the page.
    pub blad: Werkblad,
    /// What was chosen.
    pub keuze: Keuze,
    /// As who this reader acts in steps.
    pub als: Option<Ontvanger>,
    /// The names of employers, where they are known.
    pub werkgevers: BTreeMap<WerkgeverId, String>,
    /// How many steps a page holds.
    pub per_bladzijde: usize,
    /// Whether this reader may report somebody ill.
    pub meldt_ziek: bool,
}

/// Rows that press alike.
struct Groep<'a> {
    status: Termijnstatus,
    regels: Vec<&'a Werkregel>,
}

impl Groep<'_> {
    fn klasse(&self) -> &'static str {
        klasse(self.status)
    }

    fn teken(&self) -> &'static str {
        teken(self.status)
    }

    fn kop(&self) -> &'static str {
        match self.status {
            Termijnstatus::TeLaat => "werklijst-te-laat",
            Termijnstatus::DezeWeek => "werklijst-deze-week",
            Termijnstatus::Later => "werklijst-daarna",
        }
    }
}

fn klasse(status: Termijnstatus) -> &'static str {
    match status {
        Termijnstatus::TeLaat => "laat",
        Termijnstatus::DezeWeek => "week",
        Termijnstatus::Later => "later",
    }
}

fn teken(status: Termijnstatus) -> &'static str {
    match status {
        Termijnstatus::TeLaat => "i-telaat",
        Termijnstatus::DezeWeek => "i-klok",
        Termijnstatus::Later => "i-agenda",
    }
}

impl Werklijst {
    fn groepen(&self) -> Vec<Groep<'_>> {
        let alle = [Termijnstatus::TeLaat, Termijnstatus::DezeWeek, Termijnstatus::Later];
        let groep = |status| Groep {
            status,
            regels: self.blad.regels.iter().filter(|it| it.termijn.status == status).collect(),
        };
        alle.map(groep).into_iter().filter(|it| !it.regels.is_empty()).collect()
    }

    /// Whoever runs cases can hand them over.
    fn draagt_over(&self) -> bool {
        self.als == Some(Ontvanger::Casemanager)
    }

    fn telling(&self) -> &Telling {
        &self.blad.telling
    }

    fn dagen_te_laat(&self) -> usize {
        usize::try_from(self.blad.telling.dagen_te_laat).unwrap_or(0)
    }

    /// The short reference of the dossier, as messages bear it, and the employer where that is known.
    fn waar(&self, regel: &Werkregel) -> String {
        let kenmerk = kenmerk(regel.dossier);
        match self.werkgever(&regel.werkgever) {
            Some(werkgever) => format!("{kenmerk} · {werkgever}"),
            None => kenmerk,
        }
    }

    fn werkgever(&self, id: &WerkgeverId) -> Option<&str> {
        self.werkgevers.get(id).map(String::as_str)
    }

    fn is_van_u(&self, regel: &Werkregel) -> bool {
        self.als.is_some_and(|it| regel.termijn.wie.contains(&it))
    }

    fn aanzet(&self, regel: &Werkregel) -> Vec<(String, bool)> {
        let wie = regel.termijn.wie.iter();
        wie.map(|it| {
            let is_u = self.als == Some(*it);
            (if is_u { self.k.zeg("wie-u") } else { stap::aanzet(self.k.taal, *it) }, is_u)
        })
        .collect()
    }

    fn badge(&self, regel: &Werkregel) -> Badge {
        Badge::van(&self.k, regel.termijn.basis)
    }

    fn week(&self, regel: &Werkregel) -> i32 {
        stap::ziekteweek(regel.eerste_ziektedag, self.k.vandaag).clamp(1, 104)
    }

    /// The form that records this step. Who runs the case records for the employer too.
    fn formulier(&self, regel: &Werkregel) -> Option<&'static str> {
        let voor_werkgever = self.als == Some(Ontvanger::Casemanager)
            && regel.termijn.wie.contains(&Ontvanger::Werkgever);
        let legt_vast = voor_werkgever || self.is_van_u(regel);
        stap::formulier(regel.termijn.termijn).filter(|_| legt_vast)
    }

    fn bladzijden(&self) -> usize {
        self.blad.alle.div_ceil(self.per_bladzijde).max(1)
    }

    /// Employers to choose from, by name.
    fn keuze_werkgevers(&self) -> Vec<(Uuid, String, bool)> {
        let mut alle: Vec<(Uuid, String, bool)> = (self.blad.werkgevers.iter())
            .map(|id| {
                (
                    id.0,
                    self.werkgever(id).unwrap_or_default().to_owned(),
                    self.keuze.werkgever == id.0.to_string(),
                )
            })
            .collect();
        alle.sort_by(|een, ander| een.1.cmp(&ander.1));
        alle
    }

    fn keuze_stappen(&self) -> Vec<(&'static str, &'static str, bool)> {
        let alle = TermijnId::ALLE.into_iter().filter(|it| self.blad.termijnen.contains(it));
        alle.map(|it| (it.sleutel(), it.naam(), self.keuze.stap == it.sleutel())).collect()
    }

    fn keuze_wie(&self) -> Vec<(&'static str, String, bool)> {
        let eigen = [("ik", self.k.zeg("wie-u")), ("ander", self.k.zeg("wie-ander"))];
        let eigen = eigen.into_iter().filter(|_| self.als.is_some());
        let anderen = Keuze::WIE.map(|it| (stap::woord_van(it), stap::aanzet(self.k.taal, it)));
        let alle = eigen.chain(anderen);
        alle.map(|(woord, naam)| (woord, naam, self.keuze.wie == woord)).collect()
    }

    fn keuze_periode(&self) -> Vec<(&'static str, String, bool)> {
        let alle = ["", "te_laat", "deze_week", "daarna", "alles"];
        let naam = |woord: &str| match woord {
            "" => self.k.zeg("periode-twee-weken"),
            "te_laat" => self.k.zeg("werklijst-te-laat"),
            "deze_week" => self.k.zeg("werklijst-deze-week"),
            "daarna" => self.k.zeg("periode-daarna"),
            _ => self.k.zeg("periode-alles"),
        };
        alle.map(|woord| (woord, naam(woord), self.keuze.periode == woord)).to_vec()
    }
}
