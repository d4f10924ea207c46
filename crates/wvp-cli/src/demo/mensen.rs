//! The people and companies of the demo. All fictitious; numbers come from UWV's test range.

use wvp_domain::datum::DatumFout;
use wvp_domain::mijlpaal::gedeeld::{Adres, Bekwaamheden, Minuten, Ondertekenaar};
use wvp_domain::werkgever::{Bedrijf, Contact, Omvang};
use wvp_domain::werknemer::{Contractduur, Dienstverband, Geslacht, Naamdelen, Persoon};
use wvp_domain::{AccountId, Datum, WerkgeverId};

use wvp_engine::nummer;

/// An employee, as text.
pub struct Mens {
    /// Full name with initials.
    pub naam: &'static str,
    /// Initials, what stands before the surname (may be empty), surname.
    pub naamdelen: [&'static str; 3],
    /// Sex.
    pub geslacht: Geslacht,
    /// Number with the employer.
    pub personeelsnummer: &'static str,
    /// Year, month, first day of the employment.
    pub in_dienst: (i32, u32, u32),
    /// Year, month, last day of a contract for a fixed term.
    pub contract_tot: Option<(i32, u32, u32)>,
    /// Year, month, day of birth.
    pub geboren: (i32, u32, u32),
    /// Street, house number, postcode, place.
    pub adres: [&'static str; 4],
    /// Telephone number (from the range for fiction).
    pub telefoon: &'static str,
    /// E-mail address.
    pub email: &'static str,
    /// Function.
    pub functie: &'static str,
    /// Contract hours per week.
    pub uren: u16,
    /// Test number that passes the elfproef.
    pub bsn: &'static str,
    /// Education, experience, other skills.
    pub bekwaamheden: [&'static str; 3],
    /// Where the employee works.
    pub werkgever: &'static Onderneming,
}

/// An employer with its arbodienst, as text.
pub struct Onderneming {
    /// Name.
    pub naam: &'static str,
    /// Street, house number, postcode, place.
    pub adres: [&'static str; 4],
    /// Loonheffingennummer.
    pub loonheffingennummer: &'static str,
    /// Number in the trade register.
    pub kvk: &'static str,
    /// Nature of the business.
    pub aard: &'static str,
    /// What the business does, by the list of CBS.
    pub sbi: &'static str,
    /// Telephone number of the manager who handles absence (from the range for fiction).
    pub telefoon: &'static str,
    /// Name, function, e-mail of the manager who handles absence.
    pub leiding: [&'static str; 3],
    /// Name, function, e-mail of the casemanager.
    pub casemanager: [&'static str; 3],
    /// Name, function, e-mail of the bedrijfsarts.
    pub bedrijfsarts: [&'static str; 3],
    /// BIG number of the bedrijfsarts.
    pub big: &'static str,
}

/// A grower of vegetables with a packing hall.
pub(crate) static LAGE_WEIDE: Onderneming = Onderneming {
    naam: "Kwekerij De Lage Weide B.V.",
    adres: ["Tuindersweg", "114", "2691ZZ", "'s-Gravenzande"],
    loonheffingennummer: "999901102L01",
    kvk: "99000011",
    aard: "Teelt en verpakking van groente onder glas, 86 werknemers (SBI 01.13)",
    sbi: "0113",
    telefoon: "0174 555 0110",
    leiding: ["R. Verbruggen", "Hoofd personeelszaken", "personeel@lageweide.example"],
    casemanager: ["I. de Wit", "Casemanager verzuim", "i.dewit@arbodebrug.example"],
    bedrijfsarts: ["M. Hoekstra", "Bedrijfsarts", "m.hoekstra@arbodebrug.example"],
    big: "99000000001",
};

/// A foundation of primary schools.
pub(crate) static DE_MEERPAAL: Onderneming = Onderneming {
    naam: "Scholengroep De Meerpaal",
    adres: ["Kerkstraat", "8a", "8011ZZ", "Zwolle"],
    loonheffingennummer: "999903081L01",
    kvk: "99000022",
    aard: "Primair onderwijs, negen scholen, 240 werknemers (SBI 85.20)",
    sbi: "8520",
    telefoon: "038 555 0120",
    leiding: ["S. Kuipers", "Adviseur personeel", "hr@demeerpaal.example"],
    casemanager: ["T. Bakker", "Casemanager verzuim", "t.bakker@arbodebrug.example"],
    bedrijfsarts: ["L. Aydin", "Bedrijfsarts", "l.aydin@arbodebrug.example"],
    big: "99000000002",
};

/// A haulier.
pub(crate) static NOORDERLICHT: Onderneming = Onderneming {
    naam: "Transportbedrijf Noorderlicht B.V.",
    adres: ["Havenkade", "31", "9723ZZ", "Groningen"],
    loonheffingennummer: "999905065L01",
    kvk: "99000033",
    aard: "Goederenvervoer over de weg, 54 werknemers (SBI 49.41)",
    sbi: "4941",
    telefoon: "050 555 0130",
    leiding: ["G. Postma", "Bedrijfsleider", "verzuim@noorderlicht.example"],
    casemanager: ["I. de Wit", "Casemanager verzuim", "i.dewit@arbodebrug.example"],
    bedrijfsarts: ["M. Hoekstra", "Bedrijfsarts", "m.hoekstra@arbodebrug.example"],
    big: "99000000001",
};

/// Name of the arbodienst of all three.
pub(crate) const ARBODIENST: &str = "Arbodienst De Brug";

impl Onderneming {
    /// The id under which the employer is known.
    pub(crate) fn id(&self) -> WerkgeverId {
        WerkgeverId(nummer(&["werkgever", self.naam]))
    }

    /// The personal account of whoever has this e-mail address.
    pub(crate) fn account(wie: [&str; 3]) -> AccountId {
        let [_, _, email] = wie;
        AccountId(nummer(&["account", email]))
    }

    /// Section D of the registration.
    pub(crate) fn bedrijf(&self) -> Bedrijf {
        let [naam, functie, _] = self.bedrijfsarts;
        Bedrijf {
            naam: self.naam.to_owned(),
            adres: adres(self.adres),
            loonheffingennummer: self.loonheffingennummer.to_owned(),
            aard: self.aard.to_owned(),
            contact: contact(self.leiding),
            arbodienst: contact([ARBODIENST, "Planning", "planning@arbodebrug.example"]),
            bedrijfsarts: contact([naam, functie, "bedrijfsartsen@arbodebrug.example"]),
            bedrijfsarts_big: self.big.to_owned(),
            kvk_nummer: Some(self.kvk.to_owned()),
            sbi_code: Some(self.sbi.to_owned()),
            omvang: Some(Omvang::VijftigTotTweehonderdvijftig),
            contact_telefoon: Some(self.telefoon.to_owned()),
            arbodienst_adres: Some(adres(["Brugplein", "2", "3511ZZ", "Utrecht"])),
            arbodienst_telefoon: Some("030 555 0100".to_owned()),
        }
    }
}

impl Mens {
    /// Section D of the registration.
    pub(crate) fn persoon(&self) -> Result<Persoon, DatumFout> {
        let (jaar, maand, dag) = self.geboren;
        Ok(Persoon {
            naam: self.naam.to_owned(),
            geboortedatum: Datum::ymd(jaar, maand, dag)?,
            adres: adres(self.adres),
            telefoon: Some(self.telefoon.to_owned()),
            email: Some(self.email.to_owned()),
            functie: self.functie.to_owned(),
            uren_per_week_minuten: self.uren.saturating_mul(60),
            naamdelen: Some(self.naamdelen()),
            geslacht: Some(self.geslacht),
            personeelsnummer: Some(self.personeelsnummer.to_owned()),
            dienstverband: Some(self.dienstverband()?),
        })
    }

    fn naamdelen(&self) -> Naamdelen {
        let [voorletters, voorvoegsel, achternaam] = self.naamdelen.map(str::to_owned);
        let voorvoegsel = Some(voorvoegsel).filter(|it| !it.is_empty());
        Naamdelen { voorletters, voorvoegsel, achternaam }
    }

    fn dienstverband(&self) -> Result<Dienstverband, DatumFout> {
        let datum = |(jaar, maand, dag)| Datum::ymd(jaar, maand, dag);
        let einde = self.contract_tot.map(datum).transpose()?;
        let duur = einde.map_or(Contractduur::Onbepaald, |_| Contractduur::Bepaald);
        Ok(Dienstverband { duur: Some(duur), begin: datum(self.in_dienst)?, einde })
    }

    /// Function, education and experience.
    pub(crate) fn bekwaamheden(&self) -> Bekwaamheden {
        let [opleiding, werkervaring, overige] = self.bekwaamheden.map(str::to_owned);
        Bekwaamheden { functie: self.functie.to_owned(), opleiding, werkervaring, overige }
    }

    /// A share of the contract hours that is worked, as time per week.
    pub(crate) fn deel_van_uren(&self, procent: u16) -> Minuten {
        Minuten(self.uren.saturating_mul(60).saturating_mul(procent) / 100)
    }

    /// Name and function as they stand under a document.
    pub(crate) fn ondertekenaar(&self) -> Ondertekenaar {
        ondertekenaar(self.naam, self.functie)
    }
}

/// Name and function as they stand under a document.
pub(crate) fn ondertekenaar(naam: &str, functie: &str) -> Ondertekenaar {
    Ondertekenaar { naam: naam.to_owned(), functie: functie.to_owned() }
}

/// An address.
pub(crate) fn adres(regels: [&str; 4]) -> Adres {
    let [straat, huisnummer, postcode, plaats] = regels.map(str::to_owned);
    Adres { straat, huisnummer, postcode, plaats }
}

fn contact(wie: [&str; 3]) -> Contact {
    let [naam, functie, email] = wie.map(str::to_owned);
    Contact { naam, functie, email }
}
