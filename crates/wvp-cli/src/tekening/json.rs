//! A timeline as JSON.

use serde_json::{Value, json};
use wvp_domain::beschrijving::{Deel, Waarde};
use wvp_domain::{Datum, DossierId};
use wvp_projections::Tijdlijn;
use wvp_projections::tijdlijn::Regel;

/// The timeline of a dossier as one reader sees it.
#[must_use]
pub fn als_json(dossier: DossierId, lezer: &str, feiten_van: Datum, tijdlijn: &Tijdlijn) -> Value {
    json!({
        "dossier": dossier.0,
        "lezer": lezer,
        "feiten_van": feiten_van,
        "eerste_ziektedag": tijdlijn.eerste_ziektedag,
        "verschoven_eerste_ziektedag": tijdlijn.verschoven_eerste_ziektedag,
        "termijnen": tijdlijn.termijnen,
        "regels": tijdlijn.regels.iter().map(regel).collect::<Vec<_>>(),
    })
}

fn regel(regel: &Regel) -> Value {
    let opmerkingen: Vec<String> = regel.opmerkingen.iter().map(|it| it.tekst()).collect();
    json!({
        "datum": regel.datum,
        "week": regel.week,
        "titel": regel.titel,
        "stuk": regel.stuk,
        "door": regel.door,
        "vastgelegd_op": regel.vastgelegd_op,
        "opmerkingen": opmerkingen,
        "delen": regel.delen.iter().map(deel).collect::<Vec<_>>(),
    })
}

fn deel(deel: &Deel) -> Value {
    let velden =
        deel.velden.iter().map(|veld| json!({ "naam": veld.naam, "waarde": waarde(&veld.waarde) }));
    json!({
        "categorie": super::letter(deel.compartiment.categorie()).to_string(),
        "compartiment": deel.compartiment.nummer(),
        "velden": velden.collect::<Vec<_>>(),
    })
}

fn waarde(waarde: &Waarde) -> Value {
    match waarde {
        Waarde::Tekst(tekst) => json!(tekst),
        Waarde::Datum(datum) => json!(datum),
        Waarde::JaNee(ja) => json!(ja),
        Waarde::Lijst(punten) => json!(punten),
        Waarde::Tabel { kop, rijen } => json!({ "kop": kop, "rijen": rijen }),
        Waarde::Verwijzing(stuk) => json!(stuk),
        Waarde::Identiteit(id) => json!(id),
    }
}
