//! The receipt of the sealed part: that the bedrijfsarts handed it over, and nothing of what is in it.

use wvp_domain::Datum;
use wvp_domain::mijlpaal::gedeeld::Partij;
use wvp_domain::mijlpaal::medische_informatie::Overhandigd;

use super::Kop;
use super::inhoud::deel;
use super::tekening::te_tekenen;
use crate::blad::Blad;
use crate::{Blok, Pdf, RapportFout, Tabel};

/// Typesets the receipt of everything that was handed over, with room for the employee to sign.
///
/// # Errors
///
/// [`RapportFout`] when the result breaks a rule.
pub fn ontvangstbewijs(
    kop: &Kop<'_>,
    dag: Datum,
    overhandigd: &[Overhandigd],
) -> Result<Pdf, RapportFout> {
    let uitleg = [
        "De bedrijfsarts heeft u de medische informatie voor UWV gesloten gegeven. In dit bewijs staat niets \
         van de inhoud.",
        "Het stuk is alleen voor u en voor de verzekeringsarts van UWV. Uw werkgever krijgt het niet. Stuur het \
         zelf naar UWV als u een WIA-uitkering aanvraagt: in een gesloten envelop met daarop ‘medisch geheim’.",
    ];
    let blad = Blad {
        concept: false,
        delen: vec![
            deel("", Blok::Tekst(uitleg.map(str::to_owned).to_vec())),
            deel("Wat u hebt gekregen", Blok::Tabel(tabel(overhandigd)?)),
        ],
        ondertekening: vec![te_tekenen(kop, Partij::Werknemer)],
        ..Blad::new(kop, "Ontvangstbewijs", dag)
    };
    blad.zet("07_ontvangstbewijs.pdf".to_owned())
}

fn tabel(overhandigd: &[Overhandigd]) -> Result<Tabel, RapportFout> {
    let rij = |it: &Overhandigd| {
        let door = format!("{}, {}", it.auteur.naam, it.auteur.functie);
        vec![it.overhandigd_op.voluit(), door, it.stuk.0.to_string()]
    };
    let kop = ["Gegeven op", "Door", "Nummer van het stuk"].map(str::to_owned).to_vec();
    Tabel::try_new(kop, overhandigd.iter().map(rij).collect())
}
