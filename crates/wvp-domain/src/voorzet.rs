//! A draft of a document: filled with what the facts already say, with for every field where it came from,
//! and with what is left for people to do.
//!
//! What a document asks stands in tables (`velden/`): a field, who fills it in, whether the law asks for
//! it, and which fact knows it. Nothing is made up: a text in a draft is a text of a fact that is open to
//! whoever asks. Where the fact is closed, the field cannot be established, which is something else than
//! empty. Signatures are never carried over.

mod bron;
mod inhoud;
mod soort;
mod velden;
pub mod verschil;

#[cfg(test)]
mod proef;
#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::Serialize;

pub use inhoud::{Inhoud, Waarde};
pub use soort::Soort;

use crate::rivcontrole::Feiten;
use crate::termijn::{Geval, Verloop, Wie};
use crate::werkgever::Bedrijf;
use crate::werknemer::Persoon;
use crate::{Compartiment, Datum, StukId, replay};
use bron::{Vondst, Zicht};
use velden::{Groep, Regel};

/// What a draft is asked for, and what it may be made of.
#[derive(Clone, Copy)]
pub struct Vraag<'a> {
    /// Which document.
    pub soort: Soort,
    /// The facts of the dossier, as far as whoever asks could open them.
    pub feiten: Feiten<'a>,
    /// The master records, as far as whoever asks could open them.
    pub stam: Stamgegevens<'a>,
    /// The compartments that whoever asks may write in: a draft has no field in any other.
    pub mag: &'a [Compartiment],
    /// The number that the document gets.
    pub stuk: StukId,
    /// The day of the draft.
    pub op: Datum,
}

/// The master records of a case.
#[derive(Clone, Copy, Default)]
pub struct Stamgegevens<'a> {
    /// The employee.
    pub persoon: Option<&'a Persoon>,
    /// The employer.
    pub bedrijf: Option<&'a Bedrijf>,
}

/// A draft. Has no `Debug`: it holds what sections hold.
#[derive(Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Voorzet {
    /// Of which document.
    pub soort: Soort,
    /// The day it was made.
    pub op: Datum,
    /// Last day (inclusive) to record the document, by the table of terms.
    pub uiterlijk: Option<Datum>,
    /// The payload of the command, as far as it is known.
    pub inhoud: Inhoud,
    /// The fields of the payload, and where each came from.
    pub ingevuld: Vec<Ingevuld>,
    /// What is left to do.
    pub te_doen: Vec<TeDoen>,
}

/// A field that is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Ingevuld {
    /// Its place in the payload ("b.doel_eind").
    pub veld: String,
    /// What it is called.
    pub naam: &'static str,
    /// Where it came from; more than one when a later fact brought an earlier one up to date.
    pub herkomst: Vec<Herkomst>,
}

/// Where a field came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "uit", rename_all = "snake_case")]
pub enum Herkomst {
    /// A document or report.
    Stuk {
        /// What it is called.
        titel: &'static str,
        /// Which one.
        stuk: StukId,
        /// The day it is about.
        datum: Datum,
    },
    /// The master record of employee or employer.
    Stamgegevens,
    /// The table of terms.
    Termijnen,
    /// What follows from the dossier as a whole.
    Dossier,
    /// The number of the document and the day of today.
    Systeem,
}

/// Something that is left to do on a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TeDoen {
    /// Its place in the payload.
    pub veld: String,
    /// What it is called.
    pub naam: &'static str,
    /// Who does it.
    pub wie: Wie,
    /// What.
    pub wat: Wat,
    /// Whether the document cannot be recorded without it.
    pub verplicht: bool,
    /// Where the law asks for it; none when only the form does.
    pub grondslag: Option<&'static str>,
}

/// What is left to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Wat {
    /// Fill it in: no fact says it.
    Invullen,
    /// Confirm it: it was carried over, and it is yours to say.
    Bevestigen,
    /// Sign: every document is signed anew.
    Ondertekenen,
    /// Find out: it may be known, in a section that is closed to whoever asks.
    NietNaTeGaan,
}

impl Wat {
    /// The words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Invullen => "invullen",
            Self::Bevestigen => "bevestigen",
            Self::Ondertekenen => "ondertekenen",
            Self::NietNaTeGaan => "niet na te gaan",
        }
    }
}

impl Herkomst {
    /// The words for it: "Plan van aanpak, 21 april 2025".
    #[must_use]
    pub fn zin(&self) -> String {
        match self {
            Self::Stuk { titel, datum, .. } => format!("{titel}, {}", datum.voluit()),
            Self::Stamgegevens => "gegevens van werkgever en werknemer".to_owned(),
            Self::Termijnen => "tabel van termijnen".to_owned(),
            Self::Dossier => "afgeleid uit het dossier".to_owned(),
            Self::Systeem => "het systeem".to_owned(),
        }
    }
}

/// Makes the draft of a document.
#[must_use]
pub fn voorzet(vraag: &Vraag) -> Voorzet {
    let dossier = replay(vraag.feiten.events);
    let verloop = Verloop::uit_dossier(&dossier);
    let ketens = verloop.ketens();
    let geval = ketens.last().map(|keten| Geval::new(&verloop, keten, vraag.op));
    let zicht = Zicht::new(vraag, &dossier, geval.as_ref());
    let mut voorzet = Voorzet {
        soort: vraag.soort,
        op: vraag.op,
        uiterlijk: geval.as_ref().and_then(|geval| vraag.soort.uiterlijk(geval)),
        inhoud: Inhoud::default(),
        ingevuld: vec![],
        te_doen: vec![],
    };
    let mag = |groep: &&Groep| {
        vraag.soort.compartiment(groep.onder).is_some_and(|it| vraag.mag.contains(&it))
    };
    for Groep { onder, velden } in vraag.soort.groepen().iter().filter(mag) {
        if velden.iter().all(|regel| !regel.eis.is_verplicht()) {
            voorzet.inhoud.zet_plaats(onder);
        }
        for regel in *velden {
            voorzet.neem_op(format!("{onder}.{}", regel.veld), regel, (regel.uit)(&zicht));
        }
    }
    voorzet
}

impl Voorzet {
    fn neem_op(&mut self, veld: String, regel: &Regel, vondst: Vondst) {
        match vondst {
            Vondst::Gevuld { waarde, herkomst, bevestigt } => {
                let naam = regel.naam;
                self.inhoud.zet(veld.clone(), waarde);
                self.ingevuld.push(Ingevuld { veld: veld.clone(), naam, herkomst });
                if let Some(wie) = bevestigt {
                    self.te_doen.push(TeDoen { wie, ..te_doen(veld, regel, Wat::Bevestigen) });
                }
            }
            Vondst::Leeg => self.te_doen.push(te_doen(veld, regel, Wat::Invullen)),
            Vondst::Tekenen => self.te_doen.push(te_doen(veld, regel, Wat::Ondertekenen)),
            Vondst::Dicht => self.te_doen.push(te_doen(veld, regel, Wat::NietNaTeGaan)),
        }
    }
}

fn te_doen(veld: String, regel: &Regel, wat: Wat) -> TeDoen {
    let (verplicht, grondslag) = (regel.eis.is_verplicht(), regel.eis.bron());
    TeDoen { veld, naam: regel.naam, wie: regel.wie, wat, verplicht, grondslag }
}
