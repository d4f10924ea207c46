//! The terms of one case: what to do now, the picture of 104 weeks, and the table that holds the same.

use std::borrow::Borrow;

use askama::Template;
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::termijn::{Status, Termijnstand, Wie};
use wvp_domain::{Datum, TermijnId};

use crate::kader::Kader;
use crate::stap::{self, Badge};
use crate::tijdlijn::{Beeld, Staat, legenda, te_laat};

/// The terms of one case on one day.
#[derive(Template)]
#[template(path = "dossier/termijnen.html")]
pub struct Termijntabel {
    /// The language.
    pub k: Kader,
    /// First day of illness.
    pub eerste: Datum,
    /// The day of the picture.
    pub op: Datum,
    /// The terms.
    pub termijnen: Vec<Termijnstand>,
    /// As who the reader acts in steps.
    pub als: Option<Ontvanger>,
    /// The address of the dossier, where steps are recorded; none for a calculation.
    pub adres: Option<String>,
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

impl Termijntabel {
    fn beeld(&self) -> Beeld {
        Beeld::van(self.k.taal, self.eerste, self.op, &self.termijnen)
    }

    fn nu(&self) -> Option<Nu<'_>> {
        let van_iemand = |it: &&Termijnstand| !matches!(it.wie, Wie::Niemand | Wie::Uwv);
        // Of a calculation nobody knows what was done: the next step is one to come.
        let komt = |it: &&Termijnstand| self.adres.is_some() || it.uiterlijk >= self.op;
        let open = |it: &&Termijnstand| it.voldaan_op.is_none() && komt(it);
        let alle = || self.termijnen.iter().filter(van_iemand).filter(open);
        let laat = alle().filter(|it| it.status == Status::TeLaat);
        if let Some(stand) = laat.min_by_key(|it| it.uiterlijk) {
            return Some(Nu { stand, is_laat: true });
        }
        let verder = alle().filter(|it| it.status == Status::Open);
        verder.min_by_key(|it| it.uiterlijk).map(|stand| Nu { stand, is_laat: false })
    }

    fn jaren(&self) -> Vec<Jaar<'_>> {
        let eerste = self.eerste;
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

    fn week(&self, dag: impl Borrow<Datum>) -> i32 {
        stap::ziekteweek(self.eerste, *dag.borrow())
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
            Staat::TeLaat => te_laat(self.k.taal, stand.uiterlijk, self.op),
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
        let hier = self.adres.is_some();
        stap::formulier(stand.id).filter(|_| hier && open && self.is_van_u(stand))
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
