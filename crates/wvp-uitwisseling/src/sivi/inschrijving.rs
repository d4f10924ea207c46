//! Who an employee is, from a message: what the house keeps in its own form.

use wvp_domain::mijlpaal::gedeeld::Adres as Woonadres;
use wvp_domain::rekenmachine::InvoerFout;
use wvp_domain::werknemer::{Contractduur, Dienstverband, Geslacht, Naamdelen, Persoon};

use super::per_melding::Melding;
use super::{Adres, Bereikbaar, Werknemer};
use crate::waarde::Tekst;

const WOONADRES: &str = "01";
const VERBLIJFADRES: &str = "06";

/// The data of the employee of a report.
///
/// # Errors
///
/// When there is no home address.
pub fn persoon(melding: &Melding) -> Result<Persoon, InvoerFout> {
    let (werknemer, dienst) = (&melding.werknemer, &melding.dienstverband);
    let Some(adres) = adres(werknemer, WOONADRES) else {
        return Err(InvoerFout {
            veld: "StrAdrNl".to_owned(),
            waarde: "(leeg)".to_owned(),
            regel: "een werknemer heeft een woonadres (SrtAdrsCd 01)".to_owned(),
        });
    };
    let delen = Naamdelen {
        voorletters: werknemer.voorletters.tekst().to_owned(),
        voorvoegsel: werknemer.voorvoegsel.as_ref().map(|it| it.tekst().to_owned()),
        achternaam: werknemer.achternaam.tekst().to_owned(),
    };
    // Hundredths of an hour; a week has fewer minutes than fit.
    let minuten = dienst.uren_per_week.map_or(0, |uren| uren.honderdsten() * 60 / 100);
    Ok(Persoon {
        naam: naam(werknemer),
        geboortedatum: werknemer.geboortedatum.0,
        adres,
        telefoon: zoek(&werknemer.bereikbaar, is_telefoon),
        email: zoek(&werknemer.bereikbaar, |nummer| nummer.contains('@')),
        functie: dienst.functie.as_ref().map(|it| it.tekst().to_owned()).unwrap_or_default(),
        uren_per_week_minuten: u16::try_from(minuten).unwrap_or(u16::MAX),
        naamdelen: Some(delen),
        geslacht: geslacht(werknemer.geslacht.code()),
        personeelsnummer: dienst.personeelsnummer.as_ref().map(|it| it.tekst().to_owned()),
        dienstverband: Some(Dienstverband {
            duur: dienst.duur.map(|duur| contractduur(duur.code())),
            begin: dienst.begin,
            einde: dienst.eind,
        }),
    })
}

/// Initials, what stands before the surname, and the surname.
pub(super) fn naam(werknemer: &Werknemer) -> String {
    let voorletters = werknemer.voorletters.tekst();
    let punten: String =
        voorletters.chars().filter(|it| *it != '.').flat_map(|it| [it, '.']).collect();
    let voorvoegsel = werknemer.voorvoegsel.iter().map(Tekst::tekst);
    let delen = [punten.as_str()].into_iter().chain(voorvoegsel);
    delen.chain([werknemer.achternaam.tekst()]).collect::<Vec<_>>().join(" ")
}

/// Where somebody stays while ill; never what kind of place it is.
pub(super) fn verblijfadres(werknemer: &Werknemer) -> Option<Woonadres> {
    adres(werknemer, VERBLIJFADRES)
}

fn adres(werknemer: &Werknemer, soort: &str) -> Option<Woonadres> {
    let gevonden: &Adres = werknemer.adressen.iter().find(|it| it.soort.code() == soort)?;
    let toevoeging = gevonden.toevoeging.as_ref().map(Tekst::tekst).unwrap_or_default();
    Some(Woonadres {
        straat: gevonden.straat.as_ref().map(|it| it.tekst().to_owned()).unwrap_or_default(),
        huisnummer: format!("{}{toevoeging}", gevonden.huisnummer.cijfers()),
        postcode: gevonden.postcode.tekst().to_owned(),
        plaats: gevonden.plaats.tekst().to_owned(),
    })
}

/// What the codes for ways to reach somebody mean is not known, so the form decides.
fn zoek(bereikbaar: &[Bereikbaar], past: impl Fn(&str) -> bool) -> Option<String> {
    let nummers = bereikbaar.iter().map(|it| it.nummer.tekst());
    nummers.into_iter().find(|nummer| past(nummer)).map(str::to_owned)
}

fn is_telefoon(nummer: &str) -> bool {
    let cijfers = nummer.chars().filter(char::is_ascii_digit).count();
    cijfers >= 8 && nummer.chars().all(|it| it.is_ascii_digit() || " +-()".contains(it))
}

fn geslacht(code: &str) -> Option<Geslacht> {
    match code {
        "M" => Some(Geslacht::Man),
        "V" => Some(Geslacht::Vrouw),
        _ => None,
    }
}

fn contractduur(code: &str) -> Contractduur {
    if code == "B" { Contractduur::Bepaald } else { Contractduur::Onbepaald }
}
