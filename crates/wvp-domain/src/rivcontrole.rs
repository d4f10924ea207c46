//! Whether the re-integratieverslag is complete: rules as a table, judged on facts and a day.
//!
//! The rows stand in [`tabel`]; a change of the criteria is a row. A finding says which rule, which
//! document, who mends it and by when, and never what stands in a document. Where a section is closed to
//! whoever asks, the rule says so instead of guessing.

mod blik;
pub mod druk;
pub mod id;
pub mod pakket;
pub mod tabel;
mod toetsen;
pub mod verweer;

#[cfg(test)]
mod proef;
#[cfg(test)]
mod tests;

use serde::Serialize;

pub use id::RegelId;
pub use pakket::Pakketfeiten;
pub use tabel::{Regel, rijen};

use crate::mijlpaal::ondertekening::met_handtekeningen;
use crate::mijlpaal::riv::Element;
use crate::termijn::{Geval, Riv, Verloop, zaak};
use crate::{Compartiment, Datum, Event, StukId, replay};
use blik::{Blik, Punt, Tekort};
use tabel::{Peil, Toets, Verslag};

/// The facts of one dossier, as far as whoever asks could open them.
#[derive(Debug, Clone, Copy)]
pub struct Feiten<'a> {
    /// The facts, oldest first, with their sections open or closed.
    pub events: &'a [Event],
    /// The compartments that can be opened in every fact: a section of one of these that is closed was
    /// never filled. Of any other closed section nothing is known.
    pub inzage: &'a [Compartiment],
}

/// What the rules say about a dossier on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Uitslag {
    /// The day.
    pub op: Datum,
    /// Which re-integratieverslag the case needs.
    pub riv: Riv,
    /// What is wrong or missing: by severity, then by last day, then by rule.
    pub bevindingen: Vec<Bevinding>,
    /// What could not be judged, and why.
    pub niet_na_te_gaan: Vec<NietNaTeGaan>,
    /// Rules that are met in full.
    pub voldaan: Vec<RegelId>,
    /// Rules that say nothing about this case.
    pub niet_van_toepassing: Vec<RegelId>,
}

/// One finding: what, where, who, by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Bevinding {
    /// How much it matters.
    pub ernst: Ernst,
    /// How much it matters for the employer, who may not be able to mend it.
    pub ernst_werkgever: Ernst,
    /// Last day (inclusive) to mend it.
    pub uiterlijk: Datum,
    /// Which rule.
    pub regel: RegelId,
    /// What kind of shortcoming.
    pub gebrek: Gebrek,
    /// Whether the last day lies ahead.
    pub stand: Stand,
    /// Who mends it.
    pub wie: Hersteller,
    /// Which element it is about; none when it is about the whole.
    pub element: Option<Element>,
    /// Which document it is about.
    pub stuk: Option<StukId>,
    /// What is wrong and what to do, in Dutch.
    pub zin: String,
    /// The rule and its source.
    pub grondslag: [&'static str; 2],
}

/// A rule that could not be judged, for one document or as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct NietNaTeGaan {
    /// Which rule.
    pub regel: RegelId,
    /// Which element.
    pub element: Option<Element>,
    /// Which document.
    pub stuk: Option<StukId>,
    /// Why.
    pub reden: Reden,
}

/// How much a finding matters, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ernst {
    /// The report may not go out like this.
    Blokkade,
    /// The report is not complete.
    Fout,
    /// UWV may ask about it.
    Waarschuwing,
    /// To know.
    Opmerking,
}

/// What kind of shortcoming.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Gebrek {
    /// It is not there.
    Ontbreekt,
    /// It is there, and too old.
    Verouderd,
    /// It is there, and something is missing in it.
    Onvolledig,
    /// It is there, and was too late.
    TeLaat,
    /// It does not agree with something else.
    Tegenstrijdig,
    /// It holds what may not stand there.
    NietToegestaan,
}

/// Whether the last day lies ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stand {
    /// The last day is today or later.
    Komend,
    /// The last day has passed.
    Verlopen,
}

/// Who mends a shortcoming.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Hersteller {
    /// The employer.
    Werkgever,
    /// The employee.
    Werknemer,
    /// Both together.
    WerkgeverEnWerknemer,
    /// The bedrijfsarts.
    Bedrijfsarts,
    /// The bedrijfsarts; the employer asks for it.
    BedrijfsartsViaWerkgever,
    /// The bedrijfsarts, straight to the employee.
    BedrijfsartsAanWerknemer,
    /// Who drew up the document.
    Auteur,
    /// Whoever makes the package.
    Systeem,
}

/// Why a rule could not be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reden {
    /// The section is closed to whoever asks.
    Dicht,
    /// It shows only when the package is made.
    Pakket,
}

/// Judges a dossier on a day; what only the package shows cannot be judged yet.
#[must_use]
pub fn controle(feiten: &Feiten, op: Datum) -> Uitslag {
    uitslag(feiten, op, &|blik, regel| match regel.toets {
        Toets::Feiten(toets) | Toets::FeitenEnPakket(toets, _) => toets(blik, regel),
        Toets::Pakket(_) => vec![Punt::pas_bij_pakket()],
    })
}

/// Judges a dossier on a day together with the package that was made from it.
#[must_use]
pub fn controle_met_pakket(feiten: &Feiten, pakket: &Pakketfeiten, op: Datum) -> Uitslag {
    uitslag(feiten, op, &|blik, regel| match regel.toets {
        Toets::Feiten(toets) => toets(blik, regel),
        Toets::Pakket(toets) => toets(blik, pakket),
        Toets::FeitenEnPakket(op_feiten, op_pakket) => {
            op_feiten(blik, regel).into_iter().chain(op_pakket(blik, pakket)).collect()
        }
    })
}

type Beoordeel<'a> = &'a dyn Fn(&Blik, &Regel) -> Vec<Punt>;

fn uitslag(feiten: &Feiten, op: Datum, beoordeel: Beoordeel) -> Uitslag {
    let dossier = replay(feiten.events);
    let events = met_handtekeningen(&dossier, feiten.events);
    let feiten = &Feiten { events: &events, ..*feiten };
    let verloop = Verloop::uit_dossier(&dossier);
    let ketens = verloop.ketens();
    let mut uitslag = Uitslag::leeg(op);
    let Some(keten) = ketens.last() else {
        uitslag.niet_van_toepassing = RegelId::ALLE.to_vec();
        return uitslag;
    };
    let geval = Geval::new(&verloop, keten, op);
    let blik = Blik::new(feiten, &dossier, &geval);
    uitslag.riv = nodig(&geval);
    for regel in rijen() {
        let punten =
            if geldt(regel, &blik, uitslag.riv) { beoordeel(&blik, regel) } else { vec![] };
        uitslag.neem_op(regel, punten);
    }
    uitslag.bevindingen.sort_by_key(|bevinding| {
        (bevinding.ernst, bevinding.uiterlijk, bevinding.regel, bevinding.element, bevinding.stuk)
    });
    uitslag
}

/// Which report the case needs; none after recovery.
fn nodig(geval: &Geval) -> Riv {
    let hersteld = geval.keten.hersteld_per().is_some_and(|dag| dag <= geval.peildatum);
    if hersteld { Riv::Geen } else { zaak::riv(geval) }
}

fn geldt(regel: &Regel, blik: &Blik, riv: Riv) -> bool {
    let in_kracht = match regel.peil {
        Peil::Toetsdag => regel.geldt_op(blik.geval.peildatum),
        Peil::Documentdatum => true,
    };
    let van_toepassing = match regel.verslag {
        Verslag::Volledig => riv == Riv::Volledig,
        Verslag::Verkort => riv == Riv::Verkort,
        Verslag::UitDienst => blik.geval.laatste_werkdag().is_some(),
    };
    in_kracht && van_toepassing
}

impl Uitslag {
    /// Whether nothing is in the way of sending the report: no block and no error.
    #[must_use]
    pub fn is_compleet(&self) -> bool {
        !self.bevindingen.iter().any(Bevinding::houdt_tegen)
    }

    fn leeg(op: Datum) -> Self {
        Self {
            op,
            riv: Riv::Geen,
            bevindingen: vec![],
            niet_na_te_gaan: vec![],
            voldaan: vec![],
            niet_van_toepassing: vec![],
        }
    }

    /// No points at all: the rule says nothing about this case.
    fn neem_op(&mut self, regel: &Regel, punten: Vec<Punt>) {
        if punten.is_empty() {
            self.niet_van_toepassing.push(regel.id);
        } else if punten.iter().all(|punt| matches!(punt, Punt::Goed)) {
            self.voldaan.push(regel.id);
        }
        for punt in punten {
            match punt {
                Punt::Goed => {}
                Punt::Tekort(tekort) => self.bevindingen.push(bevinding(regel, tekort, self.op)),
                Punt::Onbekend { plaats, reden } => self.niet_na_te_gaan.push(NietNaTeGaan {
                    regel: regel.id,
                    element: plaats.element,
                    stuk: plaats.stuk,
                    reden,
                }),
            }
        }
    }
}

impl Bevinding {
    /// Whether the report may not go out as final because of it.
    #[must_use]
    pub fn houdt_tegen(&self) -> bool {
        self.ernst <= Ernst::Fout
    }
}

fn bevinding(regel: &Regel, tekort: Tekort, op: Datum) -> Bevinding {
    let ernst = tekort.ernst.unwrap_or(regel.ernst);
    let wie = tekort.wie.unwrap_or(regel.wie);
    Bevinding {
        ernst,
        ernst_werkgever: regel.ernst_werkgever.unwrap_or(ernst),
        uiterlijk: tekort.uiterlijk,
        regel: regel.id,
        gebrek: tekort.gebrek,
        stand: if tekort.uiterlijk >= op { Stand::Komend } else { Stand::Verlopen },
        wie: tekort.plaats.element.map_or(wie, |element| wie.bij(element)),
        element: tekort.plaats.element,
        stuk: tekort.plaats.stuk,
        zin: tekort.zin,
        grondslag: [regel.id.naam(), regel.bron],
    }
}

impl Hersteller {
    /// Who that is for this element: an author has a name of its own.
    fn bij(self, element: Element) -> Self {
        if self != Self::Auteur {
            return self;
        }
        match element {
            Element::Probleemanalyse
            | Element::BijstellingProbleemanalyse
            | Element::ActueelOordeel
            | Element::MedischeInformatie => Self::Bedrijfsarts,
            Element::PlanVanAanpak
            | Element::BijstellingPlanVanAanpak
            | Element::Eerstejaarsevaluatie
            | Element::Eindevaluatie => Self::WerkgeverEnWerknemer,
            Element::OordeelWerknemer => Self::Werknemer,
        }
    }

    /// The words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Werkgever => "werkgever",
            Self::Werknemer => "werknemer",
            Self::WerkgeverEnWerknemer => "werkgever en werknemer",
            Self::Bedrijfsarts => "bedrijfsarts",
            Self::BedrijfsartsViaWerkgever => "bedrijfsarts, op verzoek van de werkgever",
            Self::BedrijfsartsAanWerknemer => "bedrijfsarts, rechtstreeks aan de werknemer",
            Self::Auteur => "wie het stuk opstelde",
            Self::Systeem => "wie het pakket maakt",
        }
    }
}

impl Ernst {
    /// The word for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Blokkade => "blokkade",
            Self::Fout => "fout",
            Self::Waarschuwing => "waarschuwing",
            Self::Opmerking => "opmerking",
        }
    }
}
