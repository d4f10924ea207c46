//! What stands on top of every paper: whose it is.

use wvp_domain::Datum;
use wvp_domain::mijlpaal::gedeeld::{Adres, Minuten};
use wvp_domain::werkgever::{Bedrijf, Contact};
use wvp_domain::werknemer::{Dienstverband, Persoon};

use crate::Gegeven;

/// How the rows are called that the rules ask for.
pub(super) const WERKNEMER: &str = "Werknemer";
pub(super) const WERKGEVER: &str = "Werkgever";
pub(super) const BSN: &str = "Burgerservicenummer";
pub(super) const EERSTE_ZIEKTEDAG: &str = "Eerste ziektedag";
pub(super) const ARBODIENST: &str = "Arbodienst";
pub(super) const BEDRIJFSARTS: &str = "Bedrijfsarts";

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
    pub(crate) fn organisatie(&self) -> String {
        self.bedrijf.map(|bedrijf| bedrijf.naam.clone()).unwrap_or_default()
    }

    /// The facts on top of a paper: employee, then employer.
    pub(crate) fn regels(&self) -> Vec<Gegeven> {
        [self.werknemer(WERKNEMER), self.eerste_dag(), self.werkgever()].concat()
    }

    /// The same with addresses and hours: the administrative data of the case (documents.md 1.0).
    pub(super) fn regels_volledig(&self) -> Vec<Gegeven> {
        [self.over_werknemer(WERKNEMER), self.eerste_dag(), self.over_werkgever(WERKGEVER)].concat()
    }

    /// The short facts with what sort of business it is: the law wants that on the eindevaluatie (art. 2(5)).
    pub(super) fn regels_met_bedrijf(&self) -> Vec<Gegeven> {
        [self.regels(), self.over_bedrijf()].concat()
    }

    /// The facts on top of what the bedrijfsarts writes for the employee alone.
    pub(super) fn regels_van_arts(&self) -> Vec<Gegeven> {
        [self.werknemer(WERKNEMER), self.eerste_dag(), self.arbo()].concat()
    }

    /// Name and address of the employee, for an envelope.
    pub(super) fn adresregels(&self) -> Vec<String> {
        let adres = self.persoon.map(|it| &it.adres);
        let regels = adres.map(|it| {
            [
                format!("{} {}", it.straat, it.huisnummer),
                format!("{}  {}", postcode(&it.postcode), it.plaats),
            ]
        });
        [self.werknemer.to_owned()].into_iter().chain(regels.into_iter().flatten()).collect()
    }

    /// Facts of the employee with address and hours; `kop` is what the name is called.
    pub(super) fn over_werknemer(&self, kop: &str) -> Vec<Gegeven> {
        let uren = |it: &Persoon| Minuten(it.uren_per_week_minuten).to_string();
        let meer = gegevens([
            ("Uren per week", self.persoon.map(uren)),
            ("Personeelsnummer", self.persoon.and_then(|it| it.personeelsnummer.clone())),
            ("Dienstverband", self.persoon.and_then(|it| it.dienstverband.as_ref()).map(contract)),
            ("Adres", self.persoon.map(|it| voluit(&it.adres))),
            ("Telefoon", self.persoon.and_then(|it| it.telefoon.clone())),
        ]);
        [self.werknemer(kop), meer].concat()
    }

    /// Facts of the employer with addresses; `kop` is what the name is called.
    pub(super) fn over_werkgever(&self, kop: &str) -> Vec<Gegeven> {
        let Some(bedrijf) = self.bedrijf else { return vec![] };
        let bereikbaar = |wie: &Contact, telefoon: &Option<String>| {
            samen([
                &wie.naam,
                &wie.functie,
                &wie.email,
                telefoon.as_ref().unwrap_or(&String::new()),
            ])
        };
        let regels = gegevens([
            (kop, Some(bedrijf.naam.clone())),
            ("Adres werkgever", Some(voluit(&bedrijf.adres))),
            ("Loonheffingennummer", Some(bedrijf.loonheffingennummer.clone())),
            ("KvK-nummer", bedrijf.kvk_nummer.clone()),
            ("Contactpersoon", Some(bereikbaar(&bedrijf.contact, &bedrijf.contact_telefoon))),
            (ARBODIENST, Some(bereikbaar(&bedrijf.arbodienst, &bedrijf.arbodienst_telefoon))),
            ("Adres arbodienst", bedrijf.arbodienst_adres.as_ref().map(voluit)),
            (BEDRIJFSARTS, Some(arts(bedrijf))),
        ]);
        [regels, self.over_bedrijf()].concat()
    }

    fn over_bedrijf(&self) -> Vec<Gegeven> {
        gegevens([
            ("SBI-code", self.bedrijf.and_then(|it| it.sbi_code.clone())),
            ("Omvang", self.bedrijf.and_then(|it| it.omvang).map(|it| it.naam().to_owned())),
        ])
    }

    fn werknemer(&self, kop: &str) -> Vec<Gegeven> {
        gegevens([
            (kop, Some(self.werknemer.to_owned())),
            (BSN, self.bsn.map(str::to_owned)),
            ("Geboortedatum", self.persoon.map(|it| it.geboortedatum.voluit())),
            ("Functie", self.persoon.map(|it| it.functie.clone())),
        ])
    }

    fn eerste_dag(&self) -> Vec<Gegeven> {
        gegevens([(EERSTE_ZIEKTEDAG, self.eerste_ziektedag.map(Datum::voluit))])
    }

    fn werkgever(&self) -> Vec<Gegeven> {
        let contact = |it: &Bedrijf| samen([&it.contact.naam, &it.contact.functie]);
        let regels = gegevens([
            (WERKGEVER, self.bedrijf.map(|it| it.naam.clone())),
            ("Loonheffingennummer", self.bedrijf.map(|it| it.loonheffingennummer.clone())),
            ("Contactpersoon", self.bedrijf.map(contact)),
        ]);
        [regels, self.arbo()].concat()
    }

    fn arbo(&self) -> Vec<Gegeven> {
        gegevens([
            (ARBODIENST, self.bedrijf.map(|it| it.arbodienst.naam.clone())),
            (BEDRIJFSARTS, self.bedrijf.map(arts)),
        ])
    }
}

/// For how long somebody was hired, and since when.
fn contract(dienstverband: &Dienstverband) -> String {
    let duur = dienstverband.duur.map(|duur| format!("{}, ", duur.naam())).unwrap_or_default();
    let begin = dienstverband.begin.voluit();
    match dienstverband.einde {
        Some(einde) => format!("{duur}{begin} tot en met {}", einde.voluit()),
        None => format!("{duur}vanaf {begin}"),
    }
}

/// Who the bedrijfsarts is, with the number in the register (RIV-18).
fn arts(bedrijf: &Bedrijf) -> String {
    format!("{}, BIG {}", bedrijf.bedrijfsarts.naam, bedrijf.bedrijfsarts_big)
}

/// Whether a row about the bedrijfsarts holds the number in the register.
pub(super) fn noemt_big(regel: &str, bedrijf: &Bedrijf) -> bool {
    let big = bedrijf.bedrijfsarts_big.trim();
    !big.is_empty() && regel.contains(big)
}

/// What is filled in, in one line.
fn samen<const N: usize>(delen: [&String; N]) -> String {
    let delen: Vec<&str> =
        delen.map(|deel| deel.trim()).into_iter().filter(|it| !it.is_empty()).collect();
    delen.join(", ")
}

fn voluit(adres: &Adres) -> String {
    let Adres { straat, huisnummer, plaats, .. } = adres;
    format!("{straat} {huisnummer}, {} {plaats}", postcode(&adres.postcode))
}

/// Postcodes are written with a space: 1234 AB.
fn postcode(postcode: &str) -> String {
    match postcode.split_at_checked(4) {
        Some((cijfers, letters)) => format!("{cijfers} {}", letters.trim()),
        None => postcode.to_owned(),
    }
}

/// The facts that are known.
fn gegevens<const N: usize>(regels: [(&str, Option<String>); N]) -> Vec<Gegeven> {
    let bekend = regels.into_iter().filter_map(|(naam, waarde)| Some((naam, waarde?)));
    let bekend = bekend.filter(|(_, waarde)| !waarde.trim().is_empty());
    bekend.map(|(naam, waarde)| Gegeven::new(naam, waarde)).collect()
}
