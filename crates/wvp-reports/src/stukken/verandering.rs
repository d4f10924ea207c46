//! What a bijstelling changed, beside the version before it.

use wvp_domain::voorzet::verschil::{Verandering, Verschil};

use super::inhoud::deel;
use crate::{Blok, Deel, RapportFout, Tabel};

const TITEL: &str = "Wat er is veranderd";

/// The part that says what changed; also when nothing did, and when it cannot be said.
pub(super) fn veranderd(verschil: &Verschil) -> Result<Deel, RapportFout> {
    let blok = match verschil {
        Verschil::NietTeVergelijken => zin(
            "Niet te vergelijken: de vorige versie is niet in te zien voor wie dit stuk heeft opgevraagd.",
        ),
        Verschil::Vergeleken(veranderingen) if veranderingen.is_empty() => {
            zin("Er is niets veranderd ten opzichte van de vorige versie.")
        }
        Verschil::Vergeleken(veranderingen) => {
            let kop = ["Onderwerp", "Was", "Is nu"].map(str::to_owned).to_vec();
            Blok::Tabel(Tabel::try_new(kop, veranderingen.iter().map(rij).collect())?)
        }
    };
    Ok(deel(TITEL, blok))
}

fn zin(zin: &str) -> Blok {
    Blok::Tekst(vec![zin.to_owned()])
}

fn rij(verandering: &Verandering) -> Vec<String> {
    let Verandering { onderwerp, was, is_nu } = verandering;
    let was = was.as_deref().unwrap_or("Stond er niet in");
    let is_nu = is_nu.as_deref().unwrap_or("Vervallen");
    vec![onderwerp.clone(), was.to_owned(), is_nu.to_owned()]
}
