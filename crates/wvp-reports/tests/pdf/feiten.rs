//! Invented facts of an invented case, as the domain gives them, with names and texts that are long.

use wvp_domain::mijlpaal::einde_dienstverband::Einde;
use wvp_domain::mijlpaal::gedeeld::{Adres, Bekwaamheden, Ondertekenaar};
use wvp_domain::mijlpaal::herstelmelding::Herstel;
use wvp_domain::mijlpaal::medische_informatie::{Medisch, Overhandigd};
use wvp_domain::mijlpaal::melding_42e_week::Melding;
use wvp_domain::mijlpaal::oordeel_werknemer::{Keuze, Stand};
use wvp_domain::mijlpaal::plan_van_aanpak::Activiteit;
use wvp_domain::mijlpaal::probleemanalyse::Achtergrond;
use wvp_domain::mijlpaal::voortgangsgesprek::{Gesprek, Verslag};
use wvp_domain::werkgever::{Bedrijf, Contact, Omvang};
use wvp_domain::werknemer::{Contractduur, Dienstverband, Persoon};
use wvp_domain::{Datum, StukId};
use wvp_reports::stukken::Kop;

/// Sixty characters, with ë and ij.
pub(crate) const NAAM: &str = "Zoë Mariëla van den IJssel-Mijnsbergen tot Oostzijderveldijk";

/// Stands in every field of category C, and nowhere else.
pub(crate) const MERKTEKEN_C: &str = "MEDISCHMERK";

pub(crate) fn dag(tekst: &str) -> Datum {
    tekst.parse().unwrap()
}

pub(crate) fn kop<'a>(persoon: &'a Persoon, bedrijf: &'a Bedrijf) -> Kop<'a> {
    Kop {
        dossiernummer: "7F3K-21".to_owned(),
        werknemer: &persoon.naam,
        persoon: Some(persoon),
        bsn: Some("999990019"),
        bedrijf: Some(bedrijf),
        eerste_ziektedag: Some(dag("2025-03-03")),
        concept: false,
    }
}

pub(crate) fn persoon() -> Persoon {
    Persoon {
        naam: NAAM.to_owned(),
        geboortedatum: dag("1980-02-29"),
        adres: adres(),
        telefoon: Some("06 0000 0000".to_owned()),
        email: None,
        functie: "Coördinator voorraad en orderbegeleiding buitenland".to_owned(),
        uren_per_week_minuten: 2_160,
        naamdelen: None,
        geslacht: None,
        personeelsnummer: Some("1234".to_owned()),
        dienstverband: Some(Dienstverband {
            duur: Some(Contractduur::Bepaald),
            begin: dag("2020-04-01"),
            einde: Some(dag("2027-03-31")),
        }),
    }
}

pub(crate) fn bedrijf() -> Bedrijf {
    let contact = |naam: &str, functie: &str, email: &str| Contact {
        naam: naam.to_owned(),
        functie: functie.to_owned(),
        email: email.to_owned(),
    };
    Bedrijf {
        naam: "Drukkerij en Uitgeverij De Linde aan de IJsselkade Holding B.V.".to_owned(),
        adres: adres(),
        loonheffingennummer: "001234567L01".to_owned(),
        aard: "Drukkerij".to_owned(),
        contact: contact("H. van Dijk", "Directeur", "personeelszaken@delinde.example"),
        arbodienst: contact("Arbo Noord", "", "post@arbonoord.example"),
        bedrijfsarts: contact("A. Vos", "Bedrijfsarts", "vos@arbonoord.example"),
        bedrijfsarts_big: "19012345601".to_owned(),
        kvk_nummer: Some("12345678".to_owned()),
        sbi_code: Some("1813".to_owned()),
        omvang: Some(Omvang::TienTotVijftig),
        contact_telefoon: Some("0570 000 000".to_owned()),
        arbodienst_adres: None,
        arbodienst_telefoon: None,
    }
}

pub(crate) fn gesprek() -> (Gesprek, Verslag) {
    let a = Gesprek {
        stuk: stuk(1),
        gehouden_op: dag("2025-06-02"),
        volgende_op: Some(dag("2025-07-14")),
        activiteiten_tijdig: Some(true),
    };
    let b = Verslag {
        aanwezigen: vec![NAAM.to_owned(), "H. van Dijk".to_owned()],
        voortgang: lang("Het werk op de afdeling voorraad gaat volgens plan."),
        afspraken: vec![lang("De uren gaan per 16 juni omhoog."), "Kort punt.".to_owned()],
    };
    (a, b)
}

pub(crate) fn activiteiten(aantal: usize) -> Vec<Activiteit> {
    let activiteit = |nr: usize| Activiteit {
        omschrijving: format!(
            "Activiteit {nr}: opbouw van de uren, elke twee weken vier uur erbij"
        ),
        doel: "Eigen werk".to_owned(),
        wie: if nr.is_multiple_of(7) { NAAM.to_owned() } else { "Werkgever".to_owned() },
        start: Some(dag("2025-05-01")),
        gereed: (nr.is_multiple_of(2)).then(|| dag("2025-09-30")),
        voortgang: if nr.is_multiple_of(5) { lang("Loopt.") } else { "Loopt".to_owned() },
    };
    (1..=aantal).map(activiteit).collect()
}

pub(crate) fn melding_42e_week() -> Melding {
    let eerste_ziektedag = dag("2025-03-03");
    Melding { stuk: stuk(2), gemeld_op: dag("2025-12-22"), eerste_ziektedag }
}

pub(crate) fn herstel() -> Herstel {
    Herstel { stuk: stuk(3), eerste_dag_geschikt: dag("2026-03-01"), gemeld_op: dag("2026-03-02") }
}

pub(crate) fn medisch() -> (Overhandigd, Medisch) {
    let a = Overhandigd {
        stuk: stuk(4),
        overhandigd_op: dag("2026-11-18"),
        auteur: Ondertekenaar { naam: NAAM.to_owned(), functie: "Bedrijfsarts".to_owned() },
    };
    let merk = || lang(MERKTEKEN_C);
    let c = Medisch {
        klachten: merk(),
        diagnoses: vec![merk()],
        bevindingen: merk(),
        behandelingen: vec![merk(), merk()],
        medicatie: merk(),
        beloop: merk(),
        prognose: merk(),
        onderbouwing_beperkingen: merk(),
        urenbeperking_grond: Some(merk()),
        gbm_grond: None,
        informatie_behandelend_sector: vec![merk()],
        afwijking_richtlijn_motivering: Some(merk()),
        spreekuren: vec![dag("2026-10-01"), dag("2026-11-12")],
    };
    (a, c)
}

pub(crate) fn einde() -> Einde {
    Einde {
        stuk: stuk(5),
        laatste_werkdag: dag("2025-04-30"),
        herstel_binnen_drie_maanden: true,
        bij_uwv_gemeld_op: Some(dag("2025-04-30")),
    }
}

pub(crate) fn aangeboden() -> Stand {
    Stand { stuk: stuk(6), keuze: Keuze::Aangeboden, op: dag("2025-04-28") }
}

pub(crate) fn achtergrond() -> Achtergrond {
    let bekwaamheden = Bekwaamheden {
        functie: "Orderbegeleider".to_owned(),
        opleiding: "Mbo logistiek".to_owned(),
        werkervaring: lang("Twaalf jaar bij drie drukkerijen."),
        overige: "Rijbewijs B".to_owned(),
    };
    Achtergrond { bekwaamheden }
}

/// A text of some ten lines.
pub(crate) fn lang(begin: &str) -> String {
    let zin =
        "Wij hebben besproken wat er al kan, wat er nog niet kan en wie daarvoor wat gaat doen. ";
    format!("{begin} {}", zin.repeat(6)).trim_end().to_owned()
}

fn adres() -> Adres {
    let [straat, huisnummer, postcode, plaats] =
        ["Burgemeester Van Lijndenkade", "128 bis", "1234ZZ", "IJsselmuiden"].map(str::to_owned);
    Adres { straat, huisnummer, postcode, plaats }
}

fn stuk(nr: u128) -> StukId {
    StukId(uuid::Uuid::from_u128(nr))
}
