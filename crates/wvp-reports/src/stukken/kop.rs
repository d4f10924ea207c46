//! What stands on top of every paper: whose it is.

use wvp_domain::Datum;
use wvp_domain::werkgever::Bedrijf;
use wvp_domain::werknemer::Persoon;

use crate::Gegeven;

/// Whose papers these are, as far as the one who asks may read it. Has no `Debug`: it holds names.
#[derive(Clone, PartialEq, Eq)]
pub struct Kop<'a> {
    /// Short opaque number of the dossier.
    pub dossiernummer: String,
    /// Name of the employee.
    pub werknemer: &'a str,
    /// The employee, if open.
    pub persoon: Option<&'a Persoon>,
    /// Burgerservicenummer, if it may be shown (UWV wants it on every document).
    pub bsn: Option<&'a str>,
    /// The employer with arbodienst and bedrijfsarts (RIV-18), if open.
    pub bedrijf: Option<&'a Bedrijf>,
    /// First day of illness, if there is one.
    pub eerste_ziektedag: Option<Datum>,
    /// Draft: marked as such on every page.
    pub concept: bool,
}

impl Kop<'_> {
    /// The employer in the page header; empty when it is not open.
    pub(super) fn organisatie(&self) -> String {
        self.bedrijf.map(|bedrijf| bedrijf.naam.clone()).unwrap_or_default()
    }

    /// The facts on top of a paper: employee, then employer.
    pub(super) fn regels(&self) -> Vec<Gegeven> {
        let eerste = self.eerste_ziektedag.map(Datum::voluit);
        [
            self.over_werknemer("Werknemer"),
            gegevens([("Eerste ziektedag", eerste)]),
            self.over_werkgever("Werkgever"),
        ]
        .concat()
    }

    /// Facts of the employee; `kop` is what the name is called.
    pub(super) fn over_werknemer(&self, kop: &str) -> Vec<Gegeven> {
        gegevens([
            (kop, Some(self.werknemer.to_owned())),
            ("Burgerservicenummer", self.bsn.map(str::to_owned)),
            ("Geboortedatum", self.persoon.map(|it| it.geboortedatum.voluit())),
            ("Functie", self.persoon.map(|it| it.functie.clone())),
        ])
    }

    /// Facts of the employer; `kop` is what the name is called.
    pub(super) fn over_werkgever(&self, kop: &str) -> Vec<Gegeven> {
        let contact = |it: &Bedrijf| format!("{}, {}", it.contact.naam, it.contact.functie);
        let arts = |it: &Bedrijf| format!("{}, BIG {}", it.bedrijfsarts.naam, it.bedrijfsarts_big);
        gegevens([
            (kop, self.bedrijf.map(|it| it.naam.clone())),
            ("Loonheffingennummer", self.bedrijf.map(|it| it.loonheffingennummer.clone())),
            ("Contactpersoon", self.bedrijf.map(contact)),
            ("Arbodienst", self.bedrijf.map(|it| it.arbodienst.naam.clone())),
            ("Bedrijfsarts", self.bedrijf.map(arts)),
        ])
    }
}

/// The facts that are known.
fn gegevens<const N: usize>(regels: [(&str, Option<String>); N]) -> Vec<Gegeven> {
    let bekend = regels.into_iter().filter_map(|(naam, waarde)| Some((naam, waarde?)));
    bekend.map(|(naam, waarde)| Gegeven::new(naam, waarde)).collect()
}
