//! The papers of a dossier: each as a PDF, and what is to be signed.

use askama::Template;
use wvp_domain::mijlpaal::gedeeld::{Handtekening, Partij};
use wvp_domain::{Datum, StukId};

use crate::dossier::Dossierkop;
use crate::kader::{Kader, functie_van_woorden};

/// The papers of a dossier.
#[derive(Template)]
#[template(path = "stukken/stukken.html")]
pub struct Stukken {
    /// Around it.
    pub k: Kader,
    /// Above it.
    pub kop: Dossierkop,
    /// The papers, newest first.
    pub stukken: Vec<Stuk>,
    /// Whether this reader gets the folder of the employee.
    pub eigen_map: bool,
    /// Why something could not be signed.
    pub nee: Option<String>,
}

/// A paper.
pub struct Stuk {
    /// Its document.
    pub stuk: StukId,
    /// What it is called.
    pub titel: &'static str,
    /// Its day.
    pub datum: Datum,
    /// Function of the one who recorded it.
    pub door: String,
    /// The word of its PDF in addresses; none for what is no paper.
    pub afschrift: Option<String>,
    /// What a signature of this reader confirms; none when there is nothing to sign.
    pub te_tekenen: Option<String>,
    /// The last word of each party.
    pub getekend: Vec<(Partij, Handtekening, Datum)>,
}

impl Stukken {
    fn door(&self, stuk: &Stuk) -> String {
        functie_van_woorden(self.k.taal, &stuk.door)
    }

    fn papieren(&self) -> Vec<&Stuk> {
        self.stukken.iter().filter(|it| it.afschrift.is_some()).collect()
    }

    /// Who signed or refused a paper, and when, each in a sentence.
    fn handtekeningen(&self, stuk: &Stuk) -> Vec<String> {
        let zin = |(partij, keuze, op): &(Partij, Handtekening, Datum)| {
            let wie = self.k.zeg(match partij {
                Partij::Werkgever => "wie-werkgever",
                Partij::Werknemer => "wie-werknemer",
            });
            let wat = self.k.zeg(match keuze {
                Handtekening::Getekend => "getekend-op",
                Handtekening::GeweigerdMetMotivering => "geweigerd-op",
            });
            format!("{wie}: {wat} {}", self.k.dag(op).midden())
        };
        stuk.getekend.iter().map(zin).collect()
    }
}
