//! What a bijstelling changed: the document beside the version before it, field by field.
//!
//! Fields are compared as they speak ([`crate::beschrijving`]), so a field that is added to a document
//! later is compared from its first day.

#[cfg(test)]
mod tests;

use crate::beschrijving::{Beschreven as _, Veld, Waarde};
use crate::{Event, Kenmerk, StukId};

/// What a bijstelling changed. Has no `Debug`: it holds what sections hold.
#[derive(Clone, PartialEq, Eq)]
pub enum Verschil {
    /// One of the two versions is closed to whoever asks, or not in sight.
    NietTeVergelijken,
    /// What changed; empty when nothing did.
    Vergeleken(Vec<Verandering>),
}

/// One thing that changed.
#[derive(Clone, PartialEq, Eq)]
pub struct Verandering {
    /// What: the field, and of a table the row and the column.
    pub onderwerp: String,
    /// What stood there; none when it is new.
    pub was: Option<String>,
    /// What stands there; none when it was dropped.
    pub is_nu: Option<String>,
}

/// Fields of section A that say what was agreed or judged. The others are about the document itself.
const VAN_A: [&str; 2] = ["Evaluatie op", "Plan van aanpak nodig"];

/// What a bijstelling changed in the version that it names; none for a fact that is no bijstelling.
#[must_use]
pub fn verschil(bijstelling: &Event, feiten: &[Event]) -> Option<Verschil> {
    let vervangt = vervangt(bijstelling)?;
    let vorige = feiten.iter().find(|it| it.kenmerk() == Kenmerk::Stuk(vervangt));
    let versies = (vorige.and_then(versie), versie(bijstelling));
    Some(match versies {
        (Some(was), Some(is_nu)) => Verschil::Vergeleken(vergelijk(&was, &is_nu)),
        (None, _) | (_, None) => Verschil::NietTeVergelijken,
    })
}

/// What changed between two descriptions of the same kind of document. Order alone is no change.
#[must_use]
pub fn vergelijk(was: &[Veld], is_nu: &[Veld]) -> Vec<Verandering> {
    let staat_er_nog = |veld: &&Veld| is_nu.iter().any(|it| it.naam == veld.naam);
    let vervallen = was.iter().filter(|veld| !staat_er_nog(veld));
    let nu = is_nu.iter().flat_map(|veld| {
        let eerder = was.iter().find(|it| it.naam == veld.naam).map(|it| &it.waarde);
        van_veld(veld.naam, eerder, Some(&veld.waarde))
    });
    nu.chain(vervallen.flat_map(|veld| van_veld(veld.naam, Some(&veld.waarde), None))).collect()
}

fn vervangt(bijstelling: &Event) -> Option<StukId> {
    if let Event::PlanVanAanpakBijgesteld(e) = bijstelling {
        Some(e.a.vervangt)
    } else if let Event::ProbleemanalyseBijgesteld(e) = bijstelling {
        Some(e.a.vervangt)
    } else {
        None
    }
}

/// What a version says, without why it was made; none when it is closed.
fn versie(event: &Event) -> Option<Vec<Veld>> {
    let (a, b) = if let Event::PlanVanAanpakVastgesteld(e) = event {
        (e.a.velden(), e.b.inhoud()?.velden())
    } else if let Event::PlanVanAanpakBijgesteld(e) = event {
        (e.a.velden(), e.b.inhoud()?.afspraken.velden())
    } else if let Event::ProbleemanalyseVastgesteld(e) = event {
        (e.a.velden(), e.b.inhoud()?.velden())
    } else if let Event::ProbleemanalyseBijgesteld(e) = event {
        (e.a.velden(), e.b.inhoud()?.belastbaarheid.velden())
    } else {
        return None;
    };
    let uit_a = a.into_iter().filter(|veld| VAN_A.contains(&veld.naam));
    Some(b.into_iter().chain(uit_a).collect())
}

fn van_veld(naam: &str, was: Option<&Waarde>, is_nu: Option<&Waarde>) -> Vec<Verandering> {
    if let (Some(Waarde::Tabel { kop, .. }), _) | (None, Some(Waarde::Tabel { kop, .. })) =
        (was, is_nu)
    {
        return van_tabel(naam, kop, rijen(was), rijen(is_nu));
    }
    let (was, is_nu) = (was.map(zin), is_nu.map(zin));
    if was == is_nu {
        return vec![];
    }
    vec![Verandering { onderwerp: naam.to_owned(), was, is_nu }]
}

fn rijen(waarde: Option<&Waarde>) -> Vec<&[String]> {
    match waarde {
        Some(Waarde::Tabel { rijen, .. }) => rijen.iter().map(Vec::as_slice).collect(),
        Some(
            Waarde::Tekst(_)
            | Waarde::Datum(_)
            | Waarde::JaNee(_)
            | Waarde::Lijst(_)
            | Waarde::Verwijzing(_)
            | Waarde::Identiteit(_),
        )
        | None => vec![],
    }
}

/// Rows that stand in both are left out; of the others, two with the same first cell are one that changed.
fn van_tabel(
    naam: &str,
    kop: &[&str],
    mut was: Vec<&[String]>,
    is_nu: Vec<&[String]>,
) -> Vec<Verandering> {
    let nieuw: Vec<&[String]> =
        is_nu.into_iter().filter(|rij| neem(&mut was, |oud| oud == *rij).is_none()).collect();
    let mut veranderingen = vec![];
    for rij in nieuw {
        match neem(&mut was, |oud| oud.first() == rij.first()) {
            Some(oud) => veranderingen.extend(van_rij(naam, kop, oud, rij)),
            None => veranderingen.push(Verandering {
                onderwerp: onderwerp(naam, rij),
                was: None,
                is_nu: Some(als_zin(kop, rij)),
            }),
        }
    }
    veranderingen.extend(was.into_iter().map(|rij| Verandering {
        onderwerp: onderwerp(naam, rij),
        was: Some(als_zin(kop, rij)),
        is_nu: None,
    }));
    veranderingen
}

/// Takes the first row of which this holds.
fn neem<'a>(
    rijen: &mut Vec<&'a [String]>,
    past: impl Fn(&[String]) -> bool,
) -> Option<&'a [String]> {
    rijen.iter().position(|rij| past(rij)).map(|plaats| rijen.remove(plaats))
}

/// The cells in which a row changed.
fn van_rij<'a>(
    naam: &'a str,
    kop: &'a [&str],
    was: &'a [String],
    is_nu: &'a [String],
) -> impl Iterator<Item = Verandering> + 'a {
    let cellen = kop.iter().zip(was.iter().zip(is_nu)).filter(|(_, (was, nu))| was != nu);
    cellen.map(move |(kolom, (was, nu))| Verandering {
        onderwerp: format!("{}: {}", onderwerp(naam, is_nu), kolom.to_lowercase()),
        was: gevuld(was),
        is_nu: gevuld(nu),
    })
}

/// A whole row, in one line: every cell after the first with the name of its column.
fn als_zin(kop: &[&str], rij: &[String]) -> String {
    let cellen = kop.iter().zip(rij).skip(1).filter(|(_, cel)| !cel.trim().is_empty());
    let cellen: Vec<String> =
        cellen.map(|(kolom, cel)| format!("{}: {cel}", kolom.to_lowercase())).collect();
    if cellen.is_empty() { "staat erin".to_owned() } else { cellen.join("; ") }
}

fn onderwerp(naam: &str, rij: &[String]) -> String {
    let eerste = rij.first().map(|cel| cel.trim()).unwrap_or_default();
    if eerste.is_empty() { naam.to_owned() } else { format!("{naam}: {eerste}") }
}

fn gevuld(cel: &str) -> Option<String> {
    (!cel.trim().is_empty()).then(|| cel.to_owned())
}

fn zin(waarde: &Waarde) -> String {
    match waarde {
        Waarde::Tekst(tekst) => tekst.clone(),
        Waarde::Datum(datum) => datum.voluit(),
        Waarde::JaNee(true) => "Ja".to_owned(),
        Waarde::JaNee(false) => "Nee".to_owned(),
        Waarde::Lijst(punten) => punten.join("; "),
        Waarde::Tabel { rijen, .. } => {
            rijen.iter().map(|rij| rij.join(", ")).collect::<Vec<_>>().join("; ")
        }
        Waarde::Verwijzing(stuk) => stuk.0.to_string(),
        Waarde::Identiteit(nummer) => nummer.to_string(),
    }
}
